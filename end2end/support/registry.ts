// What the registry file says, read without any of the portal's own code: the tests' second opinion.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

type Line = Record<string, any>;
export type Persona = { key: string; name: string; national_id: string };
export type Listed = { number: string; name: string; jobs: { title: string; workplace: string }[] };

const unzipped = (file: string) => gunzipSync(readFileSync(file)).toString("utf8");

/** The day in Oslo, as the registry writes days. */
export const today = (plusDays = 0) => {
  const day = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Oslo" });
  return day.format(new Date(Date.now() + plusDays * 86_400_000));
};

const now = today();
const lasts = (line: Line, from: string, to: string) => line[from] <= now && (!line[to] || line[to] >= now);

export class Registry {
  readonly personas: Persona[];
  private readonly lines: Record<string, Line[]> = {};
  private readonly byId = new Map<string, Line>();
  private readonly register = new Map<string, Line>();
  private readonly employmentsOf = new Map<string, Line[]>();
  private readonly clubsAt = new Map<string, string[]>();

  constructor(folder: string) {
    this.personas = JSON.parse(readFileSync(join(folder, "personas.json"), "utf8"));
    for (const text of unzipped(join(folder, "registry.jsonl.gz")).split("\n").filter(Boolean)) {
      const line: Line = JSON.parse(text);
      (this.lines[line.type] ??= []).push(line);
      if (line.id) this.byId.set(`${line.type} ${line.id}`, line);
    }
    for (const file of ["enheter.json.gz", "underenheter.json.gz"]) {
      for (const entity of JSON.parse(unzipped(join(folder, file)))) this.register.set(entity.organisasjonsnummer, entity);
    }
    for (const job of this.lines.employment) {
      this.employmentsOf.set(job.member, [...(this.employmentsOf.get(job.member) ?? []), job]);
    }
  }

  persona(key: string): Persona {
    const persona = this.personas.find((one) => one.key === key);
    if (!persona) throw new Error(`no persona ${key}`);
    return persona;
  }

  unit(id: string): Line {
    return this.byId.get(`unit ${id}`)!;
  }

  /** The line of the member with this national id. */
  memberOf(nationalId: string): Line {
    return this.lines.member.find((line) => line.national_id === nationalId)!;
  }

  /** The line of the member with this number. */
  member(number: string): Line {
    return this.byId.get(`member ${number}`)!;
  }

  /** A family name that a few members share, and no other name begins with. */
  sharedName(): string {
    const words = this.lines.member.flatMap((line) => `${line.given_name} ${line.family_name}`.split(/[ -]/));
    const name = this.lines.member.map((line) => line.family_name as string).find((family) => {
      const alike = words.filter((word) => word.startsWith(family)).length;
      return /^[A-Za-zÆØÅæøå]{4,}$/.test(family) && alike > 1 && alike < 10;
    });
    if (!name) throw new Error("no name is shared by a few");
    return name;
  }

  /** How many this persona would see beside the others, if nobody were hidden. */
  hiddenAmong(key: string): number {
    const mandates = this.mandatesOf(this.memberOf(this.persona(key).national_id).id);
    const viewer = this.memberOf(this.persona(key).national_id).id;
    const hidden = this.lines.member.filter((member) => this.isHidden(member) && !this.helps(viewer, member));
    return hidden.filter((member) => mandates.some((mandate) => this.reaches(mandate, member))).length;
  }

  /** The agreement's mandates in a local or its clubs of which the employer has not been told; nobody protected. */
  notNotified(local: string): Line[] {
    const under = (unit: string) => unit === local || this.unit(unit).parent === local;
    return this.lines.mandate.filter((line) => lasts(line, "from", "to") && ["PTV", "KLUBBLEDER", "HTV", "FTV"].includes(line.office)
      && !line.employer_notified && under(line.unit) && !this.isProtected(this.member(line.member)));
  }

  /** The leader of a local in which some employer has not been told, with no other office. */
  leaderWithUntold(): { name: string; national_id: string; unit: string } {
    const leads = this.lines.mandate.find((line) => line.office === "FORENINGSLEDER" && lasts(line, "from", "to")
      && this.notNotified(line.unit).length > 0 && this.mandatesOf(line.member).length === 1);
    if (!leads) throw new Error("every employer has been told");
    const { given_name, family_name, national_id } = this.member(leads.member);
    return { name: `${given_name} ${family_name}`, national_id, unit: leads.unit };
  }

  /** The names of those who hold an office and may be named in no list of offices. */
  protectedHolders(): string[] {
    const held = this.lines.mandate.filter((line) => lasts(line, "from", "to")).map((line) => this.member(line.member));
    return held.filter((member) => this.isProtected(member)).map((member) => `${member.given_name} ${member.family_name}`);
  }

  /** The offices somebody holds today. */
  mandatesOf(member: string): Line[] {
    return this.lines.mandate.filter((line) => line.member === member && lasts(line, "from", "to"));
  }

  /**
   * Who may open cases, is no persona, and sees at least `least` members besides themselves; and no case but their own:
   * representatives, and leaders in whose club nobody else holds an office.
   */
  representatives(least: number): { name: string; national_id: string }[] {
    const known = new Set(this.personas.map((persona) => persona.national_id));
    const holdersIn = new Map<string, Set<string>>();
    for (const mandate of this.lines.mandate.filter((line) => lasts(line, "from", "to"))) {
      holdersIn.set(mandate.unit, (holdersIn.get(mandate.unit) ?? new Set()).add(mandate.member));
    }
    const seesOwnOnly = (mandate: Line) =>
      mandate.office === "PTV" || (mandate.office === "KLUBBLEDER" && holdersIn.get(mandate.unit)!.size === 1);
    const holders = this.lines.member.filter((member) => {
      const mandates = this.mandatesOf(member.id);
      return !known.has(member.national_id) && mandates.length > 0 && mandates.every(seesOwnOnly);
    });
    return holders
      .filter((member) => this.members(member.national_id).filter((one) => one.number !== member.id).length >= least)
      .map((member) => ({ name: `${member.given_name} ${member.family_name}`, national_id: member.national_id }));
  }

  /** The members that this person's offices show, worked out the slow way. */
  members(nationalId: string): Listed[] {
    const viewer = this.memberOf(nationalId).id;
    const mandates = this.mandatesOf(viewer);
    const shown: Listed[] = [];
    for (const member of this.lines.member) {
      const helps = this.helps(viewer, member);
      if (this.isHidden(member) && !helps) continue;
      const reached = mandates.filter((mandate) => this.reaches(mandate, member));
      if (reached.length === 0 && !helps) continue;
      const jobs = this.jobsNow(member).filter((job) => helps ? this.clubsOf(member, job).length > 0 : reached.some((mandate) =>
        mandate.office === "FORENINGSLEDER" && member.local === mandate.unit
          ? this.clubsOf(member, job).length > 0
          : this.jobCounts(mandate, member, job)));
      shown.push({
        number: member.id,
        name: `${member.given_name} ${member.family_name}`,
        jobs: jobs.map((job) => ({ title: job.title, workplace: this.register.get(job.workplace)!.navn })),
      });
    }
    return shown;
  }

  /** Whether somebody is named for a protected member, and holds an office that may be. */
  helps(viewer: string, member: Line): boolean {
    const offices = ["PTV", "KLUBBLEDER", "KLUBBNESTLEDER", "HTV", "FTV", "FORENINGSLEDER", "NESTLEDER", "RAADGIVER_KS", "ADVOKAT"];
    const isProtected = (member.protection ?? "none") !== "none" || member.shielded === true;
    const isMember = member.kind !== "staff" && lasts(member, "joined", "left");
    return member.helper === viewer && isProtected && isMember && this.mandatesOf(viewer).some((mandate) => offices.includes(mandate.office));
  }

  /** Why somebody is in nobody's list. */
  private isHidden(member: Line): boolean {
    return this.isProtected(member) || member.kind === "staff" || !lasts(member, "joined", "left");
  }

  private isProtected(member: Line): boolean {
    return member.shielded === true || (member.protection !== undefined && member.protection !== "none");
  }

  private reaches(mandate: Line, member: Line): boolean {
    switch (mandate.office) {
      case "FORENINGSLEDER":
        return member.local === mandate.unit || this.jobsNow(member).some((job) => this.jobCounts(mandate, member, job));
      case "FORBUNDSLEDER":
        return true;
      case "HTV":
      case "KLUBBNESTLEDER":
      case "KLUBBLEDER":
      case "PTV":
        return this.jobsNow(member).some((job) => this.jobCounts(mandate, member, job));
      default:
        return false;
    }
  }

  private jobCounts(mandate: Line, member: Line, job: Line): boolean {
    const clubs = this.clubsOf(member, job);
    if (mandate.office === "FORENINGSLEDER") return clubs.some((club) => this.unit(club).parent === mandate.unit);
    if (mandate.office === "HTV") {
      const covered = this.lines.coverage.filter((line) => line.unit === mandate.unit).map((line) => line.employer);
      return clubs.length > 0 && this.above(job.workplace).some((employer) => covered.includes(employer));
    }
    const narrowed = mandate.office === "PTV" && mandate.workplace && mandate.workplace !== job.workplace;
    return !narrowed && clubs.includes(mandate.unit);
  }

  private jobsNow(member: Line): Line[] {
    return (this.employmentsOf.get(member.id) ?? []).filter((job) => lasts(job, "from", "to"));
  }

  /** An employer unit and everything above it. */
  private above(number: string): string[] {
    const above: string[] = [];
    for (let at = number; at && !above.includes(at); at = this.register.get(at)?.overordnetEnhet) above.push(at);
    return above;
  }

  /** The clubs that cover the workplace or anything above it; those of the member's own local if it has any there. */
  private clubsOf(member: Line, job: Line): string[] {
    if (!this.clubsAt.has(job.workplace)) {
      const above = this.above(job.workplace);
      const clubs = this.lines.coverage.filter((line) => above.includes(line.employer)).map((line) => line.unit);
      this.clubsAt.set(job.workplace, clubs);
    }
    const clubs = this.clubsAt.get(job.workplace)!;
    const own = clubs.filter((club) => this.unit(club).parent === member.local);
    return own.length > 0 ? own : clubs;
  }
}
