//! What is measured, step by step; each prints one line of JSON.

use std::{
    collections::BTreeSet,
    time::{Duration, Instant},
};

use anyhow::{Context as _, Result, ensure};
use nennep_domain::{accounts::Office, ids::MeetingId, meetings::MeetingState};
use nennep_store::{Store, accounts, meetings, offices};
use serde_json::{Value, json};

use crate::{
    load::{Connection, anew, load},
    server::Server,
    stores::{Measured, Place},
};

/// For how long each page is asked for.
pub(crate) const SECONDS: u64 = 10;

pub(crate) fn print(what: &str, figures: &Value) {
    println!("{}", json!({ "what": what, "figures": figures }));
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

/// The program's size.
pub(crate) fn binary(place: &Place) -> Result<()> {
    let bytes = std::fs::metadata(&place.program)?.len();
    print("binary", &json!({ "megabytes": bytes >> 20 }));
    Ok(())
}

/// A district's twelve months.
pub(crate) fn fill(place: &Place) -> Result<Measured> {
    let store = place.store("district")?;
    let demo = ["demo", "--scale", "district", "--until", "2026-11", "--no-serve"];
    let took = store.run(&demo)?;
    let again = store.run(&demo)?;
    let megabytes = store.bytes().map(|bytes| bytes >> 20);
    print(
        "fill",
        &json!({ "seconds": took.as_secs_f64(), "again_seconds": again.as_secs_f64(), "megabytes": megabytes }),
    );
    Ok(store)
}

/// The district's registers, written out and taken into an empty store.
pub(crate) fn import(place: &Place, district: &Measured) -> Result<()> {
    let (organisations, members) = (place.file("organisations.xlsx"), place.file("members.xlsx"));
    for file in [&organisations, &members] {
        let _ = std::fs::remove_file(file);
    }
    district.run(&["export", "organisations", "--out", &organisations])?;
    let written = district.run(&["export", "members", "--out", &members])?;
    let empty = place.store("import")?;
    let tree = empty.run(&["import", "organisations", &organisations])?;
    let taken = empty.run(&["import", "members", &members])?;
    let again = empty.run(&["import", "members", &members])?;
    print(
        "import",
        &json!({
            "export_members_seconds": written.as_secs_f64(), "organisations_seconds": tree.as_secs_f64(),
            "members_seconds": taken.as_secs_f64(), "members_again_seconds": again.as_secs_f64(),
        }),
    );
    Ok(())
}

/// A meeting of the store that has come just so far, the one with most members on its roll.
async fn meeting(
    store: &Store,
    state: MeetingState,
) -> Result<(MeetingId, nennep_domain::ids::OrganisationId)> {
    let mut tx = store.read().await?;
    let filter = meetings::Filter { latest_first: true, ..meetings::Filter::default() };
    let listed = meetings::list(&mut tx, filter, 5_000).await?;
    let found =
        listed.iter().map(|line| &line.meeting).find(|one| one.state() == state && one.kind.is_routine());
    found.map(|one| (one.id, one.cell)).context("no such meeting in the sample")
}

/// The login of the cell's secretary.
async fn secretary(store: &Store, cell: nennep_domain::ids::OrganisationId) -> Result<String> {
    let mut tx = store.read().await?;
    let today = jiff::civil::date(2026, 11, 12);
    let held = offices::holders(&mut tx, cell, today).await?;
    let one = held.iter().find(|holder| holder.term.office == Office::Secretary);
    let member = one.and_then(|holder| holder.term.member).context("no secretary")?;
    Ok(accounts::find_by_member(&mut tx, member).await?.context("no account")?.login)
}

/// The district served: start, pages, papers, memory.
pub(crate) async fn serve(district: &Measured) -> Result<()> {
    let store = district.open().await?;
    let (id, cell) = meeting(&store, MeetingState::Reported).await?;
    let login = secretary(&store, cell).await?;
    let server = Server::start(district).await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    print(
        "start",
        &json!({ "seconds": server.started.as_secs_f64(), "megabytes_at_rest": server.megabytes()? }),
    );
    let (leader, member) = (server.signed_in("bithuphuong").await?, server.signed_in(&login).await?);
    let meeting = format!("/meetings/{id}");
    for (what, cookie, path) in [("grid", &leader, "/months"), ("meeting", &member, meeting.as_str())] {
        for connections in [1, 32] {
            let figures = load(&server.host, cookie, path, connections, SECONDS).await?;
            print(what, &serde_json::to_value(figures)?);
        }
        let figures = anew(&server.host, cookie, path, &store, SECONDS).await?;
        print(&format!("{what}_anew"), &serde_json::to_value(figures)?);
    }
    store.close().await;
    for (what, path) in [
        ("search", "/search?q=nguyen+van+an"),
        ("search_many", "/search?q=nguyen"),
        ("search_misspelt", "/search?q=nguyeen+vaan"),
        ("search_nothing", "/search?q=qwertyuiop"),
        ("search_cell_and_month", "/search?q=to+dan+pho+so+3+thang+9"),
    ] {
        let figures = load(&server.host, &leader, path, 1, SECONDS / 2).await?;
        print(what, &serde_json::to_value(figures)?);
    }
    let paper = format!("/meetings/{id}/papers/print/minutes.pdf");
    let figures = load(&server.host, &member, &paper, 1, SECONDS).await?;
    print("minutes_pdf", &serde_json::to_value(figures)?);
    print("memory", &json!({ "megabytes_after_load": server.megabytes()? }));
    Ok(())
}

/// Fifty people checked in at once, in the running meeting of the ward's largest cell.
pub(crate) async fn check_in(place: &Place) -> Result<()> {
    let ward = place.store("ward")?;
    ward.run(&["demo", "--until", "2026-11", "--no-serve"])?;
    let store = ward.open().await?;
    let (id, cell) = meeting(&store, MeetingState::Running).await?;
    let login = secretary(&store, cell).await?;
    let roll = meetings::roll(&mut store.read().await?, id).await?;
    store.close().await;
    let members: Vec<_> =
        roll.iter().filter(|line| line.must_be_called()).map(|line| line.who.member).take(50).collect();
    ensure!(members.len() == 50, "the running meeting has only {} members", members.len());
    let server = Server::start(&ward).await?;
    let cookie = server.signed_in(&login).await?;
    let mut best = Duration::MAX;
    for _ in 0..5 {
        let mut connections = Vec::new();
        for _ in &members {
            connections.push(Connection::open(&server.host, &cookie).await?);
        }
        let begun = Instant::now();
        let marks: Vec<_> = connections
            .into_iter()
            .zip(&members)
            .map(|(mut connection, member)| {
                let path = format!("/meetings/{id}/roll/{member}");
                tokio::spawn(async move { connection.ask("PUT", &path, "attendance=present").await })
            })
            .collect();
        let mut answers = BTreeSet::new();
        for mark in marks {
            answers.insert(mark.await??.status);
        }
        ensure!(answers.iter().all(|status| (200..400).contains(status)), "checking in gave {answers:?}");
        best = best.min(begun.elapsed());
    }
    print("check_in_50", &json!({ "milliseconds": milliseconds(best) }));
    Ok(())
}

/// The grid after one year and after ten.
pub(crate) async fn years(place: &Place) -> Result<()> {
    for (years, until, months) in [(1, "2026-06", "12"), (10, "2035-06", "120")] {
        let store = place.store(&format!("years_{years}"))?;
        store.run(&["demo", "--until", until, "--months", months, "--no-serve"])?;
        let server = Server::start(&store).await?;
        let cookie = server.signed_in("bithuphuong").await?;
        let figures = load(&server.host, &cookie, &format!("/months?to={until}"), 1, SECONDS).await?;
        print(&format!("grid_after_{years}_years"), &serde_json::to_value(figures)?);
    }
    Ok(())
}

/// The limit of what serves: the same server and an empty answer.
pub(crate) async fn floor() -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let host = listener.local_addr()?.to_string();
    let empty = axum::Router::new().route("/", axum::routing::get(|| async {}));
    let serving = tokio::spawn(async move { axum::serve(listener, empty).await });
    for connections in [1, 32] {
        let figures = load(&host, "", "/", connections, SECONDS).await?;
        print("empty_body", &serde_json::to_value(figures)?);
    }
    serving.abort();
    Ok(())
}
