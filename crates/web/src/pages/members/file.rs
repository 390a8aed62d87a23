//! One member's file: what the register keeps, where the member stood, what was attended, and who read it.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Ctx, Error, dues, learning,
    members::{
        self, MemberView, corrections,
        life::{self, LifeView, TransferView},
    },
    recognition::{badges, commendations},
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{MemberId, OrganisationId},
    meetings::Attendance,
    members::{
        MemberGrade, Standing,
        life::{Destination, LifeKind},
        register,
    },
    time::Instant,
};

use super::{
    corrections::{AskedLine, asked_line},
    life::offered,
};

use crate::{
    components::Icon,
    errors::Failure,
    layout::{self, Page, Place},
    pages::{
        learning::{OwnLine, own_lines},
        organisations::decision_said,
        recognition::{BadgeRow, Praise, badge_rows, praises},
    },
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct StandingLine {
    cell: String,
    path: String,
    grade: &'static str,
    state: &'static str,
    span: String,
    left: Option<&'static str>,
}

struct OfficeLine {
    office: &'static str,
    organisation: String,
    path: String,
    span: String,
    basis: String,
    is_held: bool,
}

struct AttendedLine {
    title: String,
    path: String,
    day: String,
    attendance: Option<&'static str>,
    tone: &'static str,
    remarks: u32,
}

struct ReadingLine {
    at: Instant,
    name: String,
    /// What more than the file was opened, and how its mark looks.
    opened: Option<(String, &'static str)>,
}

/// The words for what more than the file a reading opened, and how their mark looks.
fn opened(kind: &str) -> Option<(&'static str, &'static str)> {
    Some(match kind {
        "member.identity_revealed" => ("members-reader-identity", "average"),
        "member.discipline_read" => ("members-reader-discipline", "average"),
        "member.extract_written" => ("members-reader-extract", "average"),
        "member.nomination_read" => ("members-reader-nomination", ""),
        _ => return None,
    })
}

struct LifeLine {
    title: String,
    on: String,
    decision: String,
    is_withdrawn: bool,
    /// Where it is taken back, while that can be done.
    undo: Option<String>,
}

#[derive(Template)]
#[template(path = "members/file.html")]
struct FilePage {
    page: Page,
    id: MemberId,
    /// What the register keeps: name and value, what is not known left out.
    pairs: Vec<(String, String)>,
    standings: Vec<StandingLine>,
    offices: Vec<OfficeLine>,
    attended: Vec<AttendedLine>,
    readings: Option<Vec<ReadingLine>>,
    reveals: bool,
    /// The whole identity number, right after it was asked for.
    identity: Option<String>,
    keeps: bool,
    /// What can be recorded of the member: where to, and what it is called.
    changes: Vec<(String, String)>,
    /// What was recorded, the latest to take effect first.
    life: Vec<LifeLine>,
    /// Transfers on their way.
    underway: Vec<String>,
    /// What was asked to be corrected, the latest first.
    asked: Vec<AskedLine>,
    /// Where the member asks for a correction of the own file.
    ask: Option<String>,
    /// The member's dues, for those who see them.
    dues: Option<String>,
    /// Commendations, the latest first.
    praises: Vec<Praise>,
    /// Party badges, the latest first.
    badges: Vec<BadgeRow>,
    /// Classes in which the member learns or learnt, the latest first.
    classes: Vec<OwnLine>,
    /// Where a commendation and a badge are entered, and where discipline is kept, for those who may.
    ways: Vec<(Icon, String, String)>,
    /// The member's account, or where one is made, for those who keep accounts.
    account: Option<String>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/members/{member}", show).post("/members/{member}/identity", reveal)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let view = members::show(&ctx, id).await?;
    shown(&ctx, page, id, &view, None).await
}

/// The whole number is on this answer only: a reload asks again, and is noted again.
async fn reveal(Asker(ctx): Asker, page: Page, At(id): At<MemberId>) -> Result<Response, Failure> {
    let number = members::reveal_identity(&ctx, id).await?;
    let view = members::show(&ctx, id).await?;
    shown(&ctx, page, id, &view, Some(number)).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: MemberId,
    view: &MemberView,
    identity: Option<String>,
) -> Result<Response, Failure> {
    let w = page.w;
    let recorded = life::list(ctx, id).await?;
    let transfers = life::transfers_of(ctx, id).await?;
    let mut file = page_of(page, id, view, identity);
    file.praises = praises(w, &commendations::of_member(ctx, id).await?);
    for one in &mut file.praises {
        one.to.clear();
    }
    file.classes = own_lines(w, &learning::of_member(ctx, id).await?);
    file.badges = badge_rows(w, &badges::of_member(ctx, id).await?);
    file.life = recorded.iter().map(|one| life_line(w, id, one)).collect();
    file.underway =
        transfers.iter().filter(|one| one.transfer.is_open()).map(|one| underway(w, one)).collect();
    file.asked = corrections_of(ctx, w, id).await?;
    file.ask = (ctx.actor.member == Some(id)).then(|| format!("/members/{id}/corrections/new"));
    file.dues = dues::sees(ctx, id).await?.then(|| format!("/members/{id}/dues"));
    Ok(layout::show(&file))
}

/// What the member asked to have corrected, for the member and for whoever keeps the file.
async fn corrections_of(ctx: &Ctx, w: Words, id: MemberId) -> Result<Vec<AskedLine>, Failure> {
    match corrections::of_member(ctx, id).await {
        Ok(asked) => Ok(asked.iter().map(|one| asked_line(w, one)).collect()),
        Err(Error::Forbidden | Error::NotFound) => Ok(Vec::new()),
        Err(other) => Err(other.into()),
    }
}

fn life_line(w: Words, id: MemberId, one: &LifeView) -> LifeLine {
    let recorded = &one.recorded;
    let title = match &one.deed {
        Some(deed) => w.one_of("life-kind", deed.kind().as_str()),
        None => w.one_of("history-kind", &recorded.kind),
    };
    LifeLine {
        title,
        on: w.date(recorded.on),
        decision: decision_said(w, &recorded.decision),
        is_withdrawn: recorded.withdrawn_at.is_some(),
        undo: one.can_be_taken_back.then(|| format!("/members/{id}/deeds/{}?_method=DELETE", recorded.id)),
    }
}

fn underway(w: Words, one: &TransferView) -> String {
    let to = match (&one.to, &one.transfer.to) {
        (Some(cell), _) => cell.name.clone(),
        (None, Destination::Outside(place)) => place.clone(),
        (None, Destination::Cell(_)) => String::new(),
    };
    let (on, due) = (w.date(one.transfer.introduced_on), w.date(one.reception_due_on));
    let values = [("to", to.as_str().into()), ("date", on.as_str().into()), ("due", due.as_str().into())];
    w.with("life-underway", &values)
}

fn page_of(page: Page, id: MemberId, view: &MemberView, identity: Option<String>) -> FilePage {
    let w = page.w;
    let name = |of: OrganisationId| {
        view.organisations.iter().find(|one| one.id == of).map(|one| one.name.clone()).unwrap_or_default()
    };
    let home = view.standings.iter().rev().find(|one| one.to_on.is_none());
    let lead = home.map(|home| name(home.cell)).unwrap_or_default();
    let account = match view.account {
        Some(account) => Some(format!("/accounts/{account}")),
        None if view.keeps_accounts => Some(format!("/accounts/new?member={id}")),
        None => None,
    };
    let readings = view.readings.as_ref().map(|readings| {
        let line = |reading: &members::Reading| ReadingLine {
            at: reading.at,
            name: if reading.name.is_empty() { w.t("members-program") } else { reading.name.clone() },
            opened: opened(&reading.kind).map(|(words, tone)| (w.t(words), tone)),
        };
        readings.iter().map(line).collect()
    });
    FilePage {
        id,
        pairs: pairs(w, view),
        standings: view.standings.iter().rev().map(|one| standing(w, one, name(one.cell))).collect(),
        offices: offices(&page, view, &name),
        attended: view.attended.iter().map(|one| attended(w, one)).collect(),
        readings,
        reveals: view.reveals && identity.is_none(),
        identity,
        keeps: view.keeps,
        changes: if view.keeps { changes(w, id, view) } else { Vec::new() },
        life: Vec::new(),
        underway: Vec::new(),
        asked: Vec::new(),
        ask: None,
        dues: None,
        praises: Vec::new(),
        badges: Vec::new(),
        classes: Vec::new(),
        ways: probation(w, id, view)
            .into_iter()
            .chain(view.ways.iter().filter_map(|action| way(w, id, *action)))
            .collect(),
        account,
        page: page
            .at(Place::Members)
            .titled(&view.member.profile.full_name)
            .led(lead)
            .under(w.t("members-title"), "/members"),
    }
}

/// Of a probationary member the way to recognition.
fn probation(w: Words, id: MemberId, view: &MemberView) -> Option<(Icon, String, String)> {
    let stands = |one: &&Standing| one.to_on.is_none() && one.state.belongs();
    let home = view.standings.iter().find(stands)?;
    (home.grade == MemberGrade::Probationary)
        .then(|| (Icon("arrow-right"), format!("/members/{id}/probation"), w.t("probation-way")))
}

/// Where what is kept beside the register is entered or seen.
fn way(w: Words, id: MemberId, action: Action) -> Option<(Icon, String, String)> {
    match action {
        Action::KeepCommendations => {
            Some((Icon("award"), format!("/commendations/new?member={id}"), w.t("commendations-add-member")))
        }
        Action::KeepBadges => {
            Some((Icon("medal"), format!("/badges/new?member={id}"), w.t("badges-of-member-propose")))
        }
        Action::KeepMembers => {
            Some((Icon("folder-share"), format!("/members/{id}/loans"), w.t("loans-lend")))
        }
        Action::SeeOffers => Some((Icon("tools"), format!("/members/{id}/offer"), w.t("offers-title"))),
        Action::WriteExtract => {
            Some((Icon("shield-check"), format!("/members/{id}/extract"), w.t("extract-title")))
        }
        Action::SeeDiscipline => {
            Some((Icon("scale"), format!("/members/{id}/discipline"), w.t("discipline-see")))
        }
        _ => None,
    }
}

fn changes(w: Words, id: MemberId, view: &MemberView) -> Vec<(String, String)> {
    let change = |kind: LifeKind| {
        (format!("/members/{id}/deeds/new?kind={kind}"), w.one_of("life-kind", kind.as_str()))
    };
    offered(&view.standings).into_iter().map(change).collect()
}

fn pairs(w: Words, view: &MemberView) -> Vec<(String, String)> {
    let profile = &view.member.profile;
    let value = |field: register::Field| match field {
        register::Field::IdentityNumber => profile.identity_number.clone(),
        register::Field::Sex => {
            profile.sex.map(|sex| w.one_of("members-sex", sex.as_str())).unwrap_or_default()
        }
        register::Field::BornOn => profile.born_on.map(|date| w.partial_date(date)).unwrap_or_default(),
        register::Field::AdmittedOn => {
            profile.admitted_on.map(|date| w.partial_date(date)).unwrap_or_default()
        }
        register::Field::OfficialOn => {
            profile.official_on.map(|date| w.partial_date(date)).unwrap_or_default()
        }
        other => register::typed(profile, other),
    };
    let known = register::ASKED.into_iter().filter(|field| *field != register::Field::FullName);
    known.map(|field| (w.say(&field.label()), value(field))).filter(|(_, value)| !value.is_empty()).collect()
}

/// A span of days in words.
fn span(w: Words, from: jiff::civil::Date, to: Option<jiff::civil::Date>) -> String {
    match to {
        Some(to) => w.with("members-span", &[("from", w.date(from).into()), ("to", w.date(to).into())]),
        None => w.with("members-since", &[("from", w.date(from).into())]),
    }
}

fn standing(w: Words, one: &Standing, cell: String) -> StandingLine {
    StandingLine {
        cell,
        path: format!("/organisations/{}", one.cell),
        grade: one.grade.as_str(),
        state: one.state.as_str(),
        span: span(w, one.from_on, one.to_on),
        left: one.left.map(nennep_domain::members::Leaving::as_str),
    }
}

fn offices(page: &Page, view: &MemberView, name: &dyn Fn(OrganisationId) -> String) -> Vec<OfficeLine> {
    let today = page.now.date();
    let line = |term: &nennep_domain::accounts::OfficeTerm| OfficeLine {
        office: term.office.as_str(),
        organisation: name(term.organisation),
        path: format!("/organisations/{}", term.organisation),
        span: span(page.w, term.from_on, term.to_on),
        basis: term.basis.clone(),
        is_held: term.holds_on(today),
    };
    view.offices.iter().rev().map(line).collect()
}

fn attended(w: Words, one: &members::Attended) -> AttendedLine {
    let tone = match one.attendance {
        Some(Attendance::Present) => "good",
        Some(Attendance::Unexcused) => "poor",
        _ => "",
    };
    let values =
        [("kind", w.one_of("meeting-kind", one.kind.as_str()).into()), ("month", w.month(one.month).into())];
    AttendedLine {
        title: w.with("members-attended-at", &values),
        path: format!("/meetings/{}", one.meeting),
        day: one.opened_at.map(|at| w.date(at.date())).unwrap_or_default(),
        attendance: one.attendance.map(Attendance::as_str),
        tone,
        remarks: one.remarks,
    }
}
