//! A number for a paper that is written elsewhere: taken from the cell's register, so that it runs on with the others.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{IssueId, OrganisationId},
    names,
    papers::{DocumentType, Number},
    problems::Sentence,
};
use nennep_store::{issues, organisations};

use super::issue::{Unnumbered, give_number};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    rules,
};

/// A paper as it was typed into the register.
#[derive(Debug, Clone)]
pub struct PaperForm {
    /// Its type.
    pub document: DocumentType,
    /// What it is about.
    pub about: String,
}

/// Takes the next number of a type for a paper of today; the same id posted twice is one paper. A type that a cell may not
/// issue is refused with the rule (399-QĐ/TW Art. 11, 13).
#[boxed]
pub async fn take_number(ctx: &Ctx, cell: OrganisationId, id: IssueId, form: &PaperForm) -> Result<Number> {
    let about = names::tidy(&form.about);
    if about.is_empty() || about.chars().count() > 500 {
        return Err(Error::invalid("about", Sentence::new("papers-about-missing").with("most", 500)));
    }
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::IssuePapers, &Resource::at(&place), Action::SeeMeetings)?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let sign = form.document.sign_for_cell(&rules).map_err(Error::refused)?;
    let paper = Unnumbered { id, organisation: cell, meeting: None, series: &sign, on: today };
    let number = give_number(ctx, &mut tx, &rules, paper).await?;
    issues::keep(&mut tx, id, &about, None).await?;
    let event = Event::new("paper.issued").at(cell).to(id.0);
    events::record(&mut tx, ctx, event.with("sign", sign.as_str()).with("number", number)).await?;
    tx.commit().await?;
    Ok(Number {
        number: Some(number),
        digits: usize::try_from(rules.number_digits().value).unwrap_or(2),
        type_sign: sign,
        body_sign: rules.cell_sign().value,
    })
}
