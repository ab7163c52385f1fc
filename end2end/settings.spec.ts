// The administrator changes who sees what, undoes it, and answers why somebody does not see something.
import { mkdirSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { makeCase } from "./support/cases";
import { expect, test } from "./support/test";

const both = { tag: ["@no-script", "@desk"] };
// No other test goes by what these may, and each way of running has its own: the runs share one union.
const OFFICE: Record<string, [code: string, name: string]> = {
  "script": ["OPPLAERINGSANSVARLIG", "Opplæringsansvarlig"],
  "no-script": ["UNGDOMSTILLITSVALGT", "Ungdomstillitsvalgt"],
  "desk": ["PENSJONISTTILLITSVALGT", "Pensjonisttillitsvalgt"],
};

// There is one matrix, and one of these goes back to the standard: they come one after the other, in whichever run.
const TURN = join(tmpdir(), `klar-matrix-${process.ppid}`);

test.beforeEach(async () => {
  test.setTimeout(240_000);
  for (;;) {
    try {
      return mkdirSync(TURN);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
});
test.afterEach(() => rmdirSync(TURN));

/** On the last page: looks at what another run has put in force meanwhile, until nothing more has come. Says whether
 *  anything is left to change. */
async function lookOver(page: Page) {
  const note = page.getByLabel("Hvorfor endrer du reglene?");
  const quicker = page.getByRole("button", { name: "Jeg har sett det, gå videre" });
  const nothing = page.getByRole("heading", { name: "Ingenting blir annerledes" });
  for (let attempt = 0; attempt < 5; attempt++) {
    await expect(note.or(quicker).or(nothing)).toBeVisible();
    if (await note.isVisible()) return true;
    if (await nothing.isVisible()) return false;
    await expect(page.getByText("Reglene er endret siden du begynte")).toBeVisible();
    await quicker.click();
  }
  throw new Error("somebody was quicker every time");
}

/** Puts what stands on the last page in force, also when another run has been quicker. */
async function putInForce(page: Page, note: string) {
  const quicker = page.getByRole("button", { name: "Jeg har sett det, gå videre" });
  const done = page.getByText("Reglene gjelder nå");
  for (let attempt = 0; attempt < 5; attempt++) {
    if (!(await lookOver(page))) return;
    await page.getByLabel("Hvorfor endrer du reglene?").fill(note);
    await page.getByRole("button", { name: "Sett reglene i kraft" }).click();
    await expect(done.or(quicker)).toBeVisible();
    if (await done.isVisible()) return;
  }
  throw new Error("somebody was quicker every time");
}

test("administratoren gir et verv en ny rett, med grunn, og ser hva som vil skje først", both, async ({ as, accessible }, { project }) => {
  const [code, name] = OFFICE[project.name];
  const page = await as("admin", "/mer");
  await page.getByRole("link", { name: "Se hvem som ser hva" }).click();
  await accessible(page);
  await page.getByRole("link", { name: "Hvem som ser hva" }).click();
  await accessible(page);
  await page.getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  await accessible(page);
  await page.getByRole("link", { name: "Endre rettene" }).click();

  const kind = page.locator("details", { hasText: "Hvem som er medlem:" }).first();
  await kind.locator("summary").click();
  await accessible(page);
  const box = kind.getByLabel("Se, i hele fagforeningen");
  await kind.locator("label", { hasText: "Se, i hele fagforeningen" }).click();
  await expect(box).toBeChecked();
  await page.getByRole("button", { name: "Fortsett" }).click();

  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hvorfor trenger vervet dette?");
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(page.getByText("må fylles ut").first()).toBeVisible();
  await accessible(page);
  await page.getByLabel("Se hvem som er medlem, i hele fagforeningen").fill("Planlegger kurs for medlemmene.");
  await page.getByRole("button", { name: "Fortsett" }).click();

  await lookOver(page);
  await expect(page.getByText("Grunn: Planlegger kurs for medlemmene.")).toBeVisible();
  await expect(page.getByText("Dette vil skje")).toBeVisible();
  await accessible(page);
  await putInForce(page, `Prøver ${code}`);
  await expect(page.getByRole("status")).toContainText("Reglene gjelder nå");
  await accessible(page);
  await page.goto(`/innstillinger/tilgang/${code}`);
  await expect(page.getByText("Planlegger kurs for medlemmene.")).toBeVisible();

  // And away again.
  await page.getByRole("link", { name: "Endre rettene" }).click();
  await kind.locator("summary").click();
  await kind.locator("label", { hasText: "Se, i hele fagforeningen" }).click();
  await expect(box).not.toBeChecked();
  await page.getByRole("button", { name: "Fortsett" }).click();
  await lookOver(page);
  await expect(page.getByText("Borte")).toBeVisible();
  await putInForce(page, `Ferdig med ${code}`);
  await page.getByRole("link", { name: "Tidligere regler" }).click();
  await expect(page.getByText(`Ferdig med ${code}`)).toBeVisible();
  await accessible(page);
});

test("administratoren legger til et verv som forbundet har, og det gir ingenting før det får noe", both, async ({ as, accessible }, { project }) => {
  // An office is never taken away again, and the runs share one union.
  const code = `VARA_${project.name.replace("-", "_").toUpperCase()}_${Date.now() % 100_000}`;
  const page = await as("admin", "/innstillinger/tilgang");
  await page.getByRole("link", { name: "Nytt verv" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Nytt verv");
  await accessible(page);
  await page.getByLabel("Kode").fill(code);
  await page.getByLabel("Navn på bokmål").fill(`varamedlem ${project.name}`);
  await page.getByRole("button", { name: "Fortsett" }).click();
  await expect(page.getByText("Velg minst ett sted vervet kan holdes").first()).toBeVisible();
  await expect(page.getByLabel("Kode")).toHaveValue(code);
  await accessible(page);
  await page.getByLabel("Navn på nynorsk").fill(`varamedlem ${project.name}`);
  await page.getByLabel("Navn på engelsk").fill(`deputy member ${project.name}`);
  await page.locator("label", { hasText: "Fagforeningen" }).click();
  await page.getByRole("button", { name: "Fortsett" }).click();

  await lookOver(page);
  await expect(page.getByText(`(${code})`)).toBeVisible();
  await accessible(page);
  await putInForce(page, `Forbundet har ${code}`);
  await accessible(page);
  await page.getByRole("link", { name: `Gi retter til vervet varamedlem ${project.name}` }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Varamedlem ${project.name}`);
  await expect(page.getByText("Ingen retter")).toBeVisible();
  await page.getByRole("link", { name: "Endre vervet" }).click();
  await accessible(page);
  await page.getByLabel("Navn på bokmål").fill(`vara ${project.name}`);
  await page.getByRole("button", { name: "Fortsett" }).click();
  await putInForce(page, `Kortere navn på ${code}`);
  await page.goto(`/innstillinger/tilgang/${code}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Vara ${project.name}`);
});

test("personvernombudet ser at reglene er endret, og kan ikke endre dem", both, async ({ as, elsewhere, watch }) => {
  const admin = await elsewhere("admin", "/innstillinger/versjoner/0/tilbake");
  if (await admin.getByRole("button", { name: "Sett reglene i kraft" }).count()) await putInForce(admin, "Tilbake til standarden");
  const page = await as("dpo", "/innstillinger/tilgang/KLUBBLEDER");
  await expect(page.getByText("Lese vanlige saker og personalsaker").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Endre rettene" })).toHaveCount(0);
  watch.expect(/status of 40[34]/);
  expect((await page.goto("/innstillinger/tilgang/KLUBBLEDER/endre"))!.status()).toBe(403);
  expect((await (await elsewhere("leader-a")).goto("/innstillinger"))!.status()).toBe(404);
});

test("administratoren får vite hvorfor noen ser en sak, men aldri hva som står i den", both, async ({ as, elsewhere, accessible, registry }) => {
  const leader = await elsewhere("leader-a");
  const path = await makeCase(leader, "Dette skal administratoren aldri se");
  await leader.goto(path);
  const number = (await leader.getByText(/^Sak \d+$/).first().innerText()).replace("Sak ", "");
  const page = await as("admin", "/innstillinger/person");
  const { name } = registry.persona("leader-a");
  await page.getByRole("searchbox").fill(name);
  await page.getByRole("button", { name: "Søk" }).click();
  await accessible(page);
  await page.locator(".k-card-link a", { hasText: name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hva ser ${name}?`);
  await page.getByLabel("Saksnummer").fill(number);
  await page.getByRole("button", { name: "Få svar" }).click();
  await expect(page.getByRole("status")).toContainText(`Ja, personen kan lese og skrive i sak ${number}`);
  await expect(page.getByText("Dette skal administratoren aldri se")).toHaveCount(0);
  await accessible(page);
  await page.getByLabel("Saksnummer").fill("99999999");
  await page.getByRole("button", { name: "Få svar" }).click();
  await expect(page.getByRole("status")).toContainText("Nei, personen ser ingen sak med nummer 99999999");
});
