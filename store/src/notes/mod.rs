//! Notes in a case.

mod add;
