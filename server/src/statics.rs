//! What the browser downloads: styles, WASM, fonts, icons.

use std::path::Path;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{self, Next};
use axum::response::Response;
use http::{HeaderValue, StatusCode, header};
use tower_http::services::{ServeDir, ServeFile};

use crate::AppState;

/// The files that lie beside `pkg`, each by name: nothing else of the folder can be asked for.
const BESIDE: [&str; 5] = ["favicon.ico", "favicon.svg", "apple-touch-icon.png", "manifest.webmanifest", "robots.txt"];
/// The folders beside `pkg` that may be asked for.
const FOLDERS: [&str; 2] = ["fonts", "icons"];

pub(crate) fn router(app: &AppState) -> Router<AppState> {
    let root = Path::new(&*app.leptos().site_root).to_owned();
    let folder =
        |name: &str| ServeDir::new(root.join(name)).append_index_html_on_directories(false).precompressed_br().precompressed_gzip();
    let pkg = &*app.leptos().site_pkg_dir;
    let mut router = Router::new().nest_service(&format!("/{pkg}"), folder(pkg));
    for name in FOLDERS {
        router = router.nest_service(&format!("/{name}"), folder(name));
    }
    for name in BESIDE {
        router = router.route_service(&format!("/{name}"), ServeFile::new(root.join(name)));
    }
    router.layer(middleware::from_fn_with_state(app.clone(), cache))
}

/// A name with a hash in it never means anything else. Fonts and icons hardly ever change, and a week of the old ones
/// does no harm; what lies in `pkg` under a plain name, as in a test, is asked about each time.
async fn cache(State(app): State<AppState>, request: Request, next: Next) -> Response {
    let path = request.uri().path();
    let hashed = path.rsplit('/').next().is_some_and(is_hashed);
    let built = path.strip_prefix('/').is_some_and(|path| path.starts_with(&*app.leptos().site_pkg_dir));
    let rule = match (hashed, built) {
        (true, _) => "public, max-age=31536000, immutable",
        (false, true) => "no-cache",
        (false, false) => "public, max-age=604800",
    };
    let mut response = next.run(request).await;
    if matches!(response.status(), StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED) {
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(rule));
    }
    response
}

/// As cargo-leptos names files: `klar.pNvDbbPUeZcFUQK3gIiyAw.css`.
fn is_hashed(name: &str) -> bool {
    let mut parts = name.split('.').skip(1).peekable();
    while let Some(part) = parts.next() {
        let hash = part.len() >= 16 && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        if hash && parts.peek().is_some() {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::is_hashed;

    #[test]
    fn hashes_are_recognised() {
        assert!(is_hashed("klar.pNvDbbPUeZcFUQK3gIiyAw.css"));
        for name in ["klar.css", "klar.min.js", "klar_bg.wasm", "source-sans-3-latin-wght-normal.woff2", "x.pNvDbbPUeZcFUQK3gIiyAw"] {
            assert!(!is_hashed(name), "{name}");
        }
    }
}
