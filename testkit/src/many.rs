//! Hundreds of thousands of cases, for measuring: the rows that as many commands would leave behind, written by the
//! database itself in a minute. For an invented union only, and never in a database that somebody works in.

use anyhow::Context;
use domain::Timestamp;
use domain::cases::{CaseTypes, TypeFacts};
use sea_orm::{ConnectionTrait, Database, DbBackend, TransactionTrait};

/// Notes in each case.
const NOTES: u32 = 4;
/// Notes in each long case.
const LONG_NOTES: u32 = 60;
/// Ordinary length: two or three sentences.
const NOTE: &str = "Snakket med avdelingslederen om saken. Hun skal se på vaktlisten og svare innen fredag. \
    Medlemmet er orientert på telefon, og er enig i at vi venter på svaret før vi går videre.";
const DESCRIPTION: &str = "Medlemmet tok kontakt etter vakten. Lønnsslippen stemmer ikke med vaktlisten, og lederen \
    har ikke svart på e-post på to uker.";

/// Cases in which much has happened: those of whoever owns the most, and the latest in their list.
#[derive(Debug, Clone, Copy)]
pub struct Long {
    /// How many.
    pub cases: u32,
    /// How many lines more the timeline of each has.
    pub lines: u32,
}

/// Makes up to so many cases: about members of clubs that somebody leads or represents, owned by those, most where the
/// clubs are large, over three years. What is written in them is sealed when the program next starts. Returns how many
/// there are.
///
/// # Errors
///
/// When the database does not hold an imported union.
pub async fn cases(database_url: &str, cases: u32, long: Long, now: Timestamp) -> anyhow::Result<i64> {
    let db = Database::connect(database_url).await?;
    let tx = db.begin().await?;
    for statement in statements(tx.get_database_backend(), cases, long, now) {
        tx.execute_unprepared(&statement).await.with_context(|| statement.chars().take(80).collect::<String>())?;
    }
    let counted = tx.query_one_raw(sea_orm::Statement::from_string(tx.get_database_backend(), "SELECT count(*) FROM cases")).await?;
    let count = counted.context("no count")?.try_get_by_index(0)?;
    tx.commit().await?;
    Ok(count)
}

fn statements(backend: DbBackend, cases: u32, long: Long, now: Timestamp) -> Vec<String> {
    let id = match backend {
        DbBackend::Postgres => "gen_random_uuid()",
        _ => "randomblob(16)",
    };
    let letter = |at: u32| match backend {
        DbBackend::Postgres => format!("ascii(substr(upper(replace(club_members.member_id::text, '-', '')), {at}, 1))"),
        _ => format!("unicode(substr(hex(club_members.member_id), {at}))"),
    };
    // The letters of a hexadecimal number sort as it does; both databases make the same union of them.
    let chance = format!("{} * 4096 + {} * 64 + {}", letter(27), letter(29), letter(31));
    // Ten million ids at random would be laid all over an index, one by one.
    let one_by_one = |number: &str| match backend {
        DbBackend::Postgres => format!("lpad(to_hex({number}), 32, '0')::uuid"),
        _ => format!("unhex(printf('%032x', {number}))"),
    };
    let numbers = |from: u32, to: u32| match backend {
        DbBackend::Postgres => format!("generate_series({from}, {to}) AS numbers (n)"),
        _ => format!(
            "(WITH RECURSIVE count (n) AS (SELECT {from} UNION ALL SELECT n + 1 FROM count WHERE n < {to}) SELECT n FROM count) AS numbers"
        ),
    };
    let types: Vec<&TypeFacts> = CaseTypes::standard().iter().collect();
    let by_type = |what: fn(&TypeFacts) -> &str| {
        let arms = types.iter().enumerate().map(|(n, facts)| format!("WHEN {n} THEN '{}'", what(facts)));
        format!("CASE n % {} {} END", types.len(), arms.collect::<Vec<_>>().join(" "))
    };
    let (case_type, sensitivity) = (by_type(|facts| facts.case_type.code()), by_type(|facts| facts.sensitivity.code()));
    let day: i64 = 24 * 60 * 60 * 1_000;
    let (now, today) = (now.0, now.oslo_date());
    vec![
        "CREATE TEMPORARY TABLE owners AS
         SELECT unit_id AS club_id, min(registry_key) AS mandate FROM mandates
         WHERE office IN ('PTV', 'KLUBBLEDER') AND ended_at IS NULL GROUP BY unit_id"
            .to_owned(),
        format!(
            "CREATE TEMPORARY TABLE chosen AS
             SELECT row_number() OVER (ORDER BY weight, member_id) AS n, club_id, member_id, owner_id FROM (
                 SELECT club_members.club_id, club_members.member_id, mandates.member_id AS owner_id,
                        ({chance}) / (1 + count(*) OVER (PARTITION BY club_members.club_id) / 50) AS weight
                 FROM club_members
                 JOIN owners ON owners.club_id = club_members.club_id
                 JOIN mandates ON mandates.registry_key = owners.mandate
             ) AS weighed ORDER BY weight, member_id LIMIT {cases}"
        ),
        format!(
            "INSERT INTO cases (id, number, case_type, sensitivity, status, unit_id, owner_id, happened_on, opened_at,
                                opened_by, updated_at, version, idempotency_key)
             SELECT {id}, 1000000 + n, {case_type}, {sensitivity}, CASE WHEN n % 5 < 2 THEN 'open' ELSE 'closed' END, club_id,
                    owner_id, '{today}', {now} - (n % 1095 + 7) * {day}, owner_id, {now} - (n % 1095) * {day}, 6, {id}
             FROM chosen"
        ),
        "INSERT INTO case_parties (case_id, member_id)
         SELECT cases.id, chosen.member_id FROM cases JOIN chosen ON cases.number = 1000000 + chosen.n"
            .to_owned(),
        format!(
            "CREATE TEMPORARY TABLE long_cases AS
             SELECT row_number() OVER (ORDER BY number) AS nth, id, owner_id, opened_at FROM cases
             WHERE number > 1000000 AND owner_id = (SELECT owner_id FROM cases WHERE number > 1000000
                                                    GROUP BY owner_id ORDER BY count(*) DESC, owner_id LIMIT 1)
             ORDER BY number LIMIT {}",
            long.cases
        ),
        format!("UPDATE cases SET updated_at = {now} WHERE id IN (SELECT id FROM long_cases)"),
        format!(
            "INSERT INTO notes (id, case_id, author_id, written_at, idempotency_key)
             SELECT {id}, id, owner_id, opened_at + 4 * {day} + n, {id} FROM long_cases CROSS JOIN {}",
            numbers(1, LONG_NOTES)
        ),
        format!(
            "INSERT INTO case_events (id, case_id, at, by_person, kind, part, subject_id)
             SELECT {}, id, opened_at + n, owner_id, CASE n % 2 WHEN 1 THEN 'person_asked' ELSE 'person_left' END, 'other', owner_id
             FROM long_cases CROSS JOIN {} ORDER BY nth, n",
            one_by_one(&format!("nth * {} + n", long.lines.max(1))),
            numbers(1, long.lines)
        ),
        format!(
            "INSERT INTO notes (id, case_id, author_id, written_at, idempotency_key)
             SELECT {id}, cases.id, owner_id, opened_at + n * {day}, {id} FROM cases CROSS JOIN {} WHERE number > 1000000",
            numbers(1, NOTES)
        ),
        format!(
            "INSERT INTO tasks (id, case_id, due_on, owner_id, made_at, made_by, done_at, done_by, version, idempotency_key)
             SELECT {id}, id, '{today}', owner_id, opened_at, owner_id,
                    CASE status WHEN 'closed' THEN updated_at END, CASE status WHEN 'closed' THEN owner_id END, 1, {id}
             FROM cases WHERE number > 1000000"
        ),
        format!("UPDATE cases SET outcome = 'LOST_MED_RAAD', closed_on = '{today}' WHERE number > 1000000 AND status = 'closed'"),
        "UPDATE cases SET next_due = coalesce((SELECT min(due_on) FROM tasks WHERE case_id = cases.id AND done_at IS NULL), next_due)
         WHERE number > 1000000"
            .to_owned(),
        // The program seals these at its next start.
        format!(
            "INSERT INTO unsealed_texts (of_table, row_id, case_id, text)
             SELECT 'cases', id, id, '{DESCRIPTION}' FROM cases WHERE number > 1000000
             UNION ALL SELECT 'notes', notes.id, case_id, '{NOTE}' FROM notes JOIN cases ON cases.id = case_id WHERE number > 1000000
             UNION ALL SELECT 'tasks', tasks.id, case_id, 'Ringe medlemmet tilbake' FROM tasks JOIN cases ON cases.id = case_id
             WHERE number > 1000000"
        ),
        format!(
            "INSERT INTO case_events (id, case_id, at, by_person, kind, subject_id)
             SELECT {id}, id, opened_at, owner_id, 'opened', NULL FROM cases WHERE number > 1000000"
        ),
        format!(
            "INSERT INTO case_events (id, case_id, at, by_person, kind, part, subject_id)
             SELECT {id}, case_id, written_at, author_id, 'note', 'notes', notes.id FROM notes JOIN cases ON cases.id = case_id
             WHERE number > 1000000"
        ),
        format!(
            "INSERT INTO case_events (id, case_id, at, by_person, kind, part, subject_id)
             SELECT {id}, case_id, made_at, made_by, 'task_made', 'tasks', tasks.id FROM tasks JOIN cases ON cases.id = case_id
             WHERE number > 1000000"
        ),
        "DELETE FROM case_totals".to_owned(),
        "INSERT INTO case_totals (unit_id, sensitivity, case_type, status, cases)
         SELECT above_id, sensitivity, case_type, status, count(*) FROM cases JOIN unit_paths ON unit_paths.unit_id = cases.unit_id
         GROUP BY above_id, sensitivity, case_type, status"
            .to_owned(),
        "UPDATE counters SET value = (SELECT max(number) FROM cases) WHERE name = 'case'".to_owned(),
        "DROP TABLE chosen".to_owned(),
        "DROP TABLE long_cases".to_owned(),
        "DROP TABLE owners".to_owned(),
    ]
}
