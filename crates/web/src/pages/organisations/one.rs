//! One organisation: where it stands, who leads it today and did before, and what stands below it.

use askama::Template;
use axum::{extract::Query, response::Response};
use nennep_app::{
    App, Ctx,
    offices::{self, Holder},
    organisations::{self, Filter, Heir, OrganisationView, Past, deeds::Recorded},
    reach,
    recognition::commendations,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::OrganisationId,
    organisations::{
        Organisation, OrganisationKind,
        history::{Chapter, DeedKind},
    },
};

use super::{
    deeds::{DeedLine, offered, said, verb},
    then,
};

use crate::{
    components::Icon,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    pages::{
        offices::TermLine,
        recognition::{Praise, praises},
    },
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// So many organisations below are named.
const MOST_BELOW: u32 = 200;

/// A way from the organisation to what belongs to it.
struct Way {
    path: String,
    icon: Icon,
    label: String,
}

pub(super) struct Below {
    pub(super) name: String,
    pub(super) path: String,
    pub(super) kind: String,
}

#[derive(Template)]
#[template(path = "organisations/one.html")]
struct OnePage {
    page: Page,
    id: OrganisationId,
    pairs: Vec<(String, String)>,
    holders: Vec<TermLine>,
    before: Vec<TermLine>,
    below: Vec<Below>,
    exists: bool,
    ways: Vec<Way>,
    /// Commendations of the organisation as a whole.
    praises: Vec<Praise>,
    /// Where one is entered, for those who may.
    commend: Option<String>,
    keeps_offices: bool,
    keeps_accounts: bool,
    /// Deeds that can be done here: where to, and what they are called.
    changes: Vec<(String, String)>,
    history: PastPart,
}

/// How an organisation came to be what it is.
struct PastPart {
    chapters: Vec<ChapterLine>,
    before: Vec<HeirLine>,
    after: Vec<HeirLine>,
    waiting: Vec<DeedLine>,
}

struct ChapterLine {
    span: String,
    name: String,
    said: String,
    decision: String,
}

struct HeirLine {
    name: String,
    path: String,
    on: String,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}", show)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    if !asked.get("on").trim().is_empty() {
        return then::show(&ctx, page, id, &asked).await;
    }
    let view = organisations::show(&ctx, id).await?;
    let mut terms = offices::history(&ctx, id).await?;
    terms.sort_by_key(|holder| (holder.term.office, holder.term.from_on));
    let below = below(&ctx, id).await?;
    let may = async |action| reach::may_at(&ctx, action, id).await;
    let w = page.w;
    let today = page.now.date();
    let history = past_part(w, &organisations::past(&ctx, id).await?);
    let exists = view.organisation.to_on.is_none();
    let changes = exists && may(Action::KeepOrganisations).await?;
    let sees_praise = may(Action::SeeCommendations).await?;
    let (held, before): (Vec<&Holder>, Vec<&Holder>) =
        terms.iter().partition(|holder| holder.term.to_on.is_none_or(|end| today < end));
    let line = |holder: &&Holder| TermLine::of(&page, holder, "");
    let is_cell = view.organisation.kind == OrganisationKind::Cell;
    let recruits = if is_cell {
        may(Action::SeeMemberFile).await?
    } else {
        reach::may_within(&ctx, Action::SeeMonths, id).await?
    };
    Ok(layout::show(&OnePage {
        id,
        exists,
        pairs: pairs(w, &view),
        holders: held.iter().map(line).collect(),
        before: before.iter().map(line).collect(),
        below: below.iter().map(|one| of_below(w, one)).collect(),
        ways: ways(
            w,
            id,
            [
                view.membership.is_some(),
                is_cell && may(Action::SeeMeetings).await?,
                may(Action::SeeMonths).await?,
                reach::may_within(&ctx, Action::SeeRatings, id).await?,
                sees_praise || reach::may_within(&ctx, Action::SeeCommendations, id).await?,
                reach::may_within(&ctx, Action::SeeMemberFile, id).await?,
                may(Action::SeeDiscipline).await?,
                recruits,
                reach::may_within(&ctx, Action::SeeDuesTotals, id).await?,
                may(Action::SeeNominees).await?,
            ],
        ),
        praises: if sees_praise { own_praises(&ctx, w, id).await? } else { Vec::new() },
        commend: (exists && may(Action::KeepCommendations).await?)
            .then(|| format!("/commendations/new?organisation={id}")),
        keeps_offices: exists && may(Action::KeepOffices).await?,
        keeps_accounts: exists && is_cell && may(Action::KeepAccounts).await?,
        changes: if changes { changes_of(w, &view.organisation) } else { Vec::new() },
        history,
        page: titled(page, &view),
    }))
}

fn changes_of(w: Words, organisation: &Organisation) -> Vec<(String, String)> {
    let change = |kind: &DeedKind| {
        (format!("/organisations/{}/deeds/new?kind={kind}", organisation.id), verb(w, *kind))
    };
    offered(organisation.kind).iter().map(change).collect()
}

fn past_part(w: Words, past: &Past) -> PastPart {
    let heir = |heir: &Heir| HeirLine {
        name: heir.organisation.name.clone(),
        path: format!("/organisations/{}", heir.organisation.id),
        on: w.date(heir.on),
    };
    PastPart {
        chapters: past
            .chapters
            .iter()
            .rev()
            .map(|(chapter, by)| chapter_line(w, chapter, by.as_ref()))
            .collect(),
        before: past.predecessors.iter().map(heir).collect(),
        after: past.successors.iter().map(heir).collect(),
        waiting: past.waiting.iter().map(|view| DeedLine::of(w, view)).collect(),
    }
}

fn chapter_line(w: Words, chapter: &Chapter, by: Option<&Recorded>) -> ChapterLine {
    let from = w.date(chapter.from_on);
    let span = match chapter.to_on {
        Some(end) => {
            let to = w.date(end);
            w.with("history-span", &[("from", from.as_str().into()), ("to", to.as_str().into())])
        }
        None => w.with("history-span-open", &[("from", from.as_str().into())]),
    };
    let kind = match chapter.cell_type {
        Some(cell_type) => w.one_of("organisations-type", cell_type.as_str()),
        None => w.one_of("organisations-kind", chapter.kind.as_str()),
    };
    ChapterLine {
        span,
        name: chapter.name.clone(),
        said: format!("{kind} · {}", chapter.code),
        decision: by.map_or_else(String::new, |by| said(w, &by.decision)),
    }
}

/// The commendations of the organisation as a whole, which is not named again on its own page.
async fn own_praises(ctx: &Ctx, w: Words, id: OrganisationId) -> Result<Vec<Praise>, Failure> {
    let mut found = praises(w, &commendations::of_organisation(ctx, id).await?);
    for one in &mut found {
        one.to.clear();
    }
    Ok(found)
}

/// The ways that are open: to its members, its meetings, its months, and all that is kept of it.
fn ways(w: Words, id: OrganisationId, open: [bool; 10]) -> Vec<Way> {
    let ways = [
        ("members", Icon("users"), w.t("organisations-see-members")),
        ("meetings", Icon("calendar-event"), w.t("organisations-see-meetings")),
        ("months", Icon("calendar-stats"), w.t("organisations-see-months")),
        ("ratings", Icon("award"), w.t("ratings-title")),
        ("commendations", Icon("award"), w.t("commendations-title")),
        ("badges", Icon("medal"), w.t("badges-title")),
        ("discipline", Icon("scale"), w.t("discipline-title")),
        ("candidates", Icon("user-plus"), w.t("recruiting-title")),
        ("dues", Icon("coins"), w.t("dues-title")),
        ("nominees", Icon("users"), w.t("nominees-title")),
    ];
    let way = |(to, icon, label): (&str, Icon, String)| {
        let path =
            if to == "ratings" { format!("/organisations/{id}/{to}") } else { format!("/{to}?of={id}") };
        Way { path, icon, label }
    };
    ways.into_iter().zip(open).filter(|(_, open)| *open).map(|(of, _)| way(of)).collect()
}

/// Those directly below.
async fn below(ctx: &Ctx, id: OrganisationId) -> Result<Vec<Organisation>, Failure> {
    let filter = Filter { within: Some(id), limit: MOST_BELOW, ..Filter::default() };
    let mut found = organisations::list(ctx, filter).await?;
    found.retain(|one| one.parent == Some(id));
    Ok(found)
}

pub(super) fn of_below(w: Words, one: &Organisation) -> Below {
    Below {
        name: one.name.clone(),
        path: format!("/organisations/{}", one.id),
        kind: match one.cell_type {
            Some(cell_type) => w.one_of("organisations-type", cell_type.as_str()),
            None => w.one_of("organisations-kind", one.kind.as_str()),
        },
    }
}

pub(super) fn titled(page: Page, view: &OrganisationView) -> Page {
    let w = page.w;
    let mut page = page.at(Place::Organisations).under(w.t("place-organisations"), "/organisations");
    for above in view.above.iter().rev() {
        page = page.under(&above.name, format!("/organisations/{}", above.id));
    }
    page.titled(&view.organisation.name)
}

pub(super) fn pairs(w: Words, view: &OrganisationView) -> Vec<(String, String)> {
    let one = &view.organisation;
    let mut pairs = vec![
        (w.t("organisations-code"), one.code.clone()),
        (w.t("organisations-kind"), w.one_of("organisations-kind", one.kind.as_str())),
    ];
    if let Some(cell_type) = one.cell_type {
        pairs.push((w.t("organisations-type"), w.one_of("organisations-type", cell_type.as_str())));
    }
    pairs.push((w.t("organisations-from"), w.date(one.from_on)));
    if let Some(end) = one.to_on {
        pairs.push((w.t("organisations-to"), w.date(end)));
    }
    if let Some(members) = view.membership {
        let values = [("official", members.official.into()), ("probationary", members.probationary.into())];
        pairs.push((w.t("organisations-members"), w.with("organisations-membership", &values)));
    }
    pairs
}
