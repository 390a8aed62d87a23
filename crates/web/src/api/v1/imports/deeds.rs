//! Sending a file, looking at it, mapping its columns, taking it, letting it go.

use std::collections::BTreeMap;

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use nennep_app::{
    Ctx, Error,
    imports::{self as deeds, ByHand, LARGEST_MEGABYTES, State, Taking, Upload},
};
use nennep_domain::{
    ids::{ImportId, OrganisationId},
    problems::Sentence,
    sheets::RowProblem,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Register, view::Import};
use crate::{
    api::{
        Caller, Problem,
        body::{Asked, At, Body, File},
        problem::Kind,
        routes::Api,
        spoken::Spoken,
        v1::{Answer, DONE, Done},
    },
    words::Words,
};

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(send_import, show_import, forget_import))
        .with(routes!(map_import_columns))
        .with(routes!(take_import))
}

/// The greatest size of a file, packed.
const MOST_BYTES: usize = LARGEST_MEGABYTES * 1024 * 1024;
/// Lines named when a file is refused; the import shows all.
const NAMED: usize = 100;

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct Sent {
    /// What the file is a register of.
    #[param(inline)]
    register: Register,
    /// The file's name, with its ending.
    name: String,
    /// The cell of members whose line names none; the organisation above those whose line names none.
    into: Option<Uuid>,
}

async fn shown(ctx: &Ctx, w: Words, id: ImportId) -> Answer<Import> {
    Ok(Json(Import::of(w, deeds::find(ctx, id).await?)))
}

/// Sends a spreadsheet of at most 16 MB (XLSX, XLS, ODS, CSV) as the body, and gives what taking it would do.
///
/// Nothing is written but the file, encrypted, for a day. A caller has one file at a time: another takes the place of one
/// that was not taken. The same id sent again is the same import; once taken it stays taken.
#[utoipa::path(put, path = "/api/v1/imports/{import}", tag = "imports", params(Sent),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Import)))]
async fn send_import(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<ImportId>,
    Asked(Sent { register, name, into }): Asked<Sent>,
    File(bytes): File<MOST_BYTES>,
) -> Answer<Import> {
    let into = into.map(OrganisationId);
    let upload = Upload { id, kind: register.0, into, file_name: name, bytes: bytes.into() };
    deeds::upload(&ctx, upload).await?;
    shown(&ctx, w, id).await
}

/// A file of the caller's own: what taking it would do, how far taking it has come, or what it did.
#[utoipa::path(get, path = "/api/v1/imports/{import}", tag = "imports", responses((status = 200, body = Import)))]
async fn show_import(Caller(ctx): Caller, Spoken(w): Spoken, At(id): At<ImportId>) -> Answer<Import> {
    shown(&ctx, w, id).await
}

/// Lets a file go that was not taken; one that was stays in the list of imports. Doing it twice is safe.
#[utoipa::path(delete, path = "/api/v1/imports/{import}", tag = "imports", responses((status = 204)))]
async fn forget_import(Caller(ctx): Caller, At(id): At<ImportId>) -> Done {
    match deeds::forget(&ctx, id).await {
        Ok(()) | Err(Error::NotFound) => DONE,
        Err(error) => Err(error.into()),
    }
}

/// What columns hold, said by hand.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ColumnsBody {
    /// Fields by the letters of their columns, such as `"C": "born_on"`; empty for a column that is left out. Columns not
    /// named are taken as their headings say.
    columns: BTreeMap<String, String>,
}

/// Says what columns hold, in place of what was said before, and gives what taking the file would do now.
#[utoipa::path(put, path = "/api/v1/imports/{import}/columns", tag = "imports", request_body = ColumnsBody,
    responses((status = 200, body = Import)))]
async fn map_import_columns(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<ImportId>,
    Body(ColumnsBody { columns }): Body<ColumnsBody>,
) -> Answer<Import> {
    let State::Looked { review, .. } = deeds::find(&ctx, id).await?.state else {
        return shown(&ctx, w, id).await;
    };
    let mut by_hand = ByHand::new();
    for (letters, field) in columns {
        let named = review.columns.iter().find(|column| column.letters.eq_ignore_ascii_case(letters.trim()));
        let unknown = || Problem::field(format!("columns.{letters}"), Sentence::new("api-import-column"));
        by_hand.insert(named.ok_or_else(unknown)?.index, field);
    }
    deeds::set_columns(&ctx, id, &by_hand).await?;
    shown(&ctx, w, id).await
}

/// Takes a file: all its lines or none. Asked again it gives the same answer and writes nothing more.
///
/// A file that can be taken is taken at once (200), or, where it is long, by a job (202: ask for the import until its state
/// is `taken`). Where a line cannot be taken nothing is written, and `errors` names the lines.
#[utoipa::path(post, path = "/api/v1/imports/{import}/taking", tag = "imports",
    responses((status = 200, body = Import), (status = 202, body = Import, description = "A job takes it.")))]
async fn take_import(
    Caller(ctx): Caller,
    Spoken(w): Spoken,
    At(id): At<ImportId>,
) -> Result<Response, Problem> {
    let status = match deeds::take_uploaded(&ctx, id).await? {
        Taking::Taken => StatusCode::OK,
        Taking::Begun => StatusCode::ACCEPTED,
        Taking::Refused => return Err(refused(deeds::find(&ctx, id).await?.state)),
    };
    Ok((status, shown(&ctx, w, id).await?).into_response())
}

/// Why a file is not taken: its lines, by number and column.
fn refused(state: State) -> Problem {
    let State::Looked { review, .. } = state else { return Problem::new(Kind::Refused) };
    if let Some(unusable) = &review.unusable {
        return Problem::field("columns", unusable.clone());
    }
    let line = |problem: &RowProblem| {
        let column = problem.column.split(' ').next().filter(|column| !column.is_empty());
        let column = column.map_or_else(String::new, |column| format!(".{column}"));
        (format!("rows[{}]{column}", problem.row), problem.reason.clone())
    };
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let sentence = Sentence::new("api-import-refused").with("rows", number(review.counts.rows));
    let sentence = sentence.with("refused", number(review.counts.refused));
    Problem::said(Kind::Refused, sentence).about(review.problems.iter().take(NAMED).map(line).collect())
}
