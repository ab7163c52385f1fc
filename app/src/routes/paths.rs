//! The patterns that the router matches; the only place with `path!`.

use leptos_router::{ParamSegment, StaticSegment};

macro_rules! patterns {
    ($($name:ident -> ($($ty:ty),*) = ($($segment:expr),*);)+) => {
        $(pub(crate) fn $name() -> ($($ty,)*) { ($($segment,)*) })+
    };
}
type S = StaticSegment<&'static str>;
type P = ParamSegment;
patterns! {
    front -> (S) = (StaticSegment(""));
    login_failed -> (S, S) = (StaticSegment("logg-inn"), StaticSegment("feil"));
    without_mandate -> (S) = (StaticSegment("uten-verv"));
    today -> (S) = (StaticSegment("i-dag"));
    members -> (S) = (StaticSegment("medlemmer"));
    member_file -> (S, S) = (StaticSegment("medlemmer"), StaticSegment("fil"));
    segments -> (S, S) = (StaticSegment("medlemmer"), StaticSegment("utvalg"));
    segment -> (S, S, P) = (StaticSegment("medlemmer"), StaticSegment("utvalg"), ParamSegment("id"));
    member -> (S, P) = (StaticSegment("medlemmer"), ParamSegment("id"));
    employer -> (S, P) = (StaticSegment("arbeidsgivere"), ParamSegment("number"));
    organisation -> (S) = (StaticSegment("organisasjon"));
    unit -> (S, P) = (StaticSegment("organisasjon"), ParamSegment("unit"));
    shortfalls -> (S, P, P) = (StaticSegment("organisasjon"), ParamSegment("unit"), ParamSegment("list"));
    cases -> (S) = (StaticSegment("saker"));
    new_case -> (S, S) = (StaticSegment("saker"), StaticSegment("ny"));
    new_case_about -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hva"));
    new_case_who -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hvem"));
    new_case_what -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("hendelse"));
    new_case_check -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("sjekk"));
    case -> (S, P) = (StaticSegment("saker"), ParamSegment("id"));
    new_note -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"));
    new_task -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("oppgave"));
    access_log -> (S) = (StaticSegment("innsyn"));
    read_about -> (S, P) = (StaticSegment("innsyn"), ParamSegment("id"));
    imports -> (S) = (StaticSegment("import"));
    import -> (S, P) = (StaticSegment("import"), ParamSegment("id"));
    settings -> (S) = (StaticSegment("innstillinger"));
    matrix -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"));
    office_rights -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"));
    edit_rights -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("endre"));
    edit_reasons -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("hvorfor"));
    check_rights -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("sjekk"));
    new_office -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("nytt-verv"));
    check_new_office -> (S, S, S) = (StaticSegment("innstillinger"), StaticSegment("nytt-verv"), StaticSegment("sjekk"));
    edit_office -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("verv"));
    check_office -> (S, S, P, S, S) = (StaticSegment("innstillinger"), StaticSegment("tilgang"), ParamSegment("office"), StaticSegment("verv"), StaticSegment("sjekk"));
    policy_versions -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("versjoner"));
    policy_version -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("versjoner"), ParamSegment("version"));
    bring_back -> (S, S, P, S) = (StaticSegment("innstillinger"), StaticSegment("versjoner"), ParamSegment("version"), StaticSegment("tilbake"));
    holders -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("person"));
    holder -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("person"), ParamSegment("id"));
    more -> (S) = (StaticSegment("mer"));
    my_mandates -> (S, S) = (StaticSegment("mer"), StaticSegment("verv"));
    my_sessions -> (S, S) = (StaticSegment("mer"), StaticSegment("innlogginger"));
}
