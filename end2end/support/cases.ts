// Cases: made through the server, when a test only needs that they are there; or by hand, when the making is the test.
import { randomUUID } from "node:crypto";

import { expect, type Locator, type Page } from "@playwright/test";

/** Sends a form as the browser without script would, and says where it leads. */
export async function send(page: Page, action: string, form: Record<string, string>) {
  const headers = { origin: new URL(page.url()).origin, accept: "text/html" };
  const answer = await page.request.post(action, { form, headers, maxRedirects: 0 });
  return { status: answer.status(), to: answer.headers().location ?? "" };
}

/** The first members in somebody's list, by id. */
export async function memberIds(page: Page): Promise<string[]> {
  const html = await (await page.request.get("/medlemmer")).text();
  return [...html.matchAll(/href="\/medlemmer\/([0-9a-f-]{36})"/g)].map(([, id]) => id);
}

/** Answers what the type asks, page after page: the first of a few, a date, or words. Where it leads in the end. */
export async function answerQuestions(page: Page, draft: string, to: string) {
  while (to.includes("/sporsmal/")) {
    const html = await (await page.request.get(to)).text();
    const form: Record<string, string> = { draft, page: String(Number(to.split("/").at(-1)) - 1) };
    for (const [tag, name] of html.matchAll(/<(?:input|textarea)[^>]*\bname="(answers\[[a-z0-9_]+\])"[^>]*>/g)) {
      if (name in form) continue;
      const first = /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? "";
      form[name] = tag.startsWith("<textarea") ? "Vi vet ikke mer" : tag.includes('type="radio"') ? first : "1.3.2026";
    }
    ({ to } = await send(page, "/api/cases/new/answers", form));
  }
  return to;
}

/** A saved case, about `member` or the first there is; returns its path. */
export async function makeCase(page: Page, text: string, { type = "FERIE", member = "" } = {}) {
  const draft = randomUUID();
  await send(page, "/api/cases/new/about", { draft, case_type: type });
  await send(page, "/api/cases/new/who", { draft, member: member || (await memberIds(page))[0] });
  const told = await send(page, "/api/cases/new/what", { draft, happened: "1.3.2026", description: text });
  await answerQuestions(page, draft, told.to);
  const { to } = await send(page, "/api/cases/new/save", { draft });
  expect(to).toMatch(/^\/saker\/[0-9a-f-]{36}\?ny=1$/);
  return to.split("?")[0];
}

/** A task in a case. */
export async function makeTask(page: Page, path: string, title: string, due = "") {
  const { to } = await send(page, "/api/tasks/add", { case: path.split("/")[2], key: randomUUID(), title, due });
  expect(to).toBe(`${path}?oppgave=1`);
}

/** A draft of a new case that has come as far as these fields; returns its path without the step. */
export async function makeDraft(page: Page, { type = "", member = "", happened = "", text = "", answered = true }) {
  const draft = randomUUID();
  await send(page, "/api/cases/new/about", { draft, case_type: type });
  if (member) await send(page, "/api/cases/new/who", { draft, member });
  if (happened || text) {
    const { to } = await send(page, "/api/cases/new/what", { draft, happened, description: text });
    if (answered) await answerQuestions(page, draft, to);
  }
  return `/saker/ny/${draft}`;
}

/** How somebody does things: with a thumb, with keys, with a mouse. */
export type Hand = {
  press(target: Locator): Promise<void>;
  type(target: Locator, text: string): Promise<void>;
};

/** What a thumb meets: the words of an answer cover its whole card, and the ring in it. */
export const touchable = (target: Locator) => target.locator("xpath=self::*[not(@type='radio' or @type='checkbox')] | self::*[@type='radio' or @type='checkbox']/following-sibling::label");

/** Chooses an answer by its words. */
export const choose = (page: Page, answer: string) => touchable(page.getByLabel(answer, { exact: true })).click();

/** A thumb, and the keyboard on the screen. */
export const thumb = (page: Page): Hand => ({
  async press(target) {
    await touchable(target).tap();
  },
  async type(target, text) {
    await target.tap();
    await page.keyboard.type(text);
  },
});

/** Tab, Enter, Space and letters, and nothing else. */
export const keys = (page: Page): Hand => ({
  async press(target) {
    await tabTo(page, target);
    const isChoice = await target.evaluate((element) => element.matches("input[type=radio], input[type=checkbox]"));
    await page.keyboard.press(isChoice ? "Space" : "Enter");
  },
  async type(target, text) {
    await tabTo(page, target);
    await page.keyboard.type(text);
  },
});

/** What the page does with focus, as far as one can see it. */
export async function focused(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement!;
    // The ring is around the element, the card its link is stretched over, or the card its answer stands on.
    const rings = [getComputedStyle(element), getComputedStyle(element, "::after")];
    const card = element.closest(".k-choice");
    if (card) rings.push(getComputedStyle(card));
    const box = element.getBoundingClientRect();
    const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 150), box.y + Math.min(box.height / 2, 20));
    return {
      name: `${element.tagName.toLowerCase()} ${element.textContent?.trim().slice(0, 40)}`,
      isNowhere: element === document.body || element === document.documentElement,
      ring: Math.max(...rings.map((style) => style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth))),
      isCovered: !top || !(element.contains(top) || top.contains(element) || element.parentElement!.contains(top)),
    };
  });
}

/** Goes on with Tab until `target` has focus. On the way, one always sees where one is. */
export async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < 200; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
    const now = await focused(page);
    expect(now.isNowhere, "focus is somewhere").toBe(false);
    expect(now.ring, `one sees that focus is on ${now.name}`).toBeGreaterThanOrEqual(2);
    expect(now.isCovered, `${now.name} is not under something else`).toBe(false);
  }
  throw new Error("Tab never came there");
}
