//! Steps taken one at a time: self-rating, opinion, answer; and taken back.

use axum::{extract::Form, response::Response};
use jiff::civil::Date;
use nennep_app::{
    App, Ctx, Error,
    ratings::{self, Who},
};
use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingRoundId, RatingStepId},
    problems::{Problems, Sentence},
    ratings::{OpinionForm, OpinionSource, SelfForm, TaskCount},
};

use super::{
    one::{self, Back, Which},
    said::{path, read_points},
};
use crate::{
    errors::Failure,
    forms::Typed,
    layout::{Flash, Page, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

type MemberOf = At<(RatingRoundId, MemberId)>;
type CellOf = At<(RatingRoundId, OrganisationId)>;

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/ratings/{round}/members/{member}/self", rate_member)
        .post("/ratings/{round}/cells/{cell}/self", rate_cell)
        .post("/ratings/{round}/members/{member}/opinions", opinion_of_member)
        .post("/ratings/{round}/cells/{cell}/opinions", opinion_of_cell)
        .post("/ratings/{round}/members/{member}/answer", answer)
        .delete("/ratings/{round}/steps/{step}", take_back)
}

/// A form sent for one rating.
struct Sent {
    ctx: Ctx,
    page: Page,
    round: RatingRoundId,
    who: Who,
    typed: Typed,
}

impl Sent {
    fn id(&self) -> RatingStepId {
        self.typed.read("id").unwrap_or_else(|| RatingStepId(self.ctx.new_id()))
    }

    /// On to the rating with what was done and how it is undone, or the form again with what was typed.
    async fn answered(
        self,
        form: Which,
        id: RatingStepId,
        said: Sentence,
        done: Result<(), Error>,
    ) -> Result<Response, Failure> {
        let problems = match done {
            Ok(()) => {
                let undo = format!("/ratings/{}/steps/{id}", self.round);
                let flash = Flash::done(&said).undone_by(undo);
                return Ok(see_other(&path(self.round, self.who), Some(&flash)));
            }
            Err(Error::Invalid(problems)) => problems,
            Err(Error::Refused(refusal)) => Problems::one("", refusal.sentence()),
            Err(other) => return Err(other.into()),
        };
        self.again(form, problems).await
    }

    async fn again(self, form: Which, problems: Problems) -> Result<Response, Failure> {
        let back = Back { form, typed: self.typed, problems };
        one::show(&self.ctx, self.page, self.round, self.who, Some(back)).await
    }
}

async fn rate_member(
    Asker(ctx): Asker,
    page: Page,
    At((round, member)): MemberOf,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    rate(Sent { ctx, page, round, who: Who::Member(member), typed }).await
}

async fn rate_cell(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): CellOf,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    rate(Sent { ctx, page, round, who: Who::Cell(cell), typed }).await
}

fn read_self(typed: &Typed) -> Result<(SelfForm, Option<Date>), Problems> {
    let mut problems = Problems::default();
    let points = read_points(typed.get("points")).map_err(|()| Sentence::new("ratings-points-unreadable"));
    let points = problems.take("points", points).flatten();
    let on = typed.date("on", &mut problems);
    let tasks = TaskCount {
        due: typed.number("due", &mut problems),
        done: typed.number("done", &mut problems),
        late: typed.number("late", &mut problems),
        above: typed.number("above", &mut problems),
    };
    let (well, faults) = (typed.get("well").to_owned(), typed.get("faults").to_owned());
    let form = SelfForm { level: typed.read("level"), points, tasks, well, faults };
    problems.or(Some((form, on)))
}

async fn rate(sent: Sent) -> Result<Response, Failure> {
    let (form, on) = match read_self(&sent.typed) {
        Ok(read) => read,
        Err(problems) => return sent.again(Which::Own, problems).await,
    };
    let id = sent.id();
    let done = ratings::rate_self(&sent.ctx, sent.round, sent.who, id, on, &form).await;
    sent.answered(Which::Own, id, Sentence::new("ratings-self-rated"), done).await
}

async fn opinion_of_member(
    Asker(ctx): Asker,
    page: Page,
    At((round, member)): MemberOf,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    opinion(Sent { ctx, page, round, who: Who::Member(member), typed }).await
}

async fn opinion_of_cell(
    Asker(ctx): Asker,
    page: Page,
    At((round, cell)): CellOf,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    opinion(Sent { ctx, page, round, who: Who::Cell(cell), typed }).await
}

async fn opinion(sent: Sent) -> Result<Response, Failure> {
    let typed = &sent.typed;
    let mut problems = Problems::default();
    let source: Option<OpinionSource> = typed.read("source");
    if source.is_none() {
        problems.add("source", Sentence::new("ratings-source-missing"));
    }
    let on = typed.date("on", &mut problems);
    let form = OpinionForm {
        from: typed.get("from").to_owned(),
        level: typed.read("level"),
        text: typed.get("text").to_owned(),
    };
    let source = match problems.or(source) {
        Ok(source) => source,
        Err(problems) => return sent.again(Which::Opinion, problems).await,
    };
    let id = sent.id();
    let done = ratings::give_opinion(&sent.ctx, sent.round, sent.who, (id, source), on, &form).await;
    sent.answered(Which::Opinion, id, Sentence::new("ratings-opinion-given"), done).await
}

async fn answer(
    Asker(ctx): Asker,
    page: Page,
    At((round, member)): MemberOf,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let sent = Sent { ctx, page, round, who: Who::Member(member), typed };
    let id = sent.id();
    let done = ratings::answer(&sent.ctx, round, sent.who, id, sent.typed.get("text")).await;
    sent.answered(Which::Answer, id, Sentence::new("ratings-answered"), done).await
}

async fn take_back(
    Asker(ctx): Asker,
    At((round, id)): At<(RatingRoundId, RatingStepId)>,
) -> Result<Response, Failure> {
    let step = ratings::take_back(&ctx, id).await?;
    let who = step.member.map_or(Who::Cell(step.cell), Who::Member);
    Ok(see_other(&path(round, who), Some(&Flash::done(&Sentence::new("ratings-taken-back")))))
}
