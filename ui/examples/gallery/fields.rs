//! A form with errors, and every field.

use leptos::prelude::*;
use ui::*;

pub(crate) fn errors() -> AnyView {
    let title_error = "Tittel: skriv hva saken gjelder";
    let date_error = "Dato: skriv datoen slik: 12.3.2026";
    let kind_error = "Svar: velg ja eller nei";
    view! {
        <Page>
            <ErrorSummary
                title="For å gå videre må du rette opp følgende feil"
                items=vec![
                    ErrorItem::field("title", title_error),
                    ErrorItem::field("date", date_error),
                    ErrorItem::field("agree", kind_error),
                ]
            />
            <PageHeading title="Ny sak" back=LinkTo::new("/saker", "Saker") />
            <Form action="/saker/ny">
                <TextField name="title" label="Tittel" hint="Kort, som en overskrift." error=title_error />
                <DateField
                    name="date"
                    label="Dato for drøftingsmøtet"
                    hint="Skriv datoen slik: 12.3.2026"
                    value="tolvte mars"
                    error=date_error
                />
                <RadioGroup
                    name="agree"
                    legend="Er medlemmet enig i referatet?"
                    options=vec![Choice::new("yes", "Ja"), Choice::new("no", "Nei")]
                    error=kind_error
                />
                <TextArea
                    name="text"
                    label="Beskrivelse"
                    mark="Valgfritt"
                    value="Første linje\n</textarea><script>alert(1)</script>"
                />
                <CheckboxField
                    name="told"
                    label="Medlemmet vet at vi lagrer dette"
                    error="Samtykke: du må krysse av her"
                />
                <ActionBar>
                    <Button>"Lagre"</Button>
                </ActionBar>
            </Form>
        </Page>
    }
    .into_any()
}

/// Every field, without errors.
pub(crate) fn every_field() -> AnyView {
    view! {
        <Form action="/x" multipart=true idempotency="k">
            <TextField name="a" label="Navn" autocomplete="name" value="Kari \"K\" <Nordmann>" />
            <TextField
                name="b"
                label="Telefon"
                mark="Valgfritt"
                kind=InputType::Tel
                width=FieldWidth::Medium
                hint="Åtte siffer"
            />
            <TextField
                name="c"
                label="Postnummer"
                input_mode="numeric"
                width=FieldWidth::Short
                maxlength=4_u32
            />
            <TextField name="d" label="E-post" kind=InputType::Email />
            <SelectField
                name="e"
                label="Fylke"
                empty="Velg fylke"
                width=FieldWidth::Medium
                options=vec![
                    SelectOption::new("1", "Nordland"),
                    SelectOption::new("2", "Troms"),
                ]
                selected="2"
            />
            <FileField name="f" label="Dokument" hint="PDF eller bilde, høyst 20 MB" accept=".pdf,image/*" />
            <Fieldset name="g" legend="Permisjon" hint="Skriv begge datoene.">
                <DateField name="from" label="Fra" hint="Skriv datoen slik: 12.3.2026" />
                <DateField name="to" label="Til" hint="Skriv datoen slik: 12.3.2026" />
            </Fieldset>
            <CheckboxGroup
                name="h"
                legend="Hvem skal få beskjed?"
                mark="Valgfritt"
                options=vec![
                    Choice::new("1", "Hovedtillitsvalgt"),
                    Choice::new("2", "Verneombudet").describe("Bare at saken finnes, ikke hva den gjelder."),
                    Choice::new("3", "Fagforeningen"),
                ]
                selected=vec!["1".into(), "2".into()]
            />
            <CheckboxField
                name="i"
                label="Saken er konfidensiell"
                description="Bare du og de du velger, kan se den."
            />
            <TextArea name="j" label="Kort beskjed" rows=3 value="Én linje" />
        </Form>
    }
    .into_any()
}
