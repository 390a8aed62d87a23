//! Motions by show of hands: put, counted, counted anew, withdrawn and brought again.

use axum::{
    extract::{Form, Path},
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    meetings::{self, MeetingView, MotionForm},
};
use nennep_domain::{
    ids::{ItemId, MotionId},
    motions::{Count, Motion, MotionKind, MotionSubject, Outcome, Terms},
    problems::{Problems, Sentence},
    time::Instant,
};
use serde::Deserialize;

use super::{
    aloud,
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
    reserved,
};
use crate::{
    components::Choice, errors::Failure, layout::Page, routes::Routes, session::Asker, words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/motions", put)
        .delete("/meetings/{meeting}/motions/{motion}", withdraw)
        .delete("/meetings/{meeting}/motions/{motion}/withdrawal", bring_again)
        .put("/meetings/{meeting}/motions/{motion}/count", count)
        .delete("/meetings/{meeting}/motions/{motion}/count", take_count_back)
}

/// A motion as the page shows it.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) id: MotionId,
    pub(super) body: String,
    pub(super) kind: MotionKind,
    /// What it needs, and what the chair reads before; while it is open.
    pub(super) before: Option<(Terms, Vec<String>)>,
    /// What came of it, what the chair reads after, and the vote line.
    pub(super) after: Option<(Outcome, String, String)>,
    /// The three numbers, as they were typed.
    pub(super) in_favour: String,
    pub(super) against: String,
    pub(super) other: String,
    /// The person it is about, where the reader opens the file.
    pub(super) about: Option<String>,
    pub(super) form: String,
    pub(super) reserved: reserved::Reserved,
}

/// The motions put under an item, and the form for another.
#[derive(Debug)]
pub(super) struct Motions {
    pub(super) lines: Vec<Line>,
    pub(super) kinds: Vec<Choice>,
    pub(super) body: String,
    pub(super) new_id: MotionId,
}

impl Line {
    /// Whether it was voted on and passed.
    pub(super) fn is_passed(&self) -> bool {
        self.after.as_ref().is_some_and(|(outcome, ..)| outcome.passed)
    }
}

impl Motions {
    pub(super) fn of(
        view: &MeetingView,
        item: ItemId,
        new_id: MotionId,
        now: Instant,
        trouble: &Trouble,
        w: Words,
    ) -> Self {
        let of_item = view.motions.iter().filter(|motion| motion.item == item);
        let chosen = trouble.typed("motion", "kind", MotionKind::Resolution.as_str());
        let kind = |kind: &MotionKind| {
            Choice::new(kind.as_str(), w.one_of("motions-kind", kind.as_str()), kind.as_str() == chosen)
        };
        Self {
            lines: of_item.map(|motion| line(view, motion, now, trouble, w)).collect(),
            kinds: MotionKind::ALL.iter().map(kind).collect(),
            body: trouble.typed("motion", "body", "").to_owned(),
            new_id,
        }
    }
}

/// A motion as the page shows it.
pub(super) fn line(view: &MeetingView, motion: &Motion, now: Instant, trouble: &Trouble, w: Words) -> Line {
    let form = format!("count-{}", motion.id);
    let outcome = view.outcome(motion);
    let before = outcome.is_none().then(|| {
        let terms = view.terms(motion.kind, now);
        let said = aloud::before_vote(&terms, w);
        (terms, said)
    });
    let typed = |field| trouble.typed(&form, field, "").to_owned();
    Line {
        id: motion.id,
        body: motion.body.clone(),
        kind: motion.kind,
        before,
        after: outcome.map(|outcome| {
            let (said, line) = (w.say(&outcome.sentence()), w.say(&outcome.line()));
            (outcome, said, line)
        }),
        in_favour: typed("in_favour"),
        against: typed("against"),
        other: typed("other"),
        about: view.voted_on(motion.id).map(crate::pages::meetings::said::person_path),
        reserved: reserved::Reserved::of(view, motion.id, trouble, w),
        form,
    }
}

async fn put(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = typed.read("id").unwrap_or(MotionId(ctx.new_id()));
    let item = typed.read("item").or(here.item).ok_or(Failure::not_found())?;
    let motion = MotionForm {
        item,
        kind: typed.read("kind").unwrap_or(MotionKind::Resolution),
        subject: typed.read("subject").unwrap_or(MotionSubject::Other),
        body: typed.get("body").to_owned(),
    };
    let done = meetings::put_motion(&ctx, here.meeting, id, &motion).await.map(|()| {
        let undo = here.post(format!("motions/{id}"));
        Done::at(format!("motion-{id}")).told(&Sentence::new("room-motion-put")).undone_by(undo)
    });
    Deed { ctx, page, here, form: "motion".to_owned(), typed }.answer(done).await
}

#[derive(Debug, Deserialize)]
struct Of {
    motion: MotionId,
}

/// The hands as they were typed; the button "all in favour" needs no numbers.
async fn read_count(
    ctx: &Ctx,
    here: Here,
    id: MotionId,
    typed: &Typed,
    now: Instant,
) -> Result<Count, Error> {
    if typed.get("all") == "true" {
        let view = meetings::show(ctx, here.meeting).await?;
        let motion = view.motions.iter().find(|motion| motion.id == id).ok_or(Error::NotFound)?;
        return Ok(Count { in_favour: view.terms(motion.kind, now).eligible, ..Count::default() });
    }
    let mut problems = Problems::default();
    if ["in_favour", "against", "other"].iter().all(|field| typed.get(field).trim().is_empty()) {
        problems.add("in_favour", Sentence::new("room-count-missing"));
    }
    let (in_favour, against) =
        (typed.count("in_favour", &mut problems), typed.count("against", &mut problems));
    let other = typed.count("other", &mut problems);
    Ok(problems.or(Some(Count { in_favour, against, other }))?)
}

async fn count(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let id = of.motion;
    let done = match read_count(&ctx, here, id, &typed, page.now).await {
        Ok(count) => meetings::count_hands(&ctx, here.meeting, id, count).await,
        Err(error) => Err(error),
    };
    let done = done.map(|outcome| {
        let undo = here.post(format!("motions/{id}/count"));
        Done::at(format!("motion-{id}")).told(&outcome.sentence()).undone_by(undo)
    });
    Deed { ctx, page, here, form: format!("count-{id}"), typed }.answer(done).await
}

async fn take_count_back(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.motion;
    let done = meetings::take_count_back(&ctx, here.meeting, id).await;
    let done = done.map(|()| Done::at(format!("motion-{id}")).told(&Sentence::new("room-count-taken-back")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn withdraw(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.motion;
    let done = meetings::withdraw_motion(&ctx, here.meeting, id).await.map(|()| {
        let undo = here.post(format!("motions/{id}/withdrawal"));
        Done::at("motions").told(&Sentence::new("room-motion-withdrawn")).undone_by(undo)
    });
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn bring_again(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Path(of): Path<Of>,
) -> Result<Response, Failure> {
    let id = of.motion;
    let done = meetings::bring_motion_again(&ctx, here.meeting, id).await;
    let done = done.map(|()| Done::at(format!("motion-{id}")).told(&Sentence::new("room-motion-again")));
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}
