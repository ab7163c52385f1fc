//! The table of who gets what, and how a row of it is asked and judged.

mod rows;

use http::Method;

use crate::scene::Scene;
use crate::world::{Answer, Client, ORIGIN};

pub(crate) use rows::rows;

/// What somebody is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gets {
    /// What was asked for, or done.
    It,
    /// An answer of the same kind with nothing of the scene in it: a list without others' things, a form of one's own.
    OnlyOwn,
    /// As if it did not exist.
    NotFound,
    /// A refusal, for those who may see the thing.
    Forbidden,
    /// Another page.
    To(&'static str),
    /// The login; a program is told why.
    Login,
    /// The page for those without a mandate; a program is told why.
    NoMandate,
}

/// How it is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Caller {
    /// A browser opens a page.
    Page,
    /// The island in the browser, or any program.
    Program,
    /// A form without script.
    Form,
}

/// One address, a request to it, and what each kind of person is answered.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row {
    /// As it is registered.
    pub(crate) route: &'static str,
    /// What is asked for; see [`Scene::fill`].
    pub(crate) path: &'static str,
    /// What is sent; `None` for pages.
    pub(crate) fields: Option<&'static [(&'static str, &'static str)]>,
    /// Whether the answer is a file to be saved.
    pub(crate) file: bool,
    /// Who is right, and what they are shown.
    pub(crate) right: (&'static str, &'static str),
    /// Nobody is logged in.
    pub(crate) anonymous: Gets,
    /// A member without a mandate.
    pub(crate) without: Gets,
    /// A representative in another local.
    pub(crate) outsider: Gets,
    /// Somebody near, who may do less.
    pub(crate) near: (&'static str, Gets),
}

impl Row {
    /// Whether it is a server function, and no page and no file.
    pub(crate) fn is_function(&self) -> bool {
        self.fields.is_some() && !self.file
    }

    /// The ways to ask.
    pub(crate) fn callers(&self) -> &'static [Caller] {
        if self.fields.is_some() { &[Caller::Program, Caller::Form] } else { &[Caller::Page] }
    }

    /// Everybody but the right person.
    pub(crate) fn others(&self) -> [(&'static str, Gets); 4] {
        [("anonymous", self.anonymous), ("member", self.without), ("outsider", self.outsider), self.near]
    }

    /// The ids that the request names.
    pub(crate) fn ids(&self) -> Vec<&'static str> {
        let sent = self.fields.unwrap_or_default().iter().map(|(_, value)| *value);
        let named = |id: &&str| self.path.contains(*id) || sent.clone().any(|value| value == *id);
        let named_by = [
            "{case}",
            "{group}",
            "{document}",
            "{outsider}",
            "{task}",
            "{member}",
            "{employer}",
            "{alert}",
            "{import}",
            "{holder}",
            "{segment}",
            "{unit}",
            "{meeting}",
            "{note}",
        ];
        named_by.into_iter().filter(named).collect()
    }

    /// Asks; `swap` puts another value in an id's place.
    pub(crate) async fn ask(&self, scene: &Scene, client: &mut Client, caller: Caller, swap: Option<(&str, &str)>) -> Answer {
        let fill = |template: &str| match swap {
            Some((id, other)) => scene.fill(&template.replace(id, other)),
            None => scene.fill(template),
        };
        let fields: Vec<_> = self.fields.unwrap_or_default().iter().map(|(name, value)| (*name, fill(value))).collect();
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = fill(self.path);
        match caller {
            Caller::Page => client.get(&path).await,
            Caller::Form => client.post_form(&path, &fields).await,
            Caller::Program => {
                let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&fields).finish();
                let headers = [
                    ("accept", "application/json"),
                    ("content-type", "application/x-www-form-urlencoded"),
                    ("origin", ORIGIN),
                    ("sec-fetch-site", "same-origin"),
                ];
                client.send(Method::POST, &path, &headers, &body).await
            }
        }
    }

    /// Whether the answer is of the class; what is wrong with it if not.
    pub(crate) fn judge(&self, scene: &Scene, caller: Caller, gets: Gets, answer: &Answer) -> Result<(), String> {
        let (status, location, text) = (answer.status(), answer.location(), answer.text());
        let seen = (status, location, answer.text_of("h1"));
        let told = |code: &str| serde_json::from_str::<serde_json::Value>(&text).is_ok_and(|told| told == code || told["error"] == code);
        let goes = |to: &str| status == 303 && location == Some(to);
        let refused = |expected: u16, code: &str, title: &str| match caller {
            Caller::Program => status == expected && told(code),
            Caller::Page | Caller::Form => status == expected && seen.2.as_deref() == Some(title),
        };
        let saved = || answer.header("content-disposition").is_some_and(|how| how.starts_with("attachment; "));
        let well = match (gets, caller) {
            (Gets::It, _) if self.file => status == 200 && saved(),
            (Gets::It | Gets::OnlyOwn, Caller::Form) => {
                [302, 303].contains(&status) && location.is_some_and(|to| to.starts_with('/') && !to.contains("__err"))
            }
            (Gets::It, Caller::Page | Caller::Program) => status == 200,
            // The way to a form of one's own is no less one's own.
            (Gets::OnlyOwn, Caller::Page | Caller::Program) => status == 200 || status == 302,
            (Gets::NotFound, _) => refused(404, "not_found", "Vi finner ikke denne siden"),
            (Gets::Forbidden, _) => refused(403, "forbidden", "Dette kan du ikke gjøre her"),
            (Gets::To(to), _) => goes(to),
            (Gets::Login, Caller::Page) => goes(&app::routes::login_to(&scene.fill(self.path))),
            (Gets::Login, Caller::Form) => goes("/?borte=1&til=/i-dag"),
            (Gets::Login, Caller::Program) => status == 401 && told("unauthenticated"),
            (Gets::NoMandate, Caller::Page) => goes("/uten-verv"),
            (Gets::NoMandate, Caller::Form) => goes("/uten-verv?ikke-lagret=1"),
            (Gets::NoMandate, Caller::Program) => status == 403 && told("forbidden"),
        };
        let leaked = if gets == Gets::It { Vec::new() } else { scene.secrets_in(&text) };
        if well && leaked.is_empty() {
            Ok(())
        } else {
            Err(format!("{} {caller:?}: not {gets:?} but {seen:?}; leaked {leaked:?}", self.route))
        }
    }
}
