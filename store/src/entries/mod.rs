//! Contact with people about a case, and decisions in it.

mod add;
