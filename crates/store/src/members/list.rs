//! Lists and counts of those who stood within an organisation on a day.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId, StandingId},
    members::{MemberGrade, StandingState},
    names,
    time::{PartialDate, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx,
    columns::{Day, Word, count, day, partial},
    error::Result,
    organisations::push_within,
    pieces::{in_pieces, push_list},
};

/// What [`list`] is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Filter<'a> {
    /// The day the list speaks of.
    pub on: Date,
    /// Only members standing in this organisation or below it.
    pub within: OrganisationId,
    /// Only those whose folded name holds this text, or whose card number begins with it.
    pub words: &'a str,
    /// Only those who stand so.
    pub state: Option<StandingState>,
    /// Only those of this grade.
    pub grade: Option<MemberGrade>,
    /// Continue after this sort key, member and standing: one member may stand in two cells.
    pub after: Option<(&'a str, MemberId, StandingId)>,
}

/// One line of a list of members.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The member.
    pub member: MemberId,
    /// The standing this line speaks of.
    pub standing: StandingId,
    /// Full name.
    pub name: String,
    /// The key the list is ordered by.
    pub sort_key: String,
    /// Date of birth.
    pub born_on: Option<PartialDate>,
    /// Party card number.
    pub card_number: String,
    /// The cell.
    pub cell: OrganisationId,
    /// The cell's code.
    pub cell_code: String,
    /// The cell's name.
    pub cell_name: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands in the cell.
    pub state: StandingState,
    /// Since when.
    pub since: Date,
}

/// What a line says of `m` the member, `s` the standing, `o` the cell.
pub(crate) const LISTED: &str =
    "select s.member_id, s.id as standing_id, m.full_name, m.sort_key, m.born_on, m.born_precision, m.card_number, s.cell_id,
     o.code as cell_code, o.name as cell_name, s.grade, s.state, s.from_on";

#[derive(sqlx::FromRow)]
pub(crate) struct ListedRow {
    member_id: Uuid,
    standing_id: Uuid,
    full_name: String,
    sort_key: String,
    born_on: Option<Day>,
    born_precision: Option<Word<Precision>>,
    card_number: String,
    cell_id: Uuid,
    cell_code: String,
    cell_name: String,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
    from_on: Day,
}

impl From<ListedRow> for Listed {
    fn from(row: ListedRow) -> Self {
        Self {
            member: MemberId(row.member_id),
            standing: StandingId(row.standing_id),
            name: row.full_name,
            sort_key: row.sort_key,
            born_on: partial(row.born_on, row.born_precision),
            card_number: row.card_number,
            cell: OrganisationId(row.cell_id),
            cell_code: row.cell_code,
            cell_name: row.cell_name,
            grade: row.grade.0,
            state: row.state.0,
            since: row.from_on.to_jiff(),
        }
    }
}

/// Members standing within an organisation on a day, by given name, at most `limit`.
pub async fn list(tx: &mut Tx, filter: Filter<'_>, limit: u32) -> Result<Vec<Listed>> {
    let words = names::fold(filter.words);
    let rows: Vec<ListedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, filter.within, filter.on);
        query.push(LISTED).push(" from members m join standings s on s.member_id = m.id");
        query.push(" join within w on w.id = s.cell_id");
        query.push(" join organisation_chapters o on o.organisation_id = s.cell_id and o.from_on <= ");
        query.push_bind(day(filter.on)).push(" and (o.to_on is null or o.to_on > ").push_bind(day(filter.on));
        query.push(") where s.from_on <= ").push_bind(day(filter.on));
        query.push(" and (s.to_on is null or s.to_on > ").push_bind(day(filter.on)).push(")");
        if !words.is_empty() {
            query.push(" and (m.name_key like ").push_bind(format!("%{words}%"));
            query.push(" or m.card_number like ").push_bind(format!("{}%", filter.words.trim()));
            query.push(")");
        }
        if let Some(state) = filter.state {
            query.push(" and s.state = ").push_bind(state.as_str());
        }
        if let Some(grade) = filter.grade {
            query.push(" and s.grade = ").push_bind(grade.as_str());
        }
        if let Some((key, member, standing)) = filter.after {
            query.push(" and (m.sort_key, m.id, s.id) > (").push_bind(key);
            query.push(", ").push_bind(member.0).push(", ").push_bind(standing.0).push(")");
        }
        query.push(" order by m.sort_key, m.id, s.id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Listed::from).collect())
}

/// How many members belong today to each cell that stands today at or below one of these organisations.
pub async fn belonging_below(
    tx: &mut Tx,
    organisations: &[OrganisationId],
    today: Date,
) -> Result<Vec<(OrganisationId, u32)>> {
    let mut found = Vec::new();
    for piece in in_pieces(organisations) {
        let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select s.cell_id, count(*) from standings s where s.state in ('active', 'exempt', 'away', 'suspended')
                 and exists (select 1 from organisation_ancestors a where a.organisation_id = s.cell_id and a.ancestor_id in (",
            );
            push_list(&mut query, piece.iter().map(|id| id.0));
            query
                .push(")) and s.from_on <= ")
                .push_bind(day(today))
                .push(" and (s.to_on is null or s.to_on > ");
            query.push_bind(day(today)).push(") group by s.cell_id order by s.cell_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (cell, members) in rows {
            found.push((OrganisationId(cell), count(members)?));
        }
    }
    Ok(found)
}

/// Official and probationary members belonging to each cell within an organisation on a day: (cell, official, probationary).
pub async fn membership_counts(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
) -> Result<Vec<(OrganisationId, u32, u32)>> {
    let rows: Vec<(Uuid, i64, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select s.cell_id, sum(case when s.grade = 'official' then 1 else 0 end),");
        query.push(" sum(case when s.grade = 'probationary' then 1 else 0 end)");
        query.push(" from standings s join within w on w.id = s.cell_id");
        query.push(" where s.state in ('active', 'exempt', 'away', 'suspended') and s.from_on <= ");
        query.push_bind(day(on)).push(" and (s.to_on is null or s.to_on > ").push_bind(day(on));
        query.push(") group by s.cell_id order by s.cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(cell, official, probationary)| {
            Ok((OrganisationId(cell), count(official)?, count(probationary)?))
        })
        .collect()
}
