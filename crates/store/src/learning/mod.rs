//! Classes, their sessions, learners, attendance and certificates.

mod certificates;

pub use certificates::{
    certificates_free, certificates_of_candidates, certificates_of_members, certified, certify, claim,
};

use std::collections::HashSet;

use jiff::civil::Date;
use nennep_domain::{
    ids::{AccountId, ClassId, ClassSessionId, LearnerId, MemberId, OrganisationId},
    learning::{Certificate, Class, ClassKind, ClassSession, Learner, Who},
    names,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, count, day},
    error::Result,
    pieces::{in_pieces, push_list},
};

#[derive(sqlx::FromRow)]
struct ClassRow {
    id: Uuid,
    organisation_id: Uuid,
    kind: Word<ClassKind>,
    title: String,
    place: String,
    from_on: Day,
    to_on: Day,
}

impl From<ClassRow> for Class {
    fn from(row: ClassRow) -> Self {
        Self {
            id: ClassId(row.id),
            organisation: OrganisationId(row.organisation_id),
            kind: row.kind.0,
            title: row.title,
            place: row.place,
            from_on: row.from_on.to_jiff(),
            to_on: row.to_on.to_jiff(),
        }
    }
}

const CLASS: &str =
    "select c.id, c.organisation_id, c.kind, c.title, c.place, c.from_on, c.to_on from classes c";

/// Adds a class, or writes it anew.
pub async fn save_class(tx: &mut WriteTx, one: &Class, at: Instant, by: Option<AccountId>) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into classes (id, organisation_id, kind, title, place, from_on, to_on, recorded_at, recorded_by)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             on conflict (id) do update set title = $4, place = $5, from_on = $6, to_on = $7"
        )
        .bind(one.id.0)
        .bind(one.organisation.0)
        .bind(one.kind.as_str())
        .bind(&one.title)
        .bind(&one.place)
        .bind(day(one.from_on))
        .bind(day(one.to_on))
        .bind(At(at))
        .bind(by.map(|id| id.0))
    )?;
    Ok(())
}

/// Takes a class away in which nobody learns and that has no session. `false`: it has.
pub async fn delete_class(tx: &mut WriteTx, id: ClassId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from classes where id = $1
             and not exists (select 1 from class_sessions s where s.class_id = $1)
             and not exists (select 1 from learners l where l.class_id = $1)"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// The class with this id.
pub async fn find_class(tx: &mut Tx, id: ClassId) -> Result<Option<Class>> {
    let row: Option<ClassRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(CLASS);
        query.push(" where c.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Class::from))
}

/// A class with how many learn in it and how many have a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// The class.
    pub class: Class,
    /// How many learn in it.
    pub learners: u32,
    /// How many have a certificate.
    pub certified: u32,
}

#[derive(sqlx::FromRow)]
struct CountedRow {
    #[sqlx(flatten)]
    class: ClassRow,
    learners: i64,
    certified: i64,
}

/// The classes held by these organisations that begin from one day to another, both included, the latest first, with their counts.
pub async fn list_classes(
    tx: &mut Tx,
    places: &[OrganisationId],
    days: (Date, Date),
) -> Result<Vec<Counted>> {
    let rows: Vec<CountedRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(
            "select c.id, c.organisation_id, c.kind, c.title, c.place, c.from_on, c.to_on,
             (select count(*) from learners l where l.class_id = c.id) as learners,
             (select count(l.certified_on) from learners l where l.class_id = c.id) as certified
             from classes c where c.from_on between ",
        );
        query.push_bind(day(days.0)).push(" and ").push_bind(day(days.1)).push(" and c.organisation_id in (");
        push_list(&mut query, places.iter().map(|id| id.0));
        query.push(") order by c.from_on desc, c.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    let counted = |row: CountedRow| {
        Ok(Counted {
            class: row.class.into(),
            learners: count(row.learners)?,
            certified: count(row.certified)?,
        })
    };
    rows.into_iter().map(counted).collect()
}

/// Adds a session, or writes it anew.
pub async fn save_session(tx: &mut WriteTx, one: &ClassSession) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "insert into class_sessions (id, class_id, on_date, topic) values ($1, $2, $3, $4)
             on conflict (id) do update set on_date = $3, topic = $4"
        )
        .bind(one.id.0)
        .bind(one.class.0)
        .bind(day(one.on))
        .bind(&one.topic)
    )?;
    Ok(())
}

/// Takes a session away with its attendance.
pub async fn delete_session(tx: &mut WriteTx, id: ClassSessionId) -> Result<()> {
    run!(tx, sqlx::query("delete from class_attendance where session_id = $1").bind(id.0))?;
    run!(tx, sqlx::query("delete from class_sessions where id = $1").bind(id.0))?;
    Ok(())
}

/// The sessions of a class, in their order.
pub async fn sessions(tx: &mut Tx, class: ClassId) -> Result<Vec<ClassSession>> {
    let rows: Vec<(Uuid, Day, String)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select id, on_date, topic from class_sessions where class_id = $1 order by on_date, id",
        )
        .bind(class.0)
        .fetch_all(c)
        .await
    })?;
    let session = |(id, on, topic): (Uuid, Day, String)| ClassSession {
        id: ClassSessionId(id),
        class,
        on: on.to_jiff(),
        topic,
    };
    Ok(rows.into_iter().map(session).collect())
}

/// Adds a learner; `name` is the member's where it is one. `false`: learns in it already.
pub async fn insert_learner(tx: &mut WriteTx, one: &Learner, name: &str) -> Result<bool> {
    let (member, candidate) = match &one.who {
        Who::Member(member) => (Some(member.0), ""),
        Who::Candidate(name) => (None, name.as_str()),
    };
    let done = run!(
        tx,
        sqlx::query(
            "insert into learners (id, class_id, member_id, candidate_name, name_key, cell_id)
             values ($1, $2, $3, $4, $5, $6) on conflict do nothing"
        )
        .bind(one.id.0)
        .bind(one.class.0)
        .bind(member)
        .bind(candidate)
        .bind(names::sort_key(if candidate.is_empty() { name } else { candidate }))
        .bind(one.cell.map(|id| id.0))
    )?;
    Ok(done == 1)
}

/// Takes a learner away of whom nothing was entered. `false`: was there, or has a certificate.
pub async fn delete_learner(tx: &mut WriteTx, id: LearnerId) -> Result<bool> {
    let done = run!(
        tx,
        sqlx::query(
            "delete from learners where id = $1 and certified_on is null
             and not exists (select 1 from class_attendance a where a.learner_id = $1)"
        )
        .bind(id.0)
    )?;
    Ok(done == 1)
}

/// A learner with the name, the cell's name and the sessions attended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// The learner.
    pub learner: Learner,
    /// The name.
    pub name: String,
    /// The cell's name; empty where none is known.
    pub cell: String,
    /// The sessions the learner was at.
    pub attended: HashSet<ClassSessionId>,
}

#[derive(sqlx::FromRow)]
struct LearnerRow {
    id: Uuid,
    class_id: Uuid,
    member_id: Option<Uuid>,
    candidate_name: String,
    full_name: Option<String>,
    cell_id: Option<Uuid>,
    cell_name: Option<String>,
    certificate_number: Option<String>,
    certified_on: Option<Day>,
}

impl From<LearnerRow> for Listed {
    fn from(row: LearnerRow) -> Self {
        let name = row.full_name.unwrap_or_else(|| row.candidate_name.clone());
        let who = row.member_id.map_or(Who::Candidate(row.candidate_name), |id| Who::Member(MemberId(id)));
        let certificate = row.certificate_number.zip(row.certified_on);
        Self {
            learner: Learner {
                id: LearnerId(row.id),
                class: ClassId(row.class_id),
                who,
                cell: row.cell_id.map(OrganisationId),
                certificate: certificate.map(|(number, on)| Certificate { number, on: on.to_jiff() }),
            },
            name,
            cell: row.cell_name.unwrap_or_default(),
            attended: HashSet::new(),
        }
    }
}

const LEARNER: &str =
    "select l.id, l.class_id, l.member_id, l.candidate_name, m.full_name, l.cell_id, o.name as cell_name,
     l.certificate_number, l.certified_on from learners l left join members m on m.id = l.member_id
     left join organisations o on o.id = l.cell_id";

/// Who learns in a class, by given name, with the sessions each was at.
pub async fn learners(tx: &mut Tx, class: ClassId) -> Result<Vec<Listed>> {
    let rows: Vec<LearnerRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(LEARNER);
        query.push(" where l.class_id = ").push_bind(class.0).push(" order by l.name_key, l.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let attended: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
        sqlx::query_as(
            "select a.learner_id, a.session_id from class_attendance a
             join class_sessions s on s.id = a.session_id where s.class_id = $1 order by a.learner_id, a.session_id",
        )
        .bind(class.0)
        .fetch_all(c)
        .await
    })?;
    let mut listed: Vec<Listed> = rows.into_iter().map(Listed::from).collect();
    for one in &mut listed {
        let own = attended.iter().filter(|(learner, _)| *learner == one.learner.id.0);
        one.attended = own.map(|(_, session)| ClassSessionId(*session)).collect();
    }
    Ok(listed)
}

/// The learner with this id, without the sessions attended.
pub async fn find_learner(tx: &mut Tx, id: LearnerId) -> Result<Option<Listed>> {
    let row: Option<LearnerRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(LEARNER);
        query.push(" where l.id = ").push_bind(id.0);
        query.build_query_as().fetch_optional(c).await
    })?;
    Ok(row.map(Listed::from))
}

/// The classes in which a member learns or learnt, the latest first.
pub async fn of_member(tx: &mut Tx, member: MemberId) -> Result<Vec<(Class, Listed)>> {
    let learnings: Vec<LearnerRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(LEARNER);
        query.push(" where l.member_id = ").push_bind(member.0).push(" order by l.id");
        query.build_query_as().fetch_all(c).await
    })?;
    let classes: Vec<ClassRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(CLASS);
        query.push(" where exists (select 1 from learners l where l.class_id = c.id and l.member_id = ");
        query.push_bind(member.0).push(") order by c.from_on desc, c.id desc");
        query.build_query_as().fetch_all(c).await
    })?;
    let learnings: Vec<Listed> = learnings.into_iter().map(Listed::from).collect();
    let with = |row: ClassRow| {
        let class = Class::from(row);
        let learning = learnings.iter().find(|one| one.learner.class == class.id)?.clone();
        Some((class, learning))
    };
    Ok(classes.into_iter().filter_map(with).collect())
}

/// Says who was at a session: those named, and nobody else.
pub async fn save_attendance(tx: &mut WriteTx, session: ClassSessionId, present: &[LearnerId]) -> Result<()> {
    run!(tx, sqlx::query("delete from class_attendance where session_id = $1").bind(session.0))?;
    for chunk in in_pieces(present) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new("insert into class_attendance (session_id, learner_id) ");
            query.push_values(chunk, |mut row, learner| {
                row.push_bind(session.0).push_bind(learner.0);
            });
            query.push(" on conflict do nothing");
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}
