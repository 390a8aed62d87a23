//! Registers taken in from spreadsheets and written out again.

mod export;
mod files;
mod members;
mod organisations;
mod uploads;

use nennep_app::{
    App, Ctx,
    imports::{self, ByHand, File, Kind, Review},
};
use nennep_domain::{ids::OrganisationId, sheets::RowProblem};
use nennep_store::tables;

/// A file of lines whose cells are parted by `|`.
fn file(kind: Kind, lines: &str) -> File {
    bytes(kind, lines.replace('|', ";").into_bytes())
}

fn bytes(kind: Kind, bytes: Vec<u8>) -> File {
    File { kind, name: "danh-sach.csv".to_owned(), bytes: bytes.into(), into: None, columns: ByHand::new() }
}

fn members(lines: &str) -> File {
    file(Kind::Members, lines)
}

fn into(file: File, into: OrganisationId) -> File {
    File { into: Some(into), ..file }
}

async fn take(ctx: &Ctx, file: &File) -> Review {
    imports::take(ctx, file, &mut |_, _| {}).await.unwrap()
}

/// Lines, added, changed, unchanged, refused.
fn counts(review: &Review) -> [usize; 5] {
    let counts = &review.counts;
    [counts.rows, counts.added, counts.changed, counts.unchanged, counts.refused]
}

/// Row, column, value and reason.
fn short(problem: &RowProblem) -> String {
    assert!(problem.remedy.key.ends_with("-remedy"), "{problem:?} says what to do");
    format!("{} {} {:?}: {}", problem.row, problem.column, problem.value, problem.reason.key)
}

fn problems(review: &Review) -> Vec<String> {
    review.problems.iter().map(short).collect()
}

/// How many rows each table has: what a deed that wrote nothing leaves as it was.
async fn rows(app: &App) -> Vec<(&'static str, u64)> {
    tables::row_counts(&mut app.store.read().await.unwrap()).await.unwrap()
}
