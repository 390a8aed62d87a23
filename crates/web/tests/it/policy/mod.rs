//! Who may ask for what: every route of the house, asked by one person of each office on a sample ward, written into
//! `policy.txt` for a committee to read. A route without a case fails.

mod asking;
mod bodies;
mod carried;
mod house;
mod rated;
mod samples;

use std::{collections::BTreeMap, fmt::Write as _, fs, path::Path};

use nennep_web::{house::routes, routes::Entry};

use asking::Answered;
use house::{OFFICES, Sample};

const HEAD: &str = "\
Who may ask for what. Every page (first) and every operation of the API (after) is asked by one person of each office; the
cell's are those of one residential cell, the others those of its ward. Written by the test policy; read it and commit it.

yes      it is answered, or would be if what is sent were right and the meeting stood so
no       it is refused: they may know of it, but not do it
hidden   there is no such thing for them
sign in  they are asked to sign in first

";

/// Routes that answer nobody on the sample ward, each with its reason.
const CLOSED: &[(&str, &str)] = &[
    ("POST /account/second-factor/confirmation", "nobody has begun to set one up"),
    ("POST /api/v1/account/second-factor/confirmation", "nobody has begun to set one up"),
    ("POST /candidates/{candidate}/certificates/{learner}", "the learner is a member, not the candidate"),
    (
        "PUT /api/v1/candidates/{candidate}/certificates/{learner}",
        "the learner is a member, not the candidate",
    ),
];

/// The routes of the program as it is delivered, pages first.
fn delivered() -> Vec<Entry> {
    let mut listed = routes().list().to_vec();
    // The sheet of patterns stands in builds for development only.
    listed.retain(|entry| !entry.path.starts_with("/patterns"));
    let order = |entry: &Entry| (entry.path.starts_with("/api/"), entry.path.clone(), rank(entry));
    listed.sort_by_key(order);
    listed
}

fn rank(entry: &Entry) -> usize {
    ["GET", "POST", "PUT", "PATCH", "DELETE"].iter().position(|method| entry.method == *method).unwrap()
}

fn name(entry: &Entry) -> String {
    format!("{} {}", entry.method, entry.path)
}

async fn answers() -> BTreeMap<String, Vec<Answered>> {
    let mut sample = Sample::new().await;
    let mut found = BTreeMap::new();
    for entry in delivered() {
        let mut line = Vec::new();
        for office in OFFICES {
            line.push(sample.ask(&entry, office).await);
        }
        assert!(found.insert(name(&entry), line).is_none(), "{} is there twice", name(&entry));
    }
    found
}

fn table(answers: &BTreeMap<String, Vec<Answered>>) -> String {
    let mut text = HEAD.to_owned();
    let widest = answers.keys().map(String::len).max().unwrap() + 2;
    let row = |text: &mut String, route: &str, words: &[&str]| {
        write!(text, "{route:widest$}").unwrap();
        for (word, office) in words.iter().zip(OFFICES) {
            write!(text, "{word:width$}", width = office.name.len().max(7) + 2).unwrap();
        }
        while text.ends_with(' ') {
            text.pop();
        }
        text.push('\n');
    };
    row(&mut text, "", &OFFICES.map(|office| office.name));
    for entry in delivered() {
        let route = name(&entry);
        let words: Vec<_> = answers[&route].iter().map(|answered| answered.word()).collect();
        row(&mut text, &route, &words);
    }
    text
}

#[tokio::test]
async fn the_committed_policy_is_what_the_routes_answer() {
    let answers = answers().await;
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy.txt");
    let given = table(&answers);
    let is_new = fs::read_to_string(&file).unwrap_or_default() != given;
    if is_new {
        fs::write(&file, &given).unwrap();
    }
    let unanswered: Vec<_> = answers
        .iter()
        .filter(|(route, line)| {
            let answered = line.contains(&Answered::Yes);
            answered == CLOSED.iter().any(|(closed, _)| closed == route)
        })
        .map(|(route, _)| route)
        .collect();
    assert!(unanswered.is_empty(), "nobody is answered, so the case is no case: {unanswered:#?}");
    assert!(!is_new, "policy.txt was written anew: look at the change and commit it");
}
