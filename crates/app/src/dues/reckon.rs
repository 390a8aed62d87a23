//! What members owe month by month: as it stands in a closed month, and as the rules have it in an open one.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    dues::{self, Basis, Owed, Paid, Payer},
    ids::MemberId,
    organisations::Place,
    rules::{Override, Rules},
    time::Month,
};
use nennep_store::{
    Tx,
    dues::{self as store, ClosedLine, PayerRow},
    rules,
};

use crate::{Ctx, error::Result};

/// The day on which one must stand in a cell to be on its list of dues of a month: its last, or today while it lasts.
pub(super) fn day_of(month: Month, today: Date) -> Date {
    month.last_day().min(today)
}

/// What is known of some members' dues over a span of months.
pub(super) struct Reckoning<'a> {
    ctx: &'a Ctx,
    place: &'a Place,
    overrides: Vec<Override>,
    bases: Vec<Basis>,
    closed: Vec<ClosedLine>,
    paid: HashMap<(MemberId, Month), i64>,
    excuses: HashMap<(MemberId, Month), String>,
}

impl<'a> Reckoning<'a> {
    /// Of these members over a span of months, both included, by the rules of a cell.
    pub(super) async fn of(
        ctx: &'a Ctx,
        tx: &mut Tx,
        place: &'a Place,
        members: &[MemberId],
        months: (Month, Month),
    ) -> Result<Self> {
        let paid = store::paid(tx, members, months).await?;
        let excuses = store::excuses(tx, members, months).await?;
        Ok(Self {
            ctx,
            place,
            overrides: rules::overrides(tx).await?,
            bases: store::bases_of(tx, members).await?,
            closed: store::lines(tx, members, months).await?,
            paid: paid.into_iter().map(|(member, month, dong)| ((member, month), dong)).collect(),
            excuses: excuses.into_iter().map(|(member, month, reason)| ((member, month), reason)).collect(),
        })
    }

    /// The rules of a month's first day.
    pub(super) fn rules(&self, month: Month) -> Rules {
        let on = month.first_day();
        if self.overrides.is_empty() {
            return self.ctx.rules.on(on);
        }
        self.ctx.rules.on_for(on, self.place, &self.overrides)
    }

    /// What was stated for a member, the latest up to a month.
    pub(super) fn basis(&self, member: MemberId, month: Month) -> Option<&Basis> {
        dues::basis_in(self.bases.iter().filter(|basis| basis.member == member), month)
    }

    /// All that was stated for a member, the latest first.
    pub(super) fn bases(&self, member: MemberId) -> Vec<Basis> {
        self.bases.iter().rev().filter(|basis| basis.member == member).cloned().collect()
    }

    /// What a payer owes for an open month; `None`: not on the list.
    pub(super) fn owed(&self, payer: &PayerRow, month: Month, rules: &Rules) -> Option<Owed> {
        let basis = self.basis(payer.member, month);
        let payer = Payer { state: payer.state, admitted_on: payer.admitted_on, basis };
        dues::owed(&payer, month.first_day(), rules)
    }

    /// What a member owed in a month that was closed, in whichever cell.
    pub(super) fn closed(&self, member: MemberId, month: Month) -> Option<&ClosedLine> {
        self.closed.iter().find(|line| line.member == member && line.month == month)
    }

    /// What was paid for a month, in đồng.
    pub(super) fn paid(&self, member: MemberId, month: Month) -> i64 {
        self.paid.get(&(member, month)).copied().unwrap_or_default()
    }

    /// The good reason why nothing was paid for a month.
    pub(super) fn excuse(&self, member: MemberId, month: Month) -> Option<&str> {
        self.excuses.get(&(member, month)).map(String::as_str)
    }

    /// A month of a member as the book has it.
    pub(super) fn month(&self, member: MemberId, month: Month, owed: Option<i64>) -> Paid {
        let closed = self.closed(member, month);
        Paid {
            month,
            owed: closed.map_or(owed, |line| Some(line.owed)),
            paid: self.paid(member, month),
            excused: self.excuse(member, month).is_some(),
            closed: closed.is_some(),
        }
    }

    /// The months of a member that count as unpaid.
    pub(super) fn arrears(&self, member: MemberId) -> Vec<Month> {
        let of_member = self.closed.iter().filter(|line| line.member == member);
        let months: Vec<Paid> = of_member.map(|line| self.month(member, line.month, None)).collect();
        dues::arrears(&months)
    }
}
