// Measures the targets of docs/performance.md and prints what was measured as JSON. See script/bench.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

import { environment, finish, floor, freePorts, portal, testId } from "../support/system.mjs";
import { links, logIn, page } from "./client.mjs";
import { load, memory } from "./load.mjs";
import { piece } from "./piece.mjs";

const say = (text) => process.stderr.write(`${text}\n`);
const seconds = Number(process.env.KLAR_BENCH_SECONDS ?? 8);
const scale = process.env.KLAR_BENCH_SCALE ?? "full";

/** The union's files, made once for both databases. */
async function seed(folder) {
  const out = join(folder, scale);
  if (!existsSync(out)) await finish("klar", ["seed", "--scale", scale, "--seed", "1", "--out", out], folder, environment(folder));
  return out;
}

/** How long something takes, in seconds. */
async function timed(work) {
  const begun = process.hrtime.bigint();
  await work();
  return Math.round(Number(process.hrtime.bigint() - begun) / 1e7) / 100;
}

/** The pages of one person: what the front page leads to. */
async function pagesOf(url, person) {
  const cookie = await logIn(url, person);
  const members = links(await page(url, cookie, "/medlemmer"), "/medlemmer/").slice(0, 30);
  const list = await page(url, cookie, "/saker");
  const cases = links(list, "/saker/").slice(0, 30);
  return {
    cookie,
    pages: {
      "Today": ["/i-dag"],
      "member list": ["/medlemmer"],
      ...(members.length > 0 && { "member card": members }),
      "case list": ["/saker"],
      ...(cases.length > 0 && { "case page": cases }),
    },
  };
}

/** So many of the cases that changed last, page after page of the list. */
async function latestCases(url, cookie, count) {
  const found = [];
  for (let at = "/saker"; at && found.length < count;) {
    const text = await page(url, cookie, at);
    found.push(...links(text, "/saker/"));
    at = /href="([^"]*[?&](?:amp;)?etter=[^"]*)"/.exec(text)?.[1].replaceAll("&amp;", "&");
  }
  return [...new Set(found)].slice(0, count);
}

/** A registry file in which one member in a hundred has another first name: a day with much to write. */
function changed(file) {
  let n = 0;
  const lines = gunzipSync(readFileSync(file)).toString().split("\n").map((line) => {
    if (!line.includes('"type":"member"') || n++ % 100 !== 0) return line;
    return line.replace(/"given_name":"[^"]*"/, '"given_name":"Endret"');
  });
  const out = file.replace("registry", "changed");
  writeFileSync(out, gzipSync(lines.join("\n"), { level: 1 }));
  return out;
}

/** What the representative's pages cost in a union that is little more than their own local. */
async function alone(database, folder, files) {
  const cut = join(folder, "piece");
  const members = piece(files, cut, "ptv");
  const settings = { KLAR_DATA: mkdtempSync(join(folder, `${database.name}-piece-`)), ...database.piece };
  const klar = (...args) => finish("klar", args, folder, environment(folder, settings));
  say(`${database.name}: a union of ${members} members`);
  await klar("migrate");
  await klar("import", "employers", join(cut, "enheter.json.gz"), join(cut, "underenheter.json.gz"));
  await klar("import", "registry", join(cut, "registry.jsonl.gz"));
  const [port, providerPort] = await freePorts(2);
  const provider = await testId(folder, cut, providerPort, `http://localhost:${port}`);
  let running;
  try {
    running = await portal(folder, port, provider.issuer, settings);
    const { cookie, pages } = await pagesOf(running.url, "ptv");
    const costs = {};
    for (const [name, paths] of Object.entries(pages)) {
      costs[name] = (await load({ url: running.url, pid: running.pid, cookie, paths, seconds })).processorMs;
    }
    return { members, costs };
  } finally {
    await Promise.all([running?.stop(), provider.stop()]);
  }
}

async function measure(database, folder, files) {
  const data = mkdtempSync(join(folder, `${database.name}-`));
  const settings = { KLAR_DATA: data, ...database.settings };
  const klar = (...args) => finish("klar", args, folder, environment(folder, settings));
  const found = { database: database.name };

  say(`${database.name}: importing`);
  await klar("migrate");
  found.employers = await timed(() => klar("import", "employers", join(files, "enheter.json.gz"), join(files, "underenheter.json.gz")));
  found.import = await timed(() => klar("import", "registry", join(files, "registry.jsonl.gz")));
  found.same = await timed(() => klar("import", "registry", join(files, "registry.jsonl.gz")));
  await finish("many-cases", ["--database", database.settings.DATABASE_URL ?? `sqlite://${join(data, "klar.db")}`, ...(scale === "full" ? [] : ["--cases", "400", "--long", "20"])], folder, environment(folder));
  // Seals what is written in them.
  found.sealing = await timed(() => klar("migrate"));
  await database.settle?.();

  const [port, providerPort, floorPort] = await freePorts(3);
  const provider = await testId(folder, files, providerPort, `http://localhost:${port}`);
  let running;
  try {
    const begun = process.hrtime.bigint();
    running = await portal(folder, port, provider.issuer, settings);
    await fetch(running.url);
    found.start = Math.round(Number(process.hrtime.bigint() - begun) / 1e6);
    found.memoryAtRest = memory(running.pid).now;

    for (const [what, person] of [["representative", "ptv"], ["club leader", "leader-a"], ["union leader", "union"]]) {
      const { cookie, pages } = await pagesOf(running.url, person);
      found[what] = {};
      for (const [name, paths] of Object.entries(pages)) {
        found[what][name] = await load({ url: running.url, pid: running.pid, cookie, paths, seconds });
        say(`${database.name}: ${what}, ${name}: ${JSON.stringify(found[what][name])}`);
      }
      const words = ["han", "and", "joh", "ber", "kri", "ols", "lar", "mar", "sol", "nil"].map((word) => `/medlemmer?q=${word}`);
      found[what].search = await load({ url: running.url, pid: running.pid, cookie, paths: words, seconds, connections: 2 });
      say(`${database.name}: ${what}, search: ${JSON.stringify(found[what].search)}`);
    }
    const { cookie, pages } = await pagesOf(running.url, "leader-a");
    const long = await latestCases(running.url, cookie, scale === "full" ? 1000 : 20);
    found.long = { cases: long.length, ...(await load({ url: running.url, pid: running.pid, cookie, paths: long, seconds })) };
    say(`${database.name}: long cases: ${JSON.stringify(found.long)}`);
    const under = ["case list", "case page"];
    const bare = await floor(folder, floorPort, provider.issuer, settings, cookie, under.flatMap((name) => pages[name]));
    found.floor = {};
    for (const name of under) {
      found.floor[name] = await load({ url: bare.url, pid: bare.pid, cookie, paths: pages[name], seconds });
      say(`${database.name}: the floor under the ${name}: ${JSON.stringify(found.floor[name])}`);
    }
    await bare.stop();
    found["without keep-alive"] = await load({ url: running.url, pid: running.pid, cookie, paths: pages["member card"], seconds, keepAlive: false });
    found.memory = memory(running.pid);

    say(`${database.name}: importing while pages are asked for`);
    const file = changed(join(files, "registry.jsonl.gz"));
    const mixed = [...pages["member list"], ...pages["member card"].slice(0, 3), ...pages["case list"]];
    const calm = await load({ url: running.url, pid: running.pid, cookie, paths: mixed, seconds, connections: 2 });
    let over = false;
    const importing = timed(() => klar("import", "registry", file)).then((took) => { over = true; return took; });
    const during = [];
    while (!over) during.push(await load({ url: running.url, pid: running.pid, cookie, paths: mixed, seconds: 2, connections: 2 }));
    const worst = (what) => Math.max(...during.map((one) => one[what]));
    found.during = { import: await importing, calm, p50: worst("p50"), p95: worst("p95"), p99: worst("p99") };
    say(`${database.name}: ${JSON.stringify(found.during)}`);
  } finally {
    await Promise.all([running?.stop(), provider.stop()]);
  }
  // What comes next needs the room.
  rmSync(data, { recursive: true });
  return found;
}

const folder = process.env.KLAR_BENCH_FOLDER ?? mkdtempSync(join(tmpdir(), "klar-bench-"));
mkdirSync(folder, { recursive: true });
try {
  const files = await seed(folder);
  const results = [];
  for (const name of process.argv.slice(2)) {
    const at = (url) => (name === "postgres" ? { DATABASE_URL: url } : {});
    const database = { name, settings: at(process.env.KLAR_BENCH_POSTGRES), piece: at(process.env.KLAR_BENCH_POSTGRES_PIECE) };
    results.push({ ...(await measure(database, folder, files)), alone: await alone(database, folder, files) });
  }
  console.log(JSON.stringify({ scale, seconds, processors: cpus().map((cpu) => cpu.model), results }, null, 2));
} finally {
  if (!process.env.KLAR_BENCH_FOLDER) rmSync(folder, { recursive: true });
}
