//! This program started anew for something that strangers' files are read for: what they do, they do to that process.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;

/// Starts the program with one word, gives it the question and reads the answer. It is told nothing else: no secret of the
/// environment, no configuration. An answer of a process that did not end well is none.
pub(crate) async fn ask(program: &Path, command: &str, question: &[&[u8]], seconds: u64) -> Result<Vec<u8>, String> {
    let mut child = Command::new(program)
        .arg(command)
        .env_clear()
        .current_dir("/")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .map_err(|error| error.to_string())?;
    let (Some(mut to), Some(mut from)) = (child.stdin.take(), child.stdout.take()) else { return Err("no way to it".to_owned()) };
    let mut said = Vec::new();
    let asked = async {
        let ask = async {
            for part in question {
                to.write_all(part).await?;
            }
            drop(to);
            std::io::Result::Ok(())
        };
        // It may say no before it has read everything; then the rest has nowhere to go, which is no fault.
        let (_, read) = tokio::join!(ask, from.read_to_end(&mut said));
        read?;
        child.wait().await
    };
    match tokio::time::timeout(Duration::from_secs(seconds), asked).await {
        Ok(Ok(status)) if status.success() => Ok(said),
        Ok(Ok(status)) => Err(status.to_string()),
        Ok(Err(error)) => Err(error.to_string()),
        Err(_) => Err("it took too long".to_owned()),
    }
}
