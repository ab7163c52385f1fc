//! Names of people: an adjective and a noun, as in the national test population, so that nobody takes an invented
//! person for a real one. The words are our own, chosen to be kind in any combination.

use super::dice::Dice;

/// The longest name of all, for pages that must not break: about 60 letters.
pub(super) const LONG: (&str, &str) = ("Overstrømmende Velvillig", "Sommernattsregnbuedråpesamler-Solvind");

/// The words names are made of.
pub(super) struct Names {
    adjectives: Vec<&'static str>,
    nouns: Vec<&'static str>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { adjectives: ADJECTIVES.split_whitespace().collect(), nouns: NOUNS.split_whitespace().collect() }
    }

    /// Given name and family name; a few have two of either.
    pub(super) fn person(&self, dice: &mut Dice) -> (String, String) {
        let mut given = dice.word(&self.adjectives).to_owned();
        if dice.chance(50) {
            given = format!("{given} {}", dice.word(&self.adjectives));
        }
        let mut family = dice.word(&self.nouns).to_owned();
        if dice.chance(30) {
            family = format!("{family}-{}", dice.word(&self.nouns));
        }
        (given, family)
    }
}

/// The same in the letters of an e-mail address.
pub(super) fn plain(name: &str) -> String {
    let mut plain = String::new();
    for c in name.to_lowercase().chars() {
        match c {
            'æ' => plain.push_str("ae"),
            'ø' => plain.push('o'),
            'å' => plain.push('a'),
            ' ' | '-' if !plain.ends_with('.') => plain.push('.'),
            'a'..='z' => plain.push(c),
            _ => {}
        }
    }
    plain
}

/// None that is unkind to be called.
const ADJECTIVES: &str = "\
    Aktiv Allsidig Anvendelig Artig Barmhjertig Behagelig Beleven Beskjeden Bestandig Betenksom Blank Blå Brun Bærekraftig Bølgende \
    Dirrende Djerv Duftende Dugelig Dyktig Dypsindig Edel Ekte Elskelig Energisk Erfaren Evig Fager Fargerik Fast Feiende Festlig \
    Fin Fjern Flott Foretaksom Fornøyd Fornuftig Forsiktig Forunderlig Framsynt Fredelig Freidig Fri Frisk Frodig Fyrig Gavmild \
    Gjestfri Gjev Glad Glitrende God Grei Grundig Grønn Gul Gyllen Heldig Hjelpsom Hjertelig Hurtig Høflig Håpefull Idérik Ivrig \
    Jevn Jordnær Kjekk Kjølig Klar Kraftig Kreativ Krøllete Kvass Lang Leken Lett Levende Lun Lur Lydhør Lykkelig Lys Løvkledd \
    Mektig Mild Modig Morsom Munter Myk Målbevisst Mørk Nennsom Nett Nysgjerrig Nøktern Nøye Omsorgsfull Omtenksom Oppfinnsom \
    Oransje Ordentlig Overbærende Pen Pliktoppfyllende Praktfull Prektig Presis Punktlig Pålitelig Rask Rettferdig Rik Robust Rolig \
    Rosa Rund Rød Saftig Samvittighetsfull Sindig Sjenerøs Skinnende Skjønn Smidig Smilende Snill Solfylt Sprek Stabil Standhaftig \
    Staut Sterk Stolt Stor Storslått Strålende Sølvgrå Søt Sær Tapper Tillitsfull Trivelig Trofast Trygg Turkis Tydelig Tålmodig \
    Uredd Utholdende Vakker Varm Varsom Vennlig Verdig Vidsynt Viktig Villig Vis Vital Ydmyk Yndig Ærlig Øm Åndfull Åpen";

/// Nature and things, none that is unkind after any of the adjectives.
const NOUNS: &str = "\
    Abbor Aften Agurk Alge Alke Ambolt Anemone Ankerfeste Aprikos Ask Asters Aurora Bambus Barnålskog Basilikum Berberis Berg Bever \
    Bie Bjelle Bjørk Bjørnebær Blomst Blåbær Blåklokke Blåmeis Blåveis Boble Bok Bregne Brikke Bringebær Bris Bro Brygge Bær Bølge \
    Bålplass Båt Dagg Dalstrøk Delfin Dompap Drue Dråpe Dun Dør Eføy Eik Einer Ekorn Eldhus Elg Elv Eng Engsoleie Ert Erle Fasan \
    Fele Fink Fjell Fjord Fjær Flamme Fløyte Foss Fyr Fyrlykt Fløte Gaupe Gitar Glød Gneis Gran Gresskar Grevling Gulerot Gåsunge \
    Hage Harpe Hassel Havn Havørn Hegg Hegre Hei Hestehov Himmel Hjelm Hjort Holme Honning Horisont Humle Husmur Hvitveis Hvelv \
    Hytte Hylle Isbre Isfugl Ildflue Jasmin Jerv Jordbær Kai Kanel Kano Kantarell Karpe Karve Katt Kilde Kirsebær Kjerne Klippe \
    Klokke Kløver Knopp Kobbe Kompass Konvall Korall Kornåker Kråkebolle Krone Krystall Kvast Kvern Kvist Kåpe Lampe Laurbær \
    Lavendel Lerke Lilje Lind Linerle Lomvi Lue Lunde Lupin Lyng Lys Løk Løvetann Løvsanger Mandel Marehalm Margerit Marihøne Melon \
    Mispel Mose Multe Musling Mynte Måke Måne Månestråle Måltrost Narsiss Nattergal Nellik Nepe Nype Nøkkel Nøste Nøtt Nøtteskrike \
    Oliven Orkidé Ørken Orrfugl Oter Palme Paraply Penselstrøk Peon Perle Pil Pinnsvin Piplerke Plomme Pære Rabarbra Regnbue Rein \
    Reke Rev Ring Ripsbusk Rips Rogn Ror Rose Rype Rødstrupe Rørsanger Røyskatt Safir Sandstrand Seil Selje Sitron Sjø Sjøstjerne \
    Skjell Skog Skute Sky Slette Snø Snøfnugg Sol Soleie Solstråle Solsikke Spett Spurv Stein Steinbit Stjerne Stork Strand Sti Stær \
    Sundfjære Svale Svane Syrin Sæter Sølvpil Tange Teltduk Tiur Tind Tinde Tistel Tjern Tjeld Topas Torsk Tre Trost Tulipan Tun \
    Turkis Tyttebær Tønne Tåke Ull Urt Valmue Valnøtt Vaktel Varde Vei Veranda Vidde Vik Vind Vinge Vipe Vott Våg Ærfugl Ørn Ørret \
    Øy Øyenstikker Åker Åkerbær Årestue Ås";

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_lists_are_large_and_without_repetition() {
        let names = Names::new();
        for (words, least) in [(&names.adjectives, 150), (&names.nouns, 250)] {
            let distinct: BTreeSet<_> = words.iter().collect();
            assert_eq!(distinct.len(), words.len());
            assert!(words.len() >= least, "{}", words.len());
        }
    }

    #[test]
    fn the_long_name_is_long() {
        let letters = LONG.0.chars().chain(LONG.1.chars()).filter(|c| c.is_alphabetic()).count();
        assert!((58..=62).contains(&letters), "{letters}");
        assert!(LONG.0.chars().count() <= 100 && LONG.1.chars().count() <= 100);
    }

    #[test]
    fn addresses_are_plain() {
        assert_eq!(plain("Sær-Lys Ørret- og Åker"), "saer.lys.orret.og.aker");
    }
}
