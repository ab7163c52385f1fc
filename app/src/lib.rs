//! The pages, by feature. Each folder has the same name as in `domain` and `store`:
//! `api.rs` holds its server functions and nothing else, `text.rs` its words, and the other files one page each.
//!
//! A feature uses `ui`, `domain`, `routes`, `layout` and `i18n`, never another feature's pages.
//! Pages are rendered whole on the server; only what is marked `#[island]` wakes up in the browser.
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the macros of Leptos make public items")]

pub mod access_log;
pub mod cases;
pub mod cx;
pub mod documents;
pub mod drafts;
mod earlier;
mod employers;
mod entries;
mod error;
mod error_view;
mod format;
mod front;
pub mod i18n;
mod imports;
pub mod islands;
mod layout;
pub mod letters;
mod lifecycle;
mod links;
mod load;
pub mod login;
mod mandates;
pub mod meetings;
pub mod members;
mod more;
mod notes;
mod org;
mod outsiders;
mod participants;
mod rights;
pub mod routes;
mod sessions;
mod settings;
mod taken_out;
mod tasks;
mod today;
mod why;

pub use error::AppError;
#[cfg(feature = "ssr")]
pub use error::of_store;

use leptos::prelude::*;
use leptos_meta::{HashedStylesheet, MetaTags, provide_meta_context};
use leptos_router::SsrMode;
use leptos_router::components::{Route, Router, Routes};

use crate::cx::PageCx;

/// The whole document.
pub fn shell(options: LeptosOptions) -> impl IntoView {
    let cx = PageCx::current();
    view! {
        <!DOCTYPE html>
        <html lang=cx.lang.code()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content="light dark" />
                <meta name="robots" content="noindex" />
                <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
                <HashedStylesheet options=options.clone() />
                <HydrationScripts options islands=true />
                <MetaTags />
            </head>
            <body>
                <App />
            </body>
        </html>
    }
}

/// Every page. A page that does not exist is a page too, with status 404.
#[component]
pub fn App() -> impl IntoView {
    provide_meta_context();
    use routes::paths;
    if let Some(cx::Refused(error)) = PageCx::current().refused {
        return view! { <layout::Frame>{error_view::of(&error)}</layout::Frame> }.into_any();
    }
    view! {
        <layout::Frame>
            <Router>
                <Routes fallback=error_view::NotFoundPage>
                    <Route path=paths::front() view=front::FrontPage ssr=SsrMode::Async />
                    <Route path=paths::login_failed() view=login::LoginFailedPage ssr=SsrMode::Async />
                    <Route path=paths::without_mandate() view=login::WithoutMandatePage ssr=SsrMode::Async />
                    <Route path=paths::today() view=today::TodayPage ssr=SsrMode::Async />
                    <Route path=paths::members() view=members::MembersPage ssr=SsrMode::Async />
                    <Route path=paths::member_file() view=members::MemberFilePage ssr=SsrMode::Async />
                    <Route path=paths::segments() view=members::SegmentsPage ssr=SsrMode::Async />
                    <Route path=paths::segment() view=members::SegmentPage ssr=SsrMode::Async />
                    <Route path=paths::member() view=members::MemberPage ssr=SsrMode::Async />
                    <Route path=paths::employer() view=employers::EmployerPage ssr=SsrMode::Async />
                    <Route path=paths::organisation() view=org::OrganisationPage ssr=SsrMode::Async />
                    <Route path=paths::unit() view=org::UnitPage ssr=SsrMode::Async />
                    <Route path=paths::shortfalls() view=org::ShortfallsPage ssr=SsrMode::Async />
                    <Route path=paths::cases() view=cases::CasesPage ssr=SsrMode::Async />
                    <Route path=paths::new_case() view=cases::new::StartPage ssr=SsrMode::Async />
                    <Route path=paths::new_case_about() view=cases::new::AboutPage ssr=SsrMode::Async />
                    <Route path=paths::new_case_who() view=cases::new::WhoPage ssr=SsrMode::Async />
                    <Route path=paths::new_case_what() view=cases::new::WhatPage ssr=SsrMode::Async />
                    <Route path=paths::new_case_questions() view=cases::new::QuestionsPage ssr=SsrMode::Async />
                    <Route path=paths::new_case_check() view=cases::new::CheckPage ssr=SsrMode::Async />
                    <Route path=paths::case_file() view=cases::CaseFilePage ssr=SsrMode::Async />
                    <Route path=paths::case_segments() view=cases::CaseSegmentsPage ssr=SsrMode::Async />
                    <Route path=paths::many_tasks() view=cases::ManyTasksPage ssr=SsrMode::Async />
                    <Route path=paths::find_case() view=links::FindPage ssr=SsrMode::Async />
                    <Route path=paths::case() view=cases::CasePage ssr=SsrMode::Async />
                    <Route path=paths::whole_case() view=cases::WholeCasePage ssr=SsrMode::Async />
                    <Route path=paths::new_note() view=notes::NewNotePage ssr=SsrMode::Async />
                    <Route path=paths::case_parties() view=cases::CasePartiesPage ssr=SsrMode::Async />
                    <Route path=paths::timeline() view=cases::TimelinePage ssr=SsrMode::Async />
                    <Route path=paths::note() view=notes::NotePage ssr=SsrMode::Async />
                    <Route path=paths::change_note() view=notes::ChangeNotePage ssr=SsrMode::Async />
                    <Route path=paths::add_to_note() view=notes::AddToNotePage ssr=SsrMode::Async />
                    <Route path=paths::new_contact() view=entries::NewContactPage ssr=SsrMode::Async />
                    <Route path=paths::new_decision() view=entries::NewDecisionPage ssr=SsrMode::Async />
                    <Route path=paths::new_task() view=tasks::NewTaskPage ssr=SsrMode::Async />
                    <Route path=paths::case_access() view=participants::AccessPage ssr=SsrMode::Async />
                    <Route path=paths::ask_participant() view=participants::AskPage ssr=SsrMode::Async />
                    <Route path=paths::give_case() view=participants::GivePage ssr=SsrMode::Async />
                    <Route path=paths::keep_out() view=participants::KeepOutPage ssr=SsrMode::Async />
                    <Route path=paths::set_to_wait() view=lifecycle::WaitPage ssr=SsrMode::Async />
                    <Route path=paths::close_case() view=lifecycle::ClosePage ssr=SsrMode::Async />
                    <Route path=paths::reopen_case() view=lifecycle::ReopenPage ssr=SsrMode::Async />
                    <Route path=paths::new_outsider() view=outsiders::NewOutsiderPage ssr=SsrMode::Async />
                    <Route path=paths::change_outsider() view=outsiders::ChangeOutsiderPage ssr=SsrMode::Async />
                    <Route path=paths::link_case() view=links::LinkPage ssr=SsrMode::Async />
                    <Route path=paths::merge_case() view=links::MergePage ssr=SsrMode::Async />
                    <Route path=paths::task() view=tasks::TaskPage ssr=SsrMode::Async />
                    <Route path=paths::change_task() view=tasks::ChangeTaskPage ssr=SsrMode::Async />
                    <Route path=paths::new_documents() view=documents::NewDocumentsPage ssr=SsrMode::Async />
                    <Route path=paths::document() view=documents::DocumentPage ssr=SsrMode::Async />
                    <Route path=paths::new_meeting() view=meetings::NewMeetingPage ssr=SsrMode::Async />
                    <Route path=paths::meeting() view=meetings::MeetingPage ssr=SsrMode::Async />
                    <Route path=paths::change_meeting() view=meetings::ChangeMeetingPage ssr=SsrMode::Async />
                    <Route path=paths::call() view=meetings::CallPage ssr=SsrMode::Async />
                    <Route path=paths::minutes() view=meetings::MinutesPage ssr=SsrMode::Async />
                    <Route path=paths::protocol() view=meetings::ProtocolPage ssr=SsrMode::Async />
                    <Route path=paths::note_signature() view=meetings::NoteSignaturePage ssr=SsrMode::Async />
                    <Route path=paths::protocol_step() view=meetings::ProtocolStepPage ssr=SsrMode::Async />
                    <Route path=paths::choose_letter() view=letters::ChooseLetterPage ssr=SsrMode::Async />
                    <Route path=paths::fill_letter() view=letters::FillLetterPage ssr=SsrMode::Async />
                    <Route path=paths::preview_letter() view=letters::PreviewLetterPage ssr=SsrMode::Async />
                    <Route path=paths::my_mandates() view=mandates::MyMandatesPage ssr=SsrMode::Async />
                    <Route path=paths::my_sessions() view=sessions::MySessionsPage ssr=SsrMode::Async />
                    <Route path=paths::access_log() view=access_log::AccessLogPage ssr=SsrMode::Async />
                    <Route path=paths::read_about() view=access_log::ReadAboutPage ssr=SsrMode::Async />
                    <Route path=paths::imports() view=imports::ImportsPage ssr=SsrMode::Async />
                    <Route path=paths::import() view=imports::ImportPage ssr=SsrMode::Async />
                    <Route path=paths::settings() view=settings::SettingsPage ssr=SsrMode::Async />
                    <Route path=paths::matrix() view=settings::MatrixPage ssr=SsrMode::Async />
                    <Route path=paths::office_rights() view=settings::OfficePage ssr=SsrMode::Async />
                    <Route path=paths::edit_rights() view=settings::EditPage ssr=SsrMode::Async />
                    <Route path=paths::edit_reasons() view=settings::ReasonsPage ssr=SsrMode::Async />
                    <Route path=paths::check_rights() view=settings::CheckOfficePage ssr=SsrMode::Async />
                    <Route path=paths::new_office() view=settings::NewOfficePage ssr=SsrMode::Async />
                    <Route path=paths::check_new_office() view=settings::CheckNewOfficePage ssr=SsrMode::Async />
                    <Route path=paths::edit_office() view=settings::EditOfficePage ssr=SsrMode::Async />
                    <Route path=paths::check_office() view=settings::CheckFactsPage ssr=SsrMode::Async />
                    <Route path=paths::policy_versions() view=settings::VersionsPage ssr=SsrMode::Async />
                    <Route path=paths::policy_version() view=settings::VersionPage ssr=SsrMode::Async />
                    <Route path=paths::bring_back() view=settings::BringBackPage ssr=SsrMode::Async />
                    <Route path=paths::case_types() view=settings::TypesPage ssr=SsrMode::Async />
                    <Route path=paths::edit_case_types() view=settings::EditTypesPage ssr=SsrMode::Async />
                    <Route path=paths::check_case_types() view=settings::CheckTypesPage ssr=SsrMode::Async />
                    <Route path=paths::case_type() view=settings::TypePage ssr=SsrMode::Async />
                    <Route path=paths::holders() view=settings::HoldersPage ssr=SsrMode::Async />
                    <Route path=paths::holder() view=settings::HolderPage ssr=SsrMode::Async />
                    <Route path=paths::more() view=more::MorePage ssr=SsrMode::Async />
                </Routes>
            </Router>
        </layout::Frame>
    }
    .into_any()
}
