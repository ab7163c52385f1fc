// Notes: two who change one, drafts while one types, and a session that ends in the middle. REL-3, REL-4, INP-8.
import { randomUUID } from "node:crypto";

import { makeCase, send } from "./support/cases";
import { chooseAtTestId, expect, test } from "./support/test";

const idOf = (path: string) => path.split("/")[2];

test("et notat endret på to maskiner: jeg ser begge tekstene og velger", { tag: ["@no-script", "@desk"] }, async ({ as, elsewhere, awake, accessible, watch, somebodyNew }) => {
  watch.expect(/status of 409/);
  const me = somebodyNew();
  const page = await as(me);
  const path = await makeCase(page, "To maskiner");
  await page.goto(`${path}/notat`);
  await awake(page);
  await page.getByLabel("Notat", { exact: true }).fill("Møtet er torsdag");
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await page.getByRole("link", { name: "Åpne notatet" }).click();
  await page.getByRole("link", { name: "Endre notatet" }).click();
  await awake(page);
  const other = await elsewhere(me, new URL(page.url()).pathname);
  await awake(other);
  await other.getByLabel("Notat", { exact: true }).fill("Møtet er fredag");
  await other.getByRole("button", { name: "Lagre notatet" }).click();
  await expect(other.getByRole("status").getByText("Lagret", { exact: true })).toBeVisible();
  await page.getByLabel("Notat", { exact: true }).fill("Møtet er i rom 2");
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Notatet er endret mens du skrev");
  await expect(page.getByText("Møtet er fredag")).toBeVisible();
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("Møtet er i rom 2");
  await accessible(page);
  await page.getByRole("button", { name: "Lagre begge under hverandre" }).click();
  await expect(page.getByRole("status").getByText("Lagret", { exact: true })).toBeVisible();
  await expect(page.getByText("Møtet er fredag\n\nMøtet er i rom 2")).toBeVisible();
  await page.getByText("Tidligere versjoner").click();
  await expect(page.getByText("Møtet er torsdag")).toBeVisible();
});

test("samme skjema sendt to ganger er ett notat, og nøkkelen er min egen", { tag: "@desk" }, async ({ as, elsewhere, somebodyNew }) => {
  const page = await as(somebodyNew());
  const other = await elsewhere(somebodyNew());
  const key = randomUUID();
  for (const [who, text] of [[page, "Mitt notat"], [other, "Et annet notat"]] as const) {
    const path = await makeCase(who, "Med nøkkel");
    for (let n = 0; n < 2; n += 1) {
      const { to } = await send(who, "/api/notes/add", { case: idOf(path), key, body: text });
      expect(to).toBe(`${path}?notat=1`);
    }
    await who.goto(path);
    await expect(who.getByText(text, { exact: true })).toHaveCount(1);
  }
});

test("en kladd er bare min, til jeg deler den", { tag: "@no-script" }, async ({ elsewhere, as, awake }) => {
  const mine = await elsewhere("ptv");
  const path = await makeCase(mine, "Med kladd");
  await mine.goto(`${path}/notat`);
  await awake(mine);
  await mine.getByLabel("Notat", { exact: true }).fill("Bare en tanke");
  await mine.getByText("Kladd, bare for deg").click();
  await mine.getByRole("button", { name: "Lagre notatet" }).click();
  await expect(mine.getByRole("heading", { name: "Kladdene dine" })).toBeVisible();
  const leader = await as("leader-a", path);
  await expect(leader.getByText("Med kladd")).toBeVisible();
  await expect(leader.getByText("Bare en tanke")).toHaveCount(0);
  await mine.getByRole("link", { name: "Skriv videre eller del" }).click();
  await awake(mine);
  await mine.getByText("De som kan lese saken", { exact: true }).click();
  await mine.getByRole("button", { name: "Lagre notatet" }).click();
  await leader.reload();
  await expect(leader.getByText("Bare en tanke")).toBeVisible();
});

test("det jeg skriver, lagres mens jeg skriver, og venter på meg", async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Utkast");
  await page.goto(`${path}/notat`);
  await awake(page);
  await page.getByLabel("Notat", { exact: true }).pressSequentially("Halvveis i en setn");
  await expect(page.getByText(/^Utkast lagret kl\. \d\d\.\d\d/)).toBeVisible();
  await page.goto(path);
  await page.goto(`${path}/notat`);
  await expect(page.getByText(/^Du har et utkast fra i dag kl\. /)).toBeVisible();
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("Halvveis i en setn");
  await accessible(page);
  await awake(page);
  await page.getByRole("button", { name: "Kast utkastet" }).click();
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("");
});

test("uten dekning blir teksten stående, og lagres når dekningen er tilbake", async ({ as, awake, context, watch, somebodyNew }) => {
  watch.expect(/ERR_INTERNET_DISCONNECTED/);
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Uten dekning");
  await page.goto(`${path}/notat`);
  await awake(page);
  await context.setOffline(true);
  await page.getByLabel("Notat", { exact: true }).pressSequentially("I kjelleren");
  await expect(page.getByText("Utkastet er ikke lagret ennå. Vi prøver igjen.")).toBeVisible();
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  await context.setOffline(false);
  await expect(page.getByText(/^Utkast lagret kl\. /)).toBeVisible();
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("I kjelleren");
});

test("er jeg logget ut når jeg lagrer, finner jeg teksten igjen i skjemaet", async ({ as, awake, context, somebodyNew }) => {
  const me = somebodyNew();
  const page = await as(me);
  const path = await makeCase(page, "Logget ut");
  await page.goto(`${path}/notat`);
  await awake(page);
  await page.getByLabel("Notat", { exact: true }).pressSequentially("To tusen ord");
  await expect(page.getByText(/^Utkast lagret kl\. /)).toBeVisible();
  await context.clearCookies({ name: "klar" });
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await expect(page.getByText("Du har vært borte en stund, så vi har logget deg ut")).toBeVisible();
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await chooseAtTestId(page, me);
  await expect(page).toHaveURL(`${path}/notat`);
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("To tusen ord");
});
