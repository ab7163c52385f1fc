// A browser's part, without a browser: logging in at Test-ID, and asking for pages.
import { request } from "node:http";

/** Logs in as a browser would, and returns the session cookie. */
export async function logIn(url, person) {
  const cookies = new Map();
  const go = async (to, form) => {
    const cookie = [...cookies].map((pair) => pair.join("=")).join("; ");
    const { headers } = await ask(new URL(to, url), cookie, form);
    for (const line of headers["set-cookie"] ?? []) cookies.set(...line.split(";")[0].split(/=(.*)/s));
    return headers.location;
  };
  const authorize = new URL(await go("/logg-inn"));
  const back = await go(new URL("authorize/choose", authorize), new URLSearchParams({ request: authorize.search.slice(1), person }));
  if (await go(back) !== "/i-dag") throw new Error(`${person} could not log in`);
  return `klar=${cookies.get("klar")}`;
}

/** One request, redirects not followed. (`fetch` says that it is one, and the portal logs in nobody but people.) */
function ask(url, cookie, form) {
  const headers = { cookie, accept: "text/html", ...(form && { "content-type": "application/x-www-form-urlencoded" }) };
  return new Promise((resolve, reject) => {
    request(url, { method: form ? "POST" : "GET", headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    }).on("error", reject).end(form?.toString());
  });
}

/** A page's text; anything but a page is an error. */
export async function page(url, cookie, path) {
  const { status, text } = await ask(new URL(path, url), cookie);
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return text;
}

/** The paths of this kind that a page links to, each once. */
export const links = (text, kind) => [...new Set([...text.matchAll(new RegExp(`href="(${kind}[0-9a-f-]{36})"`, "g"))].map((match) => match[1]))];
