//! Accounts as those who keep them look for them: by name, within organisations, by how far they are in use.

use nennep_domain::{
    ids::{AccountId, OrganisationId},
    names,
};
use sqlx::QueryBuilder;

use super::{Account, Row, SELECT, login_key};
use crate::{Tx, columns::count, error::Result, pieces::push_list};

/// What [`search`] is asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Filter<'a> {
    /// Only accounts of members who stand in these organisations or below them, or of people with an office there.
    pub within: Option<&'a [OrganisationId]>,
    /// Only those whose name or login holds these words, diacritics aside.
    pub words: &'a str,
    /// Only those whose invitation was not used yet.
    pub unused: bool,
    /// Only those that were closed.
    pub closed: bool,
    /// Continue after the account with this folded name and id.
    pub after: Option<(&'a str, AccountId)>,
}

/// Accounts by name, at most `limit`.
pub async fn search(tx: &mut Tx, filter: Filter<'_>, limit: u32) -> Result<Vec<Account>> {
    if filter.within.is_some_and(<[OrganisationId]>::is_empty) {
        return Ok(Vec::new());
    }
    let words = names::fold(filter.words);
    let rows: Vec<Row> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new(SELECT);
        query.push(" where 1 = 1");
        if let Some(within) = filter.within {
            let list = |query: &mut QueryBuilder<_>| {
                push_list(query, within.iter().map(|organisation| organisation.0));
            };
            query.push(
                " and (exists (select 1 from standings s join organisation_ancestors a on a.organisation_id = s.cell_id
                 where s.member_id = accounts.member_id and s.to_on is null and a.ancestor_id in (",
            );
            list(&mut query);
            query.push(
                ")) or exists (select 1 from offices f join organisation_ancestors a on a.organisation_id = f.organisation_id
                 where (f.account_id = accounts.id or f.member_id = accounts.member_id) and a.ancestor_id in (",
            );
            list(&mut query);
            query.push(")))");
        }
        if filter.unused {
            query.push(" and password_hash is null and disabled_at is null");
        }
        if filter.closed {
            query.push(" and disabled_at is not null");
        }
        if !words.is_empty() {
            query.push(" and (name_key like ").push_bind(format!("%{words}%"));
            query.push(" or login_key like ").push_bind(format!("%{}%", login_key(filter.words))).push(")");
        }
        if let Some((key, id)) = filter.after {
            query.push(" and (name_key, id) > (").push_bind(key).push(", ").push_bind(id.0).push(")");
        }
        query.push(" order by name_key, id limit ").push_bind(i64::from(limit));
        query.build_query_as().fetch_all(c).await
    })?;
    Ok(rows.into_iter().map(Account::from).collect())
}

/// How many accounts there are: in all, of them open but never used, of them closed.
pub async fn counts(tx: &mut Tx) -> Result<(u32, u32, u32)> {
    let row: (i64, i64, i64) = on_both!(tx, |c| sqlx::query_as(
        "select count(*),
                coalesce(sum(case when password_hash is null and disabled_at is null then 1 else 0 end), 0),
                coalesce(sum(case when disabled_at is not null then 1 else 0 end), 0) from accounts"
    )
    .fetch_one(c)
    .await)?;
    Ok((count(row.0)?, count(row.1)?, count(row.2)?))
}
