//! Pages that are lists: today, cases, members, nothing; and the front page.

use leptos::prelude::*;
use ui::*;

pub(crate) const LONG_NAME: &str = "Anne-Margrethe Kristoffersdatter Bjørnsen-Østensjø von der Lippe";

pub(crate) fn today() -> AnyView {
    view! {
        <Page>
            <PageHeading title="I dag" lead="To ting haster. Resten kan vente til i morgen." />
            <ActionBar>
                <ButtonLink href="/saker/ny" icon=IconName::Plus>
                    "Ny sak"
                </ButtonLink>
            </ActionBar>
            <Section title="Haster">
                <List>
                    <ListItem>
                        <CardLink
                            href="/saker/1"
                            title="Krev forhandling om oppsigelsen"
                            meta=vec![
                                "Ahmed Warsame, Sjøkanten sykehjem".into(),
                                "Senest fredag 27. mars 2026".into(),
                            ]
                        >
                            <Tag tone=Tone::Danger>"I dag"</Tag>
                        </CardLink>
                    </ListItem>
                    <ListItem>
                        <CardLink
                            href="/saker/2"
                            title="Svar på innkalling til drøftingsmøte om arbeidstidsordningen"
                            meta=vec![LONG_NAME.into(), "Senest 1. april 2026".into()]
                        >
                            <Tag tone=Tone::Warning>"5 dager igjen"</Tag>
                            <Tag>"Tilretteleggingsplikt"</Tag>
                        </CardLink>
                    </ListItem>
                </List>
            </Section>
            <Section title="Dette kan vente" action=LinkTo::new("/oppgaver", "Se alle oppgaver")>
                <List divided=true>
                    <ListItem end=view! { <Tag tone=Tone::Info>"I gang"</Tag> }.into_any()>
                        <a href="/oppgaver/3">"Ring Ahmed etter møtet"</a>
                        <p class="k-meta">"Innen 3. april 2026"</p>
                    </ListItem>
                    <ListItem end=view! { <Tag tone=Tone::Success>"Ferdig"</Tag> }.into_any()>
                        <a href="/oppgaver/4">"Send referatet til arbeidsgiver"</a>
                        <p class="k-meta">"Gjort 20. mars 2026"</p>
                    </ListItem>
                </List>
            </Section>
        </Page>
    }
    .into_any()
}

fn filters(chips: Vec<Chip>, count: &'static str) -> AnyView {
    view! {
        <Filters
            action="/saker"
            title="Filtrer"
            submit="Vis saker"
            count
            chips
            clear=LinkTo::new("/saker", "Fjern alle filtre")
        >
            <SelectField
                name="status"
                label="Status"
                empty="Alle"
                options=vec![SelectOption::new("open", "Åpne"), SelectOption::new("closed", "Avsluttet")]
                selected="open"
            />
            <TextField name="workplace" label="Arbeidsplass" />
        </Filters>
    }
    .into_any()
}

pub(crate) fn cases() -> AnyView {
    let rows = [
        ("Oppsigelse", "Ahmed Warsame", "27. mars 2026", Tone::Danger, "I dag", "12"),
        ("Arbeidstidsordning på nattevakt", LONG_NAME, "1. april 2026", Tone::Warning, "5 dager igjen", "4"),
        ("Sykefraværsoppfølging og tilrettelegging", "Siv Hansen", "3. mai 2026", Tone::Info, "I gang", "107"),
        ("Lønnskrav", "Nils Olav Ánde", "–", Tone::Success, "Ferdig", "31"),
        ("Arbeidsmiljøutvalgsrepresentasjon", "Klubben", "–", Tone::Neutral, "Ikke begynt", "0"),
    ]
    .into_iter()
    .map(|(title, who, date, tone, status, notes)| {
        Row::new().cell(view! { <a href="/saker/1">{title}</a> }).cell(who).cell(date).cell(view! { <Tag tone>{status}</Tag> }).cell(notes)
    })
    .collect::<Vec<_>>();
    view! {
        <Page width=PageWidth::Lists>
            <PageHeading title="Saker" lead="Sakene du jobber med, de som haster først." />
            <ActionBar>
                <ButtonLink href="/saker/ny" icon=IconName::Plus>
                    "Ny sak"
                </ButtonLink>
            </ActionBar>
            {filters(
                vec![
                    Chip::new("/saker", "Åpne", "Fjern filter"),
                    Chip::new("/saker", "Sjøkanten sykehjem og omsorgsbolig", "Fjern filter"),
                ],
                "42 saker",
            )}
            <Table
                caption="42 saker, sortert etter frist"
                hide_caption=true
                columns=vec![
                    Column::new("Sak"),
                    Column::new("Gjelder"),
                    Column::short("Frist"),
                    Column::new("Status"),
                    Column::numeric("Notater"),
                ]
                rows
            />
            <Pager
                label="Flere saker"
                previous=LinkTo::new("?side=1", "Forrige")
                next=LinkTo::new("?side=3", "Neste")
                position="Viser 26–50 av 132"
            />
        </Page>
    }
    .into_any()
}

pub(crate) fn empty() -> AnyView {
    view! {
        <Page width=PageWidth::Lists>
            <PageHeading title="Saker" />
            {filters(Vec::new(), "Ingen saker")}
            <EmptyState
                title="Ingen saker ennå"
                why="Her ser du sakene du jobber med. Du lager en sak når en kollega trenger hjelp."
                action=LinkTo::new("/saker/ny", "Ny sak")
            />
        </Page>
    }
    .into_any()
}

pub(crate) fn members() -> AnyView {
    let people = [
        ("Ahmed Warsame", "Sjøkanten sykehjem", "Hjelpepleier"),
        (LONG_NAME, "Kommunalteknisk driftssentral", "Renholder"),
        ("Siv Hansen", "Sjøkanten sykehjem", "Sykepleier"),
    ]
    .map(|(name, place, work)| {
        view! {
            <ListItem>
                <CardLink href="/medlemmer/1" title=name level=2 meta=vec![work.into(), place.into()] />
            </ListItem>
        }
    })
    .collect_view();
    view! {
        <Page>
            <PageHeading title="Medlemmer" lead="Medlemmene i klubben din." />
            <SearchField
                action="/medlemmer"
                label="Søk etter medlem"
                submit="Søk"
                hint="Navn, telefon eller medlemsnummer"
            />
            <p>"128 medlemmer"</p>
            <List label="Medlemmer">{people}</List>
        </Page>
    }
    .into_any()
}

pub(crate) fn front() -> AnyView {
    crate::public(
        view! {
            <Page>
                <PageHeading
                    title="Klubbstyrets arbeidsrom"
                    lead="For tillitsvalgte i Fellesorganisasjonen. Her følger du opp medlemmer, saker og frister."
                />
                <ActionBar>
                    <ButtonLink href="/login" external=true icon=IconName::Lock>
                        "Logg inn"
                    </ButtonLink>
                </ActionBar>
                <p>"Du logger inn med BankID eller kodebrikken fra forbundet."</p>
                <p>
                    "Får du ikke logget inn? Ring "
                    <a href="tel:+4722000000" rel="external">
                        "22 00 00 00"
                    </a> " mellom kl. 8 og 16."
                </p>
            </Page>
        }
        .into_any(),
    )
}
