//! What the office keeps by hand: offices given and ended, members added and changed, the books with their terms.

use jiff::civil::date;
use nennep_app::{meetings, papers};
use nennep_domain::papers::DocumentType;
use serde_json::{Value, json};

use nennep_testkit::Engine;

use crate::asking::{House, Program};

/// How many hold an office in the residential cell today.
async fn holders(program: &Program<'_>, house: &House, office: &str) -> usize {
    let path = format!("/organisations/{}/offices", house.world.residential);
    let held = program.get(&path).await.value();
    held.as_array().unwrap().iter().filter(|one| one["office"] == office).count()
}

#[tokio::test]
async fn an_office_is_given_ended_opened_again_and_taken_back() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let of = format!("/organisations/{}/offices", house.world.residential);
    let file = office.get(&format!("/members/{}", house.world.members[9])).await.value();
    let name = file["full_name"].as_str().unwrap();
    let words = nennep_domain::names::fold(name).replace(' ', "%20");
    let found = office.get(&format!("{of}/candidates?words={words}")).await.value();
    let member = house.world.members[9].0;
    assert!(found.as_array().unwrap().iter().any(|one| one["member"] == json!(member)), "{found}");

    let id = house.world.test.app.new_id();
    let path = format!("{of}/{id}");
    let full = json!({ "office": "secretary", "member": member, "from": "2026-11-01" });
    assert_eq!(office.put(&path, full).await.refused(422), "offices-refused-taken");
    let nobody = json!({ "office": "committee_member", "from": "2026-11-01" });
    let nobody = office.put(&path, nobody).await;
    assert_eq!(
        (nobody.refused(422), &nobody.json()["errors"][0]["field"]),
        ("invalid".to_owned(), &json!("holder"))
    );
    let term = json!({ "office": "committee_member", "member": member, "from": "2026-11-01", "basis": "Bầu bổ sung" });
    for _ in 0..2 {
        office.put(&path, term.clone()).await.value();
        assert_eq!(holders(&office, &house, "committee_member").await, 2);
    }
    let early = office.post(&format!("/offices/{id}/ending"), json!({ "on": "2026-10-01" })).await;
    assert_eq!(early.refused(422), "invalid");
    for _ in 0..2 {
        office.post(&format!("/offices/{id}/ending"), json!({ "on": "2026-11-02" })).await.value();
        assert_eq!(holders(&office, &house, "committee_member").await, 1);
    }
    let terms = office.get(&format!("{of}/terms")).await.value();
    let ended = terms.as_array().unwrap().iter().find(|one| one["id"] == json!(id)).unwrap().clone();
    assert_eq!((&ended["to"], &ended["basis"]), (&json!("2026-11-02"), &json!("Bầu bổ sung")));
    office.delete(&format!("/offices/{id}/ending")).await.value();
    assert_eq!(holders(&office, &house, "committee_member").await, 2);
    let secretary = house.program(house.world.secretary).await;
    assert_eq!(secretary.delete(&format!("/offices/{id}")).await.refused(403), "forbidden");
    office.delete(&format!("/offices/{id}")).await.value();
    assert_eq!(holders(&office, &house, "committee_member").await, 1);
}

#[tokio::test]
async fn a_member_is_added_and_changed() {
    let house = House::new(Engine::Sqlite).await;
    let secretary = house.program(house.world.secretary).await;
    let path = format!("/members/{}", house.world.test.app.new_id());
    let new = |name: &str, card: &str| {
        json!({
            "cell": house.world.residential.0, "grade": "official", "state": "active", "from": "2026-10-01",
            "profile": {
                "full_name": name, "born_on": "1990-05", "card_number": card, "sex": "female",
                "identity_number": "001090012345", "admitted_on": "2015-05-19",
            },
        })
    };
    let wrong = secretary.put(&path, new("Đào 5", "00123456")).await;
    assert_eq!(wrong.refused(422), "invalid");
    assert_eq!(wrong.json()["errors"][0]["field"], "profile.full_name");
    for _ in 0..2 {
        secretary.put(&path, new("Đào Thị Quế", "00123456")).await.value();
    }
    let file = secretary.get(&path).await.value();
    assert_eq!((&file["born_on"], &file["sex"]), (&json!("1990-05"), &json!("female")));
    assert_eq!(file["identity_number"], "•••••••••345");
    assert_eq!(file["standings"][0]["from"], "2026-10-01");

    let double = format!("/members/{}", house.world.test.app.new_id());
    for (card, field) in [("00123456", "profile.card_number"), ("", "profile.identity_number")] {
        let refused = secretary.put(&double, new("Lê Thị Khác", card)).await;
        assert_eq!(refused.refused(422), "invalid");
        assert_eq!(refused.json()["errors"][0]["field"], field);
    }

    let profile = json!({ "full_name": "Đào Thị Quế", "phone": "0912345678", "card_number": "00123456" });
    secretary.put(&format!("{path}/profile"), profile.clone()).await.value();
    let file = secretary.get(&path).await.value();
    assert_eq!(
        (&file["phone"], &file["born_on"]),
        (&json!("0912345678"), &Value::Null),
        "the whole is written"
    );
    assert_eq!(file["identity_number"], "•••••••••345", "the number stays");
    let member = house.program(house.world.member).await;
    assert_eq!(member.put(&format!("{path}/profile"), profile).await.refused(403), "forbidden");
    assert_eq!(member.put(&double, new("Lê Thị Khác", "")).await.refused(403), "forbidden");
    let month = secretary
        .put(
            &double,
            json!({ "cell": house.world.residential.0, "grade": "official", "state": "active",
        "from": "2026-10-01", "profile": { "full_name": "Lê Thị Khác", "born_on": "05/1990" } }),
        )
        .await;
    assert_eq!(month.refused(422), "invalid");
    assert_eq!(month.json()["errors"][0]["field"], "profile.born_on");
}

#[tokio::test]
async fn the_books_are_read_and_numbers_are_taken() {
    let house = House::new(Engine::Sqlite).await;
    let world = &house.world;
    let meeting = world.hold_meeting(date(2026, 11, 5)).await.meeting;
    let ctx = world.acting_for(world.secretary).await;
    meetings::adopt(&ctx, meeting).await.unwrap();
    papers::issue(&ctx, meeting, DocumentType::Resolution).await.unwrap();
    let secretary = house.program(world.secretary).await;
    let books = format!("/organisations/{}/books", world.residential);
    let numbers = async |asked: &str| {
        let page = secretary.get(&format!("{books}/papers{asked}")).await.value();
        let number = |paper: &Value| paper["number"].as_str().unwrap().to_owned();
        let mut numbers: Vec<String> = page["items"].as_array().unwrap().iter().map(number).collect();
        numbers.sort();
        numbers
    };
    assert_eq!(numbers("").await, ["01-BB/CB", "01-GM/CB", "01-NQ/CB"]);
    assert_eq!(numbers("?kind=resolution&year=2026").await, ["01-NQ/CB"]);
    assert_eq!(numbers("?kind=invitation").await, ["01-GM/CB"]);
    assert_eq!(numbers("?year=2025").await, [""; 0]);
    assert_eq!(secretary.get(&format!("{books}/papers?kind=letter")).await.refused(422), "invalid");
    let minutes = secretary.get(&format!("{books}/minutes")).await.value();
    let line = &minutes["items"][0];
    assert_eq!((&line["number"], &line["month"]), (&json!("01-BB/CB"), &json!("2026-11")));
    assert!(line["adopted_at"].is_string(), "{line}");

    let id = world.test.app.new_id();
    let path = format!("{books}/papers/{id}");
    for _ in 0..2 {
        let taken =
            secretary.put(&path, json!({ "kind": "plan", "about": "Kế hoạch năm 2027" })).await.value();
        assert_eq!(taken["number"], "01-KH/CB");
    }
    let directive = secretary.put(&path, json!({ "kind": "directive", "about": "x" })).await;
    assert_eq!(directive.refused(422), "papers-refused-not-for-cells");
    let member = house.program(world.member).await;
    assert_eq!(member.put(&path, json!({ "kind": "plan", "about": "x" })).await.refused(403), "forbidden");
    let stranger = house.program(world.stranger).await;
    for leaf in ["papers", "minutes", "terms"] {
        assert_eq!(stranger.get(&format!("{books}/{leaf}")).await.refused(404), "not-found", "{leaf}");
    }
}

#[tokio::test]
async fn a_term_begins_and_is_taken_back() {
    let house = House::new(Engine::Sqlite).await;
    let office = house.program(house.world.office).await;
    let terms = format!("/organisations/{}/books/terms", house.world.residential);
    let path = format!("{terms}/{}", house.world.test.app.new_id());
    let body = json!({ "name": "2027-2030", "from": "2027-03-20" });
    let names = async || {
        let listed = office.get(&terms).await.value();
        let term = |term: &Value| (term["name"].as_str().unwrap().to_owned(), term["to"].clone());
        listed.as_array().unwrap().iter().map(term).collect::<Vec<_>>()
    };
    for _ in 0..2 {
        office.put(&path, body.clone()).await.value();
        let both = [("2027-2030".to_owned(), Value::Null), ("2025-2030".to_owned(), json!("2027-03-20"))];
        assert_eq!(names().await, both);
    }
    let earlier = format!("{terms}/{}", house.world.test.app.new_id());
    let refused = office.put(&earlier, json!({ "name": "2026-2027", "from": "2026-12-01" })).await;
    assert_eq!(
        (refused.refused(422), &refused.json()["errors"][0]["field"]),
        ("invalid".to_owned(), &json!("from"))
    );
    let secretary = house.program(house.world.secretary).await;
    assert_eq!(secretary.put(&path, body).await.refused(403), "forbidden");
    assert_eq!(secretary.delete(&path).await.refused(403), "forbidden");
    for _ in 0..2 {
        office.delete(&path).await.value();
        assert_eq!(names().await, [("2025-2030".to_owned(), Value::Null)]);
    }
}
