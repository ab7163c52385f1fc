// Pictures of the main pages: as one meets them, for the README, in docs/screenshots; whole, in light and in dark and
// with what can go wrong, for looking at, in end2end/looks.
import { randomUUID } from "node:crypto";
import { join } from "node:path";

import type { Page } from "@playwright/test";

import { makeCase, makeDraft, makeTask, memberIds, send } from "./support/cases";
import { root } from "./support/system.mjs";
import { expect, logIn, test, type Who } from "./support/test";

type Visit = { as: (who: Who, path?: string) => Promise<Page>; page: Page; logIn: (key: string) => Promise<void> };

const STORY = "Hun fikk ny turnus uten å bli spurt, og har fått fire helger på rad.\n\nAvdelingslederen sier den gjelder fra mandag.";

async function draft({ as }: Visit, step: string, fields: Parameters<typeof makeDraft>[1]) {
  const page = await as("ptv");
  const [, member] = await memberIds(page);
  await page.goto(`${await makeDraft(page, { type: "ARBEIDSTID_TURNUS", member, ...fields })}/${step}`);
}

const pages: Record<string, (visit: Visit) => Promise<unknown>> = {
  front: ({ page }) => page.goto("/"),
  "test-login": ({ page }) => page.goto("/logg-inn"),
  today: ({ as }) => as("ptv"),
  members: ({ as }) => as("leader-a", "/medlemmer"),
  member: async ({ as }) => {
    const page = await as("ptv");
    await page.goto("/saker");
    await page.locator(".k-card-link a").first().click();
    await page.locator("dd a").first().click();
  },
  "new-case-1-about": (visit) => draft(visit, "hva", {}),
  "new-case-2-who": (visit) => draft(visit, "hvem", { member: "" }),
  "new-case-3-what": (visit) => draft(visit, "hendelse", { happened: "12.3.2026", text: STORY }),
  "new-case-4-questions": (visit) => draft(visit, "sporsmal/1", { happened: "12.3.2026", text: STORY, answered: false }),
  "new-case-5-check": (visit) => draft(visit, "sjekk", { happened: "12.3.2026", text: STORY }),
  case: async ({ as }) => {
    const page = await as("ptv", "/saker");
    await page.locator(".k-card-link a").first().click();
  },
  cases: ({ as }) => as("ptv", "/saker"),
  more: ({ as }) => as("ptv", "/mer"),
  "without-mandate": async ({ page, logIn }) => {
    await logIn("none");
    await page.waitForURL("/uten-verv");
  },
  "not-found": ({ as }) => as("ptv", "/finnes-ikke"),
};

/** What is seen less often, and must be as good. Who makes anything here is not in the pictures above. */
const others: typeof pages = {
  "error-about": (visit) => draft(visit, "hva", { type: "" }),
  "error-who": (visit) => draft(visit, "hvem", { member: randomUUID() }),
  "error-what": (visit) => draft(visit, "hendelse", { happened: "snart" }),
  "error-check": (visit) => draft(visit, "sjekk", { member: "" }),
  "error-task": async ({ as }) => {
    const page = await as("leader-b");
    const path = await makeCase(page, STORY);
    await send(page, "/api/tasks/add", { case: path.split("/")[2], key: randomUUID(), title: "", due: "snart" });
    await page.goto(`${path}/oppgave`);
  },
  "new-note": async ({ as }) => {
    const page = await as("leader-b");
    await page.goto(`${await makeCase(page, STORY)}/notat`);
  },
  "case-saved": async ({ as }) => {
    const page = await as("leader-b");
    await page.goto(`${await makeCase(page, STORY)}?ny=1`);
  },
  "case-read-only": async ({ as }) => {
    const page = await as("leader-a", "/saker");
    await page.locator(".k-card-link", { hasText: "Eier:" }).locator("a").first().click();
  },
  "cases-filtered": async ({ as }) => {
    const page = await as("leader-a", "/saker?eier=meg&status=open");
    await page.getByText("Velg hva du vil se").click();
  },
  "task": async ({ as }) => {
    const page = await as("leader-b");
    const path = await makeCase(page, STORY);
    await makeTask(page, path, "Ring arbeidsgiver og avtal møte", "1.12.2026");
    await page.goto(path);
    await page.getByRole("link", { name: "Ring arbeidsgiver og avtal møte" }).click();
  },
  "task-both": async ({ as }) => {
    const page = await as("leader-b");
    const path = await makeCase(page, STORY);
    await makeTask(page, path, "Ring arbeidsgiver", "1.12.2026");
    await page.goto(path);
    await page.getByRole("link", { name: "Ring arbeidsgiver" }).click();
    const [, , id, , task] = new URL(page.url()).pathname.split("/");
    await send(page, "/api/tasks/change", { case: id, task, version: "1", title: "Ring avdelingslederen" });
    await send(page, "/api/tasks/change", { case: id, task, version: "1", title: "Send e-post til arbeidsgiver" });
    await page.goto(`${path}/oppgaver/${task}/endre`);
  },
  "cases-many": ({ as }) => as("leader-a", "/saker/felles-oppgave"),
  "cases-file": ({ as }) => as("leader-a", "/saker/fil"),
  "cases-by-date": ({ as }) => as("leader-a", "/saker?sorter=dato"),
  "cases-none-match": ({ as }) => as("leader-a", "/saker?type=VARSLING&status=closed"),
  "cases-empty": ({ as }) => as("lawyer", "/saker"),
  "today-empty": ({ as }) => as("lawyer"),
  "today-officer": ({ as }) => as("officer"),
  "members-none-found": ({ as }) => as("leader-a", "/medlemmer?q=qqq"),
  "members-without-list": ({ as }) => as("lawyer", "/medlemmer"),
  "new-case-go-on": async ({ as }) => {
    const page = await as("leader-b");
    await makeDraft(page, { type: "FERIE" });
    await page.goto("/saker/ny");
  },
  "login-cancelled": ({ page }) => page.goto(`/logg-inn/feil?hvorfor=avbrutt&id=${randomUUID()}`),
  "login-weak": ({ page }) => page.goto(`/logg-inn/feil?hvorfor=svak&id=${randomUUID()}`),
  "my-mandates": ({ as }) => as("leader-a", "/mer/verv"),
  "case-known": async ({ as }) => {
    const page = await as("officer", "/saker");
    await page.locator(".k-card-link", { hasText: "Du ser ikke innholdet" }).locator("a").first().click();
  },
  "cases-known": ({ as }) => as("officer", "/saker"),
  "members-union": ({ as }) => as("union", "/medlemmer"),
  "employer": async ({ as }) => {
    const page = await as("leader-a");
    await page.goto(`/medlemmer/${(await memberIds(page))[2]}`);
    await page.locator("a[href^='/arbeidsgivere/']").first().click();
  },
  "access-log": ({ as }) => as("dpo", "/innsyn"),
  "settings": ({ as }) => as("admin", "/innstillinger"),
  "settings-matrix": ({ as }) => as("admin", "/innstillinger/tilgang"),
  "settings-office": ({ as }) => as("admin", "/innstillinger/tilgang/KLUBBLEDER"),
  "settings-edit": async ({ as }) => {
    const page = await as("admin", "/innstillinger/tilgang/KLUBBLEDER/endre");
    await page.locator("summary").first().click();
  },
  "settings-new-office": ({ as }) => as("admin", "/innstillinger/nytt-verv"),
  "error-new-office": async ({ as }) => {
    const page = await as("admin", "/innstillinger/nytt-verv");
    await page.getByLabel("Kode").fill("verneombud");
    await page.getByRole("button", { name: "Fortsett" }).click();
    await expect(page.getByRole("alert").or(page.locator(".ds-error-summary")).first()).toBeVisible();
  },
  "settings-change-office": ({ as }) => as("admin", "/innstillinger/tilgang/KLUBBLEDER/verv"),
  "settings-versions": ({ as }) => as("admin", "/innstillinger/versjoner"),
  "settings-person": async ({ as }) => {
    const page = await as("admin", "/innstillinger/person?q=st%C3%B8");
    await page.locator(".k-card-link a").first().click();
  },
  "imports": ({ as }) => as("clerk", "/import"),
  "front-away": ({ page }) => page.goto("/?borte=1"),
};

for (const [name, go] of Object.entries({ ...pages, ...others })) {
  test(name, async ({ as, page, registry, watch }, { project }) => {
    if (name === "not-found") watch.expect(/status of 404/);
    await go({ as, page, logIn: (key) => logIn(page, registry.persona(key)) });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const file = `${name}-${project.name}`;
    if (name in pages) await page.screenshot({ path: join(root, "docs/screenshots", `${file}.png`), animations: "disabled" });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: join(root, "end2end/looks", `${file}-${colorScheme}.png`), fullPage: true, animations: "disabled", scale: "css" });
    }
  });
}
