//! Reading discipline: of one member, of an organisation and those below it. Who read it is noted, in the transaction that reads.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{DisciplineId, MemberId, OrganisationId},
    members::{MemberGrade, Standing},
    organisations::Organisation,
    problems::Citation,
    recognition::discipline::Disciplined,
    rules::{Ruled, Rules},
};
use nennep_store::{
    Tx,
    discipline::{self, Kept},
    members,
    organisations::{self, Filter},
};

use super::{must_keep, place_of};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    reach,
};

/// A measure with what the reader may do about it.
#[derive(Debug, Clone)]
pub struct MeasureView {
    /// The measure.
    pub kept: Kept,
    /// The organisation it counts for.
    pub place: String,
    /// Whether it holds today.
    pub holds: bool,
    /// The last day of appeal, with its rule.
    pub appeal_until: Option<Ruled<Date>>,
    /// The rule by which a cell's decision holds from its day.
    pub holds_by: Citation,
    /// What the reader may do about it now.
    pub open: Vec<Open>,
}

/// Something a reader may do about a measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Open {
    /// Decide, receive, end: whatever is next.
    Keep,
    /// Take it back.
    TakeBack,
    /// Take back the decision on the proposal.
    Unsettle,
    /// Let it hold again.
    Reopen,
}

impl MeasureView {
    /// Whether the reader may do this about it now.
    pub fn is_open(&self, what: Open) -> bool {
        self.open.contains(&what)
    }
}

/// What is kept of one member.
#[derive(Debug, Clone)]
pub struct MemberMeasures {
    /// The member's name.
    pub name: String,
    /// Official or probationary today; none where the member belongs nowhere.
    pub grade: Option<MemberGrade>,
    /// The measures, the latest to hold first.
    pub measures: Vec<MeasureView>,
    /// Whether the reader may enter one.
    pub keeps: bool,
    /// The rules of today: which forms there are and who decides them.
    pub rules: Rules,
}

/// So many measures are listed.
const MOST: u32 = 1_000;

fn view(ctx: &Ctx, kept: Kept, place: String, keeps: bool) -> MeasureView {
    let (since, one) = (ctx.can_take_back_since(), &kept.discipline);
    let fresh = |at: Option<nennep_domain::time::Instant>| at.is_some_and(|at| at >= since);
    let rules = ctx.rules.on(one.decided.as_ref().map_or(ctx.now().date(), |decided| decided.decision.on));
    let open = [
        (Open::Keep, true),
        (Open::TakeBack, fresh(Some(kept.recorded_at))),
        (Open::Unsettle, fresh(kept.settled_at)),
        (Open::Reopen, fresh(kept.ended_at)),
    ];
    let open = open.into_iter().filter(|(_, open)| *open).map(|(what, _)| what).collect();
    MeasureView {
        holds: one.holds_on(ctx.now().date()),
        appeal_until: one.appeal_until(&rules),
        holds_by: rules.decision_holds_from().citation,
        open: if keeps { open } else { Vec::new() },
        place,
        kept,
    }
}

/// What is kept of a member, for those who may see it and for the member; it is noted who did.
#[boxed]
pub async fn of_member(ctx: &Ctx, member: MemberId) -> Result<MemberMeasures> {
    let mut tx = ctx.store.write().await?;
    let known = members::find(&mut tx, member).await?.ok_or(Error::NotFound)?;
    let of = Disciplined::Member(member, MemberGrade::Official);
    let place = place_of(ctx, &mut tx, of).await?;
    let resource = Resource::at(&place).of_member(member);
    ctx.must(Action::SeeDiscipline, &resource, Action::SeeDiscipline)?;
    let keeps = must_keep(ctx, &place, of).is_ok();
    let found = discipline::of_member(&mut tx, member).await?;
    let ids: Vec<OrganisationId> = found.iter().map(|kept| kept.discipline.place).collect();
    let places = organisations::find_many(&mut tx, &ids).await?;
    let standings = members::standings_of(&mut tx, member).await?;
    let today = ctx.now().date();
    let home = standings.iter().find(|one| one.state.belongs() && one.holds_on(today));
    let event = Event::new("member.discipline_read").at(place.organisation).to(member.0);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    let measures = found.into_iter().map(|kept| {
        let place = name(&places, kept.discipline.place);
        view(ctx, kept, place, keeps)
    });
    Ok(MemberMeasures {
        name: known.profile.full_name,
        grade: home.map(|home| home.grade),
        measures: measures.collect(),
        keeps,
        rules: ctx.rules.on(today),
    })
}

fn name(places: &[Organisation], id: OrganisationId) -> String {
    places.iter().find(|one| one.id == id).map_or_else(String::new, |one| one.name.clone())
}

/// One measure, for those who keep it.
#[boxed]
pub async fn find(ctx: &Ctx, id: DisciplineId) -> Result<MeasureView> {
    let mut tx = ctx.store.read().await?;
    let (kept, _) = super::kept(ctx, &mut tx, id).await?;
    let place = organisations::find(&mut tx, kept.discipline.place).await?;
    Ok(view(ctx, kept, place.map(|one| one.name).unwrap_or_default(), true))
}

/// The measures within an organisation that the reader may see: proposals first, then the latest to hold. It is noted who listed them.
#[boxed]
pub async fn list(ctx: &Ctx, within: OrganisationId) -> Result<Vec<MeasureView>> {
    let mut tx = ctx.store.write().await?;
    let here = organisations::find(&mut tx, within).await?.ok_or(Error::NotFound)?;
    let filter = Filter { within: Some(within), ..Filter::default() };
    let mut all = organisations::list(&mut tx, filter, u32::MAX).await?;
    if all.iter().all(|one| one.id != within) {
        all.push(here);
    }
    let ids = all.iter().map(|one| one.id);
    let open = reach::those_where(ctx, &mut tx, Action::SeeDiscipline, ids).await?;
    if open.is_empty() {
        return Err(Error::NotFound);
    }
    let ids: Vec<OrganisationId> = open.iter().copied().collect();
    let found = discipline::list(&mut tx, &ids, MOST).await?;
    let homes = homes(ctx, &mut tx, &found).await?;
    let at = |kept: &Kept| {
        let member = kept.discipline.of.member();
        member.and_then(|member| homes.get(&member).copied()).unwrap_or(kept.discipline.place)
    };
    let asked: Vec<OrganisationId> = found.iter().map(at).chain(ids).collect();
    let sees = reach::those_where(ctx, &mut tx, Action::SeeDiscipline, asked.iter().copied()).await?;
    let keeps = reach::those_where(ctx, &mut tx, Action::KeepDiscipline, asked.iter().copied()).await?;
    let places = organisations::find_many(&mut tx, &asked).await?;
    let event = Event::new("discipline.listed").at(within).to(within.0).with("measures", found.len());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    let own = |kept: &Kept| {
        kept.discipline.of.member().is_some() && kept.discipline.of.member() == ctx.actor.member
    };
    let views = found.into_iter().filter(|kept| sees.contains(&at(kept)) || own(kept)).map(|kept| {
        let (place, keeps) = (name(&places, at(&kept)), keeps.contains(&at(&kept)) && !own(&kept));
        view(ctx, kept, place, keeps)
    });
    Ok(views.collect())
}

/// Where the files of these members are kept: who has moved since is asked about there.
async fn homes(ctx: &Ctx, tx: &mut Tx, found: &[Kept]) -> Result<HashMap<MemberId, OrganisationId>> {
    let ids: Vec<MemberId> = found.iter().filter_map(|kept| kept.discipline.of.member()).collect();
    let today = ctx.now().date();
    let mut homes: HashMap<MemberId, OrganisationId> = HashMap::new();
    let standings = members::standings_of_many(tx, &ids).await?;
    let belonging = || standings.iter().filter(|one| one.state.belongs());
    let past: Vec<&Standing> = belonging().filter(|one| !one.holds_on(today)).collect();
    for one in past.into_iter().chain(belonging().filter(|one| one.holds_on(today))) {
        homes.insert(one.member, one.cell);
    }
    Ok(homes)
}
