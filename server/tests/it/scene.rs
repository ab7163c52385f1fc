//! A union in which something has happened: what others must not learn of.

use std::collections::BTreeMap;

use crate::journeys::{add_document, add_note, add_task, fill_in, fresh_key, live, meet, open_case, open_group, send, values, write_down};
use crate::world::{Client, HOME, SHOP, World};

/// Words that stand in the scene's texts and nowhere else.
const DESCRIPTION: &str = "Kanarifugl beskrivelse";
const NOTE: &str = "Kanarifugl notat";
const PRIVATE: &str = "Kanarifugl bare for meg";
const TASK: &str = "Kanarifugl oppgave";
const FILE_NAME: &str = "Kanarifugl brev.txt";
const FILE: &str = "Kanarifugl dokument";
const DRAFT: &str = "Kanarifugl kladd";
/// What a meeting, its minutes and its protocol say begins so.
const MEETING: &str = "Kanarifugl møte";
/// What was written when the case waited, was closed and opened again begins so.
const LIFE: &str = "Kanarifugl";
/// Somebody else in the case.
const OUTSIDER: &str = "Kanarifugl vitne";
const LETTER: &str = "Kanarifugl brev";
const SEGMENT: &str = "Kanarifugl utvalg";
const CASE_SEGMENT: &str = "Kanarifugl saksutvalg";
/// The code of an office that the administrator has typed and not saved.
const NEW_OFFICE: &str = "KANARIFUGL_VERV";
/// The name that the administrator has given a case type, and not saved.
const NEW_TYPE: &str = "Kanarifugl type";

/// The representative has a case about Ada Abelvik, who works at the school, with a note and a task; a case about her
/// health; and a third that is not saved yet. The administrator has begun to add an office, and to rename a case type.
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
        world.store.set_case_types(&crate::case_types::asking(), "prøven", "Alle spør").await.unwrap();
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
        let newest = async || world.id("SELECT id FROM notes ORDER BY id DESC LIMIT 1").await;
        let note = newest().await;
        let private = [("case", &*case), ("key", &*fresh_key()), ("body", PRIVATE), ("note_kind", "private")];
        send(&mut ptv, "/api/notes/add", &private).await;
        let private_note = newest().await;
        add_task(&mut ptv, &case, TASK, "").await;
        let document = add_document(&mut ptv, &case, FILE_NAME, FILE.as_bytes()).await;
        let task = values(&ptv.get(&format!("/saker/{case}")).await, "task").remove(0);
        let (meeting, told) = meet(&mut ptv, &case, MEETING).await;
        let outsider = write_down(&mut ptv, &case, OUTSIDER).await;
        let lived = live(&mut ptv, &case, "ENIGE", LIFE).await;
        let health = open_case(&mut ptv, "YRKESSKADE", &member, DESCRIPTION).await;
        add_task(&mut ptv, &health, TASK, "").await;
        add_note(&mut ptv, &health, NOTE).await;
        let health_outsider = write_down(&mut ptv, &health, OUTSIDER).await;
        let health_note = newest().await;
        let (health_meeting, _) = meet(&mut ptv, &health, MEETING).await;
        let health_task = values(&ptv.get(&format!("/saker/{health}")).await, "task").remove(0);
        let group = open_group(&mut ptv, "FERIE", &[&member, &world.member_id("24").await], DESCRIPTION).await;
        fill_in(&mut ptv, &draft, "FERIE", &member, DRAFT).await;
        write_letter(&mut ptv, &case).await;
        let fields = [("key", fresh_key()), ("narrowing", "ny=30".to_owned()), ("name", SEGMENT.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&mut ptv, "/api/members/segments/save", &fields).await;
        let segment = world.id("SELECT id FROM member_segments").await;
        let fields = [("key", fresh_key()), ("narrowing", "eier=meg".to_owned()), ("name", CASE_SEGMENT.to_owned())];
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        send(&mut ptv, "/api/cases/segments/save", &fields).await;
        let case_segment = world.id("SELECT id FROM case_segments").await;
        let texts =
            [NEW_OFFICE, NEW_TYPE, SEGMENT, CASE_SEGMENT, LETTER, OUTSIDER, DESCRIPTION, NOTE, PRIVATE, TASK, FILE_NAME, FILE, DRAFT];
        let texts = texts.into_iter().chain(["Abelvik", "ada@example.com"]).map(str::to_owned);
        let ids = [
            &meeting,
            &case,
            &group,
            &health,
            &task,
            &health_task,
            &health_meeting,
            &document,
            &outsider,
            &note,
            &health_note,
            &private_note,
            &member,
        ];
        let secrets = texts.chain(told).chain(lived).chain(ids.map(Clone::clone)).collect();
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
        let types = crate::case_types::asking().replacen("\"Ferie\"", &format!("{NEW_TYPE:?}"), 1);
        send(&mut clients["admin"].clone(), "/api/settings/case-types/keep", &[("contents", &types)]).await;
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
            ("case_segment", case_segment),
            ("case", case),
            ("group", group),
            ("meeting", meeting),
            ("agenda", format!("{MEETING} sak")),
            ("minutes", format!("{MEETING} referat")),
            ("point", format!("{MEETING} arbeidsgiver")),
            ("health", health),
            ("task", task),
            ("health_meeting", health_meeting),
            ("health_task", health_task),
            ("document", document),
            ("outsider", outsider),
            ("health_outsider", health_outsider),
            ("witness", OUTSIDER.to_owned()),
            ("file", FILE.to_owned()),
            ("file_name", FILE_NAME.to_owned()),
            ("note", note),
            ("health_note", health_note),
            ("private_note", private_note),
            ("draft", draft),
            ("description", DESCRIPTION.to_owned()),
            ("title", TASK.to_owned()),
            ("kept", DRAFT.to_owned()),
            ("letter", LETTER.to_owned()),
            ("new_office", NEW_OFFICE.to_owned()),
            ("new_type", NEW_TYPE.to_owned()),
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

/// Types a whole power of attorney, which waits in the representative's drafts.
async fn write_letter(client: &mut Client, case: &str) {
    let fields = [
        ("case", case),
        ("template", "FULLMAKT"),
        ("lang", "nb"),
        ("fields[member]", "Ada Abelvik"),
        ("fields[employer]", "Granlia sykehjem"),
        ("fields[unit]", "Klubben ved Granlia"),
        ("fields[representative]", "Vakker Blomst"),
        ("fields[matter]", LETTER),
        ("fields[health]", "no"),
        ("fields[share]", "yes"),
    ];
    assert_eq!(send(client, "/api/letters/keep", &fields).await, format!("/saker/{case}/brev/FULLMAKT/se"));
}
