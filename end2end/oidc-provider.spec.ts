// Login against another OpenID provider than our own: the certified one of the oidc-provider package.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type Server } from "node:http";

import type { Page } from "@playwright/test";
import { Provider } from "oidc-provider";

import { CLIENT, freePorts, HIGH, portal, SUBSTANTIAL, union } from "./support/system.mjs";
import { expect, test } from "./support/test";

type Running = { url: string; issuer: string; stop: () => Promise<void> };

/** The provider: one client, everybody whose national id is asked for, and the level that is chosen. */
function provider(issuer: string, url: string) {
  const key = { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
  const page = (content: string) => `<!DOCTYPE html><html lang="nb"><title>Leverandør</title><link rel="icon" href="data:,"><h1>Leverandør</h1>${content}</html>`;
  const oidc = new Provider(issuer, {
    clients: [{
      client_id: CLIENT.id,
      client_secret: CLIENT.secret,
      token_endpoint_auth_method: "client_secret_basic",
      redirect_uris: [`${url}/logg-inn/svar`],
      post_logout_redirect_uris: [`${url}/logg-ut/svar`],
      response_types: ["code"],
      grant_types: ["authorization_code"],
    }],
    jwks: { keys: [key as never] },
    // The portal logs out with a form, which is posted from another origin: those who take that need this cookie sent.
    enableHttpPostMethods: true,
    cookies: { keys: [randomBytes(32).toString("hex")], long: { httpOnly: true, sameSite: "none", secure: true } },
    pkce: { required: () => true },
    acrValues: [HIGH, SUBSTANTIAL],
    conformIdTokenClaims: false,
    claims: { openid: ["sub", "acr", "amr", "auth_time", "pid"], profile: ["name"] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, pid: id, name: "Noen" }) }),
    // Nobody is asked what may be shared: the portal is the union's own.
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId });
      grant.addOIDCScope("openid profile");
      await grant.save();
      return grant;
    },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: {
      devInteractions: { enabled: false },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = page(`${form}<button form="op.logoutForm" name="logout" value="yes">Logg ut her også</button>`); },
      },
    },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 60 },
  });
  // Browsers treat http://localhost as they treat https, secure cookies and all. The package does not know that.
  Object.defineProperty(oidc.request, "secure", { get: () => true });
  const rest = oidc.callback();
  const server = createServer((request, response) => {
    const asked = new URL(request.url!, issuer);
    if (!asked.pathname.startsWith("/interaction/")) return rest(request, response);
    const accountId = asked.searchParams.get("id");
    if (accountId) {
      return oidc.interactionFinished(request, response, { login: { accountId, acr: asked.searchParams.get("acr")!, amr: ["test"] } });
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page(`
      <form>
        <p><label>Fødselsnummer <input name="id"></label></p>
        <p><button name="acr" value="${HIGH}">Høyt nivå</button> <button name="acr" value="${SUBSTANTIAL}">Lavt nivå</button></p>
      </form>`));
  });
  return server;
}

const listening = (server: Server, port: number) => new Promise<void>((resolve) => { server.listen(port, "127.0.0.1", resolve); });

test.describe("hos en sertifisert leverandør", () => {
  // One after another, so that one provider and one portal will do.
  test.describe.configure({ mode: "default" });
  let running: Running;

  test.beforeAll(async () => {
    // A union is made and loaded first.
    test.setTimeout(180_000);
    const [port, providerPort] = await freePorts(2);
    const [url, issuer] = [`http://localhost:${port}`, `http://localhost:${providerPort}`];
    const server = provider(issuer, url);
    await listening(server, providerPort);
    const { folder, remove } = await union();
    const klar = await portal(folder, port, issuer);
    const stop = async () => {
      await klar.stop();
      server.closeAllConnections();
      server.close();
      await remove();
    };
    running = { url, issuer, stop };
  });

  test.afterAll(() => running.stop());

  test.beforeEach(({ watch }) => watch.alsoOurs(running.url, running.issuer));

  async function logIn(page: Page, nationalId: string, level: string) {
    await page.goto(running.url);
    await page.getByRole("link", { name: "Logg inn med BankID" }).click();
    await page.getByLabel("Fødselsnummer").fill(nationalId);
    await page.getByRole("button", { name: level }).click();
  }

  test("jeg logger inn, og ut igjen begge steder", async ({ page, registry }) => {
    const ptv = registry.persona("ptv").national_id;
    await logIn(page, ptv, "Høyt nivå");
    await expect(page).toHaveURL(`${running.url}/i-dag`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hei, Blid");
    await page.goto(`${running.url}/mer`);
    const before = (await page.context().cookies(running.url)).filter(({ name }) => name === "klar");
    const asked = page.waitForRequest((request) => request.url().startsWith(`${running.issuer}/session/end`));
    await page.getByRole("button", { name: "Logg ut" }).click();
    // The ID token holds the national id. It is posted, and stands in no address.
    const logout = await asked;
    expect([logout.method(), logout.url()]).toEqual(["POST", `${running.issuer}/session/end`]);
    // The provider knows whom it is about: it asks, as it does only of somebody who is logged in there.
    await page.getByRole("button", { name: "Logg ut her også" }).click();
    await expect(page).toHaveURL(`${running.url}/?utlogget=1`);
    await expect(page.getByText("Du er logget ut")).toBeVisible();
    // The session is over, not only its cookie gone: who has kept the cookie is nobody.
    expect(before).toHaveLength(1);
    await page.context().addCookies(before);
    await page.goto(`${running.url}/i-dag`);
    await expect(page).toHaveURL(/\/\?(borte=1&)?til=/);
    // Nobody is logged in at the provider either: it asks who one is.
    await page.getByRole("link", { name: "Logg inn med BankID" }).click();
    await expect(page.getByLabel("Fødselsnummer")).toBeVisible();
  });

  test("et lavt nivå slipper ikke inn", async ({ page, registry }) => {
    await logIn(page, registry.persona("ptv").national_id, "Lavt nivå");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Logg inn med BankID med kodebrikke eller passord");
    const session = (await page.context().cookies(running.url)).find(({ name }) => name === "klar");
    expect(session, "a session for somebody who came in on a low level").toBeUndefined();
  });

  test("en som registeret ikke kjenner, får vite det", async ({ page, registry }) => {
    await logIn(page, registry.persona("stranger").national_id, "Høyt nivå");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Vi finner deg ikke i medlemsregisteret");
  });
});
