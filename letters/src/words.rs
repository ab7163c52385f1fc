//! The few words that are on the page without being in the letter.

use domain::Lang;

use crate::Missing;

/// How a language is named in a file.
pub(crate) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "nb-NO",
        Lang::Nn => "nn-NO",
        Lang::En => "en-GB",
    }
}

/// What a document is called that nobody gave a title.
pub(crate) fn untitled(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "Uten tittel",
        Lang::Nn => "Utan tittel",
        Lang::En => "Untitled",
    }
}

pub(crate) fn page_of(lang: Lang, page: usize, of: usize) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("Side {page} av {of}"),
        Lang::En => format!("Page {page} of {of}"),
    }
}

/// Between which the numbers stand, where a program fills them in.
pub(crate) fn page_of_parts(lang: Lang) -> (&'static str, &'static str) {
    match lang {
        Lang::Nb | Lang::Nn => ("Side ", " av "),
        Lang::En => ("Page ", " of "),
    }
}

pub(crate) fn place_and_date(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "Sted og dato",
        Lang::Nn => "Stad og dato",
        Lang::En => "Place and date",
    }
}

pub(crate) fn signature(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb | Lang::Nn => "Underskrift",
        Lang::En => "Signature",
    }
}

pub(crate) fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "Navn",
        Lang::Nn => "Namn",
        Lang::En => "Name",
    }
}

pub(crate) fn contents(lang: Lang) -> &'static str {
    match lang {
        Lang::Nb => "Innhold",
        Lang::Nn => "Innhald",
        Lang::En => "Contents",
    }
}

/// What a link in the contents list is called.
pub(crate) fn go_to(lang: Lang, name: &str, page: usize) -> String {
    match lang {
        Lang::Nb => format!("Gå til «{name}», side {page}"),
        Lang::Nn => format!("Gå til «{name}», side {page}"),
        Lang::En => format!("Go to “{name}”, page {page}"),
    }
}

/// What a page of an attachment is called for those who do not see it.
pub(crate) fn page_of_attachment(lang: Lang, name: &str, page: usize, of: usize) -> String {
    match lang {
        Lang::Nb => format!("Side {page} av {of} i vedlegget «{name}»"),
        Lang::Nn => format!("Side {page} av {of} i vedlegget «{name}»"),
        Lang::En => format!("Page {page} of {of} of the attachment “{name}”"),
    }
}

pub(crate) fn picture(lang: Lang, name: &str) -> String {
    match lang {
        Lang::Nb => format!("Bildet «{name}»"),
        Lang::Nn => format!("Biletet «{name}»"),
        Lang::En => format!("The picture “{name}”"),
    }
}

/// How a file that is not here stands in the list of contents.
pub(crate) fn listed_missing(lang: Lang, name: &str, why: Missing) -> String {
    let why = because(lang, why);
    match lang {
        Lang::Nb => format!("{name} (ikke med: {why})"),
        Lang::Nn => format!("{name} (ikkje med: {why})"),
        Lang::En => format!("{name} (not included: {why})"),
    }
}

/// What stands in place of an attachment that is not here.
pub(crate) fn left_out(lang: Lang, name: &str, why: Missing) -> String {
    let why = because(lang, why);
    match lang {
        Lang::Nb => format!("«{name}» er ikke med her: {why}. Du finner den i saken."),
        Lang::Nn => format!("«{name}» er ikkje med her: {why}. Du finn henne i saka."),
        Lang::En => format!("“{name}” is not included here: {why}. You find it in the case."),
    }
}

fn because(lang: Lang, why: Missing) -> &'static str {
    match (why, lang) {
        (Missing::NoPages, Lang::Nb) => "filen kan ikke vises som sider",
        (Missing::NoPages, Lang::Nn) => "fila kan ikkje visast som sider",
        (Missing::NoPages, Lang::En) => "the file cannot be shown as pages",
        (Missing::Unreadable, Lang::Nb) => "filen er låst eller ødelagt",
        (Missing::Unreadable, Lang::Nn) => "fila er låst eller øydelagd",
        (Missing::Unreadable, Lang::En) => "the file is locked or broken",
        (Missing::TooMuch, Lang::Nb) => "det ble for mye til én fil",
        (Missing::TooMuch, Lang::Nn) => "det vart for mykje til éi fil",
        (Missing::TooMuch, Lang::En) => "it became too much for one file",
    }
}
