//! What tests and the demo stand on.

pub mod demo;
pub mod hostile;
pub mod many;
pub mod test_id;
