//! Every address that the router serves, taken from the router itself: nobody has to remember one.

use std::collections::BTreeSet;

use super::seen::{Class, Seen};
use crate::access::{Caller, Gets, rows};
use crate::scene::Scene;
use crate::world::World;

/// An address that is neither a page nor a server function: what is asked there, and what others than the right person
/// get.
#[derive(Debug, Clone, Copy)]
pub(super) struct Plain {
    /// As it is registered.
    pub(super) route: &'static str,
    /// What is asked for; see [`Scene::fill`].
    pub(super) path: &'static str,
    /// What is sent; `None` to ask with GET.
    pub(super) fields: Option<&'static [(&'static str, &'static str)]>,
    /// Nobody is logged in.
    pub(super) anonymous: Class,
    /// A member without a mandate.
    pub(super) without: Class,
    /// Somebody with a mandate who is not the right one, if there is a right one.
    pub(super) outsider: Class,
}

const fn plain(route: &'static str, fields: Option<&'static [(&'static str, &'static str)]>, class: Class) -> Plain {
    Plain { route, path: route, fields, anonymous: class, without: class, outsider: class }
}

/// All of them but files. A new one is put here, by hand: without, the test below fails.
pub(super) const PLAIN: [Plain; 10] = [
    plain("/helse", None, Class::It),
    plain("/logg-inn", None, Class::Done),
    plain("/logg-inn/svar", None, Class::Login),
    plain("/logg-ut/svar", None, Class::Done),
    plain("/sprak", Some(&[("lang", "nn"), ("til", "/mer")]), Class::Done),
    Plain { anonymous: Class::Login, without: Class::NoMandate, ..plain("/api/{*unknown}", Some(&[("id", "{case}")]), Class::NotFound) },
    Plain {
        route: "/innsyn/{id}/oppslag.csv",
        path: "/innsyn/{member}/oppslag.csv",
        anonymous: Class::Login,
        without: Class::NoMandate,
        ..plain("", None, Class::NotFound)
    },
    // A text is shown to nobody: it is there to be saved. Pictures are tried in `documents`.
    Plain {
        route: "/saker/{id}/dokumenter/{document}/{number}/vis",
        path: "/saker/{case}/dokumenter/{document}/1/vis",
        anonymous: Class::Login,
        without: Class::NoMandate,
        ..plain("", None, Class::NotFound)
    },
    // Nor has a text any pages. Those of a PDF are tried in `documents`.
    Plain {
        route: "/saker/{id}/dokumenter/{document}/{number}/side/{page}",
        path: "/saker/{case}/dokumenter/{document}/1/side/1",
        anonymous: Class::Login,
        without: Class::NoMandate,
        ..plain("", None, Class::NotFound)
    },
    // Last: it ends the session. Whoever had one is shown the way to end it at the provider too.
    Plain { anonymous: Class::Done, ..plain("/logg-ut", Some(&[]), Class::It) },
];

/// The files, which hold nothing about anybody.
const FILES: [&str; 8] =
    ["/pkg", "/fonts", "/icons", "/favicon.ico", "/favicon.svg", "/apple-touch-icon.png", "/manifest.webmanifest", "/robots.txt"];

/// Every address but those of files, as the router describes them.
pub(super) fn served(world: &World) -> BTreeSet<String> {
    let described = world.described();
    let paths = described.split("RouteId(").filter_map(|part| part.split_once("): \"")).filter_map(|(_, rest)| rest.split('"').next());
    let is_file = |path: &str| FILES.iter().any(|file| path == *file || path.starts_with(&format!("{file}/")));
    // What axum puts there for everything else is no address.
    let is_fallback = |path: &str| path.contains("__private__axum_fallback");
    paths.filter(|path| path.starts_with('/') && !is_file(path) && !is_fallback(path)).map(str::to_owned).collect()
}

#[tokio::test]
async fn every_address_of_the_router_is_in_a_table() {
    let world = World::new().await;
    let served = served(&world);
    let listed: BTreeSet<String> = rows().iter().map(|row| row.route).chain(PLAIN.iter().map(|row| row.route)).map(str::to_owned).collect();
    assert!(served.len() > 40, "{served:?}");
    let missing: Vec<_> = served.difference(&listed).collect();
    assert!(
        missing.is_empty(),
        "{missing:?}: a page or a server function needs its row in server/tests/it/access/rows.rs, any other address one in \
         PLAIN in server/tests/it/authz/routes.rs (docs/adding-a-page.md)"
    );
    assert_eq!(listed.difference(&served).collect::<Vec<_>>(), Vec::<&String>::new(), "in a table, and not served");
}

impl Plain {
    async fn ask(&self, scene: &Scene, who: &str, swap: Option<(&str, &str)>) -> Seen {
        let fill = |template: &str| scene.fill(&swap.map_or_else(|| template.to_owned(), |(id, other)| template.replace(id, other)));
        let (mut client, path) = (scene.client(who), fill(&self.path.replace("{*unknown}", "finnes/ikke")));
        match self.fields {
            None => Seen::page(&mut client, &path).await,
            Some(fields) => {
                let fields: Vec<(&str, String)> = fields.iter().map(|(name, value)| (*name, fill(value))).collect();
                let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
                Seen::of(client.post_form(&path, &fields).await)
            }
        }
    }
}

/// What the table of pages and functions says is tried in `access_table`, `no_effect` and `existence`; the same here for
/// what is neither.
#[tokio::test]
async fn the_other_addresses_answer_as_their_table_says_and_change_nothing() {
    let scene = Scene::new().await;
    let before = scene.world.contents().await;
    for row in PLAIN {
        for (who, class) in [
            ("anonymous", row.anonymous),
            ("member", row.without),
            ("outsider", row.outsider),
            ("leader", row.outsider),
            ("ptv", row.outsider),
        ] {
            let seen = row.ask(&scene, who, None).await;
            assert_eq!(seen.class(), class, "{who} at {}: {seen:?}", row.route);
            // The way to the login says where one was going.
            let told = if class == Class::Login { "" } else { seen.location.as_deref().unwrap_or_default() };
            assert!(scene.secrets_in(&seen.text).is_empty() && scene.secrets_in(told).is_empty(), "{who} at {}: {seen:?}", row.route);
            if row.path.contains("{member}") {
                let random = row.ask(&scene, who, Some(("{member}", "{key}"))).await;
                assert_eq!((random.class(), random.location.is_some()), (class, seen.location.is_some()), "{who} at {}", row.route);
            }
        }
    }
    assert!(before == scene.world.contents().await, "something is otherwise");
}

/// The tables of pages and functions do not forget a way to ask: a form, a program, a page.
#[test]
fn each_row_says_what_everybody_gets() {
    for row in rows() {
        let refused = row.others().into_iter().filter(|(_, gets)| !matches!(gets, Gets::It | Gets::OnlyOwn)).count();
        assert!(refused >= 2 || ["/", "/logg-inn/feil", "/uten-verv"].contains(&row.route), "{}: who is refused?", row.route);
        assert_eq!(row.callers().contains(&Caller::Page), row.fields.is_none(), "{}", row.route);
    }
}
