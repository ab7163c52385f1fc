//! What a page and a server function know of the request they answer.

use std::sync::Arc;

use domain::Lang;
use domain::org::{Office, Offices};

/// Who is logged in, for names and buttons. Never for deciding anything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Me {
    /// Their name.
    pub name: String,
    /// Each office held, with the unit's name and the last day in office; empty without a mandate.
    pub offices: Vec<(Office, String, Option<domain::Date>)>,
    /// Whether any office shows members.
    pub sees_members: bool,
    /// Whether any office shows how to reach members.
    pub sees_contact: bool,
    /// Whether any office takes lists of members out as files.
    pub exports_members: bool,
    /// Whether any office opens cases.
    pub opens_cases: bool,
    /// Whether any office reads the access log.
    pub reads_access_log: bool,
    /// Whether any office shows a unit of the organisation.
    pub sees_organisation: bool,
    /// Whether any office looks after the registry.
    pub administers_registry: bool,
    /// Whether any office sees the settings.
    pub sees_settings: bool,
    /// For those without a mandate: their local, its telephone and its e-mail address.
    pub local: Option<(String, Option<String>, Option<String>)>,
}

/// Put into a request's extensions when a form sent without script was refused: the page to draw is this error's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused(pub crate::AppError);

/// What a page knows of its request. In the browser nothing of this is known; islands get what they need as props.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageCx {
    /// The language to write in.
    pub lang: Lang,
    /// Who is logged in.
    pub me: Option<Me>,
    /// The offices that the union has, and what they are called; none for whoever holds none.
    pub offices: Arc<Offices>,
    /// The path and query asked for.
    pub path: String,
    /// The error to show in place of any page.
    pub refused: Option<Refused>,
}

#[cfg(not(feature = "ssr"))]
impl PageCx {
    pub(crate) fn current() -> Self {
        Self::default()
    }

    pub(crate) fn set_status(_: u16) {}
}

#[cfg(feature = "ssr")]
pub use server::RequestCx;
#[cfg(feature = "ssr")]
pub(crate) use server::ServerCx;

#[cfg(feature = "ssr")]
mod server {
    use std::sync::Arc;

    use domain::access::{Action, DataClass};
    use domain::{IncidentId, Lang};
    use http::request::Parts;
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;
    use store::{SignedIn, Store, StoreError, Viewer};

    use super::{Me, PageCx, Refused};
    use crate::AppError;

    /// Resolved once for each request by the server and put into the request's extensions.
    #[derive(Clone, Debug)]
    pub struct RequestCx {
        /// The portal's memory.
        pub store: Store,
        /// Whom the session stands for.
        pub signed_in: Option<Arc<SignedIn>>,
        /// The language chosen, or asked for by the browser.
        pub lang: Lang,
        /// Ours, never the client's.
        pub request_id: String,
        /// Path and query.
        pub path: String,
    }

    impl RequestCx {
        fn current() -> Option<Self> {
            use_context::<Parts>().and_then(|parts| parts.extensions.get::<Self>().cloned())
        }
    }

    impl PageCx {
        pub(crate) fn current() -> Self {
            let Some(cx) = RequestCx::current() else { return Self::default() };
            let me = cx.signed_in.as_deref().map(|signed_in| match signed_in {
                SignedIn::Viewer(viewer) => Me {
                    name: viewer.name().to_owned(),
                    offices: viewer.grants().list.iter().map(|grant| (grant.office, grant.unit_name.clone(), grant.until)).collect(),
                    sees_members: viewer.sees_members(),
                    sees_contact: viewer.grants().any_way(DataClass::MemberContact, Action::See),
                    exports_members: viewer.grants().any_way(DataClass::MemberBasics, Action::Export),
                    opens_cases: viewer.grants().may_open_cases(),
                    reads_access_log: viewer.grants().may_read_access_log(),
                    sees_organisation: viewer.grants().show_organisation(),
                    administers_registry: viewer.grants().may_administer_registry(),
                    sees_settings: viewer.grants().may_see_settings(),
                    local: None,
                },
                SignedIn::WithoutMandate { name, local, phone, email } => Me {
                    name: name.clone(),
                    offices: Vec::new(),
                    sees_members: false,
                    sees_contact: false,
                    exports_members: false,
                    opens_cases: false,
                    reads_access_log: false,
                    sees_organisation: false,
                    administers_registry: false,
                    sees_settings: false,
                    local: Some((local.clone(), phone.clone(), email.clone())),
                },
            });
            let offices = match cx.signed_in.as_deref() {
                Some(SignedIn::Viewer(viewer)) => viewer.offices().clone(),
                Some(SignedIn::WithoutMandate { .. }) | None => Arc::default(),
            };
            let refused = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Refused>().cloned());
            Self { lang: cx.lang, me, offices, path: cx.path, refused }
        }

        /// The status of the page being rendered.
        pub(crate) fn set_status(status: u16) {
            if let (Some(response), Ok(status)) = (use_context::<ResponseOptions>(), http::StatusCode::from_u16(status)) {
                response.set_status(status);
            }
        }
    }

    /// What a server function works with: there is none without a viewer.
    pub(crate) struct ServerCx {
        pub(crate) store: Store,
        signed_in: Arc<SignedIn>,
        request_id: String,
    }

    impl ServerCx {
        /// Call it first, before anything is awaited.
        pub(crate) fn require() -> Result<Self, AppError> {
            let cx = RequestCx::current().ok_or(AppError::Unavailable)?;
            let signed_in = cx.signed_in.ok_or_else(|| answer(AppError::Unauthenticated))?;
            match *signed_in {
                SignedIn::Viewer(_) => Ok(Self { store: cx.store, signed_in, request_id: cx.request_id }),
                SignedIn::WithoutMandate { .. } => Err(answer(AppError::Forbidden)),
            }
        }

        pub(crate) fn viewer(&self) -> Result<&Viewer, AppError> {
            match &*self.signed_in {
                SignedIn::Viewer(viewer) => Ok(viewer),
                SignedIn::WithoutMandate { .. } => Err(AppError::Forbidden),
            }
        }

        fn wait_until(&self, again: domain::Timestamp) {
            let seconds = (again.0 - self.store.clock().now().0).max(0) / 1000 + 1;
            if let Some(response) = use_context::<ResponseOptions>() {
                response.insert_header(http::header::RETRY_AFTER, http::HeaderValue::from(seconds));
            }
        }

        /// Turns what the store said into what a page may know; the rest goes to the log, without personal data.
        pub(crate) fn answer<T>(&self, result: Result<T, StoreError>) -> Result<T, AppError> {
            result.map_err(|error| {
                answer(match error {
                    StoreError::TooManySearches(again) => {
                        self.wait_until(again);
                        AppError::TooManySearches(again)
                    }
                    StoreError::TooManyMisses(again) => {
                        self.wait_until(again);
                        AppError::TooManyMisses(again)
                    }
                    StoreError::NotFound => AppError::NotFound,
                    StoreError::Forbidden => AppError::Forbidden,
                    StoreError::Conflict => AppError::Conflict,
                    StoreError::Invalid(errors) => AppError::Invalid(errors),
                    error => {
                        let incident = IncidentId(uuid::Uuid::new_v4());
                        tracing::error!(%incident, request_id = %self.request_id, %error, "a request failed");
                        AppError::Internal(incident)
                    }
                })
            })
        }
    }

    /// Gives the response the error's status.
    pub(crate) fn answer(error: AppError) -> AppError {
        PageCx::set_status(error.status());
        error
    }
}
#[cfg(feature = "ssr")]
pub(crate) use server::answer;
