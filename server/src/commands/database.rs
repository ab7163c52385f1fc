//! Opening the database, and saying plainly when that cannot be done.

use std::os::unix::fs::DirBuilderExt;
use std::path::Path;

use anyhow::{Context, anyhow};
use store::{Clock, Objects, Store, StoreError, StoreOptions};
use url::Url;

use crate::config::{Config, Documents};

/// Opens the database the configuration names. The error is one sentence for whoever started the program.
pub async fn open(config: &Config, clock: Clock) -> anyhow::Result<Store> {
    make_folder(&config.data)?;
    let database_url = database_url(config);
    let shown = without_password(&database_url);
    let options = StoreOptions { database_url, key_file: config.key_file(), clock };
    let store = Store::open(options).await.map_err(|error| match error {
        StoreError::Keys(_) => anyhow!("the database {shown} cannot be opened: {error}"),
        error => anyhow!("the database {shown} cannot be opened: {}", why(&error.to_string(), shown.starts_with("sqlite:"))),
    })?;
    store.limit_searches(config.search_limits);
    let objects = match &config.documents {
        Documents::Beside => return Ok(store),
        Documents::Folder(folder) => Objects::folder(folder),
        Documents::Bucket(bucket) => Objects::bucket(bucket),
    };
    Ok(store.with_objects(objects.map_err(|error| anyhow!("{error}"))?))
}

/// Where the database is. There may be a password in it.
pub fn database_url(config: &Config) -> String {
    match &config.database_url {
        Some(url) => url.expose().to_owned(),
        None => format!("sqlite://{}", percent_encoded(&config.data.join("klar.db"))),
    }
}

/// Only the user who runs the program may look into it: the key file lies there.
fn make_folder(path: &Path) -> anyhow::Result<()> {
    let made = std::fs::DirBuilder::new().recursive(true).mode(0o700).create(path);
    made.with_context(|| format!("the data folder {} cannot be made", path.display()))
}

/// What the driver says, in words for somebody who does not know the driver.
fn why(error: &str, sqlite: bool) -> String {
    const LOCKED: &str = "it is locked: another program is writing to it, or holds it open";
    let known = [
        ("database is locked", LOCKED),
        ("unable to open database file", "there is no such file and none can be made there, or it may not be read"),
        ("file is not a database", "the file is something else than a SQLite database"),
        ("Connection refused", "nothing answers there"),
        // A file has nothing to wait for but somebody else's lock; a server that is not there is asked until time is up.
        ("pool timed out", if sqlite { LOCKED } else { "nothing answers there" }),
        ("password authentication failed", "the user name or the password is wrong"),
        ("does not exist", "there is no such database or user"),
        ("failed to lookup address", "there is no such host"),
    ];
    known.iter().find(|(said, _)| error.contains(said)).map_or_else(|| error.to_owned(), |(_, means)| (*means).to_owned())
}

/// For messages.
fn without_password(url: &str) -> String {
    match Url::parse(url) {
        Ok(mut parsed) if parsed.password().is_some() => {
            // Refused only by addresses that cannot have a password.
            let _ = parsed.set_password(None);
            parsed.to_string()
        }
        _ => url.to_owned(),
    }
}

/// A path as part of an address: only what has a meaning there is written otherwise.
fn percent_encoded(path: &Path) -> String {
    path.display().to_string().replace('%', "%25").replace('?', "%3F").replace('#', "%23")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_not_shown() {
        assert_eq!(without_password("postgres://klar:hidden@db.example:5432/klar"), "postgres://klar@db.example:5432/klar");
        assert_eq!(without_password("sqlite://data/klar.db"), "sqlite://data/klar.db");
    }
}
