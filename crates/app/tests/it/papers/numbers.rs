//! Numbers of papers: no gap, no double, anew with each term, and none for what a cell may not issue.

use jiff::civil::{Date, date};
use nennep_app::{
    Error,
    books::{self, Asked},
    papers::{self, PaperForm, TermForm},
};
use nennep_domain::{
    ids::{IssueId, OrganisationId},
    papers::DocumentType,
};
use nennep_store::issues;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{DECEMBER, NOVEMBER, cited, refused};

#[rstest]
#[tokio::test]
async fn what_may_not_be_issued_is_refused_with_the_rule(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let called = world.call_meeting(NOVEMBER).await;
    let early = papers::issue(&secretary, called, DocumentType::Resolution).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-opened");
    let early = papers::issue(&secretary, called, DocumentType::Minutes).await.unwrap_err();
    assert_eq!(refused(&early), "meetings-refused-not-adopted");
    for document in
        [DocumentType::Regulation, DocumentType::Guidance, DocumentType::Directive, DocumentType::Circular]
    {
        let error = papers::issue(&secretary, called, document).await.unwrap_err();
        assert_eq!(
            (refused(&error), cited(&error).as_str()),
            ("papers-refused-not-for-cells", "399-QĐ/TW, Điều 11, 13")
        );
        let form = PaperForm { document, about: "về việc giữ gìn vệ sinh".to_owned() };
        let error =
            papers::take_number(&secretary, world.residential, IssueId(secretary.new_id()), &form).await;
        assert_eq!(refused(&error.unwrap_err()), "papers-refused-not-for-cells");
    }
    let error = papers::issue(&secretary, called, DocumentType::Plan).await.unwrap_err();
    assert_eq!(refused(&error), "papers-refused-not-of-meetings");
    // Nobody else gives numbers, and strangers are told nothing.
    for (account, known) in [(world.member, true), (world.overseer, true), (world.stranger, false)] {
        let ctx = world.acting_for(account).await;
        let error = papers::issue(&ctx, called, DocumentType::Resolution).await.unwrap_err();
        assert_eq!(matches!(error, Error::Forbidden), known, "{error:?}");
        let form = PaperForm { document: DocumentType::Plan, about: "về việc".to_owned() };
        let error =
            papers::take_number(&ctx, world.residential, IssueId(ctx.new_id()), &form).await.unwrap_err();
        assert_eq!(matches!(error, Error::Forbidden), known, "{error:?}");
    }
}

#[rstest]
#[tokio::test]
async fn many_writers_leave_no_gap_and_no_double(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    // A cell for which nobody entered a term gets one, and one only.
    let bare = cell_without_term(&world).await;
    let system = world.test.app.as_system();
    let mut writers = Vec::new();
    for n in 0..16 {
        let (ctx, id) = (system.clone(), IssueId(system.new_id()));
        writers.push(tokio::spawn(async move {
            let form = PaperForm { document: DocumentType::Notice, about: format!("Thông báo thứ {n}") };
            papers::take_number(&ctx, bare, id, &form).await.unwrap().number.unwrap()
        }));
    }
    let mut numbers = Vec::new();
    for writer in writers {
        numbers.push(writer.await.unwrap());
    }
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=16).collect::<Vec<_>>());
    let terms = issues::terms(&mut system.store.read().await.unwrap(), bare).await.unwrap();
    assert_eq!(terms.len(), 1);
    assert_eq!(
        (terms[0].name.as_str(), terms[0].from_on, terms[0].to_on),
        ("từ 15/9/2025", date(2025, 9, 15), None)
    );
    let book = books::papers(&system, bare, Asked::default(), None).await.unwrap().book;
    assert_eq!(book.lines.len(), 16);
    assert!(book.lines.iter().any(|line| line.reference == "07-TB/CB"));
}

async fn cell_without_term(world: &World) -> OrganisationId {
    use nennep_domain::organisations::{CellType, Organisation, OrganisationKind};
    let app = &world.test.app;
    let id = OrganisationId(app.new_id());
    let cell = Organisation {
        id,
        code: "38.168.000.000.009".to_owned(),
        name: "Chi bộ Trạm Y tế".to_owned(),
        kind: OrganisationKind::Cell,
        cell_type: Some(CellType::PublicService),
        parent: Some(world.ward),
        from_on: date(2025, 9, 15),
        to_on: None,
    };
    let mut tx = app.store.write().await.unwrap();
    nennep_store::organisations::insert_many(&mut tx, &[cell]).await.unwrap();
    tx.commit().await.unwrap();
    id
}

#[rstest]
#[tokio::test]
async fn numbers_run_through_a_term_and_begin_anew_in_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let cell = world.residential;
    let take = async |on: Date| {
        world.test.at(on.at(9, 0, 0, 0));
        let form = PaperForm { document: DocumentType::Report, about: "Báo cáo quý".to_owned() };
        let id = IssueId(secretary.new_id());
        let number = papers::take_number(&secretary, cell, id, &form).await.unwrap();
        assert_eq!(papers::take_number(&secretary, cell, id, &form).await.unwrap(), number, "sent twice");
        number.reference()
    };
    assert_eq!(take(date(2026, 12, 31)).await, "01-BC/CB");
    assert_eq!(take(date(2027, 1, 1)).await, "02-BC/CB", "not restarted on 1 January");

    // The ward's organisation office notes the congress; the secretary may not.
    let (id, office) = (secretary.new_id(), world.acting_for(world.office).await);
    let term = |name: &str, from_on| TermForm { name: name.to_owned(), from_on: Some(from_on) };
    let next = term("2027-2032", date(2027, 3, 20));
    assert!(matches!(papers::begin_term(&secretary, cell, id, &next).await, Err(Error::Forbidden)));
    let over = papers::begin_term(&office, cell, id, &term("2026-2031", date(2026, 6, 1))).await;
    assert_eq!(refused(&over.unwrap_err()), "papers-term-numbers-after");
    let early = papers::begin_term(&office, cell, id, &term("2020-2025", date(2020, 6, 1))).await;
    assert_eq!(refused(&early.unwrap_err()), "papers-term-not-later");
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    papers::take_term_back(&office, cell, id).await.unwrap();
    papers::take_term_back(&office, cell, id).await.unwrap();
    assert_eq!(take(date(2027, 3, 19)).await, "03-BC/CB", "taken back, the former term runs on");
    papers::begin_term(&office, cell, id, &next).await.unwrap();
    assert_eq!(take(date(2027, 3, 20)).await, "01-BC/CB", "the new term begins at 01");
    let used = papers::take_term_back(&office, cell, id).await.unwrap_err();
    assert_eq!(refused(&used), "papers-term-in-use");
}

#[rstest]
#[tokio::test]
async fn a_paper_issued_by_many_at_once_has_one_number(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let first = world.hold_meeting(NOVEMBER).await.meeting;
    let second = world.hold_meeting(DECEMBER).await.meeting;
    let mut presses = Vec::new();
    for n in 0..12 {
        let (ctx, meeting) = (secretary.clone(), if n % 2 == 0 { first } else { second });
        presses.push(tokio::spawn(async move {
            (meeting, papers::issue(&ctx, meeting, DocumentType::Resolution).await.unwrap().reference())
        }));
    }
    let mut given = std::collections::BTreeSet::new();
    for press in presses {
        given.insert(press.await.unwrap());
    }
    let numbers: Vec<_> = given.iter().map(|(_, number)| number.as_str()).collect();
    assert_eq!(given.len(), 2, "each meeting's resolution has one number: {given:?}");
    assert!(numbers.contains(&"01-NQ/CB") && numbers.contains(&"02-NQ/CB"), "{numbers:?}");
}
