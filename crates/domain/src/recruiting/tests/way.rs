//! The way as it is shown: done, next, missing, blocked, later.

use rstest::rstest;

use super::*;

fn state(strides: &[Stride], step: Step) -> StepState {
    strides.iter().find(|stride| stride.step == step).unwrap().state
}

fn next(file: &File) -> Option<Step> {
    next_action(&way(file, TODAY, &rules())).map(|stride| stride.step)
}

#[test]
fn a_new_name_on_the_list_needs_a_helper_first_and_nothing_is_missing_yet() {
    let strides = way(&empty(), TODAY, &rules());
    assert_eq!(next_action(&strides).unwrap().step, Step::Helper);
    assert!(strides.iter().all(|stride| stride.state != StepState::Missing));
    for step in [Step::YouthUnion, Step::Consent] {
        assert_eq!(state(&strides, step), StepState::NotNeeded);
    }
    let line = summary(&strides);
    assert_eq!((line.done, line.needed, line.missing, line.blocked), (0, 14, 0, false));
}

#[test]
fn once_the_application_is_in_everything_the_vote_needs_is_missing() {
    let file = with(empty(), Fact::on(Step::Application, date(2026, 3, 2)));
    let strides = way(&file, TODAY, &rules());
    assert_eq!(state(&strides, Step::Helper), StepState::Next, "skipped, and first");
    for step in [Step::Certificate, Step::Cv, Step::Check, Step::Introductions, Step::Residence] {
        assert_eq!(state(&strides, step), StepState::Missing, "{step}");
    }
    for step in [Step::Vote, Step::Decision, Step::Ceremony] {
        assert_eq!(state(&strides, step), StepState::Later, "{step}");
    }
}

#[test]
fn one_step_after_the_other_is_next() {
    let mut file = ready();
    let mut facts = std::mem::take(&mut file.facts);
    let introducers = std::mem::take(&mut file.introducers);
    assert_eq!(next(&file), Some(Step::Certificate));
    for (done, after) in [
        (Step::Certificate, Step::Application),
        (Step::Application, Step::Cv),
        (Step::Cv, Step::Seal),
        (Step::Seal, Step::Check),
        (Step::Check, Step::Introductions),
    ] {
        let at = facts.iter().position(|fact| fact.step == done).unwrap();
        file.facts.push(facts.remove(at));
        assert_eq!(next(&file), Some(after), "after {done}");
    }
    file.introducers = introducers;
    assert_eq!(next(&file), Some(Step::Associations));
    file.facts.append(&mut facts);
    assert_eq!(next(&file), Some(Step::Vote));
    let file = with(file, vote(date(2026, 10, 20), 18));
    assert_eq!(next(&file), Some(Step::Decision));
    let file = with(file, Fact::on(Step::Decision, date(2026, 10, 30)));
    assert_eq!(next(&file), Some(Step::Ceremony));
    let mut file = with(file, Fact::on(Step::Ceremony, date(2026, 11, 2)));
    file.candidate.member = Some(member(50));
    assert_eq!(next(&file), Some(Step::MemberCv));
    let file = with(file, Fact::on(Step::MemberCv, date(2026, 11, 4)));
    assert_eq!(next(&file), None);
    assert!(phases(&way(&file, TODAY, &rules())).iter().all(|(_, state)| *state == StepState::Done));
}

#[test]
fn what_is_blocked_comes_before_what_is_next() {
    let file = without(ready(), Step::Comment);
    assert_eq!(next(&file), Some(Step::Comment));
    let old = with(file, Fact::on(Step::Certificate, date(2020, 1, 1)));
    assert_eq!(next(&old), Some(Step::Certificate));
    let strides = way(&old, TODAY, &rules());
    assert_eq!(state(&strides, Step::Vote), StepState::Later);
    let of = phases(&strides);
    assert!(
        of.contains(&(Phase::Class, StepState::Blocked)) && of.contains(&(Phase::Opinions, StepState::Next))
    );
}

#[test]
fn one_introducer_of_two_is_not_enough_and_too_young_waits_for_the_vote() {
    let mut file = ready();
    file.introducers.truncate(1);
    assert_eq!(next(&file), Some(Step::Introductions));
    let mut young = empty();
    young.candidate.person.born_on = date(2009, 6, 1);
    assert_eq!(next(&young), Some(Step::Helper), "seventeen is no reason not to begin");
    let mut young = ready();
    young.candidate.person.born_on = date(2009, 6, 1);
    assert_eq!(next(&young), Some(Step::Vote));
    assert_eq!(state(&way(&young, TODAY, &rules()), Step::Vote), StepState::Blocked);
}

#[test]
fn too_little_schooling_blocks_the_vote_and_lower_secondary_is_enough() {
    let with_schooling = |schooling| {
        let mut file = ready();
        file.candidate.person.schooling = schooling;
        kinds(&obstacles(&file, TODAY, &rules()))
    };
    assert_eq!(with_schooling(Schooling::Primary), [ObstacleKind::SchoolingLow]);
    assert!(with_schooling(Schooling::LowerSecondary).is_empty());
}

#[test]
fn a_helper_who_left_is_to_be_replaced() {
    let mut file = ready();
    file.helpers[0].fitness = Fitness::Elsewhere;
    assert_eq!(next(&file), Some(Step::Helper));
}

#[test]
fn due_days_are_told_while_they_matter() {
    let due = |file: &File, step: Step| {
        let strides = way(file, TODAY, &rules());
        strides.into_iter().find(|stride| stride.step == step).unwrap().due.map(|due| (due.on, due.days_left))
    };
    let file = with(ready(), Fact::on(Step::Certificate, date(2021, 12, 5)));
    assert_eq!(due(&file, Step::Certificate), Some((date(2026, 12, 5), 30)));
    let voted = with(file, vote(date(2026, 10, 20), 18));
    assert_eq!(due(&voted, Step::Certificate), None, "the vote was taken");
    let decided = with(voted, Fact::on(Step::Decision, date(2026, 10, 30)));
    assert_eq!(due(&decided, Step::Ceremony), Some((date(2026, 12, 11), 36)));
    let held = with(decided, Fact::on(Step::Ceremony, date(2026, 11, 2)));
    assert_eq!((due(&held, Step::Ceremony), due(&held, Step::MemberCv).is_some()), (None, true));
    assert_eq!(recognition_due(date(2025, 2, 15), &rules()).value, date(2026, 4, 3));
}

/// Ninety, sixty, thirty, fifteen and seven days before.
#[rstest]
#[case(90, Some(90))]
#[case(61, Some(90))]
#[case(60, Some(60))]
#[case(30, Some(30))]
#[case(16, Some(30))]
#[case(15, Some(15))]
#[case(7, Some(7))]
#[case(0, Some(7))]
#[case(-1, None)]
fn reminders_come_on_the_days_of_the_rule(#[case] days: i32, #[case] mark: Option<u32>) {
    let due = TODAY.checked_add(jiff::Span::new().days(days)).unwrap();
    assert_eq!(reminder(due, TODAY, &rules()), Some(Reminder { days_left: days, mark }));
}

#[test]
fn nobody_is_reminded_before_the_first_of_the_days() {
    let due = TODAY.checked_add(jiff::Span::new().days(91)).unwrap();
    assert_eq!(reminder(due, TODAY, &rules()), None);
}
