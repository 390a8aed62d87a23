//! `nennep meetings` and `nennep rubrics score`: what other programs read of a meeting.

use jiff::civil::date;
use nennep_testkit::{Engine, World};
use serde_json::{Value, json};

use crate::house::{House, run, said};

const CELL: &str = "38.168.000.000.001";

/// A score without the moment at which its sheet was drawn up.
fn as_drawn(score: &Value) -> Value {
    let mut score = score.clone();
    assert!(score["sheet"].as_object_mut().unwrap().remove("drawn_at").is_some());
    score
}

fn length(of: &Value) -> usize {
    of.as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn meetings_are_listed_by_cell_and_month_and_shown_whole() {
    let world = World::new(Engine::Sqlite).await;
    let lived = world.hold_meeting(date(2026, 10, 5)).await;
    let ahead = world.call_meeting(date(2026, 11, 5)).await.to_string();
    let id = lived.meeting.to_string();
    let house = House::of(world).await;

    let all = house.asked(&["meetings", "list"]);
    assert_eq!(length(&all), 2, "{all}");
    let october = house.asked(&["meetings", "list", "--month", "2026-10"]);
    assert_eq!(october, json!([all[0]]));
    assert_eq!((&october[0]["id"], &october[0]["cell"]["code"]), (&json!(id), &json!(CELL)));
    assert_eq!(house.asked(&["meetings", "list", "--cell", CELL]), all);
    assert_eq!(
        house.asked(&["meetings", "list", "--cell", "38.168.000"]),
        all,
        "a committee's are its cells'"
    );
    assert_eq!(house.asked(&["meetings", "list", "--cell", "38.168.000.000.002"]), json!([]));

    let shown = house.asked(&["meetings", "show", &id]);
    assert_eq!(
        (&shown["id"], &shown["state"], &shown["month"]),
        (&json!(id), &json!("held"), &json!("2026-10"))
    );
    let present =
        shown["roll"].as_array().unwrap().iter().filter(|line| line["attendance"] == "present").count();
    assert_eq!((length(&shown["roll"]), present), (22, 18));
    let motions = shown["motions"].as_array().unwrap();
    let resolution = motions.iter().find(|motion| motion["id"] == lived.resolution.to_string()).unwrap();
    let decision = &resolution["decision"];
    assert_eq!(
        (&decision["in_favour"], &decision["base"], &decision["passed"]),
        (&json!(16), &json!(20), &json!(true))
    );
    assert_eq!(length(&resolution["reserved"]), 1);
    assert_eq!(shown["tasks"][0]["id"], json!(lived.task.to_string()));
    assert!(length(&shown["agenda"]) > 5 && length(&shown["remarks"]) >= 3);

    // The score that stands in it is the one `rubrics score` gives; every item says what it rests on.
    let score = house.asked(&["rubrics", "score", &id]);
    assert_eq!(as_drawn(&shown["score"]), as_drawn(&score));
    let blocks = score["sheet"]["blocks"].as_array().unwrap();
    let sum: f64 = blocks.iter().map(|block| block["maximum"].as_f64().unwrap()).sum();
    assert!((sum - score["rubric"]["maximum"].as_f64().unwrap()).abs() < 1e-9, "{sum}");
    let items: Vec<_> = blocks.iter().flat_map(|block| block["items"].as_array().unwrap()).collect();
    assert!(items.iter().any(|item| length(&item["evidence"]) > 0));
    assert!(items.iter().all(|item| item["citation"]["document"].is_string()));

    let ahead = house.asked(&["meetings", "show", &ahead]);
    assert_eq!((&ahead["state"], &ahead["score"]["stages"]), (&json!("called"), &json!([])));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_meeting_is_told_line_by_line_and_what_is_not_there_is_refused() {
    let world = World::new(Engine::Sqlite).await;
    let id = world.hold_meeting(date(2026, 10, 5)).await.meeting.to_string();
    let house = House::of(world).await;
    let shown = run(&["meetings", "show", &id, "--data", house.data()]);
    let text = said(&shown.stdout);
    assert!(shown.status.success(), "{}", said(&shown.stderr));
    for part in [CELL, "18 of 22 present", "16 of 20", "95 minutes", "5 / 5 "] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let listed = run(&["meetings", "list", "--data", house.data()]);
    assert!(said(&listed.stdout).contains(&id));

    let nobody = "019f0000-0000-7000-8000-000000000001";
    for (arguments, code) in [
        (["meetings", "show", nobody], 1),
        (["meetings", "show", "not-an-id"], 2),
        (["meetings", "list", "--cell=99.999"], 1),
        (["meetings", "list", "--month=2026-13"], 2),
    ] {
        let refused = run(&[&arguments[..], &["--json", "--data", house.data()]].concat());
        assert_eq!(refused.status.code(), Some(code), "{arguments:?}: {}", said(&refused.stderr));
        assert!(refused.stdout.is_empty() && !refused.stderr.is_empty(), "{arguments:?}");
    }
}
