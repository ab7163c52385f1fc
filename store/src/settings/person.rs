//! "What would this person see?", for whoever looks after the settings.

use domain::MemberId;
use domain::access::{Action, DataClass, Decision};
use domain::mandates::MyMandate;
use domain::settings::{Answer, PersonView};
use sea_orm::{ColumnTrait, QueryFilter};

use crate::access_log::{Detail, Look};
use crate::entity::member;
use crate::members::facts;
use crate::{Store, StoreError, Viewer, scope};

use super::SettingsReader;
use super::imagined::Imagined;

/// The longest number that is looked for.
const NUMBER_MAX: usize = 40;

impl Store {
    /// What the offices of somebody who holds one give, and what they reach. `member` and `case` are numbers that were
    /// typed, to ask whether they see that one; the first that is not empty is answered.
    ///
    /// The answer never tells more than the person asked about sees: whether a number is unknown, hidden from them, or
    /// that of a protected member, a no is the same no.
    pub async fn person_sees(&self, viewer: &Viewer, id: MemberId, member: &str, case: &str) -> Result<PersonView, StoreError> {
        let reader = SettingsReader::of(viewer)?;
        let person = scope::office_holders(&reader, viewer.today).filter(member::Column::Id.eq(id)).one(&self.db).await?;
        let person = person.ok_or(StoreError::NotFound)?;
        let policy = self.policy().await?;
        let grants = self.grants(id, &policy, viewer.today).await?;
        let imagined = self.imagine(&reader, id, &policy, viewer.today).await?;
        let typed = |text: &str| text.replace('\0', "").trim().chars().take(NUMBER_MAX).collect::<String>();
        let (member, case) = (typed(member), typed(case));
        let words = if member.is_empty() { case.clone() } else { member.clone() };
        self.log_detailed(viewer, Look::Explained(id), &Detail { words, ..Detail::of(viewer) }).await?;
        let answer = match (member.is_empty(), case.is_empty()) {
            (false, _) => Some(self.about_member(viewer, &imagined, member).await?),
            (true, false) => Some(self.about_case(viewer, &imagined, case).await?),
            (true, true) => None,
        };
        Ok(PersonView {
            id,
            name: format!("{} {}", person.given_name, person.family_name),
            mandates: grants.list.iter().map(MyMandate::from).collect(),
            reached: self.reached(&imagined).await?,
            answer,
        })
    }

    async fn about_member(&self, viewer: &Viewer, imagined: &Imagined, number: String) -> Result<Answer, StoreError> {
        let person = imagined.viewer();
        let row = scope::members(person).filter(member::Column::RegistryKey.eq(number.as_str())).one(&self.db).await?;
        let Some(row) = row else { return Ok(Answer::Member { number, why: None, contact: false }) };
        let facts = facts::of(&self.db, person, &row).await?;
        let why = person.grants.why_member(DataClass::MemberBasics, Action::See, &facts);
        let contact = person.grants.decide_member(DataClass::MemberContact, Action::See, &facts) == Decision::Allow;
        self.log_look(viewer, Look::Explained(row.id)).await?;
        Ok(Answer::Member { number, why, contact })
    }

    async fn about_case(&self, viewer: &Viewer, imagined: &Imagined, number: String) -> Result<Answer, StoreError> {
        // Whoever asks may be kept out of the case themselves: then there is no trace of it in the answer either.
        let judged = crate::cases::judged(&self.db, imagined.viewer(), &number).await?;
        let kept_out = scope::kept_out_of(viewer).all(&self.db).await?;
        let Some((id, why)) = judged.filter(|(id, _)| kept_out.iter().all(|row| row.id != *id)) else {
            return Ok(Answer::Case { number, why: None });
        };
        self.log_look(viewer, Look::ExplainedCase(id)).await?;
        Ok(Answer::Case { number, why: Some(why) })
    }
}
