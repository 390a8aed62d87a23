//! Members' files a cell lent, up to a day.

use jiff::civil::Date;
use nennep_documents::registers::LoanLine;
use nennep_domain::ids::{MemberId, OrganisationId};
use nennep_store::{Tx, loans, members};

use crate::error::Result;

/// A cell's lendings up to a day, the earliest first; what came back later is out.
pub(super) async fn lines(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<LoanLine>> {
    let all = loans::lent_within(tx, cell, on).await?;
    let ids: Vec<MemberId> = all.iter().map(|loan| loan.member).collect();
    let people = members::find_many(tx, &ids).await?;
    let line = |loan: nennep_domain::members::loan::Loan| {
        let profile = people.iter().find(|one| one.id == loan.member).map(|one| one.profile.clone());
        let returned_on = loan.returned_on.filter(|back| *back <= on);
        LoanLine {
            profile: profile.unwrap_or_default(),
            loan: nennep_domain::members::loan::Loan { returned_on, ..loan },
        }
    };
    Ok(all.into_iter().map(line).collect())
}
