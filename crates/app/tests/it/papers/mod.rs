//! Papers of a lived meeting: numbered once, frozen, printed, and kept in the cell's books.

mod books;
mod frozen;
mod lists;
mod numbers;

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    papers::{self, Format, Invitee, Printed},
};
use nennep_domain::{ids::MeetingId, papers::PaperType};
use nennep_store::members;
use nennep_testkit::World;

const NOVEMBER: Date = date(2026, 11, 5);
const DECEMBER: Date = date(2026, 12, 3);

fn refused(error: &Error) -> &'static str {
    match error {
        Error::Refused(refusal) => refusal.code(),
        Error::Invalid(problems) => problems.0[0].sentence.key,
        other => panic!("not a refusal: {other:?}"),
    }
}

fn cited(error: &Error) -> String {
    let Error::Refused(refusal) = error else { panic!("not a refusal: {error:?}") };
    refusal.citation().unwrap().to_string()
}

async fn printed(ctx: &Ctx, meeting: MeetingId, paper: PaperType) -> Printed {
    papers::print(ctx, meeting, paper, Format::Pdf, &Invitee::Open).await.unwrap()
}

/// The text of a PDF in the order it is set, blanks as one.
fn text_of(printed: &Printed) -> String {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, &printed.bytes).unwrap();
    let text = std::process::Command::new("pdftotext")
        .args(["-enc", "UTF-8", "-raw"])
        .arg(&file)
        .arg("-")
        .output()
        .unwrap_or_else(|error| panic!("pdftotext: {error}; run bin/setup"));
    assert!(text.status.success());
    String::from_utf8(text.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for piece in wanted {
        rest = rest.split_once(piece).unwrap_or_else(|| panic!("no {piece:?} in its place in: {text}")).1;
    }
}

async fn rename(world: &World, n: usize, name: &str) {
    let mut tx = world.test.app.store.write().await.unwrap();
    let member = members::find(&mut tx, world.members[n]).await.unwrap().unwrap();
    let profile = nennep_domain::members::Profile { full_name: name.to_owned(), ..member.profile };
    let now = world.test.app.now();
    assert!(members::update_profile(&mut tx, member.id, &profile, None, now).await.unwrap());
    tx.commit().await.unwrap();
}
