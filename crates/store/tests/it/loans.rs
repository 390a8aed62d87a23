//! Members' files that were lent out.

use jiff::civil::date;
use nennep_domain::{ids::LoanId, members::loan::Loan};
use nennep_store::loans;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, ground};

#[rstest]
#[tokio::test]
async fn a_file_is_in_one_place(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let loan = |id| Loan {
        id,
        member: ground.member(5),
        cell: ground.cell(),
        borrower: "Ban Tổ chức".to_owned(),
        reason: "Xét huy hiệu".to_owned(),
        lent_on: date(2026, 10, 1),
        due_on: date(2026, 10, 10),
        returned_on: None,
    };
    let (first, second) = (loan(LoanId(ground.id())), loan(LoanId(ground.id())));
    let mut tx = ground.store.write().await.unwrap();
    assert!(loans::insert(&mut tx, &first, at(9, 0), Some(ground.secretary())).await.unwrap());
    assert!(!loans::insert(&mut tx, &first, at(9, 0), None).await.unwrap(), "sent twice");
    assert!(!loans::insert(&mut tx, &second, at(9, 0), None).await.unwrap(), "it is out");
    assert_eq!(loans::find(&mut tx, first.id).await.unwrap().as_ref(), Some(&first));
    assert_eq!(loans::open_of(&mut tx, &[ground.cell()]).await.unwrap(), std::slice::from_ref(&first));
    assert!(loans::give_back(&mut tx, first.id, Some(date(2026, 10, 9))).await.unwrap());
    assert!(!loans::give_back(&mut tx, first.id, Some(date(2026, 10, 9))).await.unwrap());
    assert!(loans::insert(&mut tx, &second, at(9, 0), None).await.unwrap());
    assert!(!loans::give_back(&mut tx, first.id, None).await.unwrap(), "another lending is open");
    assert_eq!(loans::of_member(&mut tx, ground.member(5)).await.unwrap().len(), 2);
    assert!(loans::lent_within(&mut tx, ground.cell(), date(2026, 9, 30)).await.unwrap().is_empty());
    assert_eq!(loans::lent_within(&mut tx, ground.cell(), date(2026, 10, 1)).await.unwrap().len(), 2);
    assert_eq!(loans::lent_within(&mut tx, ground.world.ward, date(2026, 10, 1)).await.unwrap().len(), 2);
    assert!(loans::lent_within(&mut tx, ground.world.agency, date(2026, 10, 1)).await.unwrap().is_empty());
    assert!(!loans::delete(&mut tx, second.id, at(9, 1)).await.unwrap(), "too old");
    assert!(loans::delete(&mut tx, second.id, at(9, 0)).await.unwrap());
    assert!(loans::give_back(&mut tx, first.id, None).await.unwrap());
    assert!(loans::open_of(&mut tx, &[]).await.unwrap().is_empty());
}
