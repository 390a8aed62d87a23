//! An import killed in the middle (kill -9): all of it is there afterwards, or nothing.

use std::{fmt::Write as _, os::unix::process::ExitStatusExt as _, process::Stdio, time::Instant};

use super::{HEAD, Office};

const MEMBERS: usize = 2_000;

fn many(office: &Office) -> String {
    let mut text = HEAD.to_owned();
    for n in 0..MEMBERS {
        writeln!(text, "Đinh Văn Khôi;05/11/1980;0099{n:04};2005;38.168.000.00{}", n % 2 + 1).unwrap();
    }
    office.file("many.csv", text)
}

fn members(office: &Office) -> usize {
    office.json(&["members", "list"]).1.as_array().unwrap().len()
}

#[test]
fn an_import_that_is_killed_leaves_nothing_half_written() {
    let whole = Office::with_organisations();
    let file = many(&whole);
    let started = Instant::now();
    assert_eq!(whole.run(&["import", "members", &file]).status.code(), Some(0));
    let length = started.elapsed();
    assert_eq!(members(&whole), MEMBERS);

    let office = Office::with_organisations();
    let file = many(&office);
    let mut killed = 0;
    for share in [20, 40, 55, 70, 80, 88, 94] {
        let mut child = office
            .command(&["import", "members", &file, "--json"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        std::thread::sleep(length * share / 100);
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().signal() == Some(9));
        let found = members(&office);
        assert!(found == 0 || found == MEMBERS, "{found} of {MEMBERS} after {share} percent of the time");
        if found == MEMBERS {
            break;
        }
    }
    assert!(killed > 0, "no import was killed in {length:?}");
    let (code, answer) = office.json(&["import", "members", &file]);
    assert_eq!(code, Some(0), "the store takes imports as if nothing had been");
    assert_eq!(answer["added"].as_u64().unwrap() + answer["unchanged"].as_u64().unwrap(), MEMBERS as u64);
    assert_eq!(members(&office), MEMBERS);
}
