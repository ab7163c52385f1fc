//! What must not lie readable in the database: looked for byte by byte.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use store::crypto::Token;
use store::drafts::Draft;
use store::sessions::LoginAttempt;

use crate::union::Union;
use crate::world::both;

both! {
    async fn no_national_id(world: World) {
        let mut union = Union::small();
        world.import(&union).await;
        union.change("m1").given_name = "Endret".to_owned();
        world.import(&union).await;
        assert!(world.holds(b"Endret").await, "the search finds what is there");
        for line in &union.members {
            let digits = line.national_id.expose();
            assert!(!world.holds(digits.as_bytes()).await);
            assert!(!world.holds(&Sha256::digest(digits.as_bytes())).await, "nor a hash that anybody can make");
            let number: u64 = digits.parse().unwrap();
            assert!(!world.holds(&number.to_be_bytes()).await && !world.holds(&number.to_le_bytes()).await);
        }
    }

    async fn no_token_but_its_hash(world: World) {
        let union = Union::small();
        world.import(&union).await;
        let person = world.store.person_by_national_id(&union.members[0].national_id).await.unwrap().unwrap();
        let session = world.store.open_session(&person, "high", Some("header.CANARY-id-token.signature")).await.unwrap();
        let (browser, state) = (Token::fresh(), Token::fresh());
        let attempt = LoginAttempt { nonce: "n".to_owned(), pkce_verifier: "v".to_owned(), return_to: "/".to_owned() };
        world.store.begin_login(&browser, &state, attempt).await.unwrap();
        for token in [session, browser, state] {
            assert!(!world.holds(token.expose().as_bytes()).await);
            assert!(!world.holds(&URL_SAFE_NO_PAD.decode(token.expose()).unwrap()).await);
            assert!(world.holds(&Sha256::digest(token.expose())).await, "the search finds what is there");
        }
        assert!(!world.holds(b"CANARY-id-token").await);
    }

    async fn no_draft(world: World) {
        world.import(&Union::small()).await;
        let rep = world.viewer("rep").await;
        let draft = Draft { typed: "CANARY-draft".to_owned(), ..Draft::default() };
        world.store.keep_draft(&rep, "the name of the form", &draft).await.unwrap();
        assert!(world.holds(b"the name of the form").await, "the search finds what is there");
        assert!(!world.holds(b"CANARY-draft").await && !world.holds(b"CANARY").await);
        assert_eq!(world.store.draft(&rep, "the name of the form").await.unwrap(), Some(draft));
    }
}
