//! What kinds of workplaces there are, who owns them and what people do there.

use domain::registry::{Section, TariffArea};

use super::dice::Dice;

/// A department of a municipality (etat), an entity of its own in the business register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Department {
    Health,
    Upbringing,
    Technical,
}

impl Department {
    pub(super) const ALL: [Self; 3] = [Self::Health, Self::Upbringing, Self::Technical];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Health => "helse og omsorg",
            Self::Upbringing => "oppvekst og kultur",
            Self::Technical => "teknisk drift",
        }
    }
}

/// Who owns a workplace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// The municipality, by one of its departments.
    Municipal(Department),
    /// The hospital trust of the county.
    Hospital,
    /// The county municipality's schools.
    County,
    /// An employer with nothing else: organisation form code, its text, and what stands after the name.
    Own(&'static str, &'static str, &'static str),
}

/// A kind of workplace.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Trade {
    /// Stands after the site's name.
    pub(super) noun: &'static str,
    pub(super) owner: Owner,
    /// Code and text of Standard for næringsgruppering (SN2007).
    pub(super) industry: (&'static str, &'static str),
    pub(super) tariff: TariffArea,
    pub(super) section: Section,
    /// Title and, where there is one, KS's position code.
    pub(super) jobs: &'static [(&'static str, Option<&'static str>)],
    /// How many members such a place has, least and most.
    pub(super) fits: (usize, usize),
}

const CARE: &[(&str, Option<&str>)] = &[
    ("Sykepleier", Some("7174")),
    ("Helsefagarbeider", Some("7517")),
    ("Helsefagarbeider", Some("7517")),
    ("Pleieassistent", Some("6572")),
    ("Vernepleier", None),
    ("Avdelingsleder", Some("9451")),
    ("Kjøkkenassistent", Some("6572")),
];
const KINDERGARTEN: &[(&str, Option<&str>)] =
    &[("Barnehagelærer", None), ("Barne- og ungdomsarbeider", Some("7517")), ("Assistent", Some("6572")), ("Styrer", Some("9451"))];
const SCHOOL: &[(&str, Option<&str>)] = &[
    ("Adjunkt", Some("7962")),
    ("Barne- og ungdomsarbeider", Some("7517")),
    ("Miljøarbeider", None),
    ("Assistent", Some("6572")),
    ("Skolesekretær", None),
    ("Vaktmester", Some("7517")),
];
const OFFICE: &[(&str, Option<&str>)] = &[("Konsulent", None), ("Sekretær", None), ("Rådgiver", None), ("Veileder", None)];
const MANUAL: &[(&str, Option<&str>)] =
    &[("Renholder", Some("6014")), ("Fagarbeider", Some("7517")), ("Arbeider", Some("6014")), ("Driftsleder", Some("9451"))];
const HOSPITAL: &[(&str, Option<&str>)] = &[
    ("Sykepleier", None),
    ("Helsefagarbeider", None),
    ("Ambulansearbeider", None),
    ("Portør", None),
    ("Helsesekretær", None),
    ("Renholder", None),
];

const fn municipal(
    noun: &'static str,
    department: Department,
    industry: (&'static str, &'static str),
    jobs: &'static [(&'static str, Option<&'static str>)],
    fits: (usize, usize),
) -> Trade {
    let section = match department {
        Department::Health => Section::HealthSocial,
        Department::Upbringing => Section::ChurchCultureChildhood,
        Department::Technical => Section::TransportTechnical,
    };
    Trade { noun, owner: Owner::Municipal(department), industry, tariff: TariffArea::Ks, section, jobs, fits }
}

pub(super) const NURSING_HOME: Trade = municipal("sykehjem", Department::Health, ("87.102", "Somatiske sykehjem"), CARE, (12, 400));
pub(super) const KINDERGARTEN_MUNICIPAL: Trade =
    municipal("barnehage", Department::Upbringing, ("88.911", "Barnehager"), KINDERGARTEN, (3, 40));

/// Every kind of workplace.
pub(super) const TRADES: &[Trade] = &[
    NURSING_HOME,
    municipal("hjemmetjeneste", Department::Health, ("88.101", "Hjemmehjelp"), CARE, (8, 200)),
    municipal("bofellesskap", Department::Health, ("87.203", "Bofellesskap for psykisk utviklingshemmede"), CARE, (3, 40)),
    municipal("omsorgssenter", Department::Health, ("87.102", "Somatiske sykehjem"), CARE, (30, 2000)),
    municipal("legevakt", Department::Health, ("86.211", "Allmenn legetjeneste"), CARE, (3, 30)),
    KINDERGARTEN_MUNICIPAL,
    municipal("skole", Department::Upbringing, ("85.201", "Ordinær grunnskoleundervisning"), SCHOOL, (4, 90)),
    municipal("bibliotek", Department::Upbringing, ("91.011", "Drift av folkebiblioteker"), OFFICE, (3, 12)),
    municipal("renholdstjeneste", Department::Technical, ("81.210", "Rengjøring av bygninger"), MANUAL, (5, 120)),
    municipal("vannverk", Department::Technical, ("36.000", "Uttak fra kilde, rensing og distribusjon av vann"), MANUAL, (3, 25)),
    municipal("brannstasjon", Department::Technical, ("84.250", "Brannvern"), MANUAL, (4, 60)),
    Trade {
        noun: "servicetorg",
        owner: Owner::Municipal(Department::Technical),
        industry: ("84.110", "Generell offentlig administrasjon"),
        tariff: TariffArea::Ks,
        section: Section::OfficeAdministration,
        jobs: OFFICE,
        fits: (3, 60),
    },
    Trade {
        noun: "sykehus",
        owner: Owner::Hospital,
        industry: ("86.101", "Alminnelige somatiske sykehus"),
        tariff: TariffArea::Spekter,
        section: Section::HealthSocial,
        jobs: HOSPITAL,
        fits: (100, 2000),
    },
    Trade {
        noun: "videregående skole",
        owner: Owner::County,
        industry: ("85.310", "Videregående opplæring innen allmennfaglige studieretninger"),
        tariff: TariffArea::Ks,
        section: Section::ChurchCultureChildhood,
        jobs: SCHOOL,
        fits: (5, 90),
    },
    own(
        "barnehage",
        ("AS", "Aksjeselskap", " AS"),
        ("88.911", "Barnehager"),
        TariffArea::Pbl,
        Section::ChurchCultureChildhood,
        KINDERGARTEN,
        (3, 25),
    ),
    own(
        "bo- og omsorgssenter",
        ("STI", "Stiftelse", " stiftelse"),
        ("87.102", "Somatiske sykehjem"),
        TariffArea::Virke,
        Section::HealthSocial,
        CARE,
        (8, 150),
    ),
    own(
        "renovasjon",
        ("IKS", "Interkommunalt selskap", " IKS"),
        ("38.110", "Innsamling av ikke-farlig avfall"),
        TariffArea::Samfunnsbedriftene,
        Section::TransportTechnical,
        MANUAL,
        (4, 60),
    ),
    own(
        "vaskeri",
        ("AS", "Aksjeselskap", " AS"),
        ("96.010", "Vaskeri- og renserivirksomhet"),
        TariffArea::Nho,
        Section::TransportTechnical,
        MANUAL,
        (3, 40),
    ),
    own(
        "kirkelige fellesråd",
        ("KIRK", "Den norske kirke", ""),
        ("94.910", "Religiøse organisasjoner"),
        TariffArea::Ka,
        Section::ChurchCultureChildhood,
        OFFICE,
        (3, 20),
    ),
    own(
        "vegstasjon",
        ("STAT", "Staten", ""),
        ("84.130", "Offentlig administrasjon tilknyttet næringsvirksomhet"),
        TariffArea::State,
        Section::TransportTechnical,
        MANUAL,
        (3, 40),
    ),
    own(
        "assistanse",
        ("AS", "Aksjeselskap", " AS"),
        ("88.101", "Hjemmehjelp"),
        TariffArea::NoAgreement,
        Section::HealthSocial,
        CARE,
        (3, 30),
    ),
];

const fn own(
    noun: &'static str,
    (form, text, suffix): (&'static str, &'static str, &'static str),
    industry: (&'static str, &'static str),
    tariff: TariffArea,
    section: Section,
    jobs: &'static [(&'static str, Option<&'static str>)],
    fits: (usize, usize),
) -> Trade {
    Trade { noun, owner: Owner::Own(form, text, suffix), industry, tariff, section, jobs, fits }
}

/// A kind of workplace that such owners have and that has room for so many members; the roomiest when none has.
pub(super) fn trade(dice: &mut Dice, members: usize, owner: impl Fn(Owner) -> bool) -> &'static Trade {
    let owned: Vec<&'static Trade> = TRADES.iter().filter(|trade| owner(trade.owner)).collect();
    let fitting: Vec<&'static Trade> = owned.iter().copied().filter(|trade| (trade.fits.0..=trade.fits.1).contains(&members)).collect();
    let roomiest = owned.iter().copied().max_by_key(|trade| trade.fits.1).unwrap_or(&NURSING_HOME);
    dice.one_of(&fitting).copied().unwrap_or(roomiest)
}
