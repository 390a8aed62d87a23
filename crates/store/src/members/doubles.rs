//! Members who may be one: the same card, the same identity number, or the same name and date of birth.

use nennep_domain::{ids::MemberId, names, time::PartialDate};
use uuid::Uuid;

use crate::{Tx, columns::day, error::Result};

/// What a member is sought by.
#[derive(Debug, Clone, Copy)]
pub struct Sought<'a> {
    /// The card number; may be empty.
    pub card_number: &'a str,
    /// The keyed hash of the identity number.
    pub identity_hash: Option<&'a [u8]>,
    /// The full name.
    pub name: &'a str,
    /// The date of birth.
    pub born_on: Option<PartialDate>,
}

/// By what two members meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoubleBy {
    /// The card number: it is certain.
    Card,
    /// The identity number: it is certain.
    Identity,
    /// Name and date of birth: it may be chance.
    NameAndBirth,
}

/// A member who may be the one sought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// By what they meet.
    pub by: DoubleBy,
}

/// The members who may be the one sought, the certain ones first.
pub async fn doubles(tx: &mut Tx, sought: Sought<'_>) -> Result<Vec<Double>> {
    let mut found = Vec::new();
    if !sought.card_number.is_empty() {
        let rows: Vec<(Uuid, String)> = on_both!(tx, |c| sqlx::query_as(
            "select id, full_name from members where card_number = $1 and card_number <> ''"
        )
        .bind(sought.card_number)
        .fetch_all(c)
        .await)?;
        push(&mut found, rows, DoubleBy::Card);
    }
    if let Some(hash) = sought.identity_hash {
        let rows: Vec<(Uuid, String)> =
            on_both!(tx, |c| sqlx::query_as("select id, full_name from members where identity_hash = $1")
                .bind(hash)
                .fetch_all(c)
                .await)?;
        push(&mut found, rows, DoubleBy::Identity);
    }
    if let Some(born_on) = sought.born_on {
        let rows: Vec<(Uuid, String)> = on_both!(tx, |c| sqlx::query_as(
            "select id, full_name from members where name_key = $1 and born_on = $2 order by id limit 10"
        )
        .bind(names::fold(sought.name))
        .bind(day(born_on.date))
        .fetch_all(c)
        .await)?;
        push(&mut found, rows, DoubleBy::NameAndBirth);
    }
    Ok(found)
}

fn push(found: &mut Vec<Double>, rows: Vec<(Uuid, String)>, by: DoubleBy) {
    for (id, name) in rows {
        let member = MemberId(id);
        if found.iter().all(|double| double.member != member) {
            found.push(Double { member, name, by });
        }
    }
}
