//! What was answered to the questions of a case's type.

use std::collections::BTreeMap;

use domain::cases::{Answer, CaseTypes, Known, Said};
use domain::{CaseId, Texts};
use sea_orm::{ActiveValue::Set, ConnectionTrait, EntityTrait};

use crate::crypto::ContentKey;
use crate::entity::case_answer;
use crate::{StoreError, scope};

use super::Readable;
use super::contents::answer_place;

/// Writes the answers of a case that is being opened.
pub(super) async fn write(tx: &impl ConnectionTrait, case: CaseId, key: &ContentKey, answers: &[Answer]) -> Result<(), StoreError> {
    if answers.is_empty() {
        return Ok(());
    }
    let row = |answer: &Answer| {
        let question = answer.question.to_string();
        let sealed = key.seal(&answer_place(case, &question), answer.text.as_bytes())?;
        Ok(case_answer::ActiveModel { case_id: Set(case), question: Set(question), answer: Set(sealed) })
    };
    let rows: Vec<_> = answers.iter().map(row).collect::<Result<_, StoreError>>()?;
    case_answer::Entity::insert_many(rows).exec_without_returning(tx).await?;
    Ok(())
}

/// The answers of a case that a scope has let through, as they were written, by the codes of their questions.
pub(super) async fn as_written(
    db: &impl ConnectionTrait,
    case: &Readable,
    key: &ContentKey,
) -> Result<BTreeMap<String, String>, StoreError> {
    let rows = scope::answers_of(case).all(db).await?;
    let text = |row: case_answer::Model| {
        let text = key.open_text(&answer_place(case.id(), &row.question), &row.answer)?;
        Ok((row.question, text))
    };
    rows.into_iter().map(text).collect()
}

/// The answers of a case that a scope has let through, in the order of the questions. `types` are those that the case was
/// opened with.
pub(super) async fn read(
    db: &impl ConnectionTrait,
    case: &Readable,
    key: &ContentKey,
    types: &CaseTypes,
) -> Result<Vec<Known>, StoreError> {
    let facts = types.get(case.row.case_type);
    // Of a type that asks nothing, nobody has answered anything.
    if facts.is_some_and(|facts| facts.questions.is_empty()) {
        return Ok(Vec::new());
    }
    let rows = scope::answers_of(case).all(db).await?;
    let questions = facts.map_or(&[][..], |facts| facts.questions.as_slice());
    let mut known: Vec<(usize, Known)> = Vec::with_capacity(rows.len());
    for row in rows {
        let text = key.open_text(&answer_place(case.id(), &row.question), &row.answer)?;
        let asked = questions.iter().enumerate().find(|(_, question)| question.id.code() == row.question);
        known.push(match asked {
            Some((place, question)) => {
                (place, Known { question: row.question, label: question.label.clone(), answer: question.said(&text) })
            }
            // Never so; but what somebody answered is not kept from them.
            None => {
                let label = Texts { nb: row.question.clone(), nn: row.question.clone(), en: row.question.clone() };
                (questions.len(), Known { question: row.question, label, answer: Said::Words(text) })
            }
        });
    }
    known.sort_by_key(|(place, _)| *place);
    Ok(known.into_iter().map(|(_, known)| known).collect())
}
