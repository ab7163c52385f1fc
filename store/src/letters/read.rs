//! What a case has for a letter.

use domain::cases::{CaseKind, CaseSeen, CaseType, Everybody};
use domain::letters::LetterFacts;
use domain::{CaseId, Lang};

use crate::{Store, StoreError, Viewer};

impl Store {
    /// What a letter may take from a case, for those who may work on it; the look is logged as one at the case. Where the
    /// member works is there only for those who see the member.
    pub async fn letter_facts(&self, viewer: &Viewer, id: CaseId, lang: Lang) -> Result<(CaseType, LetterFacts), StoreError> {
        let CaseSeen::Whole(case) = self.case(viewer, id).await? else { return Err(StoreError::Forbidden) };
        if !case.may_add {
            return Err(if case.may_work { StoreError::Closed(id) } else { StoreError::Forbidden });
        }
        let (mut member, mut employer, mut workplace) = (None, None, None);
        // Of several, a letter names whom its writer says.
        if let (CaseKind::Individual, [party]) = (case.kind, case.parties.as_slice()) {
            member = Some(party.name.clone());
            let jobs = match party.card {
                Some(card) => self.employments(viewer, card).await?,
                None => Vec::new(),
            };
            if let Some(job) = jobs.into_iter().find(|job| job.to.is_none_or(|to| to >= case.today)) {
                workplace = job.employer.is_some().then(|| job.workplace.clone());
                employer = job.employer.or(Some(job.workplace));
            }
        }
        if let Some(Everybody::Workplace(name)) = &case.everybody {
            workplace = Some(name.clone());
        }
        let facts = LetterFacts {
            case_type: case.case_type,
            known: case.known,
            lang,
            number: case.number,
            happened_on: case.happened_on,
            description: case.description,
            member,
            employer,
            workplace,
            representative: viewer.name().to_owned(),
            office: viewer.offices().name(lang, &case.why.office).to_owned(),
            unit: case.why.unit,
            today: case.today,
        };
        Ok((case.case_type, facts))
    }
}
