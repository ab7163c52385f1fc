//! The frame, the headings and the content components.

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
fn the_frame_has_a_way_past_the_navigation() {
    let nav = vec![NavItem::new("/", "I dag", IconName::Today), NavItem::new("/saker", "Saker", IconName::Cases).current(true)];
    let html = html(move || {
        view! {
            <AppFrame skip="Hopp til innholdet" nav_label="Hovedmeny" nav>
                <p>"Hei"</p>
            </AppFrame>
        }
    });
    has(&html, "<a href=\"#innhold\" class=\"ds-skip-link\">Hopp til innholdet</a>");
    has(&html, "<main id=\"innhold\" tabindex=\"-1\"");
    has(&html, "<nav aria-label=\"Hovedmeny\"");
    has(&html, "<a href=\"/saker\" aria-current=\"page\">");
    assert_eq!(html.matches("aria-current").count(), 1);
    lacks(&html, "style=");
}

#[test]
fn a_heading_says_where_one_is() {
    let html = html(|| {
        view! { <PageHeading title="Ny sak" back=LinkTo::new("/saker", "Saker") lead="Kort." /> }
    });
    has(&html, "<h1 tabindex=\"-1\" autofocus class=\"ds-heading\">Ny sak</h1>");
    has(&html, "href=\"/saker\"");
    has(&html, "<p class=\"k-lead\">Kort.</p>");
}

#[test]
fn a_heading_can_leave_focus_alone() {
    let html = html(|| view! { <PageHeading title="Ny sak" autofocus=false /> });
    lacks(&html, "autofocus");
}

#[test]
fn a_section_is_labelled_when_it_has_an_id() {
    let html = html(|| view! { <Section title="Frister" id="frister" level=3>"x"</Section> });
    has(&html, "<section id=\"frister\" aria-labelledby=\"frister-tittel\"");
    has(&html, "<h3 id=\"frister-tittel\" class=\"ds-heading\">Frister</h3>");
}

#[test]
fn a_table_has_real_headers_and_labels_for_a_phone() {
    let html = html(|| {
        view! {
            <Table
                caption="2 saker"
                columns=vec![Column::new("Sak"), Column::numeric("Notater")]
                rows=vec![Row::new().cell(view! { <a href="/1">"Oppsigelse"</a> }).cell("<12>")]
            />
        }
    });
    has(&html, "<caption class=\"k-table__caption\">2 saker</caption>");
    has(&html, "<th scope=\"col\">Sak</th>");
    has(&html, "<tbody><tr><th scope=\"row\"><a href=\"/1\">Oppsigelse</a></th>");
    has(&html, "<td data-label=\"Notater\" data-numeric=\"\" data-short=\"\">&lt;12&gt;</td>");
}

#[test]
fn a_status_is_a_word_and_a_shape() {
    let html = html(|| view! { <Tag tone=Tone::Danger>"I dag"</Tag> });
    has(&html, "data-color=\"danger\"");
    has(&html, "<svg");
    has(&html, "<span>I dag</span>");
}

#[test]
fn a_change_link_says_what_it_changes() {
    let html = html(|| {
        view! {
            <SummaryList>
                <SummaryRow label="Dato" href="/3" change="Endre">
                    "12. mars 2026"
                </SummaryRow>
            </SummaryList>
        }
    });
    has(&html, ">Endre<span class=\"ds-sr-only\">: Dato</span></a>");
}

#[test]
fn steps_are_said_in_words() {
    let html = html(|| view! { <Steps label="Steg 2 av 4" current=2 total=4 /> });
    has(&html, "<p>Steg 2 av 4</p>");
    has(&html, "aria-hidden=\"true\"");
    assert_eq!(html.matches("data-state=\"done\"").count(), 1);
    assert_eq!(html.matches("data-state=\"now\"").count(), 1);
    assert_eq!(html.matches("data-state=\"left\"").count(), 2);
}

#[test]
fn a_list_without_filters_shows_none() {
    let fields = || view! { <HiddenField name="x" value="y" /> };
    let none = html(move || {
        view! {
            <Filters action="/s" title="Filtrer" submit="Vis" count="2 saker">
                {fields()}
            </Filters>
        }
    });
    lacks(&none, "k-chip");
    let one = html(move || {
        view! {
            <Filters
                action="/s"
                title="Filtrer"
                submit="Vis"
                count="2 saker"
                chips=vec![Chip::new("/s", "Åpne", "Fjern filter")]
                clear=LinkTo::new("/s", "Fjern alle")
            >
                {fields()}
            </Filters>
        }
    });
    has(&one, "<span class=\"ds-sr-only\">Fjern filter: </span><span>Åpne</span>");
    has(&one, "Fjern alle</a>");
}

#[test]
fn one_page_needs_no_pager() {
    assert_eq!(html(|| view! { <Pager label="Sider" /> }), "");
    let html = html(|| view! { <Pager label="Sider" next=LinkTo::new("?p=2", "Neste") /> });
    has(&html, "rel=\"next\" href=\"?p=2\"");
    lacks(&html, "rel=\"prev\"");
}

#[test]
fn addresses_outside_the_router_are_marked() {
    let html = html(|| {
        view! {
            <ButtonLink href="/login" external=true>
                "Logg inn"
            </ButtonLink>
        }
    });
    has(&html, "rel=\"external\"");
}

#[test]
fn every_icon_has_strokes_and_is_hidden_from_screen_readers() {
    for name in IconName::ALL {
        let html = html(move || view! { <Icon name /> });
        has(&html, "aria-hidden=\"true\"");
        lacks(&html, "d=\"\"");
    }
}

#[test]
fn only_the_text_area_writes_that_element_or_raw_html() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root];
    let mut guilty = Vec::new();
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("form/text_area.rs") {
                let source = std::fs::read_to_string(&path).unwrap_or_default();
                if ["<textarea", "inner_html", "style="].iter().any(|word| source.contains(word)) {
                    guilty.push(path);
                }
            }
        }
    }
    assert!(guilty.is_empty(), "{guilty:?}");
}
