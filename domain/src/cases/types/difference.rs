//! What is otherwise between two versions of the case types.

use serde::{Deserialize, Serialize};

use super::{CaseType, CaseTypes, OutcomeCode, QuestionId, TypeFacts};
use crate::Texts;
use crate::cases::Sensitivity;

/// One thing that is otherwise with a type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypeChange {
    /// Which type.
    pub case_type: CaseType,
    /// What it is called afterwards.
    pub names: Texts,
    /// What is otherwise.
    pub what: TypeChanged,
}

/// What is otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TypeChanged {
    /// It was not there before.
    Added,
    /// No new cases are made of it any more.
    Closed,
    /// New cases are made of it again.
    Opened,
    /// It has another name, in some language; this was the name before.
    Renamed(Texts),
    /// It is explained otherwise.
    Help,
    /// It stands in another group.
    Group,
    /// New cases get another sensitivity: others may read them.
    Sensitivity(Sensitivity, Sensitivity),
    /// It can be about others.
    Kinds,
    /// Whether the account of what happened goes with a case that is handed on: as it is afterwards.
    SharesDescription(bool),
    /// It asks one question more.
    QuestionAdded(Texts),
    /// It asks one question less.
    QuestionGone(Texts),
    /// A question is put otherwise, or has other answers, or is asked at other times.
    QuestionChanged(Texts),
    /// Whether an answer goes with a case that is handed on: as it is afterwards.
    AnswerShared(Texts, bool),
    /// The questions come in another order.
    QuestionOrder,
    /// A case can end in one way more.
    OutcomeAdded(Texts),
    /// A case can end in one way less.
    OutcomeGone(Texts),
    /// A way to end has another name.
    OutcomeRenamed(Texts),
    /// The ways to end come in another order.
    OutcomeOrder,
    /// Something more is written down to be done.
    TaskAdded(Texts),
    /// Something less is.
    TaskGone(Texts),
    /// Something is to be done at another time, or in other cases.
    TaskChanged(Texts),
    /// What is to be done comes in another order.
    TaskOrder,
}

/// Everything that is otherwise, type by type in the order of `after`.
pub fn type_difference(before: &CaseTypes, after: &CaseTypes) -> Vec<TypeChange> {
    let mut changes = Vec::new();
    for facts in after.iter() {
        let what = before.get(facts.case_type).map_or_else(|| vec![TypeChanged::Added], |old| of_type(old, facts));
        changes.extend(what.into_iter().map(|what| TypeChange { case_type: facts.case_type, names: facts.names.clone(), what }));
    }
    changes
}

fn of_type(before: &TypeFacts, after: &TypeFacts) -> Vec<TypeChanged> {
    use TypeChanged as What;
    let mut changed = Vec::new();
    let mut note = |is: bool, what: What| changed.extend(is.then_some(what));
    note(after.closed && !before.closed, What::Closed);
    note(before.closed && !after.closed, What::Opened);
    note(before.names != after.names, What::Renamed(before.names.clone()));
    note(before.help != after.help, What::Help);
    note(before.group != after.group, What::Group);
    note(before.sensitivity != after.sensitivity, What::Sensitivity(before.sensitivity, after.sensitivity));
    note(before.kinds != after.kinds, What::Kinds);
    note(before.shares_description != after.shares_description, What::SharesDescription(after.shares_description));
    questions(before, after, &mut changed);
    outcomes(before, after, &mut changed);
    tasks(before, after, &mut changed);
    changed
}

fn questions(before: &TypeFacts, after: &TypeFacts, changed: &mut Vec<TypeChanged>) {
    for question in &after.questions {
        let Some(old) = before.question(question.id) else {
            changed.push(TypeChanged::QuestionAdded(question.label.clone()));
            continue;
        };
        let mut same_sharing = old.clone();
        same_sharing.shared = question.shared;
        if same_sharing != *question {
            changed.push(TypeChanged::QuestionChanged(question.label.clone()));
        }
        if old.shared != question.shared {
            changed.push(TypeChanged::AnswerShared(question.label.clone(), question.shared));
        }
    }
    let gone = before.questions.iter().filter(|old| after.question(old.id).is_none());
    changed.extend(gone.map(|old| TypeChanged::QuestionGone(old.label.clone())));
    let ids = |facts: &TypeFacts| -> Vec<QuestionId> { facts.questions.iter().map(|question| question.id).collect() };
    changed.extend(other_order(&ids(before), &ids(after)).then_some(TypeChanged::QuestionOrder));
}

fn outcomes(before: &TypeFacts, after: &TypeFacts, changed: &mut Vec<TypeChanged>) {
    for outcome in &after.outcomes {
        match before.outcomes.iter().find(|old| old.code == outcome.code) {
            None => changed.push(TypeChanged::OutcomeAdded(outcome.names.clone())),
            Some(old) if old.names != outcome.names => changed.push(TypeChanged::OutcomeRenamed(outcome.names.clone())),
            Some(_) => {}
        }
    }
    let gone = before.outcomes.iter().filter(|old| after.outcomes.iter().all(|outcome| outcome.code != old.code));
    changed.extend(gone.map(|old| TypeChanged::OutcomeGone(old.names.clone())));
    let codes = |facts: &TypeFacts| -> Vec<OutcomeCode> { facts.outcomes.iter().map(|outcome| outcome.code).collect() };
    changed.extend(other_order(&codes(before), &codes(after)).then_some(TypeChanged::OutcomeOrder));
}

/// A task has no code: it is known by what is to be done, in all three languages.
fn tasks(before: &TypeFacts, after: &TypeFacts, changed: &mut Vec<TypeChanged>) {
    for task in &after.tasks {
        match before.tasks.iter().find(|old| old.title == task.title) {
            None => changed.push(TypeChanged::TaskAdded(task.title.clone())),
            Some(old) if old != task => changed.push(TypeChanged::TaskChanged(task.title.clone())),
            Some(_) => {}
        }
    }
    let gone = before.tasks.iter().filter(|old| after.tasks.iter().all(|task| task.title != old.title));
    changed.extend(gone.map(|old| TypeChanged::TaskGone(old.title.clone())));
    let titles = |facts: &TypeFacts| -> Vec<Texts> { facts.tasks.iter().map(|task| task.title.clone()).collect() };
    changed.extend(other_order(&titles(before), &titles(after)).then_some(TypeChanged::TaskOrder));
}

/// Whether what both have comes in another order.
fn other_order<T: PartialEq>(before: &[T], after: &[T]) -> bool {
    let kept = before.iter().filter(|one| after.contains(one));
    !kept.eq(after.iter().filter(|one| before.contains(one)))
}
