//! The resolution in the frame of 42-HD II.3.1: what was written, with what facts fill in by themselves.

use jiff::civil::Date;
use nennep_domain::{
    motions::MotionSubject,
    papers::{
        Duty, Fault, LastMonth, NextMonth, Number, Opinions, PaperType, Rating, Resolution, Score,
        TaskResult, months_spoken_of, naming::committee_name,
    },
};
use nennep_store::{Tx, issues};

use super::{
    head::{day_of, issued, letterhead, number, series, signatory, sitting, vote_on},
    minutes::{remarks, reserved, task},
};
use crate::{
    error::Result,
    meetings::{DueTask, MeetingView},
};

/// Begins the cause of a fault within its line.
const CAUSE: &str = "nguyên nhân:";

/// The cell's resolution before this meeting's, with its day.
pub(super) async fn previous(tx: &mut Tx, view: &MeetingView) -> Result<Option<(Number, Date)>> {
    let Some(sign) = PaperType::Resolution.sign(&view.rules) else { return Ok(None) };
    let meeting = &view.meeting;
    let day = day_of(view).unwrap_or(meeting.month.last_day());
    let series = series(meeting.kind, &view.rules, &sign);
    let found = issues::previous(tx, meeting.cell, &series, day, meeting.id).await?;
    Ok(found.map(|(given, on)| (number(view, sign, Some(given)), on)))
}

/// The resolution as it would be issued now.
pub(super) fn resolution(
    view: &MeetingView,
    score: Option<&Score>,
    previous: Option<(Number, Date)>,
) -> Resolution {
    let (written, rules) = (&view.resolution, &view.rules);
    let day = day_of(view).unwrap_or(view.meeting.month.first_day());
    let (last, next) = months_spoken_of(day, rules.looks_back_until_day().value);
    let issued_on = issued(view, PaperType::Resolution).map(|(_, on)| on);
    Resolution {
        letterhead: letterhead(view, PaperType::Resolution, issued_on),
        sitting: sitting(view, true),
        grounds: rules.resolution_grounds().value,
        last: LastMonth {
            month: last,
            politics: written.situation.clone(),
            duties: duties(&written.results),
            previous,
            tasks: view.due.iter().map(|due| result(view, due)).collect(),
            praise: lines(&written.praise),
            faults: lines(&written.faults).iter().map(|line| fault(line)).collect(),
        },
        next: NextMonth {
            month: next,
            direction: written.direction.clone(),
            tasks: view.tasks.iter().map(|one| task(view, one)).collect(),
        },
        execution: lines(&written.execution),
        rating: score.and_then(rating),
        vote: vote_on(view, MotionSubject::Resolution),
        recipients: recipients(view),
        signatory: signatory(view),
        opinions: if rules.resolution_opinions().value { opinions(view) } else { Vec::new() },
    }
}

fn lines(text: &str) -> Vec<String> {
    let tidied = text.lines().map(|line| line.trim().trim_start_matches(['-', '+', '•']).trim());
    tidied.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

fn duties(text: &str) -> Vec<Duty> {
    if text.trim().is_empty() {
        return Vec::new();
    }
    vec![Duty { title: String::new(), text: text.to_owned() }]
}

/// A line of faults: what follows "Nguyên nhân:" is its cause.
fn fault(line: &str) -> Fault {
    let lower = line.to_lowercase();
    // Lower case may be of another length for letters no Vietnamese text holds: then the line stays whole.
    let at = lower.find(CAUSE).filter(|at| lower.len() == line.len() && line.is_char_boundary(*at));
    let (text, cause) = at.map_or((line, ""), |at| (&line[..at], &line[at + CAUSE.len()..]));
    let text = text.trim().trim_end_matches([';', ',', ':']).trim();
    Fault { text: text.to_owned(), cause: cause.trim().to_owned() }
}

fn result(view: &MeetingView, due: &DueTask) -> TaskResult {
    let (task, review) = (&due.task, due.review.as_ref());
    TaskResult {
        task: task.title.clone(),
        lead: task.owner.map_or_else(String::new, |owner| view.name(owner).to_owned()),
        state: review.map_or(task.state, |review| review.state_before),
        due_on: task.deadline,
        result: review.map_or(&task.result, |review| &review.result).clone(),
        done_percent: Some(review.map_or(task.done_percent, |review| review.done_percent)),
    }
}

/// What the cell gave its own meeting: voted, or agreed by its committee while there was no vote.
fn rating(score: &Score) -> Option<Rating> {
    Some(Rating {
        points: score.total.voted.or(score.total.agreed)?,
        max: score.max,
        grade: score.grade.voted.or(score.grade.agreed)?,
        remedies: score.remedies.clone(),
    })
}

fn recipients(view: &MeetingView) -> Vec<String> {
    let committee = view.superior.as_ref().map(|above| committee_name(&above.name));
    let asked = view.rules.resolution_recipients().value.into_iter();
    let filled = asked.filter_map(|line| match &committee {
        Some(committee) => Some(line.replace("{committee}", committee)),
        None => (!line.contains("{committee}")).then_some(line),
    });
    filled.collect()
}

fn opinions(view: &MeetingView) -> Vec<Opinions> {
    let of = |item: &nennep_domain::meetings::Item| Opinions {
        item: item.title.clone(),
        statements: remarks(view, item.id),
        reserved: view
            .motions
            .iter()
            .filter(|motion| motion.item == item.id)
            .flat_map(|motion| reserved(view, motion))
            .collect(),
    };
    view.items.iter().map(of).filter(|of| !(of.statements.is_empty() && of.reserved.is_empty())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_are_parted_from_their_causes() {
        let parted = fault("Hai nhiệm vụ chậm; Nguyên nhân: chưa có mốc kiểm tra");
        assert_eq!(
            (parted.text.as_str(), parted.cause.as_str()),
            ("Hai nhiệm vụ chậm", "chưa có mốc kiểm tra")
        );
        assert_eq!(fault("Ít ý kiến"), Fault { text: "Ít ý kiến".into(), cause: String::new() });
    }

    #[test]
    fn lists_lose_their_own_dashes() {
        assert_eq!(lines(" - một\n\n• hai\nba"), ["một", "hai", "ba"]);
    }
}
