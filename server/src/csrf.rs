//! A page elsewhere cannot make a browser that is logged in here change anything.
//!
//! The rule of Go's `http.CrossOriginProtection`, and stricter in one point: a request that carries our cookie
//! and says nothing about where it comes from is refused too. Beside it stands `SameSite=Lax`.

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, Method, StatusCode, header};

use crate::AppState;
use crate::cookies::{self, Cookies};
use crate::plain::{self, About, Problem};

/// Refuses what another site made the browser send.
pub(crate) async fn protect(State(app): State<AppState>, request: Request, next: Next) -> Response {
    if may_pass(request.method(), request.headers(), app.public_url().origin(), app.cookies()) {
        return next.run(request).await;
    }
    tracing::warn!("refused a cross-site request");
    plain::problem(&app, About::of(&request), StatusCode::FORBIDDEN, Problem::CrossSite)
}

fn may_pass(method: &Method, headers: &HeaderMap, own_origin: &str, cookies: Cookies) -> bool {
    if matches!(*method, Method::GET | Method::HEAD | Method::OPTIONS) {
        return true;
    }
    if let Some(site) = headers.get("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    if let Some(origin) = headers.get(header::ORIGIN) {
        return origin == own_origin;
    }
    // Neither: an old browser, or no browser. Without our cookie there is nothing to misuse. A doubled cookie is
    // read by nobody, but it was sent by a browser, so it counts here.
    let ours = |name: &str| {
        let named = |value: &http::HeaderValue| {
            value.to_str().is_ok_and(|text| text.split(';').any(|pair| pair.trim().starts_with(&format!("{name}="))))
        };
        cookies::read(headers, name).is_some() || headers.get_all(header::COOKIE).iter().any(named)
    };
    !ours(cookies.session()) && !ours(cookies.login())
}

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;

    #[test]
    fn the_whole_table() {
        let cookies = Cookies::of(&"https://klar.example.org".to_owned().try_into().unwrap());
        let sites = [None, Some("same-origin"), Some("none"), Some("same-site"), Some("cross-site"), Some("")];
        let origins = [None, Some("https://klar.example.org"), Some("https://evil.example"), Some("http://klar.example.org"), Some("null")];
        for method in [Method::GET, Method::HEAD, Method::OPTIONS, Method::POST, Method::PUT, Method::PATCH, Method::DELETE] {
            let safe = matches!(method, Method::GET | Method::HEAD | Method::OPTIONS);
            for site in sites {
                for origin in origins {
                    for cookie in [
                        None,
                        Some("__Host-klar=x"),
                        Some("a=b; __Host-klar-login=x"),
                        Some("__Host-klar=x; __Host-klar=y"),
                        Some("lang=nb"),
                    ] {
                        let mut headers = HeaderMap::new();
                        let named = [("sec-fetch-site", site), ("origin", origin), ("cookie", cookie)];
                        for (name, value) in named.into_iter().filter_map(|(name, value)| Some((name, value?))) {
                            headers.insert(name, HeaderValue::from_static(value));
                        }
                        let ours = cookie.is_some_and(|cookie| cookie.contains("__Host-klar"));
                        let expected = safe
                            || match (site, origin) {
                                (Some(site), _) => ["same-origin", "none"].contains(&site),
                                (None, Some(origin)) => origin == "https://klar.example.org",
                                (None, None) => !ours,
                            };
                        let passes = may_pass(&method, &headers, "https://klar.example.org", cookies);
                        assert_eq!(passes, expected, "{method} {site:?} {origin:?} {cookie:?}");
                    }
                }
            }
        }
    }
}
