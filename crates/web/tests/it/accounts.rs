//! Accounts: the first start, invitations on paper, one's own account, others' accounts.

use axum::http::StatusCode;
use nennep_app::accounts;
use nennep_testkit::{Engine, TestApp, World};
use rstest::rstest;

use crate::asking::{Browser, House, PASSWORD};

#[rstest]
#[tokio::test]
async fn an_empty_store_is_set_up_once_by_whoever_knows_the_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let test = TestApp::new(engine).await;
    let mut browser = Browser::over(&test.app);
    browser.get("/setup").await.says(&["Khởi động lần đầu", "Mã khởi động"]);
    let code = accounts::setup_code(&test.app);
    let form = |code: &'static str| {
        [
            ("code", code),
            ("organisation", "Đảng bộ phường Mới"),
            ("organisation_code", "38.999.000"),
            ("kind", "commune"),
            ("name", "Lê Thị Quản"),
            ("login", "quantri"),
            ("password", PASSWORD),
            ("again", PASSWORD),
        ]
    };
    let wrong = browser.post("/setup", &form("AAAA-AAAA-AAAA")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.body.contains("Mã khởi động chưa đúng") && wrong.body.contains("Đảng bộ phường Mới"));
    let mut right = form("");
    right[0].1 = &code;
    assert_eq!(browser.post("/setup", &right).await.location, "/sign-in?back=/setup");
    let again = browser.post("/setup", &right).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "it works once");
    assert_eq!(browser.get("/setup").await.location, "/sign-in?back=/setup");

    let signed_in = browser.sign_in("quantri", PASSWORD).await;
    assert_eq!(signed_in.location, "/");
    browser.get("/setup").await.says(&["Nhập từ bảng tính", "Tài khoản", "Quy định"]);
    browser.get("/organisations").await.says(&["Đảng bộ phường Mới"]);
    browser.get("/").await.says(&["Máy chủ"]);
    browser.get("/members").await.says(&["Chưa có đảng viên nào"]);
}

#[rstest]
#[tokio::test]
async fn an_invitation_on_paper_opens_an_account_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let office = Browser::of(world, world.office).await;
    let sheets = office.post(&format!("/organisations/{}/invitations", world.company), &[]).await.ok();
    assert_eq!(sheets.body.matches("<article").count(), 5, "one for each member of the cell");
    assert!(sheets.has("http://nennep.test/invitations") && sheets.has("<svg"));
    let (_, rest) = sheets.body.split_once("class=\"code\">").unwrap();
    let code = rest.split('<').next().unwrap().to_owned();

    let mut browser = house.browser();
    let page = browser.get(&format!("/invitations?code={code}")).await;
    page.says(&["Hãy đặt mật khẩu"]);
    let login = page.field("login");
    let different = [("code", code.as_str()), ("password", PASSWORD), ("again", "khác hẳn")];
    let refused = browser.post("/invitations", &different).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let same = [("code", code.as_str()), ("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(browser.post("/invitations", &same).await.location, "/sign-in");
    let used = browser.get(&format!("/invitations?code={code}")).await;
    assert_eq!(used.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(browser.sign_in(&login, PASSWORD).await.location, "/");
    let again = office.post(&format!("/organisations/{}/invitations", world.company), &[]).await.ok();
    assert_eq!(again.body.matches("<article").count(), 4, "whoever signed in needs none");
}

#[rstest]
#[tokio::test]
async fn ones_own_account_is_kept(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let house = House::new(engine).await;
    let browser = house.signed_in_with_password(house.world.member).await;
    browser.get("/account").await.says(&["Tên đăng nhập: dangvien", "Firefox", "máy này"]);
    let wrong = [("present", "không phải"), ("new", "câu khác dễ nhớ"), ("again", "câu khác dễ nhớ")];
    let refused = browser.post("/account/password", &wrong).await;
    assert!(refused.status == StatusCode::UNPROCESSABLE_ENTITY && refused.body.contains("chưa đúng"));
    let right = [("present", PASSWORD), ("new", "câu khác dễ nhớ"), ("again", "câu khác dễ nhớ")];
    assert_eq!(browser.post("/account/password", &right).await.location, "/account");

    let begun = browser.post("/account/second-factor", &[]).await;
    begun.says(&["<svg", "Mã bí mật:"]);
    let wrong = browser.post("/account/second-factor/confirmation", &[("code", "000000")]).await;
    assert!(wrong.status == StatusCode::UNPROCESSABLE_ENTITY && wrong.body.contains("<svg"));

    let made = browser.post("/account/tokens", &[("name", "Báo cáo"), ("days", "30")]).await;
    made.says(&["nn_", "Khóa chỉ hiện một lần này"]);
    let tokens = accounts::tokens(&house.world.acting_for(house.world.member).await).await.unwrap();
    let revoke = format!("/account/tokens/{}?_method=DELETE", tokens[0].id);
    assert_eq!(browser.post(&revoke, &[]).await.location, "/account");
    assert!(!browser.get("/account").await.body.contains("Báo cáo"));
    let too_long = browser.post("/account/tokens", &[("name", "Báo cáo"), ("days", "9999")]).await;
    assert_eq!(too_long.status, StatusCode::UNPROCESSABLE_ENTITY);

    let mut other = house.browser();
    other.sign_in("dangvien", "câu khác dễ nhớ").await;
    other.get("/account").await.says(&["Kết thúc mọi phiên khác"]);
    assert_eq!(other.post("/account/sessions?_method=DELETE", &[]).await.location, "/account");
    assert!(browser.get("/account").await.location.starts_with("/sign-in"), "the other session ended");
}

#[rstest]
#[tokio::test]
async fn others_accounts_are_kept_by_those_they_are_trusted_to(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let house = House::new(engine).await;
    let world = &house.world;
    let member = house.signed_in_with_password(world.member).await;
    let administrator = Browser::of(world, world.administrator).await;
    let list = administrator.get("/accounts").await.ok();
    assert!(list.has("dangvien") && list.has("quantri"));
    let unused = administrator.get("/accounts?state=unused").await.ok();
    assert!(!unused.has(">dangvien<") && unused.has("bithu"));
    let at = format!("/accounts/{}", world.member);
    assert!(administrator.get(&at).await.ok().has("Firefox"));
    assert_eq!(administrator.post(&format!("{at}/sessions?_method=DELETE"), &[]).await.leads(), at);
    assert!(member.get("/account").await.location.starts_with("/sign-in"));
    assert_eq!(administrator.post(&format!("{at}/closing"), &[]).await.leads(), at);
    let mut browser = house.browser();
    let refused = browser.sign_in("dangvien", PASSWORD).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a closed account cannot sign in");
    assert_eq!(administrator.post(&format!("{at}/closing?_method=DELETE"), &[]).await.leads(), at);
    assert_eq!(browser.sign_in("dangvien", PASSWORD).await.location, "/");

    let new = administrator.post("/accounts", &[("name", "Hồ Văn Mới"), ("login", "")]).await.leads();
    assert!(administrator.get(&new).await.ok().has("ho.van.moi"));
    let taken = administrator.post("/accounts", &[("name", "Ai Đó"), ("login", "dangvien")]).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY);
    let office = Browser::of(world, world.office).await;
    assert!(office.get("/accounts").await.ok().has("dangvien"), "the office keeps those of its people");
}

#[rstest]
#[tokio::test]
async fn a_world_without_meetings_still_has_its_pages(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = Browser::of(&world, world.secretary).await;
    let help = secretary.get("/help").await.ok();
    assert!(help.has("Xin vắng") && help.has("Điều hành buổi sinh hoạt"));
    for path in ["/", "/months", "/meetings", "/tasks", "/members", "/organisations", "/rules", "/offices"] {
        let page = secretary.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
    }
}
