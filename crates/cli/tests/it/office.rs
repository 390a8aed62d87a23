//! The administrator's commands: doctor, copies, restoring.

use jiff::{SignedDuration, Timestamp};
use nennep_domain::{ids::EventId, time::Instant};
use nennep_store::{copies::inspect, events};
use serde_json::Value;
use uuid::Uuid;

use crate::house::{House, Server, json, names, nennep, run, said};

fn state<'a>(findings: &'a Value, check: &str) -> &'a str {
    let found = findings.as_array().unwrap().iter().find(|one| one["check"] == check).unwrap();
    found["state"].as_str().unwrap()
}

#[tokio::test]
async fn the_doctor_looks_at_everything() {
    let house = House::new().await;
    let found = json(&["doctor", "--json", "--data", house.data()]);
    for check in ["store", "integrity", "clock", "jobs", "rules", "fonts", "mail", "address", "key"] {
        assert_eq!(state(&found, check), "good", "{check}");
    }
    assert_eq!(state(&found, "backup"), "warning", "no copy was made yet");
    json(&["backup", &house.file("copy.sqlite"), "--json", "--data", house.data()]);
    assert_eq!(state(&json(&["doctor", "--json", "--data", house.data()]), "backup"), "good");
}

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's own clock")]
async fn the_doctor_finds_a_clock_set_back_and_says_what_to_do() {
    let house = House::new().await;
    let store = house.open().await;
    let mut tx = store.write().await.unwrap();
    let tomorrow = Timestamp::now() + SignedDuration::from_hours(24);
    let event = events::Event {
        id: EventId(Uuid::now_v7()),
        at: Instant::new(tomorrow),
        account: None,
        kind: "meeting.closed".to_owned(),
        organisation: None,
        subject: None,
        payload: serde_json::json!({}),
    };
    events::insert(&mut tx, &event).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    let output = run(&["doctor", "--data", house.data()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output.stdout).contains("timedatectl"), "{}", said(&output.stdout));
}

#[tokio::test]
async fn a_copy_is_made_checked_and_put_back() {
    let house = House::new().await;
    let copy = house.file("copy.sqlite");
    house.mark("before").await;
    let made = json(&["backup", &copy, "--json", "--data", house.data()]);
    assert!(made["members"].as_u64().unwrap() > 20);
    assert_eq!(json(&["check-backup", &copy, "--json", "--data", house.data()])["members"], made["members"]);
    let again = run(&["backup", &copy, "--data", house.data()]);
    assert_eq!(again.status.code(), Some(1), "a copy overwrites nothing");
    house.mark("after").await;
    let restored = json(&["restore", &copy, "--json", "--data", house.data()]);
    assert_eq!(house.marked().await.as_deref(), Some("before"));
    let kept = restored["kept"].as_str().unwrap();
    assert!(inspect(kept.as_ref()).await.unwrap().is_whole());
    assert!(!names(&house.folder).iter().any(|name| name.ends_with(".restoring")));
}

#[tokio::test]
async fn what_is_no_whole_copy_changes_nothing() {
    let house = House::new().await;
    let (copy, cut) = (house.file("copy.sqlite"), house.file("cut.sqlite"));
    json(&["backup", &copy, "--json", "--data", house.data()]);
    house.mark("mine").await;
    let bytes = std::fs::read(&copy).unwrap();
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    for wrong in [cut.as_str(), &house.file("key"), &house.file("nothing.sqlite")] {
        let output = run(&["restore", wrong, "--data", house.data()]);
        assert_eq!(output.status.code(), Some(1), "{wrong}: {}", said(&output.stderr));
        assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    }
    assert_eq!(house.marked().await.as_deref(), Some("mine"));
}

#[tokio::test]
async fn a_copy_of_another_key_is_refused() {
    let (house, other) = (House::new().await, House::new().await);
    let copy = house.file("copy.sqlite");
    json(&["backup", &copy, "--json", "--data", house.data()]);
    let output = run(&["restore", &copy, "--data", other.data()]);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output.stderr));
    let empty = house.file("empty");
    let output = run(&["restore", &copy, "--data", &empty]);
    assert_eq!(output.status.code(), Some(1), "without a key file: {}", said(&output.stderr));
    std::fs::copy(house.folder.join("key"), house.folder.join("empty").join("key")).unwrap();
    json(&["restore", &copy, "--json", "--data", &empty]);
}

#[tokio::test]
async fn a_running_server_is_copied_and_never_restored_over() {
    let house = House::new().await;
    let server = Server::start(house.data());
    let copy = house.file("copy.sqlite");
    json(&["backup", &copy, "--json", "--data", house.data()]);
    let refused = run(&["restore", &copy, "--data", house.data()]);
    drop(server);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused.stderr).contains("Stop the server"), "{}", said(&refused.stderr));
    json(&["restore", &copy, "--json", "--data", house.data()]);
}

#[tokio::test]
async fn the_first_administrator_is_made_where_there_is_an_organisation() {
    let house = House::new().await;
    let add =
        ["accounts", "add", "--name", "Máy chủ", "--login", "maychu", "--administrator", "--json", "--data"];
    let empty = house.file("empty");
    let refused = nennep(&add).arg(&empty).output().unwrap();
    assert_eq!(refused.status.code(), Some(1), "{}", said(&refused.stderr));
    let missing = run(&["accounts", "invite", "maychu", "--data", &empty]);
    assert_eq!(missing.status.code(), Some(1), "no account was left half made");

    let made = nennep(&add).arg(house.data()).output().unwrap();
    assert!(made.status.success(), "{}", said(&made.stderr));
    let made: Value = serde_json::from_slice(&made.stdout).unwrap();
    let again = json(&["accounts", "invite", "maychu", "--json", "--data", house.data()]);
    assert_eq!((again["login"].as_str(), made["login"].as_str()), (Some("maychu"), Some("maychu")));
    assert_ne!(again["code"], made["code"], "each code is its own");
}
