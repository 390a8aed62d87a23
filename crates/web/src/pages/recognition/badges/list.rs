//! Who is due on a day of badges: what is to be proposed first, then how far proposals have come; what could come early is folded.

use askama::Template;
use axum::{extract::Query, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, organisations, reach,
    recognition::badges::{self, DayList, DueLine},
    registers::Format,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::OrganisationId,
    organisations::Organisation,
    problems::{Citation, Problems},
    recognition::badges::{BadgeGround, BadgeStep},
};

use super::{far, titled};
use crate::{
    components::Choice,
    download,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct Line {
    name: String,
    file: String,
    cell: String,
    badge: String,
    said: String,
    /// The proposal, where there is one, and how far it has come.
    proposal: Option<(String, String)>,
    is_awarded: bool,
    /// The id, member and years with which it is proposed at one press.
    propose: Option<(String, String, u32)>,
    /// Where an early one is proposed, with its day.
    form: Option<String>,
}

#[derive(Template)]
#[template(path = "recognition/badges/list.html")]
struct ListPage {
    page: Page,
    places: Vec<Choice>,
    days: Vec<Choice>,
    on: String,
    /// This list, to come back to.
    here: String,
    /// Who is still to be put on the list.
    waiting: Vec<Line>,
    /// Who is on it.
    listed: Vec<Line>,
    early: Vec<Line>,
    posthumous: Vec<Line>,
    sum: String,
    citation: Citation,
    early_help: String,
    /// Where the list is printed: PDF and XLSX.
    papers: Vec<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/badges", show)
        .get("/organisations/{organisation}/badges.pdf", pdf)
        .get("/organisations/{organisation}/badges.xlsx", xlsx)
}

async fn show(Asker(ctx): Asker, page: Page, Query(asked): Query<Typed>) -> Result<Response, Failure> {
    let mut places = reach::where_may(&ctx, Action::SeeMemberFile).await?;
    for one in reach::where_may(&ctx, Action::KeepBadges).await? {
        if places.iter().all(|known| known.id != one.id) {
            places.push(one);
        }
    }
    let of: Option<OrganisationId> = asked.read("of").or(places.first().map(|one| one.id));
    if let Some(of) = of.filter(|of| places.iter().all(|one| one.id != *of)) {
        places.push(organisations::show(&ctx, of).await?.organisation);
    }
    let on = asked.date("on", &mut Problems::default());
    let found = badges::list(&ctx, of, on).await?;
    Ok(layout::show(&page_of(&ctx, page, &places, of, &found)))
}

fn page_of(
    ctx: &Ctx,
    page: Page,
    places: &[Organisation],
    of: Option<OrganisationId>,
    found: &DayList,
) -> ListPage {
    let w = page.w;
    let day = |day: &Date| Choice::new(day.to_string(), w.date(*day), *day == found.day);
    let lines = |lines: &[DueLine]| lines.iter().map(|one| line(ctx, w, one, found.day)).collect::<Vec<_>>();
    let (listed, waiting): (Vec<Line>, Vec<Line>) =
        lines(&found.due).into_iter().partition(|one| one.proposal.is_some());
    let rules = &found.rules;
    let date = w.date(found.day);
    let count = u32::try_from(found.due.len()).unwrap_or(u32::MAX);
    let sum = w.with("badges-sum", &[("date", date.as_str().into()), ("count", count.into())]);
    let months = [
        ("months", rules.badge_early_months().value.into()),
        ("senior", rules.badge_early_senior_months().value.into()),
        ("from", rules.badge_senior_from_years().value.into()),
    ];
    let papers = of.map_or_else(Vec::new, |of| {
        let path = format!("/organisations/{of}/badges");
        vec![
            (format!("{path}.pdf?on={}", found.day), w.t("badges-list-pdf")),
            (format!("{path}.xlsx?on={}", found.day), w.t("badges-list-xlsx")),
        ]
    });
    let mut days: Vec<Choice> = found.days.iter().map(day).collect();
    if days.iter().all(|choice| !choice.chosen) {
        days.push(day(&found.day));
    }
    ListPage {
        places: places
            .iter()
            .map(|one| Choice::new(one.id.to_string(), &one.name, Some(one.id) == of))
            .collect(),
        days,
        on: found.day.to_string(),
        here: match of {
            Some(of) => format!("/badges?of={of}&on={}", found.day),
            None => format!("/badges?on={}", found.day),
        },
        waiting,
        listed,
        early: lines(&found.early),
        posthumous: lines(&found.posthumous),
        sum,
        citation: rules.badge_years().citation,
        early_help: w.with("badges-early-help", &months),
        papers,
        page: page.at(Place::Members).titled(w.t("badges-title")).under(w.t("members-title"), "/members"),
    }
}

fn line(ctx: &Ctx, w: Words, one: &DueLine, day: Date) -> Line {
    let (admitted, full) = (
        one.admitted_on.map(|on| w.partial_date(on)).unwrap_or_default(),
        one.full_on.map(|on| w.date(on)).unwrap_or_default(),
    );
    let values = [("admitted", admitted.as_str().into()), ("full", full.as_str().into())];
    let mut said = if admitted.is_empty() { String::new() } else { w.with("badges-party-age", &values) };
    if let Some(died_on) = one.died_on {
        let date = w.date(died_on);
        said = format!("{said} {}", w.with("badges-died", &[("date", date.as_str().into())]));
    }
    let plain = one.ground == BadgeGround::Due;
    Line {
        name: one.name.clone(),
        file: format!("/members/{}", one.member),
        cell: one.cell.name.clone(),
        badge: titled(w, one.years, if one.proposal.is_some() { one.ground } else { BadgeGround::Due }),
        said,
        proposal: one
            .proposal
            .as_ref()
            .map(|view| (format!("/badges/{}", view.kept.proposal.id), far(w, view))),
        is_awarded: one
            .proposal
            .as_ref()
            .is_some_and(|view| view.kept.proposal.taken(BadgeStep::Awarded).is_some()),
        propose: (one.proposes && plain)
            .then(|| (ctx.new_id().to_string(), one.member.to_string(), one.years)),
        form: (one.proposes && !plain).then(|| {
            let (member, years, ground) = (one.member, one.years, one.ground);
            format!("/badges/new?member={member}&years={years}&ground={ground}&day={day}")
        }),
    }
}

async fn pdf(
    Asker(ctx): Asker,
    At(of): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    written(&ctx, of, &asked, Format::Pdf).await
}

async fn xlsx(
    Asker(ctx): Asker,
    At(of): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    written(&ctx, of, &asked, Format::Xlsx).await
}

async fn written(ctx: &Ctx, of: OrganisationId, asked: &Typed, format: Format) -> Result<Response, Failure> {
    let on = asked.date("on", &mut Problems::default());
    Ok(download::written(&badges::list_paper(ctx, of, on, format).await?))
}
