//! Where a reader's ratings begin: the own one first, then the places the reader follows.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    ratings::{self, OwnRound, Who},
};

use super::said::{LevelMark, path};
use crate::{
    errors::Failure,
    layout::{self, Page, Place},
    routes::Routes,
    session::Asker,
    words::Words,
};

struct OwnLine {
    title: String,
    path: String,
    said: String,
    level: Option<LevelMark>,
}

#[derive(Template)]
#[template(path = "ratings/home.html")]
struct HomePage {
    page: Page,
    /// The self-rating that is waited for.
    waiting: Option<OwnLine>,
    own: Vec<OwnLine>,
    is_member: bool,
    /// The commitments of this year and of the years about it.
    commitments: Vec<(String, String)>,
    places: Vec<(String, String)>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/ratings", show)
}

async fn show(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let home = ratings::home(&ctx).await?;
    let w = page.w;
    let this = ctx.now().date().year();
    let mut own: Vec<OwnLine> = Vec::new();
    let mut waiting = None;
    if let Some(member) = home.member {
        for one in &home.own {
            let line = own_line(w, one, &path(one.round.id, Who::Member(member)));
            let waits = one.round.is_open() && !one.is_self_rated && !one.is_decided;
            if waits && waiting.is_none() { waiting = Some(line) } else { own.push(line) }
        }
    }
    let commitment = |member| {
        let of = |year: i16| {
            (
                w.with("ratings-commitment-of", &[("year", w.number(year).into())]),
                format!("/members/{member}/commitments/{year}"),
            )
        };
        [this, this - 1].map(of).to_vec()
    };
    let place = |one: &nennep_domain::organisations::Organisation| {
        (one.name.clone(), format!("/organisations/{}/ratings", one.id))
    };
    Ok(layout::show(&HomePage {
        waiting,
        own,
        is_member: home.member.is_some(),
        commitments: home.member.map(commitment).unwrap_or_default(),
        places: home.places.iter().map(place).collect(),
        page: page.at(Place::Members).titled(w.t("ratings-title")).led(w.t("ratings-lead")),
    }))
}

fn own_line(w: Words, one: &OwnRound, path: &str) -> OwnLine {
    let said = match (one.is_decided, one.is_self_rated, one.round.is_open()) {
        (true, ..) => w.t("ratings-state-decided"),
        (false, true, _) => w.t("ratings-state-self-rated"),
        (false, false, true) => w.t("ratings-state-waits"),
        (false, false, false) => w.t("ratings-state-closed"),
    };
    OwnLine {
        title: w.with("ratings-year", &[("year", w.number(one.round.year).into())]),
        path: path.to_owned(),
        said,
        level: one.is_decided.then(|| LevelMark::decided(w, one.level)),
    }
}
