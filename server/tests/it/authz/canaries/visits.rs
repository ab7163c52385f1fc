//! Every address with every id.

use http::Method;

use super::super::routes::{PLAIN, served};
use super::super::running::Running;
use super::world::Drafts;
use crate::access::rows;
use crate::journeys::fresh_key;
use crate::world::{Answer, Client, ORIGIN, World};

/// Every id of the world, by the names that the tables of addresses use.
pub(super) struct Ids(Vec<(&'static [&'static str], Vec<String>)>);

/// A name in braces that this world has nothing for.
const HOW: &str = "put the ids that it stands for in Ids::of, server/tests/it/authz/canaries/visits.rs (docs/adding-a-page.md)";

impl Ids {
    pub(super) async fn of(running: &Running<'_>, drafts: &Drafts) -> Self {
        let world = running.world;
        let members = running.ids.values().cloned().collect();
        let cases = running.cases.iter().map(|case| case.id.clone()).collect();
        let tasks = running.cases.iter().flat_map(|case| &case.tasks).map(|task| task.id.clone()).collect();
        // In the order of their cases, so that the two meet.
        let meetings = world.uuids("SELECT id FROM meetings ORDER BY id").await;
        let notes = running.cases.iter().flat_map(|case| &case.notes).map(|note| note.id.clone()).collect();
        let employers = running.facts.employers.iter().map(|one| one.number.to_string()).collect();
        let alerts = running.alerts().await.into_iter().map(|alert| alert.id).collect();
        let imports = world.uuids("SELECT id FROM imports").await;
        let documents = world.uuids("SELECT id FROM documents ORDER BY made_at, id").await;
        let units = world.uuids("SELECT id FROM units").await;
        // Nobody in these worlds has named a filter; see store/tests/it/member_list.rs for whose they are.
        let segments = vec![fresh_key()];
        Self(vec![
            (&["{member}", "{protected}", "{holder}"], members),
            (&["{case}", "{health}", "{group}"], cases),
            (&["{task}", "{health_task}"], tasks),
            (&["{meeting}"], meetings),
            (&["{note}", "{health_note}", "{private_note}"], notes),
            (&["{employer}", "{other_employer}"], employers),
            (&["{alert}", "{other_alert}"], alerts),
            (&["{import}"], imports),
            (&["{document}"], documents),
            (&["{outsider}"], world.uuids("SELECT id FROM case_outsiders ORDER BY id").await),
            (&["{unit}", "{other_unit}"], units),
            (&["{segment}", "{case_segment}"], segments),
            (&["{draft}"], drafts.iter().map(|(_, key, _)| key.clone()).collect()),
            (&["{key}"], vec![fresh_key()]),
            (
                &["{description}", "{title}", "{kept}", "{agenda}", "{minutes}", "{point}", "{new_type}", "{witness}"],
                vec!["Noe som ble skrevet".to_owned()],
            ),
            (&["{description}", "{title}", "{kept}", "{letter}"], vec!["Noe som ble skrevet".to_owned()]),
            (&["{*unknown}"], vec!["finnes/ikke".to_owned()]),
        ])
    }

    /// What this becomes with every id in the place of the first name in braces, and any in the places of the others;
    /// itself when there is none.
    fn filled(&self, template: &str) -> Vec<String> {
        let Some(name) = first_name(template) else { return vec![template.to_owned()] };
        self.called(name, template).iter().enumerate().map(|(n, id)| self.with_any(&template.replace(name, id), n)).collect()
    }

    fn with_any(&self, template: &str, n: usize) -> String {
        match first_name(template) {
            Some(name) => {
                let ids = self.called(name, template);
                self.with_any(&template.replace(name, &ids[n % ids.len()]), n)
            }
            None => template.to_owned(),
        }
    }

    fn called(&self, name: &str, template: &str) -> &[String] {
        let found = self.0.iter().find(|(names, _)| names.contains(&name));
        &found.unwrap_or_else(|| panic!("{name} in {template}: {HOW}")).1
    }
}

fn first_name(template: &str) -> Option<&str> {
    let at = template.find('{')?;
    template.get(at..=at + template[at..].find('}')?)
}

/// One request.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    pub(super) path: String,
    /// `None` to open it as a page.
    body: Option<String>,
    as_form: bool,
}

impl Visit {
    fn page(path: String) -> Self {
        Self { path, body: None, as_form: false }
    }

    /// What the portal is told.
    pub(super) fn sent(&self) -> String {
        format!("{} {}", self.path, self.body.as_deref().unwrap_or_default())
    }

    pub(super) async fn send(&self, client: &mut Client) -> Answer {
        let Some(body) = &self.body else { return client.get(&self.path).await };
        let accept = if self.as_form { "text/html" } else { "application/json" };
        let headers = [
            ("accept", accept),
            ("content-type", "application/x-www-form-urlencoded"),
            ("origin", ORIGIN),
            ("sec-fetch-site", "same-origin"),
        ];
        client.send(Method::POST, &self.path, &headers, body).await
    }
}

/// Addresses in which an id or a word stands behind the question mark.
const QUERIES: [&str; 30] = [
    "/saker/{case}/moter/nytt?apent=1",
    "/saker/{case}/moter/{meeting}/innkalling?til={member}",
    "/saker/{case}/moter/{meeting}/protokoll?utgave=1&kontroller=1",
    "/saker/{case}/moter/{meeting}/protokoll.pdf?utgave=1",
    "/saker/{case}/moter/{meeting}/protokoll?ikke-lagret=too_many_today",
    "/medlemmer?q=CANARY",
    "/medlemmer?q=canaryfamilyhidden",
    "/medlemmer?arbeidsplass={employer}",
    "/medlemmer?etter={member}~a",
    "/saker?etter={case}~9999999999999",
    "/saker?eier=meg&status=open&type=FERIE",
    "/saker?sorter=dato&etter={case}~uten",
    "/saker/felles-oppgave?eier=klubb&nei=1001.1002&fikk=1",
    "/saker/fil?eier=deltar",
    "/saker/ny?medlem={member}",
    "/saker/ny/{draft}/hva?medlem={member}",
    "/saker/ny/{draft}/hvem?q=CANARY",
    "/innsyn?om=CANARY&av=CANARY",
    "/import/{import}?for-sent=1",
    "/saker/{case}?ny=1&notat=1",
    "/saker/{case}/dokumenter?sendt=1",
    "/saker/{case}/dokumenter/{document}?sendt=1",
    "/saker/{case}/dokumenter/{document}/1/fil?som=docx",
    "/saker/{case}/tidslinje?vis=notes",
    "/saker/{case}/tidslinje?vis=contact&etter={note}~9999999999999",
    "/saker/{case}/notat/{note}?lagret=1",
    "/saker/finn?nummer=1001",
    "/saker/finn?nummer=sak+1002",
    "/saker/{case}/sla-sammen?nummer=1001",
    "/saker/{case}?koblet=1&slatt-sammen=1",
];

/// Every address that the router serves, asked with every id that its row in the table has a place for; what ends a
/// session last.
pub(super) fn visits(world: &World, ids: &Ids) -> Vec<Visit> {
    let mut visits: Vec<Visit> = QUERIES.iter().flat_map(|path| ids.filled(path)).map(Visit::page).collect();
    let rows = rows();
    let mut last = Vec::new();
    for route in served(world) {
        if let Some(row) = rows.iter().find(|row| row.route == route) {
            match row.fields {
                None => visits.extend(ids.filled(row.path).into_iter().map(Visit::page)),
                Some(fields) => {
                    let body: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
                    for (n, body) in ids.filled(&body.join("&")).into_iter().enumerate() {
                        let body = Some(body.replace(' ', "+"));
                        visits.push(Visit { path: route.clone(), body, as_form: n % 2 == 1 });
                    }
                    visits.push(Visit::page(route.clone()));
                }
            }
        } else {
            let plain =
                PLAIN.iter().find(|row| row.route == route).unwrap_or_else(|| panic!("{route} is in no table: docs/adding-a-page.md"));
            let paths = ids.filled(plain.path);
            let body =
                plain.fields.map(|fields| fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&"));
            let body = body.map(|body| ids.filled(&body).remove(0));
            let place = if route == "/logg-ut" { &mut last } else { &mut visits };
            place.extend(paths.into_iter().map(|path| Visit { path, body: body.clone(), as_form: true }));
        }
    }
    visits.extend(last);
    visits
}
