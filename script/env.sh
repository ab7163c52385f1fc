# Sourced by the other scripts: where things are built, and from where tools are taken.
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export CARGO_TARGET_DIR="${CARGO_TARGET_DIR:-${XDG_CACHE_HOME:-$HOME/.cache}/klar/target}"
export PATH="$PWD/node_modules/.bin:$HOME/.cargo/bin:$PATH"
# The version of a crate in Cargo.lock.
locked() { awk -v crate="name = \"$1\"" '$0 == crate { getline; gsub(/[^0-9.]/, ""); print; exit }' Cargo.lock; }
# Where Debian keeps PostgreSQL's programs.
postgres_bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
say() { printf '\n\033[1m%s\033[0m\n' "$*"; }
die() { printf '%s\n' "$*" >&2; exit 1; }
