// One page, measured: the frame that later benchmarks are put into. Called by script/bench.
import { readFileSync } from "node:fs";
import { join } from "node:path";

import autocannon from "autocannon";

import { system } from "./support/system.mjs";

const WHO = "leader-a";
const PAGE = "/i-dag";

/** Logs in over HTTP as a browser without script would, and returns the session's cookie. */
async function logIn(url, issuer, demo) {
  const persona = JSON.parse(readFileSync(join(demo, "personas.json"), "utf8")).find((one) => one.key === WHO);
  const jar = new Map();
  const keep = (answer) => answer.headers.getSetCookie().forEach((cookie) => {
    const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
    jar.set(name, value);
  });
  const get = (to, options = {}) => fetch(to, {
    redirect: "manual",
    ...options,
    headers: {
      accept: "text/html",
      "sec-fetch-mode": "navigate",
      "sec-fetch-dest": "document",
      ...(to.startsWith(url) ? { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } : {}),
      ...options.headers,
    },
  });
  const start = await get(`${url}/logg-inn`);
  keep(start);
  const chooser = await (await get(start.headers.get("location"))).text();
  const form = new URLSearchParams();
  for (const [, name, value] of chooser.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)) form.set(name, value.replaceAll("&amp;", "&"));
  form.set("national_id", persona.national_id);
  const action = chooser.match(/<form[^>]* action="([^"]+)"/)?.[1].replaceAll("&amp;", "&") ?? start.headers.get("location");
  const vouched = await get(new URL(action, issuer).href, { method: "POST", body: form });
  const back = await get(vouched.headers.get("location"));
  keep(back);
  if (!jar.has("klar")) throw new Error(`nobody was logged in: ${back.status} ${back.headers.get("location")}`);
  return `klar=${jar.get("klar")}`;
}

const { url, issuer, demo, stop } = await system({ cases: true });
try {
  const cookie = await logIn(url, issuer, demo);
  const duration = Number(process.env.KLAR_BENCH_SECONDS ?? 10);
  const measure = (seconds) => autocannon({ url: url + PAGE, connections: 8, duration: seconds, headers: { cookie, accept: "text/html" } });
  await measure(2);
  const { requests, latency, non2xx, errors, timeouts } = await measure(duration);
  if (non2xx + errors + timeouts > 0) throw new Error(`${non2xx} answers were not pages, ${errors} errors, ${timeouts} time-outs`);
  const { p50, p90, p97_5, p99, max } = latency;
  console.log(JSON.stringify({ page: PAGE, who: WHO, database: "sqlite", union: "demo", connections: 8, seconds: duration, requests_per_second: requests.average, latency_ms: { p50, p90, p97_5, p99, max } }, null, 2));
} finally {
  await stop();
}
