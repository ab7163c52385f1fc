//! The member list: what a search finds, in which order, and one page after the other.

use std::collections::BTreeSet;

use domain::members::{MemberCursor, MemberFilter, MemberRow};
use domain::org::Office;
use domain::{MemberId, text};
use store::{Store, Viewer};

use crate::union::{Union, in_days, org};
use crate::world::{World, both};

/// Every row of a list, page by page, with the total that each page tells.
pub(crate) async fn all_members(world: &World, viewer: &Viewer, filter: MemberFilter) -> (u64, Vec<MemberRow>) {
    let members = all_in(&world.store, viewer, filter.clone()).await;
    let as_many = all_in(&world.store.clone().with_many(0), viewer, filter).await;
    assert_eq!(members, as_many, "whoever reaches many finds others");
    members
}

async fn all_in(store: &Store, viewer: &Viewer, mut filter: MemberFilter) -> (u64, Vec<MemberRow>) {
    let mut rows: Vec<MemberRow> = Vec::new();
    loop {
        let page = store.members(viewer, &filter).await.unwrap();
        rows.extend(page.rows);
        assert!(rows.len() as u64 <= page.total, "pages repeat somebody");
        match page.next {
            Some(next) => filter.after = Some(next),
            None => return (page.total, rows),
        }
    }
}

/// The names that `query` finds, in order.
async fn found(world: &World, viewer: &Viewer, query: &str) -> Vec<String> {
    let (total, rows) = all_members(world, viewer, MemberFilter { query: query.to_owned(), ..MemberFilter::default() }).await;
    assert_eq!(total, rows.len() as u64, "{query}");
    rows.into_iter().map(|row| row.name).collect()
}

/// A union where `rep` sees these people, given name and family name, and nobody else.
fn people(names: &[(&str, &str)]) -> Union {
    let mut union = Union::small();
    for key in ["m1", "m2", "m3", "leader", "officer", "outsider"] {
        union.leave_out(key);
    }
    union.employments.clear();
    for (n, (given, family)) in names.iter().enumerate() {
        let key = format!("p{n}");
        let line = union.member(&key, "L1");
        (line.given_name, line.family_name) = ((*given).to_owned(), (*family).to_owned());
        union.works(&key, 11);
    }
    union
}

both! {
    async fn words_and_parts_of_words_in_any_order(world: World) {
        let names = [("Åse Marie", "Ødegård"), ("Ærlig", "Berg-Hansen"), ("Anne-Lise", "Hansen"), ("José", "Muñoz"), ("Björn", "Ås")];
        world.import(&people(&names)).await;
        let rep = world.viewer("rep").await;
        for (query, names) in [
            ("åse", &["Åse Marie Ødegård"][..]),
            ("ÅSE", &["Åse Marie Ødegård"]),
            ("A\u{30a}se", &["Åse Marie Ødegård"]),
            ("ødeg", &["Åse Marie Ødegård"]),
            ("ase", &[]),
            ("marie", &["Åse Marie Ødegård"]),
            ("arie", &[]),
            ("øde mar", &["Åse Marie Ødegård"]),
            ("Ødegård, Åse", &["Åse Marie Ødegård"]),
            ("  marie   ødegård  åse ", &["Åse Marie Ødegård"]),
            ("ås", &["Åse Marie Ødegård", "Björn Ås"]),
            ("å ø", &["Åse Marie Ødegård"]),
            ("hansen", &["Ærlig Berg-Hansen", "Anne-Lise Hansen"]),
            ("berg-hansen", &["Ærlig Berg-Hansen"]),
            ("Anne-L", &["Anne-Lise Hansen"]),
            ("anne lise", &["Anne-Lise Hansen"]),
            ("jose munoz", &["José Muñoz"]),
            ("José Muñoz", &["José Muñoz"]),
            ("bjørn", &["Björn Ås"]),
            ("hansen marie", &[]),
        ] {
            assert_eq!(found(&world, &rep, query).await, names, "{query}");
        }
        assert_eq!(found(&world, &rep, "").await.len(), 5);
        assert_eq!(found(&world, &rep, " \t , ").await.len(), 5);
    }

    async fn signs_that_mean_something_to_databases_mean_themselves(world: World) {
        let union = people(&[("100% _sikker\\", "O'Brien"), ("Ola", "Nordmann"), ("\"Kalle\"", "Per;DROP")]);
        world.import(&union).await;
        let rep = world.viewer("rep").await;
        for (query, names) in [
            ("100%", &["100% _sikker\\ O'Brien"][..]),
            ("%", &[]),
            ("1%0", &[]),
            ("_", &["100% _sikker\\ O'Brien"]),
            ("_sik", &["100% _sikker\\ O'Brien"]),
            ("__", &[]),
            ("_la", &[]),
            ("\\", &[]),
            ("_sikker\\", &["100% _sikker\\ O'Brien"]),
            ("o'brien", &["100% _sikker\\ O'Brien"]),
            ("'", &[]),
            ("' OR 1=1 --", &[]),
            ("\"kalle\"", &["\"Kalle\" Per;DROP"]),
            ("per;drop", &["\"Kalle\" Per;DROP"]),
            ("O\0la", &["Ola Nordmann"]),
            ("🎉", &[]),
        ] {
            assert_eq!(found(&world, &rep, query).await, names, "{query}");
        }
        assert_eq!(found(&world, &rep, "\0").await.len(), 3, "nothing typed");
        for long in ["a".repeat(5_000), "å".repeat(5_000), "% ".repeat(2_500), "\\".repeat(5_000), "'\" ".repeat(1_700)] {
            assert!(found(&world, &rep, &long).await.is_empty());
        }
    }

    async fn a_page_may_begin_anywhere_at_all(world: World) {
        world.import(&people(&[("Ola", "Nordmann"), ("Kari", "Nordmann")])).await;
        let rep = world.viewer("rep").await;
        for key in ["", "\0", "nordmann kari\0", "'; DROP TABLE members", "}}}}", &"å".repeat(5_000)] {
            let after = Some(MemberCursor { key: key.to_owned(), id: MemberId(uuid::Uuid::max()) });
            let page = world.store.members(&rep, &MemberFilter { after, ..MemberFilter::default() }).await.unwrap();
            assert_eq!(page.total, 2);
        }
    }

    async fn pages_of_equal_names_neither_skip_nor_repeat(world: World) {
        let mut names = vec![("Kari", "Hansen"); 123];
        names.extend([("Ola", "Hansen"); 31]);
        names.push(("Kari", "Ås"));
        world.import(&people(&names)).await;
        let rep = world.viewer("rep").await;
        let (total, rows) = all_members(&world, &rep, MemberFilter::default()).await;
        assert_eq!((total, rows.len()), (155, 155));
        assert_eq!(rows.iter().map(|row| row.id).collect::<BTreeSet<_>>().len(), 155);
        let order: Vec<&str> = rows.iter().map(|row| row.name.as_str()).collect();
        assert!(order[..123].iter().all(|name| *name == "Kari Hansen"));
        assert!(order[123..154].iter().all(|name| *name == "Ola Hansen"));
        assert_eq!(order[154], "Kari Ås");
        let filter = |query: &str| MemberFilter { query: query.to_owned(), workplace: Some(org(11)), ..MemberFilter::default() };
        assert_eq!(all_members(&world, &rep, filter("kari")).await.1.len(), 124, "with a filter on every page");
        let first = world.store.members(&rep, &MemberFilter::default()).await.unwrap();
        assert_eq!(first.rows.len() as u64, store::members::PAGE_SIZE);

        // A whole number of pages has no empty page after it.
        world.import(&people(&names[..100])).await;
        let rep = world.viewer("rep").await;
        let page = world.store.members(&rep, &MemberFilter::default()).await.unwrap();
        let page = world.store.members(&rep, &MemberFilter { after: page.next, ..MemberFilter::default() }).await.unwrap();
        assert_eq!((page.total, page.rows.len(), page.next), (100, 50, None));
    }

    async fn in_the_order_of_the_norwegian_alphabet(world: World) {
        let before_w = ["Adam", "Berg", "Berge", "Élise", "Erik", "Hansen", "Haug", "Haaland"];
        let in_order = [&before_w[..], &["Wang", "Zahl", "Æsbø", "Ødegård", "Aas", "Ås", "Åsen"]].concat();
        let mut names: Vec<(&str, &str)> = in_order.iter().rev().map(|family| ("Kari", *family)).collect();
        // "Aas" and "Ås" are equal in the alphabet; the given name decides.
        names.iter_mut().find(|(_, family)| *family == "Ås").unwrap().0 = "Ola";
        world.import(&people(&names)).await;
        let rep = world.viewer("rep").await;
        let families: Vec<String> = found(&world, &rep, "").await.iter().map(|name| name.rsplit(' ').next().unwrap().to_owned()).collect();
        assert_eq!(families, in_order);
        assert!(text::sort_key("Haaland") > text::sort_key("Haug"));
    }

    async fn workplaces_are_counted_as_they_are_listed(world: World) {
        let mut union = Union::small();
        union.works("m1", 12);
        union.works("m2", 21);
        union.works("m3", 11).to = Some(in_days(-1));
        union.works("leader", 12).percent = 10;
        union.change("m2").shielded = Some(true);
        let leader = union.mandates.iter().find(|line| line.member == "officer").map(|line| line.id.clone());
        union.holds("outsider", Office::LOCAL_LEADER, "L1").substitute_for = leader;
        let narrowed = union.member("narrowed", "L1").id.clone();
        union.holds(&narrowed, Office::WORKPLACE_REP, "C1").workplace = Some(org(12));
        world.import(&union).await;
        for key in ["rep", "leader", "narrowed", "officer", "outsider"] {
            let viewer = world.viewer(key).await;
            let choices = world.store.workplaces(&viewer).await.unwrap();
            assert!(choices.is_sorted_by_key(|choice| &choice.name), "by name");
            for workplace in [11, 12, 21] {
                let filter = MemberFilter { workplace: Some(org(workplace)), ..MemberFilter::default() };
                let (total, rows) = all_members(&world, &viewer, filter).await;
                assert_eq!(total, rows.len() as u64);
                let name = format!("Arbeidsplass {workplace}");
                assert!(rows.iter().all(|row| row.jobs.iter().any(|job| job.workplace == name)), "{key}: {rows:?}");
                let counted = choices.iter().find(|choice| choice.number == org(workplace)).map_or(0, |choice| choice.members);
                assert_eq!(counted, total, "{key} at {workplace}");
            }
        }
        let rep = world.viewer("rep").await;
        let choices = world.store.workplaces(&rep).await.unwrap();
        let counts: Vec<_> = choices.into_iter().map(|choice| (choice.number, choice.members)).collect();
        assert_eq!(counts, [(org(11), 2), (org(12), 2)], "m1 and rep; m1 and leader, once each");
        let narrowed = world.viewer("narrowed").await;
        let (_, rows) = all_members(&world, &narrowed, MemberFilter::default()).await;
        let jobs: BTreeSet<&str> = rows.iter().flat_map(|row| &row.jobs).map(|job| job.workplace.as_str()).collect();
        assert_eq!(jobs, BTreeSet::from(["Arbeidsplass 12"]), "what is done elsewhere is not shown");
    }
}
