//! Rounds: opened, counted anew, their opening withdrawn.

use axum::{extract::Form, response::Response};
use nennep_app::{
    App, Error,
    ratings::{self, OpenForm},
};
use nennep_domain::{
    ids::{OrganisationId, RatingRoundId},
    problems::{Problems, Sentence},
};

use super::{committee, said::sheet_path};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/organisations/{organisation}/ratings", open)
        .post("/ratings/{round}/count", count)
        .delete("/ratings/{round}", withdraw)
}

async fn open(
    Asker(ctx): Asker,
    page: Page,
    At(of): At<OrganisationId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let mut problems = Problems::default();
    let year: Option<i16> = typed.read("year");
    if year.is_none() {
        problems.add("year", Sentence::new("ratings-year-missing"));
    }
    let counted_on = typed.date("counted_on", &mut problems);
    let Ok(year) = problems.clone().or(year) else {
        return committee::show(&ctx, page, of, year, typed, problems).await;
    };
    let id = typed.read("id").unwrap_or_else(|| RatingRoundId(ctx.new_id()));
    match ratings::open(&ctx, id, &OpenForm { organisation: of, year, counted_on }).await {
        Ok(round) => {
            let flash = Flash::done(&Sentence::new("ratings-opened").with("year", i64::from(year)));
            Ok(see_other(&sheet_path(of, round.year), Some(&flash.undone_by(format!("/ratings/{id}")))))
        }
        Err(Error::Invalid(problems)) => committee::show(&ctx, page, of, None, typed, problems).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("", refusal.sentence());
            committee::show(&ctx, page, of, None, typed, problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn count(
    Asker(ctx): Asker,
    At(id): At<RatingRoundId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let on = typed.date("on", &mut Problems::default());
    let (came, gone) = ratings::count_anew(&ctx, id, on).await?;
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let said = Sentence::new("ratings-counted").with("came", number(came)).with("gone", number(gone));
    let round = ratings::closing(&ctx, id).await?.round;
    Ok(see_other(&sheet_path(round.organisation, round.year), Some(&Flash::done(&said))))
}

async fn withdraw(Asker(ctx): Asker, At(id): At<RatingRoundId>) -> Result<Response, Failure> {
    let of = ratings::withdraw_opening(&ctx, id).await?;
    let back = of.map_or_else(|| "/ratings".to_owned(), |of| format!("/organisations/{of}/ratings"));
    Ok(see_other(&back, Some(&Flash::done(&Sentence::new("ratings-opening-withdrawn")))))
}
