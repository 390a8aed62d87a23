//! `nennep organisations found|rename|upgrade|merge|split|move|dissolve`, as an office uses them.

use serde_json::{Value, json};

use crate::house::{House, run, said};

fn names(tree: &Value) -> Vec<&str> {
    tree[0]["below"].as_array().unwrap().iter().map(|one| one["name"].as_str().unwrap()).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn organisations_change_by_dated_deeds() {
    let house = House::new().await;
    let decided = ["--decision", "12-QĐ/ĐU"];
    let with = |arguments: &[&str]| house.asked(&[arguments, &decided].concat());

    let found = with(&[
        "organisations",
        "found",
        "--kind",
        "committee",
        "--code",
        "38.168.001",
        "--name",
        "Đảng bộ Khối cơ quan",
        "--parent",
        "38.168.000",
        "--on",
        "2026-03-01",
    ]);
    assert_eq!((&found["waits"], found["founded"].is_string()), (&json!(false), true));
    with(&[
        "organisations",
        "move",
        "38.168.000.000.002",
        "38.168.000.000.004",
        "--to",
        "38.168.001",
        "--on",
        "2026-03-01",
    ]);
    with(&[
        "organisations",
        "rename",
        "38.168.000.000.003",
        "--name",
        "Chi bộ Công ty Bình Minh",
        "--on",
        "2026-04-01",
    ]);
    let before = house.asked(&["organisations", "tree", "--on", "2026-02-28"]);
    assert_eq!(names(&before).len(), 4);
    assert!(names(&before).contains(&"Chi bộ Công ty Cơ khí Bình Minh"));
    let after = house.asked(&["organisations", "tree", "--on", "2026-04-01"]);
    assert_eq!(names(&after), ["Chi bộ Tổ dân phố số 5", "Chi bộ Công ty Bình Minh", "Đảng bộ Khối cơ quan"]);

    let merge = [
        "organisations",
        "merge",
        "38.168.000.000.004",
        "--into",
        "38.168.000.000.002",
        "--on",
        "2026-05-01",
    ];
    let looked = with(&[merge.as_slice(), &["--preview"]].concat());
    assert_eq!(looked["members"], json!(12));
    assert_eq!(
        house.asked(&["members", "list", "--cell", "38.168.000.000.004"]).as_array().unwrap().len(),
        12
    );
    with(&merge);
    let cell = house.asked(&["members", "list", "--cell", "38.168.000.000.002"]);
    assert_eq!(cell.as_array().unwrap().len(), 21);

    let lineage = house.asked(&["organisations", "lineage", "38.168.000.000.004"]);
    let turns: Vec<&str> = lineage["steps"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|step| step["of"]["name"] == json!("Chi bộ Trường THCS An Bình"))
        .map(|step| step["turn"].as_str().unwrap())
        .collect();
    assert_eq!(turns, ["founded", "moved", "became"], "one that ended is found by the code it had");
    let told =
        run(&["organisations", "lineage", "38.168.000", "--from", "2026-04-01", "--data", house.data()]);
    assert!(said(&told.stdout).contains("2026-05-01"), "{}", said(&told.stdout));

    let waits =
        with(&["organisations", "dissolve", "38.168.001", "--to", "38.168.000", "--on", "2035-01-01"]);
    assert_eq!(waits["waits"], json!(true));
    let then = house.asked(&["organisations", "tree", "--on", "2035-01-01"]);
    assert!(!names(&then).contains(&"Đảng bộ Khối cơ quan"));
    let deeds = house.asked(&["organisations", "deeds"]);
    let waiting = deeds[0]["id"].as_str().unwrap();
    assert_eq!((&deeds[0]["kind"], &deeds[0]["done_at"]), (&json!("dissolve"), &Value::Null));
    assert!(run(&["organisations", "withdraw", waiting, "--data", house.data()]).status.success());
    let then = house.asked(&["organisations", "tree", "--on", "2035-01-01"]);
    assert!(names(&then).contains(&"Đảng bộ Khối cơ quan"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_refused_names_the_reason() {
    let house = House::new().await;
    let refused = |arguments: &[&str]| {
        let output = run(&[arguments, &["--decision", "1-QĐ/ĐU", "--data", house.data()]].concat());
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        said(&output.stderr)
    };
    let itself = refused(&["organisations", "merge", "38.168.000.000.004", "--into", "38.168.000.000.004"]);
    assert!(itself.contains("cannot be merged into itself"), "{itself}");
    let form = refused(&["organisations", "rename", "38.168.000.000.004", "--name", "X", "--code", "5"]);
    assert!(form.contains("00.000.000.000.000") && form.contains("208-QĐ/TW"), "{form}");
    refused(&["organisations", "dissolve", "38.168.000.000.004"]);
    refused(&["organisations", "rename", "38.168.000.000.099", "--name", "X"]);
    let late = [
        "organisations",
        "rename",
        "38.168.000.000.004",
        "--name",
        "X",
        "--on",
        "2026-01-01",
        "--decided-on",
        "2026-01-02",
    ];
    assert!(refused(&late).contains("after it takes effect"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_members_life_is_recorded_and_the_register_tells_it() {
    let house = House::new().await;
    let cell = "38.168.000.000.001";
    let decided = ["--decision", "12-QĐ/ĐU"];
    let admitted = house.asked(
        &[
            ["members", "admit", "--cell", cell, "--name", "Đinh Thị Kết Nạp", "--born", "1999-05-19"]
                .as_slice(),
            &["--on", "2026-10-20", "--decided-on", "2026-10-01"],
            &decided,
        ]
        .concat(),
    );
    let member = admitted["member"].as_str().unwrap();
    let shown = house.asked(&["members", "show", member, "--on", "2026-10-20"]);
    assert_eq!(
        (&shown["admitted_on"], &shown["stands"][0]["grade"]),
        (&json!("2026-10-01"), &json!("probationary"))
    );
    let early = run(&[
        "members",
        "recognise",
        member,
        "--decision",
        "1-QĐ/ĐU",
        "--on",
        "2026-10-25",
        "--data",
        house.data(),
    ]);
    assert_eq!(early.status.code(), Some(1));
    assert!(
        said(&early.stderr).contains("208-QĐ/TW") || said(&early.stderr).contains("Điều lệ"),
        "{}",
        said(&early.stderr)
    );
    house.asked(
        &[
            ["members", "transfer", member, "--to", "38.168.000.000.004", "--on", "2026-10-25"].as_slice(),
            &decided,
        ]
        .concat(),
    );
    let twice = run(&[
        &[
            "members",
            "transfer",
            member,
            "--to",
            "38.168.000.000.004",
            "--on",
            "2026-10-26",
            "--data",
            house.data(),
        ],
        decided.as_slice(),
    ]
    .concat());
    assert_eq!(twice.status.code(), Some(1), "it is there already");
    assert_eq!(
        house.asked(&["members", "list", "--cell", cell, "--on", "2026-10-24"]).as_array().unwrap().len(),
        23
    );
    assert_eq!(
        house.asked(&["members", "list", "--cell", cell, "--on", "2026-10-25"]).as_array().unwrap().len(),
        22
    );

    for (ending, begins) in [("xlsx", b"PK".as_slice()), ("pdf", b"%PDF")] {
        let file = house.file(&format!("so.{ending}"));
        let print = [
            "registers",
            "print",
            "7-HSDV",
            "--cell",
            cell,
            "--on",
            "2026-10-30",
            "--format",
            ending,
            "--out",
            &file,
        ];
        let output = run(&[print.as_slice(), &["--data", house.data()]].concat());
        assert!(output.status.success(), "{}", said(&output.stderr));
        assert!(std::fs::read(&file).unwrap().starts_with(begins));
    }
    let dues = house.asked(&["dues", "list", "--cell", "38.168.000.000.002", "--month", "2026-10"]);
    assert_eq!((dues["month"].as_str(), dues["collected_dong"].as_i64()), (Some("2026-10"), Some(0)));
    let lines = dues["lines"].as_array().unwrap();
    assert!(!lines.is_empty() && lines.iter().all(|line| line["why"]["code"] == json!("dues-why-no-basis")));
    let signs = house.asked(&["signs", "list", "--of", "38.168.000.000.002"]);
    assert!(signs.as_array().unwrap().iter().any(|one| one["kind"] == json!("committee_expected")));
    let badges = house.asked(&["badges", "list", "--on", "2027-02-03"]);
    assert_eq!((&badges["day"], badges["due"].is_array()), (&json!("2027-02-03"), true));
}
