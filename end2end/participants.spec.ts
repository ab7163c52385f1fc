// Two people and one case: taking part, writing at the same time, and being kept out.
import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { choose, makeCase, makeTask, send } from "./support/cases";
import { expect, test } from "./support/test";

const tags = { tag: ["@no-script", "@desk"] };
const leader = "Stø Granitt";

/** Asks the club's leader to work on the case, as its owner does it. */
async function ask(page: Page, path: string) {
  await page.goto(path);
  await page.getByText("Hvem kan se saken?").click();
  await page.getByRole("link", { name: "Se alle ved navn" }).click();
  await page.getByRole("link", { name: "Be noen delta" }).click();
  await page.getByLabel("Finn noen andre ved navn").fill("Granitt");
  await page.getByRole("button", { name: "Søk" }).click();
  await choose(page, leader);
  await page.getByRole("button", { name: "Be om å delta" }).click();
  await expect(page.getByRole("status").getByText("Lagret. Den du ba, ser saken nå.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Jobber med saken" }).getByText(leader, { exact: true })).toBeVisible();
}

/** The address of the task's page. */
async function taskPage(page: Page, path: string, title: string) {
  await page.goto(path);
  const address = await page.getByRole("link", { name: title, exact: true }).getAttribute("href");
  return address!.split("?")[0];
}

test("to som jobber med saken, endrer samme oppgave: begge tekstene står der, og den siste velger", tags, async ({ as, elsewhere, accessible }) => {
  const page = await as("ptv");
  const path = await makeCase(page, "To om samme sak");
  await makeTask(page, path, "Send brevet");
  await ask(page, path);
  await accessible(page);
  const task = await taskPage(page, path, "Send brevet");
  await page.goto(`${task}/endre`);
  const other = await elsewhere("leader-a", `${task}/endre`);
  await other.getByLabel("Hva skal gjøres?").fill("Send brevet i dag");
  await other.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Send brevet i dag");
  await page.getByLabel("Hva skal gjøres?").fill("Send e-post");
  await page.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(page.getByRole("status").getByText("Noen andre endret oppgaven mens du skrev")).toBeVisible();
  await expect(page.getByText("Send brevet i dag")).toBeVisible();
  await expect(page.getByLabel("Hva skal gjøres?")).toHaveValue("Send e-post");
  await accessible(page);
  // Ingenting er skrevet over før noen har valgt.
  await other.reload();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Send brevet i dag");
  await page.getByRole("button", { name: "Lagre det jeg skrev" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Send e-post");
  await page.goto(path);
  await expect(page.getByText("Fra «Send brevet i dag» til «Send e-post»")).toBeVisible();
});

test("samme skjema sendt to ganger på én gang blir ett notat, og samme nøkkel er min alene", { tag: "@no-script" }, async ({ as, elsewhere }) => {
  const page = await as("ptv");
  const path = await makeCase(page, "Dobbelt trykk");
  await ask(page, path);
  const other = await elsewhere("leader-a");
  const note = { case: path.split("/")[2], key: randomUUID(), body: "Ringte Ada" };
  const answers = await Promise.all([send(page, "/api/notes/add", note), send(page, "/api/notes/add", note), send(page, "/api/notes/add", note)]);
  expect(answers.map(({ status }) => status)).toEqual([302, 302, 302]);
  await send(other, "/api/notes/add", { ...note, body: "Noe annet med samme nøkkel" });
  await page.goto(path);
  await expect(page.getByText("Ringte Ada", { exact: true })).toHaveCount(1);
});

test("den som er inhabil, ser ikke spor av saken, og eieren ser at sperren virker", tags, async ({ as, elsewhere, accessible, watch }) => {
  const page = await as("ptv");
  const path = await makeCase(page, "Lederen er part");
  const id = path.split("/")[2];
  const other = await elsewhere("leader-a", path);
  await expect(other.getByText("Lederen er part")).toBeVisible();
  await page.goto(`${path}/tilgang`);
  await expect(page.getByRole("list", { name: "Ser saken gjennom vervet sitt" }).getByText(leader, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Hold noen utenfor" }).click();
  await page.getByRole("button", { name: "Hold utenfor" }).click();
  await expect(page.getByRole("alert").or(page.locator(".ds-error-summary"))).toBeVisible();
  await accessible(page);
  await choose(page, leader);
  await page.getByLabel("Hvorfor?").fill("Saken gjelder lederen selv");
  await page.getByRole("button", { name: "Hold utenfor" }).click();
  await expect(page.getByRole("status").getByText("Sperren er lagt inn, og virker nå.")).toBeVisible();
  await expect(page.getByText("Sperren virker: ser ikke noe spor av saken")).toBeVisible();
  await expect(page.getByRole("list", { name: "Ser saken gjennom vervet sitt" }).getByText(leader)).toHaveCount(0);
  await accessible(page);
  watch.expect(/status of 404/);
  const answer = await other.goto(path);
  expect(answer!.status()).toBe(404);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Vi finner ikke denne siden");
  for (const address of ["/saker", "/i-dag"]) expect(await (await other.request.get(address)).text()).not.toContain(id);
});
