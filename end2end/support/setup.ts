// Before all tests: the whole system, unless KLAR_E2E_URL names one that runs; after them it is gone.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { root, system } from "./system.mjs";

export default async function setup() {
  const claims = mkdtempSync(join(tmpdir(), "klar-e2e-claims-"));
  process.env.KLAR_E2E_CLAIMS = claims;
  const forget = () => rmSync(claims, { recursive: true, force: true });
  if (process.env.KLAR_E2E_URL) {
    // What script/server has laid out, with Test-ID where script/demo.toml says.
    process.env.KLAR_E2E_DEMO ??= join(root, "data/demo");
    process.env.KLAR_E2E_ISSUER ??= "http://localhost:4400";
    return forget;
  }
  const running = await system({ cases: process.env.KLAR_E2E_CASES === "1" });
  process.env.KLAR_E2E_URL = running.url;
  process.env.KLAR_E2E_DEMO = running.demo;
  process.env.KLAR_E2E_ISSUER = running.issuer;
  return async () => {
    await running.stop();
    forget();
  };
}
