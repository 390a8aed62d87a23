//! Taking back what a deed did to organisations: the chapters it began are gone, those it ended are open again.

use jiff::civil::Date;
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    organisations::history::Chapter,
};
use sqlx::QueryBuilder;
use uuid::Uuid;

use super::{
    chapters::chapters_of,
    keep::{place_below, take_out, write_code, write_present},
};
use crate::{Tx, WriteTx, columns::day, error::Result, pieces::push_list};

/// What a deed did to organisations, as far as it can be taken back.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Touched {
    /// Those it founded.
    pub founded: Vec<OrganisationId>,
    /// Those it changed or ended; each has a chapter that ended on the deed's day.
    pub before: Vec<Chapter>,
    /// Those that changed twice on the deed's day: how they stood before is not known any more.
    pub unknown: Vec<OrganisationId>,
}

impl Touched {
    /// All of them.
    pub fn all(&self) -> Vec<OrganisationId> {
        let before = self.before.iter().map(|chapter| chapter.organisation);
        self.founded.iter().copied().chain(before).chain(self.unknown.iter().copied()).collect()
    }
}

/// What a done deed of a day, which concerns these organisations, did to them.
pub async fn touched_by(
    tx: &mut Tx,
    deed: DeedId,
    concerned: &[OrganisationId],
    on: Date,
) -> Result<Touched> {
    let chapters = chapters_of(tx, concerned).await?;
    let mut touched = Touched::default();
    for id in concerned {
        let own: Vec<_> = chapters.iter().filter(|(chapter, _)| chapter.organisation == *id).collect();
        let begun = own.iter().any(|(_, by)| *by == Some(deed));
        let open = own.iter().any(|(chapter, _)| chapter.to_on.is_none());
        let ended = own.iter().find(|(chapter, _)| chapter.to_on == Some(on));
        match ended {
            // One that goes on, and changed by another deed, is only named.
            Some((chapter, _)) if begun || !open => touched.before.push(chapter.clone()),
            None if begun && own.len() == 1 => touched.founded.push(*id),
            None if begun => touched.unknown.push(*id),
            _ => {}
        }
    }
    Ok(touched)
}

/// What is kept about an organisation beside its own history: table and column.
pub const KEPT_ABOUT: &[(&str, &str)] = &[
    ("meetings", "cell_id"),
    ("offices", "organisation_id"),
    ("standings", "cell_id"),
    ("transfers", "from_cell_id"),
    ("transfers", "to_cell_id"),
    ("tasks", "cell_id"),
    ("issues", "organisation_id"),
    ("terms", "organisation_id"),
    ("rule_overrides", "organisation_id"),
    ("imports", "into_id"),
    ("dues_receipts", "cell_id"),
    ("dues_excuses", "cell_id"),
    ("dues_months", "cell_id"),
    ("dues_lines", "cell_id"),
    ("dues_remittances", "cell_id"),
    ("candidates", "cell_id"),
    ("candidate_moves", "from_cell_id"),
    ("candidate_moves", "to_cell_id"),
    ("candidate_reviews", "cell_id"),
    ("admission_targets", "organisation_id"),
    ("rating_rounds", "organisation_id"),
    ("rated_cells", "cell_id"),
    ("rated_members", "cell_id"),
    ("rating_steps", "cell_id"),
    ("commendations", "organisation_id"),
    ("badge_proposals", "cell_id"),
    ("disciplines", "organisation_id"),
    ("classes", "organisation_id"),
    ("learners", "cell_id"),
    ("file_loans", "cell_id"),
    ("nominees", "organisation_id"),
    ("nominee_targets", "organisation_id"),
];

/// What is kept about any of these organisations: the names of the tables, in a fixed order.
pub async fn kept_about(tx: &mut Tx, ids: &[OrganisationId]) -> Result<Vec<&'static str>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<String> = on_both!(tx, |c| {
        let mut query = QueryBuilder::new("");
        for (n, (table, column)) in KEPT_ABOUT.iter().enumerate() {
            query.push(if n == 0 { "select '" } else { " union select '" }).push(table);
            query.push("' from ").push(table).push(" where ").push(column).push(" in (");
            push_list(&mut query, ids.iter().map(|id| id.0));
            query.push(")");
        }
        query.build_query_scalar().fetch_all(c).await
    })?;
    let mut tables: Vec<&'static str> = KEPT_ABOUT.iter().map(|(table, _)| *table).collect();
    tables.dedup();
    tables.retain(|table| found.iter().any(|one| one == table));
    Ok(tables)
}

/// Takes back what a deed did to organisations. What it founded is as if it had never been: its row stays, because events name it,
/// but it has no place and no day. The caller has asked [`touched_by`] whether all is known, and [`kept_about`] what was founded.
pub async fn take_back(tx: &mut WriteTx, deed: DeedId, touched: &Touched) -> Result<()> {
    run!(tx, sqlx::query("delete from successions where deed_id = $1").bind(deed.0))?;
    run!(tx, sqlx::query("delete from organisation_chapters where deed_id = $1").bind(deed.0))?;
    for chapter in &touched.before {
        run!(
            tx,
            sqlx::query(
                "update organisation_chapters set to_on = null where organisation_id = $1 and from_on = $2"
            )
            .bind(chapter.organisation.0)
            .bind(day(chapter.from_on))
        )?;
        take_out(tx, chapter.organisation).await?;
    }
    for chapter in &touched.before {
        if let Some(parent) = chapter.parent {
            place_below(tx, chapter.organisation, parent).await?;
        } else {
            let id = chapter.organisation.0;
            run!(tx, sqlx::query("update organisations set parent_id = null where id = $1").bind(id))?;
        }
    }
    for id in &touched.founded {
        forget(tx, id.0).await?;
    }
    for chapter in &touched.before {
        let id = chapter.organisation;
        run!(tx, sqlx::query("update organisations set to_on = null where id = $1").bind(id.0))?;
        write_present(tx, id, chapter, None).await?;
        write_code(tx, chapter).await?;
    }
    Ok(())
}

async fn forget(tx: &mut WriteTx, id: Uuid) -> Result<()> {
    run!(
        tx,
        sqlx::query("delete from organisation_ancestors where organisation_id = $1 or ancestor_id = $1")
            .bind(id)
    )?;
    run!(tx, sqlx::query("delete from cell_months where cell_id = $1").bind(id))?;
    run!(tx, sqlx::query("update organisations set to_on = from_on where id = $1").bind(id))?;
    Ok(())
}
