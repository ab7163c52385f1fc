// Puts what was measured into the page about it, between its marks. A database that was not measured keeps what it has.
import { readFileSync, writeFileSync } from "node:fs";

const [from, to] = process.argv.slice(2);
const { results, processors, seconds } = JSON.parse(readFileSync(from, "utf8"));
const people = { representative: "S1", "club leader": "S1", "union leader": "S2" };

const row = (...cells) => `| ${cells.join(" | ")} |`;
const met = (yes) => (yes ? "yes" : "**no**");

function pages(result) {
  const lines = [row("who", "page", "requests/s", "p50 ms", "p95 ms", "p99 ms", "processor ms each", "target", "met"), row(...Array(9).fill("---"))];
  for (const [person, target] of Object.entries(people)) {
    for (const [page, one] of Object.entries(result[person])) {
      const [wanted, reached] = page === "search"
        ? ["S3: p95 ≤ 50 ms", one.p95 <= 50]
        : target === "S1" ? ["S1: p95 ≤ 15 ms, ≥ 800/s", one.p95 <= 15 && one.perSecond >= 800] : ["S2: p95 ≤ 60 ms", one.p95 <= 60];
      lines.push(row(person, page, one.perSecond, one.p50, one.p95, one.p99, one.processorMs, wanted, met(reached)));
    }
  }
  const { long } = result;
  lines.push(row("club leader", `each of ${long.cases} cases with ten thousand lines`, long.perSecond, long.p50, long.p95, long.p99, long.processorMs, "S1: p95 ≤ 15 ms, ≥ 800/s", met(long.p95 <= 15 && long.perSecond >= 800)));
  const one = result["without keep-alive"];
  lines.push(row("club leader", "member card, a new connection each time", one.perSecond, one.p50, one.p95, one.p99, one.processorMs, "", ""));
  return lines;
}

/** A page of ours against a bare handler that asks the same and answers the same. */
function floorRatio(result, page) {
  const [ours, floor] = [result["club leader"][page], result.floor[page]];
  const ratio = ours.perSecond / floor.perSecond;
  return row(`S4: requests a second of the ${page}, of a bare handler that asks the same and answers the same bytes (${floor.perSecond}/s, ${floor.processorMs} ms each)`, `${ratio.toFixed(2)} ×`, "≥ 0.5 ×", met(ratio >= 0.5));
}

/** How much more a representative's pages cost in the whole union than in a piece of it, the worst page. */
function growth({ alone, representative }) {
  const pages = Object.entries(alone.costs).map(([page, cost]) => [page, representative[page].processorMs / cost]);
  const [page, times] = pages.reduce((worst, one) => (one[1] > worst[1] ? one : worst));
  return row(`S5: processor time of a page, ${alone.members} members → 400,000, the same club: ${page}`, `${times.toFixed(2)} ×`, "≤ 1.3 ×", met(times <= 1.3));
}

function rest(result) {
  const { during } = result;
  return [
    row("what", "measured", "target", "met"),
    row(...Array(4).fill("---")),
    ...Object.keys(result.floor).map((page) => floorRatio(result, page)),
    growth(result),
    row("S6: import of the registry file into an empty database", `${result.import} s`, "≤ 60 s", met(result.import <= 60)),
    row("the same file again", `${result.same} s`, "", ""),
    row("a file that changes every hundredth member, while pages are asked for", `${during.import} s`, "", ""),
    row("S6: p95 of pages, before → the worst two seconds during that import", `${during.calm.p95} → ${during.p95} ms`, "≤ 2 ×", met(during.p95 <= 2 * during.calm.p95)),
    row("S7: memory after all of S1 to S3", `${result.memory.now} MB (at most ${result.memory.most})`, "≤ 150 MB", met(result.memory.most <= 150)),
    row("S8: from start to the first page, existing database", `${result.start} ms`, "≤ 1 s", met(result.start <= 1000)),
    row("the business register's files", `${result.employers} s`, "", ""),
  ];
}

const when = `Measured ${new Date().toISOString().slice(0, 10)} on ${processors.length} × ${processors[0]}, load generator on the same machine, ${seconds} s for each page.`;
const [before, measured, after] = readFileSync(to, "utf8").split(/(?<=<!-- measured -->\n)|(?=<!-- end of measured -->)/);
const kept = measured.split(/(?=^### )/m).map((section) => section.trim());
const sections = [["sqlite", "SQLite"], ["postgres", "PostgreSQL"]].map(([database, name]) => {
  const result = results.find((one) => one.database === database);
  if (!result) return kept.find((section) => section.startsWith(`### ${name}`));
  return [`### ${name}`, "", when, "", ...pages(result), "", ...rest(result)].join("\n");
});
writeFileSync(to, `${before}\n${sections.filter(Boolean).join("\n\n")}\n\n${after}`);
