//! What is a member's own: tasks due, and what was answered.

use jiff::civil::Date;
use nennep_app::{
    Ctx,
    today::{OwnLeave, OwnToday},
};
use nennep_domain::{meetings::LeaveAnswer, ratings::Round, tasks::Task, time::Instant};

use crate::{layout::Page, words::Words};

/// One of the reader's own tasks.
pub(super) struct OwnTask {
    pub(super) title: String,
    pub(super) path: String,
    pub(super) deadline: Option<Date>,
    pub(super) late: bool,
    pub(super) done: bool,
}

/// An answer to something the reader asked.
pub(super) struct Answer {
    pub(super) asked: String,
    pub(super) said: Option<String>,
    pub(super) tone: &'static str,
    pub(super) path: String,
}

/// What is the reader's own.
pub(super) struct OwnCard {
    pub(super) tasks: Vec<OwnTask>,
    pub(super) more_tasks: bool,
    pub(super) answers: Vec<Answer>,
    /// Self-ratings that are waited for: what it is called, and where.
    pub(super) ratings: Vec<(String, String)>,
    /// Where the member says what they can and would like to do, while that is asked.
    pub(super) offer: Option<String>,
}

impl OwnCard {
    pub(super) fn of(ctx: &Ctx, page: &Page, own: &OwnToday) -> Self {
        let today = page.now.date();
        let leave = own.leave.iter().map(|leave| leave_answer(page.w, leave));
        let proposals = own.proposals.iter().map(|proposal| Answer {
            asked: proposal.body.clone(),
            said: proposal.answer.clone(),
            tone: "",
            path: format!("/meetings/{}/minutes", proposal.meeting),
        });
        Self {
            tasks: own.tasks.iter().map(|task| own_task(task, today)).collect(),
            more_tasks: own.more_tasks,
            answers: leave.chain(proposals).collect(),
            ratings: own.ratings.iter().map(|round| rating(page.w, round)).collect(),
            offer: ctx.actor.member.filter(|_| own.asks_offer).map(|id| format!("/members/{id}/offer")),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.tasks.is_empty() && self.answers.is_empty() && self.ratings.is_empty() && self.offer.is_none()
    }
}

fn rating(w: Words, round: &Round) -> (String, String) {
    let said = w.with("ratings-today", &[("year", w.number(round.year).into())]);
    (said, "/ratings".to_owned())
}

fn own_task(task: &Task, today: Date) -> OwnTask {
    let done = task.done_on.is_some();
    OwnTask {
        title: task.title.clone(),
        path: format!("/tasks/{}", task.id),
        deadline: task.deadline,
        late: !done && task.deadline.is_some_and(|deadline| deadline < today),
        done,
    }
}

fn leave_answer(w: Words, leave: &OwnLeave) -> Answer {
    let day = leave.starts_at.map(|at: Instant| w.day(at.date())).unwrap_or_default();
    let (answer, tone) = match leave.answer {
        Some(LeaveAnswer::Granted) => (Some(w.t("today-leave-granted")), "good"),
        Some(LeaveAnswer::Refused) => (Some(w.t("today-leave-refused")), "poor"),
        None => (None, ""),
    };
    let note = leave.answer_note.trim();
    let answer = answer.map(|said| if note.is_empty() { said } else { format!("{said}: {note}") });
    Answer {
        asked: w.with("today-leave-own", &[("day", day.into())]),
        said: answer,
        tone,
        path: format!("/meetings/{}/preparation#leave", leave.meeting),
    }
}
