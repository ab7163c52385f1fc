// The whole system in a temporary folder, on free ports: the invented union, KLAR, and Test-ID beside it.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

export const root = fileURLToPath(new URL("../..", import.meta.url));
/** Where script/build has laid the programs (run) and what browsers download (site). */
export const target = process.env.KLAR_E2E_TARGET ?? join(root, "target");
const run = join(target, "run");

/** The client that Test-ID knows when it is not told of another; its secret protects nothing. */
export const CLIENT = { id: "klar", secret: "test-id-public-development-text-not-a-secret" };
export const HIGH = "urn:bankid:bid;LOA=4";
export const SUBSTANTIAL = "urn:bankid:bis;LOA=3";

/** The environment of one `klar`: what is said here, and nothing of what the developer has set. */
export function environment(folder, settings = {}) {
  const clean = Object.entries(process.env).filter(([name]) => !name.startsWith("KLAR_") && name !== "DATABASE_URL");
  return {
    ...Object.fromEntries(clean),
    KLAR_DATA: join(folder, "data"),
    KLAR_SITE_ROOT: join(target, "site"),
    KLAR_LOG_FILTER: "warn",
    // Many tests, and measurements, are one and the same person within a minute.
    KLAR_MEMBERS_SEARCHES_PER_MINUTE: "1000000",
    ...settings,
  };
}

/** A new folder with the invented union, loaded through the import; `cases` adds those of the demonstration. */
export async function union({ cases = false } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "klar-e2e-"));
  const demo = join(folder, "demo");
  const klar = (...args) => finish("klar", args, folder, environment(folder));
  await klar("seed", "--scale", "demo", "--seed", "1", "--out", demo);
  await klar("import", "employers", join(demo, "enheter.json.gz"), join(demo, "underenheter.json.gz"));
  await klar("import", "registry", join(demo, "registry.jsonl.gz"));
  await hold(folder, demo);
  // What was held is not the newest: nothing of it is waited for in the tests.
  await klar("import", "registry", join(demo, "registry.jsonl.gz"));
  if (cases) {
    const data = (name) => join(folder, "data", name);
    const args = ["--personas", join(demo, "personas.json"), "--database", `sqlite://${data("klar.db")}`, "--keys", data("keys.json")];
    await finish("demo-cases", args, folder, environment(folder));
  }
  return { folder, demo, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Sends in a file that lacks so many members that it is held. */
async function hold(folder, demo) {
  const lines = gunzipSync(await readFile(join(demo, "registry.jsonl.gz"))).toString("utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
  const needed = new Set(lines.flatMap((line) => (line.type === "mandate" ? [line.member] : line.helper ? [line.helper] : [])));
  const gone = new Set(lines.filter((line) => line.type === "member" && !needed.has(line.id)).slice(0, 150).map((line) => line.id));
  const rest = lines.filter((line) => !(line.type === "member" && gone.has(line.id)) && !(line.type === "employment" && gone.has(line.member)));
  const file = join(folder, "held.jsonl");
  await writeFile(file, rest.map((line) => `${JSON.stringify(line)}\n`).join(""));
  const { ended, said } = start("klar", ["import", "registry", file], folder, environment(folder));
  await ended;
  if (!said().includes("the file is held")) throw new Error(`the file was not held:\n${said()}`);
}

/** `klar serve` on `port`, believing `issuer`. Resolves when it answers. */
export async function portal(folder, port, issuer, settings = {}) {
  const url = `http://localhost:${port}`;
  const { stop, pid } = await serve(`${url}/helse`, "klar", ["serve"], folder, portalSettings(folder, port, issuer, settings));
  return { url, stop, pid };
}

/** The same pages from a bare handler, for whoever has this cookie. Resolves when it answers. */
export async function floor(folder, port, issuer, settings, cookie, paths) {
  const url = `http://localhost:${port}`;
  const { stop, pid } = await serve(`${url}${paths[0]}`, "floor", ["--cookie", cookie, ...paths], folder, portalSettings(folder, port, issuer, settings));
  return { url, stop, pid };
}

/** What a portal on `port` is told. */
function portalSettings(folder, port, issuer, settings) {
  const url = `http://localhost:${port}`;
  return environment(folder, {
    KLAR_LISTEN: `127.0.0.1:${port}`,
    KLAR_PUBLIC_URL: url,
    KLAR_OIDC_ISSUER: issuer,
    KLAR_OIDC_CLIENT_ID: CLIENT.id,
    KLAR_OIDC_CLIENT_SECRET: CLIENT.secret,
    KLAR_OIDC_NATIONAL_ID_CLAIM: "pid",
    KLAR_OIDC_ACCEPTED_ACR: HIGH,
    ...settings,
  });
}

/** Test-ID on `port`, for the portal at `url`. Resolves when it answers. */
export async function testId(folder, demo, port, url) {
  const issuer = `http://localhost:${port}`;
  const { stop } = await serve(`${issuer}/.well-known/openid-configuration`, "test-id", [
    "--listen", `127.0.0.1:${port}`,
    "--issuer", issuer,
    "--personas", join(demo, "personas.json"),
    "--redirect-uri", `${url}/logg-inn/svar`,
    "--post-logout-redirect-uri", `${url}/logg-ut/svar`,
  ], folder, process.env);
  return { issuer, stop };
}

/** Everything, ready; `stop` takes it all away again. */
export async function system(options) {
  const [port, providerPort] = await freePorts(2);
  const { folder, demo, remove } = await union(options);
  const running = [];
  const stop = async () => {
    await Promise.all(running.map((one) => one.stop()));
    await remove();
  };
  try {
    const provider = await testId(folder, demo, providerPort, `http://localhost:${port}`);
    running.push(provider);
    const klar = await portal(folder, port, provider.issuer);
    running.push(klar);
    return { folder, demo, url: klar.url, issuer: provider.issuer, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Ports that nobody listens on: held together, so that they differ. */
export async function freePorts(count) {
  const servers = await Promise.all(Array.from({ length: count }, () => new Promise((resolve, reject) => {
    const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => resolve(server));
  })));
  const ports = servers.map((server) => server.address().port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}

/** Runs a program to its end. */
export async function finish(name, args, cwd, env) {
  const { ended, said } = start(name, args, cwd, env);
  const code = await ended;
  if (code !== 0) throw new Error(`${name} ${args.join(" ")} ended with ${code}:\n${said()}`);
}

/** Starts a program that is to run until it is told to stop; resolves with its number and the way to stop it when it answers at `url`. */
async function serve(url, name, args, cwd, env) {
  const { child, ended, said } = start(name, args, cwd, env);
  let isTold = false;
  let isOver = false;
  ended.then((code) => {
    isOver = true;
    if (!isTold) console.error(`${name} stopped by itself (${code}):\n${said()}`);
  }, () => { isOver = true; });
  const stop = async () => {
    isTold = true;
    child.kill("SIGTERM");
    // A browser may hold a connection open; nothing here needs saving.
    const timer = setTimeout(() => child.kill("SIGKILL"), 3_000);
    await ended;
    clearTimeout(timer);
  };
  for (const deadline = Date.now() + 20_000; Date.now() < deadline && !isOver;) {
    try {
      if ((await fetch(url)).ok) return { stop, pid: child.pid };
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`${name} did not answer at ${url}:\n${said()}`);
}

/** Starts a program, and keeps the end of what it says in case it breaks. */
function start(name, args, cwd, env) {
  const child = spawn(join(run, name), args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => { said = (said + text).slice(-20_000); });
  }
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${name} cannot be started (is script/build done?): ${error.message}`)));
    child.once("exit", (code, signal) => resolve(code ?? signal));
  });
  return { child, ended, said: () => said };
}
