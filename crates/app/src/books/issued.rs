//! The resolution book and the register of all papers a cell has issued.

use jiff::civil::Date;
use nennep_domain::{
    ids::{IssueId, OrganisationId},
    papers::{DocumentType, Number, PaperType},
    rules::Rules,
};
use nennep_store::issues::{self, Registered, Term};

use super::{Book, LEAF, open};
use crate::{Ctx, error::Result};

/// A line of the register.
#[derive(Debug, Clone)]
pub struct IssuedLine {
    /// What the register holds.
    pub paper: Registered,
    /// The number as papers cite it, e.g. `05-NQ/CB`.
    pub reference: String,
    /// The type; `None` for invitations and for signs that stand for none.
    pub document: Option<DocumentType>,
    /// Whether it is an invitation.
    pub is_invitation: bool,
}

/// A leaf of a cell's resolution book, latest first. `after`: the last line of the leaf before.
pub async fn resolutions(
    ctx: &Ctx,
    cell: OrganisationId,
    after: Option<(Date, IssueId)>,
) -> Result<Book<IssuedLine>> {
    of_sign(ctx, cell, |rules| PaperType::Resolution.sign(rules), after).await
}

/// A leaf of the register of all papers a cell has issued, latest first. `after`: the last line of the leaf before.
pub async fn papers(
    ctx: &Ctx,
    cell: OrganisationId,
    after: Option<(Date, IssueId)>,
) -> Result<Book<IssuedLine>> {
    of_sign(ctx, cell, |_| None, after).await
}

async fn of_sign(
    ctx: &Ctx,
    cell: OrganisationId,
    sign: impl FnOnce(&Rules) -> Option<String>,
    after: Option<(Date, IssueId)>,
) -> Result<Book<IssuedLine>> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let sign = sign(&book.rules);
    let papers = issues::list(&mut tx, cell, sign.as_deref(), after, LEAF + 1).await?;
    let lines = papers.into_iter().map(|paper| line(&book.rules, paper)).collect();
    Ok(book.with(lines))
}

/// The terms of a cell, latest first: numbers run on through each.
pub async fn terms(ctx: &Ctx, cell: OrganisationId) -> Result<Book<Term>> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let mut terms = issues::terms(&mut tx, cell).await?;
    terms.reverse();
    Ok(book.with(terms))
}

fn line(rules: &Rules, paper: Registered) -> IssuedLine {
    // Papers of a congress are counted under `NQ/ĐH`.
    let (type_sign, body_sign) = match paper.sign.split_once('/') {
        Some((sign, body)) => (sign.to_owned(), body.to_owned()),
        None => (paper.sign.clone(), rules.cell_sign().value),
    };
    IssuedLine {
        document: DocumentType::of_sign(&type_sign, rules),
        is_invitation: type_sign == rules.invitation_sign().value,
        reference: Number {
            number: Some(paper.number),
            digits: usize::try_from(rules.number_digits().value).unwrap_or(2),
            type_sign,
            body_sign,
        }
        .reference(),
        paper,
    }
}
