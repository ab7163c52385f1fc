// Who sees whom; finding somebody.
import type { Page } from "@playwright/test";

import type { Listed } from "./support/registry";
import { expect, test } from "./support/test";

// What the search has replaced is still there, and hidden.
const results = (page: Page) => page.locator("tbody tr").filter({ visible: true });
const count = (page: Page) => page.getByText(/^\d+ medlem(mer)?$/).filter({ visible: true });

/** What stands on one page of the list: names, jobs, and where each card is. */
const rowsOn = (page: Page) => results(page).evaluateAll((rows) => rows.map((row) => ({
  name: row.querySelector("th")!.textContent!,
  titles: row.querySelectorAll("td")[0].textContent!,
  workplaces: row.querySelectorAll("td")[1].textContent!,
  card: row.querySelector("a")!.getAttribute("href")!,
})));

/** Everybody in the list, through "Neste side". */
async function everybody(page: Page) {
  const rows = await rowsOn(page);
  for (const next = page.getByRole("link", { name: "Neste side" }); await next.count();) {
    const last = rows.at(-1)!.card;
    await next.click();
    await expect(page.locator(`a[href="${last}"]`)).toHaveCount(0);
    rows.push(...await rowsOn(page));
  }
  return rows;
}

/** One line for each member, to compare. Names of workplaces are written in capitals in the register. */
const sorted = (values: string[]) => values.map((value) => value.trim().toLowerCase()).sort().join(", ");
const asRegistry = (members: Listed[]) => members.map(({ name, jobs }) =>
  `${name}: ${sorted(jobs.map((job) => job.title))} (${sorted(jobs.map((job) => job.workplace))})`).sort();
const asShown = (rows: Awaited<ReturnType<typeof rowsOn>>) => rows.map(({ name, titles, workplaces }) =>
  `${name}: ${sorted(titles.split(","))} (${sorted(workplaces.split(","))})`).sort();

for (const [who, whole] of [["ptv", true], ["leader-a", true], ["leader-b", true], ["officer", false], ["chief", false], ["board", false]] as const) {
  test(`${who} ser nøyaktig dem registeret sier`, { tag: "@no-script" }, async ({ as, registry }, { project }) => {
    const expected = registry.members(registry.persona(who).national_id);
    expect(expected.length).toBeGreaterThan(20);
    const page = await as(who, "/medlemmer");
    await expect(count(page)).toHaveText(`${expected.length} medlemmer`);
    const rows = await everybody(page);
    expect(asShown(rows)).toEqual(asRegistry(expected));
    // Names may be shared: the member number is who somebody is.
    if (whole && project.name === "script") {
      const numbers = await Promise.all(rows.map(({ card }) => memberNumber(page, card)));
      expect(numbers.sort()).toEqual(expected.map(({ number }) => number).sort());
    }
  });
}

test("de fire listene er forskjellige, og ingen skjermet er i noen av dem", async ({ registry }) => {
  const [ptv, a, b, officer] = ["ptv", "leader-a", "leader-b", "officer"].map((who) =>
    new Set(registry.members(registry.persona(who).national_id).map(({ number }) => number)));
  expect([...ptv].every((number) => a.has(number)), "the workplace is part of the club").toBe(true);
  expect(ptv.size).toBeLessThan(a.size);
  expect([...a].filter((number) => b.has(number)), "two locals' clubs at one employer share nobody").toEqual([]);
  expect([...b].every((number) => officer.has(number))).toBe(false);
  expect(registry.hiddenAmong("leader-a")).toBeGreaterThan(0);
});

async function memberNumber(page: Page, card: string) {
  const html = await (await page.request.get(card)).text();
  return html.match(/Medlemsnummer(?:<!>)?<\/dt><dd>([^<]+)/)![1];
}

test("søk mens jeg skriver: lista og adressen følger med uten ny side", { tag: "@desk" }, async ({ as, awake, registry }) => {
  const members = registry.members(registry.persona("leader-a").national_id);
  const page = await as("leader-a", "/medlemmer");
  await awake(page);
  await page.evaluate(() => { (window as any).samePage = true; });
  const field = page.getByRole("searchbox", { name: "Søk på navn" });
  for (const typed of ["st", "stø", "stø gra"]) {
    await field.fill("");
    await field.pressSequentially(typed);
    const found = matching(members, typed);
    await expect(count(page)).toHaveText(found.length === 1 ? "1 medlem" : `${found.length} medlemmer`);
    await expect(page).toHaveURL(`/medlemmer?q=${encodeURIComponent(typed)}`);
    expect(asShown(await rowsOn(page))).toEqual(found.length <= 50 ? asRegistry(found) : expect.anything());
  }
  await field.fill("qqq");
  await expect(page.getByRole("heading", { name: "Ingen treff på «qqq»" })).toBeVisible();
  await expect(page.getByText("Vi leter bare blant medlemmene du representerer.")).toBeVisible();
  await field.fill("");
  await expect(count(page)).toHaveText(`${members.length} medlemmer`);
  await expect(page).toHaveURL("/medlemmer");
  expect(await page.evaluate(() => (window as any).samePage)).toBe(true);
  await expect(field).toBeFocused();
});

test("går jeg inn på en jeg fant og tilbake, står søket der", async ({ as, awake }) => {
  const page = await as("leader-a", "/medlemmer");
  await awake(page);
  const field = page.getByRole("searchbox", { name: "Søk på navn" });
  await field.pressSequentially("stø granitt");
  await expect(page).toHaveURL(/q=st/);
  await expect(count(page)).toHaveText("1 medlem");
  await results(page).getByRole("link", { name: "Stø Granitt" }).tap();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Stø Granitt");
  await page.goBack();
  await expect(field).toHaveValue("stø granitt");
  await expect(count(page)).toHaveText("1 medlem");
});

test("søk finner æ, ø og å, store bokstaver og halve ord", { tag: "@no-script" }, async ({ as, registry }) => {
  const members = registry.members(registry.persona("leader-a").national_id);
  const words = ["ø", "Å", "ÆR", "bl", "  stø   granitt ", "Granitt Stø", "å b"];
  expect(words.filter((typed) => matching(members, typed).length === 0).length).toBeLessThan(3);
  const page = await as("leader-a", "/medlemmer");
  for (const typed of words) {
    await page.getByRole("searchbox", { name: "Søk på navn" }).fill(typed);
    await page.getByRole("button", { name: "Søk", exact: true }).click();
    await expect(page).toHaveURL(/\?/);
    const found = matching(members, typed);
    if (found.length === 0) {
      await expect(page.getByRole("heading", { name: `Ingen treff på «${typed.trim()}»` })).toBeVisible();
    } else {
      await expect(count(page)).toHaveText(found.length === 1 ? "1 medlem" : `${found.length} medlemmer`);
      expect(asShown(await everybody(page))).toEqual(asRegistry(found));
    }
    await page.goto("/medlemmer");
  }
});

test("jeg velger arbeidsplass og ser bare dem, og søker videre der", { tag: "@no-script" }, async ({ as, registry }) => {
  const members = registry.members(registry.persona("leader-a").national_id);
  const page = await as("leader-a", "/medlemmer");
  const select = page.getByLabel("Arbeidsplass");
  const options = await select.locator("option").allTextContents();
  expect(options[0]).toBe("Alle arbeidsplasser");
  expect(options.length).toBeGreaterThan(2);
  for (const option of options.slice(1, 3)) {
    const folded = page.locator("details:not([open]) > summary", { hasText: "Velg hva du vil se" });
    if (await folded.count()) await folded.click();
    const [, name, number] = option.match(/^(.*) \((\d+)\)$/)!;
    const there = members.filter(({ jobs }) => jobs.some((job) => job.workplace.toLowerCase() === name.toLowerCase()));
    expect(there.length).toBe(Number(number));
    await select.selectOption({ label: option });
    await page.getByRole("button", { name: "Vis", exact: true }).click();
    await expect(page).toHaveURL(/arbeidsplass=\d{9}/);
    await expect(count(page)).toHaveText(there.length === 1 ? "1 medlem" : `${there.length} medlemmer`);
    await expect(select.locator("option:checked")).toHaveText(option);
  }
  await page.getByRole("searchbox", { name: "Søk på navn" }).fill("qqq");
  await page.getByRole("button", { name: "Søk", exact: true }).click();
  await expect(page).toHaveURL(/arbeidsplass=\d{9}/);
  await expect(page.getByRole("heading", { name: "Ingen treff på «qqq»" })).toBeVisible();
});

test("neste side og tilbake til første", { tag: "@no-script" }, async ({ as }) => {
  const page = await as("leader-a", "/medlemmer");
  const first = await rowsOn(page);
  expect(first.length).toBe(50);
  await expect(page.getByRole("link", { name: "Til første side" })).toHaveCount(0);
  await page.getByRole("link", { name: "Neste side" }).click();
  await expect(page.getByRole("link", { name: "Til første side" })).toBeVisible();
  const second = await rowsOn(page);
  expect(second.filter(({ card }) => first.some((row) => row.card === card))).toEqual([]);
  const byFamilyName = (rows: typeof first) => rows.map(({ name }) => name.split(" ").at(-1)!);
  const collator = new Intl.Collator("nb");
  const names = byFamilyName([...first, ...second]);
  expect(names).toEqual([...names].sort(collator.compare));
  await page.getByRole("link", { name: "Til første side" }).click();
  await expect(page).toHaveURL("/medlemmer");
});

test("kortet viser kontakt, arbeid og hvorfor jeg ser det", { tag: ["@no-script", "@desk"] }, async ({ as, registry }) => {
  const reached = registry.members(registry.persona("ptv").national_id).map(({ number }) => registry.member(number)).find(({ phone, email }) => phone && email)!;
  const name = `${reached.given_name} ${reached.family_name}`;
  const page = await as("ptv", `/medlemmer?q=${encodeURIComponent(name)}`);
  await page.getByRole("link", { name, exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  const number = await page.locator("dt", { hasText: "Medlemsnummer" }).locator("xpath=following-sibling::dd").textContent();
  const line = registry.member(number!);
  await expect(page.getByRole("link", { name: `Ring ${line.given_name}` })).toHaveAttribute("href", `tel:${line.phone}`);
  await expect(page.getByText(line.email)).toBeVisible();
  await expect(page.getByText("Du ser dette fordi du er plasstillitsvalgt i")).toBeVisible();
  await expect(page.getByText(`${line.national_id.slice(0, 6)} *****`)).toBeVisible();
  await expect(page.getByText(line.national_id.slice(6))).toHaveCount(0);
});

/** Every word typed begins a word of the name. */
function matching(members: Listed[], typed: string) {
  const words = (text: string) => text.toLowerCase().replace(/[-‐‑–]/g, " ").split(/\s+/).filter(Boolean);
  return members.filter(({ name }) => words(typed).every((part) => words(name).some((word) => word.startsWith(part))));
}
