//! What papers say, in order, as read back from the PDF.

use nennep_documents::papers::{Block, compose};
use nennep_domain::papers::{Content, Grounds, Layout, Letterhead, Mark, PaperType, Spelling, Urgency};
use rstest::rstest;

use crate::{
    read::{printed, printed_in, text_of, words_of},
    story,
};

/// Each of the texts is there, one after the other.
fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for piece in wanted {
        rest = rest.split_once(piece).unwrap_or_else(|| panic!("no {piece:?} in its place in: {text}")).1;
    }
}

fn resolution() -> Content {
    Content::Resolution(story::resolution().into())
}

#[test]
fn minutes_tell_the_whole_course() {
    let text = text_of(&printed(&Content::Minutes(story::minutes().into())));
    in_order(
        &text,
        &[
            "ĐẢNG BỘ PHƯỜNG AN BÌNH",
            "CHI BỘ TỔ DÂN PHỐ SỐ 5",
            "Số 11-BB/CB",
            "BIÊN BẢN",
            "sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
            "-----",
            "I- THỜI GIAN, ĐỊA ĐIỂM, THÀNH PHẦN",
            "1. Thời gian: khai mạc lúc 19 giờ 30, thứ Năm, ngày 05 tháng 11 năm 2026.",
            "3. Chủ trì: đồng chí Nguyễn Thị Thanh Hà, Bí thư Chi bộ.",
            "4. Người ghi biên bản: đồng chí Vũ Hồng Quân.",
            "6. Đảng viên: tổng số 22 đồng chí (chính thức 20, dự bị 2).",
            "Có mặt: 19 đồng chí (chính thức 17, dự bị 2), đạt 90,5% trên tổng số 21 đồng chí phải dự sinh hoạt.",
            "Vắng có lý do: 1 đồng chí: Hoàng Đức Long (đi công tác tại Cần Thơ).",
            "Vắng không có lý do: 1 đồng chí: Bùi Mạnh Cường.",
            "Được miễn công tác và sinh hoạt đảng: 1 đồng chí: Đỗ Thị Tâm.",
            "Tình hình đóng đảng phí:",
            "II- CHƯƠNG TRÌNH SINH HOẠT",
            "III- DIỄN BIẾN SINH HOẠT",
            "Đồng chí Ngô Thị Lan: Đề nghị Đảng ủy phường",
            "Kết luận của chủ trì: Giao đồng chí Phó Bí thư",
            "Biểu quyết: Gia hạn nhiệm vụ",
            "Kết quả: 15/19 đồng chí tán thành, đạt 78,9%; không tán thành 1, ý kiến khác 1.",
            "Cần ít nhất 10/19 đồng chí tán thành. Hội nghị thông qua.",
            "Đồng chí Phạm Thị Minh Nguyệt bảo lưu ý kiến, ghi nguyên văn: “Tôi không nhất trí gia hạn lần thứ hai;",
            "Nhiệm vụ được phân công:",
            "25/11/2026",
            "tháng 12/2026",
            "IV- CHẤM ĐIỂM, XẾP LOẠI BUỔI SINH HOẠT",
            "Biểu quyết mức điểm và xếp loại: 17/19 đồng chí tán thành, đạt 89,5%.",
            "V- KẾT THÚC",
            "Biểu quyết thông qua biên bản: 17/19 đồng chí tán thành, đạt 89,5%.",
            "kết thúc lúc 21 giờ 10 cùng ngày, thời lượng 100 phút.",
            "VI- BỔ SUNG SAU KHI THÔNG QUA BIÊN BẢN",
            "08 giờ 15, ngày 06/11/2026, đồng chí Vũ Hồng Quân bổ sung:",
            "NGƯỜI GHI BIÊN BẢN",
            "CHỦ TRÌ",
        ],
    );
    assert!(!text.contains("Cấp trên quyết định"), "a state that nothing has reached has no column");
    assert!(!text.contains("CỘNG HÒA") && !text.contains("./."));
}

#[test]
fn resolutions_follow_the_frame_of_42_hd() {
    let text = text_of(&printed(&resolution()));
    in_order(
        &text,
        &[
            "Số 05-NQ/CB",
            "NGHỊ QUYẾT",
            "lãnh đạo thực hiện nhiệm vụ tháng 12 năm 2026",
            "-----",
            "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;",
            "về nhiệm vụ tháng 12 năm 2026,",
            "quyết nghị:",
            "I- KẾT QUẢ THỰC HIỆN NHIỆM VỤ THÁNG 11 NĂM 2026",
            "1. Công tác chính trị, tư tưởng",
            "2. Thực hiện nhiệm vụ chính trị",
            "a) Tuyên truyền, xây dựng khối đoàn kết",
            "b) Kinh tế, xã hội, an ninh trật tự",
            "c) Công tác đảng viên và phát triển đảng",
            "3. Kết quả thực hiện Nghị quyết số 04-NQ/CB, ngày 06/10/2026 của Chi bộ",
            "Tình trạng đầu kỳ",
            "Hoàn thành 70%.",
            "4. Biểu dương, nhắc nhở",
            "5. Hạn chế, khuyết điểm và nguyên nhân",
            "Nguyên nhân: phân công chưa kèm mốc kiểm tra giữa kỳ.",
            "II- NHIỆM VỤ THÁNG 12 NĂM 2026",
            "III- PHÂN CÔNG VÀ TỔ CHỨC THỰC HIỆN",
            "IV- TỰ ĐÁNH GIÁ CHẤT LƯỢNG BUỔI SINH HOẠT",
            "Chi bộ tự chấm 91/100 điểm, tự xếp loại Tốt.",
            "Nghị quyết này được 17/19 đồng chí tán thành, đạt 89,5%.",
            "PHỤ LỤC",
            "Ý kiến phát biểu tại buổi sinh hoạt chi bộ thường kỳ tháng 11 năm 2026",
            "(kèm theo Nghị quyết số 05-NQ/CB của Chi bộ Tổ dân phố số 5)",
            "- Đồng chí Ngô Thị Lan: Đề nghị gia hạn",
            "- Đồng chí Phạm Thị Minh Nguyệt.",
            "bảo lưu ý kiến, ghi nguyên văn: “Tôi không nhất trí gia hạn lần thứ hai",
        ],
    );
    for piece in
        ["T/M CHI BỘ", "BÍ THƯ", "Nguyễn Thị Thanh Hà", "Nơi nhận:", "- Đảng ủy phường An Bình (để báo cáo),"]
    {
        assert!(text.contains(piece), "{piece}");
    }
    assert!(text.contains("- Lưu Chi bộ."));
    assert!(!text.contains("./."));
}

#[test]
fn the_head_of_a_table_stands_again_on_the_next_page() {
    let words = words_of(&printed(&Content::Attendance(story::attendance(60, true).into())));
    let pages: Vec<_> = words.iter().filter(|word| word.text == "TT").map(|word| word.page).collect();
    assert!(pages.len() >= 3, "{pages:?}");
    assert_eq!(pages, (1..=pages.len()).collect::<Vec<_>>());
}

#[test]
fn signatures_never_stand_alone_on_a_page() {
    // A paragraph more each time pushes the signatures over the end of the page.
    for lines in 8..22 {
        let mut minutes = story::minutes();
        minutes.items.truncate(1);
        minutes.agenda.clear();
        minutes.score = None;
        minutes.additions.clear();
        minutes.items[0].remarks = (0..lines).map(|_| minutes.items[0].remarks[0].clone()).collect();
        let words = words_of(&printed(&Content::Minutes(minutes.into())));
        let last = words.last().unwrap().page;
        let on_last: Vec<_> = words.iter().filter(|word| word.page == last && word.top > 15.0).collect();
        assert!(on_last.first().is_some_and(|word| word.text != "NGƯỜI"), "{lines} remarks");
        assert!(on_last.iter().any(|word| word.text == "NGƯỜI"), "{lines} remarks: the block is whole");
    }
}

#[test]
fn an_empty_meeting_is_a_short_paper_with_room_to_write() {
    let pdf = printed(&Content::Minutes(story::empty_minutes().into()));
    let text = text_of(&pdf);
    in_order(&text, &["BIÊN BẢN", "1. Thời gian: khai mạc lúc ……", "2. Địa điểm: ..."]);
    for absent in ["tổng số 0", "DIỄN BIẾN", "KẾT THÚC", "Số "] {
        assert!(!text.contains(absent), "{absent}: {text}");
    }
    assert_eq!(words_of(&pdf).last().unwrap().page, 1);
}

#[test]
fn a_cell_of_sixty_with_forty_remarks_keeps_every_word() {
    let text = text_of(&printed(&Content::Minutes(story::large_minutes().into())));
    for n in 1..=40 {
        assert!(text.contains(&format!("Ý kiến thứ {n}: nhất trí với báo cáo;")), "remark {n}");
    }
    in_order(
        &text,
        &["Chuyên đề: Nâng cao chất lượng", "Phần sinh hoạt thường kỳ", "Phần sinh hoạt chuyên đề"],
    );
}

#[test]
fn invitations_agendas_and_rolls_say_what_is_needed() {
    let invitation = text_of(&printed(&Content::Invitation(story::invitation().into())));
    in_order(
        &invitation,
        &[
            "Số 09-GM/CB",
            "GIẤY MỜI",
            "Kính gửi: đồng chí Lý Thành Nam",
            "19 giờ 30, thứ Năm, ngày 05 tháng 11 năm 2026",
        ],
    );
    assert!(invitation.contains("- Như trên,") && invitation.contains("- Lưu Chi bộ."));
    let agenda = text_of(&printed(&Content::Agenda(story::agenda().into())));
    in_order(&agenda, &["CHƯƠNG TRÌNH", "19:30 - 19:40", "20:50 - 21:10", "100 phút"]);
    assert!(!agenda.contains("Nơi nhận"));
    let roll = text_of(&printed(&Content::Roll(story::roll(22).into())));
    let sections = [
        "I- MỞ ĐẦU",
        "II- ĐIỂM DANH",
        "III- NỘI DUNG",
        "IV- NHIỆM VỤ ĐẾN KỲ BÁO CÁO",
        "V- Ý KIẾN PHÁT BIỂU",
        "VI- BIỂU QUYẾT",
        "VII- NHIỆM VỤ ĐƯỢC PHÂN CÔNG",
        "VIII- KẾT THÚC",
    ];
    in_order(&roll, &sections);
}

#[rstest]
#[case(Spelling::OnU, "Đảng ủy", "chi ủy")]
#[case(Spelling::OnY, "Đảng ủy", "chi uỷ")]
fn fixed_words_are_spelt_as_the_committee_spells_but_names_are_left(
    #[case] spelling: Spelling,
    #[case] typed: &str,
    #[case] fixed: &str,
) {
    let mut layout = story::layout();
    layout.spelling = spelling;
    let mut minutes = story::minutes();
    minutes.sitting.kind = nennep_domain::meetings::MeetingKind::CellCommittee;
    let text = text_of(&printed_in(&Content::Minutes(minutes.into()), &layout));
    assert!(text.contains(&format!("họp {fixed} tháng 11")), "{text}");
    assert!(text.contains(&format!("Ủy viên Ban Thường vụ {typed} phường")));
}

#[test]
fn the_committees_settings_change_the_paper() {
    let mut layout = story::layout();
    let italic_ground = |layout: &Layout| match &compose(&resolution(), layout).blocks[0] {
        Block::Text { runs, .. } => runs[0].italic,
        other => panic!("{other:?}"),
    };
    assert!(italic_ground(&layout));
    layout.grounds = Grounds::Upright;
    assert!(!italic_ground(&layout));
    let bold_title = |layout: &Layout| compose(&resolution(), layout).foot.signatures[0].bold_title;
    assert!(!bold_title(&layout));
    layout.bold_signature_title = true;
    assert!(bold_title(&layout));
    layout.signed_for = "T/M CHI ỦY".into();
    let text = text_of(&printed_in(&resolution(), &layout));
    assert!(text.contains("T/M CHI ỦY BÍ THƯ") && !text.contains("T/M CHI BỘ"), "{text}");
}

#[test]
fn marks_stand_in_the_head() {
    let mut content = story::resolution();
    content.letterhead = Letterhead {
        marks: vec![
            Mark::Draft(Some(2)),
            Mark::Urgency(Urgency::Express),
            Mark::Circulation("Lưu hành nội bộ".into()),
        ],
        number: content
            .letterhead
            .number
            .map(|number| nennep_domain::papers::Number { number: None, ..number }),
        ..content.letterhead
    };
    let text = text_of(&printed(&Content::Resolution(content.into())));
    for piece in ["Số …-NQ/CB", "Dự thảo lần 2", "HỎA TỐC", "Lưu hành nội bộ"] {
        assert!(text.contains(piece), "{piece}: {text}");
    }
}

#[test]
fn the_same_paper_is_the_same_file_whatever_was_printed_between() {
    let contents: Vec<Content> = vec![
        Content::Minutes(story::minutes().into()),
        resolution(),
        Content::Attendance(story::attendance(22, true).into()),
    ];
    let first: Vec<_> = contents.iter().map(printed).collect();
    for (content, first) in contents.iter().zip(&first).rev() {
        assert!(&printed(content) == first, "{:?} differs", content.paper_type());
    }
}

#[test]
fn every_type_of_paper_can_be_printed() {
    for paper_type in PaperType::ALL {
        let content = match paper_type {
            PaperType::Minutes => Content::Minutes(story::minutes().into()),
            PaperType::Resolution => resolution(),
            PaperType::Invitation => Content::Invitation(story::invitation().into()),
            PaperType::Attendance => Content::Attendance(story::attendance(22, false).into()),
            PaperType::Agenda => Content::Agenda(story::agenda().into()),
            PaperType::Roll => Content::Roll(story::roll(22).into()),
        };
        assert_eq!(content.paper_type(), *paper_type);
        let text = text_of(&printed(&content));
        assert!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM"), "{paper_type}");
        // A brace left over is a word of the form that nobody filled in.
        assert!(!text.contains('{') && !text.contains('}'), "{paper_type}: {text}");
    }
}
