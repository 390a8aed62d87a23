//! Dues of the sample: by what each member's are reckoned, four months of receipts, three of them closed and sent up.

use std::collections::BTreeMap;

use jiff::{Span, civil::Date};
use nennep_domain::{
    dues::{self, Basis, ClosedMonth, DuesCategory, Payer, PaymentWay, Receipt, Remittance},
    ids::{MemberId, ReceiptId, RemittanceId},
    organisations::CellType,
    time::{Instant, Month},
};
use nennep_store::{WriteTx, dues as store};

use super::{blueprint::entered_at, cells::Person, character::Habit, dice::Dice, setting::Told};
use crate::error::Result;

/// Dues to be written.
#[derive(Debug, Default)]
pub(super) struct DuesRows {
    bases: Vec<Basis>,
    receipts: Vec<Receipt>,
    closed: Vec<(ClosedMonth, Vec<(MemberId, i64)>)>,
    sent: Vec<Remittance>,
}

impl DuesRows {
    /// Takes the rows of another.
    pub(super) fn append(&mut self, mut other: Self) {
        self.bases.append(&mut other.bases);
        self.receipts.append(&mut other.receipts);
        self.closed.append(&mut other.closed);
        self.sent.append(&mut other.sent);
    }

    /// Writes all rows.
    pub(super) async fn write(&self, tx: &mut WriteTx) -> Result<()> {
        store::insert_bases(tx, &self.bases, entered_at()).await?;
        store::insert_receipts(tx, &self.receipts).await?;
        for (closed, owed) in &self.closed {
            store::close(tx, closed, None, owed).await?;
        }
        for one in &self.sent {
            let at = evening(one.sent_on);
            store::insert_remittance(tx, one, at, None).await?;
            if let Some((dong, on)) = one.received {
                store::receive(tx, one.id, (dong, on), evening(on), None).await?;
            }
        }
        Ok(())
    }
}

/// How many months of dues are told.
const MONTHS: usize = 4;
/// Whoever has this place in the main cell forgot two months.
const FORGETFUL: usize = 9;

fn evening(day: Date) -> Instant {
    Instant::from_local(day.at(17, 0, 0, 0))
}

/// By what a member's dues are reckoned, by the cell's kind and the member's age.
fn basis(told: &Told<'_>, person: &Person, from: Month, dice: &mut Dice) -> Basis {
    let today = told.setting.ground.sample.present.date();
    let age = person.profile.born_on.map_or(40, |born| today.year() - born.date.year());
    let category = match told.cell.kind {
        CellType::Students => DuesCategory::Student,
        CellType::Residential if age >= 62 => {
            if dice.happens(80) {
                DuesCategory::Pensioner
            } else {
                DuesCategory::UninsuredRetired
            }
        }
        CellType::Residential => DuesCategory::Uninsured,
        _ if dice.happens(3) => DuesCategory::Benefit,
        _ => DuesCategory::Insured,
    };
    let dong = match category {
        DuesCategory::Insured => Some(dice.between(62, 160) * 100_000),
        DuesCategory::Benefit => Some(dice.between(55, 90) * 100_000),
        DuesCategory::Pensioner => Some(dice.between(38, 92) * 100_000),
        _ => None,
    };
    Basis { member: person.id, from, category, dong, note: String::new() }
}

/// The dues of one cell.
pub(super) fn tell(told: &Told<'_>, rows: &mut DuesRows) {
    let sample = &told.setting.ground.sample;
    let months: Vec<Month> = sample.months().collect();
    let months = &months[months.len().saturating_sub(MONTHS)..];
    let Some(first) = months.first() else { return };
    let mut dice = told.dice("dues", 0);
    let bases: Vec<Basis> = told.people.iter().map(|person| basis(told, person, *first, &mut dice)).collect();
    let mut numbers: BTreeMap<i16, u32> = BTreeMap::new();
    for (n, month) in months.iter().enumerate() {
        let left = months.len() - 1 - n;
        tell_month(told, *month, left, &bases, (&mut numbers, &mut dice), rows);
    }
    rows.bases.extend(bases);
}

fn tell_month(
    told: &Told<'_>,
    month: Month,
    left: usize,
    bases: &[Basis],
    (numbers, dice): (&mut BTreeMap<i16, u32>, &mut Dice),
    rows: &mut DuesRows,
) {
    let today = told.setting.ground.sample.present.date();
    let rules = told.rules(month.first_day());
    let on = month.last_day().min(today);
    let mut owed = Vec::new();
    let mut paid: Vec<(Date, MemberId, i64)> = Vec::new();
    for (place, (person, basis)) in told.people.iter().zip(bases).enumerate() {
        let Some(standing) = person.standings.iter().find(|one| one.holds_on(on)) else { continue };
        let admitted_on = person.profile.admitted_on;
        let payer = Payer { state: standing.state, admitted_on, basis: Some(basis) };
        let Some(dong) = dues::owed(&payer, month.first_day(), &rules).and_then(|owed| owed.dong) else {
            continue;
        };
        owed.push((person.id, dong));
        let forgets = told.cell.is_main && place == FORGETFUL && (1..=2).contains(&left);
        let slow = if told.character.has(Habit::StaysAway) { 12 } else { 2 };
        let percent = if left == 0 { 45 } else { 100 - slow };
        if dong > 0 && dice.happens(percent) && !forgets {
            let day = month.first_day() + Span::new().days(dice.between(1, 26));
            if day <= today {
                paid.push((day, person.id, dong));
            }
        }
    }
    paid.sort_unstable();
    let collected = paid.iter().map(|(_, _, dong)| dong).sum();
    let cell = told.cell.organisation.id;
    for (paid_on, member, dong) in paid {
        let way = *dice.weighed(&[(PaymentWay::Cash, 70), (PaymentWay::Bank, 20), (PaymentWay::Portal, 10)]);
        let number = way.is_receipted().then(|| {
            let last = numbers.entry(paid_on.year()).or_default();
            *last += 1;
            *last
        });
        rows.receipts.push(Receipt {
            id: ReceiptId(dice.id(evening(paid_on))),
            cell,
            member,
            number,
            paid_on,
            way,
            note: String::new(),
            months: vec![(month, dong)],
            recorded_at: evening(paid_on),
            withdrawn_at: None,
        });
    }
    let closed_on = month.last_day() + Span::new().days(dice.between(2, 4));
    let is_closed = left > 1 || left == 1 && (told.cell.is_main || dice.happens(75));
    if left == 0 || !is_closed || closed_on > today {
        return;
    }
    let share = rules.share_sent_up_percent().value;
    let closed = ClosedMonth { cell, month, closed_at: evening(closed_on), collected, share };
    rows.sent.extend(send(&closed, closed_on, today, dice));
    rows.closed.push((closed, owed));
}

/// What went up of a closed month, a day or two later; now and then a note is miscounted.
fn send(closed: &ClosedMonth, closed_on: Date, today: Date, dice: &mut Dice) -> Option<Remittance> {
    let sent_on = closed_on + Span::new().days(dice.between(0, 2));
    let received_on = sent_on + Span::new().days(dice.between(1, 3));
    let dong = closed.to_send();
    let less = if dice.happens(4) { 10_000 } else { 0 };
    (sent_on <= today && dong > 10_000).then(|| Remittance {
        id: RemittanceId(dice.id(evening(sent_on))),
        cell: closed.cell,
        month: closed.month,
        dong,
        sent_on,
        note: String::new(),
        received: (received_on <= today).then_some((dong - less, received_on)),
    })
}
