//! The words of documents.

use domain::Lang;
use domain::documents::{FileKind, FileNote, FileRefusal, ScanState};

use crate::i18n::{texts, words};

texts! {
    title() { nb: "Dokumenter", nn: "Dokument", en: "Documents" }
    none() { nb: "Ingen dokumenter ennå. Her legger du brev, avtaler og bilder som hører til saken.", nn: "Ingen dokument enno. Her legg du brev, avtalar og bilete som høyrer til saka.", en: "No documents yet. This is where letters, contracts and pictures of the case go." }
    none_to_read() { nb: "Ingen dokumenter ennå.", nn: "Ingen dokument enno.", en: "No documents yet." }
    add() { nb: "Legg til dokumenter", nn: "Legg til dokument", en: "Add documents" }
    lead() { nb: "Brev, avtaler, bilder og e-poster som hører til saken. De som kan lese saken, kan lese dokumentene.", nn: "Brev, avtalar, bilete og e-postar som høyrer til saka. Dei som kan lese saka, kan lese dokumenta.", en: "Letters, contracts, pictures and e-mails of the case. Whoever may read the case may read the documents." }
    choose() { nb: "Velg filer", nn: "Vel filer", en: "Choose files" }
    choose_hint() { nb: "PDF, Word, Excel, OpenDocument, bilder, tekst og lagrede e-poster. Høyst 25 MB hver. Du kan velge flere, eller dra dem hit.", nn: "PDF, Word, Excel, OpenDocument, bilete, tekst og lagra e-postar. Høgst 25 MB kvar. Du kan velje fleire, eller dra dei hit.", en: "PDF, Word, Excel, OpenDocument, pictures, text and saved e-mails. At most 25 MB each. You can choose several, or drag them here." }
    photo() { nb: "Ta bilde", nn: "Ta bilete", en: "Take a picture" }
    photo_hint() { nb: "Bildet lagres uten sted og uten hvilken telefon som tok det.", nn: "Biletet blir lagra utan stad og utan kva telefon som tok det.", en: "The picture is kept without where it was taken and by which phone." }
    send() { nb: "Lagre dokumentene", nn: "Lagre dokumenta", en: "Save the documents" }
    back_to_case() { nb: "Til saken", nn: "Til saka", en: "To the case" }
    back_to_case_no(number: i64) { nb: "Til sak {number}", nn: "Til sak {number}", en: "To case {number}" }
    under_way(percent: i32) { nb: "Sender: {percent} prosent", nn: "Sender: {percent} prosent", en: "Sending: {percent} per cent" }
    being_checked() { nb: "Sendt. Vi sjekker filene nå.", nn: "Sendt. Vi sjekkar filene no.", en: "Sent. We are checking the files now." }
    broken_off() {
        nb: "Filene ble ikke sendt. Sjekk nettet og prøv igjen – de filene som alt er lagret, blir ikke lagret dobbelt.",
        nn: "Filene blei ikkje sende. Sjekk nettet og prøv igjen – dei filene som alt er lagra, blir ikkje lagra dobbelt.",
        en: "The files were not sent. Check your connection and try again – files that are saved already are not saved twice.",
    }
    too_much() {
        nb: "Filene er for store til sammen, og ble ikke lagret. Velg noen færre, og lagre dem først.",
        nn: "Filene er for store til saman, og blei ikkje lagra. Vel nokre færre, og lagre dei først.",
        en: "Together the files are too large, and were not saved. Choose fewer, and save those first.",
    }
    not_read() {
        nb: "Filene ble ikke lagret. Last siden på nytt, velg dem igjen og prøv en gang til.",
        nn: "Filene blei ikkje lagra. Last sida på nytt, vel dei igjen og prøv ein gong til.",
        en: "The files were not saved. Reload the page, choose them again and try once more.",
    }
    nothing_chosen() { nb: "Velg filer: velg minst én fil", nn: "Vel filer: vel minst éi fil", en: "Choose files: choose at least one file" }
    kept() { nb: "Lagret", nn: "Lagra", en: "Saved" }
    kept_files(names: &str) { nb: "Lagret: {names}", nn: "Lagra: {names}", en: "Saved: {names}" }
    refused_file(name: &str, why: &str) { nb: "{name}: {why}", nn: "{name}: {why}", en: "{name}: {why}" }
    not_all() { nb: "Dette ble ikke lagret", nn: "Dette blei ikkje lagra", en: "This was not saved" }
    nameless() { nb: "En fil", nn: "Ei fil", en: "A file" }
    version(number: u32) { nb: "Versjon {number}", nn: "Versjon {number}", en: "Version {number}" }
    versions() { nb: "Versjoner", nn: "Versjonar", en: "Versions" }
    new_version() { nb: "Ny versjon", nn: "Ny versjon", en: "New version" }
    new_version_why() { nb: "Den gamle blir liggende, så alle ser hva som sto der før.", nn: "Den gamle blir liggjande, så alle ser kva som stod der før.", en: "The old one stays, so that everybody sees what was there before." }
    choose_version() { nb: "Velg fil", nn: "Vel fil", en: "Choose a file" }
    nothing_chosen_version() { nb: "Velg fil: velg en fil", nn: "Vel fil: vel ei fil", en: "Choose a file: choose one" }
    choose_version_hint() { nb: "Høyst 25 MB. Den kan være av et annet slag enn før.", nn: "Høgst 25 MB. Ho kan vere av eit anna slag enn før.", en: "At most 25 MB. It may be of another kind than before." }
    send_version() { nb: "Lagre versjonen", nn: "Lagre versjonen", en: "Save the version" }
    added(who: &str, when: &str) { nb: "{who}, {when}", nn: "{who}, {when}", en: "{who}, {when}" }
    download() { nb: "Last ned", nn: "Last ned", en: "Download" }
    download_version(number: u32) { nb: "Last ned versjon {number}", nn: "Last ned versjon {number}", en: "Download version {number}" }
    download_as(kind: &str) { nb: "Last ned som {kind}", nn: "Last ned som {kind}", en: "Download as {kind}" }
    download_version_as(number: u32, kind: &str) { nb: "Last ned versjon {number} som {kind}", nn: "Last ned versjon {number} som {kind}", en: "Download version {number} as {kind}" }
    fixed() { nb: "Dette er signert av begge parter og endres ikke mer.", nn: "Dette er signert av begge partar og blir ikkje endra meir.", en: "This is signed by both parties and changes no more." }
    open_pdf() { nb: "Åpne PDF-en i en ny fane", nn: "Opne PDF-en i ei ny fane", en: "Open the PDF in a new tab" }
    picture_of(name: &str) { nb: "Bildet {name}", nn: "Biletet {name}", en: "The picture {name}" }
    page_of(page: u64, pages: u64, name: &str) { nb: "Side {page} av {pages} i {name}", nn: "Side {page} av {pages} i {name}", en: "Page {page} of {pages} of {name}" }
    more_pages(shown: u64, pages: u64) { nb: "Du ser de første {shown} av {pages} sider. Åpne eller last ned PDF-en for å se resten.", nn: "Du ser dei første {shown} av {pages} sider. Opne eller last ned PDF-en for å sjå resten.", en: "You see the first {shown} of {pages} pages. Open or download the PDF to see the rest." }
    preview() { nb: "Forhåndsvisning", nn: "Førehandsvising", en: "Preview" }
    words_in_it() { nb: "Teksten i dokumentet", nn: "Teksten i dokumentet", en: "The text of the document" }
    words_why() { nb: "Bare teksten, uten oppsett og bilder. Last ned dokumentet for å se det helt.", nn: "Berre teksten, utan oppsett og bilete. Last ned dokumentet for å sjå det heilt.", en: "The text only, without layout and pictures. Download the document to see it whole." }
    no_preview() { nb: "Last ned dokumentet for å lese det.", nn: "Last ned dokumentet for å lese det.", en: "Download the document to read it." }
    kind_and_size(kind: &str, size: &str) { nb: "{kind}, {size}", nn: "{kind}, {size}", en: "{kind}, {size}" }
    bytes(number: u64) { nb: "{number} byte", nn: "{number} byte", en: "{number} bytes" }
    kilobytes(number: u64) { nb: "{number} kB", nn: "{number} kB", en: "{number} kB" }
    megabytes(whole: u64, tenth: u64) { nb: "{whole},{tenth} MB", nn: "{whole},{tenth} MB", en: "{whole}.{tenth} MB" }
    plain_name() { nb: "dokument", nn: "dokument", en: "document" }
}

words! {
    kind(FileKind) {
        Pdf { nb: "PDF", nn: "PDF", en: "PDF" }
        Docx { nb: "Word-dokument", nn: "Word-dokument", en: "Word document" }
        Xlsx { nb: "Excel-ark", nn: "Excel-ark", en: "Excel workbook" }
        Odt { nb: "OpenDocument-tekst", nn: "OpenDocument-tekst", en: "OpenDocument text" }
        Png { nb: "Bilde", nn: "Bilete", en: "Picture" }
        Jpg { nb: "Bilde", nn: "Bilete", en: "Picture" }
        Heic { nb: "Bilde", nn: "Bilete", en: "Picture" }
        Txt { nb: "Tekst", nn: "Tekst", en: "Text" }
        Eml { nb: "E-post", nn: "E-post", en: "E-mail" }
    }
    scan(ScanState) {
        NotScanned { nb: "Ikke virusskannet", nn: "Ikkje virusskanna", en: "Not scanned for viruses" }
        Clean { nb: "Virusskannet, ingenting funnet", nn: "Virusskanna, ingenting funne", en: "Scanned for viruses, nothing found" }
    }
    note(FileNote) {
        Scripts {
            nb: "PDF-en inneholder skript. Åpne den bare hvis du stoler på den som sendte den.",
            nn: "PDF-en inneheld skript. Opne han berre om du stolar på den som sende han.",
            en: "The PDF contains scripts. Open it only if you trust whoever sent it.",
        }
        Attachments {
            nb: "Det ligger andre filer inne i denne. De er ikke sjekket. Åpne dem bare hvis du stoler på den som sendte den.",
            nn: "Det ligg andre filer inne i denne. Dei er ikkje sjekka. Opne dei berre om du stolar på den som sende ho.",
            en: "There are other files inside this one. They were not checked. Open them only if you trust whoever sent it.",
        }
    }
    refusal(FileRefusal) {
        Empty { nb: "filen er tom. Sjekk at den åpner seg hos deg, og prøv igjen.", nn: "fila er tom. Sjekk at ho opnar seg hos deg, og prøv igjen.", en: "the file is empty. Check that it opens on your device, and try again." }
        TooLarge { nb: "filen er større enn 25 MB. Lagre den mindre, eller del den opp.", nn: "fila er større enn 25 MB. Lagre ho mindre, eller del ho opp.", en: "the file is larger than 25 MB. Save it smaller, or split it." }
        Kind { nb: "denne typen fil tar vi ikke imot. Lagre den som PDF og prøv igjen.", nn: "denne typen fil tek vi ikkje imot. Lagre ho som PDF og prøv igjen.", en: "we do not accept this kind of file. Save it as a PDF and try again." }
        NotWhatItSays { nb: "innholdet passer ikke med navnet på filen. Åpne den, lagre den på nytt, og prøv igjen.", nn: "innhaldet passar ikkje med namnet på fila. Opne ho, lagre ho på nytt, og prøv igjen.", en: "the contents do not fit the name of the file. Open it, save it again, and try again." }
        Broken { nb: "filen er skadet eller ikke hel. Sjekk at den åpner seg hos deg. Et bilde kan du lagre som JPEG.", nn: "fila er skadd eller ikkje heil. Sjekk at ho opnar seg hos deg. Eit bilete kan du lagre som JPEG.", en: "the file is damaged or not whole. Check that it opens on your device. A picture can be saved as JPEG." }
        Locked { nb: "filen er låst, for eksempel med passord, eller laget med en gammel Word. Lagre den uten lås, eller skriv den ut som PDF.", nn: "fila er låst, til dømes med passord, eller laga med ein gammal Word. Lagre ho utan lås, eller skriv ho ut som PDF.", en: "the file is locked, for example with a password, or made with an old Word. Save it without the lock, or print it as a PDF." }
        Macros { nb: "filen inneholder makroer (små programmer). Lagre den som PDF og prøv igjen.", nn: "fila inneheld makroar (små program). Lagre ho som PDF og prøv igjen.", en: "the file contains macros (small programs). Save it as a PDF and try again." }
        FileInside { nb: "det ligger en annen fil inne i denne. Lagre den som PDF, eller send filene hver for seg.", nn: "det ligg ei anna fil inne i denne. Lagre ho som PDF, eller send filene kvar for seg.", en: "there is another file inside this one. Save it as a PDF, or send the files one by one." }
        Bomb { nb: "filen blir altfor stor når den pakkes ut. Lagre den som PDF og prøv igjen.", nn: "fila blir altfor stor når ho blir pakka ut. Lagre ho som PDF og prøv igjen.", en: "the file becomes far too large when it is unpacked. Save it as a PDF and try again." }
        Paths { nb: "filen er bygd opp på en måte vi ikke tar imot. Lagre den som PDF og prøv igjen.", nn: "fila er bygd opp på ein måte vi ikkje tek imot. Lagre ho som PDF og prøv igjen.", en: "the file is built in a way that we do not accept. Save it as a PDF and try again." }
        TooManyPixels { nb: "bildet er for stort. Gjør det mindre, høyst 40 millioner bildepunkter, og prøv igjen.", nn: "biletet er for stort. Gjer det mindre, høgst 40 millionar biletpunkt, og prøv igjen.", en: "the picture is too large. Make it smaller, at most 40 million pixels, and try again." }
        StartsPrograms { nb: "PDF-en prøver å starte et program. Vi tar den ikke imot. Spør den du fikk den av.", nn: "PDF-en prøver å starte eit program. Vi tek han ikkje imot. Spør den du fekk han av.", en: "the PDF tries to start a program. We do not accept it. Ask whoever gave it to you." }
        TwoInOne { nb: "filen er to slags filer i én. Vi tar den ikke imot. Skriv den ut som PDF og prøv igjen.", nn: "fila er to slags filer i éi. Vi tek ho ikkje imot. Skriv ho ut som PDF og prøv igjen.", en: "the file is two kinds of files in one. We do not accept it. Print it as a PDF and try again." }
        Virus { nb: "vi fant virus i filen. Ikke åpne den. Si fra til den du fikk den av.", nn: "vi fann virus i fila. Ikkje opne ho. Sei frå til den du fekk ho av.", en: "we found a virus in the file. Do not open it. Tell whoever gave it to you." }
        TooHeavy { nb: "vi klarte ikke å sjekke filen. Lagre den som PDF og prøv igjen.", nn: "vi klarte ikkje å sjekke fila. Lagre ho som PDF og prøv igjen.", en: "we could not check the file. Save it as a PDF and try again." }
        ScannerDown { nb: "virussjekken svarer ikke akkurat nå. Prøv igjen om litt.", nn: "virussjekken svarar ikkje akkurat no. Prøv igjen om litt.", en: "the virus check is not answering right now. Try again in a while." }
        CaseFull { nb: "saken har fått 20 dokumenter i dag, og tar ikke imot flere før i morgen.", nn: "saka har fått 20 dokument i dag, og tek ikkje imot fleire før i morgon.", en: "the case has been given 20 documents today, and takes no more before tomorrow." }
        CutOff { nb: "filen kom ikke helt fram, og heller ikke de som skulle komme etter den. Velg dem igjen, og lagre.", nn: "fila kom ikkje heilt fram, og heller ikkje dei som skulle kome etter ho. Vel dei igjen, og lagre.", en: "the file did not arrive whole, and neither did those after it. Choose them again, and save." }
        NotKept { nb: "vi klarte ikke å lagre filen. Feilen er hos oss. Velg den igjen, og prøv om litt.", nn: "vi klarte ikkje å lagre fila. Feilen er hos oss. Vel ho igjen, og prøv om litt.", en: "we could not save the file. It was our fault. Choose it again, and try in a while." }
        PersonFull { nb: "du har lagret 100 dokumenter i dag, og kan lagre flere i morgen.", nn: "du har lagra 100 dokument i dag, og kan lagre fleire i morgon.", en: "you have saved 100 documents today, and can save more tomorrow." }
    }
}

/// "820 byte", "35 kB", "1,4 MB".
pub(super) fn size(lang: Lang, size: u64) -> String {
    match size {
        0..1_000 => bytes(lang, size),
        1_000..1_000_000 => kilobytes(lang, size.div_ceil(1_000)),
        _ => megabytes(lang, size / 1_000_000, size % 1_000_000 / 100_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_read_as_people_say_them() {
        for (number, words) in [(0, "0 byte"), (999, "999 byte"), (1_001, "2 kB"), (999_999, "1000 kB"), (1_440_000, "1,4 MB")] {
            assert_eq!(size(Lang::Nb, number), words);
        }
        assert_eq!(size(Lang::En, 25_000_000), "25.0 MB");
    }
}
