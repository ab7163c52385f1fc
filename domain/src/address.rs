//! The query of an address: names and values, percent-encoded.

/// Percent-encodes everything but letters, digits and `-._~` (RFC 3986 § 2.3) and `/`, which reads better kept.
pub fn encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => out.push(char::from(byte)),
            byte => {
                for nibble in [byte >> 4, byte & 15] {
                    out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0').to_ascii_uppercase());
                }
                let at = out.len() - 2;
                out.insert(at, '%');
            }
        }
    }
    out
}

/// The names and values of a query such as `a=b&c=d`, as written by [`encode`] or by a form. What is no text is left
/// out.
pub fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter_map(|pair| {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        Some((decode(name)?, decode(value)?)).filter(|(name, _)| !name.is_empty())
    })
}

/// `None` when what stands there is no UTF-8. A per cent sign that begins nothing stands for itself.
fn decode(text: &str) -> Option<String> {
    let nibble = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match (byte, nibble(bytes.get(at + 1)), nibble(bytes.get(at + 2))) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                at += 2;
            }
            (b'+', ..) => out.push(b' '),
            (byte, ..) => out.push(*byte),
        }
        at += 1;
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn reads_what_forms_write() {
        let read: Vec<_> = pairs("stilling=spesial+sykepleier%2C+natt&x&=y&b=%ff&c=100%&d=a%3Db").collect();
        let read: Vec<_> = read.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(read, [("stilling", "spesial sykepleier, natt"), ("x", ""), ("c", "100%"), ("d", "a=b")]);
        assert_eq!(pairs("").count(), 0);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(name in ".+", value in ".*") {
            let query = format!("{}={}&z=1", encode(&name), encode(&value));
            let read: Vec<_> = pairs(&query).collect();
            prop_assert_eq!(read, vec![(name, value), ("z".to_owned(), "1".to_owned())]);
        }

        #[test]
        fn any_text_is_answered(query in ".*") {
            let _ = pairs(&query).count();
        }
    }
}
