// From Today to a saved case with a note and a task that is done.
import type { Page } from "@playwright/test";

import { choose, focused, type Hand, keys, makeDraft, memberIds, tabTo, thumb } from "./support/cases";
import { expect, test } from "./support/test";

const h1 = (page: Page) => page.getByRole("heading", { level: 1 });
const TEXT = "Hun fikk beskjed på gangen.\nIngen var med henne.";

/** Each page of the way, in the hand of whoever goes it. Returns the case's path. */
async function wholeWay(page: Page, hand: Hand, arrived: () => Promise<void>) {
  await hand.press(page.getByRole("link", { name: "Ny sak" }).first());
  await expect(h1(page)).toHaveText("Hva gjelder saken?");
  await expect(page.getByText("Steg 1 av 5")).toBeVisible();
  await arrived();
  await hand.press(page.getByLabel("Oppsigelse"));
  await hand.press(page.getByRole("button", { name: "Fortsett" }));

  await expect(h1(page)).toHaveText("Hvem gjelder saken?");
  await expect(page.getByText("Steg 2 av 5")).toBeVisible();
  await arrived();
  const choose = page.getByRole("button", { name: /^Velg / }).nth(1);
  const name = (await choose.textContent())!.replace(/^VelgVelg /, "");
  await hand.press(choose);

  await expect(h1(page)).toHaveText("Hva skjedde, og når?");
  await expect(page.getByText("Steg 3 av 5")).toBeVisible();
  await arrived();
  await hand.type(page.getByLabel("Når skjedde det?"), "12/3-26");
  await hand.type(page.getByLabel("Hva skjedde?"), TEXT);
  await hand.press(page.getByRole("button", { name: "Fortsett" }));

  await expect(h1(page)).toHaveText("Noen spørsmål om saken");
  await expect(page.getByText("Steg 4 av 5")).toBeVisible();
  await arrived();
  const answer = (question: string, words: string) => page.getByRole("group", { name: question }).getByLabel(words, { exact: true });
  await hand.type(page.getByLabel("Når fikk medlemmet oppsigelsen?"), "11.3.2026");
  await hand.press(answer("Er oppsigelsen skriftlig?", "Ja"));
  await hand.press(answer("Vil medlemmet bli i jobben?", "Ja"));
  await hand.press(page.getByRole("button", { name: "Fortsett" }));

  // What is asked only about a letter.
  await expect(h1(page)).toHaveText("Noen spørsmål til");
  await expect(page.getByText("Steg 4 av 5")).toBeVisible();
  await arrived();
  await hand.press(answer("Hvilken grunn står i brevet?", "Det står ingen grunn"));
  await hand.press(page.getByRole("button", { name: "Fortsett" }));

  await expect(h1(page)).toHaveText("Stemmer dette?");
  await expect(page.getByText("Steg 5 av 5")).toBeVisible();
  await arrived();
  for (const line of ["Oppsigelse", name, "12. mars 2026", TEXT.split("\n")[1], "11. mars 2026", "Det står ingen grunn"]) {
    await expect(page.getByRole("main").getByText(line, { exact: false }).first()).toBeVisible();
  }
  await hand.press(page.getByRole("button", { name: "Lagre saken" }));

  await expect(page.getByRole("status").getByText("Saken er lagret")).toBeVisible();
  await expect(h1(page)).toHaveText(`Oppsigelse: ${name}`);
  await expect(page).toHaveTitle(`Oppsigelse: ${name} – KLAR`);
  await arrived();
  const path = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { name: "Dette vet vi" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Merk som ferdig: Krev forhandling skriftlig" })).toBeVisible();

  await hand.press(page.getByRole("link", { name: "Skriv notat" }));
  await expect(h1(page)).toHaveText("Skriv notat");
  await arrived();
  await hand.type(page.getByLabel("Notat"), "Ringte. Møte på torsdag.");
  await hand.press(page.getByRole("button", { name: "Lagre notatet" }));
  await expect(page.getByRole("status").getByText("Notatet er lagret")).toBeVisible();
  await expect(page.getByText("Ringte. Møte på torsdag.")).toBeVisible();

  await hand.press(page.getByRole("link", { name: "Ny oppgave" }));
  await expect(h1(page)).toHaveText("Ny oppgave");
  await arrived();
  await hand.type(page.getByLabel("Hva skal gjøres?"), "Ring medlemmet tilbake");
  await hand.press(page.getByRole("button", { name: "Lagre oppgaven" }));
  await expect(page.getByRole("status").getByText("Oppgaven er lagret. Du ser den i I dag.")).toBeVisible();
  await arrived();

  await hand.press(page.getByRole("button", { name: "Merk som ferdig: Ring medlemmet tilbake" }));
  await expect(page.getByRole("status").getByText("Lagret", { exact: true })).toBeVisible();
  await expect(page.getByRole("button", { name: "Angre ferdig: Ring medlemmet tilbake" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Ferdig: Ring medlemmet tilbake" })).toBeVisible();
  return path;
}

test("fra I dag til lagret sak, med notat og gjort oppgave, bare med tommelen", { tag: "@no-script" }, async ({ as, somebodyNew, awake }) => {
  const page = await as(somebodyNew());
  const path = await wholeWay(page, thumb(page), () => awake(page));
  await page.goto("/saker");
  await expect(page.getByText("1 sak", { exact: true })).toBeVisible();
  await expect(page.locator(`a[href="${path}"]`)).toBeVisible();
});

test("fra I dag til lagret sak, med notat og gjort oppgave, bare med tastaturet", { tag: ["@no-script", "@desk"] }, async ({ as, somebodyNew, awake }) => {
  test.slow();
  const page = await as(somebodyNew());
  const isOnHeading = async () => {
    await awake(page);
    await expect(h1(page)).toBeFocused();
  };
  await isOnHeading();
  await wholeWay(page, keys(page), isOnHeading);
});

test("Tilbake virker, og det jeg skrev, står der fremdeles", { tag: ["@no-script", "@desk"] }, async ({ as }) => {
  const page = await as("ptv");
  const [member] = await memberIds(page);
  await page.goto(`${await makeDraft(page, { type: "FERIE", member })}/hendelse`);
  await page.getByLabel("Når skjedde det?").fill("i går");
  await page.getByLabel("Hva skjedde?").fill(TEXT);
  await page.getByRole("button", { name: "Tilbake" }).click();
  await expect(h1(page)).toHaveText("Hvem gjelder saken?");
  await page.getByRole("button", { name: /^Fortsett med / }).click();
  await expect(h1(page)).toHaveText("Hva skjedde, og når?");
  await expect(page.getByLabel("Når skjedde det?")).toHaveValue("i går");
  await expect(page.getByLabel("Hva skjedde?")).toHaveValue(TEXT);
  await expect(page, "what is half written is not an error yet").toHaveTitle("Hva skjedde, og når? – KLAR");
  await page.goBack();
  await page.goForward();
  await expect(page.getByLabel("Hva skjedde?")).toHaveValue(TEXT);
});

test("Tilbake fra første spørsmål og andre spørsmål fører dit det sier", { tag: "@no-script" }, async ({ as }) => {
  const page = await as("ptv");
  await page.goto(`${await makeDraft(page, { type: "FERIE" })}/hvem`);
  await page.getByRole("link", { name: "Tilbake" }).click();
  await expect(h1(page)).toHaveText("Hva gjelder saken?");
  await expect(page.getByLabel("Ferie", { exact: true })).toBeChecked();
  await page.getByRole("main").getByRole("link", { name: "I dag" }).click();
  await expect(page).toHaveURL("/i-dag");
});

test("Endre fra oversikten fører til spørsmålet og tilbake til oversikten", { tag: "@no-script" }, async ({ as }) => {
  const page = await as("ptv");
  const [member, other] = await memberIds(page);
  await page.goto(`${await makeDraft(page, { type: "FERIE", member, happened: "1.3.2026", text: "Først" })}/sjekk`);
  await page.getByRole("link", { name: /^Endre ?: Hva skjedde$/ }).click();
  await expect(page.getByLabel("Hva skjedde?")).toHaveValue("Først");
  await page.getByLabel("Hva skjedde?").fill("Etterpå");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Stemmer dette?");
  await expect(page.getByText("Etterpå")).toBeVisible();
  await page.getByRole("link", { name: /^Endre ?: Hva det gjelder$/ }).click();
  await choose(page, "Pensjon");
  await page.getByRole("button", { name: "Fortsett" }).click();
  // Another type asks other things.
  await expect(h1(page)).toHaveText("Noen spørsmål om saken");
  await choose(page, "AFP");
  await choose(page, "Nei");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Stemmer dette?");
  await expect(page.getByText("Pensjon", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: /^Endre ?: Har medlemmet fått et vedtak\?$/ }).click();
  await expect(h1(page)).toHaveText("Noen spørsmål om saken");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Stemmer dette?");
  await page.getByRole("link", { name: /^Endre ?: Hvem det gjelder$/ }).click();
  await page.locator(`button[value="${other}"]`).click();
  await expect(h1(page)).toHaveText("Stemmer dette?");
  await page.getByRole("link", { name: /^Endre ?: Når skjedde det\?$/ }).click();
  await expect(h1(page)).toHaveText("Hva skjedde, og når?");
});

test("dobbeltklikk på Lagre lager én sak, og oppfrisking etterpå ingen til", { tag: ["@no-script", "@desk"] }, async ({ as, somebodyNew, awake }) => {
  const page = await as(somebodyNew());
  const [member] = await memberIds(page);
  const draft = await makeDraft(page, { type: "FERIE", member, happened: "1.3.2026", text: "To klikk" });
  await page.goto(`${draft}/sjekk`);
  await awake(page);
  await page.getByRole("button", { name: "Lagre saken" }).dblclick();
  await expect(page.getByRole("status").getByText("Saken er lagret")).toBeVisible();
  await page.reload();
  await page.goto("/saker");
  await expect(page.getByText("1 sak", { exact: true })).toBeVisible();
  // Back to the page that was sent, and sent again: it leads to the case that was made.
  await page.goto(`${draft}/sjekk`);
  await expect(page.getByRole("button", { name: "Lagre saken" })).toHaveCount(0);
});

test("samme skjema sendt to ganger samtidig lager én sak", async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  const [member] = await memberIds(page);
  const draft = (await makeDraft(page, { type: "FERIE", member, happened: "1.3.2026", text: "På en gang" })).split("/").at(-1)!;
  const headers = { origin: new URL(page.url()).origin, accept: "text/html" };
  const answers = await Promise.all([1, 2, 3, 4].map(() =>
    page.request.post("/api/cases/new/save", { form: { draft }, headers, maxRedirects: 0 })));
  const led = new Set(answers.map((answer) => answer.headers().location));
  expect([...led]).toEqual([expect.stringMatching(/^\/saker\/[0-9a-f-]{36}\?ny=1$/)]);
  await page.goto("/saker");
  await expect(page.getByText("1 sak", { exact: true })).toBeVisible();
});

test("en sak jeg ikke ble ferdig med, får jeg tilbud om å fortsette på", { tag: "@no-script" }, async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  await page.getByRole("link", { name: "Ny sak" }).first().click();
  await choose(page, "Yrkesskade");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Hvem gjelder saken?");
  await page.goto("/i-dag");
  await page.getByRole("link", { name: "Ny sak" }).first().click();
  await expect(h1(page)).toHaveText("Du har en sak du ikke er ferdig med");
  await expect(page.getByText("Vi har tatt vare på det du skrev.")).toBeVisible();
  await page.getByRole("link", { name: "Fortsett: Yrkesskade" }).click();
  await expect(h1(page)).toHaveText("Hvem gjelder saken?");
  await page.goBack();
  await page.getByRole("link", { name: "Begynn på en ny sak" }).click();
  await expect(h1(page)).toHaveText("Hva gjelder saken?");
  await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
});

test("fra medlemskortet er det valgt hvem saken gjelder", { tag: "@no-script" }, async ({ as }) => {
  const page = await as("leader-a", "/medlemmer");
  await page.locator("tbody a").nth(5).click();
  const name = (await h1(page).textContent())!;
  await page.getByRole("link", { name: "Ny sak om medlemmet" }).click();
  await expect(h1(page)).toHaveText("Hva gjelder saken?");
  await choose(page, "Ferie");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Hva skjedde, og når?");
  await page.getByRole("button", { name: "Tilbake" }).click();
  await expect(page.getByText(`Du har valgt ${name}.`)).toBeVisible();
});

test("en sak om flere: ett medlem om gangen, og den ene kan tas ut igjen", { tag: "@no-script" }, async ({ as, somebodyNew }) => {
  const page = await as(somebodyNew());
  const [first, second] = await memberIds(page);
  await page.goto(`${await makeDraft(page, { type: "FERIE" })}/hvem`);
  await page.getByRole("button", { name: "Saken gjelder flere medlemmer" }).click();
  await expect(h1(page)).toHaveText("Hvem gjelder saken?");
  await page.locator(`button[name="add"][value="${first}"]`).click();
  await expect(page.getByText("Legg til minst én til.")).toBeVisible();
  await page.locator(`button[name="remove"][value="${first}"]`).click();
  for (const member of [first, second]) await page.locator(`button[name="add"][value="${member}"]`).click();
  await page.getByRole("button", { name: "Fortsett med 2 medlemmer" }).click();
  await expect(h1(page)).toHaveText("Hva skjedde, og når?");
  await page.getByRole("button", { name: "Tilbake" }).click();
  await expect(page.getByRole("heading", { name: "Valgt: 2 av høyst 50" })).toBeVisible();
});

test("et gammelt eller oppdiktet utkast begynner forfra", { tag: "@no-script" }, async ({ as }) => {
  const page = await as("ptv");
  await page.goto("/saker/ny/00000000-0000-4000-8000-000000000000/sjekk");
  await expect(page.getByText("Noe mangler før saken kan lagres")).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Fortsett" }).click();
  await expect(h1(page)).toHaveText("Hva gjelder saken?");
});

test("fokus står på overskriften, og hopp til innholdet virker", { tag: ["@no-script", "@desk"] }, async ({ as, awake }) => {
  const page = await as("ptv");
  for (const path of ["/i-dag", "/saker", "/medlemmer", "/mer"]) {
    await page.goto(path);
    await awake(page);
    await expect(h1(page)).toBeFocused();
  }
  // From the top of the page, as after loading it anew with focus in the address bar.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.locator("body").press("Shift+Tab");
  const skip = page.getByRole("link", { name: "Hopp til innholdet" });
  for (let presses = 0; presses < 30 && !(await skip.evaluate((link) => link === document.activeElement)); presses += 1) {
    await page.keyboard.press("Shift+Tab");
  }
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  expect(await page.getByRole("main").evaluate((main) => main.contains(document.activeElement))).toBe(true);
  expect((await focused(page)).ring).toBeGreaterThanOrEqual(2);
});

test("forsiden og innloggingen kan gjøres bare med tastaturet", { tag: ["@no-script", "@desk"] }, async ({ page, registry }) => {
  await page.goto("/");
  await tabTo(page, page.getByRole("link", { name: "Logg inn med BankID" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: registry.persona("ptv").name }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/i-dag");
  await expect(h1(page)).toBeFocused();
});
