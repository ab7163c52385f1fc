//! The files told to the oracle, in plain texts.

use domain::Date;
use domain::access::Rule;
use domain::registry::{MembershipKind, Protection};

use super::spec::{Toggles, policy};
use crate::union::Union;

/// The table of a matrix, or none for the standard: that the oracle knows in its own words.
pub(super) fn table(toggles: &Toggles) -> Option<Vec<oracle::Right>> {
    let told = |rule: &Rule| oracle::Right {
        office: rule.office.to_string(),
        data: rule.class.to_string(),
        action: rule.action.to_string(),
        reach: rule.breadth.to_string(),
    };
    (!toggles.is_empty()).then(|| policy(toggles).rules().iter().map(told).collect())
}

/// The union of these files on a day.
pub(super) fn union(files: &Union, today: Date) -> oracle::Union {
    let text = |text: &dyn ToString| text.to_string();
    let parent = |employer: &serde_json::Value| {
        Some((employer["organisasjonsnummer"].as_str()?.to_owned(), employer["overordnetEnhet"].as_str()?.to_owned()))
    };
    oracle::Union {
        today: text(&today),
        parents: files.employers.iter().filter_map(parent).collect(),
        units: files.units.iter().map(|unit| oracle::Unit { id: unit.id.clone(), parent: unit.parent.clone() }).collect(),
        coverages: files.coverages.iter().map(|coverage| (coverage.unit.clone(), text(&coverage.employer))).collect(),
        members: files
            .members
            .iter()
            .map(|member| oracle::Member {
                id: member.id.clone(),
                local: member.local.clone(),
                joined: text(&member.joined),
                left: member.left.map(|day| text(&day)),
                staff: member.kind == MembershipKind::Staff,
                protected: member.shielded == Some(true) || member.protection.is_some_and(|grade| grade != Protection::None),
                helper: member.helper.clone(),
            })
            .collect(),
        jobs: files
            .employments
            .iter()
            .map(|job| oracle::Job {
                member: job.member.clone(),
                workplace: text(&job.workplace),
                from: text(&job.from),
                to: job.to.map(|day| text(&day)),
            })
            .collect(),
        mandates: files
            .mandates
            .iter()
            .map(|mandate| oracle::Mandate {
                member: mandate.member.clone(),
                office: mandate.office.code().to_owned(),
                unit: mandate.unit.clone(),
                workplace: mandate.workplace.map(|number| text(&number)),
                from: text(&mandate.from),
                // Held until its last day, or until the day before it was revoked, whichever comes first.
                to: mandate.to.into_iter().chain(mandate.revoked.map(|day| day.plus_days(-1))).min().map(|day| text(&day)),
            })
            .collect(),
        ..oracle::Union::default()
    }
}
