// Pictures of the pages, with the demonstration's cases: npm run screenshots.
import { defineConfig } from "@playwright/test";

import { shared } from "./playwright.config";

process.env.KLAR_E2E_CASES = "1";

export default defineConfig({
  ...shared,
  testMatch: "screenshots.ts",
  projects: [
    { name: "360", use: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true } },
    { name: "1280", use: { viewport: { width: 1280, height: 800 } } },
  ],
});
