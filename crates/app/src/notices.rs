//! Letters about meetings: short, without names in the subject, in Vietnamese as the party's own papers are.

use nennep_domain::{
    accounts::Office,
    ids::MeetingId,
    time::{Instant, PartialDate},
};
use nennep_store::{accounts, meetings, members, offices, organisations};

use crate::{
    App,
    error::{Error, Result},
    mail::Letter,
};

/// The words of the letters: they are papers, not pages.
const WORDS: &str = include_str!("../../../rules/letters/meeting.toml");

#[derive(serde::Deserialize)]
struct Words {
    notice: Template,
    cancelled: Template,
    report: Template,
}

#[derive(serde::Deserialize)]
struct Template {
    subject: String,
    text: String,
}

impl Template {
    fn letter(&self, to: &str, values: &[(&str, &str)]) -> Letter {
        let fill =
            |text: &str| values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
        Letter { to: to.to_owned(), subject: fill(&self.subject), text: fill(&self.text) }
    }
}

fn words() -> Result<Words> {
    toml::from_str(WORDS).map_err(Error::fault)
}

fn when(at: Instant) -> String {
    let local = at.local();
    format!("{:02}:{:02}, {}", local.hour(), local.minute(), PartialDate::day(local.date()))
}

/// Mails the notices of a meeting to those who have an address and were not mailed yet: that they are called to it, or that
/// it was called off.
pub(crate) async fn mail(app: &App, id: MeetingId) -> Result<()> {
    let mut tx = app.store.read().await?;
    let Some(meeting) = meetings::find(&mut tx, id).await? else { return Ok(()) };
    let cell = organisations::find(&mut tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let notices = meetings::notices(&mut tx, id).await?;
    let waiting: Vec<_> =
        notices.iter().filter(|notice| notice.mailed_at.is_none()).map(|notice| notice.member).collect();
    let people = members::find_many(&mut tx, &waiting).await?;
    drop(tx);
    let (words, link) = (words()?, format!("{}/meetings/{id}", app.address));
    let starts_at = meeting.starts_at.map_or_else(String::new, when);
    let template = if meeting.steps.cancelled.is_some() { &words.cancelled } else { &words.notice };
    for person in people.iter().filter(|person| !person.profile.email.is_empty()) {
        let values = [
            ("{cell}", cell.name.as_str()),
            ("{when}", &starts_at),
            ("{place}", &meeting.place),
            ("{reason}", &meeting.cancel_reason),
            ("{link}", &link),
        ];
        app.mailer.send(&template.letter(&person.profile.email, &values)).await.map_err(Error::fault)?;
        let mut tx = app.store.write().await?;
        meetings::mark_mailed(&mut tx, id, person.id, app.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// Reminds the cell's secretary by mail, if the meeting is not reported yet.
pub(crate) async fn remind_to_report(app: &App, id: MeetingId) -> Result<()> {
    let mut tx = app.store.read().await?;
    let Some(meeting) = meetings::find(&mut tx, id).await? else { return Ok(()) };
    if meeting.steps.reported.is_some() || !app.mailer.is_configured() {
        return Ok(());
    }
    let cell = organisations::find(&mut tx, meeting.cell).await?.ok_or(Error::NotFound)?;
    let holders = offices::holders(&mut tx, meeting.cell, app.now().date()).await?;
    let secretary = holders.iter().find(|holder| holder.term.office == Office::Secretary);
    let Some(member) = secretary.and_then(|holder| holder.term.member) else { return Ok(()) };
    let account = accounts::find_by_member(&mut tx, member).await?;
    let profile =
        members::find(&mut tx, member).await?.map(|member| member.profile.email).unwrap_or_default();
    drop(tx);
    let to = account.map(|account| account.email).filter(|email| !email.is_empty()).unwrap_or(profile);
    if to.is_empty() {
        return Ok(());
    }
    let link = format!("{}/meetings/{id}", app.address);
    let letter = words()?.report.letter(&to, &[("{cell}", cell.name.as_str()), ("{link}", &link)]);
    app.mailer.send(&letter).await.map_err(Error::fault)
}
