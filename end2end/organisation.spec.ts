// The organisation: what a local leader and a club leader find, and what to do about what is missing.
import type { Page } from "@playwright/test";

import { expect, test } from "./support/test";

const both = { tag: ["@no-script", "@desk"] };

/** Opens one's own part of the organisation from Mer. */
async function open(page: Page) {
  await page.getByRole("link", { name: "Se verv, tall og det som mangler" }).click();
}

test("lederen i fagforeningen ser tallene, klubbene og det som mangler", both, async ({ as, registry, accessible }) => {
  const leader = registry.leaderWithUntold();
  const { unit } = leader;
  const page = await as(leader, "/mer");
  await open(page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(registry.unit(unit).name);
  const members = registry.members(leader.national_id).length;
  await expect(page.locator("dl").getByText(`${members} medlemmer`)).toBeVisible();
  await accessible(page);

  // Those of whom no employer has been told: as many as the file says, each with name and club.
  const untold = registry.notNotified(unit);
  const section = page.locator("section", { has: page.getByRole("heading", { level: 3, name: "Arbeidsgiveren har ikke fått beskjed" }) }).last();
  await expect(section.getByText(`${untold.length} verv`, { exact: true })).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}`);
  const path = await unitPath(page, unit, registry.unit(unit).name);
  await page.goto(`${path}/uten-beskjed`);
  await expect(page.locator(".k-count")).toHaveText(`${untold.length} verv`);
  const first = registry.member(untold[0].member);
  await expect(page.getByText(`${first.given_name} ${first.family_name}`).first()).toBeVisible();
  await accessible(page);

  // From the list to a club, and back up by its name.
  await page.locator("table td a[href^='/organisasjon/']").first().click();
  await expect(page.getByRole("heading", { name: "Hvem som har verv" })).toBeVisible();
  await accessible(page);
  await page.locator(".k-back").click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(registry.unit(unit).name);
});

test("lederen i klubben ser sin egen klubb, og ikke naboens", both, async ({ as, registry, accessible, watch }) => {
  const page = await as("leader-a", "/mer");
  await open(page);
  const leader = registry.memberOf(registry.persona("leader-a").national_id);
  const [{ unit }] = registry.mandatesOf(leader.id);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(registry.unit(unit).name);
  await expect(page.locator("table").getByText(registry.persona("leader-a").name).first()).toBeVisible();
  await expect(page.locator("dl").getByText(`${registry.members(leader.national_id).length} medlemmer`)).toBeVisible();
  // Nobody whose address or membership is protected.
  for (const hidden of registry.protectedHolders()) await expect(page.getByText(hidden)).toHaveCount(0);
  await accessible(page);
  await page.getByRole("link", { name: "Se medlemslisten" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Medlemmer");

  // The club at the employer's page leads back to it.
  await page.goto("/organisasjon");
  await page.locator("dd a[href^='/arbeidsgivere/']").first().click();
  await page.locator(".ds-card a[href^='/organisasjon/']").first().click();
  const own = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(registry.unit(unit).name);
  watch.expect(/status of 404/);
  const other = await as("leader-b", "/organisasjon");
  await expect(other.getByRole("heading", { level: 1 })).not.toHaveText(registry.unit(unit).name);
  expect((await other.goto(own))!.status()).toBe(404);
});

/** The address of a unit: a page links to itself from those below it. */
async function unitPath(page: Page, _unit: string, name: string) {
  await page.locator("table th a[href^='/organisasjon/']").last().click();
  const path = await page.locator(".k-back", { hasText: name }).getAttribute("href");
  return path!;
}
