//! Guests of a meeting.

use nennep_domain::{
    ids::{GuestId, MeetingId, MemberId},
    meetings::Guest,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Tx, WriteTx, error::Result, pieces::in_pieces};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    meeting_id: Uuid,
    name: String,
    role: String,
    member_id: Option<Uuid>,
    overseer: bool,
}

/// The guests of a meeting, in the order they were named.
pub async fn guests(tx: &mut Tx, meeting: MeetingId) -> Result<Vec<Guest>> {
    let rows: Vec<Row> = on_both!(tx, |c| {
        sqlx::query_as(
        "select id, meeting_id, name, role, member_id, overseer from guests where meeting_id = $1 order by id"
    )
    .bind(meeting.0)
    .fetch_all(c)
    .await
    })?;
    let guests = rows.into_iter().map(|row| Guest {
        id: GuestId(row.id),
        meeting: MeetingId(row.meeting_id),
        name: row.name,
        role: row.role,
        member: row.member_id.map(MemberId),
        overseer: row.overseer,
    });
    Ok(guests.collect())
}

/// Adds guests; one already there stays.
pub async fn insert_guests(tx: &mut WriteTx, guests: &[Guest]) -> Result<()> {
    for chunk in in_pieces(guests) {
        on_both!(tx, |c| {
            let mut query =
                QueryBuilder::new("insert into guests (id, meeting_id, name, role, member_id, overseer) ");
            query.push_values(chunk, |mut row, guest| {
                row.push_bind(guest.id.0)
                    .push_bind(guest.meeting.0)
                    .push_bind(&guest.name)
                    .push_bind(&guest.role)
                    .push_bind(guest.member.map(|id| id.0))
                    .push_bind(guest.overseer);
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Removes a guest who has not spoken. `false`: there is none, or a remark names them.
pub async fn delete_guest(tx: &mut WriteTx, meeting: MeetingId, id: GuestId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from guests where id = $1 and meeting_id = $2 and not exists (select 1 from remarks where guest_id = $1)"
        )
        .bind(id.0)
        .bind(meeting.0)
    )?;
    Ok(done == 1)
}
