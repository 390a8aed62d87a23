//! `nennep members extract | check | key`: written in one place, checked in another that has no store.

use std::fs;

use nennep_testkit::{Engine, World};

use crate::house::{House, json, run, said};

#[tokio::test(flavor = "multi_thread")]
async fn an_extract_is_checked_with_no_store_at_all() {
    let world = World::new(Engine::Sqlite).await;
    let member = world.members[7].to_string();
    let house = House::of(world).await;
    let (file, cut) = (house.file("extract.txt"), house.file("cut.txt"));
    let written = run(&["members", "extract", &member, "--out", &file, "--data", house.data()]);
    assert!(written.status.success(), "{}", said(&written.stderr));
    let key = house.asked(&["members", "key"]);
    let fingerprint = key["fingerprint"].as_str().unwrap();
    assert_eq!(said(&written.stdout).trim(), fingerprint);
    // Nothing but the file is looked at: there is no store in this folder.
    let text = fs::read_to_string(&file).unwrap();
    let nowhere = tempfile::tempdir().unwrap();
    let data = nowhere.path().to_str().unwrap();
    let found = json(&["members", "check", &file, "--json", "--data", data]);
    assert_eq!((found["proved"].as_bool(), found["key_compared"].as_bool()), (Some(true), Some(false)));
    assert_eq!(found["extract"]["particulars"]["full_name"], "Trần Thị Yến");
    assert_eq!(fs::read_dir(nowhere.path()).unwrap().count(), 0, "and none was made");
    for known in [fingerprint, key["key"].as_str().unwrap()] {
        let found = json(&["members", "check", &file, "--key", known, "--json"]);
        assert_eq!(found["key_compared"], true, "{known}");
    }
    let plain = run(&["members", "check", &file]);
    assert_eq!(plain.status.code(), Some(0));
    let plain = said(&plain.stdout);
    assert!(plain.contains("✓ The file is as it was when signed"), "{plain}");
    assert!(plain.contains("– Whose key it is, is not proved"), "{plain}");
    // Refused: another key, a cut file, a changed one, something else.
    let other = "00000 ".repeat(6);
    let refused = |arguments: &[&str], word: &str| {
        let output = run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(said(&output.stderr).contains(word), "{}", said(&output.stderr));
    };
    refused(&["members", "check", &file, "--key", &other], fingerprint);
    fs::write(&cut, &text[..text.len() / 2]).unwrap();
    refused(&["members", "check", &cut], "The signature is missing");
    fs::write(&cut, text.replace("Yến", "Yên")).unwrap();
    refused(&["members", "check", &cut], "changed after it was signed");
    fs::write(&cut, vec![b'x'; 10 * 1024 * 1024]).unwrap();
    refused(&["members", "check", &cut], "larger than any extract");
    let output = run(&["members", "check", &cut, "--json"]);
    let found: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((output.status.code(), &found["code"]), (Some(1), &"extract-refused-too-large".into()));
    assert_eq!(run(&["members", "check", "/nowhere.txt"]).status.code(), Some(2));
}
