//! The words of sessions. On the screen nobody has a session: one is logged in somewhere.

use domain::Lang;
use domain::sessions::{Browser, Device, System};

use crate::i18n::{texts, words};

words! {
    browser(Browser) {
        Chrome { nb: "Chrome", nn: "Chrome", en: "Chrome" }
        Edge { nb: "Edge", nn: "Edge", en: "Edge" }
        Firefox { nb: "Firefox", nn: "Firefox", en: "Firefox" }
        Opera { nb: "Opera", nn: "Opera", en: "Opera" }
        Safari { nb: "Safari", nn: "Safari", en: "Safari" }
        Samsung { nb: "Samsungs nettleser", nn: "Samsung sin nettlesar", en: "Samsung’s browser" }
        Other { nb: "En nettleser", nn: "Ein nettlesar", en: "A browser" }
    }
    system(System) {
        Android { nb: "Android", nn: "Android", en: "Android" }
        Ipad { nb: "iPad", nn: "iPad", en: "iPad" }
        Iphone { nb: "iPhone", nn: "iPhone", en: "iPhone" }
        Chromebook { nb: "Chromebook", nn: "Chromebook", en: "Chromebook" }
        Linux { nb: "Linux", nn: "Linux", en: "Linux" }
        Mac { nb: "Mac", nn: "Mac", en: "Mac" }
        Windows { nb: "Windows", nn: "Windows", en: "Windows" }
        Other { nb: "en ukjent maskin", nn: "ei ukjend maskin", en: "an unknown machine" }
    }
}

texts! {
    title() { nb: "Hvor du er logget inn", nn: "Kvar du er logga inn", en: "Where you are logged in" }
    lead() {
        nb: "Kjenner du ikke igjen noe av dette, logger du det ut. Det virker med en gang.",
        nn: "Kjenner du ikkje att noko av dette, loggar du det ut. Det verkar med ein gong.",
        en: "If you do not recognise something here, log it out. It takes effect at once.",
    }
    on(browser: &str, system: &str) { nb: "{browser} på {system}", nn: "{browser} på {system}", en: "{browser} on {system}" }
    unknown() { nb: "Ukjent enhet", nn: "Ukjend eining", en: "Unknown device" }
    this_one() { nb: "Her er du nå", nn: "Her er du no", en: "You are here now" }
    begun(when: &str) { nb: "Logget inn {when}", nn: "Logga inn {when}", en: "Logged in {when}" }
    last_used(when: &str) { nb: "Sist brukt {when}", nn: "Sist brukt {when}", en: "Last used {when}" }
    log_out_there(device: &str) { nb: "Logg ut {device}", nn: "Logg ut {device}", en: "Log out {device}" }
    log_out_others() { nb: "Logg ut alle andre steder", nn: "Logg ut alle andre stader", en: "Log out everywhere else" }
    only_here() { nb: "Du er ikke logget inn andre steder enn her.", nn: "Du er ikkje logga inn andre stader enn her.", en: "You are not logged in anywhere but here." }
    done() { nb: "Logget ut", nn: "Logga ut", en: "Logged out" }
    never_mine() {
        nb: "Var det ikke deg som logget inn? Logg ut der, og ring fagforeningen din. Den som logget inn, har brukt din BankID.",
        nn: "Var det ikkje du som logga inn? Logg ut der, og ring fagforeininga di. Den som logga inn, har brukt din BankID.",
        en: "Was it not you who logged in? Log out there, and call your local union. Whoever logged in has used your BankID.",
    }
}

/// "Chrome på Android".
pub(super) fn device(lang: Lang, device: Device) -> String {
    if device == Device::default() {
        return unknown(lang);
    }
    on(lang, browser(lang, device.browser), system(lang, device.system))
}
