//! What can be pressed.

mod action_bar;
mod button;
mod button_link;
mod icon_link;

pub use action_bar::*;
pub use button::*;
pub use button_link::*;
pub use icon_link::*;
