//! Files dropped on a form: anywhere in it, not on the narrow field alone, where one misses and the browser opens the file
//! in place of the page. Without script the field itself takes what is dropped on it, as browsers do.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, Event};
use web_sys::{DataTransfer, DragEvent, HtmlInputElement};

/// What the field looks like while files are held over its form.
const OVER: &str = "data-over";

/// Takes what is dropped on the form with this id. It lives as long as the page.
pub(super) fn open(form: String) {
    for name in ["dragenter", "dragover", "dragleave", "drop"] {
        let form = form.clone();
        window_event_listener_untyped(name, move |event| _ = over(&event, &form));
    }
}

/// What to do when files are held over the page; nothing when they are not over this form, or when it is no files.
fn over(event: &Event, form: &str) -> Option<()> {
    let files = event.dyn_ref::<DragEvent>()?.data_transfer().filter(|held| held.types().includes(&"Files".into(), 0))?;
    let form = document().get_element_by_id(form)?;
    let input = form.query_selector("input[type=file]").ok()??;
    let at = event.target()?.dyn_into::<Element>().ok()?;
    let (inside, lets_go) = (form.contains(Some(&at)), event.type_() != "dragover" && event.type_() != "dragenter");
    let field = input.parent_element()?;
    let _ = field.toggle_attribute_with_force(OVER, inside && !lets_go);
    // A field takes what is dropped on it by itself.
    if inside && !at.matches("input[type=file]").unwrap_or(false) {
        event.prevent_default();
        if event.type_() == "drop" {
            choose(&input.dyn_into().ok()?, &files)?;
        }
    }
    Some(())
}

/// Chooses these files, beside those that are chosen where there may be several.
fn choose(input: &HtmlInputElement, dropped: &DataTransfer) -> Option<()> {
    let all = DataTransfer::new().ok()?;
    let before = input.files().filter(|_| input.multiple());
    for files in before.into_iter().chain(dropped.files()) {
        for file in (0..files.length()).filter_map(|n| files.item(n)) {
            if input.multiple() || all.items().length() == 0 {
                all.items().add_with_file(&file).ok()?;
            }
        }
    }
    input.set_files(all.files().as_ref());
    input.dispatch_event(&Event::new("change").ok()?).ok().map(drop)
}
