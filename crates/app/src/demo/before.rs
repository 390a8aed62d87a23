//! What comes before a meeting: its registration, notices, papers and what members prepare.

use nennep_domain::{
    accounts::Office,
    ids::{AccountId, MeetingId, MemberId, PaperId, PreparationId},
    meetings::{Done, Meeting, MeetingKind, Notice, Paper, Preparation, PreparationKind, Steps},
    members::StandingState,
    time::Instant,
};

use super::{blueprint::entered_at, character::Habit, dice::Dice, plan::Plan, rows::Rows, setting::Told};
use crate::{keys::sha256, meetings::MeetingView};

const HOUR: i64 = 60;
const DAY: i64 = 24 * HOUR;

/// A deed by an account at a moment, if that has come by `now`.
pub(super) fn done(at: Instant, by: AccountId, now: Instant) -> Option<Done> {
    (at <= now).then_some(Done { at, by })
}

/// A meeting in the plan.
pub(super) fn planned(
    told: &Told<'_>,
    plan: &Plan<'_>,
    kind: MeetingKind,
    starts_at: Option<Instant>,
    dice: &mut Dice,
) -> Meeting {
    let planned_at = planned_at(plan);
    let topic =
        plan.theme.filter(|_| kind.is_thematic()).map_or_else(String::new, |theme| theme.title.clone());
    Meeting {
        // Lists of one month are in the order of ids: as the meetings are held.
        id: MeetingId(dice.id(starts_at.unwrap_or(planned_at))),
        cell: told.cell.organisation.id,
        month: plan.month,
        kind,
        topic,
        starts_at,
        place: told.site.clone(),
        chair: None,
        minute_taker: None,
        tracker: None,
        dues_note: String::new(),
        cancel_reason: String::new(),
        steps: Steps::default(),
    }
}

/// When the month was planned: before its quarter began.
pub(super) fn planned_at(plan: &Plan<'_>) -> Instant {
    let in_quarter = i32::from((plan.month.number() - 1) % 3);
    let quarter = plan.month.plus(-in_quarter).first_day();
    Instant::from_local(quarter.at(8, 30, 0, 0)).plus_minutes(-5 * DAY).max(entered_at())
}

/// Registers and calls a meeting, with notices to whoever stands on its roll and to the overseer.
pub(super) fn call(told: &Told<'_>, view: &mut MeetingView, now: Instant, dice: &mut Dice) {
    let Some(starts_at) = view.meeting.starts_at else { return };
    let by = told.by();
    let called_at = starts_at
        .plus_minutes(-dice.between(3 * DAY + 2 * HOUR, 6 * DAY))
        .max(entered_at())
        .min(now.plus_minutes(-3 * HOUR));
    let registered_at = called_at.plus_minutes(-dice.between(DAY, 3 * DAY));
    view.meeting.steps.registered = done(registered_at, by, now);
    view.meeting.steps.called = done(called_at, by, now);
    let forgets = told.character.has(Habit::LatePapers) && dice.happens(25);
    let overseer = told.holder(Office::Overseer);
    let called = |state: StandingState| !matches!(state, StandingState::Away | StandingState::Suspended);
    let members = view.roll.iter().filter(|entry| called(entry.who.state)).map(|entry| entry.who.member);
    let members: Vec<MemberId> = members.filter(|member| Some(*member) != overseer).collect();
    for (member, overseer) in members
        .into_iter()
        .map(|one| (one, false))
        .chain(overseer.filter(|_| !forgets).map(|one| (one, true)))
    {
        let seen_at = called_at.plus_minutes(dice.between(5, 2 * DAY));
        let seen_at = Some(seen_at).filter(|at| *at <= now && dice.happens(if overseer { 60 } else { 45 }));
        view.notices.push(Notice {
            meeting: view.meeting.id,
            member,
            overseer,
            sent_at: called_at,
            mailed_at: None,
            seen_at,
        });
    }
}

/// The papers of a meeting: the committee's guidance and the cell's draft, and the report of a theme. Late or missing where
/// that is the cell's habit.
pub(super) fn papers(
    told: &Told<'_>,
    view: &mut MeetingView,
    plan: &Plan<'_>,
    rows: &mut Rows,
    now: Instant,
    dice: &mut Dice,
) {
    let Some(starts_at) = view.meeting.starts_at else { return };
    let common = &told.setting.texts.common;
    let late = told.character.shows(Habit::LatePapers, dice);
    if late && dice.happens(30) {
        return;
    }
    let ahead = if late { dice.between(HOUR, 20 * HOUR) } else { dice.between(26 * HOUR, 70 * HOUR) };
    let posted_at = starts_at.plus_minutes(-ahead);
    let month = usize::try_from(plan.month.number() - 1).unwrap_or(0);
    let news = common.information[month % common.information.len()].as_str();
    let guidance = plan.blanks.fill_with(&common.guidance_body, &[("{information}", news)]);
    let fault = dice.pick(&common.faults).as_str();
    let (report, conclusion) = (plan.topic.report.as_str(), plan.topic.conclusion.as_str());
    let values = [
        ("{faults}", fault),
        ("{topic}", plan.topic.title.as_str()),
        ("{report}", report),
        ("{conclusion}", conclusion),
    ];
    let draft = plan.blanks.fill_with(&common.draft_body, &values);
    let mut wanted = vec![(&common.guidance_name, guidance), (&common.draft_name, draft)];
    if let Some(theme) = plan.theme.filter(|_| view.meeting.kind.is_thematic()) {
        wanted
            .push((&common.theme_name, plan.blanks.fill(&format!("{}\n\n{}\n", theme.title, theme.report))));
    }
    for (n, (name, text)) in wanted.into_iter().enumerate() {
        let at = posted_at.plus_minutes(-i64::try_from(n).unwrap_or(0) * 12);
        if at <= now {
            let paper = paper(view, plan.blanks.fill(name), &text, at, told.by(), dice);
            rows.file(&paper.sha256, text.into_bytes());
            view.papers.push(paper);
        }
    }
    view.papers.sort_by_key(|paper| (paper.posted_at, paper.id));
}

fn paper(
    view: &MeetingView,
    name: String,
    text: &str,
    posted_at: Instant,
    by: AccountId,
    dice: &mut Dice,
) -> Paper {
    Paper {
        id: PaperId(dice.id(posted_at)),
        meeting: view.meeting.id,
        item: None,
        name,
        media_type: "text/plain".to_owned(),
        size: u64::try_from(text.len()).unwrap_or(u64::MAX),
        sha256: sha256(text.as_bytes()),
        posted_at,
        posted_by: Some(by).filter(|by| !by.0.is_nil()),
    }
}

/// What some members prepared for a meeting: reviews of their own tasks, remarks kept private or released.
pub(super) fn preparations(
    told: &Told<'_>,
    view: &MeetingView,
    now: Instant,
    dice: &mut Dice,
) -> Vec<Preparation> {
    let common = &told.setting.texts.common;
    let mut found = Vec::new();
    let mut add = |member: MemberId, kind: PreparationKind, task, body: &str, dice: &mut Dice| {
        let changed_at = now.plus_minutes(-dice.between(2 * HOUR, 2 * DAY));
        let released_at = dice.happens(40).then(|| changed_at.plus_minutes(20));
        let id = PreparationId(dice.id(changed_at));
        let (meeting, item, body) = (view.meeting.id, None, body.to_owned());
        found.push(Preparation { id, meeting, member, kind, item, task, body, changed_at, released_at });
    };
    for due in &view.due {
        if let Some(owner) = due.task.owner.filter(|_| dice.happens(60)) {
            add(owner, PreparationKind::SelfReview, Some(due.task.id), &common.self_review, dice);
        }
    }
    let printed = told.people.get(super::accounts::MEMBER).filter(|_| told.cell.is_main).map(|one| one.id);
    for entry in view.roll.iter().filter(|entry| entry.who.state == StandingState::Active) {
        if printed == Some(entry.who.member) || dice.happens(12) {
            let body = dice.pick(&common.prepared).clone();
            add(entry.who.member, PreparationKind::Remark, None, &body, dice);
        }
    }
    found
}
