//! The score of a meeting, from the sheet with its evidence to the superior's grade (statements 8 to 16).

mod sheet;
mod stages;
mod ways;

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
    quality::{Basis, Stage},
    rules::Hundredths,
    tasks::{TaskDraft, TaskState},
    time::Month,
};
use nennep_testkit::{Engine, World};

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
