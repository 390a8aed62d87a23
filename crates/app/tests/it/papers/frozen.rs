//! Adopted minutes and issued resolutions: what they say, and that they say it for good.

use jiff::civil::date;
use nennep_app::{meetings, papers, tasks};
use nennep_domain::{
    ids::{AdditionId, MeetingId},
    meetings::Resolution,
    papers::{DocumentType, Minutes, PaperType},
    quality::{Grade, Scorer, Stage},
};
use nennep_store::{
    minutes,
    quality::{self, StoredPoints, StoredSheet, StoredStage},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{DECEMBER, NOVEMBER, in_order, printed, refused, rename, text_of};

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
    let scorer = |stage| (stage == Stage::Proposed).then_some(Scorer::Tracker);
    let stage = |stage, total| StoredStage {
        stage,
        scorer: scorer(stage),
        total,
        grade: Grade::Good,
        note: "Còn ít ý kiến; kỳ tới gửi câu hỏi gợi ý trước ba ngày".to_owned(),
        motion: None,
        at,
        by: Some(world.secretary),
    };
    let first = rubric.blocks[0].criteria[0].key.clone();
    let points = |stage, points| {
        let (item, reason) = (first.clone(), String::new());
        vec![StoredPoints { stage, scorer: scorer(stage), item, points, reason }]
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
