//! A protocol as a paper: to print and sign on, to send, and to keep.

use domain::letters::{Block, Fact, Letter, Run, Signature, Text, shown};
use domain::meetings::{Check, Point, Protocol, ProtocolStatus, ProtocolView, Side, SignatureView};
use domain::{Date, Field, Lang};

use crate::format;
use crate::i18n::terms;
use crate::meetings::{parts, text};

use super::status;

/// The whole of it: what each side says, what they agree on, and who has signed, when, and of which bytes. Where nobody of
/// a side has signed there is a line to sign on. Nothing where the protocol cannot be read.
pub fn protocol_paper(lang: Lang, view: &ProtocolView) -> Option<Letter> {
    let protocol = view.protocol.as_ref()?;
    let meeting = parts::title(lang, view.meeting.kind, view.meeting.starts_at);
    let title = format!("{}. {meeting}", text::protocol_title(lang, view.number));
    let mut blocks = vec![Block::Subject(Text::plain(&title)), Block::Facts(head(lang, view, protocol))];
    // Whoever holds the paper has not seen the page.
    let altered = match view.check {
        Check::Changed => Some((text::altered(lang), text::altered_what(lang))),
        Check::Missing => Some((text::missing(lang), text::missing_what(lang))),
        Check::Unsigned | Check::Whole => None,
    };
    blocks.extend(altered.map(|(what, then)| Block::Paragraph(labelled(&what, &then))));
    if protocol.corrects.is_some() {
        blocks.push(Block::Paragraph(Text::plain(&text::corrects(lang, protocol.number.saturating_sub(1)))));
    }
    for point in &protocol.points {
        blocks.push(Block::Heading(Text::plain(&point.subject)));
        blocks.push(sides(lang, point));
    }
    let day = |day: Option<Date>| day.map(|day| format::date(lang, day)).unwrap_or_default();
    section(
        &mut blocks,
        &text::result(lang),
        lang,
        [(Field::EndedOn, day(protocol.ended_on).as_str()), (Field::LongerTime, protocol.longer_time.as_str())],
    );
    section(
        &mut blocks,
        &text::comments(lang),
        lang,
        [(Field::EmployerComment, protocol.employer_comment.as_str()), (Field::OurComment, protocol.our_comment.as_str())],
    );
    if !protocol.actions.is_empty() {
        blocks.push(Block::Heading(Text::plain(&text::to_do(lang))));
        let item = |action: &domain::meetings::Action| {
            let due = action.due.map(|due| format!(" ({})", format::date(lang, due))).unwrap_or_default();
            Text::plain(&format!("{}{due}", action.title()))
        };
        blocks.push(Block::List { ordered: false, items: protocol.actions.iter().map(item).collect() });
    }
    signatures(&mut blocks, lang, view);
    Some(Letter { lang, title, blocks })
}

fn head(lang: Lang, view: &ProtocolView, protocol: &Protocol) -> Vec<Fact> {
    let head = &protocol.head;
    let facts = [
        (text::case_number(lang), protocol.case_number.to_string()),
        (terms::field(lang, Field::HeldOn), head.held_on.map(|day| format::date(lang, day)).unwrap_or_default()),
        (terms::field(lang, Field::MeetingPlace), head.place.clone()),
        (terms::field(lang, Field::EmployerParty), head.employer.clone()),
        (terms::field(lang, Field::OurParty), head.ours.clone()),
        (terms::field(lang, Field::Basis), head.basis.clone()),
        (text::paper_status(lang), status(lang, view)),
    ];
    let facts = facts.into_iter().filter(|(_, value)| !value.is_empty());
    facts.map(|(label, value)| Fact { label: Text::plain(&label), value: Text::plain(&value) }).collect()
}

/// What each side says of a point, beside each other.
fn sides(lang: Lang, point: &Point) -> Block {
    let columns = [
        (Field::EmployerSays, &point.employer),
        (Field::WeSay, &point.ours),
        (Field::Agreed, &point.agreed),
        (Field::Disagreed, &point.disagreed),
    ];
    let cell = |text: &str| if text.is_empty() { vec![Text::plain("–")] } else { paragraphs(text) };
    Block::Table {
        header: columns.iter().map(|(field, _)| Text::plain(&terms::field(lang, *field))).collect(),
        rows: vec![columns.iter().map(|(_, text)| cell(text)).collect()],
    }
}

fn paragraphs(text: &str) -> Vec<Text> {
    shown(text).split("\n\n").map(Text::plain).filter(|text| !text.is_blank()).collect()
}

/// "**What:** and then it", each as typed.
fn labelled(label: &str, text: &str) -> Text {
    Text(vec![Run { text: format!("{}: ", shown(label)), strong: true }, Run { text: shown(text), strong: false }])
}

/// A heading and what stands under it; nothing where nothing does.
fn section<const N: usize>(blocks: &mut Vec<Block>, heading: &str, lang: Lang, lines: [(Field, &str); N]) {
    let said: Vec<_> = lines.into_iter().filter(|(_, text)| !text.is_empty()).collect();
    if said.is_empty() {
        return;
    }
    blocks.push(Block::Heading(Text::plain(heading)));
    blocks.extend(said.into_iter().map(|(field, text)| Block::Paragraph(labelled(&terms::field(lang, field), text))));
}

fn signatures(blocks: &mut Vec<Block>, lang: Lang, view: &ProtocolView) {
    blocks.push(Block::Heading(Text::plain(&text::signatures(lang))));
    for signature in &view.signatures {
        let name = [&signature.name, &signature.role].into_iter().filter(|text| !text.is_empty()).cloned().collect::<Vec<_>>().join(", ");
        let holds = if signature.holds { text::holds(lang) } else { text::broken(lang) };
        let party = match signature.side {
            Side::Ours => Field::OurParty,
            Side::Theirs => Field::EmployerParty,
        };
        let mut lines = told(lang, signature);
        lines.push(holds);
        blocks.push(Block::Paragraph(labelled(&terms::field(lang, party), &format!("{name}\n{}", lines.join("\n")))));
    }
    if !view.signatures.is_empty() {
        blocks.push(Block::Note(Text::plain(&format!("{}: {}", text::fingerprint(lang), view.digest))));
    }
    let to_sign = [(Side::Theirs, Field::EmployerParty), (Side::Ours, Field::OurParty)];
    let open = to_sign.into_iter().filter(|(side, _)| view.signatures.iter().all(|one| one.side != *side));
    let open: Vec<_> = open.map(|(_, field)| Signature { name: Text::default(), role: Text::plain(&terms::field(lang, field)) }).collect();
    // A draft is not signed: it may still say something else.
    if !open.is_empty() && view.status != ProtocolStatus::Draft {
        blocks.push(Block::Signatures(open));
    } else if view.signatures.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(&text::no_signatures(lang))));
    }
}

/// How and when somebody signed. Ours is made in the portal; theirs is a note of it, and says so.
pub(super) fn told(lang: Lang, signature: &SignatureView) -> Vec<String> {
    let at = format::time(lang, signature.at);
    let day = |day: Option<Date>| day.map(|day| format::date(lang, day)).unwrap_or_default();
    match (signature.side, signature.how) {
        (Side::Ours, _) => vec![text::signed_ours(lang, &at)],
        (Side::Theirs, Some(how)) => {
            vec![text::signed_theirs(lang, text::how(lang, how), &day(signature.signed_on)), text::noted_by(lang, &signature.by, &at)]
        }
        (Side::Theirs, None) => vec![text::unreadable_signature(lang)],
    }
}
