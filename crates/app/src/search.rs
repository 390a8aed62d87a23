//! One search over people, organisations, meetings and issued papers. It finds what the lists of each show the asker, and no more.

use std::collections::HashSet;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    names,
    organisations::Organisation,
    search::{Sought, meant},
};
use nennep_store::{Tx, search};
pub use nennep_store::{meetings::Listed as ListedMeeting, members::Listed as ListedMember};

use crate::{
    Ctx,
    books::{self, IssuedLine},
    boxed,
    error::Result,
    members, reach,
};

/// At most so many of each kind are found: who looks for more says more.
pub const MOST: usize = 12;

/// What was found.
#[derive(Debug, Clone, Default)]
pub struct Found {
    /// What was looked for.
    pub sought: Sought,
    /// Whether nothing bears the words as they were typed, so that names one slip away were taken.
    pub guessed: bool,
    /// Members who stand in some cell today, the closest first.
    pub people: Vec<ListedMember>,
    /// Those of them whose files the asker may open.
    pub opened: HashSet<MemberId>,
    /// Organisations, by code.
    pub organisations: Vec<Organisation>,
    /// Meetings, latest first, none that were called off.
    pub meetings: Vec<ListedMeeting>,
    /// The cells of these meetings whose meetings the asker may read.
    pub readable: HashSet<OrganisationId>,
    /// Issued papers, latest first.
    pub papers: Vec<Paper>,
}

/// An issued paper that was found.
#[derive(Debug, Clone)]
pub struct Paper {
    /// The paper, with its number as papers cite it.
    pub line: IssuedLine,
    /// The organisation that issued it.
    pub organisation: OrganisationId,
    /// Its code.
    pub organisation_code: String,
    /// Its name.
    pub organisation_name: String,
}

impl Found {
    /// Whether nothing was found.
    pub const fn is_empty(&self) -> bool {
        self.people.is_empty()
            && self.organisations.is_empty()
            && self.meetings.is_empty()
            && self.papers.is_empty()
    }
}

/// Finds what bears these words, diacritics aside; [`MOST`] of each kind.
#[boxed]
pub async fn search(ctx: &Ctx, text: &str) -> Result<Found> {
    ctx.must(Action::SeeOrganisations, &Resource::installation(), Action::SeeOrganisations)?;
    let sought = Sought::of(text, ctx.now().date());
    if sought.is_empty() {
        return Ok(Found { sought, ..Found::default() });
    }
    let mut tx = ctx.store.read().await?;
    let places = Places::of(ctx, &mut tx).await?;
    let as_typed: Vec<_> = sought.words.iter().map(|word| vec![word.clone()]).collect();
    let mut found = look(ctx, &mut tx, &places, &sought, &as_typed).await?;
    if found.is_empty() && sought.number.is_none() {
        let meant = spellings(ctx, &mut tx, &sought.words).await?;
        // A word of which nothing is meant is borne by nobody.
        if meant != as_typed && meant.iter().all(|spelt| !spelt.is_empty()) {
            found = look(ctx, &mut tx, &places, &sought, &meant).await?;
            found.guessed = !found.is_empty();
        }
    }
    Ok(Found { sought, ..found })
}

/// Where the asker sees what, with all below it.
struct Places {
    members: Vec<OrganisationId>,
    meetings: Vec<OrganisationId>,
}

impl Places {
    async fn of(ctx: &Ctx, tx: &mut Tx) -> Result<Self> {
        let places = reach::places(ctx, tx).await?;
        let seen = |action| {
            let open = places.iter().filter(|place| ctx.may(action, &Resource::at(place)));
            open.map(|place| place.organisation).collect()
        };
        Ok(Self { members: seen(Action::SeeMembers), meetings: seen(Action::SeeMeetings) })
    }
}

/// Each word with what may have been meant by it. The words of all names are read once for a state of the store.
async fn spellings(ctx: &Ctx, tx: &mut Tx, words: &[String]) -> Result<Vec<Vec<String>>> {
    let key = "words of names".to_owned();
    let known = ctx.memory().recall(tx, key, async |tx: &mut Tx| Ok(search::words(tx).await?)).await?;
    Ok(words.iter().map(|word| meant(word, &known)).collect())
}

async fn look(
    ctx: &Ctx,
    tx: &mut Tx,
    places: &Places,
    sought: &Sought,
    words: &[Vec<String>],
) -> Result<Found> {
    let mut found = Found::default();
    let most = u32::try_from(MOST).unwrap_or(u32::MAX);
    let (today, number) = (ctx.now().date(), sought.number.as_deref());
    if sought.month.is_none() && !words.is_empty() {
        let named = match number {
            Some(digits) => search::people_by_card(tx, &places.members, today, digits, most).await?,
            None => search::people(tx, &places.members, today, words, most).await?,
        };
        let sees_files = members::files_seen(ctx, tx, &named).await?;
        found.people = members::as_seen(named, &sees_files, number.is_some());
        found.opened = members::opened_of(ctx, tx, &found.people, &sees_files).await?;
        found.organisations = search::organisations(tx, words, number, most).await?;
    }
    if number.is_none() {
        found.meetings = search::meetings(tx, &places.meetings, words, sought.month, most).await?;
        let cells = found.meetings.iter().map(|line| line.meeting.cell);
        found.readable = reach::those_where(ctx, tx, Action::ReadMeeting, cells).await?;
    }
    if let Some((number, sign)) = &sought.paper {
        found.papers = papers(ctx, tx, &places.meetings, *number, sign).await?;
    }
    Ok(found)
}

/// Issued papers of a number and a sign, of the cells whose meetings the asker may read.
async fn papers(
    ctx: &Ctx,
    tx: &mut Tx,
    within: &[OrganisationId],
    number: u32,
    sign: &str,
) -> Result<Vec<Paper>> {
    /// Of one number and all signs, more than a district issues in a term.
    const ALL: u32 = 5_000;
    let mut found = search::papers(tx, within, number, ALL).await?;
    found.retain(|one| one.paper.sign.split('/').next().is_some_and(|of| names::fold(of) == sign));
    let bodies = found.iter().map(|one| one.organisation);
    let open = reach::those_where(ctx, tx, Action::ReadMeeting, bodies).await?;
    found.retain(|one| open.contains(&one.organisation));
    found.truncate(MOST);
    let rules = ctx.rules.on(ctx.now().date());
    let papers = found.into_iter().map(|one| Paper {
        line: books::issued_line(&rules, one.paper),
        organisation: one.organisation,
        organisation_code: one.organisation_code,
        organisation_name: one.organisation_name,
    });
    Ok(papers.collect())
}
