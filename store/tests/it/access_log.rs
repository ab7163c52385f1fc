//! Who looked at what: one row for each look, and none for what was refused.

use domain::cases::{CaseFilter, Sensitivity};
use domain::members::MemberFilter;
use domain::{CaseId, MemberId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use crate::cases::opened;
use crate::union::Union;
use crate::world::{World, both};

#[derive(Debug, PartialEq)]
struct Look {
    at: i64,
    person: MemberId,
    what: String,
    subject: Option<Uuid>,
    request: String,
}

async fn looks(world: &World) -> Vec<Look> {
    let sql = "SELECT at, person_id, action, subject_kind, subject_id, request_id FROM access_log ORDER BY seq";
    let look = |row: &sea_orm::QueryResult| {
        let text = |i| row.try_get_by_index::<String>(i).unwrap();
        Look {
            at: row.try_get_by_index(0).unwrap(),
            person: MemberId(row.try_get_by_index(1).unwrap()),
            what: format!("{} {}", text(2), text(3)),
            subject: row.try_get_by_index(4).unwrap(),
            request: text(5),
        }
    };
    world.log_rows(sql).await.iter().map(look).collect()
}

both! {
    async fn every_look_is_one_row(world: World) {
        world.import(&Union::small()).await;
        let (rep, leader) = (world.viewer("rep").await, world.viewer("leader").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let member = world.member_id("m1").await;
        assert_eq!(looks(&world).await, []);
        let mut expected = Vec::new();
        for (who, viewer) in [("rep", &rep), ("leader", &leader)] {
            world.clock.advance_seconds(1);
            world.store.members(viewer, &MemberFilter::default()).await.unwrap();
            world.store.member(viewer, member).await.unwrap();
            world.store.cases(viewer, &CaseFilter::default()).await.unwrap();
            world.store.case(viewer, case).await.unwrap();
            world.store.today(viewer).await.unwrap();
            let (member, case) = (Some(member.0), Some(case.0));
            for (what, subject) in
                [("list member", None), ("open member", member), ("list case", None), ("open case", case), ("list today", None)]
            {
                let (at, person) = (world.clock.now().0, viewer.person());
                expected.push(Look { at, person, what: what.to_owned(), subject, request: format!("request of {who}") });
            }
            assert_eq!(looks(&world).await, expected);
        }
    }

    async fn a_refused_look_is_none(world: World) {
        world.import(&Union::small()).await;
        let (rep, outsider) = (world.viewer("rep").await, world.viewer("outsider").await);
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        for id in [world.member_id("m1").await, world.member_id("officer").await, MemberId(Uuid::now_v7())] {
            assert!(world.store.member(&outsider, id).await.is_err());
        }
        for id in [case, CaseId(Uuid::now_v7())] {
            assert!(world.store.case(&outsider, id).await.is_err());
            assert!(world.store.may_work_on(&outsider, id).await.is_err());
        }
        assert_eq!(looks(&world).await, []);
    }

    async fn a_list_that_shows_nobody_was_looked_at_too(world: World) {
        let mut union = Union::small();
        union.holds("m3", domain::org::Office::YOUTH, "L2");
        world.import(&union).await;
        let youth = world.viewer("m3").await;
        assert_eq!(world.store.members(&youth, &MemberFilter::default()).await.unwrap().total, 0);
        let looks = looks(&world).await;
        assert_eq!(looks.iter().map(|look| (look.what.as_str(), look.person)).collect::<Vec<_>>(), [("list member", youth.person())]);
    }

    async fn without_the_log_there_is_no_look(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        let gone = if world.on_sqlite() { "DROP TABLE access_log_details; DROP TABLE access_log" } else { "DROP TABLE access_log CASCADE" };
        world.log.execute_unprepared(gone).await.unwrap();
        assert!(world.store.members(&rep, &MemberFilter::default()).await.is_err());
        assert!(world.store.member(&rep, world.member_id("m1").await).await.is_err());
        assert!(world.store.cases(&rep, &CaseFilter::default()).await.is_err());
        assert!(world.store.case(&rep, case).await.is_err());
        assert!(world.store.today(&rep).await.is_err());
    }
}
