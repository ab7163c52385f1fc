// Before all tests: the whole system, unless KLAR_E2E_URL names one that runs; after them it is gone.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { root, system } from "./system.mjs";

export default async function setup() {
  const stop = process.env.KLAR_E2E_URL ? undefined : await start();
  // What script/server has laid out, with Test-ID where script/demo.toml says.
  process.env.KLAR_E2E_DEMO ??= join(root, "data/demo");
  process.env.KLAR_E2E_ISSUER ??= "http://localhost:4400";
  // Who has been somebody in a test: as long as the data lives, so that a second run finds others.
  process.env.KLAR_E2E_CLAIMS = join(process.env.KLAR_E2E_DEMO, "../claims");
  mkdirSync(process.env.KLAR_E2E_CLAIMS, { recursive: true });
  return stop;
}

async function start() {
  const { url, demo, issuer, stop } = await system({ cases: process.env.KLAR_E2E_CASES === "1" });
  Object.assign(process.env, { KLAR_E2E_URL: url, KLAR_E2E_DEMO: demo, KLAR_E2E_ISSUER: issuer });
  return stop;
}
