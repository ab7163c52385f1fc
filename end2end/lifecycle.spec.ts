// A case that waits, is closed and is opened again.
import { choose, makeCase, makeTask, send } from "./support/cases";
import { today } from "./support/registry";
import { expect, test } from "./support/test";

/** A day from today, as people write it. */
const typed = (days: number) => today(days).split("-").reverse().map(Number).join(".");

test("en sak venter på arbeidsgiveren, og jeg går videre med den", { tag: ["@no-script", "@desk"] }, async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Venter på svar");
  await page.goto(path);
  await page.getByRole("link", { name: "Sett på vent" }).click();
  await awake(page);
  await page.getByRole("button", { name: "Sett saken på vent" }).click();
  // Nothing is chosen yet: each field says what is wrong.
  await expect(page).toHaveTitle(/^Feil: Sett på vent/);
  await accessible(page);
  await awake(page);
  await choose(page, "Arbeidsgiveren");
  await page.getByLabel("Hvem, eller hva?").fill("Svar fra rektor");
  await page.getByLabel("Til når?").fill(typed(0));
  await page.getByRole("button", { name: "Sett saken på vent" }).click();
  await expect(page.getByRole("status").getByText("Saken er satt på vent.", { exact: false })).toBeVisible();
  await expect(page.getByText("Svar fra rektor").first()).toBeVisible();
  await expect(page.getByText("Dagen er kommet. Gå videre med saken, eller vent lenger.")).toBeVisible();
  await accessible(page);
  await page.goto("/saker?status=waiting");
  await expect(page.getByText(/^Venter på arbeidsgiveren til /).first()).toBeVisible();
  // Its day is today, so it is back.
  await page.goto("/i-dag");
  await expect(page.getByRole("heading", { name: "Du har ventet lenge nok" })).toBeVisible();
  await accessible(page);
  await page.goto(path);
  await awake(page);
  await page.getByRole("button", { name: "Gå videre med saken" }).click();
  await expect(page.getByRole("status").getByText("Saken venter ikke lenger")).toBeVisible();
});

test("en sak avsluttes med utfall og oppfølging, og åpnes igjen", { tag: ["@no-script", "@desk"] }, async ({ as, awake, accessible, watch, somebodyNew }) => {
  watch.expect(/status of 409/);
  const page = await as(somebodyNew());
  const path = await makeCase(page, "Skal avsluttes");
  await makeTask(page, path, "Ring rektor");
  await send(page, "/api/drafts/keep", { form: `note/${path.split("/")[2]}`, fields: "body=Halvveis i en setning" });
  await page.goto(path);
  await page.getByRole("link", { name: "Avslutt saken" }).click();
  await expect(page.getByText("Dette er ikke ferdig")).toBeVisible();
  await expect(page.getByRole("link", { name: "Et notat du ikke har lagret" })).toBeVisible();
  await expect(page.getByText("Ring rektor")).toBeVisible();
  await accessible(page);
  await awake(page);
  await page.getByLabel("Hva ble avtalt?").fill("Fri fra 1. juli");
  await page.getByRole("button", { name: "Avslutt saken" }).click();
  await expect(page).toHaveTitle(/^Feil: Avslutt saken/);
  await expect(page.getByLabel("Hva ble avtalt?")).toHaveValue("Fri fra 1. juli");
  await awake(page);
  await choose(page, "Vi ble enige");
  await page.getByLabel("Er det noe som må følges opp?").fill("Se at feriepengene kom");
  await page.getByLabel("Når skal det følges opp?").fill(typed(30));
  await choose(page, "Dropp dem");
  await page.getByRole("button", { name: "Avslutt saken" }).click();
  await expect(page.getByRole("status").getByText("Saken er avsluttet nå")).toBeVisible();
  await expect(page.getByText("Fri fra 1. juli").first()).toBeVisible();
  await expect(page.getByText("Se at feriepengene kom").first()).toBeVisible();
  await expect(page.getByRole("link", { name: "Skriv notat" })).toHaveCount(0);
  await accessible(page);
  // Reading stays; writing is refused in a sentence.
  await page.goto(`${path}/notat`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Saken er avsluttet");
  await accessible(page);
  await page.getByRole("link", { name: "Gå til saken" }).click();
  await page.getByRole("link", { name: "Åpne saken igjen" }).click();
  await awake(page);
  await page.getByLabel("Hvorfor åpnes saken igjen?").fill("Feriepengene kom ikke");
  await page.getByRole("button", { name: "Åpne saken igjen" }).click();
  await expect(page.getByRole("status").getByText("Saken er åpnet igjen")).toBeVisible();
  await expect(page.getByText("Feriepengene kom ikke")).toBeVisible();
  // What was not sent stands where it stood.
  await page.goto(`${path}/notat`);
  await expect(page.getByLabel("Notat", { exact: true })).toHaveValue("Halvveis i en setning");
});
