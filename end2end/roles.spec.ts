// What each office gives, and what it does not: from the club to the union, and the union's own staff.
import { makeCase, memberIds } from "./support/cases";
import { expect, test } from "./support/test";

const both = { tag: ["@no-script", "@desk"] };

test("fagforeningen ser at saken finnes, og ikke hva som står i den", both, async ({ as, elsewhere, watch }) => {
  const path = await makeCase(await elsewhere("leader-a"), "Bare for dem som deltar");
  const page = await as("officer", path);
  await expect(page.getByText("Du kan se at saken finnes, men ikke hva som står i den.")).toBeVisible();
  await expect(page.getByText("Bare for dem som deltar")).toHaveCount(0);
  await expect(page.getByText("Du ser dette fordi du er leder i fagforeningen")).toBeVisible();
  await page.goto("/saker");
  await expect(page.locator(`a[href='${path}']`)).toBeVisible();
  watch.expect(/status of 403/);
  expect((await page.goto(`${path}/notat`))!.status()).toBe(403);
});

test("lederen av forbundet ser alle medlemmer, telt nøyaktig, og ingen telefonnumre", both, async ({ as, registry }) => {
  const all = registry.members(registry.persona("union").national_id).length;
  const page = await as("union", "/medlemmer");
  await expect(page.getByText(`${all} medlemmer`)).toBeVisible();
  await page.goto(`/medlemmer/${(await memberIds(page))[0]}`);
  await expect(page.getByText("Kontaktopplysningene ser bare de som følger opp medlemmet lokalt.")).toBeVisible();
  await expect(page.locator("a[href^='tel:'], a[href^='mailto:']")).toHaveCount(0);
});

for (const [who, sentence] of [
  ["ptv", "Du ser hvem som er medlem på arbeidsplassen du er valgt for."],
  ["chief", "Du ser hvem som er medlem hos hele arbeidsgiveren."],
  ["lawyer", "Du leser og skriver i saker du eier eller deltar i."],
  ["dpo", "Du ser hvem som har sett hva, men aldri innholdet i saker."],
  ["clerk", "Du ser hva som er lest inn i medlemsregisteret, og godkjenner filer som er holdt tilbake."],
] as const) {
  test(`${who} får vite hva vervet gir`, both, async ({ as }) => {
    const page = await as(who, "/mer");
    await page.getByRole("link", { name: "Se hva vervene gir deg" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vervene dine");
    await expect(page.getByText(sentence)).toBeVisible();
  });
}

test("personvernombudet ser hvem som har sett på et medlem, og ingen andre gjør det", both, async ({ as, elsewhere, watch }) => {
  const ptv = await elsewhere("ptv");
  const [member] = await memberIds(ptv);
  await ptv.goto(`/medlemmer/${member}`);
  const name = await ptv.getByRole("heading", { level: 1 }).innerText();
  const page = await as("dpo", `/innsyn/${member}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
  await expect(page.getByText("Blid Furu").first()).toBeVisible();
  watch.expect(/status of 404/);
  expect((await ptv.goto("/innsyn"))!.status()).toBe(404);
});

test("registerføreren ser hva som ble lest inn, og ingen andre tillitsvalgte gjør det", both, async ({ as, elsewhere, watch }) => {
  const page = await as("clerk", "/import");
  await page.locator("main a[href^='/import/']").first().click();
  await expect(page.getByText("5000").first()).toBeVisible();
  watch.expect(/status of 404/);
  expect((await (await elsewhere("leader-a")).goto("/import"))!.status()).toBe(404);
});
