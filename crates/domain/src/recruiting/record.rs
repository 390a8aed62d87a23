//! Recording a step, and undoing it: in the order of the file, and only what no later step rests on.

use jiff::civil::Date;

use super::{
    CellVote, Fact, File, Fitness, Introducer, RecordError, Step, Tally, cell_vote::must_not_be_put,
    obstacles, refused::must_be_open, rule_of,
};
use crate::{
    members::{MemberGrade, RollMember, StandingState},
    rules::{Majority, Ruled, Rules},
};

/// Among how many official members a cell's vote on a day can be counted: those away or exempt stay out unless they came
/// (statement 20; 294-QĐ/TW 9.3.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Electorate {
    /// Those who are counted in any case.
    pub least: u32,
    /// All official members.
    pub most: u32,
}

impl Electorate {
    /// Among how many of those who stood in a cell on the day of the vote.
    pub fn of(roll: &[RollMember]) -> Self {
        let official = |one: &&RollMember| one.grade == MemberGrade::Official && one.state.belongs();
        let count = |of: &dyn Fn(&RollMember) -> bool| {
            u32::try_from(roll.iter().filter(official).filter(|one| of(one)).count()).unwrap_or(u32::MAX)
        };
        Self { least: count(&|one| one.state == StandingState::Active), most: count(&|_| true) }
    }
}

/// Whether a step may be recorded of a file, judged by the rules of its day; `today` is the last day there can be. Recording it again
/// with another day or number corrects it, while no later step rests on it. The cell's vote is refused while anything stands
/// against it, and where too few are in favour (statements 22, 30 and 31; 06-HD/TW 3.4 and 3.6).
pub fn record(
    file: &File,
    fact: &Fact,
    electorate: Electorate,
    today: Date,
    rules: &Rules,
) -> Result<(), RecordError> {
    let step = fact.step;
    if matches!(step, Step::Helper | Step::Introductions | Step::Ceremony) {
        return Err(RecordError::OwnDeed(step));
    }
    must_be_open(file, step)?;
    if fact.on > today || fact.received_on.is_some_and(|day| day > today) {
        return Err(RecordError::ToCome);
    }
    if step == Step::YouthUnion && !file.candidate.person.youth_union {
        return Err(RecordError::NotInUnion);
    }
    if step == Step::Vote {
        must_not_be_put(&file.votes)?;
    }
    must_not_be_rested_on(file, step)?;
    must_come_after(file, fact, rules)?;
    must_be_in_order(file, fact.step, fact.on)?;
    if step == Step::Vote { vote(file, fact, electorate, rules) } else { Ok(()) }
}

impl File {
    /// Whether the ceremony may be held on a day: the decision comes before it, and the day has come (statement 32).
    pub fn check_ceremony(&self, on: Date, today: Date, rules: &Rules) -> Result<(), RecordError> {
        must_be_open(self, Step::Ceremony)?;
        if on > today {
            return Err(RecordError::ToCome);
        }
        must_come_after(self, &Fact::on(Step::Ceremony, on), rules)?;
        must_be_in_order(self, Step::Ceremony, on)
    }
}

/// Whether a step that was recorded may be undone: not while a later one rests on it.
pub fn undo(file: &File, step: Step) -> Result<(), RecordError> {
    if matches!(step, Step::Helper | Step::Ceremony) {
        return Err(RecordError::OwnDeed(step));
    }
    if step != Step::MemberCv {
        must_be_open(file, step)?;
    }
    if file.fact(step).is_some_and(|fact| fact.meeting.is_some()) {
        return Err(RecordError::FromMeeting);
    }
    must_not_be_rested_on(file, step)
}

/// Whether a member may help a candidate from a day on: official, and of the base organisation (01-HD/TW).
pub fn check_new_helper(
    file: &File,
    fitness: Fitness,
    from: Date,
    today: Date,
    rules: &Rules,
) -> Result<(), RecordError> {
    must_be_open(file, Step::Helper)?;
    if from > today {
        return Err(RecordError::ToCome);
    }
    if fitness != Fitness::Official {
        return Err(RecordError::HelperUnfit { citation: rules.candidate_helper().citation });
    }
    Ok(())
}

/// Whether a member may introduce a candidate on a day (statement 31): official and of the base organisation; whether they were together
/// long enough is asked on the day of the vote.
pub fn check_new_introducer(
    file: &File,
    introducer: &Introducer,
    today: Date,
    rules: &Rules,
) -> Result<(), RecordError> {
    must_be_open(file, Step::Introductions)?;
    must_not_be_rested_on(file, Step::Introductions)?;
    if introducer.introduced_on > today {
        return Err(RecordError::ToCome);
    }
    if introducer.together_from > introducer.introduced_on {
        return Err(RecordError::TogetherLater);
    }
    if introducer.fitness != Fitness::Official {
        return Err(RecordError::IntroducerUnfit { citation: rules.introducer_months().citation });
    }
    Ok(())
}

fn must_not_be_rested_on(file: &File, step: Step) -> Result<(), RecordError> {
    let has = |step: Step| file.fact(step).is_some();
    let by = match step {
        Step::Vote => has(Step::Decision).then_some(Step::Decision),
        Step::Decision => has(Step::Ceremony).then_some(Step::Ceremony),
        step if step.is_before_vote() && (has(Step::Vote) || file.votes.iter().any(CellVote::is_carried)) => {
            Some(Step::Vote)
        }
        _ => None,
    };
    by.map_or(Ok(()), |by| Err(RecordError::RestedOn { by }))
}

/// What must have been recorded before.
fn must_come_after(file: &File, fact: &Fact, rules: &Rules) -> Result<(), RecordError> {
    let by_rule = match fact.step {
        Step::Cv if rules.application_before_cv().value => Some(Step::Application),
        Step::Check if rules.cv_sealed_before_check().value && !fact.waived => Some(Step::Seal),
        Step::Comment if rules.cv_checked_before_comment().value => Some(Step::Check),
        _ => None,
    };
    for needed in fact.step.after().into_iter().chain(by_rule) {
        if file.fact(needed).is_none() {
            return Err(RecordError::Before { needed, citation: rule_of(fact.step, rules).citation });
        }
    }
    Ok(())
}

/// The days of the steps that follow one another do so.
fn must_be_in_order(file: &File, step: Step, on: Date) -> Result<(), RecordError> {
    let Some(at) = Step::ROW.iter().position(|one| *one == step) else { return Ok(()) };
    for (n, other) in Step::ROW.iter().enumerate() {
        let Some(day) = file.fact(*other).map(|fact| fact.on) else { continue };
        if n < at && on < day {
            return Err(RecordError::EarlierThan { step: *other, on: day });
        }
        if n > at && on > day {
            return Err(RecordError::LaterThan { step: *other, on: day });
        }
    }
    Ok(())
}

fn vote(file: &File, fact: &Fact, electorate: Electorate, rules: &Rules) -> Result<(), RecordError> {
    let against = obstacles(file, fact.on, rules);
    if !against.is_empty() {
        return Err(RecordError::Obstacles(against));
    }
    must_be_carried(fact.tally, electorate, &rules.admission_majority(), rules)
}

/// Counted among as many as the cell has to count, and carried by the majority of the rule (statements 20 and 22).
pub(super) fn must_be_carried(
    tally: Option<Tally>,
    electorate: Electorate,
    majority: &Ruled<Majority>,
    rules: &Rules,
) -> Result<(), RecordError> {
    let Tally { counted, in_favour } = tally.unwrap_or(Tally { counted: 0, in_favour: 0 });
    let Electorate { least, most } = electorate;
    if !(least..=most).contains(&counted) {
        return Err(RecordError::Miscounted { least, most, citation: rules.away_absent_counted().citation });
    }
    let needed = majority.value.needed(counted);
    if in_favour < needed {
        let citation = majority.citation.clone();
        return Err(RecordError::NotCarried { in_favour, counted, needed, citation });
    }
    Ok(())
}
