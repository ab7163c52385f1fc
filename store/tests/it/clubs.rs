//! Who is in which club: from coverages, employments and the employers' parents.

use domain::org::UnitKind;
use serde_json::json;
use store::registry::Outcome;

use crate::naive;
use crate::union::{Union, org};
use crate::world::{World, both};

/// (club, member, workplace), as the store has derived it.
async fn stored(world: &World) -> Vec<(String, String, String)> {
    let sql = "SELECT units.registry_key, members.registry_key, workplace_number FROM club_members
        JOIN units ON units.id = club_id JOIN members ON members.id = member_id ORDER BY 1, 2, 3";
    let text = |row: &sea_orm::QueryResult, i| -> String { row.try_get_by_index(i).unwrap() };
    world.rows(sql).await.iter().map(|row| (text(row, 0), text(row, 1), text(row, 2))).collect()
}

async fn clubs_of(world: &World, key: &str) -> Vec<String> {
    stored(world).await.into_iter().filter(|(_, member, _)| member == key).map(|(club, ..)| club).collect()
}

async fn is_as_naive(world: &World, union: &Union) {
    assert_eq!(stored(world).await, naive::club_members(union));
}

/// Puts a workplace under another employer.
fn give(union: &mut Union, workplace: u32, employer: u32) {
    let entity = union.employers.iter_mut().find(|entity| entity["organisasjonsnummer"] == json!(org(workplace)));
    entity.unwrap()["overordnetEnhet"] = json!(org(employer));
}

both! {
    async fn two_employments_two_clubs(world: World) {
        let mut union = Union::small();
        union.works("m1", 21);
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "m1").await, ["C1", "C2"]);
        is_as_naive(&world, &union).await;
    }

    async fn covering_an_employer_covers_everything_under_it(world: World) {
        let mut union = Union::small();
        union.employer(13, "ORGL", Some(1));
        union.employer(14, "ORGL", Some(13));
        union.employer(15, "BEDR", Some(14));
        union.member("deep", "L1");
        union.works("deep", 15);
        union.member("at the top", "L1").id = "top".to_owned();
        union.works("top", 1);
        // A club for one of the nested workplaces too: where clubs nest, one is in both.
        union.unit("C3", UnitKind::Club, Some("L1"));
        union.covers("C3", 14);
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "deep").await, ["C1", "C3"]);
        assert_eq!(clubs_of(&world, "top").await, ["C1"]);
        is_as_naive(&world, &union).await;
    }

    async fn of_several_locals_at_one_employer_ones_own_goes_first(world: World) {
        let mut union = Union::small();
        union.unit("L3", UnitKind::Local, Some("K"));
        union.unit("C3", UnitKind::Club, Some("L2"));
        union.covers("C3", 1);
        for (key, local) in [("own", "L1"), ("other", "L2"), ("neither", "L3")] {
            union.member(key, local);
            union.works(key, 11);
        }
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "own").await, ["C1"]);
        assert_eq!(clubs_of(&world, "other").await, ["C3"]);
        assert_eq!(clubs_of(&world, "neither").await, ["C1", "C3"]);
        is_as_naive(&world, &union).await;

        union.change("own").local = "L2".to_owned();
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "own").await, ["C3"], "who changes local changes club");
        is_as_naive(&world, &union).await;
    }

    async fn a_loop_in_the_business_register_ends_the_walk(world: World) {
        let mut union = Union::small();
        union.employer(30, "ORGL", Some(31));
        union.employer(31, "ORGL", Some(32));
        union.employer(32, "ORGL", Some(30));
        union.employer(33, "BEDR", Some(30));
        union.employer(34, "ORGL", Some(34));
        union.covers("C1", 31);
        for (key, workplace) in [("looped", 33), ("in the loop", 32), ("own parent", 34)] {
            let key = key.replace(' ', "-");
            union.member(&key, "L1");
            union.works(&key, workplace);
        }
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "looped").await, ["C1"]);
        assert_eq!(clubs_of(&world, "in-the-loop").await, ["C1"]);
        assert!(clubs_of(&world, "own-parent").await.is_empty());
        is_as_naive(&world, &union).await;
    }

    async fn two_imports_at_once_wait_for_each_other(world: World) {
        let mut union = Union::small();
        for n in 0..40 {
            let key = format!("x{n}");
            union.member(&key, "L1");
            union.works(&key, 11);
        }
        world.import(&union).await;
        for round in 0..6 {
            let owner = if round % 2 == 0 { 2 } else { 1 };
            give(&mut union, 11, owner);
            for employment in union.employments.iter_mut().filter(|line| line.member.starts_with('x')) {
                employment.workplace = org(if round % 2 == 0 { 11 } else { 12 });
            }
            let (employers, registry) = (world.store.import_employers(union.employer_files()), world.try_import(&union, false));
            let (again, employers, registry) = tokio::join!(world.try_import(&union, false), employers, registry);
            employers.unwrap();
            assert!(matches!((again, registry), (Outcome::Applied(_), Outcome::Applied(_))));
            is_as_naive(&world, &union).await;
        }
    }

    async fn a_workplace_that_changes_hands_changes_club_at_once(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        assert_eq!(clubs_of(&world, "m1").await, ["C1"]);
        give(&mut union, 11, 2);
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(clubs_of(&world, "m1").await, ["C2"], "without waiting for the next registry file");
        is_as_naive(&world, &union).await;
    }
}
