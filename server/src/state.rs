//! What every handler may reach.

use std::path::Path;
use std::sync::Arc;

use app::cx::Press;
use axum::extract::FromRef;
use leptos::config::LeptosOptions;
use store::Store;

use crate::binder::Binder;
use crate::config::{Config, ConfigError, PublicUrl};
use crate::cookies::Cookies;
use crate::documents::{Checker, Checks, Drawer};
use crate::oidc::Oidc;
use crate::press::Printer;

/// Shared by all requests; cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    inner: Arc<Inner>,
    leptos: LeptosOptions,
}

#[derive(Debug)]
struct Inner {
    stylesheet: String,
    store: Store,
    public_url: PublicUrl,
    cookies: Cookies,
    oidc: Oidc,
    checks: Arc<Checks>,
    press: Arc<dyn Press>,
    binder: Binder,
    drawer: Drawer,
}

impl AppState {
    /// Puts the parts together. Nothing is fetched from the provider yet.
    pub fn new(config: &Config, store: Store) -> Result<Self, ConfigError> {
        Self::with_checker(config, store, Checker::default())
    }

    /// The same, where files that people send are checked elsewhere than in this process.
    pub fn with_checker(config: &Config, store: Store, checker: Checker) -> Result<Self, ConfigError> {
        let oidc = Oidc::new(config, store.clock().clone())?;
        let cookies = Cookies::of(&config.public_url);
        let (binder, drawer) = (Binder::new(checker.clone()), Drawer::new(checker.clone()));
        let checks = Arc::new(Checks::new(checker, config.scanner.clone()));
        let press: Arc<dyn Press> = Arc::new(Printer::new(checks.clone()));
        let (leptos, stylesheet) = leptos_options(config)?;
        let inner = Inner { stylesheet, store, public_url: config.public_url.clone(), cookies, oidc, checks, press, binder, drawer };
        Ok(Self { inner: Arc::new(inner), leptos })
    }

    /// The portal's memory.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Login.
    pub fn oidc(&self) -> &Oidc {
        &self.inner.oidc
    }

    pub(crate) fn checks(&self) -> &Checks {
        &self.inner.checks
    }

    /// What binds whole cases.
    pub(crate) fn binder(&self) -> &Binder {
        &self.inner.binder
    }

    /// What draws pages.
    pub(crate) fn drawer(&self) -> &Drawer {
        &self.inner.drawer
    }

    /// What makes files of letters.
    pub(crate) fn press(&self) -> Arc<dyn Press> {
        self.inner.press.clone()
    }

    pub(crate) fn public_url(&self) -> &PublicUrl {
        &self.inner.public_url
    }

    pub(crate) fn cookies(&self) -> Cookies {
        self.inner.cookies
    }

    /// Where the style sheet lies, for pages that Leptos does not draw.
    pub(crate) fn stylesheet(&self) -> &str {
        &self.inner.stylesheet
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

/// Compiled in: what the pages are called is decided when they are built, not when they are served.
const LEPTOS: &str = include_str!("../../Leptos.toml");

#[derive(serde::Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Names {
    output_name: String,
    site_pkg_dir: String,
}

fn leptos_options(config: &Config) -> Result<(LeptosOptions, String), ConfigError> {
    let Names { output_name, site_pkg_dir } =
        toml::from_str(LEPTOS).map_err(|error| ConfigError::Unusable(format!("Leptos.toml: {error}")))?;
    // cargo-leptos lays this file beside the program when the names of what it built have hashes in them.
    let beside = std::env::current_exe().ok().as_deref().and_then(Path::parent).map(|folder| folder.join("hash.txt"));
    let hashes = beside.and_then(|file| std::fs::read_to_string(file).ok());
    let hash = hashes.iter().flat_map(|text| text.lines()).find_map(|line| line.strip_prefix("css:"));
    let hash = hash.map(|hash| format!(".{}", hash.trim())).unwrap_or_default();
    let stylesheet = format!("/{site_pkg_dir}/{output_name}{hash}.css");
    let options = LeptosOptions::builder()
        .output_name(output_name)
        .site_root(config.site_root.display().to_string())
        .site_pkg_dir(site_pkg_dir)
        .site_addr(config.listen)
        .hash_files(hashes.is_some())
        .build();
    Ok((options, stylesheet))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_serves_what_cargo_leptos_builds() {
        let names: toml::Table = LEPTOS.parse().unwrap();
        let workspace: toml::Table = include_str!("../../Cargo.toml").parse().unwrap();
        let built = &workspace["workspace"]["metadata"]["leptos"][0];
        for (name, value) in names {
            assert_eq!(built[&name], value, "{name}");
        }
        assert_eq!(built["hash-files"].as_bool(), Some(true));
    }
}
