//! What a deed would do, said line by line before it is done.

use std::collections::BTreeMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::OrganisationId,
    organisations::history::{Chapter, History, Outcome},
    papers::letterhead::short_date,
    problems::Sentence,
    time::Instant,
};
use nennep_store::{Tx, meetings, members, offices};

use super::{
    Performed, Planned,
    weigh::{Weighed, weigh},
};
use crate::{Ctx, boxed, error::Result};

/// One thing a deed would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub sentence: Sentence,
    /// Whether it is something to be seen to, not only to be known.
    pub warns: bool,
}

/// What a deed would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// Line by line.
    pub lines: Vec<Line>,
    /// Members whose cell changes.
    pub members: u32,
    /// Whether it would be done at once or wait for its day.
    pub comes: Performed,
}

/// What a deed would do as things stand; nothing is written. Refused as doing it would be.
#[boxed]
pub async fn preview(ctx: &Ctx, planned: &Planned) -> Result<Preview> {
    let mut tx = ctx.store.read().await?;
    let weighed = weigh(ctx, &mut tx, planned).await?;
    let mut lines = Vec::new();
    let mut say = |sentence| lines.push(Line { sentence, warns: false });
    for chapter in weighed.outcome.founded() {
        say(founded(&weighed, chapter));
    }
    for chapter in weighed.outcome.turned() {
        if let Some(before) = weighed.history.open(chapter.organisation) {
            turned(&weighed, before, chapter, &mut say);
        }
    }
    for sentence in flows(&weighed) {
        say(sentence);
    }
    let ceased: Vec<OrganisationId> = weighed.outcome.ceased().collect();
    for id in &ceased {
        let name = name(&weighed.history, &weighed.outcome, *id);
        say(Sentence::new("history-becomes-ended").with("name", name).with("on", short_date(planned.on)));
    }
    if let Some(sentence) = brought(ctx, &mut tx, &weighed).await? {
        lines.push(Line { sentence, warns: false });
    }
    lines.extend(
        left_behind(&mut tx, &ceased, planned.on)
            .await?
            .into_iter()
            .map(|sentence| Line { sentence, warns: true }),
    );
    let waits = planned.on > ctx.now().date();
    let members = u32::try_from(weighed.outcome.begun_standings.len()).unwrap_or(u32::MAX);
    Ok(Preview { lines, members, comes: if waits { Performed::Waits } else { Performed::Done } })
}

fn name(history: &History, outcome: &Outcome, id: OrganisationId) -> String {
    let begun = outcome.begun.iter().find(|chapter| chapter.organisation == id);
    begun.or_else(|| history.open(id)).map_or_else(String::new, |chapter| chapter.name.clone())
}

fn founded(weighed: &Weighed, chapter: &Chapter) -> Sentence {
    let said = match chapter.parent {
        Some(parent) => Sentence::new("history-becomes-founded")
            .with("parent", name(&weighed.history, &weighed.outcome, parent)),
        None => Sentence::new("history-becomes-founded-above-all"),
    };
    said.with("name", chapter.name.as_str()).with("code", chapter.code.as_str())
}

fn turned(weighed: &Weighed, before: &Chapter, chapter: &Chapter, say: &mut impl FnMut(Sentence)) {
    if before.name != chapter.name {
        let said = Sentence::new("history-becomes-renamed");
        say(said.with("before", before.name.as_str()).with("name", chapter.name.as_str()));
    }
    if before.code != chapter.code {
        let said = Sentence::new("history-becomes-recoded").with("name", chapter.name.as_str());
        say(said.with("before", before.code.as_str()).with("code", chapter.code.as_str()));
    }
    if before.cell_type != chapter.cell_type {
        say(Sentence::new("history-becomes-retyped").with("name", chapter.name.as_str()));
    }
    if before.parent != chapter.parent {
        let called = |id: Option<OrganisationId>| {
            id.map_or_else(String::new, |id| name(&weighed.history, &weighed.outcome, id))
        };
        let said = Sentence::new("history-becomes-moved").with("name", chapter.name.as_str());
        say(said.with("before", called(before.parent)).with("parent", called(chapter.parent)));
    }
}

/// How many members go from which cell to which.
fn flows(weighed: &Weighed) -> Vec<Sentence> {
    let mut counted: BTreeMap<(OrganisationId, OrganisationId), u32> = BTreeMap::new();
    for begun in &weighed.outcome.begun_standings {
        let from = weighed.outcome.ended_standings.iter().find_map(|(id, _)| {
            weighed
                .standings
                .iter()
                .find(|one| one.id == *id && one.member == begun.member && one.cell != begun.cell)
        });
        if let Some(from) = from {
            *counted.entry((from.cell, begun.cell)).or_default() += 1;
        }
    }
    let said = |((from, to), count): ((OrganisationId, OrganisationId), u32)| {
        let called = |id| name(&weighed.history, &weighed.outcome, id);
        let said = Sentence::new("history-becomes-members").with("count", count);
        said.with("before", called(from)).with("name", called(to))
    };
    counted.into_iter().map(said).collect()
}

/// How many cells and members come along with what is moved.
async fn brought(ctx: &Ctx, tx: &mut Tx, weighed: &Weighed) -> Result<Option<Sentence>> {
    let moves = |chapter: &&Chapter| {
        weighed.history.open(chapter.organisation).is_some_and(|before| before.parent != chapter.parent)
    };
    let moved: Vec<OrganisationId> =
        weighed.outcome.turned().filter(moves).map(|chapter| chapter.organisation).collect();
    let counts: BTreeMap<OrganisationId, u32> =
        members::belonging_below(tx, &moved, ctx.now().date()).await?.into_iter().collect();
    let cells = u32::try_from(counts.len()).unwrap_or(u32::MAX);
    let people = counts.values().fold(0, |sum: u32, one| sum.saturating_add(*one));
    let said = || Sentence::new("history-becomes-brought").with("cells", cells).with("members", people);
    Ok((cells > 0).then(said))
}

/// What organisations that come to their end leave to be seen to: terms of office that end, meetings planned after the day.
async fn left_behind(tx: &mut Tx, ceased: &[OrganisationId], on: Date) -> Result<Vec<Sentence>> {
    let mut said = Vec::new();
    let mut terms = 0_u32;
    for id in ceased {
        terms += u32::try_from(offices::holders(tx, *id, on).await?.len()).unwrap_or(u32::MAX);
    }
    if terms > 0 {
        said.push(Sentence::new("history-becomes-offices").with("count", terms));
    }
    let since = Instant::from_local(on.at(0, 0, 0, 0));
    let planned: u32 = meetings::ahead(tx, ceased, since).await?.iter().map(|one| one.planned).sum();
    if planned > 0 {
        said.push(Sentence::new("history-becomes-meetings").with("count", planned));
    }
    Ok(said)
}
