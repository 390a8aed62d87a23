//! One member in a cell's book of a month: what is owed and why, what was paid, and the good reason where nothing was.

use askama::Template;
use axum::{extract::Form, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx, Error,
    dues::{self, DuesBook, DuesLine, Payment},
};
use nennep_domain::{
    dues::PaymentWay,
    ids::{MemberId, OrganisationId, ReceiptId},
    problems::{Citation, Problems, Sentence},
    time::Month,
};

use super::{book_path, choices, dong};
use crate::{
    components::Choice,
    errors::Failure,
    forms::Typed,
    layout::{self, Flash, Page, Place, see_other},
    path::At,
    routes::Routes,
    session::Asker,
};

const PATH: &str = "/cells/{cell}/dues/{month}/members/{member}";

#[derive(Template)]
#[template(path = "dues/line.html")]
struct LinePage {
    page: Page,
    problems: Problems,
    path: String,
    category: String,
    said: String,
    citation: Option<Citation>,
    owed: String,
    paid: String,
    open: String,
    is_open: bool,
    year: String,
    keeps: bool,
    typed: Typed,
    months_from: Vec<Choice>,
    months_to: Vec<Choice>,
    ways: Vec<Choice>,
    excuse: Option<String>,
    may_excuse: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get(PATH, show)
        .post("/cells/{cell}/dues/{month}/members/{member}/payments", pay)
        .post("/cells/{cell}/dues/{month}/members/{member}/excuse", excuse)
        .delete("/cells/{cell}/dues/{month}/members/{member}/excuse", unexcuse)
}

type Which = (OrganisationId, Month, MemberId);

async fn show(Asker(ctx): Asker, page: Page, At(which): At<Which>) -> Result<Response, Failure> {
    shown(&ctx, page, which, None, Problems::default()).await
}

async fn shown(
    ctx: &Ctx,
    page: Page,
    (cell, month, member): Which,
    back: Option<Typed>,
    problems: Problems,
) -> Result<Response, Failure> {
    let book = dues::of_cell(ctx, cell, month).await?;
    let line = book.lines.iter().find(|line| line.member == member).ok_or(Failure::not_found())?;
    if !problems.0.is_empty() && !book.keeps {
        return Err(Failure::forbidden());
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let typed = back.unwrap_or_else(|| {
        Typed::default()
            .with("id", ctx.new_id().to_string())
            .with("from", month.to_string())
            .with("to", month.to_string())
            .with("dong", line.paid.open().to_string())
            .with("paid_on", ctx.now().date().to_string())
            .with("way", PaymentWay::Cash.as_str())
    });
    Ok(layout::page(status, &page_of(page, &book, line, typed, problems)))
}

fn page_of(page: Page, book: &DuesBook, line: &DuesLine, typed: Typed, problems: Problems) -> LinePage {
    let w = page.w;
    let back = book_path(book.cell.id, book.month);
    let category = line.basis.as_ref().map(|basis| w.one_of("dues-category", basis.category.as_str()));
    let title = w.with("dues-book-title", &[("month", w.month(book.month).into())]);
    LinePage {
        path: format!("{back}/members/{}", line.member),
        category: category.unwrap_or_default(),
        said: line.said.as_ref().map(|said| w.say(said)).unwrap_or_default(),
        citation: line.citation.clone(),
        owed: line.paid.owed.map(|owed| dong(w, owed)).unwrap_or_default(),
        paid: dong(w, line.paid.paid),
        open: dong(w, line.paid.open()),
        is_open: line.paid.open() > 0,
        year: format!("/members/{}/dues?year={}", line.member, book.month.year()),
        keeps: book.keeps,
        months_from: choices::months(w, book.month, 12, 6, typed.get("from")),
        months_to: choices::months(w, book.month, 0, 12, typed.get("to")),
        ways: choices::ways(w, typed.get("way")),
        excuse: line.excuse.clone(),
        may_excuse: book.keeps && line.paid.paid == 0,
        typed,
        problems,
        page: page
            .at(Place::Books)
            .titled(line.name.as_str())
            .led(book.cell.name.as_str())
            .under(title, back),
    }
}

/// An amount as people type it: `12.420`, `12 420 đ`.
pub(super) fn read_dong(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(['đ', 'Đ', '₫']).trim();
    let digits: String = text.chars().filter(|c| !matches!(c, '.' | ',' | ' ' | '\u{a0}')).collect();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) { None } else { digits.parse().ok() }
}

fn read(member: MemberId, month: Month, typed: &Typed) -> Result<Payment, Problems> {
    let mut problems = Problems::default();
    let paid_on = typed.date("paid_on", &mut problems);
    if paid_on.is_none() && problems.0.is_empty() {
        problems.add("paid_on", Sentence::new("field-date-unreadable"));
    }
    let dong = read_dong(typed.get("dong"));
    if dong.is_none() {
        problems.add("dong", Sentence::new("dues-refused-not-an-amount"));
    }
    let id: Option<ReceiptId> = typed.read("id");
    let payment = paid_on.zip(dong).zip(id).map(|((paid_on, dong), id)| Payment {
        id,
        member,
        from: typed.read("from").unwrap_or(month),
        to: typed.read("to").unwrap_or(month),
        dong,
        paid_on,
        way: typed.read("way").unwrap_or(PaymentWay::Cash),
        note: typed.get("note").to_owned(),
    });
    problems.or(payment)
}

async fn pay(
    Asker(ctx): Asker,
    page: Page,
    At(which): At<Which>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (cell, month, member) = which;
    let payment = match read(member, month, &typed) {
        Ok(payment) => payment,
        Err(problems) => return shown(&ctx, page, which, Some(typed), problems).await,
    };
    match dues::pay(&ctx, cell, &payment).await {
        Ok(receipt) => {
            let flash = Flash::done(&Sentence::new("dues-paid-entered"));
            let flash = flash.undone_by(format!("/receipts/{}", receipt.id));
            Ok(see_other(&book_path(cell, month), Some(&flash)))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, which, Some(typed), problems).await,
        Err(Error::Refused(refusal)) => {
            let problems = Problems::one("paid_on", refusal.sentence());
            shown(&ctx, page, which, Some(typed), problems).await
        }
        Err(other) => Err(other.into()),
    }
}

async fn excuse(
    Asker(ctx): Asker,
    page: Page,
    At(which): At<Which>,
    Form(typed): Form<Typed>,
) -> Result<Response, Failure> {
    let (cell, month, member) = which;
    match dues::excuse(&ctx, cell, month, member, typed.get("reason")).await {
        Ok(()) => {
            let path = book_path(cell, month);
            let flash = Flash::done(&Sentence::new("dues-excused"));
            let undo = format!("{path}/members/{member}/excuse");
            Ok(see_other(&path, Some(&flash.undone_by(undo))))
        }
        Err(Error::Invalid(problems)) => shown(&ctx, page, which, None, problems).await,
        Err(other) => Err(other.into()),
    }
}

async fn unexcuse(Asker(ctx): Asker, At((cell, month, member)): At<Which>) -> Result<Response, Failure> {
    dues::unexcuse(&ctx, cell, month, member).await?;
    let flash = Flash::done(&Sentence::new("dues-unexcused"));
    Ok(see_other(&book_path(cell, month), Some(&flash)))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::read_dong;

    #[rstest]
    #[case("12420", Some(12_420))]
    #[case(" 12.420 đ ", Some(12_420))]
    #[case("1 000 000", Some(1_000_000))]
    #[case("0", Some(0))]
    #[case("", None)]
    #[case("-5", None)]
    #[case("12k", None)]
    #[case("99999999999999999999", None)]
    fn amounts_are_read_as_people_write_them(#[case] text: &str, #[case] dong: Option<i64>) {
        assert_eq!(read_dong(text), dong, "{text}");
    }
}
