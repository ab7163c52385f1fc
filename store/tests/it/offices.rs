//! Offices that a union adds or changes: taken by the import, without rights until they are given some, and never lost.

use std::collections::BTreeMap;

use domain::access::Policy;
use domain::org::{Office, OfficeNames, Shortfall, UnitKind};
use domain::registry::Reason;
use domain::settings::{At, OfficeTyped, Proposed, Step, Wrong};
use domain::{Code, Lang};
use store::registry::Outcome;
use store::settings::Published;
use store::{StoreError, Viewer};

use crate::cases::key;
use crate::scope::unit_ids;
use crate::settings::{check, peopled, propose, publish, truth, union};
use crate::union::Union;
use crate::world::{World, both};

fn safety() -> Office {
    "VERNEOMBUD".parse().unwrap()
}

/// What somebody types of the office.
fn typed() -> OfficeTyped {
    OfficeTyped {
        code: "VERNEOMBUD".to_owned(),
        names: OfficeNames { nb: "verneombud".to_owned(), nn: "verneombod".to_owned(), en: "safety representative".to_owned() },
        held_at: vec!["club".to_owned()],
        ..OfficeTyped::default()
    }
}

/// The union of the settings, and somebody who holds the office in C1.
fn with_safety() -> Union {
    let mut union = union();
    union.member("safe", "L1");
    union.works("safe", 11);
    union.holds("safe", safety(), "C1");
    union
}

/// Types, looks and puts in force.
async fn put(world: &World, viewer: &Viewer, office: Option<Office>, typed: OfficeTyped) -> i32 {
    let base = world.store.policy().await.unwrap().version;
    assert_eq!(world.store.keep_office(viewer, office, base, typed).await.unwrap(), Step::Check);
    let what = office.map_or(Proposed::NewOffice, Proposed::Facts);
    match publish(world, viewer, what, key(), "Vi har vervet").await {
        Published::Version(version) => version,
        other => panic!("{other:?}"),
    }
}

async fn refused(world: &World, union: &Union) -> Vec<Reason> {
    match world.try_import(union, false).await {
        Outcome::Rejected(rejected) => rejected.into_iter().map(|rejected| rejected.reason).collect(),
        other => panic!("{other:?}"),
    }
}

both! {
    async fn an_added_office_is_taken_and_gives_nothing_before_it_is_given_something(world: World) {
        let (admin, _, dpo) = peopled(&world).await;
        let union = with_safety();
        let unknown = [Reason::UnknownOffice { office: "VERNEOMBUD".to_owned() }];
        assert_eq!(refused(&world, &union).await, unknown);
        assert_eq!(world.store.keep_office(&admin, None, 0, typed()).await.unwrap(), Step::Check);
        assert_eq!(refused(&world, &union).await, unknown, "nothing holds before it is put in force");
        assert_eq!(put(&world, &admin, None, typed()).await, 1);
        world.import(&union).await;

        let safe = world.viewer("safe").await;
        assert_eq!((safe.offices().name(Lang::Nn, &safety()), truth(&world, "safe").await.members), ("verneombod", 0));
        let what = propose(&world, &admin, safety(), |rights| {
            rights.insert("member.basics".to_owned(), vec!["see/unit".to_owned()]);
        })
        .await;
        let check = check(&world, &admin, what).await;
        assert_eq!((check.dry_run.offices[0].office, check.dry_run.offices[0].holders), (safety(), 1));
        assert_eq!(truth(&world, "safe").await.members, 0);
        assert_eq!(publish(&world, &admin, what, key(), "Må kjenne dem").await, Published::Version(2));
        assert_eq!(truth(&world, "safe").await.members, 5);

        // Another name, in force from the next request, with the rights as they were.
        let names = OfficeNames { nb: "lokalt verneombud".to_owned(), ..typed().names };
        put(&world, &admin, Some(safety()), OfficeTyped { names, ..typed() }).await;
        let safe = world.viewer("safe").await;
        assert_eq!((safe.offices().name(Lang::Nb, &safety()), truth(&world, "safe").await.members), ("lokalt verneombud", 5));

        // The data protection officer reads what was done.
        let versions = world.store.policy_versions(&dpo).await.unwrap();
        assert_eq!(versions.rows.iter().map(|row| row.changes).collect::<Vec<_>>(), [1, 1, 1, 0]);
        let added = world.store.policy_version(&dpo, 1).await.unwrap().changes;
        assert_eq!((added.rights, added.offices.len(), added.offices[0].before.clone()), (vec![], 1, None));
        let renamed = world.store.policy_version(&dpo, 3).await.unwrap().changes;
        assert_eq!(renamed.offices[0].before.as_ref().unwrap().names.nb, "verneombud");
    }

    async fn what_was_added_stays_whatever_is_brought_back(world: World) {
        let (admin, ..) = peopled(&world).await;
        put(&world, &admin, None, typed()).await;
        world.import(&with_safety()).await;
        let what = propose(&world, &admin, safety(), |rights| {
            rights.insert("mandates".to_owned(), vec!["see/unit".to_owned()]);
        })
        .await;
        publish(&world, &admin, what, key(), "Vet hvem").await;
        assert_eq!(publish(&world, &admin, Proposed::Version(0), key(), "Tilbake").await, Published::Version(3));
        let policy = world.store.policy().await.unwrap();
        assert!(policy.powers(safety()).is_empty() && policy.offices().get(safety()).is_some());
        world.import(&with_safety()).await;
        world.viewer("safe").await;
        // Nor does somebody at the machine lose it, with a table of offices or without.
        let empty = "office;held_at;single;agreement;nb;nn;en\n";
        for offices in [None, Some(empty)] {
            world.store.set_policy(Policy::standard_text(), offices, "klar policy set", "Fra maskinen").await.unwrap();
            assert_eq!(world.store.policy().await.unwrap().offices().held_at(safety()), [UnitKind::Club]);
        }
        // Another node reads the same.
        let other = store::Store::open(world.options.clone()).await.unwrap();
        assert_eq!(*other.policy().await.unwrap(), *world.store.policy().await.unwrap());
    }

    async fn where_it_is_held_and_by_how_many_is_what_the_office_says(world: World) {
        let (admin, ..) = peopled(&world).await;
        put(&world, &admin, None, OfficeTyped { held_at: vec!["local".to_owned()], single: true, ..typed() }).await;
        let mut union = with_safety();
        assert_eq!(refused(&world, &union).await, [Reason::OfficeNotHeldHere { office: safety(), kind: UnitKind::Club }]);
        union.mandates.last_mut().unwrap().unit = "L1".to_owned();
        union.member("second", "L1");
        union.holds("second", safety(), "L1");
        assert_eq!(refused(&world, &union).await, [Reason::SecondHolder { office: safety() }]);
        put(&world, &admin, Some(safety()), OfficeTyped { held_at: vec!["local".to_owned()], ..typed() }).await;
        world.import(&union).await;
    }

    async fn who_represents_members_is_asked_of_the_offices_at_once(world: World) {
        let (admin, ..) = peopled(&world).await;
        let missing = async || {
            let (officer, id) = (world.viewer("officer").await, unit_ids(&world).await["L1"]);
            let mut totals = [0; 2];
            for (total, kind) in totals.iter_mut().zip([Shortfall::NoRepresentative, Shortfall::NotNotified]) {
                *total = world.store.shortfalls(&officer, id, kind, None).await.unwrap().total;
            }
            totals
        };
        assert_eq!(missing().await, [0, 2]);
        for office in [Office::WORKPLACE_REP, Office::CLUB_LEADER] {
            let now = world.store.edit_office(&admin, Some(office)).await.unwrap().typed.office;
            put(&world, &admin, Some(office), OfficeTyped { of_agreement: false, ..now }).await;
        }
        assert_eq!(missing().await, [2, 0], "two workplaces that nobody stands for, and nobody to tell the employer of");
        let tables = ["access_log", "sessions", "drafts", "counters"];
        let before = world.contents(&tables).await;
        world.import(&union()).await;
        assert_eq!(world.contents(&tables).await, before, "an import comes to the same");
        assert_eq!(publish(&world, &admin, Proposed::Version(0), key(), "Tilbake").await, Published::Version(3));
        assert_eq!(missing().await, [0, 2]);
    }

    async fn what_is_wrong_is_kept_in_the_form_and_never_put_in_force(world: World) {
        let (admin, second, _) = peopled(&world).await;
        let wrong = OfficeTyped { code: "Vernøy".to_owned(), held_at: Vec::new(), ..typed() };
        assert_eq!(world.store.keep_office(&admin, None, 0, wrong.clone()).await.unwrap(), Step::Office);
        let form = world.store.edit_office(&admin, None).await.unwrap();
        assert_eq!((form.begun, form.typed.office), (true, wrong));
        assert_eq!(form.wrong, [(At::OfficeCode, Wrong::NotACode), (At::HeldAt, Wrong::Nowhere)]);
        assert_eq!(publish(&world, &admin, Proposed::NewOffice, key(), "x").await, Published::Refused(Step::Office));
        let club = OfficeTyped { held_at: vec!["club".to_owned()], ..world.store.edit_office(&admin, Some(Office::ADMIN)).await.unwrap().typed.office };
        assert_eq!(world.store.keep_office(&admin, Some(Office::ADMIN), 0, club).await.unwrap(), Step::Office);
        assert_eq!(world.count("policies").await, 0);

        // Of two who add the same, the second is told.
        for viewer in [&admin, &second] {
            assert_eq!(world.store.keep_office(viewer, None, 0, typed()).await.unwrap(), Step::Check);
        }
        let one = key();
        for _ in 0..2 {
            assert_eq!(world.store.publish(&admin, Proposed::NewOffice, one, 0, "En gang").await.unwrap(), Published::Version(1));
        }
        let late = world.store.publish(&second, Proposed::NewOffice, key(), 0, "Jeg også").await.unwrap();
        assert_eq!(late, Published::Refused(Step::Office));
        let form = world.store.edit_office(&second, None).await.unwrap();
        assert_eq!((form.typed.office, form.wrong), (typed(), vec![(At::OfficeCode, Wrong::Text(Code::Taken))]));
        assert_eq!(world.count("policies").await, 1);

        // What is no office has no form.
        let none: Office = "FINNES_IKKE".parse().unwrap();
        let not_found = |error: Option<StoreError>| assert!(matches!(error, Some(StoreError::NotFound)), "{error:?}");
        not_found(world.store.edit_rights(&admin, none).await.err());
        not_found(world.store.keep_rights(&admin, none, 1, BTreeMap::new()).await.err());
        not_found(world.store.edit_office(&admin, Some(none)).await.err());
        not_found(world.store.keep_office(&admin, Some(none), 1, typed()).await.err());
        for what in [Proposed::Office(none), Proposed::Facts(none)] {
            not_found(world.store.check_change(&admin, what, String::new()).await.err());
            not_found(world.store.publish(&admin, what, key(), 1, "x").await.err());
        }
    }
}
