import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";

/** Debian's Chromium; no browser is ever downloaded. */
const chromium = {
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
};

/** Without motion: the emulated phone changes its size while a page comes, and breaks off the transition to it. */
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, contextOptions: { reducedMotion: "reduce" as const } };

/** What every run has in common, the screenshots' too. */
export const shared: PlaywrightTestConfig = {
  globalSetup: "./support/setup.ts",
  outputDir: "./test-results",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: { browserName: "chromium", launchOptions: chromium, locale: "nb-NO", timezoneId: "Europe/Oslo", trace: "off" },
};

// A test runs on a phone with script. Its tags say what else: @no-script that it holds without script too,
// @only-no-script that it is about that alone, @desk that it is worth seeing on a wide screen.
export default defineConfig({
  ...shared,
  testDir: ".",
  projects: [
    { name: "script", grepInvert: /@only-no-script/, use: phone },
    { name: "no-script", grep: /@no-script|@only-no-script/, use: { ...phone, javaScriptEnabled: false } },
    { name: "desk", grep: /@desk/, use: { viewport: { width: 1280, height: 800 } } },
  ],
});
