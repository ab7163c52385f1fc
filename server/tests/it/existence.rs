//! What one may not see is answered exactly like what does not exist.

use crate::access::{Caller, Gets, Row, rows};
use crate::journeys::{errors, fresh_key, send};
use crate::scene::Scene;
use crate::world::Answer;

const MALFORMED: [&str; 3] = ["ikke-en-id", "", "1 OR 1=1"];

/// An answer without what differs from request to request: its number and its nonce.
pub(crate) fn fingerprint(answer: &Answer) -> (u16, Vec<(String, String)>, String) {
    let policy = answer.header("content-security-policy").unwrap_or_default();
    let nonce = policy.split_once("'nonce-").and_then(|(_, rest)| rest.split_once('\'')).map_or("-no nonce-", |(nonce, _)| nonce);
    let clean = |text: &str| text.replace(nonce, "NONCE");
    let headers = answer.headers().iter().filter(|(name, _)| *name != "x-request-id");
    let headers = headers.map(|(name, value)| (name.to_string(), clean(value.to_str().unwrap()))).collect();
    (answer.status(), headers, clean(&answer.text()))
}

/// Asks the row with each of these in the id's place; all answers must be the same.
async fn all_alike(scene: &Scene, who: &str, row: &Row, caller: Caller, id: &str, others: &[&str]) {
    let mut answers = Vec::new();
    for other in others {
        let answer = row.ask(scene, &mut scene.client(who), caller, Some((id, other))).await;
        assert_eq!(row.judge(scene, caller, Gets::NotFound, &answer), Ok(()), "{who}: {id} as {other}");
        assert_eq!(answer.location(), None, "a refusal leads nowhere");
        answers.push(fingerprint(&answer));
    }
    for (other, answer) in others.iter().zip(&answers).skip(1) {
        assert_eq!(*answer, answers[0], "{who} {} {caller:?}: {id} as {other}, against {}", row.route, others[0]);
    }
}

/// Every page and function that takes an id, where the outsider is answered "not found".
fn rows_with_ids() -> Vec<(Row, &'static str)> {
    let hidden = rows().into_iter().filter(|row| row.outsider == Gets::NotFound);
    hidden.flat_map(|row| row.ids().into_iter().map(move |id| (row, id))).collect()
}

#[tokio::test]
async fn somebody_elses_id_is_answered_like_a_random_one_and_like_nonsense() {
    let scene = Scene::new().await;
    let rows = rows_with_ids();
    assert!(rows.len() >= 10, "{}", rows.len());
    for (row, id) in rows {
        for caller in row.callers() {
            let random = fresh_key();
            let mut others = vec![id, &random];
            // An empty segment is another address.
            others.extend(MALFORMED.into_iter().filter(|text| *caller != Caller::Page || (!text.is_empty() && !text.contains(' '))));
            all_alike(&scene, "outsider", &row, *caller, id, &others).await;
        }
    }
}

#[tokio::test]
async fn what_is_hidden_from_somebody_near_is_answered_the_same_way() {
    let scene = Scene::new().await;
    let random = fresh_key();
    for (row, id) in rows_with_ids() {
        for caller in row.callers() {
            let (who, hidden) = match id {
                // The leader reads the club's cases, but not those about health.
                "{case}" => ("leader", "{health}"),
                // Whoever may not be chosen is told so on the form: `case_parties` compares what is said.
                "{member}" | "{holder}" if row.route.starts_with("/api/cases/parties/") => continue,
                // The representative sees the club's members, but nobody with a protected address.
                "{member}" => ("ptv", "{protected}"),
                // A club sees its own employers, not those of the local next door.
                "{employer}" => ("ptv", "{other_employer}"),
                "{alert}" => ("ptv", "{other_alert}"),
                // Whoever does not take part is nobody to end the part of, and nobody to let in.
                "{holder}" if row.route.starts_with("/api/participants/") => continue,
                // A named filter is its owner's, whoever else sees the same members.
                "{segment}" => ("leader", "{segment}"),
                // Nor the page of the club next door.
                "{unit}" => ("ptv", "{other_unit}"),
                // Nobody opens a note through another case.
                "{note}" => ("ptv", "{health_note}"),
                // Nobody ticks off a task of a case they only read; the representative has the case, but not with this task.
                "{task}" => ("ptv", "{health_task}"),
                // Nor anything about somebody else in it.
                "{outsider}" => ("ptv", "{health_outsider}"),
                // Nor a meeting.
                "{meeting}" => ("ptv", "{health_meeting}"),
                // Nobody who is not the administrator has any import.
                _ => ("leader", "{import}"),
            };
            all_alike(&scene, who, &row, *caller, id, &[hidden, &random, MALFORMED[0]]).await;
        }
    }
}

#[tokio::test]
async fn an_unknown_address_is_answered_like_a_hidden_thing() {
    let scene = Scene::new().await;
    let ask = async |path: &str| fingerprint(&scene.client("outsider").get(&scene.fill(path)).await);
    let hidden = ask("/saker/{case}").await;
    for path in ["/saker/{key}", "/saker/{case}?ny=1", "/saker/%00", "/saker/x%2Fy", "/saker/{case}/notat", "/saker/ny/x/hva"] {
        assert_eq!(ask(path).await, hidden, "{path}");
    }
    let elsewhere = ask("/finnes/ikke").await;
    assert_eq!((elsewhere.0, elsewhere.2.contains("Vi finner ikke denne siden")), (404, true));
}

/// The key of somebody's draft opens nothing but an empty form of one's own, like any fresh key.
#[tokio::test]
async fn the_key_of_anothers_draft_is_a_key_like_any_other() {
    let scene = Scene::new().await;
    for row in rows().into_iter().filter(|row| row.route.contains("{draft}") || row.route.ends_with("progress")) {
        for caller in row.callers() {
            let mut seen = Vec::new();
            for key in [scene.id("draft"), &fresh_key()] {
                let answer = row.ask(&scene, &mut scene.client("outsider"), *caller, Some(("{draft}", key))).await;
                assert_eq!(row.judge(&scene, *caller, Gets::OnlyOwn, &answer), Ok(()));
                let (status, headers, body) = fingerprint(&answer);
                let headers: Vec<_> = headers.into_iter().map(|(name, value)| (name, value.replace(key, "KEY"))).collect();
                seen.push((status, headers, body.replace(key, "KEY")));
            }
            assert_eq!(seen[0], seen[1], "{} {caller:?}", row.route);
        }
    }
}

#[tokio::test]
async fn an_outsider_who_sends_with_the_key_of_anothers_draft_makes_their_own() {
    let scene = Scene::new().await;
    let before = scene.client("ptv").get(&scene.fill("/saker/ny/{draft}/sjekk")).await;
    let mut outsider = scene.client("outsider");
    let draft = scene.id("draft");
    let to = send(&mut outsider, "/api/cases/new/save", &[("draft", draft)]).await;
    assert_eq!(to, format!("/saker/ny/{draft}/sjekk"));
    send(&mut outsider, "/api/cases/new/what", &[("draft", draft), ("happened", "1.1.2026"), ("description", "Innbrudd")]).await;
    let after = scene.client("ptv").get(&scene.fill("/saker/ny/{draft}/sjekk")).await;
    assert_eq!(fingerprint(&before).2, fingerprint(&after).2);
    assert_eq!(scene.world.rows("cases").await, 3);
}

#[tokio::test]
async fn a_task_is_ticked_in_its_own_case_or_not_at_all() {
    let scene = Scene::new().await;
    let tick = rows().into_iter().find(|row| row.route == "/api/tasks/tick").unwrap();
    let before = scene.world.contents().await;
    for caller in tick.callers() {
        for (who, swap) in [
            // One's own case with a task of another, both ways; and a case one reads with a task of a hidden one.
            ("ptv", ("{task}", "{health_task}")),
            ("ptv", ("{case}", "{health}")),
            ("leader", ("{case}", "{health}")),
        ] {
            let answer = tick.ask(&scene, &mut scene.client(who), *caller, Some(swap)).await;
            assert_eq!(tick.judge(&scene, *caller, Gets::NotFound, &answer), Ok(()), "{who} {swap:?}");
        }
        // The outsider's own case, with somebody else's task.
        let mut outsider = scene.client("outsider");
        let member = scene.world.member_id("29").await;
        let own = crate::journeys::open_case(&mut outsider, "FERIE", &member, "Min egen sak").await;
        let answer = tick.ask(&scene, &mut outsider, *caller, Some(("{case}", &own))).await;
        assert_eq!(tick.judge(&scene, *caller, Gets::NotFound, &answer), Ok(()));
    }
    assert_eq!(scene.world.contents().await["tasks"], before["tasks"]);
}

/// A member out of reach is refused in a new case, whichever way the id comes in, and in the same words as no member.
#[tokio::test]
async fn no_case_can_be_opened_about_a_member_out_of_scope() {
    let scene = Scene::new().await;
    let random = fresh_key();
    for (who, hidden) in [("outsider", "{member}"), ("narrow", "{member}"), ("leader-b", "{member}"), ("ptv", "{protected}")] {
        let mut seen = Vec::new();
        for member in [scene.fill(hidden), random.clone(), "ikke-en-id".to_owned()] {
            let (mut client, draft) = (scene.client(who), fresh_key());
            // Along with the first step, as from a card; then chosen; then saved all the same.
            send(&mut client, "/api/cases/new/about", &[("draft", &draft), ("case_type", "FERIE"), ("member", &member)]).await;
            let to = send(&mut client, "/api/cases/new/who", &[("draft", &draft), ("member", &member)]).await;
            assert_eq!(to, format!("/saker/ny/{draft}/hvem"));
            let page = client.get(&to).await;
            assert_eq!(errors(&page), ["Hvem det gjelder: valget finnes ikke lenger. Velg på nytt"], "{who}");
            send(&mut client, "/api/cases/new/what", &[("draft", &draft), ("happened", "1.1.2026"), ("description", "Tekst")]).await;
            send(&mut client, "/api/cases/new/answers", &[("draft", &draft), ("page", "0"), ("answers[svar]", "Tekst")]).await;
            let to = send(&mut client, "/api/cases/new/save", &[("draft", &draft)]).await;
            assert_eq!(to, format!("/saker/ny/{draft}/sjekk"));
            let check = client.get(&to).await;
            let clean = |answer: &Answer| fingerprint(answer).2.replace(&draft, "KEY").replace(&member, "MEMBER");
            assert!(!check.text().contains("Abelvik"));
            seen.push((clean(&page), clean(&check)));
        }
        assert!(seen.iter().all(|pages| *pages == seen[0]), "{who}");
    }
    assert_eq!(scene.world.rows("cases").await, 3);
}
