//! Who takes part in a case, who owns it, and who must see no trace of it.

mod access;
mod add;
mod candidates;
mod give;
mod keep_out;
mod let_in;
mod remove;

pub(crate) use keep_out::{block, keeps_out, kept_out};
