//! A union with somebody in each kind of office, and a secret in each field.

use domain::Date;
use domain::org::{Office, UnitKind};
use domain::registry::{MembershipKind, Protection};

use super::super::facts::{Facts, org};
use super::super::operation::{Act, Operation};
use super::super::running::Running;
use crate::journeys::{add_document, fill_in, fresh_key};

/// Who began a case and did not save it, its key, and what was typed.
pub(super) type Drafts = Vec<(String, String, String)>;

/// Why the leader is kept out of the first case: for those who work on it alone.
pub(super) const KEPT_OUT_BECAUSE: &str = "CANARY er selv part i saken";

/// Who visits: the adviser first, before the owner of the case tries to keep them out of it, and the administrator last,
/// because an approved file changes the union.
pub(super) fn actors() -> [&'static str; 16] {
    [
        "NOBODY",
        "CANARYadviser",
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
    for (owner, about, kind) in
        [("ptv", "plain", "FERIE"), ("ptv", "plain", "YRKESSKADE"), ("narrow", "second", "ADVARSEL"), ("outsider", "elsewhere", "FERIE")]
    {
        let about = running.facts.members.iter().position(|line| line.id == format!("CANARY{about}")).unwrap();
        let owner = format!("CANARY{owner}");
        running.act(&owner, &Act::Open(about, false, kind)).await;
        let case = running.cases.len() - 1;
        running.act(&owner, &Act::Note(case)).await;
        running.act(&owner, &Act::Task(case)).await;
        running.act(&owner, &Act::Comment(case)).await;
        // In the order of the cases: `visits` asks for each document in its own.
        let (name, contents) = (format!("CANARYfile{case}"), format!("CANARYinside{case}"));
        let mut client = running.client(&owner).await;
        add_document(&mut client, &running.cases[case].id.clone(), &format!("{name}.txt"), contents.as_bytes()).await;
        running.cases[case].texts.extend([name, contents]);
        let witness = format!("CANARYwitness{case}");
        crate::journeys::write_down(&mut client, &running.cases[case].id.clone(), &witness).await;
        running.cases[case].texts.push(witness);
        running.world.pass(1);
        let told = &mut running.cases[case];
        told.texts.extend(crate::journeys::meet(&mut client, &told.id, &format!("Kanarimøte {case}")).await.1);
        let outcome = crate::case_types::an_outcome(kind);
        let told = &mut running.cases[case];
        told.texts.extend(crate::journeys::live(&mut client, &told.id, &outcome, &format!("CANARYliv{case}")).await);
        running.act(&owner, &Act::Private(case)).await;
        running.act(&owner, &Act::Contact(case)).await;
    }
    // Two hang together. The adviser takes part in the one, and may not know of the other; the leader may know of neither.
    let (one, other) = (running.cases[0].id.clone(), running.cases[1].id.clone());
    let fields = [("case", other.as_str()), ("relation", "related"), ("number", "1001")];
    let linked = running.client("CANARYptv").await.post_form("/api/links/add", &fields).await;
    assert_eq!(linked.location(), Some(&*format!("/saker/{other}?koblet=1")));
    assert!(running.client("CANARYptv").await.get(&format!("/saker/{other}")).await.text().contains(&one));
    // The first is about several, and one of them has become protected since: those who see them anyway are told, and
    // nobody else.
    running.world.insert_pair("case_parties", ["case_id", "member_id"], [&one, &running.ids["CANARYhidden"].clone()]).await;
    running.world.run("UPDATE cases SET kind = 'group' WHERE number = 1001").await;
    // One of them is closed in the end.
    running.act("CANARYoutsider", &Act::Close(3)).await;
    running.act("CANARYadviser", &Act::Join(1)).await;
    // The leader reads the club's cases, but for one.
    let (case, leader) = (running.cases[0].id.clone(), running.ids["CANARYleader"].clone());
    let fields = [("case", case.as_str()), ("person", leader.as_str()), ("reason", KEPT_OUT_BECAUSE)];
    assert_eq!(running.client("CANARYptv").await.post_form("/api/participants/keep-out", &fields).await.status(), 302);
    running.cases[0].told.conflicted.push("CANARYleader".to_owned());
    running.cases[0].writers.insert("CANARYleader".to_owned());
    merged(running).await;
    // Two who work on one case each keep something to themselves in it.
    running.act("CANARYadviser", &Act::Private(1)).await;
    running.act("CANARYadviser", &Act::AddTo(1)).await;
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

/// Two cases that the leader reads, until they are kept out of the one and it is merged into the other: what was to be done in
/// it stands there from then on.
async fn merged(running: &mut Running<'_>) {
    let about = running.facts.members.iter().position(|line| line.id == "CANARYplain").unwrap();
    let first = running.cases.len();
    for _ in 0..2 {
        running.act("CANARYptv", &Act::Open(about, false, "FERIE")).await;
    }
    running.act("CANARYptv", &Act::Task(first)).await;
    let (from, leader) = (running.cases[first].id.clone(), running.ids["CANARYleader"].clone());
    let fields = [("case", from.as_str()), ("person", leader.as_str()), ("reason", KEPT_OUT_BECAUSE)];
    assert_eq!(running.client("CANARYptv").await.post_form("/api/participants/keep-out", &fields).await.status(), 302);
    running.cases[first].told.conflicted.push("CANARYleader".to_owned());
    running.act("CANARYptv", &Act::Merge(first, first + 1)).await;
    assert!(running.cases[first].told.closed && running.cases[first + 1].told.conflicted == ["CANARYleader"]);
}
