//! A table as a file for a spreadsheet: cells are text, whatever they begin with.

/// One sheet. Every row has as many cells as the header.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands above the table, one line each: who made it, what for, and what is to become of it.
    pub notes: Vec<String>,
    /// The names of the columns.
    pub header: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<String>>,
}

/// Whether a spreadsheet could take this for a formula: it begins with `=`, `+`, `-` or `@`, also in their wide forms,
/// with or without white space or control characters before it, or it begins with a control character.
pub fn is_formula(cell: &str) -> bool {
    let starts = |text: &str| text.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']);
    cell.starts_with(char::is_control) || starts(cell.trim_start_matches(|c: char| c.is_control() || c.is_whitespace()))
}

/// The cell as it can stand in a file that says nothing of types: what could be a formula has an apostrophe before it.
pub fn safe(cell: &str) -> String {
    format!("{}{cell}", if is_formula(cell) { "'" } else { "" })
}

/// One cell of a CSV file (RFC 4180): safe, and always quoted.
pub fn csv_cell(cell: &str) -> String {
    format!("\"{}\"", safe(cell).replace('"', "\"\""))
}

impl Sheet {
    /// As CSV: UTF-8 with a byte order mark and semicolons, as Excel in Norway reads it, and RFC 4180 in all else.
    pub fn csv(&self) -> String {
        let width = self.header.len();
        let notes = self.notes.iter().map(|note| std::iter::once(note.as_str()).chain(std::iter::repeat("")).take(width).collect());
        let table = std::iter::once(&self.header).chain(&self.rows).map(|row| row.iter().map(String::as_str).collect());
        let mut file = String::from('\u{feff}');
        for row in notes.chain(table) {
            let row: Vec<&str> = row;
            file.push_str(&row.into_iter().map(csv_cell).collect::<Vec<_>>().join(";"));
            file.push_str("\r\n");
        }
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// INP-14.
    #[test]
    fn a_cell_is_text_whatever_it_begins_with() {
        for formula in [
            "=HYPERLINK(\"https://evil.example\")",
            "+47 40 00 00 00",
            "-1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\nx",
            "\0=1",
            " =1",
            "\u{a0}=1",
            "\u{7f}x",
            "＝1",
            "=cmd|' /C calc'!A0",
        ] {
            assert_eq!(safe(formula), format!("'{formula}"));
        }
        for text in ["Kari \"K\" Berg", "", "Dahl-Ærø", "a=b", "40000000", "'=1", "post@example.com"] {
            assert_eq!(safe(text), text);
        }
        assert_eq!(csv_cell("Kari \"K\" Berg"), r#""Kari ""K"" Berg""#);
    }

    fn any_cell() -> impl Strategy<Value = String> {
        prop_oneof![".*", "[=+@\t\r\n\0 ;\"'-]{0,6}[a-zæøå0-9;\"\r\n]{0,6}"]
    }

    fn any_sheet() -> impl Strategy<Value = Sheet> {
        (1usize..5).prop_flat_map(|width| {
            let row = move || prop::collection::vec(any_cell(), width);
            (prop::collection::vec(any_cell(), 0..3), row(), prop::collection::vec(row(), 0..6)).prop_map(|(notes, header, rows)| Sheet {
                notes,
                header,
                rows,
            })
        })
    }

    proptest! {
        #[test]
        fn read_again_it_is_the_same_table(sheet in any_sheet()) {
            let file = sheet.csv();
            let table = file.strip_prefix('\u{feff}').unwrap();
            let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(table.as_bytes());
            let read: Vec<Vec<String>> =
                reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect();
            let padded = |note: &String| (0..sheet.header.len()).map(|n| if n == 0 { safe(note) } else { String::new() }).collect();
            let mut expected: Vec<Vec<String>> = sheet.notes.iter().map(padded).collect();
            expected.extend(std::iter::once(&sheet.header).chain(&sheet.rows).map(|row| row.iter().map(|cell| safe(cell)).collect()));
            prop_assert_eq!(read, expected);
        }

        #[test]
        fn no_cell_of_the_file_is_a_formula(cell in any_cell()) {
            let safe = safe(&cell);
            prop_assert!(!is_formula(&safe), "{:?}", safe);
            prop_assert!(safe == cell || safe.strip_prefix('\'') == Some(cell.as_str()));
        }
    }
}
