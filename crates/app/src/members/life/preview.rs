//! What a deed in a member's life would do, said line by line before it is done.

use nennep_domain::{
    accounts::permission::Action,
    members::{Standing, life::Ended},
    papers::letterhead::short_date,
    problems::Sentence,
};
use nennep_store::{Tx, offices, organisations};

use super::{
    Planned,
    perform::OfficesLeft,
    weigh::{Weighed, weigh},
};
use crate::{Ctx, boxed, error::Result, members::load::load};

/// What a transfer comes to once it is received, for those who keep the members of the cell left; nothing is written.
#[boxed]
pub async fn preview_transfer(ctx: &Ctx, planned: &Planned) -> Result<Vec<Sentence>> {
    let mut tx = ctx.store.read().await?;
    load(ctx, &mut tx, planned.member, Action::KeepMembers).await?;
    drop(tx);
    preview(&ctx.as_system(), planned).await
}

/// What a deed would do as things stand; nothing is written. Refused as doing it would be.
#[boxed]
pub async fn preview(ctx: &Ctx, planned: &Planned) -> Result<Vec<Sentence>> {
    let mut tx = ctx.store.read().await?;
    let weighed = weigh(ctx, &mut tx, planned).await?;
    let mut cells: Vec<_> =
        weighed.standings.iter().chain(&weighed.outcome.begun).map(|one| one.cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let known = organisations::find_many(&mut tx, &cells).await?;
    let name = |one: &Standing| {
        known.iter().find(|cell| cell.id == one.cell).map_or_else(String::new, |cell| cell.name.clone())
    };
    let mut said = Vec::new();
    for ended in &weighed.outcome.ended {
        if let Some(one) = weighed.standings.iter().find(|one| one.id == ended.standing) {
            said.push(ends(one, ended, name(one)));
        }
    }
    for begun in &weighed.outcome.begun {
        let sentence = Sentence::new("life-becomes-begun").with("cell", name(begun));
        let sentence = sentence.with("grade", begun.grade.as_str()).with("state", begun.state.as_str());
        said.push(sentence.with("on", short_date(begun.from_on)));
    }
    let terms = terms(&mut tx, planned, &weighed).await?;
    if terms > 0 {
        said.push(Sentence::new("life-becomes-offices").with("count", terms));
    }
    Ok(said)
}

fn ends(one: &Standing, ended: &Ended, cell: String) -> Sentence {
    Sentence::new("life-becomes-ended")
        .with("cell", cell)
        .with("grade", one.grade.as_str())
        .with("state", one.state.as_str())
        .with("on", short_date(ended.on))
}

/// How many terms of office end with it.
async fn terms(tx: &mut Tx, planned: &Planned, weighed: &Weighed) -> Result<u32> {
    let only_in = match OfficesLeft::by(&planned.deed, weighed) {
        OfficesLeft::None => return Ok(0),
        OfficesLeft::In(cell) => Some(cell),
        OfficesLeft::All => None,
    };
    let held = offices::of_member(tx, planned.member).await?;
    let ends = |term: &&nennep_domain::accounts::OfficeTerm| {
        term.to_on.is_none_or(|end| end > planned.on) && only_in.is_none_or(|cell| term.organisation == cell)
    };
    Ok(u32::try_from(held.iter().filter(ends).count()).unwrap_or(u32::MAX))
}
