//! A clock that is set back while a meeting runs: nothing is lost, nothing is refused that could be done.

use jiff::civil::date;
use nennep_app::{
    health::{self, State},
    meetings::{self, OpenForm, PlanLine, RemarkForm},
    months::{self, GridFilter},
};
use nennep_domain::{
    ids::{MeetingId, RemarkId},
    meetings::{ItemKind, MeetingKind, MeetingState, RemarkKind, Speaker},
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn a_meeting_survives_a_clock_set_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let month = Month::new(2026, 11).unwrap();
    let day = date(2026, 11, 5);
    let secretary = world.acting_for(world.secretary).await;
    let line = PlanLine {
        month,
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(day.at(19, 30, 0, 0)),
        place: "Nhà văn hóa Tổ dân phố số 5".to_owned(),
    };
    let id = MeetingId(secretary.new_id());
    meetings::plan(&secretary, world.residential, id, &line).await.unwrap();
    meetings::draft_agenda(&secretary, id).await.unwrap();
    meetings::call(&secretary, id).await.unwrap();
    world.test.at(day.at(19, 32, 0, 0));
    let people = OpenForm {
        chair: Some(world.members[0]),
        minute_taker: Some(world.members[5]),
        tracker: Some(world.members[2]),
    };
    meetings::open(&secretary, id, people).await.unwrap();

    // The machine's clock falls back by two hours.
    world.test.at(day.at(17, 40, 0, 0));
    let taker = world.acting_for(world.member).await;
    meetings::mark_rest_present(&taker, id).await.unwrap();
    let view = meetings::show(&taker, id).await.unwrap();
    let item = view.items.iter().find(|item| item.kind == ItemKind::Discussion).unwrap().id;
    meetings::take_up(&taker, id, item).await.unwrap();
    let form = RemarkForm {
        item,
        speaker: Speaker::Member(world.members[7]),
        kind: RemarkKind::Remark,
        body: "Ý kiến nói sau khi đồng hồ lùi".to_owned(),
    };
    meetings::add_remark(&taker, id, RemarkId(taker.new_id()), &form).await.unwrap();
    let found = health::examine(&world.test.app).await.unwrap();
    let clock = found.iter().find(|one| one.check == "clock").unwrap();
    assert_eq!((clock.state, clock.found.key), (State::Broken, "doctor-clock-behind"));

    let closure = meetings::close(&secretary, id).await.unwrap();
    assert_eq!(closure.length_minutes, 0, "a length is never negative");
    meetings::adopt(&secretary, id).await.unwrap();
    let view = meetings::show(&secretary, id).await.unwrap();
    assert_eq!((view.meeting.state(), view.remarks.len()), (MeetingState::Adopted, 1));
    assert_eq!(view.remarks[0].body, form.body);

    let leader = world.acting_for(world.leader).await;
    let filter = GridFilter {
        organisation: world.ward,
        to: month,
        cell_type: None,
        overseer: None,
        skip: 0,
        limit: 50,
    };
    let grid = months::grid(&leader, &filter).await.unwrap();
    let square =
        grid.rows.iter().flat_map(|row| &row.months).find(|square| square.meeting == Some(id)).unwrap();
    assert_eq!(
        (square.length_minutes, square.is_short()),
        (Some(0), true),
        "the committee sees that it is odd"
    );
}
