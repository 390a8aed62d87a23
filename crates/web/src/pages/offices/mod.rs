//! Offices: who leads where, given and ended for a term.

mod end;
mod grant;
mod list;

use nennep_app::{App, offices::Holder};
use nennep_domain::ids::OfficeId;

use crate::{layout::Page, routes::Routes};

/// The routes of this folder.
pub(super) fn routes() -> Routes<App> {
    list::routes().merge(grant::routes()).merge(end::routes())
}

/// A term of office in one line.
pub(super) struct TermLine {
    pub(super) id: OfficeId,
    pub(super) office: &'static str,
    pub(super) name: String,
    /// The organisation, where it is not the page's own.
    pub(super) of: String,
    pub(super) of_path: String,
    pub(super) span: String,
    pub(super) basis: String,
    /// Whether it begins after today.
    pub(super) ahead: bool,
}

impl TermLine {
    pub(super) fn of(page: &Page, holder: &Holder, of: &str) -> Self {
        let (w, term) = (page.w, &holder.term);
        let from = w.date(term.from_on);
        let span = match term.to_on {
            Some(to) => w.with("members-span", &[("from", from.into()), ("to", w.date(to).into())]),
            None => w.with("members-since", &[("from", from.into())]),
        };
        Self {
            id: term.id,
            office: term.office.as_str(),
            name: holder.name.clone(),
            of: of.to_owned(),
            of_path: format!("/organisations/{}", term.organisation),
            span,
            basis: term.basis.clone(),
            ahead: page.now.date() < term.from_on,
        }
    }
}
