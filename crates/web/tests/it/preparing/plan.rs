//! A year is planned in one form; a date is set, registered, agreed to, changed and called off.

use axum::http::StatusCode;
use nennep_app::meetings;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{planned, ward_asks_for_approval};
use crate::asking::{Answer, Browser};

/// The fields of the year's form as the page shows them.
fn year_fields(page: &Answer) -> Vec<(String, String)> {
    let mut fields = vec![("year".to_owned(), page.field("year"))];
    for n in 1..=12 {
        if !page.has(&format!("name=\"id-{n}\"")) {
            continue;
        }
        for name in ["id", "date", "time", "place", "topic"] {
            let name = format!("{name}-{n}");
            fields.push((name.clone(), page.field(&name)));
        }
        fields.push((format!("kind-{n}"), "routine".to_owned()));
        fields.push((format!("slot-{n}"), String::new()));
    }
    fields
}

fn as_pairs(fields: &[(String, String)]) -> Vec<(&str, &str)> {
    fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}

#[rstest]
#[tokio::test]
async fn a_year_is_planned_in_one_form(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let path = format!("/cells/{}/plan", world.residential);
    let page = secretary.get(&format!("{path}?year=2027")).await.ok();
    assert!(page.has("Tết Nguyên đán") && page.has("chưa có chuyên đề"), "{}", page.body);
    let mut fields = year_fields(&page);
    assert_eq!(fields.iter().filter(|(name, _)| name.starts_with("id-")).count(), 12);

    // A slot chosen from the list stands above date and time; a date outside its month comes back with all that was typed.
    let slot =
        page.body.split("<option value=\"2027-04-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let put = |fields: &mut Vec<(String, String)>, name: &str, value: &str| {
        fields.iter_mut().find(|(one, _)| one == name).unwrap().1 = value.to_owned();
    };
    put(&mut fields, "slot-4", &format!("2027-04-{slot}"));
    put(&mut fields, "date-3", "2027-02-03");
    put(&mut fields, "place-3", "Trường Mầm non Hoa Sen");
    let wrong = secretary.post(&path, &as_pairs(&fields)).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Ngày giờ phải nằm trong tháng 03/2027"), "{}", wrong.body);
    assert_eq!(
        (wrong.field("date-3").as_str(), wrong.field("place-3").as_str()),
        ("2027-02-03", "Trường Mầm non Hoa Sen")
    );
    assert_eq!(wrong.field("id-3"), page.field("id-3"), "the same line when it is sent again");

    put(&mut fields, "date-3", "2027-03-03");
    put(&mut fields, "kind-5", "");
    put(&mut fields, "date-5", "2027-05-20");
    let wrong = secretary.post(&path, &as_pairs(&fields)).await;
    assert!(
        wrong.has("Tháng 05/2027 đã chọn ngày nhưng chưa chọn loại buổi"),
        "a day is never dropped unseen"
    );
    put(&mut fields, "kind-5", "routine");
    for _ in 0..2 {
        let saved = secretary.post(&path, &as_pairs(&fields)).await;
        assert!(saved.leads().starts_with("/meetings?of="), "on to the list");
    }
    let ctx = world.acting_for(world.secretary).await;
    let year = meetings::year(&ctx, world.residential, 2027).await.unwrap();
    let all: Vec<_> = year.months.iter().flat_map(|month| &month.meetings).collect();
    assert_eq!(all.len(), 12, "a form sent twice plans nothing twice");
    assert_eq!(all[2].place, "Trường Mầm non Hoa Sen");
    let april = all[3].starts_at.unwrap().local().strftime("%Y-%m-%dT%H:%M").to_string();
    assert_eq!(april, format!("2027-04-{slot}"));

    let member = Browser::of(&world, world.member).await;
    let look = member.get(&format!("{path}?year=2027")).await.ok();
    assert!(!look.has("name=\"id-1\""), "a member reads the plan");
    assert_eq!(member.post(&path, &as_pairs(&fields)).await.status, StatusCode::FORBIDDEN);
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(stranger.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn the_list_shows_what_is_ahead_and_teaches_where_nothing_is(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let empty = secretary.get("/meetings?year=2030").await.ok();
    assert!(empty.has("Năm 2030 chưa có buổi sinh hoạt nào") && empty.has("/plan?year=2030"));
    let id = planned(&world).await;
    let list = secretary.get("/meetings").await.ok();
    assert!(list.has(&format!("/meetings/{id}")) && list.has("Trong kế hoạch"));
    let leader = Browser::of(&world, world.leader).await;
    let ward = leader.get(&format!("/meetings?of={}&month=2026-11", world.ward)).await.ok();
    assert!(ward.has("Chi bộ Tổ dân phố số 5") && ward.has(&format!("/meetings/{id}")));
    let filtered = format!("/meetings?of={}&month=2026-11&q=truong&state=reported", world.ward);
    assert!(leader.get(&filtered).await.ok().has("Không có buổi sinh hoạt nào như vậy"));
    let administrator = Browser::of(&world, world.administrator).await;
    assert!(administrator.get("/meetings").await.ok().has("chưa có tên trong chi bộ nào"));
    let stranger = Browser::of(&world, world.stranger).await;
    assert_eq!(
        stranger.get(&format!("/meetings?of={}", world.residential)).await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(stranger.get(&format!("/meetings/{id}")).await.status, StatusCode::NOT_FOUND);
}

#[rstest]
#[tokio::test]
async fn a_date_is_set_registered_agreed_to_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    ward_asks_for_approval(&world).await;
    let (secretary, leader) =
        (Browser::of(&world, world.secretary).await, Browser::of(&world, world.leader).await);
    let id = planned(&world).await;
    let own = format!("/meetings/{id}");
    assert!(secretary.get(&own).await.ok().has("Đăng ký ngày sinh hoạt với cấp trên"));
    assert!(leader.get("/approvals").await.ok().has("Không có ngày nào chờ duyệt"));

    let place = format!("{own}/place");
    let fields =
        [("kind", "routine"), ("topic", ""), ("date", "06/11/2026"), ("time", ""), ("place", "Nhà văn hóa")];
    let wrong = secretary.post(&place, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("Đã có ngày nhưng chưa có giờ") && wrong.field("date") == "06/11/2026");
    let fields = [("kind", "routine"), ("date", "06/11/2026"), ("time", "20:00"), ("place", "Nhà văn hóa")];
    assert_eq!(secretary.post(&place, &fields).await.leads(), own);

    for _ in 0..2 {
        assert_eq!(secretary.post(&format!("{own}/registration"), &[]).await.leads(), own);
    }
    assert!(secretary.get(&own).await.ok().has("Đang đợi cấp ủy cấp trên đồng ý ngày"));
    let waiting = leader.get("/approvals").await.ok();
    assert!(waiting.has("Chi bộ Tổ dân phố số 5"));
    let member = Browser::of(&world, world.member).await;
    assert_eq!(member.post(&format!("{own}/approval"), &[]).await.status, StatusCode::FORBIDDEN);
    let agreed = leader.post(&format!("{own}/approval"), &[("back", "/approvals")]).await;
    assert_eq!(agreed.leads(), "/approvals");
    assert!(secretary.get(&own).await.ok().has("Cấp trên đã đồng ý"));
    assert_eq!(leader.post(&format!("{own}/approval?_method=DELETE"), &[]).await.leads(), own);
    assert!(leader.get("/approvals").await.ok().has("Chi bộ Tổ dân phố số 5"), "it waits again");
}

#[rstest]
#[tokio::test]
async fn a_meeting_is_called_off_with_a_reason_and_planned_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let id = planned(&world).await;
    let path = format!("/meetings/{id}/cancellation");
    let empty = secretary.post(&path, &[("reason", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.has("Hãy ghi lý do"));
    for reason in ["Bão số 9", "Lý do khác"] {
        secretary.post(&path, &[("reason", reason)]).await.leads();
    }
    let page = secretary.get(&format!("/meetings/{id}")).await.ok();
    assert!(page.has("Bão số 9") && page.has("Bỏ hủy"), "doing it twice keeps the first reason");
    secretary.post(&format!("{path}?_method=DELETE"), &[]).await.leads();
    assert!(!secretary.get(&format!("/meetings/{id}")).await.ok().has("Bão số 9"));
}

#[rstest]
#[tokio::test]
async fn a_thematic_meeting_is_added_once_and_asks_for_its_theme(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let page = secretary.get(&format!("/cells/{}/meetings/new?month=2026-12", world.residential)).await.ok();
    let (id, path) = (page.field("id"), format!("/cells/{}/meetings", world.residential));
    let typed = [
        ("id", id.as_str()),
        ("month", "2026-12"),
        ("kind", "thematic"),
        ("date", "2026-12-20"),
        ("time", "08:00"),
    ];
    let wrong = secretary.post(&path, &typed).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.has("cần có chủ đề") && wrong.field("id") == id);
    let typed = [&typed[..], &[("topic", "Phòng cháy ở khu tập thể")]].concat();
    for _ in 0..2 {
        assert_eq!(secretary.post(&path, &typed).await.leads(), format!("/meetings/{id}"));
    }
    let shown = secretary.get(&format!("/meetings/{id}")).await.ok();
    assert!(shown.has("Phòng cháy ở khu tập thể"));
}
