//! What the register costs on another day, and moving a hundred cells.

use anyhow::{Context as _, Result};
use nennep_domain::organisations::OrganisationKind;
use nennep_store::{
    Store, members,
    organisations::{self, Filter},
};
use serde_json::json;

use crate::{
    load::load,
    server::Server,
    steps::{SECONDS, print},
    stores::Measured,
};

/// So many cells are moved at once.
const MOVED: usize = 100;

/// The district's roll, tree and signs, as the leader of the district asks for them.
pub(crate) async fn on_a_day(district: &Measured) -> Result<()> {
    let server = Server::start(district).await?;
    let leader = server.signed_in("bithuphuong").await?;
    // The yearly rating sheet of the district: every base organisation with its levels and its ceiling.
    let store = district.open().await?;
    let root = organisations::roots(&mut store.read().await?).await?.into_iter().next();
    store.close().await;
    let rating_sheet = format!("/organisations/{}/ratings?year=2025", root.context("no organisation")?.id);
    for (what, path) in [
        ("roll_today", "/members"),
        ("roll_on_a_day", "/members?on=2026-03-15"),
        ("tree_on_a_day", "/organisations?on=2026-03-15"),
        ("signs", "/signs"),
        ("rating_sheet", rating_sheet.as_str()),
    ] {
        let figures = load(&server.host, &leader, path, 1, SECONDS / 2).await?;
        print(what, &serde_json::to_value(figures)?);
    }
    Ok(())
}

/// The whole roll of the district on a day, and the hundred largest cells moved below a committee founded for them. The district's
/// tree is another one afterwards.
pub(crate) async fn moved(district: &Measured) -> Result<()> {
    let whole = district.run(&["members", "list", "--on", "2026-03-15", "--json"])?;
    print("whole_roll_on_a_day", &json!({ "seconds": whole.as_secs_f64() }));
    let store = district.open().await?;
    let (codes, people, root) = largest(&store).await?;
    let new = (900..1000).map(|n| format!("{root}.{n}"));
    let mut tx = store.read().await?;
    let mut free = None;
    for code in new {
        if organisations::find_by_code(&mut tx, &code).await?.is_none() {
            free = Some(code);
            break;
        }
    }
    drop(tx);
    store.close().await;
    let new = free.context("no code is free")?;
    let decided = ["--decision", "1-QĐ/QU", "--on", "2026-11-12"];
    let found = [
        "organisations",
        "found",
        "--kind",
        "committee",
        "--code",
        &new,
        "--name",
        "Đảng bộ Khối",
        "--parent",
        &root,
    ];
    district.run(&[&found[..], &decided].concat())?;
    let mut arguments = vec!["organisations", "move"];
    arguments.extend(codes.iter().map(String::as_str));
    arguments.extend(["--to", &new]);
    arguments.extend(decided);
    let took = district.run(&arguments)?;
    print("move_100_cells", &json!({ "seconds": took.as_secs_f64(), "members": people }));
    Ok(())
}

/// The codes of the largest cells, how many members they have, and the code of the organisation above all.
async fn largest(store: &Store) -> Result<(Vec<String>, u32, String)> {
    let mut tx = store.read().await?;
    let root = organisations::roots(&mut tx).await?.into_iter().next().context("no organisation")?;
    let cells = Filter { within: Some(root.id), kind: Some(OrganisationKind::Cell), ..Filter::default() };
    let cells = organisations::list(&mut tx, cells, u32::MAX).await?;
    let mut counts = members::membership_counts(&mut tx, root.id, jiff::civil::date(2026, 11, 12)).await?;
    counts.sort_by_key(|(_, official, probationary)| std::cmp::Reverse(official + probationary));
    counts.truncate(MOVED);
    let people = counts.iter().map(|(_, official, probationary)| official + probationary).sum();
    let code = |id| cells.iter().find(|cell| cell.id == id).map(|cell| cell.code.clone());
    Ok((counts.iter().filter_map(|(id, ..)| code(*id)).collect(), people, root.code))
}
