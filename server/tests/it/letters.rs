//! Letters without script: chosen, filled in, seen and had as files.

use crate::journeys::{add_document, errors, fresh_key, open_case, send, send_and_follow, texts, values};
use crate::world::{Answer, Client, World};

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "LONN_FEIL", &ada, "Tillegget mangler.").await;
    (world, client, case)
}

const HOSTILE: &str = "<img src=x onerror=alert(1)> {member} **fet** | [if x] {{7*7}} </p><script>alert(1)</script>";

/// Everything that the wage letter asks, beside what the case has.
fn filled(case: &str, wrong: &str) -> Vec<(&'static str, String)> {
    let mut fields = vec![("case", case.to_owned()), ("template", "KRAV_LONN".to_owned()), ("lang", "nb".to_owned())];
    fields.extend(
        [
            ("fields[representative]", "Vakker Blomst"),
            ("fields[office]", "tillitsvalgt"),
            ("fields[unit]", "Klubben ved Granlia"),
            ("fields[employer]", "Eksempelvik kommune"),
            ("fields[member]", "Ada Abelvik"),
            ("fields[today]", "17.5.2026"),
            ("fields[wrong]", wrong),
            ("fields[months]", "mars 2026\r\napril 2026"),
            ("fields[right]", "kr 30 000\r\nkr 30 000"),
            ("fields[paid]", "kr 29 000\r\nkr 28 000"),
            ("fields[missing]", "kr 1 000\r\nkr 2 000"),
            ("fields[reply_by]", "1/6-26"),
        ]
        .map(|(name, value)| (name, value.to_owned())),
    );
    fields
}

async fn keep(client: &mut Client, fields: &[(&'static str, String)]) -> String {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    send(client, "/api/letters/keep", &fields).await
}

fn field(page: &Answer, id: &str) -> String {
    page.attributes(&format!("input[name='fields[{id}]']"), "value").remove(0).unwrap_or_default()
}

#[tokio::test]
async fn a_letter_is_chosen_filled_in_seen_and_had_as_files() {
    let (_world, mut client, case) = with_a_case().await;
    assert!(client.get(&format!("/saker/{case}")).await.text().contains(&format!("/saker/{case}/brev\"")));
    let choice = client.get(&format!("/saker/{case}/brev")).await;
    assert_eq!(choice.text_of("h1").as_deref(), Some("Skriv brev"));
    assert_eq!(texts(&choice, "main h2")[0], "Passer til saken");
    let cards = choice.attributes(".k-cards a", "href");
    assert_eq!(cards[0].as_deref(), Some(&*format!("/saker/{case}/brev/KRAV_LONN")), "what fits the case comes first");
    assert_eq!(cards.len(), domain::letters::Templates::standard().iter().len());

    // What the case has is there; nothing is complained of.
    let form = client.get(&format!("/saker/{case}/brev/KRAV_LONN")).await;
    assert_eq!(errors(&form).len(), 0);
    for (id, value) in [("member", "Ada Abelvik"), ("representative", "Vakker Blomst"), ("unit", "Klubben ved Granlia")] {
        assert_eq!(field(&form, id), value, "{id}");
    }
    assert!(field(&form, "case_number").parse::<u32>().is_ok());
    assert!(!field(&form, "employer").is_empty() && !field(&form, "today").is_empty());

    // What is missing is asked for, and nothing typed is lost.
    let mut fields = filled(&case, "Feil ansiennitet.");
    fields.retain(|(name, _)| *name != "fields[months]");
    fields.iter_mut().find(|(name, _)| *name == "fields[reply_by]").unwrap().1 = "snart".to_owned();
    assert_eq!(keep(&mut client, &fields).await, format!("/saker/{case}/brev/KRAV_LONN"));
    let form = client.get(&format!("/saker/{case}/brev/KRAV_LONN")).await;
    assert_eq!(errors(&form), ["Hvilke lønninger er feil: må fylles ut", "Svar innen: skriv datoen slik: 12.3.2026"]);
    assert_eq!(field(&form, "reply_by"), "snart");
    assert!(texts(&form, "textarea").contains(&"Feil ansiennitet.".to_owned()));
    let not_ready = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    assert_eq!(not_ready.text_of("h1").as_deref(), Some("Brevet er ikke ferdig"));
    let file = client.get(&format!("/saker/{case}/brev/KRAV_LONN/brev.pdf")).await;
    assert_eq!((file.status(), file.location()), (303, Some(&*format!("/saker/{case}/brev/KRAV_LONN"))));

    // The letter as it will be.
    assert_eq!(keep(&mut client, &filled(&case, "Feil ansiennitet.")).await, format!("/saker/{case}/brev/KRAV_LONN/se"));
    let page = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    assert_eq!(texts(&page, ".k-letter h2"), ["Krav om retting av lønn for Ada Abelvik"]);
    assert!(page.text().contains("17. mai 2026") && page.text().contains("1. juni 2026"));
    assert!(texts(&page, ".k-letter strong").contains(&"Dette brevet stopper ikke fristen.".to_owned()));
    assert_eq!(texts(&page, ".k-letter tbody tr").len(), 2);
    assert_eq!(page.attributes(".k-letter", "lang"), [Some("nb".to_owned())]);
    let begun = client.get(&format!("/saker/{case}/brev")).await;
    assert!(texts(&begun, ".k-cards .ds-tag").contains(&"Begynt på".to_owned()));

    for (end, kind, first) in
        [("pdf", "application/pdf", "%PDF-1.7"), ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK")]
    {
        let file = client.get(&format!("/saker/{case}/brev/KRAV_LONN/brev.{end}")).await;
        assert_eq!(file.status(), 200);
        assert!(file.text().starts_with(first));
        assert_eq!(file.header("content-type"), Some(kind));
        assert_eq!(file.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(file.header("cache-control"), Some("no-store"));
        assert!(file.header("content-security-policy").unwrap().ends_with("sandbox"));
        let saved = file.header("content-disposition").unwrap();
        assert!(saved.starts_with("attachment; filename=\"") && saved.contains(&format!("-brev.{end}\"; filename*=UTF-8''")), "{saved}");
        assert!(saved.ends_with(&format!("Krav%20om%20retting%20av%20l%C3%B8nn%20for%20Ada%20Abelvik.{end}")), "{saved}");
    }
}

#[tokio::test]
async fn a_letter_is_written_in_nynorsk_too() {
    let (_world, mut client, case) = with_a_case().await;
    let mut fields = filled(&case, "Feil ansiennitet.");
    fields.iter_mut().find(|(name, _)| *name == "lang").unwrap().1 = "nn".to_owned();
    keep(&mut client, &fields).await;
    let page = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    assert!(texts(&page, ".k-letter strong").contains(&"Dette brevet stoppar ikkje fristen.".to_owned()));
    assert_eq!(page.attributes(".k-letter", "lang"), [Some("nn".to_owned())]);
}

#[tokio::test]
async fn what_looks_like_markup_stands_as_it_was_written() {
    let (_world, mut client, case) = with_a_case().await;
    let fields = filled(&case, HOSTILE);
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let page = send_and_follow(&mut client, "/api/letters/keep", &fields).await;
    assert!(texts(&page, ".k-letter > p").iter().any(|text| text == HOSTILE), "{:?}", texts(&page, ".k-letter > p"));
    assert_eq!(page.attributes("main img", "src").len(), 0);
    assert!(!texts(&page, "script").iter().any(|script| script.contains("alert")));
    let form = client.get(&format!("/saker/{case}/brev/KRAV_LONN")).await;
    assert!(texts(&form, "textarea").iter().any(|text| text == HOSTILE));
    assert_eq!(values(&form, "case"), [case]);
}

#[tokio::test]
async fn what_a_template_has_not_is_not_kept_and_what_is_none_is_not_found() {
    let (_world, mut client, case) = with_a_case().await;
    let mut fields = filled(&case, "Feil.");
    fields.push(("fields[owner]", "Ola".to_owned()));
    keep(&mut client, &fields).await;
    assert!(!client.get(&format!("/saker/{case}/brev/KRAV_LONN")).await.text().contains("fields[owner]"));
    for path in [
        format!("/saker/{case}/brev/FINNES_IKKE"),
        format!("/saker/{case}/brev/FINNES_IKKE/se"),
        format!("/saker/{case}/brev/FINNES_IKKE/brev.pdf"),
        format!("/saker/{case}/brev/krav_lonn/brev.docx"),
        "/saker/ikke-en-sak/brev/KRAV_LONN/brev.pdf".to_owned(),
    ] {
        let answer = client.get(&path).await;
        assert_eq!((answer.status(), answer.text_of("h1").as_deref()), (404, Some("Vi finner ikke denne siden")), "{path}");
    }
    let unknown = [("case", case.as_str()), ("template", "FINNES_IKKE")];
    assert_eq!(client.post_form("/api/letters/keep", &unknown).await.status(), 404);
}

/// The draft is its writer's own, and gone with the right to the case.
#[tokio::test]
async fn what_is_typed_is_for_its_writer_alone() {
    let (world, mut client, case) = with_a_case().await;
    keep(&mut client, &filled(&case, "Kanarifugl brev")).await;
    let mut leader = world.login("leader").await;
    for path in ["", "/KRAV_LONN", "/KRAV_LONN/se", "/KRAV_LONN/brev.pdf", "/KRAV_LONN/brev.docx"] {
        let answer = leader.get(&format!("/saker/{case}/brev{path}")).await;
        assert_eq!(answer.status(), 403, "{path}");
        assert!(!answer.text().contains("Kanarifugl"));
    }
    // Another who may work on it would have a draft of their own; without the office there is nothing at all.
    world.run("UPDATE mandates SET to_date = '2026-01-01'").await;
    assert_ne!(client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await.status(), 200);
    assert_ne!(client.get(&format!("/saker/{case}/brev/KRAV_LONN/brev.pdf")).await.status(), 200);
}

async fn looks(world: &World) -> usize {
    world.logged("SELECT CAST(action AS text) FROM access_log WHERE subject_kind = 'case'").await.len()
}

/// Each look at a letter is a look at the case.
#[tokio::test]
async fn each_look_is_logged_before_the_answer() {
    let (world, mut client, case) = with_a_case().await;
    keep(&mut client, &filled(&case, "Feil.")).await;
    for path in ["", "/KRAV_LONN", "/KRAV_LONN/se", "/KRAV_LONN/brev.pdf", "/KRAV_LONN/brev.docx"] {
        let before = looks(&world).await;
        client.get(&format!("/saker/{case}/brev{path}")).await;
        assert_eq!(looks(&world).await, before + 1, "{path}");
    }
}

/// Keeps the letter as its preview offers it; where that leads.
async fn save(client: &mut Client, case: &str) -> String {
    let page = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    let of = |name: &str| values(&page, name).remove(0);
    let fields = [("case", of("case")), ("template", of("template")), ("key", of("key")), ("seen", of("seen"))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let to = send(client, "/api/letters/save", &fields).await;
    // The browser sends it twice.
    assert_eq!(send(client, "/api/letters/save", &fields).await, to);
    to
}

#[tokio::test]
async fn a_letter_is_kept_in_both_kinds_and_the_next_one_as_a_version() {
    let (world, mut client, case) = with_a_case().await;
    keep(&mut client, &filled(&case, "Feil ansiennitet.")).await;
    let to = save(&mut client, &case).await;
    let at = to.strip_suffix("?lagret=1").unwrap().to_owned();
    assert!(at.starts_with(&format!("/saker/{case}/dokumenter/")));
    let page = client.get(&to).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Lagret"));
    let title = page.text_of("h1").unwrap();
    assert!(title.starts_with("Krav om retting av lønn, ") && title.ends_with(".pdf"), "{title}");
    assert!(page.text().contains("Feil ansiennitet."), "its words are there to be read");
    let (pdf, docx) = (client.get(&format!("{at}/1/fil")).await, client.get(&format!("{at}/1/fil?som=docx")).await);
    assert_eq!((pdf.status(), pdf.header("content-type")), (200, Some("application/pdf")));
    assert!(pdf.text().starts_with("%PDF-1.7"));
    assert_eq!(docx.header("content-type"), Some("application/vnd.openxmlformats-officedocument.wordprocessingml.document"));
    assert!(docx.header("content-disposition").unwrap().ends_with(".docx") && docx.text().starts_with("PK"));
    assert!(page.attributes("main a", "href").contains(&Some(format!("{at}/1/fil?som=docx"))));
    for kind in ["pdf", "odt", "xlsx", "", "exe"] {
        assert_eq!(client.get(&format!("{at}/1/fil?som={kind}")).await.status(), 404, "{kind}");
    }
    let page = client.get(&format!("/saker/{case}")).await;
    assert!(page.text().contains("Nytt dokument: Krav om retting av lønn"));

    // What was typed is still there, to be changed and kept as the next version.
    let preview = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    assert!(preview.text().contains("Lagre på saken som versjon 2"));
    let early = values(&preview, "key").remove(0);
    keep(&mut client, &filled(&case, "Feil tillegg.")).await;
    assert_eq!(save(&mut client, &case).await, to);
    assert_eq!((world.rows("documents").await, world.rows("document_versions").await), (1, 2));
    // Somebody who had not seen the second is told so, and nothing is kept.
    keep(&mut client, &filled(&case, "Feil alt.")).await;
    let late = [("case", case.as_str()), ("template", "KRAV_LONN"), ("key", early.as_str()), ("seen", "1")];
    let page = send_and_follow(&mut client, "/api/letters/save", &late).await;
    assert_eq!(page.text_of("[role=status] h2").as_deref(), Some("Brevet er ikke lagret på saken"));
    assert!(page.text().contains("Feil alt."), "what was typed is not lost");
    assert_eq!(world.rows("document_versions").await, 2);
}

#[tokio::test]
async fn a_letter_that_is_not_ready_or_has_no_room_is_not_kept() {
    let (world, mut client, case) = with_a_case().await;
    let fields = |key: &str| [("case", case.clone()), ("template", "KRAV_LONN".to_owned()), ("key", key.to_owned())];
    let try_it = async |client: &mut Client, key: &str| {
        let fields = fields(key);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        client.post_form("/api/letters/save", &fields).await
    };
    let answer = try_it(&mut client, &fresh_key()).await;
    assert_eq!((answer.status(), answer.location()), (302, Some(&*format!("/saker/{case}/brev/KRAV_LONN"))));
    keep(&mut client, &filled(&case, "Feil.")).await;
    assert_eq!(try_it(&mut client, "x").await.status(), 422, "no key is no form of ours");
    for n in 0..20 {
        add_document(&mut client, &case, &format!("{n}.txt"), n.to_string().as_bytes()).await;
    }
    let answer = try_it(&mut client, &fresh_key()).await;
    let page = client.get(answer.location().unwrap()).await;
    assert!(page.text().contains("Saken har fått 20 dokumenter i dag"), "{:?}", answer.location());
    assert_eq!(world.rows("documents").await, 20);
}

#[tokio::test]
async fn a_closed_case_takes_no_letter_and_none_is_made_of_it() {
    let (world, mut client, case) = with_a_case().await;
    keep(&mut client, &filled(&case, "Feil.")).await;
    let page = client.get(&format!("/saker/{case}/brev/KRAV_LONN/se")).await;
    let (key, before) = (values(&page, "key").remove(0), world.rows("document_versions").await);
    world.run("UPDATE cases SET status = 'closed'").await;
    let late = [("case", case.as_str()), ("template", "KRAV_LONN"), ("key", key.as_str()), ("seen", "0")];
    assert_eq!(client.post_form("/api/letters/save", &late).await.status(), 409);
    assert_eq!(client.get(&format!("/saker/{case}/brev/KRAV_LONN/brev.pdf")).await.status(), 409);
    assert_eq!(world.rows("document_versions").await, before);
}

/// INP-15: the words of a letter in its files are words.
#[tokio::test]
async fn what_looks_like_markup_is_text_in_both_files() {
    let (_world, mut client, case) = with_a_case().await;
    let hostile = format!("{HOSTILE} =cmd|' /C calc'!A0 \u{202e}txt.exe ]]> &lt; %PDF endobj æøå 漢字");
    let expected = "=cmd|' /C calc'!A0 txt.exe ]]> &lt; %PDF endobj æøå";
    keep(&mut client, &filled(&case, &hostile)).await;
    let at = save(&mut client, &case).await.strip_suffix("?lagret=1").unwrap().to_owned();
    for (path, name) in [(format!("{at}/1/fil"), "brev.pdf"), (format!("{at}/1/fil?som=docx"), "brev.docx")] {
        let file = client.get(&path).await;
        let checked = files::check(name, file.bytes().to_vec()).unwrap();
        assert!(checked.notes.is_empty(), "{name}: {:?}", checked.notes);
        let words = checked.text.unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
        for part in [HOSTILE.split(' ').next().unwrap(), "</p><script>alert(1)</script>", "{member} **fet**", expected] {
            let part = part.replace(' ', "");
            assert!(words.replace(' ', "").contains(&part), "{name}: {part} in {words}");
        }
    }
    let page = client.get(&at).await;
    assert!(!texts(&page, "script").iter().any(|script| script.contains("alert(1)")));
}

/// A letter that the union has written itself, as `docs/letter-templates.md` says.
const OWN: &str = "===
code: VELKOMMEN
version: 1
name.nb: Velkommen til jobben
name.nn: Velkomen til jobben
name.en: Welcome to the job
about.nb: Et brev til en som har begynt.
about.nn: Eit brev til ein som har begynt.
about.en: A letter to somebody who has started.
suggest: LONN_FEIL

field: member
kind: person
required: yes
source: member.name
label.nb: Medlem
label.nn: Medlem
label.en: Member

text.nb:
# Velkommen, {member}

text.nn:
# Velkomen, {member}
";

#[tokio::test]
async fn a_letter_of_the_unions_own_is_there_at_once_and_a_closed_one_only_where_it_is_begun() {
    let (world, mut client, case) = with_a_case().await;
    let standard = domain::letters::Templates::standard_text();
    assert_eq!(client.get(&format!("/saker/{case}/brev/VELKOMMEN")).await.status(), 404);
    let typing = [("form", format!("letter/{case}/VELKOMMEN")), ("fields", "lang=nb&fields[member]=Ada".to_owned())];
    let fields: Vec<_> = typing.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(client.post_form("/api/drafts/keep", &fields).await.status(), 404, "nothing is kept for a letter that is not");
    assert_eq!(world.rows("drafts").await, 0);

    let version = world.store.set_letter_templates(&format!("{standard}{OWN}"), "prøven", "Velkommen").await.unwrap();
    assert_eq!(version, 1);
    let choice = client.get(&format!("/saker/{case}/brev")).await;
    assert!(texts(&choice, ".k-cards a").contains(&"Velkommen til jobben".to_owned()), "{:?}", texts(&choice, ".k-cards a"));
    assert_eq!(field(&client.get(&format!("/saker/{case}/brev/VELKOMMEN")).await, "member"), "Ada Abelvik");
    let fields = [("case", &*case), ("template", "VELKOMMEN"), ("lang", "nb"), ("fields[member]", "Ada Abelvik"), ("fields[more]", "x")];
    assert_eq!(send(&mut client, "/api/letters/keep", &fields).await, format!("/saker/{case}/brev/VELKOMMEN/se"));
    let letter = client.get(&format!("/saker/{case}/brev/VELKOMMEN/se")).await;
    assert_eq!(letter.text_of("h1").as_deref(), Some("Velkommen, Ada Abelvik"));

    // Closed, and asking something more: who has begun goes on, in the form as it is now; nobody else begins.
    let closed = OWN.replacen("version: 1", "version: 2\nclosed: yes", 1).replace("\ntext.n", "\nMed hilsen {from}\n\ntext.n");
    let more = "field: from\nkind: text\nrequired: yes\nlabel.nb: Fra\nlabel.nn: Frå\nlabel.en: From\n\ntext.nb:";
    let closed = closed.replacen("\nMed hilsen {from}\n\ntext.nb:", &format!("\n{more}"), 1) + "\nMed helsing {from}\n";
    world.store.set_letter_templates(&format!("{standard}{closed}"), "prøven", "Fra hvem").await.unwrap();
    assert_eq!(client.get(&format!("/saker/{case}/brev/VELKOMMEN/se")).await.text_of("h1").as_deref(), Some("Brevet er ikke ferdig"));
    assert_eq!(errors(&client.get(&format!("/saker/{case}/brev/VELKOMMEN")).await), ["Fra: må fylles ut"]);
    let card = |page: &Answer| texts(page, ".k-cards a").contains(&"Velkommen til jobben".to_owned());
    assert!(card(&client.get(&format!("/saker/{case}/brev")).await));
    let ada = world.member_id("20").await;
    let other = open_case(&mut client, "LONN_FEIL", &ada, "Enda et tillegg mangler.").await;
    assert!(!card(&client.get(&format!("/saker/{other}/brev")).await));
    for page in ["", "/se", "/brev.pdf"] {
        assert_eq!(client.get(&format!("/saker/{other}/brev/VELKOMMEN{page}")).await.status(), 404, "{page}");
    }
    // A version that lacks a letter is not taken, and what is in force stays.
    assert!(world.store.set_letter_templates(&standard, "prøven", "Uten").await.is_err());
    assert!(card(&client.get(&format!("/saker/{case}/brev")).await));
}
