// Builds what the browser gets from this folder: style/dist/klar.css and public/fonts.
//
// Run: npm run css
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
/** The most the style sheet may weigh, in bytes after brotli. */
const BUDGET = 20_000;

const font = dirname(require.resolve("@fontsource-variable/source-sans-3/package.json"));
const fonts = join(root, "public/fonts");
mkdirSync(fonts, { recursive: true });
copyFileSync(
  join(font, "files/source-sans-3-latin-wght-normal.woff2"),
  join(fonts, "source-sans-3-latin.woff2"),
);
copyFileSync(join(font, "LICENSE"), join(fonts, "source-sans-3-OFL.txt"));

const out = join(root, "style/dist/klar.css");
mkdirSync(dirname(out), { recursive: true });
const lightningcss = join(
  dirname(require.resolve("lightningcss-cli/package.json")),
  process.platform === "win32" ? "lightningcss.exe" : "lightningcss",
);
execFileSync(
  lightningcss,
  ["--bundle", "--minify", "--browserslist", "style/main.css", "-o", out],
  { cwd: root, stdio: "inherit" },
);

const size = statSync(out).size;
const brotli = brotliCompressSync(readFileSync(out)).length;
console.log(`style/dist/klar.css: ${size} bytes, ${brotli} after brotli (at most ${BUDGET})`);
if (brotli > BUDGET) {
  console.error("The style sheet is over its budget.");
  process.exit(1);
}
