//! Others in a case: who may write about them, and that nothing of it lies open.

use domain::cases::Sensitivity;
use domain::outsiders::{Outsider, OutsiderRole};
use domain::{CaseId, Code, Field};
use store::{StoreError, Viewer};

use crate::cases::{key, opened};
use crate::union::Union;
use crate::world::{World, both};

fn who(name: &str, role: OutsiderRole) -> Outsider {
    let text = str::to_owned;
    Outsider { role, name: text(name), title: text("CANARY-title"), phone: text("900 00 000"), email: text("canary@example.com") }
}

async fn names(world: &World, viewer: &Viewer, case: CaseId) -> Vec<String> {
    world.whole(viewer, case).await.outsiders.into_iter().map(|row| row.who.name).collect()
}

both! {
    async fn those_in_a_case_stand_in_order_and_nothing_of_them_lies_open(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        for (name, role) in [
            ("CANARY Åse", OutsiderRole::Witness),
            ("CANARY Bo", OutsiderRole::Witness),
            ("CANARY Cy", OutsiderRole::EmployerContact),
        ] {
            world.store.add_outsider(&rep, case, key(), &who(name, role)).await.unwrap();
        }
        assert_eq!(names(&world, &rep, case).await, ["CANARY Cy", "CANARY Bo", "CANARY Åse"]);
        for canary in ["CANARY", "900 00 000", "canary@", "witness"] {
            assert!(!world.holds(canary.as_bytes()).await, "{canary}");
        }
    }

    async fn the_same_key_adds_one_and_other_words_under_it_are_refused(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let (case, other) = (opened(&world, &rep, "m1", Sensitivity::General).await, opened(&world, &rep, "m2", Sensitivity::General).await);
        let (once, bo) = (key(), who("Bo", OutsiderRole::Other));
        for _ in 0..2 {
            world.store.add_outsider(&rep, case, once, &bo).await.unwrap();
        }
        assert!(matches!(world.store.add_outsider(&rep, case, once, &who("Cy", OutsiderRole::Other)).await, Err(StoreError::OtherBody)));
        assert!(matches!(world.store.add_outsider(&rep, other, once, &bo).await, Err(StoreError::Conflict)));
        assert_eq!(names(&world, &rep, case).await, ["Bo"]);
        assert!(names(&world, &rep, other).await.is_empty());
    }

    async fn a_change_goes_out_from_what_was_seen(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        world.store.add_outsider(&rep, case, key(), &who("Bo", OutsiderRole::Other)).await.unwrap();
        let row = world.whole(&rep, case).await.outsiders.remove(0);
        let change = async |version, name: &str| {
            world.store.change_outsider(&rep, case, (row.id, version), &who(name, OutsiderRole::Other)).await
        };
        change(row.version, "Bo B").await.unwrap();
        change(row.version, "Bo B").await.expect("sent twice");
        assert!(matches!(change(row.version, "Bo C").await, Err(StoreError::Conflict)));
        assert_eq!(names(&world, &rep, case).await, ["Bo B"]);
        world.store.remove_outsider(&rep, case, row.id).await.unwrap();
        let before = world.contents(&["access_log", "sessions"]).await;
        world.store.remove_outsider(&rep, case, row.id).await.expect("sent twice");
        assert_eq!(world.contents(&["access_log", "sessions"]).await, before);
        let other = opened(&world, &rep, "m2", Sensitivity::General).await;
        assert!(matches!(world.store.remove_outsider(&rep, other, row.id).await, Err(StoreError::NotFound)));
        assert!(matches!(change(row.version + 1, "Bo D").await, Err(StoreError::NotFound)));
        assert!(names(&world, &rep, case).await.is_empty());
    }

    async fn there_are_at_most_a_hundred(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let case = opened(&world, &rep, "m1", Sensitivity::General).await;
        for n in 0..100 {
            world.store.add_outsider(&rep, case, key(), &who(&format!("Nr {n}"), OutsiderRole::Other)).await.unwrap();
        }
        match world.store.add_outsider(&rep, case, key(), &who("Bo", OutsiderRole::Other)).await {
            Err(StoreError::Invalid(errors)) => assert_eq!(errors.0, [(Field::OutsiderName, Code::TooMany { max: 100 })]),
            other => panic!("{other:?}"),
        }
    }
}
