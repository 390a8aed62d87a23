//! The press: sets papers on threads of their own, few at a time, and keeps the last ones printed, so that a cell whose
//! members all open the same minutes costs one printing.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex, PoisonError},
};

use nennep_documents::papers::{self, Paper};
use nennep_domain::time::Instant;
use tokio::sync::Semaphore;

use super::format::{Format, file_name, full_name};
use crate::{
    error::{Error, Result},
    keys::sha256,
};

/// The most bytes of printed papers that are kept.
const MOST_KEPT_BYTES: usize = 8 * 1024 * 1024;

/// A printed paper.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The file.
    pub bytes: Arc<[u8]>,
    /// A name for the file in plain ASCII letters.
    pub file_name: String,
    /// The same name as people write it, with its marks.
    pub full_name: String,
    /// The file's media type.
    pub media_type: &'static str,
    /// Letters that stand as □ because the paper's fonts lack them; the reader should be told.
    pub unprintable: Vec<char>,
    /// Pages, where the format has any of its own.
    pub pages: Option<usize>,
}

/// What papers are printed with.
pub(crate) struct Press {
    /// As many at a time as the machine has processors.
    turns: Arc<Semaphore>,
    kept: Mutex<VecDeque<(Vec<u8>, Printed)>>,
}

impl Default for Press {
    fn default() -> Self {
        let processors = std::thread::available_parallelism().map_or(1, usize::from);
        Self { turns: Arc::new(Semaphore::new(processors)), kept: Mutex::default() }
    }
}

impl Press {
    /// The paper, printed now or kept from before. `since`: the moment it has said so since, or else now.
    pub(crate) async fn print(&self, paper: Paper, format: Format, since: Instant) -> Result<Printed> {
        let said = serde_json::to_vec(&paper).map_err(Error::fault)?;
        let key = sha256(&[format.as_str().as_bytes(), &said].concat());
        if let Some(kept) = self.find(&key) {
            return Ok(kept);
        }
        let turn = Arc::clone(&self.turns).acquire_owned().await.map_err(Error::fault)?;
        let work = move || {
            let _turn = turn;
            set(&paper, format, since)
        };
        let printed = tokio::task::spawn_blocking(work).await.map_err(Error::fault)??;
        self.keep(key, printed.clone());
        Ok(printed)
    }

    fn find(&self, key: &[u8]) -> Option<Printed> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|(known, _)| known == key)?;
        let found = kept.remove(at)?;
        let printed = found.1.clone();
        kept.push_back(found);
        drop(kept);
        Some(printed)
    }

    fn keep(&self, key: Vec<u8>, printed: Printed) {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push_back((key, printed));
        while kept.iter().map(|(_, printed)| printed.bytes.len()).sum::<usize>() > MOST_KEPT_BYTES {
            kept.pop_front();
        }
    }
}

fn set(paper: &Paper, format: Format, since: Instant) -> Result<Printed> {
    let (bytes, pages, unprintable) = match format {
        Format::Pdf => {
            let pdf = papers::pdf(paper, since).map_err(Error::fault)?;
            (pdf.bytes, Some(pdf.pages), pdf.unprintable)
        }
        Format::Docx => (papers::docx(paper, since).map_err(Error::fault)?, None, Vec::new()),
    };
    Ok(Printed {
        bytes: bytes.into(),
        file_name: file_name(&paper.title, format),
        full_name: full_name(&paper.title, format),
        media_type: format.media_type(),
        unprintable,
        pages,
    })
}
