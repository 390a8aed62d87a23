//! Heads of member registers are found below titles, in one, two and three rows, in the many ways they are written.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod tables;

use nennep_domain::{
    members::register::{Field, find, recognise},
    sheets::{Heard, Mapping},
};
use rstest::rstest;
use tables::sheet;

fn alone(text: &str) -> Option<Field> {
    recognise(&Heard { group: "", text, siblings: &[], place: 0, width: 1 }).map(|(field, _)| field)
}

#[rstest]
#[case(Field::Ordinal, &["STT", "TT", "Số TT", "Số thứ tự"])]
#[case(Field::FullName, &["Họ và tên", "HỌ VÀ TÊN", "Ho va ten", "Họ tên", "Họ và tên đảng viên", "Họ, tên", "Họ và tên (chữ in hoa)", "Họ tên ĐV"])]
#[case(Field::FamilyName, &["Họ đệm", "Họ và tên đệm", "Ho dem", "Họ lót"])]
#[case(Field::GivenName, &["Tên", "TEN"])]
#[case(Field::BornOn, &["Ngày sinh", "NS", "Năm sinh", "Ngày, tháng, năm sinh", "Ngay sinh", "NGÀY THÁNG NĂM SINH", "Ngày/tháng/năm sinh", "Sinh ngày", "Ngày sinh (dd/mm/yyyy)"])]
#[case(Field::Sex, &["Giới tính", "Gioi tinh", "Nam/Nữ", "Nam, nữ", "Phái"])]
#[case(Field::Male, &["Nam", "NAM"])]
#[case(Field::Female, &["Nữ", "Nu"])]
#[case(Field::Ethnicity, &["Dân tộc", "DT", "Dan toc"])]
#[case(Field::Religion, &["Tôn giáo", "Ton giao"])]
#[case(Field::HomePlace, &["Quê quán", "Que quan", "Nguyên quán"])]
#[case(Field::Residence, &["Nơi ở", "Nơi ở hiện nay", "Chỗ ở", "Địa chỉ thường trú", "Hộ khẩu thường trú"])]
#[case(Field::CardNumber, &["Số thẻ", "Số thẻ ĐV", "Số thẻ đảng viên", "So the DV", "Thẻ Đảng", "Số thẻ đảng viên mới"])]
#[case(Field::IdentityNumber, &["CCCD", "CMND", "Số CCCD", "CMND/CCCD", "Số định danh cá nhân", "Số CMND/CCCD/định danh", "Căn cước công dân"])]
#[case(Field::AdmittedOn, &["Ngày vào Đảng", "Ngày KN", "Ngày kết nạp", "NVĐ", "Ngay vao dang", "Ngày vào ĐCSVN", "Ngày kết nạp Đảng"])]
#[case(Field::OfficialOn, &["Ngày chính thức", "Ngày CT", "Ngày công nhận chính thức", "Ngày vào Đảng chính thức", "Ngay chinh thuc"])]
#[case(Field::AdmittedAndOfficialOn, &["Ngày vào Đảng, ngày chính thức", "Ngày vào Đảng/Chính thức", "Ngày vào Đảng\nChính thức", "Ngày kết nạp; ngày chính thức"])]
#[case(Field::CardCvBadge, &["Số thẻ, số lý lịch, số huy hiệu", "Số thẻ ĐV/Số LL/Số HH Đảng"])]
#[case(Field::SexEthnicityReligion, &["Nam, nữ; dân tộc; tôn giáo", "Giới tính, dân tộc, tôn giáo", "Dân tộc, tôn giáo"])]
#[case(Field::NameAndBirth, &["Họ và tên, ngày sinh", "Họ tên và ngày tháng năm sinh"])]
#[case(Field::Education, &["Trình độ", "Trình độ học vấn, chuyên môn, lý luận chính trị, ngoại ngữ"])]
#[case(Field::Schooling, &["Trình độ văn hóa", "Trình độ văn hoá", "Học vấn", "GDPT"])]
#[case(Field::Profession, &["Trình độ chuyên môn", "Chuyên môn nghiệp vụ", "Trình độ CM"])]
#[case(Field::PoliticalTheory, &["Lý luận chính trị", "LLCT", "Trình độ LLCT", "Trình độ lí luận chính trị"])]
#[case(Field::OccupationBefore, &["Nghề nghiệp trước khi vào Đảng", "Nghề nghiệp khi vào Đảng"])]
#[case(Field::Occupation, &["Nghề nghiệp", "Nghề nghiệp hiện nay", "Đơn vị công tác", "Nơi công tác hiện nay"])]
#[case(Field::OccupationBeforeAndNow, &["Nghề nghiệp trước khi vào Đảng, hiện nay"])]
#[case(Field::Service, &["Là bộ đội, công an, hưu trí"])]
#[case(Field::Status, &["Tình trạng", "Loại đảng viên", "Chính thức/Dự bị", "Đảng viên (chính thức, dự bị)"])]
#[case(Field::OfficialMark, &["Chính thức", "ĐV chính thức"])]
#[case(Field::ProbationaryMark, &["Dự bị"])]
#[case(Field::ExemptMark, &["Miễn sinh hoạt", "Miễn công tác và sinh hoạt Đảng", "Miễn CT, SH"])]
#[case(Field::CellName, &["Chi bộ", "Tên chi bộ", "Chi bộ sinh hoạt"])]
#[case(Field::CellCode, &["Mã chi bộ", "Mã CB", "Ma chi bo"])]
#[case(Field::Position, &["Chức vụ", "Chức vụ Đảng", "Chức vụ trong Đảng"])]
#[case(Field::MovedOut, &["Chuyển đi", "Chuyển đi: ngày, nơi chuyển"])]
#[case(Field::MovedIn, &["Chuyển đến", "Chuyển đến: ngày, nơi đi"])]
#[case(Field::Deceased, &["Từ trần", "Ngày từ trần"])]
#[case(Field::LeftParty, &["Ra khỏi Đảng: ngày, hình thức", "Ra Đảng"])]
#[case(Field::Phone, &["Điện thoại", "SĐT", "Số điện thoại", "ĐT", "Số ĐT"])]
#[case(Field::Email, &["Email", "E-mail", "Thư điện tử"])]
#[case(Field::Note, &["Ghi chú", "Ghi chu"])]
fn headings_are_known_in_their_spellings(#[case] field: Field, #[case] spellings: &[&str]) {
    for text in spellings {
        assert_eq!(alone(text), Some(field), "{text}");
    }
}

#[rstest]
#[case("Ngày cấp CCCD")]
#[case("Nơi sinh")]
#[case("Tuổi Đảng")]
#[case("Năm")]
#[case("Xếp loại năm 2025")]
#[case("Người giới thiệu")]
#[case("Nguyễn Văn An")]
#[case("DANH SÁCH CÁN BỘ")]
fn other_headings_are_left_to_a_person(#[case] text: &str) {
    assert_eq!(alone(text), None, "{text}");
}

fn fields(mapping: &Mapping<Field>) -> Vec<(u32, &'static str)> {
    mapping.columns.iter().filter_map(|column| Some((column.index, column.field?.as_str()))).collect()
}

#[test]
fn the_head_is_found_below_title_lines() {
    let table = sheet(
        "ĐẢNG BỘ PHƯỜNG NGUYỆT HỒ=7×1\n\
         DANH SÁCH ĐẢNG VIÊN, THÁNG 11/2026=7×1\n\
         \n\
         STT|Họ và tên|Ngày sinh|Giới tính|Ngày vào Đảng|Xếp loại 2025|\n\
         1|Nguyễn Văn An|05/11/1980|Nam|01/02/2005|Tốt|x",
    );
    let mapping = find(&table).unwrap();
    assert_eq!((mapping.top, mapping.bottom), (3, 3));
    assert_eq!(
        fields(&mapping),
        [(0, "ordinal"), (1, "full_name"), (2, "born_on"), (3, "sex"), (4, "admitted_on")]
    );
    let unknown: Vec<_> = mapping.unknown().map(|column| mapping.label(column.index)).collect();
    assert_eq!(unknown, ["F (Xếp loại 2025)"]);
    // A column without a heading but with values can be mapped by hand, too.
    assert_eq!(mapping.columns.last().map(|column| column.index), Some(6));
}

#[test]
fn two_rows_with_joined_headings_are_read_as_one_head() {
    let table = sheet(
        "DANH SÁCH ĐẢNG VIÊN CHI BỘ=8×1\n\
         TT=1×2|Họ và tên=1×2|Ngày tháng năm sinh=2×1||Ngày vào Đảng=2×1||Trình độ=2×1|\n\
         ||Nam|Nữ|Dự bị|Chính thức|Chuyên môn|LLCT\n\
         1|Trần Thị Bình||12/5/1979|3/2/2004|3/2/2005|Đại học|Trung cấp",
    );
    let mapping = find(&table).unwrap();
    assert_eq!((mapping.top, mapping.bottom), (1, 2));
    let expected = [
        (0, "ordinal"),
        (1, "full_name"),
        (2, "born_on_male"),
        (3, "born_on_female"),
        (4, "admitted_on"),
        (5, "official_on"),
        (6, "profession"),
        (7, "political_theory"),
    ];
    assert_eq!(fields(&mapping), expected);
    assert_eq!(mapping.label(2), "C (Ngày tháng năm sinh / Nam)");
}

#[test]
fn two_rows_without_joined_cells_are_read_as_one_head() {
    let table = sheet(
        "TT|Họ và tên|Giới tính||Ngày vào Đảng||Ghi chú\n\
         ||Nam|Nữ|Dự bị|Chính thức|\n\
         1|Trần Thị Bình||x|3/2/2004|3/2/2005|",
    );
    let mapping = find(&table).unwrap();
    assert_eq!((mapping.top, mapping.bottom), (0, 1));
    let expected = [
        (0, "ordinal"),
        (1, "full_name"),
        (2, "male"),
        (3, "female"),
        (4, "admitted_on"),
        (5, "official_on"),
        (6, "note"),
    ];
    assert_eq!(fields(&mapping), expected);
}

#[test]
fn a_birth_date_in_three_columns_is_not_taken_for_men() {
    for year in ["Năm", "NAM"] {
        let table =
            sheet(&format!("Họ và tên=1×2|Ngày sinh=3×1||\n|Ngày|Tháng|{year}\nNguyễn Văn An|5|11|1980"));
        let mapping = find(&table).unwrap();
        let expected = [(0, "full_name"), (1, "born_day"), (2, "born_month"), (3, "born_year")];
        assert_eq!(fields(&mapping), expected);
    }
}

#[test]
fn a_name_joined_over_two_columns_is_family_and_given_name() {
    let table = sheet("STT|Họ và tên=2×1||Ngày sinh\n1|Nguyễn Văn|An|1980");
    let mapping = find(&table).unwrap();
    assert_eq!(fields(&mapping), [(0, "ordinal"), (1, "family_name"), (2, "given_name"), (3, "born_on")]);
}

#[test]
fn the_fourteen_columns_of_the_official_register_are_known() {
    let table = sheet(
        "Mẫu 7-HSĐV\n\
         Số TT|Họ và tên|Nam, nữ, dân tộc, tôn giáo|Quê quán|Trình độ học vấn, chuyên môn, LLCT|Nghề nghiệp trước khi vào Đảng, hiện nay|Ngày vào Đảng, chính thức|Số thẻ, số lý lịch, số huy hiệu Đảng|Bộ đội, công an, hưu trí|Chuyển đi (ngày, nơi chuyển)|Chuyển đến (ngày, nơi đi)|Từ trần (ngày)|Ra khỏi Đảng (ngày, hình thức)|Ghi chú\n\
         1|2|3|4|5|6|7|8|9|10|11|12|13|14",
    );
    let mapping = find(&table).unwrap();
    let found: Vec<_> = fields(&mapping).into_iter().map(|(_, field)| field).collect();
    let expected = [
        "ordinal",
        "full_name",
        "sex_ethnicity_religion",
        "home_place",
        "education",
        "occupation_before_and_now",
        "admitted_and_official_on",
        "card_cv_badge",
        "service",
        "moved_out",
        "moved_in",
        "deceased",
        "left_party",
        "note",
    ];
    assert_eq!(found, expected);
}

#[test]
fn of_two_columns_for_one_field_the_plainer_heading_is_taken() {
    let table = sheet(
        "Họ và tên|Địa chỉ thường trú|Nơi ở hiện nay|Ngày sinh\nNguyễn Văn An|Xã Đoài|Phường Nguyệt Hồ|1980",
    );
    let mapping = find(&table).unwrap();
    assert_eq!(mapping.of(Field::Residence), Some(2));
    assert_eq!(mapping.unknown().count(), 1);
}

#[test]
fn a_mapping_is_changed_by_hand() {
    let table = sheet("Họ và tên|Ngày sinh|Dấu|Chi bộ\nNguyễn Văn An|1980|Nam|Chi bộ 5");
    let mut mapping = find(&table).unwrap();
    mapping.set(2, Some(Field::Sex));
    mapping.set(3, None);
    mapping.set(99, Some(Field::Note));
    assert_eq!(fields(&mapping), [(0, "full_name"), (1, "born_on"), (2, "sex")]);
    mapping.set(3, Some(Field::Sex));
    assert_eq!(mapping.doubled().map(|column| column.index).collect::<Vec<_>>(), [3]);
}

#[rstest]
#[case("")]
#[case("một|hai|ba\n1|2|3")]
#[case("Ngày sinh|Giới tính\n1980|Nam")]
fn other_tables_have_no_head(#[case] text: &str) {
    assert!(find(&sheet(text)).is_none());
}
