//! Where organisations stand now: each with all above it.

use nennep_domain::{ids::OrganisationId, organisations::Place};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Tx, error::Result, pieces::push_list};

/// The organisation with all above it, nearest first.
pub async fn place(tx: &mut Tx, id: OrganisationId) -> Result<Option<Place>> {
    let above: Vec<(Uuid,)> = on_both!(tx, |c| {
        sqlx::query_as(
        "select ancestor_id from organisation_ancestors where organisation_id = $1 order by depth, ancestor_id"
    )
    .bind(id.0)
    .fetch_all(c)
    .await
    })?;
    let mut above = above.into_iter().map(|(id,)| OrganisationId(id));
    Ok(above.next().map(|organisation| Place { organisation, above: above.collect() }))
}

/// Those of `ids` that exist, each with all above it, in no particular order.
pub async fn places(tx: &mut Tx, ids: &[OrganisationId]) -> Result<Vec<Place>> {
    let mut found: Vec<Place> = Vec::with_capacity(ids.len());
    for ids in ids.chunks(500) {
        let rows: Vec<(Uuid, Uuid)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select organisation_id, ancestor_id from organisation_ancestors where organisation_id in (",
            );
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(") order by organisation_id, depth, ancestor_id");
            query.build_query_as().fetch_all(c).await
        })?;
        for (organisation, above) in rows {
            match found.last_mut().filter(|place| place.organisation.0 == organisation) {
                Some(place) => place.above.push(OrganisationId(above)),
                None => found.push(Place { organisation: OrganisationId(organisation), above: Vec::new() }),
            }
        }
    }
    Ok(found)
}
