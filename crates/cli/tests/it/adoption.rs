//! The program killed (kill -9) while minutes are being adopted: they stand whole with number, seal and event, or not at all.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    thread,
    time::Instant,
};

use jiff::{Timestamp, civil::date, tz::TimeZone};
use nennep_domain::ids::MeetingId;
use nennep_store::{Store, copies::inspect, events, issues, meetings, minutes};
use nennep_testkit::{Engine, World};

use crate::house::{House, Server};

/// Whether the minutes are adopted; everything that belongs to it must say the same.
async fn is_adopted(store: &Store, meeting: MeetingId) -> bool {
    let mut tx = store.read().await.unwrap();
    let sealed = minutes::find(&mut tx, meeting).await.unwrap().is_some();
    let stepped = meetings::find(&mut tx, meeting).await.unwrap().unwrap().steps.adopted.is_some();
    let numbers = issues::of_meeting(&mut tx, meeting).await.unwrap();
    let numbered = numbers.iter().any(|(sign, ..)| sign == "BB");
    let told = events::list_of(&mut tx, meeting.0, 100).await.unwrap();
    let told = told.iter().any(|event| event.kind == "meeting.minutes_adopted");
    let all = [sealed, stepped, numbered, told];
    assert!(all.iter().all(|one| *one == sealed), "sealed, stepped, numbered, told: {all:?}");
    sealed
}

/// Asks for the adoption; gives the first line of the answer once it is there.
fn ask(server: &Server, meeting: MeetingId, session: &str) -> impl FnOnce() -> String + use<> {
    let mut stream = TcpStream::connect(&server.host).unwrap();
    let path = format!("/api/v1/meetings/{meeting}/adoption");
    let host = &server.host;
    write!(
        stream,
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nCookie: nennep={session}\r\nSec-Fetch-Site: same-origin\r\n\
         Content-Length: 0\r\nConnection: close\r\n\r\n"
    )
    .unwrap();
    move || {
        let mut said = String::new();
        let _ = stream.read_to_string(&mut said);
        said.lines().next().unwrap_or_default().to_owned()
    }
}

#[tokio::test(flavor = "multi_thread")]
#[expect(clippy::disallowed_methods, reason = "the program under test reads the machine's own clock")]
async fn an_adoption_that_is_killed_stands_whole_or_not_at_all() {
    let world = World::new(Engine::Sqlite).await;
    let meeting = world.hold_meeting(date(2026, 10, 5)).await.meeting;
    world.test.at(Timestamp::now().to_zoned(TimeZone::UTC).datetime());
    let session = world.session_of(world.secretary).await;
    let house = House::of(world).await;
    let before = house.file("before.sqlite");
    std::fs::copy(house.store_file(), &before).unwrap();
    let afresh = || {
        for beside in ["nennep.sqlite-wal", "nennep.sqlite-shm"] {
            let _ = std::fs::remove_file(house.folder.join(beside));
        }
        std::fs::copy(&before, house.store_file()).unwrap();
    };

    let server = Server::start(house.data());
    let begun = Instant::now();
    let answer = ask(&server, meeting, &session)();
    let whole = begun.elapsed();
    assert!(answer.contains(" 204 "), "{answer}");
    drop(server);
    let (mut stands, mut nothing) = (0, 0);
    for tenth in 0..10 {
        afresh();
        let server = Server::start(house.data());
        let _unheard = ask(&server, meeting, &session);
        thread::sleep(whole * tenth / 9);
        drop(server);
        let store = house.open().await;
        *(if is_adopted(&store, meeting).await { &mut stands } else { &mut nothing }) += 1;
        store.close().await;
        assert!(inspect(&house.store_file()).await.unwrap().is_whole());
    }
    assert!(nothing > 0, "no kill came in time to test anything ({stands} stand)");

    // What was broken off is done as if nothing had been, and done twice it is done once.
    afresh();
    let server = Server::start(house.data());
    for _ in 0..2 {
        let answer = ask(&server, meeting, &session)();
        assert!(answer.contains(" 204 "), "{answer}");
    }
    drop(server);
    let store = house.open().await;
    assert!(is_adopted(&store, meeting).await);
    store.close().await;
}
