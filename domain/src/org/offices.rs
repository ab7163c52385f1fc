//! Which offices a union has: their names, where they are held, and the rules of each.
//!
//! They are data, like the access matrix they are a part of: the standard is a table in `offices.csv`, and a union keeps
//! in the same form those that it has changed or added. What the standard has is always there, and what has been added
//! stays: an office that is gone would leave mandates that nobody could read.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::code::UnknownCode;
use crate::{Code, Lang, text};

use super::{Office, UnitKind};

/// The longest name of an office, in characters.
pub const OFFICE_NAME_MAX: u32 = 60;
/// The kinds of unit in the order in which an office names them: what is nearest the members comes first.
pub const OFFICE_LEVELS: [UnitKind; 6] =
    [UnitKind::Club, UnitKind::Local, UnitKind::County, UnitKind::Union, UnitKind::Advisory, UnitKind::Legal];

const STANDARD: &str = include_str!("offices.csv");
const HEADER: &str = "office;held_at;single;agreement;nb;nn;en";

/// What an office is called, as it stands inside a sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct OfficeNames {
    /// Bokmål.
    pub nb: String,
    /// Nynorsk.
    pub nn: String,
    /// English.
    pub en: String,
}

impl OfficeNames {
    /// The name in a language.
    pub fn of(&self, lang: Lang) -> &str {
        match lang {
            Lang::Nb => &self.nb,
            Lang::Nn => &self.nn,
            Lang::En => &self.en,
        }
    }
}

/// An office, and what is true of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeFacts {
    /// Its code.
    pub office: Office,
    /// What it is called.
    pub names: OfficeNames,
    /// The kinds of unit at which it can be held, in the order of [`OFFICE_LEVELS`].
    pub held_at: Vec<UnitKind>,
    /// Whether a unit has one holder of it at a time; a substitute is not a second one.
    pub single: bool,
    /// Whether it represents members towards the employer, by the main agreement (avtaletillitsvalgt): those whom the
    /// employer must be told of in writing, and who stand between a workplace and having no representative.
    pub of_agreement: bool,
}

/// What can be wrong with an office that is otherwise readable.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum OfficeWrong {
    /// A name that is missing, too long, or not one line that a table can hold.
    #[error("the name in `{0}` must be one line without a semicolon, of at most {OFFICE_NAME_MAX} characters")]
    Name(Lang, Code),
    /// Held nowhere.
    #[error("an office must be held at some kind of unit")]
    Nowhere,
    /// An office that the portal's own rules name, held elsewhere.
    #[error("administrators and the data protection officer are held at the union, and there alone")]
    UnionOnly,
}

/// What is wrong with a table of offices.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OfficesError {
    /// The first line is not the header.
    #[error("line 1: the header must be `{HEADER}`")]
    Header,
    /// A line has not seven parts.
    #[error("line {0}: seven parts with semicolons between them are needed, the third and fourth of them `yes` or `no`")]
    Parts(usize),
    /// A code that is none.
    #[error("line {0}: {1}")]
    Code(usize, UnknownCode),
    /// The same office twice.
    #[error("line {0}: this office stands above already")]
    Twice(usize),
    /// Something that no office may be.
    #[error("line {0}: {1}")]
    Wrong(usize, OfficeWrong),
}

/// Every office of a union, in the order a person would list them.
/// None by default, as in the browser: the pages are written where the union's are known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offices {
    /// Those that are added, or are otherwise than in the standard.
    own: Vec<OfficeFacts>,
    all: Vec<OfficeFacts>,
}

impl OfficeFacts {
    /// Everything that is wrong with it.
    pub fn wrong(&self) -> Vec<OfficeWrong> {
        let name = |lang: &Lang| {
            let name = self.names.of(*lang);
            let kept = text::line(name, OFFICE_NAME_MAX).and_then(|line| match line == name && !name.contains(';') {
                true => Ok(()),
                false => Err(Code::Unreadable),
            });
            kept.err().map(|code| OfficeWrong::Name(*lang, code))
        };
        let mut wrong: Vec<OfficeWrong> = Lang::ALL.iter().filter_map(name).collect();
        if self.held_at.is_empty() {
            wrong.push(OfficeWrong::Nowhere);
        } else if self.office.looks_after_the_portal() && self.held_at != [UnitKind::Union] {
            wrong.push(OfficeWrong::UnionOnly);
        }
        wrong
    }

    fn line(&self) -> String {
        let yes = |flag| if flag { "yes" } else { "no" };
        let held_at: Vec<&str> = self.held_at.iter().map(|kind| kind.code()).collect();
        let OfficeNames { nb, nn, en } = &self.names;
        [self.office.code(), &held_at.join(" "), yes(self.single), yes(self.of_agreement), nb, nn, en].join(";")
    }
}

/// A test reads the file; were it broken after all, there would be no offices, and nobody let in.
static STANDARD_OFFICES: LazyLock<Offices> = LazyLock::new(|| Offices { own: Vec::new(), all: parse(STANDARD).unwrap_or_default() });

impl Offices {
    /// Those that the portal comes with.
    pub fn standard() -> &'static Self {
        &STANDARD_OFFICES
    }

    /// Reads a table of those that a union has added or changed; the rest of the standard is there without being named.
    pub fn parse(text: &str) -> Result<Self, OfficesError> {
        parse(text).map(Self::of)
    }

    /// The standard with a union's own in the place of, or beside, its offices: one that is added stands after the last
    /// that is held at the same kind of unit.
    fn of(own: Vec<OfficeFacts>) -> Self {
        let mut all = Self::standard().all.clone();
        let own: Vec<OfficeFacts> = own.into_iter().filter(|facts| !all.contains(facts)).collect();
        for facts in &own {
            if let Some(standard) = all.iter_mut().find(|other| other.office == facts.office) {
                *standard = facts.clone();
            } else {
                let beside = all.iter().rposition(|other| other.held_at.first() == facts.held_at.first());
                all.insert(beside.map_or(all.len(), |at| at + 1), facts.clone());
            }
        }
        Self { own, all }
    }

    /// The table of what differs from the standard, which [`Offices::parse`] reads back as the same offices; `None` when
    /// nothing does.
    pub fn table(&self) -> Option<String> {
        (!self.own.is_empty()).then(|| self.own.iter().fold(format!("{HEADER}\n"), |table, facts| table + &facts.line() + "\n"))
    }

    /// The table of all of them, for somebody who wants to write another.
    pub fn whole_table(&self) -> String {
        self.all.iter().fold(format!("{HEADER}\n"), |table, facts| table + &facts.line() + "\n")
    }

    /// Every office, in order.
    pub fn iter(&self) -> impl Iterator<Item = &OfficeFacts> + Clone {
        self.all.iter()
    }

    /// What is true of an office; `None` when the union has no such office.
    pub fn get(&self, office: Office) -> Option<&OfficeFacts> {
        self.all.iter().find(|facts| facts.office == office)
    }

    /// Where an office stands in the order.
    pub fn rank(&self, office: Office) -> Option<usize> {
        self.all.iter().position(|facts| facts.office == office)
    }

    /// What an office is called; its code, when the union has no such office.
    pub fn name<'a>(&'a self, lang: Lang, office: &'a Office) -> &'a str {
        self.get(*office).map_or(office.code(), |facts| facts.names.of(lang))
    }

    /// The kinds of unit at which an office can be held; none, when the union has no such office.
    pub fn held_at(&self, office: Office) -> &[UnitKind] {
        self.get(office).map_or(&[], |facts| facts.held_at.as_slice())
    }

    /// Whether a unit has one holder of this office at a time.
    pub fn single_holder(&self, office: Office) -> bool {
        self.get(office).is_some_and(|facts| facts.single)
    }

    /// Whether it represents members towards the employer, by the main agreement.
    pub fn is_of_agreement(&self, office: Office) -> bool {
        self.get(office).is_some_and(|facts| facts.of_agreement)
    }

    /// Those that represent members towards the employer.
    pub fn of_agreement(&self) -> impl Iterator<Item = Office> {
        self.all.iter().filter(|facts| facts.of_agreement).map(|facts| facts.office)
    }

    /// The same with this office added, or in the place of the one with its code.
    #[must_use]
    pub fn with(&self, facts: OfficeFacts) -> Self {
        let mut own = self.own.clone();
        match own.iter_mut().find(|other| other.office == facts.office) {
            Some(other) => *other = facts,
            None => own.push(facts),
        }
        Self::of(own)
    }

    /// The same, and beside them what `others` has and these have not: nothing that was added is ever lost.
    #[must_use]
    pub fn keeping(&self, others: &Self) -> Self {
        let added = others.own.iter().filter(|facts| self.get(facts.office).is_none()).cloned();
        Self::of(self.own.iter().cloned().chain(added).collect())
    }
}

fn parse(text: &str) -> Result<Vec<OfficeFacts>, OfficesError> {
    let mut lines = text.lines().map(str::trim).enumerate().map(|(n, line)| (n + 1, line));
    if lines.next().map(|(_, line)| line) != Some(HEADER) {
        return Err(OfficesError::Header);
    }
    let mut offices: Vec<OfficeFacts> = Vec::new();
    for (n, line) in lines.filter(|(_, line)| !line.is_empty() && !line.starts_with('#')) {
        let facts = parse_line(n, line)?;
        if let Some(wrong) = facts.wrong().first() {
            return Err(OfficesError::Wrong(n, *wrong));
        }
        if offices.iter().any(|other| other.office == facts.office) {
            return Err(OfficesError::Twice(n));
        }
        offices.push(facts);
    }
    Ok(offices)
}

fn parse_line(n: usize, line: &str) -> Result<OfficeFacts, OfficesError> {
    let parts: Vec<&str> = line.split(';').map(str::trim).collect();
    let &[office, held_at, single, agreement, nb, nn, en] = parts.as_slice() else { return Err(OfficesError::Parts(n)) };
    let flag = |text| match text {
        "yes" => Ok(true),
        "no" => Ok(false),
        _ => Err(OfficesError::Parts(n)),
    };
    let named: Vec<UnitKind> =
        held_at.split_whitespace().map(str::parse).collect::<Result<_, _>>().map_err(|error| OfficesError::Code(n, error))?;
    Ok(OfficeFacts {
        office: office.parse().map_err(|error| OfficesError::Code(n, error))?,
        names: OfficeNames { nb: nb.to_owned(), nn: nn.to_owned(), en: en.to_owned() },
        held_at: OFFICE_LEVELS.into_iter().filter(|kind| named.contains(kind)).collect(),
        single: flag(single)?,
        of_agreement: flag(agreement)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const OWN: &str = "office;held_at;single;agreement;nb;nn;en
VERNEOMBUD;local club;no;no;verneombud;verneombod;safety representative
PTV;club;no;yes;tillitsvalgt på arbeidsplassen;tillitsvald på arbeidsplassen;shop steward
VARA_FYLKE;county;yes;no;varamedlem i fylket;varamedlem i fylket;deputy of the county
";

    fn office(code: &str) -> Office {
        code.parse().unwrap()
    }

    #[test]
    fn the_standard_is_what_the_program_names() {
        let standard = Offices::standard();
        assert_eq!(standard.iter().map(|facts| facts.office).collect::<Vec<_>>(), Office::STANDARD);
        assert_eq!((standard.whole_table().as_str(), standard.table()), (STANDARD, None));
        assert_eq!(&Offices::parse(STANDARD).unwrap(), standard, "the standard said once more is the standard");
        assert!(UnitKind::ALL.iter().all(|kind| OFFICE_LEVELS.contains(kind)));
        assert_eq!(standard.held_at(Office::CHIEF_REP), [UnitKind::Club, UnitKind::Local]);
    }

    #[test]
    fn a_union_s_own_stand_beside_the_standard_and_read_back_the_same() {
        let own = Offices::parse(OWN).unwrap();
        assert_eq!(own.iter().count(), Office::STANDARD.len() + 2);
        assert_eq!(Offices::parse(&own.table().unwrap()).unwrap(), own);
        assert_eq!(own.name(Lang::Nn, &Office::WORKPLACE_REP), "tillitsvald på arbeidsplassen");
        assert_eq!(own.name(Lang::En, &office("VERNEOMBUD")), "safety representative");
        assert_eq!(own.name(Lang::En, &office("UKJENT")), "UKJENT");
        assert_eq!(own.rank(office("VARA_FYLKE")), own.rank(Office::COUNTY_LEADER).map(|at| at + 1));
        assert!(own.single_holder(office("VARA_FYLKE")) && !own.single_holder(office("UKJENT")));
        assert!(own.is_of_agreement(Office::WORKPLACE_REP) && !own.is_of_agreement(office("VERNEOMBUD")));
    }

    #[test]
    fn one_is_added_or_changed_in_its_place_and_put_back() {
        let own = Offices::parse(OWN).unwrap();
        let moved = OfficeFacts { held_at: vec![UnitKind::County], ..own.get(office("VERNEOMBUD")).unwrap().clone() };
        let changed = own.with(moved);
        assert_eq!(changed.held_at(office("VERNEOMBUD")), [UnitKind::County]);
        assert_eq!(Offices::parse(&changed.table().unwrap()).unwrap(), changed);
        let standard = Offices::standard();
        let put_back = changed.with(standard.get(Office::WORKPLACE_REP).unwrap().clone());
        assert!(!put_back.table().unwrap().contains("PTV"), "what is as in the standard is not kept beside it");
    }

    #[test]
    fn nothing_that_was_added_is_lost() {
        let (standard, own) = (Offices::standard(), Offices::parse(OWN).unwrap());
        let kept = standard.keeping(&own);
        assert_eq!(kept.iter().count(), own.iter().count());
        assert_eq!(kept.name(Lang::Nb, &Office::WORKPLACE_REP), "plasstillitsvalgt");
        assert_eq!(own.keeping(standard), own);
    }

    #[test]
    fn what_no_table_may_say_is_refused() {
        let refused = |line: &str| Offices::parse(&format!("{HEADER}\n{line}")).unwrap_err();
        let code = |text: &str| OfficesError::Code(2, UnknownCode(text.to_owned()));
        assert_eq!(Offices::parse("office;nb\n"), Err(OfficesError::Header));
        assert_eq!(refused("VARA;club;no;no;vara;vara"), OfficesError::Parts(2));
        assert_eq!(refused("VARA;club;no;no;va;ra;vara;vara"), OfficesError::Parts(2));
        assert_eq!(refused("VARA;club;ja;no;vara;vara;deputy"), OfficesError::Parts(2));
        assert_eq!(refused("vara;club;no;no;vara;vara;deputy"), code("vara"));
        assert_eq!(refused("VARA;klubb;no;no;vara;vara;deputy"), code("klubb"));
        assert_eq!(refused("VARA;;no;no;vara;vara;deputy"), OfficesError::Wrong(2, OfficeWrong::Nowhere));
        assert_eq!(refused("VARA;club;no;no;vara;;deputy"), OfficesError::Wrong(2, OfficeWrong::Name(Lang::Nn, Code::Missing)));
        let long = format!("VARA;club;no;no;vara;vara;{}", "d".repeat(61));
        assert_eq!(refused(&long), OfficesError::Wrong(2, OfficeWrong::Name(Lang::En, Code::TooLong { max: 60 })));
        let hidden = "VARA;club;no;no;va\u{202e}ra;vara;deputy";
        assert_eq!(refused(hidden), OfficesError::Wrong(2, OfficeWrong::Name(Lang::Nb, Code::Unreadable)));
        for elsewhere in ["ADMIN;union club;no;no;a;a;a", "PVO;local;no;no;p;p;p"] {
            assert_eq!(refused(elsewhere), OfficesError::Wrong(2, OfficeWrong::UnionOnly));
        }
        assert_eq!(Offices::parse(&format!("{OWN}{}", OWN.lines().nth(1).unwrap())), Err(OfficesError::Twice(5)));
    }
}
