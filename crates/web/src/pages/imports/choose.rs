//! Choosing a file; and the imports of the past.

use askama::Template;
use axum::{
    http::StatusCode,
    response::{IntoResponse as _, Response},
};
use nennep_app::{
    Ctx, Error,
    imports::{self, Kind, LARGEST_MEGABYTES, Past},
};
use nennep_domain::{
    ids::ImportId,
    organisations::Organisation,
    problems::{Problems, Sentence},
};

use super::kind_word;
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place, see_other},
    session::Asker,
    upload::Upload,
    words::Words,
};

/// The greatest size of a file, packed.
const MOST_BYTES: usize = LARGEST_MEGABYTES * 1024 * 1024;
/// Imports of the past that are shown.
const PAST: u32 = 50;

#[derive(Template)]
#[template(path = "imports/choose.html")]
struct ChoosePage {
    page: Page,
    problems: Problems,
    id: String,
    kinds: Vec<Choice>,
    cells: Vec<Choice>,
    past: Vec<Past>,
    largest: usize,
}

pub(super) async fn form(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    let id = ImportId(ctx.new_id()).to_string();
    chosen(&ctx, page, &Typed::default().with("id", id), Problems::default()).await
}

async fn chosen(ctx: &Ctx, page: Page, typed: &Typed, problems: Problems) -> Result<Response, Failure> {
    let (open, w) = (imports::open_to(ctx).await?, page.w);
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page.at(Place::Setup).under(w.t("place-setup"), Place::Setup.path());
    let page = page.titled(w.t("imports-title")).led(w.t("imports-lead"));
    let kinds = kinds(w, &open, typed);
    let cells = open.iter().find(|(kind, _)| *kind == Kind::Members).map_or(&[][..], |(_, cells)| cells);
    // Whoever keeps one cell imports into it without saying so.
    let only = cells.len() == 1;
    let cell = |one: &Organisation| {
        let id = one.id.to_string();
        let is_chosen = only || typed.get("into") == id;
        Choice::new(id, format!("{} ({})", one.name, one.code), is_chosen)
    };
    let cells = cells.iter().map(cell).collect();
    let past = imports::history(ctx, PAST).await?;
    let id = typed.get("id").to_owned();
    Ok(layout::page(
        status,
        &ChoosePage { page, problems, id, kinds, cells, past, largest: LARGEST_MEGABYTES },
    ))
}

fn kinds(w: Words, open: &[(Kind, Vec<Organisation>)], typed: &Typed) -> Vec<Choice> {
    let asked = typed.read::<Kind>("kind").unwrap_or(Kind::Members);
    let helps = |kind| match kind {
        Kind::Organisations => w.t("imports-kind-organisations-help"),
        Kind::Members => w.t("imports-kind-members-help"),
    };
    let is_chosen = |kind| kind == asked || open.len() == 1;
    open.iter()
        .map(|(kind, _)| {
            Choice::new(kind.as_str(), kind_word(w, *kind), is_chosen(*kind)).helped(helps(*kind))
        })
        .collect()
}

pub(super) async fn upload(
    Asker(ctx): Asker,
    page: Page,
    upload: Upload<MOST_BYTES>,
) -> Result<Response, Failure> {
    let Upload { typed, file } = upload;
    let (file_name, bytes) = file.map_or_else(Default::default, |file| (file.name, file.bytes));
    if bytes.len() > MOST_BYTES {
        let most = u32::try_from(LARGEST_MEGABYTES).unwrap_or(0);
        let sentence = Sentence::new("imports-file-large").with("megabytes", most);
        return chosen(&ctx, page, &typed, Problems::one("file", sentence)).await;
    }
    let (Some(id), Some(kind)) = (typed.read::<ImportId>("id"), typed.read::<Kind>("kind")) else {
        return Ok(Failure::not_readable().into_response());
    };
    // Organisations find their place by code and by what stands above them.
    let into = typed.read("into").filter(|_| kind == Kind::Members);
    match imports::upload(&ctx, imports::Upload { id, kind, into, file_name, bytes }).await {
        Ok(()) => Ok(see_other(&format!("/imports/{id}"), None)),
        Err(Error::Refused(refusal)) => {
            chosen(&ctx, page, &typed, Problems::one("file", refusal.sentence())).await
        }
        Err(error) => Err(error.into()),
    }
}
