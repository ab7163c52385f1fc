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
    new_case_questions -> (S, S, P, S, P) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("sporsmal"), ParamSegment("page"));
    new_case_check -> (S, S, P, S) = (StaticSegment("saker"), StaticSegment("ny"), ParamSegment("draft"), StaticSegment("sjekk"));
    case_file -> (S, S) = (StaticSegment("saker"), StaticSegment("fil"));
    case_segments -> (S, S) = (StaticSegment("saker"), StaticSegment("utvalg"));
    many_tasks -> (S, S) = (StaticSegment("saker"), StaticSegment("felles-oppgave"));
    case -> (S, P) = (StaticSegment("saker"), ParamSegment("id"));
    new_note -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"));
    case_parties -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("medlemmer"));
    timeline -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("tidslinje"));
    note -> (S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"), ParamSegment("note"));
    change_note -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"), ParamSegment("note"), StaticSegment("endre"));
    add_to_note -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("notat"), ParamSegment("note"), StaticSegment("tillegg"));
    new_contact -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("kontakt"));
    new_decision -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("beslutning"));
    new_task -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("oppgave"));
    whole_case -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("hele"));
    case_access -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("tilgang"));
    ask_participant -> (S, P, S, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("tilgang"), StaticSegment("delta"));
    give_case -> (S, P, S, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("tilgang"), StaticSegment("eier"));
    set_to_wait -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("vent"));
    close_case -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("avslutt"));
    reopen_case -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("gjenapne"));
    find_case -> (S, S) = (StaticSegment("saker"), StaticSegment("finn"));
    link_case -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("koblinger"));
    merge_case -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("sla-sammen"));
    keep_out -> (S, P, S, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("tilgang"), StaticSegment("utenfor"));
    task -> (S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("oppgaver"), ParamSegment("task"));
    change_task -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("oppgaver"), ParamSegment("task"), StaticSegment("endre"));
    new_documents -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("dokumenter"));
    document -> (S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("dokumenter"), ParamSegment("document"));
    new_meeting -> (S, P, S, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), StaticSegment("nytt"));
    meeting -> (S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"));
    change_meeting -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("endre"));
    call -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("innkalling"));
    minutes -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("referat"));
    protocol -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("protokoll"));
    note_signature -> (S, P, S, P, S, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("protokoll"), StaticSegment("signatur"));
    protocol_step -> (S, P, S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("moter"), ParamSegment("meeting"), StaticSegment("protokoll"), ParamSegment("step"));
    choose_letter -> (S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("brev"));
    fill_letter -> (S, P, S, P) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("brev"), ParamSegment("template"));
    preview_letter -> (S, P, S, P, S) = (StaticSegment("saker"), ParamSegment("id"), StaticSegment("brev"), ParamSegment("template"), StaticSegment("se"));
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
    case_types -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("sakstyper"));
    edit_case_types -> (S, S, S) = (StaticSegment("innstillinger"), StaticSegment("sakstyper"), StaticSegment("endre"));
    check_case_types -> (S, S, S, S) = (StaticSegment("innstillinger"), StaticSegment("sakstyper"), StaticSegment("endre"), StaticSegment("sjekk"));
    case_type -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("sakstyper"), ParamSegment("type"));
    holders -> (S, S) = (StaticSegment("innstillinger"), StaticSegment("person"));
    holder -> (S, S, P) = (StaticSegment("innstillinger"), StaticSegment("person"), ParamSegment("id"));
    more -> (S) = (StaticSegment("mer"));
    my_mandates -> (S, S) = (StaticSegment("mer"), StaticSegment("verv"));
    my_sessions -> (S, S) = (StaticSegment("mer"), StaticSegment("innlogginger"));
}
