//! A cell's dues book of a year as a file.

use nennep_documents::registers::{DuesRegister, DuesRegisterLine, dues_register};
use nennep_domain::{accounts::permission::Action, ids::OrganisationId, time::Month};
use nennep_store::{dues as store, members, organisations};

use super::{
    cell_for,
    reckon::{Reckoning, day_of},
};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    registers::{Format, Written, written},
};

/// A cell's dues book of a year: each member's payments month by month, and what went up. For those who see the cell's dues; it is
/// noted who wrote it out.
#[boxed]
pub async fn year_of_cell(ctx: &Ctx, cell: OrganisationId, year: i16, format: Format) -> Result<Written> {
    let mut tx = ctx.store.write().await?;
    let (here, place) = cell_for(ctx, &mut tx, cell, Action::SeeDues).await?;
    let first = Month::new(year, 1).ok_or(Error::NotFound)?;
    let span = (first, first.plus(11));
    let today = ctx.now().date();
    let mut people: Vec<_> = store::payers(&mut tx, cell, day_of(span.1, today))
        .await?
        .into_iter()
        .map(|one| one.member)
        .collect();
    people.extend(store::payers_of_months(&mut tx, cell, span).await?);
    people.sort_unstable();
    people.dedup();
    let known = Reckoning::of(ctx, &mut tx, &place, &people, span).await?;
    let mut found = members::find_many(&mut tx, &people).await?;
    found.sort_by_cached_key(|one| nennep_domain::names::sort_key(&one.profile.full_name));
    let lines = found.into_iter().map(|one| DuesRegisterLine {
        months: (0..12).map(|n| known.paid(one.id, first.plus(n))).collect(),
        arrears: known.arrears(one.id),
        name: one.profile.full_name,
    });
    let closed = store::closed_in(&mut tx, cell, span).await?;
    let above = match place.above.first() {
        Some(above) => organisations::find(&mut tx, *above).await?,
        None => None,
    };
    let register = DuesRegister {
        superior: above.map_or_else(String::new, |one| one.name),
        cell: here.name,
        year,
        lines: lines.collect(),
        collected: closed.iter().map(|one| one.collected).sum(),
        to_send: closed.iter().map(nennep_domain::dues::ClosedMonth::to_send).sum(),
        closed: closed.len(),
    };
    events::record(&mut tx, ctx, Event::new("register.written").at(cell).to(cell.0)).await?;
    tx.commit().await?;
    let file_name = format!("dang-phi-{}-{year}.{}", here.code, format.ending());
    let at = ctx.now();
    let write = move || written(&dues_register(&register), format, at);
    let bytes = tokio::task::spawn_blocking(write).await.map_err(Error::fault)??;
    Ok(Written { bytes, file_name, format })
}
