//! Letters as files, read back.

mod bundles;
mod docx;
mod pdf;
mod reader;
mod samples;
