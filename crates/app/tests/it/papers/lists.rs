//! Invitations, attendance list and blank roll, and who signs.

use nennep_app::{
    Error, meetings,
    papers::{self, Format, Invitee},
};
use nennep_domain::papers::PaperType;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{DECEMBER, NOVEMBER, in_order, printed, text_of};

#[rstest]
#[tokio::test]
async fn invitations_name_the_invited_and_what_they_prepare(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let first = world.hold_meeting(NOVEMBER).await;
    let next = world.call_meeting(DECEMBER).await;
    let invited = async |to: Invitee| {
        papers::print(&secretary, next, PaperType::Invitation, Format::Pdf, &to).await.map(|it| text_of(&it))
    };
    let open = invited(Invitee::Open).await.unwrap();
    in_order(
        &open,
        &[
            "Số 02-GM/CB",
            "An Bình, ngày 30 tháng 11 năm 2026",
            "GIẤY MỜI",
            "Kính gửi: đồng chí ..",
            "19 giờ 30, thứ Năm, ngày 03 tháng 12 năm 2026",
            "Địa điểm: Nhà văn hóa Tổ dân phố số 5, phường An Bình.",
            "Tự rà soát kết quả thực hiện nhiệm vụ",
            "Tài liệu kèm theo:",
            "Dự thảo nghị quyết.pdf",
        ],
    );
    let owner = invited(Invitee::Member(world.members[5])).await.unwrap();
    assert!(owner.contains("- Báo cáo kết quả nhiệm vụ: Vận động 3 hộ hiến đất mở rộng ngõ 12."), "{owner}");
    let overseer = invited(Invitee::Member(world.agency_members[1])).await.unwrap();
    assert!(overseer.contains(", Cấp ủy viên phụ trách") && !overseer.contains("Tự rà soát"), "{overseer}");
    let named =
        Invitee::Named { name: "Trần Thị Mai".to_owned(), role: "Trưởng khu phố".to_owned() };
    let named = invited(named).await.unwrap();
    assert!(named.contains("Kính gửi: đồng chí Trần Thị Mai, Trưởng khu phố"), "{named}");
    let nobody = invited(Invitee::Member(world.agency_members[5])).await;
    assert!(matches!(nobody, Err(Error::NotFound)));
    // Calling again keeps the number.
    meetings::call(&secretary, next).await.unwrap();
    assert!(invited(Invitee::Open).await.unwrap().contains("Số 02-GM/CB"));
    // The blank roll lists the due task with room for its result.
    let roll = text_of(&printed(&secretary, next, PaperType::Roll).await);
    in_order(
        &roll,
        &[
            "ĐIỂM DANH",
            "NỘI DUNG",
            "NHIỆM VỤ ĐẾN KỲ BÁO CÁO",
            "Vận động 3 hộ hiến đất",
            "Ý KIẾN PHÁT BIỂU",
            "BIỂU QUYẾT",
        ],
    );
    let list = text_of(&printed(&secretary, first.meeting, PaperType::Attendance).await);
    in_order(&list, &["DANH SÁCH", "đến 19:45", "có mặt 18, vắng có lý do 3, vắng không có lý do 1"]);
}

#[rstest]
#[tokio::test]
async fn the_deputy_signs_where_the_secretary_was_away(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let deputy = world.acting_for(world.deputy).await;
    let held = world.hold_meeting(NOVEMBER).await;
    let away = meetings::RollMark {
        member: world.members[0],
        attendance: Some(nennep_domain::meetings::Attendance::Excused),
        arrived_at: None,
        left_at: None,
        note: "Họp trên phường".to_owned(),
    };
    meetings::mark(&deputy, held.meeting, &[away]).await.unwrap();
    let text = text_of(&printed(&deputy, held.meeting, PaperType::Resolution).await);
    assert!(text.contains("T/M CHI BỘ PHÓ BÍ THƯ"), "{text}");
}
