//! Files of the sample's members that were lent: most are back, some are late. All invented.

use jiff::{Span, civil::Date};
use nennep_domain::{ids::LoanId, members::loan::Loan, time::Instant};
use nennep_store::{WriteTx, loans};

use super::{blueprint::Blueprint, census::Remembered, dice::Dice, sample::Sample};
use crate::error::Result;

/// Who borrows, and why.
const LENT: [(&str, &str); 4] = [
    ("Ban Xây dựng Đảng", "Xét tặng Huy hiệu Đảng"),
    ("Ủy ban Kiểm tra Đảng ủy", "Kiểm tra hồ sơ đảng viên"),
    ("Văn phòng Đảng ủy", "Số hóa hồ sơ"),
    ("Ban Tổ chức cấp trên", "Bổ sung lý lịch"),
];

/// Writes what each cell lent: one file that is back, and in some cells one that is out past its day.
pub(super) async fn write(
    tx: &mut WriteTx,
    sample: &Sample,
    blueprint: &Blueprint,
    remembered: &[Remembered],
) -> Result<()> {
    let mut dice = Dice::of(sample.seed, "loans", 0);
    let today = sample.present.date();
    for (cell, people) in blueprint.cells.iter().zip(remembered) {
        for (n, one) in people.leaders.iter().take(2).enumerate() {
            let is_back = n == 0;
            if !is_back && !dice.happens(30) {
                continue;
            }
            let (borrower, reason) = *dice.pick(&LENT);
            let ago = if is_back { dice.between(60, 200) } else { dice.between(25, 40) };
            let lent_on: Date = today.saturating_sub(Span::new().days(ago));
            if lent_on < cell.organisation.from_on {
                continue;
            }
            let due_on = lent_on.saturating_add(Span::new().days(15));
            let at = Instant::from_local(lent_on.at(9, 0, 0, 0));
            let loan = Loan {
                id: LoanId(dice.id(at)),
                member: one.id,
                cell: cell.organisation.id,
                borrower: borrower.to_owned(),
                reason: reason.to_owned(),
                lent_on,
                due_on,
                returned_on: None,
            };
            loans::insert(tx, &loan, at, None).await?;
            if is_back {
                let back = lent_on.saturating_add(Span::new().days(dice.between(3, 15)));
                loans::give_back(tx, loan.id, Some(back)).await?;
            }
        }
    }
    Ok(())
}
