//! Meetings by sub-cells in place of the whole cell's.

use nennep_domain::{ids::OrganisationId, time::Month};
use sqlx::QueryBuilder;
use uuid::Uuid;

use crate::{Tx, columns::month, error::Result, pieces::push_list};

/// The months, both ends included, in which these cells meet by sub-cells in place of the whole: such a meeting stands and no routine
/// one does. By cell, oldest first.
pub async fn sub_cell_months(
    tx: &mut Tx,
    cells: &[OrganisationId],
    from: Month,
    to: Month,
) -> Result<Vec<(OrganisationId, Month)>> {
    let mut found = Vec::new();
    for cells in cells.chunks(500) {
        let rows: Vec<(Uuid, i64)> = on_both!(tx, |c| {
            let mut query = QueryBuilder::new(
                "select distinct m.cell_id, m.month from meetings m where m.kind = 'sub_cell' and m.cancelled_at is null
                 and not exists (select 1 from meetings r where r.cell_id = m.cell_id and r.month = m.month
                   and r.kind in ('routine', 'combined') and r.cancelled_at is null) and m.month between ",
            );
            query.push_bind(i64::from(from.index())).push(" and ").push_bind(i64::from(to.index()));
            query.push(" and m.cell_id in (");
            push_list(&mut query, cells.iter().map(|cell| cell.0));
            query.push(") order by m.cell_id, m.month");
            query.build_query_as().fetch_all(c).await
        })?;
        for (cell, index) in rows {
            found.push((OrganisationId(cell), month(index)?));
        }
    }
    Ok(found)
}
