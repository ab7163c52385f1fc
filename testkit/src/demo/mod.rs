//! Cases for the demonstration, worked by its personas.
//!
//! They are made as the personas themselves would make them: each logs in, and each case, note and task goes
//! through the same command, with the same rights, as in the portal. Only the clock is moved, so that some weeks
//! have passed.

mod stories;

use std::path::Path;

use anyhow::{Context, anyhow};
use domain::cases::{About, AnswersTyped, NewCase};
use domain::identity::NationalId;
use domain::members::MemberFilter;
use domain::notes::{NewNote, NoteKind};
use domain::tasks::NewTask;
use domain::{CaseId, Date, IdempotencyKey, Lang, Timestamp};
use store::{Clock, SignedIn, Store, StoreOptions, Viewer};

use crate::test_id::Persona;
use stories::{Answer, STORIES, Step, Story};

const DAY: i64 = 24 * 60 * 60;

/// Works all the stories; returns how many cases there are now.
///
/// # Errors
///
/// When the database does not hold the demonstration union, or a persona may not do what their story says.
pub async fn work(personas: &[Persona], database_url: &str, key_file: &Path, now: Timestamp) -> anyhow::Result<usize> {
    let clock = Clock::fixed(now);
    let options = StoreOptions { database_url: database_url.to_owned(), key_file: key_file.to_owned(), clock: clock.clone() };
    let store = Store::open(options).await?;
    for (index, story) in STORIES.iter().enumerate() {
        let persona = personas.iter().find(|persona| persona.key == story.who).with_context(|| format!("no persona {}", story.who))?;
        tell(&store, &clock, now, persona, story, index).await.with_context(|| format!("story {index}, of {}", story.who))?;
        clock.advance_seconds((now.0 - clock.now().0) / 1000);
    }
    Ok(STORIES.len())
}

async fn tell(store: &Store, clock: &Clock, now: Timestamp, persona: &Persona, story: &Story, index: usize) -> anyhow::Result<()> {
    let mut case: Option<CaseId> = None;
    for (days_ago, step) in story.steps {
        let at = now.plus_seconds(-days_ago * DAY);
        clock.advance_seconds((at.0 - clock.now().0) / 1000);
        let viewer = log_in(store, persona).await?;
        let key = IdempotencyKey(uuid::Uuid::new_v4());
        let today = viewer.today();
        match (step, case) {
            (Step::Opens(case_type, text, answers), _) => {
                let case_type = case_type.parse()?;
                let facts = viewer.case_types().offer(case_type).with_context(|| format!("no type {case_type}"))?;
                let answers = facts.answers(&typed(answers, today)?, today).map_err(|code| anyhow!("an answer is wrong: {code:?}"))?;
                let member = somebody(store, &viewer, index).await?;
                let (about, happened_on) = (About::Member(member), today.plus_days(-1));
                let new = NewCase { case_type, about, happened_on, description: (*text).to_owned(), answers };
                case = Some(store.open_case(&viewer, key, "demo", new, Lang::Nb).await?.id);
            }
            (Step::Notes(text), Some(case)) => {
                let note = NewNote { body: (*text).to_owned(), kind: NoteKind::Internal };
                store.add_note(&viewer, case, key, "demo", note).await?;
            }
            (Step::Plans(title, in_days), Some(case)) => {
                let due = in_days.map(|days| today.plus_days(days));
                store.add_task(&viewer, case, key, "demo", NewTask { title: (*title).to_owned(), due, ..NewTask::default() }).await?;
            }
            (Step::Does(title), Some(case)) => {
                let view = store.case(&viewer, case).await?.whole().context("somebody tells of a case that they cannot read")?;
                let task = view.tasks.iter().find(|task| task.title == *title).with_context(|| format!("no task {title}"))?;
                store.tick_task(&viewer, case, task.id, true, task.version).await?;
            }
            (_, None) => return Err(anyhow!("a story begins with a case")),
        }
    }
    Ok(())
}

/// The answers as somebody would type them on this day.
fn typed(answers: &[(&str, Answer)], today: Date) -> anyhow::Result<AnswersTyped> {
    let typed = answers.iter().map(|(question, answer)| {
        let text = match answer {
            Answer::Is(text) => (*text).to_owned(),
            Answer::Days(days) => today.plus_days(*days).to_string(),
        };
        Ok((question.parse()?, text))
    });
    typed.collect()
}

/// A viewer can only come from a session, and a session only from the registry's knowing somebody.
async fn log_in(store: &Store, persona: &Persona) -> anyhow::Result<Viewer> {
    let id = NationalId::read(&persona.national_id)?;
    let person = store.person_by_national_id(&id).await?.context("the registry does not know this persona")?;
    let token = store.open_session(&person, "urn:klar:demo", None).await?;
    let signed_in = store.signed_in(&token, "demo").await?;
    store.end_session(&token).await?;
    match signed_in {
        Some(SignedIn::Viewer(viewer)) => Ok(viewer),
        _ => Err(anyhow!("this persona holds no office")),
    }
}

/// Another member for each story, the same each time.
async fn somebody(store: &Store, viewer: &Viewer, index: usize) -> anyhow::Result<domain::MemberId> {
    let rows = store.members(viewer, &MemberFilter::default()).await?.rows;
    let others: Vec<_> = rows.iter().filter(|row| row.id != viewer.person()).collect();
    let row = others.get((index * 7 + 3) % others.len().max(1)).context("nobody to have a case about")?;
    Ok(row.id)
}
