//! The month before a meeting, page by page.

mod agenda;
mod members;
mod plan;
mod tasks;

use jiff::civil::date;
use nennep_app::{
    meetings::{self, PlanLine},
    rules::{self, OverrideForm},
};
use nennep_domain::{
    ids::{MeetingId, OverrideId},
    meetings::MeetingKind,
    time::Month,
};
use nennep_testkit::World;

/// The residential cell's routine meeting of November 2026, planned for the 5th.
pub(crate) async fn planned(world: &World) -> MeetingId {
    let ctx = world.acting_for(world.secretary).await;
    let line = PlanLine {
        month: Month::new(2026, 11).unwrap(),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(date(2026, 11, 5).at(19, 30, 0, 0)),
        place: "Nhà văn hóa Tổ dân phố số 5".to_owned(),
    };
    let id = MeetingId(ctx.new_id());
    meetings::plan(&ctx, world.residential, id, &line).await.unwrap()
}

/// The ward asks its cells to have their dates agreed to.
pub(crate) async fn ward_asks_for_approval(world: &World) {
    let ctx = world.acting_for(world.office).await;
    let form = OverrideForm {
        organisation: world.ward,
        key: "meetings.superior_approves_date".to_owned(),
        value: "true".to_owned(),
        from: date(2026, 11, 2),
        to: None,
        reason: "Quy chế của Đảng ủy phường".to_owned(),
    };
    rules::set_override(&ctx, OverrideId(ctx.new_id()), &form).await.unwrap();
}
