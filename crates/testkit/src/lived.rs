//! A meeting as the residential cell lives it: prepared, called, opened, discussed, voted, closed; its minutes not yet
//! adopted.

use jiff::civil::Date;
use nennep_app::{
    Ctx,
    meetings::{self, GuestForm, MotionForm, OpenForm, PlanLine, RemarkForm, RollMark, version_of},
    tasks,
};
use nennep_domain::{
    ids::{GuestId, ItemId, MeetingId, MotionId, PaperId, RemarkId, TaskId},
    meetings::{Attendance, ItemKind, MeetingKind, RemarkKind, Resolution, Speaker},
    motions::{Count, MotionKind, MotionSubject},
    tasks::{TaskDraft, TaskState},
    time::{Instant, Month},
};

use crate::World;

/// A meeting that was held, with what tests ask about.
#[derive(Debug, Clone, Copy)]
pub struct Lived {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its discussion.
    pub discussion: ItemId,
    /// The motion on its resolution: 16 of 20 in favour, one against, one opinion reserved.
    pub resolution: MotionId,
    /// The task it set, owned by member 5, due on the 28th, reported in the month after.
    pub task: TaskId,
    /// A guest.
    pub guest: GuestId,
}

impl World {
    /// Prepares and calls the residential cell's routine meeting of that day, three days before.
    ///
    /// # Panics
    /// If a deed is refused: that is a failed test.
    pub async fn call_meeting(&self, day: Date) -> MeetingId {
        let ctx = self.acting_for(self.secretary).await;
        let before = day.checked_sub(jiff::Span::new().days(3)).unwrap();
        self.test.at(before.at(9, 0, 0, 0));
        let id = MeetingId(ctx.new_id());
        let line = PlanLine {
            month: Month::of(day),
            kind: MeetingKind::Routine,
            topic: String::new(),
            starts_at: Some(day.at(19, 30, 0, 0)),
            place: "Nhà văn hóa Tổ dân phố số 5, phường An Bình".to_owned(),
        };
        meetings::plan(&ctx, self.residential, id, &line).await.unwrap();
        meetings::draft_agenda(&ctx, id).await.unwrap();
        let paper = PaperId(ctx.new_id());
        meetings::attach(&ctx, id, paper, None, "Dự thảo nghị quyết.pdf", b"%PDF-1.7\n").await.unwrap();
        meetings::register(&ctx, id).await.unwrap();
        meetings::call(&ctx, id).await.unwrap();
        id
    }

    /// Lives the residential cell's routine meeting of that day from its plan to its closing: 22 members, of whom three
    /// official ones are away with reason and one probationary one without; three speak.
    ///
    /// # Panics
    /// If a deed is refused: that is a failed test.
    pub async fn hold_meeting(&self, day: Date) -> Lived {
        let meeting = self.call_meeting(day).await;
        let ctx = self.acting_for(self.secretary).await;
        self.test.at(day.at(19, 32, 0, 0));
        let people = OpenForm {
            chair: Some(self.members[0]),
            minute_taker: Some(self.members[5]),
            tracker: Some(self.members[2]),
        };
        meetings::open(&ctx, meeting, people).await.unwrap();
        let guest = self.fill_the_room(&ctx, meeting, day).await;
        let view = meetings::show(&ctx, meeting).await.unwrap();
        let of = |kind| view.items.iter().find(|item| item.kind == kind).unwrap().id;
        let (discussion, conclusion) = (of(ItemKind::Discussion), of(ItemKind::Conclusion));
        self.discuss(&ctx, meeting, discussion).await;
        self.test.at(day.at(20, 40, 0, 0));
        let task = self.set_task(&ctx, meeting, conclusion, day).await;
        self.write_resolution(&ctx, meeting).await;
        let resolution = self.vote(&ctx, meeting, conclusion).await;
        self.test.at(day.at(21, 7, 0, 0));
        meetings::close(&ctx, meeting).await.unwrap();
        Lived { meeting, discussion, resolution, task, guest }
    }

    async fn fill_the_room(&self, ctx: &Ctx, meeting: MeetingId, day: Date) -> GuestId {
        let away = |n: usize, attendance, note: &str| RollMark {
            member: self.members[n],
            attendance: Some(attendance),
            arrived_at: None,
            left_at: None,
            note: note.to_owned(),
        };
        let late = RollMark {
            arrived_at: Some(Instant::from_local(day.at(19, 45, 0, 0))),
            ..away(8, Attendance::Present, "")
        };
        let marks = [
            away(3, Attendance::Excused, "Đi công tác tại Cần Thơ"),
            away(4, Attendance::Excused, "Điều trị tại bệnh viện"),
            away(6, Attendance::Excused, "Việc gia đình"),
            away(21, Attendance::Unexcused, ""),
            late,
        ];
        meetings::mark(ctx, meeting, &marks).await.unwrap();
        meetings::mark_rest_present(ctx, meeting).await.unwrap();
        meetings::set_dues_note(ctx, meeting, "22/22 đảng viên đã đóng đảng phí tháng này.").await.unwrap();
        let guest = GuestId(ctx.new_id());
        let form = GuestForm {
            name: "Lý Thành Nam".to_owned(),
            role: "Trưởng ban Công tác Mặt trận Tổ dân phố số 5".to_owned(),
            ..GuestForm::default()
        };
        meetings::add_guest(ctx, meeting, guest, &form).await.unwrap();
        guest
    }

    async fn discuss(&self, ctx: &Ctx, meeting: MeetingId, item: ItemId) {
        meetings::take_up(ctx, meeting, item).await.unwrap();
        let notes =
            "Bí thư Chi bộ nêu hai vấn đề cần bàn: tiến độ hiến đất mở rộng ngõ 12 và vệ sinh môi trường.";
        meetings::save_notes(ctx, meeting, item, 1, notes).await.unwrap();
        let said = [
            (7, "Đề nghị tổ vận động gặp lại ba hộ chưa đồng ý trước ngày 20."),
            (8, "Nhất trí; đề nghị Mặt trận cùng đi để giải thích về đền bù cây cối."),
            (9, ""),
        ];
        for (n, body) in said {
            let form = RemarkForm {
                item,
                speaker: Speaker::Member(self.members[n]),
                kind: RemarkKind::Remark,
                body: body.to_owned(),
            };
            meetings::add_remark(ctx, meeting, RemarkId(ctx.new_id()), &form).await.unwrap();
        }
        let conclusion = "Giao tổ vận động gặp ba hộ còn lại, báo cáo tại kỳ sinh hoạt tới.";
        meetings::save_conclusion(ctx, meeting, item, version_of(""), conclusion).await.unwrap();
    }

    async fn set_task(&self, ctx: &Ctx, meeting: MeetingId, item: ItemId, day: Date) -> TaskId {
        let task = TaskId(ctx.new_id());
        let draft = TaskDraft {
            title: "Vận động 3 hộ hiến đất mở rộng ngõ 12".to_owned(),
            product: "Biên bản bàn giao mặt bằng".to_owned(),
            owner: Some(self.members[5]),
            deadline: Some(day.with().day(28).build().unwrap()),
            reports_in: Some(Month::of(day).plus(1)),
            state: TaskState::Dated,
        };
        tasks::set(ctx, meeting, task, Some(item), draft).await.unwrap();
        task
    }

    async fn write_resolution(&self, ctx: &Ctx, meeting: MeetingId) {
        let text = Resolution {
            situation: "Đảng viên yên tâm, tin tưởng; nhân dân phấn khởi về tuyến ngõ mới, còn băn khoăn về rác thải."
                .to_owned(),
            results: "Hoàn thành 4/5 chỉ tiêu tháng.\nVận động được 12/15 hộ hiến đất mở rộng ngõ 12.".to_owned(),
            praise: "- Biểu dương tổ vận động hiến đất\n- Nhắc nhở đồng chí vắng không có lý do".to_owned(),
            faults: "Ít đảng viên phát biểu; nguyên nhân: tài liệu gửi sát giờ".to_owned(),
            direction: "Tập trung hoàn thành mặt bằng ngõ 12; giữ vệ sinh môi trường dịp cuối năm.".to_owned(),
            execution: "Chi ủy đôn đốc hằng tuần\nĐảng viên được giao việc báo cáo tại kỳ sinh hoạt tới".to_owned(),
            version: 0,
        };
        meetings::save_resolution(ctx, meeting, &text).await.unwrap();
    }

    async fn vote(&self, ctx: &Ctx, meeting: MeetingId, item: ItemId) -> MotionId {
        let motion = MotionId(ctx.new_id());
        let form = MotionForm {
            item,
            kind: MotionKind::Resolution,
            subject: MotionSubject::Resolution,
            body: "Thông qua nghị quyết của Chi bộ".to_owned(),
        };
        meetings::put_motion(ctx, meeting, motion, &form).await.unwrap();
        let count = Count { in_favour: 16, against: 1, other: 0 };
        assert!(meetings::count_hands(ctx, meeting, motion, count).await.unwrap().passed);
        let words = "Tôi đề nghị lùi thời hạn đến hết tháng sau.";
        meetings::reserve_opinion(ctx, meeting, motion, self.members[7], words).await.unwrap();
        motion
    }
}
