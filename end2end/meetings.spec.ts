// A meeting from the call to a protocol that both sides have signed; and what is typed in a protocol and not saved. INP-8.
import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { choose, makeCase, makeTask, send } from "./support/cases";
import { chooseAtTestId, expect, test } from "./support/test";

/** A picture to look at, where one was asked for. */
const look = async (page: Page, name: string, project: string) => {
  if (process.env.KLAR_LOOKS) await page.screenshot({ path: `${process.env.KLAR_LOOKS}/${project}-${name}.png`, fullPage: true });
};

const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

test("innkalling, saksliste, frammøte, protokoll signert av begge, kontrollert, og oppgaver av det", { tag: ["@no-script", "@desk"] }, async ({ as, somebodyNew }, info) => {
  test.slow();
  const project = info.project.name;
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Møte om turnus");
  await makeTask(page, path, "Be om turnusplanen");
  await page.goto(path);
  await page.getByRole("link", { name: "Kall inn til møte" }).click();

  // The call, its agenda from what is open.
  await choose(page, "Drøftingsmøte");
  await page.getByLabel("Dato").fill("20.3.2030");
  await page.getByLabel("Fra klokken").fill("14.30");
  await page.getByLabel("Til klokken").fill("15.30");
  await page.getByLabel("Sted").fill("Møterom 2");
  await press(page, "Foreslå fra saken");
  await expect(page.getByLabel("Saksliste")).toHaveValue(/^Be om turnusplanen$/m);
  // What the type of case suggested is for another meeting.
  await page.getByLabel("Saksliste").fill("Be om turnusplanen");
  await page.getByLabel("Navn").first().fill("Rektor Rød");
  await page.getByLabel("Stilling").first().fill("Rektor");
  await look(page, "1-innkalling-skjema", project);
  await press(page, "Lagre møtet");
  await expect(page.getByRole("status")).toContainText("Møtet er lagret");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Drøftingsmøte 20. mars 2030");
  await look(page, "2-mote", project);
  const meeting = new URL(page.url()).pathname;
  const calendar = await page.request.get(`${meeting}/kalender.ics`);
  expect(calendar.headers()["content-type"]).toContain("text/calendar");
  expect(await calendar.text()).toContain("LOCATION:Møterom 2\r\n");
  await page.getByRole("link", { name: "Innkallingen" }).click();
  await page.getByRole("link", { name: "Rektor Rød" }).click();
  await expect(page.getByText("Til Rektor Rød")).toBeVisible();
  await look(page, "3-innkalling", project);

  // Who came, what was said, what is to be done.
  await page.goto(meeting);
  await page.getByRole("link", { name: "Skriv referat" }).click();
  await choose(page, "Rektor Rød");
  await page.getByLabel("Referat").fill("Vi gikk gjennom turnusen.");
  await page.getByLabel("Hva", { exact: true }).first().fill("Sende ny turnus");
  await look(page, "4-referat", project);
  await press(page, "Lagre referatet");
  await expect(page.getByText("Kom ikke")).toBeVisible();
  await expect(page.getByText("Vi gikk gjennom turnusen.")).toBeVisible();

  // The protocol, one question a page; back keeps what was typed.
  await press(page, "Skriv protokoll");
  await expect(page.getByText("Steg 1 av 5")).toBeVisible();
  await page.getByLabel("For arbeidsgiver").fill("Rektor Rød, rektor");
  await look(page, "5-protokoll-hvem", project);
  await press(page, "Fortsett");
  await page.getByLabel("Arbeidsgiver sier").fill("Turnusen ligger fast.");
  await page.getByLabel("Vi sier").fill("Planen mangler hviletid.");
  await page.getByLabel(/^Enige om/).fill("Møtes igjen om en uke.");
  await page.getByLabel(/^Ikke enige om/).fill("Når planen gjelder fra.");
  await look(page, "6-protokoll-punkt", project);
  await press(page, "Fortsett");
  await press(page, "Tilbake");
  await expect(page.getByLabel("Vi sier")).toHaveValue("Planen mangler hviletid.");
  await press(page, "Fortsett");
  await press(page, "Fortsett");
  await page.getByLabel("Merknad fra oss").fill("Vi ber om svar skriftlig.");
  await press(page, "Fortsett");
  await page.getByLabel("Hva", { exact: true }).first().fill("Svare skriftlig");
  await page.getByLabel("Hvem", { exact: false }).first().fill("Rektor Rød");
  await press(page, "Lagre og se over");
  await expect(page.getByText("Planen mangler hviletid.")).toBeVisible();
  await look(page, "7-protokoll-utkast", project);

  // Shown, signed by both, verified.
  await press(page, "Vis til arbeidsgiver");
  await expect(page.getByRole("status")).toContainText("Protokollen kan signeres nå");
  await press(page, "Signer for oss");
  await expect(page.getByText("Signert av den ene")).toBeVisible();
  await page.getByRole("link", { name: "Skriv inn arbeidsgivers signatur" }).click();
  await press(page, "Lagre signaturen");
  await expect(page.getByRole("group", { name: "For å gå videre må du rette opp dette" })).toBeVisible();
  await page.getByLabel("Navn").fill("Rektor Rød");
  await page.getByLabel("Stilling").fill("Rektor");
  await page.getByLabel("Signert dato").fill("1.3.2026");
  await choose(page, "På papir");
  await look(page, "8-signatur", project);
  await press(page, "Lagre signaturen");
  await expect(page.getByText("Signert av begge")).toBeVisible();
  await page.getByRole("link", { name: "Kontroller" }).click();
  await expect(page.getByRole("status")).toContainText("Alle signaturene stemmer med det som står i protokollen.");
  await look(page, "9-kontrollert", project);

  // What was agreed becomes tasks, once.
  await page.getByRole("link", { name: "Til møtet" }).click();
  await press(page, "Lag 2 oppgaver");
  await expect(page.getByRole("status")).toContainText("Oppgavene står i saken");
  await page.getByRole("link", { name: "Til saken" }).first().click();
  await expect(page.getByText("Sende ny turnus").first()).toBeVisible();
  await expect(page.getByText("Rektor Rød: Svare skriftlig").first()).toBeVisible();
  await look(page, "10-saken", project);
});

test("det jeg skriver i en protokoll, lagres mens jeg skriver, og venter på meg", async ({ as, awake, accessible, context, somebodyNew }) => {
  const me = somebodyNew();
  const page = await as(me);
  const path = await makeCase(page, "Utkast til protokoll");
  const [of, key] = [{ case: path.split("/")[2] }, randomUUID()];
  const call = { kind: "negotiation", date: "20.3.2030", from: "14.30", place: "Møterom 2", called_by: "Meg" };
  const { to } = await send(page, "/api/meetings/save", { ...of, ...call, key });
  const meeting = to.split("?")[0];
  await send(page, "/api/meetings/protocol/begin", { ...of, meeting: meeting.split("/").at(-1)!, key });

  // A point, half written.
  await page.goto(`${meeting}/protokoll/punkt-1`);
  await awake(page);
  await page.getByLabel("Vi sier").pressSequentially("Planen mangler hvi");
  await expect(page.getByText(/^Utkast lagret kl\. \d\d\.\d\d/)).toBeVisible();
  await page.goto(path);
  await page.goto(`${meeting}/protokoll/punkt-1`);
  await expect(page.getByText(/^Du har et utkast fra i dag kl\. /)).toBeVisible();
  await expect(page.getByLabel("Vi sier")).toHaveValue("Planen mangler hvi");
  await accessible(page);
  await awake(page);
  await page.getByRole("button", { name: "Kast utkastet" }).click();
  await expect(page).toHaveURL(`${meeting}/protokoll/punkt-1`);
  await expect(page.getByLabel("Vi sier")).toHaveValue("");

  // One line among several, and a session that ends in the middle.
  await page.goto(`${meeting}/protokoll/oppfolging`);
  await awake(page);
  await page.getByLabel("Hva", { exact: true }).nth(1).pressSequentially("Ringe rekt");
  await expect(page.getByText(/^Utkast lagret kl\. /)).toBeVisible();
  await context.clearCookies({ name: "klar" });
  await press(page, "Lagre og se over");
  await expect(page.getByText("Du har vært borte en stund, så vi har logget deg ut")).toBeVisible();
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await chooseAtTestId(page, me);
  await expect(page).toHaveURL(`${meeting}/protokoll/oppfolging`);
  await expect(page.getByLabel("Hva", { exact: true }).first()).toHaveValue("Ringe rekt");
});
