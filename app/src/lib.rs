//! The pages, by feature. Each folder has the same name as in `domain` and `store`:
//! `api.rs` holds its server functions and nothing else, `text.rs` its words, and the other files one page each.
//!
//! A feature uses `ui`, `domain`, `routes`, `layout` and `i18n`, never another feature's pages.
//! Pages are rendered whole on the server; only what is marked `#[island]` wakes up in the browser.
#![recursion_limit = "256"]
#![expect(unreachable_pub, reason = "the macros of Leptos make public items")]

pub mod access_log;
mod cases;
pub mod cx;
mod employers;
mod error;
mod error_view;
mod format;
mod front;
pub mod i18n;
mod imports;
pub mod islands;
mod layout;
mod load;
pub mod login;
mod mandates;
pub mod members;
mod more;
mod notes;
mod org;
mod rights;
pub mod routes;
mod sessions;
mod settings;
mod tasks;
mod today;
mod why;

pub use error::AppError;

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
                    <Route path=paths::new_case_check() view=cases::new::CheckPage ssr=SsrMode::Async />
                    <Route path=paths::case() view=cases::CasePage ssr=SsrMode::Async />
                    <Route path=paths::new_note() view=notes::NewNotePage ssr=SsrMode::Async />
                    <Route path=paths::new_task() view=tasks::NewTaskPage ssr=SsrMode::Async />
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
                    <Route path=paths::holders() view=settings::HoldersPage ssr=SsrMode::Async />
                    <Route path=paths::holder() view=settings::HolderPage ssr=SsrMode::Async />
                    <Route path=paths::more() view=more::MorePage ssr=SsrMode::Async />
                </Routes>
            </Router>
        </layout::Frame>
    }
    .into_any()
}
