//! Papers of a candidate's way to admission: what is known stands in them, what is not is left to be written by hand.

use jiff::civil::date;
use nennep_documents::papers::{compose_candidate, compose_probation, docx, pdf};
use nennep_domain::{
    members::Sex,
    papers::{
        CandidatePaper, InPaper, Introduction, Letterhead, NamedCandidate, OpinionGiven, OpinionSummary,
        ProbationPaper, ProbationPaperType, Proposal, RollFigures, Signatory, SigningOffice, Vote,
    },
    recruiting::Schooling,
};

use crate::{read::text_of, story};

fn person(body: bool) -> InPaper {
    let letterhead = story::letterhead(body.then_some("NQ"), 11);
    let letterhead = if body {
        letterhead
    } else {
        Letterhead { superior: String::new(), body: String::new(), date: None, ..letterhead }
    };
    InPaper {
        letterhead,
        year: 2026,
        cell: "Chi bộ Tổ dân phố số 5".to_owned(),
        committee: "Đảng ủy phường An Bình".to_owned(),
        candidate: NamedCandidate {
            name: "Đinh Thị Ưu Tú".to_owned(),
            sex: Sex::Female,
            born_on: date(1995, 2, 3),
            workplace: "Trường THCS An Bình".to_owned(),
            residence: String::new(),
            schooling: Schooling::University,
            youth_union: true,
        },
    }
}

/// What a paper says, read back from its PDF; it is drawn as Word too.
fn said(of: &InPaper, paper: &CandidatePaper) -> String {
    let composed = compose_candidate(of, paper, &story::layout());
    assert!(docx(&composed, story::moment()).unwrap().starts_with(b"PK"));
    text_of(&pdf(&composed, story::moment()).unwrap().bytes)
}

fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for piece in wanted {
        rest = rest.split_once(piece).unwrap_or_else(|| panic!("no {piece:?} in its place in: {text}")).1;
    }
}

fn signatory() -> Signatory {
    Signatory { office: SigningOffice::Secretary, name: "Nguyễn Thị Thanh Hà".to_owned() }
}

#[test]
fn an_application_is_the_candidates_own() {
    let text = said(&person(false), &CandidatePaper::Application);
    let wanted = [
        "Mẫu 1-KNĐ",
        "ĐƠN XIN VÀO ĐẢNG",
        "Kính gửi: Chi ủy Chi bộ Tổ dân phố số 5",
        "Đảng ủy phường An Bình",
        "Tôi là: Đinh Thị Ưu Tú (nữ)",
        "Sinh: ngày 03 tháng 02 năm 1995",
        "Quê quán:",
        "Đại học",
        "Đoàn TNCS Hồ Chí Minh",
        "NGƯỜI LÀM ĐƠN",
        "Đinh Thị Ưu Tú",
    ];
    in_order(&text, &wanted);
    assert!(text.contains("ĐẢNG CỘNG SẢN VIỆT NAM") && text.contains("An Bình, ngày …… tháng …… năm 2026"));
    assert!(!text.contains("T/M CHI BỘ") && !text.contains("CỘNG HÒA"));
}

#[test]
fn an_introduction_names_who_answers_for_it_or_leaves_room() {
    let one = Introduction {
        name: "Trần Quốc Bảo".to_owned(),
        together_from: Some(date(2020, 9, 5)),
        introduced_on: Some(date(2026, 9, 20)),
    };
    let text = said(&person(false), &CandidatePaper::Introduction(one));
    in_order(
        &text,
        &[
            "Mẫu 3-KNĐ",
            "GIẤY GIỚI THIỆU NGƯỜI VÀO ĐẢNG",
            "Tôi là: Trần Quốc Bảo",
            "05/9/2020",
            "chịu trách nhiệm trước Đảng",
            "NGƯỜI GIỚI THIỆU",
            "Trần Quốc Bảo",
        ],
    );
    let blank = said(&person(false), &CandidatePaper::Introduction(Introduction::default()));
    assert!(blank.contains("quần chúng Đinh Thị Ưu Tú") && !blank.contains("Trần Quốc Bảo"));
}

#[test]
fn the_summary_of_opinions_is_signed_for_the_cell() {
    let given = OpinionGiven {
        by: "Công đoàn Trường THCS An Bình".to_owned(),
        number: "07-NX/CĐ".to_owned(),
        on: Some(date(2026, 9, 1)),
        text: "Nhất trí giới thiệu".to_owned(),
    };
    let opinions = OpinionSummary {
        associations: given,
        youth_union: Some(OpinionGiven::default()),
        residence: OpinionGiven::default(),
        signatory: Some(signatory()),
    };
    let text = said(&person(true), &CandidatePaper::Opinions(Box::new(opinions)));
    in_order(
        &text,
        &[
            "CHI BỘ TỔ DÂN PHỐ SỐ 5",
            "TỔNG HỢP Ý KIẾN NHẬN XÉT",
            "Công đoàn Trường THCS An Bình",
            "số 07-NX/CĐ, ngày 01/9/2026",
            "Nhất trí giới thiệu.",
            "2. Đoàn TNCS Hồ Chí Minh",
            "3. Chi ủy nơi cư trú",
            "T/M CHI BỘ",
            "BÍ THƯ",
        ],
    );
}

#[test]
fn the_resolution_says_the_vote_or_leaves_room_for_it() {
    let proposal = Proposal {
        held_on: Some(date(2026, 11, 5)),
        members: RollFigures { official: 20, probationary: 2, ..RollFigures::default() },
        introducers: vec!["Trần Quốc Bảo".to_owned(), "Lê Văn Khoa".to_owned()],
        vote: Some(Vote { agreed: 18, base: 20 }),
        signatory: Some(signatory()),
    };
    let text = said(&person(true), &CandidatePaper::Resolution(Box::new(proposal.clone())));
    in_order(
        &text,
        &[
            "Số 11-NQ/CB",
            "NGHỊ QUYẾT",
            "đề nghị kết nạp quần chúng Đinh Thị Ưu Tú vào Đảng",
            "Ngày 05 tháng 11 năm 2026, Chi bộ Tổ dân phố số 5 đã họp",
            "22 đồng chí, trong đó chính thức 20, dự bị 2",
            "Trần Quốc Bảo, Lê Văn Khoa",
            "18/20 đồng chí tán thành, đạt 90%",
            "Đảng ủy phường An Bình xem xét, quyết định kết nạp",
            "T/M CHI BỘ",
        ],
    );
    let open = Proposal { held_on: None, vote: None, ..proposal };
    let text = said(&person(true), &CandidatePaper::Resolution(Box::new(open)));
    assert!(text.contains("Số không tán thành") && !text.contains("18/20"));
}

#[test]
fn a_cv_leaves_room_for_what_the_candidate_writes() {
    let text = said(&person(false), &CandidatePaper::Cv);
    in_order(&text, &["Mẫu 2-KNĐ", "LÝ LỊCH CỦA NGƯỜI XIN VÀO ĐẢNG", "Họ và tên đang dùng: Đinh Thị Ưu Tú"]);
    in_order(&text, &["Sinh: ngày 03 tháng 02 năm 1995", "Quê quán: ", "Trường THCS An Bình", "CAM ĐOAN"]);
    in_order(&text, &["NGƯỜI KHAI LÝ LỊCH", "Đinh Thị Ưu Tú"]);
    assert!(!text.contains("CHI BỘ TỔ DÂN PHỐ SỐ 5"), "what a person writes bears no body's head");
}

fn probation(kind: ProbationPaperType, body: bool) -> ProbationPaper {
    ProbationPaper {
        kind,
        letterhead: person(body).letterhead,
        year: 2026,
        known: vec![
            ("name", "Lê Văn Bền".to_owned()),
            ("cell", "Chi bộ Tổ dân phố số 5".to_owned()),
            ("committee", "Đảng ủy phường An Bình".to_owned()),
            ("ceremony", "20/01/2026".to_owned()),
            ("over", "20/01/2027".to_owned()),
            ("born", String::new()),
            ("helper", "Trần Thị Mai".to_owned()),
            ("vote", "14/20".to_owned()),
        ],
        signatory: Some(signatory()),
        recipients: vec!["Đảng ủy phường An Bình".to_owned()],
    }
}

fn said_of(kind: ProbationPaperType, body: bool) -> String {
    let composed = compose_probation(&probation(kind, body), &story::layout());
    assert!(docx(&composed, story::moment()).unwrap().starts_with(b"PK"));
    text_of(&pdf(&composed, story::moment()).unwrap().bytes)
}

#[test]
fn every_paper_of_a_probation_says_what_is_known_and_leaves_no_name_unfilled() {
    for (kind, label) in ProbationPaperType::ALL.iter().zip(["10", "11", "12", "13", "15", "16"]) {
        let text = said_of(*kind, true);
        assert!(text.contains(&format!("Mẫu {label}-KNĐ")), "{kind}: {text}");
        assert!(text.contains("Lê Văn Bền") && !text.contains('{'), "{kind}: {text}");
    }
}

#[test]
fn the_member_and_the_helper_sign_for_themselves_the_secretary_for_the_cell() {
    in_order(
        &said_of(ProbationPaperType::SelfReview, false),
        &["20/01/2026", "ĐẢNG VIÊN DỰ BỊ", "Lê Văn Bền"],
    );
    let comment = said_of(ProbationPaperType::HelperComment, false);
    in_order(&comment, &["Tôi là: Trần Thị Mai", "NGƯỜI NHẬN XÉT", "Trần Thị Mai"]);
    let resolution = said_of(ProbationPaperType::Resolution, true);
    in_order(&resolution, &["NGHỊ QUYẾT", "tán thành: 14/20", "T/M CHI BỘ", "Nguyễn Thị Thanh Hà"]);
}

#[test]
fn statement_33_the_decision_counts_from_the_day_the_probation_was_over() {
    let decision = said_of(ProbationPaperType::Decision, true);
    in_order(&decision, &["QUYẾT ĐỊNH", "kể từ ngày 20/01/2027", "T/M CẤP ỦY"]);
    assert!(!decision.contains("Nguyễn Thị Thanh Hà"), "the cell's secretary does not sign it");
}
