//! The member list beyond the search: filters, named filters, files, and the limit on how many lists one may have.

use std::collections::BTreeSet;

use domain::access::Policy;
use domain::access_log::{LogFilter, LookedAt, Rule};
use domain::members::{EXPORT_ROWS, ExportOrder, ExportPurpose, MemberFilter, SearchLimits, SheetKind, Since};
use domain::org::Office;
use domain::registry::{Protection, Section, TariffArea};
use domain::{Code, Field};
use sea_orm::ConnectionTrait;
use store::{Store, StoreError, Viewer};

use crate::cases::key;
use crate::search::all_members;
use crate::union::{Union, in_days, org};
use crate::world::{World, both};

/// The keys of the members that a filter finds.
async fn found(world: &World, viewer: &Viewer, filter: MemberFilter) -> Vec<String> {
    let (total, rows) = all_members(world, viewer, filter).await;
    assert_eq!(total, rows.len() as u64);
    let mut keys: Vec<String> = rows.into_iter().map(|row| row.name.strip_prefix("Kari ").unwrap().to_owned()).collect();
    keys.sort();
    keys
}

fn position(words: &str) -> MemberFilter {
    MemberFilter { position: words.to_owned(), ..MemberFilter::default() }
}

fn order(contact: bool) -> ExportOrder {
    ExportOrder { purpose: ExportPurpose::Election, why: "Valget i mars".to_owned(), kind: SheetKind::Csv, contact }
}

fn narrow(union: &mut Union, key: &str, workplace: u32) {
    let holder = union.member(key, "L1").id.clone();
    union.holds(&holder, Office::WORKPLACE_REP, "C1").workplace = Some(org(workplace));
}

both! {
    async fn a_word_of_the_position_begins_so(world: World) {
        let mut union = Union::small();
        for (key, title) in [
            ("a", "Sykepleier"),
            ("b", "Spesialsykepleier"),
            ("c", "Vikar, sykepleier"),
            ("d", "ØKONOM"),
            ("e", "Natt-vakt 100%"),
            ("f", "Helse_fag\\arbeider"),
        ] {
            union.member(key, "L1");
            title.clone_into(&mut union.works(key, 11).title);
        }
        world.import(&union).await;
        let leader = world.viewer("leader").await;
        for (typed, keys) in [
            ("sykepleier", &["a", "c"][..]),
            ("SYKE", &["a", "c"]),
            ("spesial", &["b"]),
            ("pleier", &[]),
            ("økonom", &["d"]),
            ("Økonom", &["d"]),
            ("vakt 100%", &["e"]),
            ("vakt", &["e"]),
            ("%", &[]),
            ("_", &[]),
            ("helse_", &["f"]),
            ("helse%fag", &[]),
            ("helse_fag\\a", &["f"]),
            ("\\", &[]),
            ("' OR 1=1 --", &[]),
            ("🎉", &[]),
        ] {
            assert_eq!(found(&world, &leader, position(typed)).await, keys, "{typed}");
        }
        for long in ["a".repeat(5_000), "%".repeat(5_000), "\\".repeat(5_000)] {
            assert!(found(&world, &leader, position(&long)).await.is_empty());
        }
    }

    async fn nobody_is_found_by_a_job_that_is_not_shown(world: World) {
        let mut union = Union::small();
        narrow(&mut union, "narrow", 12);
        // m2 works at 12, and at 11 and 21 as something else and under another agreement.
        for workplace in [11, 21] {
            let line = union.works("m2", workplace);
            "Hemmelig yrke".clone_into(&mut line.title);
            line.tariff_area = Some(TariffArea::Virke);
        }
        world.import(&union).await;
        let hidden = [
            position("hemmelig"),
            MemberFilter { area: Some(TariffArea::Virke), ..MemberFilter::default() },
            MemberFilter { workplace: Some(org(11)), ..position("hemmelig") },
            MemberFilter { workplace: Some(org(12)), ..position("hemmelig") },
            MemberFilter { workplace: Some(org(21)), ..MemberFilter::default() },
        ];
        let narrow = world.viewer("narrow").await;
        assert!(found(&world, &narrow, MemberFilter::default()).await.contains(&"m2".to_owned()));
        for filter in hidden {
            assert_eq!(found(&world, &narrow, filter.clone()).await, [""; 0], "{filter:?}");
        }
        // The leader of the club sees the job at 11, the leader of the local all three; and both that it is not at 12.
        let (leader, officer) = (world.viewer("leader").await, world.viewer("officer").await);
        for viewer in [&leader, &officer] {
            assert_eq!(found(&world, viewer, position("hemmelig")).await, ["m2"]);
            assert_eq!(found(&world, viewer, MemberFilter { workplace: Some(org(12)), ..position("hemmelig") }).await, [""; 0]);
        }
        assert_eq!(found(&world, &officer, MemberFilter { workplace: Some(org(21)), ..position("hemmelig") }).await, ["m2"]);
        assert_eq!(found(&world, &leader, MemberFilter { workplace: Some(org(21)), ..position("hemmelig") }).await, [""; 0]);
    }

    async fn who_has_no_contact_is_told_to_those_who_may_see_contact(world: World) {
        let mut union = Union::small();
        union.change("m1").phone = Some("40000001".to_owned());
        union.change("m2").email = Some("m2@example.com".to_owned());
        union.change("leader").phone = Some("40000002".to_owned());
        // A treasurer sees no contact; as a representative of C2 the same person sees it there.
        union.member("both", "L2");
        union.works("both", 21);
        union.holds("both", Office::TREASURER, "L1");
        union.holds("both", Office::WORKPLACE_REP, "C2");
        union.holds("m3", Office::TREASURER, "L1");
        world.import(&union).await;
        let without = || MemberFilter { without_contact: true, ..MemberFilter::default() };
        assert_eq!(found(&world, &world.viewer("leader").await, without()).await, ["rep"]);
        assert_eq!(found(&world, &world.viewer("officer").await, without()).await, ["officer", "rep"]);
        assert_eq!(found(&world, &world.viewer("m3").await, without()).await, [""; 0], "no contact, no answer");
        let both = world.viewer("both").await;
        assert!(found(&world, &both, MemberFilter::default()).await.contains(&"rep".to_owned()));
        assert_eq!(found(&world, &both, without()).await, ["both", "m3", "outsider"], "C2 only");
    }

    async fn sections_and_new_members_by_day(world: World) {
        let mut union = Union::small();
        for (key, days) in [("m1", -7), ("m2", -8), ("leader", -30), ("rep", -31)] {
            union.change(key).joined = in_days(days);
        }
        union.change("m1").section = Some(Section::HealthSocial);
        union.change("m2").section = Some(Section::TransportTechnical);
        world.import(&union).await;
        let leader = world.viewer("leader").await;
        let since = |since| MemberFilter { since: Some(since), ..MemberFilter::default() };
        assert_eq!(found(&world, &leader, since(Since::Week)).await, ["m1"]);
        assert_eq!(found(&world, &leader, since(Since::Month)).await, ["leader", "m1", "m2"]);
        assert_eq!(found(&world, &leader, since(Since::Quarter)).await, ["leader", "m1", "m2", "rep"]);
        let section = |section| MemberFilter { section: Some(section), ..MemberFilter::default() };
        assert_eq!(found(&world, &leader, section(Section::HealthSocial)).await, ["m1"]);
        assert_eq!(found(&world, &leader, MemberFilter { since: Some(Since::Week), ..section(Section::TransportTechnical) }).await, [""; 0]);
        assert_eq!(found(&world, &leader, MemberFilter { query: "m".to_owned(), ..since(Since::Month) }).await, ["m1", "m2"], "and words");
    }

    async fn a_segment_is_a_filter_with_the_rights_of_the_day(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let filter = MemberFilter { workplace: Some(org(12)), query: "Kari".to_owned(), ..MemberFilter::default() };
        world.store.save_segment(&rep, key(), "f", "De på tolv".to_owned(), &filter).await.unwrap();
        let saved = world.store.segments(&rep).await.unwrap().remove(0);
        assert_eq!((saved.name.as_str(), saved.version, saved.narrowing.as_str()), ("De på tolv", 1, format!("arbeidsplass={}", org(12)).as_str()));
        let applied = || MemberFilter::read(String::new(), &saved.narrowing);
        assert_eq!(found(&world, &rep, applied()).await, ["leader", "m2"]);
        // Next day somebody has moved there, and the mandate is for another workplace: the segment is as it was.
        union.works("m1", 12);
        world.import(&union).await;
        assert_eq!(found(&world, &rep, applied()).await, ["leader", "m1", "m2"]);
        union.mandates.iter_mut().find(|line| line.member == "rep").unwrap().workplace = Some(org(11));
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        assert_eq!(found(&world, &rep, applied()).await, [""; 0]);
        assert_eq!(world.store.segments(&rep).await.unwrap().len(), 1);
    }

    async fn segments_are_ones_own_and_their_names_differ(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let filter = |since| MemberFilter { since: Some(since), ..MemberFilter::default() };
        let save = async |viewer: &Viewer, key, name: &str, since| {
            world.store.save_segment(viewer, key, "f", name.to_owned(), &filter(since)).await
        };
        let once = key();
        for _ in 0..2 {
            save(&rep, once, "Nye på natt", Since::Week).await.unwrap();
        }
        save(&leader, once, "Nye på natt", Since::Year).await.unwrap();
        assert_eq!(world.count("member_segments").await, 2, "the same key again saves nothing more, and is each person's own");
        let refused = |answer: Result<(), StoreError>| match answer {
            Err(StoreError::Invalid(errors)) => errors.of(Field::SegmentName),
            other => panic!("{other:?}"),
        };
        assert_eq!(refused(save(&rep, key(), "NYE PÅ NATT", Since::Month).await), Some(Code::Taken));
        save(&rep, key(), "Åse sine", Since::Month).await.unwrap();
        let names = async |viewer: &Viewer| {
            world.store.segments(viewer).await.unwrap().into_iter().map(|one| (one.name, one.narrowing)).collect::<Vec<_>>()
        };
        let own = names(&rep).await;
        assert_eq!(own, [("Nye på natt".to_owned(), "ny=7".to_owned()), ("Åse sine".to_owned(), "ny=30".to_owned())]);
        // Renaming: one's own, as one saw it, and not to another's name.
        let [natt, ase] = world.store.segments(&rep).await.unwrap().try_into().unwrap();
        let rename = async |viewer: &Viewer, id, version, name: &str| world.store.rename_segment(viewer, id, version, "f", name.to_owned()).await;
        assert!(matches!(rename(&leader, natt.id, 1, "Tatt").await, Err(StoreError::NotFound)));
        assert_eq!(refused(rename(&rep, ase.id, 1, "nye på natt").await), Some(Code::Taken));
        rename(&rep, natt.id, 1, "NYE på natt").await.unwrap();
        assert!(matches!(rename(&rep, natt.id, 1, "Enda et navn").await, Err(StoreError::Conflict)));
        rename(&rep, natt.id, 1, "NYE på natt").await.unwrap();
        // Removing: somebody else's is not there, and stays.
        world.store.remove_segment(&leader, natt.id, 2).await.unwrap();
        assert!(matches!(world.store.remove_segment(&rep, natt.id, 1).await, Err(StoreError::Conflict)));
        assert_eq!(names(&rep).await.len(), 2);
        for _ in 0..2 {
            world.store.remove_segment(&rep, natt.id, 2).await.unwrap();
        }
        assert_eq!(names(&rep).await.len(), 1);
        assert_eq!(names(&leader).await, [("Nye på natt".to_owned(), "ny=365".to_owned())]);
    }

    async fn fifty_segments_and_no_more_and_none_without_members(world: World) {
        let mut union = Union::small();
        union.holds("m3", Office::YOUTH, "L2");
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        let filter = MemberFilter { since: Some(Since::Week), ..MemberFilter::default() };
        for n in 0..50 {
            world.store.save_segment(&rep, key(), "f", format!("Utvalg {n}"), &filter).await.unwrap();
        }
        match world.store.save_segment(&rep, key(), "f", "Ett til".to_owned(), &filter).await {
            Err(StoreError::Invalid(errors)) => assert_eq!(errors.of(Field::SegmentName), Some(Code::TooMany { max: 50 })),
            other => panic!("{other:?}"),
        }
        let before = world.contents(&["access_log", "sessions"]).await;
        let youth = world.viewer("m3").await;
        assert!(matches!(world.store.save_segment(&youth, key(), "f", "Ett".to_owned(), &filter).await, Err(StoreError::Forbidden)));
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
    }

    async fn only_those_with_the_right_take_members_out_and_only_those_it_reaches(world: World) {
        let mut union = Union::small();
        for key in ["m1", "m2", "m3", "leader", "rep", "officer", "outsider"] {
            union.change(key).phone = Some(format!("4{key}"));
        }
        // Leader of C1, who as treasurer of L2 also sees its members, and m2's job there.
        union.holds("leader", Office::TREASURER, "L2");
        union.works("m2", 21);
        union.holds("m3", Office::YOUTH, "L2");
        world.import(&union).await;
        let export = async |who: &str, contact| world.store.export_members(&world.viewer(who).await, &MemberFilter::default(), order(contact)).await;
        let before = world.store.log_size().await.unwrap();
        assert!(matches!(export("rep", false).await, Err(StoreError::Forbidden)));
        assert!(matches!(export("outsider", true).await, Err(StoreError::Forbidden)));
        assert!(matches!(export("m3", false).await, Err(StoreError::NotFound)), "who sees nobody");
        assert_eq!(world.store.log_size().await.unwrap(), before, "what is refused is no look");
        let leader = world.viewer("leader").await;
        assert_eq!(all_members(&world, &leader, MemberFilter::default()).await.0, 6, "C1's four, and L2's two as treasurer");
        let file = export("leader", true).await.unwrap();
        let told: Vec<_> = file.rows.iter().map(|row| (row.name.as_str(), row.phone.as_deref().unwrap(), row.jobs.len())).collect();
        assert_eq!(told, [("Kari leader", "4leader", 1), ("Kari m1", "4m1", 1), ("Kari m2", "4m2", 1), ("Kari rep", "4rep", 1)]);
        assert_eq!((file.made_by.as_str(), file.made_at, file.contact), ("Kari leader", world.clock.now(), true));
        let file = export("leader", false).await.unwrap();
        assert!(!file.contact && file.rows.iter().all(|row| row.phone.is_none() && row.email.is_none()));
        // Basics without contact: the columns are not there, whatever is asked for.
        let without = Policy::standard_text().replace("KLUBBLEDER KLUBBNESTLEDER;member.basics member.contact;see export;unit;", "KLUBBLEDER KLUBBNESTLEDER;member.contact;see;unit;Kontakt.\nKLUBBLEDER KLUBBNESTLEDER;member.basics;see export;unit;");
        world.store.set_policy(&without, None, "prøven", "Uten kontakt").await.unwrap();
        let file = export("leader", true).await.unwrap();
        assert!(!file.contact && file.rows.len() == 4 && file.rows.iter().all(|row| row.phone.is_none()));
    }

    async fn protected_members_are_in_no_file_whatever_the_policy_says(world: World) {
        let mut union = Union::small();
        for (key, graded) in [("m1", true), ("m2", false)] {
            let line = union.change(key);
            line.helper = Some("leader".to_owned());
            if graded { line.protection = Some(Protection::StrictlyConfidential) } else { line.shielded = Some(true) }
        }
        world.import(&union).await;
        let policy = format!("{}KLUBBLEDER;member.protected;export;named;En regel som ikke skulle vært der.\n", Policy::standard_text());
        world.store.set_policy(&policy, None, "prøven", "For vid").await.unwrap();
        let leader = world.viewer("leader").await;
        assert_eq!(found(&world, &leader, MemberFilter::default()).await, ["leader", "m1", "m2", "rep"], "the helper sees them in the list");
        let file = world.store.export_members(&leader, &MemberFilter::default(), order(true)).await.unwrap();
        let names: BTreeSet<&str> = file.rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, BTreeSet::from(["Kari leader", "Kari rep"]));
        assert_eq!(world.store.exportable(&leader, &MemberFilter::default()).await.unwrap(), 2);
    }

    async fn a_file_is_logged_with_its_purpose_sealed(world: World) {
        let mut union = Union::small();
        union.member("dpo", "L2");
        union.holds("dpo", Office::DATA_PROTECTION, "F");
        world.import(&union).await;
        let leader = world.viewer("leader").await;
        let filter = MemberFilter { query: "m".to_owned(), workplace: Some(org(12)), ..MemberFilter::default() };
        let mut asked = order(true);
        "Kanarifugl formål".clone_into(&mut asked.why);
        let file = world.store.export_members(&leader, &filter, asked).await.unwrap();
        assert_eq!(file.rows.len(), 1);
        assert_eq!(world.logged("SELECT action || ' ' || subject_kind FROM access_log").await, ["export member_list"]);
        assert!(!world.holds(b"Kanarifugl").await, "the purpose lies readable nowhere");
        let rows = world.store.access_log(&world.viewer("dpo").await, &LogFilter::default()).await.unwrap().rows;
        let row = rows.iter().find(|row| row.what == LookedAt::MembersTakenOut).unwrap();
        assert_eq!((row.by.member_no.as_str(), row.found, row.words.as_str()), ("leader", Some(1), "m"));
        assert_eq!(row.purpose, Some(("election".to_owned(), "Kanarifugl formål".to_owned())));
        // Without the log there is no file.
        let gone = if world.on_sqlite() { "DROP TABLE access_log_details; DROP TABLE access_log" } else { "DROP TABLE access_log CASCADE" };
        world.log.execute_unprepared(gone).await.unwrap();
        assert!(matches!(world.store.export_members(&leader, &filter, order(false)).await, Err(StoreError::Log(_) | StoreError::Database(_))));
    }

    async fn a_file_has_an_end(world: World) {
        let mut union = Union::small();
        for n in 0..EXPORT_ROWS - 3 {
            let key = format!("x{n}");
            union.member(&key, "L1");
            union.works(&key, if n < 5 { 12 } else { 11 });
        }
        world.import(&union).await;
        let leader = world.viewer("leader").await;
        let all = MemberFilter::default();
        assert_eq!(world.store.exportable(&leader, &all).await.unwrap(), EXPORT_ROWS + 1);
        assert!(matches!(world.store.export_members(&leader, &all, order(false)).await, Err(StoreError::Invalid(_))));
        let fewer = MemberFilter { workplace: Some(org(11)), ..MemberFilter::default() };
        let file = world.store.export_members(&leader, &fewer, order(false)).await.unwrap();
        let (_, rows) = all_members(&world, &leader, fewer).await;
        let listed: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(file.rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), listed, "the same, in the order of the list");
        let nobody = MemberFilter { query: "qqq".to_owned(), ..MemberFilter::default() };
        assert!(matches!(world.store.export_members(&leader, &nobody, order(false)).await, Err(StoreError::Invalid(_))));
    }

    async fn too_many_searches_are_stopped_on_every_node_and_told_to_the_officer(world: World) {
        let mut union = Union::small();
        union.member("dpo", "L2");
        union.holds("dpo", Office::DATA_PROTECTION, "F");
        world.import(&union).await;
        let other_node = Store::open(world.options.clone()).await.unwrap();
        let limits = SearchLimits { per_minute: 10, per_day: 25 };
        for node in [&world.store, &other_node] {
            node.limit_searches(limits);
        }
        let search = async |node: &Store, who: &Viewer, n: usize| {
            // A hit, a miss, and somebody out of reach: all count, and all are stopped alike.
            let query = ["rep", "qqq", "m3"][n % 3].to_owned();
            node.members(who, &MemberFilter { query, ..MemberFilter::default() }).await.map(|page| page.total)
        };
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        for n in 0..10 {
            search(if n % 2 == 0 { &world.store } else { &other_node }, &rep, n).await.unwrap();
        }
        let again = world.clock.now().plus_seconds(60);
        for n in 0..6 {
            let node = if n % 2 == 0 { &world.store } else { &other_node };
            let answer = search(node, &rep, n).await;
            assert!(matches!(answer, Err(StoreError::TooManySearches(at)) if at == again), "{answer:?}");
        }
        search(&world.store, &leader, 0).await.unwrap();
        // Refused once on each node, and then without a word: a robot does not fill the log.
        let told = world.logged("SELECT action FROM access_log WHERE subject_kind = 'member_list'").await;
        assert_eq!(told, ["stop", "stop"]);
        // Cards are open all the same. A minute later there is room again, until the day is full.
        world.store.member(&rep, world.member_id("m1").await).await.unwrap();
        let mut minutes = 0;
        let mut done = 10;
        while done < 25 {
            world.clock.advance_seconds(60);
            minutes += 1;
            while done < 25 && search(&other_node, &rep, done).await.is_ok() {
                done += 1;
            }
        }
        assert_eq!((done, minutes), (25, 2), "ten in the second minute, five in the third");
        world.clock.advance_seconds(3_600);
        for node in [&world.store, &other_node] {
            let answer = search(node, &rep, 0).await;
            let Err(StoreError::TooManySearches(again)) = answer else { panic!("{answer:?}") };
            assert_eq!(again.in_oslo(), (in_days(1), 0, 0), "tomorrow");
        }
        // The program started anew has forgotten nothing.
        let restarted = Store::open(world.options.clone()).await.unwrap();
        restarted.limit_searches(limits);
        assert!(matches!(search(&restarted, &rep, 0).await, Err(StoreError::TooManySearches(_))));
        let dpo = world.viewer("dpo").await;
        let page = world.store.access_log(&dpo, &LogFilter::default()).await.unwrap();
        let first = page.unusual.first().unwrap();
        assert_eq!((first.rule, first.person.member_no.as_str()), (Rule::Stopped, "rep"));
        assert!(page.rows.iter().any(|row| row.what == LookedAt::SearchStopped));
        world.clock.advance_seconds(24 * 3_600);
        search(&world.store, &world.viewer("rep").await, 0).await.unwrap();
    }

    async fn many_at_once_are_not_more_than_the_limit(world: World) {
        world.import(&Union::small()).await;
        world.store.limit_searches(SearchLimits { per_minute: 20, per_day: 100 });
        let leader = world.viewer("leader").await;
        let tasks: Vec<_> = (0..60)
            .map(|n| {
                let (store, leader) = (world.store.clone(), leader.clone());
                tokio::spawn(async move {
                    let filter = MemberFilter { query: "m".to_owned(), ..MemberFilter::default() };
                    if n % 5 == 0 { store.export_members(&leader, &filter, order(false)).await.is_ok() } else { store.members(&leader, &filter).await.is_ok() }
                })
            })
            .collect();
        let mut shown = 0;
        for task in tasks {
            shown += usize::from(task.await.unwrap());
        }
        assert_eq!(shown, 20);
    }
}

/// An import that holds the database's lock does not stop a search from being counted.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_search_does_not_wait_for_the_writer_of_the_database() {
    let world = World::sqlite().await;
    world.import(&Union::small()).await;
    let rep = world.viewer("rep").await;
    world.raw.execute_unprepared("BEGIN IMMEDIATE").await.unwrap();
    let page = world.store.members(&rep, &MemberFilter::default()).await.unwrap();
    assert_eq!(page.total, 4);
    world.raw.execute_unprepared("ROLLBACK").await.unwrap();
}
