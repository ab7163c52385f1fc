//! Where a browser may be sent.

use axum::response::Response;
use http::{HeaderValue, StatusCode, header};

use crate::config::PublicUrl;

/// `path` if it is a page of ours that one can be sent to. What is sent on is the text as it came, so that what
/// was checked is what the browser reads.
pub(crate) fn own<'a>(path: &'a str, public_url: &PublicUrl) -> Option<&'a str> {
    let path = app::routes::own_path(path)?;
    // The browser's own rules have the last word on whose address this is.
    let url = public_url.url().join(path).ok()?;
    let not_a_page = [app::routes::API, app::routes::LOGIN, app::routes::LOGOUT, app::routes::LANGUAGE];
    let under = |prefix: &str| url.path().strip_prefix(prefix).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let ours = url.origin() == public_url.url().origin() && !not_a_page.into_iter().any(under);
    ours.then_some(path)
}

/// 303: whatever the method was, the next request is a GET.
pub(crate) fn see_other(to: &str) -> Response {
    let mut response = Response::default();
    match HeaderValue::from_str(to) {
        Ok(location) => {
            *response.status_mut() = StatusCode::SEE_OTHER;
            response.headers_mut().insert(header::LOCATION, location);
        }
        Err(_) => *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR,
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages() {
        let url: PublicUrl = "https://klar.example.org".to_owned().try_into().unwrap();
        for path in [
            "/",
            "/saker/ny?x=1",
            "/i-dag#her",
            "/logg-innhold",
            "/saker?til=//evil.example",
            "/%2F%2Fevil.example",
            "/..//evil.example",
            "/æ",
        ] {
            assert_eq!(own(path, &url), Some(path));
        }
        for path in [
            "",
            "saker",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "https://evil.example",
            "https:/evil.example",
            "javascript:alert(1)",
            " //evil.example",
            "/api/cases/close",
            "/api",
            "/logg-inn",
            "/logg-inn/svar?code=x",
            "/logg-ut",
            "/sprak",
            "/./logg-inn",
            "/x/../logg-ut",
            "/\u{0}",
            "@evil.example",
            "/\u{85}/x",
        ] {
            assert_eq!(own(path, &url), None, "{path:?}");
        }
    }
}
