//! Differences between case types, and what is wrong with a file, in words.

use domain::cases::{CaseTypesError, TypeChanged, TypeWrong};
use domain::{Code, Lang};

use super::text;

/// One difference, in a sentence.
pub(super) fn changed(lang: Lang, what: &TypeChanged) -> String {
    use TypeChanged as What;
    match what {
        What::Added => text::added(lang),
        What::Closed => text::now_closed(lang),
        What::Opened => text::now_open(lang),
        What::Renamed(before) => text::renamed(lang, before.of(lang)),
        What::Help => text::help_changed(lang),
        What::Group => text::group_changed(lang),
        What::Sensitivity(before, after) => {
            text::sensitivity_changed(lang, text::sensitivity(lang, *before), text::sensitivity(lang, *after))
        }
        What::Kinds => text::kinds_changed(lang),
        What::SharesDescription(true) => text::description_goes(lang),
        What::SharesDescription(false) => text::description_stays(lang),
        What::QuestionAdded(label) => text::question_added(lang, label.of(lang)),
        What::QuestionGone(label) => text::question_gone(lang, label.of(lang)),
        What::QuestionChanged(label) => text::question_changed(lang, label.of(lang)),
        What::AnswerShared(label, true) => text::answer_goes(lang, label.of(lang)),
        What::AnswerShared(label, false) => text::answer_stays(lang, label.of(lang)),
        What::QuestionOrder => text::question_order(lang),
        What::OutcomeAdded(names) => text::outcome_added(lang, names.of(lang)),
        What::OutcomeGone(names) => text::outcome_gone(lang, names.of(lang)),
        What::OutcomeRenamed(names) => text::outcome_renamed(lang, names.of(lang)),
        What::OutcomeOrder => text::outcome_order(lang),
        What::TaskAdded(title) => text::task_added(lang, title.of(lang)),
        What::TaskGone(title) => text::task_gone(lang, title.of(lang)),
        What::TaskChanged(title) => text::task_changed(lang, title.of(lang)),
        What::TaskOrder => text::task_order(lang),
    }
}

/// What is wrong, with its line and its place in the file.
pub(super) fn wrong(lang: Lang, error: &CaseTypesError) -> String {
    let what = sentence(lang, &error.wrong);
    match error.place.as_str() {
        "" => text::at_line(lang, error.line, &what),
        place => text::at_place(lang, error.line, place, &what),
    }
}

fn sentence(lang: Lang, wrong: &TypeWrong) -> String {
    match wrong {
        TypeWrong::Form(says) => text::wrong_form(lang, says),
        TypeWrong::NotACode(code) => text::not_a_code(lang, code),
        TypeWrong::NotAName(name) => text::not_a_name(lang, name),
        TypeWrong::Unknown(code) => text::unknown(lang, code),
        TypeWrong::Twice(code) => text::twice(lang, code),
        TypeWrong::Words(code) => words(lang, *code),
        TypeWrong::Number(least, most) => text::number(lang, *least, *most),
        TypeWrong::OptionsWithoutChoice => text::options_without_choice(lang),
        TypeWrong::PastWithoutDate => text::past_without_date(lang),
        TypeWrong::NoSuchQuestion(id) => text::no_such_question(lang, id),
        TypeWrong::NoSuchAnswer(answer) => text::no_such_answer(lang, answer),
        TypeWrong::NotADate(id) => text::not_a_date(lang, id),
        TypeWrong::Days(most) => text::too_many_days(lang, *most),
        TypeWrong::NoSuchOutcome(code) => text::no_such_outcome(lang, code),
        TypeWrong::Gone(case_type) => text::gone(lang, case_type.code()),
        TypeWrong::NothingOffered => text::nothing_offered(lang),
    }
}

fn words(lang: Lang, code: Code) -> String {
    match code {
        Code::Missing => text::words_missing(lang),
        Code::TooLong { max } => text::words_too_long(lang, max),
        _ => text::words_not_a_line(lang),
    }
}

/// What is wrong with the reason.
pub(super) fn note_wrong(lang: Lang, code: Code) -> String {
    let name = text::note(lang);
    text::field(lang, name.trim_end_matches('?'), &words(lang, code))
}
