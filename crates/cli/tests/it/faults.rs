//! What may happen to a machine: killed in the middle, a disk that is full. Nothing is lost and nothing is half written.

use std::{
    process::{Command, Output, Stdio},
    thread,
    time::Instant,
};

use nennep_store::{copies::inspect, meetings};

use crate::house::{House, json, names, nennep, run, said};

/// The program in a shell that lets no file grow beyond so many kibibytes: as on a disk that is full.
fn on_a_full_disk(kibibytes: u64, arguments: &[&str]) -> Output {
    let blocks = kibibytes * 2;
    let mut shell = Command::new("sh");
    shell.arg("-c").arg(format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$@\"")).arg("sh");
    shell.arg(env!("CARGO_BIN_EXE_nennep")).args(arguments);
    shell.env("LANG", "en_GB.UTF-8").env_remove("LC_ALL").stdin(Stdio::null()).output().unwrap()
}

#[tokio::test]
async fn kill_9_during_restore_leaves_the_old_store_or_the_new_one() {
    let house = House::new().await;
    // Bytes enough that putting the copy back takes a while.
    let store = house.open().await;
    let bytes: Vec<u8> = (0..6_u32 << 20).flat_map(|n| n.wrapping_mul(2_654_435_761).to_le_bytes()).collect();
    let mut tx = store.write().await.unwrap();
    meetings::insert_files(&mut tx, &[(&[1], &bytes)]).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    let copy = house.file("copy.sqlite");
    json(&["backup", &copy, "--json", "--data", house.data()]);
    house.mark("old").await;

    let whole = Instant::now();
    json(&["restore", &copy, "--json", "--data", house.data()]);
    let whole = whole.elapsed();
    let (mut old, mut new) = (0, 0);
    for n in 0..12 {
        house.mark("old").await;
        let mut restore = nennep(&["restore", &copy, "--data", house.data()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(whole * n / 10);
        let _ = restore.kill();
        restore.wait().unwrap();
        match house.marked().await.as_deref() {
            Some("old") => old += 1,
            None => new += 1,
            other => panic!("neither the old store nor the new one: {other:?}"),
        }
        let found = inspect(&house.store_file()).await.unwrap();
        assert!(found.is_whole(), "after {n} tenths: {found:?}");
        for kept in names(&house.folder).iter().filter(|name| name.contains("before-restore")) {
            std::fs::remove_file(house.folder.join(kept)).unwrap();
        }
    }
    assert!(old > 0, "no kill came in time to test anything ({new} restored)");
    json(&["restore", &copy, "--json", "--data", house.data()]);
    assert_eq!(house.marked().await, None);
}

#[tokio::test]
async fn a_full_disk_is_said_and_the_store_is_whole() {
    let house = House::new().await;
    house.mark("kept").await;
    let size = std::fs::metadata(house.store_file()).unwrap().len() / 1024;
    let copy = house.file("copy.sqlite");
    let output = on_a_full_disk(size / 2, &["backup", &copy, "--data", house.data()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output.stderr));
    assert!(said(&output.stderr).contains("disk is full"), "{}", said(&output.stderr));
    assert!(!names(&house.folder).iter().any(|name| name.starts_with("copy.sqlite")), "no half copy stays");
    assert_eq!(house.marked().await.as_deref(), Some("kept"));
    assert!(inspect(&house.store_file()).await.unwrap().is_whole());
    json(&["backup", &copy, "--json", "--data", house.data()]);
    let empty = house.file("empty");
    std::fs::create_dir(&empty).unwrap();
    std::fs::copy(house.folder.join("key"), house.folder.join("empty").join("key")).unwrap();
    let output = on_a_full_disk(size / 2, &["restore", &copy, "--data", &empty]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output.stderr));
    assert!(
        !names(empty.as_ref()).iter().any(|name| name.starts_with("nennep.sqlite")),
        "{:?}",
        names(empty.as_ref())
    );
}

#[tokio::test]
async fn a_sample_broken_off_by_a_full_disk_is_made_anew() {
    let house = House::new().await;
    let folder = house.file("sample");
    let demo = ["demo", "--no-serve", "--until", "2026-11", "--data", &folder];
    let output = on_a_full_disk(4000, &demo);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output.stderr));
    assert!(said(&output.stderr).contains("disk is full"), "{}", said(&output.stderr));
    let serve = run(&["doctor", "--data", &folder]);
    assert_eq!(serve.status.code(), Some(1), "an incomplete sample is nobody's data");
    let again = run(&demo);
    assert!(again.status.success(), "{}", said(&again.stderr));
    assert!(inspect(house.folder.join("sample/nennep.sqlite").as_ref()).await.unwrap().is_whole());
}
