//! Papers of a lived meeting: numbered once, frozen, printed, and kept in the cell's books.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, books, meetings,
    papers::{self, Format, Invitee, PaperForm, Printed, Standing, TermForm},
    tasks,
};
use nennep_domain::{
    ids::{AdditionId, IssueId, MeetingId, OrganisationId},
    meetings::Resolution,
    papers::{DocumentType, Minutes, PaperType},
    quality::{Grade, Stage},
};
use nennep_store::{
    issues, members, minutes,
    quality::{self, StoredPoints, StoredSheet, StoredStage},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const NOVEMBER: Date = date(2026, 11, 5);
const DECEMBER: Date = date(2026, 12, 3);

fn refused(error: &Error) -> &'static str {
    match error {
        Error::Refused(refusal) => refusal.code(),
        Error::Invalid(problems) => problems.0[0].sentence.key,
        other => panic!("not a refusal: {other:?}"),
    }
}

fn cited(error: &Error) -> String {
    let Error::Refused(refusal) = error else { panic!("not a refusal: {error:?}") };
    refusal.citation().unwrap().to_string()
}

async fn printed(ctx: &Ctx, meeting: MeetingId, paper: PaperType) -> Printed {
    papers::print(ctx, meeting, paper, Format::Pdf, &Invitee::Open).await.unwrap()
}

/// The text of a PDF in the order it is set, blanks as one.
fn text_of(printed: &Printed) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &printed.bytes).unwrap();
    let text = std::process::Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-raw"])
        .arg(&file)
        .arg("-")
        .output()
        .expect("pdftotext is missing: run bin/setup");
    assert!(text.status.success());
    String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for piece in wanted {
        rest = rest.split_once(piece).unwrap_or_else(|| panic!("no {piece:?} in its place in: {text}")).1;
    }
}

async fn rename(world: &World, n: usize, name: &str) {
    let mut tx = world.test.app.store.write().await.unwrap();
    let member = members::find(&mut tx, world.members[n]).await.unwrap().unwrap();
    let profile = nennep_domain::members::Profile { full_name: name.to_owned(), ..member.profile };
    let now = world.test.app.now();
    assert!(members::update_profile(&mut tx, member.id, &profile, None, now).await.unwrap());
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn adopted_minutes_never_change(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let held = world.hold_meeting(NOVEMBER).await;
    let draft = text_of(&printed(&secretary, held.meeting, PaperType::Minutes).await);
    assert!(draft.contains("Dự thảo") && draft.contains("Số …-BB/CB"), "{draft}");

    meetings::adopt(&secretary, held.meeting).await.unwrap();
    meetings::adopt(&secretary, held.meeting).await.unwrap();
    let adopted = printed(&secretary, held.meeting, PaperType::Minutes).await;
    let text = text_of(&adopted);
    in_order(
        &text,
        &[
            "ĐẢNG BỘ PHƯỜNG AN BÌNH",
            "CHI BỘ TỔ DÂN PHỐ SỐ 5",
            "Số 01-BB/CB",
            "BIÊN BẢN",
            "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
            "khai mạc lúc 19 giờ 32, thứ Năm, ngày 05 tháng 11 năm 2026.",
            "tổng số 22 đồng chí (chính thức 20, dự bị 2)",
            "Có mặt: 18 đồng chí (chính thức 17, dự bị 1), đạt 81,8% trên tổng số 22",
            "(Đi công tác tại Cần Thơ)",
            "Khách mời: Lý Thành Nam",
            "Tình hình đóng đảng phí: 22/22 đảng viên",
            "Đề nghị tổ vận động gặp lại ba hộ",
            "Kết luận của chủ trì: Giao tổ vận động",
            "Kết quả: 16/20 đồng chí tán thành, đạt 80%; không tán thành 1, ý kiến khác 0.",
            "ghi nguyên văn: “Tôi đề nghị lùi thời hạn",
            "Vận động 3 hộ hiến đất mở rộng ngõ 12; sản phẩm: Biên bản bàn giao mặt bằng.",
            "kết thúc lúc 21 giờ 07 cùng ngày, thời lượng 95 phút.",
        ],
    );
    assert!(!text.contains("Dự thảo"));
    assert!(text.contains("An Bình, ngày 05 tháng 11 năm 2026"));

    // A name changed later, a task changed later: neither reaches what was adopted.
    rename(&world, 7, "Tên Mới Sau Này").await;
    rename(&world, 0, "Bí Thư Đổi Tên").await;
    let again = printed(&secretary, held.meeting, PaperType::Minutes).await;
    assert!(again.bytes == adopted.bytes, "the same file, byte for byte");

    // What is added later stands below, under the name of who added it.
    world.test.at(date(2026, 11, 6).at(8, 15, 0, 0));
    let words = "Số hộ đã đồng ý là 12, không phải 13";
    meetings::add_to_minutes(
        &secretary,
        held.meeting,
        AdditionId(secretary.new_id()),
        words,
        "Ghi nhầm số hộ",
    )
    .await
    .unwrap();
    rename(&world, 0, "Lại Đổi Nữa").await;
    let text = text_of(&printed(&secretary, held.meeting, PaperType::Minutes).await);
    in_order(
        &text,
        &[
            "BỔ SUNG SAU KHI THÔNG QUA BIÊN BẢN",
            "08 giờ 15, ngày 06/11/2026, đồng chí Bí Thư Đổi Tên bổ sung: Số hộ đã đồng ý là 12",
            "Lý do bổ sung: Ghi nhầm số hộ",
        ],
    );
    assert!(!text.contains("Tên Mới Sau Này") && !text.contains("Lại Đổi Nữa"));
}

#[rstest]
#[tokio::test]
async fn a_resolution_is_issued_once_its_vote_passed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let first = world.hold_meeting(NOVEMBER).await;
    meetings::adopt(&secretary, first.meeting).await.unwrap();
    let number = papers::issue(&secretary, first.meeting, DocumentType::Resolution).await.unwrap();
    assert_eq!(number.reference(), "01-NQ/CB");

    // The next meeting finds the task, reported by its owner.
    let owner = world.acting_for(world.member).await;
    world.test.at(date(2026, 11, 27).at(8, 0, 0, 0));
    tasks::report(&owner, first.task, "Đã vận động được 2/3 hộ", 66).await.unwrap();
    let second = world.hold_meeting(DECEMBER).await;
    let reviews = nennep_store::tasks::reviews(&mut secretary.store.read().await.unwrap(), second.meeting)
        .await
        .unwrap();
    assert_eq!(reviews.len(), 1);
    let draft = text_of(&printed(&secretary, second.meeting, PaperType::Resolution).await);
    assert!(draft.contains("Dự thảo") && draft.contains("Số …-NQ/CB"), "{draft}");
    assert!(draft.contains("ngày …… tháng …… năm 2026"), "{draft}");

    world.test.at(date(2026, 12, 4).at(9, 0, 0, 0));
    let number = papers::issue(&secretary, second.meeting, DocumentType::Resolution).await.unwrap();
    assert_eq!(number.reference(), "02-NQ/CB");
    let again = papers::issue(&secretary, second.meeting, DocumentType::Resolution).await.unwrap();
    assert_eq!(again, number, "issuing twice gives the same number");

    let issued = printed(&secretary, second.meeting, PaperType::Resolution).await;
    let text = text_of(&issued);
    in_order(
        &text,
        &[
            "Số 02-NQ/CB",
            "NGHỊ QUYẾT",
            "lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026",
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
            "- Căn cứ Hướng dẫn số 42-HD/BTCTW, ngày 28/10/2025",
            "quyết nghị:",
            "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 11 NĂM 2026",
            "1. Công tác chính trị, tư tưởng",
            "2. Thực hiện nhiệm vụ chính trị",
            "Hoàn thành 4/5 chỉ tiêu tháng.",
            "3. Kết quả thực hiện Nghị quyết số 01-NQ/CB, ngày 05/11/2026 của Chi bộ",
            "4. Biểu dương, nhắc nhở",
            "- Biểu dương tổ vận động hiến đất.",
            "5. Hạn chế, khuyết điểm và nguyên nhân",
            "Nguyên nhân: tài liệu gửi sát giờ.",
            "II- NHIỆM VỤ THÁNG 12 NĂM 2026",
            "III- PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN",
            "IV- TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT",
            "Nghị quyết này được 16/20 đồng chí tán thành, đạt 80%.",
            "PHỤ LỤC",
            "Đề nghị tổ vận động gặp lại ba hộ",
            "bảo lưu ý kiến, ghi nguyên văn: “Tôi đề nghị lùi thời hạn",
        ],
    );
    // The table equals what the meeting found.
    for piece in ["Có mốc thời hạn:", "28/11/2026", &reviews[0].result, "Hoàn thành 66%."] {
        assert!(text.contains(piece), "{piece}: {text}");
    }
    for piece in ["T/M CHI BỘ", "BÍ THƯ", "- Đảng ủy phường An Bình (để báo cáo),", "- Lưu Chi bộ."]
    {
        assert!(text.contains(piece), "{piece}: {text}");
    }
    assert!(!text.contains("PHÓ BÍ THƯ") && !text.contains("Dự thảo"));

    // Issued, it stands: nothing that changes later reaches it, and its text is no longer written.
    rename(&world, 0, "Bí Thư Đổi Tên").await;
    assert!(printed(&secretary, second.meeting, PaperType::Resolution).await.bytes == issued.bytes);
    let late = meetings::save_resolution(&secretary, second.meeting, &Resolution::default()).await;
    assert_eq!(refused(&late.unwrap_err()), "papers-refused-issued");
}

#[rstest]
#[tokio::test]
async fn what_may_not_be_issued_is_refused_with_the_rule(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let called = world.call_meeting(NOVEMBER).await;
    let early = papers::issue(&secretary, called, DocumentType::Resolution).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-opened");
    let early = papers::issue(&secretary, called, DocumentType::Minutes).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-adopted");
    for document in
        [DocumentType::Regulation, DocumentType::Guidance, DocumentType::Directive, DocumentType::Circular]
    {
        let error = papers::issue(&secretary, called, document).await.unwrap_err();
        assert_eq!(
            (refused(&error), cited(&error).as_str()),
            ("papers-refused-not-for-cells", "399-QĐ/TW, Điều 11, 13")
        );
        let form = PaperForm { document, about: "về việc giữ gìn vệ sinh".to_owned() };
        let error =
            papers::take_number(&secretary, world.residential, IssueId(secretary.new_id()), &form).await;
        assert_eq!(refused(&error.unwrap_err()), "papers-refused-not-for-cells");
    }
    let error = papers::issue(&secretary, called, DocumentType::Plan).await.unwrap_err();
    assert_eq!(refused(&error), "papers-refused-not-of-meetings");
    // Nobody else gives numbers, and strangers are told nothing.
    for (account, known) in [(world.member, true), (world.overseer, true), (world.stranger, false)] {
        let ctx = world.acting_for(account).await;
        let error = papers::issue(&ctx, called, DocumentType::Resolution).await.unwrap_err();
        assert_eq!(matches!(error, Error::Forbidden), known, "{error:?}");
        let form = PaperForm { document: DocumentType::Plan, about: "về việc".to_owned() };
        let error =
            papers::take_number(&ctx, world.residential, IssueId(ctx.new_id()), &form).await.unwrap_err();
        assert_eq!(matches!(error, Error::Forbidden), known, "{error:?}");
    }
}

#[rstest]
#[tokio::test]
async fn many_writers_leave_no_gap_and_no_double(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    // A cell for which nobody entered a term gets one, and one only.
    let bare = cell_without_term(&world).await;
    let system = world.test.app.as_system();
    let mut writers = Vec::new();
    for n in 0..16 {
        let (ctx, id) = (system.clone(), IssueId(system.new_id()));
        writers.push(tokio::spawn(async move {
            let form = PaperForm { document: DocumentType::Notice, about: format!("Thông báo thứ {n}") };
            papers::take_number(&ctx, bare, id, &form).await.unwrap().number.unwrap()
        }));
    }
    let mut numbers = Vec::new();
    for writer in writers {
        numbers.push(writer.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    let terms = issues::terms(&mut system.store.read().await.unwrap(), bare).await.unwrap();
    assert_eq!(terms.len(), 1);
    assert_eq!(
        (terms[0].name.as_str(), terms[0].from_on, terms[0].to_on),
        ("từ 15/9/2025", date(2025, 9, 15), None)
    );
    let book = books::papers(&system, bare, None).await.unwrap();
    assert_eq!(book.lines.len(), 16);
    assert!(book.lines.iter().any(|line| line.reference == "07-TB/CB"));
}

async fn cell_without_term(world: &World) -> OrganisationId {
    use nennep_domain::organisations::{CellType, Organisation, OrganisationKind};
    let app = &world.test.app;
    let id = OrganisationId(app.new_id());
    let cell = Organisation {
        id,
        code: "38.168.000.000.009".to_owned(),
        name: "Chi bộ Trạm Y tế".to_owned(),
        kind: OrganisationKind::Cell,
        cell_type: Some(CellType::PublicService),
        parent: Some(world.ward),
        from_on: date(2025, 9, 15),
        to_on: None,
    };
    let mut tx = app.store.write().await.unwrap();
    nennep_store::organisations::insert_many(&mut tx, &[cell]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[rstest]
#[tokio::test]
async fn numbers_run_through_a_term_and_begin_anew_in_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let cell = world.residential;
    let take = async |on: Date| {
        world.test.at(on.at(9, 0, 0, 0));
        let form = PaperForm { document: DocumentType::Report, about: "Báo cáo quý".to_owned() };
        let id = IssueId(secretary.new_id());
        let number = papers::take_number(&secretary, cell, id, &form).await.unwrap();
        assert_eq!(papers::take_number(&secretary, cell, id, &form).await.unwrap(), number, "sent twice");
        number.reference()
    };
    assert_eq!(take(date(2026, 12, 31)).await, "01-BC/CB");
    assert_eq!(take(date(2027, 1, 1)).await, "02-BC/CB", "not restarted on 1 January");

    // The ward's organisation office notes the congress; the secretary may not.
    let (id, office) = (secretary.new_id(), world.acting_for(world.office).await);
    let term = |name: &str, from_on| TermForm { name: name.to_owned(), from_on: Some(from_on) };
    let next = term("2027-2032", date(2027, 3, 20));
    assert!(matches!(papers::begin_term(&secretary, cell, id, &next).await, Err(Error::Forbidden)));
    let over = papers::begin_term(&office, cell, id, &term("2026-2031", date(2026, 6, 1))).await;
    assert_eq!(refused(&over.unwrap_err()), "papers-term-numbers-after");
    let early = papers::begin_term(&office, cell, id, &term("2020-2025", date(2020, 6, 1))).await;
    assert_eq!(refused(&early.unwrap_err()), "papers-term-not-later");
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    papers::take_term_back(&office, cell, id).await.unwrap();
    papers::take_term_back(&office, cell, id).await.unwrap();
    assert_eq!(take(date(2027, 3, 19)).await, "03-BC/CB", "taken back, the former term runs on");
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    assert_eq!(take(date(2027, 3, 20)).await, "01-BC/CB", "the new term begins at 01");
    let used = papers::take_term_back(&office, cell, id).await.unwrap_err();
    assert_eq!(refused(&used), "papers-term-in-use");
}

#[rstest]
#[tokio::test]
async fn the_score_stands_in_minutes_and_resolution(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let held = world.hold_meeting(NOVEMBER).await;
    score(&world, held.meeting).await;
    meetings::adopt(&secretary, held.meeting).await.unwrap();
    papers::issue(&secretary, held.meeting, DocumentType::Resolution).await.unwrap();
    let text = text_of(&printed(&secretary, held.meeting, PaperType::Minutes).await);
    in_order(
        &text,
        &[
            "CHẤM ĐIỂM, XẾP LOẠI BUỔI SINH HOẠT",
            "Theo dõi đề xuất",
            "Chi bộ biểu quyết",
            "Tổng điểm 100 91 90,5",
        ],
    );
    in_order(&text, &["Xếp loại Tốt Tốt", "Hạn chế và cách khắc phục: Còn ít ý kiến"]);
    assert!(!text.contains("Cấp trên quyết định"));
    let text = text_of(&printed(&secretary, held.meeting, PaperType::Resolution).await);
    assert!(text.contains("Chi bộ tự chấm 90,5/100 điểm, tự xếp loại Tốt."), "{text}");
    let mut tx = secretary.store.read().await.unwrap();
    let adopted = minutes::find(&mut tx, held.meeting).await.unwrap().unwrap();
    let frozen: Minutes = serde_json::from_value(adopted.body).unwrap();
    let score = frozen.score.unwrap();
    assert_eq!(
        (score.max, score.total.voted, score.grade.voted),
        (Some(10_000), Some(9_050), Some(Grade::Good))
    );
    assert_eq!(score.lines.len(), 7, "the seven blocks of the national frame");
    assert_eq!(score.lines[0].points.voted, Some(450));
}

/// A score of 91 proposed and 90.5 voted, by the national frame.
async fn score(world: &World, meeting: MeetingId) {
    let app = &world.test.app;
    let rubric = app.rubrics.on(NOVEMBER).find(|rubric| rubric.code == "42-hd").unwrap();
    let at = app.now();
    let sheet = StoredSheet {
        meeting,
        rubric: rubric.code.clone(),
        rubric_from: rubric.from,
        evidence: serde_json::json!({}),
        drawn_at: at,
        confirmed: None,
    };
    let stage = |stage, total| StoredStage {
        stage,
        scorer: None,
        total,
        grade: Grade::Good,
        note: "Còn ít ý kiến; kỳ tới gửi câu hỏi gợi ý trước ba ngày".to_owned(),
        motion: None,
        at,
        by: Some(world.secretary),
    };
    let first = rubric.blocks[0].criteria[0].key.clone();
    let points = |stage, points| {
        vec![StoredPoints { stage, scorer: None, item: first.clone(), points, reason: String::new() }]
    };
    let mut tx = app.store.write().await.unwrap();
    quality::save_sheets(&mut tx, &[sheet]).await.unwrap();
    let stages = [
        (meeting, stage(Stage::Proposed, 9_100), points(Stage::Proposed, 500)),
        (meeting, stage(Stage::Voted, 9_050), points(Stage::Voted, 450)),
    ];
    quality::save_stages(&mut tx, &stages).await.unwrap();
    tx.commit().await.unwrap();
}

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
    in_order(&list, &["DANH SÁCH", "đến 19:45", "có mặt 18, vắng có lý do 3, vắng không lý do 1"]);
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

#[rstest]
#[tokio::test]
async fn papers_and_books_show_what_stands_and_to_whom(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let held = world.hold_meeting(NOVEMBER).await;
    let before = papers::of_meeting(&secretary, held.meeting).await.unwrap();
    assert!(matches!(before.may_issue, Some(Ok(()))));
    let standing = |of: &papers::Papers, paper| {
        let found = of.papers.iter().find(|state| state.paper == paper).unwrap();
        (found.standing, found.reference.clone())
    };
    assert_eq!(standing(&before, PaperType::Minutes), (Standing::Draft, None));
    let invitation = standing(&before, PaperType::Invitation);
    assert_eq!(invitation, (Standing::Issued(date(2026, 11, 2)), Some("01-GM/CB".to_owned())));
    let version = meetings::show(&secretary, held.meeting).await.unwrap().items[0].version;
    let item = meetings::show(&secretary, held.meeting).await.unwrap().items[0].id;
    meetings::save_notes(&secretary, held.meeting, item, version, "Tốt 👍").await.unwrap();
    meetings::adopt(&secretary, held.meeting).await.unwrap();
    papers::issue(&secretary, held.meeting, DocumentType::Resolution).await.unwrap();
    let after = papers::of_meeting(&secretary, held.meeting).await.unwrap();
    assert!(after.may_issue.is_none());
    assert_eq!(standing(&after, PaperType::Minutes).1.as_deref(), Some("01-BB/CB"));
    assert_eq!(standing(&after, PaperType::Resolution).0, Standing::Issued(NOVEMBER));
    assert_eq!(after.papers[0].unprintable, ['👍']);
    let draft =
        papers::print(&secretary, held.meeting, PaperType::Minutes, Format::Docx, &Invitee::Open).await;
    let draft = draft.unwrap();
    assert!(draft.bytes.starts_with(b"PK"));
    assert_eq!(
        draft.file_name,
        "bien-ban-sinh-hoat-chi-bo-thuong-ky-thang-11-nam-2026-chi-bo-to-dan-pho-so-5.docx"
    );

    for (account, reads) in [
        (world.member, true),
        (world.overseer, true),
        (world.leader, true),
        (world.office, true),
        (world.inspector, true),
        (world.stranger, false),
        (world.administrator, false),
    ] {
        let ctx = world.acting_for(account).await;
        let book = books::minutes(&ctx, world.residential, None).await;
        assert_eq!(book.is_ok(), reads);
        let printed =
            papers::print(&ctx, held.meeting, PaperType::Minutes, Format::Pdf, &Invitee::Open).await;
        assert_eq!(printed.is_ok(), reads);
        if let Ok(book) = book {
            assert_eq!((book.lines.len(), book.more), (1, false));
            assert_eq!(book.lines[0].reference, "01-BB/CB");
            assert!(book.lines[0].line.adopted_at.is_some() && book.lines[0].line.additions == 0);
            let resolutions = books::resolutions(&ctx, world.residential, None).await.unwrap();
            assert_eq!(resolutions.lines[0].reference, "01-NQ/CB");
            let tasks = books::tasks(&ctx, world.residential, true, None).await.unwrap();
            assert_eq!(tasks.lines.len(), 1);
            assert!(!tasks.lines[0].owner.is_empty());
        }
    }
    let mut tx = secretary.store.read().await.unwrap();
    let printed = nennep_store::events::list_of(&mut tx, held.meeting.0, 50).await.unwrap();
    drop(tx);
    let printed = printed.iter().filter(|event| event.kind == "paper.printed").count();
    assert_eq!(printed, 6, "each printing is noted: once by the secretary, once by each who may read");

    // The shelf: a member's own cell, the overseer's too, a committee's by search.
    let member = books::shelf(&world.acting_for(world.member).await, "", None).await.unwrap();
    assert_eq!((member.own.len(), member.within.is_none(), member.cells.len()), (1, true, 0));
    let overseer = books::shelf(&world.acting_for(world.overseer).await, "", None).await.unwrap();
    assert_eq!(overseer.own.len(), 2);
    let office = books::shelf(&world.acting_for(world.office).await, "to dan pho", None).await.unwrap();
    assert_eq!((office.own.len(), office.cells.len()), (0, 1));
}

#[rstest]
#[tokio::test]
async fn long_books_are_read_leaf_by_leaf(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let leaf = usize::try_from(books::LEAF).unwrap();
    for n in 0..leaf + 3 {
        let form = PaperForm { document: DocumentType::Notice, about: format!("Thông báo {n}") };
        papers::take_number(&secretary, world.residential, IssueId(secretary.new_id()), &form).await.unwrap();
    }
    let first = books::papers(&secretary, world.residential, None).await.unwrap();
    assert_eq!((first.lines.len(), first.more), (leaf, true));
    let last = &first.lines.last().unwrap().paper;
    let second = books::papers(&secretary, world.residential, Some((last.issued_on, last.id))).await.unwrap();
    assert_eq!((second.lines.len(), second.more), (3, false));
    let mut numbers: Vec<_> = first.lines.iter().chain(&second.lines).map(|line| line.paper.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), leaf + 3, "no line twice, none lost");
}
