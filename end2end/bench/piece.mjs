// A union of a few thousand members cut out of a large one: one local as it is, with its clubs and their workplaces.
// For seeing whether a page costs more because the union around it is larger.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";

const FILES = ["enheter.json.gz", "underenheter.json.gz"];

const read = (folder, file) => gunzipSync(readFileSync(join(folder, file))).toString();
const write = (folder, file, text) => writeFileSync(join(folder, file), gzipSync(text, { level: 1 }));

/** Everything that a start leads to, upwards. */
function upwards(start, parents) {
  const path = [];
  for (let at = start; at !== undefined && !path.includes(at); at = parents.get(at)) path.push(at);
  return path;
}

/** Writes the files of the local to which somebody belongs; says how many members it has. */
export function piece(from, to, person) {
  mkdirSync(to, { recursive: true });
  const lines = read(from, "registry.jsonl.gz").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
  const of = (type) => lines.filter((line) => line.type === type);
  const personas = JSON.parse(readFileSync(join(from, "personas.json"), "utf8"));
  const wanted = personas.find((persona) => persona.key === person).national_id;
  const { local } = of("member").find((member) => member.national_id === wanted);

  // The local, all that is above and under it, and the advisers and lawyers beside it.
  const unitParents = new Map(of("unit").map((unit) => [unit.id, unit.parent]));
  const above = upwards(local, unitParents);
  const beside = (unit) => ["advisory", "legal"].includes(unit.kind) && above.includes(unit.parent);
  const kept = (unit) => above.includes(unit.id) || upwards(unit.id, unitParents).includes(local) || beside(unit);
  const units = new Set(of("unit").filter(kept).map((unit) => unit.id));

  // Whoever works where its clubs are, wherever they belong.
  const registered = FILES.map((file) => JSON.parse(read(from, file)));
  const employerParents = new Map(registered.flat().map((unit) => [unit.organisasjonsnummer, unit.overordnetEnhet]));
  const covered = new Set(of("coverage").filter((line) => units.has(line.unit)).map((line) => line.employer));
  const here = (workplace) => upwards(workplace, employerParents).some((number) => covered.has(number));
  const workers = new Set(of("employment").filter((job) => here(job.workplace)).map((job) => job.member));
  const members = new Set(of("member").filter((member) => units.has(member.local) || workers.has(member.id)).map((member) => member.id));

  const cut = (line) => {
    switch (line.type) {
      case "unit": return units.has(line.id) ? line : null;
      case "coverage": return units.has(line.unit) ? line : null;
      case "member": {
        if (!members.has(line.id)) return null;
        const { helper, ...rest } = line;
        return { ...rest, ...(members.has(helper) && { helper }), local: units.has(line.local) ? line.local : local };
      }
      case "employment": return members.has(line.member) ? line : null;
      case "mandate": return members.has(line.member) && units.has(line.unit) ? line : null;
      default: return line;
    }
  };
  const left = lines.map(cut).filter((line) => line !== null);
  write(to, "registry.jsonl.gz", `${left.map((line) => JSON.stringify(line)).join("\n")}\n`);

  const named = new Set(left.flatMap((line) => [line.workplace, line.employer]).filter((number) => number !== undefined).flatMap((number) => upwards(number, employerParents)));
  FILES.forEach((file, n) => write(to, file, JSON.stringify(registered[n].filter((unit) => named.has(unit.organisasjonsnummer)))));
  const ids = new Set(left.filter((line) => line.type === "member").map((member) => member.national_id));
  writeFileSync(join(to, "personas.json"), JSON.stringify(personas.filter((persona) => ids.has(persona.national_id))));
  return members.size;
}
