//! `nennep demo`: made once, served again at once, never over anything else.

use crate::house::{House, mark, marked, run, said};

#[tokio::test]
async fn a_second_demo_serves_what_is_there() {
    let house = House::new().await;
    let folder = house.file("sample");
    let demo = ["demo", "--no-serve", "--until", "2026-11", "--data", &folder];
    let first = run(&demo);
    assert!(first.status.success(), "{}", said(&first.stderr));
    for login in ["bithu", "phobithu", "dangvien", "theodoi", "tochuc", "kiemtra", "bithuphuong", "quantri"] {
        assert!(said(&first.stdout).contains(login), "{}", said(&first.stdout));
    }
    let store_file = house.folder.join("sample/nennep.sqlite");
    mark(&store_file, "first").await;
    let second = run(&demo);
    assert!(second.status.success(), "{}", said(&second.stderr));
    assert_eq!(
        marked(&store_file).await.as_deref(),
        Some("first"),
        "the sample of the first time is served, not made again"
    );
    assert_eq!(said(&first.stdout), said(&second.stdout));
    let other = run(&["demo", "--no-serve", "--seed", "2", "--data", &folder]);
    assert_eq!(other.status.code(), Some(1), "another sample does not take its place");
}

#[tokio::test]
async fn a_sample_never_goes_into_real_data() {
    let house = House::new().await;
    let output = run(&["demo", "--no-serve", "--data", house.data()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stderr).contains("--data"), "{}", said(&output.stderr));
}

#[test]
fn a_sample_before_the_ward_was_founded_is_refused() {
    let output = run(&["demo", "--no-serve", "--until", "2025-06", "--data", "/nonexistent"]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stderr));
}
