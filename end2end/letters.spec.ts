// Letters: filled in, kept as a document of the case, and kept again as the next version.
import { randomUUID } from "node:crypto";

import { makeCase, send } from "./support/cases";
import { expect, test } from "./support/test";

const idOf = (path: string) => path.split("/")[2];

/** What the letter about wrong pay asks beside what the case has. */
const ASKED = {
  "Hva er feil med lønnen": "Tillegget mangler.",
  "Hvilke lønninger er feil": "mars 2026",
  "Hva skulle medlemmet ha fått": "kr 30 000",
  "Hva fikk medlemmet": "kr 29 000",
  "Hva mangler": "kr 1 000",
  "Svar innen": "1.6.2026",
};

test("jeg skriver et brev, lagrer det på saken, retter det og lagrer en ny versjon", { tag: ["@no-script", "@desk"] }, async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Feil lønn", { type: "LONN_FEIL" });
  await page.goto(path);
  await page.getByRole("link", { name: "Skriv brev" }).click();
  await page.getByRole("link", { name: "Krav om retting av lønn" }).click();
  await awake(page);
  for (const [label, value] of Object.entries(ASKED)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Se brevet" }).click();
  await expect(page.getByText("Tillegget mangler.")).toBeVisible();
  await awake(page);
  await accessible(page);
  await page.getByRole("button", { name: "Lagre på saken", exact: true }).click();
  await expect(page.getByRole("status").getByText("Lagret", { exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Krav om retting av lønn, .*\.pdf$/);
  // Its pages stand there to be read.
  const drawn = page.getByRole("img", { name: /^Side 1 av \d i Krav om retting av lønn/ });
  await drawn.scrollIntoViewIfNeeded();
  await expect.poll(() => drawn.evaluate((picture: HTMLImageElement) => picture.naturalWidth)).toBe(1240);
  await accessible(page);
  for (const [name, end] of [["Last ned", ".pdf"], ["Last ned som Word-dokument", ".docx"]] as const) {
    const link = page.getByRole("link", { name, exact: true }).first();
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename().endsWith(end)).toBe(true);
  }

  // What was typed waits, to be changed and kept again.
  await page.goto(`${path}/brev/KRAV_LONN`);
  await awake(page);
  await page.getByLabel("Hva er feil med lønnen").fill("Ansienniteten er feil.");
  await page.getByRole("button", { name: "Se brevet" }).click();
  await awake(page);
  await page.getByRole("button", { name: "Lagre på saken som versjon 2" }).click();
  await expect(page.getByText(/^Versjon 2: Krav om retting av lønn/)).toBeVisible();
  await expect(page.getByText(/^Versjon 1: Krav om retting av lønn/)).toBeVisible();
  await page.goto(path);
  await expect(page.getByText(/^Ny versjon \(2\): Krav om retting av lønn/)).toBeVisible();
});

test("det samme brevet sendt to ganger er én versjon, og den som ikke har sett den nyeste, blir stoppet", { tag: "@no-script" }, async ({ as, awake, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "To ganger", { type: "LONN_FEIL" });
  await page.goto(`${path}/brev/KRAV_LONN`);
  await awake(page);
  for (const [label, value] of Object.entries(ASKED)) await page.getByLabel(label).fill(value);
  await page.getByRole("button", { name: "Se brevet" }).click();
  await awake(page);
  const form = { case: idOf(path), template: "KRAV_LONN", key: randomUUID(), seen: "0" };
  const first = await send(page, "/api/letters/save", form);
  expect((await send(page, "/api/letters/save", form)).to).toBe(first.to);
  // The page was opened before that, and offers to keep it as the first.
  await page.goto(`${path}/brev/KRAV_LONN`);
  await awake(page);
  await page.getByLabel("Hva mangler").fill("kr 2 000");
  await page.getByRole("button", { name: "Se brevet" }).click();
  const late = await send(page, "/api/letters/save", { ...form, key: randomUUID() });
  await page.goto(late.to);
  await expect(page.getByRole("status").getByText("Brevet er ikke lagret på saken")).toBeVisible();
  await expect(page.getByText("kr 2 000")).toBeVisible();
});
