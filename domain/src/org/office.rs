//! The code of an office. Which offices there are, and what they are called, is data: see [`super::Offices`].

use tinystr::TinyAsciiStr;

use crate::code::data_code;

/// The longest code of an office.
pub const OFFICE_MAX: usize = 32;

data_code! {
    /// An office somebody can be elected or employed to, by the code the member system has for it.
    ///
    /// Capital letters, digits and `_`, beginning with a letter, 2 to 32 of them. A code is part of stored data: it is
    /// never changed. That a code is well formed does not say that the union has such an office.
    pub struct Office, at most OFFICE_MAX, letters is_ascii_uppercase
}

macro_rules! standard_offices {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)+) => {
        impl Office {
            $($(#[$meta])* pub const $name: Self = Self::shipped($code);)+

            /// Those that the portal comes with, in the order a person would list them. They are in every union's list.
            pub const STANDARD: &'static [Self] = &[$(Self::$name,)+];
        }
    };
}

standard_offices! {
    /// Workplace representative.
    WORKPLACE_REP = "PTV",
    /// Club leader.
    CLUB_LEADER = "KLUBBLEDER",
    /// Deputy club leader.
    CLUB_DEPUTY = "KLUBBNESTLEDER",
    /// Club secretary.
    CLUB_SECRETARY = "KLUBBSEKRETAER",
    /// Club board member.
    CLUB_BOARD = "KLUBBSTYREMEDLEM",
    /// Chief representative at one employer.
    CHIEF_REP = "HTV",
    /// Joint representative for several employers.
    JOINT_REP = "FTV",
    /// Leader of a local.
    LOCAL_LEADER = "FORENINGSLEDER",
    /// Deputy leader of a local.
    LOCAL_DEPUTY = "NESTLEDER",
    /// Treasurer of a local.
    TREASURER = "KASSERER",
    /// Training officer.
    TRAINING = "OPPLAERINGSANSVARLIG",
    /// Youth representative.
    YOUTH = "UNGDOMSTILLITSVALGT",
    /// Pensioners' representative.
    PENSIONERS = "PENSJONISTTILLITSVALGT",
    /// Board member of a local.
    LOCAL_BOARD = "STYREMEDLEM",
    /// Leader of a county district.
    COUNTY_LEADER = "FYLKESLEDER",
    /// Leader of the union.
    UNION_LEADER = "FORBUNDSLEDER",
    /// Adviser at a regional centre.
    ADVISER = "RAADGIVER_KS",
    /// Lawyer.
    LAWYER = "ADVOKAT",
    /// Registry clerk: answers for the member system's data.
    REGISTRY_CLERK = "REGISTERFORER",
    /// Administrator of the portal.
    ADMIN = "ADMIN",
    /// Data protection officer.
    DATA_PROTECTION = "PVO",
}

impl Office {
    /// A code that is written in the program: one that is too long does not compile.
    const fn shipped(code: &str) -> Self {
        match TinyAsciiStr::try_from_str(code) {
            Ok(code) => Self(code),
            Err(_) => panic!("not a code"),
        }
    }

    /// Whether it looks after the portal itself: administrators and the data protection officer. The rules of the portal
    /// name them, so they are always held at the union, and never see what is in a case.
    pub const fn looks_after_the_portal(self) -> bool {
        matches!(self, Self::ADMIN | Self::DATA_PROTECTION)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::code::UnknownCode;

    #[test]
    fn a_code_is_capital_letters_digits_and_underscores() {
        for good in ["PTV", "RAADGIVER_KS", "VARA2", "SEKSJONSTILLITSVALGT_HELSE", &"A".repeat(OFFICE_MAX)] {
            let office: Office = good.parse().unwrap();
            assert_eq!((office.code(), office.to_string().as_str()), (good, good));
            let json = serde_json::to_string(&office).unwrap();
            assert_eq!((json.as_str(), serde_json::from_str(&json).ok()), (format!("\"{good}\"").as_str(), Some(office)));
        }
        for bad in ["", "A", "ptv", "PTV ", "P-TV", "2TV", "_TV", "VÆRE", "P\0", &"A".repeat(OFFICE_MAX + 1)] {
            assert_eq!(bad.parse::<Office>(), Err(UnknownCode(bad.to_owned())));
            assert!(serde_json::from_value::<Office>(bad.into()).is_err());
        }
        assert!(Office::STANDARD.iter().all(|office| office.code().parse() == Ok(*office)));
    }
}
