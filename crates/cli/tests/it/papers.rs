//! `nennep papers print` as a shell sees it: a whole file or none, and the exit codes 0 done, 1 refused, 2 cannot run.

use std::{
    path::Path,
    process::{Command, Output},
};

use jiff::civil::date;
use nennep_testkit::{Engine, World};

fn print(world: &World, meeting: &str, more: &[&str], out: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_nennep"))
        .args(["papers", "print", meeting, "--data"])
        .arg(world.test.test_store.folder.path())
        .args(more)
        .arg("--out")
        .arg(out)
        .env("LANG", "vi_VN.UTF-8")
        .output()
        .unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_paper_is_printed_whole_or_not_at_all() {
    let world = World::new(Engine::Sqlite).await;
    let held = world.hold_meeting(date(2026, 10, 5)).await.meeting.to_string();
    let called = world.call_meeting(date(2026, 11, 5)).await.to_string();
    let folder = tempfile::tempdir().unwrap();
    for paper in ["minutes", "resolution", "invitation", "attendance", "agenda", "roll"] {
        for (format, begins) in [("pdf", b"%PDF".as_slice()), ("docx", b"PK".as_slice())] {
            let out = folder.path().join(format!("{paper}.{format}"));
            let printed = print(&world, &held, &["--type", paper, "--format", format], &out);
            assert_eq!(code(&printed), 0, "{}", said(&printed));
            assert!(std::fs::read(&out).unwrap().starts_with(begins), "{paper}.{format}");
        }
    }
    let out = folder.path().join("agenda.pdf");
    let json = print(&world, &held, &["--type", "agenda", "--format", "pdf", "--json"], &out);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!(json["bytes"], std::fs::metadata(&out).unwrap().len());

    // Refused: what stood there stands, and nothing is left beside it.
    let kept = folder.path().join("minutes.pdf");
    let before = std::fs::read(&kept).unwrap();
    let early = print(&world, &called, &["--type", "minutes", "--format", "pdf"], &kept);
    assert_eq!((code(&early), early.stdout.is_empty()), (1, true));
    assert!(said(&early).contains("chưa khai mạc"), "{}", said(&early));
    let unknown = "00000000-0000-7000-8000-000000000000";
    assert_eq!(code(&print(&world, unknown, &["--type", "roll", "--format", "pdf"], &kept)), 1);
    assert_eq!(std::fs::read(&kept).unwrap(), before);

    // Cannot run: no such folder, a folder in the place of the file, no such type.
    let roll = ["--type", "roll", "--format", "pdf"];
    assert_eq!(code(&print(&world, &held, &roll, &folder.path().join("none/roll.pdf"))), 2);
    assert_eq!(code(&print(&world, &held, &roll, folder.path())), 2);
    let poster = print(&world, &held, &["--type", "poster", "--format", "pdf"], &kept);
    assert_eq!(code(&poster), 2);
    assert!(said(&poster).contains("minutes, resolution"), "{}", said(&poster));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 12, "no half a file lies about");
}
