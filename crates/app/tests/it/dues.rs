//! Dues: reckoned by the rules, paid, closed month by month, sent up and received; and who may see what.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error,
    dues::{self, BasisForm, Payment, Remitting},
    registers::Format,
    signs,
};
use nennep_domain::{
    dues::{DuesCategory, PaymentWay},
    ids::{MemberId, ReceiptId, RemittanceId},
    signs::SignKind,
    time::Month,
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn wrong<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> Vec<&'static str> {
    match result {
        Err(Error::Invalid(problems)) => problems.0.iter().map(|problem| problem.field).collect(),
        other => panic!("{other:?}"),
    }
}

fn basis(category: DuesCategory, dong: Option<i64>) -> BasisForm {
    BasisForm { from: month("2026-01"), category, dong, note: String::new() }
}

/// Everybody of the residential cell pays as a pupil, 5,000 đồng a month.
async fn pupils(ctx: &Ctx, world: &World) {
    for member in &world.members {
        dues::state(ctx, *member, &basis(DuesCategory::Student, None)).await.unwrap();
    }
}

fn payment(ctx: &Ctx, member: MemberId, months: (&str, &str), dong: i64, on: Date) -> Payment {
    Payment {
        id: ReceiptId(ctx.new_id()),
        member,
        from: month(months.0),
        to: month(months.1),
        dong,
        paid_on: on,
        way: PaymentWay::Cash,
        note: String::new(),
    }
}

#[rstest]
#[tokio::test]
async fn a_month_is_collected_closed_and_sent_up(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.test.at(date(2026, 10, 28).at(19, 0, 0, 0));
    let (secretary, cell) = (world.acting_for(world.secretary).await, world.residential);
    let (october, today) = (month("2026-10"), date(2026, 10, 28));
    let book = dues::of_cell(&secretary, cell, october).await.unwrap();
    assert_eq!(book.lines.len(), 22);
    assert!(book.lines.iter().all(|line| line.paid.owed.is_none()), "nothing is guessed");
    assert_eq!(refused(dues::close(&secretary, cell, october).await), "dues-refused-not-reckoned");
    pupils(&secretary, &world).await;

    // One pays three months, one pays more, the others this month; two do not pay.
    let three = payment(&secretary, world.members[0], ("2026-10", "2026-12"), 15_000, today);
    let receipt = dues::pay(&secretary, cell, &three).await.unwrap();
    assert_eq!(receipt.months.len(), 3);
    assert_eq!(dues::pay(&secretary, cell, &three).await.unwrap().id, receipt.id, "sent twice it is one");
    let more = payment(&secretary, world.members[1], ("2026-10", "2026-10"), 20_000, today);
    dues::pay(&secretary, cell, &more).await.unwrap();
    let others = &world.members[..20];
    let way = PaymentWay::Cash;
    assert_eq!(dues::pay_all(&secretary, cell, october, others, today, way).await.unwrap(), 18);
    assert_eq!(dues::pay_all(&secretary, cell, october, others, today, way).await.unwrap(), 0, "twice");
    let book = dues::of_cell(&secretary, cell, october).await.unwrap();
    assert_eq!((book.owed(), book.paid(), book.collected), (110_000, 115_000, 125_000));
    assert_eq!(book.to_send(), 87_500, "70 % of what was received");
    let numbers: Vec<_> = book.receipts.iter().filter_map(|(receipt, _)| receipt.number).collect();
    assert_eq!(numbers, (1..=20).collect::<Vec<_>>(), "no gap and no double");

    // Struck out, a receipt keeps its number.
    let last = book.receipts.last().unwrap().0.clone();
    dues::withdraw(&secretary, last.id).await.unwrap();
    dues::withdraw(&secretary, last.id).await.unwrap();
    let again = payment(&secretary, last.member, ("2026-10", "2026-10"), 5_000, today);
    assert_eq!(dues::pay(&secretary, cell, &again).await.unwrap().number, Some(21));

    dues::excuse(&secretary, cell, october, world.members[20], "Điều trị dài ngày").await.unwrap();
    let paid = dues::excuse(&secretary, cell, october, world.members[0], "x").await;
    assert_eq!(refused(paid), "dues-refused-is-paid");
    assert_eq!(refused(dues::close(&secretary, cell, month("2026-11")).await), "dues-refused-month-to-come");
    dues::close(&secretary, cell, october).await.unwrap();
    dues::close(&secretary, cell, october).await.unwrap();
    let late = payment(&secretary, world.members[21], ("2026-10", "2026-10"), 5_000, today);
    assert_eq!(refused(dues::pay(&secretary, cell, &late).await), "dues-refused-month-closed");
    assert_eq!(refused(dues::withdraw(&secretary, again.id).await), "dues-refused-month-closed");

    // Opened again within a day, closed again; then sent.
    dues::open_again(&secretary, cell, october).await.unwrap();
    dues::open_again(&secretary, cell, october).await.unwrap();
    let sent = |ctx: &Ctx, dong| Remitting {
        id: RemittanceId(ctx.new_id()),
        dong,
        sent_on: today,
        note: String::new(),
    };
    let early = dues::remit(&secretary, cell, october, &sent(&secretary, 87_500)).await;
    assert_eq!(refused(early), "dues-refused-month-open");
    dues::close(&secretary, cell, october).await.unwrap();
    let first = sent(&secretary, 87_500);
    dues::remit(&secretary, cell, october, &first).await.unwrap();
    dues::remit(&secretary, cell, october, &first).await.unwrap();
    assert_eq!(refused(dues::open_again(&secretary, cell, october).await), "dues-refused-sent");

    // The committee received less, and sees it; no names.
    let office = world.acting_for(world.office).await;
    assert!(matches!(dues::receive(&secretary, first.id, 87_500, today).await, Err(Error::Forbidden)));
    dues::receive(&office, first.id, 87_000, today).await.unwrap();
    dues::receive(&office, first.id, 87_000, today).await.unwrap();
    assert_eq!(refused(dues::receive(&office, first.id, 87_500, today).await), "dues-refused-received");
    let withdrawn = dues::withdraw_remittance(&secretary, cell, first.id).await;
    assert_eq!(refused(withdrawn), "dues-refused-received");
    let all = dues::of_committee(&office, world.ward, october).await.unwrap();
    let one = all.cells.iter().find(|one| one.cell.id == cell).unwrap();
    assert_eq!((one.members, one.sums.payers, one.sums.unpaid), (22, 20, 1));
    assert_eq!((one.sent(), one.received(), one.difference()), (87_500, 87_000, 500));
    assert!(all.receives && !one.opens, "the office keeps no cell's book");
    dues::take_reception_back(&office, first.id).await.unwrap();
    dues::take_reception_back(&office, first.id).await.unwrap();
    dues::withdraw_remittance(&secretary, cell, first.id).await.unwrap();
    dues::withdraw_remittance(&secretary, cell, first.id).await.unwrap();

    for (format, head) in [(Format::Pdf, &b"%PDF"[..]), (Format::Xlsx, &b"PK"[..])] {
        let written = dues::year_of_cell(&secretary, cell, 2026, format).await.unwrap();
        assert!(written.bytes.starts_with(head), "{}", written.file_name);
    }
}

#[rstest]
#[tokio::test]
async fn statement_36_unpaid_months_become_signs_and_go_once_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let cell = world.residential;
    let secretary = world.acting_for(world.secretary).await;
    pupils(&secretary, &world).await;
    let (forgets, others) = (world.members[9], [&world.members[..9], &world.members[10..]].concat());
    let said = async || {
        let ctx = world.acting_for(world.secretary).await;
        let found = signs::list(&ctx, Some(cell)).await.unwrap();
        let of_dues = [SignKind::DuesBehind, SignKind::RemovalToConsider];
        let kinds = found.iter().filter(|one| of_dues.contains(&one.sign.kind));
        kinds.map(|one| (one.sign.kind, one.sign.member.unwrap())).collect::<Vec<_>>()
    };
    for (n, text) in ["2026-08", "2026-09", "2026-10"].into_iter().enumerate() {
        let day = month(text).last_day();
        world.test.at(day.at(20, 0, 0, 0));
        let ctx = world.acting_for(world.secretary).await;
        dues::pay_all(&ctx, cell, month(text), &others, day, PaymentWay::Bank).await.unwrap();
        assert_eq!(said().await.len(), usize::from(n > 1), "an open month does not count: {text}");
        dues::close(&ctx, cell, month(text)).await.unwrap();
    }
    assert_eq!(said().await, [(SignKind::RemovalToConsider, forgets)]);
    world.test.at(date(2026, 11, 5).at(20, 0, 0, 0));
    let ctx = world.acting_for(world.secretary).await;
    dues::excuse(&ctx, cell, month("2026-09"), forgets, "Nằm viện").await.unwrap();
    assert_eq!(said().await, [(SignKind::DuesBehind, forgets)]);
    let late = payment(&ctx, forgets, ("2026-08", "2026-10"), 10_000, date(2026, 11, 5));
    let receipt = dues::pay(&ctx, cell, &late).await.unwrap();
    assert_eq!(receipt.months.len(), 2, "the oldest months first");
    assert!(said().await.is_empty());
    let book = dues::of_cell(&ctx, cell, month("2026-10")).await.unwrap();
    assert_eq!(book.collected, 21 * 5_000, "what a closed month received stands");
}

#[rstest]
#[tokio::test]
async fn a_member_states_and_sees_the_own_dues_and_no_others(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (member, own) = (world.acting_for(world.member).await, world.members[5]);
    let insured = basis(DuesCategory::Insured, Some(8_123_450));
    dues::state(&member, own, &insured).await.unwrap();
    let view = dues::of_member(&member, own, 2026).await.unwrap();
    assert!(view.states && !view.keeps);
    let november = view.months.last().unwrap();
    assert_eq!((november.paid.owed, november.paid.paid), (Some(81_235), 0), "1 %, rounded half up");
    assert!(november.citation.as_ref().unwrap().document.starts_with("01-QĐ/TW"));
    assert!(matches!(dues::of_member(&member, world.members[6], 2026).await, Err(Error::Forbidden)));
    assert!(matches!(
        dues::of_cell(&member, world.residential, month("2026-11")).await,
        Err(Error::Forbidden)
    ));
    let theirs = dues::state(&member, world.members[6], &insured).await;
    assert!(matches!(theirs, Err(Error::Forbidden)));

    assert_eq!(wrong(dues::state(&member, own, &basis(DuesCategory::Pensioner, None)).await), ["dong"]);
    assert_eq!(wrong(dues::state(&member, own, &basis(DuesCategory::Pensioner, Some(-1))).await), ["dong"]);
    assert_eq!(wrong(dues::state(&member, own, &basis(DuesCategory::Exempt, None)).await), ["note"]);

    // Whoever else looks is noted in the member's file.
    let secretary = world.acting_for(world.secretary).await;
    dues::of_member(&secretary, own, 2026).await.unwrap();
    let file = nennep_app::members::show(&member, own).await.unwrap();
    assert!(file.readings.unwrap().iter().any(|reading| reading.kind == "member.read"));
    let office = world.acting_for(world.office).await;
    assert!(matches!(dues::of_member(&office, own, 2026).await, Err(Error::Forbidden)));
    let administrator = world.acting_for(world.administrator).await;
    assert!(dues::of_committee(&administrator, world.ward, month("2026-11")).await.is_err());

    dues::take_back(&member, own, month("2026-01")).await.unwrap();
    dues::take_back(&member, own, month("2026-01")).await.unwrap();
    let view = dues::of_member(&member, own, 2026).await.unwrap();
    assert!(view.bases.is_empty() && view.months.iter().all(|one| one.paid.owed.is_none()));
}

#[rstest]
#[tokio::test]
async fn what_cannot_have_been_paid_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (secretary, cell, today) =
        (world.acting_for(world.secretary).await, world.residential, date(2026, 11, 2));
    pupils(&secretary, &world).await;
    let november = ("2026-11", "2026-11");
    let one = |months, dong, on| payment(&secretary, world.members[3], months, dong, on);
    assert_eq!(wrong(dues::pay(&secretary, cell, &one(november, 0, today)).await), ["dong"]);
    assert_eq!(wrong(dues::pay(&secretary, cell, &one(november, 100_000_001, today)).await), ["dong"]);
    assert_eq!(wrong(dues::pay(&secretary, cell, &one(("2026-11", "2026-10"), 5_000, today)).await), ["to"]);
    assert_eq!(wrong(dues::pay(&secretary, cell, &one(("2026-01", "2028-01"), 5_000, today)).await), ["to"]);
    let tomorrow = one(november, 5_000, today.tomorrow().unwrap());
    assert_eq!(refused(dues::pay(&secretary, cell, &tomorrow).await), "dues-refused-day-to-come");
    let stranger = payment(&secretary, world.agency_members[3], november, 5_000, today);
    assert_eq!(refused(dues::pay(&secretary, cell, &stranger).await), "dues-refused-not-on-the-list");
    let other = world.acting_for(world.stranger).await;
    assert!(matches!(dues::pay(&other, cell, &one(november, 5_000, today)).await, Err(Error::Forbidden)));
    let book = dues::of_cell(&secretary, cell, month("2026-11")).await.unwrap();
    assert!(book.receipts.is_empty(), "nothing is half written");

    // A receipt older than a day stands.
    let receipt = dues::pay(&secretary, cell, &one(november, 5_000, today)).await.unwrap();
    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    let secretary = world.acting_for(world.secretary).await;
    assert_eq!(refused(dues::withdraw(&secretary, receipt.id).await), "dues-refused-too-old");
    assert!(!dues::receipt(&secretary, receipt.id).await.unwrap().can_be_withdrawn);
    let again = dues::receipt(&world.acting_for(world.stranger).await, receipt.id).await;
    assert!(matches!(again, Err(Error::NotFound)));
}
