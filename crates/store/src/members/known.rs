//! Every member with the one standing that says most: what an import compares with, and what an export writes.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::MemberId,
    members::{Member, Profile, Standing},
};

use super::{profiles, standings::StandingRow};
use crate::{Tx, error::Result};

/// A member with the hash of the identity number and the standing that says most.
#[derive(Debug, Clone)]
pub struct Known {
    /// The member.
    pub member: MemberId,
    /// What the register keeps, without the identity number.
    pub profile: Profile,
    /// The identity number, encrypted.
    pub identity_cipher: Option<Vec<u8>>,
    /// Keyed hash of the identity number.
    pub identity_hash: Option<Vec<u8>>,
    /// The standing in the cell the member belongs to on the day; else in one that only receives the member; else the
    /// last that ended.
    pub standing: Option<Standing>,
}

#[derive(sqlx::FromRow)]
struct Row {
    #[sqlx(flatten)]
    profile: profiles::Row,
    identity_cipher: Option<Vec<u8>>,
    identity_hash: Option<Vec<u8>>,
}

/// Every member of the store, in the order of lists.
pub async fn known(tx: &mut Tx, on: Date) -> Result<Vec<Known>> {
    let mut best: HashMap<MemberId, Standing> = HashMap::new();
    let rows: Vec<StandingRow> = on_both!(tx, |c| {
        sqlx::query_as("select id, member_id, cell_id, grade, state, from_on, to_on, ended_by from standings order by id")
            .fetch_all(c)
            .await
    })?;
    for standing in rows.into_iter().map(Standing::from) {
        match best.get(&standing.member) {
            Some(other) if weight(other, on) >= weight(&standing, on) => {}
            _ => drop(best.insert(standing.member, standing)),
        }
    }
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = sqlx::QueryBuilder::new("select ");
        query.push(profiles::COLUMNS);
        query.push(", m.identity_cipher, m.identity_hash from members m order by m.sort_key, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let known = rows.into_iter().map(|row| {
        let Member { id, profile } = row.profile.into();
        Known {
            member: id,
            profile,
            identity_cipher: row.identity_cipher,
            identity_hash: row.identity_hash,
            standing: best.remove(&id),
        }
    });
    Ok(known.collect())
}

/// How much a standing says about a member on a day.
fn weight(standing: &Standing, on: Date) -> (bool, bool, Option<Date>, Date) {
    let holds = standing.holds_on(on);
    let end = standing.to_on.filter(|_| !holds);
    (holds, standing.state.belongs(), end, standing.from_on)
}
