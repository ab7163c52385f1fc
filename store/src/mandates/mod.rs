//! Mandates, as their holders see them. The registry is the only writer.

mod mine;

pub(crate) use mine::term;
