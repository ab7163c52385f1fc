// Two cases about the same member are linked, the one is found by its number, and in the end they are one.
import { choose, makeCase, makeTask } from "./support/cases";
import { expect, test } from "./support/test";

test("to saker knyttes sammen, finnes på nummeret og slås sammen", { tag: ["@no-script", "@desk"] }, async ({ as, awake, accessible, somebodyNew }) => {
  const page = await as(somebodyNew());
  const first = await makeCase(page, "Meldt på telefon");
  const second = await makeCase(page, "Meldt en gang til");
  await makeTask(page, second, "Ring rektor");
  await page.goto(second);
  const number = (await page.getByText(/^Sak \d+$/).first().innerText()).replace(/\D/g, "");
  await page.goto(first);
  const firstNumber = (await page.getByText(/^Sak \d+$/).first().innerText()).replace(/\D/g, "");
  await page.getByRole("link", { name: "Knytt til en annen sak" }).click();
  await accessible(page);
  await awake(page);
  await choose(page, "Den andre saken er en del av denne");
  await page.getByLabel("Saksnummer").fill(`sak ${number}`);
  await page.getByRole("button", { name: "Knytt sakene sammen" }).click();
  await expect(page.getByRole("status").getByText("Sakene er knyttet sammen")).toBeVisible();
  await expect(page.getByText("Delsaker")).toBeVisible();
  await accessible(page);
  // By the number, as somebody says it on the telephone; and one that is not there.
  await page.goto("/saker");
  await page.getByLabel("Saksnummer").fill("999999999");
  await page.getByRole("button", { name: "Søk" }).click();
  await expect(page).toHaveTitle(/^Feil: Finn en sak/);
  await accessible(page);
  await awake(page);
  await page.getByLabel("Saksnummer").fill(`Sak ${number}`);
  await page.getByRole("button", { name: "Søk" }).click();
  await expect(page).toHaveURL(second);
  // It was the same case after all.
  await page.getByRole("link", { name: "Slå sammen med en annen sak" }).click();
  await accessible(page);
  await page.getByRole("link", { name: new RegExp(`^Sak ${firstNumber}:`) }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Slå sammen med sak ${firstNumber}`);
  await expect(page.getByText("Ring rektor")).toBeVisible();
  await accessible(page);
  await page.getByRole("button", { name: "Slå sammen sakene" }).click();
  await expect(page.getByRole("status").getByText("Den andre saken er slått sammen med denne")).toBeVisible();
  await expect(page.getByText("Ring rektor").first()).toBeVisible();
  await page.goto(second);
  await expect(page.getByRole("heading", { name: `Denne saken er slått sammen med sak ${firstNumber}` })).toBeVisible();
  await page.getByRole("link", { name: `Gå til sak ${firstNumber}` }).first().click();
  await expect(page).toHaveURL(first);
});
