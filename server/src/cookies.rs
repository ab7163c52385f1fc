//! The cookies: their names, how they are read and how they are set.

use http::{HeaderMap, HeaderValue, header};

use crate::config::PublicUrl;

/// The language somebody chose; plain, and no secret.
pub(crate) const LANGUAGE: &str = "lang";
/// How long a choice of language is remembered: a year.
const LANGUAGE_SECONDS: i64 = 365 * 24 * 60 * 60;
/// How long somebody may take for a logout at the provider.
const LOGOUT_SECONDS: i64 = 5 * 60;

/// Which names and attributes the cookies have here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cookies {
    encrypted: bool,
}

impl Cookies {
    /// The one place that decides. With https every secret cookie is `__Host-` and `Secure`: no other host and
    /// no unencrypted page can set or read it. Unencrypted is accepted for one's own machine only (see
    /// [`PublicUrl`]); there Chromium and Firefox would take such cookies, but Safari refuses them and one could
    /// not log in, so they are plain.
    pub fn of(public_url: &PublicUrl) -> Self {
        Self { encrypted: public_url.is_https() }
    }

    /// The name of the session cookie.
    pub fn session(self) -> &'static str {
        if self.encrypted { "__Host-klar" } else { "klar" }
    }

    /// The name of the cookie that binds a login to one browser.
    pub fn login(self) -> &'static str {
        if self.encrypted { "__Host-klar-login" } else { "klar-login" }
    }

    /// The name of the cookie that binds a logout at the provider to one browser.
    pub(crate) fn logout(self) -> &'static str {
        if self.encrypted { "__Host-klar-logout" } else { "klar-logout" }
    }

    /// Gone when the browser is closed; how long a session lives is decided on the server.
    pub(crate) fn set_session(self, token: &str) -> HeaderValue {
        self.secret(self.session(), token, None)
    }

    pub(crate) fn set_login(self, token: &str) -> HeaderValue {
        self.secret(self.login(), token, Some(store::sessions::ATTEMPT_SECONDS))
    }

    pub(crate) fn set_logout(self, token: &str) -> HeaderValue {
        self.secret(self.logout(), token, Some(LOGOUT_SECONDS))
    }

    pub(crate) fn set_language(self, code: &str) -> HeaderValue {
        self.cookie(LANGUAGE, code, Some(LANGUAGE_SECONDS), "")
    }

    /// Makes the browser forget a cookie.
    pub(crate) fn expire(self, name: &str) -> HeaderValue {
        self.secret(name, "", Some(0))
    }

    fn secret(self, name: &str, value: &str, max_age: Option<i64>) -> HeaderValue {
        self.cookie(name, value, max_age, "; HttpOnly")
    }

    /// `Lax`, because the provider's answer and links in mail come from elsewhere; what changes anything is a POST.
    fn cookie(self, name: &str, value: &str, max_age: Option<i64>, also: &str) -> HeaderValue {
        let secure = if self.encrypted { "; Secure" } else { "" };
        let max_age = max_age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
        let text = format!("{name}={value}; Path=/; SameSite=Lax{max_age}{secure}{also}");
        HeaderValue::try_from(text).unwrap_or_else(|_| HeaderValue::from_static(""))
    }
}

/// The value of a cookie that was sent exactly once. Two of a name are somebody's trick, and neither is believed.
pub(crate) fn read<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let mut values = headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .filter(|(own, _)| *own == name)
        .map(|(_, value)| value);
    let value = values.next()?;
    values.next().is_none().then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cookies(url: &str) -> Cookies {
        Cookies::of(&url.to_owned().try_into().unwrap())
    }

    #[test]
    fn over_https_no_other_host_can_set_them() {
        let cookies = cookies("https://klar.example.org");
        assert_eq!(cookies.set_session("t"), "__Host-klar=t; Path=/; SameSite=Lax; Secure; HttpOnly");
        assert_eq!(cookies.set_login("t"), "__Host-klar-login=t; Path=/; SameSite=Lax; Max-Age=600; Secure; HttpOnly");
        assert_eq!(cookies.expire(cookies.session()), "__Host-klar=; Path=/; SameSite=Lax; Max-Age=0; Secure; HttpOnly");
        assert_eq!(cookies.set_language("nn"), "lang=nn; Path=/; SameSite=Lax; Max-Age=31536000; Secure");
    }

    #[test]
    fn on_ones_own_machine_every_browser_takes_them() {
        assert_eq!(cookies("http://localhost:3000").set_session("t"), "klar=t; Path=/; SameSite=Lax; HttpOnly");
    }

    #[test]
    fn a_cookie_is_read_only_when_there_is_one() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("lang=nn; klar=a"));
        headers.append(header::COOKIE, HeaderValue::from_static("klar-login=b;klar-login=c"));
        assert_eq!(read(&headers, "klar"), Some("a"));
        assert_eq!(read(&headers, "lang"), Some("nn"));
        assert_eq!(read(&headers, "klar-login"), None);
        assert_eq!(read(&headers, "la"), None);
    }
}
