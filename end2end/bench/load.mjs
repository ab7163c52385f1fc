// Requests as fast as they are answered, over so many connections at once.
import { readFileSync } from "node:fs";

import autocannon from "autocannon";

const round = (number, digits) => Math.round(number * 10 ** digits) / 10 ** digits;

/** Seconds of processor time that a process has had. */
function processor(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Memory that a process has now, and has had at most, in MB. */
export function memory(pid) {
  const text = readFileSync(`/proc/${pid}/status`, "utf8");
  const kilobytes = (name) => Number(text.match(new RegExp(`${name}:\\s+(\\d+)`))[1]);
  return { now: Math.round(kilobytes("VmRSS") / 1024), most: Math.round(kilobytes("VmHWM") / 1024) };
}

/** Asks for these paths in turn; any answer that is not a page fails. */
export async function load({ url, pid, cookie, paths, seconds = 8, connections = 8, keepAlive = true }) {
  const shoot = async (duration) => {
    const times = [];
    const headers = { cookie, accept: "text/html", "accept-encoding": "br", ...(keepAlive ? {} : { connection: "close" }) };
    const shot = autocannon({ url, connections, duration, headers, requests: paths.map((path) => ({ method: "GET", path })) });
    shot.on("response", (_client, _status, _bytes, milliseconds) => times.push(milliseconds));
    const result = await shot;
    if (result.non2xx + result.errors + result.timeouts > 0) {
      throw new Error(`${paths[0]}: ${result.non2xx} answers were not pages, ${result.errors} connections broke`);
    }
    return { times: times.sort((a, b) => a - b), took: result.duration };
  };
  await shoot(1);
  const before = processor(pid);
  const { times, took } = await shoot(seconds);
  const at = (part) => round(times[Math.floor((times.length - 1) * part)], 1);
  return {
    perSecond: Math.round(times.length / took),
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    processorMs: round(((processor(pid) - before) * 1000) / times.length, 2),
  };
}
