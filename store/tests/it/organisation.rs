//! The pages of units by name: protected people, paging, agreements, and what the queries cost.

use std::collections::BTreeSet;

use domain::employers::AgreementHere;
use domain::org::{BelowCursor, Count, Office, Shortfall, ShortfallCursor, ShortfallRow, UnitKind, UnitView};
use domain::registry::{Protection, TariffArea};
use store::{StoreError, Viewer};

use crate::scope::unit_ids;
use crate::union::{Union, in_days, org};
use crate::world::{World, both};

async fn page(world: &World, who: &str, unit: &str) -> UnitView {
    let id = unit_ids(world).await[unit];
    world.store.unit(&world.viewer(who).await, id, None).await.unwrap()
}

/// Who holds what, as the page tells it.
fn told(view: &UnitView) -> Vec<String> {
    view.holders.iter().flatten().map(|one| format!("{} {} {}", one.name, one.office, one.state)).collect()
}

/// Every line of a list, one page after the other.
async fn all(world: &World, viewer: &Viewer, unit: &str, kind: Shortfall) -> (u64, Vec<ShortfallRow>, usize) {
    let id = unit_ids(world).await[unit];
    let (mut rows, mut pages) = (Vec::new(), 0);
    let mut after: Option<ShortfallCursor> = None;
    loop {
        let page = world.store.shortfalls(viewer, id, kind, after.as_ref()).await.unwrap();
        rows.extend(page.rows);
        pages += 1;
        match page.next {
            Some(next) => after = Some(next),
            None => return (page.total, rows, pages),
        }
    }
}

fn places(rows: &[ShortfallRow]) -> Vec<String> {
    let place = |row: &ShortfallRow| match row {
        ShortfallRow::Workplace { workplace, unit, .. } => format!("{} {}", workplace.name, unit.name),
        ShortfallRow::Mandate { holder, unit } => format!("{} {}", holder.name, unit.name),
    };
    rows.iter().map(place).collect()
}

both! {
    async fn who_holds_office_now_and_later_and_for_whom(world: World) {
        let mut union = Union::small();
        for key in ["next", "vara", "past", "staff"] {
            union.member(key, "L1");
        }
        let line = union.holds("next", Office::CLUB_DEPUTY, "C1");
        (line.from, line.elected) = (in_days(20), Some(in_days(-3)));
        let leader = union.mandates.iter().find(|line| line.member == "leader").unwrap().id.clone();
        union.holds("vara", Office::CLUB_LEADER, "C1").substitute_for = Some(leader);
        union.holds("past", Office::CLUB_BOARD, "C1").to = Some(in_days(-1));
        world.import(&union).await;
        let view = page(&world, "officer", "C1").await;
        let expected =
            ["Kari leader KLUBBLEDER active", "Kari vara KLUBBLEDER active", "Kari rep PTV active", "Kari next KLUBBNESTLEDER planned"];
        assert_eq!(told(&view), expected);
        let holders = view.holders.unwrap();
        assert_eq!(holders[1].substitute_for, Some(Some("Kari leader".to_owned())));
        assert!(holders[0].card.is_some() && holders[0].substitute_for.is_none());
        assert_eq!((holders[3].term.from, holders[3].elected), (in_days(20), Some(in_days(-3))));
        let above: Vec<(&str, bool)> = view.above.iter().map(|(unit, opens)| (unit.name.as_str(), *opens)).collect();
        assert_eq!(above, [("Enheten F", false), ("Enheten K", false), ("Enheten L1", true)]);
        assert_eq!((view.members, view.lists_members), (Some(Count::Exactly(4)), true));
        assert_eq!(view.employers.iter().map(|(one, opens)| (one.number, *opens)).collect::<Vec<_>>(), [(org(1), true)]);
        let logged = world.logged("SELECT DISTINCT action || ' ' || subject_kind FROM access_log WHERE subject_kind = 'unit'").await;
        assert_eq!(logged, ["open unit"]);
    }

    // The union with somebody protected in it is, for everybody not named, the union without them.
    async fn a_protected_holder_is_nowhere_to_be_found(world: World) {
        let mut union = Union::small();
        union.mandates.retain(|line| line.member != "rep" && line.member != "leader");
        union.member("hidden", "L1");
        union.works("hidden", 11);
        union.holds("officer", Office::UNION_LEADER, "F");
        world.import(&union).await;
        let looks = async || {
            let mut seen = Vec::new();
            for who in ["officer", "outsider"] {
                let viewer = world.viewer(who).await;
                for (unit, id) in unit_ids(&world).await {
                    seen.push(format!("{who} {unit} {:?}", world.store.unit(&viewer, id, None).await.ok()));
                    for kind in Shortfall::ALL {
                        seen.push(format!("{:?}", world.store.shortfalls(&viewer, id, *kind, None).await.ok()));
                    }
                }
            }
            seen
        };
        union.leave_out("hidden");
        world.import(&union).await;
        let without = looks().await;
        assert!(without.iter().any(|page| page.contains("Arbeidsplass 11")), "the workplace has no representative");
        for grade in [None, Some(Protection::Confidential)] {
            union.leave_out("hidden");
            let line = union.member("hidden", "L1");
            (line.protection, line.shielded) = (grade, Some(grade.is_none()));
            union.works("hidden", 11);
            let line = union.holds("hidden", Office::WORKPLACE_REP, "C1");
            line.to = Some(in_days(30));
            world.import(&union).await;
            assert_eq!(looks().await, without);
        }
        // Their own mandate is theirs to use, all the same.
        assert!(matches!(world.signed_in("hidden").await, Some(store::SignedIn::Viewer(_))));
    }

    async fn each_list_of_what_is_missing(world: World) {
        let mut union = Union::small();
        // Two more workplaces: one that the club covers and its representative does not, one that nobody covers.
        union.employer(13, "BEDR", Some(1));
        union.employer(9, "AS", None);
        union.employer(91, "BEDR", Some(9));
        for (key, workplace) in [("a", 13), ("b", 13), ("c", 91)] {
            union.member(key, "L1");
            union.works(key, workplace);
        }
        union.mandates.retain(|line| line.member != "leader");
        union.mandates.iter_mut().find(|line| line.member == "rep").unwrap().workplace = Some(org(11));
        let line = union.holds("m2", Office::CLUB_BOARD, "C1");
        line.to = Some(in_days(60));
        let line = union.holds("m2", Office::CLUB_SECRETARY, "C1");
        line.to = Some(in_days(61));
        let told = union.holds("m2", Office::CHIEF_REP, "L1");
        (told.workplace, told.employer_notified) = (Some(org(2)), Some(in_days(-5)));
        world.import(&union).await;
        let viewer = world.viewer("officer").await;
        let (total, rows, _) = all(&world, &viewer, "L1", Shortfall::NoRepresentative).await;
        let expected = ["Arbeidsplass 12 Enheten C1", "Arbeidsplass 13 Enheten C1", "Arbeidsplass 91 Enheten L1"];
        assert_eq!((total, places(&rows)), (3, expected.map(str::to_owned).to_vec()));
        let sizes: Vec<Option<Count>> = rows.iter().map(|row| if let ShortfallRow::Workplace { members, .. } = row { *members } else { None }).collect();
        assert_eq!(sizes, [2, 2, 1].map(|n| Some(Count::Exactly(n))));
        assert_eq!(places(&all(&world, &viewer, "L1", Shortfall::Expiring).await.1), ["Kari m2 Enheten C1"]);
        assert_eq!(places(&all(&world, &viewer, "L1", Shortfall::NotNotified).await.1), ["Kari rep Enheten C1"]);

        // Days pass, without any import: the secretary's mandate is next, and then both are over.
        world.clock.advance_seconds(24 * 3600);
        let viewer = world.viewer("officer").await;
        assert_eq!(all(&world, &viewer, "C1", Shortfall::Expiring).await.0, 2);
        world.clock.advance_seconds(60 * 24 * 3600);
        let viewer = world.viewer("officer").await;
        assert_eq!(all(&world, &viewer, "C1", Shortfall::Expiring).await.0, 1);

        // A chief representative of the local, for the employer in question, represents those in no club.
        let line = union.holds("m1", Office::CHIEF_REP, "L1");
        line.workplace = Some(org(9));
        world.import(&union).await;
        let viewer = world.viewer("officer").await;
        assert_eq!(all(&world, &viewer, "L1", Shortfall::NoRepresentative).await.0, 2);
    }

    async fn long_lists_come_page_by_page(world: World) {
        let mut union = Union::small();
        for n in 100..207 {
            union.employer(n, "BEDR", None);
            union.member(&format!("x{n}"), "L1");
            union.works(&format!("x{n}"), n);
            union.unit(&format!("C{n}"), UnitKind::Club, Some("L1")).name = format!("Klubben {}", n % 10);
            let line = union.holds(&format!("x{n}"), Office::CLUB_BOARD, &format!("C{n}"));
            // Many on the same day: the list goes on in the middle of them.
            line.to = Some(in_days(n as i32 % 3));
        }
        world.import(&union).await;
        let viewer = world.viewer("officer").await;
        for (kind, total) in [(Shortfall::NoRepresentative, 107), (Shortfall::Expiring, 107), (Shortfall::NotNotified, 2)] {
            let (told, rows, pages) = all(&world, &viewer, "L1", kind).await;
            assert_eq!((told, rows.len() as u64), (total, total), "{kind}");
            assert_eq!(pages, if total > 50 { 3 } else { 1 });
            assert_eq!(places(&rows).into_iter().collect::<BTreeSet<_>>().len() as u64, total, "{kind}: nothing twice");
        }
        let (mut names, mut after): (Vec<String>, Option<BelowCursor>) = (Vec::new(), None);
        let l1 = unit_ids(&world).await["L1"];
        loop {
            let view = world.store.unit(&viewer, l1, after.as_ref()).await.unwrap();
            assert_eq!((view.below.total, view.shortfalls[0].rows.len()), (108, 5));
            names.extend(view.below.rows.iter().map(|row| format!("{} {}", row.unit.name, row.unit.id)));
            match view.below.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        assert!(names.len() == 108 && names.iter().collect::<BTreeSet<_>>().len() == 108);
        assert!(names.is_sorted_by_key(|name| domain::text::sort_key(name.split(' ').take(2).collect::<Vec<_>>().join(" ").as_str())));
        // Places in the lists that somebody made up.
        for key in ["", "~\0", "' OR 1=1"] {
            let cursor = ShortfallCursor { key: key.to_owned(), id: uuid::Uuid::nil() };
            assert!(world.store.shortfalls(&viewer, l1, Shortfall::Expiring, Some(&cursor)).await.unwrap().total == 107);
        }
        let other = unit_ids(&world).await["L2"];
        assert!(matches!(world.store.shortfalls(&viewer, other, Shortfall::Expiring, None).await, Err(StoreError::NotFound)));
    }

    async fn the_agreements_at_an_employer_without_small_numbers(world: World) {
        let mut union = Union::small();
        union.holds("m2", Office::CLUB_BOARD, "C1");
        for n in 0..6 {
            let key = format!("x{n}");
            union.member(&key, "L1");
            union.works(&key, 11).tariff_area = Some(TariffArea::Ks);
        }
        union.works("x0", 12).tariff_area = Some(TariffArea::Pbl);
        let over = union.works("x1", 12);
        (over.tariff_area, over.to) = (Some(TariffArea::Nho), Some(in_days(-1)));
        for (key, protect) in [("h1", true), ("h2", false)] {
            let line = union.member(key, "L1");
            line.shielded = Some(protect);
            line.left = (!protect).then(|| in_days(-1));
            union.works(key, 11).tariff_area = Some(TariffArea::Virke);
        }
        world.import(&union).await;
        let seen = async |who: &str, n: u32| world.store.employer(&world.viewer(who).await, org(n)).await.unwrap().agreements;
        let here = |area, members| AgreementHere { area, members };
        let exact = |area, n| here(area, Count::Exactly(n));
        // m1, m2, rep and leader have none in the registry.
        let expected = vec![exact(Some(TariffArea::Ks), 6), exact(Some(TariffArea::Pbl), 1), exact(None, 4)];
        for who in ["rep", "leader", "officer"] {
            assert_eq!(seen(who, 1).await, expected, "{who} lists them anyway");
        }
        let board = [exact(Some(TariffArea::Ks), 6), here(Some(TariffArea::Pbl), Count::Few), here(None, Count::Few)];
        assert_eq!(seen("m2", 1).await, board, "the board sees numbers and nobody's name");
        assert_eq!(seen("rep", 12).await, [exact(Some(TariffArea::Pbl), 1), exact(None, 2)]);
    }

    // On the shape of a big union, each query of a page goes by an index, and none reads a table through.
    async fn no_query_reads_a_table_through(world: World) {
        world.import(&Union::small()).await;
        if world.on_sqlite() {
            world.run("ANALYZE").await;
        } else {
            world.run("SET enable_seqscan = off").await;
        }
        let unit = if world.on_sqlite() { "x'00000000000000000000000000000001'" } else { "'00000000-0000-0000-0000-000000000001'" };
        for query in [
            format!("SELECT * FROM shortfalls WHERE unit_id = {unit} AND kind = 'expiring' AND from_date <= '2026-03-12' AND (to_date IS NULL OR to_date >= '2026-03-12') AND (sort > 'a' OR (sort = 'a' AND subject_id > {unit})) ORDER BY sort, subject_id LIMIT 51"),
            format!("SELECT kind, sum(change) FROM shortfall_changes WHERE unit_id = {unit} AND on_date <= '2026-03-12' GROUP BY kind"),
            format!("SELECT t.unit_id, t.members, sum(c.change) FROM member_totals t LEFT JOIN member_changes c ON c.unit_id = t.unit_id AND c.on_date > t.on_date AND c.on_date <= '2026-03-12' WHERE t.unit_id IN ({unit}) GROUP BY t.unit_id, t.members"),
            format!("SELECT * FROM mandates WHERE unit_id = {unit} AND ended_at IS NULL"),
            format!("SELECT * FROM units WHERE parent_id = {unit} AND ended_at IS NULL"),
        ] {
            let sql = if world.on_sqlite() { format!("EXPLAIN QUERY PLAN {query}") } else { format!("EXPLAIN {query}") };
            let column = if world.on_sqlite() { 3 } else { 0 };
            let plan: Vec<String> = world.rows(&sql).await.iter().map(|row| row.try_get_by_index(column).unwrap()).collect();
            let scans: Vec<&String> = plan.iter().filter(|line| line.starts_with("SCAN") || line.contains("Seq Scan")).collect();
            assert!(scans.is_empty() && plan.iter().any(|line| line.contains("INDEX") || line.contains("Index") || line.contains("PRIMARY KEY")), "{query}: {plan:?}");
        }
    }
}
