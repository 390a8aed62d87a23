//! What a sheet proposes, with the evidence it rests on (statements 8 to 15).

use jiff::civil::date;
use nennep_app::{meetings, quality, tasks};
use nennep_domain::{
    meetings::MeetingKind,
    quality::{Basis, Grade, Stage},
    rules::Hundredths,
};
use nennep_testkit::Engine;
use rstest::rstest;

use super::{Course, Story, entry, line, month};

#[rstest]
#[tokio::test]
async fn a_sheet_rests_on_what_was_recorded(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let story = Story::new(engine).await;
    let course = Course::default();
    let id = story.adopted(month(11), 5, &course).await;
    let view = story.score(id).await;
    assert_eq!(view.rubric.as_ref().unwrap().code, "42-hd");
    // Statement 11: the seven blocks of the frame.
    let maxima: Vec<_> =
        view.sheet.as_ref().unwrap().blocks.iter().map(|block| block.maximum.floor()).collect();
    assert_eq!(maxima, [5, 5, 10, 40, 5, 30, 5]);
    for (item, points, evidence) in [
        ("length", 5, "quality-evidence-length"),
        ("attendance_share", 4, "quality-evidence-attendance"),
        ("no_running_absence", 1, "quality-evidence-excused-run"),
        ("committee_met", 0, "quality-evidence-committee-not-met"),
        ("notices", 1, "quality-evidence-notices"),
        ("papers_on_time", 2, "quality-evidence-papers-on-time"),
        ("steps", 5, "quality-evidence-steps"),
        ("criticism", 5, "quality-evidence-criticism"),
        ("speaking", 5, "quality-evidence-speaking"),
        ("concluded", 2, "quality-evidence-concluded"),
        ("assigned", 2, "quality-evidence-tasks-assigned"),
    ] {
        let (earned, basis, keys) = line(&view, item);
        assert_eq!((earned, basis), (points, Basis::Evidence), "{item}: {keys:?}");
        assert!(keys.contains(&evidence), "{item}: {keys:?}");
    }
    let (points, basis, keys) = line(&view, "reported");
    assert_eq!((points, basis), (1, Basis::Judgement), "a report still to come is not held against the cell");
    assert_eq!(keys, ["quality-evidence-report-open"]);
    assert_eq!(line(&view, "task_results").2, ["quality-unknown-no-task-due"]);
    assert!(view.rules.iter().any(|rule| rule.key == "meetings.routine_minimum_minutes"));
    // A cell committee that met before counts.
    let committee = Course { kind: MeetingKind::CellCommittee, ..Course::default() };
    let before = story.opened(month(12), 1, &committee).await;
    story.close(before, month(12), 1, &committee).await;
    let next = story.opened(month(12), 5, &course).await;
    assert_eq!(line(&story.score(next).await, "committee_met").0, 2);
}

#[rstest]
#[case(Course { excused: vec![3, 4], ..Course::default() }, 4)]
#[case(Course { excused: vec![3, 4, 6], ..Course::default() }, 3)]
#[case(Course { excused: vec![3], unexcused: vec![4], ..Course::default() }, 1)]
#[tokio::test]
async fn statements_8_and_9_attendance(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] course: Course,
    #[case] points: i64,
) {
    let story = Story::new(engine).await;
    let id = story.opened(month(11), 5, &course).await;
    assert_eq!(line(&story.score(id).await, "attendance_share").0, points);
    if course.unexcused.is_empty() {
        // 20 of 20, 19 of 19: who is absent with reason leaves the base.
        story.set("quality.attendance_counts_excused", "false").await;
        assert_eq!(line(&story.score(id).await, "attendance_share").0, 4);
    } else {
        story.set("quality.unexcused_drops_attendance", "false").await;
        assert_eq!(line(&story.score(id).await, "attendance_share").0, 4, "the committee set the drop aside");
    }
}

#[rstest]
#[tokio::test]
async fn statement_10_running_absences_lose_the_bonus(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let course = Course::default();
    for n in 8..=10 {
        story.adopted(month(n), 5, &course).await;
    }
    let third = story.adopted(month(10).plus(-3), 5, &Course { excused: Vec::new(), ..course.clone() }).await;
    assert_eq!(line(&story.score(third).await, "no_running_absence").0, 1);
    let fourth = story.opened(month(11), 5, &course).await;
    let (points, _, keys) = line(&story.score(fourth).await, "no_running_absence");
    assert_eq!((points, keys), (0, vec!["quality-evidence-excused-run"]), "the fourth time in a row");
}

#[rstest]
#[case(10_i64, 5)]
#[case(24, 0)]
#[case(34, 0)]
#[tokio::test]
async fn papers_and_length_are_judged_by_the_rule_of_the_place(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] short: i64,
    #[case] fewer: i64,
) {
    let story = Story::new(engine).await;
    let minutes = 100 - i32::try_from(short).unwrap();
    let course = Course { minutes, papers_hours: 24 - i64::from(short == 24), ..Course::default() };
    let id = story.held(month(11), 5, &course).await;
    let view = story.score(id).await;
    // Statement 4: 90 minutes; 90, 76 and 66 were held.
    assert_eq!(
        line(&view, "length").0,
        if minutes >= 90 {
            5
        } else if minutes >= 75 {
            4
        } else {
            3
        }
    );
    assert_eq!(line(&view, "papers_on_time").0, if short == 24 { 0 } else { 2 }, "statement 5");
    assert_eq!(i64::from(minutes >= 90) * 5, fewer);
    story.set("meetings.routine_minimum_minutes", "60").await;
    let view = story.score(id).await;
    assert_eq!(line(&view, "length").0, 5, "the committee's own minimum");
    let rule = view.rules.iter().find(|rule| rule.key == "meetings.routine_minimum_minutes").unwrap();
    let own = rule.own.as_ref().unwrap();
    assert_eq!((rule.national.to_string().as_str(), own.value.to_string().as_str()), ("90", "60"));
    assert_eq!(own.organisation_name, "Đảng bộ phường An Bình");
    assert!(!own.reason.is_empty() && !own.author_name.is_empty());
}

#[rstest]
#[tokio::test]
async fn statement_12_the_cut_offs_are_exact(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let story = Story::new(engine).await;
    let id = story.adopted(month(11), 5, &Course::default()).await;
    let total = story.score(id).await.sheet.unwrap().total;
    // From 98 (the committee did not meet): 90 and 89.99, 70 and 69.99, 50 and 49.99.
    assert_eq!(total, Hundredths::whole(98));
    for (hundredths, grade) in [
        (9000, Grade::Good),
        (8999, Grade::Fair),
        (7000, Grade::Fair),
        (6999, Grade::Average),
        (5000, Grade::Average),
        (4999, Grade::Poor),
    ] {
        let mut away = 9800 - hundredths;
        let mut proposal = entry(Stage::Proposed, &[]);
        for (item, most) in
            [("content", 1500), ("chairing", 1000), ("principles_kept", 500), ("task_results", 3000)]
        {
            let less = away.min(most);
            away -= less;
            proposal.points.insert(item.to_owned(), Hundredths::new(most - less));
            proposal.reasons.insert(item.to_owned(), "Chấm lại".to_owned());
        }
        quality::enter(&story.secretary, id, proposal).await.unwrap();
        let stage = story.score(id).await.stages.remove(0);
        assert_eq!((stage.total.get(), stage.grade), (hundredths, grade));
    }
}

#[rstest]
#[tokio::test]
async fn statement_13_an_item_that_does_not_count_and_a_committees_own_table(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    story.set("quality.rubric", "an-phu").await;
    let id = story.adopted(month(11), 5, &Course::default()).await;
    let view = story.score(id).await;
    assert_eq!(view.rubric.as_ref().unwrap().code, "an-phu");
    assert_eq!(line(&view, "thematic_content").1, Basis::NotApplicable);
    let total = view.sheet.unwrap().total;
    story.set("quality.rebase_inapplicable_items", "true").await;
    let rebased = story.score(id).await.sheet.unwrap();
    assert!(rebased.rebased && rebased.total > total, "{total} {}", rebased.total);
    let combined = Course { kind: MeetingKind::Combined, minutes: 125, ..Course::default() };
    let theme = story.opened(month(12), 5, &combined).await;
    assert_ne!(line(&story.score(theme).await, "thematic_content").1, Basis::NotApplicable);
}

#[rstest]
#[case(11, 5)]
#[case(10, 4)]
#[case(8, 4)]
#[case(7, 3)]
#[case(5, 2)]
#[tokio::test]
async fn statement_14_speakers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] speakers: usize,
    #[case] points: i64,
) {
    let story = Story::new(engine).await;
    // 20 of 22 attend; the boundary of 50 % belongs to the lower band, as the rubric declares.
    let course = Course { speak: (5..5 + speakers).collect(), ..Course::default() };
    let id = story.held(month(11), 5, &course).await;
    assert_eq!(line(&story.score(id).await, "speaking").0, points);
    if speakers == 10 {
        story.set("quality.speaking_boundary_side", "upper").await;
        assert_eq!(line(&story.score(id).await, "speaking").0, 5);
    }
}

#[rstest]
#[case(10, 30)]
#[case(8, 27)]
#[case(7, 24)]
#[case(6, 20)]
#[case(5, 15)]
#[case(4, 10)]
#[tokio::test]
async fn statement_15_results_of_the_previous_resolution(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] done: usize,
    #[case] points: i64,
) {
    let story = Story::new(engine).await;
    let before = Course { tasks: 10, ..Course::default() };
    let first = story.adopted(month(10), 5, &before).await;
    let set = meetings::show(&story.secretary, first).await.unwrap().tasks;
    story.world.test.at(date(2026, 10, 30).at(8, 0, 0, 0));
    for task in set.iter().take(done) {
        tasks::report(&story.secretary, task.id, "Xong", 100).await.unwrap();
    }
    let id = story.opened(month(11), 5, &Course::default()).await;
    let running = line(&story.score(id).await, "task_results");
    assert_eq!((running.0, running.2.as_slice()), (points, &["quality-evidence-task-results"][..]));
    story.close(id, month(11), 5, &Course::default()).await;
    // What is reported later changes nothing of what the meeting found.
    for task in set.iter().skip(done) {
        tasks::report(&story.secretary, task.id, "Xong muộn", 100).await.unwrap();
    }
    assert_eq!(line(&story.score(id).await, "task_results").0, points);
}
