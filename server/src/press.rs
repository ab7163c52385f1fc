//! Letters as files of a case: written, and then checked like everything else that is taken in.

use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use app::cx::{Press, Pressed, Unpressed};
use domain::Timestamp;
use domain::documents::FileKind;
use domain::letters::Letter;
use letters::RenderError;

use crate::documents::Checks;

/// Makes them.
#[derive(Debug)]
pub(crate) struct Printer {
    checks: Arc<Checks>,
}

impl Printer {
    pub(crate) fn new(checks: Arc<Checks>) -> Self {
        Self { checks }
    }

    async fn pressed(&self, name: &str, letter: Letter, made: Timestamp) -> Result<Pressed, Unpressed> {
        let failed = |error: &dyn std::fmt::Display| {
            tracing::error!(%error, "a letter could not be written");
            Unpressed::Failed
        };
        let contents = serde_json::to_vec(&letter).map_err(|error| failed(&error))?;
        let both = move || -> Result<_, RenderError> { Ok((letters::to_pdf(&letter, made)?, letters::to_docx(&letter, made)?)) };
        // Shaping and packing keep a thread busy for a while.
        let both = tokio::task::spawn_blocking(both).await.map_err(|error| failed(&error))?;
        let (pdf, docx) = both.map_err(|error| failed(&error))?;
        let check = async |kind: FileKind, bytes| self.checks.check(format!("{name}.{kind}"), bytes).await.map_err(Unpressed::Refused);
        let file = check(FileKind::Pdf, pdf).await?;
        let twin = check(FileKind::Docx, docx).await?;
        Ok(Pressed { file, twin: (twin.kind, twin.bytes), contents })
    }
}

impl Press for Printer {
    fn press<'p>(
        &'p self,
        name: &'p str,
        letter: &'p Letter,
        made: Timestamp,
    ) -> Pin<Box<dyn Future<Output = Result<Pressed, Unpressed>> + Send + 'p>> {
        Box::pin(self.pressed(name, letter.clone(), made))
    }
}
