//! Reading the log: for the data protection officer alone, and itself a look.

use std::collections::HashMap;

use domain::access_log::{LogCursor, LogFilter, LogPage, LogRow, LookedAt, Person, ReadAbout};
use domain::{CaseId, IdempotencyKey, MemberId, Timestamp, text};
use sea_orm::sea_query::{LikeExpr, Query};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QueryOrder, QuerySelect, Select};
use uuid::Uuid;

use crate::entity::{access_log, access_log_detail, case, case_party, member};
use crate::{Store, StoreError, Viewer, scope};

use super::{Detail, Look};
use super::{misses, searches};

/// Rows on a page.
const PAGE_SIZE: u64 = 50;
/// Rows in a report.
const REPORT: u64 = 2_000;
/// How many persons one name may stand for, and how many cases a person may be party to, before we ask for more.
const PERSONS: u64 = 20;
const CASES: u64 = 200;

/// The right to read the access log, but for looks at cases of which the reader must see no trace.
pub(crate) struct LogReader {
    kept_out_of: Vec<CaseId>,
}

impl LogReader {
    /// The cases that are not there for this reader.
    pub(crate) fn kept_out_of(&self) -> &[CaseId] {
        &self.kept_out_of
    }
}

impl Store {
    /// For everybody else the log is not there.
    async fn log_reader(&self, viewer: &Viewer) -> Result<LogReader, StoreError> {
        if !viewer.grants.may_read_access_log() {
            return Err(StoreError::NotFound);
        }
        let kept_out_of = scope::kept_out_of(viewer).all(&self.db).await?.into_iter().map(|row| row.id).collect();
        Ok(LogReader { kept_out_of })
    }

    /// One page of the log, newest first.
    pub async fn access_log(&self, viewer: &Viewer, filter: &LogFilter) -> Result<LogPage, StoreError> {
        let reader = self.log_reader(viewer).await?;
        let narrowed = [filter.from.map(|day| format!("from={day}")), filter.to.map(|day| format!("to={day}"))];
        let words = [filter.about.as_str(), filter.by.as_str()].join(" ").trim().to_owned();
        let detail = Detail { words, narrowed: narrowed.into_iter().flatten().collect(), ..Detail::of(viewer) };
        self.log_detailed(viewer, Look::Log, &detail).await?;
        let (about, by) = (self.persons_called(&reader, &filter.about).await?, self.persons_called(&reader, &filter.by).await?);
        let too_many = [&about, &by].into_iter().flatten().any(|persons| persons.len() as u64 > PERSONS);
        let mut found = scope::access_log(&reader);
        if let Some(persons) = &about {
            found =
                found.filter(access_log::Column::SubjectId.is_in(self.subjects(&reader, persons.iter().map(|person| person.id)).await?));
        }
        if let Some(persons) = &by {
            found = found.filter(access_log::Column::PersonId.is_in(persons.iter().map(|person| person.id)));
        }
        if let Some(from) = filter.from.and_then(Timestamp::beginning_of) {
            found = found.filter(access_log::Column::At.gte(from));
        }
        if let Some(end) = filter.to.and_then(|day| Timestamp::beginning_of(day.plus_days(1))) {
            found = found.filter(access_log::Column::At.lt(end));
        }
        if let Some(after) = filter.after {
            found = found.filter(
                Condition::any()
                    .add(access_log::Column::At.lt(after.at))
                    .add(Condition::all().add(access_log::Column::At.eq(after.at)).add(access_log::Column::Seq.lt(after.seq))),
            );
        }
        let mut rows = newest(found, PAGE_SIZE + 1).all(&self.log.db).await?;
        let more = rows.len() as u64 > PAGE_SIZE;
        rows.truncate(PAGE_SIZE as usize);
        let next = rows.last().filter(|_| more).map(|row| LogCursor { at: row.at, seq: row.seq });
        // Whoever looks for somebody has chosen what to look at.
        let unusual = if *filter == LogFilter::default() { self.unusual_looks(&reader, viewer.today).await? } else { Vec::new() };
        let policy = if *filter == LogFilter::default() { self.policy_news(&reader, self.clock.now()).await? } else { Vec::new() };
        Ok(LogPage { rows: self.log_rows(&reader, rows).await?, next, about, by, too_many, unusual, policy })
    }

    /// Who has read about one member: the card, cases the member is party to, and this report. `export` says that it
    /// is taken out as a file.
    pub async fn who_read_about(&self, viewer: &Viewer, id: MemberId, export: bool) -> Result<ReadAbout, StoreError> {
        let reader = self.log_reader(viewer).await?;
        let member = self.persons(&reader, [id]).await?.remove(&id).ok_or(StoreError::NotFound)?;
        self.log_look(viewer, if export { Look::LogAboutExported(id) } else { Look::LogAbout(id) }).await?;
        let subjects = self.subjects(&reader, [id]).await?;
        let found = scope::access_log(&reader).filter(access_log::Column::SubjectId.is_in(subjects));
        let mut rows = newest(found, REPORT + 1).all(&self.log.db).await?;
        let more = rows.len() as u64 > REPORT;
        rows.truncate(REPORT as usize);
        Ok(ReadAbout { member, rows: self.log_rows(&reader, rows).await?, more, made_at: self.clock.now() })
    }

    /// These persons' names and numbers.
    pub(super) async fn persons(
        &self,
        reader: &LogReader,
        ids: impl IntoIterator<Item = MemberId>,
    ) -> Result<HashMap<MemberId, Person>, StoreError> {
        let mut ids: Vec<MemberId> = ids.into_iter().collect();
        ids.sort_unstable();
        ids.dedup();
        let rows = scope::persons_in_log(reader).filter(member::Column::Id.is_in(ids)).all(&self.db).await?;
        Ok(rows.into_iter().map(|row| (row.id, person(row))).collect())
    }

    /// Whoever has this number, or else a name with these words; one more than may be looked for, so that one can
    /// tell. `None` when nothing was asked.
    async fn persons_called(&self, reader: &LogReader, asked: &str) -> Result<Option<Vec<Person>>, StoreError> {
        let asked = asked.replace('\0', "");
        if asked.is_empty() {
            return Ok(None);
        }
        let numbered = scope::persons_in_log(reader).filter(member::Column::RegistryKey.eq(asked.as_str())).one(&self.db).await?;
        if let Some(row) = numbered {
            return Ok(Some(vec![person(row)]));
        }
        let words = text::search_words(&asked);
        if words.is_empty() {
            return Ok(Some(Vec::new()));
        }
        let mut named = scope::persons_in_log(reader);
        for word in words {
            let escaped = word.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
            named = named.filter(member::Column::NameSearch.like(LikeExpr::new(format!("% {escaped}%")).escape('\\')));
        }
        let rows = named.limit(PERSONS + 1).all(&self.db).await?;
        Ok(Some(rows.into_iter().map(person).collect()))
    }

    /// The persons themselves and the cases they are party to.
    async fn subjects(&self, reader: &LogReader, persons: impl IntoIterator<Item = MemberId>) -> Result<Vec<Uuid>, StoreError> {
        let mut subjects: Vec<Uuid> = persons.into_iter().map(|id| id.0).collect();
        let of_them = Query::select()
            .column(case_party::Column::CaseId)
            .from(case_party::Entity)
            .and_where(case_party::Column::MemberId.is_in(subjects.iter().map(|id| MemberId(*id))))
            .to_owned();
        let cases: Vec<CaseId> = scope::cases_in_log(reader)
            .filter(case::Column::Id.in_subquery(of_them))
            .select_only()
            .column(case::Column::Id)
            .order_by_desc(case::Column::UpdatedAt)
            .limit(CASES)
            .into_tuple()
            .all(&self.db)
            .await?;
        subjects.extend(cases.into_iter().map(|id| id.0));
        Ok(subjects)
    }

    async fn log_rows(&self, reader: &LogReader, rows: Vec<access_log::Model>) -> Result<Vec<LogRow>, StoreError> {
        let mut details = self.log_details(rows.iter().map(|row| row.seq)).await?;
        let about = |kind: &'static str| rows.iter().filter(move |row| row.subject_kind == kind).filter_map(|row| row.subject_id);
        let persons = self.persons(reader, rows.iter().map(|row| row.person_id).chain(about("member").map(MemberId))).await?;
        let numbers: Vec<(CaseId, i64)> = scope::cases_in_log(reader)
            .filter(case::Column::Id.is_in(about("case").chain(about("document")).map(CaseId)))
            .select_only()
            .columns([case::Column::Id, case::Column::Number])
            .into_tuple()
            .all(&self.db)
            .await?;
        let numbers: HashMap<Uuid, i64> = numbers.into_iter().map(|(id, number)| (id.0, number)).collect();
        let keys: Vec<IdempotencyKey> = about("policy").map(IdempotencyKey).collect();
        let versions: HashMap<Uuid, i32> = match keys.is_empty() {
            true => HashMap::new(),
            false => {
                let made = scope::policies_made_with(keys).all(&self.db).await?;
                made.into_iter().filter_map(|row| Some((row.idempotency_key?.0, row.version))).collect()
            }
        };
        let keys: Vec<IdempotencyKey> = about("case_types").map(IdempotencyKey).collect();
        let types: HashMap<Uuid, i32> = match keys.is_empty() {
            true => HashMap::new(),
            false => {
                let made = scope::case_types_made_with(keys).all(&self.db).await?;
                made.into_iter().filter_map(|row| Some((row.idempotency_key?.0, row.version))).collect()
            }
        };
        let somebody = |id: MemberId| persons.get(&id).cloned();
        Ok(rows
            .into_iter()
            .map(|row| {
                let detail = details.remove(&row.seq).unwrap_or_default();
                let subject = || row.subject_id.and_then(|id| somebody(MemberId(id)));
                let what = match (row.action.as_str(), row.subject_kind.as_str()) {
                    ("open", "member") => LookedAt::Member(subject()),
                    ("open", "case") => LookedAt::Case(row.subject_id.and_then(|id| numbers.get(&id).copied())),
                    ("open", "document") => LookedAt::Document(row.subject_id.and_then(|id| numbers.get(&id).copied())),
                    ("list", "member") => LookedAt::Members,
                    ("export", "member_list") => LookedAt::MembersTakenOut,
                    searches::STOPPED => LookedAt::SearchStopped,
                    misses::STOPPED => LookedAt::GuessingStopped,
                    ("list", "case") => LookedAt::Cases,
                    ("export", "case_list") => LookedAt::CasesTakenOut,
                    ("export", "case") => LookedAt::CaseTakenOut(row.subject_id.and_then(|id| numbers.get(&id).copied())),
                    ("open", "employer") => LookedAt::Employer,
                    ("open", "unit") => LookedAt::Unit,
                    ("list", "today") => LookedAt::Today,
                    ("approve" | "reject", "import") => LookedAt::RegistryFile,
                    ("change", "policy") => LookedAt::Policy(row.subject_id.and_then(|id| versions.get(&id).copied())),
                    ("change", "case_types") => LookedAt::CaseTypes(row.subject_id.and_then(|id| types.get(&id).copied())),
                    ("list", "holder") => LookedAt::Holders,
                    ("explain", "member") => LookedAt::Explained(subject()),
                    ("explain", "case") => LookedAt::ExplainedCase(row.subject_id.and_then(|id| numbers.get(&id).copied())),
                    ("list", "access_log") => LookedAt::Log,
                    ("report", "member") => LookedAt::Report(subject()),
                    ("export", "member") => LookedAt::Export(subject()),
                    _ => LookedAt::Other,
                };
                let nobody = || Person { id: row.person_id, name: String::new(), member_no: String::new() };
                LogRow {
                    seq: row.seq,
                    at: row.at,
                    by: somebody(row.person_id).unwrap_or_else(nobody),
                    offices: detail.offices,
                    what,
                    words: detail.words,
                    found: detail.found,
                    purpose: detail.purpose,
                }
            })
            .collect())
    }

    /// The sealed details of these rows, opened. One that was thrown away is not there.
    async fn log_details(&self, seqs: impl Iterator<Item = i64>) -> Result<HashMap<i64, Detail>, StoreError> {
        let rows = scope::log_details().filter(access_log_detail::Column::Seq.is_in(seqs)).all(&self.log.db).await?;
        let mut details = HashMap::with_capacity(rows.len());
        for row in rows {
            let text = self.open_sealed(&Detail::place(row.seq), &row.sealed).await?;
            details.insert(row.seq, serde_json::from_slice(&text).map_err(|_| StoreError::Sealed("access_log_details"))?);
        }
        Ok(details)
    }
}

/// The newest of them; the order is that of the indexes.
pub(super) fn newest(found: Select<access_log::Entity>, at_most: u64) -> Select<access_log::Entity> {
    found.order_by_desc(access_log::Column::At).order_by_desc(access_log::Column::Seq).limit(at_most)
}

fn person(row: member::Model) -> Person {
    Person { id: row.id, name: format!("{} {}", row.given_name, row.family_name), member_no: row.registry_key }
}
