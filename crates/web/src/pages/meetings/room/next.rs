//! The next step of the meeting: the one button that stays in sight.

use nennep_app::{Ctx, meetings::MeetingView};
use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MotionId},
    meetings::{ItemKind, MeetingState},
    motions::{MotionKind, MotionSubject},
};

use super::here::Here;
use crate::words::Words;

/// What comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    Open,
    CallRoll(usize),
    PutAgenda(ItemId),
    Count(MotionId, ItemId),
    PutResolution(ItemId),
    TakeUp(ItemId, usize),
    Close,
    Read,
    Nothing,
}

/// The button of the next step: a link, a form of its own, or the form of the page it sends.
#[derive(Debug)]
pub(super) struct Next {
    /// Its words.
    pub(super) label: String,
    /// Why it comes next, or what it does.
    pub(super) hint: String,
    /// Where it leads, if it only leads there.
    pub(super) link: String,
    /// The form of the page it sends, if it sends one.
    pub(super) form: String,
    /// Where it posts, if it is a form of its own.
    pub(super) action: String,
    /// The fields it posts.
    pub(super) fields: Vec<(&'static str, String)>,
}

fn step(ctx: &Ctx, view: &MeetingView) -> Step {
    let may = |action| ctx.may(action, &view.resource());
    match view.meeting.state() {
        MeetingState::Running if may(Action::RunMeeting) => running(view),
        MeetingState::Cancelled | MeetingState::Running => Step::Nothing,
        MeetingState::Held | MeetingState::Adopted | MeetingState::Reported => Step::Read,
        _ if may(Action::PrepareMeeting) => Step::Open,
        _ => Step::Nothing,
    }
}

fn running(view: &MeetingView) -> Step {
    let left = view.roll.iter().filter(|entry| entry.must_be_called() && entry.attendance.is_none()).count();
    if left > 0 {
        return Step::CallRoll(left);
    }
    if let Some(open) = view.motions.iter().find(|motion| motion.decision.is_none()) {
        return Step::Count(open.id, open.item);
    }
    let put = |subject| view.motions.iter().any(|motion| motion.subject == subject);
    let agenda = view.meeting.steps.agenda_adopted.is_some() || put(MotionSubject::Agenda);
    if let Some(first) = view.items.first().filter(|_| !agenda) {
        return Step::PutAgenda(first.id);
    }
    let current = view.current_item();
    if let Some(item) = current.filter(|item| item.kind == ItemKind::Conclusion)
        && !put(MotionSubject::Resolution)
    {
        return Step::PutResolution(item.id);
    }
    if current.is_some_and(|item| item.kind == ItemKind::Closing) {
        return Step::Close;
    }
    let after = current.map_or(0, |item| item.position);
    let follows = (1..).zip(&view.items).find(|(_, item)| item.started_at.is_none() && item.position > after);
    let skipped = || (1..).zip(&view.items).find(|(_, item)| item.started_at.is_none());
    match follows.or_else(skipped) {
        Some((number, item)) => Step::TakeUp(item.id, number),
        None => Step::Close,
    }
}

impl Next {
    /// The next step for the reader, if there is one they may do.
    pub(super) fn of(ctx: &Ctx, view: &MeetingView, here: Here, w: Words) -> Option<Self> {
        let none = || Self {
            label: String::new(),
            hint: String::new(),
            link: String::new(),
            form: String::new(),
            action: String::new(),
            fields: Vec::new(),
        };
        let next = match step(ctx, view) {
            Step::Nothing => return None,
            Step::Open => Self {
                label: w.t("room-open"),
                hint: w.t("room-open-hint"),
                form: "opening".to_owned(),
                ..none()
            },
            Step::CallRoll(left) => {
                let label = w.with("room-roll-left", &[("n", left.into())]);
                let opening = view.items.iter().find(|item| item.kind == ItemKind::Opening);
                let link = here.at_item(opening.map(|item| item.id)).back("roll");
                Self { label, hint: w.t("room-roll-hint"), link, ..none() }
            }
            Step::PutAgenda(item) => {
                let text = w.t("room-motion-agenda");
                let (label, fields) = put(ctx, item, MotionKind::Procedural, MotionSubject::Agenda, text);
                let action = here.at_item(Some(item)).post("motions");
                Self { hint: w.t("room-agenda-hint"), action, fields, label, ..none() }
            }
            Step::Count(motion, item) => {
                let lies_open = here.item == Some(item);
                let link = here.at_item(Some(item)).back(&format!("motion-{motion}"));
                Self {
                    label: w.t("room-count-next"),
                    hint: w.t("room-count-hint"),
                    link: if lies_open { String::new() } else { link },
                    form: if lies_open { format!("count-{motion}") } else { String::new() },
                    ..none()
                }
            }
            Step::PutResolution(item) => {
                let text = w.with("room-motion-resolution", &[("month", w.month(view.meeting.month).into())]);
                let (label, fields) = put(ctx, item, MotionKind::Resolution, MotionSubject::Resolution, text);
                let action = here.at_item(Some(item)).post("motions");
                Self { hint: w.t("room-resolution-hint"), action, fields, label, ..none() }
            }
            Step::TakeUp(item, number) => {
                let found = view.items.iter().find(|one| one.id == item);
                let hint = found.map_or_else(String::new, |item| item.title.clone());
                let label = w.with("room-take-up-next", &[("n", number.into())]);
                Self { label, hint, action: here.at_item(None).post(format!("items/{item}/start")), ..none() }
            }
            Step::Close => {
                let action = here.at_item(None).post("closure");
                Self { label: w.t("room-close"), hint: w.t("room-close-hint"), action, ..none() }
            }
            Step::Read => {
                let link = format!("/meetings/{}/minutes", view.meeting.id);
                Self { label: w.t("room-read-minutes"), hint: w.t("room-read-hint"), link, ..none() }
            }
        };
        Some(next)
    }
}

/// The words and fields of a button that puts a motion.
fn put(
    ctx: &Ctx,
    item: ItemId,
    kind: MotionKind,
    subject: MotionSubject,
    body: String,
) -> (String, Vec<(&'static str, String)>) {
    let fields = vec![
        ("id", ctx.new_id().to_string()),
        ("item", item.to_string()),
        ("kind", kind.to_string()),
        ("subject", subject.to_string()),
        ("body", body.clone()),
    ];
    (body, fields)
}
