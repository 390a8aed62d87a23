//! One organisation: where it stands, who leads it today and did before, and what stands below it.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App, Ctx,
    offices::{self, Holder},
    organisations::{self, Filter, OrganisationView},
    reach,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::OrganisationId,
    organisations::{Organisation, OrganisationKind},
};

use crate::{
    components::Icon,
    errors::Failure,
    layout::{self, Page, Place},
    pages::offices::TermLine,
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

struct Below {
    name: String,
    path: String,
    kind: String,
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
    ways: Vec<Way>,
    keeps_offices: bool,
    keeps_accounts: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/organisations/{organisation}", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<OrganisationId>) -> Result<Response, Failure> {
    let view = organisations::show(&ctx, id).await?;
    let mut terms = offices::history(&ctx, id).await?;
    terms.sort_by_key(|holder| (holder.term.office, holder.term.from_on));
    let below = below(&ctx, id).await?;
    let may = async |action| reach::may_at(&ctx, action, id).await;
    let w = page.w;
    let today = page.now.date();
    let (held, before): (Vec<&Holder>, Vec<&Holder>) =
        terms.iter().partition(|holder| holder.term.to_on.is_none_or(|end| today < end));
    let line = |holder: &&Holder| TermLine::of(&page, holder, "");
    let is_cell = view.organisation.kind == OrganisationKind::Cell;
    Ok(layout::show(&OnePage {
        id,
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
            ],
        ),
        keeps_offices: may(Action::KeepOffices).await?,
        keeps_accounts: is_cell && may(Action::KeepAccounts).await?,
        page: titled(page, &view),
    }))
}

/// The ways that are open: to its members, its meetings, its months.
fn ways(w: Words, id: OrganisationId, open: [bool; 3]) -> Vec<Way> {
    let ways = [
        ("members", Icon("users"), w.t("organisations-see-members")),
        ("meetings", Icon("calendar-event"), w.t("organisations-see-meetings")),
        ("months", Icon("calendar-stats"), w.t("organisations-see-months")),
    ];
    let way = |(to, icon, label): (&str, Icon, String)| Way { path: format!("/{to}?of={id}"), icon, label };
    ways.into_iter().zip(open).filter(|(_, open)| *open).map(|(of, _)| way(of)).collect()
}

/// Those directly below.
async fn below(ctx: &Ctx, id: OrganisationId) -> Result<Vec<Organisation>, Failure> {
    let filter = Filter { within: Some(id), limit: MOST_BELOW, ..Filter::default() };
    let mut found = organisations::list(ctx, filter).await?;
    found.retain(|one| one.parent == Some(id));
    Ok(found)
}

fn of_below(w: Words, one: &Organisation) -> Below {
    Below {
        name: one.name.clone(),
        path: format!("/organisations/{}", one.id),
        kind: match one.cell_type {
            Some(cell_type) => w.one_of("organisations-type", cell_type.as_str()),
            None => w.one_of("organisations-kind", one.kind.as_str()),
        },
    }
}

fn titled(page: Page, view: &OrganisationView) -> Page {
    let w = page.w;
    let mut page = page.at(Place::Organisations).under(w.t("place-organisations"), "/organisations");
    for above in view.above.iter().rev() {
        page = page.under(&above.name, format!("/organisations/{}", above.id));
    }
    page.titled(&view.organisation.name)
}

fn pairs(w: Words, view: &OrganisationView) -> Vec<(String, String)> {
    let one = &view.organisation;
    let mut pairs = vec![
        (w.t("organisations-code"), one.code.clone()),
        (w.t("organisations-kind"), w.one_of("organisations-kind", one.kind.as_str())),
    ];
    if let Some(cell_type) = one.cell_type {
        pairs.push((w.t("organisations-type"), w.one_of("organisations-type", cell_type.as_str())));
    }
    pairs.push((w.t("organisations-from"), w.date(one.from_on)));
    if let Some(members) = view.membership {
        let values = [("official", members.official.into()), ("probationary", members.probationary.into())];
        pairs.push((w.t("organisations-members"), w.with("organisations-membership", &values)));
    }
    pairs
}
