//! Load first, then show: a page is sent when everything in it is there.

use std::future::Future;

use leptos::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{AppError, error_view};

/// Runs `fetch` once and shows what it gives, or the page that says what went wrong.
pub(crate) fn load<T, Fut>(
    fetch: impl Fn() -> Fut + Send + Sync + 'static,
    show: impl Fn(T) -> AnyView + Send + Sync + Clone + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + Serialize + DeserializeOwned + 'static,
    Fut: Future<Output = Result<T, AppError>> + Send + 'static,
{
    let loaded = Resource::new_blocking(|| (), move |()| fetch());
    view! {
        <Suspense>
            {move || {
                let show = show.clone();
                Suspend::new(async move {
                    match loaded.await {
                        Ok(value) => show(value),
                        Err(error) => error_view::of(&error),
                    }
                })
            }}
        </Suspense>
    }
    .into_any()
}
