//! Signs of a transfer on its way.

use jiff::civil::Date;

use super::{Sign, SignKind, Weight};
use crate::{
    members::life::{Destination, Transfer},
    problems::Sentence,
    rules::Rules,
    time::written,
};

/// What a transfer on its way says: not made in time after the decision, told to the cell left; papers not presented in
/// time after the introduction, told to the cell that receives, or to the cell left where that one is outside (statement
/// 35; 208-QĐ/TW, 294-QĐ/TW 6.3.1).
pub fn of_transfer(transfer: &Transfer, rules: &Rules, today: Date) -> Vec<Sign> {
    if !transfer.is_open() {
        return Vec::new();
    }
    let receiving = if let Destination::Cell(to) = transfer.to { to } else { transfer.from };
    let mut signs = Vec::new();
    let (rule, decided_on, due) =
        (rules.transfer_working_days(), transfer.decision.on, transfer.due_on(rules));
    if today > due {
        let words = Sentence::new("signs-transfer-late").with("decided", written(decided_on));
        let words = words.with("days", rule.value);
        let sign = Sign::new(SignKind::TransferLate, transfer.from, Weight::Late, words);
        signs.push(sign.by(rule.citation).of(transfer.member).since(decided_on).due(due));
    }
    let (rule, introduced_on, due) =
        (rules.reception_working_days(), transfer.introduced_on, transfer.reception_due_on(rules));
    if today > due {
        let words = Sentence::new("signs-reception-late").with("introduced", written(introduced_on));
        let words = words.with("days", rule.value);
        let sign = Sign::new(SignKind::ReceptionLate, receiving, Weight::Late, words);
        signs.push(sign.by(rule.citation).of(transfer.member).since(introduced_on).due(due));
    }
    signs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        decisions::Decision,
        ids::{MemberId, OrganisationId, TransferId},
        rules::tests::national,
    };
    use jiff::civil::date;
    use rstest::rstest;
    use uuid::Uuid;

    #[rstest]
    #[case(date(2026, 9, 18), &[])]
    #[case(date(2026, 9, 19), &[SignKind::ReceptionLate])]
    #[case(date(2026, 10, 28), &[SignKind::ReceptionLate])]
    #[case(date(2026, 10, 29), &[SignKind::TransferLate, SignKind::ReceptionLate])]
    fn statement_35_each_side_is_late_after_its_own_term(#[case] today: Date, #[case] expected: &[SignKind]) {
        let cell = |n| OrganisationId(Uuid::from_u128(n));
        let transfer = Transfer {
            id: TransferId(Uuid::nil()),
            member: MemberId(Uuid::nil()),
            from: cell(1),
            to: Destination::Cell(cell(2)),
            decision: Decision { number: "12-QĐ/ĐU".to_owned(), on: date(2026, 8, 3), by: String::new() },
            introduced_on: date(2026, 8, 5),
            received_on: None,
            withdrawn_on: None,
        };
        let rules = national().on(today);
        let signs = of_transfer(&transfer, &rules, today);
        assert_eq!(signs.iter().map(|sign| sign.kind).collect::<Vec<_>>(), expected);
        for sign in signs {
            let told = if sign.kind == SignKind::TransferLate { cell(1) } else { cell(2) };
            assert_eq!((sign.organisation, sign.weight), (told, Weight::Late));
        }
        let received = Transfer { received_on: Some(today), ..transfer.clone() };
        assert_eq!(of_transfer(&received, &rules, today), []);
        let outside = Transfer { to: Destination::Outside(String::new()), ..transfer };
        assert!(of_transfer(&outside, &rules, today).iter().all(|sign| sign.organisation == cell(1)));
    }
}
