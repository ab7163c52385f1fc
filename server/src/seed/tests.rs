//! What the invented union promises to those who build on it.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

use domain::Date;
use domain::identity::{Accept, OrgNumber};
use domain::org::{Office, UnitKind};
use domain::registry::{self, EmploymentLine, Line, MandateLine, MemberLine, MembershipKind, UnitLine};

use super::*;

/// The lines by type.
struct Sorted<'a> {
    units: Vec<&'a UnitLine>,
    covers: BTreeMap<&'a str, Vec<OrgNumber>>,
    members: BTreeMap<&'a str, &'a MemberLine>,
    employments: Vec<&'a EmploymentLine>,
    mandates: Vec<&'a MandateLine>,
}

fn sorted(union: &Union) -> Sorted<'_> {
    let mut sorted = Sorted { units: vec![], covers: BTreeMap::new(), members: BTreeMap::new(), employments: vec![], mandates: vec![] };
    for line in &union.lines {
        match line {
            Line::Unit(unit) => sorted.units.push(unit),
            Line::Coverage(coverage) => sorted.covers.entry(&coverage.unit).or_default().push(coverage.employer),
            Line::Member(member) => assert!(sorted.members.insert(&member.id, member).is_none()),
            Line::Employment(employment) => sorted.employments.push(employment),
            Line::Mandate(mandate) => sorted.mandates.push(mandate),
            Line::File(_) | Line::End(_) => panic!("a full file"),
        }
    }
    sorted
}

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

/// For each employer and workplace: itself, what it lies under, what that lies under, and so on.
fn chains(union: &Union) -> BTreeMap<OrgNumber, Vec<OrgNumber>> {
    let above = union.employers.iter().map(|one| (one.organisasjonsnummer, one.overordnet_enhet));
    let parents: BTreeMap<_, _> =
        above.chain(union.workplaces.iter().map(|one| (one.organisasjonsnummer, Some(one.overordnet_enhet)))).collect();
    let chain = |number: OrgNumber| std::iter::successors(Some(number), |number| parents[number]).collect();
    parents.keys().map(|number| (*number, chain(*number))).collect()
}

/// The clubs' sizes as a reader of the files would count them: members of the club's local who now work at what it
/// covers.
fn club_sizes(union: &Union) -> BTreeMap<&str, usize> {
    let sorted = sorted(union);
    let chains = chains(union);
    let local: BTreeMap<&str, &str> = sorted.units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_deref()?))).collect();
    let mut covering: BTreeMap<OrgNumber, Vec<&str>> = BTreeMap::new();
    for (club, numbers) in &sorted.covers {
        numbers.iter().for_each(|number| covering.entry(*number).or_default().push(club));
    }
    let mut members: BTreeMap<&str, BTreeSet<&str>> = sorted.covers.keys().map(|club| (*club, BTreeSet::new())).collect();
    let today = date("2025-01-01");
    for employment in sorted.employments.iter().filter(|one| one.from <= today && one.to.is_none_or(|to| to >= today)) {
        for club in chains[&employment.workplace].iter().filter_map(|number| covering.get(number)).flatten() {
            if local[club] == sorted.members[employment.member.as_str()].local {
                members.get_mut(club).unwrap().insert(&employment.member);
            }
        }
    }
    members.into_iter().map(|(club, members)| (club, members.len())).collect()
}

#[test]
fn the_same_seed_gives_the_same_bytes_and_another_another() {
    let write = |seed| {
        let dir = tempfile::tempdir().unwrap();
        run(SeedArgs { scale: Scale::Demo, seed, out: dir.path().join("new") }).unwrap();
        [REGISTRY, ENHETER, UNDERENHETER, PERSONAS].map(|name| std::fs::read(dir.path().join("new").join(name)).unwrap())
    };
    let (once, again, other) = (write(1), write(1), write(2));
    assert!(once == again);
    assert!(once[0] != other[0]);
    assert_eq!(once[3], other[3], "personas are the same for every seed");

    let union = demo(1).unwrap();
    let text = |bytes: &[u8]| {
        let mut text = String::new();
        flate2::read::GzDecoder::new(bytes).read_to_string(&mut text).unwrap();
        text
    };
    let registry = text(&once[0]);
    let read: Vec<Line> = (1..).zip(registry.lines()).map(|(number, line)| registry::parse_line(number, line).unwrap()).collect();
    assert!(read == union.lines, "every line of the file parses back to what is in memory");
    let array = |bytes: &[u8]| serde_json::from_str::<Vec<serde_json::Value>>(&text(bytes)).unwrap();
    assert_eq!(array(&once[1]), union.employers.iter().map(|one| serde_json::to_value(one).unwrap()).collect::<Vec<_>>());
    assert_eq!(array(&once[2]), union.workplaces.iter().map(|one| serde_json::to_value(one).unwrap()).collect::<Vec<_>>());
}

#[test]
fn the_counts_are_the_plans() {
    for seed in [1, 2, 3] {
        let union = demo(seed).unwrap();
        let sorted = sorted(&union);
        let of = |kind| sorted.units.iter().filter(|unit| unit.kind == kind).count();
        let kinds = [UnitKind::Union, UnitKind::County, UnitKind::Local, UnitKind::Club, UnitKind::Advisory, UnitKind::Legal];
        assert_eq!(kinds.map(of), [1, 3, 12, 60, 1, 1]);
        assert_eq!((sorted.members.len(), union.workplaces.len(), sorted.mandates.len()), (5_000, 120, 110));
    }
}

/// Takes a gigabyte, and a minute without optimisation.
#[test]
#[ignore = "large: cargo test --release -p server seed -- --ignored"]
fn the_full_union_is_sound_too() {
    let union = generate(Scale::Full, 1).unwrap();
    let sorted = sorted(&union);
    assert_eq!((sorted.members.len(), union.workplaces.len(), sorted.mandates.len()), (400_000, 20_000, 19_000));
    let sizes = club_sizes(&union);
    assert_eq!(sizes.len(), 14_000);
    let (least, most) = (*sizes.values().min().unwrap(), *sizes.values().max().unwrap());
    assert!((3..=6).contains(&least) && (1_500..=1_800).contains(&most), "{least} {most}");
    nothing_rejected(union);
}

#[test]
fn the_checks_of_the_registry_find_nothing() {
    for seed in [1, 2, 3] {
        nothing_rejected(demo(seed).unwrap());
    }
}

fn nothing_rejected(union: Union) {
    let known: BTreeSet<OrgNumber> = chains(&union).into_keys().collect();
    assert_eq!(known.len(), union.employers.len() + union.workplaces.len());
    assert!(known.iter().all(|number| number.as_str().starts_with("31")));
    let lines: Vec<(u64, Line)> = (1..).zip(union.lines).collect();
    let around = registry::Around {
        offices: domain::org::Offices::standard(),
        accept: Accept::SyntheticOnly,
        today: date("2025-01-01"),
        known_employer: &|number| known.contains(number),
        standing: &registry::Standing::default(),
    };
    assert_eq!(registry::check(&lines, &around), []);
}

#[test]
fn the_shape_is_the_real_worlds() {
    for seed in [1, 2, 3] {
        let union = demo(seed).unwrap();
        let sorted = sorted(&union);
        let sizes = club_sizes(&union);
        let (least, most) = (*sizes.values().min().unwrap(), *sizes.values().max().unwrap());
        assert!((3..=6).contains(&least) && (200..=450).contains(&most), "{sizes:?}");

        let today = date("2025-01-01");
        let mut jobs: BTreeMap<&str, usize> = BTreeMap::new();
        for one in sorted.employments.iter().filter(|one| one.from <= today && one.to.is_none_or(|to| to >= today)) {
            *jobs.entry(&one.member).or_default() += 1;
        }
        let two = jobs.values().filter(|count| **count >= 2).count();
        assert!((350..=450).contains(&two), "8 % of 5,000 have two employments: {two}");
        assert!(sorted.employments.iter().any(|one| one.to.is_some_and(|to| to < today)));
        assert!(sorted.employments.iter().any(|one| one.from > date("2035-12-31")));

        let guarded = |member: &&&MemberLine| member.protection.is_some() || member.shielded == Some(true);
        let guarded: Vec<_> = sorted.members.values().filter(guarded).collect();
        assert_eq!(guarded.len(), 15, "0.3 %");
        assert!(guarded.iter().all(|member| member.protection.is_none() || member.street.is_none()));
        assert!(sorted.members.values().all(|member| member.helper.is_some() == guarded.iter().any(|one| one.id == member.id)));
        for member in &guarded {
            helped_by_somebody_near(&sorted, member);
        }
        for kind in MembershipKind::ALL {
            assert!(sorted.members.values().any(|member| member.kind == *kind), "{kind}");
        }
        assert!(sorted.members.values().any(|member| member.left.is_some()));
        assert!(sorted.members.values().any(|member| member.family_name.contains(['æ', 'ø', 'å', 'Æ', 'Ø', 'Å'])));
        assert!(sorted.members.values().any(|member| member.given_name == names::LONG.0));

        let window =
            |mandate: &&&MandateLine| (date("2025-01-01")..=date("2035-12-31")).contains(&mandate.to.unwrap_or(date("2199-01-01")));
        assert!(sorted.mandates.iter().filter(window).count() >= 5, "some expire");
        assert!(sorted.mandates.iter().filter(|mandate| mandate.to.is_some_and(|to| to < today)).count() >= 2, "some have ended");
        assert!(sorted.mandates.iter().filter(|mandate| mandate.from > date("2035-12-31")).count() >= 2, "some are to come");
    }
}

/// The helper holds an office all the time that the standard policy lets be named, in the member's local or at a centre,
/// and is not the leader of a club that the member works in.
fn helped_by_somebody_near(sorted: &Sorted<'_>, member: &MemberLine) {
    let helper = sorted.members[member.helper.as_deref().unwrap()];
    assert!(helper.protection.is_none() && helper.shielded.is_none() && helper.id != member.id);
    let standing = |mandate: &&&MandateLine| mandate.member == helper.id && mandate.to.is_none() && mandate.from <= date("2024-12-31");
    let mandate = sorted.mandates.iter().find(standing).unwrap();
    let may = domain::access::Policy::standard().powers(mandate.office);
    let named = may.iter().any(|power| power.class == domain::access::DataClass::MemberProtected);
    assert!(named, "{} may not be named", mandate.office);
    assert!(mandate.office == Office::ADVISER || helper.local == member.local);
    let works_there = |employer: &OrgNumber| sorted.employments.iter().any(|job| job.member == member.id && job.workplace == *employer);
    let leads = mandate.office == Office::CLUB_LEADER && sorted.covers[mandate.unit.as_str()].iter().any(works_there);
    assert!(!leads, "their own leader");
}

#[test]
fn no_telephone_is_anybodys() {
    let union = demo(1).unwrap();
    let sorted = sorted(&union);
    let phones: Vec<&str> = sorted.members.values().filter_map(|member| member.phone.as_deref()).collect();
    let units = sorted.units.iter().filter_map(|unit| unit.phone.as_deref());
    assert!(phones.len() > 4_000);
    for phone in phones.into_iter().chain(units) {
        assert!(phone.len() == 8 && phone.starts_with("01") && phone.bytes().all(|digit| digit.is_ascii_digit()), "{phone}");
    }
}

#[test]
fn employers_have_departments_and_locals_meet_there() {
    let union = demo(1).unwrap();
    let sorted = sorted(&union);
    let form = |number: &OrgNumber| {
        union.employers.iter().find(|one| one.organisasjonsnummer == *number).map(|one| one.organisasjonsform.kode.clone())
    };
    let granlia = union.workplaces.iter().find(|one| one.navn == "GRANLIA SYKEHJEM").unwrap();
    let chains = chains(&union);
    let above_granlia = &chains[&granlia.organisasjonsnummer];
    assert_eq!(above_granlia.iter().filter_map(form).collect::<Vec<_>>(), ["ORGL", "KOMM"], "municipality, department, workplace");

    let covered: BTreeSet<OrgNumber> = sorted.covers.values().flatten().copied().collect();
    let uncovered = union.workplaces.iter().filter(|one| !chains[&one.organisasjonsnummer].iter().any(|number| covered.contains(number)));
    assert_eq!(uncovered.count(), 6);

    // Somebody of two locals works at one workplace, and a club at a single workplace lies within another.
    let locals: BTreeSet<&str> = sorted
        .employments
        .iter()
        .filter(|one| one.workplace == granlia.organisasjonsnummer)
        .map(|one| sorted.members[one.member.as_str()].local.as_str())
        .collect();
    assert!(locals.len() >= 2);
    let parent: BTreeMap<&str, &str> = sorted.units.iter().filter_map(|unit| Some((unit.id.as_str(), unit.parent.as_deref()?))).collect();
    let nested =
        sorted.covers.iter().flat_map(|(club, numbers)| numbers.iter().map(move |number| (club, *number))).filter(|(club, number)| {
            union.workplaces.iter().any(|one| one.organisasjonsnummer == *number)
                && chains[number][1..].iter().any(|above| {
                    sorted
                        .covers
                        .iter()
                        .any(|(other, numbers)| other != *club && parent[other] == parent[**club] && numbers.contains(above))
                })
        });
    assert!(nested.count() >= 5);
    assert!(union.employers.iter().any(|one| one.konkurs) && union.employers.iter().any(|one| one.under_avvikling));
    assert!(
        union.workplaces.iter().any(|one| one.antall_ansatte.is_none()) && union.workplaces.iter().any(|one| one.dato_eierskifte.is_some())
    );
}

#[test]
fn personas_hold_what_they_say() {
    for seed in [1, 2] {
        let union = demo(seed).unwrap();
        let sorted = sorted(&union);
        let member = |key: &str| {
            let persona = union.persona(key).unwrap();
            assert!(persona.national_id.is_synthetic());
            sorted.members.values().find(|member| member.national_id == persona.national_id).copied()
        };
        let mandate = |key: &str| {
            let member = member(key).unwrap();
            assert_eq!(format!("{} {}", member.given_name, member.family_name), union.persona(key).unwrap().name);
            let held: Vec<&MandateLine> = sorted.mandates.iter().copied().filter(|one| one.member == member.id).collect();
            assert!(held.len() <= 1);
            held.first().copied()
        };
        let unit = |id: &str| *sorted.units.iter().find(|unit| unit.id == id).unwrap();
        let standing = |key: &str, office: Office, kind: UnitKind| {
            let one = mandate(key).unwrap();
            assert_eq!((one.office, unit(&one.unit).kind, one.to), (office, kind, None), "{key}");
            assert!(one.from <= date("2024-12-31"), "{key}");
            one
        };
        let (a, b) = (standing("leader-a", Office::CLUB_LEADER, UnitKind::Club), standing("leader-b", Office::CLUB_LEADER, UnitKind::Club));
        assert_ne!(a.unit, b.unit);
        assert_ne!(unit(&a.unit).parent, unit(&b.unit).parent, "of two locals");
        let chains = chains(&union);
        let employer = |club: &str| chains[&sorted.covers[club][0]].last();
        assert_eq!(employer(&a.unit), employer(&b.unit), "at one employer");

        let ptv = standing("ptv", Office::WORKPLACE_REP, UnitKind::Club);
        let granlia = union.workplaces.iter().find(|one| one.navn == "GRANLIA SYKEHJEM").unwrap().organisasjonsnummer;
        assert_eq!((ptv.workplace, &ptv.unit), (Some(granlia), &a.unit));
        assert!(sorted.employments.iter().any(|one| one.workplace == granlia && one.member == ptv.member));
        assert_eq!(standing("board", Office::CLUB_DEPUTY, UnitKind::Club).unit, a.unit);
        assert_eq!(standing("chief", Office::CHIEF_REP, UnitKind::Club).unit, a.unit);
        standing("officer", Office::LOCAL_LEADER, UnitKind::Local);
        for (key, office, kind) in [
            ("lawyer", Office::LAWYER, UnitKind::Legal),
            ("adviser", Office::ADVISER, UnitKind::Advisory),
            ("admin", Office::ADMIN, UnitKind::Union),
            ("dpo", Office::DATA_PROTECTION, UnitKind::Union),
            ("union", Office::UNION_LEADER, UnitKind::Union),
            ("clerk", Office::REGISTRY_CLERK, UnitKind::Union),
        ] {
            standing(key, office, kind);
            assert_eq!(member(key).unwrap().kind, MembershipKind::Staff);
        }
        assert!(mandate("ended").unwrap().to.unwrap() < date("2025-01-01"));
        assert!(mandate("future").unwrap().from > date("2035-12-31"));
        assert_eq!(mandate("none"), None);
        assert_eq!(member("stranger"), None);
        let helped = |key: &str| sorted.members.values().filter(|one| one.helper.as_ref() == member(key).map(|own| &own.id)).count();
        assert!((1..=3).contains(&helped("adviser")));
        for key in ["ptv", "leader-a", "leader-b", "officer", "board", "chief", "lawyer", "union"] {
            assert_eq!(helped(key), 0, "{key}");
        }
        assert_eq!(union.personas.len(), 16);
        let ids: BTreeSet<_> = union.personas.iter().map(|persona| &persona.national_id).collect();
        assert_eq!(ids.len(), 16);
        let names: BTreeSet<_> = union.personas.iter().map(|persona| &persona.name).collect();
        assert_eq!(names.len(), 16, "one is chosen by name");
    }
}
