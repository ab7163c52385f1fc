// What a phone downloads, brotli at its best, held against budget.json: bytes are stable where times are not.
// (`today`, the page and its style together, is held by weight.spec.ts, which has a page to weigh.)
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync } from "node:zlib";

const site = join(import.meta.dirname, "../target/site/pkg");
const budget = JSON.parse(readFileSync(join(import.meta.dirname, "budget.json"), "utf8"));
const ending = { wasm: ".wasm", script: ".js", css: ".css" };

/** A development build leaves out the last step of a release, so it is done here on a copy. */
function optimised(file) {
  const folder = mkdtempSync(join(tmpdir(), "klar-budget-"));
  const out = join(folder, "klar.wasm");
  const features = ["bulk-memory", "nontrapping-float-to-int", "sign-ext", "mutable-globals", "reference-types", "multivalue"];
  execFileSync("npx", ["wasm-opt", "-Oz", ...features.map((feature) => `--enable-${feature}`), file, "-o", out], { stdio: "inherit" });
  const bytes = readFileSync(out);
  rmSync(folder, { recursive: true });
  return bytes;
}

let over = false;
for (const what of Object.keys(ending)) {
  const most = budget[what];
  const files = readdirSync(site).filter((name) => name.startsWith("klar.") && name.endsWith(ending[what]));
  if (files.length !== 1) throw new Error(`${files.length} files ending in ${ending[what]} in ${site}; expected one. Run script/build.`);
  const file = join(site, files[0]);
  const bytes = what === "wasm" ? optimised(file) : readFileSync(file);
  const size = brotliCompressSync(bytes).length;
  over ||= size > most;
  console.log(`${what.padEnd(8)} ${String(bytes.length).padStart(8)} bytes ${String(size).padStart(8)} brotli, at most ${most}${size > most ? ": OVER" : ""}`);
}
process.exit(over ? 1 : 0);
