// What every test has: a portal to visit, people to be, and a watch that fails it on anything odd in the browser.
import { mkdirSync } from "node:fs";
import { join } from "node:path";

import { type Browser, type BrowserContext, type Cookie, expect, type Page, test as base } from "@playwright/test";

import { faults } from "./axe";
import { Registry } from "./registry";
import { Watch } from "./watch";

export { expect };

/** Somebody to log in as: a persona's key, or anybody with a national id. */
export type Who = string | { name: string; national_id: string };

type Fixtures = {
  registry: Registry;
  watch: Watch;
  /** A page where this person is logged in, on Today or elsewhere. The login itself is done once for each worker. */
  as: (who: Who, path?: string) => Promise<Page>;
  /** The same in a browser of its own. */
  elsewhere: (who: Who, path?: string) => Promise<Page>;
  /** A representative whom no other test has been, with at least three members. */
  somebodyNew: () => { name: string; national_id: string };
  /** Waits until what wakes up in the browser is awake; without script there is nothing to wait for. */
  awake: (page: Page) => Promise<void>;
  /** One heading, and nothing for axe to say; axe is a script, so without script only the heading is looked for. */
  accessible: (page: Page) => Promise<void>;
};

let registry: Registry | undefined;
const sessions = new Map<string, Cookie[]>();

export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.KLAR_E2E_URL),

  registry: async ({}, use) => use((registry ??= new Registry(process.env.KLAR_E2E_DEMO!))),

  watch: [async ({ context, javaScriptEnabled }, use) => {
    const watch = new Watch([process.env.KLAR_E2E_URL!, process.env.KLAR_E2E_ISSUER!], javaScriptEnabled !== false);
    watch.on(context);
    await noticeWaking(context);
    await use(watch);
    watch.settle();
  }, { auto: true }],

  as: async ({ page, registry, browser }, use) => {
    await use((who, path) => enter(page, person(registry, who), browser, path));
  },

  elsewhere: async ({ browser, watch, registry }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (who, path) => {
      const context = await browser.newContext();
      contexts.push(context);
      watch.on(context);
      await noticeWaking(context);
      return enter(await context.newPage(), person(registry, who), browser, path);
    });
    for (const context of contexts) await context.close();
  },

  somebodyNew: async ({ registry }, use) => {
    await use(() => {
      const free = registry.representatives(3).find(({ national_id }) => claim(national_id));
      if (!free) throw new Error("every representative has been somebody in a test already");
      return free;
    });
  },

  awake: async ({ javaScriptEnabled }, use) => {
    await use(async (page) => {
      if (javaScriptEnabled !== false) await page.waitForFunction(() => (window as any).klarIsAwake === true);
    });
  },

  accessible: async ({ javaScriptEnabled }, use) => {
    await use(async (page) => {
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      if (javaScriptEnabled !== false) expect(await faults(page)).toEqual([]);
    });
  },
});

export function person(registry: Registry, who: Who) {
  return typeof who === "string" ? registry.persona(who) : who;
}

/** Logs in as a person does: the front page, Test-ID, and whoever one is. Where that leads is for the test to say. */
export async function logIn(page: Page, who: { key?: string; name: string; national_id: string }) {
  await page.goto("/");
  await page.getByRole("link", { name: "Logg inn med BankID" }).click();
  await chooseAtTestId(page, who);
}

/** On Test-ID's page: the card of a persona, or the national id of anybody else. */
export async function chooseAtTestId(page: Page, who: { key?: string; name: string; national_id: string }) {
  await expect(page.getByRole("heading", { name: "Test-ID" })).toBeVisible();
  if (who.key) {
    await page.getByRole("button", { name: who.name }).click();
  } else {
    await page.getByLabel("Fødselsnummer eller D-nummer").fill(who.national_id);
    await page.getByRole("button", { name: "Logg inn", exact: true }).click();
  }
}

async function enter(page: Page, who: { name: string; national_id: string }, browser: Browser, path = "/i-dag") {
  let cookies = sessions.get(who.national_id);
  if (!cookies) {
    const context = await browser.newContext();
    const first = await context.newPage();
    await logIn(first, who);
    await expect(first).toHaveURL("/i-dag");
    cookies = (await context.cookies()).filter((cookie) => cookie.name === "klar");
    await context.close();
    sessions.set(who.national_id, cookies);
  }
  await page.context().addCookies(cookies);
  await page.goto(path);
  return page;
}

/** The last island of every page listens for `submit` on the window; seen from outside, that is being awake. */
async function noticeWaking(context: BrowserContext) {
  await context.addInitScript(() => {
    const listen = window.addEventListener;
    window.addEventListener = function (this: Window, ...args: any) {
      if (args[0] === "submit") (window as any).klarIsAwake = true;
      return (listen as any).apply(this, args);
    } as typeof window.addEventListener;
  });
}

/** Whether nobody else has asked for this before, in any worker. */
function claim(what: string) {
  try {
    mkdirSync(join(process.env.KLAR_E2E_CLAIMS!, what));
    return true;
  } catch {
    return false;
  }
}
