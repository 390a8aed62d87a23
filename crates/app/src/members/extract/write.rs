//! Writing an extract. Every one is an event of the member's file, which the member sees.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    members::{
        Profile,
        extract::{
            BadgePart, CommendationPart, DisciplinePart, DuesPart, Extract, FORMAT, Issuer, OfficePart,
            RatingPart, StandingPart, VERSION,
        },
    },
    names,
    organisations::{Organisation, Place},
    recognition::badges::BadgeStep,
    time::Month,
};
use nennep_store::{Tx, badges, commendations, discipline, dues, members, offices, organisations, ratings};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    members::load::load,
    notes::PublicKey,
};

/// Closed months of so long are looked through for dues that are open.
const DUES_MONTHS: i32 = 24;

/// An extract, signed.
#[derive(Debug, Clone)]
pub struct Written {
    /// The file: text that a person can read.
    pub text: String,
    /// A name for it in plain letters.
    pub file_name: String,
    /// What it holds.
    pub extract: Extract,
    /// The key that signed it.
    pub key: PublicKey,
}

/// What an extract would hold, for whoever may have one written.
#[derive(Debug, Clone)]
pub struct Offered {
    /// The member's name.
    pub name: String,
    /// The cell that keeps the file.
    pub cell: String,
    /// The key it would be signed with.
    pub key: PublicKey,
    /// Whether discipline in force would be part of it.
    pub gives_discipline: bool,
    /// Whether dues would be part of it.
    pub gives_dues: bool,
}

/// What an extract would hold if the asker had it written; nothing is.
#[boxed]
pub async fn offered(ctx: &Ctx, id: MemberId) -> Result<Offered> {
    let mut tx = ctx.store.read().await?;
    let (member, place) = load(ctx, &mut tx, id, Action::WriteExtract).await?;
    let cell = organisations::find(&mut tx, place.organisation).await?;
    let resource = Resource::at(&place).of_member(id);
    Ok(Offered {
        name: member.profile.full_name,
        cell: cell.map(|cell| cell.name).unwrap_or_default(),
        key: super::key(ctx),
        gives_discipline: ctx.may(Action::SeeDiscipline, &resource),
        gives_dues: ctx.may(Action::SeeDues, &resource),
    })
}

/// A signed extract of a member's file, for the member and for those who keep it; it is noted who had it written. Discipline and
/// dues are part of it only where the asker may see them.
#[boxed]
pub async fn write(ctx: &Ctx, id: MemberId) -> Result<Written> {
    let mut tx = ctx.store.write().await?;
    let (member, place) = load(ctx, &mut tx, id, Action::WriteExtract).await?;
    let key = super::key(ctx);
    let particulars = Profile { identity_number: String::new(), ..member.profile };
    let file_name = format!("trich-ho-so-{}-{}.txt", plain(&particulars.full_name), ctx.now().date());
    let extract = gather(ctx, &mut tx, id, &place, particulars, &key).await?;
    let event = Event::new("member.extract_written").at(place.organisation).to(id.0);
    let event = event.with("discipline", extract.discipline.is_some()).with("dues", extract.dues.is_some());
    events::record(&mut tx, ctx, event).await?;
    if extract.discipline.is_some() {
        let read = Event::new("member.discipline_read").at(place.organisation).to(id.0);
        events::record(&mut tx, ctx, read).await?;
    }
    tx.commit().await?;
    let text = serde_json::to_string_pretty(&extract).map_err(Error::fault)?;
    Ok(Written { text: ctx.keys.signer().sign(&text), file_name, extract, key })
}

fn plain(name: &str) -> String {
    let letters = names::fold(name);
    letters
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

async fn gather(
    ctx: &Ctx,
    tx: &mut Tx,
    id: MemberId,
    place: &Place,
    particulars: Profile,
    key: &PublicKey,
) -> Result<Extract> {
    let today = ctx.now().date();
    let resource = Resource::at(place).of_member(id);
    let standings = members::standings_of(tx, id).await?;
    let held = offices::of_member(tx, id).await?;
    let mut named: Vec<OrganisationId> = standings.iter().map(|one| one.cell).collect();
    named.extend(held.iter().map(|one| one.organisation));
    named.push(place.organisation);
    named.extend(place.above.first());
    named.sort_unstable();
    named.dedup();
    let known = organisations::find_many(tx, &named).await?;
    let name = |of: OrganisationId| named_of(&known, of).map_or_else(String::new, |one| one.name.clone());
    let issuer = Issuer {
        code: named_of(&known, place.organisation).map_or_else(String::new, |one| one.code.clone()),
        name: name(place.organisation),
        above: place.above.first().map_or_else(String::new, |above| name(*above)),
    };
    let standings = standings.iter().map(|one| StandingPart {
        cell: name(one.cell),
        grade: one.grade,
        state: one.state,
        from_on: one.from_on,
        to_on: one.to_on,
        left: one.left,
    });
    let held = held.into_iter().map(|one| OfficePart {
        office: one.office,
        organisation: name(one.organisation),
        from_on: one.from_on,
        to_on: one.to_on,
        basis: one.basis,
    });
    Ok(Extract {
        format: FORMAT.to_owned(),
        version: VERSION,
        key: key.to_text(),
        issuer,
        issued_on: today,
        particulars,
        standings: standings.collect(),
        offices: held.collect(),
        commendations: praise(ctx, tx, id).await?,
        badges: awarded(tx, id).await?,
        discipline: if ctx.may(Action::SeeDiscipline, &resource) {
            Some(in_force(ctx, tx, id).await?)
        } else {
            None
        },
        dues: if ctx.may(Action::SeeDues, &resource) {
            Some(dues_of(tx, id, Month::of(today)).await?)
        } else {
            None
        },
        ratings: if ctx.may(Action::SeeRating, &resource) { rated(tx, id).await? } else { Vec::new() },
    })
}

fn named_of(known: &[Organisation], id: OrganisationId) -> Option<&Organisation> {
    known.iter().find(|one| one.id == id)
}

async fn praise(ctx: &Ctx, tx: &mut Tx, id: MemberId) -> Result<Vec<CommendationPart>> {
    let today = ctx.now().date();
    let found = commendations::of_member(tx, id).await?.into_iter().map(|kept| kept.commendation);
    let part = found.filter(|one| one.counts_on(today)).map(|one| CommendationPart {
        kind: one.kind,
        reason: one.reason,
        number: one.decision.number,
        on: one.decision.on,
        by: one.decision.by,
    });
    Ok(part.collect())
}

async fn awarded(tx: &mut Tx, id: MemberId) -> Result<Vec<BadgePart>> {
    let found = badges::of_member(tx, id).await?.into_iter().map(|kept| kept.proposal);
    let part = found.filter(|one| one.withdrawn_on.is_none()).filter_map(|one| {
        let step = one.steps.iter().find(|step| step.step == BadgeStep::Awarded)?;
        Some(BadgePart { years: one.years, on: step.on, number: step.number.clone() })
    });
    Ok(part.collect())
}

async fn in_force(ctx: &Ctx, tx: &mut Tx, id: MemberId) -> Result<Vec<DisciplinePart>> {
    let today = ctx.now().date();
    let found = discipline::of_member(tx, id).await?.into_iter().map(|kept| kept.discipline);
    let part = found.filter(|one| one.holds_on(today)).filter_map(|one| {
        let decided = one.decided?;
        Some(DisciplinePart {
            form: one.form,
            reason: one.reason,
            number: decided.decision.number,
            on: decided.decision.on,
            by: decided.decision.by,
            holds_from: decided.holds_from,
            until_on: decided.until_on,
        })
    });
    Ok(part.collect())
}

async fn dues_of(tx: &mut Tx, id: MemberId, present: Month) -> Result<DuesPart> {
    let span = (present.plus(-DUES_MONTHS), present.plus(12));
    let paid = dues::paid(tx, &[id], span).await?;
    let excused = dues::excuses(tx, &[id], span).await?;
    let of = |month: Month| paid.iter().filter(|one| one.1 == month).map(|one| one.2).sum::<i64>();
    let lines = dues::lines(tx, &[id], span).await?;
    let is_open = |line: &&dues::ClosedLine| {
        line.owed > of(line.month) && excused.iter().all(|one| one.1 != line.month)
    };
    let mut open: Vec<Month> = lines.iter().filter(is_open).map(|line| line.month).collect();
    open.dedup();
    Ok(DuesPart { paid_to: paid.iter().filter(|one| one.2 > 0).map(|one| one.1).max(), open })
}

async fn rated(tx: &mut Tx, id: MemberId) -> Result<Vec<RatingPart>> {
    let rounds = ratings::rounds_of_member(tx, id).await?;
    let decided = ratings::decisions_of(tx, id).await?;
    let part = rounds.iter().filter_map(|round| {
        let (_, level) = decided.iter().find(|(of, _)| *of == round.id)?;
        Some(RatingPart { year: round.year, level: *level })
    });
    Ok(part.collect())
}
