//! Who gets what: each address, asked by each kind of person.

use std::collections::BTreeSet;

use crate::access::{Caller, Gets, Row, rows};
use crate::scene::Scene;

/// What the program really serves.
async fn registered() -> [BTreeSet<String>; 3] {
    // Only to be sure that everything is linked and registered.
    drop(crate::world::World::new().await);
    let pages = server::page_routes().into_iter().map(|route| route.path().to_owned()).collect();
    let functions = leptos::server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned()).collect();
    // What is shown instead of saved has its own table (`authz::routes`), and where files are sent is where their form stands.
    let documents = server::DOCUMENT_ROUTES.into_iter().filter(|(_, path)| path.ends_with("/fil"));
    let files = server::FILE_ROUTES.into_iter().chain(documents).map(|(_, path)| path.to_owned()).collect();
    [pages, functions, files]
}

#[tokio::test]
async fn every_page_every_server_function_and_every_file_has_a_row_and_every_row_is_one_of_them() {
    let [pages, functions, files] = registered().await;
    let of =
        |kind: fn(&Row) -> bool| -> BTreeSet<String> { rows().iter().filter(|row| kind(row)).map(|row| row.route.to_owned()).collect() };
    let (listed_pages, listed_functions) = (of(|row| row.fields.is_none() && !row.file), of(Row::is_function));
    let differing = |real: &BTreeSet<String>, listed: &BTreeSet<String>| real.symmetric_difference(listed).cloned().collect::<Vec<_>>();
    assert_eq!(differing(&pages, &listed_pages), Vec::<String>::new(), "pages without a row, or rows without a page");
    assert_eq!(differing(&functions, &listed_functions), Vec::<String>::new(), "functions without a row, or rows without a function");
    assert_eq!(differing(&files, &of(|row| row.file)), Vec::<String>::new(), "files without a row, or rows without a file");
    assert_eq!(rows().len(), pages.len() + functions.len() + files.len(), "one row each");
    assert!(pages.len() > 10 && functions.len() > 10);
}

/// An address begins as it is registered: a row cannot test something else than it says.
#[test]
fn each_row_asks_the_address_it_stands_for() {
    for Row { route, path, .. } in rows() {
        let asked: Vec<_> = path.split('?').next().unwrap().split('/').collect();
        let listed: Vec<_> = route.split('/').collect();
        assert!(asked.len() == listed.len() && asked.iter().zip(&listed).all(|(a, b)| a == b || b.starts_with('{')), "{route} {path}");
    }
}

#[tokio::test]
async fn everybody_is_answered_as_the_table_says() {
    let scene = Scene::new().await;
    let mut wrong = Vec::new();
    for row in rows() {
        for caller in row.callers() {
            for (who, gets) in row.others() {
                let answer = row.ask(&scene, &mut scene.client(who), *caller, None).await;
                wrong.extend(row.judge(&scene, *caller, gets, &answer).err().map(|what| format!("{who}: {what}")));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[tokio::test]
async fn the_right_person_is_shown_what_the_table_says() {
    let scene = Scene::new().await;
    let mut wrong = Vec::new();
    for row in rows() {
        for caller in row.callers() {
            let (who, shows) = row.right;
            let answer = row.ask(&scene, &mut scene.client(who), *caller, None).await;
            wrong.extend(row.judge(&scene, *caller, Gets::It, &answer).err());
            if (*caller != Caller::Form || row.file) && !answer.text().contains(&scene.fill(shows)) {
                wrong.push(format!("{} {caller:?} does not show {shows}", row.route));
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// A case of the representative's about a member at the school, one about her health, the form to write in the first,
/// her card, and the card of somebody with a protected address.
const PEOPLE_AND_THINGS: &str = "
    ptv       200 200 200 200 404
    leader    200 404 403 200 404
    narrow    404 404 404 404 404
    leader-b  404 404 404 404 404
    officer   200 404 403 200 404
    board     404 404 404 404 404
    outsider  404 404 404 404 404
    member    303 303 303 303 303
    former    303 303 303 303 303
    anonymous 303 303 303 303 303
";

#[tokio::test]
async fn each_person_and_each_thing() {
    let scene = Scene::new().await;
    let things = ["/saker/{case}", "/saker/{health}", "/saker/{case}/notat", "/medlemmer/{member}", "/medlemmer/{protected}"];
    for line in PEOPLE_AND_THINGS.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let who = line.split(' ').next().unwrap();
        let mut seen = format!("{who:<9}");
        for thing in things {
            let status = scene.client(who).get(&scene.fill(thing)).await.status();
            seen.push_str(&format!(" {status}"));
        }
        assert_eq!(seen, line);
    }
}
