//! What the register keeps about a member.

use nennep_domain::{
    ids::MemberId,
    members::{Member, Profile, Sex},
    names,
    time::{Instant, PartialDate, Precision},
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{
    Tx, WriteTx,
    columns::{At, Day, Word, day, partial},
    error::Result,
    pieces::{in_pieces, push_list},
};

/// An identity number as it stands at rest: encrypted, and hashed under a key to find doubles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// Encrypted number.
    pub cipher: Vec<u8>,
    /// Keyed hash.
    pub hash: Vec<u8>,
}

/// A member to be added. The profile's own identity number is not read: it comes encrypted beside it.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// The id.
    pub id: MemberId,
    /// What the register keeps.
    pub profile: Profile,
    /// The identity number at rest, where there is one.
    pub identity: Option<Identity>,
}

#[derive(sqlx::FromRow)]
pub(super) struct Row {
    pub(super) id: Uuid,
    full_name: String,
    other_names: String,
    sex: Option<Word<Sex>>,
    born_on: Option<Day>,
    born_precision: Option<Word<Precision>>,
    card_number: String,
    ethnicity: String,
    religion: String,
    home_place: String,
    residence: String,
    schooling: String,
    profession: String,
    political_theory: String,
    occupation_before: String,
    occupation: String,
    admitted_on: Option<Day>,
    admitted_precision: Option<Word<Precision>>,
    official_on: Option<Day>,
    official_precision: Option<Word<Precision>>,
    cv_number: String,
    badge_number: String,
    service: String,
    phone: String,
    email: String,
    note: String,
}

impl From<Row> for Member {
    fn from(row: Row) -> Self {
        let profile = Profile {
            full_name: row.full_name,
            other_names: row.other_names,
            sex: row.sex.map(|word| word.0),
            born_on: partial(row.born_on, row.born_precision),
            card_number: row.card_number,
            identity_number: String::new(),
            ethnicity: row.ethnicity,
            religion: row.religion,
            home_place: row.home_place,
            residence: row.residence,
            schooling: row.schooling,
            profession: row.profession,
            political_theory: row.political_theory,
            occupation_before: row.occupation_before,
            occupation: row.occupation,
            admitted_on: partial(row.admitted_on, row.admitted_precision),
            official_on: partial(row.official_on, row.official_precision),
            cv_number: row.cv_number,
            badge_number: row.badge_number,
            service: row.service,
            phone: row.phone,
            email: row.email,
            note: row.note,
        };
        Self { id: MemberId(row.id), profile }
    }
}

pub(super) const COLUMNS: &str = "m.id, m.full_name, m.other_names, m.sex, m.born_on, m.born_precision, m.card_number, \
     m.ethnicity, m.religion, m.home_place, m.residence, m.schooling, m.profession, m.political_theory, \
     m.occupation_before, m.occupation, m.admitted_on, m.admitted_precision, m.official_on, m.official_precision, \
     m.cv_number, m.badge_number, m.service, m.phone, m.email, m.note";

/// The member with this id; the identity number stays empty.
pub async fn find(tx: &mut Tx, id: MemberId) -> Result<Option<Member>> {
    Ok(find_many(tx, &[id]).await?.pop())
}

/// Those of `ids` that exist, in no particular order.
pub async fn find_many(tx: &mut Tx, ids: &[MemberId]) -> Result<Vec<Member>> {
    let mut found = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<Row> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new("select ");
            query.push(COLUMNS).push(" from members m where m.id in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
            query.build_query_as().fetch_all(c).await
        })?;
        found.extend(rows.into_iter().map(Member::from));
    }
    Ok(found)
}

/// The encrypted identity number of a member, where there is one.
pub async fn identity_cipher(tx: &mut Tx, id: MemberId) -> Result<Option<Vec<u8>>> {
    let row: Option<(Option<Vec<u8>>,)> = on_both!(tx, |c| {
        sqlx::query_as("select identity_cipher from members where id = $1").bind(id.0).fetch_optional(c).await
    })?;
    Ok(row.and_then(|(cipher,)| cipher))
}

fn date_of(date: Option<PartialDate>) -> Option<Day> {
    date.map(|date| day(date.date))
}

fn precision_of(date: Option<PartialDate>) -> Option<&'static str> {
    date.map(|date| date.precision.as_str())
}

/// Adds members. A card or identity number that another member has is an error: the caller looked for doubles before.
pub async fn insert_many(tx: &mut WriteTx, members: &[NewMember], now: Instant) -> Result<()> {
    for chunk in in_pieces(members) {
        on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "insert into members (id, full_name, name_key, sort_key, other_names, sex, born_on, born_precision, \
                 card_number, identity_cipher, identity_hash, ethnicity, religion, home_place, residence, schooling, \
                 profession, political_theory, occupation_before, occupation, admitted_on, admitted_precision, \
                 official_on, official_precision, cv_number, badge_number, service, phone, email, note, created_at, \
                 changed_at) ",
            );
            query.push_values(chunk, |mut row, member| {
                let profile = &member.profile;
                row.push_bind(member.id.0)
                    .push_bind(&profile.full_name)
                    .push_bind(names::fold(&profile.full_name))
                    .push_bind(names::sort_key(&profile.full_name))
                    .push_bind(&profile.other_names)
                    .push_bind(profile.sex.map(Sex::as_str))
                    .push_bind(date_of(profile.born_on))
                    .push_bind(precision_of(profile.born_on))
                    .push_bind(&profile.card_number)
                    .push_bind(member.identity.as_ref().map(|identity| &identity.cipher))
                    .push_bind(member.identity.as_ref().map(|identity| &identity.hash))
                    .push_bind(&profile.ethnicity)
                    .push_bind(&profile.religion)
                    .push_bind(&profile.home_place)
                    .push_bind(&profile.residence)
                    .push_bind(&profile.schooling)
                    .push_bind(&profile.profession)
                    .push_bind(&profile.political_theory)
                    .push_bind(&profile.occupation_before)
                    .push_bind(&profile.occupation)
                    .push_bind(date_of(profile.admitted_on))
                    .push_bind(precision_of(profile.admitted_on))
                    .push_bind(date_of(profile.official_on))
                    .push_bind(precision_of(profile.official_on))
                    .push_bind(&profile.cv_number)
                    .push_bind(&profile.badge_number)
                    .push_bind(&profile.service)
                    .push_bind(&profile.phone)
                    .push_bind(&profile.email)
                    .push_bind(&profile.note)
                    .push_bind(At(now))
                    .push_bind(At(now));
            });
            query.build().execute(c).await.map(|done| done.rows_affected())
        })?;
    }
    Ok(())
}

/// Writes what the register keeps anew; `identity` is written only if given. `false`: there is no such member.
pub async fn update_profile(
    tx: &mut WriteTx,
    id: MemberId,
    profile: &Profile,
    identity: Option<&Identity>,
    now: Instant,
) -> Result<bool> {
    let done = run!(tx, sqlx::query(
        "update members set full_name = $2, name_key = $3, sort_key = $4, other_names = $5, sex = $6, born_on = $7,
         born_precision = $8, card_number = $9, ethnicity = $10, religion = $11, home_place = $12, residence = $13,
         schooling = $14, profession = $15, political_theory = $16, occupation_before = $17, occupation = $18,
         admitted_on = $19, admitted_precision = $20, official_on = $21, official_precision = $22, cv_number = $23,
         badge_number = $24, service = $25, phone = $26, email = $27, note = $28, changed_at = $29,
         identity_cipher = coalesce($30, identity_cipher), identity_hash = coalesce($31, identity_hash)
         where id = $1"
    )
    .bind(id.0)
    .bind(&profile.full_name)
    .bind(names::fold(&profile.full_name))
    .bind(names::sort_key(&profile.full_name))
    .bind(&profile.other_names)
    .bind(profile.sex.map(Sex::as_str))
    .bind(date_of(profile.born_on))
    .bind(precision_of(profile.born_on))
    .bind(&profile.card_number)
    .bind(&profile.ethnicity)
    .bind(&profile.religion)
    .bind(&profile.home_place)
    .bind(&profile.residence)
    .bind(&profile.schooling)
    .bind(&profile.profession)
    .bind(&profile.political_theory)
    .bind(&profile.occupation_before)
    .bind(&profile.occupation)
    .bind(date_of(profile.admitted_on))
    .bind(precision_of(profile.admitted_on))
    .bind(date_of(profile.official_on))
    .bind(precision_of(profile.official_on))
    .bind(&profile.cv_number)
    .bind(&profile.badge_number)
    .bind(&profile.service)
    .bind(&profile.phone)
    .bind(&profile.email)
    .bind(&profile.note)
    .bind(At(now))
    .bind(identity.map(|identity| &identity.cipher))
    .bind(identity.map(|identity| &identity.hash)))?;
    Ok(done == 1)
}
