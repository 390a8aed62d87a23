//! Letters before a due day, to the cell's secretary and to who helps: once at each of the days the rule names. The same lines stand on
//! the first page of those who lead the cell, with or without mail.

use std::collections::BTreeMap;

use nennep_domain::{
    accounts::Office,
    ids::MemberId,
    organisations::{Organisation, Place},
    time::PartialDate,
};
use nennep_store::{
    Tx, accounts, members, offices, organisations,
    recruiting::{self, Reminded},
};

use super::due::{DueLine, Whom, due_in};
use crate::{
    App,
    error::{Error, Result},
    mail::Letter,
    rules,
};

/// The words of the letters: they are papers, not pages.
const WORDS: &str = include_str!("../../../../rules/letters/recruiting.toml");

/// So many cells are looked through.
const MOST_CELLS: u32 = 100_000;

#[derive(serde::Deserialize)]
struct Words {
    due: Template,
    what: BTreeMap<String, String>,
}

#[derive(serde::Deserialize)]
struct Template {
    subject: String,
    text: String,
}

/// Writes to whom something falls due and was not written at this stage yet; run twice it writes once. Nothing, where no mail is set up.
pub(crate) async fn remind(app: &App) -> Result<()> {
    if !app.mailer.is_configured() {
        return Ok(());
    }
    let words: Words = toml::from_str(WORDS).map_err(Error::fault)?;
    let mut tx = app.store.read().await?;
    let cells =
        organisations::cells_with_places(&mut tx, organisations::Filter::default(), MOST_CELLS).await?;
    drop(tx);
    for (cell, place) in &cells {
        remind_cell(app, &words, cell, place).await?;
    }
    Ok(())
}

async fn remind_cell(app: &App, words: &Words, cell: &Organisation, place: &Place) -> Result<()> {
    let today = app.now().date();
    let mut tx = app.store.read().await?;
    let rules = rules::for_place(app, &mut tx, place, today).await?;
    let lines = due_in(&mut tx, cell.id, &rules, today).await?;
    if lines.is_empty() {
        return Ok(());
    }
    let held = offices::holders(&mut tx, cell.id, today).await?;
    let secretary = held.iter().find(|one| one.term.office == Office::Secretary);
    let secretary = secretary.and_then(|one| one.term.member);
    drop(tx);
    for line in &lines {
        let mut to: Vec<MemberId> = secretary.into_iter().chain(line.helper).collect();
        to.dedup();
        for member in to {
            write(app, words, cell, line, member).await?;
        }
    }
    Ok(())
}

async fn write(app: &App, words: &Words, cell: &Organisation, line: &DueLine, to: MemberId) -> Result<()> {
    let Some(mark) = line.reminder.mark else { return Ok(()) };
    let (subject, link) = match line.whom {
        Whom::Candidate(id) => (id.0, format!("{}/candidates/{id}", app.address)),
        Whom::Probationer(id) => (id.0, format!("{}/members/{id}/probation", app.address)),
    };
    let step = line.step.map_or("recognition", nennep_domain::recruiting::Step::as_str);
    let one = Reminded { subject, step, due_on: line.due.on, mark, member: to };
    let mut tx = app.store.read().await?;
    if recruiting::was_reminded(&mut tx, &one).await? {
        return Ok(());
    }
    let Some(address) = address_of(&mut tx, to).await? else { return Ok(()) };
    drop(tx);
    let what = words.what.get(step).map_or("", String::as_str);
    let (due, left) = (PartialDate::day(line.due.on).to_string(), line.due.days_left.to_string());
    let values = [
        ("{cell}", cell.name.as_str()),
        ("{what}", what),
        ("{due}", &due),
        ("{left}", &left),
        ("{link}", &link),
    ];
    let text = values.iter().fold(words.due.text.clone(), |text, (name, value)| text.replace(name, value));
    let letter = Letter { to: address, subject: words.due.subject.clone(), text };
    app.mailer.send(&letter).await.map_err(Error::fault)?;
    let mut tx = app.store.write().await?;
    recruiting::mark_reminded(&mut tx, &one, app.now()).await?;
    tx.commit().await?;
    Ok(())
}

/// Where a member reads letters: the account's address, else the one the register keeps.
async fn address_of(tx: &mut Tx, member: MemberId) -> Result<Option<String>> {
    let account = accounts::find_by_member(tx, member).await?;
    let kept = members::find(tx, member).await?.map(|member| member.profile.email);
    let addresses = account.map(|account| account.email).into_iter().chain(kept);
    Ok(addresses.into_iter().find(|address| !address.is_empty()))
}
