//! Dues: by what they are reckoned, receipts, closed months, what was sent up.

use jiff::civil::{Date, date};
use nennep_domain::{
    dues::{Basis, ClosedMonth, DuesCategory, PaymentWay, Receipt, Remittance},
    ids::{MemberId, ReceiptId, RemittanceId},
    members::StandingState,
    rules::Hundredths,
    time::{Instant, Month},
};
use nennep_store::dues::{self, CellSums, ClosedLine};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, ground};

const TODAY: Date = date(2026, 11, 5);

fn month(text: &str) -> Month {
    text.parse().unwrap()
}

fn morning(day: Date) -> Instant {
    Instant::from_local(day.at(8, 0, 0, 0))
}

fn receipt(
    ground: &Ground,
    member: MemberId,
    number: Option<u32>,
    way: PaymentWay,
    months: &[(&str, i64)],
) -> Receipt {
    Receipt {
        id: ReceiptId(ground.id()),
        cell: ground.cell(),
        member,
        number,
        paid_on: TODAY,
        way,
        note: "Thu tại buổi sinh hoạt".to_owned(),
        months: months.iter().map(|(text, dong)| (month(text), *dong)).collect(),
        recorded_at: morning(TODAY),
        withdrawn_at: None,
    }
}

#[rstest]
#[tokio::test]
async fn what_was_stated_last_for_a_month_holds(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let basis = |n: usize, from: &str, category, dong| Basis {
        member: ground.member(n),
        from: month(from),
        category,
        dong,
        note: "Khai tại buổi sinh hoạt".to_owned(),
    };
    let first = basis(0, "2026-01", DuesCategory::Insured, Some(8_000_000));
    let raised = basis(0, "2026-07", DuesCategory::Insured, Some(9_000_000));
    let other = basis(1, "2026-01", DuesCategory::Student, None);
    let mut tx = ground.store.write().await.unwrap();
    dues::insert_bases(&mut tx, &[first.clone(), other.clone()], morning(TODAY)).await.unwrap();
    dues::state_basis(&mut tx, &Basis { dong: Some(1), ..raised.clone() }, morning(TODAY), None)
        .await
        .unwrap();
    dues::state_basis(&mut tx, &raised, morning(TODAY), Some(ground.secretary())).await.unwrap();
    let both = [ground.member(0), ground.member(1)];
    let mut expected = vec![first.clone(), raised.clone(), other.clone()];
    expected.sort_by_key(|one| (one.member, one.from));
    assert_eq!(dues::bases_of(&mut tx, &both).await.unwrap(), expected);
    let (member, from) = (raised.member, raised.from);
    let later = morning(TODAY).plus_minutes(1);
    assert!(!dues::take_basis_back(&mut tx, member, from, later).await.unwrap(), "entered too long ago");
    assert!(dues::take_basis_back(&mut tx, member, from, morning(TODAY)).await.unwrap());
    assert_eq!(dues::bases_of(&mut tx, &[member]).await.unwrap(), [first]);

    let payers = dues::payers(&mut tx, ground.cell(), TODAY).await.unwrap();
    assert_eq!(payers.len(), 22);
    assert!(payers.iter().all(|payer| payer.state == StandingState::Active && !payer.name.is_empty()));
    assert!(dues::payers(&mut tx, ground.cell(), date(2020, 1, 1)).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn receipts_are_numbered_kept_and_struck_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, member, other) = (ground.cell(), ground.member(3), ground.member(4));
    let days = (date(2026, 11, 1), date(2026, 11, 30));
    let year = (month("2026-01"), month("2026-12"));
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(dues::next_number(&mut tx, cell, 2026).await.unwrap(), 1);
    let first =
        receipt(&ground, member, Some(1), PaymentWay::Cash, &[("2026-10", 5_000), ("2026-11", 7_000)]);
    assert!(dues::insert_receipt(&mut tx, &first, Some(ground.secretary())).await.unwrap());
    assert!(!dues::insert_receipt(&mut tx, &first, None).await.unwrap(), "sent twice");
    let same_number = receipt(&ground, other, Some(1), PaymentWay::Bank, &[("2026-11", 1)]);
    assert!(!dues::insert_receipt(&mut tx, &same_number, None).await.unwrap(), "the number is taken");
    assert_eq!(dues::next_number(&mut tx, cell, 2026).await.unwrap(), 2);
    assert_eq!(dues::next_number(&mut tx, cell, 2027).await.unwrap(), 1);
    let second = receipt(&ground, other, Some(2), PaymentWay::Bank, &[("2026-11", 5_000)]);
    let elsewhere = receipt(&ground, other, None, PaymentWay::Elsewhere, &[("2026-10", 5_000)]);
    dues::insert_receipts(&mut tx, &[second.clone(), elsewhere.clone()]).await.unwrap();

    assert_eq!(dues::find_receipt(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    assert_eq!(dues::find_receipt(&mut tx, ReceiptId(ground.id())).await.unwrap(), None);
    let of_cell = dues::receipts_of_cell(&mut tx, cell, days).await.unwrap();
    assert_eq!(of_cell, [elsewhere.clone(), first.clone(), second.clone()], "by number");
    assert!(dues::receipts_of_cell(&mut tx, cell, (days.1, days.1)).await.unwrap().is_empty());
    assert_eq!(dues::receipts_of_member(&mut tx, member, 10).await.unwrap(), std::slice::from_ref(&first));
    assert_eq!(dues::receipts_of_member(&mut tx, other, 1).await.unwrap().len(), 1);
    assert_eq!(dues::collected(&mut tx, cell, days).await.unwrap(), 17_000, "not what was paid elsewhere");
    let both = [member, other];
    let mut expected = vec![
        (member, month("2026-10"), 5_000),
        (member, month("2026-11"), 7_000),
        (other, month("2026-10"), 5_000),
        (other, month("2026-11"), 5_000),
    ];
    expected.sort_unstable();
    assert_eq!(dues::paid(&mut tx, &both, year).await.unwrap(), expected);
    assert_eq!(dues::payers_of_months(&mut tx, cell, year).await.unwrap().len(), 2);

    let (at, by) = (morning(TODAY).plus_minutes(5), Some(ground.secretary()));
    assert!(!dues::withdraw_receipt(&mut tx, first.id, at, at, by).await.unwrap(), "entered too long ago");
    assert!(dues::withdraw_receipt(&mut tx, first.id, morning(TODAY), at, by).await.unwrap());
    assert!(!dues::withdraw_receipt(&mut tx, first.id, morning(TODAY), at, by).await.unwrap());
    assert_eq!(dues::find_receipt(&mut tx, first.id).await.unwrap().unwrap().withdrawn_at, Some(at));
    assert_eq!(dues::next_number(&mut tx, cell, 2026).await.unwrap(), 3, "its number is not used again");
    assert_eq!(dues::collected(&mut tx, cell, days).await.unwrap(), 5_000);
    assert_eq!(dues::payers_of_months(&mut tx, cell, year).await.unwrap(), [other]);
}

#[rstest]
#[tokio::test]
async fn a_closed_month_keeps_what_was_owed_and_unpaid_months_are_found(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, ward) = (ground.cell(), ground.world.ward);
    let (october, year) = (month("2026-10"), (month("2026-01"), month("2026-12")));
    let owed: Vec<(MemberId, i64)> =
        (0..5).map(|n| (ground.member(n), if n == 4 { 0 } else { 5_000 })).collect();
    let closed = ClosedMonth {
        cell,
        month: october,
        closed_at: morning(TODAY),
        collected: 1_234_567,
        share: Hundredths::whole(70),
    };
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(dues::last_closed(&mut tx, cell).await.unwrap(), None);
    assert!(dues::close(&mut tx, &closed, Some(ground.secretary()), &owed).await.unwrap());
    assert!(!dues::close(&mut tx, &closed, None, &owed).await.unwrap(), "closed before");
    assert_eq!(dues::closed_in(&mut tx, cell, year).await.unwrap(), [closed]);
    assert_eq!(dues::last_closed(&mut tx, cell).await.unwrap(), Some(october));
    assert_eq!(dues::closed_within(&mut tx, ward, TODAY, october).await.unwrap(), [closed]);
    assert_eq!(dues::closed_members(&mut tx, cell, october).await.unwrap().len(), 5);
    let line = ClosedLine { cell, month: october, member: ground.member(4), owed: 0 };
    assert_eq!(dues::lines(&mut tx, &[ground.member(4)], year).await.unwrap(), [line]);

    // The first paid, the second has a good reason, the fifth owed nothing: the third and fourth are left.
    let paid = receipt(&ground, ground.member(0), Some(1), PaymentWay::Cash, &[("2026-10", 1)]);
    dues::insert_receipts(&mut tx, &[paid]).await.unwrap();
    let by = Some(ground.secretary());
    for reason in ["Ốm", "Nằm viện dài ngày"] {
        dues::excuse(&mut tx, ground.member(1), october, cell, reason, morning(TODAY), by).await.unwrap();
    }
    let excuses = dues::excuses(&mut tx, &[ground.member(1), ground.member(2)], year).await.unwrap();
    assert_eq!(excuses, [(ground.member(1), october, "Nằm viện dài ngày".to_owned())]);
    let mut unpaid = vec![(ground.member(2), october), (ground.member(3), october)];
    unpaid.sort_unstable();
    assert_eq!(dues::unpaid_within(&mut tx, ward, TODAY, year).await.unwrap(), unpaid);
    let sums = dues::sums_within(&mut tx, ward, TODAY, october).await.unwrap();
    assert_eq!(sums.get(&cell), Some(&CellSums { collected: 0, payers: 1, unpaid: 2 }));
    let sums = dues::sums_within(&mut tx, ward, TODAY, month("2026-11")).await.unwrap();
    assert_eq!(sums.get(&cell), Some(&CellSums { collected: 1, payers: 0, unpaid: 0 }));
    assert!(dues::unexcuse(&mut tx, ground.member(1), october).await.unwrap());
    assert!(!dues::unexcuse(&mut tx, ground.member(1), october).await.unwrap());
    assert_eq!(dues::unpaid_within(&mut tx, ward, TODAY, year).await.unwrap().len(), 3);

    let late = morning(TODAY).plus_minutes(1);
    assert!(!dues::open_again(&mut tx, cell, october, late).await.unwrap(), "closed too long ago");
    assert!(dues::open_again(&mut tx, cell, october, morning(TODAY)).await.unwrap());
    assert!(dues::lines(&mut tx, &[ground.member(4)], year).await.unwrap().is_empty());
    assert!(dues::unpaid_within(&mut tx, ward, TODAY, year).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn what_was_sent_is_received_once(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (cell, october, at) = (ground.cell(), month("2026-10"), morning(TODAY));
    let sent = Remittance {
        id: RemittanceId(ground.id()),
        cell,
        month: october,
        dong: 700_000,
        sent_on: TODAY,
        note: "Nộp tiền mặt".to_owned(),
        received: None,
    };
    let by = Some(ground.world.office);
    let mut tx = ground.store.write().await.unwrap();
    assert!(dues::insert_remittance(&mut tx, &sent, at, Some(ground.secretary())).await.unwrap());
    assert!(!dues::insert_remittance(&mut tx, &sent, at, None).await.unwrap());
    assert_eq!(dues::find_remittance(&mut tx, sent.id).await.unwrap(), Some(sent.clone()));
    assert!(dues::receive(&mut tx, sent.id, (690_000, TODAY), at, by).await.unwrap());
    assert!(!dues::receive(&mut tx, sent.id, (700_000, TODAY), at, by).await.unwrap());
    let received = Remittance { received: Some((690_000, TODAY)), ..sent.clone() };
    assert_eq!(dues::remittances(&mut tx, cell, october).await.unwrap(), std::slice::from_ref(&received));
    assert_eq!(
        dues::remittances_within(&mut tx, ground.world.ward, TODAY, october).await.unwrap(),
        [received]
    );
    assert!(!dues::withdraw_remittance(&mut tx, sent.id, at).await.unwrap(), "it was received");
    assert!(!dues::take_reception_back(&mut tx, sent.id, at.plus_minutes(1)).await.unwrap());
    assert!(dues::take_reception_back(&mut tx, sent.id, at).await.unwrap());
    assert!(dues::withdraw_remittance(&mut tx, sent.id, at).await.unwrap());
    assert_eq!(dues::find_remittance(&mut tx, sent.id).await.unwrap(), None);
    assert!(dues::remittances(&mut tx, cell, october).await.unwrap().is_empty());
}
