//! The one icon set.

use leptos::prelude::*;

/// The icons we have. They always stand beside words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name is the picture")]
pub enum IconName {
    ArrowLeft,
    ArrowRight,
    Bell,
    Calendar,
    Cases,
    Check,
    Circle,
    Clock,
    Close,
    Document,
    Edit,
    Filter,
    Info,
    Lock,
    Logout,
    Mail,
    Members,
    More,
    Note,
    Person,
    Phone,
    Plus,
    Search,
    Send,
    Settings,
    Today,
    Warning,
    Workplace,
}

impl IconName {
    /// Every icon, for the gallery and for tests.
    pub const ALL: [Self; 28] = [
        Self::ArrowLeft,
        Self::ArrowRight,
        Self::Bell,
        Self::Calendar,
        Self::Cases,
        Self::Check,
        Self::Circle,
        Self::Clock,
        Self::Close,
        Self::Document,
        Self::Edit,
        Self::Filter,
        Self::Info,
        Self::Lock,
        Self::Logout,
        Self::Mail,
        Self::Members,
        Self::More,
        Self::Note,
        Self::Person,
        Self::Phone,
        Self::Plus,
        Self::Search,
        Self::Send,
        Self::Settings,
        Self::Today,
        Self::Warning,
        Self::Workplace,
    ];

    /// The strokes, drawn in a box of 24 × 24 with a pen two wide and round ends.
    const fn path(self) -> &'static str {
        match self {
            Self::ArrowLeft => "M19 12H5m6-6-6 6 6 6",
            Self::ArrowRight => "M5 12h14m-6-6 6 6-6 6",
            Self::Bell => "M6 16V11a6 6 0 0 1 12 0v5l2 2H4zM10 21h4",
            Self::Calendar => "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
            Self::Cases => "M3 8h18v12H3zM9 8V4h6v4M3 13h18M12 12v2",
            Self::Check => "M4 12.5 9.5 18 20 6.5",
            Self::Circle => "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z",
            Self::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Document => "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6",
            Self::Edit => "M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4",
            Self::Filter => "M4 6h16M7 12h10M10 18h4",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.5M12 7.5v.01",
            Self::Lock => "M5 11h14v10H5zM8 11V7a4 4 0 0 1 8 0v4M12 15v2",
            Self::Logout => "M10 4H4v16h6M10 12h11m-4-4 4 4-4 4",
            Self::Mail => "M3 5h18v14H3zM3 7l9 7 9-7",
            Self::Members => {
                "M9 4a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7zM2.5 20v-1a6.5 6 0 0 1 13 0v1M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.2a6 6 0 0 1 3 4.8v1"
            }
            Self::More => "M4 7h16M4 12h16M4 17h16",
            Self::Note => "M5 3h14v12l-6 6H5zM19 15h-6v6M9 8h6M9 12h3",
            Self::Person => "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21v-1a8 6.5 0 0 1 16 0v1",
            Self::Phone => "M5 3h4l2 5-2.5 2a12 12 0 0 0 5.5 5.5l2-2.5 5 2v4a2 2 0 0 1-2.2 2A17 17 0 0 1 3 5.2 2 2 0 0 1 5 3z",
            Self::Plus => "M12 5v14M5 12h14",
            Self::Search => "M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 21 21",
            Self::Send => "M4 4l17 8-17 8 3-8zM7 12h7",
            Self::Settings => "M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4",
            Self::Today => "M4 11l8-7 8 7v9H4zM9.5 20v-6h5v6",
            Self::Warning => "M12 3.5 22 20.5H2zM12 10v4.5M12 17.5v.01",
            Self::Workplace => "M4 21V4h10v17M14 10h6v11M2 21h20M8 8h2M8 12h2M8 16h2M17 14v.01M17 17.5v.01",
        }
    }
}

/// One icon, inlined and hidden from screen readers: the words beside it say what it means.
///
/// Makes `<svg class="k-icon" aria-hidden="true">` with a single path. Size follows the text
/// by CSS; the width and height attributes keep it small if the style sheet is missing.
#[component]
pub fn Icon(
    /// Which icon.
    name: IconName,
) -> impl IntoView {
    view! {
        <svg
            class="k-icon"
            viewBox="0 0 24 24"
            width="24"
            height="24"
            fill="none"
            stroke="currentColor"
            aria-hidden="true"
            focusable="false"
        >
            <path d=name.path()></path>
        </svg>
    }
}
