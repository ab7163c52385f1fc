//! The closed sets of the registry file.

use crate::code::code_enum;

code_enum! {
    /// What a file says: everything, or only what is different from the day before.
    pub enum FileKind {
        /// All there is: what is not in it has ended.
        Full = "full",
        /// What is new, what is changed, and what has ended; nothing is said about the rest.
        Difference = "difference",
    }
}

code_enum! {
    /// The types of lines that something can be ended of.
    pub enum LineType {
        /// A unit of the organisation.
        Unit = "unit",
        /// An employer unit that a club covers.
        Coverage = "coverage",
        /// A person.
        Member = "member",
        /// Where a person works, or worked.
        Employment = "employment",
        /// An office held by a person.
        Mandate = "mandate",
    }
}

code_enum! {
    /// What somebody is to the union.
    pub enum MembershipKind {
        /// In work (yrkesaktiv).
        Active = "active",
        /// Student.
        Student = "student",
        /// Pupil in upper secondary school (elev).
        Pupil = "pupil",
        /// Apprentice (lærling).
        Apprentice = "apprentice",
        /// Retired or disabled (pensjonist, ufør).
        Retired = "retired",
        /// Member of another union first (bimedlem).
        Associate = "associate",
        /// On leave or between jobs (midlertidig ikke-yrkesaktiv).
        TemporarilyInactive = "temporarily_inactive",
        /// Honorary member (æresmedlem).
        Honorary = "honorary",
        /// Employed by the union, and not a member: in the file because they hold mandates.
        Staff = "staff",
    }
}

code_enum! {
    /// The four occupational sections (yrkesseksjoner).
    pub enum Section {
        /// Helse og sosial.
        HealthSocial = "health_social",
        /// Kirke, kultur og oppvekst.
        ChurchCultureChildhood = "church_culture_childhood",
        /// Kontor og administrasjon.
        OfficeAdministration = "office_administration",
        /// Samferdsel og teknisk.
        TransportTechnical = "transport_technical",
    }
}

code_enum! {
    /// The grade of a protected address, after `Adressegradering` in the population register (Folkeregisteret).
    ///
    /// That a person is graded is itself confidential: it decides what is hidden and is never shown as a word.
    pub enum Protection {
        /// Not protected; the same as leaving the field out.
        None = "none",
        /// Klientadresse.
        ClientAddress = "client_address",
        /// Fortrolig.
        Confidential = "confidential",
        /// Strengt fortrolig.
        StrictlyConfidential = "strictly_confidential",
    }
}

code_enum! {
    /// Which collective agreement an employment is under, by the employers' side.
    pub enum TariffArea {
        /// KS: municipalities and counties, except Oslo.
        Ks = "ks",
        /// The City of Oslo, an area of its own.
        Oslo = "oslo",
        /// The state.
        State = "state",
        /// Spekter, hospitals among others.
        Spekter = "spekter",
        /// Virke.
        Virke = "virke",
        /// NHO.
        Nho = "nho",
        /// Private kindergartens (PBL).
        Pbl = "pbl",
        /// The Church of Norway and its like (KA).
        Ka = "ka",
        /// Samfunnsbedriftene.
        Samfunnsbedriftene = "samfunnsbedriftene",
        /// No collective agreement (uten tariffavtale), which is not the same as not knowing.
        NoAgreement = "no_agreement",
    }
}
