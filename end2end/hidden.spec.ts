// What one may not see does not exist: in the same words, and in the same bytes.
import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { makeCase, makeTask, memberIds } from "./support/cases";
import { expect, test } from "./support/test";

/** A page as bytes, without what differs each time: the nonce, and ids (its own among them). */
async function asBytes(page: Page, path: string) {
  const answer = await page.request.get(path);
  const text = (await answer.text())
    .replace(/(nonce|crossorigin)="[^"]*"/g, '$1="…"')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "…");
  const headers = { ...answer.headers() };
  for (const name of ["date", "x-request-id", "content-security-policy", "content-length"]) delete headers[name];
  return { status: answer.status(), headers, text };
}

async function isNotFound(page: Page, path: string) {
  await page.goto(path);
  await expect(page).toHaveTitle("Vi finner ikke denne siden – KLAR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi finner ikke denne siden");
  await expect(page.getByText("Den kan være flyttet, eller den hører ikke til vervet ditt.")).toBeVisible();
  await page.getByRole("link", { name: "Gå til I dag" }).click();
  await expect(page).toHaveURL("/i-dag");
}

test("et medlem i naboklubben er som et medlem som ikke finnes", { tag: "@no-script" }, async ({ as, elsewhere, watch }) => {
  watch.expect(/status of 404/);
  const [theirs] = await memberIds(await elsewhere("leader-b"));
  const page = await as("ptv");
  expect(await memberIds(page)).not.toContain(theirs);
  const hidden = await asBytes(page, `/medlemmer/${theirs}`);
  expect(hidden.status).toBe(404);
  expect(hidden).toEqual(await asBytes(page, `/medlemmer/${randomUUID()}`));
  await isNotFound(page, `/medlemmer/${theirs}`);
});

test("en annens sak er som en sak som ikke finnes, med notat og oppgave", { tag: "@no-script" }, async ({ as, elsewhere, watch }) => {
  watch.expect(/status of 404/);
  const theirs = await makeCase(await elsewhere("leader-b"), "Ikke for andre");
  const page = await as("ptv");
  for (const below of ["", "/notat", "/oppgave", "?ny=1"]) {
    const hidden = await asBytes(page, theirs + below);
    expect(hidden.status).toBe(404);
    expect(hidden.text).not.toContain("Ikke for andre");
    expect(hidden).toEqual(await asBytes(page, `/saker/${randomUUID()}${below}`));
    await isNotFound(page, theirs + below);
  }
});

test("et annet utkast enn mitt eget er tomt", async ({ as, elsewhere }) => {
  const theirs = await elsewhere("leader-b", "/saker/ny");
  const draft = randomUUID();
  await theirs.request.post("/api/cases/new/what", {
    form: { draft, happened: "1.3.2026", description: "Bare mitt" }, headers: { origin: new URL(theirs.url()).origin },
  });
  await theirs.goto(`/saker/ny/${draft}/hendelse`);
  await expect(theirs.getByLabel("Hva skjedde?")).toHaveValue("Bare mitt");
  const page = await as("ptv", `/saker/ny/${draft}/hendelse`);
  await expect(page.getByLabel("Hva skjedde?")).toHaveValue("");
});

test("en adresse som ikke finnes, har en vei hjem", { tag: ["@no-script", "@desk"] }, async ({ as, watch }) => {
  watch.expect(/status of 404/);
  const page = await as("ptv");
  for (const path of ["/finnes-ikke", "/saker/ikke-en-id", "/medlemmer/ikke-en-id", "/saker/ny/x/hva", "/i-dag/mer"]) await isNotFound(page, path);
});

test("et programspørsmål fra en som ikke er logget inn, får 401, og fra feil person 404", async ({ as, elsewhere, playwright, baseURL }) => {
  const other = await elsewhere("leader-b");
  const [member] = await memberIds(other);
  const path = await makeCase(other, "Ikke for programmer heller");
  await makeTask(other, path, "Ikke å hukes av andre");
  await other.goto(path);
  const happened = await other.locator(".k-timeline li").count();
  const [, task] = (await (await other.request.get(path)).text()).match(/name="task" value="([^"]+)"/)!;
  const [id, key] = [path.split("/")[2], randomUUID()];
  const questions: [string, Record<string, string>][] = [
    ["members/card", { id: member }],
    ["cases/view", { id }],
    ["notes/form", { case: id }],
    ["notes/add", { case: id, key, body: "x" }],
    ["tasks/form", { case: id }],
    ["tasks/add", { case: id, key, title: "x", due: "" }],
    ["tasks/tick", { case: id, task, version: "1", done: "true", to: "" }],
    ["finnes/ikke", {}],
  ];
  const outsider = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL! } });
  const page = await as("ptv");
  for (const [name, form] of questions) {
    const refused = await outsider.post(`/api/${name}`, { form });
    expect([name, refused.status()]).toEqual([name, 401]);
    const hidden = await page.request.post(`/api/${name}`, { form, headers: { origin: baseURL! } });
    expect([name, hidden.status()]).toEqual([name, 404]);
    expect(await hidden.text()).not.toContain("Ikke");
  }
  for (const name of ["today/view", "members/list", "members/workplaces", "cases/list", "cases/new/begun", "cases/new/people", "cases/new/save"]) {
    expect([name, (await outsider.post(`/api/${name}`, { form: {} })).status()]).toEqual([name, 401]);
  }
  await outsider.dispose();
  await other.goto(path);
  await expect(other.getByRole("button", { name: "Merk som ferdig: Ikke å hukes av andre" })).toBeVisible();
  await expect(other.locator(".k-timeline li")).toHaveCount(happened);
});

test("et skjema fra et annet nettsted blir stoppet", async ({ as }) => {
  const page = await as("ptv");
  for (const headers of [{ origin: "https://evil.example" }, { "sec-fetch-site": "cross-site" }, {}] as Record<string, string>[]) {
    const answer = await page.request.post("/api/cases/new/about", { form: { draft: randomUUID(), case_type: "FERIE" }, headers });
    expect(answer.status()).toBe(403);
  }
});

test("ingen adresse fører ut av KLAR", async ({ page, as, baseURL }) => {
  for (const to of ["//evil.example", "https://evil.example", "/\\evil.example"]) {
    await page.goto(`/?til=${encodeURIComponent(to)}`);
    const href = await page.getByRole("link", { name: "Logg inn med BankID" }).getAttribute("href");
    expect(href).toBe("/logg-inn");
    const choice = await page.request.post("/sprak", { form: { lang: "nb", til: to }, headers: { origin: baseURL! }, maxRedirects: 0 });
    expect(choice.headers().location).toBe("/");
  }
  expect((await as("ptv")).url()).toBe(`${baseURL}/i-dag`);
});
