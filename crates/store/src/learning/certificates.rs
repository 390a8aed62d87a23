//! Certificates of classes, by whom they are for and whose way they count on.

use jiff::civil::Date;
use nennep_domain::{
    ids::{CandidateId, ClassId, LearnerId, MemberId, OrganisationId},
    learning::{Certificate, ClassKind},
    recruiting::ClassCertificate,
    time::Instant,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, day},
    error::Result,
    pieces::push_list,
};

/// Gives a learner a certificate, or takes it away where none is named.
pub async fn certify(
    tx: &mut WriteTx,
    id: LearnerId,
    certificate: Option<&Certificate>,
    at: Instant,
) -> Result<()> {
    run!(
        tx,
        sqlx::query(
            "update learners set certificate_number = $2, certified_on = $3, certified_at = $4 where id = $1"
        )
        .bind(id.0)
        .bind(certificate.map(|one| one.number.clone()))
        .bind(certificate.map(|one| day(one.on)))
        .bind(certificate.map(|_| At(at)))
    )?;
    Ok(())
}

/// Members of these who have a certificate of a class of that kind, each with the day of the latest.
pub async fn certified(tx: &mut Tx, members: &[MemberId], kind: ClassKind) -> Result<Vec<(MemberId, Date)>> {
    let mut found = Vec::new();
    for some in members.chunks(500) {
        let rows: Vec<(Uuid, Day)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select l.member_id, max(l.certified_on) from learners l join classes c on c.id = l.class_id
                 where l.certified_on is not null and c.kind = ",
            );
            query.push_bind(kind.as_str()).push(" and l.member_id in (");
            push_list(&mut query, some.iter().map(|id| id.0));
            query.push(") group by l.member_id order by l.member_id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(|(member, on)| (MemberId(member), on.to_jiff())));
    }
    Ok(found)
}

#[derive(sqlx::FromRow)]
struct CertificateRow {
    whose: Option<Uuid>,
    id: Uuid,
    class_id: Uuid,
    name: String,
    certificate_number: String,
    certified_on: Day,
    held_by: String,
}

impl From<CertificateRow> for ClassCertificate {
    fn from(row: CertificateRow) -> Self {
        Self {
            learner: LearnerId(row.id),
            class: ClassId(row.class_id),
            name: row.name,
            number: row.certificate_number,
            on: row.certified_on.to_jiff(),
            by: row.held_by,
        }
    }
}

const CERTIFICATE: &str =
    " as whose, l.id, l.class_id, coalesce(m.full_name, l.candidate_name) as name, l.certificate_number,
     l.certified_on, o.name as held_by from learners l join classes c on c.id = l.class_id
     join organisations o on o.id = c.organisation_id left join members m on m.id = l.member_id
     where l.certified_on is not null and c.kind = ";

/// The certificates of classes for candidates that were taken as these candidates' own.
pub async fn certificates_of_candidates(
    tx: &mut Tx,
    candidates: &[CandidateId],
) -> Result<Vec<(CandidateId, ClassCertificate)>> {
    let ids: Vec<Uuid> = candidates.iter().map(|id| id.0).collect();
    let found = certificates(tx, "l.candidate_id", ClassKind::Candidates, &ids).await?;
    Ok(found.into_iter().map(|(id, one)| (CandidateId(id), one)).collect())
}

/// The certificates of classes of that kind that these members have.
pub async fn certificates_of_members(
    tx: &mut Tx,
    members: &[MemberId],
    kind: ClassKind,
) -> Result<Vec<(MemberId, ClassCertificate)>> {
    let ids: Vec<Uuid> = members.iter().map(|id| id.0).collect();
    let found = certificates(tx, "l.member_id", kind, &ids).await?;
    Ok(found.into_iter().map(|(id, one)| (MemberId(id), one)).collect())
}

async fn certificates(
    tx: &mut Tx,
    whose: &str,
    kind: ClassKind,
    ids: &[Uuid],
) -> Result<Vec<(Uuid, ClassCertificate)>> {
    let mut found = Vec::new();
    for some in ids.chunks(500) {
        let rows: Vec<CertificateRow> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select ");
            query
                .push(whose)
                .push(CERTIFICATE)
                .push_bind(kind.as_str())
                .push(" and ")
                .push(whose)
                .push(" in (");
            push_list(&mut query, some.iter().copied());
            query.push(") order by l.certified_on, l.id");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().filter_map(|row| Some((row.whose?, row.into()))));
    }
    Ok(found)
}

/// So many certificates are looked through for somebody.
const MOST_CERTIFICATES: i64 = 2_000;

/// Certificates of classes for candidates held by one of these organisations that nobody took as a candidate's own yet: of learners sent by
/// that cell, or by none that is known; the latest first.
pub async fn certificates_free(
    tx: &mut Tx,
    held_by: &[OrganisationId],
    cell: OrganisationId,
) -> Result<Vec<ClassCertificate>> {
    let rows: Vec<CertificateRow> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("select l.candidate_id");
        query.push(CERTIFICATE).push_bind(ClassKind::Candidates.as_str());
        query.push(
            " and l.candidate_id is null and l.member_id is null and (l.cell_id is null or l.cell_id = ",
        );
        query.push_bind(cell.0).push(") and c.organisation_id in (");
        push_list(&mut query, held_by.iter().map(|id| id.0));
        query.push(") order by l.certified_on desc, l.id limit ").push_bind(MOST_CERTIFICATES);
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(ClassCertificate::from).collect())
}

/// Keeps which candidate a learner is; `None`: nobody knows any more. `false`: it is said already, or the candidate learns in that class
/// under another entry.
pub async fn claim(tx: &mut WriteTx, id: LearnerId, candidate: Option<CandidateId>) -> Result<bool> {
    let Some(candidate) = candidate else {
        let sql = "update learners set candidate_id = null where id = $1 and candidate_id is not null";
        return Ok(run!(tx, sqlx::query(sql).bind(id.0))? == 1);
    };
    let done = run!(
        tx,
        sqlx::query(
            "update learners set candidate_id = $2 where id = $1 and candidate_id is null and member_id is null
             and not exists (select 1 from learners x where x.candidate_id = $2 and x.class_id = learners.class_id)"
        )
        .bind(id.0)
        .bind(candidate.0)
    )?;
    Ok(done == 1)
}
