//! Files to take away: blank forms with the headings the import knows, and the registers themselves.

use axum::{
    extract::{Path, Query, State},
    http::header,
    response::{IntoResponse as _, Response},
};
use nennep_app::{
    App,
    imports::{self, Format, Kind},
};
use nennep_domain::ids::OrganisationId;
use serde::Deserialize;

use crate::{errors::Failure, session::Asker};

const WORKBOOK: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn workbook(name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}.xlsx\"");
    ([(header::CONTENT_TYPE, WORKBOOK.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}

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
    Ok(workbook(&format!("mau-{}", file_name(kind)), imports::template(&app, kind)?))
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
    Ok(workbook(file_name(kind), bytes))
}
