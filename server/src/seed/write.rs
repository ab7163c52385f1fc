//! Writes the files. Nothing in them depends on when or where they were written.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use flate2::write::GzEncoder;
use flate2::{Compression, GzBuilder};
use serde::Serialize;

use super::dice::Dice;
use super::frame::Frame;
use super::people;

/// Name of the registry file.
pub const REGISTRY: &str = "registry.jsonl.gz";
/// Name of the employers' file.
pub const ENHETER: &str = "enheter.json.gz";
/// Name of the workplaces' file.
pub const UNDERENHETER: &str = "underenheter.json.gz";
/// Name of the personas' file.
pub const PERSONAS: &str = "personas.json";

/// All four files; the answer is the number of lines in the registry file.
pub(super) fn all(frame: &Frame, dice: &mut Dice, out: &Path) -> anyhow::Result<u64> {
    std::fs::create_dir_all(out).with_context(|| format!("cannot make the directory {}", out.display()))?;
    array(&out.join(ENHETER), frame.register.enheter())?;
    array(&out.join(UNDERENHETER), frame.register.underenheter())?;
    let personas = serde_json::to_vec_pretty(&frame.personas)?;
    let path = out.join(PERSONAS);
    std::fs::write(&path, [personas.as_slice(), b"\n"].concat()).with_context(|| cannot_write(&path))?;

    let path = out.join(REGISTRY);
    let mut file = gzip(&path)?;
    let mut count = 0;
    let mut write = |line| -> anyhow::Result<()> {
        count += 1;
        serde_json::to_writer(&mut file, &line)?;
        file.write_all(b"\n").with_context(|| cannot_write(&path))
    };
    frame.lines(&mut write)?;
    people::lines(frame, dice, &mut write)?;
    finish(file, &path)?;
    Ok(count)
}

/// A JSON array with one element on each line, as the register's bulk files are.
fn array<T: Serialize>(path: &Path, items: impl Iterator<Item = T>) -> anyhow::Result<()> {
    let mut file = gzip(path)?;
    let mut before = "[\n";
    for item in items {
        file.write_all(before.as_bytes()).with_context(|| cannot_write(path))?;
        serde_json::to_writer(&mut file, &item)?;
        before = ",\n";
    }
    file.write_all(if before == "[\n" { b"[]\n" } else { b"\n]\n" }).with_context(|| cannot_write(path))?;
    finish(file, path)
}

type Gzip = BufWriter<GzEncoder<File>>;

/// Without a time in its header, and with the operating system unsaid.
fn gzip(path: &Path) -> anyhow::Result<Gzip> {
    let file = File::create(path).with_context(|| cannot_write(path))?;
    Ok(BufWriter::with_capacity(1 << 16, GzBuilder::new().mtime(0).operating_system(255).write(file, Compression::default())))
}

fn finish(file: Gzip, path: &Path) -> anyhow::Result<()> {
    let encoder = file.into_inner().map_err(|error| anyhow::anyhow!("{error}")).with_context(|| cannot_write(path))?;
    encoder.finish().with_context(|| cannot_write(path))?;
    Ok(())
}

fn cannot_write(path: &Path) -> String {
    format!("cannot write {}", path.display())
}
