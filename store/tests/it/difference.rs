//! Differences: what they say is done, what they do not mention stays.

use domain::identity::Accept;
use domain::imports::Limits;
use domain::org::Office;
use domain::registry::{EndLine, FileKind, FileLine, Line, LineType, Reason};
use store::registry::{Asked, Outcome};

use crate::naive;
use crate::union::{Union, day, org};
use crate::world::{World, both};

fn end(of: LineType, id: &str) -> Line {
    Line::End(EndLine { of, id: Some(id.to_owned()), unit: None, employer: None })
}

fn uncover(unit: &str, employer: u32) -> Line {
    Line::End(EndLine { of: LineType::Coverage, id: None, unit: Some(unit.to_owned()), employer: Some(org(employer)) })
}

async fn take(world: &World, lines: Vec<Line>) -> Outcome {
    let header = Line::File(FileLine { kind: FileKind::Difference });
    let lines = (1..).zip(lines.into_iter().chain([header])).collect();
    let asked = Asked { limits: Limits::NONE, ..Asked::of(Accept::SyntheticOnly) };
    world.store.import_registry(lines, &asked).await.unwrap().outcome
}

async fn rejected(world: &World, lines: Vec<Line>) -> Vec<(u64, Reason)> {
    let before = world.contents(&[]).await;
    let outcome = take(world, lines).await;
    let Outcome::Rejected(rejected) = outcome else { panic!("{outcome:?}") };
    assert_eq!(world.contents(&[]).await, before);
    rejected.into_iter().map(|one| (one.line, one.reason)).collect()
}

/// Everything that a full file of this union would leave behind, as an import of that file sees it.
async fn is_as(world: &World, union: &Union) {
    let Outcome::WouldApply(report) = world.try_import(union, true).await else { panic!() };
    assert!(report.is_unchanged(), "a full file would change something: {report:?}");
    assert_eq!(world.store.registry_counts().await.unwrap().club_members, naive::sizes(union));
}

both! {
    async fn a_difference_leaves_what_a_full_file_would(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        union.change("m1").family_name = "Ås".to_owned();
        // Into the other local: other clubs for the same work.
        union.change("m2").local = "L2".to_owned();
        union.member("new", "L1");
        let job = union.works("new", 21).clone();
        let mandate = union.holds("new", Office::WORKPLACE_REP, "C1").clone();
        let person = |union: &Union, key: &str| Line::Member(union.members.iter().find(|line| line.id == key).unwrap().clone());
        let lines = vec![
            Line::Mandate(mandate),
            Line::Employment(job),
            person(&union, "new"),
            person(&union, "m1"),
            person(&union, "m2"),
        ];
        let Outcome::Applied(report) = take(&world, lines.clone()).await else { panic!() };
        assert_eq!((report.members.added, report.members.changed, report.members.ended), (1, 2, 0));
        assert_eq!((report.employments.added, report.mandates.added, report.units.ended), (1, 1, 0));
        is_as(&world, &union).await;
        let before = world.contents(&[]).await;
        let Outcome::Applied(again) = take(&world, lines).await else { panic!() };
        assert!(again.is_unchanged(), "the same difference again");
        assert_eq!(world.contents(&[]).await, before);
    }

    async fn what_is_ended_takes_with_it_what_cannot_be_without_it(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let leader = union.mandates.iter().find(|line| line.member == "leader").unwrap().id.clone();
        let job = union.employments.iter().find(|line| line.member == "m2").unwrap().id.clone();
        let lines = vec![
            end(LineType::Member, "rep"),
            end(LineType::Employment, &job),
            end(LineType::Mandate, &leader),
            end(LineType::Unit, "C2"),
        ];
        let Outcome::Applied(report) = take(&world, lines.clone()).await else { panic!() };
        union.leave_out("rep");
        union.employments.retain(|line| line.id != job);
        union.units.retain(|line| line.id != "C2");
        union.coverages.retain(|line| line.unit != "C2");
        union.mandates.retain(|line| line.unit != "C2" && line.id != leader);
        is_as(&world, &union).await;
        assert_eq!((report.members.ended, report.employments.ended), (1, 2));
        assert_eq!((report.mandates.ended, report.coverages.ended, report.units.ended), (3, 1, 1));
        assert!(world.log_in("rep").await.is_none() && world.signed_in("outsider").await.is_some_and(|who| matches!(who, store::SignedIn::WithoutMandate { .. })));
        let Outcome::Applied(again) = take(&world, lines).await else { panic!() };
        assert!(again.is_unchanged(), "what has ended ends once");
        let Outcome::Applied(covered) = take(&world, vec![uncover("C1", 1)]).await else { panic!() };
        assert_eq!(covered.coverages.ended, 1);
        assert_eq!(world.store.registry_counts().await.unwrap().club_members.len(), 0);
    }

    async fn what_does_not_fit_what_is_there_is_rejected(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let id = |id: &str| id.to_owned();
        assert_eq!(rejected(&world, vec![end(LineType::Member, "nobody")]).await, [(1, Reason::UnknownMember { id: id("nobody") })]);
        assert_eq!(rejected(&world, vec![end(LineType::Employment, "x")]).await, [(1, Reason::UnknownEmployment { id: id("x") })]);
        assert_eq!(rejected(&world, vec![end(LineType::Mandate, "x")]).await, [(1, Reason::UnknownMandate { id: id("x") })]);
        assert_eq!(rejected(&world, vec![uncover("C1", 2)]).await, [(1, Reason::UnknownCoverage)]);
        assert_eq!(rejected(&world, vec![end(LineType::Unit, "L1")]).await, [
            (1, Reason::StillInUse { id: id("L1") })
        ], "a club lies there");
        // L2 without its club has still members.
        let lines = vec![end(LineType::Unit, "C2"), end(LineType::Unit, "L2")];
        assert_eq!(rejected(&world, lines).await, [(2, Reason::StillInUse { id: id("L2") })]);

        let same = union.change("m1").national_id.clone();
        union.member("twin", "L1").national_id = same.clone();
        let twin = Line::Member(union.members.last().unwrap().clone());
        assert_eq!(rejected(&world, vec![twin.clone()]).await, [(1, Reason::DuplicateNationalId)], "somebody else has it");
        assert!(matches!(take(&world, vec![twin.clone(), end(LineType::Member, "m1")]).await, Outcome::Applied(_)), "not any more");

        let m2 = Line::Member(union.change("m2").clone());
        assert_eq!(rejected(&world, vec![m2, end(LineType::Member, "m2")]).await, [(2, Reason::EndedAndWritten { id: id("m2") })]);
        let orphan = Line::Employment(union.works("m1", 11).clone());
        assert_eq!(rejected(&world, vec![orphan]).await, [(1, Reason::UnknownMember { id: id("m1") })], "m1 has ended");
        let second = Line::Mandate(union.holds("m2", Office::CLUB_LEADER, "C1").clone());
        assert_eq!(rejected(&world, vec![second.clone()]).await, [(1, Reason::SecondHolder { office: Office::CLUB_LEADER })]);
        let mut first = union.mandates.iter().find(|line| line.member == "leader").unwrap().clone();
        first.to = Some(day("2026-03-01"));
        let successor = vec![second, Line::Mandate(first)];
        assert!(matches!(take(&world, successor).await, Outcome::Applied(_)), "the one before has stepped down");
    }

    async fn a_full_file_ends_nothing_by_name(world: World) {
        world.import(&Union::small()).await;
        let mut lines = Union::small().lines();
        lines.push((99, end(LineType::Member, "m1")));
        let outcome = world.store.import_registry(lines, &Asked::of(Accept::SyntheticOnly)).await.unwrap().outcome;
        assert!(matches!(&outcome, Outcome::Rejected(all) if all[0].line == 99 && all[0].reason == Reason::EndInFullFile), "{outcome:?}");
    }

    async fn units_have_a_history(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        let began = world.clock.now().0;
        world.clock.advance_seconds(60);
        let unit = |union: &mut Union, id: &str, change: fn(&mut domain::registry::UnitLine)| {
            change(union.units.iter_mut().find(|unit| unit.id == id).unwrap());
        };
        unit(&mut union, "C1", |unit| unit.name = "Nytt navn".to_owned());
        world.import(&union).await;
        world.clock.advance_seconds(60);
        unit(&mut union, "C1", |unit| unit.phone = Some("40000001".to_owned()));
        world.import(&union).await;
        unit(&mut union, "C1", |unit| unit.parent = Some("L2".to_owned()));
        world.import(&union).await;
        world.clock.advance_seconds(60);
        // C2 is merged into C1, and what is over stays in the file.
        unit(&mut union, "C2", |unit| unit.replaced_by = Some("C1".to_owned()));
        union.coverages.retain(|line| line.unit != "C2");
        union.mandates.iter_mut().filter(|line| line.unit == "C2").for_each(|line| line.to = Some(day("2026-03-11")));
        let report = world.import(&union).await;
        assert_eq!((report.units.ended, report.units.changed), (1, 0));
        assert!(world.import(&union).await.is_unchanged());

        let periods = |key: &str| {
            let sql = format!(
                "SELECT p.name || ' ' || l.registry_key || ' ' || CAST(p.from_at - {began} AS text) || '-' \
                 || coalesce(CAST(p.to_at - {began} AS text), '') \
                 FROM unit_periods p JOIN units u ON u.id = p.unit_id JOIN units l ON l.id = p.parent_id \
                 WHERE u.registry_key = '{key}' ORDER BY p.from_at"
            );
            let world = &world;
            async move { world.texts(&sql).await }
        };
        assert_eq!(periods("C1").await, ["Enheten C1 L1 0-60000", "Nytt navn L1 60000-120000", "Nytt navn L2 120000-"]);
        assert_eq!(periods("C2").await, ["Enheten C2 L2 0-180000"]);
        let successor = "SELECT s.registry_key FROM units u JOIN units s ON s.id = u.replaced_by WHERE u.ended_at IS NOT NULL";
        assert_eq!(world.texts(successor).await, ["C1"]);
    }
}
