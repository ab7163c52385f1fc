// What Today weighs before anything but the page and its style sheet has come. (What a phone downloads once: budget.mjs.)
import { brotliCompressSync } from "node:zlib";

import { makeCase, makeTask } from "./support/cases";
import { expect, test } from "./support/test";

/** Some three seconds on a slow connection. */
const AT_MOST = 60_000;

test("I dag med stilark veier ikke mer enn det er plass til", async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  for (let number = 0; number < 5; number += 1) await makeTask(page, await makeCase(page, `Sak ${number}`), `Oppgave ${number}`, "1.3.2026");
  const html = await (await page.request.get("/i-dag")).body();
  const [, css] = html.toString().match(/<link rel="stylesheet" href="([^"]+)"/)!;
  const [words, style] = [html, await (await page.request.get(css)).body()].map((body) => brotliCompressSync(body).length);
  console.log(`I dag: ${words} + ${style} bytes, at most ${AT_MOST}`);
  expect(words + style).toBeLessThanOrEqual(AT_MOST);
});

test("sidene kommer pakket, og det som aldri endrer seg, hentes én gang", async ({ as }) => {
  const page = await as("ptv");
  const files = new Set<string>();
  page.on("request", (request) => { if (request.url().includes("/pkg/")) files.add(request.url()); });
  const answer = await page.goto("/saker", { waitUntil: "networkidle" });
  expect((await answer!.allHeaders())["content-encoding"]).toBe("br");
  expect([...files].map((file) => file.split(".").at(-1)).sort()).toEqual(["css", "js", "wasm"]);
  for (const file of files) {
    expect((await page.request.get(file)).headers()["cache-control"]).toBe("public, max-age=31536000, immutable");
  }
});
