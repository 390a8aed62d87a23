//! The sentences the chair reads aloud at each step, so that somebody who has never led a meeting can.

use nennep_app::meetings::MeetingView;
use nennep_domain::{
    meetings::{Item, ItemKind},
    members::MemberGrade,
    motions::{MotionKind, Terms},
    quality::RollCounts,
    time::Instant,
};

use crate::words::Words;

/// The opening: what meets, when; who leads, who writes, who is welcomed.
pub(super) fn opening(view: &MeetingView, w: Words) -> Vec<String> {
    let meeting = &view.meeting;
    let Some(opened) = meeting.steps.opened else { return Vec::new() };
    let kind = w.one_of("room-kind", meeting.kind.as_str());
    let month = w.month(meeting.month);
    let day = w.day(opened.at.date());
    let cell = view.cell.name.as_str();
    let mut said = vec![w.with(
        "room-aloud-opening",
        &[("day", day.into()), ("cell", cell.into()), ("kind", kind.into()), ("month", month.into())],
    )];
    if let (Some(chair), Some(taker)) = (meeting.chair, meeting.minute_taker) {
        let people = [("chair", view.name(chair).into()), ("taker", view.name(taker).into())];
        said.push(w.with("room-aloud-people", &people));
    }
    if !view.guests.is_empty() {
        let name = |guest: &nennep_domain::meetings::Guest| match guest.role.as_str() {
            "" => guest.name.clone(),
            role => format!("{}, {role}", guest.name),
        };
        let names = view.guests.iter().map(name).collect::<Vec<_>>().join("; ");
        said.push(w.with("room-aloud-guests", &[("names", names.into())]));
    }
    said
}

/// The result of the roll call, and whether enough are present to decide.
pub(super) fn roll(view: &MeetingView, terms: &Terms, w: Words) -> Vec<String> {
    let belongs = || view.roll.iter().filter(|entry| entry.who.state.belongs());
    let of = |grade| belongs().filter(|entry| entry.who.grade == grade).count();
    let counts = RollCounts::of(&view.roll);
    let figures = [
        ("members", belongs().count().into()),
        ("official", of(MemberGrade::Official).into()),
        ("probationary", of(MemberGrade::Probationary).into()),
        ("present", counts.present.into()),
        ("excused", counts.excused.into()),
        ("unexcused", counts.unexcused.into()),
    ];
    let mut said = vec![w.with("room-aloud-roll", &figures)];
    if counts.exempt > 0 {
        said.push(w.with("room-aloud-exempt", &[("n", counts.exempt.into())]));
    }
    let quorum =
        [("eligible", terms.eligible.into()), ("base", terms.base.into()), ("needed", terms.needed.into())];
    said.push(if terms.can_pass() {
        w.with("room-aloud-quorum", &quorum)
    } else {
        w.with("room-aloud-no-quorum", &quorum)
    });
    said
}

/// The agenda put to the meeting.
pub(super) fn agenda(view: &MeetingView, w: Words) -> String {
    let minutes: u32 = view.items.iter().map(|item| item.planned_minutes).sum();
    w.with("room-aloud-agenda", &[("n", view.items.len().into()), ("minutes", minutes.into())])
}

/// An item being taken up.
pub(super) fn item(view: &MeetingView, number: usize, item: &Item, w: Words) -> Vec<String> {
    let mut said =
        vec![w.with("room-aloud-item", &[("n", number.into()), ("title", item.title.as_str().into())])];
    if let Some(presenter) = item.presenter {
        said.push(w.with("room-aloud-presenter", &[("name", view.name(presenter).into())]));
    }
    let more = match item.kind {
        ItemKind::Criticism => Some(w.t("room-aloud-criticism")),
        ItemKind::Assignment | ItemKind::Plan => Some(w.t("room-aloud-assignment")),
        ItemKind::Discussion | ItemKind::Theme | ItemKind::Information => Some(w.t("room-aloud-discussion")),
        ItemKind::Proposals => Some(w.t("room-aloud-proposals")),
        _ => None,
    };
    said.extend(more);
    said
}

/// The closing.
pub(super) fn closing(view: &MeetingView, w: Words) -> Vec<String> {
    let done = view.items.iter().filter(|item| item.started_at.is_some()).count();
    let figures = [
        ("items", done.into()),
        ("speakers", view.speakers().len().into()),
        ("tasks", view.tasks.len().into()),
    ];
    vec![w.with("room-aloud-summary", &figures), w.t("room-aloud-closing")]
}

/// Before the minutes are read out.
pub(super) fn reading(view: &MeetingView, w: Words) -> String {
    let taker = view.meeting.minute_taker.map_or("…", |taker| view.name(taker));
    w.with("room-aloud-reading", &[("taker", taker.into())])
}

/// What a vote of this kind needs, before it is taken.
pub(super) fn before_vote(terms: &Terms, w: Words) -> Vec<String> {
    let mut said: Vec<_> = terms.sentences().iter().map(|sentence| w.say(sentence)).collect();
    said.push(w.t("room-aloud-hands"));
    said
}

/// What a resolution would need on the roll as it stands: the measure of a quorum.
pub(super) fn quorum(view: &MeetingView, now: Instant) -> Terms {
    view.terms(MotionKind::Resolution, now)
}
