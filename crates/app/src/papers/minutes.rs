//! The minutes: the full course of a meeting, drawn up from what was recorded.

use nennep_domain::{
    ids::ItemId,
    meetings::{Attendance, Item, Remark, RollEntry, Speaker},
    members::MemberGrade,
    motions::{Motion, MotionSubject, ReservedOpinion},
    papers::{
        Absence, ItemRecord, Minutes, Motion as MotionRecord, PaperType, Person, RollFigures, Score,
        Statement, Task,
    },
    quality::RollCounts,
    time::Instant,
};

use super::head::{letterhead, person, sitting, vote, vote_on};
use crate::meetings::MeetingView;

/// The minutes as they would be adopted now, with the score as far as it has come.
pub(crate) fn minutes(view: &MeetingView, score: Option<Score>) -> Minutes {
    let meeting = &view.meeting;
    let closed_at = meeting.steps.closed.map(|done| done.at.local());
    let day = closed_at.map(jiff::civil::DateTime::date).or(meeting.steps.opened.map(|done| done.at.date()));
    let overseer = view.guests.iter().find(|guest| guest.overseer);
    let guest = |guest: &nennep_domain::meetings::Guest| Person::with_role(&guest.name, &guest.role);
    Minutes {
        letterhead: letterhead(view, PaperType::Minutes, day),
        sitting: sitting(view, true),
        closed_at,
        chair: meeting.chair.map(|member| person(view, member)),
        minute_taker: meeting.minute_taker.map(|member| person(view, member)),
        tracker: meeting.tracker.map(|member| person(view, member)),
        roll: figures(view),
        guests: view.guests.iter().filter(|guest| !guest.overseer).map(guest).collect(),
        overseer: overseer.map(guest),
        dues: meeting.dues_note.clone(),
        agenda: view.items.iter().map(|item| item.title.clone()).collect(),
        agenda_vote: vote_on(view, MotionSubject::Agenda),
        items: view.items.iter().map(|item| record(view, item)).collect(),
        score,
        adoption: vote_on(view, MotionSubject::Minutes),
        additions: Vec::new(),
        recipients: Vec::new(),
    }
}

/// Whether there is anything to read out: notes, a remark, a motion, a task.
pub(crate) fn is_anything_written(view: &MeetingView) -> bool {
    let written = |item: &Item| !item.notes.is_empty() || !item.conclusion.is_empty();
    view.items.iter().any(written)
        || !view.remarks.is_empty()
        || !view.motions.is_empty()
        || !view.tasks.is_empty()
}

fn figures(view: &MeetingView) -> RollFigures {
    let belongs = || view.roll.iter().filter(|entry| entry.who.state.belongs());
    let present = |entry: &&RollEntry| entry.attendance == Some(Attendance::Present);
    let of = |grade: MemberGrade| move |entry: &&RollEntry| entry.who.grade == grade;
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let absent = |attendance: Attendance| belongs().filter(move |entry| entry.attendance == Some(attendance));
    let absence = |entry: &RollEntry| Absence { name: entry.who.name.clone(), note: entry.note.clone() };
    let clock = |at: Instant| format!("{:02} giờ {:02}", at.local().hour(), at.local().minute());
    let timed = |at: fn(&RollEntry) -> Option<Instant>| {
        let line =
            move |entry: &RollEntry| Some(Absence { name: entry.who.name.clone(), note: clock(at(entry)?) });
        belongs().filter_map(line).collect::<Vec<_>>()
    };
    RollFigures {
        official: number(belongs().filter(of(MemberGrade::Official)).count()),
        probationary: number(belongs().filter(of(MemberGrade::Probationary)).count()),
        present_official: number(belongs().filter(of(MemberGrade::Official)).filter(present).count()),
        present_probationary: number(belongs().filter(of(MemberGrade::Probationary)).filter(present).count()),
        base: RollCounts::of(&view.roll).attendance(&view.rules, &[]).value.whole,
        excused: absent(Attendance::Excused).map(absence).collect(),
        unexcused: absent(Attendance::Unexcused).map(absence).collect(),
        exempt: absent(Attendance::Exempt).map(|entry| entry.who.name.clone()).collect(),
        special_duty: absent(Attendance::SpecialDuty).map(|entry| entry.who.name.clone()).collect(),
        late: timed(|entry| entry.arrived_at),
        left_early: timed(|entry| entry.left_at),
    }
}

fn record(view: &MeetingView, item: &Item) -> ItemRecord {
    ItemRecord {
        part: item.part,
        title: item.title.clone(),
        presenter: item.presenter.map(|member| person(view, member)),
        notes: item.notes.clone(),
        remarks: remarks(view, item.id),
        motions: view
            .motions
            .iter()
            .filter(|motion| motion.item == item.id)
            .filter_map(|one| motion(view, one))
            .collect(),
        tasks: tasks(view, item.id),
        conclusion: item.conclusion.clone(),
    }
}

/// What was said under an item, in its order.
pub(super) fn remarks(view: &MeetingView, item: ItemId) -> Vec<Statement> {
    let of_item = view.remarks.iter().filter(|remark| remark.item == item);
    let line = |remark: &Remark| Statement { by: speaker(view, remark.speaker), text: remark.body.clone() };
    of_item.map(line).collect()
}

fn speaker(view: &MeetingView, speaker: Speaker) -> Person {
    match speaker {
        Speaker::Member(member) => Person::named(view.name(member)),
        Speaker::Guest(id) => {
            let guest = view.guests.iter().find(|guest| guest.id == id);
            guest.map_or_else(|| Person::named("…"), |guest| Person::with_role(&guest.name, &guest.role))
        }
    }
}

fn motion(view: &MeetingView, motion: &Motion) -> Option<MotionRecord> {
    let decision = motion.decision.as_ref()?;
    let line = vote(motion)?;
    Some(MotionRecord {
        text: motion.body.clone(),
        secret: false,
        base: line.base,
        needed: decision.needed,
        agreed: line.agreed,
        against: decision.count.against,
        other: decision.count.other,
        passed: decision.passed,
        reserved: reserved(view, motion),
    })
}

/// Opinions reserved in a vote, word for word.
pub(super) fn reserved(view: &MeetingView, motion: &Motion) -> Vec<Statement> {
    let of_motion = view.reserved.iter().filter(|opinion| opinion.motion == motion.id);
    let line = |opinion: &ReservedOpinion| Statement {
        by: Person::named(view.name(opinion.member)),
        text: opinion.body.clone(),
    };
    of_motion.map(line).collect()
}

fn tasks(view: &MeetingView, item: ItemId) -> Vec<Task> {
    view.tasks.iter().filter(|task| task.item == Some(item)).map(|one| task(view, one)).collect()
}

/// A task as tables of papers give it.
pub(super) fn task(view: &MeetingView, task: &nennep_domain::tasks::Task) -> Task {
    Task {
        text: task.title.clone(),
        product: task.product.clone(),
        lead: task.owner.map_or_else(String::new, |owner| view.name(owner).to_owned()),
        due_on: task.deadline,
        report_in: task.reports_in,
    }
}
