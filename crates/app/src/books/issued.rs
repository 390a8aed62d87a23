//! The register of all papers a cell has issued, by year and by type; its resolutions are the resolution book.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nennep_domain::{
    ids::{IssueId, OrganisationId},
    papers::{DocumentType, Number},
    rules::Rules,
};
use nennep_store::issues::{self, Filter, Registered};

use super::{Book, LEAF, Term, open};
use crate::{Ctx, boxed, error::Result};

/// What an issued paper is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PaperKind {
    /// A document of a type.
    Document(DocumentType),
    /// An invitation.
    Invitation,
}

impl PaperKind {
    /// Its word: the type's own, or `invitation`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Document(document) => document.as_str(),
            Self::Invitation => "invitation",
        }
    }

    /// The kind of that word.
    pub fn from_word(word: &str) -> Option<Self> {
        if word == Self::Invitation.as_str() {
            return Some(Self::Invitation);
        }
        word.parse().ok().map(Self::Document)
    }

    fn of_sign(sign: &str, rules: &Rules) -> Option<Self> {
        // Papers of a congress are counted under `NQ/ĐH`.
        let sign = sign.split_once('/').map_or(sign, |(sign, _)| sign);
        let document = DocumentType::of_sign(sign, rules).map(Self::Document);
        document.or_else(|| (sign == rules.invitation_sign().value).then_some(Self::Invitation))
    }

    fn sign(self, rules: &Rules) -> Option<String> {
        match self {
            Self::Document(document) => document.sign_for_cell(rules).ok(),
            Self::Invitation => Some(rules.invitation_sign().value),
        }
    }
}

/// A line of the register.
#[derive(Debug, Clone)]
pub struct IssuedLine {
    /// What the register holds.
    pub paper: Registered,
    /// The number as papers cite it, e.g. `05-NQ/CB`.
    pub reference: String,
    /// What it is; `None` for signs that stand for nothing today.
    pub kind: Option<PaperKind>,
}

/// What is asked of the register.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Asked {
    /// Only papers of this kind.
    pub kind: Option<PaperKind>,
    /// Only papers of this year.
    pub year: Option<i16>,
}

/// A leaf of the register.
#[derive(Debug, Clone)]
pub struct Register {
    /// The leaf.
    pub book: Book<IssuedLine>,
    /// The kinds it holds, each with how many papers there are.
    pub kinds: Vec<(PaperKind, u32)>,
    /// The years in which papers were issued, latest first.
    pub years: Vec<i16>,
}

/// A leaf of the register of the papers a cell has issued, latest first. `after`: the last line of the leaf before.
#[boxed]
pub async fn papers(
    ctx: &Ctx,
    cell: OrganisationId,
    asked: Asked,
    after: Option<(Date, IssueId)>,
) -> Result<Register> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let sign = asked.kind.and_then(|kind| kind.sign(&book.rules));
    let filter = Filter { sign: sign.as_deref(), year: asked.year };
    let papers = issues::list(&mut tx, cell, filter, after, LEAF + 1).await?;
    let lines = papers.into_iter().map(|paper| issued_line(&book.rules, paper)).collect();
    let mut kinds: Vec<(PaperKind, u32)> = Vec::new();
    let mut years = BTreeSet::new();
    for signed in issues::signs(&mut tx, cell).await? {
        years.extend(signed.first_on.year()..=signed.last_on.year());
        let Some(kind) = PaperKind::of_sign(&signed.sign, &book.rules) else { continue };
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, papers)) => *papers += signed.papers,
            None => kinds.push((kind, signed.papers)),
        }
    }
    Ok(Register { book: book.with(lines), kinds, years: years.into_iter().rev().collect() })
}

/// The terms of a cell, latest first: numbers run on through each.
#[boxed]
pub async fn terms(ctx: &Ctx, cell: OrganisationId) -> Result<Book<Term>> {
    let mut tx = ctx.store.read().await?;
    let book = open(ctx, &mut tx, cell).await?;
    let mut terms = issues::terms(&mut tx, cell).await?;
    terms.reverse();
    Ok(book.with(terms))
}

/// A line of a register, with its number as papers cite it.
pub(crate) fn issued_line(rules: &Rules, paper: Registered) -> IssuedLine {
    let (type_sign, body_sign) = match paper.sign.split_once('/') {
        Some((sign, body)) => (sign.to_owned(), body.to_owned()),
        None => (paper.sign.clone(), rules.cell_sign().value),
    };
    IssuedLine {
        kind: PaperKind::of_sign(&paper.sign, rules),
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
