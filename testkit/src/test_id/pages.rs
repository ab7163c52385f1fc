//! The pages. No script; the template escapes everything that is put in.

use maud::{DOCTYPE, Markup, html};

use super::{
    params,
    persona::{Persona, birth_part},
    request::{Stranger, TEST_ACR},
    text::{Locale, Text},
    tokens::{ACR_HIGH, ACR_SUBSTANTIAL},
};

/// What the page with the people needs.
pub(super) struct Chooser<'a> {
    pub(super) locale: Locale,
    pub(super) base: &'a str,
    pub(super) personas: &'a [Persona],
    /// The authorization request, which every form and link carries on.
    pub(super) query: &'a str,
    pub(super) acr: &'a str,
    pub(super) back_to: &'a str,
    /// What was typed, when it is no national id.
    pub(super) mistyped: Option<&'a str>,
}

impl Chooser<'_> {
    fn text(&self) -> &'static Text {
        self.locale.text()
    }

    fn link(&self, name: &str, value: &str) -> String {
        let query = params::with(self.query, name, value);
        format!("{}/authorize?{query}", self.base)
    }

    fn form(&self, class: &str, content: &Markup) -> Markup {
        html! {
            form class=(class) method="post" action={ (self.base) "/authorize/choose" } {
                input type="hidden" name="request" value=(self.query);
                input type="hidden" name="acr" value=(self.acr);
                (content)
            }
        }
    }

    fn cards(&self) -> Markup {
        let list = html! {
            ul.cards role="list" {
                @for persona in self.personas {
                    li { (self.card(persona)) }
                }
            }
        };
        html! {
            @if !self.personas.is_empty() {
                section aria-labelledby="choose" {
                    h2 #choose { (self.text().choose) }
                    (self.form("people", &list))
                }
            }
        }
    }

    fn card(&self, persona: &Persona) -> Markup {
        let (text, born) = (self.text(), birth_part(&persona.national_id));
        let (told, about) = persona.about.in_locale(self.locale);
        html! {
            button.card type="submit" name="person" value=(persona.key) {
                span.card-words {
                    span.card-name { (persona.name) }
                    span.card-about lang=[(told != self.locale).then_some(told.tag())] { (about) }
                    span.card-id {
                        (text.national_id) " " (born) " "
                        span aria-hidden="true" { "*****" }
                        span.unseen { "(" (text.rest_hidden) ")" }
                    }
                }
                svg.card-arrow viewBox="0 0 24 24" aria-hidden="true" focusable="false" {
                    path d="M9 5l7 7-7 7" {}
                }
            }
        }
    }

    fn other(&self) -> Markup {
        let text = self.text();
        let wrong = self.mistyped.is_some();
        let described = if wrong { "hint wrong" } else { "hint" };
        let fields = html! {
            label for="national_id" { (text.other_label) }
            p.hint #hint { (text.other_hint) }
            @if wrong {
                p.wrong #wrong { strong { (text.error) ":" } " " (text.other_error) }
            }
            div.row {
                input #national_id name="national_id" type="text" inputmode="numeric"
                    autocomplete="off" spellcheck="false" maxlength="40"
                    aria-describedby=(described) aria-invalid=[wrong.then_some("true")]
                    autofocus[wrong] value=[self.mistyped];
                button.primary type="submit" { (text.log_in) }
            }
        };
        html! {
            section aria-labelledby="other" {
                h2 #other { (text.other) }
                (self.form("other", &fields))
            }
        }
    }

    fn advanced(&self) -> Markup {
        let text = self.text();
        let levels = [(ACR_HIGH, text.level_high), (ACR_SUBSTANTIAL, text.level_substantial)];
        html! {
            details open[self.acr != ACR_HIGH] {
                summary { (text.advanced) }
                p #level { (text.level) }
                ul.levels role="list" aria-labelledby="level" {
                    @for (acr, name) in levels {
                        @let chosen = self.acr == acr;
                        li {
                            a href=(self.link(TEST_ACR, acr))
                                aria-current=[chosen.then_some("true")] {
                                span { span.level-name { (name) } " " code { (acr) } }
                                @if chosen { strong { "✓ " (text.level_chosen) } }
                            }
                        }
                    }
                }
            }
        }
    }

    fn languages(&self) -> Markup {
        html! {
            nav aria-label=(self.text().language) {
                @for locale in Locale::ALL.into_iter().filter(|l| *l != self.locale) {
                    a lang=(locale.tag()) hreflang=(locale.tag())
                        href=(self.link("ui_locales", locale.tag())) { (locale.own_name()) }
                }
            }
        }
    }
}

pub(super) fn chooser(page: &Chooser<'_>) -> Markup {
    let text = page.text();
    let title = match page.mistyped {
        Some(_) => format!("{}: {}", text.error, text.choose_title),
        None => text.choose_title.to_owned(),
    };
    let content = html! {
        (page.languages())
        main {
            h1 { "Test-ID" }
            p.lead { (text.lead) }
            @if page.acr != ACR_HIGH {
                p.notice { (text.level_lowered) }
            }
            (page.cards())
            (page.other())
            (page.advanced())
            (page.form("cancel", &html! {
                button type="submit" name="cancel" value="1" { (text.cancel) }
            }))
            @if !page.back_to.is_empty() {
                p.back { (text.back_to) " " strong { (page.back_to) } }
            }
        }
    };
    document(page.base, page.locale, &title, &content)
}

/// There is no way back: the client or the redirect address is not registered.
pub(super) fn stranger(base: &str, locale: Locale, stranger: Stranger) -> Markup {
    let text = locale.text();
    let why = match stranger {
        Stranger::Client => text.unknown_client,
        Stranger::RedirectUri => text.unknown_redirect,
    };
    let code = match stranger {
        Stranger::Client => "invalid_client_id",
        Stranger::RedirectUri => "invalid_redirect_uri",
    };
    let more = html! { p { (text.what_now) } p.back { code { (code) } } };
    message(base, locale, text.cannot_start, why, &more)
}

pub(super) fn logged_out(base: &str, locale: Locale) -> Markup {
    let text = locale.text();
    message(base, locale, text.logged_out, text.close_page, &html! {})
}

pub(super) fn logout_refused(base: &str, locale: Locale) -> Markup {
    let text = locale.text();
    let more = html! { p { (text.close_page) } };
    message(base, locale, text.logout_stopped, text.logout_unknown, &more)
}

pub(super) fn not_found(base: &str, locale: Locale) -> Markup {
    let text = locale.text();
    message(base, locale, text.not_found, text.start_there, &html! {})
}

pub(super) fn front(base: &str, locale: Locale) -> Markup {
    let text = locale.text();
    let more = html! { p { (text.lead) } };
    message(base, locale, text.running, text.start_there, &more)
}

fn message(base: &str, locale: Locale, title: &str, lead: &str, more: &Markup) -> Markup {
    let content = html! {
        main.message {
            h1 { (title) }
            p.lead { (lead) }
            (more)
        }
    };
    document(base, locale, title, &content)
}

fn document(base: &str, locale: Locale, title: &str, content: &Markup) -> Markup {
    html! {
        (DOCTYPE)
        html lang=(locale.tag()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="robots" content="noindex";
                title { (title) " – Test-ID" }
                link rel="stylesheet" href={ (base) "/style.css" };
                link rel="icon" type="image/svg+xml" href={ (base) "/icon.svg" };
            }
            body { (content) }
        }
    }
}
