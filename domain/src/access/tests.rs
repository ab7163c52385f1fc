//! The policy as a table: change it here first, with the reason.

use super::*;

fn id(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

fn org(n: u32) -> OrgNumber {
    (n..).find_map(OrgNumber::from_eight_digits).unwrap()
}

fn grants(office: Office, unit: u128, workplace: Option<OrgNumber>) -> Grants {
    let reach = Reach::of(office, workplace);
    Grants {
        person: MemberId(id(1)),
        list: vec![Grant {
            mandate: MandateId(id(9)),
            office,
            unit: UnitId(id(unit)),
            unit_name: "Klubben".to_owned(),
            reach,
            until: None,
        }],
    }
}

fn member() -> MemberFacts {
    MemberFacts { local: UnitId(id(50)), clubs: vec![(UnitId(id(10)), org(31_000_001))], protected: false, current: true }
}

#[test]
fn each_office_shows_its_own_members_only() {
    let here = org(31_000_001);
    let elsewhere = org(31_000_100);
    for (office, unit, workplace, expected) in [
        (Office::WorkplaceRep, 10, None, true),
        (Office::WorkplaceRep, 10, Some(here), true),
        (Office::WorkplaceRep, 10, Some(elsewhere), false),
        (Office::WorkplaceRep, 11, None, false),
        (Office::ClubLeader, 10, None, true),
        (Office::ClubLeader, 11, None, false),
        (Office::LocalLeader, 50, None, true),
        (Office::LocalLeader, 51, None, false),
        (Office::ClubDeputy, 10, None, false),
        (Office::Admin, 10, None, false),
        (Office::DataProtection, 50, None, false),
        (Office::Lawyer, 10, None, false),
    ] {
        let decision = grants(office, unit, workplace).decide_member(&member());
        assert_eq!(decision == Decision::Allow, expected, "{office} at {unit} {workplace:?}");
    }
}

#[test]
fn protected_and_former_members_are_hidden_from_everybody() {
    for facts in [MemberFacts { protected: true, ..member() }, MemberFacts { current: false, ..member() }] {
        for office in Office::ALL {
            assert_eq!(grants(*office, 10, None).decide_member(&facts), Decision::Hidden, "{office}");
            assert_eq!(grants(*office, 50, None).decide_member(&facts), Decision::Hidden, "{office}");
        }
    }
}

#[test]
fn cases_are_open_to_those_who_work_on_them_and_partly_to_the_leader() {
    let case = |owner: u128, sensitivity| CaseFacts {
        unit: UnitId(id(10)),
        owner: MemberId(id(owner)),
        participants: vec![MemberId(id(3))],
        sensitivity,
    };
    let leader = grants(Office::ClubLeader, 10, None);
    let other_leader = grants(Office::ClubLeader, 11, None);
    let rep = grants(Office::WorkplaceRep, 10, None);
    let officer = grants(Office::LocalLeader, 50, None);
    for sensitivity in Sensitivity::ALL {
        let open = matches!(sensitivity, Sensitivity::General | Sensitivity::Personnel);
        for action in [CaseAction::Read, CaseAction::Work] {
            assert_eq!(rep.decide_case(action, &case(1, *sensitivity)), Decision::Allow, "own");
            assert_eq!(rep.decide_case(action, &case(2, *sensitivity)), Decision::Hidden, "a colleague's");
            assert_eq!(officer.decide_case(action, &case(2, *sensitivity)), Decision::Hidden, "from above");
            assert_eq!(other_leader.decide_case(action, &case(2, *sensitivity)), Decision::Hidden, "another club's");
            let expected = match action {
                _ if !open => Decision::Hidden,
                CaseAction::Read => Decision::Allow,
                CaseAction::Work => Decision::Forbidden,
            };
            assert_eq!(leader.decide_case(action, &case(2, *sensitivity)), expected, "{sensitivity} {action:?}");
        }
    }
    let participant = Grants { person: MemberId(id(3)), ..rep };
    assert_eq!(participant.decide_case(CaseAction::Work, &case(2, Sensitivity::Health)), Decision::Allow);
}

#[test]
fn without_a_mandate_even_the_owner_sees_nothing() {
    let nobody = Grants { person: MemberId(id(1)), list: vec![] };
    let facts = CaseFacts { unit: UnitId(id(10)), owner: MemberId(id(1)), participants: vec![], sensitivity: Sensitivity::General };
    assert_eq!(nobody.decide_case(CaseAction::Read, &facts), Decision::Hidden);
    assert_eq!(nobody.decide_member(&member()), Decision::Hidden);
}
