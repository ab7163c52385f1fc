// What is wrong with a form is said at the field and at the top, and nothing typed is lost.
import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { answerQuestions, makeCase, makeDraft, memberIds, send } from "./support/cases";
import { today } from "./support/registry";
import { expect, test } from "./support/test";

const NOT_TYPED_BY_HAND = ["\u0007", "\u001b[31m", "\u0000"];
const TOO_LONG = "å".repeat(20_001);
const TOO_LONG_NOTE = "å".repeat(100_001);

/** The page that a refused form leads to says so in every way it should. */
async function saysWrong(page: Page, label: string, message: string, title: string) {
  await expect(page).toHaveTitle(`Feil: ${title} – KLAR`);
  const summary = page.getByRole("group", { name: "For å gå videre må du rette opp dette" });
  await expect(summary).toBeFocused();
  const link = summary.getByRole("link", { name: message });
  await expect(link).toBeVisible();
  const field = page.getByLabel(label);
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(message.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")));
  await link.click();
  await expect(field).toBeFocused();
}

/** The same page anew, without the place on it that a link in the summary led to. */
const again = (page: Page) => page.goto(page.url().split("#")[0]);

const tags = { tag: "@no-script" };

test("hva saken gjelder: ingenting valgt", tags, async ({ as }) => {
  const page = await as("ptv");
  await page.goto(`${await makeDraft(page, {})}/hva`);
  await page.getByRole("button", { name: "Fortsett" }).click();
  const message = "Hva det gjelder: velg ett av svarene";
  await expect(page).toHaveTitle("Feil: Hva gjelder saken? – KLAR");
  const summary = page.getByRole("group", { name: "For å gå videre må du rette opp dette" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: message }).click();
  await expect(page.getByRole("radio").first()).toBeFocused();
  await expect(page.getByRole("group", { name: "Hva gjelder saken?" })).toHaveAccessibleDescription(new RegExp(message));
});

test("hvem saken gjelder: en jeg ikke kan velge", tags, async ({ as, elsewhere }) => {
  const [stranger] = await memberIds(await elsewhere("leader-b"));
  const page = await as("ptv");
  for (const member of [stranger, randomUUID()]) {
    const draft = await makeDraft(page, { type: "FERIE", member });
    await page.goto(`${draft}/hvem`);
    await expect(page).toHaveTitle("Feil: Hvem gjelder saken? – KLAR");
    const summary = page.getByRole("group", { name: "For å gå videre må du rette opp dette" });
    await expect(summary).toBeFocused();
    await expect(summary).toContainText("Hvem det gjelder: valget finnes ikke lenger. Velg på nytt");
    await expect(page.getByText("Du har valgt")).toHaveCount(0);
  }
});

test.describe("hva som skjedde", () => {
  const title = "Hva skjedde, og når?";
  const open = async (page: Page) => {
    const [member] = await memberIds(page);
    await page.goto(`${await makeDraft(page, { type: "FERIE", member })}/hendelse`);
  };
  const go = (page: Page) => page.getByRole("button", { name: "Fortsett" }).click();

  test("tomt", tags, async ({ as }) => {
    const page = await as("ptv");
    await open(page);
    await go(page);
    await saysWrong(page, "Når skjedde det?", "Dato: må fylles ut", title);
    await again(page);
    await saysWrong(page, "Hva skjedde?", "Hva skjedde: må fylles ut", title);
  });

  test("en tekst på 20 001 tegn", tags, async ({ as }) => {
    const page = await as("ptv");
    await open(page);
    await page.getByLabel("Når skjedde det?").fill("1.3.2026");
    await page.getByLabel("Hva skjedde?").fill(TOO_LONG);
    await go(page);
    await saysWrong(page, "Hva skjedde?", "Hva skjedde: skriv kortere, høyst 20000 tegn", title);
    await expect(page.getByLabel("Hva skjedde?")).toHaveValue(TOO_LONG);
    await page.getByLabel("Hva skjedde?").fill(TOO_LONG.slice(1));
    await go(page);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Noen spørsmål om saken");
  });

  for (const [typed, message] of [
    ["snart", "Dato: skriv datoen slik: 12.3.2026"],
    ["31.2.2026", "Dato: skriv datoen slik: 12.3.2026"],
    ["1.1.1949", "Dato: se om årstallet er riktig"],
    [norwegian(today(1)), "Dato: datoen har ikke vært ennå"],
  ]) {
    test(`datoen ${typed === norwegian(today(1)) ? "i morgen" : typed}`, tags, async ({ as }) => {
      const page = await as("ptv");
      await open(page);
      await page.getByLabel("Når skjedde det?").fill(typed);
      await page.getByLabel("Hva skjedde?").fill("Teksten min");
      await go(page);
      await saysWrong(page, "Når skjedde det?", message, title);
      await expect(page.getByLabel("Når skjedde det?")).toHaveValue(typed);
      await expect(page.getByLabel("Hva skjedde?")).toHaveValue("Teksten min");
    });
  }

  for (const [typed, shown] of [["12/3-26", "12. mars 2026"], ["12.03.26", "12. mars 2026"], [norwegian(today()), ""]]) {
    test(`datoen ${shown ? typed : "i dag"} er god nok`, tags, async ({ as }) => {
      const page = await as("ptv");
      await open(page);
      await page.getByLabel("Når skjedde det?").fill(typed);
      await page.getByLabel("Hva skjedde?").fill("Teksten min");
      await go(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Noen spørsmål om saken");
      const { pathname } = new URL(page.url());
      await page.goto(await answerQuestions(page, pathname.split("/")[3], pathname));
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stemmer dette?");
      if (shown) await expect(page.getByText(shown).first()).toBeVisible();
    });
  }

  test("tegn som ikke kan skrives", tags, async ({ as }) => {
    const page = await as("ptv");
    const [member] = await memberIds(page);
    for (const sign of NOT_TYPED_BY_HAND) {
      await page.goto(`${await makeDraft(page, { type: "FERIE", member, happened: "1.3.2026", text: `før${sign}etter` })}/hendelse`);
      await saysWrong(page, "Hva skjedde?", "Hva skjedde: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt", title);
      await expect(page.getByLabel("Hva skjedde?")).toHaveValue(/^før.*etter$/s);
    }
  });
});

test.describe("notat", () => {
  const message = (what: string) => `Notat: ${what}`;

  test("tomt, bare mellomrom og for langt", tags, async ({ as }) => {
    const page = await as("ptv");
    await page.goto(`${await makeCase(page, "Notat som ikke går")}/notat`);
    const field = page.getByRole("textbox", { name: "Notat" });
    for (const [typed, what] of [["", "må fylles ut"], ["  \n ", "må fylles ut"], [TOO_LONG_NOTE, "skriv kortere, høyst 100000 tegn"]]) {
      await field.fill(typed);
      await page.getByRole("button", { name: "Lagre notatet" }).click();
      await saysWrong(page, "Notat", message(what), "Skriv notat");
      await expect(field).toHaveValue(typed);
    }
    // It is kept though one goes away, too.
    await page.goto("/i-dag");
    await page.goBack();
    await expect(field).toHaveValue(TOO_LONG_NOTE);
  });

  test("tegn som ikke kan skrives", tags, async ({ as }) => {
    const page = await as("ptv");
    const path = await makeCase(page, "Tegn i notatet");
    for (const sign of NOT_TYPED_BY_HAND) {
      await send(page, "/api/notes/add", { case: path.split("/")[2], key: randomUUID(), body: `før${sign}etter` });
      await page.goto(`${path}/notat`);
      await saysWrong(page, "Notat", message("teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt"), "Skriv notat");
    }
  });

  test("det som ligner programkode, står som det ble skrevet", tags, async ({ as }) => {
    const page = await as("ptv");
    const text = `</textarea><script>document.title = "tatt"</script><img src=x onerror=alert(1)> {{7*7}} &amp; 'æøå'`;
    await page.goto(`${await makeCase(page, text)}/notat`);
    await page.getByLabel("Notat").fill(text);
    await page.getByRole("button", { name: "Lagre notatet" }).click();
    await expect(page.getByRole("main").getByText(text, { exact: true })).toHaveCount(2);
    await expect(page).toHaveTitle(/^Ferie: /);
  });
});

test.describe("oppgave", () => {
  const save = (page: Page) => page.getByRole("button", { name: "Lagre oppgaven" }).click();

  test("tom, for lang, og en dato som ikke er noen", tags, async ({ as }) => {
    const page = await as("ptv");
    await page.goto(`${await makeCase(page, "Oppgave som ikke går")}/oppgave`);
    const [what, when] = [page.getByLabel("Hva skal gjøres?"), page.getByLabel("Når skal det være gjort?")];
    await save(page);
    await saysWrong(page, "Hva skal gjøres?", "Oppgave: må fylles ut", "Ny oppgave");
    await what.fill("x".repeat(201));
    await when.fill("snart");
    await save(page);
    await saysWrong(page, "Hva skal gjøres?", "Oppgave: skriv kortere, høyst 200 tegn", "Ny oppgave");
    await again(page);
    await saysWrong(page, "Når skal det være gjort?", "Dato: skriv datoen slik: 12.3.2026", "Ny oppgave");
    await expect(what).toHaveValue("x".repeat(201));
    await expect(when).toHaveValue("snart");
    await what.fill("Ring");
    await when.fill(norwegian(today(1)));
    await save(page);
    await expect(page.getByRole("status").getByText("Oppgaven er lagret")).toBeVisible();
    await expect(page.getByText("I morgen")).toBeVisible();
  });

  test("tegn som ikke kan skrives", tags, async ({ as }) => {
    const page = await as("ptv");
    const path = await makeCase(page, "Tegn i oppgaven");
    for (const sign of NOT_TYPED_BY_HAND) {
      await send(page, "/api/tasks/add", { case: path.split("/")[2], key: randomUUID(), title: `før${sign}etter`, due: "" });
      await page.goto(`${path}/oppgave`);
      await saysWrong(page, "Hva skal gjøres?", "Oppgave: teksten har tegn vi ikke kan lese. Prøv å skrive den på nytt", "Ny oppgave");
    }
  });
});

test("en sak som mangler noe, kan ikke lagres forbi spørsmålene", tags, async ({ as }) => {
  const page = await as("ptv");
  const draft = await makeDraft(page, { type: "FERIE" });
  const { to } = await send(page, "/api/cases/new/save", { draft: draft.split("/").at(-1)! });
  expect(to).toBe(`${draft}/sjekk`);
  await page.goto(to);
  await expect(page).toHaveTitle("Feil: Stemmer dette? – KLAR");
  await expect(page.getByRole("group", { name: "For å gå videre må du rette opp dette" })).toBeFocused();
  await expect(page.getByText("Noe mangler før saken kan lagres")).toBeVisible();
});

test("mer tekst enn noe skjema kan ha, får et svar i vanlige ord", tags, async ({ as, watch }) => {
  watch.expect(/status of 413/);
  const page = await as("ptv");
  await page.goto(`${await makeCase(page, "Mye tekst")}/notat`);
  await page.getByLabel("Notat").fill("x".repeat(1_100_000));
  await page.getByRole("button", { name: "Lagre notatet" }).click();
  await expect(page.getByRole("heading", { name: "Det ble for mye på én gang" })).toBeVisible();
});

/** 2026-03-01 as 1.3.2026. */
function norwegian(date: string) {
  const [year, month, day] = date.split("-").map(Number);
  return `${day}.${month}.${year}`;
}
