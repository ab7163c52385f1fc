//! The files told to the oracle, in plain texts; and the access matrix as the union has changed it.

use domain::Date;
use domain::access::Policy;
use domain::registry::{MemberLine, MembershipKind, Protection};

use super::facts::Facts;

impl Facts {
    /// The access matrix as a union with these changes has it.
    pub(super) fn policy(&self) -> String {
        let mut table = "office;data;action;reach;reason\n".to_owned();
        for rule in Policy::standard().rules() {
            let right = right_of(rule.class.code(), rule.action.code(), rule.breadth.code());
            let contact = rule.class.code() == "member.contact" && self.taken.contains(&(rule.office, "contact"));
            if !contact && !self.taken.contains(&(rule.office, right)) {
                table.push_str(&format!("{};{};{};{};{}\n", rule.office, rule.class, rule.action, rule.breadth, rule.reason));
            }
        }
        for office in &self.given {
            let line = format!("{office};member.basics;see;unit;Styret ville det");
            let there = |old: &str| old.starts_with(&format!("{office};member.basics;see;unit;"));
            if !table.lines().any(there) {
                table.push_str(&format!("{line}\n"));
            }
        }
        table
    }

    /// All of it told to the oracle.
    pub(super) fn told(&self, today: Date) -> oracle::Union {
        let text = |text: &dyn ToString| text.to_string();
        oracle::Union {
            today: text(&today),
            parents: self.employers.iter().filter_map(|one| Some((text(&one.number), text(&one.parent?)))).collect(),
            units: self.units.iter().map(|unit| oracle::Unit { id: unit.id.clone(), parent: unit.parent.clone() }).collect(),
            coverages: self.coverages.iter().map(|line| (line.unit.clone(), text(&line.employer))).collect(),
            members: self.members.iter().map(member_told).collect(),
            jobs: self
                .jobs
                .iter()
                .map(|job| oracle::Job {
                    member: job.member.clone(),
                    workplace: text(&job.workplace),
                    from: text(&job.from),
                    to: job.to.map(|day| text(&day)),
                })
                .collect(),
            mandates: self
                .mandates
                .iter()
                .map(|mandate| oracle::Mandate {
                    member: mandate.member.clone(),
                    office: mandate.office.code().to_owned(),
                    unit: mandate.unit.clone(),
                    workplace: mandate.workplace.map(|number| text(&number)),
                    from: text(&mandate.from),
                    to: mandate.to.map(|day| text(&day)),
                })
                .collect(),
            taken: self.taken.iter().map(|(office, right)| (office.code().to_owned(), (*right).to_owned())).collect(),
            given: self.given.iter().map(|office| office.code().to_owned()).collect(),
        }
    }
}

fn member_told(member: &MemberLine) -> oracle::Member {
    oracle::Member {
        id: member.id.clone(),
        local: member.local.clone(),
        joined: member.joined.to_string(),
        left: member.left.map(|day| day.to_string()),
        staff: member.kind == MembershipKind::Staff,
        protected: member.shielded == Some(true) || member.protection.is_some_and(|grade| grade != Protection::None),
        helper: member.helper.clone(),
    }
}

/// What the oracle calls a right of the matrix.
fn right_of(class: &str, action: &str, breadth: &str) -> &'static str {
    match (class, action, breadth) {
        ("member.basics" | "member.contact", "see", _) => "members",
        ("member.protected", ..) => "help",
        (class, "see", _) if class.starts_with("case.existence.") => "know",
        (class, "see" | "work", "own") if class.starts_with("case.contents.") => "own",
        (class, "see", _) if class.starts_with("case.contents.") => "read",
        (class, "open", _) if class.starts_with("case.contents.") => "open",
        _ => "",
    }
}
