# Sourced by script/test and script/bench: a PostgreSQL of its own in a temporary folder, on a free port, gone afterwards.
#   start_postgres           for tests: the data is thrown away, so it need not survive a power cut
#   start_postgres durable   as in use: what was acknowledged is on the disk
start_postgres() {
  local port
  pg_bin=$(postgres_bin); [ -n "$pg_bin" ] || return 1
  pg=$(mktemp -d)
  port=$(node -e 'const s=require("net").createServer().listen(0,"127.0.0.1",()=>{console.log(s.address().port);s.close()})')
  # PostgreSQL refuses to run as root.
  as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
  [ "$(id -u)" = 0 ] && chown postgres "$pg"
  as_postgres "$pg_bin/initdb" -D "$pg/data" -U klar -A trust -E UTF8 --locale=C.UTF-8 >"$pg.log" 2>&1 || { cat "$pg.log"; return 1; }
  local quick="-c fsync=off -c full_page_writes=off -c synchronous_commit=off"
  [ "${1:-}" = durable ] && quick="-c shared_buffers=1GB -c max_wal_size=4GB"
  as_postgres "$pg_bin/pg_ctl" -D "$pg/data" -w -s -l "$pg/server.log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$pg $quick -c max_connections=300" \
    start || { cat "$pg/server.log"; return 1; }
  export KLAR_TEST_POSTGRES="postgres://klar@127.0.0.1:$port/postgres"
  stop_postgres() { as_postgres "$pg_bin/pg_ctl" -D "$pg/data" -m immediate -s stop; rm -rf "$pg" "$pg.log"; }
}
