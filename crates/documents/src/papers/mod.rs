//! Papers: composes what a paper says into blocks, then draws them as PDF (Typst) or DOCX.
//!
//! ```text
//! papers::Content --compose--> Paper (blocks) --pdf--> PDF/A-2u, tagged
//!                                             --docx-> Word document
//! ```

mod block;
mod compose;
mod docx;
mod fonts;
mod form;
mod press;
mod printable;
mod way_form;

use std::collections::BTreeSet;

use nennep_domain::time::Instant;

use self::printable::make_printable;

pub use self::{
    block::{Align, Annex, Block, Column, Foot, Head, HeadMark, Paper, Row, Run, Signature, Table},
    compose::{compose, compose_candidate, compose_probation},
    docx::docx,
    form::Sizes,
    press::{Fault, Pdf, PressError, Template, print},
};

const PAPER: Template =
    Template { name: "paper.typ", source: include_str!("../../templates/papers/paper.typ") };

/// The letters of a paper that the paper's fonts lack, e.g. emoji: they would stand as □. Cheap: nothing is set.
pub fn unprintable(paper: &Paper) -> Vec<char> {
    let mut missing = BTreeSet::new();
    if let Ok(mut data) = serde_json::to_value(paper) {
        make_printable(&mut data, &mut missing);
    }
    missing.into_iter().collect()
}

/// The paper as PDF; `at` is the moment written into the file. It keeps a processor busy for some tens of milliseconds,
/// so a server runs it on a blocking thread.
pub fn pdf(paper: &Paper, at: Instant) -> Result<Pdf, PressError> {
    let fault = |error: serde_json::Error| Fault {
        template: PAPER.name.to_owned(),
        line: 0,
        column: 0,
        message: error.to_string(),
    };
    let data = serde_json::to_value(paper).map_err(|error| PressError(vec![fault(error)]))?;
    print(PAPER, data, at)
}
