//! What a page and a server function know of the request they answer.

use std::sync::Arc;

use domain::Lang;
use domain::cases::CaseTypes;
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
    /// The case types in force, and what they are called; none for whoever holds no office.
    pub case_types: Arc<CaseTypes>,
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

/// A key for a form on a page that is drawn here; in the browser no page is drawn.
#[cfg(feature = "ssr")]
pub(crate) fn fresh_key() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// See above.
#[cfg(not(feature = "ssr"))]
pub(crate) const fn fresh_key() -> String {
    String::new()
}

#[cfg(feature = "ssr")]
pub(crate) use server::ServerCx;
#[cfg(feature = "ssr")]
pub use server::{Press, Pressed, RequestCx, Unpressed};

#[cfg(feature = "ssr")]
mod server {
    use std::fmt::Debug;
    use std::future::Future;
    use std::pin::Pin;
    use std::sync::Arc;

    use domain::access::{Action, DataClass};
    use domain::documents::{FileKind, FileRefusal};
    use domain::drafts::{DraftForm, Kept};
    use domain::letters::Letter;
    use domain::{FieldErrors, IncidentId, Lang, Timestamp};
    use http::request::Parts;
    use leptos::prelude::use_context;
    use leptos_axum::ResponseOptions;
    use serde::de::DeserializeOwned;
    use store::documents::NewFile;
    use store::drafts::Draft;
    use store::{SignedIn, Store, StoreError, Viewer};

    use super::{Me, PageCx, Refused};
    use crate::AppError;
    use crate::error::of_store;

    /// A letter as files.
    #[derive(Debug)]
    pub struct Pressed {
        /// To read, to print and to send.
        pub file: NewFile,
        /// To go on writing in.
        pub twin: (FileKind, Vec<u8>),
        /// What it says, without the time at which it was made a file.
        pub contents: Vec<u8>,
    }

    /// Why a letter is no file.
    #[derive(Debug)]
    pub enum Unpressed {
        /// It could not be written; the log says more.
        Failed,
        /// It was written, and not taken in.
        Refused(FileRefusal),
    }

    /// Makes files of letters. The pages do not know how: the server does, which has the writers.
    pub trait Press: Debug + Send + Sync {
        /// The letter as files, checked like those that people send. `name` is without an end.
        fn press<'p>(
            &'p self,
            name: &'p str,
            letter: &'p Letter,
            made: Timestamp,
        ) -> Pin<Box<dyn Future<Output = Result<Pressed, Unpressed>> + Send + 'p>>;
    }

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
        /// What makes files of letters.
        pub press: Arc<dyn Press>,
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
            let (offices, case_types) = match cx.signed_in.as_deref() {
                Some(SignedIn::Viewer(viewer)) => (viewer.offices().clone(), viewer.case_types().clone()),
                Some(SignedIn::WithoutMandate { .. }) | None => Default::default(),
            };
            let refused = use_context::<Parts>().and_then(|parts| parts.extensions.get::<Refused>().cloned());
            Self { lang: cx.lang, me, offices, case_types, path: cx.path, refused }
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
        /// The language chosen: of what the portal writes down by itself.
        pub(crate) lang: Lang,
        signed_in: Arc<SignedIn>,
        request_id: String,
        pub(crate) press: Arc<dyn Press>,
    }

    impl ServerCx {
        /// Call it first, before anything is awaited.
        pub(crate) fn require() -> Result<Self, AppError> {
            let cx = RequestCx::current().ok_or(AppError::Unavailable)?;
            let signed_in = cx.signed_in.ok_or_else(|| answer(AppError::Unauthenticated))?;
            match *signed_in {
                SignedIn::Viewer(_) => Ok(Self { store: cx.store, lang: cx.lang, signed_in, request_id: cx.request_id, press: cx.press }),
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

        /// As [`Self::answer`]; what was typed for a case that was closed meanwhile is kept first, and stands in the form
        /// when the case is opened again.
        pub(crate) async fn answer_or_keep<R, T: serde::Serialize + Sync>(
            &self,
            result: Result<R, StoreError>,
            form: &str,
            typed: T,
        ) -> Result<R, AppError> {
            if matches!(result, Err(StoreError::Closed(_))) {
                let draft = Draft { typed, errors: FieldErrors::default() };
                self.answer(self.store.keep_draft(self.viewer()?, form, &draft).await)?;
            }
            self.answer(result)
        }

        /// As [`Self::answer_or_keep`], for a form with a key. What was typed with a key that was used for something else is
        /// kept too, and leads to the form, where it stands with a key of its own: then the answer is nothing.
        pub(crate) async fn saved<R, T: serde::Serialize + Sync>(
            &self,
            result: Result<R, StoreError>,
            form: &str,
            typed: T,
            to: &str,
        ) -> Result<Option<R>, AppError> {
            if matches!(result, Err(StoreError::OtherBody)) {
                let draft = Draft { typed, errors: FieldErrors::default() };
                self.answer(self.store.keep_draft(self.viewer()?, form, &draft).await)?;
                leptos_axum::redirect(&crate::routes::saved_first(to));
                return Ok(None);
            }
            self.answer_or_keep(result, form, typed).await.map(Some)
        }

        /// What the viewer has typed in a form and not saved, and when.
        pub(crate) async fn draft<T: DeserializeOwned>(&self, form: DraftForm) -> Result<(Option<Draft<T>>, Option<Kept>), AppError> {
            let viewer = self.viewer()?;
            let draft = self.answer(self.store.draft_with_time::<T>(viewer, &form.to_string()).await)?;
            let kept = draft.as_ref().map(|(_, at)| Kept { at: *at, today: viewer.today() });
            Ok((draft.map(|(draft, _)| draft), kept))
        }

        /// The letter as files; or why it is not taken in.
        pub(crate) async fn press(&self, name: &str, letter: &Letter) -> Result<Result<Pressed, FileRefusal>, AppError> {
            // Shaping and checking take a while, in which nothing of the database is held.
            self.store.let_go().await;
            match self.press.press(name, letter, self.store.clock().now()).await {
                Ok(pressed) => Ok(Ok(pressed)),
                Err(Unpressed::Refused(refusal)) => Ok(Err(refusal)),
                Err(Unpressed::Failed) => {
                    let incident = IncidentId(uuid::Uuid::new_v4());
                    tracing::error!(%incident, request_id = %self.request_id, "a letter could not be made a file");
                    Err(answer(AppError::Internal(incident)))
                }
            }
        }

        /// Turns what the store said into what a page may know; the rest goes to the log, without personal data.
        pub(crate) fn answer<T>(&self, result: Result<T, StoreError>) -> Result<T, AppError> {
            result.map_err(|error| {
                let error = of_store(error, &self.request_id, "a request failed");
                if let AppError::TooManySearches(again) | AppError::TooManyMisses(again) = error {
                    self.wait_until(again);
                }
                answer(error)
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
