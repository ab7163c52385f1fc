// Every page, empty and full and refused, on a phone and on a desk, in light and in dark.
import { randomUUID } from "node:crypto";

import type { Page } from "@playwright/test";

import { faintColours, faults } from "./support/axe";
import { makeCase, makeDraft, makeTask, memberIds, send } from "./support/cases";
import type { Registry } from "./support/registry";
import { expect, logIn, test, type Who } from "./support/test";

type Visit = { as: (who: Who, path?: string) => Promise<Page>; elsewhere: (who: Who, path?: string) => Promise<Page>; page: Page; somebodyNew: () => Who; registry: Registry };

/** A name for each state of each page, and the way there. Those that end with 404 or 403 say so. */
const places: [string, (visit: Visit) => Promise<unknown>, number?][] = [
  ["forsiden", ({ page }) => page.goto("/")],
  ["forsiden etter utlogging", ({ page }) => page.goto("/?utlogget=1")],
  ["forsiden etter lang tid borte", ({ page }) => page.goto("/?borte=1&til=/saker")],
  ["innlogging som er avbrutt", ({ page }) => page.goto(`/logg-inn/feil?hvorfor=avbrutt&id=${randomUUID()}`)],
  ["innlogging som ikke er sterk nok", ({ page }) => page.goto(`/logg-inn/feil?hvorfor=svak&id=${randomUUID()}`)],
  ["Test-ID", ({ page }) => page.goto("/logg-inn")],
  ["uten verv", ({ page, registry }) => logIn(page, registry.persona("none"))],
  ["I dag, tom", ({ as, somebodyNew }) => as(somebodyNew())],
  ["I dag, full", async ({ as }) => {
    const page = await as("leader-a");
    const path = await makeCase(page, "Til I dag");
    for (const [title, due] of [["Ring arbeidsgiver og avtal et møte om oppfølgingsplanen", "1.3.2026"], ["Uten dato", ""]]) {
      await makeTask(page, path, title, due);
    }
    await page.reload();
  }],
  ["I dag, med et verv som ikke gir noe", ({ as }) => as("lawyer")],
  ["Medlemmer", ({ as }) => as("leader-a", "/medlemmer")],
  ["Medlemmer, ingen treff", ({ as }) => as("leader-a", "/medlemmer?q=qqq")],
  ["Medlemmer, uten liste", ({ as }) => as("lawyer", "/medlemmer")],
  ["Medlemmer, åpnet filter og valgt", async ({ as }) => {
    const page = await as("leader-a", "/medlemmer?stilling=a&ny=365&kontakt=uten");
    await page.getByText("Velg hva du vil se").click();
  }],
  ["Hent som fil", ({ as }) => as("leader-a", "/medlemmer/fil?ny=365")],
  ["Lagrede utvalg, nytt", ({ as }) => as("leader-a", "/medlemmer/utvalg?ny=365")],
  ["Medlemskort", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`/medlemmer/${(await memberIds(page))[2]}`);
  }],
  ["Saker, tom", ({ as, somebodyNew }) => as(somebodyNew(), "/saker")],
  ["Saker, full og åpnet filter", async ({ as }) => {
    const page = await as("leader-a");
    await makeCase(page, "Til lista");
    await page.goto("/saker?eier=meg&status=open&type=FERIE");
    await page.getByText("Velg hva du vil se").click();
  }],
  ["Saker, ingen treff", async ({ as }) => {
    const page = await as("leader-a");
    await makeCase(page, "Ikke om varsling");
    await page.goto("/saker?type=VARSLING");
  }],
  ["Sak", async ({ as }) => {
    const page = await as("leader-a");
    const path = await makeCase(page, "En sak med alt.\n\nOg to avsnitt.");
    await makeTask(page, path, "Skriv referat", "1.3.2026");
    await send(page, "/api/notes/add", { case: path.split("/")[2], key: randomUUID(), body: "Ringte.\nAvtalte møte." });
    await page.goto(`${path}?notat=1`);
  }],
  ["Sak endret av andre", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeCase(page, "Endret")}?endret=1`);
  }],
  ["Nytt notat", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeCase(page, "Med notat")}/notat`);
  }],
  ["Nytt notat med feil", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeCase(page, "Med feil notat")}/notat`);
    await page.getByRole("button", { name: "Lagre notatet" }).click();
    await expect(page).toHaveTitle(/^Feil/);
  }],
  ["Ny oppgave", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeCase(page, "Med oppgave")}/oppgave`);
  }],
  ["Ny oppgave med feil", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeCase(page, "Med feil oppgave")}/oppgave`);
    await page.getByLabel("Når skal det være gjort?").fill("snart");
    await page.getByRole("button", { name: "Lagre oppgaven" }).click();
    await expect(page).toHaveTitle(/^Feil/);
  }],
  ["Ny sak, fortsette", async ({ as }) => {
    const page = await as("leader-a");
    await makeDraft(page, { type: "FERIE" });
    await page.goto("/saker/ny");
  }],
  ["Ny sak, hva", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE" })}/hva`);
  }],
  ["Ny sak, hva, med feil", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, {})}/hva`);
  }],
  ["Ny sak, hvem", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE", member: (await memberIds(page))[1] })}/hvem`);
  }],
  ["Ny sak, hvem, ingen treff", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE" })}/hvem?q=qqq`);
  }],
  ["Ny sak, hvem, med feil", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE", member: randomUUID() })}/hvem`);
  }],
  ["Ny sak, hendelse", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE", member: (await memberIds(page))[1] })}/hendelse`);
    await page.getByText("Hva bør jeg skrive?").click();
  }],
  ["Ny sak, hendelse, med feil", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE", member: (await memberIds(page))[1], happened: "snart" })}/hendelse`);
  }],
  ["Ny sak, spørsmål", async ({ as }) => {
    const page = await as("leader-a");
    const member = (await memberIds(page))[1];
    await page.goto(`${await makeDraft(page, { type: "LONN_FEIL", member, happened: "1.3.2026", text: "Lønn", answered: false })}/sporsmal/1`);
  }],
  ["Ny sak, spørsmål, med feil", async ({ as }) => {
    const page = await as("leader-a");
    const member = (await memberIds(page))[1];
    await page.goto(`${await makeDraft(page, { type: "LONN_FEIL", member, happened: "1.3.2026", text: "Lønn", answered: false })}/sporsmal/1`);
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(page).toHaveTitle(/^Feil/);
  }],
  ["Ny sak, sjekk", async ({ as }) => {
    const page = await as("leader-a");
    const text = "Et langt ord: arbeidsmiljøutvalgsmedlemskapsfornyelsesprosedyredokumentasjon.\n\nOg mer.";
    await page.goto(`${await makeDraft(page, { type: "TRAKASSERING_DISKRIMINERING", member: (await memberIds(page))[1], happened: "1.3.2026", text })}/sjekk`);
  }],
  ["Ny sak, sjekk, noe mangler", async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`${await makeDraft(page, { type: "FERIE" })}/sjekk`);
  }],
  ["Sak som man bare vet om", async ({ as, elsewhere }) => {
    const path = await makeCase(await elsewhere("leader-a"), "Ikke for fagforeningen");
    await as("officer", path);
  }],
  ["Vervene dine", ({ as }) => as("leader-a", "/mer/verv")],
  ["Arbeidsgiver", async ({ as }) => {
    const page = await as("ptv");
    await page.goto(`/medlemmer/${(await memberIds(page))[2]}`);
    await page.locator("a[href^='/arbeidsgivere/']").first().click();
  }],
  ["Hvor du er logget inn", async ({ as, elsewhere }) => {
    await elsewhere("leader-a");
    await as("leader-a", "/mer/innlogginger?logget-ut=1");
  }],
  ["En fagforening", ({ as }) => as("officer", "/organisasjon")],
  ["Forbundet", ({ as }) => as("union", "/organisasjon")],
  ["Innsynslogg", ({ as }) => as("dpo", "/innsyn")],
  ["Innsynslogg, flere med samme navn", async ({ as, registry }) => {
    const page = await as("dpo", `/innsyn?om=${encodeURIComponent(registry.sharedName())}`);
    expect(await page.locator("main li a[href^='/innsyn?om=']").count()).toBeGreaterThan(1);
  }],
  ["Hvem har lest om et medlem", async ({ as, registry }) => {
    const { number } = registry.members(registry.persona("leader-a").national_id)[1];
    const page = await as("dpo", `/innsyn?om=${number}`);
    await page.locator("main a[href^='/innsyn/']").first().click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Hvem har lest om");
  }],
  ["Filer fra medlemsregisteret", ({ as }) => as("clerk", "/import")],
  ["En fil fra medlemsregisteret", async ({ as }) => {
    const page = await as("admin", "/import");
    await page.locator("main a[href^='/import/']").first().click();
  }],
  ["En fil som er holdt tilbake", async ({ as }) => {
    const page = await as("admin", "/import");
    await page.locator("main tr").filter({ hasText: "Venter på deg" }).getByRole("link").first().click();
    await expect(page.getByRole("button", { name: "Ta inn filen" })).toBeVisible();
  }],
  ["Mer", ({ as }) => as("leader-a", "/mer")],
  ["en side som ikke finnes", ({ as }) => as("leader-a", "/finnes-ikke"), 404],
];

for (const [name, go, status] of places) {
  test(`${name}: ingen feil for dem som ser, hører eller peker dårlig`, { tag: "@desk" }, async ({ as, elsewhere, page, registry, somebodyNew, watch, isMobile }) => {
    if (status) watch.expect(new RegExp(`status of ${status}`));
    await go({ as, elsewhere, page, somebodyNew, registry });
    await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
    await expect(page).toHaveTitle(/ – (KLAR|Test-ID)$/);
    expect(await faults(page), "in light").toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map((change) => change.finished)));
    // Only the colours have changed.
    expect(await faintColours(page), "in dark").toEqual([]);
    expect(await tooSmall(page), "smaller than 44 by 44").toEqual([]);
    if (isMobile) {
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await tooWide(page), "wider than a window of 320").toEqual([]);
    }
  });
}

/** What one is to hit and is smaller than a fingertip. Links in running text are as small as the text. */
const tooSmall = (page: Page) => page.evaluate(() => {
  const inText = (link: Element) => link.matches("p a, li a, dd a") && link.parentElement!.textContent!.trim() !== link.textContent!.trim();
  return [...document.querySelectorAll("a[href], button, summary, select, input:not([type=hidden]), textarea")].flatMap((target) => {
    if (!(target as HTMLElement).checkVisibility({ visibilityProperty: true }) || inText(target) || target.matches(".ds-skip-link")) return [];
    // An answer is hit anywhere on its card, and a row's link anywhere in the row.
    const area = target.closest(".k-choice") ?? (getComputedStyle(target, "::after").position === "absolute" ? target.closest(".ds-card, tr") : null) ?? target;
    const { width, height } = area.getBoundingClientRect();
    return width >= 44 && height >= 44 ? [] : [`${target.outerHTML.slice(0, 120)}: ${Math.round(width)} by ${Math.round(height)}`];
  });
});

/** What makes the page scroll sideways. */
const tooWide = (page: Page) => page.evaluate(() => {
  if (document.documentElement.scrollWidth <= 320) return [];
  return [...document.querySelectorAll("body *")]
    .filter((element) => element.getBoundingClientRect().right > 320.5)
    .map((element) => `${element.outerHTML.slice(0, 100)} ends at ${Math.round(element.getBoundingClientRect().right)}`)
    .slice(-5);
});
