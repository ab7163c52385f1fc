//! The change feed's cursor and lease, what a page of it does, and what calls for attention.

use domain::identity::OrgNumber;
use serde_json::{Value, json};
use store::StoreError;
use store::employers::{Cursor, Entity, Feed, Followed, Found, Page};
use uuid::Uuid;

use crate::naive;
use crate::union::{TODAY, Union, day, in_days, org};
use crate::world::{World, both};

const NODE: Uuid = Uuid::from_u128(1);
const OTHER: Uuid = Uuid::from_u128(2);

fn entity(value: &Value) -> Found {
    Found::Entity(Box::new(serde_json::from_value::<Entity>(value.clone()).unwrap()))
}

fn find(union: &mut Union, n: u32) -> &mut Value {
    union.employers.iter_mut().find(|entity| entity["organisasjonsnummer"] == json!(org(n))).unwrap()
}

/// A union with a follower whose feeds have been read up to change 100.
async fn following(world: &World) -> Union {
    let union = Union::small();
    world.import(&union).await;
    assert!(world.store.hold_register_lease(NODE).await.unwrap());
    for feed in Feed::ALL {
        world.store.begin_register_feed(NODE, feed, 100).await.unwrap();
    }
    union
}

async fn apply(world: &World, after: i64, found: Vec<Found>) -> Result<Followed, StoreError> {
    world.store.apply_register_page(NODE, Feed::Underenheter, Page { after, last: after + 10, found }).await
}

/// (number, kind, before, after, source), the oldest first.
async fn alerts(world: &World) -> Vec<[String; 5]> {
    let sql = "SELECT employer_number, kind, coalesce(old_value, ''), coalesce(new_value, ''), source FROM employer_alerts ORDER BY noticed_at, id";
    let text = |row: &sea_orm::QueryResult, i| -> String { row.try_get_by_index(i).unwrap() };
    world.rows(sql).await.iter().map(|row| [0, 1, 2, 3, 4].map(|i| text(row, i))).collect()
}

fn alert(number: OrgNumber, kind: &str, before: &str, after: &str, source: &str) -> [String; 5] {
    [number.as_str(), kind, before, after, source].map(str::to_owned)
}

async fn field(world: &World, number: OrgNumber, column: &str) -> Option<String> {
    let rows = world.rows(&format!("SELECT CAST({column} AS text) FROM employer_units WHERE number = '{number}'")).await;
    rows[0].try_get_by_index(0).unwrap()
}

async fn cursor(world: &World, feed: Feed) -> Option<Cursor> {
    world.store.register_cursor(feed).await.unwrap()
}

both! {
    async fn a_bulk_file_tells_what_has_changed_once(world: World) {
        let mut union = Union::small();
        find(&mut union, 11)["antallAnsatte"] = json!(100);
        world.import(&union).await;
        assert_eq!(alerts(&world).await, Vec::<[String; 5]>::new(), "what is new has not changed");
        find(&mut union, 1)["konkurs"] = json!(true);
        find(&mut union, 1)["konkursdato"] = json!("2026-03-01");
        find(&mut union, 11)["datoEierskifte"] = json!("2026-02-01");
        find(&mut union, 11)["overordnetEnhet"] = json!(org(2));
        find(&mut union, 11)["antallAnsatte"] = json!(70);
        find(&mut union, 12)["nedleggelsesdato"] = json!("2026-06-30");
        find(&mut union, 21)["underAvvikling"] = json!(true);
        let report = world.store.import_employers(union.employer_files()).await.unwrap();
        let mut expected = vec![
            alert(org(1), "bankruptcy", "", "2026-03-01", "bulk"),
            alert(org(11), "new_owner", "", "2026-02-01", "bulk"),
            alert(org(11), "new_parent", org(1).as_str(), org(2).as_str(), "bulk"),
            alert(org(11), "fewer_heads", "100", "70", "bulk"),
            alert(org(12), "closure", "", "2026-06-30", "bulk"),
            alert(org(21), "winding_up", "", "", "bulk"),
        ];
        let mut told = alerts(&world).await;
        told.sort();
        expected.sort();
        assert_eq!((report.alerts, &told), (6, &expected));
        let again = world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!((again.alerts, again.changed, alerts(&world).await.len()), (0, 0, 6));
        // The same said by the feed is not told again, nor is what was taken back and comes once more.
        let bankrupt = find(&mut union, 1).clone();
        for flag in [false, true] {
            find(&mut union, 1)["konkurs"] = json!(flag);
            world.store.import_employers(union.employer_files()).await.unwrap();
        }
        assert!(world.store.hold_register_lease(NODE).await.unwrap());
        world.store.begin_register_feed(NODE, Feed::Underenheter, 100).await.unwrap();
        assert_eq!(apply(&world, 100, vec![entity(&bankrupt)]).await.unwrap(), Followed::default());
        assert_eq!(alerts(&world).await.len(), 6);
    }

    async fn what_an_older_program_loaded_is_no_news(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        world.run("UPDATE employer_units SET read_at = NULL, digest = employer_units.digest, employees = 50, employees_baseline = NULL").await;
        find(&mut union, 11)["datoEierskifte"] = json!("2019-01-01");
        find(&mut union, 12)["antallAnsatte"] = json!(80);
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(alerts(&world).await, [alert(org(12), "more_heads", "50", "80", "bulk")]);
        find(&mut union, 11)["datoEierskifte"] = json!("2026-01-01");
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(alerts(&world).await.len(), 2, "and now it is known");
    }

    async fn small_steps_are_told_of_when_they_have_become_a_large_one(world: World) {
        let mut union = Union::small();
        let mut heads = async |n: i64| {
            find(&mut union, 11)["antallAnsatte"] = json!(n);
            world.import(&union).await;
            alerts(&world).await.len()
        };
        assert_eq!([heads(100).await, heads(115).await, heads(120).await, heads(130).await, heads(144).await], [0, 0, 1, 1, 2]);
    }

    async fn the_cursor_moves_with_what_it_brought_or_not_at_all(world: World) {
        let mut union = following(&world).await;
        find(&mut union, 11)["konkurs"] = json!(true);
        let page = vec![entity(find(&mut union, 11))];
        let before = world.contents(&[]).await;
        // Somebody has moved the cursor, or the page is a repeated one.
        for after in [99, 110] {
            assert!(matches!(apply(&world, after, page.clone()).await, Err(StoreError::Conflict)));
        }
        assert_eq!(world.contents(&[]).await, before);
        assert_eq!(apply(&world, 100, page.clone()).await.unwrap(), Followed { changed: 1, alerts: 1 });
        assert_eq!(cursor(&world, Feed::Underenheter).await, Some(Cursor::After(110)));
        assert_eq!(cursor(&world, Feed::Enheter).await, Some(Cursor::After(100)));
        let before = world.contents(&[]).await;
        assert!(matches!(apply(&world, 100, page.clone()).await, Err(StoreError::Conflict)));
        assert_eq!(world.contents(&[]).await, before);
        // The same units on the next page have not changed.
        assert_eq!(apply(&world, 110, page).await.unwrap(), Followed::default());
        assert_eq!(alerts(&world).await, [alert(org(11), "bankruptcy", "", "", "feed")]);
    }

    async fn one_node_follows_at_a_time(world: World) {
        let union = following(&world).await;
        assert!(!world.store.hold_register_lease(OTHER).await.unwrap());
        assert!(world.store.hold_register_lease(NODE).await.unwrap(), "it may hold on");
        let (one, two) = tokio::join!(world.store.hold_register_lease(OTHER), world.store.hold_register_lease(Uuid::from_u128(3)));
        assert!(!one.unwrap() && !two.unwrap());
        // A node that has died is waited for, and one that has only slept writes nothing more.
        world.clock.advance_seconds(181);
        assert!(world.store.hold_register_lease(OTHER).await.unwrap());
        let before = world.contents(&[]).await;
        let outcome = apply(&world, 100, vec![entity(&union.employers[0])]).await;
        assert!(matches!(outcome, Err(StoreError::Conflict)));
        assert!(matches!(world.store.begin_register_feed(NODE, Feed::Enheter, 5).await, Err(StoreError::Conflict)));
        assert_eq!(world.contents(&[]).await, before);
        world.store.release_register_lease(NODE).await.unwrap();
        assert!(!world.store.hold_register_lease(NODE).await.unwrap(), "nobody gives back what another holds");
        world.store.release_register_lease(OTHER).await.unwrap();
        assert!(world.store.hold_register_lease(NODE).await.unwrap(), "what was given back is free");
    }

    async fn the_feeds_go_on_from_the_day_before_the_bulk_file(world: World) {
        assert_eq!(cursor(&world, Feed::Enheter).await, None);
        following(&world).await;
        let union = Union::small();
        world.store.import_employers_of(union.employer_files(), day("2026-03-10")).await.unwrap();
        for feed in Feed::ALL {
            assert_eq!(cursor(&world, feed).await, Some(Cursor::From(day("2026-03-09"))), "a bulk file is gone on from");
        }
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!(cursor(&world, Feed::Enheter).await, Some(Cursor::From(in_days(-1))), "{TODAY}");
    }

    async fn a_workplace_that_changes_hands_in_the_feed_changes_club_at_once(world: World) {
        let mut union = following(&world).await;
        find(&mut union, 11)["overordnetEnhet"] = json!(org(5));
        union.employer(5, "AS", Some(2));
        let page = vec![entity(find(&mut union, 11)), entity(find(&mut union, 5))];
        assert_eq!(apply(&world, 100, page).await.unwrap(), Followed { changed: 2, alerts: 1 });
        let sql = "SELECT units.registry_key, members.registry_key, workplace_number FROM club_members
            JOIN units ON units.id = club_id JOIN members ON members.id = member_id ORDER BY 1, 2, 3";
        let text = |row: &sea_orm::QueryResult, i| -> String { row.try_get_by_index(i).unwrap() };
        let stored: Vec<_> = world.rows(sql).await.iter().map(|row| (text(row, 0), text(row, 1), text(row, 2))).collect();
        assert_eq!(stored, naive::club_members(&union));
        assert_eq!(alerts(&world).await, [alert(org(11), "new_parent", org(1).as_str(), org(5).as_str(), "feed")]);
    }

    async fn of_a_deleted_unit_we_keep_what_the_register_forgets(world: World) {
        let mut union = following(&world).await;
        find(&mut union, 11)["antallAnsatte"] = json!(40);
        world.store.import_employers(union.employer_files()).await.unwrap();
        world.store.begin_register_feed(NODE, Feed::Underenheter, 100).await.unwrap();
        let deleted = json!({"organisasjonsnummer": org(11), "slettedato": "2026-03-05", "respons_klasse": "SlettetUnderEnhet"});
        apply(&world, 100, vec![entity(&deleted), Found::Deleted(org(12), Some(day("2026-03-06")))]).await.unwrap();
        for (n, on) in [(11, "2026-03-05"), (12, "2026-03-06")] {
            assert_eq!(field(&world, org(n), "closed_on").await.as_deref(), Some(on));
            assert_eq!(field(&world, org(n), "name").await, Some(format!("Arbeidsplass {n}")));
            assert_eq!(field(&world, org(n), "parent_number").await, Some(org(1).to_string()));
            assert_eq!(field(&world, org(n), "kind").await.as_deref(), Some("underenhet"));
        }
        assert_eq!(field(&world, org(11), "employees").await.as_deref(), Some("40"));
        let told = [alert(org(11), "closure", "", "2026-03-05", "feed"), alert(org(12), "closure", "", "2026-03-06", "feed")];
        assert_eq!(alerts(&world).await, told);
    }

    async fn what_is_removed_leaves_a_tombstone_and_nothing_else(world: World) {
        let mut union = Union::small();
        let unit = find(&mut union, 11);
        unit["navn"] = json!("KANARIFUGL MASSASJE");
        unit["beliggenhetsadresse"] = json!({"adresse": ["Kanarifuglveien 1"], "postnummer": "0001", "poststed": "KANARIFUGLDAL", "kommune": "KANARIFUGL"});
        (unit["epostadresse"], unit["telefon"], unit["hjemmeside"]) = (json!("kanarifugl@example.com"), json!("400 00 001"), json!("kanarifugl.example.com"));
        world.import(&union).await;
        assert_eq!(field(&world, org(11), "name").await.as_deref(), Some("Kanarifugl Massasje"));
        assert_eq!(field(&world, org(11), "registered_name").await.as_deref(), Some("KANARIFUGL MASSASJE"));
        assert_eq!(field(&world, org(11), "phone").await.as_deref(), Some("400 00 001"));
        assert!(world.store.hold_register_lease(NODE).await.unwrap());
        world.store.begin_register_feed(NODE, Feed::Underenheter, 100).await.unwrap();
        apply(&world, 100, vec![Found::Removed(org(11)), Found::Removed(org(99))]).await.unwrap();
        let all = world.contents(&[]).await;
        let left: Vec<_> = all.values().flatten().filter(|row| ["anarifugl", "ANARIFUGL", "400 00 001"].iter().any(|word| row.contains(word))).collect();
        assert_eq!(left, Vec::<&String>::new());
        assert_eq!(field(&world, org(11), "name").await, Some(org(11).spaced()));
        assert_eq!(field(&world, org(11), "parent_number").await, Some(org(1).to_string()), "members stay in their clubs");
        assert_eq!(alerts(&world).await, [alert(org(11), "removed", "", "", "feed")]);
        // Again, and from a bulk file that was made before.
        apply(&world, 110, vec![Found::Removed(org(11))]).await.unwrap();
        world.store.import_employers(union.employer_files()).await.unwrap();
        assert_eq!((field(&world, org(11), "name").await, alerts(&world).await.len()), (Some(org(11).spaced()), 1));
        // Only the feed can bring it back.
        world.store.begin_register_feed(NODE, Feed::Underenheter, 200).await.unwrap();
        apply(&world, 200, vec![entity(find(&mut union, 11))]).await.unwrap();
        assert_eq!(field(&world, org(11), "name").await.as_deref(), Some("Kanarifugl Massasje"));
    }
}
