// Getting in, not getting in, and getting out.
import type { Page } from "@playwright/test";

import { chooseAtTestId, expect, logIn, test } from "./support/test";

const ERROR_CODE = /^Feilkode: [0-9a-f]{8}-[0-9a-f-]{27}$/;

test("jeg logger inn fra forsiden og kommer til I dag", { tag: ["@no-script", "@desk"] }, async ({ page, registry }) => {
  await logIn(page, registry.persona("ptv"));
  await expect(page).toHaveURL("/i-dag");
  await expect(page).toHaveTitle("I dag – KLAR");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hei, Blid");
  await expect(page.getByText("Du er plasstillitsvalgt i")).toBeVisible();
});

test("lenken jeg fikk, fører dit også når jeg må logge inn først", { tag: "@no-script" }, async ({ page, registry }) => {
  await page.goto("/medlemmer?q=a");
  await chooseAtTestId(page, registry.persona("ptv"));
  await expect(page).toHaveURL("/medlemmer?q=a");
});

for (const who of ["none", "ended", "future"]) {
  test(`uten verv (${who}) får jeg vite hvem jeg kan ringe`, { tag: "@no-script" }, async ({ page, registry, javaScriptEnabled }) => {
    const persona = registry.persona(who);
    const local = registry.unit(registry.memberOf(persona.national_id).local);
    await logIn(page, persona);
    await expect(page).toHaveURL("/uten-verv");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Hei, ${persona.name}. Du har ikke et verv nå`);
    await expect(page.getByText(local.name, { exact: true })).toBeVisible();
    await expect(page.getByRole("link", { name: local.phone })).toHaveAttribute("href", `tel:${local.phone}`);
    await expect(page.getByRole("navigation", { name: "Hovedmeny" })).toHaveCount(0);
    for (const path of ["/i-dag", "/medlemmer", "/saker", "/mer"]) {
      await page.goto(path);
      await expect(page).toHaveURL("/uten-verv");
    }
    await page.getByRole("button", { name: "Logg ut" }).click();
    await finishLogout(page, javaScriptEnabled);
    await expect(page.getByText("Du er logget ut")).toBeVisible();
  });
}

test("en fremmed får vite at registeret ikke kjenner ham", { tag: "@no-script" }, async ({ page, registry }) => {
  await logIn(page, registry.persona("stranger"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi finner deg ikke i medlemsregisteret");
  await expect(page.getByText(ERROR_CODE)).toBeVisible();
  await page.goto("/i-dag");
  await expect(page.getByRole("heading", { name: "Test-ID" })).toBeVisible();
});

test("avbryter jeg hos BankID, får jeg en side med feilkode og kan prøve igjen", { tag: "@no-script" }, async ({ page, registry }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await page.getByRole("button", { name: "Avbryt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du avbrøt innloggingen");
  await expect(page.getByText(ERROR_CODE)).toBeVisible();
  await page.getByRole("link", { name: "Prøv igjen" }).click();
  await chooseAtTestId(page, registry.persona("ptv"));
  await expect(page).toHaveURL("/i-dag");
});

test("et lavere sikkerhetsnivå slipper ikke inn", { tag: "@no-script" }, async ({ page, registry }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await page.getByText("Avansert", { exact: true }).click();
  await page.getByRole("link", { name: /Betydelig/ }).click();
  await chooseAtTestId(page, registry.persona("ptv"));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logg inn med BankID med kodebrikke eller passord");
  await expect(page.getByText(ERROR_CODE)).toBeVisible();
  expect((await page.context().cookies()).filter(({ name }) => name === "klar")).toEqual([]);
});

test("etter utlogging viser tilbakeknappen ingenting", { tag: ["@no-script", "@desk"] }, async ({ page, registry, javaScriptEnabled, watch }) => {
  const ptv = registry.persona("ptv");
  await logIn(page, ptv);
  await page.goto("/medlemmer");
  const somebody = await page.locator("tbody a").first().textContent();
  await page.goto("/mer");
  await page.getByRole("button", { name: "Logg ut" }).click();
  await finishLogout(page, javaScriptEnabled);
  await expect(page).toHaveURL("/?utlogget=1");
  await expect(page.getByText("Du er logget ut")).toBeVisible();
  // Without script the page in between is the answer to a form, which the browser asks about before it sends it again.
  if (!javaScriptEnabled) watch.expect(/^request failed: POST .*\/logg-ut net::ERR_CACHE_MISS/);
  for (let back = 0; back < 3; back += 1) {
    await page.goBack().catch(() => undefined);
    await expect(page.getByText(somebody!)).toHaveCount(0);
    await expect(page.getByText(ptv.name)).toHaveCount(page.url().startsWith(process.env.KLAR_E2E_ISSUER!) ? 1 : 0);
  }
  await page.goto("/medlemmer");
  await expect(page.getByRole("heading", { name: "Test-ID" })).toBeVisible();
});

test("en økt som er over, sier det, og innlogging fører tilbake dit jeg var", { tag: "@no-script" }, async ({ page, registry, baseURL }) => {
  const token = "A".repeat(43);
  await page.context().addCookies([{ name: "klar", value: token, url: baseURL }]);
  await page.goto("/saker?status=open");
  await expect(page.getByText("Du har vært borte en stund, så vi har logget deg ut")).toBeVisible();
  expect((await page.context().cookies()).filter(({ name }) => name === "klar")).toEqual([]);
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await chooseAtTestId(page, registry.persona("ptv"));
  await expect(page).toHaveURL("/saker?status=open");
});

test("en kjeks med tull i er som ingen kjeks", async ({ page, baseURL }) => {
  for (const value of ["x", "%00", "../../etc/passwd", "A".repeat(4000)]) {
    await page.context().addCookies([{ name: "klar", value, url: baseURL }]);
    await page.goto("/i-dag");
    await expect(page.getByRole("link", { name: "Logg inn med BankID" })).toBeVisible();
  }
});

test("verv uten medlemsliste får en forklaring, ikke en tom side", { tag: "@no-script" }, async ({ as }) => {
  for (const who of ["lawyer", "admin"]) {
    const page = await as(who);
    await expect(page.getByRole("heading", { name: "Vervet ditt gir ikke medlemsliste eller saker ennå" })).toBeVisible();
    await page.goto("/medlemmer");
    await expect(page.getByRole("heading", { name: "Vervet ditt gir ikke medlemsliste" })).toBeVisible();
    await page.goto("/saker");
    await expect(page.getByRole("heading", { name: "Ingen saker ennå" })).toBeVisible();
  }
});

/** The last step of a logout is a button without script, and goes by itself with it. */
async function finishLogout(page: Page, script: boolean) {
  if (!script) await page.getByRole("button", { name: "Fullfør utloggingen" }).click();
}
