//! Files to take away: blank forms with the headings the import knows, and the registers themselves.

use axum::{
    extract::{Path, Query, State},
    response::Response,
};
use nennep_app::{
    App,
    imports::{self, Format, Kind},
};
use nennep_domain::ids::OrganisationId;
use serde::Deserialize;

use crate::{download::register, errors::Failure, session::Asker};

/// The name of a register's file; plain letters, since old programs spoil others.
const fn file_name(kind: Kind) -> &'static str {
    match kind {
        Kind::Organisations => "to-chuc-dang",
        Kind::Members => "dang-vien",
    }
}

pub(super) async fn blank(
    State(app): State<App>,
    Asker(_): Asker,
    Path(kind): Path<String>,
) -> Result<Response, Failure> {
    let kind: Kind = kind.parse().map_err(|_| Failure::not_found())?;
    Ok(register(&format!("mau-{}", file_name(kind)), Format::Xlsx, imports::template(&app, kind)?))
}

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    within: Option<OrganisationId>,
}

pub(super) async fn export(
    Asker(ctx): Asker,
    Path(kind): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Failure> {
    let kind: Kind = kind.parse().map_err(|_| Failure::not_found())?;
    let bytes = imports::export(&ctx, kind, asked.within, Format::Xlsx).await?;
    Ok(register(file_name(kind), Format::Xlsx, bytes))
}
