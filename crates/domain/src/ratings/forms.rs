//! What each step must say before it is taken.

use super::{Ballots, Grounds, Level, StepBody, TaskCount, must_bear};
use crate::{
    names,
    problems::{Problems, Refusal as _, Sentence},
    rules::{Hundredths, Ruled, Rules},
};

/// The most letters of a text.
const MOST_LETTERS: usize = 10_000;

/// A self-rating as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SelfForm {
    /// The level proposed.
    pub level: Option<Level>,
    /// The points, where the committee scores.
    pub points: Option<Hundredths>,
    /// The tasks of the year.
    pub tasks: TaskCount,
    /// What was done well.
    pub well: String,
    /// Faults and their causes.
    pub faults: String,
}

impl SelfForm {
    /// The self-rating, if it names a level and says what was done.
    pub fn check(&self, rules: &Rules) -> Result<StepBody, Problems> {
        let mut problems = Problems::default();
        must_name(self.level, &mut problems);
        points(self.points, rules, &mut problems);
        tasks(self.tasks, &mut problems);
        let body = StepBody {
            level: self.level,
            points: self.points,
            tasks: Some(self.tasks),
            text: text("well", &self.well, true, &mut problems),
            faults: text("faults", &self.faults, false, &mut problems),
            ..StepBody::default()
        };
        problems.or(Some(body))
    }
}

/// An opinion as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OpinionForm {
    /// Who gives it, as papers write it; may be empty.
    pub from: String,
    /// The level it speaks for, if one.
    pub level: Option<Level>,
    /// Its words.
    pub text: String,
}

impl OpinionForm {
    /// The opinion, if it says something.
    pub fn check(&self) -> Result<StepBody, Problems> {
        let mut problems = Problems::default();
        let body = StepBody {
            level: self.level,
            text: text("text", &self.text, true, &mut problems),
            number: short(&self.from),
            ..StepBody::default()
        };
        problems.or(Some(body))
    }
}

/// The cell's vote on one rating, as typed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct VoteForm {
    /// The level the cell proposes.
    pub level: Option<Level>,
    /// The points the cell settled.
    pub points: Option<Hundredths>,
    /// The tasks as the cell judged them.
    pub tasks: TaskCount,
    /// The totals.
    pub ballots: Ballots,
}

impl VoteForm {
    /// The vote, if its totals balance among so many official members.
    pub fn check(&self, official: u32, rules: &Rules) -> Result<StepBody, Problems> {
        let mut problems = Problems::default();
        must_name(self.level, &mut problems);
        points(self.points, rules, &mut problems);
        tasks(self.tasks, &mut problems);
        self.ballots.check(official, &mut problems);
        excellent(self.level, Grounds { points: self.points, tasks: self.tasks }, rules, &mut problems);
        let body = StepBody {
            level: self.level,
            points: self.points,
            tasks: Some(self.tasks),
            ballots: Some(self.ballots),
            ..StepBody::default()
        };
        problems.or(Some(body))
    }
}

/// The decision on one rating, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DecisionForm {
    /// The level; none leaves out.
    pub level: Option<Level>,
    /// The number of the decision.
    pub number: String,
    /// The reason, where somebody is left out; else may be empty.
    pub reason: String,
}

impl DecisionForm {
    /// The decision, on the grounds the cell put forward. "Excellent" needs them to bear it (statement 38).
    pub fn check(&self, grounds: Option<Grounds>, rules: &Rules) -> Result<StepBody, Problems> {
        let mut problems = Problems::default();
        let reason = text("reason", &self.reason, false, &mut problems);
        if self.level.is_none() && reason.is_empty() {
            problems.add("reason", Sentence::new("ratings-left-out-reason"));
        }
        let number = short(&self.number);
        if number.is_empty() {
            problems.add("number", Sentence::new("decisions-number-missing"));
        }
        excellent(self.level, grounds.unwrap_or_default(), rules, &mut problems);
        let body = StepBody {
            level: self.level,
            points: grounds.and_then(|grounds| grounds.points),
            tasks: grounds.map(|grounds| grounds.tasks),
            text: reason,
            number,
            ..StepBody::default()
        };
        problems.or(Some(body))
    }
}

/// What a member answers, if it says something.
pub fn answer_text(typed: &str) -> Result<StepBody, Problems> {
    let mut problems = Problems::default();
    let body = StepBody { text: text("text", typed, true, &mut problems), ..StepBody::default() };
    problems.or(Some(body))
}

/// A text of several lines, tidied; a problem where it is missing or too long.
pub(super) fn text(field: &'static str, typed: &str, needed: bool, problems: &mut Problems) -> String {
    let tidied = names::tidy_text(typed);
    if needed && tidied.is_empty() {
        problems.add(field, Sentence::new("ratings-text-missing"));
    }
    if tidied.chars().count() > MOST_LETTERS {
        problems.add(field, Sentence::new("form-too-long").with("most", 10_000));
    }
    tidied
}

fn short(typed: &str) -> String {
    names::tidy(typed).chars().take(200).collect()
}

fn must_name(level: Option<Level>, problems: &mut Problems) {
    if level.is_none() {
        problems.add("level", Sentence::new("ratings-level-missing"));
    }
}

/// The points there can be: those of the common criteria and of the task results together.
fn most_points(rules: &Rules) -> Ruled<Hundredths> {
    let tasks = rules.task_result_points().value;
    rules.common_criteria_points().map(|common| common + tasks)
}

fn points(points: Option<Hundredths>, rules: &Rules, problems: &mut Problems) {
    let most = most_points(rules).value;
    if points.is_some_and(|points| points < Hundredths::ZERO || points > most) {
        let sentence = Sentence::new("ratings-points-out-of-range").with("most", most.to_string());
        problems.add("points", sentence);
    }
}

fn tasks(tasks: TaskCount, problems: &mut Problems) {
    if tasks.done > tasks.due {
        problems.add("done", Sentence::new("ratings-tasks-done-too-many").with("due", tasks.due));
    }
    if tasks.late > tasks.due {
        problems.add("late", Sentence::new("ratings-tasks-late-too-many").with("due", tasks.due));
    }
    if tasks.above > tasks.done {
        problems.add("above", Sentence::new("ratings-tasks-above-too-many").with("done", tasks.done));
    }
}

fn excellent(level: Option<Level>, grounds: Grounds, rules: &Rules, problems: &mut Problems) {
    let Some(level) = level else { return };
    if let Err(refusal) = must_bear(level, &grounds, rules) {
        problems.add("level", refusal.sentence());
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::rules::tests::national;

    fn rules() -> Rules {
        national().on(date(2026, 12, 1))
    }

    fn ballots() -> Ballots {
        Ballots { issued: 20, returned: 19, valid: 18, excellent: 0, good: 15, completed: 3, failed: 0 }
    }

    fn vote() -> VoteForm {
        VoteForm {
            level: Some(Level::Good),
            points: Some(Hundredths::whole(85)),
            tasks: TaskCount { due: 5, done: 5, late: 0, above: 1 },
            ballots: ballots(),
        }
    }

    fn fields<T>(checked: Result<T, Problems>) -> Vec<&'static str> {
        checked.err().unwrap_or_default().0.iter().map(|problem| problem.field).collect()
    }

    #[rstest]
    #[case(vote(), &[])]
    #[case(VoteForm { level: None, ..vote() }, &["level"])]
    #[case(VoteForm { points: Some(Hundredths::new(10_001)), ..vote() }, &["points"])]
    #[case(VoteForm { ballots: Ballots { issued: 21, ..ballots() }, ..vote() }, &["issued"])]
    #[case(VoteForm { ballots: Ballots { returned: 21, ..ballots() }, ..vote() }, &["returned"])]
    #[case(VoteForm { ballots: Ballots { good: 16, ..ballots() }, ..vote() }, &["votes"])]
    #[case(VoteForm { ballots: Ballots { valid: 20, good: 17, ..ballots() }, ..vote() }, &["valid"])]
    #[case(VoteForm { tasks: TaskCount { due: 5, done: 6, late: 0, above: 0 }, ..vote() }, &["done"])]
    #[case(VoteForm { tasks: TaskCount { due: 5, done: 1, late: 0, above: 2 }, ..vote() }, &["above"])]
    #[case(VoteForm { level: Some(Level::Excellent), ..vote() }, &["level"])]
    fn a_vote_balances_and_bears_its_level(#[case] vote: VoteForm, #[case] wrong: &[&str]) {
        assert_eq!(fields(vote.check(20, &rules())), wrong);
    }

    #[test]
    fn statement_24_a_vote_holds_totals_only() {
        let body = vote().check(20, &rules()).unwrap();
        let json = serde_json::to_value(body.ballots.unwrap()).unwrap();
        assert_eq!(json.as_object().unwrap().values().filter(|value| value.is_u64()).count(), 7);
        assert_eq!(ballots().short_of(Level::Good, 20, &rules()), None);
        let (said, _) = ballots().short_of(Level::Completed, 20, &rules()).unwrap();
        assert_eq!(said.key, "ratings-vote-short");
    }

    #[test]
    fn statement_38_a_decision_for_excellent_needs_what_the_cell_put_forward() {
        let form = DecisionForm {
            level: Some(Level::Excellent),
            number: "15-QĐ/ĐU".to_owned(),
            reason: String::new(),
        };
        let grounds = |points, above| Grounds {
            points: Some(Hundredths::new(points)),
            tasks: TaskCount { due: 10, done: 10, late: 0, above },
        };
        assert!(form.check(Some(grounds(9000, 3)), &rules()).is_ok());
        assert_eq!(fields(form.check(Some(grounds(8999, 3)), &rules())), ["level"]);
        assert_eq!(fields(form.check(Some(grounds(9000, 2)), &rules())), ["level"]);
        assert_eq!(fields(form.check(None, &rules())), ["level"]);
        let left_out = DecisionForm { level: None, ..form.clone() };
        assert_eq!(fields(left_out.check(None, &rules())), ["reason"]);
        let unnumbered = DecisionForm { level: Some(Level::Good), number: " ".to_owned(), ..form };
        assert_eq!(fields(unnumbered.check(None, &rules())), ["number"]);
    }

    #[test]
    fn words_are_asked_for_where_they_matter() {
        let empty = SelfForm { level: Some(Level::Good), ..SelfForm::default() };
        assert_eq!(fields(empty.check(&rules())), ["well"]);
        assert_eq!(fields(OpinionForm::default().check()), ["text"]);
        assert_eq!(fields(answer_text(" ")), ["text"]);
        assert_eq!(answer_text(" Nhất trí ").unwrap().text, "Nhất trí");
    }
}
