//! One case, one member.

use leptos::prelude::*;
use ui::*;

use crate::lists::LONG_NAME;

fn aside() -> AnyView {
    view! {
        <Section title="Frister">
            <List>
                <ListItem>
                    <Card>
                        <p>
                            <Tag tone=Tone::Danger>"I dag"</Tag>
                        </p>
                        <p>"Krev forhandling senest " <strong>"27. mars 2026"</strong> "."</p>
                        <p class="k-source">"arbeidsmiljøloven § 17-3"</p>
                    </Card>
                </ListItem>
            </List>
        </Section>
        <Section title="Hvem kan se saken">
            <ul>
                <li>"Kari Nordmann, klubbleder"</li>
                <li>"Per Viken, hovedtillitsvalgt"</li>
            </ul>
            <IconLink href="/saker/1/innsyn" icon=IconName::Lock>
                "Endre hvem som kan se"
            </IconLink>
        </Section>
    }
    .into_any()
}

pub(crate) fn case() -> AnyView {
    let danger = view! {
        <ButtonLink href="/saker/1/avslutt" variant=ButtonVariant::Danger>
            "Avslutt saken"
        </ButtonLink>
    };
    view! {
        <Page width=PageWidth::Lists aside=aside() aside_label="Frister og innsyn">
            <PageHeading title="Oppsigelse på Sjøkanten sykehjem" back=LinkTo::new("/saker", "Saker")>
                <Tag tone=Tone::Info>"I gang"</Tag>
                <span class="k-meta">"Sak 2026-0042"</span>
            </PageHeading>
            <Alert tone=Tone::Success status=true>
                <p>"Notatet er lagret kl. 14.30."</p>
            </Alert>
            <Facts>
                <Fact label="Gjelder">
                    <a href="/medlemmer/1">"Ahmed Warsame"</a>
                </Fact>
                <Fact label="Arbeidsgiver">"Sjøkanten kommune"</Fact>
                <Fact label="Ansvarlig">"Kari Nordmann, klubbleder"</Fact>
            </Facts>
            <ActionBar>
                <ButtonLink href="/saker/1/notat" icon=IconName::Note>
                    "Skriv notat"
                </ButtonLink>
                <ButtonLink href="/saker/1/dokument" variant=ButtonVariant::Secondary icon=IconName::Document>
                    "Legg til dokument"
                </ButtonLink>
                <ButtonLink href="/saker/1/send" variant=ButtonVariant::Secondary icon=IconName::Send>
                    "Send til hovedtillitsvalgt"
                </ButtonLink>
            </ActionBar>
            <Section title="Dette har skjedd">
                <Timeline label="Hendelser">
                    <TimelineItem
                        title="Notat fra samtale"
                        time="25. mars 2026 kl. 14.30"
                        datetime="2026-03-25T14:30:00+01:00"
                        by="Kari Nordmann"
                        icon=IconName::Note
                    >
                        <p>"Ahmed fikk oppsigelsen i går. Han vil at vi krever forhandling. Arbeidsgiver viser til nedbemanning, men det er ikke drøftet med oss."</p>
                    </TimelineItem>
                    <TimelineItem
                        title="Arbeidsgiverdokumentasjon: oppsigelsesbrev"
                        time="24. mars 2026 kl. 09.05"
                        by=LONG_NAME
                        icon=IconName::Document
                    >
                        <IconLink href="/fil/1" icon=IconName::Document external=true>
                            "oppsigelsesbrev_underskrevet_versjon_endelig.pdf (214 kB)"
                        </IconLink>
                    </TimelineItem>
                    <TimelineItem
                        title="Ringte arbeidsgiver"
                        time="24. mars 2026 kl. 08.40"
                        by="Kari Nordmann"
                        icon=IconName::Phone
                    />
                </Timeline>
            </Section>
            <ActionBar danger=danger.into_any()>
                <ButtonLink href="/saker/1/skriv-ut" variant=ButtonVariant::Tertiary>
                    "Skriv ut"
                </ButtonLink>
            </ActionBar>
        </Page>
    }
    .into_any()
}

pub(crate) fn member() -> AnyView {
    view! {
        <Page>
            <PageHeading title=LONG_NAME back=LinkTo::new("/medlemmer", "Medlemmer")>
                <Tag tone=Tone::Success>"Medlem"</Tag>
            </PageHeading>
            <ActionBar>
                <ButtonLink href="tel:+4799887766" icon=IconName::Phone external=true>
                    "Ring Anne-Margrethe"
                </ButtonLink>
                <ButtonLink href="/saker/ny?medlem=1" variant=ButtonVariant::Secondary icon=IconName::Plus>
                    "Ny sak for medlemmet"
                </ButtonLink>
            </ActionBar>
            <Facts>
                <Fact label="Telefon">
                    <IconLink href="tel:+4799887766" icon=IconName::Phone external=true>
                        "998 87 766"
                    </IconLink>
                </Fact>
                <Fact label="E-post">
                    <IconLink href="mailto:x@example.no" icon=IconName::Mail external=true>
                        "anne-margrethe.kristoffersdatter.bjornsen-ostensjo@sjokanten.kommune.example.no"
                    </IconLink>
                </Fact>
                <Fact label="Arbeidsplass">"Kommunalteknisk driftssentral, avdeling renhold"</Fact>
                <Fact label="Stillingsprosent">"80 prosent"</Fact>
                <Fact label="Medlem siden">"1. august 2009"</Fact>
            </Facts>
            <Section title="Saker" action=LinkTo::new("/saker?medlem=1", "Se alle")>
                <EmptyState
                    level=3
                    title="Ingen saker"
                    why="Medlemmet har ingen saker du kan se."
                />
            </Section>
        </Page>
    }
    .into_any()
}
