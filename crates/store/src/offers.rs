//! What members said they can and would like to do. Erased, nothing of it is left.

use jiff::civil::Date;
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    offers::{Offer, Said},
    time::Instant,
};
use sqlx::{QueryBuilder, types::Json};
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, count, day},
    error::{Error, Result},
};

#[derive(sqlx::FromRow)]
struct Row {
    member_id: Uuid,
    skills: Json<Vec<String>>,
    kinds: Json<Vec<String>>,
    words: String,
    hours_a_month: Option<i64>,
    says_nothing: bool,
    said_at: At,
}

impl TryFrom<Row> for Offer {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            member: MemberId(row.member_id),
            said: Said {
                skills: row.skills.0,
                kinds: row.kinds.0,
                words: row.words,
                hours_a_month: row.hours_a_month.map(count).transpose()?,
                nothing: row.says_nothing,
            },
            said_at: row.said_at.0,
        })
    }
}

const COLUMNS: &str = "select o.member_id, o.skills, o.kinds, o.words, o.hours_a_month, o.says_nothing, o.said_at from member_offers o";

/// What a member said.
pub async fn find(tx: &mut Tx, member: MemberId) -> Result<Option<Offer>> {
    let row: Option<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(COLUMNS);
        query.push(" where o.member_id = ").push_bind(member.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    row.map(Offer::try_from).transpose()
}

/// What those said who belong to a cell on a day, with their names, by given name.
pub async fn of_cell(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<(String, Offer)>> {
    #[derive(sqlx::FromRow)]
    struct Named {
        full_name: String,
        #[sqlx(flatten)]
        row: Row,
    }
    let rows: Vec<Named> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select m.full_name, o.member_id, o.skills, o.kinds, o.words, o.hours_a_month, o.says_nothing, o.said_at
             from member_offers o join members m on m.id = o.member_id
             where exists (select 1 from standings s where s.member_id = o.member_id and s.state in ('active', 'exempt', 'away', 'suspended') and s.cell_id = ",
        );
        query.push_bind(cell.0).push(" and s.from_on <= ").push_bind(day(on));
        query.push(" and (s.to_on is null or s.to_on > ").push_bind(day(on));
        query.push(")) order by m.sort_key, m.id");
        query.build_query_as().fetch_all(c).await
    })?;
    rows.into_iter().map(|named| Ok((named.full_name, Offer::try_from(named.row)?))).collect()
}

/// Keeps what a member said, in the place of what was said before.
pub async fn save(tx: &mut WriteTx, offer: &Offer) -> Result<()> {
    let said = &offer.said;
    run!(
        tx,
        sqlx::query(
            "insert into member_offers (member_id, skills, kinds, words, hours_a_month, says_nothing, said_at)
             values ($1, $2, $3, $4, $5, $6, $7)
             on conflict (member_id) do update set skills = excluded.skills, kinds = excluded.kinds,
             words = excluded.words, hours_a_month = excluded.hours_a_month, says_nothing = excluded.says_nothing,
             said_at = excluded.said_at"
        )
        .bind(offer.member.0)
        .bind(Json(&said.skills))
        .bind(Json(&said.kinds))
        .bind(&said.words)
        .bind(said.hours_a_month.map(i64::from))
        .bind(said.nothing)
        .bind(At(offer.said_at))
    )?;
    Ok(())
}

/// Erases what a member said. `false`: nothing was there.
pub async fn erase(tx: &mut WriteTx, member: MemberId) -> Result<bool> {
    let done = run!(tx, sqlx::query("delete from member_offers where member_id = $1").bind(member.0))?;
    Ok(done == 1)
}

/// When somebody read what is offered of a subject, latest first: the moment and the account's name.
pub async fn readings(
    tx: &mut Tx,
    member: MemberId,
    cell: OrganisationId,
    since: Instant,
) -> Result<Vec<(Instant, String)>> {
    let rows: Vec<(At, String)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select e.at, coalesce(a.name, '') from events e left join accounts a on a.id = e.account_id
             where ((e.subject_id = $1 and e.kind = 'offer.read') or (e.subject_id = $2 and e.kind = 'offers.read'))
             and e.at >= $3 order by e.at desc, e.id desc limit 50",
        )
        .bind(member.0)
        .bind(cell.0)
        .bind(At(since))
        .fetch_all(c)
        .await
    })?;
    Ok(rows.into_iter().map(|(at, name)| (at.0, name)).collect())
}
