//! What people do again and again, as a browser without script does it.

use crate::world::{Answer, Client};

/// A key such as every form that makes something carries.
pub(crate) fn fresh_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// Sends a form that must be accepted; where it leads.
pub(crate) async fn send(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = client.post_form(path, fields).await;
    assert_eq!(answer.status(), 302, "{path}: {}", answer.text());
    answer.location().unwrap().to_owned()
}

/// Sends a form and opens the page it leads to.
pub(crate) async fn send_and_follow(client: &mut Client, path: &str, fields: &[(&str, &str)]) -> Answer {
    let to = send(client, path, fields).await;
    let page = client.get(&to).await;
    assert_eq!(page.status(), 200, "{to}");
    page
}

/// Answers what a case type asks, page after page: a date, the first answer of a few, or this text. Where it leads.
pub(crate) async fn answer_questions(client: &mut Client, draft: &str, mut to: String, text: &str) -> String {
    while to.contains("/sporsmal/") {
        let page = client.get(&to).await;
        let (number, mut answers) = (values(&page, "page").remove(0), std::collections::BTreeMap::new());
        for field in page.html().select(&scraper::Selector::parse("[name^=answers]").unwrap()) {
            let answer = match (field.value().name(), field.attr("type")) {
                ("textarea", _) => text,
                (_, Some("radio")) => field.attr("value").unwrap(),
                _ => "12.3.2026",
            };
            answers.entry(field.attr("name").unwrap().to_owned()).or_insert_with(|| answer.to_owned());
        }
        let mut fields = vec![("draft", draft), ("page", number.as_str())];
        fields.extend(answers.iter().map(|(name, answer)| (name.as_str(), answer.as_str())));
        to = send(client, "/api/cases/new/answers", &fields).await;
    }
    to
}

/// Goes through the steps of a new case before the last; what is asked in words is answered with the description.
pub(crate) async fn fill_in(client: &mut Client, draft: &str, kind: &str, member: &str, description: &str) {
    send(client, "/api/cases/new/about", &[("draft", draft), ("case_type", kind)]).await;
    send(client, "/api/cases/new/who", &[("draft", draft), ("member", member)]).await;
    let to = send(client, "/api/cases/new/what", &[("draft", draft), ("happened", "12.3.2026"), ("description", description)]).await;
    let to = answer_questions(client, draft, to, description).await;
    assert_eq!(to, format!("/saker/ny/{draft}/sjekk"));
}

/// Opens a case about several, who are chosen one at a time; its id.
pub(crate) async fn open_group(client: &mut Client, kind: &str, members: &[&str], description: &str) -> String {
    let draft = fresh_key();
    send(client, "/api/cases/new/about", &[("draft", &draft), ("case_type", kind)]).await;
    send(client, "/api/cases/new/kind", &[("draft", &draft), ("kind", "group")]).await;
    for member in members {
        send(client, "/api/cases/new/members", &[("draft", &draft), ("add", member)]).await;
    }
    send(client, "/api/cases/new/members", &[("draft", &draft)]).await;
    tell_and_save(client, &draft, description).await
}

/// What happened, what the type asks, and saved; the case's id.
pub(crate) async fn tell_and_save(client: &mut Client, draft: &str, description: &str) -> String {
    let to = send(client, "/api/cases/new/what", &[("draft", draft), ("happened", "12.3.2026"), ("description", description)]).await;
    let to = answer_questions(client, draft, to, description).await;
    assert_eq!(to, format!("/saker/ny/{draft}/sjekk"));
    let to = send(client, "/api/cases/new/save", &[("draft", draft)]).await;
    let id = to.strip_prefix("/saker/").and_then(|rest| rest.strip_suffix("?ny=1"));
    id.unwrap_or_else(|| panic!("{to}")).to_owned()
}

/// Opens a case; its id.
pub(crate) async fn open_case(client: &mut Client, kind: &str, member: &str, description: &str) -> String {
    let draft = fresh_key();
    fill_in(client, &draft, kind, member, description).await;
    let to = send(client, "/api/cases/new/save", &[("draft", &draft)]).await;
    let id = to.strip_prefix("/saker/").and_then(|rest| rest.strip_suffix("?ny=1"));
    id.unwrap_or_else(|| panic!("{to}")).to_owned()
}

/// Adds a task to a case.
pub(crate) async fn add_task(client: &mut Client, case: &str, title: &str, due: &str) {
    let fields = [("case", case), ("key", &*fresh_key()), ("title", title), ("due", due)];
    assert_eq!(send(client, "/api/tasks/add", &fields).await, format!("/saker/{case}?oppgave=1"));
}

/// Adds a note to a case.
pub(crate) async fn add_note(client: &mut Client, case: &str, body: &str) {
    let fields = [("case", case), ("key", &*fresh_key()), ("body", body)];
    assert_eq!(send(client, "/api/notes/add", &fields).await, format!("/saker/{case}?notat=1"));
}

/// Writes somebody else down in a case; their id.
pub(crate) async fn write_down(client: &mut Client, case: &str, name: &str) -> String {
    let who = [("outsider_role", "witness"), ("outsider_name", name), ("outsider_title", "Portør"), ("outsider_phone", "900 00 000")];
    let key = fresh_key();
    let fields = [&[("case", case), ("key", &*key)], who.as_slice()].concat();
    assert_eq!(send(client, "/api/outsiders/save", &fields).await, format!("/saker/{case}?person-lagret=1"));
    let page = client.get(&format!("/saker/{case}")).await;
    let begin = format!("/saker/{case}/andre/");
    let mut ids = page.attributes("main a", "href").into_iter().flatten().filter_map(|href| href.strip_prefix(&begin).map(str::to_owned));
    ids.find(|id| id != "ny").unwrap()
}

/// Adds a document to a case; its id.
pub(crate) async fn add_document(client: &mut Client, case: &str, name: &str, contents: &[u8]) -> String {
    let at = format!("/saker/{case}/dokumenter");
    let answer = client.post_files(&at, &[("key", &*fresh_key())], &[("file", name, contents)]).await;
    assert_eq!((answer.status(), answer.location()), (302, Some(&*format!("/saker/{case}?dokument=1"))), "{}", answer.text());
    let page = client.get(&format!("/saker/{case}")).await;
    let links = page.attributes("#dokumenter a", "href").into_iter().flatten();
    let prefix = format!("{at}/");
    // The newest stands first.
    links.filter_map(|href| href.strip_prefix(&prefix).map(str::to_owned)).next().unwrap()
}

/// The fields of a call, with somebody from the other side.
pub(crate) fn a_call(case: &str, text: &str) -> Vec<(String, String)> {
    let fields = [
        ("case", case),
        ("key", &fresh_key()),
        ("kind", "negotiation"),
        ("date", "24.9.2026"),
        ("from", "14.30"),
        ("to", "15.30"),
        ("place", &format!("{text} sted")),
        ("called_by", &format!("{text} kaller")),
        ("agenda", &format!("{text} sak")),
        ("others[0][name]", "Rektor Rød"),
        ("others[0][role]", &format!("{text} rolle")),
        ("others[0][email]", "rod@example.com"),
    ];
    fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}

/// Sends fields that are texts; where it leads.
pub(crate) async fn send_all(client: &mut Client, path: &str, fields: &[(String, String)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send(client, path, &fields).await
}

/// Calls a meeting in a case, writes its minutes and a draft of its protocol; its id, and what was written.
pub(crate) async fn meet(client: &mut Client, case: &str, text: &str) -> (String, Vec<String>) {
    let to = send_all(client, "/api/meetings/save", &a_call(case, text)).await;
    let id = to.strip_prefix(&format!("/saker/{case}/moter/")).and_then(|rest| rest.strip_suffix("?gjort=kalt"));
    let id = id.unwrap_or_else(|| panic!("{to}")).to_owned();
    let of = [("case", case), ("meeting", &*id), ("number", "1"), ("version", "1"), ("key", &*fresh_key())];
    let with = |more: &[(&str, &str)]| -> Vec<(String, String)> {
        of.iter().chain(more).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    };
    let written = |what: &str| format!("{text} {what}");
    let minutes = with(&[("minutes", &written("referat")), ("actions[0][what]", &written("tiltak"))]);
    assert_eq!(send_all(client, "/api/meetings/record", &minutes).await, format!("/saker/{case}/moter/{id}?gjort=referat"));
    assert_eq!(send_all(client, "/api/meetings/protocol/begin", &with(&[])).await, format!("/saker/{case}/moter/{id}/protokoll/hvem"));
    let point = with(&[
        ("step", "punkt-1"),
        ("subject", &written("tema")),
        ("employer_says", &written("arbeidsgiver")),
        ("we_say", &written("vi")),
        ("agreed", &written("enige")),
        ("disagreed", &written("uenige")),
    ]);
    assert_eq!(send_all(client, "/api/meetings/protocol/save", &point).await, format!("/saker/{case}/moter/{id}/protokoll/resultat"));
    let told = ["sted", "kaller", "sak", "rolle", "referat", "tiltak", "tema", "arbeidsgiver", "vi", "enige", "uenige"];
    (id, told.map(written).to_vec())
}

/// Sends the form that brings a case where it says, as it stands on its page; where it leads.
pub(crate) async fn step(client: &mut Client, case: &str, page: &str, path: &str, fields: &[(&str, &str)]) -> String {
    let form = client.get(&format!("/saker/{case}{page}")).await;
    let (version, key) = (values(&form, "version").remove(0), values(&form, "key").remove(0));
    let all: Vec<_> = [("case", case), ("version", &version), ("key", &key)].iter().chain(fields).copied().collect();
    send(client, path, &all).await
}

/// Closes a case, whatever is open in it.
pub(crate) async fn close(client: &mut Client, case: &str, outcome: &str, agreed: &str) {
    let fields = [("outcome", outcome), ("what_agreed", agreed), ("open_tasks", "keep")];
    assert_eq!(step(client, case, "/avslutt", "/api/lifecycle/close", &fields).await, format!("/saker/{case}?avsluttet=1"));
}

/// A case waits, is closed, is opened again, and waits for something else; what was written.
pub(crate) async fn live(client: &mut Client, case: &str, outcome: &str, text: &str) -> Vec<String> {
    let written = ["ventet", "avtalt", "gjenåpnet", "venter"].map(|what| format!("{text} {what}"));
    let wait = [("waiting_for", "employer"), ("waiting_until", "31.12.2026")];
    for (note, close_after) in [(&written[0], true), (&written[3], false)] {
        let fields = [wait[0], ("waiting_note", note.as_str()), wait[1]];
        assert_eq!(step(client, case, "/vent", "/api/lifecycle/wait", &fields).await, format!("/saker/{case}?venter=1"));
        if close_after {
            close(client, case, outcome, &written[1]).await;
            let reason = [("reason", written[2].as_str())];
            assert_eq!(step(client, case, "/gjenapne", "/api/lifecycle/reopen", &reason).await, format!("/saker/{case}?gjenapnet=1"));
        }
    }
    written.to_vec()
}

/// What stands in the hidden or visible field of this name, in each form of the page.
pub(crate) fn values(page: &Answer, name: &str) -> Vec<String> {
    page.attributes(&format!("input[name={name}]"), "value").into_iter().map(Option::unwrap_or_default).collect()
}

/// The text of everything that the selector finds.
pub(crate) fn texts(page: &Answer, selector: &str) -> Vec<String> {
    let found = scraper::Selector::parse(selector).unwrap();
    let text = |element: scraper::ElementRef<'_>| element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    page.html().select(&found).map(text).collect()
}

/// A form that was refused and shown again: the title says so, the summary leads to each field, and each field says
/// what is wrong in the same words. What the summary says.
pub(crate) fn errors(page: &Answer) -> Vec<String> {
    let summary = texts(page, ".ds-error-summary li a");
    if summary.is_empty() {
        assert!(!page.text_of("title").unwrap().starts_with("Feil: "));
        assert_eq!(texts(page, "[aria-invalid=true]").len(), 0);
        return summary;
    }
    assert!(page.text_of("title").unwrap().starts_with("Feil: "), "{:?}", page.text_of("title"));
    let html = page.html();
    for (href, words) in page.attributes(".ds-error-summary li a", "href").into_iter().zip(&summary) {
        let href = href.unwrap();
        let Some(id) = href.strip_prefix('#') else {
            assert!(href.starts_with("/saker/ny/") && href.contains("#f-"), "another step's field: {href}");
            continue;
        };
        let find = |selector: String| html.select(&scraper::Selector::parse(&selector).unwrap()).count();
        assert_eq!(find(format!("[id='{id}']")), 1, "the summary leads to one place: {id}");
        assert!(texts(page, ".ds-validation-message").contains(words), "{words}");
    }
    summary
}
