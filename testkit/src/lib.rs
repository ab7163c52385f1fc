//! What tests and the demo stand on.

pub mod test_id;
