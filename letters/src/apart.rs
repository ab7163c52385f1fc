//! Binding in a process of its own: what a stranger's file does to the libraries that read it, it does to that process
//! alone. A PDF whose arrays lie deep enough in one another takes the whole stack, which nothing catches.
//!
//! The question is the length of what is asked (four bytes, big-endian), that as JSON, and the files, one after another,
//! as long as it says; the answer is the PDF.

use std::io::{self, Read, Write};

use domain::letters::{Block, Fact};
use domain::{Lang, Timestamp};
use serde::{Deserialize, Serialize};

use crate::{Bundle, Content, Missing, Part, bundle};

/// Longer than what anybody writes in a case.
const ASKED: u64 = 64 * 1024 * 1024;
/// The most bytes of files in one bundle.
pub const FILES: usize = 100 * 1024 * 1024;

#[derive(Serialize, Deserialize)]
struct Asked {
    lang: Lang,
    title: String,
    facts: Vec<Fact>,
    made: Timestamp,
    parts: Vec<(String, Kind)>,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Kind {
    Text(Vec<Block>),
    /// So many bytes.
    Pdf(usize),
    Picture(usize),
    Missing(Missing),
}

/// Reads one question, binds, answers.
pub fn serve(mut question: impl Read, mut answer: impl Write) -> io::Result<()> {
    let mut length = [0; 4];
    question.read_exact(&mut length)?;
    let length = u64::from(u32::from_be_bytes(length));
    if length > ASKED {
        return Err(io::Error::other("a question that is too long"));
    }
    let mut asked = Vec::new();
    question.by_ref().take(length).read_to_end(&mut asked)?;
    let asked: Asked = serde_json::from_slice(&asked).map_err(io::Error::other)?;
    let mut room = FILES;
    let mut file = |length: usize| {
        room = room.checked_sub(length).ok_or_else(|| io::Error::other("more files than fit"))?;
        let mut bytes = vec![0; length];
        question.read_exact(&mut bytes).map(|()| bytes)
    };
    let mut parts = Vec::with_capacity(asked.parts.len());
    for (name, kind) in asked.parts {
        let content = match kind {
            Kind::Text(blocks) => Content::Text(blocks),
            Kind::Pdf(length) => Content::Pdf(file(length)?),
            Kind::Picture(length) => Content::Picture(file(length)?),
            Kind::Missing(why) => Content::Missing(why),
        };
        parts.push(Part { name, content });
    }
    let Asked { lang, title, facts, made, .. } = asked;
    let pdf = bundle(&Bundle { lang, title, facts, parts }, made).map_err(io::Error::other)?;
    answer.write_all(&pdf)?;
    answer.flush()
}

/// A question.
pub fn question<'b>(bundle: &'b Bundle, made: Timestamp) -> io::Result<Vec<u8>> {
    let mut files: Vec<&[u8]> = Vec::new();
    let mut kind = |content: &'b Content| match content {
        Content::Text(blocks) => Kind::Text(blocks.clone()),
        Content::Pdf(bytes) => {
            files.push(bytes);
            Kind::Pdf(bytes.len())
        }
        Content::Picture(bytes) => {
            files.push(bytes);
            Kind::Picture(bytes.len())
        }
        Content::Missing(why) => Kind::Missing(*why),
    };
    let parts = bundle.parts.iter().map(|part| (part.name.clone(), kind(&part.content))).collect();
    let asked = Asked { lang: bundle.lang, title: bundle.title.clone(), facts: bundle.facts.clone(), made, parts };
    let asked = serde_json::to_vec(&asked)?;
    let mut question = u32::try_from(asked.len()).map_err(io::Error::other)?.to_be_bytes().to_vec();
    question.extend(asked);
    question.extend(files.concat());
    Ok(question)
}
