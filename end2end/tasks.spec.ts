// Ticking tasks off.
import { choose, makeCase, makeTask, send, touchable } from "./support/cases";
import { expect, test } from "./support/test";
import type { Page } from "@playwright/test";

const done = (title: string) => ({ name: `Merk som ferdig: ${title}` });
const undo = (title: string) => ({ name: `Angre ferdig: ${title}` });

test("en oppgave huket av på I dag blir stående, og kan angres", { tag: "@desk" }, async ({ as, awake, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med oppgave");
  await makeTask(page, path, "Ring sjefen", "1.3.2026");
  await page.goto("/i-dag");
  await awake(page);
  await page.evaluate(() => { (window as any).samePage = true; });
  await page.getByRole("button", done("Ring sjefen")).click();
  await expect(page.getByRole("button", undo("Ring sjefen"))).toBeFocused();
  await page.getByRole("button", undo("Ring sjefen")).click();
  await expect(page.getByRole("button", done("Ring sjefen"))).toBeFocused();
  await page.getByRole("button", done("Ring sjefen")).click();
  await expect(page.getByRole("button", undo("Ring sjefen"))).toBeVisible();
  expect(await page.evaluate(() => (window as any).samePage)).toBe(true);
  await page.reload();
  await expect(page.getByText("Ring sjefen")).toHaveCount(0);
  await page.goto(path);
  await expect(page.getByRole("button", undo("Ring sjefen"))).toBeVisible();
});

test("uten skript huker jeg av på I dag, og den er borte derfra", { tag: "@only-no-script" }, async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med oppgave");
  await makeTask(page, path, "Ring sjefen");
  await page.goto("/i-dag");
  await page.getByRole("button", done("Ring sjefen")).click();
  await expect(page).toHaveURL("/i-dag");
  await expect(page.getByText("Ring sjefen")).toHaveCount(0);
  await page.goto(path);
  await page.getByRole("button", undo("Ring sjefen")).click();
  await expect(page.getByRole("status").getByText("Lagret", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", done("Ring sjefen"))).toBeVisible();
});

for (const where of ["/i-dag", "saken"]) {
  test(`endret i et annet vindu først: på ${where} får jeg vite det`, { tag: "@no-script" }, async ({ as, elsewhere, awake, somebodyNew }) => {
    const me = somebodyNew();
    const page = await as(me);
    const path = await makeCase(page, "To vinduer");
    await makeTask(page, path, "Send brevet");
    await page.goto(where === "saken" ? path : where);
    await awake(page);
    const other = await elsewhere(me, path);
    await awake(other);
    await other.getByRole("button", done("Send brevet")).click();
    await expect(other.getByRole("button", undo("Send brevet"))).toBeVisible();
    await awake(other);
    await other.getByRole("button", undo("Send brevet")).click();
    await expect(other.getByRole("button", done("Send brevet"))).toBeVisible();
    await page.getByRole("button", done("Send brevet")).click();
    await expect(page.getByRole("status").getByText("Noen andre endret oppgaven først.")).toBeVisible();
    await expect(page.getByRole("button", done("Send brevet"))).toBeVisible();
  });
}

test("lederen leser klubbens sak, men skriver ikke i den", { tag: "@no-script" }, async ({ as, elsewhere, watch }) => {
  watch.expect(/status of 403/);
  const ptv = await elsewhere("ptv");
  const path = await makeCase(ptv, "Lederen kan lese denne");
  await makeTask(ptv, path, "Bare min å huke av");
  const page = await as("leader-a", path);
  await expect(page.getByText("Lederen kan lese denne")).toBeVisible();
  await expect(page.getByText("Du kan lese saken, men ikke skrive i den.")).toBeVisible();
  await expect(page.getByRole("button", done("Bare min å huke av"))).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Skriv notat" })).toHaveCount(0);
  await page.goto(`${path}/notat`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Dette kan du ikke gjøre her");
  const health = await makeCase(ptv, "Om helse", { type: "SYKEFRAVAER_TILRETTELEGGING" });
  watch.expect(/status of 404/);
  await page.goto(health);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi finner ikke denne siden");
});

test("sakslista kan snevres inn, sier hva den viser, og kan vises hel igjen", { tag: ["@no-script", "@desk"] }, async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  await makeCase(page, "Om ferie", { type: "FERIE" });
  await makeCase(page, "Om pensjon", { type: "PENSJON" });
  await page.goto("/saker");
  await expect(page.getByText("2 saker", { exact: true })).toBeVisible();
  await page.getByText("Velg hva du vil se").click();
  await page.getByLabel("Hva det gjelder").selectOption({ label: "Pensjon" });
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(page.getByText("1 sak", { exact: true })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Pensjon: / })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Ferie: / })).toHaveCount(0);
  await page.getByRole("link", { name: "Fjern filter: Pensjon" }).click();
  await expect(page.getByText("2 saker", { exact: true })).toBeVisible();
  await page.goto("/saker?type=VARSLING");
  await expect(page.getByRole("heading", { name: "Ingen saker passer med det du har valgt" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Vis alle igjen" }).last().click();
  await expect(page).toHaveURL("/saker");
});

/** The page of the only task in a case. */
async function taskPage(page: Page, path: string, title: string) {
  await page.goto(path);
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  return new URL(page.url()).pathname;
}

test("en oppgave har sin egen side: endre, gjenta, kommenter og dropp", { tag: "@no-script" }, async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Med oppgave");
  await makeTask(page, path, "Ring sjefen");
  await taskPage(page, path, "Ring sjefen");
  await accessible(page);
  await page.getByRole("link", { name: "Endre", exact: true }).click();
  await page.getByLabel("Hva skal gjøres?").fill("Ring lederen");
  await page.getByLabel("Hvor ofte skal det gjøres?").selectOption({ label: "Hver uke" });
  await page.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(page.getByRole("link", { name: "Dato: må fylles ut" })).toBeVisible();
  await expect(page.getByLabel("Hva skal gjøres?")).toHaveValue("Ring lederen");
  await page.getByLabel("Når skal det være gjort?").fill("1.3.2026");
  await page.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Ring lederen");
  await expect(page.getByText("Hver uke")).toBeVisible();
  await page.getByLabel("Skriv en kommentar").fill("Fikk ikke svar.");
  await page.getByRole("button", { name: "Lagre kommentaren" }).click();
  await expect(page.getByRole("status").getByText("Kommentaren er lagret")).toBeVisible();
  await expect(page.getByText("Fikk ikke svar.")).toBeVisible();
  await page.getByRole("group").getByText("Dropp oppgaven").first().click();
  await page.getByLabel("Hvorfor skal den ikke gjøres?").fill("Lederen ringte selv");
  await page.getByRole("button", { name: "Dropp oppgaven" }).click();
  await expect(page.getByText("Hvorfor: Lederen ringte selv")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Ta opp oppgaven igjen" }).click();
  await awake(page);
  await page.getByRole("button", done("Ring lederen")).click();
  await expect(page.getByRole("button", undo("Ring lederen"))).toBeVisible();
  await page.goto(path);
  // Den neste er kommet, og historien står i saken.
  await expect(page.getByRole("button", done("Ring lederen"))).toBeVisible();
  for (const told of ["Fra «Ring sjefen» til «Ring lederen»", "Kommentar til oppgaven: Ring lederen", "Droppet: Ring lederen"]) {
    await expect(page.getByText(told)).toBeVisible();
  }
});

test("to vinduer endrer samme oppgave: begge vises, og jeg velger", { tag: "@no-script" }, async ({ as, elsewhere, accessible, somebodyNew }) => {
  const me = somebodyNew();
  const page = await as(me);
  const path = await makeCase(page, "To vinduer");
  await makeTask(page, path, "Send brevet");
  const task = await taskPage(page, path, "Send brevet");
  await page.goto(`${task}/endre`);
  const other = await elsewhere(me, `${task}/endre`);
  await other.getByLabel("Hva skal gjøres?").fill("Send brevet i dag");
  await other.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(other.getByRole("heading", { level: 1 })).toHaveText("Send brevet i dag");
  await page.getByLabel("Hva skal gjøres?").fill("Send e-post");
  await page.getByRole("button", { name: "Lagre endringen" }).click();
  await expect(page.getByRole("status").getByText("Noen andre endret oppgaven mens du skrev")).toBeVisible();
  await expect(page.getByText("Send brevet i dag")).toBeVisible();
  await expect(page.getByLabel("Hva skal gjøres?")).toHaveValue("Send e-post");
  await accessible(page);
  await page.getByRole("button", { name: "Lagre det jeg skrev" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Send e-post");
  await page.goto(path);
  await expect(page.getByText("Fra «Send brevet i dag» til «Send e-post»")).toBeVisible();
});

test("flere saker får samme oppgave", { tag: "@no-script" }, async ({ as, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const first = await makeCase(page, "Den første", { type: "FERIE" });
  await makeCase(page, "Den andre", { type: "PENSJON" });
  await page.goto("/saker");
  await page.getByRole("link", { name: "Gi flere saker samme oppgave" }).click();
  await page.getByLabel("Hva skal gjøres?").fill("Ring medlemmet");
  await page.getByRole("button", { name: "Lagre i sakene jeg har valgt" }).click();
  await expect(page.getByRole("link", { name: "Saker: velg minst én sak" })).toBeVisible();
  await expect(page.getByLabel("Hva skal gjøres?")).toHaveValue("Ring medlemmet");
  for (const box of await page.getByRole("checkbox").all()) await touchable(box).click();
  await accessible(page);
  await page.getByRole("button", { name: "Lagre i sakene jeg har valgt" }).click();
  await expect(page.getByRole("status").getByText("2 saker har fått oppgaven")).toBeVisible();
  await page.goto(first);
  await expect(page.getByRole("link", { name: "Ring medlemmet", exact: true })).toBeVisible();
});

test("listen sorteres etter dato, og utvalget lagres og finnes igjen", { tag: "@no-script" }, async ({ as, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const later = await makeCase(page, "Senere", { type: "FERIE" });
  await makeTask(page, later, "Etterpå", "1.4.2026");
  const sooner = await makeCase(page, "Snart", { type: "PENSJON" });
  await makeTask(page, sooner, "Først", "1.3.2026");
  await makeTask(page, later, "Sist endret", "");
  await page.goto("/saker");
  await expect(page.locator(".k-card-link a").first()).toHaveText(/^Ferie/);
  await page.getByText("Velg hva du vil se").click();
  await page.getByLabel("Rekkefølge").selectOption({ label: "Nærmeste dato først" });
  await page.getByRole("button", { name: "Vis", exact: true }).click();
  await expect(page.locator(".k-card-link a").first()).toHaveText(/^Pensjon/);
  await page.getByRole("link", { name: "Lagre utvalget" }).click();
  await page.getByLabel("Navn på utvalget").fill("Etter dato");
  await page.getByRole("button", { name: "Lagre utvalget" }).click();
  await expect(page.getByRole("status").getByText("Utvalget er lagret.")).toBeVisible();
  await accessible(page);
  await page.goto("/saker");
  await page.getByText("Utvalg du har lagret (1)").click();
  await page.getByRole("link", { name: "Etter dato", exact: true }).click();
  await expect(page).toHaveURL("/saker?sorter=dato");
});

test("sakslista hentes som fil, med navn og formål i", { tag: ["@no-script", "@desk"] }, async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  await makeCase(page, "I en fil", { type: "FERIE" });
  await page.goto("/saker");
  await page.getByRole("link", { name: "Hent listen som fil" }).click();
  await choose(page, "Oppfølging av medlemmer");
  await page.getByLabel("Hva skal filen brukes til?").fill("Gjennomgang");
  await choose(page, "CSV (tekst med semikolon)");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Hent filen" }).click();
  expect((await download).suggestedFilename()).toMatch(/^Saker .* slett etter bruk\.csv$/);
  // Uten formål kommer ingen fil.
  const refused = await send(page, "/saker/fil/hent", { narrowing: "", purpose: "", why: "", kind: "csv" });
  expect(refused).toEqual({ status: 302, to: "/saker/fil" });
});
