//! Others in a case, without script: the employer's contact, witnesses, the other side.

use crate::journeys::{errors, fresh_key, open_case, send, send_and_follow, texts, values, write_down};
use crate::world::{Answer, Client, World};

const SAVE: &str = "/api/outsiders/save";

async fn with_a_case() -> (World, Client, String) {
    let world = World::peopled().await;
    let (mut client, ada) = (world.login("ptv").await, world.member_id("20").await);
    let case = open_case(&mut client, "FERIE", &ada, "Fikk nei").await;
    (world, client, case)
}

/// What the form sends, with what is typed in place of what is there.
async fn fill(client: &mut Client, at: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    let page = client.get(at).await;
    let mut fields = Vec::new();
    for name in ["case", "key", "outsider", "version", "outsider_name", "outsider_title", "outsider_phone", "outsider_email"] {
        fields.extend(values(&page, name).into_iter().next().map(|value| (name.to_owned(), value)));
    }
    let chosen = page.attributes("input[name=outsider_role][checked]", "value").into_iter().flatten().next();
    fields.extend(chosen.map(|role| ("outsider_role".to_owned(), role)));
    for (name, value) in typed {
        fields.retain(|(field, _)| field != name);
        fields.push(((*name).to_owned(), (*value).to_owned()));
    }
    fields
}

async fn save(client: &mut Client, fields: &[(String, String)]) -> Answer {
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    send_and_follow(client, SAVE, &fields).await
}

#[tokio::test]
async fn somebody_is_written_down_rung_changed_and_taken_out() {
    let (_world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/andre/ny");
    let form = fill(&mut client, &at, &[("outsider_phone", "ring meg")]).await;
    let page = save(&mut client, &form).await;
    assert_eq!(errors(&page), ["Rolle i saken: velg ett av svarene", "Navn: må fylles ut", "Telefon: skriv nummeret med tall"]);
    assert_eq!(values(&page, "outsider_phone"), ["ring meg"], "what was typed stays");
    let typed = [
        ("outsider_role", "employer_contact"),
        ("outsider_name", "Stille Bekk"),
        ("outsider_title", "Personalsjef"),
        ("outsider_phone", "+47 900 00 000"),
        ("outsider_email", "stille@example.com"),
    ];
    let form = fill(&mut client, &at, &typed).await;
    let page = save(&mut client, &form).await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Personen er lagret i saken"));
    let hrefs: Vec<String> = page.attributes("main a", "href").into_iter().flatten().collect();
    assert!(hrefs.contains(&"tel:+4790000000".to_owned()) && hrefs.contains(&"mailto:stille@example.com".to_owned()), "{hrefs:?}");
    assert!(page.text().contains("Arbeidsgivers kontakt, Personalsjef") && page.text().contains("Stille Bekk ble skrevet opp i saken"));
    // Twice is once.
    let page = save(&mut client, &form).await;
    assert_eq!(texts(&page, ".ds-card strong").iter().filter(|name| *name == "Stille Bekk").count(), 1);

    let at = hrefs.into_iter().find(|href| href.contains("/andre/") && !href.ends_with("/ny")).unwrap();
    let form = fill(&mut client, &at, &[("outsider_phone", "900 00 001")]).await;
    let page = save(&mut client, &form).await;
    assert!(page.text().contains("tel:90000001") && page.text().contains("Opplysningene om Stille Bekk ble endret"));
    let id = at.rsplit('/').next().unwrap();
    let page = send_and_follow(&mut client, "/api/outsiders/remove", &[("case", &case), ("outsider", id)]).await;
    assert!(!page.text().contains("tel:90000001") && page.text().contains("Stille Bekk ble tatt ut av saken"));
    assert_eq!(client.get(&at).await.status(), 404);
}

#[tokio::test]
async fn of_two_who_change_the_same_the_second_sees_both() {
    let (_world, mut one, case) = with_a_case().await;
    let id = write_down(&mut one, &case, "Stille Bekk").await;
    let at = format!("/saker/{case}/andre/{id}");
    let (first, second) =
        (fill(&mut one, &at, &[("outsider_phone", "900 00 001")]).await, fill(&mut one, &at, &[("outsider_phone", "900 00 002")]).await);
    save(&mut one, &first).await;
    let page = save(&mut one, &second).await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Noen andre har endret dette"));
    assert!(page.text().contains("tel:90000001"), "how it stands now");
    assert_eq!(values(&page, "outsider_phone"), ["900 00 002"], "what was typed");
    // Seen, and saved all the same.
    let again = fill(&mut one, &at, &[]).await;
    let page = save(&mut one, &again).await;
    assert!(page.text().contains("tel:90000002"));
    assert!(!one.get(&at).await.text().contains("Noen andre har endret dette"), "the draft is gone");
}

/// What another form of the same key says is not thrown away.
#[tokio::test]
async fn other_words_under_the_same_key_are_kept() {
    let (_world, mut client, case) = with_a_case().await;
    let at = format!("/saker/{case}/andre/ny");
    let form = fill(&mut client, &at, &[("outsider_role", "witness"), ("outsider_name", "Stille Bekk")]).await;
    save(&mut client, &form).await;
    let other: Vec<_> =
        form.into_iter().map(|(name, value)| if name == "outsider_name" { (name, "Rask Elv".to_owned()) } else { (name, value) }).collect();
    let fields: Vec<_> = other.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let to = send(&mut client, SAVE, &fields).await;
    let page = client.get(&to).await;
    assert_eq!(page.text_of(".ds-alert h2").as_deref(), Some("Det du skrev først, er allerede lagret"));
    assert_eq!((page.status(), values(&page, "outsider_name")), (422, vec!["Rask Elv".to_owned()]));
    let fresh = fill(&mut client, &at, &[]).await;
    let page = save(&mut client, &fresh).await;
    assert!(page.text().contains("Rask Elv") && page.text().contains("Stille Bekk"));
}

#[tokio::test]
async fn whoever_only_reads_the_case_reads_and_writes_nothing() {
    let (world, mut client, case) = with_a_case().await;
    let id = write_down(&mut client, &case, "Stille Bekk").await;
    let mut leader = world.login("leader").await;
    let page = leader.get(&format!("/saker/{case}")).await;
    assert!(page.text().contains("Stille Bekk") && !page.text().contains("/andre/"));
    let fields = [("case", &*case), ("key", &*fresh_key()), ("outsider_role", "witness"), ("outsider_name", "Rask Elv")];
    let before = world.contents().await;
    assert_eq!(leader.post_form(SAVE, &fields).await.status(), 403);
    assert_eq!(leader.post_form("/api/outsiders/remove", &[("case", &*case), ("outsider", &id)]).await.status(), 403);
    assert_eq!(world.contents().await, before);
    // Somebody in another case is nobody here.
    let other = open_case(&mut client, "ADVARSEL", &world.member_id("20").await, "En annen").await;
    assert_eq!(client.get(&format!("/saker/{other}/andre/{id}")).await.status(), 404);
    assert_eq!(
        send(&mut client, "/api/outsiders/remove", &[("case", &case), ("outsider", &id)]).await,
        format!("/saker/{case}?person-ute=1")
    );
}
