//! A PDF as somebody hears it who does not see the page: its structure, and the text in it.

use std::collections::HashMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object, ObjectId};

/// An element of the structure that holds text itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spoken {
    pub(super) role: String,
    pub(super) text: String,
    /// What stands for it where it is a picture.
    pub(super) alt: Option<String>,
}

pub(super) struct Read {
    pub(super) document: Document,
    texts: HashMap<(ObjectId, i64), String>,
}

impl Read {
    pub(super) fn new(file: &[u8]) -> Self {
        let document = Document::load_mem(file).unwrap();
        let mut texts = HashMap::new();
        for page in document.get_pages().into_values() {
            page_text(&document, page, &mut texts);
        }
        Self { document, texts }
    }

    pub(super) fn catalog(&self) -> &Dictionary {
        self.document.catalog().unwrap()
    }

    pub(super) fn pages(&self) -> usize {
        self.document.get_pages().len()
    }

    /// Every element with text or a picture of its own, in order.
    pub(super) fn spoken(&self) -> Vec<Spoken> {
        let root = self.follow(self.catalog().get(b"StructTreeRoot").unwrap()).as_dict().unwrap();
        let mut all = Vec::new();
        self.element(root, None, &mut all);
        all
    }

    pub(super) fn follow<'a>(&'a self, object: &'a Object) -> &'a Object {
        match object {
            Object::Reference(id) => self.document.get_object(*id).unwrap(),
            other => other,
        }
    }

    fn element(&self, element: &Dictionary, page: Option<ObjectId>, all: &mut Vec<Spoken>) {
        let page = element.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page);
        let role = element.get(b"S").ok().and_then(|role| role.as_name().ok()).map(|role| String::from_utf8_lossy(role).into_owned());
        let alt = element.get(b"Alt").ok().map(string);
        let mut own = String::new();
        let mut told = false;
        let kids = element.get(b"K").ok().map(|kids| self.follow(kids));
        let kids: Vec<&Object> = match kids {
            Some(Object::Array(kids)) => kids.iter().collect(),
            Some(kid) => vec![kid],
            None => Vec::new(),
        };
        let mut inside = Vec::new();
        for kid in kids {
            match self.follow(kid) {
                Object::Integer(mcid) => {
                    own.push_str(self.texts.get(&(page.unwrap(), *mcid)).unwrap());
                    told = true;
                }
                Object::Dictionary(kid) if kid.get(b"MCID").is_ok() => {
                    let page = kid.get(b"Pg").ok().and_then(|page| page.as_reference().ok()).or(page).unwrap();
                    own.push_str(self.texts.get(&(page, kid.get(b"MCID").unwrap().as_i64().unwrap())).unwrap());
                    told = true;
                }
                Object::Dictionary(kid) if kid.get(b"Obj").is_ok() => {}
                Object::Dictionary(kid) => self.element(kid, page, &mut inside),
                other => panic!("{other:?} in the structure"),
            }
        }
        if told {
            all.push(Spoken { role: role.unwrap_or_default(), text: own, alt });
        }
        all.append(&mut inside);
    }
}

pub(super) fn string(object: &Object) -> String {
    lopdf::decode_text_string(object).unwrap()
}

/// The text of each marked stretch of a page's content.
fn page_text(document: &Document, page: ObjectId, texts: &mut HashMap<(ObjectId, i64), String>) {
    let fonts: HashMap<Vec<u8>, HashMap<u16, String>> =
        document.get_page_fonts(page).unwrap().into_iter().map(|(name, font)| (name, to_unicode(document, font))).collect();
    let content = Content::decode(&document.get_page_content(page)).unwrap();
    let mut font = None;
    let mut stack: Vec<(Option<i64>, Option<String>)> = Vec::new();
    for operation in content.operations {
        match operation.operator.as_str() {
            "BDC" => {
                let properties = operation.operands.get(1).and_then(|object| object.as_dict().ok());
                let mcid = properties.and_then(|dict| dict.get(b"MCID").ok()).and_then(|mcid| mcid.as_i64().ok());
                let actual = properties.and_then(|dict| dict.get(b"ActualText").ok()).map(string);
                if let Some(mcid) = mcid {
                    texts.entry((page, mcid)).or_default();
                }
                if let (Some(actual), Some(mcid)) = (&actual, stack.iter().rev().find_map(|(mcid, _)| *mcid)) {
                    texts.entry((page, mcid)).or_default().push_str(actual);
                }
                stack.push((mcid, actual));
            }
            "BMC" => stack.push((None, None)),
            "EMC" => {
                stack.pop();
            }
            "Tf" => font = operation.operands.first().and_then(|name| name.as_name().ok()).and_then(|name| fonts.get(name)),
            "Tj" | "TJ" if stack.iter().all(|(_, actual)| actual.is_none()) => {
                let Some(mcid) = stack.iter().rev().find_map(|(mcid, _)| *mcid) else { continue };
                for object in &operation.operands {
                    glyphs(object, font.unwrap(), texts.entry((page, mcid)).or_default());
                }
            }
            _ => {}
        }
    }
}

fn glyphs(object: &Object, font: &HashMap<u16, String>, text: &mut String) {
    match object {
        Object::String(bytes, _) => {
            for pair in bytes.chunks(2) {
                text.push_str(font.get(&u16::from_be_bytes([pair[0], pair[1]])).map_or("", String::as_str));
            }
        }
        Object::Array(parts) => parts.iter().for_each(|part| glyphs(part, font, text)),
        _ => {}
    }
}

/// What the font says its glyphs are.
fn to_unicode(document: &Document, font: &Dictionary) -> HashMap<u16, String> {
    let stream = document.get_object(font.get(b"ToUnicode").unwrap().as_reference().unwrap()).unwrap().as_stream().unwrap();
    let map = String::from_utf8(stream.decompressed_content().unwrap()).unwrap();
    let number = |hex: &str| u16::from_str_radix(hex, 16).unwrap();
    let words = |hex: &str| {
        let units: Vec<u16> = (0..hex.len() / 4).map(|at| number(&hex[at * 4..at * 4 + 4])).collect();
        String::from_utf16(&units).unwrap()
    };
    let mut glyphs = HashMap::new();
    let mut chars = false;
    for line in map.lines() {
        chars = (chars || line.ends_with("beginbfchar")) && !line.ends_with("endbfchar");
        let parts: Vec<&str> = line.split(['<', '>']).collect();
        if let (true, [_, glyph, _, text, ..]) = (chars, parts.as_slice()) {
            glyphs.insert(number(glyph), words(text));
        }
        assert!(!line.ends_with("beginbfrange"), "ranges are not read here");
    }
    glyphs
}
