//! What scopes read is what the registry says, on every day, and the sums are the rows.

use domain::cases::Sensitivity;
use domain::members::MemberFilter;
use domain::org::{Office, UnitKind};

use crate::cases::opened;
use crate::search::all_members;
use crate::union::{Union, in_days, org};
use crate::world::{World, both};

/// Each unit with the number of its rows on a day, counted, and as the sums have it; those of nobody left out.
async fn sizes(world: &World, day: domain::Date) -> (Vec<String>, Vec<String>) {
    let counted = format!(
        "SELECT registry_key || ' ' || count(*) FROM reach JOIN units ON units.id = unit_id
         WHERE from_date <= '{day}' AND (to_date IS NULL OR to_date >= '{day}') GROUP BY registry_key ORDER BY 1"
    );
    let summed = format!(
        "SELECT registry_key || ' ' || sum(change) FROM member_changes JOIN units ON units.id = unit_id
         WHERE on_date <= '{day}' GROUP BY registry_key HAVING sum(change) <> 0 ORDER BY 1"
    );
    (world.texts(&counted).await, world.texts(&summed).await)
}

/// Each unit with its cases and those under it, by kind, counted, and as the sums have it.
pub(crate) async fn cases(world: &World) -> (Vec<String>, Vec<String>) {
    let kind = "sensitivity || ' ' || case_type || ' ' || status";
    let counted = format!(
        "SELECT registry_key || ' ' || {kind} || ' ' || count(*) FROM cases JOIN unit_paths ON unit_paths.unit_id = cases.unit_id
         JOIN units ON units.id = above_id GROUP BY registry_key, sensitivity, case_type, status ORDER BY 1"
    );
    let summed = format!(
        "SELECT registry_key || ' ' || {kind} || ' ' || cases FROM case_totals JOIN units ON units.id = unit_id WHERE cases <> 0 ORDER BY 1"
    );
    (world.texts(&counted).await, world.texts(&summed).await)
}

both! {
    async fn the_sums_are_the_cases_wherever_units_move(world: World) {
        let mut union = Union::small();
        union.unit("K2", UnitKind::County, Some("F"));
        world.import(&union).await;
        let same = async |above: &str, number: usize| {
            let (counted, summed) = cases(&world).await;
            assert_eq!(counted, summed);
            assert_eq!(summed.iter().filter(|row| row.starts_with(&format!("{above} "))).count(), number, "{summed:?}");
        };
        let rep = world.viewer("rep").await;
        for sensitivity in [Sensitivity::General, Sensitivity::General, Sensitivity::Health] {
            opened(&world, &rep, "m1", sensitivity).await;
        }
        same("K", 2).await;
        for (county, other) in [("K2", "K"), ("K", "K2")] {
            union.units.iter_mut().find(|unit| unit.id == "L1").unwrap().parent = Some(county.to_owned());
            world.import(&union).await;
            same(county, 2).await;
            same(other, 0).await;
            opened(&world, &world.viewer("outsider").await, "m3", Sensitivity::General).await;
        }
    }

    async fn the_sums_are_the_rows_on_every_day_and_after_every_file(world: World) {
        let mut union = Union::small();
        union.unit("L3", UnitKind::Local, Some("K"));
        for (member, from, to) in [("m1", -5, Some(2)), ("m1", 3, Some(6)), ("m2", 1, None), ("m3", -9, Some(-1))] {
            let job = union.works(member, 21);
            (job.from, job.to) = (in_days(from), to.map(in_days));
        }
        union.members[1].left = Some(in_days(4));
        world.import(&union).await;
        for file in 0..4 {
            for n in -12..12 {
                let (counted, summed) = sizes(&world, in_days(n)).await;
                assert_eq!(counted, summed, "file {file}, day {n}");
                assert!(!counted.is_empty());
            }
            match file {
                0 => union.members[0].shielded = Some(true),
                1 => union.leave_out("m2"),
                _ => {
                    union.members[0].shielded = None;
                    union.members[0].local = "L3".to_owned();
                }
            }
            world.import(&union).await;
        }
    }

    async fn a_unit_s_new_parent_moves_its_members(world: World) {
        let mut union = Union::small();
        union.unit("K2", UnitKind::County, Some("F"));
        union.holds("m2", Office::COUNTY_LEADER, "K2");
        world.import(&union).await;
        let total = async || all_members(&world, &world.viewer("m2").await, MemberFilter::default()).await.0;
        assert_eq!(total().await, 0);
        union.units.iter_mut().find(|unit| unit.id == "L1").unwrap().parent = Some("K2".to_owned());
        world.import(&union).await;
        assert_eq!(total().await, 5);
        union.units.iter_mut().find(|unit| unit.id == "L1").unwrap().parent = Some("K".to_owned());
        world.import(&union).await;
        assert_eq!(total().await, 0);
    }

    async fn a_new_owner_of_a_workplace_changes_whom_the_chief_representative_sees(world: World) {
        let mut union = Union::small();
        union.holds("officer", Office::CHIEF_REP, "C2").workplace = Some(org(2));
        union.mandates.retain(|mandate| mandate.office != Office::LOCAL_LEADER);
        world.import(&union).await;
        let total = async || all_members(&world, &world.viewer("officer").await, MemberFilter::default()).await.0;
        assert_eq!(total().await, 2);
        union.employers.iter_mut().find(|unit| unit["organisasjonsnummer"] == org(12).to_string()).unwrap()["overordnetEnhet"] =
            org(2).to_string().into();
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(total().await, 4);
    }

    async fn a_database_from_before_is_filled_at_start(world: World) {
        world.import(&Union::small()).await;
        let before = world.contents(&[]).await;
        world.run("DELETE FROM reach").await;
        world.run("DELETE FROM member_changes").await;
        world.run("DELETE FROM unit_paths").await;
        world.run("DELETE FROM employer_paths").await;
        drop(store::Store::open(world.options.clone()).await.unwrap());
        assert_eq!(world.contents(&[]).await, before);
    }
}
