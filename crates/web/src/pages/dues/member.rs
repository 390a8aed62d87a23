//! One member's dues of a year: what was owed, paid and why; and by what they are reckoned.

use askama::Template;
use axum::{
    extract::{Form, Query},
    http::StatusCode,
    response::Response,
};
use nennep_app::{
    App, Ctx, Error,
    dues::{self, BasisForm, MemberDues, MemberMonth},
};
use nennep_domain::{
    dues::Basis,
    ids::MemberId,
    problems::{Citation, Problems, Sentence},
    time::Month,
};

use super::{book_path, choices, dong, line::read_dong};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct MonthLine {
    month: String,
    path: Option<String>,
    owed: String,
    paid: String,
    said: String,
    citation: Option<Citation>,
    mark: (String, &'static str),
}

struct BasisLine {
    said: String,
    since: String,
    note: String,
}

struct ReceiptLine {
    path: String,
    day: String,
    dong: String,
    way: String,
    is_withdrawn: bool,
}

#[derive(Template)]
#[template(path = "dues/member.html")]
struct MemberPage {
    page: Page,
    problems: Problems,
    id: MemberId,
    is_own: bool,
    open: Option<String>,
    before: (String, String),
    after: Option<(String, String)>,
    year: String,
    months: Vec<MonthLine>,
    bases: Vec<BasisLine>,
    receipts: Vec<ReceiptLine>,
    states: bool,
    typed: Typed,
    categories: Vec<Choice>,
    from: Vec<Choice>,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/members/{member}/dues", show)
        .post("/members/{member}/dues/basis", state)
        .delete("/members/{member}/dues/basis/{month}", take_back)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    shown(&ctx, page, id, asked.read("year"), None, Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    id: MemberId,
    year: Option<i16>,
    back: Option<Typed>,
    problems: Problems,
) -> Result<Response, Failure> {
    let today = ctx.now().date();
    let view = dues::of_member(ctx, id, year.unwrap_or_else(|| today.year())).await?;
    if !problems.0.is_empty() && !view.states {
        return Err(Failure::forbidden());
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let typed = back.unwrap_or_else(|| first_typed(&view, Month::of(today)));
    let is_own = ctx.actor.member == Some(id);
    Ok(layout::page(status, &page_of(page, &view, is_own, typed, problems)))
}

fn first_typed(view: &MemberDues, present: Month) -> Typed {
    let typed = Typed::default().with("from", present.to_string());
    match view.bases.first() {
        Some(basis) => typed
            .with("category", basis.category.as_str())
            .with("dong", basis.dong.map(|dong| dong.to_string()).unwrap_or_default()),
        None => typed,
    }
}

fn page_of(page: Page, view: &MemberDues, is_own: bool, typed: Typed, problems: Problems) -> MemberPage {
    let w = page.w;
    let present = Month::of(page.now.date());
    let year = |year: i16| (format!("/members/{}/dues?year={year}", view.member), year.to_string());
    let open = view.open();
    let title = if is_own { w.t("dues-own-title") } else { view.name.clone() };
    let page = page.at(Place::Books).titled(title).led(view.cell.name.as_str());
    let page = if view.keeps {
        page.under(w.t("dues-title"), book_path(view.cell.id, present))
    } else {
        page.under(w.t("place-today"), "/")
    };
    MemberPage {
        id: view.member,
        is_own,
        open: (open > 0).then(|| dong(w, open)),
        before: year(view.year - 1),
        after: (view.year < present.year()).then(|| year(view.year + 1)),
        year: view.year.to_string(),
        months: view.months.iter().rev().map(|month| month_line(w, view, month)).collect(),
        bases: view.bases.iter().map(|basis| basis_line(w, basis)).collect(),
        receipts: view.receipts.iter().map(|one| receipt_line(w, one)).collect(),
        states: view.states,
        categories: choices::categories(w, typed.get("category")),
        from: choices::months(w, present, 12, 2, typed.get("from")),
        typed,
        problems,
        page,
    }
}

fn month_line(w: Words, view: &MemberDues, month: &MemberMonth) -> MonthLine {
    let paid = &month.paid;
    let mark = if paid.counts_as_unpaid() {
        (w.t("dues-stands-unpaid"), "poor")
    } else if paid.excused && paid.paid == 0 {
        (w.t("dues-stands-excused"), "")
    } else if paid.owed.is_none() {
        (w.t("dues-stands-unknown"), "average")
    } else if paid.open() > 0 && paid.paid > 0 {
        (w.t("dues-stands-partly"), "average")
    } else if paid.open() > 0 {
        (w.t("dues-stands-open"), "average")
    } else if paid.paid == 0 {
        (w.t("dues-stands-nothing"), "")
    } else {
        (w.t("dues-stands-paid"), "good")
    };
    let line = format!("{}/members/{}", book_path(view.cell.id, paid.month), view.member);
    MonthLine {
        month: w.month(paid.month),
        path: view.keeps.then_some(line),
        owed: paid.owed.map(|owed| dong(w, owed)).unwrap_or_default(),
        paid: if paid.paid > 0 { dong(w, paid.paid) } else { String::new() },
        said: month
            .excuse
            .clone()
            .or_else(|| month.said.as_ref().map(|said| w.say(said)))
            .unwrap_or_default(),
        citation: month.citation.clone(),
        mark,
    }
}

fn basis_line(w: Words, basis: &Basis) -> BasisLine {
    let category = w.one_of("dues-category", basis.category.as_str());
    let said = match basis.dong {
        Some(amount) => format!("{category}: {}", dong(w, amount)),
        None => category,
    };
    let since = w.with("dues-basis-since", &[("month", w.month(basis.from).into())]);
    BasisLine { said, since, note: basis.note.clone() }
}

fn receipt_line(w: Words, receipt: &nennep_domain::dues::Receipt) -> ReceiptLine {
    ReceiptLine {
        path: format!("/receipts/{}", receipt.id),
        day: w.date(receipt.paid_on),
        dong: dong(w, receipt.dong()),
        way: w.one_of("dues-way", receipt.way.as_str()),
        is_withdrawn: receipt.withdrawn_at.is_some(),
    }
}

fn read(typed: &Typed) -> Result<BasisForm, Problems> {
    let mut problems = Problems::default();
    let category = typed.read("category");
    if category.is_none() {
        problems.add("category", Sentence::new("dues-category-missing"));
    }
    let from: Option<Month> = typed.read("from");
    if from.is_none() {
        problems.add("from", Sentence::new("dues-from-missing"));
    }
    let text = typed.get("dong");
    let dong = read_dong(text);
    if dong.is_none() && !text.trim().is_empty() {
        problems.add("dong", Sentence::new("dues-refused-not-an-amount"));
    }
    let form = from.zip(category).map(|(from, category)| BasisForm {
        from,
        category,
        dong,
        note: typed.get("note").to_owned(),
    });
    problems.or(form)
}

async fn state(
    Asker(ctx): Asker,
    page: Page,
    At(id): At<MemberId>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let form = match read(&typed) {
        Ok(form) => form,
        Err(problems) => return shown(&ctx, page, id, None, Some(typed), problems).await,
    };
    match dues::state(&ctx, id, &form).await {
        Ok(()) => {
            let flash = Flash::done(&Sentence::new("dues-basis-stated"));
            let undo = format!("/members/{id}/dues/basis/{}", form.from);
            Ok(see_other(&format!("/members/{id}/dues"), Some(&flash.undone_by(undo))))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, id, None, Some(typed), problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn take_back(Asker(ctx): Asker, At((id, from)): At<(MemberId, Month)>) -> Result<Response, Failure> {
    dues::take_back(&ctx, id, from).await?;
    let flash = Flash::done(&Sentence::new("dues-basis-taken-back"));
    Ok(see_other(&format!("/members/{id}/dues"), Some(&flash)))
}
