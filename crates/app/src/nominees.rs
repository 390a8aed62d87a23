//! The succession plan of a committee or a cell: members put forward, agreed to, withdrawn; the make-up asked for and reached. Each
//! reading is noted with every member it names, as that of a file.

use jiff::civil::Date;
use nennep_documents::registers::{NomineeLine, NomineePlan, nominee_plan, register_pdf, register_xlsx};
use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Resource},
    },
    ids::{MemberId, NomineeId, OrganisationId},
    nominees::{Nominee, Target, kept},
    organisations::Organisation,
    problems::{Problems, Refusal, Sentence},
};
use nennep_store::{
    Tx, WriteTx, issues, members,
    nominees::{self, Kept},
    organisations::{self, Filter},
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    reach,
    registers::{Format, Written},
};

/// A member to be put forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomineeForm {
    /// The organisation whose office it is.
    pub organisation: OrganisationId,
    /// The office.
    pub office: Office,
    /// The member.
    pub member: MemberId,
    /// The term; the organisation's present one where nothing is said.
    pub term: String,
    /// Whether the member manages in the unit.
    pub manager: bool,
    /// Whether the member is a skilled worker.
    pub skilled: bool,
    /// What speaks for it.
    pub note: String,
    /// The day.
    pub put_forward_on: Date,
}

/// Somebody in the plan, with where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NomineeView {
    /// The entry.
    pub kept: Kept,
    /// The name of the organisation whose office it is.
    pub place: String,
    /// Whether the reader may change it.
    pub keeps: bool,
}

/// What a committee asked for, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TargetView {
    /// What was asked.
    pub target: Target,
    /// How many stand in the plan.
    pub reached: u32,
}

/// The plan of an organisation for a term.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The organisation.
    pub organisation: Organisation,
    /// The term.
    pub term: String,
    /// The organisation's terms, latest first.
    pub terms: Vec<String>,
    /// Who stands in it, by organisation, office and name; those who left it last.
    pub lines: Vec<NomineeView>,
    /// What was asked for.
    pub targets: Vec<TargetView>,
    /// Whether the reader keeps it.
    pub keeps: bool,
}

#[derive(Debug, thiserror::Error)]
enum Cannot {
    #[error("the member stands in the plan for that office already")]
    Twice,
    #[error("the member is not within the committee")]
    Elsewhere,
    #[error("the member left the plan")]
    Left,
}

impl Refusal for Cannot {
    fn sentence(&self) -> Sentence {
        Sentence::new(match self {
            Self::Twice => "nominees-refused-twice",
            Self::Elsewhere => "nominees-refused-elsewhere",
            Self::Left => "nominees-refused-left",
        })
    }
}

/// The plan of an organisation and of all below it that the reader may see, for a term (the present one where none is named). It is
/// noted who read it, with every member it names.
#[boxed]
pub async fn plan(ctx: &Ctx, of: OrganisationId, term: Option<&str>) -> Result<Plan> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, of).await?.ok_or(Error::NotFound)?;
    let organisation = organisations::find(&mut tx, of).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeNominees, &Resource::at(&place), Action::SeeOrganisations)?;
    let today = ctx.now().date();
    let mut terms: Vec<String> = issues::terms(&mut tx, of).await?.into_iter().map(|one| one.name).collect();
    terms.reverse();
    let term = match term.map(|term| kept(term, 50)).filter(|term| !term.is_empty()) {
        Some(term) => term,
        None => present_term(&mut tx, of, today).await?,
    };
    if !term.is_empty() && !terms.contains(&term) {
        terms.insert(0, term.clone());
    }
    let filter = Filter { within: Some(of), ..Filter::default() };
    let all = organisations::list(&mut tx, filter, u32::MAX).await?;
    let ids = || all.iter().map(|one| one.id).chain([of]);
    let open: Vec<OrganisationId> =
        reach::those_where(ctx, &mut tx, Action::SeeNominees, ids()).await?.into_iter().collect();
    let keeps = reach::those_where(ctx, &mut tx, Action::KeepNominees, ids()).await?;
    let mut found = nominees::list(&mut tx, &open, &term).await?;
    let position = |id| all.iter().position(|one| one.id == id);
    found.sort_by_key(|one| (one.nominee.withdrawn_on.is_some(), position(one.nominee.organisation)));
    let reached = |target: &Target| {
        let counted = found.iter().filter(|one| one.nominee.counts_towards(target, one.person, today));
        let mut people: Vec<MemberId> = counted.map(|one| one.nominee.member).collect();
        people.sort_unstable();
        people.dedup();
        u32::try_from(people.len()).unwrap_or(u32::MAX)
    };
    let targets = nominees::targets(&mut tx, of, &term).await?;
    let targets =
        targets.into_iter().map(|target| TargetView { reached: reached(&target), target }).collect();
    note_reading(ctx, &mut tx, of, &found).await?;
    tx.commit().await?;
    let lines = found.into_iter().map(|kept| NomineeView {
        place: all
            .iter()
            .find(|one| one.id == kept.nominee.organisation)
            .map_or_else(String::new, |one| one.name.clone()),
        keeps: keeps.contains(&kept.nominee.organisation),
        kept,
    });
    Ok(Plan { lines: lines.collect(), keeps: keeps.contains(&of), organisation, term, terms, targets })
}

async fn present_term(tx: &mut Tx, of: OrganisationId, today: Date) -> Result<String> {
    Ok(issues::term_on(tx, of, today).await?.map(|term| term.name).unwrap_or_default())
}

async fn note_reading(ctx: &Ctx, tx: &mut WriteTx, of: OrganisationId, found: &[Kept]) -> Result<()> {
    let mut people: Vec<MemberId> = found.iter().map(|one| one.nominee.member).collect();
    people.sort_unstable();
    people.dedup();
    for member in people.into_iter().filter(|member| ctx.actor.member != Some(*member)) {
        events::record(tx, ctx, Event::new("member.nomination_read").at(of).to(member.0)).await?;
    }
    Ok(())
}

/// Puts a member forward; the same id sent twice is one. Refused where the member does not stand within
/// the committee, or stands in the plan for that office already.
#[boxed]
pub async fn put_forward(ctx: &Ctx, id: NomineeId, form: &NomineeForm) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, form.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepNominees, &Resource::at(&place), Action::SeeOrganisations)?;
    if nominees::find(&mut tx, id).await?.is_some_and(|before| before.nominee.member == form.member) {
        return Ok(());
    }
    let today = ctx.now().date();
    let mut term = kept(&form.term, 50);
    if term.is_empty() {
        term = present_term(&mut tx, form.organisation, today).await?;
    }
    let one = Nominee {
        id,
        organisation: form.organisation,
        office: form.office,
        member: form.member,
        term,
        manager: form.manager,
        skilled: form.skilled,
        note: kept(&form.note, 500),
        put_forward_on: form.put_forward_on,
        agreed_on: None,
        withdrawn_on: None,
    };
    let problems = one.check(today);
    if !problems.0.is_empty() {
        return Err(problems.into());
    }
    // A member of any cell below the highest organisation of the tree can be put forward.
    let home = members::home_place(&mut tx, form.member, today).await?;
    let root = place.above.last().copied().unwrap_or(place.organisation);
    if home.is_none_or(|home| !home.is_within(root)) {
        return Err(Error::refused(Cannot::Elsewhere));
    }
    if !nominees::insert(&mut tx, &one, ctx.now(), ctx.actor.account).await? {
        return Err(Error::refused(Cannot::Twice));
    }
    record(ctx, &mut tx, "nominee.put_forward", &one).await?;
    tx.commit().await?;
    Ok(())
}

async fn record(ctx: &Ctx, tx: &mut WriteTx, kind: &'static str, one: &Nominee) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(one.organisation).to(one.id.0)).await
}

/// The entry, for those who keep it.
async fn must_keep(ctx: &Ctx, tx: &mut Tx, id: NomineeId) -> Result<Nominee> {
    let one = nominees::find(tx, id).await?.ok_or(Error::NotFound)?.nominee;
    let place = organisations::place(tx, one.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepNominees, &Resource::at(&place), Action::SeeNominees)?;
    Ok(one)
}

fn in_order(problems: Problems) -> Result<()> {
    if problems.0.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Enters the day the superior agreed, or takes that back; gives whose office it is. Doing it twice is safe.
#[boxed]
pub async fn agree(ctx: &Ctx, id: NomineeId, on: Option<Date>) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let one = must_keep(ctx, &mut tx, id).await?;
    if let Some(on) = on {
        in_order(one.check_day(on, ctx.now().date()))?;
    }
    if one.agreed_on == on {
        return Ok(one.organisation);
    }
    if !nominees::set_agreed(&mut tx, id, on).await? {
        return Err(Error::refused(Cannot::Left));
    }
    let kind = if on.is_some() { "nominee.agreed" } else { "nominee.agreement_taken_back" };
    record(ctx, &mut tx, kind, &one).await?;
    tx.commit().await?;
    Ok(one.organisation)
}

/// Takes a member out of the plan on a day; gives whose office it is. Doing it twice is safe.
#[boxed]
pub async fn withdraw(ctx: &Ctx, id: NomineeId, on: Date) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let one = must_keep(ctx, &mut tx, id).await?;
    in_order(one.check_day(on, ctx.now().date()))?;
    if nominees::withdraw(&mut tx, id, on).await? {
        record(ctx, &mut tx, "nominee.withdrawn", &one).await?;
        tx.commit().await?;
    }
    Ok(one.organisation)
}

/// Puts a member back who was taken out; gives whose office it is. Refused where the member stands in the plan again. Doing it twice is
/// safe.
#[boxed]
pub async fn put_back(ctx: &Ctx, id: NomineeId) -> Result<OrganisationId> {
    let mut tx = ctx.store.write().await?;
    let one = must_keep(ctx, &mut tx, id).await?;
    if one.stands() {
        return Ok(one.organisation);
    }
    if !nominees::put_back(&mut tx, id).await? {
        return Err(Error::refused(Cannot::Twice));
    }
    record(ctx, &mut tx, "nominee.put_back", &one).await?;
    tx.commit().await?;
    Ok(one.organisation)
}

/// Sets what an organisation asks of its plan for a term; 0 asks nothing. For the young an age has to be named.
#[boxed]
pub async fn ask(ctx: &Ctx, of: OrganisationId, term: &str, target: &Target) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, of).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepNominees, &Resource::at(&place), Action::SeeOrganisations)?;
    let term = kept(term, 50);
    if term.is_empty() {
        return Err(Error::invalid("term", Sentence::new("nominees-term-missing")));
    }
    let is_young = target.of == nennep_domain::nominees::MakeUp::Young;
    if is_young && target.count > 0 && target.under_age.is_none_or(|age| !(18..=80).contains(&age)) {
        return Err(Error::invalid("under_age", Sentence::new("nominees-age-missing")));
    }
    let target = Target {
        under_age: target.under_age.filter(|_| is_young),
        count: target.count.min(999),
        ..target.clone()
    };
    nominees::save_target(&mut tx, of, &term, &target, (ctx.now(), ctx.actor.account)).await?;
    let event = Event::new("nominees.asked").at(of).to(of.0).with("count", target.count);
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(())
}

/// The plan as a list to be printed or worked with. It is noted who took it, with every member it names.
#[boxed]
pub async fn printed(ctx: &Ctx, of: OrganisationId, term: Option<&str>, format: Format) -> Result<Written> {
    let plan = plan(ctx, of, term).await?;
    let line = |view: &NomineeView| NomineeLine {
        place: view.place.clone(),
        office: view.kept.nominee.office,
        name: view.kept.name.clone(),
        is_woman: view.kept.person.is_woman,
        born_on: view.kept.person.born_on,
        manager: view.kept.nominee.manager,
        skilled: view.kept.nominee.skilled,
        put_forward_on: view.kept.nominee.put_forward_on,
        agreed_on: view.kept.nominee.agreed_on,
        note: view.kept.nominee.note.clone(),
    };
    let standing = plan.lines.iter().filter(|view| view.kept.nominee.stands());
    let register = nominee_plan(&NomineePlan {
        organisation: plan.organisation.name.clone(),
        term: plan.term.clone(),
        lines: standing.map(line).collect(),
        asked: plan.targets.iter().map(|one| (one.target.clone(), one.reached)).collect(),
    });
    let at = ctx.now();
    let bytes = match format {
        Format::Pdf => register_pdf(&register, at).map_err(Error::fault)?.bytes,
        Format::Xlsx => register_xlsx(&register, at).map_err(Error::fault)?,
    };
    let file_name = format!("quy-hoach-{}.{}", ctx.now().date(), format.ending());
    Ok(Written { bytes, file_name, format })
}

/// Members of the committee's cells whose name holds these words: whom the asker may put forward.
#[boxed]
pub async fn people(ctx: &Ctx, of: OrganisationId, words: &str) -> Result<Vec<members::Listed>> {
    let mut tx = ctx.store.read().await?;
    let place = organisations::place(&mut tx, of).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepNominees, &Resource::at(&place), Action::SeeOrganisations)?;
    if words.trim().is_empty() {
        return Ok(Vec::new());
    }
    // A cell's own members for its offices; for a committee's all below it.
    let filter =
        members::Filter { on: ctx.now().date(), within: of, words, state: None, grade: None, after: None };
    let mut found = members::list(&mut tx, filter, 30).await?;
    found.retain(|one| one.state.belongs());
    Ok(found)
}
