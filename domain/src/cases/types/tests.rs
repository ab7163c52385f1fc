//! The standard, what no file may say, and what is asked of whom.

use proptest::prelude::*;

use super::*;
use crate::cases::{CaseKind, Sensitivity};
use crate::tasks::NewTask;
use crate::{Code, Date, Lang};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn today() -> Date {
    date("2026-03-12")
}

fn id(id: &str) -> QuestionId {
    id.parse().unwrap()
}

fn facts(code: &str) -> &'static TypeFacts {
    CaseTypes::standard().get(code.parse().unwrap()).unwrap()
}

fn typed(answers: &[(&str, &str)]) -> AnswersTyped {
    answers.iter().map(|(question, answer)| (id(question), (*answer).to_owned())).collect()
}

#[test]
fn the_standard_has_every_type_and_says_how_sensitive_each_is() {
    let standard = CaseTypes::parse(1, CaseTypes::standard_text()).unwrap();
    assert_eq!(&standard, CaseTypes::standard());
    let of = |sensitivity| -> Vec<&str> {
        standard.iter().filter(|facts| facts.sensitivity == sensitivity).map(|facts| facts.case_type.code()).collect()
    };
    assert_eq!(of(Sensitivity::Whistleblowing), ["VARSLING"]);
    assert_eq!(of(Sensitivity::Health), ["SYKEFRAVAER_TILRETTELEGGING", "YRKESSKADE"]);
    assert_eq!(
        of(Sensitivity::Personnel),
        ["OPPSIGELSE", "AVSKJED", "SUSPENSJON", "ADVARSEL", "PERMISJON", "ARBEIDSMILJO_KONFLIKT", "TRAKASSERING_DISKRIMINERING"]
    );
    assert_eq!((standard.iter().count(), standard.offered().count()), (29, 29));
}

#[test]
fn every_type_asks_something_on_few_pages_ends_somehow_and_has_something_to_do() {
    for facts in CaseTypes::standard().iter() {
        let code = facts.case_type;
        assert!((1..=2).contains(&facts.pages().len()), "{code} asks on {} pages", facts.pages().len());
        assert!(facts.pages().first().unwrap().iter().all(|question| question.when.is_none()), "{code}");
        assert!(!facts.tasks.is_empty() && facts.outcomes.len() >= 5, "{code}");
        assert!(facts.kinds.contains(&CaseKind::Individual), "{code}: a member can have such a case");
        // What a case of health or of whistleblowing is about stays with those who work on it.
        let guarded = matches!(facts.sensitivity, Sensitivity::Health | Sensitivity::Whistleblowing);
        assert!(!(guarded && facts.shares_description), "{code}");
        // No two things in one type are called the same in any language.
        for lang in Lang::ALL {
            let labels = facts.questions.iter().map(|question| question.label.of(*lang));
            let titles = facts.tasks.iter().map(|task| task.title.of(*lang));
            let mut names: Vec<&str> = labels.chain(titles).chain(facts.outcomes.iter().map(|one| one.names.of(*lang))).collect();
            let count = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), count, "{code} in {lang}");
        }
    }
}

#[test]
fn a_question_is_asked_when_its_condition_holds() {
    let dismissal = facts("OPPSIGELSE");
    let asked = |answers: &[(&str, &str)]| dismissal.asked(&typed(answers)).iter().any(|question| question.id == id("grunn"));
    assert!(asked(&[("skriftlig", "yes")]) && asked(&[("skriftlig", " yes ")]));
    assert!(!asked(&[]) && !asked(&[("skriftlig", "no")]) && !asked(&[("skriftlig", "ja")]));
    let wrong = dismissal.wrong_answers(&typed(&[("skriftlig", "yes"), ("brev_kom", "13.3.2026"), ("grunn", "lyst")]), today());
    assert_eq!(wrong, [(id("brev_kom"), Code::InTheFuture), (id("grunn"), Code::NotOffered)]);
    let no_letter = typed(&[("skriftlig", "no"), ("brev_kom", "1/3-26"), ("grunn", "lyst"), ("bli", "")]);
    let answers = dismissal.answers(&no_letter, today()).unwrap();
    assert_eq!(answers.iter().map(|answer| answer.text.as_str()).collect::<Vec<_>>(), ["2026-03-01", "no"]);
}

#[test]
fn a_condition_on_what_is_not_asked_does_not_hold() {
    let text = format!(
        "{}{}{}{}",
        file("", ""),
        question("en", "yes_no", ""),
        question("to", "yes_no", "when = { question = \"en\", is = \"yes\" }"),
        question("tre", "text", "when = { question = \"to\", is = \"no\" }"),
    );
    let types = CaseTypes::parse(1, &text).unwrap();
    let facts = types.iter().next().unwrap();
    let asked = |answers: &[(&str, &str)]| facts.asked(&typed(answers)).len();
    assert_eq!(asked(&[("en", "yes"), ("to", "no")]), 3);
    assert_eq!(asked(&[("en", "no"), ("to", "no")]), 1, "what was answered before does not count");
    assert_eq!(facts.pages().iter().map(|page| page.len()).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn answers_are_checked_and_said() {
    let question = |id: &str, kind| Question {
        id: id.parse().unwrap(),
        label: crate::Texts::default(),
        hint: None,
        kind,
        required: false,
        when: None,
        shared: false,
    };
    let day = question("dag", AnswerKind::Date { past: false });
    assert_eq!(day.check("1/4-26", today()), Ok(Some("2026-04-01".to_owned())));
    assert_eq!((day.check("snart", today()), day.check("1.1.2099", today())), (Err(Code::NotADate), Err(Code::Unlikely)));
    assert_eq!(day.check("1.1.1949", today()), Err(Code::Unlikely));
    assert_eq!((day.check(" ", today()), day.said("2026-04-01")), (Ok(None), Said::Date(date("2026-04-01"))));
    let words = question("ord", AnswerKind::Text);
    assert_eq!(words.check(" To\r\nlinjer ", today()), Ok(Some("To\nlinjer".to_owned())));
    assert_eq!(words.check("\u{200b}", today()), Ok(None), "what does not show is no answer");
    assert_eq!(words.check(&"å".repeat(2_001), today()), Err(Code::TooLong { max: 2_000 }));
    let must = Question { required: true, ..words };
    assert_eq!((must.check("", today()), must.check("\u{200b}", today())), (Err(Code::Missing), Err(Code::Missing)));
    let yes = question("ja", AnswerKind::YesNo);
    assert_eq!((yes.said(YES), yes.said("kanskje")), (Said::Yes(true), Said::Words("kanskje".to_owned())));
    assert_eq!(yes.check("maybe", today()), Err(Code::NotOffered));
}

#[test]
fn what_is_to_be_done_comes_with_its_day() {
    let dismissal = facts("OPPSIGELSE");
    let answers = dismissal.answers(&typed(&[("brev_kom", "1.3.2026"), ("skriftlig", "yes"), ("grunn", "ingen")]), today()).unwrap();
    let tasks = dismissal.tasks_for(&answers, today(), Lang::Nn);
    let due = |title: &str| tasks.iter().find(|task| task.title == title).map(|task| task.due);
    assert_eq!(due("Krev forhandling skriftleg"), Some(Some(date("2026-03-08"))), "a week after the letter came");
    assert_eq!(due("Be medlemet om fullmakt"), Some(Some(date("2026-03-14"))));
    assert!(due("Be arbeidsgivaren om grunnen skriftleg").is_some());
    let other = dismissal.tasks_for(&[], today(), Lang::En);
    let without_day = NewTask { title: "Demand negotiation in writing".to_owned(), ..NewTask::default() };
    assert!(other.contains(&without_day) && other.len() < tasks.len(), "{other:?}");
}

/// A file with one type of one's own.
fn file(top: &str, rest: &str) -> String {
    format!(
        "{top}
[[outcome]]
code = \"ENIGE\"
name.nb = \"Enige\"
name.nn = \"Samde\"
name.en = \"Agreed\"

[[type]]
code = \"STREIK\"
name.nb = \"Streik\"
name.nn = \"Streik\"
name.en = \"Strike\"
help.nb = \"Når det er streik.\"
help.nn = \"Når det er streik.\"
help.en = \"When there is a strike.\"
group = \"other\"
sensitivity = \"general\"
kinds = [\"individual\"]
share_description = true
outcomes = [\"ENIGE\"]
{rest}"
    )
}

fn question(id: &str, answer: &str, rest: &str) -> String {
    format!(
        "[[type.question]]\nid = \"{id}\"\nlabel.nb = \"En {id}?\"\nlabel.nn = \"Ein {id}?\"\nlabel.en = \"A {id}?\"\nanswer = \"{answer}\"\nshare = true\n{rest}\n"
    )
}

/// What is said of the file, each line.
fn refused(text: &str) -> Vec<String> {
    CaseTypes::parse(1, text).unwrap_err().to_string().lines().map(str::to_owned).collect()
}

#[test]
fn what_is_wrong_is_said_with_its_line_and_place() {
    let fine = file("", &question("grunn", "text", ""));
    assert!(CaseTypes::parse(1, &fine).is_ok(), "{:?}", CaseTypes::parse(1, &fine));
    let line = |text: &str, of: &str| text.lines().position(|line| line.starts_with(of)).unwrap() + 1;
    for (what, to, at, says) in [
        ("code = \"STREIK\"", "code = \"Streik\"", "code = \"Streik\"", "Streik: `Streik` is no code"),
        ("name.nn = \"Streik\"", "name.nn = \"\"", "name.nn = \"\"", "STREIK, name.nn: must be filled in"),
        ("name.nn = \"Streik\"", "name.nn = \" Streik\"", "name.nn = \" Streik\"", "STREIK, name.nn: must be one line"),
        ("group = \"other\"", "group = \"annet\"", "group", "STREIK, group: `annet` is not a known code"),
        ("sensitivity = \"general\"", "sensitivity = \"hemmelig\"", "sensitivity", "STREIK, sensitivity: `hemmelig` is not"),
        ("kinds = [\"individual\"]", "kinds = []", "kinds", "STREIK, kinds: there must be from 1 to 3"),
        ("outcomes = [\"ENIGE\"]", "outcomes = [\"TAPT\"]", "outcomes", "STREIK, outcomes: there is no outcome `TAPT`"),
        ("id = \"grunn\"", "id = \"Grunn\"", "id", "STREIK, question Grunn: `Grunn` is no name"),
        ("answer = \"text\"", "answer = \"tekst\"", "answer", "STREIK, question grunn, answer: `tekst` is not"),
        ("answer = \"text\"", "answer = \"choice\"", "id", "STREIK, question grunn, options: there must be from 2 to 12"),
        ("answer = \"text\"", "answer = \"text\"\npast = true", "id", "STREIK, question grunn: only a question with `answer = \"date\"`"),
        (
            "share = true",
            "share = true\nwhen = { question = \"x\", is = \"yes\" }",
            "when",
            "question grunn, when: there is no question `x`",
        ),
        ("label.en = \"A grunn?\"\n", "", "label.nb = \"En grunn?\"", "STREIK: missing field `en`"),
        ("share = true\n", "", "[[type.question]]", "STREIK: missing field `share`"),
        ("group = \"other\"", "gruppe = \"other\"", "gruppe", "STREIK: unknown field `gruppe`"),
        ("group = \"other\"", "group = other", "group", "STREIK: "),
        ("share_description = true", "share_description = \"ja\"", "share_description", "STREIK: invalid type"),
    ] {
        let wrong = fine.replacen(what, to, 1);
        assert_ne!(wrong, fine, "{what}");
        let said = refused(&wrong);
        let begins = format!("line {}: ", line(&wrong, at));
        assert!(said.iter().any(|one| one.starts_with(&begins) && one.contains(says)), "{what} → {to}: {begins}{says}: {said:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let twice = file("", &(question("grunn", "text", "") + &question("grunn", "date", "")));
    let both = twice.replace("group = \"other\"", "group = \"x\"");
    assert_eq!(refused(&both).len(), 2, "{:?}", refused(&both));
    let once = file("", "");
    let same = format!("{once}{}", once.split_at(once.find("[[type]]").unwrap()).1);
    assert!(refused(&same)[0].contains("`STREIK` stands above already"));
    assert!(refused(&file("", "closed = true"))[0].contains("at least one type must be open"));
    assert!(refused("")[0].contains("from 1 to"));
    let due = "[[type.task]]\ntitle.nb = \"Gjør\"\ntitle.nn = \"Gjer\"\ntitle.en = \"Do\"\ndue = { days = 2000, after = \"grunn\" }\n";
    let said = refused(&file("", &(question("grunn", "text", "") + due)));
    assert!(
        said[0].contains("STREIK, task «Gjør»: at most 1100 days") && said[1].contains("`grunn` is not answered with a date"),
        "{said:?}"
    );
}

#[test]
fn nothing_that_is_there_is_ever_removed() {
    let standard = CaseTypes::standard();
    let without = standard.followed_by(&file("", "")).unwrap_err();
    assert_eq!(without.0.len(), 29);
    assert!(without.to_string().contains("OPPSIGELSE is in force and is not in the file: a type can be closed"));
    let one_more = file("", "");
    let with_one_more = format!("{}\n{}", CaseTypes::standard_text(), one_more.split_at(one_more.find("[[type]]").unwrap()).1);
    let more = standard.followed_by(&with_one_more).unwrap();
    assert_eq!((more.version, more.iter().count()), (2, 30));
}

#[test]
fn a_closed_type_keeps_its_name_and_takes_no_new_cases() {
    let closed = CaseTypes::standard_text().replacen("code = \"FERIE\"\n", "code = \"FERIE\"\nclosed = true\n", 1);
    let types = CaseTypes::standard().followed_by(&closed).unwrap();
    let holiday = "FERIE".parse().unwrap();
    assert_eq!((types.name(Lang::En, &holiday), types.offer(holiday)), ("Holiday", None));
    assert_eq!(types.offered().count(), 28);
    let unknown = "UKJENT".parse().unwrap();
    assert_eq!(types.name(Lang::Nb, &unknown), "UKJENT");
    let changes = type_difference(CaseTypes::standard(), &types);
    assert_eq!(changes.iter().map(|change| &change.what).collect::<Vec<_>>(), [&TypeChanged::Closed]);
}

#[test]
fn the_difference_tells_everything() {
    let standard = CaseTypes::standard();
    assert_eq!(type_difference(standard, standard), []);
    let one = |from: &str, to: &str| {
        let text = CaseTypes::standard_text();
        let at = text.find("code = \"YRKESSKADE\"").unwrap();
        let (before, after) = text.split_at(at);
        let changed = format!("{before}{}", after.replacen(from, to, 1));
        assert_ne!(changed, text, "{from}");
        type_difference(standard, &standard.followed_by(&changed).unwrap()).into_iter().map(|change| change.what).collect::<Vec<_>>()
    };
    let open = [TypeChanged::Sensitivity(Sensitivity::Health, Sensitivity::General)];
    assert_eq!(one("sensitivity = \"health\"", "sensitivity = \"general\""), open);
    assert_eq!(one("share_description = false", "share_description = true"), [TypeChanged::SharesDescription(true)]);
    assert!(matches!(one("share = false", "share = true")[..], [TypeChanged::AnswerShared(_, true)]));
    assert!(matches!(one("required = true\n", "")[..], [TypeChanged::QuestionChanged(_)]));
    assert!(matches!(one("id = \"vitner\"", "id = \"vitne\"")[..], [TypeChanged::QuestionAdded(_), TypeChanged::QuestionGone(_)]));
    assert!(matches!(one("name.en = \"Occupational injury\"", "name.en = \"Injury\"")[..], [TypeChanged::Renamed(_)]));
    assert!(matches!(one("\"FIKK_MEDHOLD\", ", "")[..], [TypeChanged::OutcomeGone(_)]));
    assert!(matches!(one("\"FIKK_MEDHOLD\", \"DELVIS_ENIGE\"", "\"DELVIS_ENIGE\", \"FIKK_MEDHOLD\"")[..], [TypeChanged::OutcomeOrder]));
    assert!(matches!(one("due.days = 1\n", "due.days = 2\n")[..], [TypeChanged::TaskChanged(_)]));
}

/// Some answers to a type, right and wrong.
fn some_answers() -> impl Strategy<Value = (usize, Vec<String>)> {
    (
        0..29_usize,
        prop::collection::vec(prop::sample::select(vec!["", "yes", "no", "1.3.2026", "1.3.2029", "ja", "nei", "skriftlig", "x\0"]), 20),
    )
        .prop_map(|(kind, answers)| (kind, answers.into_iter().map(str::to_owned).collect()))
}

proptest! {
    #[test]
    fn each_question_is_on_one_page_after_what_it_hangs_on((kind, answers) in some_answers()) {
        let facts = CaseTypes::standard().iter().nth(kind).unwrap();
        let pages = facts.pages();
        prop_assert_eq!(pages.concat(), facts.questions.clone());
        for page in &pages {
            prop_assert!((1..=QUESTIONS_ON_A_PAGE).contains(&page.len()));
            for question in *page {
                prop_assert!(question.when.is_none_or(|when| page.iter().all(|other| other.id != when.question)));
            }
        }
        let typed: AnswersTyped = facts.questions.iter().map(|question| question.id).zip(answers).collect();
        let shown: Vec<QuestionId> =
            (0..pages.len()).flat_map(|page| facts.asked_on(page as u8, &typed)).map(|question| question.id).collect();
        prop_assert_eq!(&shown, &facts.asked(&typed).iter().map(|question| question.id).collect::<Vec<_>>());
        // What is accepted is accepted again, word for word, and its condition holds.
        match facts.answers(&typed, today()) {
            Err(code) => prop_assert_eq!(facts.wrong_answers(&typed, today())[0].1, code),
            Ok(stored) => {
                prop_assert!(facts.wrong_answers(&typed, today()).is_empty());
                let again: AnswersTyped = stored.iter().map(|answer| (answer.question, answer.text.clone())).collect();
                prop_assert_eq!(facts.answers(&again, today()), Ok(stored.clone()));
                prop_assert!(stored.iter().all(|answer| shown.contains(&answer.question)));
            }
        }
    }

    #[test]
    fn a_file_that_is_cut_or_spoilt_is_refused_or_read_and_never_more(at in 0..90_000_usize, with in "[\"\\[\\]={}a-z\n]{0,3}", length in 0..40_usize) {
        let text = CaseTypes::standard_text();
        let floor = |mut at: usize| { while !text.is_char_boundary(at) { at -= 1; } at };
        let (start, end) = (floor(at), floor(at + length));
        let spoilt = format!("{}{with}{}", &text[..start], &text[end..]);
        if let Err(errors) = CaseTypes::parse(1, &spoilt) {
            prop_assert!(!errors.0.is_empty());
            prop_assert!(errors.0.iter().all(|error| error.line >= 1 && error.line <= spoilt.lines().count() + 1));
        }
    }
}
