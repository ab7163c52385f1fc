// Checks the contrast of theme.css, light and dark, and fails when a pair falls short.
//
// Run: npm run contrast
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const css = readFileSync(fileURLToPath(new URL("theme.css", import.meta.url)), "utf8");
const [light, dark] = css.split("@media");

const tokens = (part) =>
  new Map([...part.matchAll(/--ds-color-([\w-]+): (#[0-9a-f]{6});/g)].map((m) => [m[1], m[2]]));

function luminance(hex) {
  const [r, g, b] = [1, 3, 5].map((i) => {
    const v = parseInt(hex.slice(i, i + 2), 16) / 255;
    return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a, b) {
  const [x, y] = [luminance(a), luminance(b)].sort((p, q) => q - p);
  return (x + 0.05) / (y + 0.05);
}

const GROUNDS = ["background-default", "background-tinted", "surface-default", "surface-tinted"];
const PRESSED = ["surface-hover", "surface-active"];
const SCALES = ["accent", "neutral", "info", "success", "warning", "danger"];

/** Every pair that is drawn somewhere: [front, back, least ratio]. */
function* pairs() {
  for (const scale of SCALES) {
    const own = (step) => `${scale}-${step}`;
    // Body text in any scale's own colour, and in the neutral one, on any ground.
    for (const ground of [...GROUNDS, ...PRESSED]) {
      yield [own("text-default"), own(ground), 7];
      yield ["neutral-text-default", own(ground), 7];
      yield [own("text-subtle"), own(ground), 4.5];
    }
    // Links and quiet lines in body text, on the ground and on paper.
    yield [own("text-subtle"), "neutral-background-default", 7];
    yield [own("text-subtle"), "neutral-surface-default", 7];
    // Borders of fields and cards that are pressed; icons.
    for (const ground of GROUNDS) {
      yield [own("border-default"), own(ground), 3];
      yield [own("border-strong"), own(ground), 4.5];
    }
    // Words on buttons, and buttons on the page.
    for (const base of ["base-default", "base-hover", "base-active"]) {
      yield [own("base-contrast-default"), own(base), scale === "warning" ? 4.5 : 7];
      yield [own("base-contrast-subtle"), own(base), 4.5];
      if (scale !== "warning") yield [own(base), "neutral-background-default", 3];
    }
  }
  // Focus: the outer ring on the page, the inner ring on what is focused.
  for (const ground of [...GROUNDS, ...PRESSED]) yield ["focus-outer", `neutral-${ground}`, 7];
  for (const scale of SCALES.filter((name) => name !== "warning"))
    yield ["focus-inner", `${scale}-base-default`, 3];
}

let bad = 0;
for (const [name, map] of [["light", tokens(light)], ["dark", tokens(dark)]]) {
  const least = new Map();
  for (const [front, back, wanted] of pairs()) {
    const value = ratio(map.get(front), map.get(back));
    const group = `${wanted}`;
    if (!least.has(group) || value < least.get(group)[0]) least.set(group, [value, front, back]);
    if (value < wanted) {
      bad += 1;
      console.error(`${name}: ${front} on ${back}: ${value.toFixed(2)} < ${wanted}`);
    }
  }
  for (const [wanted, [value, front, back]] of [...least].sort())
    console.log(`${name}: wanted ${wanted}, least is ${value.toFixed(2)} (${front} on ${back})`);
}
if (bad > 0) {
  console.error(`${bad} pairs fall short.`);
  process.exit(1);
}
