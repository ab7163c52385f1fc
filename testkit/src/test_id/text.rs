//! The words on the pages, in the languages of `ui_locales`.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Locale {
    Nb,
    Nn,
    En,
}

impl Locale {
    pub(super) const ALL: [Self; 3] = [Self::Nb, Self::Nn, Self::En];

    /// The first known language of a list such as `en-GB nb`; bokmål when there is none.
    pub(super) fn negotiate(ui_locales: Option<&str>) -> Self {
        let known = |tag: &str| {
            let language = tag.split(['-', '_']).next().unwrap_or_default();
            match language.to_ascii_lowercase().as_str() {
                "nb" | "no" => Some(Self::Nb),
                "nn" => Some(Self::Nn),
                "en" => Some(Self::En),
                _ => None,
            }
        };
        ui_locales.unwrap_or_default().split_whitespace().find_map(known).unwrap_or(Self::Nb)
    }

    /// For `lang` and `ui_locales`.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Nb => "nb",
            Self::Nn => "nn",
            Self::En => "en",
        }
    }

    /// The language in itself.
    pub(super) fn own_name(self) -> &'static str {
        match self {
            Self::Nb => "Bokmål",
            Self::Nn => "Nynorsk",
            Self::En => "English",
        }
    }

    pub(super) fn text(self) -> &'static Text {
        match self {
            Self::Nb => &NB,
            Self::Nn => &NN,
            Self::En => &EN,
        }
    }
}

pub(super) struct Text {
    pub(super) language: &'static str,
    pub(super) lead: &'static str,
    pub(super) choose_title: &'static str,
    pub(super) choose: &'static str,
    pub(super) national_id: &'static str,
    pub(super) rest_hidden: &'static str,
    pub(super) other: &'static str,
    pub(super) other_label: &'static str,
    pub(super) other_hint: &'static str,
    pub(super) other_error: &'static str,
    pub(super) error: &'static str,
    pub(super) log_in: &'static str,
    pub(super) cancel: &'static str,
    pub(super) advanced: &'static str,
    pub(super) level: &'static str,
    pub(super) level_high: &'static str,
    pub(super) level_substantial: &'static str,
    pub(super) level_chosen: &'static str,
    pub(super) level_lowered: &'static str,
    pub(super) back_to: &'static str,
    pub(super) cannot_start: &'static str,
    pub(super) unknown_client: &'static str,
    pub(super) unknown_redirect: &'static str,
    pub(super) what_now: &'static str,
    pub(super) logged_out: &'static str,
    pub(super) close_page: &'static str,
    pub(super) logout_stopped: &'static str,
    pub(super) logout_unknown: &'static str,
    pub(super) not_found: &'static str,
    pub(super) running: &'static str,
    pub(super) start_there: &'static str,
}

static NB: Text = Text {
    language: "Språk",
    lead: "Dette er en innlogging for testing. Alle personene her er oppdiktet.",
    choose_title: "Velg person",
    choose: "Hvem vil du logge inn som?",
    national_id: "Fødselsnummer",
    rest_hidden: "resten er skjult",
    other: "Annen person",
    other_label: "Fødselsnummer eller D-nummer",
    other_hint: "11 sifre. Mellomrom er greit. Bruk bare oppdiktede numre.",
    other_error: "Skriv 11 sifre, for eksempel 019185 02064.",
    error: "Feil",
    log_in: "Logg inn",
    cancel: "Avbryt",
    advanced: "Avansert",
    level: "Sikkerhetsnivå",
    level_high: "Høyt: BankID med passord",
    level_substantial: "Betydelig: BankID med biometri",
    level_chosen: "valgt",
    level_lowered: "Du logger inn på et lavere sikkerhetsnivå: betydelig.",
    back_to: "Etterpå går du tilbake til",
    cannot_start: "Innloggingen kan ikke starte",
    unknown_client: "Tjenesten som sendte deg hit, er ikke registrert i Test-ID.",
    unknown_redirect: "Adressen du skulle tilbake til, er ikke registrert i Test-ID.",
    what_now: "Gå tilbake og prøv igjen. Skjer det en gang til, si fra til dem som drifter tjenesten.",
    logged_out: "Du er logget ut",
    close_page: "Du kan lukke denne siden.",
    logout_stopped: "Vi kan ikke sende deg tilbake",
    logout_unknown: "Test-ID kjenner ikke innloggingen, eller adressen du skulle til, er ikke registrert.",
    not_found: "Vi finner ikke denne siden",
    running: "Test-ID er i gang",
    start_there: "Start innloggingen i tjenesten du vil prøve.",
};

static NN: Text = Text {
    language: "Språk",
    lead: "Dette er ei innlogging for testing. Alle personane her er oppdikta.",
    choose_title: "Vel person",
    choose: "Kven vil du logge inn som?",
    national_id: "Fødselsnummer",
    rest_hidden: "resten er skjult",
    other: "Annan person",
    other_label: "Fødselsnummer eller D-nummer",
    other_hint: "11 siffer. Mellomrom er greitt. Bruk berre oppdikta nummer.",
    other_error: "Skriv 11 siffer, til dømes 019185 02064.",
    error: "Feil",
    log_in: "Logg inn",
    cancel: "Avbryt",
    advanced: "Avansert",
    level: "Tryggleiksnivå",
    level_high: "Høgt: BankID med passord",
    level_substantial: "Betydeleg: BankID med biometri",
    level_chosen: "valt",
    level_lowered: "Du loggar inn på eit lågare tryggleiksnivå: betydeleg.",
    back_to: "Etterpå går du tilbake til",
    cannot_start: "Innlogginga kan ikkje starte",
    unknown_client: "Tenesta som sende deg hit, er ikkje registrert i Test-ID.",
    unknown_redirect: "Adressa du skulle tilbake til, er ikkje registrert i Test-ID.",
    what_now: "Gå tilbake og prøv igjen. Skjer det ein gong til, sei frå til dei som driftar tenesta.",
    logged_out: "Du er logga ut",
    close_page: "Du kan lukke denne sida.",
    logout_stopped: "Vi kan ikkje sende deg tilbake",
    logout_unknown: "Test-ID kjenner ikkje innlogginga, eller adressa du skulle til, er ikkje registrert.",
    not_found: "Vi finn ikkje denne sida",
    running: "Test-ID er i gang",
    start_there: "Start innlogginga i tenesta du vil prøve.",
};

static EN: Text = Text {
    language: "Language",
    lead: "This is a login for testing. All the people here are invented.",
    choose_title: "Choose a person",
    choose: "Who do you want to log in as?",
    national_id: "National identity number",
    rest_hidden: "the rest is hidden",
    other: "Another person",
    other_label: "National identity number or D number",
    other_hint: "11 digits. Spaces are fine. Use invented numbers only.",
    other_error: "Type 11 digits, such as 019185 02064.",
    error: "Error",
    log_in: "Log in",
    cancel: "Cancel",
    advanced: "Advanced",
    level: "Security level",
    level_high: "High: BankID with password",
    level_substantial: "Substantial: BankID with biometrics",
    level_chosen: "chosen",
    level_lowered: "You are logging in at a lower security level: substantial.",
    back_to: "Afterwards you go back to",
    cannot_start: "The login cannot start",
    unknown_client: "The service that sent you here is not registered with Test-ID.",
    unknown_redirect: "The address you were to go back to is not registered with Test-ID.",
    what_now: "Go back and try again. If it happens once more, tell those who run the service.",
    logged_out: "You are logged out",
    close_page: "You can close this page.",
    logout_stopped: "We cannot send you back",
    logout_unknown: "Test-ID does not know the login, or the address you were to go to is not registered.",
    not_found: "We cannot find this page",
    running: "Test-ID is running",
    start_there: "Start the login in the service you want to try.",
};
