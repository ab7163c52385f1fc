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

/// Goes through the first three steps of a new case.
pub(crate) async fn fill_in(client: &mut Client, draft: &str, kind: &str, member: &str, description: &str) {
    send(client, "/api/cases/new/about", &[("draft", draft), ("case_type", kind)]).await;
    send(client, "/api/cases/new/who", &[("draft", draft), ("member", member)]).await;
    let to = send(client, "/api/cases/new/what", &[("draft", draft), ("happened", "12.3.2026"), ("description", description)]).await;
    assert_eq!(to, format!("/saker/ny/{draft}/sjekk"));
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
