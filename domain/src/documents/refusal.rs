//! Why a file was not taken in.

use crate::code::code_enum;

code_enum! {
    /// Why a file was refused. The words are in the catalogue; each says what one can do instead.
    pub enum FileRefusal {
        /// Not a single byte: what became of a broken upload, most often.
        Empty = "empty",
        /// Larger than [`super::FILE_BYTES`].
        TooLarge = "too_large",
        /// A kind of file that is not on the list.
        Kind = "kind",
        /// The contents are of another kind than the name says.
        NotWhatItSays = "not_what_it_says",
        /// It cannot be read as what it is: cut short, or never whole.
        Broken = "broken",
        /// Locked with a password, so that neither we nor whoever takes over the case can read it.
        Locked = "locked",
        /// It holds a program of its own (macros).
        Macros = "macros",
        /// A file inside the file, which could hide anything.
        FileInside = "file_inside",
        /// It becomes very much larger when it is unpacked.
        Bomb = "bomb",
        /// Its parts have names that lead out of it.
        Paths = "paths",
        /// More than [`super::PICTURE_PIXELS`].
        TooManyPixels = "too_many_pixels",
        /// A PDF that wants to start a program.
        StartsPrograms = "starts_programs",
        /// Two kinds of file in one.
        TwoInOne = "two_in_one",
        /// A virus was found.
        Virus = "virus",
        /// Checking it took too long, or too much.
        TooHeavy = "too_heavy",
        /// There is a scanner for viruses, and it does not answer. What it has not seen is not taken in.
        ScannerDown = "scanner_down",
        /// The case has had as many new files today as it may have.
        CaseFull = "case_full",
        /// The person has added as many files today as one may.
        PersonFull = "person_full",
        /// It did not come whole, and neither did those behind it.
        CutOff = "cut_off",
        /// A fault of ours: it was not kept, and may be the next time.
        NotKept = "not_kept",
    }
}

code_enum! {
    /// What a reader should know of a file that was taken in.
    pub enum FileNote {
        /// A PDF with scripts. We never run them, and a browser that is told to shows it in a closed room.
        Scripts = "scripts",
        /// Other files are attached inside it; they were not looked at.
        Attachments = "attachments",
    }
}

code_enum! {
    /// What is known of viruses in a file.
    pub enum ScanState {
        /// There is no scanner. Said so on the page: silence would be taken for safety.
        NotScanned = "not_scanned",
        /// A scanner has looked at it, and found nothing.
        Clean = "clean",
    }
}
