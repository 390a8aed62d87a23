//! `nennep import` and `nennep export`.

use serde_json::json;

use super::{HEAD, Office};

fn good(office: &Office) -> String {
    office.file("members.csv", format!("{HEAD}Đinh Văn Khôi;05/11/1980;00999001;2005;38.168.000.001\nĐinh Thị Lụa;1980;00999002;2006;38.168.000.002\n"))
}

#[test]
fn a_register_is_looked_at_taken_and_listed() {
    let office = Office::with_organisations();
    let file = good(&office);
    let counted = |added, unchanged| json!({ "rows": 2, "added": added, "changed": 0, "unchanged": unchanged, "refused": 0, "problems": [] });
    assert_eq!(office.json(&["import", "members", &file, "--dry-run"]), (Some(0), counted(2, 0)));
    assert_eq!(office.json(&["members", "list"]), (Some(0), json!([])), "a preview writes nothing");
    assert_eq!(office.json(&["import", "members", &file]), (Some(0), counted(2, 0)));
    assert_eq!(office.json(&["import", "members", &file]), (Some(0), counted(0, 2)));
    let (code, listed) = office.json(&["members", "list", "--cell", "38.168.000.001"]);
    assert_eq!((code, listed.as_array().unwrap().len()), (Some(0), 1));
    assert_eq!(listed[0]["name"], "Đinh Văn Khôi");
    assert_eq!(
        (&listed[0]["born_on"], &listed[0]["card_number"]),
        (&json!("1980-11-05"), &json!("00999001"))
    );
    assert_eq!(
        (&listed[0]["cell_code"], &listed[0]["grade"]),
        (&json!("38.168.000.001"), &json!("official"))
    );
    let (_, organisations) = office.json(&["organisations", "list"]);
    let codes: Vec<_> = organisations.as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["38.168.000", "38.168.000.001", "38.168.000.002"]);
    assert_eq!(organisations[1]["parent"], organisations[0]["id"]);
}

#[test]
fn one_bad_line_refuses_all_and_says_where_and_what_to_do() {
    let office = Office::with_organisations();
    let file = office.file("bad.csv", format!("{HEAD}Đinh Văn Khôi;29/2/2023;00999001;2005;38.168.000.001\nĐinh Thị Lụa;1980;00999002;2006;38.168.000.009\nĐinh Văn Mạnh;1981;00999003;2006;38.168.000.001\n"));
    let (code, answer) = office.json(&["import", "members", &file]);
    assert_eq!(code, Some(1));
    assert_eq!((&answer["rows"], &answer["added"], &answer["refused"]), (&json!(3), &json!(1), &json!(2)));
    assert_eq!(
        answer["problems"][0],
        json!({
            "row": 2,
            "column": "B (Ngày sinh)",
            "value": "29/2/2023",
            "reason": "Không có ngày 29/02/2023 trong lịch.",
            "remedy": "Đối chiếu hồ sơ và ghi lại ngày đúng.",
        })
    );
    assert_eq!(answer["problems"][1]["value"], "38.168.000.009");
    assert_eq!(office.json(&["import", "members", &file, "--dry-run"]), (Some(1), answer));
    assert_eq!(office.json(&["members", "list"]).1, json!([]));
    let said = office.run(&["import", "members", &file]);
    let said = String::from_utf8(said.stdout).unwrap();
    assert!(
        said.contains("Dòng 2, B (Ngày sinh) “29/2/2023”: Không có ngày 29/02/2023 trong lịch."),
        "{said}"
    );
    assert!(said.contains("3 dòng: 1 thêm mới, 0 thay đổi, 0 giữ nguyên, 2 chưa nhập được."), "{said}");
}

#[test]
fn a_file_that_cannot_be_used_is_no_refusal_of_its_lines() {
    let office = Office::with_organisations();
    let files = [
        office.file("empty.csv", ""),
        office.file("nothing.csv", "một\nhai\n"),
        office.file("cut.xlsx", b"PK\x03\x04 but no more"),
        office.file("unknown.csv", "Quý danh;Chào đời\nĐinh Văn Khôi;1980\n"),
        office.path("no such file.csv").display().to_string(),
    ];
    for file in &files {
        for arguments in [&["import", "members", file][..], &["import", "organisations", file, "--json"]] {
            let output = office.run(arguments);
            assert_eq!(output.status.code(), Some(2), "{file}");
            assert!(output.stdout.is_empty() && !output.stderr.is_empty(), "{file}: {output:?}");
        }
    }
    let into = office.run(&["import", "members", &good(&office), "--into", "38.168.000.009"]);
    assert_eq!(into.status.code(), Some(1));
    assert!(
        String::from_utf8(into.stderr).unwrap().contains("Không có tổ chức đảng mang mã 38.168.000.009.")
    );
    let into = office.run(&["import", "members", &good(&office), "--into", "38.168.000"]);
    assert_eq!(into.status.code(), Some(1), "members go into cells");
}

#[test]
fn columns_can_be_mapped_and_cells_named_on_the_command_line() {
    let office = Office::with_organisations();
    let file =
        office.file("own.csv", "Quý danh;Chào đời;Thẻ số;Vào từ\nĐinh Văn Khôi;05/11/1980;00999001;2005\n");
    let mapped = [
        "import",
        "members",
        &file,
        "--into",
        "38.168.000.002",
        "--map",
        "A=full_name",
        "--map",
        "b=born_on",
        "--map",
        "C=card_number",
    ];
    let (code, answer) = office.json(&mapped);
    assert_eq!((code, &answer["added"]), (Some(0), &json!(1)));
    let (_, listed) = office.json(&["members", "list"]);
    assert_eq!(listed[0]["cell"], "Chi bộ Trạm Y tế");
    let nonsense = office.run(&["import", "members", &file, "--map", "A=quý danh"]);
    assert_eq!(nonsense.status.code(), Some(2));
}

#[test]
fn what_is_written_out_comes_back_unchanged() {
    let office = Office::with_organisations();
    assert_eq!(office.run(&["import", "members", &good(&office)]).status.code(), Some(0));
    for name in ["out.xlsx", "out.csv"] {
        for (kind, rows) in [("organisations", 3), ("members", 2)] {
            let out = office.path(name).display().to_string();
            assert_eq!(office.run(&["export", kind, "--out", &out]).status.code(), Some(0));
            let (code, answer) = office.json(&["import", kind, &out]);
            assert_eq!(
                (code, &answer["unchanged"], &answer["rows"]),
                (Some(0), &json!(rows), &json!(rows)),
                "{answer}"
            );
        }
    }
    let cell = office.path("cell.csv").display().to_string();
    assert_eq!(
        office.run(&["export", "members", "--cell", "38.168.000.001", "--out", &cell]).status.code(),
        Some(0)
    );
    let text = std::fs::read_to_string(&cell).unwrap();
    assert!(text.contains("Đinh Văn Khôi") && !text.contains("Đinh Thị Lụa"));
    let other = office.path("out.pdf").display().to_string();
    assert_eq!(office.run(&["export", "members", "--out", &other]).status.code(), Some(2));
}
