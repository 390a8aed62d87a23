//! The minutes book: every meeting that was opened, by month, with its number, adoption and additions.

use nennep_domain::{
    ids::{MeetingId, OrganisationId},
    papers::{Number, PaperType},
    time::Month,
};
use nennep_store::minutes::{self as kept, BookLine};

use super::{Book, LEAF, open};
use crate::{Ctx, boxed, error::Result};

/// A line of the minutes book.
#[derive(Debug, Clone)]
pub struct MinutesLine {
    /// What the register holds.
    pub line: BookLine,
    /// The number as papers cite it; empty while there is none.
    pub reference: String,
}

/// A leaf of a cell's minutes book, latest month first. `after`: the last line of the leaf before.
#[boxed]
pub async fn minutes(
    ctx: &Ctx,
    cell: OrganisationId,
    after: Option<(Month, MeetingId)>,
) -> Result<Book<MinutesLine>> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let rules = book.rules.clone();
    let sign = PaperType::Minutes.sign(&rules).unwrap_or_default();
    let lines = kept::book(&mut tx, cell, &sign, after, LEAF + 1).await?;
    let numbered = |number| Number {
        number: Some(number),
        digits: usize::try_from(rules.number_digits().value).unwrap_or(2),
        type_sign: sign.clone(),
        body_sign: rules.cell_sign().value,
    };
    let line = |line: BookLine| MinutesLine {
        reference: line.number.map_or_else(String::new, |(number, _)| numbered(number).reference()),
        line,
    };
    Ok(book.with(lines.into_iter().map(line).collect()))
}
