//! Letters written in a case.

mod read;
