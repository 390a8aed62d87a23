//! Months of a cell's dues book that were closed, and months of members with a good reason for paying nothing.

use nennep_domain::{
    dues::ClosedMonth,
    ids::{AccountId, MemberId, OrganisationId},
    rules::Hundredths,
    time::{Instant, Month},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, month},
    error::Result,
    pieces::{in_pieces, push_list},
};

/// What a member owed in a closed month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClosedLine {
    /// The cell that closed it.
    pub cell: OrganisationId,
    /// The month.
    pub month: Month,
    /// The member.
    pub member: MemberId,
    /// How many đồng.
    pub owed: i64,
}

/// Closes a month with what each member owed in it. `false`: it was closed before.
pub async fn close(
    tx: &mut WriteTx,
    closed: &ClosedMonth,
    by: Option<AccountId>,
    owed: &[(MemberId, i64)],
) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "insert into dues_months (cell_id, month, collected_dong, share_percent, closed_at, closed_by)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
        )
        .bind(closed.cell.0)
        .bind(i64::from(closed.month.index()))
        .bind(closed.collected)
        .bind(closed.share.get())
        .bind(At(closed.closed_at))
        .bind(by.map(|id| id.0))
    )?;
    if done == 0 {
        return Ok(false);
    }
    for piece in in_pieces(owed) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into dues_lines (cell_id, month, member_id, owed_dong) ");
            query.push_values(piece, |mut row, (member, dong)| {
                row.push_bind(closed.cell.0).push_bind(i64::from(closed.month.index()));
                row.push_bind(member.0).push_bind(*dong);
            });
            query.build().execute(c).await.map(|_| ())
        })?;
    }
    Ok(true)
}

/// Opens a month again that was closed since a moment. `false`: there is none so young.
pub async fn open_again(tx: &mut WriteTx, cell: OrganisationId, of: Month, since: Instant) -> Result<bool> {
    let index = i64::from(of.index());
    let done = run!(
        tx,
        sqlx::query("delete from dues_months where cell_id = $1 and month = $2 and closed_at >= $3")
            .bind(cell.0)
            .bind(index)
            .bind(At(since))
    )?;
    if done == 1 {
        run!(
            tx,
            sqlx::query("delete from dues_lines where cell_id = $1 and month = $2").bind(cell.0).bind(index)
        )?;
    }
    Ok(done == 1)
}

/// The months of a span, both included, that a cell closed, in order.
pub async fn closed_in(
    tx: &mut Tx,
    cell: OrganisationId,
    months: (Month, Month),
) -> Result<Vec<ClosedMonth>> {
    let rows: Vec<(i64, i64, i64, At)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select month, collected_dong, share_percent, closed_at from dues_months
             where cell_id = $1 and month between $2 and $3 order by month",
        )
        .bind(cell.0)
        .bind(i64::from(months.0.index()))
        .bind(i64::from(months.1.index()))
        .fetch_all(c)
        .await
    })?;
    let closed = rows.into_iter().map(|(of, collected, share, at)| {
        Ok(ClosedMonth { cell, month: month(of)?, closed_at: at.0, collected, share: Hundredths::new(share) })
    });
    closed.collect()
}

/// Whoever was on a cell's list when it closed a month, by given name.
pub async fn closed_members(tx: &mut Tx, cell: OrganisationId, of: Month) -> Result<Vec<MemberId>> {
    let ids: Vec<Uuid> = on_both!(tx, |c| {
        sqlx::query_scalar(
            "select l.member_id from dues_lines l join members m on m.id = l.member_id
             where l.cell_id = $1 and l.month = $2 order by m.sort_key, m.id",
        )
        .bind(cell.0)
        .bind(i64::from(of.index()))
        .fetch_all(c)
        .await
    })?;
    Ok(ids.into_iter().map(MemberId).collect())
}

/// The last month a cell closed.
pub async fn last_closed(tx: &mut Tx, cell: OrganisationId) -> Result<Option<Month>> {
    let index: Option<i64> = on_both!(tx, |c| {
        sqlx::query_scalar("select max(month) from dues_months where cell_id = $1")
            .bind(cell.0)
            .fetch_one(c)
            .await
    })?;
    index.map(month).transpose()
}

/// What these members owed in the closed months of a span, both included, in whichever cell; by member and month.
pub async fn lines(tx: &mut Tx, members: &[MemberId], months: (Month, Month)) -> Result<Vec<ClosedLine>> {
    let rows: Vec<(Uuid, i64, Uuid, i64)> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select cell_id, month, member_id, owed_dong from dues_lines where month between ",
        );
        query.push_bind(i64::from(months.0.index())).push(" and ").push_bind(i64::from(months.1.index()));
        query.push(" and member_id in (");
        push_list(&mut query, members.iter().map(|id| id.0));
        query.push(") order by member_id, month, cell_id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter()
        .map(|(cell, of, member, owed)| {
            Ok(ClosedLine { cell: OrganisationId(cell), month: month(of)?, member: MemberId(member), owed })
        })
        .collect()
}

/// Notes the good reason why a member paid nothing for a month; the reason noted before is replaced.
pub async fn excuse(
    tx: &mut WriteTx,
    member: MemberId,
    of: Month,
    cell: OrganisationId,
    reason: &str,
    at: Instant,
    by: Option<AccountId>,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into dues_excuses (member_id, month, cell_id, reason, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6) on conflict (member_id, month) do update set cell_id = excluded.cell_id,
             reason = excluded.reason, recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by"
        )
        .bind(member.0)
        .bind(i64::from(of.index()))
        .bind(cell.0)
        .bind(reason)
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes such a reason away. `false`: there is none.
pub async fn unexcuse(tx: &mut WriteTx, member: MemberId, of: Month) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query("delete from dues_excuses where member_id = $1 and month = $2")
            .bind(member.0)
            .bind(i64::from(of.index()))
    )?;
    Ok(done == 1)
}

/// The good reasons of these members in a span of months, both included: (member, month, reason).
pub async fn excuses(
    tx: &mut Tx,
    members: &[MemberId],
    months: (Month, Month),
) -> Result<Vec<(MemberId, Month, String)>> {
    let rows: Vec<(Uuid, i64, String)> = on_both!(tx, |c| {
        let mut query =
            QueryBuilder::new("select member_id, month, reason from dues_excuses where month between ");
        query.push_bind(i64::from(months.0.index())).push(" and ").push_bind(i64::from(months.1.index()));
        query.push(" and member_id in (");
        push_list(&mut query, members.iter().map(|id| id.0));
        query.push(") order by member_id, month");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|(member, of, reason)| Ok((MemberId(member), month(of)?, reason))).collect()
}
