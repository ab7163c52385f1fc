// A case on a phone, from what happened to how it ended: with a photographed letter, a note, a task, a meeting whose
// protocol both have signed, a demand, and all of it in one file.
import type { Page } from "@playwright/test";

import { answerQuestions, choose, memberIds, send } from "./support/cases";
import { JPEG } from "./support/files";
import { expect, test } from "./support/test";

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const follow = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).first().click();
const said = (page: Page, words: string) => expect(page.getByRole("status").getByText(words, { exact: false })).toBeVisible();

/** What a link or a button lets one download: its name and its first bytes. */
async function downloaded(page: Page, press: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return { name: download.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/** From Today to a saved case: each page by hand, but for what its type asks. */
async function newCase(page: Page, awake: (page: Page) => Promise<void>) {
  await follow(page, "Ny sak");
  await awake(page);
  await choose(page, "Oppsigelse");
  await press(page, "Fortsett");
  const draft = /\/saker\/ny\/([0-9a-f-]{36})/.exec(page.url())![1];
  await send(page, "/api/cases/new/who", { draft, member: (await memberIds(page))[0] });
  await page.goto(`/saker/ny/${draft}/hendelse`);
  await awake(page);
  await page.getByLabel("Når skjedde det?").fill("2.3.2026");
  await page.getByLabel("Hva skjedde?").fill("Hun fikk brevet på gangen. Ingen var med henne.");
  await press(page, "Fortsett");
  await page.goto(await answerQuestions(page, draft, new URL(page.url()).pathname));
  await awake(page);
  await press(page, "Lagre saken");
  await said(page, "Saken er lagret");
  return new URL(page.url()).pathname;
}

test("en sak fra hva som skjedde til hvordan det gikk, på telefonen", { tag: "@no-script" }, async ({ as, awake, accessible, somebodyNew }) => {
  test.slow();
  const page = await as(somebodyNew());
  const path = await newCase(page, awake);

  await follow(page, "Legg til dokumenter");
  await awake(page);
  await page.getByLabel("Ta bilde").setInputFiles({ name: "Brevet.jpg", mimeType: "image/jpeg", buffer: JPEG });
  await press(page, "Lagre dokumentene");
  await said(page, "Dokumentene er lagret");

  await follow(page, "Skriv notat");
  await awake(page);
  await page.getByLabel("Notat", { exact: true }).fill("Ringte. Hun vil bli i jobben.");
  await press(page, "Lagre notatet");
  await said(page, "Notatet er lagret");

  await follow(page, "Ny oppgave");
  await awake(page);
  await page.getByLabel("Hva skal gjøres?").fill("Hente vaktlista");
  await press(page, "Lagre oppgaven");
  await said(page, "Oppgaven er lagret");

  await follow(page, "Kall inn til møte");
  await awake(page);
  await choose(page, "Forhandlingsmøte");
  await page.getByLabel("Dato").fill("20.3.2030");
  await page.getByLabel("Fra klokken").fill("14.30");
  await page.getByLabel("Til klokken").fill("15.30");
  await page.getByLabel("Sted").fill("Møterom 2");
  await page.getByLabel("Navn").first().fill("Rektor Rød");
  await page.getByLabel("Stilling").first().fill("Rektor");
  await press(page, "Lagre møtet");
  await said(page, "Møtet er lagret");
  const meeting = new URL(page.url()).pathname;
  await follow(page, "Skriv referat");
  await awake(page);
  await choose(page, "Rektor Rød");
  await page.getByLabel("Referat").fill("Vi gikk gjennom brevet.");
  await press(page, "Lagre referatet");
  await press(page, "Skriv protokoll");
  await page.getByLabel("For arbeidsgiver").fill("Rektor Rød, rektor");
  await press(page, "Fortsett");
  await page.getByLabel("Hva punktet gjelder").fill("Oppsigelsen");
  await page.getByLabel("Arbeidsgiver sier").fill("Stillingen er borte.");
  await page.getByLabel("Vi sier").fill("Det er ikke riktig.");
  await page.getByLabel(/^Enige om/).fill("Oppsigelsen trekkes.");
  for (const step of [3, 4, 5]) {
    await press(page, "Fortsett");
    await expect(page.getByText(`Steg ${step} av 5`)).toBeVisible();
  }
  await press(page, "Lagre og se over");
  await press(page, "Vis til arbeidsgiver");
  await said(page, "Protokollen kan signeres nå");
  await press(page, "Signer for oss");
  await expect(page.getByText("Signert av den ene")).toBeVisible();
  await follow(page, "Skriv inn arbeidsgivers signatur");
  await awake(page);
  await page.getByLabel("Navn").fill("Rektor Rød");
  await page.getByLabel("Stilling").fill("Rektor");
  await page.getByLabel("Signert dato").fill("1.3.2026");
  await choose(page, "På papir");
  await press(page, "Lagre signaturen");
  await expect(page.getByText("Signert av begge")).toBeVisible();

  await page.goto(path);
  await follow(page, "Skriv brev");
  await follow(page, "Krav om forhandlinger");
  await awake(page);
  await choose(page, "Oppsigelse");
  await page.getByLabel("Hvorfor krever dere forhandlinger?").fill("Brevet kom uten drøfting.");
  await press(page, "Se brevet");
  await awake(page);
  await press(page, "Lagre på saken");
  await said(page, "Lagret");
  const letter = await downloaded(page, () => page.getByRole("link", { name: "Last ned", exact: true }).first().click());
  expect([letter.name.slice(-4), letter.bytes.subarray(0, 5).toString()]).toEqual([".pdf", "%PDF-"]);
  const word = await downloaded(page, () => page.getByRole("link", { name: "Last ned som Word-dokument", exact: true }).first().click());
  expect([word.name.slice(-5), word.bytes.subarray(0, 2).toString()]).toEqual([".docx", "PK"]);

  // All of it in one file, for somebody who has no way into the portal.
  await page.goto(path);
  await follow(page, "Hent hele saken som PDF");
  await awake(page);
  await accessible(page);
  await press(page, "Hent filen");
  await expect(page).toHaveTitle(/^Feil: /);
  await accessible(page);
  await awake(page);
  await choose(page, "Noe annet");
  await page.getByLabel("Hva skal filen brukes til?").fill("Oversending til advokat");
  const whole = await downloaded(page, () => press(page, "Hent filen"));
  expect(whole.name).toMatch(/^Sak \d+.*\.pdf$/);
  expect(whole.bytes.subarray(0, 5).toString()).toBe("%PDF-");
  expect(whole.bytes.length).toBeGreaterThan(letter.bytes.length);

  await page.goto(path);
  await follow(page, "Avslutt saken");
  await awake(page);
  await choose(page, "Vi ble enige");
  await page.getByLabel("Hva ble avtalt?").fill("Oppsigelsen er trukket.");
  await choose(page, "Dropp dem");
  await press(page, "Avslutt saken");
  await said(page, "Saken er avsluttet nå");
  await expect(page.getByText("Oppsigelsen er trukket.").first()).toBeVisible();
  expect(meeting).toContain(path);
});
