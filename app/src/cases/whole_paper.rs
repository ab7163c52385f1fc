//! A whole case as text: what is told of it, part by part, in a file that is read away from the portal.

use domain::Lang;
use domain::cases::{CaseTypes, CaseView, Happening, TimelineEntry, WholeCase};
use domain::documents::DocumentRow;
use domain::letters::{Block, Fact, Run, Text, shown};
use domain::meetings::{MeetingView, ProtocolView};
use domain::org::Offices;

use crate::i18n::terms;
use crate::{format, lifecycle, links, meetings, outsiders};

use super::{answers, parts, text, timeline};

/// A part: what it is called, and what stands in it.
pub type Part = (String, Vec<Block>);

/// What the file is called, without an end.
pub fn whole_title(lang: Lang, types: &CaseTypes, whole: &WholeCase) -> String {
    text::whole_name(lang, whole.case.number, types.name(lang, &whole.case.case_type))
}

/// What stands on its first page: whose it is, who took it out, when and what for.
pub fn whole_facts(lang: Lang, offices: &Offices, whole: &WholeCase) -> Vec<Fact> {
    let case = &whole.case;
    let parties: Vec<String> = case.parties.iter().map(|party| named(lang, &party.name)).collect();
    let everybody = case.everybody.as_ref().map(|place| format::sentence(&parts::all_there(lang, place)));
    let (why, purpose) = (&case.why, terms::purpose(lang, whole.order.purpose));
    let facts = [
        (text::who(lang), everybody.unwrap_or_else(|| parties.join(", "))),
        (text::owner_label(lang), named(lang, &case.owner)),
        (text::happened(lang), format::date(lang, case.happened_on)),
        (text::club(lang), case.unit.clone()),
        (text::whole_status(lang), standing(lang, case)),
        (text::whole_made_by(lang), format!("{}, {}, {}", whole.made_by, offices.name(lang, &why.office), why.unit)),
        (text::whole_made_at(lang), format::time(lang, whole.made_at)),
        (text::whole_purpose(lang), format!("{purpose}: {}", whole.order.why)),
    ];
    let others = (!case.outsiders.is_empty()).then(|| {
        let told: Vec<String> = case.outsiders.iter().map(|row| outsiders::parts::told(lang, &row.who)).collect();
        (outsiders::parts::title(lang), told.join("; "))
    });
    let links = links::parts::told(lang, &case.links).map(|told| (links::parts::title(lang), told));
    facts
        .into_iter()
        .chain(others)
        .chain(links)
        .map(|(label, value)| Fact { label: Text::plain(&label), value: Text::plain(&value) })
        .collect()
}

/// Where it stands, with what it waits for or how it ended.
fn standing(lang: Lang, case: &CaseView) -> String {
    match (&case.waiting, &case.closing) {
        (Some(waiting), _) => lifecycle::parts::waits_for(lang, waiting),
        (_, Some(closing)) => lifecycle::parts::closed(lang, closing),
        _ => terms::status(lang, case.status).to_owned(),
    }
}

/// Its text, in the order of the list of contents; the documents come after it.
pub fn whole_parts(lang: Lang, whole: &WholeCase) -> Vec<Part> {
    let mut parts = vec![(text::description(lang), description(lang, whole))];
    let tasks = tasks(lang, whole);
    parts.extend((!tasks.is_empty()).then(|| (text::tasks(lang), tasks)));
    for (meeting, protocol) in &whole.meetings {
        let title = meetings::parts::title(lang, meeting.row.kind, meeting.row.starts_at);
        parts.push((title, meeting_blocks(lang, meeting)));
        if let Some(paper) = protocol.as_ref().and_then(|view: &ProtocolView| meetings::parts::protocol_paper(lang, view)) {
            parts.push((paper.title, paper.blocks.into_iter().filter(|block| !matches!(block, Block::Subject(_))).collect()));
        }
    }
    let notes = notes(lang, whole);
    parts.extend((!notes.is_empty()).then(|| (text::whole_notes(lang), notes)));
    parts.push((text::timeline(lang), happened(lang, whole)));
    parts
}

/// What a document is called in the list of contents.
pub fn whole_document(lang: Lang, document: &DocumentRow) -> String {
    text::whole_document(lang, &document.name, document.newest.number)
}

/// What stands in a file that has no pages, if anything does: its words, and that they are all that is here.
pub fn whole_words(lang: Lang, words: &str) -> Option<Vec<Block>> {
    let words: Vec<Block> = paragraphs(words).collect();
    (!words.is_empty()).then(|| std::iter::once(small(&text::whole_words(lang))).chain(words).collect())
}

/// Somebody who is named in no file.
fn named(lang: Lang, name: &str) -> String {
    if name.is_empty() { text::whole_unnamed(lang) } else { name.to_owned() }
}

fn paragraphs(words: &str) -> impl Iterator<Item = Block> {
    let words = shown(words);
    let each: Vec<Block> = words.split("\n\n").map(Text::plain).filter(|text| !text.is_blank()).map(Block::Paragraph).collect();
    each.into_iter()
}

fn small(words: &str) -> Block {
    Block::Note(Text::plain(words))
}

fn strong(words: &str) -> Block {
    Block::Paragraph(Text(vec![Run { text: shown(words), strong: true }]))
}

fn description(lang: Lang, whole: &WholeCase) -> Vec<Block> {
    let mut blocks: Vec<Block> = paragraphs(&whole.case.description).collect();
    if !whole.case.known.is_empty() {
        blocks.push(Block::Heading(Text::plain(&text::known_facts(lang))));
    }
    for known in &whole.case.known {
        blocks.push(strong(known.label.of(lang)));
        blocks.extend(paragraphs(&answers::said(lang, &known.answer)));
    }
    blocks
}

fn tasks(lang: Lang, whole: &WholeCase) -> Vec<Block> {
    let line = |task: &domain::tasks::TaskRow| {
        let state = match (task.dropped, task.done) {
            (true, _) => text::whole_task_dropped(lang),
            (_, true) => text::whole_task_done(lang),
            _ => text::whole_task_open(lang),
        };
        let due = task.due.map(|due| format!(", {}", format::date(lang, due))).unwrap_or_default();
        let more = whole.details.get(&task.id).map(|details| format!("\n{details}")).unwrap_or_default();
        Text::plain(&format!("{} ({state}{due}). {}{more}", task.title, named(lang, &task.owner)))
    };
    let items: Vec<Text> = whole.case.tasks.iter().map(line).collect();
    if items.is_empty() { Vec::new() } else { vec![Block::List { ordered: false, items }] }
}

fn meeting_blocks(lang: Lang, meeting: &MeetingView) -> Vec<Block> {
    let facts = meetings::parts::told(lang, meeting);
    let facts = facts.into_iter().map(|(label, value)| Fact { label: Text::plain(&label), value: Text::plain(&value) });
    let mut blocks = vec![Block::Facts(facts.collect())];
    if let Some(record) = &meeting.record {
        blocks.extend(paragraphs(&record.minutes));
        let items: Vec<Text> = record.actions.iter().map(|action| Text::plain(&action.title())).collect();
        blocks.extend((!items.is_empty()).then_some(Block::List { ordered: false, items }));
    }
    blocks
}

/// The notes that others than their author may read.
fn notes(lang: Lang, whole: &WholeCase) -> Vec<Block> {
    let mut blocks = Vec::new();
    for entry in whole.older_notes.iter().chain(&whole.timeline) {
        let Happening::Note { body, additions, .. } = &entry.what else { continue };
        blocks.push(strong(&timeline::told(lang, &entry.what).0));
        blocks.push(small(&by(lang, entry)));
        blocks.extend(paragraphs(body));
        for addition in additions {
            blocks.push(small(&text::note_added_by(lang, &named(lang, &addition.by), &format::time(lang, addition.at))));
            blocks.extend(paragraphs(&addition.body));
        }
    }
    blocks
}

/// Each thing that has happened, the oldest first. What a note says stands among the notes.
fn happened(lang: Lang, whole: &WholeCase) -> Vec<Block> {
    let mut blocks = Vec::new();
    blocks.extend(whole.begins_later.then(|| Block::Paragraph(Text::plain(&text::whole_begins_later(lang)))));
    for entry in &whole.timeline {
        let (title, body) = timeline::told(lang, &entry.what);
        blocks.push(strong(&title));
        blocks.push(small(&by(lang, entry)));
        blocks.extend(body.iter().flat_map(|body| paragraphs(body)));
    }
    blocks
}

fn by(lang: Lang, entry: &TimelineEntry) -> String {
    format!("{}. {}", format::time(lang, entry.at), named(lang, &entry.by))
}
