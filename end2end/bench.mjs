// How fast Today is for somebody who is logged in: requests a second and milliseconds, as JSON. See script/bench.
import { request } from "node:http";

import autocannon from "autocannon";

import { system } from "./support/system.mjs";

const CONNECTIONS = 8;
const SECONDS = 10;

/** Logs in as a browser would, at Test-ID, and returns the session cookie. */
async function logIn(url, person) {
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
const ask = (url, cookie, form) => new Promise((resolve, reject) => {
  const headers = { cookie, ...(form && { "content-type": "application/x-www-form-urlencoded" }) };
  request(url, { method: form ? "POST" : "GET", headers }, (answer) => resolve(answer.resume())).on("error", reject).end(form?.toString());
});

async function measure(url) {
  const cookie = await logIn(url, "ptv");
  const run = (duration) => {
    const times = [];
    const shot = autocannon({ url: `${url}/i-dag`, connections: CONNECTIONS, duration, headers: { cookie, accept: "text/html", "accept-encoding": "br" } });
    shot.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
    return shot.then((result) => ({ result, times: times.sort((a, b) => a - b) }));
  };
  await run(2);
  const { result, times } = await run(SECONDS);
  if (result.non2xx + result.errors + result.timeouts > 0) throw new Error(`${result.non2xx} answers were not pages, ${result.errors} connections broke`);
  const at = (part) => Math.round(times[Math.floor((times.length - 1) * part)] * 100) / 100;
  return {
    page: "/i-dag",
    connections: CONNECTIONS,
    seconds: SECONDS,
    requests_per_second: Math.round(times.length / SECONDS),
    latency_ms: { p50: at(0.5), p95: at(0.95), p99: at(0.99) },
  };
}

const own = process.env.KLAR_BENCH_URL ? undefined : await system({ cases: true });
try {
  console.log(JSON.stringify(await measure(process.env.KLAR_BENCH_URL ?? own.url), null, 2));
} finally {
  await own?.stop();
}
