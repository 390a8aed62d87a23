//! The facts signs follow from, of all cells within an organisation at once.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::{MemberGrade, StandingState},
    time::{Month, PartialDate, Precision},
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx,
    columns::{Day, Word, day, month, partial},
    error::Result,
    organisations::push_within,
};

/// What is known of a member in the cell the member belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Belonging {
    /// The member.
    pub member: MemberId,
    /// The name.
    pub name: String,
    /// The cell.
    pub cell: OrganisationId,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// How the member stands there.
    pub state: StandingState,
    /// Since when.
    pub since: Date,
    /// The day of admission.
    pub admitted_on: Option<PartialDate>,
    /// The first day as a probationary member here.
    pub probationary_from: Option<Date>,
    /// Whether the admission was entered here, so that its ceremony is known.
    pub admitted_here: bool,
    /// Since when the member is away, exempt or suspended, by the deed with which that began.
    pub stays_from: Option<Date>,
    /// How long that was meant to last.
    pub until: Option<Date>,
    /// That deed, as the domain reads it.
    pub deed: Option<serde_json::Value>,
}

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    full_name: String,
    cell_id: Uuid,
    grade: Word<MemberGrade>,
    state: Word<StandingState>,
    from_on: Day,
    admitted_on: Option<Day>,
    admitted_precision: Option<Word<Precision>>,
    probationary_from: Option<Day>,
    admitted_here: i64,
    stays_from: Option<Day>,
    until_on: Option<Day>,
    details: Option<Json<serde_json::Value>>,
}

/// Everybody who belongs to a cell within an organisation on a day, by cell and given name.
pub async fn belonging(tx: &mut Tx, within: OrganisationId, on: Date) -> Result<Vec<Belonging>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push(
            "select s.member_id, m.full_name, s.cell_id, s.grade, s.state, s.from_on, m.admitted_on, m.admitted_precision,
             case when s.grade = 'probationary' then (select min(p.from_on) from standings p
               where p.member_id = s.member_id and p.grade = 'probationary'
                 and p.from_on >= coalesce((select max(x.to_on) from standings x where x.member_id = s.member_id
                   and x.ended_by in ('resigned', 'removed', 'expelled')), p.from_on)) end as probationary_from,
             cast(case when exists (select 1 from deed_members n join deeds b on b.id = n.deed_id
               where n.member_id = s.member_id and b.done_at is not null and b.kind in ('admit', 'readmit'))
               then 1 else 0 end as bigint) as admitted_here,
             d.on_date as stays_from, d.until_on, d.details
             from standings s join within w on w.id = s.cell_id join members m on m.id = s.member_id
             left join deeds d on d.id = (select e.id from deeds e join deed_members k on k.deed_id = e.id
               where k.member_id = s.member_id and e.done_at is not null and e.kind =
                 case s.state when 'away' then 'send' when 'exempt' then 'exempt' when 'suspended' then 'suspend' end
               order by e.on_date desc, e.id desc limit 1)
             where s.state in ('active', 'exempt', 'away', 'suspended') and s.from_on <= ",
        );
        query.push_bind(day(on)).push(" and (s.to_on is null or s.to_on > ").push_bind(day(on));
        query.push(") order by s.cell_id, m.sort_key, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let belonging = rows.into_iter().map(|row| Belonging {
        member: MemberId(row.member_id),
        name: row.full_name,
        cell: OrganisationId(row.cell_id),
        grade: row.grade.0,
        state: row.state.0,
        since: row.from_on.to_jiff(),
        admitted_on: partial(row.admitted_on, row.admitted_precision),
        probationary_from: row.probationary_from.map(Day::to_jiff),
        admitted_here: row.admitted_here != 0,
        stays_from: row.stays_from.map(Day::to_jiff),
        until: row.until_on.map(Day::to_jiff),
        deed: row.details.map(|details| details.0),
    });
    Ok(belonging.collect())
}

/// The months from one to another, both included, in whose closed routine meeting a member was absent without reason, within an
/// organisation as it stands on a day.
pub async fn unexcused(
    tx: &mut Tx,
    within: OrganisationId,
    on: Date,
    months: (Month, Month),
) -> Result<Vec<(MemberId, Month)>> {
    let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select r.member_id, m.month from meetings m join within w on w.id = m.cell_id");
        query.push(" join roll_entries r on r.meeting_id = m.id");
        query.push(" where m.kind in ('routine', 'combined') and m.closed_at is not null");
        query.push(" and r.attendance = 'unexcused' and m.month between ");
        query.push_bind(i64::from(months.0.index())).push(" and ").push_bind(i64::from(months.1.index()));
        query.push(" order by r.member_id, m.month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(member, index)| Ok((MemberId(member), month(index)?))).collect()
}

/// The first day of the term that each organisation within one is in on a day.
pub async fn terms(tx: &mut Tx, within: OrganisationId, on: Date) -> Result<Vec<(OrganisationId, Date)>> {
    let rows: Vec<(Uuid, Day)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        push_within(&mut query, within, on);
        query.push("select t.organisation_id, max(t.from_on) from terms t");
        query.push(" join within w on w.id = t.organisation_id where t.from_on <= ").push_bind(day(on));
        query.push(" group by t.organisation_id order by t.organisation_id");
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(|(id, from)| (OrganisationId(id), from.to_jiff())).collect())
}
