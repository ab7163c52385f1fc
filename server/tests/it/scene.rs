//! A union in which something has happened: what others must not learn of.

use std::collections::BTreeMap;

use crate::journeys::{add_note, add_task, fill_in, fresh_key, open_case, send, values};
use crate::world::{Client, HOME, SHOP, World};

/// Words that stand in the scene's texts and nowhere else.
const DESCRIPTION: &str = "Kanarifugl beskrivelse";
const NOTE: &str = "Kanarifugl notat";
const TASK: &str = "Kanarifugl oppgave";
const DRAFT: &str = "Kanarifugl kladd";
const SEGMENT: &str = "Kanarifugl utvalg";
/// The code of an office that the administrator has typed and not saved.
const NEW_OFFICE: &str = "KANARIFUGL_VERV";

/// The representative has a case about Ada Abelvik, who works at the school, with a note and a task; a case about her
/// health; and a third that is not saved yet. The administrator has begun to add an office.
pub(crate) struct Scene {
    pub(crate) world: World,
    clients: BTreeMap<&'static str, Client>,
    names: Vec<(&'static str, String)>,
    /// What nobody else may be sent.
    pub(crate) secrets: Vec<String>,
}

impl Scene {
    pub(crate) async fn new() -> Self {
        let world = World::peopled().await;
        let mut clients = BTreeMap::from([("anonymous", world.client())]);
        for key in ["ptv", "leader", "narrow", "leader-b", "officer", "outsider", "board", "dpo", "admin"] {
            clients.insert(key, world.login(key).await);
        }
        for key in ["member", "former"] {
            let mut client = world.client();
            world.log_in(&mut client, key, "/").await;
            clients.insert(key, client);
        }
        let (alert, other_alert) = (world.alert_about(HOME, "konkurs").await, world.alert_about(SHOP, "konkurs").await);
        let mut ptv = clients["ptv"].clone();
        let (member, draft) = (world.member_id("20").await, fresh_key());
        let case = open_case(&mut ptv, "FERIE", &member, DESCRIPTION).await;
        add_note(&mut ptv, &case, NOTE).await;
        add_task(&mut ptv, &case, TASK, "").await;
        let task = values(&ptv.get(&format!("/saker/{case}")).await, "task").remove(0);
        let health = open_case(&mut ptv, "YRKESSKADE", &member, DESCRIPTION).await;
        add_task(&mut ptv, &health, TASK, "").await;
        let health_task = values(&ptv.get(&format!("/saker/{health}")).await, "task").remove(0);
        fill_in(&mut ptv, &draft, "FERIE", &member, DRAFT).await;
        let fields = [("key", fresh_key()), ("narrowing", "ny=30".to_owned()), ("name", SEGMENT.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&mut ptv, "/api/members/segments/save", &fields).await;
        let segment = world.id("SELECT id FROM member_segments").await;
        let texts = [NEW_OFFICE, SEGMENT, DESCRIPTION, NOTE, TASK, DRAFT, "Abelvik", "ada@example.com"].map(str::to_owned);
        let secrets = texts.into_iter().chain([&case, &health, &task, &health_task, &member].map(Clone::clone)).collect();
        let import = world.hold_a_file().await;
        let office = [
            ("facts", "nytt"),
            ("base", "0"),
            ("code", NEW_OFFICE),
            ("names[nb]", "a"),
            ("names[nn]", "a"),
            ("names[en]", "a"),
            ("held_at[]", "club"),
        ];
        send(&mut clients["admin"].clone(), "/api/settings/office", &office).await;
        let names = vec![
            ("import", import),
            ("protected", world.member_id("9").await),
            ("holder", world.member_id("2").await),
            ("member", member),
            ("employer", HOME.to_owned()),
            ("other_employer", SHOP.to_owned()),
            ("unit", world.unit_id("C1").await),
            ("other_unit", world.unit_id("C2").await),
            ("alert", alert),
            ("other_alert", other_alert),
            ("segment", segment),
            ("case", case),
            ("health", health),
            ("task", task),
            ("health_task", health_task),
            ("draft", draft),
            ("description", DESCRIPTION.to_owned()),
            ("title", TASK.to_owned()),
            ("kept", DRAFT.to_owned()),
            ("new_office", NEW_OFFICE.to_owned()),
        ];
        Self { world, clients, names, secrets }
    }

    /// Somebody's browser, as it was when the scene began.
    pub(crate) fn client(&self, key: &str) -> Client {
        self.clients[key].clone()
    }

    /// The id called so.
    pub(crate) fn id(&self, name: &str) -> &str {
        &self.names.iter().find(|(own, _)| *own == name).unwrap_or_else(|| panic!("nothing is called {name}")).1
    }

    /// Fills in what stands in braces; `{key}` is another one each time.
    pub(crate) fn fill(&self, template: &str) -> String {
        let filled = self.names.iter().fold(template.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value));
        filled.replace("{key}", &fresh_key())
    }

    /// The secrets in a text.
    pub(crate) fn secrets_in(&self, text: &str) -> Vec<&str> {
        self.secrets.iter().map(String::as_str).filter(|secret| text.contains(*secret)).collect()
    }
}
