// Writes theme.css: the colour scales of KLAR for Designsystemet's tokens, light and dark.
//
// A scale is a hue and a strength; each step has a target luminance (WCAG), so that the
// contrast between two steps is the same whatever the hue. `npm run contrast` checks it.
//
// Run: npm run theme
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Hue (OKLCH degrees) and strength (OKLCH chroma) of each scale. */
const SCALES = {
  accent: { hue: 203, chroma: 0.07 }, // deep blue-green: what can be pressed
  neutral: { hue: 78, chroma: 0.011 }, // warm grey: text, borders, ground
  info: { hue: 248, chroma: 0.085 },
  success: { hue: 152, chroma: 0.088 },
  warning: { hue: 72, chroma: 0.1 },
  danger: { hue: 33, chroma: 0.15 }, // the one accent for what is urgent
};

/** Target luminance per step. The strength of the palest steps is turned down. */
const LIGHT = {
  "background-default": null,
  "background-tinted": [0.885, 0.18],
  "surface-default": null,
  "surface-tinted": [0.82, 0.27],
  "surface-hover": [0.745, 0.36],
  "surface-active": [0.65, 0.46],
  "border-subtle": [0.6, 0.65],
  "border-default": [0.165, 1],
  "border-strong": [0.088, 1],
  "text-subtle": [0.08, 1],
  "text-default": [0.02, 0.8],
  "base-default": [0.078, 1],
  "base-hover": [0.052, 1],
  "base-active": [0.034, 0.9],
  "base-contrast-subtle": [0.82, 0.35],
  "base-contrast-default": null,
};
const DARK = {
  "background-default": null,
  "background-tinted": [0.0135, 0.5],
  "surface-default": null,
  "surface-tinted": [0.027, 0.55],
  "surface-hover": [0.04, 0.6],
  "surface-active": [0.056, 0.65],
  "border-subtle": [0.075, 0.65],
  "border-default": [0.26, 0.9],
  "border-strong": [0.42, 0.9],
  "text-subtle": [0.48, 0.85],
  "text-default": [0.8, 0.4],
  "base-default": [0.4, 1],
  "base-hover": [0.5, 0.95],
  "base-active": [0.6, 0.85],
  "base-contrast-subtle": [0.018, 0.6],
  "base-contrast-default": null,
};

/** Steps that are the same for every scale: the ground, the paper, the words on a button. */
const SHARED = {
  light: {
    "background-default": colour(78, 0.008, 0.935),
    "surface-default": "#ffffff",
    "base-contrast-default": "#ffffff",
  },
  dark: {
    "background-default": colour(200, 0.008, 0.0085),
    "surface-default": colour(200, 0.009, 0.0165),
    "base-contrast-default": colour(200, 0.01, 0.004),
  },
};

/** Amber is only itself when it is light: its base is bright, with dark words on it. */
const OVERRIDES = {
  light: {
    warning: {
      "background-tinted": [0.885, 0.3],
      "surface-tinted": [0.83, 0.55],
      "base-default": [0.44, 1.3],
      "base-hover": [0.38, 1.3],
      "base-active": [0.32, 1.3],
      "base-contrast-subtle": [0.025, 0.6],
      "base-contrast-default": [0.008, 0.4],
    },
    neutral: { "background-tinted": [0.885, 0.5], "surface-tinted": [0.82, 0.6] },
    danger: { "background-tinted": [0.885, 0.12], "surface-tinted": [0.81, 0.22] },
  },
  dark: {
    danger: { "base-default": [0.36, 0.95], "base-hover": [0.44, 0.9], "base-active": [0.54, 0.8] },
    // In the dark the warm ground turns to the cool side, so that it does not look brown.
    neutral: { hue: 200, chroma: 0.009, "text-default": [0.84, 0.4] },
  },
};

function oklchToLinear(l, c, h) {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l_ = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m_ = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s_ = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l_ - 3.3077115913 * m_ + 0.2309699292 * s_,
    -1.2684380046 * l_ + 2.6097574011 * m_ - 0.3413193965 * s_,
    -0.0041960863 * l_ - 0.7034186147 * m_ + 1.707614701 * s_,
  ];
}

function inGamut(rgb) {
  return rgb.every((v) => v >= -1e-4 && v <= 1 + 1e-4);
}

function luminance([r, g, b]) {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The colour of this hue and at most this strength that has luminance `target`. */
function colour(hue, chroma, target) {
  for (let c = chroma; ; c -= 0.001) {
    let low = 0;
    let high = 1;
    for (let i = 0; i < 40; i++) {
      const mid = (low + high) / 2;
      if (luminance(oklchToLinear(mid, Math.max(c, 0), hue)) < target) low = mid;
      else high = mid;
    }
    const rgb = oklchToLinear(low, Math.max(c, 0), hue);
    if (c <= 0 || inGamut(rgb)) return hex(rgb);
  }
}

function hex(rgb) {
  const channel = (v) => {
    const x = Math.min(1, Math.max(0, v));
    const s = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
    return Math.round(s * 255).toString(16).padStart(2, "0");
  };
  return `#${rgb.map(channel).join("")}`;
}

function scheme(name, steps) {
  const lines = [];
  for (const [scale, seed] of Object.entries(SCALES)) {
    const own = OVERRIDES[name][scale] ?? {};
    for (const [step, normal] of Object.entries(steps)) {
      const target = own[step] ?? normal;
      const value = target
        ? colour(own.hue ?? seed.hue, (own.chroma ?? seed.chroma) * target[1], target[0])
        : SHARED[name][step];
      lines.push(`--ds-color-${scale}-${step}: ${value};`);
    }
  }
  const dark = name === "dark";
  lines.push(`--ds-color-focus-inner: ${dark ? "#0b0d0d" : "#ffffff"};`);
  lines.push(`--ds-color-focus-outer: ${dark ? "#fdf6e6" : "#14110c"};`);
  return lines;
}

const indent = (lines, n) => lines.map((line) => " ".repeat(n) + line).join("\n");
const css = `/* Written by theme.mjs (npm run theme). Do not edit. */
:root {
${indent(["color-scheme: light dark;", ...scheme("light", LIGHT)], 2)}
}

@media screen and (prefers-color-scheme: dark) {
  :root {
${indent(scheme("dark", DARK), 4)}
  }
}
`;
writeFileSync(fileURLToPath(new URL("theme.css", import.meta.url)), css);
