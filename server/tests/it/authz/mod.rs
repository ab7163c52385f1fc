//! Who may see and do what, tried through the real router; the tests of trust by their numbers.
//!
//! `spec` makes random unions, `operation` says what happens in them, `running`, `acting` and `change` make it happen, and
//! `compare` holds what everybody gets against the crate `oracle`. The other files are one property each.

mod acting;
mod asking;
mod canaries;
mod change;
mod compare;
mod facts;
mod life_cycle;
mod merging;
mod metamorphic;
mod moving;
mod operation;
mod routes;
mod running;
mod seen;
mod sequences;
mod spec;
mod swap;
mod told;
