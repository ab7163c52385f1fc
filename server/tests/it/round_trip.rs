//! The invented union, from files to screen: nothing is lost, nothing is added.

use std::collections::BTreeMap;
use std::io::Cursor;

use domain::identity::{Accept, OrgNumber};
use domain::registry::Line;
use serde::Serialize;
use server::seed::{self, Union};
use store::registry::{Asked, Outcome, Report, Tally, read};

use crate::members::all_pages;
use crate::naive::Files;
use crate::world::{World, day};

/// As `klar seed` writes the register's files, and `klar import employers` reads them.
fn register_file<T: Serialize>(entities: &[T]) -> Cursor<Vec<u8>> {
    Cursor::new(serde_json::to_vec(entities).unwrap())
}

fn registry_file(lines: &[Line]) -> Vec<u8> {
    lines.iter().flat_map(|line| [serde_json::to_vec(line).unwrap(), b"\n".to_vec()]).flatten().collect()
}

fn parents(union: &Union) -> BTreeMap<OrgNumber, OrgNumber> {
    let employers = union.employers.iter().filter_map(|one| Some((one.organisasjonsnummer, one.overordnet_enhet?)));
    employers.chain(union.workplaces.iter().map(|one| (one.organisasjonsnummer, one.overordnet_enhet))).collect()
}

async fn import(world: &World, union: &Union) -> (store::employers::Report, Report) {
    let employers = world.store.import_employers(vec![register_file(&union.employers), register_file(&union.workplaces)]).await.unwrap();
    let file = read(registry_file(&union.lines).as_slice()).unwrap();
    assert!(file.rejected.is_empty(), "{:?}", file.rejected);
    match world.store.import_registry(file.lines, &Asked::of(Accept::SyntheticOnly)).await.unwrap().outcome {
        Outcome::Applied(report) => (employers, report),
        other => panic!("{other:?}"),
    }
}

/// Units, coverages, members, employments and mandates.
fn counted(lines: &[Line]) -> [u64; 5] {
    let mut counted = [0; 5];
    for line in lines {
        counted[match line {
            Line::Unit(_) => 0,
            Line::Coverage(_) => 1,
            Line::Member(_) => 2,
            Line::Employment(_) => 3,
            Line::Mandate(_) => 4,
            Line::File(_) | Line::End(_) => panic!("a full file"),
        }] += 1;
    }
    counted
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_in_the_files_is_in_the_database_and_on_the_screen() {
    let union = seed::demo(1).unwrap();
    let files = Files { lines: &union.lines, parents: parents(&union), today: day("2026-09-21") };
    let people: Vec<_> = union.personas.iter().map(|one| (one.key, one.name.as_str(), one.national_id.expose())).collect();
    let world = World::empty("", &people).await;
    let counted = counted(&union.lines);
    let tallies = |report: Report| [report.units, report.coverages, report.members, report.employments, report.mandates];

    let (employers, registry) = import(&world, &union).await;
    let entities = (union.employers.len() + union.workplaces.len()) as u64;
    assert_eq!((employers.added, employers.changed, employers.unchanged), (entities, 0, 0));
    assert_eq!(tallies(registry), counted.map(|added| Tally { added, ..Tally::default() }));
    let counts = world.store.registry_counts().await.unwrap();
    assert_eq!([counts.units, counts.coverages, counts.members, counts.employments, counts.mandates], counted);
    assert_eq!(counts.club_members, files.sizes());
    assert!(counts.club_members.len() == 60 && counts.club_members.values().all(|size| *size > 0));

    let before = world.contents().await;
    let (employers, registry) = import(&world, &union).await;
    assert_eq!((employers.added, employers.changed, employers.unchanged), (0, 0, entities));
    assert_eq!(tallies(registry), counted.map(|unchanged| Tally { unchanged, ..Tally::default() }));
    assert!(world.contents().await == before, "the second import has changed a row");

    for key in ["ptv", "leader-a", "leader-b", "officer"] {
        let persona = union.persona(key).unwrap();
        let member = files.members().find(|member| member.national_id == persona.national_id).unwrap();
        let mut client = world.login_with(persona.national_id.expose()).await;
        let (count, names) = all_pages(&mut client, "/medlemmer").await;
        let mut sorted = names.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, files.names_shown_to(&member.id), "{key}");
        assert_eq!(count, names.len(), "{key}: the count is exact");
        assert!(names.len() > 5, "{key}");
    }
}
