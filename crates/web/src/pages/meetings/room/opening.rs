//! Opening the meeting with chair and minute-taker, taking that back, and naming them anew.

use axum::{extract::Form, response::Response};
use nennep_app::{
    App,
    meetings::{self, MeetingView, OpenForm},
};
use nennep_domain::{
    accounts::Office, ids::MemberId, meetings::RollEntry, members::MemberGrade, problems::Sentence,
};

use super::{
    deed::{Deed, Done, Trouble, Typed},
    here::Here,
};
use crate::{
    components::Choice, errors::Failure, layout::Page, routes::Routes, session::Asker, words::Words,
};

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .post("/meetings/{meeting}/opening", open)
        .delete("/meetings/{meeting}/opening", take_back)
        .put("/meetings/{meeting}/people", name_people)
}

/// Who leads, who writes, who follows: three choices among the roll.
#[derive(Debug)]
pub(super) struct Leaders {
    pub(super) chair: Vec<Choice>,
    pub(super) minute_taker: Vec<Choice>,
    pub(super) tracker: Vec<Choice>,
    /// Their names, once named.
    pub(super) named: Vec<(String, String)>,
}

impl Leaders {
    /// The choices as they stand, or as they came back. Before the opening the secretary is proposed to chair.
    pub(super) fn of(view: &MeetingView, trouble: &Trouble, w: Words) -> Self {
        let meeting = &view.meeting;
        let on_roll = |member: &MemberId| view.roll.iter().any(|entry| entry.who.member == *member);
        let leads = |office| view.holder(office)?.term.member.filter(on_roll);
        let chair = meeting.chair.or_else(|| leads(Office::Secretary)).or_else(|| leads(Office::Deputy));
        let choices = |field, stands: Option<MemberId>| {
            let stands = stands.map_or_else(String::new, |member| member.to_string());
            let chosen = trouble.typed("people", field, &stands).to_owned();
            members(view, &chosen, w)
        };
        let name = |label: String, member: Option<MemberId>| Some((label, view.name(member?).to_owned()));
        let named = [
            name(w.t("room-chair"), meeting.chair),
            name(w.t("room-minute-taker"), meeting.minute_taker),
            name(w.t("room-tracker"), meeting.tracker),
        ];
        Self {
            chair: choices("chair", chair),
            minute_taker: choices("minute_taker", meeting.minute_taker),
            tracker: choices("tracker", meeting.tracker),
            named: named.into_iter().flatten().collect(),
        }
    }
}

/// The members of the roll as choices; `chosen` is an id as it was typed.
pub(super) fn members(view: &MeetingView, chosen: &str, w: Words) -> Vec<Choice> {
    let choice = |entry: &RollEntry| {
        let value = entry.who.member.to_string();
        let label = match entry.who.grade {
            MemberGrade::Official => entry.who.name.clone(),
            MemberGrade::Probationary => {
                w.with("room-name-probationary", &[("name", entry.who.name.as_str().into())])
            }
        };
        let is_chosen = value == chosen;
        Choice::new(value, label, is_chosen)
    };
    view.roll.iter().map(choice).collect()
}

fn read(typed: &Typed) -> OpenForm {
    OpenForm {
        chair: typed.read("chair"),
        minute_taker: typed.read("minute_taker"),
        tracker: typed.read("tracker"),
    }
}

async fn open(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = meetings::open(&ctx, here.meeting, read(&typed)).await.map(|()| {
        let told = Sentence::new("room-opened").with("time", page.w.time(page.now));
        Done::at("").told(&told).undone_by(here.post("opening"))
    });
    Deed { ctx, page, here, form: "people".to_owned(), typed }.answer(done).await
}

async fn take_back(Asker(ctx): Asker, page: Page, here: Here) -> Result<Response, Failure> {
    let done = meetings::take_opening_back(&ctx, here.meeting).await;
    let done = done.map(|()| Done::at("").told(&Sentence::new("room-opening-taken-back")));
    let here = here.at_item(None);
    Deed { ctx, page, here, form: String::new(), typed: Typed::default() }.answer(done).await
}

async fn name_people(
    Asker(ctx): Asker,
    page: Page,
    here: Here,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let done = meetings::set_people(&ctx, here.meeting, read(&typed)).await;
    let done = done.map(|()| Done::at("people-named").told(&Sentence::new("room-people-named")));
    Deed { ctx, page, here, form: "people".to_owned(), typed }.answer(done).await
}
