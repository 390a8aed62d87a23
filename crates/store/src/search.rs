//! Finding people, organisations, meetings and issued papers by the words of names, by numbers and by month.
//!
//! A word is looked for at the beginning of a name's words, in any of the spellings it is given with: patterns of `like` over folded
//! names, without signs of their own but `_`.

use std::collections::BTreeSet;

use jiff::civil::Date;
use nennep_domain::{ids::OrganisationId, organisations::Organisation, time::Month};
use sqlx::{Database, Encode, QueryBuilder, Type};

use crate::{
    Tx,
    columns::{Day, day},
    error::Result,
    issues::{ISSUED, Issued, IssuedRow},
    meetings::{self, Listed as Meeting, ListedRow as MeetingRow},
    members::{LISTED, Listed as Person, ListedRow as PersonRow},
    organisations::{COLUMNS, Row as OrganisationRow},
    pieces::push_list,
};

/// Words of a name, in any order, each with its spellings.
pub type Words = [Vec<String>];

/// Every word of the names of members and organisations, folded, each once.
pub async fn words(tx: &mut Tx) -> Result<BTreeSet<String>> {
    let names: Vec<(String,)> = on_both!(tx, |c| {
        sqlx::query_as("select name_key from members union select name_key from organisations")
            .fetch_all(c)
            .await
    })?;
    Ok(names
        .iter()
        .flat_map(|(name,)| name.split(' '))
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect())
}

/// Members standing on a day within any of these organisations who have these words in their names, at most `limit`: first who is called
/// just so, then those whose name ends so, begins so, and all others, by given name.
pub async fn people(
    tx: &mut Tx,
    within: &[OrganisationId],
    on: Date,
    words: &Words,
    limit: u32,
) -> Result<Vec<Person>> {
    let whole = words
        .iter()
        .filter_map(|spellings| spellings.first())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ");
    let rows: Vec<PersonRow> = on_both!(tx, |c| {
        let mut query = standing_on(within, on, |query| push_words(query, "n.name_key", words));
        query.push(" order by case when m.name_key = ").push_bind(&whole);
        query.push(" then 0 when m.name_key like ").push_bind(format!("% {whole}"));
        query.push(" then 1 when m.name_key like ").push_bind(format!("{whole}%"));
        query.push(" then 2 else 3 end, m.sort_key, m.id, s.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// Members standing on a day within any of these organisations whose card number begins so, by given name, at most `limit`.
pub async fn people_by_card(
    tx: &mut Tx,
    within: &[OrganisationId],
    on: Date,
    digits: &str,
    limit: u32,
) -> Result<Vec<Person>> {
    let rows: Vec<PersonRow> = on_both!(tx, |c| {
        let mut query = standing_on(within, on, |query| {
            query.push(" and n.card_number like ").push_bind(format!("{digits}%"));
        });
        query.push(" order by m.sort_key, m.id, s.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Person::from).collect())
}

/// Existing organisations that have these words in their names, or whose code begins with `code`, by code, at most `limit`.
pub async fn organisations(
    tx: &mut Tx,
    words: &Words,
    code: Option<&str>,
    limit: u32,
) -> Result<Vec<Organisation>> {
    let rows: Vec<OrganisationRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(COLUMNS).push(" from organisations o where o.to_on is null");
        match code {
            Some(code) => {
                query.push(" and o.code like ").push_bind(format!("{code}%"));
            }
            None => push_words(&mut query, "o.name_key", words),
        }
        query.push(" order by o.code, o.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Organisation::from).collect())
}

/// Meetings of cells within any of these organisations that have these words in their names, of one month if it is given, latest first, at
/// most `limit`; none that were called off.
pub async fn meetings(
    tx: &mut Tx,
    within: &[OrganisationId],
    words: &Words,
    month: Option<Month>,
    limit: u32,
) -> Result<Vec<Meeting>> {
    let rows: Vec<MeetingRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select ");
        query.push(meetings::COLUMNS).push(", o.code as cell_code, o.name as cell_name from meetings m");
        query.push(" join organisations o on o.id = m.cell_id where m.cancelled_at is null");
        push_within(&mut query, "m.cell_id", within);
        push_words(&mut query, "o.name_key", words);
        if let Some(month) = month {
            query.push(" and m.month = ").push_bind(i64::from(month.index()));
        }
        query.push(" order by m.month desc, m.starts_at desc, m.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Meeting::try_from).collect()
}

/// Papers issued by organisations within any of these under a number, latest first, at most `limit`.
pub async fn papers(tx: &mut Tx, within: &[OrganisationId], number: u32, limit: u32) -> Result<Vec<Issued>> {
    let rows: Vec<IssuedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(ISSUED);
        query.push(" where i.number = ").push_bind(i64::from(number));
        push_within(&mut query, "i.organisation_id", within);
        query.push(" order by i.issued_on desc, i.id desc limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(Issued::try_from).collect()
}

/// All who stand on a day within any of these organisations, of those members `n` that are picked: they are picked first, since there are
/// few of them, and only then is asked where they stand.
fn standing_on<DB>(
    within: &[OrganisationId],
    on: Date,
    picked: impl FnOnce(&mut QueryBuilder<DB>),
) -> QueryBuilder<DB>
where
    DB: Database,
    Day: for<'v> Encode<'v, DB> + Type<DB>,
    uuid::Uuid: for<'v> Encode<'v, DB> + Type<DB>,
{
    let mut query = QueryBuilder::new(LISTED);
    query.push(" from (select n.* from members n where n.id is not null");
    picked(&mut query);
    query.push(") m cross join standings s join organisations o on o.id = s.cell_id");
    query.push(" where s.member_id = m.id and s.from_on <= ").push_bind(day(on));
    query.push(" and (s.to_on is null or s.to_on > ").push_bind(day(on)).push(")");
    push_within(&mut query, "s.cell_id", within);
    query
}

/// Only what belongs to one of these organisations or stands below it.
fn push_within<DB>(query: &mut QueryBuilder<DB>, column: &str, within: &[OrganisationId])
where
    DB: Database,
    uuid::Uuid: for<'v> Encode<'v, DB> + Type<DB>,
{
    query.push(" and exists (select 1 from organisation_ancestors a where a.organisation_id = ").push(column);
    query.push(" and a.ancestor_id in (");
    push_list(query, within.iter().map(|organisation| organisation.0));
    query.push("))");
}

/// Only names in which every word begins some word, in one of its spellings.
fn push_words<DB>(query: &mut QueryBuilder<DB>, column: &str, words: &Words)
where
    DB: Database,
    String: for<'v> Encode<'v, DB> + Type<DB>,
{
    for spellings in words {
        query.push(" and (");
        for (n, spelling) in spellings.iter().enumerate() {
            query.push(if n == 0 { "' ' || " } else { " or ' ' || " }).push(column).push(" like ");
            query.push_bind(format!("% {spelling}%"));
        }
        query.push(")");
    }
}
