//! Members' files lent out: in one place at a time, late as a sign, in the register of any day.

use jiff::civil::date;
use nennep_app::{
    Error,
    members::loans,
    registers::{self, Format, Kind},
    signs,
};
use nennep_domain::{ids::LoanId, members::loan::LoanForm, signs::SignKind};
use nennep_testkit::{Engine, World};
use rstest::rstest;

#[rstest]
#[tokio::test]
async fn a_file_goes_and_comes_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.acting_for(world.member).await;
    let id = world.members[5];
    let form = LoanForm {
        borrower: "Ban Tổ chức".to_owned(),
        reason: "Xét huy hiệu".to_owned(),
        lent_on: date(2026, 10, 20),
        due_on: date(2026, 10, 30),
    };
    let (first, second) = (LoanId(secretary.new_id()), LoanId(secretary.new_id()));
    assert!(matches!(loans::lend(&member, first, id, &form).await, Err(Error::Forbidden)));
    let without = LoanForm { borrower: " ".to_owned(), ..form.clone() };
    assert!(matches!(loans::lend(&secretary, first, id, &without).await, Err(Error::Invalid(_))));
    loans::lend(&secretary, first, id, &form).await.unwrap();
    loans::lend(&secretary, first, id, &form).await.unwrap();
    assert!(matches!(loans::lend(&secretary, second, id, &form).await, Err(Error::Refused(_))), "it is out");
    // The member sees who has it; another cell does not.
    let seen = loans::of_member(&member, id).await.unwrap().loans;
    assert!(seen.len() == 1 && seen[0].is_overdue && !seen[0].keeps);
    let stranger = world.acting_for(world.stranger).await;
    assert!(loans::of_member(&stranger, id).await.is_err());
    assert!(loans::of_cell(&stranger, world.residential).await.is_err());
    let late = |found: Vec<signs::SignView>| {
        found.into_iter().filter(|one| one.sign.kind == SignKind::FileOverdue).count()
    };
    assert_eq!(late(signs::list(&secretary, Some(world.residential)).await.unwrap()), 1);
    for format in [Format::Pdf, Format::Xlsx] {
        let on = Some(date(2026, 10, 25));
        let book = registers::of_cell(&secretary, world.residential, Kind::Loans, on, format).await.unwrap();
        assert!(book.file_name.starts_with("file-loans-") && !book.bytes.is_empty());
    }
    let early = loans::give_back(&secretary, first, date(2026, 10, 19)).await;
    assert!(matches!(early, Err(Error::Refused(_))));
    assert!(matches!(loans::give_back(&member, first, date(2026, 11, 1)).await, Err(Error::Forbidden)));
    loans::give_back(&secretary, first, date(2026, 11, 1)).await.unwrap();
    loans::give_back(&secretary, first, date(2026, 11, 1)).await.unwrap();
    assert!(loans::give_back(&secretary, first, date(2026, 11, 2)).await.is_err(), "it came back once");
    assert_eq!(late(signs::list(&secretary, Some(world.residential)).await.unwrap()), 0);
    loans::undo_return(&secretary, first).await.unwrap();
    loans::undo_return(&secretary, first).await.unwrap();
    assert!(loans::of_cell(&secretary, world.residential).await.unwrap().1[0].is_overdue);
    loans::remove(&secretary, first).await.unwrap();
    loans::remove(&secretary, first).await.unwrap();
    assert!(loans::of_cell(&secretary, world.residential).await.unwrap().1.is_empty());
    loans::lend(&secretary, second, id, &form).await.unwrap();
    world.test.clock.advance_minutes(25 * 60);
    assert!(loans::remove(&secretary, second).await.is_err(), "after a day it stands");
}
