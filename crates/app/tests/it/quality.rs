//! The score of a meeting, from the sheet with its evidence to the superior's grade (statements 8 to 16).

use std::collections::BTreeMap;

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    meetings::{self, GuestForm, MotionForm, OpenForm, PlanLine, RemarkForm, RollMark},
    quality::{self, Entry, ScoreView, VoteForm},
    rules::{self, OverrideForm},
    tasks,
};
use nennep_domain::{
    ids::*,
    meetings::{Attendance, ItemKind, MeetingKind, RemarkKind, Speaker},
    motions::{Count, MotionKind, MotionSubject},
    quality::{Basis, Grade, RUBRICS, RubricBook, Scorer, Stage},
    rules::Hundredths,
    tasks::{TaskDraft, TaskState},
    time::Month,
};
use nennep_testkit::{Engine, TestApp, World};
use rstest::rstest;

fn month(n: i8) -> Month {
    Month::new(2026, n).unwrap()
}

fn day(of: Month, day: i8) -> Date {
    of.first_day().with().day(day).build().unwrap()
}

/// How a meeting goes; as it should, where a test does not say otherwise.
#[derive(Clone)]
struct Course {
    kind: MeetingKind,
    /// Members of the cell absent with reason, without reason.
    excused: Vec<usize>,
    unexcused: Vec<usize>,
    /// Members who speak.
    speak: Vec<usize>,
    minutes: i32,
    /// Hours between the papers and the start.
    papers_hours: i64,
    /// Whether an overseer attends.
    overseer: bool,
    /// Percent done of the tasks set for the next meeting, in their order.
    tasks: usize,
}

impl Default for Course {
    fn default() -> Self {
        Self {
            kind: MeetingKind::Routine,
            excused: vec![3, 4],
            unexcused: Vec::new(),
            speak: (5..17).collect(),
            minutes: 95,
            papers_hours: 30,
            overseer: false,
            tasks: 1,
        }
    }
}

struct Story {
    world: World,
    secretary: Ctx,
}

impl Story {
    async fn new(engine: Engine) -> Self {
        Self::of(World::new(engine).await).await
    }

    async fn of(world: World) -> Self {
        let secretary = world.acting_for(world.secretary).await;
        Self { world, secretary }
    }

    /// Plans a meeting, posts its papers, calls and opens it, calls the roll.
    async fn opened(&self, of: Month, on: i8, course: &Course) -> MeetingId {
        let (ctx, world) = (&self.secretary, &self.world);
        let id = MeetingId(ctx.new_id());
        let start = day(of, on).at(19, 30, 0, 0);
        world.test.at(day(of, on).yesterday().unwrap().yesterday().unwrap().at(8, 0, 0, 0));
        let line = PlanLine {
            month: of,
            kind: course.kind,
            topic: "Bảo vệ môi trường".to_owned(),
            starts_at: Some(start),
            place: "Nhà văn hóa".to_owned(),
        };
        meetings::plan(ctx, world.residential, id, &line).await.unwrap();
        meetings::draft_agenda(ctx, id).await.unwrap();
        meetings::register(ctx, id).await.unwrap();
        meetings::call(ctx, id).await.unwrap();
        world.test.at(start);
        world.test.clock.advance_minutes(-60 * course.papers_hours);
        meetings::attach(ctx, id, PaperId(ctx.new_id()), None, "de-cuong.txt", "Đề cương".as_bytes())
            .await
            .unwrap();
        world.test.at(start);
        let people = OpenForm {
            chair: Some(world.members[0]),
            minute_taker: Some(world.members[1]),
            tracker: Some(world.members[5]),
        };
        meetings::open(ctx, id, people).await.unwrap();
        let mark = |attendance| {
            move |n: &usize| RollMark {
                member: world.members[*n],
                attendance: Some(attendance),
                arrived_at: None,
                left_at: None,
                note: String::new(),
            }
        };
        let mut marks: Vec<_> = course.excused.iter().map(mark(Attendance::Excused)).collect();
        marks.extend(course.unexcused.iter().map(mark(Attendance::Unexcused)));
        meetings::mark(ctx, id, &marks).await.unwrap();
        meetings::mark_rest_present(ctx, id).await.unwrap();
        if course.overseer {
            let guest = GuestForm {
                name: "Đồng chí theo dõi chi bộ".to_owned(),
                role: "Cấp ủy viên phụ trách".to_owned(),
                member: Some(world.agency_members[1]),
                overseer: true,
            };
            meetings::add_guest(ctx, id, GuestId(ctx.new_id()), &guest).await.unwrap();
        }
        id
    }

    /// Goes through the agenda: every item is taken up, members speak, tasks are set, the resolution is voted.
    async fn run(&self, id: MeetingId, of: Month, course: &Course) {
        let (ctx, world) = (&self.secretary, &self.world);
        let items = meetings::show(ctx, id).await.unwrap().items;
        let each = i64::from(course.minutes) / i64::try_from(items.len()).unwrap();
        for item in &items {
            meetings::take_up(ctx, id, item.id).await.unwrap();
            let minutes = if item.kind == ItemKind::Criticism { 15 } else { each.min(6) };
            world.test.clock.advance_minutes(minutes);
            meetings::save_notes(ctx, id, item.id, 1, "Đã làm.").await.unwrap();
        }
        let talk =
            items.iter().find(|item| item.kind == ItemKind::Discussion || item.kind == ItemKind::Theme);
        for n in &course.speak {
            let speaker = Speaker::Member(world.members[*n]);
            let (kind, body) = (RemarkKind::Remark, "Nhất trí, bổ sung thời hạn.".to_owned());
            let form = RemarkForm { item: talk.unwrap().id, speaker, kind, body };
            meetings::add_remark(ctx, id, RemarkId(ctx.new_id()), &form).await.unwrap();
        }
        let conclusion = items.iter().find(|item| item.kind == ItemKind::Conclusion).unwrap().id;
        let (kind, subject) = (MotionKind::Resolution, MotionSubject::Resolution);
        let form =
            MotionForm { item: conclusion, kind, subject, body: "Thông qua nghị quyết".to_owned() };
        let motion = MotionId(ctx.new_id());
        meetings::put_motion(ctx, id, motion, &form).await.unwrap();
        let count = Count { in_favour: 15, against: 0, other: 0 };
        meetings::count_hands(ctx, id, motion, count).await.unwrap();
        for n in 0..course.tasks {
            let draft = TaskDraft {
                title: format!("Nhiệm vụ thứ {}", n + 1),
                product: "Báo cáo".to_owned(),
                owner: Some(world.members[6]),
                deadline: Some(of.plus(1).first_day()),
                reports_in: Some(of.plus(1)),
                state: TaskState::Dated,
            };
            tasks::set(ctx, id, TaskId(ctx.new_id()), Some(conclusion), draft).await.unwrap();
        }
    }

    async fn close(&self, id: MeetingId, of: Month, on: i8, course: &Course) {
        self.world.test.at(day(of, on).at(19, 30, 0, 0));
        self.world.test.clock.advance_minutes(i64::from(course.minutes));
        meetings::close(&self.secretary, id).await.unwrap();
    }

    /// A meeting from the plan to the adopted minutes.
    async fn held(&self, of: Month, on: i8, course: &Course) -> MeetingId {
        let id = self.opened(of, on, course).await;
        self.run(id, of, course).await;
        self.close(id, of, on, course).await;
        id
    }

    async fn adopted(&self, of: Month, on: i8, course: &Course) -> MeetingId {
        let id = self.held(of, on, course).await;
        meetings::adopt(&self.secretary, id).await.unwrap();
        id
    }

    async fn score(&self, id: MeetingId) -> ScoreView {
        quality::show(&self.secretary, id).await.unwrap()
    }

    /// Lets the ward's office set a value of its own from the beginning of the year.
    async fn set(&self, key: &str, value: &str) {
        let office = self.world.acting_for(self.world.office).await;
        let form = OverrideForm {
            organisation: self.world.ward,
            key: key.to_owned(),
            value: value.to_owned(),
            from: date(2026, 1, 1),
            to: None,
            reason: "Theo kế hoạch của Đảng ủy".to_owned(),
        };
        rules::set_override(&office, OverrideId(office.new_id()), &form).await.unwrap();
    }

    async fn vote(&self, id: MeetingId, in_favour: u32) -> Result<bool, Error> {
        let form = VoteForm {
            motion: MotionId(self.secretary.new_id()),
            body: "Thông qua điểm tự chấm".to_owned(),
            count: Count { in_favour, against: 0, other: 0 },
            points: BTreeMap::new(),
            reasons: BTreeMap::new(),
            note: "Có đồng chí đến muộn; chi ủy nhắc trước giờ họp.".to_owned(),
            addition: String::new(),
        };
        quality::vote(&self.secretary, id, form).await.map(|outcome| outcome.passed)
    }

    /// Proposed by the tracker, agreed, voted.
    async fn self_scored(&self, id: MeetingId) {
        let tracker = self.world.acting_for(self.world.member).await;
        quality::enter(&tracker, id, entry(Stage::Proposed, &[])).await.unwrap();
        quality::enter(&self.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
        assert!(self.vote(id, 15).await.unwrap());
    }
}

fn entry(stage: Stage, changes: &[(&str, i64, &str)]) -> Entry {
    let points = changes.iter().map(|(item, points, _)| ((*item).to_owned(), Hundredths::whole(*points)));
    let reasons = changes.iter().map(|(item, _, reason)| ((*item).to_owned(), (*reason).to_owned()));
    let (points, reasons) = (points.collect(), reasons.collect());
    Entry { stage, scorer: None, points, reasons, note: String::new() }
}

fn line(view: &ScoreView, item: &str) -> (i64, Basis, Vec<&'static str>) {
    let sheet = view.sheet.as_ref().unwrap();
    let found = sheet.blocks.iter().flat_map(|block| &block.items).find(|one| one.key == item).unwrap();
    let keys = found.drawn.evidence.iter().map(|sentence| sentence.key).collect();
    (found.drawn.points.floor(), found.drawn.basis, keys)
}

fn refused(error: &Error) -> &'static str {
    match error {
        Error::Refused(refusal) => refusal.code(),
        Error::Invalid(problems) => problems.0[0].sentence.key,
        other => panic!("not a refusal: {other:?}"),
    }
}

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

#[rstest]
#[tokio::test]
async fn statement_16_four_stages_are_kept_and_the_superiors_differs_visibly(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course::default()).await;
    let (tracker, leader) = (world.acting_for(world.member).await, world.acting_for(world.leader).await);

    // The tracker proposes; what the program found is changed only with a reason.
    let silent = quality::enter(&tracker, id, entry(Stage::Proposed, &[("speaking", 4, " ")])).await;
    assert_eq!(refused(&silent.unwrap_err()), "quality-stage-reason-missing");
    assert!(story.score(id).await.stages.is_empty(), "nothing was half written");
    let changes = [("speaking", 4, "Ba đồng chí chỉ nói nhất trí"), ("chairing", 9, "")];
    quality::enter(&tracker, id, entry(Stage::Proposed, &changes)).await.unwrap();
    assert!(!story.score(id).await.sheet.unwrap().stands);

    // Out of turn.
    let early = story.vote(id, 15).await.unwrap_err();
    assert_eq!(refused(&early), "quality-stage-voted-out-of-order");
    let by_tracker = quality::enter(&tracker, id, entry(Stage::Agreed, &[])).await.unwrap_err();
    assert!(matches!(by_tracker, Error::Forbidden));

    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    let view = story.score(id).await;
    assert!(view.sheet.unwrap().stands, "from the agreement on the sheet stands");
    let late = quality::enter(&tracker, id, entry(Stage::Proposed, &[])).await.unwrap_err();
    assert_eq!(refused(&late), "quality-stage-proposed-too-late");

    // A vote that fails is recorded and enters nothing; one that passes is linked.
    let unvoted = quality::enter(&story.secretary, id, entry(Stage::Voted, &[])).await.unwrap_err();
    assert_eq!(refused(&unvoted), "quality-vote-missing");
    assert!(!story.vote(id, 10).await.unwrap());
    assert_eq!(story.score(id).await.next, Some(Stage::Voted));
    assert!(story.vote(id, 16).await.unwrap());
    let view = story.score(id).await;
    let voted = view.stages.last().unwrap();
    assert_eq!(voted.vote.map(|vote| (vote.in_favour, vote.base, vote.needed)), Some((16, 20, 11)));
    assert!(voted.note.contains("đến muộn"));

    // The superior decides after the report, with its own reasons; both are kept.
    let early = quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap_err();
    assert_eq!(refused(&early), "quality-stage-not-reported");
    meetings::adopt(&story.secretary, id).await.unwrap();
    world.test.at(date(2026, 11, 9).at(8, 0, 0, 0));
    meetings::report(&story.secretary, id).await.unwrap();
    let view = quality::show(&leader, id).await.unwrap();
    let blocks = view.sheet.unwrap().blocks;
    let late = blocks.iter().flat_map(|block| &block.items).find(|item| item.key == "reported").unwrap();
    assert_eq!(late.drawn.points, Hundredths::whole(1));
    assert_eq!(late.now.as_ref().unwrap().evidence[0].key, "quality-evidence-reported-late");
    let changes =
        [("reported", 0, "Báo cáo sau 3 ngày"), ("task_results", 20, "Một nhiệm vụ chưa nghiệm thu")];
    let by_cell = quality::enter(&story.secretary, id, entry(Stage::Decided, &changes)).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden), "nobody grades the own cell");
    quality::enter(&leader, id, entry(Stage::Decided, &changes)).await.unwrap();

    let view = story.score(id).await;
    let totals: Vec<_> = view.stages.iter().map(|stage| stage.total.floor()).collect();
    assert_eq!(totals, [96, 96, 96, 85]);
    let grades: Vec<_> = view.stages.iter().map(|stage| stage.grade).collect();
    assert_eq!(grades, [Grade::Good, Grade::Good, Grade::Good, Grade::Fair]);
    assert_eq!((view.decided_otherwise, view.next), (Some(true), None));
    let differences: Vec<_> = view.stages[3].differences.iter().map(|one| one.reason.as_str()).collect();
    assert_eq!(differences, ["Báo cáo sau 3 ngày", "Một nhiệm vụ chưa nghiệm thu"]);
    assert!(view.stages.iter().all(|stage| !stage.done.by_name.is_empty()));

    // The committee's month shows it; the report can no longer be taken back.
    let report = meetings::take_report_back(&story.secretary, id).await.unwrap_err();
    assert_eq!(refused(&report), "meetings-refused-reported");

    // Undone step by step, last first.
    let standing = quality::take_back(&story.secretary, id, Stage::Agreed, None).await.unwrap_err();
    assert_eq!(refused(&standing), "quality-stage-later-stands");
    let by_cell = quality::take_back(&story.secretary, id, Stage::Decided, None).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden));
    for _ in 0..2 {
        quality::take_back(&leader, id, Stage::Decided, None).await.unwrap();
    }
    for stage in [Stage::Voted, Stage::Agreed, Stage::Proposed] {
        quality::take_back(&story.secretary, id, stage, None).await.unwrap();
    }
    let view = story.score(id).await;
    assert!(view.stages.is_empty() && !view.sheet.unwrap().stands);
}

#[rstest]
#[tokio::test]
async fn statement_16_an_attending_superior_confirms_where_the_committee_asks_for_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let world = &story.world;
    story.set("quality.overseer_confirms", "true").await;
    let course = Course { overseer: true, ..Course::default() };
    let id = story.held(month(11), 5, &course).await;
    let overseer = world.acting_for(world.overseer).await;
    let early = quality::confirm(&overseer, id).await.unwrap_err();
    assert_eq!(refused(&early), "quality-confirm-nothing-voted");
    story.self_scored(id).await;
    meetings::adopt(&story.secretary, id).await.unwrap();
    meetings::report(&story.secretary, id).await.unwrap();
    let leader = world.acting_for(world.leader).await;
    let unconfirmed = quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap_err();
    assert_eq!(refused(&unconfirmed), "quality-stage-not-confirmed");
    let elsewhere = quality::confirm(&leader, id).await.unwrap_err();
    assert_eq!(refused(&elsewhere), "quality-confirm-not-there");
    let by_cell = quality::confirm(&story.secretary, id).await.unwrap_err();
    assert!(matches!(by_cell, Error::Forbidden));
    for _ in 0..2 {
        quality::confirm(&overseer, id).await.unwrap();
    }
    assert!(story.score(id).await.confirmed.is_some());
    quality::take_confirmation_back(&overseer, id).await.unwrap();
    assert!(story.score(id).await.confirmed.is_none());
    quality::confirm(&overseer, id).await.unwrap();
    quality::enter(&leader, id, entry(Stage::Decided, &[])).await.unwrap();
    let view = story.score(id).await;
    assert_eq!((view.decided_otherwise, view.stages.len()), (Some(false), 4));
    let scorers: Vec<_> = view.stages.iter().map(|stage| stage.scorer).collect();
    assert_eq!(scorers, [Some(Scorer::Tracker), None, None, None]);
}

#[rstest]
#[tokio::test]
async fn statement_16_two_scorers_keep_both_proposals(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (name, text) = RUBRICS[0];
    let two = text.replace("scorers = [\"tracker\"]", "scorers = [\"tracker\", \"overseer\"]");
    let rubrics = RubricBook::with(&[(name, &two)]).unwrap();
    let story = Story::of(World::of(TestApp::with_rubrics(engine, rubrics).await).await).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course { overseer: true, ..Course::default() }).await;
    let (tracker, overseer) = (world.acting_for(world.member).await, world.acting_for(world.overseer).await);
    quality::enter(&tracker, id, entry(Stage::Proposed, &[("chairing", 9, "")])).await.unwrap();
    let view = story.score(id).await;
    assert_eq!((view.next, view.waits_for.as_slice()), (Some(Stage::Proposed), &[Scorer::Overseer][..]));
    let alone = quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap_err();
    assert_eq!(refused(&alone), "quality-stage-scorer-missing");
    let for_other = Entry { scorer: Some(Scorer::Overseer), ..entry(Stage::Proposed, &[]) };
    let for_other = quality::enter(&tracker, id, for_other).await.unwrap_err();
    assert!(matches!(for_other, Error::Forbidden), "a proposal is its scorer's own");
    quality::enter(&overseer, id, entry(Stage::Proposed, &[("chairing", 7, "")])).await.unwrap();
    let view = story.score(id).await;
    let kept: Vec<_> = view.stages.iter().map(|one| (one.scorer, one.points["chairing"].floor())).collect();
    assert_eq!(kept, [(Some(Scorer::Tracker), 9), (Some(Scorer::Overseer), 7)]);
    quality::take_back(&overseer, id, Stage::Proposed, None).await.unwrap();
    assert_eq!(story.score(id).await.stages.len(), 1);
    quality::enter(&overseer, id, entry(Stage::Proposed, &[])).await.unwrap();
    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    assert_eq!(story.score(id).await.stages.len(), 3);
}

#[rstest]
#[tokio::test]
async fn a_score_is_begun_in_the_meeting_and_ended_after_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let course = Course::default();
    let planned = MeetingId(story.secretary.new_id());
    let line = PlanLine {
        month: month(12),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(date(2026, 12, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    meetings::plan(&story.secretary, story.world.residential, planned, &line).await.unwrap();
    let early = quality::enter(&story.secretary, planned, entry(Stage::Proposed, &[])).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-opened");

    // While the meeting runs, what is still to come counts as done and is marked for judgement.
    let id = story.opened(month(11), 5, &course).await;
    let view = story.score(id).await;
    for item in ["length", "steps", "criticism", "concluded", "reported", "assigned"] {
        let (_, basis, keys) = self::line(&view, item);
        assert_eq!(
            (basis, keys.contains(&"quality-unknown-until-closed")),
            (Basis::Judgement, true),
            "{item}"
        );
    }
    assert_eq!(view.deeds.next.map(|next| next.stage), Some(Stage::Proposed));
    story.run(id, month(11), &course).await;
    story.self_scored(id).await;
    story.close(id, month(11), 5, &course).await;
    assert_eq!(story.score(id).await.next, Some(Stage::Decided));
}

#[rstest]
#[tokio::test]
async fn a_vote_after_the_adoption_is_added_to_the_minutes(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let story = Story::new(engine).await;
    let id = story.adopted(month(11), 5, &Course::default()).await;
    quality::enter(&story.secretary, id, entry(Stage::Proposed, &[])).await.unwrap();
    quality::enter(&story.secretary, id, entry(Stage::Agreed, &[])).await.unwrap();
    let silent = story.vote(id, 15).await.unwrap_err();
    assert_eq!(refused(&silent), "quality-vote-addition-missing");
    let motion = MotionId(story.secretary.new_id());
    let form = VoteForm {
        motion,
        body: "Thông qua điểm tự chấm".to_owned(),
        count: Count { in_favour: 15, against: 1, other: 0 },
        points: BTreeMap::new(),
        reasons: BTreeMap::new(),
        note: String::new(),
        addition: "Chi bộ biểu quyết điểm tự chấm: 15/20 đồng chí tán thành.".to_owned(),
    };
    assert!(quality::vote(&story.secretary, id, form).await.unwrap().passed);
    let view = meetings::show(&story.secretary, id).await.unwrap();
    assert_eq!(view.additions.len(), 1);
    assert_eq!(story.score(id).await.stages.len(), 3);
}

#[rstest]
#[tokio::test]
async fn who_decides_sees_what_waits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let story = Story::new(engine).await;
    let world = &story.world;
    let id = story.held(month(11), 5, &Course::default()).await;
    story.self_scored(id).await;
    meetings::adopt(&story.secretary, id).await.unwrap();
    let (leader, office) = (world.acting_for(world.leader).await, world.acting_for(world.office).await);
    assert!(quality::awaiting_grade(&leader, None, 50).await.unwrap().is_empty(), "not reported yet");
    meetings::report(&story.secretary, id).await.unwrap();
    for ctx in [&leader, &office] {
        let waiting = quality::awaiting_grade(ctx, None, 50).await.unwrap();
        assert_eq!(waiting.len(), 1);
        assert_eq!((waiting[0].meeting, waiting[0].grade), (id, Some(Grade::Good)));
        let after = Some((waiting[0].reported_at, waiting[0].meeting));
        assert!(quality::awaiting_grade(ctx, after, 50).await.unwrap().is_empty());
    }
    for account in [world.secretary, world.member, world.inspector, world.administrator] {
        let ctx = world.acting_for(account).await;
        assert!(matches!(quality::awaiting_grade(&ctx, None, 50).await, Err(Error::Forbidden)));
    }
    quality::enter(&office, id, entry(Stage::Decided, &[])).await.unwrap();
    assert!(quality::awaiting_grade(&leader, None, 50).await.unwrap().is_empty());
    for (account, reads) in [(world.member, true), (world.overseer, true), (world.stranger, false)] {
        let ctx = world.acting_for(account).await;
        assert_eq!(quality::show(&ctx, id).await.is_ok(), reads);
        let decided = quality::enter(&ctx, id, entry(Stage::Decided, &[])).await.unwrap_err();
        assert!(matches!(decided, Error::Forbidden | Error::NotFound));
    }
}
