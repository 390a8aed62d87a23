//! What an uploaded file would do; its columns, mapped by hand; and letting it go.

use std::collections::HashMap;

use askama::Template;
use axum::{
    extract::Form,
    http::{HeaderValue, header},
    response::Response,
};
use nennep_app::{
    Error,
    imports::{self, ByHand, Column, Difference, Kind, Review, State},
};
use nennep_domain::{ids::ImportId, problems::Sentence, time::Instant};

use super::{below, kind_word};
use crate::{
    components::Choice,
    errors::Failure,
    layout::{self, Flash, Page, see_other},
    path::At,
    session::Asker,
    words::Words,
};

/// Problems shown on the page; all are counted.
const SHOWN: usize = 200;

#[derive(Template)]
#[template(path = "imports/look.html")]
struct LookPage {
    page: Page,
    id: ImportId,
    kind: Kind,
    review: std::sync::Arc<Review>,
    columns: Vec<ColumnRow>,
    failed_at: Option<Instant>,
}

/// A column with what it can hold.
struct ColumnRow {
    column: Column,
    choices: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "imports/taking.html")]
struct TakingPage {
    page: Page,
    path: String,
    steps: Option<(usize, usize)>,
}

#[derive(Template)]
#[template(path = "imports/taken.html")]
struct TakenPage {
    page: Page,
    kind: Kind,
    taken: imports::Taken,
}

impl LookPage {
    /// The address of this file, and what is below it.
    fn path(&self, below: &str) -> String {
        format!("/imports/{}{below}", self.id)
    }

    fn problems(&self) -> impl Iterator<Item = &nennep_domain::sheets::RowProblem> {
        self.review.problems.iter().take(SHOWN)
    }

    fn hidden_problems(&self) -> usize {
        self.review.problems.len().saturating_sub(SHOWN)
    }

    fn hidden_changed(&self) -> usize {
        self.review.counts.changed.saturating_sub(self.review.changed.len())
    }

    fn hidden_added(&self) -> usize {
        self.review.counts.added.saturating_sub(self.review.added.len())
    }

    fn old_value(&self, one: &Difference) -> String {
        shown(self.page.w, one.list, &one.old)
    }

    fn new_value(&self, one: &Difference) -> String {
        shown(self.page.w, one.list, &one.new)
    }

    fn passed_over(&self) -> String {
        let rows: Vec<_> = self.review.passed_over.iter().take(20).map(ToString::to_string).collect();
        let more = if self.review.passed_over.len() > 20 { ", …" } else { "" };
        format!("{}{more}", rows.join(", "))
    }

    /// Whether the columns stand open: something about them is to be done.
    fn asks_for_columns(&self) -> bool {
        self.review.unusable.is_some() || self.review.unknown_columns().next().is_some()
    }
}

/// A value as a reader sees it: the word of a list, with a date behind it where there is one.
fn shown(w: Words, list: Option<&str>, value: &str) -> String {
    match (list, value.split_once(' ')) {
        (Some(_), _) if value.is_empty() => String::new(),
        (Some(list), Some((word, rest))) => format!("{} {rest}", w.one_of(list, word)),
        (Some(list), None) => w.one_of(list, value),
        (None, _) => value.to_owned(),
    }
}

pub(super) async fn show(Asker(ctx): Asker, page: Page, At(id): At<ImportId>) -> Result<Response, Failure> {
    let view = imports::find(&ctx, id).await?;
    let w = page.w;
    Ok(match view.state {
        State::Looked { review, failed_at } => {
            let page = titled(&page, w.t("imports-look-title"), view.kind, &view.file_name, &review.sheet);
            let columns = columns(w, view.kind, &review);
            layout::show(&LookPage { page, id, kind: view.kind, review, columns, failed_at })
        }
        State::Taking { steps } => {
            let page = titled(&page, w.t("imports-taking-title"), view.kind, &view.file_name, "");
            asked_again(layout::show(&TakingPage { page, path: format!("/imports/{id}"), steps }))
        }
        State::Taken(taken) => {
            let page = titled(&page, w.t("imports-taken-title"), view.kind, &view.file_name, "");
            layout::show(&TakenPage { page, kind: view.kind, taken })
        }
    })
}

fn titled(page: &Page, title: String, kind: Kind, file: &str, sheet: &str) -> Page {
    let mut lead = format!("{} · {file}", kind_word(page.w, kind));
    if !sheet.is_empty() && !file.starts_with(sheet) {
        lead = format!("{lead} · {sheet}");
    }
    below(page, title).led(lead)
}

/// The page asks for itself again by itself, with or without scripts.
fn asked_again(mut response: Response) -> Response {
    response.headers_mut().insert(header::REFRESH, HeaderValue::from_static("2"));
    response
}

fn columns(w: Words, kind: Kind, review: &Review) -> Vec<ColumnRow> {
    let fields = imports::fields(kind);
    let row = |column: &Column| ColumnRow {
        column: column.clone(),
        choices: fields
            .iter()
            .map(|(field, label)| Choice::new(*field, w.say(label), column.field == *field))
            .collect(),
    };
    review.columns.iter().map(row).collect()
}

/// Keeps what the form says of every column: `column-3` is the fourth.
pub(super) async fn set_columns(
    Asker(ctx): Asker,
    At(id): At<ImportId>,
    Form(typed): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let said = typed.into_iter().filter_map(|(name, field)| {
        let index = name.strip_prefix("column-")?.parse().ok()?;
        Some((index, field))
    });
    imports::set_columns(&ctx, id, &said.collect::<ByHand>()).await?;
    Ok(see_other(&format!("/imports/{id}"), Some(&Flash::done(&Sentence::new("imports-columns-kept")))))
}

/// Lets a file go that nobody took; doing it twice is safe.
pub(super) async fn forget(Asker(ctx): Asker, At(id): At<ImportId>) -> Result<Response, Failure> {
    match imports::forget(&ctx, id).await {
        Ok(()) | Err(Error::NotFound) => {}
        Err(error) => return Err(error.into()),
    }
    Ok(see_other("/imports", Some(&Flash::done(&Sentence::new("imports-forgotten")))))
}
