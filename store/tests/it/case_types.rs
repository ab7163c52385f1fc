//! Case types: versions that are added to, in force from the next request on; and what a case has of its type.

use domain::cases::{About, Answer, CaseTypes, Known, NewCase, Said, Sensitivity, TypeChanged};
use domain::{Code, Field, Lang, Texts};
use store::case_types::NewCaseTypesError;
use store::{Store, StoreError, Viewer};

use crate::cases::key;
use crate::union::{Union, day};
use crate::world::{World, both};

/// The standard where no type asks anything, or has anything to be done.
pub(crate) fn plain() -> String {
    let mut keep = true;
    let lines = CaseTypes::standard_text().lines().filter(|line| {
        if line.starts_with("[[") {
            keep = !line.starts_with("[[type.");
        }
        keep
    });
    lines.fold(String::new(), |text, line| text + line + "\n")
}

/// The standard with one thing otherwise in this type.
fn otherwise(case_type: &str, from: &str, to: &str) -> String {
    let text = CaseTypes::standard_text();
    let (before, after) = text.split_at(text.find(&format!("code = \"{case_type}\"")).unwrap());
    format!("{before}{}", after.replacen(from, to, 1))
}

async fn standard(world: &World) -> Viewer {
    world.import(&Union::small()).await;
    world.store.set_case_types(CaseTypes::standard_text(), "prøven", "Standarden").await.unwrap();
    world.viewer("rep").await
}

async fn dismissal(world: &World, answers: &[(&str, &str)]) -> NewCase {
    NewCase {
        case_type: "OPPSIGELSE".parse().unwrap(),
        about: About::Member(world.member_id("m1").await),
        happened_on: day("2026-03-01"),
        description: "Fikk brev".to_owned(),
        answers: answers.iter().map(|(question, text)| Answer { question: question.parse().unwrap(), text: (*text).to_owned() }).collect(),
    }
}

both! {
    async fn the_standard_is_kept_first_and_once(world: World) {
        let text = async |version| world.store.case_types_text(version).await.unwrap();
        assert_eq!((text(Some(1)).await.as_deref(), text(Some(3)).await), (Some(CaseTypes::standard_text()), None));
        Store::open(world.options.clone()).await.unwrap();
        assert_eq!((world.count("case_types").await, text(None).await), (2, Some(plain())));
    }

    async fn a_later_standard_is_put_in_force_where_the_union_has_none_of_its_own(world: World) {
        let next_program = async || {
            let store = Store::open(world.options.clone()).await.unwrap();
            (world.count("case_types").await, store.case_types_text(None).await.unwrap().unwrap())
        };
        // As an older program left it, with a version of the union's own, and without.
        world.run("UPDATE case_types SET contents = replace(contents, 'Holiday', 'Vacation') WHERE version = 1").await;
        assert_eq!(next_program().await, (2, plain()));
        world.run("DELETE FROM case_types WHERE version = 2").await;
        for _ in 0..2 {
            assert_eq!(next_program().await, (2, CaseTypes::standard_text().to_owned()));
        }
        assert!(world.store.case_types_text(Some(1)).await.unwrap().unwrap().contains("Vacation"), "the first is as it was");
    }

    async fn a_new_version_holds_from_the_next_request_on_every_node(world: World) {
        world.import(&Union::small()).await;
        let (token, other) = (world.log_in("rep").await.unwrap(), Store::open(world.options.clone()).await.unwrap());
        let called = async |store: &Store| match store.signed_in(&token, "r").await.unwrap() {
            Some(store::SignedIn::Viewer(viewer)) => viewer.case_types().name(Lang::En, &"FERIE".parse().unwrap()).to_owned(),
            other => panic!("{other:?}"),
        };
        assert_eq!((called(&world.store).await, called(&other).await), ("Holiday".to_owned(), "Holiday".to_owned()));
        let renamed = otherwise("FERIE", "name.en = \"Holiday\"", "name.en = \"Vacation\"");
        assert!(matches!(world.store.check_case_types(&renamed).await.unwrap()[..], [.., _]));
        assert_eq!(called(&world.store).await, "Holiday", "a look changes nothing");
        assert_eq!(world.store.set_case_types(&renamed, "prøven", "Et annet ord").await.unwrap(), 3);
        assert_eq!((called(&world.store).await, called(&other).await), ("Vacation".to_owned(), "Vacation".to_owned()));
        let again = other.check_case_types(&renamed).await.unwrap();
        assert_eq!(again, []);
    }

    async fn what_is_wrong_or_would_remove_a_type_is_not_taken(world: World) {
        let before = world.contents(&[]).await;
        for wrong in [otherwise("FERIE", "code = \"FERIE\"", "code = \"FERIER\""), otherwise("FERIE", "group = \"time\"", "group = \"ferie\"")] {
            assert!(matches!(world.store.check_case_types(&wrong).await, Err(NewCaseTypesError::File(_))));
            assert!(matches!(world.store.set_case_types(&wrong, "prøven", "").await, Err(NewCaseTypesError::File(_))));
        }
        assert_eq!(world.contents(&[]).await, before);
    }

    async fn two_at_once_make_two_versions(world: World) {
        let other = Store::open(world.options.clone()).await.unwrap();
        let text = plain();
        let (one, two) = tokio::join!(world.store.set_case_types(&text, "en", ""), other.set_case_types(&text, "to", ""));
        let mut versions = [one.unwrap(), two.unwrap()];
        versions.sort_unstable();
        assert_eq!(versions, [3, 4]);
    }

    async fn a_case_has_the_answers_and_the_tasks_of_its_type(world: World) {
        let rep = standard(&world).await;
        let new = dismissal(&world, &[("brev_kom", "2026-03-10"), ("skriftlig", "yes"), ("grunn", "ingen"), ("ansatt_fra", "2015-08-01")]).await;
        let key = key();
        let opened = world.store.open_case(&rep, key, "case", new.clone(), Lang::Nn).await.unwrap();
        assert_eq!(world.store.open_case(&rep, key, "case", new, Lang::Nn).await.unwrap(), opened, "once more is the same case");
        let case = world.whole(&rep, opened.id).await;
        assert_eq!(case.sensitivity, Sensitivity::Personnel);
        let said: Vec<_> = case.known.iter().map(|known| (known.label.nn.as_str(), known.answer.clone())).collect();
        let none = Texts { nb: "Det står ingen grunn".into(), nn: "Det står ingen grunn".into(), en: "It gives no reason".into() };
        assert_eq!(
            said,
            [
                ("Når fekk medlemet oppseiinga?", Said::Date(day("2026-03-10"))),
                ("Er oppseiinga skriftleg?", Said::Yes(true)),
                ("Når byrja medlemet i jobben?", Said::Date(day("2015-08-01"))),
                ("Kva grunn står i brevet?", Said::Option(none)),
            ]
        );
        let tasks: Vec<_> = case.tasks.iter().map(|task| (task.title.as_str(), task.due.unwrap().to_string(), task.done)).collect();
        let expected = [
            ("Få kopi av oppseiinga", "2026-03-13"),
            ("Be medlemet om fullmakt", "2026-03-14"),
            ("Spør hovudtillitsvald eller kompetansesenteret om råd", "2026-03-14"),
            ("Sjå om brevet har med det lova krev", "2026-03-14"),
            ("Be arbeidsgivaren om grunnen skriftleg", "2026-03-15"),
            ("Krev forhandling skriftleg", "2026-03-17"),
        ];
        assert_eq!(tasks, expected.map(|(title, due)| (title, due.to_owned(), false)));
        assert_eq!(case.timeline.len(), 1 + expected.len(), "and the timeline tells of each");
        assert_eq!((world.count("tasks").await, world.count("case_answers").await), (6, 4));
        assert_eq!(world.store.today(&rep).await.unwrap().tasks.len(), 6, "they are the owner's to do");
    }

    async fn a_case_is_read_by_the_version_it_was_opened_with(world: World) {
        let rep = standard(&world).await;
        let new = dismissal(&world, &[("skriftlig", "yes")]).await;
        let id = world.store.open_case(&rep, key(), "case", new, Lang::Nb).await.unwrap().id;
        let label = |known: &[Known]| known.iter().map(|known| known.label.nb.clone()).collect::<Vec<_>>();
        let asked = ["Er oppsigelsen skriftlig?".to_owned()];
        assert_eq!(label(&world.whole(&rep, id).await.known), asked);
        world.store.set_case_types(&plain(), "prøven", "Ingen spør mer").await.unwrap();
        let rep = world.viewer("rep").await;
        assert_eq!(label(&world.whole(&rep, id).await.known), asked);
        // One from before versions were kept has the first.
        world.run("UPDATE cases SET types_version = NULL").await;
        assert_eq!(label(&world.whole(&rep, id).await.known), asked);
    }

    async fn a_closed_type_and_one_that_never_was_take_no_cases(world: World) {
        let rep = standard(&world).await;
        let closed = otherwise("OPPSIGELSE", "code = \"OPPSIGELSE\"\n", "code = \"OPPSIGELSE\"\nclosed = true\n");
        assert_eq!(
            world.store.check_case_types(&closed).await.unwrap().into_iter().map(|change| change.what).collect::<Vec<_>>(),
            [TypeChanged::Closed]
        );
        let id = world.store.open_case(&rep, key(), "case", dismissal(&world, &[]).await, Lang::Nb).await.unwrap().id;
        world.store.set_case_types(&closed, "prøven", "Ikke lenger").await.unwrap();
        let rep = world.viewer("rep").await;
        let before = world.contents(&["access_log"]).await;
        let mut new = dismissal(&world, &[]).await;
        for code in ["OPPSIGELSE", "FINNES_IKKE"] {
            new.case_type = code.parse().unwrap();
            let answer = world.store.open_case(&rep, key(), "case", new.clone(), Lang::Nb).await;
            let Err(StoreError::Invalid(errors)) = answer else { panic!("{answer:?}") };
            assert_eq!(errors.0, [(Field::CaseType, Code::NotOffered)]);
        }
        assert_eq!(world.contents(&["access_log"]).await, before);
        assert_eq!(world.whole(&rep, id).await.case_type.code(), "OPPSIGELSE", "the one there is goes on");
    }
}
