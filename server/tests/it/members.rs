//! The member list and the card, page by page, as a browser without script shows them.

use domain::text::sort_key;

use crate::journeys::texts;
use crate::naive::Files;
use crate::world::{Client, HOME, KINDERGARTEN, SCHOOL, Union, World, day};

/// Goes through the list by its links: the count it says, and the names in its order.
pub(crate) async fn all_pages(client: &mut Client, from: &str) -> (usize, Vec<String>) {
    let mut names = Vec::new();
    let mut next = Some(from.to_owned());
    let mut count = None;
    while let Some(path) = next {
        let page = client.get(&path).await;
        assert_eq!(page.status(), 200, "{path}");
        let said: usize = page.text_of(".k-count").unwrap_or("0".to_owned()).split(' ').next().unwrap().parse().unwrap();
        assert_eq!(*count.get_or_insert(said), said, "every page says the same count");
        let rows = texts(&page, "table tbody tr a");
        assert!(rows.len() <= 50);
        names.extend(rows);
        next = page.attributes("nav.k-pager a[rel=next]", "href").into_iter().next().flatten();
        assert!(names.len() <= said, "the pages go round in a circle");
    }
    (count.unwrap(), names)
}

fn sorted(mut names: Vec<String>) -> Vec<String> {
    names.sort_unstable();
    names
}

#[tokio::test]
async fn everybody_sees_exactly_the_members_that_the_files_give_them() {
    let (world, union) = (World::peopled().await, Union::small());
    let files = Files { lines: &union.lines, parents: union.parents(), today: day("2026-09-21") };
    for (who, member, least) in [
        ("ptv", "1", 60),
        ("leader", "2", 60),
        ("narrow", "5", 5),
        ("leader-b", "6", 3),
        ("officer", "7", 60),
        ("outsider", "8", 2),
        ("board", "10", 0),
    ] {
        let (count, names) = all_pages(&mut world.login(who).await, "/medlemmer").await;
        let expected = files.names_shown_to(member);
        assert!(expected.len() >= least, "{who}: {expected:?}");
        assert_eq!((count, sorted(names.clone())), (expected.len(), expected), "{who}");
        let in_order = |name: &String| {
            let member = files.members().find(|member| format!("{} {}", member.given_name, member.family_name) == *name).unwrap();
            sort_key(&format!("{} {}", member.family_name, member.given_name))
        };
        assert!(names.is_sorted_by_key(in_order), "{who}: {names:?}");
        for hidden in ["Skjult Dal", "Kari Hemmelig", "Ola Sluttet", "Ole Fremtid"] {
            assert!(!names.iter().any(|name| name == hidden), "{who} sees {hidden}");
        }
    }
}

#[tokio::test]
async fn an_office_that_gives_no_list_is_told_so() {
    let world = World::peopled().await;
    let page = world.login("board").await.get("/medlemmer").await;
    assert!(page.text().contains("Vervet ditt gir ikke medlemsliste"));
    assert_eq!(texts(&page, "table").len(), 0);
}

#[tokio::test]
async fn a_search_finds_the_beginnings_of_words_and_keeps_what_was_typed() {
    let world = World::peopled().await;
    let mut client = world.login("ptv").await;
    for (typed, found) in [
        ("ada", vec!["Ada Abelvik"]),
        ("ABEL ad", vec!["Ada Abelvik"]),
        ("vik", vec![]),
        ("%", vec![]),
        ("_", vec![]),
        ("\\", vec![]),
        ("'; DROP TABLE members; --", vec![]),
        ("a\0da", vec!["Ada Abelvik"]),
        ("tor tosteder", vec!["Tor Tosteder"]),
        ("Naboen", vec![]),
        ("Skjult", vec![]),
    ] {
        let path = format!("/medlemmer?q={}", app::routes::encode(typed));
        let (count, names) = all_pages(&mut client, &path).await;
        assert_eq!((count, names), (found.len(), found.iter().map(|name| (*name).to_owned()).collect()), "{typed:?}");
    }
    let page = client.get("/medlemmer?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E").await;
    assert_eq!(page.attributes("input[name=q]", "value")[0].as_deref(), Some("<script>alert(1)</script>"));
    assert!(
        page.text().contains("Ingen treff på «&lt;script>alert(1)&lt;/script>»") || page.text().contains("Ingen treff på «&lt;script&gt;")
    );
    // Accents do not matter, letters of their own do; double names are two words.
    for (typed, word) in [("elise", "Élise"), ("åse", "Åse"), ("ærø", "Dahl-Ærø"), ("øi", "Øien")] {
        let (count, names) = all_pages(&mut client, &format!("/medlemmer?q={}", app::routes::encode(typed))).await;
        assert!(count > 0 && names.iter().all(|name| name.contains(word)), "{typed}: {names:?}");
    }
}

#[tokio::test]
async fn a_workplace_narrows_the_list_and_paging_keeps_it_narrow() {
    let (world, union) = (World::peopled().await, Union::small());
    let files = Files { lines: &union.lines, parents: union.parents(), today: day("2026-09-21") };
    let at = |workplace: &str| {
        let there = |id: &str| files.employments().any(|job| job.member == id && job.workplace.as_str() == workplace && job.to.is_none());
        files.shown_to("1").into_iter().filter(|member| there(&member.id)).count()
    };
    let mut client = world.login("ptv").await;
    let page = client.get("/medlemmer").await;
    let options = texts(&page, "select[name=arbeidsplass] option");
    assert!(options.contains(&format!("Granlia skole ({})", at(SCHOOL))), "{options:?}");
    assert!(options.contains(&format!("Granlia sykehjem ({})", at(HOME))), "{options:?}");
    assert!(!options.iter().any(|option| option.contains("Furumo")), "{options:?}");
    let (count, names) = all_pages(&mut client, &format!("/medlemmer?arbeidsplass={SCHOOL}")).await;
    assert!(count > 50 && count == at(SCHOOL) && names.len() == count);
    let (count, names) = all_pages(&mut client, &format!("/medlemmer?arbeidsplass={HOME}&q=tor")).await;
    assert_eq!((count, names), (1, vec!["Tor Tosteder".to_owned()]));
    // A workplace of somebody else's club gives nobody, though somebody in the list works there too.
    assert_eq!(all_pages(&mut client, &format!("/medlemmer?arbeidsplass={KINDERGARTEN}")).await.0, 0);
    let page = client.get(&format!("/medlemmer?arbeidsplass={KINDERGARTEN}&q=tor")).await;
    assert!(!page.text().contains("Tor Tosteder") && !page.text().contains("Furumo barnehage"));
}

#[tokio::test]
async fn a_place_in_the_list_that_somebody_made_up_shows_no_more_than_the_list() {
    let (world, union) = (World::peopled().await, Union::small());
    let files = Files { lines: &union.lines, parents: union.parents(), today: day("2026-09-21") };
    let mine = files.names_shown_to("5");
    let mut client = world.login("narrow").await;
    let id = world.member_id("20").await;
    for after in [format!("{id}~"), format!("{id}~a\0"), "x~y".to_owned(), "~".to_owned(), format!("{id}~' OR 1=1"), "\0".to_owned()] {
        let (_, names) = all_pages_once(&mut client, &format!("/medlemmer?etter={}", app::routes::encode(&after))).await;
        assert!(names.iter().all(|name| mine.contains(name)), "{after:?}: {names:?}");
    }
}

/// One page alone.
async fn all_pages_once(client: &mut Client, path: &str) -> (Option<String>, Vec<String>) {
    let page = client.get(path).await;
    assert_eq!(page.status(), 200, "{path}");
    (page.text_of(".k-count"), texts(&page, "table tbody tr a"))
}

#[tokio::test]
async fn the_card_shows_how_to_reach_somebody_and_why_one_may() {
    let world = World::peopled().await;
    let id = world.member_id("20").await;
    let mut client = world.login("ptv").await;
    let card = client.get(&format!("/medlemmer/{id}")).await;
    assert_eq!(card.text_of("h1").as_deref(), Some("Ada Abelvik"));
    let links: Vec<_> = card.attributes("main a", "href").into_iter().flatten().collect();
    for link in ["tel:40000200", "mailto:ada@example.com", &format!("/saker/ny?medlem={id}")] {
        assert!(links.iter().any(|own| own == link), "{link}: {links:?}");
    }
    assert!(card.text().contains("Du ser dette fordi du er plasstillitsvalgt i Klubben ved Granlia."));
    let page = world.login("officer").await.get(&format!("/medlemmer/{id}")).await;
    assert!(page.text().contains("Du ser dette fordi du er leder i fagforeningen i Solvik fagforening."));
    assert!(page.text().contains("/saker/ny?medlem="), "the leader of a local opens cases where there is no representative");
    // The national id is masked wherever it is shown, and only the date part is.
    assert!(!card.text().contains(crate::world::person("ptv")) && card.text().contains("*****"));
}

#[tokio::test]
async fn a_case_begun_on_a_card_is_about_that_member() {
    let world = World::peopled().await;
    let id = world.member_id("20").await;
    let mut client = world.login("ptv").await;
    let to = client.get(&format!("/saker/ny?medlem={id}")).await;
    let to = to.location().unwrap().to_owned();
    assert!(to.ends_with(&format!("/hva?medlem={id}")), "{to}");
    let page = client.get(&to).await;
    let (draft, member) = (page.attributes("input[name=draft]", "value"), page.attributes("input[name=member]", "value"));
    assert_eq!(member, [Some(id.clone())]);
    let draft = draft[0].clone().unwrap();
    let fields = [("draft", draft.as_str()), ("member", &id), ("case_type", "FERIE")];
    let next = crate::journeys::send(&mut client, "/api/cases/new/about", &fields).await;
    assert_eq!(next, format!("/saker/ny/{draft}/hendelse"), "nobody is asked who it is about");
}
