//! Names as people write them. The register has them in capitals.
//!
//! Nobody can tell from capitals alone what is a proper name. Norwegian names of employers are mostly a proper name
//! with common words after it, so the common ones are known here, by their endings, and everything else keeps its
//! capital letter. What the register wrote is stored beside the result.

/// Written in capitals: company forms, and what is only ever said by its letters.
const CAPITALS: [&str; 40] = [
    "AS", "ASA", "AL", "ANS", "BA", "DA", "SA", "SE", "BBL", "KF", "FKF", "IKS", "HF", "RHF", "KS", "NUF", "KA", "SFO", "PPT", "NAV", "LO",
    "IL", "IF", "BIL", "FK", "IK", "TIL", "UIO", "UIB", "OUS", "AMK", "KFUM", "KFUK", "NHO", "AOF", "IT", "IKT", "HR", "AB", "PBL",
];

/// Small words, small unless they come first.
const SMALL: [&str; 11] = ["og", "i", "for", "av", "på", "ved", "med", "under", "om", "fra", "hos"];

/// Common nouns as the last part of a word: "sykehjem", "barneskole", "hjemmetjeneste".
const NOUNS: [&str; 72] = [
    "kommune",
    "fylkeskommune",
    "hjem",
    "heim",
    "skole",
    "skule",
    "barnehage",
    "barnehager",
    "sykehus",
    "sjukehus",
    "sjukeheim",
    "senter",
    "sentre",
    "tjeneste",
    "tjenester",
    "tjenesten",
    "teneste",
    "tenester",
    "avdeling",
    "avdelinga",
    "avdelingen",
    "etat",
    "etaten",
    "bolig",
    "boliger",
    "fellesskap",
    "omsorg",
    "sone",
    "sona",
    "bydel",
    "distrikt",
    "kontor",
    "foretak",
    "verk",
    "verksted",
    "stasjon",
    "bibliotek",
    "renhold",
    "drift",
    "eiendom",
    "transport",
    "trafikk",
    "butikk",
    "apotek",
    "hotell",
    "kirke",
    "menighet",
    "fellesråd",
    "fagforening",
    "forbund",
    "klubb",
    "oppvekst",
    "helse",
    "administrasjon",
    "service",
    "vakt",
    "anlegg",
    "kultur",
    "opplæring",
    "utdanning",
    "renovasjon",
    "vaskeri",
    "assistanse",
    "stiftelse",
    "museum",
    "barnevern",
    "brannvesen",
    "teknisk",
    "videregående",
    "vidaregåande",
    "kirkelige",
    "kommunale",
];
/// These are common nouns as whole words only: as endings they belong to place names, as in "Trondheim".
const WHOLE: [&str; 10] = ["hjem", "heim", "verk", "kirke", "vakt", "anlegg", "drift", "sone", "sona", "bolig"];

/// A name as people write it: "GRANLIA SYKEHJEM AS" is "Granlia sykehjem AS". What has small letters already was
/// written by somebody who knew, and is left as it is.
pub fn readable_name(written: &str) -> String {
    let written = written.split_whitespace().collect::<Vec<_>>().join(" ");
    if written.chars().any(char::is_lowercase) {
        return written;
    }
    let words: Vec<&str> = written.split(' ').collect();
    let one = |(at, word): (usize, &&str)| readable_word(word, at == 0, words.get(at + 1).copied());
    words.iter().enumerate().map(one).collect::<Vec<_>>().join(" ")
}

/// A place as people write it: "MO I RANA" is "Mo i Rana".
pub fn readable_place(written: &str) -> String {
    if written.chars().any(char::is_lowercase) {
        return written.to_owned();
    }
    let word = |(at, word): (usize, &str)| {
        let small = word.to_lowercase();
        if at > 0 && ["i", "på", "og", "ved"].contains(&small.as_str()) { small } else { capitalised(word) }
    };
    written.split(' ').enumerate().map(word).collect::<Vec<_>>().join(" ")
}

fn readable_word(word: &str, first: bool, next: Option<&str>) -> String {
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let small = word.to_lowercase();
    let before_and = word.ends_with('-') && next.is_some_and(|next| next == "OG");
    if !first && (is_common(bare) || before_and || SMALL.contains(&small.as_str())) {
        return small;
    }
    // "TIL" is a football club at the end of a name and a small word inside it.
    if bare == "TIL" && next.is_some() && !first {
        return small;
    }
    if CAPITALS.contains(&bare) || is_letters(bare) || bare.chars().any(|c| c.is_ascii_digit()) || is_roman(bare) {
        return word.to_owned();
    }
    capitalised(word)
}

/// What follows a dash is a new word, and may be a common one: "BARNEHAGE-SKOLE".
fn is_common(word: &str) -> bool {
    let small = word.to_lowercase();
    NOUNS.iter().any(|noun| {
        small.strip_suffix(noun).is_some_and(|before| {
            // The one compound of each that is no place name.
            before.is_empty() || (!WHOLE.contains(noun) && before.chars().count() > 1) || COMPOUNDS.contains(&small.as_str())
        })
    })
}

/// Compounds of [`WHOLE`] that are common nouns.
const COMPOUNDS: [&str; 16] = [
    "sykehjem",
    "sjukeheim",
    "aldershjem",
    "barnehjem",
    "eldreheim",
    "omsorgsbolig",
    "utleiebolig",
    "kraftverk",
    "energiverk",
    "vannverk",
    "avløpsverk",
    "brannvakt",
    "legevakt",
    "eiendomsdrift",
    "idrettsanlegg",
    "renseanlegg",
];

/// Letters without a vowel can only be said one by one, as in NRK; so can those with points between them.
fn is_letters(word: &str) -> bool {
    let count = word.chars().count();
    let vowel = |c: char| "AEIOUYÆØÅÄÖÉÜ".contains(c);
    let pointed =
        count >= 3 && word.chars().enumerate().all(|(at, c)| if at % 2 == 0 { c.is_alphabetic() } else { matches!(c, '.' | '/') });
    pointed || ((2..=5).contains(&count) && word.chars().all(char::is_alphabetic) && !word.chars().any(vowel))
}

fn is_roman(word: &str) -> bool {
    ["II", "III", "IV", "VI", "VII", "VIII", "IX"].contains(&word)
}

/// Each part begins with a capital letter: "ÅS-HAGEN", "DRAMMEN/KONGSBERG", "(NORGE)".
fn capitalised(word: &str) -> String {
    let mut begins = true;
    let mut out = String::with_capacity(word.len());
    for c in word.chars() {
        if begins {
            out.push(c)
        } else {
            out.extend(c.to_lowercase())
        }
        // An apostrophe begins a word after one letter (O'Neill) and ends one after more (Jensen's).
        begins = match c {
            '\'' | '’' => out.chars().count() == 2,
            c => !c.is_alphanumeric(),
        };
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_made_readable() {
        for (written, read) in [
            ("GRANLIA SYKEHJEM AS", "Granlia sykehjem AS"),
            ("SOLVIK KOMMUNE", "Solvik kommune"),
            ("ØSTRE ÅS-HAGEN SYKEHJEM AS", "Østre Ås-Hagen sykehjem AS"),
            ("FURUMO BARNEHAGE", "Furumo barnehage"),
            ("SOLVIK BOSENTER OG BOFELLESSKAP", "Solvik bosenter og bofellesskap"),
            ("GRANLIA BARNE- OG UNGDOMSSKOLE", "Granlia barne- og ungdomsskole"),
            ("SOLVIK KOMMUNE HELSE OG OMSORG", "Solvik kommune helse og omsorg"),
            ("OSLO KOMMUNE BYDEL GRÜNERLØKKA", "Oslo kommune bydel Grünerløkka"),
            ("SOLVIK KOMMUNE OPPVEKST OG KULTUR", "Solvik kommune oppvekst og kultur"),
            ("STRANDBAKKEN VIDEREGÅENDE SKOLE", "Strandbakken videregående skole"),
            ("RØDE KORS", "Røde Kors"),
            ("I GODE HENDER", "I Gode Hender"),
            ("TRONDHEIM KOMMUNE", "Trondheim kommune"),
            ("BYGG OG ANLEGG I TRONDHEIM AS", "Bygg og anlegg i Trondheim AS"),
            ("NRK BERGEN", "NRK Bergen"),
            ("NAV SOLVIK", "NAV Solvik"),
            ("NORSK STÅL II ASA", "Norsk Stål II ASA"),
            ("SPAREBANK 1 SOLVIK", "Sparebank 1 Solvik"),
            ("FJORD (NORGE) AS", "Fjord (Norge) AS"),
            ("O'NEILL NORGE AS", "O'Neill Norge AS"),
            ("JENSEN'S HOTELL A/S", "Jensen's hotell A/S"),
            ("A.S FJORDBUSS", "A.S Fjordbuss"),
            ("HJELP TIL SELVHJELP SA", "Hjelp til Selvhjelp SA"),
            ("SYKEHUSET I SOLVIK HF", "Sykehuset i Solvik HF"),
            ("  SOLVIK   KIRKELIGE  FELLESRÅD ", "Solvik kirkelige fellesråd"),
            ("Allerede Lesbart as", "Allerede Lesbart as"),
            ("", ""),
        ] {
            assert_eq!(readable_name(written), read);
        }
    }

    #[test]
    fn places_are_made_readable() {
        for (written, read) in [("MO I RANA", "Mo i Rana"), ("SOLVIK", "Solvik"), ("ÅS", "Ås"), ("EVJE OG HORNNES", "Evje og Hornnes")] {
            assert_eq!(readable_place(written), read);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_the_size_of_letters_and_the_spaces_changes(written in "[A-ZÆØÅ0-9 ./()'-]{0,40}") {
            let read = readable_name(&written);
            let once: Vec<_> = written.split_whitespace().collect();
            prop_assert_eq!(read.to_uppercase(), once.join(" "));
        }

        #[test]
        fn a_readable_name_is_left_alone(written in ".{0,40}") {
            let read = readable_name(&written);
            prop_assert_eq!(readable_name(&read), read);
        }
    }
}
