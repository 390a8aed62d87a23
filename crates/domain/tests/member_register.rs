//! Lines of member registers: what is read, what is refused with place and remedy, what is passed over.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod tables;

use nennep_domain::{
    accounts::Office,
    members::{Leaving, MemberGrade, Sex, StandingState, register::CellReference},
    sheets::{Cell, DateSystem},
};
use rstest::rstest;
use tables::{members, sheet, short};

fn problems(head: &str, line: &str) -> Vec<String> {
    let register = members(&sheet(&format!("{head}\n{line}")));
    register.lines.iter().flat_map(|line| short(&line.problems)).collect()
}

#[test]
fn a_plain_line_is_read_whole() {
    let register = members(&sheet(
        "STT|Họ và tên|Ngày sinh|Giới tính|Số thẻ ĐV|CCCD|Dân tộc|Tôn giáo|Quê quán|Nơi ở|Ngày vào Đảng|Ngày chính thức|Chức vụ|Mã chi bộ|SĐT|Email|Ghi chú\n\
         1|NGUYỄN VĂN AN|5-11-80|Nam|00123456|001080012345|Kinh|Không|Xã Đoài|Số 5 ngõ 3|03/02/2005|03/02/2006|Bí thư|38.168.053.000.001|0912 345 678|an@example.vn|-",
    ));
    let line = &register.lines[0];
    assert_eq!(line.problems, []);
    let profile = &line.row.profile;
    assert_eq!(profile.full_name, "Nguyễn Văn An");
    assert_eq!(profile.born_on.map(|date| date.to_string()).as_deref(), Some("05/11/1980"));
    assert_eq!(profile.sex, Some(Sex::Male));
    assert_eq!(
        (profile.card_number.as_str(), profile.identity_number.as_str()),
        ("00123456", "001080012345")
    );
    assert_eq!((profile.ethnicity.as_str(), profile.religion.as_str()), ("Kinh", "Không"));
    assert_eq!(profile.admitted_on.map(|date| date.to_string()).as_deref(), Some("03/02/2005"));
    assert_eq!(profile.official_on.map(|date| date.to_string()).as_deref(), Some("03/02/2006"));
    assert_eq!(profile.phone, "0912345678");
    assert_eq!(profile.note, "");
    assert_eq!(line.row.number, 2);
    assert_eq!(line.row.grade, Some(MemberGrade::Official));
    assert_eq!(line.row.office, Some(Office::Secretary));
    assert_eq!(line.row.cell, CellReference::Code("38.168.053.000.001".to_owned()));
}

#[test]
fn the_official_register_of_fourteen_columns_is_split() {
    let register = members(&sheet(
        "Số TT|Họ và tên|Nam, nữ, dân tộc, tôn giáo|Quê quán|Trình độ học vấn, chuyên môn, LLCT|Nghề nghiệp trước khi vào Đảng, hiện nay|Ngày vào Đảng, chính thức|Số thẻ, số lý lịch, số huy hiệu Đảng|Bộ đội, công an, hưu trí|Chuyển đi (ngày, nơi chuyển)|Chuyển đến (ngày, nơi đi)|Từ trần (ngày)|Ra khỏi Đảng (ngày, hình thức)|Ghi chú\n\
         1|2|3|4|5|6|7|8|9|10|11|12|13|14\n\
         1|LÊ THỊ CÚC|Nữ⏎Tày⏎Không|Xã Đoài|10/10⏎Đại học Sư phạm⏎Trung cấp LLCT|Làm ruộng⏎Giáo viên|19/5/1985⏎19/5/1986|38012345⏎0012⏎4021|Hưu trí||01/07/2015 từ xã Đông||||\n\
         2|PHẠM VĂN DẦN|Nam⏎Kinh⏎Không|Xã Đoài|7/10|Bộ đội|02/09/1968⏎02/09/1969|38000001⏎0001⏎1|||| 12/08/2024||\n\
         3|HOÀNG VĂN EM|Nam⏎Kinh⏎Không|Xã Đoài|12/12|Công nhân|03/02/2015⏎03/02/2016|38000003|||||20/10/2025, xóa tên|",
    ));
    assert_eq!(register.passed_over, [2]);
    let problems: Vec<_> = register.lines.iter().flat_map(|line| short(&line.problems)).collect();
    assert_eq!(problems, Vec::<String>::new());
    let cuc = &register.lines[0].row;
    assert_eq!(cuc.profile.sex, Some(Sex::Female));
    assert_eq!((cuc.profile.ethnicity.as_str(), cuc.profile.religion.as_str()), ("Tày", "Không"));
    assert_eq!(
        (cuc.profile.schooling.as_str(), cuc.profile.profession.as_str()),
        ("10/10", "Đại học Sư phạm")
    );
    assert_eq!(cuc.profile.political_theory, "Trung cấp LLCT");
    assert_eq!(
        (cuc.profile.occupation_before.as_str(), cuc.profile.occupation.as_str()),
        ("Làm ruộng", "Giáo viên")
    );
    assert_eq!(cuc.profile.admitted_on.map(|date| date.to_string()).as_deref(), Some("19/05/1985"));
    assert_eq!(cuc.profile.official_on.map(|date| date.to_string()).as_deref(), Some("19/05/1986"));
    let numbers = (&*cuc.profile.card_number, &*cuc.profile.cv_number, &*cuc.profile.badge_number);
    assert_eq!(numbers, ("38012345", "0012", "4021"));
    assert_eq!(cuc.since.map(|date| date.to_string()).as_deref(), Some("01/07/2015"));
    assert_eq!(cuc.profile.note, "01/07/2015 từ xã Đông");
    let dan = register.lines[1].row.departure.unwrap();
    assert_eq!((dan.leaving, dan.on.to_string().as_str()), (Leaving::Deceased, "12/08/2024"));
    let em = register.lines[2].row.departure.unwrap();
    assert_eq!((em.leaving, em.on.to_string().as_str()), (Leaving::Removed, "20/10/2025"));
}

#[rstest]
#[case("29/2/2023", "import-date-not-in-calendar")]
#[case("31/4/1980", "import-date-not-in-calendar")]
#[case("11/25/1980", "import-date-month-first")]
#[case("6/11/2026", "import-date-future")]
#[case("hôm nọ", "import-date-unreadable")]
fn bad_dates_name_their_row_and_column(#[case] written: &str, #[case] reason: &str) {
    let found = problems("STT|Họ và tên|Ngày sinh", &format!("1|Nguyễn Văn An|{written}"));
    assert_eq!(found, [format!("2 C (Ngày sinh): {reason}")]);
}

#[rstest]
#[case("05/11/1990|01/02/1985|", "2 B (Ngày sinh): import-born-after-admission")]
#[case("05/11/1990|31/10/2008|", "2 C (Ngày vào Đảng): import-admitted-too-young")]
#[case("05/11/1980|01/02/2005|01/02/2004", "2 D (Ngày chính thức): import-official-before-admission")]
fn dates_must_fit_each_other(#[case] dates: &str, #[case] expected: &str) {
    let head = "Họ và tên|Ngày sinh|Ngày vào Đảng|Ngày chính thức";
    assert_eq!(problems(head, &format!("Nguyễn Văn An|{dates}")), [expected]);
}

#[rstest]
#[case("20/11/1990|05/11/2008|")]
#[case("1990|2008|")]
#[case("11/1990|2008|2009")]
#[case("05/11/1980|01/02/2005|2005")]
fn dates_not_known_to_the_day_are_given_the_benefit(#[case] dates: &str) {
    let head = "Họ và tên|Ngày sinh|Ngày vào Đảng|Ngày chính thức";
    assert_eq!(problems(head, &format!("Nguyễn Văn An|{dates}")), Vec::<String>::new());
}

#[test]
fn the_least_age_names_its_rule() {
    let register = members(&sheet("Họ và tên|Ngày sinh|Ngày vào Đảng\nNguyễn Văn An|1/1/2010|1/1/2025"));
    let arguments = &register.lines[0].problems[0].reason.arguments;
    assert!(arguments.contains(&("years", 18i16.into())));
    assert!(arguments.contains(&("document", "Điều lệ Đảng".into())));
    assert!(arguments.contains(&("article", "Điều 1".into())));
}

#[test]
fn all_problems_of_a_line_show_at_once() {
    let found = problems(
        "Họ và tên|Ngày sinh|Giới tính|Số thẻ|CCCD|SĐT|Email|Tình trạng",
        "Nguyễn 5|31/2/1980|không rõ|12AB|123|99|an|Vắng",
    );
    let expected = [
        "2 A (Họ và tên): import-name-digits",
        "2 C (Giới tính): import-sex-unknown",
        "2 B (Ngày sinh): import-date-not-in-calendar",
        "2 D (Số thẻ): import-card-signs",
        "2 E (CCCD): import-identity-length",
        "2 F (SĐT): import-phone",
        "2 G (Email): import-email",
        "2 H (Tình trạng): import-status-unknown",
    ];
    assert_eq!(found, expected);
}

#[test]
fn ticks_give_the_sex_and_two_ticks_are_refused() {
    let register = members(&sheet(
        "Họ và tên=1×2|Giới tính=2×1|\n|Nam|Nữ\nNguyễn Văn An|x|\nTrần Thị Bình||✓\nLê Ba|X|1\nLê Tư|có lẽ|",
    ));
    let sexes: Vec<_> = register.lines.iter().map(|line| line.row.profile.sex).collect();
    assert_eq!(sexes[..2], [Some(Sex::Male), Some(Sex::Female)]);
    assert_eq!(short(&register.lines[2].problems), ["5 B (Giới tính / Nam): import-sex-both"]);
    assert_eq!(short(&register.lines[3].problems), ["6 B (Giới tính / Nam): import-tick-unknown"]);
}

#[test]
fn a_birth_date_under_a_sex_gives_both() {
    let register = members(&sheet(
        "Họ và tên=1×2|Ngày tháng năm sinh=2×1|\n|Nam|Nữ\nNguyễn Văn An|05/11/1980|\nTrần Thị Bình||12/1979\nLê Ba|1980|1981",
    ));
    let read: Vec<_> =
        register.lines.iter().map(|line| (line.row.profile.sex, line.row.profile.born_on)).collect();
    assert_eq!(read[0].0, Some(Sex::Male));
    assert_eq!(read[1].0, Some(Sex::Female));
    assert_eq!(read[1].1.map(|date| date.to_string()).as_deref(), Some("12/1979"));
    assert_eq!(short(&register.lines[2].problems), ["5 C (Ngày tháng năm sinh / Nữ): import-sex-both"]);
}

#[test]
fn serial_numbers_errors_and_numbers_are_read_from_cells() {
    let mut table = sheet("Họ và tên|Ngày sinh|CCCD|SĐT|Số thẻ\nNguyễn Văn An||||");
    table.rows[1] = vec![
        Cell::Text("Nguyễn Văn An".to_owned()),
        Cell::Number(29_530.0),
        Cell::Number(1_080_012_345.0),
        Cell::Number(912_345_678.0),
        Cell::Error("#REF!".to_owned()),
    ];
    let register = members(&table);
    let profile = &register.lines[0].row.profile;
    assert_eq!(profile.born_on.map(|date| date.to_string()).as_deref(), Some("05/11/1980"));
    assert_eq!((&*profile.identity_number, &*profile.phone), ("001080012345", "0912345678"));
    assert_eq!(short(&register.lines[0].problems), ["2 E (Số thẻ): import-formula-error"]);
    table.dates = DateSystem::From1904;
    let later = members(&table).lines[0].row.profile.born_on;
    assert_eq!(later.map(|date| date.to_string()).as_deref(), Some("06/11/1984"));
}

#[test]
fn section_lines_name_the_cell_and_totals_end_the_table() {
    let register = members(&sheet(
        "CHI BỘ TỔ DÂN PHỐ SỐ 9=4×1\n\
         STT|Họ và tên|Ngày sinh|Số thẻ\n\
         1|Nguyễn Văn An|1980|38000001\n\
         I. CHI BỘ TỔ DÂN PHỐ SỐ 5 (2 đồng chí)=4×1|||\n\
         1|Trần Thị Bình|1979|38000002\n\
         STT|Họ và tên|Ngày sinh|Số thẻ\n\
         2|Lê Ba|1978|38000003\n\
         |Tổng cộng: 3||\n\
         ||Nguyệt Hồ, ngày 05 tháng 11 năm 2026|\n\
         |NGƯỜI LẬP||BÍ THƯ\n\
         |Vũ Thị Lập||Đỗ Văn Thư",
    ));
    let read: Vec<_> = register.lines.iter().map(|line| (line.row.number, line.row.cell.clone())).collect();
    let section = || CellReference::Section("CHI BỘ TỔ DÂN PHỐ SỐ 5".to_owned());
    let title = CellReference::Title("CHI BỘ TỔ DÂN PHỐ SỐ 9".to_owned());
    assert_eq!(read, [(3, title), (5, section()), (7, section())]);
    assert_eq!(register.passed_over, [4, 6, 8, 9, 10, 11]);
}

#[test]
fn a_cell_written_once_beside_its_members_counts_for_all() {
    let register = members(&sheet(
        "Chi bộ|Họ và tên|Ngày sinh\nChi bộ Tổ dân phố 1=1×2|Nguyễn Văn An|1980\n|Trần Thị Bình|1979\nChi bộ 2|Lê Ba|1978",
    ));
    let cells: Vec<_> = register.lines.iter().map(|line| line.row.cell.text().to_owned()).collect();
    assert_eq!(cells, ["Chi bộ Tổ dân phố 1", "Chi bộ Tổ dân phố 1", "Chi bộ 2"]);
}

#[test]
fn a_line_whose_name_was_forgotten_is_refused_not_lost() {
    let found = problems("STT|Họ và tên|Ngày sinh|Giới tính|Số thẻ", "1||05/11/1980|Nam|38000001");
    assert_eq!(found, ["2 B (Họ và tên): import-name-missing"]);
}

#[rstest]
#[case("x|", Some(MemberGrade::Official))]
#[case("|x", Some(MemberGrade::Probationary))]
#[case("03/02/2006|03/02/2005", Some(MemberGrade::Official))]
#[case("|03/02/2026", Some(MemberGrade::Probationary))]
#[case("|", None)]
fn official_and_probationary_are_told_by_ticks_or_dates(
    #[case] marks: &str,
    #[case] expected: Option<MemberGrade>,
) {
    let register = members(&sheet(&format!("Họ và tên|Chính thức|Dự bị\nNguyễn Văn An|{marks}")));
    assert_eq!(register.lines[0].problems, []);
    assert_eq!(register.lines[0].row.grade, expected);
}

#[rstest]
#[case("Chính thức", "", Some(MemberGrade::Official), None)]
#[case("Dự bị", "", Some(MemberGrade::Probationary), None)]
#[case("", "x", None, Some(StandingState::Exempt))]
#[case("Chính thức, miễn sinh hoạt", "", Some(MemberGrade::Official), Some(StandingState::Exempt))]
#[case("", "Miễn từ 01/2024", None, Some(StandingState::Exempt))]
fn status_is_told_by_words(
    #[case] status: &str,
    #[case] exempt: &str,
    #[case] grade: Option<MemberGrade>,
    #[case] state: Option<StandingState>,
) {
    let register =
        members(&sheet(&format!("Họ và tên|Tình trạng|Miễn sinh hoạt\nNguyễn Văn An|{status}|{exempt}")));
    assert_eq!(register.lines[0].problems, []);
    assert_eq!((register.lines[0].row.grade, register.lines[0].row.state), (grade, state));
}

#[rstest]
#[case("Dự bị|03/02/2006|", "import-status-against-date")]
#[case("Từ trần||", "import-leaving-without-date")]
#[case("||lý do khác", "import-leaving-unknown")]
fn standings_that_cannot_be_are_refused(#[case] line: &str, #[case] reason: &str) {
    let found =
        problems("Họ và tên|Tình trạng|Ngày chính thức|Ra khỏi Đảng", &format!("Nguyễn Văn An|{line}"));
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].ends_with(reason), "{found:?}");
}

#[test]
fn two_digit_years_of_birth_are_of_grown_people() {
    let register = members(&sheet(
        "Họ và tên|Ngày sinh|Ngày vào Đảng\nNguyễn Văn An|5-11-25|3/2/50\nLê Ba|5-11-05|3/2/25",
    ));
    let read: Vec<_> = register
        .lines
        .iter()
        .map(|line| {
            (line.row.profile.born_on.unwrap().to_string(), line.row.profile.admitted_on.unwrap().to_string())
        })
        .collect();
    let own = |born: &str, admitted: &str| (born.to_owned(), admitted.to_owned());
    assert_eq!(read, [own("05/11/1925", "03/02/1950"), own("05/11/2005", "03/02/2025")]);
}
