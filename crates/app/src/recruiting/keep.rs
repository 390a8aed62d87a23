//! Putting somebody on a cell's list, and correcting what is known.

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, OrganisationId},
    names,
    problems::{Problems, Sentence},
    recruiting::{Candidate, Person, PersonDraft, RecordError},
};
use nennep_store::{Tx, recruiting};

use super::load::{load, load_cell};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// Somebody to be put on a list, as typed.
#[derive(Debug, Clone, Default)]
pub struct AddForm {
    /// Who.
    pub person: PersonDraft,
    /// Since when on the list.
    pub listed_on: Option<Date>,
    /// By which resolution.
    pub listed_by: String,
}

/// The most letters of a resolution's number.
const MOST_LETTERS: usize = 200;

/// Puts somebody on a cell's list, for those who keep its members. The same id sent twice is one candidate; one with the same name and date
/// of birth on that list is refused.
#[boxed]
pub async fn add(ctx: &Ctx, id: CandidateId, cell: OrganisationId, form: &AddForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (cell, _) = load_cell(ctx, &mut tx, cell, Action::KeepMembers).await?;
    if let Some(there) = recruiting::find(&mut tx, id).await? {
        return if there.cell == cell.id { Ok(()) } else { Err(Error::NotFound) };
    }
    let (person, listed_on, listed_by) = check(ctx, form)?;
    refuse_double(&mut tx, cell.id, &person, id).await?;
    let candidate =
        Candidate { id, cell: cell.id, person, listed_on, listed_by, dropped: None, member: None };
    recruiting::insert(&mut tx, &candidate, ctx.now(), ctx.actor.account).await?;
    events::record(&mut tx, ctx, Event::new("candidate.added").at(cell.id).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

/// Corrects what is known of a candidate who was not admitted yet.
#[boxed]
pub async fn change(ctx: &Ctx, id: CandidateId, form: &AddForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let (known, place) = load(ctx, &mut tx, id, Action::KeepMembers).await?;
    let (person, listed_on, listed_by) = check(ctx, form)?;
    if (&person, listed_on, &listed_by) == (&known.person, known.listed_on, &known.listed_by) {
        return Ok(());
    }
    if known.member.is_some() {
        return Err(Error::refused(RecordError::Admitted));
    }
    refuse_double(&mut tx, known.cell, &person, id).await?;
    recruiting::update(&mut tx, id, &person, listed_on, &listed_by).await?;
    events::record(&mut tx, ctx, Event::new("candidate.changed").at(place.organisation).to(id.0)).await?;
    tx.commit().await?;
    Ok(())
}

fn check(ctx: &Ctx, form: &AddForm) -> Result<(Person, Date, String)> {
    let today = ctx.now().date();
    let mut problems = Problems::default();
    let person = form.person.check(today).map_err(|wrong| problems.0.extend(wrong.0)).ok();
    let listed_on = form.listed_on.unwrap_or(today);
    if listed_on > today {
        problems.add("listed_on", Sentence::new("recruiting-refused-to-come"));
    }
    let listed_by = names::tidy(&form.listed_by).chars().take(MOST_LETTERS).collect();
    let checked = person.map(|person| (person, listed_on, listed_by));
    Ok(problems.or(checked)?)
}

async fn refuse_double(tx: &mut Tx, cell: OrganisationId, person: &Person, own: CandidateId) -> Result<()> {
    let same = |one: &Candidate| {
        one.id != own
            && one.person.born_on == person.born_on
            && names::fold(&one.person.name) == names::fold(&person.name)
    };
    if recruiting::list(tx, &[cell]).await?.iter().any(same) {
        return Err(Error::invalid("name", Sentence::new("recruiting-listed-already")));
    }
    Ok(())
}
