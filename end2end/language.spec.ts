// Bokmål, nynorsk, English.
import { expect, logIn, test } from "./support/test";

const WORDS = {
  nn: { button: "Nynorsk", front: "Arbeidsrommet for tillitsvalde", today: "Oppgåvene dine", more: "Meir" },
  en: { button: "English", front: "The workroom for representatives", today: "Your tasks", more: "More" },
  nb: { button: "Bokmål", front: "Arbeidsrommet for tillitsvalgte", today: "Oppgavene dine", more: "Mer" },
};

test("forsiden bytter språk og husker det", { tag: ["@no-script", "@desk"] }, async ({ page }) => {
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "nb");
  for (const [code, words] of Object.entries(WORDS)) {
    await page.getByRole("button", { name: words.button }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.front);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.getByRole("button", { name: words.button })).toHaveCount(0);
    await page.reload();
    await expect(page.locator("html")).toHaveAttribute("lang", code);
  }
});

test("Mer bytter språk, og I dag følger med", { tag: "@no-script" }, async ({ page, registry }) => {
  await logIn(page, registry.persona("ptv"));
  for (const [code, words] of Object.entries(WORDS)) {
    await page.goto("/mer");
    await page.getByRole("button", { name: words.button }).click();
    await expect(page).toHaveURL("/mer");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(words.more);
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await page.goto("/i-dag");
    await expect(page.locator("html")).toHaveAttribute("lang", code);
    await expect(page.getByRole("heading", { name: words.today })).toBeVisible();
  }
});

test("innloggingen og feilsidene er på mitt språk", { tag: "@no-script" }, async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Nynorsk" }).click();
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "nn");
  await page.getByRole("button", { name: "Avbryt" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Du avbraut innlogginga");
  await expect(page.locator("html")).toHaveAttribute("lang", "nn");
});

test("søket svarer på mitt språk også når nettleseren tegner det", async ({ page, registry, awake }) => {
  await logIn(page, registry.persona("leader-a"));
  await page.goto("/mer");
  await page.getByRole("button", { name: "English" }).click();
  await page.goto("/medlemmer");
  await awake(page);
  await page.getByRole("searchbox", { name: "Search by name" }).pressSequentially("qqq");
  await expect(page.getByRole("heading", { name: "Nobody found for “qqq”" })).toBeVisible();
});

test.describe("en nettleser på engelsk", () => {
  test.use({ locale: "en-GB" });
  test("får engelsk uten å velge", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
  });
});
