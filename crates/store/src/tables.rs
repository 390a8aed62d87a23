//! All tables, each after those it refers to: for what must go through the whole store.

use crate::{Tx, WriteTx, error::Result};

/// Every table, each after those it refers to.
pub const TABLES: &[&str] = &[
    "settings",
    "organisations",
    "organisation_ancestors",
    "members",
    "accounts",
    "deeds",
    "deed_organisations",
    "deed_members",
    "organisation_chapters",
    "successions",
    "transfers",
    "standings",
    "candidates",
    "candidate_helpers",
    "candidate_introducers",
    "candidate_steps",
    "candidate_moves",
    "candidate_reviews",
    "admission_targets",
    "sessions",
    "tokens",
    "invitations",
    "sign_in_failures",
    "offices",
    "rule_overrides",
    "events",
    "jobs",
    "files",
    "meetings",
    "agenda_items",
    "papers",
    "notices",
    "preparations",
    "leave_requests",
    "roll_entries",
    "guests",
    "remarks",
    "motions",
    "reserved_opinions",
    "cell_votes",
    "probation_steps",
    "way_reminders",
    "tasks",
    "task_reviews",
    "task_evidence",
    "task_returns",
    "minutes",
    "additions",
    "resolutions",
    "terms",
    "issues",
    "score_sheets",
    "score_points",
    "score_stages",
    "cell_months",
    "corrections",
    "dues_bases",
    "dues_receipts",
    "dues_payments",
    "dues_excuses",
    "dues_months",
    "dues_lines",
    "dues_remittances",
    "member_offers",
    "file_loans",
    "nominees",
    "nominee_targets",
    "commendations",
    "badge_proposals",
    "badge_steps",
    "disciplines",
    "classes",
    "class_sessions",
    "learners",
    "class_attendance",
    "imports",
    "rating_rounds",
    "rated_cells",
    "rated_members",
    "rating_steps",
    "commitments",
];

/// How many rows each table has, in the order of [`TABLES`].
pub async fn row_counts(tx: &mut Tx) -> Result<Vec<(&'static str, u64)>> {
    let mut counts = Vec::with_capacity(TABLES.len());
    for table in TABLES {
        let sql = format!("select count(*) from {table}");
        let (count,): (i64,) = on_both!(tx, |c| sqlx::query_as(sqlx::AssertSqlSafe(sql)).fetch_one(c).await)?;
        counts.push((*table, u64::try_from(count).unwrap_or(0)));
    }
    Ok(counts)
}

/// Empties the store. Only for samples that were left half made.
pub async fn clear(tx: &mut WriteTx) -> Result<()> {
    for table in TABLES.iter().rev() {
        let sql = format!("delete from {table}");
        run!(tx, sqlx::query(sqlx::AssertSqlSafe(sql)))?;
    }
    Ok(())
}
