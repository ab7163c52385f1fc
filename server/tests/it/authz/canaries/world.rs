//! A union with somebody in each kind of office, and a secret in each field.

use domain::Date;
use domain::org::{Office, UnitKind};
use domain::registry::{MembershipKind, Protection};

use super::super::facts::{Facts, org};
use super::super::operation::{Act, Operation};
use super::super::running::Running;
use crate::journeys::{fill_in, fresh_key};

/// Who began a case and did not save it, its key, and what was typed.
pub(super) type Drafts = Vec<(String, String, String)>;

/// Who visits; the administrator last, because an approved file changes the union.
pub(super) fn actors() -> [&'static str; 16] {
    [
        "NOBODY",
        "CANARYplain",
        "CANARYptv",
        "CANARYnarrow",
        "CANARYleader",
        "CANARYboard",
        "CANARYhtv",
        "CANARYofficer",
        "CANARYkasserer",
        "CANARYcounty",
        "CANARYunion",
        "CANARYadviser",
        "CANARYclerk",
        "CANARYoutsider",
        "CANARYpvo",
        "CANARYadmin",
    ]
}

/// The files.
pub(super) fn facts(_: Date) -> Facts {
    let mut facts = Facts::empty();
    for (n, parent) in [(0, None), (1, Some(0)), (2, Some(0)), (3, None), (4, Some(3))] {
        facts.employer(n, parent);
    }
    facts.unit("L0", UnitKind::Local, Some("K"));
    facts.unit("L1", UnitKind::Local, Some("K"));
    facts.unit("KS", UnitKind::Advisory, Some("F"));
    for (club, local, employer) in [("C0", "L0", 1), ("C1", "L0", 2), ("C2", "L1", 3)] {
        facts.unit(club, UnitKind::Club, Some(local));
        facts.covers(club, org(employer));
    }
    for (key, local, workplace, office) in [
        ("ptv", "L0", Some(1), Some((Office::WORKPLACE_REP, "C0"))),
        ("narrow", "L0", Some(2), Some((Office::WORKPLACE_REP, "C1"))),
        ("leader", "L0", Some(1), Some((Office::CLUB_LEADER, "C0"))),
        ("board", "L0", Some(1), Some((Office::CLUB_BOARD, "C0"))),
        ("htv", "L0", Some(2), Some((Office::CHIEF_REP, "C1"))),
        ("officer", "L0", None, Some((Office::LOCAL_LEADER, "L0"))),
        ("kasserer", "L0", None, Some((Office::TREASURER, "L0"))),
        ("county", "L1", None, Some((Office::COUNTY_LEADER, "K"))),
        ("union", "L1", None, Some((Office::UNION_LEADER, "F"))),
        ("adviser", "L1", None, Some((Office::ADVISER, "KS"))),
        ("clerk", "L1", None, Some((Office::REGISTRY_CLERK, "F"))),
        ("outsider", "L1", Some(4), Some((Office::WORKPLACE_REP, "C2"))),
        ("pvo", "L1", None, Some((Office::DATA_PROTECTION, "F"))),
        ("admin", "F", None, Some((Office::ADMIN, "F"))),
        ("plain", "L0", Some(1), None),
        ("second", "L0", Some(2), None),
        ("hidden", "L0", Some(1), None),
        ("elsewhere", "L1", Some(4), None),
    ] {
        let id = format!("CANARY{key}");
        let line = facts.member(&id, local);
        line.given_name = format!("CANARYgiven{key}");
        line.family_name = format!("CANARYfamily{key}");
        line.email = Some(format!("canary-mail-{key}@example.com"));
        line.street = Some(format!("CANARYstreet{key} 1"));
        (line.postal_code, line.city) = (Some("0001".to_owned()), Some(format!("CANARYcity{key}")));
        if key == "admin" {
            line.kind = MembershipKind::Staff;
        }
        if let Some(workplace) = workplace {
            facts.works(&id, org(workplace)).title = format!("CANARYjob{key}");
        }
        if let Some((office, unit)) = office {
            facts.holds(&id, office, unit);
        }
    }
    facts.mandates.iter_mut().find(|line| line.member == "CANARYnarrow").unwrap().workplace = Some(org(2));
    facts.mandates.iter_mut().find(|line| line.member == "CANARYhtv").unwrap().workplace = Some(org(0));
    let hidden = facts.members.iter_mut().find(|line| line.id == "CANARYhidden").unwrap();
    (hidden.protection, hidden.helper) = (Some(Protection::StrictlyConfidential), Some("CANARYadviser".to_owned()));
    facts
}

/// Cases with notes and tasks, one in which somebody was asked to take part, what was begun, and an alert.
pub(super) async fn history(running: &mut Running<'_>) -> Drafts {
    use domain::cases::CaseType::{Holiday, Injury, Warning};
    for (owner, about, kind) in
        [("ptv", "plain", Holiday), ("ptv", "plain", Injury), ("narrow", "second", Warning), ("outsider", "elsewhere", Holiday)]
    {
        let about = running.facts.members.iter().position(|line| line.id == format!("CANARY{about}")).unwrap();
        let owner = format!("CANARY{owner}");
        running.act(&owner, &Act::Open(about, false, kind)).await;
        let case = running.cases.len() - 1;
        running.act(&owner, &Act::Note(case)).await;
        running.act(&owner, &Act::Task(case)).await;
    }
    running.act("CANARYadviser", &Act::Join(1)).await;
    running.run(&Operation::File(super::super::operation::Change::Bankrupt(1))).await;
    let mut drafts = Drafts::new();
    for (owner, about) in [("CANARYptv", "CANARYplain"), ("CANARYoutsider", "CANARYelsewhere")] {
        let (key, text) = (fresh_key(), format!("Kladden til {owner}"));
        let mut client = running.client(owner).await;
        let member = running.ids[about].clone();
        fill_in(&mut client, &key, "FERIE", &member, &text).await;
        drafts.push((owner.to_owned(), key, text));
    }
    drafts
}
