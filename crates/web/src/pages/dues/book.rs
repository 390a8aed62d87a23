//! A cell's dues book of a month: who owes what, who paid, and what is to be done next.

use askama::Template;
use axum::{extract::Query, http::StatusCode, response::Response};
use nennep_app::{
    App, Ctx,
    dues::{self, DuesBook, DuesLine},
    registers::Format,
};
use nennep_domain::{
    dues::Remittance,
    ids::{MemberId, OrganisationId},
    problems::{Citation, Problems, Refusal as _},
    time::Month,
};

use super::{book_path, choices, dong};
use crate::{
    components::Choice,
    download,
    errors::Failure,
    forms::Typed,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

/// How a line of the book stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    Paid,
    Partly,
    Nothing,
    Excused,
    Open,
    Unknown,
}

struct Line {
    member: MemberId,
    name: String,
    path: String,
    category: String,
    said: String,
    owed: String,
    paid: String,
    beyond: String,
    arrears: String,
    stands: Stands,
}

impl Line {
    /// Whether the line can be ticked as paid in full.
    fn is_open(&self) -> bool {
        matches!(self.stands, Stands::Open | Stands::Partly)
    }
}

struct ReceiptLine {
    path: String,
    number: String,
    name: String,
    day: String,
    way: String,
    dong: String,
    is_withdrawn: bool,
}

struct Sent {
    said: String,
    received: Option<String>,
    withdraw: Option<String>,
}

#[derive(Template)]
#[template(path = "dues/book.html")]
pub(super) struct BookPage {
    page: Page,
    problems: Problems,
    path: String,
    before: (String, String),
    after: (String, String),
    year: i16,
    registers: String,
    keeps: bool,
    is_closed: bool,
    closed_on: String,
    /// Why it cannot be closed now.
    not_yet: Option<String>,
    facts: Vec<String>,
    lines: Vec<Line>,
    /// How many paid, of how many who owe something.
    counted: (usize, usize),
    unknown: usize,
    ways: Vec<Choice>,
    paid_on: String,
    receipts: Vec<ReceiptLine>,
    share: String,
    share_rule: Citation,
    to_send: String,
    remittances: Vec<Sent>,
    sending: Typed,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new()
        .get("/cells/{cell}/dues/{month}", show)
        .get("/cells/{cell}/registers/dues.pdf", pdf)
        .get("/cells/{cell}/registers/dues.xlsx", xlsx)
}

async fn show(
    Asker(ctx): Asker,
    page: Page,
    At((cell, month)): At<(OrganisationId, Month)>,
) -> Result<Response, Failure> {
    shown(&ctx, page, (cell, month), None, Problems::default()).await
}

/// The book, with the form of sending that came back.
pub(super) async fn shown(
    ctx: &Ctx,
    page: Page,
    (cell, month): (OrganisationId, Month),
    back: Option<Typed>,
    problems: Problems,
) -> Result<Response, Failure> {
    let book = dues::of_cell(ctx, cell, month).await?;
    if !problems.0.is_empty() && !book.keeps {
        return Err(Failure::forbidden());
    }
    let status = if problems.0.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let today = ctx.now().date();
    let sending = back.unwrap_or_else(|| {
        let left = book.to_send() - book.remittances.iter().map(|one| one.dong).sum::<i64>();
        Typed::default()
            .with("id", ctx.new_id().to_string())
            .with("dong", left.max(0).to_string())
            .with("sent_on", today.to_string())
    });
    Ok(layout::page(status, &page_of(page, &book, sending, problems)))
}

fn page_of(page: Page, book: &DuesBook, sending: Typed, problems: Problems) -> BookPage {
    let (w, today) = (page.w, page.now.date());
    let (cell, month) = (book.cell.id, book.month);
    let lines: Vec<Line> = book.lines.iter().map(|line| line_of(w, book, line)).collect();
    let owing = lines.iter().filter(|line| !matches!(line.stands, Stands::Nothing | Stands::Unknown));
    let paid = lines.iter().filter(|line| line.stands == Stands::Paid).count();
    let way = |month: Month| (book_path(cell, month), w.month(month));
    let not_yet = book.cannot_close(today).map(|refused| w.say(&refused.sentence()));
    let title = w.with("dues-book-title", &[("month", w.month(month).into())]);
    let paid_on = if Month::of(today) == month { today } else { month.last_day().min(today) };
    // Money received today belongs to today's month, whichever month it is for.
    let paid_on =
        if book.last_closed.is_some_and(|last| Month::of(paid_on) <= last) { today } else { paid_on };
    BookPage {
        path: book_path(cell, month),
        before: way(month.plus(-1)),
        after: way(month.plus(1)),
        year: month.year(),
        registers: format!("/cells/{cell}/registers/dues"),
        keeps: book.keeps,
        is_closed: book.closed.is_some(),
        closed_on: book.closed.map(|closed| w.date(closed.closed_at.date())).unwrap_or_default(),
        not_yet: not_yet.filter(|_| book.closed.is_none()),
        facts: facts(w, book),
        counted: (paid, owing.count()),
        unknown: lines.iter().filter(|line| line.stands == Stands::Unknown).count(),
        ways: choices::ways(w, "cash"),
        paid_on: paid_on.to_string(),
        receipts: receipts(w, book),
        share: w.points(book.closed.map_or(book.share.value, |closed| closed.share).get()),
        share_rule: book.share.citation.clone(),
        to_send: dong(w, book.to_send()),
        remittances: book.remittances.iter().map(|one| sent(w, book, one)).collect(),
        sending,
        lines,
        problems,
        page: page
            .at(Place::Books)
            .titled(title)
            .led(book.cell.name.as_str())
            .under(w.t("place-books"), format!("/books/{cell}")),
    }
}

fn facts(w: Words, book: &DuesBook) -> Vec<String> {
    vec![
        w.with("dues-fact-owed", &[("dong", book.owed().into())]),
        w.with("dues-fact-paid", &[("dong", book.paid().into())]),
        w.with("dues-fact-collected", &[("dong", book.collected.into())]),
    ]
}

fn line_of(w: Words, book: &DuesBook, line: &DuesLine) -> Line {
    let paid = &line.paid;
    let stands = match paid.owed {
        _ if line.excuse.is_some() && paid.paid == 0 => Stands::Excused,
        None if paid.paid == 0 => Stands::Unknown,
        Some(0) if paid.paid == 0 => Stands::Nothing,
        Some(owed) if paid.paid < owed && paid.paid > 0 => Stands::Partly,
        Some(owed) if paid.paid < owed => Stands::Open,
        _ => Stands::Paid,
    };
    let category = line.basis.as_ref().map(|basis| w.one_of("dues-category", basis.category.as_str()));
    let arrears: Vec<String> = line.arrears.iter().map(|month| month.as_written()).collect();
    Line {
        member: line.member,
        path: format!("{}/members/{}", book_path(book.cell.id, book.month), line.member),
        category: category.unwrap_or_default(),
        said: line.excuse.clone().or_else(|| line.said.as_ref().map(|said| w.say(said))).unwrap_or_default(),
        owed: paid.owed.map(|owed| dong(w, owed)).unwrap_or_default(),
        paid: if paid.paid > 0 { dong(w, paid.paid) } else { String::new() },
        beyond: if paid.beyond() > 0 {
            w.with("dues-beyond", &[("dong", paid.beyond().into())])
        } else {
            String::new()
        },
        arrears: if arrears.is_empty() {
            String::new()
        } else {
            w.with("dues-arrears", &[("months", arrears.join(", ").into())])
        },
        name: line.name.clone(),
        stands,
    }
}

fn receipts(w: Words, book: &DuesBook) -> Vec<ReceiptLine> {
    let line = |(receipt, name): &(nennep_domain::dues::Receipt, String)| ReceiptLine {
        path: format!("/receipts/{}", receipt.id),
        number: receipt.number.map(|number| w.number(number)).unwrap_or_default(),
        name: name.clone(),
        day: w.date(receipt.paid_on),
        way: w.one_of("dues-way", receipt.way.as_str()),
        dong: dong(w, receipt.dong()),
        is_withdrawn: receipt.withdrawn_at.is_some(),
    };
    book.receipts.iter().map(line).collect()
}

fn sent(w: Words, book: &DuesBook, one: &Remittance) -> Sent {
    let values = [("dong", one.dong.into()), ("day", w.date(one.sent_on).into())];
    let received = one
        .received
        .map(|(dong, on)| w.with("dues-received", &[("dong", dong.into()), ("day", w.date(on).into())]));
    let path = format!("/cells/{}/dues/{}/remittances/{}", book.cell.id, book.month, one.id);
    Sent {
        said: w.with("dues-sent", &values),
        withdraw: (received.is_none() && book.keeps).then(|| format!("{path}?_method=DELETE")),
        received,
    }
}

async fn pdf(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    register(&ctx, cell, &asked, Format::Pdf).await
}

async fn xlsx(
    Asker(ctx): Asker,
    At(cell): At<OrganisationId>,
    Query(asked): Query<Typed>,
) -> Result<Response, Failure> {
    register(&ctx, cell, &asked, Format::Xlsx).await
}

async fn register(
    ctx: &Ctx,
    cell: OrganisationId,
    asked: &Typed,
    format: Format,
) -> Result<Response, Failure> {
    let year = asked.read("year").unwrap_or_else(|| ctx.now().date().year());
    let written = dues::year_of_cell(ctx, cell, year, format).await?;
    Ok(download::written(&written))
}
