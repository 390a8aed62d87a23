//! Signs: what follows from the register and wants attention, of cells whose files the asker may open. A sign never does anything.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    accounts::{Office, permission::Action},
    ids::{MemberId, OrganisationId},
    meetings::SubCellFacts,
    members::{MemberGrade, life::LifeDeed},
    organisations::{Organisation, OrganisationKind, Place},
    recruiting::{Candidate, File},
    rules::{Override, Rules},
    signs::{self, CellFacts, Measure, MemberFacts, Sign, TermFacts},
    time::{Month, PartialDate},
};
use nennep_store::{
    Tx, badges, dues, loans, meetings, offices,
    offices::Holder,
    organisations, recruiting, rules,
    signs::{self as facts, Belonging},
    transfers,
};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    reach,
    recruiting::files,
};

/// A sign with the names it speaks of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignView {
    /// The sign.
    pub sign: Sign,
    /// The organisation it is about.
    pub organisation: Organisation,
    /// The name of the member it is about.
    pub name: Option<String>,
}

/// Signs of all cells within an organisation, or wherever the asker has business, as far as the asker opens the cells' files: the
/// heaviest first, then by cell and name. Statements 26 to 32, 34, 35, 36.
#[boxed]
pub async fn list(ctx: &Ctx, within: Option<OrganisationId>) -> Result<Vec<SignView>> {
    list_on(ctx, within, None).await
}

/// The signs as they would have stood on a day that is past, by what the register says of it now; candidates and transfers on their
/// way are told only of today. Today's where no day is named, or one to come.
#[boxed]
pub async fn list_on(ctx: &Ctx, within: Option<OrganisationId>, on: Option<Date>) -> Result<Vec<SignView>> {
    let today = ctx.now().date();
    let on = on.filter(|on| *on < today);
    let mut tx = ctx.store.read().await?;
    let places = match within {
        Some(within) => vec![organisations::place(&mut tx, within).await?.ok_or(Error::NotFound)?],
        None => widest(&reach::places(ctx, &mut tx).await?),
    };
    let (mut found, mut opens) = (Vec::new(), false);
    for place in &places {
        let cells = open_cells_on(ctx, &mut tx, place.organisation, on).await?;
        if !cells.is_empty() {
            opens = true;
            found.extend(of_cells(ctx, &mut tx, place.organisation, cells, on.unwrap_or(today)).await?);
        }
    }
    if !opens {
        return Err(Error::Forbidden);
    }
    found.sort_by(|a, b| key(a).cmp(&key(b)));
    Ok(found)
}

fn key(view: &SignView) -> (signs::Weight, &str, Option<&str>, signs::SignKind) {
    (view.sign.weight, &view.organisation.code, view.name.as_deref(), view.sign.kind)
}

/// These places without those that stand below another of them.
pub(crate) fn widest(places: &[Place]) -> Vec<Place> {
    let is_widest = |place: &&Place| {
        places
            .iter()
            .all(|other| other.organisation == place.organisation || !place.is_within(other.organisation))
    };
    places.iter().filter(is_widest).cloned().collect()
}

/// The cells within an organisation whose files the asker opens: each is asked about as itself.
pub(crate) async fn open_cells(ctx: &Ctx, tx: &mut Tx, within: OrganisationId) -> Result<Vec<Organisation>> {
    open_cells_on(ctx, tx, within, None).await
}

/// The same of another day.
async fn open_cells_on(
    ctx: &Ctx,
    tx: &mut Tx,
    within: OrganisationId,
    on: Option<Date>,
) -> Result<Vec<Organisation>> {
    let kind = Some(OrganisationKind::Cell);
    let filter = organisations::Filter { within: Some(within), on, kind, ..Default::default() };
    let mut cells = organisations::list(tx, filter, u32::MAX).await?;
    let open = reach::those_where(ctx, tx, Action::SeeMemberFile, cells.iter().map(|cell| cell.id)).await?;
    cells.retain(|cell| open.contains(&cell.id));
    Ok(cells)
}

/// What is known within an organisation.
struct Known {
    cells: HashMap<OrganisationId, Organisation>,
    places: Vec<Place>,
    belonging: HashMap<OrganisationId, Vec<Belonging>>,
    names: HashMap<MemberId, String>,
    holders: HashMap<OrganisationId, Vec<Holder>>,
    absent: HashMap<MemberId, Vec<Month>>,
    unpaid: HashMap<MemberId, Vec<Month>>,
    badges: HashMap<MemberId, Vec<u32>>,
    overrides: Vec<Override>,
    files: Vec<File>,
    /// How many months of the year each cell meets by sub-cells.
    by_sub_cells: HashMap<OrganisationId, u32>,
    sub_cells: HashMap<OrganisationId, u32>,
}

/// The day of the ceremony with which a member's probation began: the register may know of it before it knows of the cell.
pub(crate) fn ceremony_of(one: &Belonging) -> Option<Date> {
    let admitted = one.admitted_on.map(PartialDate::latest);
    match (one.probationary_from, admitted) {
        (Some(from), Some(admitted)) if !one.admitted_here => Some(from.min(admitted)),
        (from, _) => from,
    }
}

async fn of_cells(
    ctx: &Ctx,
    tx: &mut Tx,
    within: OrganisationId,
    cells: Vec<Organisation>,
    today: Date,
) -> Result<Vec<SignView>> {
    let is_past = today < ctx.now().date();
    let ids: Vec<OrganisationId> = cells.iter().map(|cell| cell.id).collect();
    let month = Month::of(today);
    let year = (Month::of(today.first_of_year()), month);
    let mut absent: HashMap<MemberId, Vec<Month>> = HashMap::new();
    for (member, month) in facts::unexcused(tx, within, today, year).await? {
        absent.entry(member).or_default().push(month);
    }
    let mut unpaid: HashMap<MemberId, Vec<Month>> = HashMap::new();
    for (member, month) in dues::unpaid_within(tx, within, today, year).await? {
        unpaid.entry(member).or_default().push(month);
    }
    let mut belonging: HashMap<OrganisationId, Vec<Belonging>> = HashMap::new();
    let mut names = HashMap::new();
    for one in facts::belonging(tx, within, today).await? {
        names.insert(one.member, one.name.clone());
        belonging.entry(one.cell).or_default().push(one);
    }
    let mut awarded: HashMap<MemberId, Vec<u32>> = HashMap::new();
    for (member, years) in badges::awarded(tx, within).await? {
        awarded.entry(member).or_default().push(years);
    }
    let mut holders: HashMap<OrganisationId, Vec<Holder>> = HashMap::new();
    for one in offices::holders_within(tx, within, today).await? {
        holders.entry(one.term.organisation).or_default().push(one);
    }
    let december = (year.0, year.0.plus(11));
    let mut by_sub_cells: HashMap<OrganisationId, u32> = HashMap::new();
    for (cell, _) in meetings::sub_cell_months(tx, &ids, december.0, december.1).await? {
        *by_sub_cells.entry(cell).or_default() += 1;
    }
    let sub_cells = if by_sub_cells.is_empty() { HashMap::new() } else { sub_cells(tx, within).await? };
    let candidates = if is_past { Vec::new() } else { recruiting::list(tx, &ids).await? };
    let known = Known {
        badges: awarded,
        files: files(tx, candidates.into_iter().filter(Candidate::is_listed).collect(), today).await?,
        places: organisations::places(tx, &ids).await?,
        belonging,
        names,
        holders,
        overrides: rules::overrides(tx).await?,
        cells: cells.into_iter().map(|cell| (cell.id, cell)).collect(),
        absent,
        unpaid,
        by_sub_cells,
        sub_cells,
    };
    let terms = facts::terms(tx, within, today).await?;
    let underway = if is_past { Vec::new() } else { transfers::open_within(tx, &[within]).await? };
    let national = ctx.rules.on(today);
    let measure = Measure::of(&national, today);
    let mut found = Vec::new();
    for place in &known.places {
        let own;
        let (rules, measure) = if known.overrides.is_empty() {
            (&national, &measure)
        } else {
            let rules = ctx.rules.on_for(today, place, &known.overrides);
            own = (Measure::of(&rules, today), rules);
            (&own.1, &own.0)
        };
        found.extend(known.of_cell(place.organisation, rules, measure));
        let files = known.files.iter().filter(|file| file.candidate.cell == place.organisation);
        found.extend(files.flat_map(|file| signs::of_candidate(file, rules, today)));
        let term = terms.iter().find(|(id, _)| *id == place.organisation);
        found.extend(term.and_then(|(cell, began_on)| {
            signs::of_term(TermFacts { cell: *cell, began_on: *began_on }, rules, today)
        }));
    }
    for transfer in &underway {
        let late = signs::of_transfer(transfer, &national, today);
        found.extend(late.into_iter().filter(|sign| known.cells.contains_key(&sign.organisation)));
    }
    for loan in loans::open_of(tx, &ids).await? {
        found.extend(signs::of_loan(&loan, today));
    }
    Ok(found.into_iter().filter_map(|sign| known.view(sign)).collect())
}

/// How many sub-cells each cell within an organisation has.
async fn sub_cells(tx: &mut Tx, within: OrganisationId) -> Result<HashMap<OrganisationId, u32>> {
    let kind = Some(OrganisationKind::SubCell);
    let filter = organisations::Filter { within: Some(within), kind, ..Default::default() };
    let mut counted = HashMap::new();
    for cell in organisations::list(tx, filter, u32::MAX).await?.into_iter().filter_map(|one| one.parent) {
        *counted.entry(cell).or_default() += 1;
    }
    Ok(counted)
}

impl Known {
    fn of_cell(&self, cell: OrganisationId, rules: &Rules, measure: &Measure) -> Vec<Sign> {
        let members = self.belonging.get(&cell).map_or(&[][..], Vec::as_slice);
        let count = |official: bool| {
            let of_grade = members.iter().filter(|one| (one.grade == MemberGrade::Official) == official);
            u32::try_from(of_grade.count()).unwrap_or(u32::MAX)
        };
        let holding = |office: Office| -> Vec<MemberId> {
            let held = self.holders.get(&cell).into_iter().flatten();
            held.filter(|one| one.term.office == office).filter_map(|one| one.term.member).collect()
        };
        let (secretaries, deputies) = (holding(Office::Secretary), holding(Office::Deputy));
        // Secretary and deputy are of the committee they are elected from, whether or not its list names them again.
        let mut committee = holding(Office::CommitteeMember);
        if !committee.is_empty() {
            committee.extend(secretaries.iter().chain(&deputies).copied());
            committee.sort_unstable();
            committee.dedup();
        }
        let facts = CellFacts {
            cell,
            official: count(true),
            probationary: count(false),
            secretaries,
            deputies,
            committee,
        };
        let sub_cells = SubCellFacts {
            sub_cells: self.sub_cells.get(&cell).copied().unwrap_or_default(),
            members: facts.official.saturating_add(facts.probationary),
            time: self.by_sub_cells.get(&cell).copied().unwrap_or_default(),
        };
        let mut found = signs::of_cell(&facts, rules);
        found.extend(signs::of_sub_cells(cell, sub_cells, rules));
        for member in members {
            found.extend(measure.signs(&self.facts_of(member)));
        }
        found
    }

    fn facts_of(&self, one: &Belonging) -> MemberFacts {
        let deed: Option<LifeDeed> = one.deed.clone().and_then(|deed| serde_json::from_value(deed).ok());
        MemberFacts {
            cell: one.cell,
            member: one.member,
            grade: one.grade,
            state: one.state,
            since: one.stays_from.unwrap_or(one.since),
            until: one.until,
            study: matches!(deed, Some(LifeDeed::Send { study: true, .. })),
            ceremony_on: ceremony_of(one),
            admitted_on: one.admitted_on,
            badges: self.badges.get(&one.member).cloned().unwrap_or_default(),
            absent: self.absent.get(&one.member).cloned().unwrap_or_default(),
            unpaid: self.unpaid.get(&one.member).cloned().unwrap_or_default(),
        }
    }

    fn view(&self, sign: Sign) -> Option<SignView> {
        let organisation = self.cells.get(&sign.organisation)?.clone();
        let of_candidate = |id| self.files.iter().find(|file| file.candidate.id == id);
        let name = match (sign.member, sign.candidate) {
            (Some(id), _) => self.names.get(&id).cloned(),
            (None, Some(id)) => of_candidate(id).map(|file| file.candidate.person.name.clone()),
            (None, None) => None,
        };
        Some(SignView { sign, organisation, name })
    }
}
