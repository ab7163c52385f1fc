//! Pages of a guide: one question, and the summary.

use leptos::prelude::*;
use ui::*;

pub(crate) fn question() -> AnyView {
    let options = vec![
        Choice::new("dismissal", "Oppsigelse eller avskjed").describe("Medlemmet har fått brev, eller er kalt inn til et møte om det."),
        Choice::new("hours", "Arbeidstid").describe("Turnus, overtid, hviletid, nattarbeid."),
        Choice::new("sick", "Sykefravær og tilrettelegging"),
        Choice::new("environment", "Arbeidsmiljø").describe("Mobbing, trakassering, varsling, arbeidsmiljøkartlegging."),
        Choice::new("other", "Noe annet"),
    ];
    view! {
        <Page>
            <Steps label="Steg 2 av 4" current=2 total=4 />
            <Form action="/saker/ny/2" idempotency="0197-ab">
                <RadioGroup
                    name="kind"
                    legend="Hva gjelder saken?"
                    heading=true
                    hint="Velg det som passer best. Du kan endre det senere."
                    options
                    selected="hours"
                />
                <Details summary="Hva om det gjelder flere ting?">
                    <p>"Velg det som haster mest. Du kan legge til mer når saken er laget."</p>
                    <p>"Er du usikker, velg «Noe annet» og beskriv saken med egne ord."</p>
                </Details>
                <ActionBar>
                    <Button>"Neste"</Button>
                    <ButtonLink href="/saker/ny/1" variant=ButtonVariant::Tertiary>
                        "Tilbake"
                    </ButtonLink>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

pub(crate) fn summary() -> AnyView {
    view! {
        <Page>
            <Steps label="Steg 4 av 4" current=4 total=4 />
            <PageHeading title="Se over før du lagrer" />
            <SummaryList>
                <SummaryRow label="Gjelder" href="/saker/ny/1" change="Endre">
                    "Ahmed Warsame"
                </SummaryRow>
                <SummaryRow label="Sakstype" href="/saker/ny/2" change="Endre">
                    "Sykefravær og tilrettelegging"
                </SummaryRow>
                <SummaryRow label="Dato for møtet med arbeidsgiver" href="/saker/ny/3" change="Endre">
                    "12. mars 2026"
                </SummaryRow>
                <SummaryRow label="Beskrivelse" href="/saker/ny/3" change="Endre">
                    <p>"Arbeidsgiver sier at tilretteleggingsmulighetene er uttømt. Ahmed er ikke enig, og legen hans heller ikke."</p>
                </SummaryRow>
            </SummaryList>
            <Alert>
                <p>"Bare du og hovedtillitsvalgt ser saken når den er lagret."</p>
            </Alert>
            <Form action="/saker/ny">
                <ActionBar>
                    <Button>"Lagre saken"</Button>
                    <ButtonLink href="/saker" variant=ButtonVariant::Tertiary>
                        "Avbryt"
                    </ButtonLink>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}
