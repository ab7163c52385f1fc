//! Every component that the other pages do not show enough of.

use leptos::prelude::*;
use ui::*;

pub(crate) fn everything() -> AnyView {
    view! {
        <Page>
            <PageHeading title="Alle komponentene" lead="Til å se på, ikke til å bruke." />
            <Section title="Knapper">{buttons()}</Section>
            <Section title="Status">{tags()}</Section>
            <Section title="Meldinger">{alerts()}</Section>
            <Section title="Tekst">{text()}</Section>
            <Section title="Felter">{crate::fields::every_field()}</Section>
            <Section title="Ikoner">{icons()}</Section>
        </Page>
    }
    .into_any()
}

fn buttons() -> AnyView {
    view! {
        <ActionBar danger=view! { <Button variant=ButtonVariant::Danger>"Slett utkastet"</Button> }
            .into_any()>
            <Button>"Lagre"</Button>
            <Button variant=ButtonVariant::Secondary icon=IconName::Plus>
                "Ny oppgave"
            </Button>
            <Button variant=ButtonVariant::Tertiary>"Avbryt"</Button>
            <Button variant=ButtonVariant::Secondary>
                "Send arbeidsmiljøutvalgsrepresentasjonsinnkallingen til hovedtillitsvalgt"
            </Button>
        </ActionBar>
    }
    .into_any()
}

fn tags() -> AnyView {
    view! {
        <div class="k-tags">
            <Tag>"Ikke begynt"</Tag>
            <Tag tone=Tone::Info>"I gang"</Tag>
            <Tag tone=Tone::Success>"Ferdig"</Tag>
            <Tag tone=Tone::Warning>"5 dager igjen"</Tag>
            <Tag tone=Tone::Danger>"2 dager over fristen"</Tag>
            <Tag icon=IconName::Lock>"Konfidensielt"</Tag>
        </div>
    }
    .into_any()
}

fn alerts() -> AnyView {
    [
        (Tone::Info, "Møtet er flyttet til torsdag."),
        (Tone::Success, "Lagret kl. 14.30."),
        (Tone::Warning, "Fristen går ut om to dager."),
        (Tone::Danger, "Vi fikk ikke lagret. Det du skrev, er tatt vare på. Prøv igjen."),
    ]
    .map(|(tone, words)| {
        view! {
            <Alert tone title="Dette bør du vite">
                <p>{words}</p>
            </Alert>
        }
    })
    .collect_view()
    .into_any()
}

fn text() -> AnyView {
    view! {
        <p>
            "Krev forhandling senest " <strong>"25. mars"</strong>
            ". Etter det kan medlemmet miste retten til å forhandle. Les mer om "
            <a href="/regler">"frister ved oppsigelse"</a> "."
        </p>
        <p class="k-source">"arbeidsmiljøloven § 17-3"</p>
        <ul>
            <li>"Ta med deg innkallingen."</li>
            <li>"Skriv ned hvem som var til stede."</li>
        </ul>
        <h3>"Menneskerettighetsorganisasjonsmedlemskap og arbeidsgiverorganisasjoner"</h3>
        <Details summary="Hva er en drøfting?">
            <p>"En samtale der arbeidsgiver må høre på dere før de bestemmer."</p>
        </Details>
    }
    .into_any()
}

fn icons() -> AnyView {
    let icons = IconName::ALL
        .map(|name| {
            view! {
                <span class="ds-tag" data-color="neutral">
                    <Icon name />
                    <span>{format!("{name:?}")}</span>
                </span>
            }
        })
        .collect_view();
    view! { <div class="k-tags">{icons}</div> }.into_any()
}
