//! What the form components write, character by character where it matters.

use leptos::prelude::*;
use ui::*;

/// The HTML of a view, without the comments the framework leaves between nodes.
fn html<V: IntoView + 'static>(view: impl FnOnce() -> V) -> String {
    Owner::new().with(|| view().into_any().to_html()).replace("<!--<() />-->", "").replace("<!>", "")
}

#[track_caller]
fn has(html: &str, part: &str) {
    assert!(html.contains(part), "expected {part:?} in\n{html}");
}

#[track_caller]
fn lacks(html: &str, part: &str) {
    assert!(!html.contains(part), "did not expect {part:?} in\n{html}");
}

#[test]
fn a_text_area_never_lets_its_text_out() {
    let hostile = "</textarea><script>alert(1)</script>&lt;b&gt;";
    let html = html(move || view! { <TextArea name="note" label="Notat" value=hostile /> });
    lacks(&html, "<script>");
    assert_eq!(html.matches("</textarea>").count(), 1);
    has(&html, ">&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;b&amp;gt;</textarea>");
}

#[test]
fn a_text_area_keeps_every_line_break() {
    let html = html(|| view! { <TextArea name="note" label="Notat" value="\n\nto" /> });
    has(&html, ">\n\n\nto</textarea>");
}

#[test]
fn an_empty_text_area_is_empty() {
    has(&html(|| view! { <TextArea name="note" label="Notat" /> }), "></textarea>");
}

#[test]
fn a_text_field_escapes_its_value_label_and_error() {
    let html = html(|| {
        view! {
            <TextField
                name="title"
                label="<b>Tittel</b>"
                value="\" onfocus=\"alert(1)"
                error="<script>alert(1)</script>"
            />
        }
    });
    lacks(&html, "<b>");
    lacks(&html, "<script>");
    lacks(&html, "\" onfocus=\"");
    has(&html, "value=\"&quot; onfocus=&quot;alert(1)\"");
}

#[test]
fn a_field_is_tied_to_its_label_hint_and_error() {
    let html = html(|| {
        view! {
            <TextField
                name="form[title]"
                label="Tittel"
                hint="Kort"
                error="Tittel: skriv hva saken gjelder"
                mark="Valgfritt"
            />
        }
    });
    has(&html, "for=\"f-form-title\"");
    has(&html, "id=\"f-form-title\" name=\"form[title]\"");
    has(&html, "aria-describedby=\"f-form-title-hint f-form-title-feil\"");
    has(&html, "aria-invalid=\"true\"");
    has(&html, "id=\"f-form-title-hint\"");
    has(&html, "id=\"f-form-title-feil\"");
    has(&html, "<span class=\"k-mark\">Valgfritt</span>");
}

#[test]
fn a_field_without_hint_and_error_describes_nothing() {
    let html = html(|| view! { <TextField name="title" label="Tittel" error="" /> });
    lacks(&html, "aria-describedby");
    lacks(&html, "aria-invalid");
    lacks(&html, "ds-validation-message");
    lacks(&html, "value=");
}

#[test]
fn optional_text_may_come_as_an_option() {
    let error: Option<String> = Some("Dato: skriv datoen slik: 12.3.2026".to_owned());
    let html = html(move || {
        view! { <DateField name="date" label="Dato" hint="Skriv datoen slik: 12.3.2026" error /> }
    });
    has(&html, "type=\"text\"");
    has(&html, "data-width=\"short\"");
    has(&html, "autocomplete=\"off\"");
    has(&html, "aria-describedby=\"f-date-hint f-date-feil\"");
}

fn answers() -> Vec<Choice> {
    vec![Choice::new("yes", "Ja").describe("Alle er enige"), Choice::new("no", "Nei & nei")]
}

#[test]
fn a_question_alone_on_its_page_is_the_heading() {
    let html = html(|| {
        view! { <RadioGroup name="agree" legend="Er dere enige?" heading=true options=answers() /> }
    });
    has(&html, "<legend><h1 tabindex=\"-1\" autofocus class=\"ds-heading\">Er dere enige?</h1></legend>");
    assert_eq!(html.matches("Er dere enige?").count(), 1);
}

#[test]
fn a_question_among_others_is_no_heading() {
    let html = html(|| {
        view! {
            <RadioGroup
                name="agree"
                legend="Er dere enige?"
                options=answers()
                selected="no"
                error="Svar: velg ja eller nei"
            />
        }
    });
    lacks(&html, "<h1");
    has(&html, "<legend class=\"ds-label\"><span>Er dere enige?</span></legend>");
    has(&html, "<fieldset aria-describedby=\"f-agree-feil\"");
    // The error summary leads to the first answer.
    has(&html, "type=\"radio\" id=\"f-agree\" name=\"agree\" value=\"yes\"");
    has(&html, "id=\"f-agree-2\" name=\"agree\" value=\"no\" checked");
    has(&html, "aria-describedby=\"f-agree-om\"");
    has(&html, "for=\"f-agree-2\" class=\"ds-label\">Nei &amp; nei</label>");
    assert_eq!(html.matches(" checked").count(), 1);
    assert_eq!(html.matches("aria-invalid=\"true\"").count(), 2);
}

#[test]
fn boxes_keep_what_was_ticked() {
    let html = html(|| {
        view! {
            <CheckboxGroup
                name="who"
                legend="Hvem?"
                options=answers()
                selected=vec!["yes".to_owned(), "no".to_owned()]
            />
        }
    });
    assert_eq!(html.matches("type=\"checkbox\"").count(), 2);
    assert_eq!(html.matches(" checked").count(), 2);
}

#[test]
fn one_box_has_its_error_and_its_description() {
    let html = html(|| {
        view! {
            <CheckboxField
                name="told"
                label="Medlemmet vet det"
                description="Vi lagrer dette"
                error="Kryss av"
            />
        }
    });
    has(&html, "value=\"true\"");
    has(&html, "aria-describedby=\"f-told-om f-told-feil\"");
    has(&html, "id=\"f-told-feil\"");
    lacks(&html, " checked");
}

#[test]
fn a_list_of_answers_marks_the_chosen_one() {
    let html = html(|| {
        view! {
            <SelectField
                name="county"
                label="Fylke"
                empty="Velg"
                options=vec![SelectOption::new("1", "Nordland"), SelectOption::new("2", "Troms")]
                selected="2"
            />
        }
    });
    has(&html, "<option value=\"\">Velg</option>");
    has(&html, "<option value=\"1\">Nordland</option>");
    has(&html, "<option value=\"2\" selected>Troms</option>");
}

#[test]
fn a_file_field_says_what_it_takes() {
    let html = html(|| {
        view! { <FileField name="file" label="Dokument" accept=".pdf" error="Fil: velg en fil" /> }
    });
    has(&html, "type=\"file\" id=\"f-file\"");
    has(&html, "accept=\".pdf\"");
    lacks(&html, "multiple");
    has(&html, "aria-describedby=\"f-file-feil\"");
}

#[test]
fn a_form_is_sent_with_post_and_its_key() {
    let html = html(|| {
        view! {
            <Form action="/saker/ny" idempotency="0197\"">
                <Button name="next" value="2">
                    "Neste"
                </Button>
            </Form>
        }
    });
    has(&html, "<form method=\"post\" action=\"/saker/ny\" novalidate class=\"k-form\">");
    has(&html, "<input type=\"hidden\" name=\"idempotency_key\" value=\"0197&quot;\">");
    has(&html, "<button type=\"submit\" data-variant=\"primary\" data-color=\"accent\" name=\"next\" value=\"2\"");
    lacks(&html, "enctype");
    lacks(&html, "style=");
}

#[test]
fn a_form_may_ask_and_may_carry_files() {
    let ask = html(|| view! { <Form action="/s" method=FormMethod::Get>"x"</Form> });
    has(&ask, "method=\"get\"");
    lacks(&ask, "hidden");
    let files = html(|| view! { <Form action="/s" multipart=true>"x"</Form> });
    has(&files, "enctype=\"multipart/form-data\"");
}

#[test]
fn search_has_a_label_and_keeps_its_words() {
    let html = html(|| {
        view! {
            <SearchField action="/sok" label="Søk" submit="Søk" value="<Kari>" hide_label=true>
                <HiddenField name="status" value="open" />
            </SearchField>
        }
    });
    has(&html, "role=\"search\" method=\"get\" action=\"/sok\"");
    has(&html, "<label for=\"f-q\" class=\"ds-sr-only\">Søk</label>");
    has(&html, "value=\"&lt;Kari&gt;\"");
    has(&html, "<input type=\"hidden\" name=\"status\" value=\"open\">");
}

#[test]
fn a_fieldset_has_a_legend_and_an_error() {
    let html = html(|| {
        view! {
            <Fieldset name="leave" legend="Permisjon" error="Permisjon: fra må være før til">
                <TextField name="from" label="Fra" />
            </Fieldset>
        }
    });
    has(&html, "<fieldset aria-describedby=\"f-leave-feil\"");
    has(&html, "<span>Permisjon</span></legend>");
    has(&html, "id=\"f-leave-feil\"");
}

#[test]
fn the_summary_takes_focus_and_leads_to_the_fields() {
    let html = html(|| {
        view! {
            <ErrorSummary
                title="For å gå videre må du rette opp følgende feil"
                items=vec![
                    ErrorItem::field("form[title]", "Tittel: skriv <noe>"),
                    ErrorItem::new("/login", "Logg inn"),
                ]
            />
        }
    });
    has(&html, "tabindex=\"-1\" autofocus");
    has(&html, "aria-labelledby=\"feil-tittel\"");
    has(&html, "id=\"feil-tittel\"");
    has(&html, "href=\"#f-form-title\"");
    has(&html, "Tittel: skriv &lt;noe&gt;</a>");
    has(&html, "href=\"/login\"");
}

#[test]
fn no_errors_make_no_summary() {
    let html = html(|| view! { <ErrorSummary title="Feil" items=Vec::new() /> });
    assert_eq!(html, "");
}

#[test]
fn ids_come_from_names() {
    assert_eq!(field_id("title"), "f-title");
    assert_eq!(field_id("form[title]"), "f-form-title");
    assert_eq!(field_id("a b__c"), "f-a-b-c");
    assert_eq!(field_id("æ"), "f");
}
