//! What every handler may reach.

use std::path::Path;
use std::sync::Arc;

use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use store::Store;

use crate::config::{Config, ConfigError, PublicUrl};
use crate::cookies::Cookies;
use crate::oidc::Oidc;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    inner: Arc<Inner>,
    leptos: LeptosOptions,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    public_url: PublicUrl,
    cookies: Cookies,
    oidc: Oidc,
}

impl AppState {
    /// Puts the parts together. Nothing is fetched from the provider yet.
    pub fn new(config: &Config, store: Store) -> Result<Self, ConfigError> {
        let oidc = Oidc::new(config, store.clock().clone())?;
        let cookies = Cookies::of(&config.public_url);
        let inner = Inner { store, public_url: config.public_url.clone(), cookies, oidc };
        Ok(Self { inner: Arc::new(inner), leptos: leptos_options(config) })
    }

    /// The portal's memory.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Login.
    pub fn oidc(&self) -> &Oidc {
        &self.inner.oidc
    }

    pub(crate) fn public_url(&self) -> &PublicUrl {
        &self.inner.public_url
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.inner.cookies
    }

    pub(crate) fn leptos(&self) -> &LeptosOptions {
        &self.leptos
    }
}

impl FromRef<AppState> for LeptosOptions {
    fn from_ref(state: &AppState) -> Self {
        state.leptos.clone()
    }
}

/// The names must be those in the workspace's `[[workspace.metadata.leptos]]`.
fn leptos_options(config: &Config) -> LeptosOptions {
    // cargo-leptos lays this file beside the program when the names of what it built have hashes in them.
    let hashed = std::env::current_exe().ok().as_deref().and_then(Path::parent).is_some_and(|folder| folder.join("hash.txt").exists());
    LeptosOptions::builder()
        .output_name("klar")
        .site_root(config.site_root.display().to_string())
        .site_pkg_dir("pkg")
        .site_addr(config.listen)
        .hash_files(hashed)
        .build()
}
