//! Reading the access log: by whom, by which questions, and that it is a look itself.

use domain::access_log::{LogCursor, LogFilter, LogRow, LookedAt, Rule};
use domain::cases::{CaseFilter, Sensitivity};
use domain::members::MemberFilter;
use domain::org::Office;
use domain::{CaseId, MemberId};
use store::{StoreError, Viewer};
use uuid::Uuid;

use crate::cases::opened;
use crate::union::{Union, day};
use crate::world::{World, both};

fn union() -> Union {
    let mut union = Union::small();
    union.member("dpo", "L2");
    union.holds("dpo", Office::DATA_PROTECTION, "F");
    union
}

/// Whom was looked at, in few words, newest first.
fn told(rows: &[LogRow]) -> Vec<String> {
    let what = |row: &LogRow| match &row.what {
        LookedAt::Member(person) => format!("card {}", person.as_ref().unwrap().member_no),
        LookedAt::Document(number) => format!("document in case {}", number.unwrap()),
        LookedAt::Case(number) => format!("case {}", number.unwrap()),
        LookedAt::Report(person) => format!("report {}", person.as_ref().unwrap().member_no),
        LookedAt::Export(person) => format!("export {}", person.as_ref().unwrap().member_no),
        other => format!("{other:?}").to_lowercase(),
    };
    rows.iter().map(|row| format!("{}: {}", row.by.member_no, what(row))).collect()
}

async fn asked(world: &World, viewer: &Viewer, filter: LogFilter) -> Vec<String> {
    told(&world.store.access_log(viewer, &filter).await.unwrap().rows)
}

both! {
    async fn whoever_tries_addresses_is_stopped_and_told_of(world: World) {
        let mut union = union();
        union.member("hidden", "L1").shielded = Some(true);
        union.works("hidden", 11);
        world.import(&union).await;
        world.store.limit_misses(6);
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let mine = opened(&world, &rep, "m1", Sensitivity::Health).await;
        let theirs = opened(&world, &world.viewer("outsider").await, "m3", Sensitivity::General).await;
        let (seen, hidden) = (world.member_id("m1").await, world.member_id("hidden").await);
        // What there is for others, what is hidden, and what never was.
        let card = async |id| world.store.member(&rep, id).await.map(drop);
        let case = async |id| world.store.case(&rep, id).await.map(drop);
        let missed = |answers: [Result<(), StoreError>; 4]| answers.map(|answer| answer.unwrap_err().to_string());
        let all = async || missed([card(hidden).await, case(theirs).await, card(MemberId(Uuid::now_v7())).await, case(CaseId(Uuid::now_v7())).await]);
        assert_eq!(all().await, ["not found"; 4]);
        let more = all().await;
        assert_eq!(more[..2], ["not found", "not found"]);
        let wait = StoreError::TooManyMisses(world.clock.now().plus_seconds(600)).to_string();
        assert_eq!(more[2..], [wait.clone(), wait.clone()]);
        assert_eq!(all().await, [wait.clone(), wait.clone(), wait.clone(), wait]);
        // What is there opens as before, and nobody else waits.
        card(seen).await.unwrap();
        case(mine).await.unwrap();
        assert!(matches!(world.store.member(&leader, hidden).await, Err(StoreError::NotFound)));
        assert_eq!(world.logged("SELECT action FROM access_log WHERE subject_kind = 'address'").await, ["stop"], "told once");
        let dpo = world.viewer("dpo").await;
        let page = world.store.access_log(&dpo, &LogFilter::default()).await.unwrap();
        let first = page.unusual.first().unwrap();
        assert_eq!((first.rule, first.person.member_no.as_str(), first.number), (Rule::Guessed, "rep", 1));
        assert!(page.rows.iter().any(|row| row.what == LookedAt::GuessingStopped));
        world.clock.advance_seconds(600);
        assert_eq!(all().await, ["not found"; 4]);
    }

    async fn everybody_but_the_officer_finds_nothing_and_leaves_nothing(world: World) {
        world.import(&union()).await;
        for who in ["rep", "leader", "officer", "outsider"] {
            let viewer = world.viewer(who).await;
            assert!(matches!(world.store.access_log(&viewer, &LogFilter::default()).await, Err(StoreError::NotFound)), "{who}");
            for export in [false, true] {
                let member = world.member_id("m1").await;
                assert!(matches!(world.store.who_read_about(&viewer, member, export).await, Err(StoreError::NotFound)), "{who}");
            }
        }
        assert_eq!(world.store.log_size().await.unwrap(), 0);
    }

    async fn by_person_by_viewer_and_by_time(world: World) {
        world.import(&union()).await;
        let (rep, leader, dpo) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("dpo").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let (m1, m2) = (world.member_id("m1").await, world.member_id("m2").await);
        world.store.member(&rep, m1).await.unwrap();
        world.store.case(&leader, case).await.unwrap();
        world.store.member(&leader, m2).await.unwrap();
        let search = MemberFilter { query: "Kari".to_owned(), ..MemberFilter::default() };
        world.store.members(&rep, &search).await.unwrap();
        world.clock.advance_seconds(24 * 60 * 60);
        let dpo_next = world.viewer("dpo").await;
        let about = |words: &str| LogFilter { about: words.to_owned(), ..LogFilter::default() };
        let by = |words: &str| LogFilter { by: words.to_owned(), ..LogFilter::default() };
        assert_eq!(asked(&world, &dpo, about("m1")).await, ["leader: case 1001", "rep: card m1"], "and cases the member is party to");
        assert_eq!(asked(&world, &dpo, about("m2")).await, ["leader: card m2"]);
        assert_eq!(asked(&world, &dpo, by("leader")).await, ["leader: card m2", "leader: case 1001"]);
        assert_eq!(asked(&world, &dpo, LogFilter { by: "rep".to_owned(), ..about("m2") }).await, [""; 0]);
        assert_eq!(asked(&world, &dpo, about("nobody at all")).await, [""; 0]);
        let on = |from: &str, to: &str| LogFilter { from: Some(day(from)), to: Some(day(to)), ..LogFilter::default() };
        assert_eq!(
            asked(&world, &dpo, on("2026-03-12", "2026-03-12")).await,
            ["rep: members", "leader: card m2", "leader: case 1001", "rep: card m1"]
        );
        assert_eq!(asked(&world, &dpo_next, on("2026-03-13", "2026-03-13")).await, vec!["dpo: log"; 7], "the officer too");
        let rows = world.store.access_log(&dpo, &by("rep")).await.unwrap().rows;
        assert_eq!((rows[0].words.as_str(), rows[0].found), ("Kari", Some(4)));
        assert_eq!(rows[1].offices, [(Office::WORKPLACE_REP, "Enheten C1".to_owned())]);
        // Names stand for several; a number for one.
        let page = world.store.access_log(&dpo, &about("Kari")).await.unwrap();
        assert!(page.about.unwrap().len() > 5 && !page.too_many);
        // What was searched for lies readable nowhere.
        assert!(!world.holds(b"nobody at all").await);
    }

    async fn the_report_has_every_look_at_one_member(world: World) {
        world.import(&union()).await;
        let (rep, leader, dpo) = (world.viewer("rep").await, world.viewer("leader").await, world.viewer("dpo").await);
        let (m1, m2) = (world.member_id("m1").await, world.member_id("m2").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        world.store.member(&rep, m1).await.unwrap();
        world.store.member(&rep, m2).await.unwrap();
        world.store.cases(&rep, &CaseFilter::default()).await.unwrap();
        world.store.case(&leader, case).await.unwrap();
        world.store.who_read_about(&dpo, m1, true).await.unwrap();
        let report = world.store.who_read_about(&dpo, m1, false).await.unwrap();
        assert_eq!(told(&report.rows), ["dpo: report m1", "dpo: export m1", "leader: case 1001", "rep: card m1"]);
        assert_eq!((report.member.member_no.as_str(), report.more, report.made_at), ("m1", false, world.clock.now()));
        // A detail that was thrown away takes the office with it, not the row.
        sea_orm::ConnectionTrait::execute_unprepared(&world.log, "DELETE FROM access_log_details").await.unwrap();
        let report = world.store.who_read_about(&dpo, m1, false).await.unwrap();
        assert_eq!((report.rows.len(), report.rows[1].offices.len()), (5, 0));
    }

    async fn pages_neither_skip_nor_repeat(world: World) {
        world.import(&union()).await;
        let (rep, dpo, member) = (world.viewer("rep").await, world.viewer("dpo").await, world.member_id("m1").await);
        for _ in 0..120 {
            world.store.member(&rep, member).await.unwrap();
        }
        let (mut after, mut seen): (Option<LogCursor>, Vec<i64>) = (None, Vec::new());
        loop {
            let filter = LogFilter { by: "rep".to_owned(), after, ..LogFilter::default() };
            let page = world.store.access_log(&dpo, &filter).await.unwrap();
            seen.extend(page.rows.iter().map(|row| row.seq));
            after = page.next;
            if after.is_none() {
                break;
            }
        }
        assert_eq!(seen, (1..=120).rev().collect::<Vec<_>>(), "all in the same millisecond");
    }

    async fn what_is_unusual_is_told_with_what_is_usual(world: World) {
        let mut union = union();
        for n in 0..24 {
            let key = format!("x{n}");
            union.member(&key, "L1");
            union.works(&key, 11);
        }
        world.import(&union).await;
        let (dpo, leader) = (world.viewer("dpo").await, world.viewer("leader").await);
        assert_eq!(world.store.access_log(&dpo, &LogFilter::default()).await.unwrap().unusual, []);
        let ids = world.member_ids().await;
        // Two weeks ago two cards; now 24 within the minute.
        for key in ["x0", "x1"] {
            world.store.member(&leader, ids[key]).await.unwrap();
        }
        world.clock.advance_seconds(14 * 24 * 60 * 60);
        let (dpo, leader) = (world.viewer("dpo").await, world.viewer("leader").await);
        for n in 0..24 {
            world.store.member(&leader, ids[&format!("x{n}")]).await.unwrap();
        }
        let found = world.store.access_log(&dpo, &LogFilter::default()).await.unwrap().unusual;
        let found: Vec<_> = found.iter().map(|one| (one.rule, one.person.member_no.as_str(), one.number, one.usual)).collect();
        assert_eq!(found, [(Rule::ManyInARow, "leader", 24, 0), (Rule::MoreThanUsual, "leader", 24, 2)]);
    }
}
