// Ticking tasks off.
import { makeCase, makeTask } from "./support/cases";
import { expect, test } from "./support/test";

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
