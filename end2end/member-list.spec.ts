// The member list beyond the search: filters, named filters, and a file to take along.
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";

import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

const both = { tag: ["@no-script", "@desk"] };

const count = async (page: Page) => Number((await page.locator(".k-count").filter({ visible: true }).innerText()).split(" ")[0]);

/** Opens the form, chooses, and shows. */
async function choose(page: Page, fill: (page: Page) => Promise<unknown>) {
  const folded = page.locator("details:not([open]) > summary", { hasText: "Velg hva du vil se" });
  if (await folded.count()) await folded.click();
  await fill(page);
  await page.getByRole("button", { name: "Vis", exact: true }).click();
}

test("jeg velger stilling og yrkesseksjon, ser hva jeg har valgt, og tar bort ett om gangen", both, async ({ accessible, as, registry }) => {
  const members = registry.members(registry.persona("leader-a").national_id);
  const title = members.flatMap(({ jobs }) => jobs.map((job) => job.title)).find((title) => /^[a-zæøå]+$/i.test(title))!;
  const page = await as("leader-a", "/medlemmer");
  const all = await count(page);
  await choose(page, (page) => page.getByLabel("Stilling").fill(title.slice(0, 5).toLowerCase()));
  await expect(page).toHaveURL(/stilling=/);
  const some = await count(page);
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThanOrEqual(all);
  await accessible(page);
  await choose(page, (page) => page.getByLabel("Yrkesseksjon").selectOption({ index: 1 }));
  await expect(page).toHaveURL(/stilling=.*seksjon=/);
  await page.getByRole("link", { name: /Fjern filter: Yrkesseksjon/ }).click();
  expect(await count(page)).toBe(some);
  await page.getByRole("link", { name: /Fjern filter: Stilling/ }).click();
  await expect(page).toHaveURL("/medlemmer");
  expect(await count(page)).toBe(all);
});

test("søket beholder det jeg har valgt, og valget beholder søket", both, async ({ as, awake }) => {
  const page = await as("leader-a", "/medlemmer?ny=365");
  await awake(page);
  const field = page.getByRole("searchbox", { name: "Søk på navn" });
  await field.fill("a");
  await field.press("Enter");
  await expect(page).toHaveURL(/q=a.*ny=365|ny=365.*q=a/);
  await choose(page, (page) => page.getByLabel("Tariffområde").selectOption({ index: 1 }));
  await expect(page).toHaveURL(/q=a/);
  await expect(page).toHaveURL(/ny=365/);
  await expect(field).toHaveValue("a");
});

test("jeg lagrer et utvalg, finner det igjen, gir det nytt navn og sletter det", both, async ({ accessible, as, somebodyNew }) => {
  const page = await as(somebodyNew(), "/medlemmer?kontakt=uten&ny=365");
  if (await page.getByRole("link", { name: "Lagre utvalget" }).count() === 0) await page.goto("/medlemmer/utvalg?kontakt=uten&ny=365");
  else await page.getByRole("link", { name: "Lagre utvalget" }).click();
  const name = `Vanskelige å nå ${randomUUID().slice(0, 8)}`;
  await page.getByRole("button", { name: "Lagre utvalget" }).click();
  await expect(page).toHaveTitle(/^Feil/);
  await page.getByLabel("Navn på utvalget").fill(name);
  await page.getByRole("button", { name: "Lagre utvalget" }).click();
  await expect(page.getByText("Utvalget er lagret.")).toBeVisible();
  await accessible(page);
  await page.goto("/medlemmer");
  await page.getByText("Utvalg du har lagret (1)").click();
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page).toHaveURL("/medlemmer?ny=365&kontakt=uten");
  await page.goto("/medlemmer/utvalg");
  await page.getByRole("link", { name: `Endre ${name}` }).click();
  await page.getByLabel("Navn på utvalget").fill(`${name} nå`);
  await page.getByRole("button", { name: "Lagre navnet" }).click();
  await expect(page.getByText("Utvalget har fått nytt navn.")).toBeVisible();
  await page.getByRole("link", { name: `Endre ${name} nå` }).click();
  await page.getByRole("button", { name: "Slett utvalget" }).click();
  await expect(page.getByRole("heading", { name: "Ingen lagrede utvalg ennå" })).toBeVisible();
});

test("jeg henter listen som fil når jeg har sagt hva den er til, og filen sier hvem jeg er", both, async ({ accessible, as, elsewhere, registry }) => {
  const page = await as("leader-a", "/medlemmer?seksjon=health_social");
  const listed = await count(page);
  await page.getByRole("link", { name: "Hent som fil" }).click();
  await accessible(page);
  await page.getByRole("button", { name: "Hent filen" }).click();
  await expect(page).toHaveTitle(/^Feil/);
  await page.getByText("Møte eller innkalling").click();
  await page.getByLabel("Hva skal filen brukes til?").fill("Velkomstmøte for nye");
  await page.getByText("CSV (tekst med semikolon)").click();
  for (let twice = 0; twice < 2; twice++) {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Hent filen" }).click()]);
    expect(file.suggestedFilename()).toContain("slett etter bruk.csv");
    const lines = readFileSync((await file.path())!, "utf8").trimEnd().split("\r\n");
    expect(lines.length).toBe(4 + 1 + listed);
    expect(lines[0]).toContain(registry.persona("leader-a").name);
    expect(lines[1]).toContain("Velkomstmøte for nye");
  }
  const log = await elsewhere("dpo", "/innsyn");
  await expect(log.getByText("Velkomstmøte for nye").first()).toBeVisible();
});

test("en plasstillitsvalgt ser listen, men henter den ikke ut", both, async ({ as, watch }) => {
  const page = await as("ptv", "/medlemmer");
  await expect(page.getByRole("link", { name: "Hent som fil" })).toHaveCount(0);
  watch.expect(/status of 403/);
  expect((await page.goto("/medlemmer/fil"))!.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "Dette kan du ikke gjøre her" })).toBeVisible();
});
