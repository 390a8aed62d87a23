//! Receiving an extract: chosen, checked and shown with what is proved; compared with the register; taken over after confirming.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    members::extract::{self, Looked, MOST_BYTES, Met, TakeForm},
};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, MemberId, OrganisationId},
    members::register::{Change, Detail, Field},
    organisations::Organisation,
    problems::{Problems, Sentence},
};

use super::said::{Part, particulars, parts};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    routes::Routes,
    session::Asker,
    upload::Upload,
    words::Words,
};

#[derive(Template)]
#[template(path = "members/extract/choose.html")]
struct ChoosePage {
    page: Page,
    problems: Problems,
    key: String,
}

struct MetLine {
    name: String,
    path: String,
    is_certain: bool,
    /// What differs: field, register, extract; `None` where the file is not open to the reader.
    differs: Option<Vec<(String, String, String)>>,
}

/// The form that takes the member over.
struct TakeFields {
    deed: String,
    member: String,
    text: String,
    key: String,
    cells: Vec<Choice>,
    on: String,
    number: String,
    decided_on: String,
    by: String,
}

#[derive(Template)]
#[template(path = "members/extract/looked.html")]
struct LookedPage {
    page: Page,
    problems: Problems,
    fingerprint: String,
    is_compared: bool,
    is_own: bool,
    issuer: String,
    above: String,
    issued: String,
    pairs: Vec<(String, String)>,
    parts: Vec<Part>,
    met: Vec<MetLine>,
    take: Option<TakeFields>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/extracts", choose).post("/extracts", look).post("/extracts/taking", take)
}

async fn choose(Asker(ctx): Asker, page: Page) -> Result<Response, Failure> {
    extract::receiving(&ctx).await?;
    Ok(chosen(page, "", Problems::default()))
}

fn chosen(page: Page, key: &str, problems: Problems) -> Response {
    let w = page.w;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = page
        .at(Place::Members)
        .titled(w.t("extract-receive-title"))
        .led(w.t("extract-receive-lead"))
        .under(w.t("members-title"), "/members")
        .under(w.t("life-transfers-title"), "/transfers");
    layout::page(status, &ChoosePage { page, problems, key: key.to_owned() })
}

async fn look(Asker(ctx): Asker, page: Page, upload: Upload<MOST_BYTES>) -> Result<Response, Failure> {
    let (typed, bytes) = (upload.typed, upload.file.map(|file| file.bytes).unwrap_or_default());
    if bytes.is_empty() {
        extract::receiving(&ctx).await?;
        let problems = Problems::one("file", Sentence::new("extract-file-missing"));
        return Ok(chosen(page, typed.get("key"), problems));
    }
    match extract::look(&ctx, &bytes, typed.get("key")).await {
        Ok(looked) => {
            let text = String::from_utf8(bytes).unwrap_or_default();
            let typed = begun(&ctx, &looked, typed).with("text", text);
            Ok(looked_at(page, &looked, &typed, Problems::default()))
        }
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("file", refusal.sentence());
            Ok(chosen(page, typed.get("key"), problems))
        }
        Err(other) => Err(other.into()),
    }
}

/// The form as it begins.
fn begun(ctx: &Ctx, looked: &Looked, typed: Typed) -> Typed {
    typed
        .with("deed", ctx.new_id().to_string())
        .with("member", ctx.new_id().to_string())
        .with("on", ctx.now().date().to_string())
        .with("decided_by", looked.checked.extract.issuer.above.as_str())
}

fn looked_at(page: Page, looked: &Looked, typed: &Typed, problems: Problems) -> Response {
    let w = page.w;
    let extract = &looked.checked.extract;
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let take = looked.met.is_empty().then(|| fields(&looked.cells, typed));
    let page = page
        .at(Place::Members)
        .titled(w.t("extract-looked-title"))
        .led(&extract.particulars.full_name)
        .under(w.t("members-title"), "/members")
        .under(w.t("extract-receive-title"), "/extracts");
    layout::page(
        status,
        &LookedPage {
            problems,
            fingerprint: looked.checked.key.fingerprint(),
            is_compared: looked.checked.is_compared,
            is_own: looked.is_own,
            issuer: extract.issuer.name.clone(),
            above: extract.issuer.above.clone(),
            issued: w.date(extract.issued_on),
            pairs: particulars(w, extract),
            parts: parts(w, extract),
            met: looked.met.iter().map(|met| met_line(w, met)).collect(),
            take,
            page,
        },
    )
}

fn fields(cells: &[Organisation], typed: &Typed) -> TakeFields {
    let only = cells.len() == 1;
    let cell = |one: &Organisation| {
        let id = one.id.to_string();
        let is_chosen = only || typed.get("cell") == id;
        Choice::new(id, format!("{} ({})", one.name, one.code), is_chosen)
    };
    let text = |field: &str| typed.get(field).to_owned();
    TakeFields {
        deed: text("deed"),
        member: text("member"),
        text: text("text"),
        key: text("key"),
        cells: cells.iter().map(cell).collect(),
        on: text("on"),
        number: text("decision_number"),
        decided_on: text("decided_on"),
        by: text("decided_by"),
    }
}

fn met_line(w: Words, met: &Met) -> MetLine {
    let differs = met.differs.as_ref().map(|changes| {
        let line = |change: &Change| {
            let said = |text: &String| match change.what {
                Detail::Field(Field::Sex) if !text.is_empty() => w.one_of("members-sex", text),
                _ => text.clone(),
            };
            (w.say(&change.what.label()), said(&change.old), said(&change.new))
        };
        changes.iter().map(line).collect()
    });
    MetLine {
        name: met.name.clone(),
        path: format!("/members/{}", met.member),
        is_certain: met.is_certain,
        differs,
    }
}

async fn take(Asker(ctx): Asker, page: Page, Form(typed): Form<Typed>) -> Result<Response, Failure> {
    // A browser writes the ends of lines its own way; the signature counts them as they were.
    let text = typed.get("text").replace("\r\n", "\n");
    let typed = typed.with("text", text.clone());
    let (Some(deed), Some(member)) = (typed.read::<DeedId>("deed"), typed.read::<MemberId>("member")) else {
        return Err(Failure::not_found());
    };
    let mut problems = Problems::default();
    let read = read(&typed, &mut problems);
    let done = match read {
        Some((cell, on, decision)) if problems.0.is_empty() => {
            let (bytes, known) = (text.as_bytes(), typed.get("key"));
            extract::take(&ctx, TakeForm { deed, member, bytes, known, cell, on, decision }).await
        }
        _ => Err(Error::Invalid(problems)),
    };
    let problems = match done {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("extract-taken"));
            return Ok(see_other(&format!("/members/{member}"), Some(&flash)));
        }
        Err(Error::Refused(refusal)) => Problems::one("key", refusal.sentence()),
        Err(Error::Invalid(problems)) => problems,
        Err(other) => return Err(other.into()),
    };
    // Shown again from what is proved in itself; the key typed wrongly is what the form asks about.
    match extract::look(&ctx, text.as_bytes(), "").await {
        Ok(looked) => Ok(looked_at(page, &looked, &typed, problems)),
        Err(Error::Refused(refusal)) => Ok(chosen(page, "", Problems::one("file", refusal.sentence()))),
        Err(other) => Err(other.into()),
    }
}

fn read(typed: &Typed, problems: &mut Problems) -> Option<(OrganisationId, jiff::civil::Date, Decision)> {
    let cell: Option<OrganisationId> = typed.read("cell");
    if cell.is_none() {
        problems.add("cell", Sentence::new("life-cell-missing"));
    }
    let on = typed.date("on", problems);
    if on.is_none() && problems.of("on").count() == 0 {
        problems.add("on", Sentence::new("history-on-missing"));
    }
    let decided_on = typed.date("decided_on", problems).or(on);
    let decision = on.zip(decided_on).and_then(|(on, decided_on)| {
        let checked = Decision::check(typed.get("decision_number"), decided_on, typed.get("decided_by"), on);
        checked.map_err(|(field, sentence)| problems.add(field, sentence)).ok()
    });
    Some((cell?, on?, decision?))
}
