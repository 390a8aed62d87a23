//! The papers of a meeting as their page lists them, and the books of its cell, to whom they are open.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    books::{self, Asked, Book, IssuedLine, PaperKind},
    meetings,
    papers::{self, Format, Invitee, PaperForm, Standing},
};
use nennep_domain::{
    ids::{IssueId, OrganisationId},
    papers::{DocumentType, PaperType},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::NOVEMBER;

async fn register(
    ctx: &Ctx,
    cell: OrganisationId,
    after: Option<(Date, IssueId)>,
) -> Result<Book<IssuedLine>, Error> {
    Ok(books::papers(ctx, cell, Asked::default(), after).await?.book)
}

#[rstest]
#[tokio::test]
async fn papers_and_books_show_what_stands_and_to_whom(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let held = world.hold_meeting(NOVEMBER).await;
    let before = papers::of_meeting(&secretary, held.meeting).await.unwrap();
    assert!(matches!(before.may_issue, Some(Ok(()))));
    let standing = |of: &papers::Papers, paper| {
        let found = of.papers.iter().find(|state| state.paper == paper).unwrap();
        (found.standing, found.reference.clone())
    };
    assert_eq!(standing(&before, PaperType::Minutes), (Standing::Draft, None));
    let invitation = standing(&before, PaperType::Invitation);
    assert_eq!(invitation, (Standing::Issued(date(2026, 11, 2)), Some("01-GM/CB".to_owned())));
    let version = meetings::show(&secretary, held.meeting).await.unwrap().items[0].version;
    let item = meetings::show(&secretary, held.meeting).await.unwrap().items[0].id;
    meetings::save_notes(&secretary, held.meeting, item, version, "Tốt 👍").await.unwrap();
    meetings::adopt(&secretary, held.meeting).await.unwrap();
    papers::issue(&secretary, held.meeting, DocumentType::Resolution).await.unwrap();
    let after = papers::of_meeting(&secretary, held.meeting).await.unwrap();
    assert!(after.may_issue.is_none());
    assert_eq!(standing(&after, PaperType::Minutes).1.as_deref(), Some("01-BB/CB"));
    assert_eq!(standing(&after, PaperType::Resolution).0, Standing::Issued(NOVEMBER));
    assert_eq!(after.papers[0].unprintable, ['👍']);
    let draft =
        papers::print(&secretary, held.meeting, PaperType::Minutes, Format::Docx, &Invitee::Open).await;
    let draft = draft.unwrap();
    assert!(draft.bytes.starts_with(b"PK"));
    assert_eq!(
        draft.file_name,
        "bien-ban-sinh-hoat-chi-bo-thuong-ky-thang-11-nam-2026-chi-bo-to-dan-pho-so-5.docx"
    );

    for (account, reads) in [
        (world.member, true),
        (world.overseer, true),
        (world.leader, true),
        (world.office, true),
        (world.inspector, true),
        (world.stranger, false),
        (world.administrator, false),
    ] {
        let ctx = world.acting_for(account).await;
        let book = books::minutes(&ctx, world.residential, None).await;
        assert_eq!(book.is_ok(), reads);
        let printed =
            papers::print(&ctx, held.meeting, PaperType::Minutes, Format::Pdf, &Invitee::Open).await;
        assert_eq!(printed.is_ok(), reads);
        if let Ok(book) = book {
            assert_eq!((book.lines.len(), book.more), (1, false));
            assert_eq!(book.lines[0].reference, "01-BB/CB");
            assert!(book.lines[0].line.adopted_at.is_some() && book.lines[0].line.additions == 0);
            let asked = Asked { kind: Some(PaperKind::Document(DocumentType::Resolution)), year: Some(2026) };
            let register = books::papers(&ctx, world.residential, asked, None).await.unwrap();
            let numbers: Vec<_> = register.book.lines.iter().map(|line| line.reference.as_str()).collect();
            assert_eq!((numbers, register.years), (vec!["01-NQ/CB"], vec![2026]));
            let kinds: Vec<_> = register.kinds.iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
            assert_eq!(kinds, [("minutes", 1), ("invitation", 1), ("resolution", 1)]);
            let none = Asked { year: Some(2025), ..asked };
            let none = books::papers(&ctx, world.residential, none, None).await.unwrap();
            assert!(none.book.lines.is_empty());
        }
    }
    let mut tx = secretary.store.read().await.unwrap();
    let printed = nennep_store::events::list_of(&mut tx, held.meeting.0, 50).await.unwrap();
    drop(tx);
    let printed = printed.iter().filter(|event| event.kind == "paper.printed").count();
    assert_eq!(printed, 6, "each printing is noted: once by the secretary, once by each who may read");

    // The shelf: a member's own cell, the overseer's too, a committee's by search.
    let member = books::shelf(&world.acting_for(world.member).await, "", None).await.unwrap();
    assert_eq!((member.own.len(), member.within.is_none(), member.cells.len()), (1, true, 0));
    let overseer = books::shelf(&world.acting_for(world.overseer).await, "", None).await.unwrap();
    assert_eq!(overseer.own.len(), 2);
    let office = books::shelf(&world.acting_for(world.office).await, "to dan pho", None).await.unwrap();
    assert_eq!((office.own.len(), office.cells.len()), (0, 1));
}

#[rstest]
#[tokio::test]
async fn long_books_are_read_leaf_by_leaf(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let leaf = usize::try_from(books::LEAF).unwrap();
    for n in 0..leaf + 3 {
        let form = PaperForm { document: DocumentType::Notice, about: format!("Thông báo {n}") };
        papers::take_number(&secretary, world.residential, IssueId(secretary.new_id()), &form).await.unwrap();
    }
    let first = register(&secretary, world.residential, None).await.unwrap();
    assert_eq!((first.lines.len(), first.more), (leaf, true));
    let last = &first.lines.last().unwrap().paper;
    let second = register(&secretary, world.residential, Some((last.issued_on, last.id))).await.unwrap();
    assert_eq!((second.lines.len(), second.more), (3, false));
    let mut numbers: Vec<_> = first.lines.iter().chain(&second.lines).map(|line| line.paper.number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    assert_eq!(numbers.len(), leaf + 3, "no line twice, none lost");
}
