//! Every form that people write in keeps what they write: while they type, and when their session is over. Who may not
//! open a form keeps nothing in it, and loses what was kept (INP-8, 9).

use http::Method;

use crate::journeys::{add_note, add_task, close, fresh_key, meet, open_case, send, values};
use crate::typing::keep;
use crate::world::{Answer, Client, ORIGIN, World};

/// A form, and what somebody has typed in it.
struct Form {
    /// The name of its draft.
    draft: String,
    /// Where it stands.
    page: String,
    /// Where it is sent.
    to: &'static str,
    fields: Vec<(String, String)>,
    /// What of it is seen in the form again.
    seen: &'static str,
}

impl Form {
    fn fields(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }

    /// The same with the version and the key that the page has.
    fn on(&self, page: &Answer) -> Vec<(String, String)> {
        let on_page = |name: &str| ["version", "key"].contains(&name).then(|| values(page, name).pop()).flatten();
        self.fields.iter().map(|(name, value)| (name.clone(), on_page(name).unwrap_or_else(|| value.clone()))).collect()
    }
}

/// A case in which everything can be written, and one that is closed.
struct Scene {
    world: World,
    case: String,
    closed: String,
    meeting: String,
    note: String,
    task: String,
    begun: String,
}

impl Scene {
    async fn new() -> (Self, Client) {
        let world = World::peopled().await;
        world.store.set_case_types(&crate::case_types::asking(), "prøven", "Alle spør").await.unwrap();
        let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
        let closed = open_case(&mut client, "FERIE", &ada, "Tekst").await;
        close(&mut client, &closed, "ENIGE", "").await;
        let case = open_case(&mut client, "FERIE", &ada, "Tekst").await;
        add_note(&mut client, &case, "Notat").await;
        let note = world.id("SELECT id FROM notes").await;
        add_task(&mut client, &case, "Oppgave", "").await;
        let task = values(&client.get(&format!("/saker/{case}")).await, "task").remove(0);
        let (meeting, _) = meet(&mut client, &case, "Møtet").await;
        let begun = fresh_key();
        send(&mut client, "/api/cases/new/about", &[("draft", &begun), ("case_type", "FERIE")]).await;
        send(&mut client, "/api/cases/new/who", &[("draft", &begun), ("member", &ada)]).await;
        let what = [("draft", &*begun), ("happened", "15.9.2026"), ("description", "Fikk nei")];
        send(&mut client, "/api/cases/new/what", &what).await;
        (Self { world, case, closed, meeting, note, task, begun }, client)
    }

    /// All that are about a case that is open, and opening a closed one again.
    fn forms(&self) -> Vec<Form> {
        let Self { case, closed, meeting, note, task, .. } = self;
        let (here, at) = (format!("/saker/{case}"), format!("/saker/{case}/moter/{meeting}"));
        let form = |draft: String, page: String, to: &'static str, own: &[(&str, &str)], fields: &[(&str, &str)], seen: &'static str| {
            let of = if draft.contains(closed.as_str()) { closed } else { case };
            let all = [("case", of.as_str()), ("key", &fresh_key())];
            let fields = all.iter().chain(own).chain(fields).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
            Form { draft, page, to, fields, seen }
        };
        let call = [
            ("kind", "negotiation"),
            ("date", "24.9.2026"),
            ("from", "14.30"),
            ("to", ""),
            ("place", "Skrevet sted"),
            ("called_by", "Skrevet av"),
            ("agenda", "Skrevet sak"),
            ("others[0][id]", ""),
            ("others[0][name]", "Rektor Rød"),
            ("others[0][role]", "Skrevet rolle"),
            ("others[0][hidden]", "true"),
            ("others[1][name]", ""),
        ];
        let of_meeting = [("meeting", meeting.as_str()), ("number", "1"), ("version", "2")];
        let of_task = [("task", task.as_str()), ("version", "1")];
        let step = |name: &'static str, fields: &[(&str, &str)], seen: &'static str| {
            let own: Vec<_> = of_meeting.iter().copied().chain([("step", name)]).collect();
            let (draft, page) = (format!("meeting/{case}/{meeting}/protocol/1/{name}"), format!("{at}/protokoll/{name}"));
            form(draft, page, "/api/meetings/protocol/save", &own, fields, seen)
        };
        let mut forms = vec![
            form(format!("note/{case}"), format!("{here}/notat"), "/api/notes/add", &[], &[("body", "Skrevet notat")], "Skrevet notat"),
            form(
                format!("note/{case}/{note}"),
                format!("{here}/notat/{note}/endre"),
                "/api/notes/change",
                &[("note", note), ("version", "1")],
                &[("body", "Skrevet endring")],
                "Skrevet endring",
            ),
            form(
                format!("addition/{case}/{note}"),
                format!("{here}/notat/{note}/tillegg"),
                "/api/notes/add-to",
                &[("note", note)],
                &[("body", "Skrevet tillegg")],
                "Skrevet tillegg",
            ),
            form(
                format!("contact/{case}"),
                format!("{here}/kontakt"),
                "/api/entries/contact",
                &[],
                &[("said", "Skrevet kontakt")],
                "Skrevet kontakt",
            ),
            form(
                format!("decision/{case}"),
                format!("{here}/beslutning"),
                "/api/entries/decide",
                &[],
                &[("decided", "Skrevet valg")],
                "Skrevet valg",
            ),
            form(
                format!("meeting/{case}/call"),
                format!("{here}/moter/nytt"),
                "/api/meetings/save",
                &[("version", "0")],
                &call,
                "Skrevet rolle",
            ),
            form(
                format!("meeting/{case}/{meeting}/call"),
                format!("{at}/endre"),
                "/api/meetings/save",
                &of_meeting,
                &call,
                "Skrevet rolle",
            ),
            form(
                format!("meeting/{case}/{meeting}/minutes"),
                format!("{at}/referat"),
                "/api/meetings/record",
                &of_meeting,
                &[
                    ("minutes", "Skrevet referat"),
                    ("actions[0][id]", ""),
                    ("actions[0][what]", "Skrevet først"),
                    ("actions[1][id]", ""),
                    ("actions[1][what]", "Skrevet så"),
                    ("actions[1][who]", "Rektor"),
                ],
                "Skrevet så",
            ),
            step("hvem", &[("held_on", "24.9.2026"), ("place", "Skrevet sted"), ("our_party", "Skrevet hvem")], "Skrevet hvem"),
            step("punkt-1", &[("subject", "Skrevet tema"), ("we_say", "Skrevet vi")], "Skrevet vi"),
            step("punkt-2", &[("subject", "Skrevet nytt tema"), ("disagreed", "Skrevet uenige")], "Skrevet uenige"),
            step("resultat", &[("ended_on", "24.9.2026"), ("longer_time", "Skrevet lenger")], "Skrevet lenger"),
            step("merknader", &[("our_comment", "Skrevet merknad")], "Skrevet merknad"),
            step("oppfolging", &[("actions[0][what]", "Skrevet ferdig"), ("actions[1][what]", "Skrevet tiltak")], "Skrevet tiltak"),
            form(
                format!("letter/{case}/FULLMAKT"),
                format!("{here}/brev/FULLMAKT"),
                "/api/letters/keep",
                &[("template", "FULLMAKT")],
                &[("lang", "nb"), ("fields[matter]", "Skrevet brev"), ("fields[ukjent]", "x")],
                "Skrevet brev",
            ),
            form(
                format!("task/{case}"),
                format!("{here}/oppgave"),
                "/api/tasks/add",
                &[],
                &[("title", "Skrevet oppgave"), ("details", "Skrevet mer")],
                "Skrevet mer",
            ),
            form(
                format!("task-change/{case}/{task}"),
                format!("{here}/oppgaver/{task}/endre"),
                "/api/tasks/change",
                &of_task,
                &[("title", "Oppgave"), ("details", "Skrevet om")],
                "Skrevet om",
            ),
            form(
                format!("task-comment/{case}/{task}"),
                format!("{here}/oppgaver/{task}"),
                "/api/tasks/comment",
                &of_task,
                &[("comment", "Skrevet merknad")],
                "Skrevet merknad",
            ),
            form(
                format!("task-drop/{case}/{task}"),
                format!("{here}/oppgaver/{task}"),
                "/api/tasks/drop",
                &of_task,
                &[("reason", "Skrevet hvorfor")],
                "Skrevet hvorfor",
            ),
            form(
                format!("participants/add/{case}"),
                format!("{here}/tilgang/delta"),
                "/api/participants/add",
                &[],
                &[("role", "buddy"), ("until", "31.12.2026")],
                "31.12.2026",
            ),
            form(
                format!("participants/keep-out/{case}"),
                format!("{here}/tilgang/utenfor"),
                "/api/participants/keep-out",
                &[],
                &[("reason", "Skrevet inhabil")],
                "Skrevet inhabil",
            ),
        ];
        for (transition, page, to, of, fields, seen) in [
            ("wait", "vent", "/api/lifecycle/wait", case, ("waiting_note", "Skrevet venter"), "Skrevet venter"),
            ("close", "avslutt", "/api/lifecycle/close", case, ("what_agreed", "Skrevet avtalt"), "Skrevet avtalt"),
            ("reopen", "gjenapne", "/api/lifecycle/reopen", closed, ("reason", "Skrevet igjen"), "Skrevet igjen"),
        ] {
            let (draft, page) = (format!("lifecycle/{transition}/{of}"), format!("/saker/{of}/{page}"));
            forms.push(form(draft, page, to, &[("version", "1")], &[fields], seen));
        }
        forms
    }

    /// Those that are about a case which one only reads, and about none.
    fn others(&self) -> Vec<Form> {
        let Self { case, begun, .. } = self;
        let owned = |fields: &[(&str, &str)]| fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        vec![
            Form {
                draft: format!("whole/{case}"),
                page: format!("/saker/{case}/hele"),
                to: "/saker/hele/hent",
                fields: owned(&[("case", case), ("purpose", "other"), ("why", "Skrevet for")]),
                seen: "Skrevet for",
            },
            Form {
                draft: format!("case/new/{begun}"),
                page: format!("/saker/ny/{begun}/sporsmal/1"),
                to: "/api/cases/new/answers",
                fields: owned(&[("draft", begun), ("page", "0"), ("answers[svar]", "Skrevet svar")]),
                seen: "Skrevet svar",
            },
        ]
    }
}

/// What is in the database, but for drafts, sessions and what was looked at.
async fn saved(world: &World) -> std::collections::BTreeMap<String, Vec<String>> {
    let mut contents = world.contents().await;
    for table in ["drafts", "sessions", "login_attempts"] {
        contents.remove(table);
    }
    contents
}

#[tokio::test]
async fn what_is_typed_in_any_form_is_there_when_it_is_opened_again() {
    let (scene, mut client) = Scene::new().await;
    let before = saved(&scene.world).await;
    let forms: Vec<Form> = scene.forms().into_iter().chain(scene.others()).collect();
    for form in &forms {
        let page = client.get(&form.page).await;
        assert_eq!(page.status(), 200, "{}", form.page);
        assert!(!page.text().contains(form.seen), "{}", form.draft);
        let inside = format!("form[action='{}'] .k-draft", form.to);
        assert_eq!(page.attributes(&inside, "class").len(), 1, "{} says when what is typed was kept", form.draft);
        assert!(page.text().contains(&form.draft), "{} is sent by its name", form.draft);
    }
    for form in &forms {
        let fields = form.on(&client.get(&form.page).await);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let answer = keep(&mut client, &form.draft, "", &fields).await;
        assert_eq!((answer.status(), answer.json()), (200, serde_json::json!(scene.world.now().0)), "{}", form.draft);
    }
    for form in &forms {
        let page = client.get(&form.page).await;
        assert!(page.text().contains(form.seen), "{}", form.draft);
        let told = page.text().contains("Du har et utkast fra i dag kl. ");
        assert_eq!(told, !form.draft.starts_with("case/new/"), "{}", form.draft);
    }
    assert_eq!(saved(&scene.world).await, before, "nothing else is written");
    // Each is thrown away when somebody says so, and the form is as it was.
    for form in forms.iter().filter(|form| !form.draft.starts_with("case/new/")) {
        send(&mut client, "/api/drafts/drop", &[("form", &form.draft)]).await;
        assert!(!client.get(&form.page).await.text().contains(form.seen), "{}", form.draft);
    }
}

/// INP-8, for each form: without script too, what is sent when the session is over waits behind the login.
#[tokio::test]
async fn what_is_sent_from_any_form_when_the_session_is_over_waits_behind_the_login() {
    let (scene, client) = Scene::new().await;
    let forms: Vec<Form> = scene.forms().into_iter().chain(scene.others()).collect();
    let before = saved(&scene.world).await;
    scene.world.pass(31 * 60);
    for form in &forms {
        let referer = format!("{ORIGIN}{}", form.page);
        let headers = [
            ("accept", "text/html"),
            ("content-type", "application/x-www-form-urlencoded"),
            ("sec-fetch-site", "same-origin"),
            ("referer", referer.as_str()),
        ];
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(form.fields()).finish();
        let answer = client.clone().send(Method::POST, form.to, &headers, &body).await;
        assert_eq!((answer.status(), answer.location()), (303, Some(&*format!("/?borte=1&skrevet=1&til={}", form.page))), "{}", form.draft);
    }
    assert_eq!(saved(&scene.world).await, before, "nothing of it is saved");
    let mut other = scene.world.login("outsider").await;
    let mut client = scene.world.login("ptv").await;
    for form in &forms {
        assert!(client.get(&form.page).await.text().contains(form.seen), "{}", form.draft);
        assert!(!other.get(&form.page).await.text().contains(form.seen), "{}", form.draft);
    }
}

#[tokio::test]
async fn what_is_saved_is_no_draft_any_more_nor_are_the_letters_that_come_late() {
    let (scene, mut client) = Scene::new().await;
    let world = &scene.world;
    let drafts = async || world.rows("drafts").await;
    let (others, leader) = (drafts().await, world.member_id("2").await);
    for form in scene.forms() {
        let whole = match form.draft.split('/').next().unwrap() {
            // A letter is gone on with after it is a document.
            "letter" => continue,
            "participants" => vec![("person", leader.as_str())],
            "contact" => vec![("way", "met"), ("with", "member"), ("on", "1.1.2026")],
            "decision" => vec![("reason", "Derfor"), ("by", "Meg")],
            "lifecycle" => vec![("waiting_for", "employer"), ("waiting_until", "31.12.2026"), ("outcome", "ENIGE"), ("open_tasks", "keep")],
            "meeting" if form.draft.ends_with("hvem") => vec![("employer_party", "Rektor Rød")],
            _ => Vec::new(),
        };
        let page = client.get(&form.page).await;
        let now = form.on(&page);
        let fields: Vec<_> = now.iter().map(|(name, value)| (name.as_str(), value.as_str())).chain(whole).collect();
        assert_eq!(keep(&mut client, &form.draft, "", &fields).await.status(), 200, "{}", form.draft);
        assert_eq!(drafts().await, others + 1, "{}", form.draft);
        let answer = client.post_form(form.to, &fields).await;
        assert_eq!(answer.status(), 302, "{}: {}", form.draft, answer.text());
        assert_eq!(drafts().await, others, "{} is saved: {:?}", form.draft, answer.location());
        assert_eq!(keep(&mut client, &form.draft, "", &fields).await.status(), 200, "{}", form.draft);
        assert_eq!(drafts().await, others, "{} came late", form.draft);
    }
}

/// Of what somebody else has saved meanwhile, what is typed is no part: it is kept, and stands beside.
#[tokio::test]
async fn what_is_typed_from_an_older_version_is_kept_and_stands_beside() {
    let (scene, mut client) = Scene::new().await;
    let forms = scene.forms();
    let minutes = forms.iter().find(|form| form.draft.ends_with("/minutes")).unwrap();
    let fields: Vec<_> = minutes.fields().into_iter().filter(|(name, _)| *name != "version").chain([("version", "1")]).collect();
    assert_eq!(keep(&mut client, &minutes.draft, "", &fields).await.status(), 200);
    let page = client.get(&minutes.page).await;
    assert!(page.text().contains("Skrevet referat") && page.text().contains("Møtet referat"));
    assert!(
        page.text().contains("Noen andre har endret dette mens du skrev") && !page.text().contains("Du har et utkast"),
        "both stand there"
    );
}

#[tokio::test]
async fn only_those_who_may_open_a_form_keep_anything_in_it() {
    let (scene, mut client) = Scene::new().await;
    let world = &scene.world;
    let (mut leader, mut outsider, mut board) = (world.login("leader").await, world.login("outsider").await, world.login("board").await);
    let before = world.rows("drafts").await;
    for form in scene.forms() {
        for (who, client, status) in [("leader", &mut leader, 403), ("outsider", &mut outsider, 404)] {
            assert_eq!(keep(client, &form.draft, "", &form.fields()).await.status(), status, "{who}: {}", form.draft);
        }
        // What it is about is there, and in this case.
        let mut names = vec![form.draft.replace(&scene.case, &fresh_key()).replace(&scene.closed, &fresh_key())];
        for id in [&scene.meeting, &scene.note, &scene.task].into_iter().filter(|id| form.draft.contains(id.as_str())) {
            names.extend([form.draft.replace(id.as_str(), &fresh_key()), form.draft.replace(&scene.case, &scene.closed)]);
        }
        for name in names {
            assert_eq!(keep(&mut client, &name, "", &form.fields()).await.status(), 404, "{name}");
        }
    }
    let [whole, new] = <[Form; 2]>::try_from(scene.others()).unwrap_or_else(|_| panic!());
    assert_eq!(keep(&mut outsider, &whole.draft, "", &whole.fields()).await.status(), 404);
    assert_eq!(keep(&mut board, &new.draft, "", &new.fields()).await.status(), 403);
    assert_eq!(world.rows("drafts").await, before);
    for name in [
        format!("lifecycle/go_on/{}", scene.case),
        format!("letter/{}/FINNES_IKKE", scene.case),
        format!("participants/give/{}", scene.case),
    ] {
        assert_eq!(keep(&mut client, &name, "", &[]).await.status(), 404, "{name}");
    }
    // What cannot be read is no draft.
    let minutes = format!("meeting/{}/{}/minutes", scene.case, scene.meeting);
    assert_eq!(keep(&mut client, &minutes, "", &[("actions[0]", "x")]).await.status(), 422);
    assert_eq!(world.rows("drafts").await, before);
}

/// INP-9: the last office ends while the form is open. Nothing is written, the page says so and whom to call, and nothing
/// of the draft is left: not when the office is held again either.
#[tokio::test]
async fn when_the_office_ends_while_a_form_is_open_nothing_is_saved_and_nothing_kept() {
    let (scene, mut client) = Scene::new().await;
    let world = &scene.world;
    let forms: Vec<Form> = scene.forms().into_iter().chain(scene.others()).collect();
    for form in &forms {
        assert_eq!(keep(&mut client, &form.draft, "", &form.fields()).await.status(), 200, "{}", form.draft);
    }
    world.run("UPDATE mandates SET to_date = '2026-01-01'").await;
    let before = saved(world).await;
    for form in &forms {
        let drafts = world.rows("drafts").await;
        let answer = client.post_form(form.to, &form.fields()).await;
        assert_eq!((answer.status(), answer.location()), (303, Some("/uten-verv?ikke-lagret=1")), "{}", form.draft);
        assert_eq!(world.rows("drafts").await, drafts - 1, "{}", form.draft);
    }
    let told = client.get("/uten-verv?ikke-lagret=1").await;
    assert_eq!((told.status(), told.text().contains("Det du skrev, er ikke lagret.")), (403, true));
    assert!(told.text().contains("40000100"), "whom to call");
    assert_eq!((saved(world).await, world.rows("drafts").await), (before, 0));
    // While typing too: the island is told, and what it had kept is gone. And not with a session that is over.
    for form in &forms {
        assert_eq!(keep(&mut client, &form.draft, "", &form.fields()).await.status(), 403, "{}", form.draft);
    }
    world.pass(31 * 60);
    for form in &forms {
        let answer = client.clone().post_form(form.to, &form.fields()).await;
        assert_eq!((answer.status(), answer.location()), (303, Some("/?borte=1&til=/i-dag")), "{}", form.draft);
    }
    assert_eq!(world.rows("drafts").await, 0);
    world.run("UPDATE mandates SET to_date = NULL").await;
    let mut client = world.login("ptv").await;
    for form in &forms {
        assert!(!client.get(&form.page).await.text().contains(form.seen), "{}", form.draft);
    }
}

/// INP-9, of those who keep another office: their part in the case is ended while they write in it.
#[tokio::test]
async fn when_a_part_in_a_case_ends_the_form_is_refused_and_the_draft_is_gone() {
    let (scene, mut owner) = Scene::new().await;
    let world = &scene.world;
    for (who, member, status) in [("leader", "2", 403), ("narrow", "5", 404)] {
        let person = world.member_id(member).await;
        let of = [("case", scene.case.as_str()), ("person", person.as_str())];
        let part = [of[0], of[1], ("role", "co_worker")];
        send(&mut owner, "/api/participants/add", &part).await;
        let mut client = world.login(who).await;
        let forms: Vec<Form> = scene
            .forms()
            .into_iter()
            .filter(|form| {
                // Their own notes only; a closed case is another's; and to close is the owner's.
                !form.draft.starts_with("lifecycle/") && !form.draft.starts_with(&format!("note/{}/", scene.case))
            })
            .collect();
        let others = world.rows("drafts").await;
        for form in &forms {
            assert_eq!(keep(&mut client, &form.draft, "", &form.fields()).await.status(), 200, "{who}: {}", form.draft);
        }
        assert_eq!(world.rows("drafts").await, others + i64::try_from(forms.len()).unwrap());
        send(&mut owner, "/api/participants/remove", &of).await;
        let before = saved(world).await;
        for form in &forms {
            let drafts = world.rows("drafts").await;
            let answer = client.post_form(form.to, &form.fields()).await;
            assert_eq!(answer.status(), status, "{who}: {}", form.draft);
            assert!(answer.text().contains("Det du skrev, er ikke lagret."), "{who}: {}", form.draft);
            assert!(!answer.text().contains(form.seen), "{who}: {}", form.draft);
            assert_eq!(world.rows("drafts").await, drafts - 1, "{who}: {}", form.draft);
        }
        assert_eq!((saved(world).await, world.rows("drafts").await), (before, others));
        // A form that is refused for something else keeps its draft.
        let note = format!("note/{}", scene.case);
        assert_eq!(keep(&mut owner, &note, "", &[("body", "Mitt")]).await.status(), 200);
        let wrong = [("case", scene.case.as_str()), ("key", "ingen"), ("body", "Mitt")];
        assert_eq!(owner.post_form("/api/notes/add", &wrong).await.status(), 404);
        assert_eq!(world.rows("drafts").await, others + 1);
        send(&mut owner, "/api/drafts/drop", &[("form", &note)]).await;
    }
}

/// What somebody had begun to write in a case is thrown away with their sight of it, whatever form it was in.
#[tokio::test]
async fn whoever_is_kept_out_of_a_case_has_no_draft_in_it_and_an_erased_case_has_none() {
    let (scene, mut owner) = Scene::new().await;
    let world = &scene.world;
    let of = [("case", scene.case.as_str()), ("person", &*world.member_id("2").await)];
    let part = [of[0], of[1], ("role", "co_worker")];
    send(&mut owner, "/api/participants/add", &part).await;
    let mut leader = world.login("leader").await;
    let begun = world.rows("drafts").await;
    let drafts = async |client: &mut Client| {
        for form in scene.forms() {
            keep(client, &form.draft, "", &form.fields()).await;
        }
        world.rows("drafts").await
    };
    assert!(drafts(&mut leader).await > begun + 15);
    let out = [of[0], of[1], ("reason", "Inhabil")];
    send(&mut owner, "/api/participants/keep-out", &out).await;
    assert_eq!(world.texts("SELECT form FROM drafts").await, [format!("case/new/{}", scene.begun)]);
    assert_eq!(drafts(&mut leader).await, begun, "nor later");
    assert!(drafts(&mut owner).await > begun + 15);
    let number = world.texts("SELECT CAST(number AS text) FROM cases WHERE status = 'open'").await;
    world.store.erase_case(number[0].parse().unwrap()).await.unwrap();
    let left = world.texts("SELECT form FROM drafts ORDER BY form").await;
    assert_eq!(left, [format!("case/new/{}", scene.begun), format!("lifecycle/reopen/{}", scene.closed)]);
}

/// With script the last letters go their way when somebody presses the button, and may come after the form: what was
/// refused still says why, and a letter that was sent on is sent on.
#[tokio::test]
async fn the_same_words_once_more_change_nothing_of_what_was_refused_or_sent_on() {
    let (scene, mut client) = Scene::new().await;
    let forms = scene.forms();
    let find = |draft: &str| forms.iter().find(|form| form.draft.starts_with(draft)).unwrap();
    let decision = find("decision/");
    let to = send(&mut client, decision.to, &decision.fields()).await;
    assert_eq!(keep(&mut client, &decision.draft, "", &decision.fields()).await.status(), 200);
    assert!(!crate::journeys::errors(&client.get(&to).await).is_empty());
    let letter = find("letter/");
    let values = ["member", "employer", "unit", "representative"].map(|name| (format!("fields[{name}]"), "Skrevet\r\n"));
    let values: Vec<_> = values.iter().map(|(name, value)| (name.as_str(), value.trim())).collect();
    let rest = [("fields[health]", "no"), ("fields[share]", "yes")];
    let whole: Vec<_> = letter.fields().into_iter().chain(values).chain(rest).collect();
    let preview = send(&mut client, letter.to, &whole).await;
    assert!(preview.ends_with("/se"), "{preview}");
    assert_eq!(keep(&mut client, &letter.draft, "", &whole).await.status(), 200);
    assert!(!client.get(&letter.page).await.text().contains("Du har et utkast"));
    let of = [("case", scene.case.as_str()), ("template", "FULLMAKT"), ("seen", "0")];
    // What was typed since nobody has looked at: it leads back to the form.
    let more: Vec<_> =
        whole.iter().map(|(name, value)| (*name, if *name == "fields[matter]" { "Skrevet etterpå" } else { value })).collect();
    assert_eq!(keep(&mut client, &letter.draft, "", &more).await.status(), 200);
    let save = |key: String| {
        of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).chain([("key".to_owned(), key)]).collect::<Vec<_>>()
    };
    assert_eq!(crate::journeys::send_all(&mut client, "/api/letters/save", &save(fresh_key())).await, letter.page);
    send(&mut client, letter.to, &more).await;
    let kept = crate::journeys::send_all(&mut client, "/api/letters/save", &save(fresh_key())).await;
    assert!(kept.contains("/dokumenter/") || kept.contains("dokument"), "{kept}");
}
