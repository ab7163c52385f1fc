//! The secret words, who may see each, and the ways in which one can be written.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD;
use domain::registry::Protection;
use oracle::CaseAccess;

use super::super::asking::named_about_access;
use super::super::running::Running;
use super::world::{Drafts, KEPT_OUT_BECAUSE};

/// A secret word.
#[derive(Debug, Clone)]
pub(super) struct Needle {
    /// What kind of secret.
    pub(super) kind: &'static str,
    pub(super) word: String,
    /// Who may see it.
    pub(super) allowed: BTreeSet<String>,
    /// Encoded whole, where capitals matter.
    encoded: Vec<String>,
    /// As people and addresses write it, in small letters.
    written: Vec<String>,
}

impl Needle {
    pub(super) fn new(kind: &'static str, word: String, allowed: BTreeSet<String>) -> Self {
        let hex: String = word.bytes().map(|byte| format!("{byte:02x}")).collect();
        let mut encoded = vec![hex.to_uppercase()];
        // Base64 of a longer text that holds it: three ways to begin, and the characters that the neighbours change
        // left out.
        for skipped in 0..3 {
            let padded = [&vec![0; skipped][..], word.as_bytes()].concat();
            let base64 = STANDARD_NO_PAD.encode(&padded);
            let (from, to) = ([0, 2, 3][skipped], padded.len() / 3 * 4);
            encoded.extend(base64.get(from..to).map(str::to_owned));
        }
        let safe: Vec<String> = encoded.iter().map(|way| way.replace('+', "-").replace('/', "_")).collect();
        encoded.extend(safe);
        // As it stands, for addresses, for a page.
        let lower = word.to_lowercase();
        let percent = app::routes::encode(&lower).to_lowercase();
        let html = lower.replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&#x27;").replace('"', "&quot;");
        let mut written = vec![hex, percent.replace("%20", "+"), percent, html, lower];
        for ways in [&mut encoded, &mut written] {
            ways.sort();
            ways.dedup();
        }
        Self { kind, word, allowed, encoded, written }
    }
}

/// Finds all of them in one go over a text.
pub(super) struct Search {
    encoded: Ways,
    written: Ways,
}

/// What is searched for, by its first two bytes.
struct Ways {
    by_start: BTreeMap<u16, Vec<Way>>,
    /// Whether anything begins so: the quick answer, which is nearly always no.
    begins: Vec<bool>,
}

struct Way {
    /// The place of the needle in the list.
    needle: usize,
    bytes: Vec<u8>,
}

fn first_two(bytes: &[u8]) -> u16 {
    u16::from_be_bytes([bytes[0], bytes[1]])
}

impl Ways {
    fn of<'n>(needles: impl Iterator<Item = &'n Vec<String>>) -> Self {
        let mut ways = Self { by_start: BTreeMap::new(), begins: vec![false; 1 << 16] };
        for (needle, written) in needles.enumerate() {
            for way in written {
                let start = first_two(way.as_bytes());
                ways.by_start.entry(start).or_default().push(Way { needle, bytes: way.as_bytes().to_vec() });
                ways.begins[usize::from(start)] = true;
            }
        }
        ways
    }

    fn find(&self, text: &str, found: &mut BTreeSet<usize>) {
        let bytes = text.as_bytes();
        for (at, pair) in bytes.windows(2).enumerate().filter(|(_, pair)| self.begins[usize::from(first_two(pair))]) {
            let here = self.by_start[&first_two(pair)].iter();
            found.extend(here.filter(|way| bytes[at..].starts_with(&way.bytes)).map(|way| way.needle));
        }
    }
}

impl Search {
    pub(super) fn for_all(needles: &[Needle]) -> Self {
        Self { encoded: Ways::of(needles.iter().map(|one| &one.encoded)), written: Ways::of(needles.iter().map(|one| &one.written)) }
    }

    /// The places in the list of those that stand in a text, in any way of writing them.
    pub(super) fn in_text(&self, text: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        self.encoded.find(text, &mut found);
        self.written.find(&text.to_lowercase(), &mut found);
        found
    }
}

/// Every secret word of the world as it is.
pub(super) fn needles(running: &Running<'_>, drafts: &Drafts) -> Vec<Needle> {
    let oracle = running.oracle();
    let everybody: Vec<&str> = running.facts.members.iter().map(|line| line.id.as_str()).collect();
    let who = |may: &dyn Fn(&str) -> bool| everybody.iter().filter(|one| may(one)).map(|one| (*one).to_owned()).collect::<BTreeSet<_>>();
    let reads = |one: &str, case: &super::super::running::Case| oracle.access(one, &case.told) >= CaseAccess::Reads;
    let mut all = Vec::new();
    for line in &running.facts.members {
        let member = line.id.as_str();
        // A name stands where the person is seen, in cases, on the pages of employers and of the organisation, and in the
        // access log.
        let in_case = |one: &str, case: &super::super::running::Case| {
            let works = case.writers.contains(member) || case.about == member;
            // Whoever works on a case gives its tasks to those who take part.
            let takes_part = case.told.participants.iter().any(|person| person == member);
            case.told.owner == member && oracle.access(one, &case.told) >= CaseAccess::Knows
                || works && reads(one, case)
                || takes_part && oracle.access(one, &case.told) == CaseAccess::Works
        };
        let at_employer =
            |one: &str| {
                running.facts.employers.iter().map(|line| line.number.to_string()).any(|number| {
                    oracle.shows_employer(one, &number) && oracle.named_at(&number).iter().any(|(person, _)| *person == member)
                })
            };
        let by_name = |one: &str| {
            one == member
                || oracle.sees(one, member)
                || oracle.reads_access_log(one)
                || running.cases.iter().any(|case| in_case(one, case) || named_about_access(&oracle, one, member, &case.told))
                || at_employer(one)
                || oracle.names_holder(one, member)
        };
        for name in [&line.given_name, &line.family_name] {
            all.push(Needle::new("name", name.clone(), who(&by_name)));
        }
        let number = |one: &str| oracle.sees(one, member) || oracle.reads_access_log(one);
        all.push(Needle::new("member number", line.id.clone(), who(&number)));
        for contact in [&line.email, &line.phone].into_iter().flatten() {
            all.push(Needle::new("contact", contact.clone(), who(&|one| oracle.sees_contact(one, member))));
        }
        // A graded address is not even kept.
        let graded = line.protection.is_some_and(|grade| grade != Protection::None);
        for address in [&line.street, &line.city].into_iter().flatten() {
            all.push(Needle::new("address", address.clone(), who(&|one| !graded && oracle.sees_contact(one, member))));
        }
        // One's own goes back to the provider at the end, in the token that came from there.
        all.push(Needle::new("national id", line.national_id.expose().to_owned(), BTreeSet::from([line.id.clone()])));
        for job in running.facts.jobs.iter().filter(|job| job.member == member) {
            all.push(Needle::new("job", job.title.clone(), who(&|one| oracle.sees(one, member))));
        }
    }
    for case in &running.cases {
        for text in case.texts.iter().chain(&case.details) {
            all.push(Needle::new("case", text.clone(), who(&|one| reads(one, case))));
        }
        for note in &case.notes {
            if let Some(text) = &note.private {
                let sees = |one: &str| oracle.sees_private_note(one, &note.author, &case.told);
                all.push(Needle::new("private note", text.clone(), who(&sees)));
            }
        }
        all.push(Needle::new("case id", case.id.clone(), who(&|one| oracle.access(one, &case.told) >= CaseAccess::Knows)));
    }
    let works = |one: &str| oracle.access(one, &running.cases[0].told) == CaseAccess::Works;
    all.push(Needle::new("reason", KEPT_OUT_BECAUSE.to_owned(), who(&works)));
    for (owner, _, text) in drafts {
        all.push(Needle::new("draft", text.clone(), BTreeSet::from([owner.clone()])));
    }
    all
}
