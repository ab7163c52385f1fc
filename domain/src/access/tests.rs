//! The rule on facts, way by way, and the standard policy as it is meant.

use super::*;
use crate::org::Offices;
use crate::participants::Role;

fn uuid(n: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(n)
}

fn unit(n: u128) -> UnitId {
    UnitId(uuid(n))
}

fn person(n: u128) -> MemberId {
    MemberId(uuid(n))
}

fn org(n: u32) -> OrgNumber {
    (n * 1000 + 31_000_000..).find_map(OrgNumber::from_eight_digits).unwrap()
}

const CLUB: u128 = 10;
const LOCAL: u128 = 50;
const COUNTY: u128 = 70;
const UNION: u128 = 90;

/// Somebody who holds an office at a unit, under the standard policy. The club covers employer 1.
fn holding(office: Office, at: u128, workplace: Option<OrgNumber>) -> Grants {
    let employers = workplace.map_or_else(|| if at == CLUB { vec![org(1)] } else { vec![] }, |named| vec![named]);
    let powers = Policy::standard().powers(office);
    let (mandate, unit_name) = (MandateId(uuid(9)), "Klubben".to_owned());
    let grant = Grant { mandate, office, unit: unit(at), unit_name, workplace, employers, until: None, powers };
    Grants { person: person(1), list: vec![grant] }
}

/// A member of the club, at workplace 2 of employer 1.
fn member() -> MemberFacts {
    MemberFacts {
        units: [CLUB, LOCAL, COUNTY, UNION].map(unit).to_vec(),
        jobs: vec![(unit(CLUB), org(2))],
        employers: vec![org(2), org(1)],
        protected: false,
        named: vec![],
        current: true,
    }
}

fn case(owner: u128, sensitivity: Sensitivity) -> CaseFacts {
    let unit = UnitFacts { units: [CLUB, LOCAL, COUNTY, UNION].map(unit).to_vec(), employers: vec![org(1)] };
    CaseFacts {
        unit,
        owner: person(owner),
        participants: vec![(person(3), Role::CoWorker), (person(5), Role::Follower)],
        conflicted: vec![person(6)],
        sensitivity,
    }
}

fn sees(grants: &Grants, class: DataClass, facts: &MemberFacts) -> Decision {
    grants.decide_member(class, Action::See, facts)
}

#[test]
fn the_standard_can_be_read_and_gives_every_office_something() {
    let policy = Policy::parse(0, Offices::standard().clone(), Policy::standard_text()).unwrap();
    for office in Office::STANDARD {
        assert!(!policy.powers(*office).is_empty(), "{office} has no rule");
    }
}

#[test]
fn each_office_shows_its_own_members_only() {
    use Decision::{Allow, Forbidden, Hidden};
    for (office, at, workplace, basics, contact) in [
        (Office::WORKPLACE_REP, CLUB, None, Allow, Allow),
        (Office::WORKPLACE_REP, CLUB, Some(org(2)), Allow, Allow),
        (Office::WORKPLACE_REP, CLUB, Some(org(3)), Hidden, Hidden),
        (Office::WORKPLACE_REP, 11, None, Hidden, Hidden),
        (Office::CLUB_LEADER, CLUB, None, Allow, Allow),
        (Office::CLUB_LEADER, 11, None, Hidden, Hidden),
        (Office::CLUB_DEPUTY, CLUB, None, Allow, Allow),
        (Office::CLUB_BOARD, CLUB, None, Hidden, Hidden),
        (Office::CHIEF_REP, CLUB, None, Allow, Allow),
        (Office::CHIEF_REP, 11, Some(org(1)), Allow, Allow),
        (Office::CHIEF_REP, 11, Some(org(4)), Hidden, Hidden),
        (Office::CHIEF_REP, 11, None, Hidden, Hidden),
        (Office::LOCAL_LEADER, LOCAL, None, Allow, Allow),
        (Office::LOCAL_LEADER, 51, None, Hidden, Hidden),
        (Office::TREASURER, LOCAL, None, Allow, Forbidden),
        (Office::COUNTY_LEADER, COUNTY, None, Allow, Forbidden),
        (Office::UNION_LEADER, UNION, None, Allow, Forbidden),
        (Office::ADVISER, LOCAL, None, Hidden, Hidden),
        (Office::LAWYER, UNION, None, Hidden, Hidden),
        (Office::REGISTRY_CLERK, UNION, None, Allow, Allow),
        (Office::ADMIN, UNION, None, Hidden, Hidden),
        (Office::DATA_PROTECTION, UNION, None, Hidden, Hidden),
    ] {
        let grants = holding(office, at, workplace);
        assert_eq!(sees(&grants, DataClass::MemberBasics, &member()), basics, "{office} at {at} {workplace:?}");
        assert_eq!(sees(&grants, DataClass::MemberContact, &member()), contact, "{office} at {at} {workplace:?}");
    }
}

#[test]
fn former_members_are_hidden_from_everybody_and_protected_ones_from_all_but_those_named() {
    for office in Office::STANDARD {
        for at in [CLUB, LOCAL, COUNTY, UNION] {
            let grants = holding(*office, at, None);
            let protected = MemberFacts { protected: true, ..member() };
            assert_eq!(sees(&grants, DataClass::MemberBasics, &protected), Decision::Hidden, "{office}");
            let former = MemberFacts { current: false, named: vec![person(1)], ..member() };
            assert_eq!(sees(&grants, DataClass::MemberBasics, &former), Decision::Hidden, "{office}");
            let named = MemberFacts { named: vec![person(1)], ..protected };
            let helps = Policy::standard().powers(*office).iter().any(|power| power.class == DataClass::MemberProtected);
            let expected = if helps { Decision::Allow } else { Decision::Hidden };
            assert_eq!(sees(&grants, DataClass::MemberContact, &named), expected, "{office}");
        }
    }
    assert_eq!(
        sees(&holding(Office::WORKPLACE_REP, 11, None), DataClass::MemberBasics, &MemberFacts { named: vec![person(1)], ..member() }),
        Decision::Hidden
    );
}

#[test]
fn cases_are_open_to_those_who_work_on_them_and_partly_to_the_leader() {
    for sensitivity in Sensitivity::ALL {
        let open = matches!(sensitivity, Sensitivity::General | Sensitivity::Personnel);
        let (mine, theirs) = (case(1, *sensitivity), case(2, *sensitivity));
        let known = |yes: bool| if yes { Decision::Forbidden } else { Decision::Hidden };
        let leader = holding(Office::CLUB_LEADER, CLUB, None);
        assert_eq!(leader.decide_case(CaseAction::Read, &theirs), if open { Decision::Allow } else { Decision::Hidden });
        assert_eq!(leader.decide_case(CaseAction::Work, &theirs), known(open));
        for (office, at, knows) in [
            (Office::WORKPLACE_REP, CLUB, false),
            (Office::CLUB_DEPUTY, CLUB, open),
            (Office::CLUB_LEADER, 11, false),
            (Office::CHIEF_REP, CLUB, open),
            (Office::LOCAL_LEADER, LOCAL, open),
            (Office::LOCAL_LEADER, 51, false),
            (Office::COUNTY_LEADER, COUNTY, *sensitivity == Sensitivity::General),
            (Office::UNION_LEADER, UNION, *sensitivity == Sensitivity::General),
            (Office::LAWYER, UNION, false),
            (Office::ADVISER, UNION, false),
        ] {
            let grants = holding(office, at, None);
            assert_eq!(grants.decide_case(CaseAction::Work, &mine), Decision::Allow, "{office}'s own");
            assert_eq!(grants.decide_case(CaseAction::Read, &theirs), known(knows), "{office}, {sensitivity}");
            assert_eq!(grants.decide_case(CaseAction::Know, &theirs) == Decision::Allow, knows, "{office}, {sensitivity}");
            let takes_part = Grants { person: person(3), ..grants };
            assert_eq!(takes_part.decide_case(CaseAction::Work, &theirs), Decision::Allow, "{office} takes part");
            let follows = Grants { person: person(5), ..takes_part };
            assert_eq!(follows.decide_case(CaseAction::Read, &theirs), Decision::Allow, "{office} follows");
            assert_eq!(follows.decide_case(CaseAction::Work, &theirs), Decision::Forbidden, "{office} follows");
            // A conflict of interest comes before everything: before the office, a part, and owning it.
            let kept_out = Grants { person: person(6), ..follows };
            let all = CaseFacts { owner: person(6), participants: vec![(person(6), Role::CoWorker)], ..theirs.clone() };
            for action in [CaseAction::Know, CaseAction::Read, CaseAction::Work, CaseAction::Close] {
                assert_eq!(kept_out.decide_case(action, &all), Decision::Hidden, "{office} is kept out");
            }
        }
        for office in [Office::ADMIN, Office::DATA_PROTECTION, Office::REGISTRY_CLERK] {
            assert_eq!(holding(office, UNION, None).decide_case(CaseAction::Know, &mine), Decision::Hidden, "{office}, even their own");
        }
    }
}

#[test]
fn a_case_is_closed_by_its_owner_and_by_those_who_work_on_the_units_cases_by_office() {
    let theirs = case(2, Sensitivity::Health);
    for office in
        Office::STANDARD.iter().filter(|office| ![Office::ADMIN, Office::DATA_PROTECTION, Office::REGISTRY_CLERK].contains(office))
    {
        let grants = holding(*office, CLUB, None);
        assert_eq!(grants.decide_case(CaseAction::Close, &case(1, Sensitivity::Health)), Decision::Allow, "{office}'s own");
        assert_ne!(grants.decide_case(CaseAction::Close, &theirs), Decision::Allow, "{office}");
        let asked = Grants { person: person(3), ..grants };
        assert_eq!(asked.decide_case(CaseAction::Work, &theirs), Decision::Allow, "{office} was asked");
        assert_eq!(asked.decide_case(CaseAction::Close, &theirs), Decision::Forbidden, "{office} was asked");
    }
    // Another table lets a leader work on the club's cases, and so close them; not without reading them, nor elsewhere.
    let power = |action| Power { class: DataClass::contents(Sensitivity::Health), action, breadth: Breadth::Unit };
    let leader = |at, powers: &[Action]| {
        let mut grants = holding(Office::CLUB_LEADER, at, None);
        grants.list[0].powers = powers.iter().map(|action| power(*action)).collect();
        grants
    };
    assert_eq!(leader(CLUB, &[Action::See, Action::Work]).decide_case(CaseAction::Close, &theirs), Decision::Allow);
    assert_eq!(leader(CLUB, &[Action::See]).decide_case(CaseAction::Close, &theirs), Decision::Forbidden);
    assert_eq!(leader(CLUB, &[Action::Work]).decide_case(CaseAction::Close, &theirs), Decision::Hidden);
    assert_eq!(leader(11, &[Action::See, Action::Work]).decide_case(CaseAction::Close, &theirs), Decision::Hidden);
}

#[test]
fn cases_are_opened_where_the_office_reaches() {
    let club = case(2, Sensitivity::Health).unit;
    for (office, at, workplace, may) in [
        (Office::WORKPLACE_REP, CLUB, None, true),
        (Office::WORKPLACE_REP, CLUB, Some(org(2)), true),
        (Office::WORKPLACE_REP, CLUB, Some(org(3)), false),
        (Office::CLUB_LEADER, CLUB, None, true),
        (Office::CLUB_LEADER, 11, None, false),
        (Office::LOCAL_LEADER, LOCAL, None, true),
        (Office::CHIEF_REP, 11, Some(org(1)), true),
        (Office::UNION_LEADER, UNION, None, false),
        (Office::LAWYER, UNION, None, false),
    ] {
        assert_eq!(holding(office, at, workplace).may_open(Sensitivity::Health, &club, &[org(2)]), may, "{office} at {at}");
    }
}

#[test]
fn without_a_mandate_even_the_owner_sees_nothing() {
    let nobody = Grants { person: person(1), list: vec![] };
    assert_eq!(nobody.decide_case(CaseAction::Know, &case(1, Sensitivity::General)), Decision::Hidden);
    assert_eq!(sees(&nobody, DataClass::MemberBasics, &member()), Decision::Hidden);
    assert_eq!(nobody.decide_unit(DataClass::Statistics, Action::See, &UnitFacts::default()), Decision::Hidden);
}

#[test]
fn why_names_the_mandate_and_the_way() {
    let why = holding(Office::WORKPLACE_REP, CLUB, Some(org(2))).why_member(DataClass::MemberBasics, Action::See, &member()).unwrap();
    assert_eq!((why.office, why.how), (Office::WORKPLACE_REP, How::Workplace));
    let leader = holding(Office::CLUB_LEADER, CLUB, None);
    assert_eq!(leader.why_case(CaseAction::Read, &case(2, Sensitivity::General)).unwrap().how, How::Unit);
    assert_eq!(leader.why_case(CaseAction::Read, &case(1, Sensitivity::Health)).unwrap().how, How::TakingPart);
}

#[test]
fn a_wrong_table_is_refused_with_its_line() {
    let head = "office;data;action;reach;reason\n";
    let wrong = |line: &str| Policy::parse(1, Offices::standard().clone(), &format!("{head}\n# ordnet\n{line}\n")).unwrap_err();
    assert_eq!(Policy::parse(1, Offices::standard().clone(), "").unwrap_err(), PolicyError::Header);
    assert_eq!(wrong("PTV;member.basics;see;unit"), PolicyError::Parts(4));
    assert_eq!(wrong("PTV;member.basics;see;unit; "), PolicyError::Parts(4));
    assert!(matches!(wrong("KONGE;member.basics;see;unit;Fordi."), PolicyError::Code(4, _)));
    assert!(matches!(wrong("PTV;member.basics;se;unit;Fordi."), PolicyError::Code(4, _)));
    assert_eq!(wrong("PTV PTV;member.basics;see;unit;Fordi."), PolicyError::Twice(4));
    for line in [
        "ADMIN;case.contents.general;see;unit;Fordi.",
        "PVO;case.contents.health;see;own;Fordi.",
        "ADMIN;member.protected;see;named;Fordi.",
        "PTV;member.protected;see;unit;Fordi.",
        "PTV;member.basics;see;named;Fordi.",
        "PTV;member.basics;see;own;Fordi.",
        "PTV;case.contents.general;see;workplace;Fordi.",
        "FORENINGSLEDER;access_log;see;unit;Fordi.",
        "FYLKESLEDER;settings;change;unit;Fordi.",
        "PTV;registry;see;unit;Fordi.",
    ] {
        assert!(matches!(wrong(line), PolicyError::Senseless(4, _)), "{line}");
    }
}

/// What people review is the document; what runs is the table. They are the same.
#[test]
fn the_document_shows_the_policy_that_runs() {
    let document = include_str!("../../../docs/access-policy.md");
    for rule in Policy::standard().rules() {
        let row = format!("| {} | `{}` | {} | {} | {} |", rule.office, rule.class, rule.action, rule.breadth, rule.reason);
        assert!(document.contains(&row), "docs/access-policy.md lacks this row:\n{row}");
    }
    let rows = document.lines().filter(|line| line.starts_with("| ") && line.matches('|').count() == 6 && line.contains('`')).count();
    assert_eq!(rows, Policy::standard().rules().len(), "docs/access-policy.md has rows that the policy has not");
}

#[test]
fn the_access_log_is_the_data_protection_officer_s() {
    for office in Office::STANDARD {
        let grants = holding(*office, UNION, None);
        assert_eq!(grants.may_read_access_log(), *office == Office::DATA_PROTECTION, "{office}");
    }
    assert!(!Grants { person: person(1), list: vec![] }.may_read_access_log());
}

#[test]
fn a_table_that_is_written_reads_back_as_the_same_rules() {
    let standard = Policy::standard();
    let read = Policy::parse(0, Offices::standard().clone(), &standard.table()).unwrap();
    assert!(difference(&standard, &read).is_empty());
    assert_eq!(read.rules().len(), standard.rules().len());
    assert!(standard.table().lines().count() < standard.rules().len(), "kinds of data that go together share a line");
}

#[test]
fn what_is_offered_is_what_can_be_parsed_and_the_standard_is_among_it() {
    for office in Office::STANDARD {
        let offered: Vec<Power> = offered(Offices::standard().get(*office).unwrap()).collect();
        for class in DataClass::ALL {
            for action in Action::ALL {
                for breadth in Breadth::ALL {
                    let line = format!("office;data;action;reach;reason\n{office};{class};{action};{breadth};Fordi.");
                    let power = Power { class: *class, action: *action, breadth: *breadth };
                    assert_eq!(Policy::parse(1, Offices::standard().clone(), &line).is_ok(), offered.contains(&power), "{line}");
                }
            }
        }
        assert!(Policy::standard().powers(*office).iter().all(|power| offered.contains(power)), "{office}");
    }
}

#[test]
fn a_table_that_locks_somebody_out_is_not_put_in_force() {
    assert_eq!(Policy::standard().locks_nobody_out(), Ok(()));
    for (office, class, who) in [
        (Office::DATA_PROTECTION, DataClass::AccessLog, LocksOut::DataProtection),
        (Office::DATA_PROTECTION, DataClass::Settings, LocksOut::DataProtection),
        (Office::ADMIN, DataClass::Settings, LocksOut::Everybody),
    ] {
        let kept = Policy::standard().rules_of(office).filter(|rule| rule.class != class).cloned().collect();
        assert_eq!(Policy::standard().with(office, kept).locks_nobody_out(), Err(PolicyError::LocksOut(who)));
    }
}

#[test]
fn differences_are_told_right_by_right() {
    let rule =
        |class, breadth, reason: &str| Rule { office: Office::CLUB_BOARD, class, action: Action::See, breadth, reason: reason.to_owned() };
    let with = |rules: Vec<Rule>| Policy::standard().with(Office::CLUB_BOARD, rules);
    let before = with(vec![
        rule(DataClass::MemberBasics, Breadth::Unit, "A"),
        rule(DataClass::Mandates, Breadth::Unit, "B"),
        rule(DataClass::Statistics, Breadth::Unit, "C"),
    ]);
    let after = with(vec![
        rule(DataClass::MemberBasics, Breadth::Workplace, "A"),
        rule(DataClass::MemberContact, Breadth::Employer, "D"),
        rule(DataClass::Statistics, Breadth::Unit, "E"),
    ]);
    let told: Vec<_> = difference(&before, &after).rights.into_iter().map(|change| (change.class, change.widens(), change.what)).collect();
    let reason = |text: &str| text.to_owned();
    assert_eq!(
        told,
        [
            (DataClass::MemberBasics, false, What::Moved { from: Breadth::Unit, to: Breadth::Workplace, reason: reason("A") }),
            (DataClass::MemberContact, true, What::Added { breadth: Breadth::Employer, reason: reason("D") }),
            (DataClass::Mandates, false, What::Removed { breadth: Breadth::Unit, reason: reason("B") }),
            (DataClass::Statistics, false, What::Reworded { breadth: Breadth::Unit, reason: reason("E") }),
        ]
    );
    assert!(difference(&after, &before).rights.iter().any(|change| change.class == DataClass::MemberBasics && change.widens()));
}

/// Whoever holds an office at a unit that has the case under it sees the case as the audience says, and nobody else does.
#[test]
fn the_audience_of_a_case_is_what_the_rule_says() {
    use crate::org::UnitKind;
    let kinds = [(CLUB, UnitKind::Club), (LOCAL, UnitKind::Local), (COUNTY, UnitKind::County), (UNION, UnitKind::Union)];
    let offices = Offices::standard();
    for sensitivity in Sensitivity::ALL {
        let audience = Policy::standard().audience(*sensitivity, &kinds.map(|(_, kind)| kind));
        for office in Office::STANDARD {
            let places = kinds.iter().filter(|(_, kind)| offices.held_at(*office).contains(kind)).map(|(at, _)| *at);
            let may = |action| {
                let mut places = places.clone();
                places.any(|at| holding(*office, at, None).decide_case(action, &case(2, *sensitivity)) == Decision::Allow)
            };
            let (reads, knows) = (audience.read.contains(office), audience.know.contains(office));
            assert_eq!((reads, reads || knows), (may(CaseAction::Read), may(CaseAction::Know)), "{office}, {sensitivity}");
        }
    }
}
