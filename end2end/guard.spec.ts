// The watch itself: it must see each of these, or its silence means nothing.
import { test } from "./support/test";

test.describe("vakten ser", () => {
  test.beforeEach(({ page }) => page.goto("/"));

  test("feil i konsollen", async ({ page, watch }) => {
    watch.expect(/^console error: noe/);
    await page.evaluate(() => console.error("noe"));
  });

  test("advarsler i konsollen", async ({ page, watch }) => {
    watch.expect(/^console warning: noe/);
    await page.evaluate(() => console.warn("noe"));
  });

  test("unntak ingen tar imot", async ({ page, watch }) => {
    watch.expect(/^page error: noe/);
    const thrown = page.waitForEvent("pageerror");
    await page.evaluate(() => { setTimeout(() => { throw new Error("noe"); }); });
    await thrown;
  });

  test("brudd på sikkerhetsreglene", async ({ page, watch }) => {
    watch.expect(/^console error: .*Content Security Policy/);
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", `<p style="color: red">x</p>`));
  });

  test("filer som ikke finnes", async ({ page, watch }) => {
    watch.expect(/^console error: .*status of 404/);
    await page.evaluate(() => fetch("/pkg/finnes-ikke.js"));
  });

  test("spørsmål til andre nettsteder, som ikke kommer fram", async ({ page, watch }) => {
    watch.expect(/^request to somewhere else: GET http:\/\/127\.0\.0\.1:1\//);
    watch.expect(/^request failed: GET http:\/\/127\.0\.0\.1:1\//);
    await page.goto("http://127.0.0.1:1/").catch(() => undefined);
  });

  test("og det den ser, feller testen", async ({ page }) => {
    test.fail();
    await page.evaluate(() => console.error("noe"));
  });

  test("og det som skulle skje og ikke skjer, feller den også", async ({ watch }) => {
    test.fail();
    watch.expect(/dette skjer ikke/);
  });
});
