//! The papers of a meeting: which there are and how each stands, as files to print, and the issue of the resolution.

mod file;
mod issue;
mod list;

use nennep_app::App;
use nennep_domain::{
    meetings::{Meeting, MeetingKind},
    time::Month,
};

use crate::{
    layout::{Page, Place},
    routes::Routes,
    words::Words,
};

/// The routes of this feature.
pub(super) fn routes() -> Routes<App> {
    Routes::new().merge(list::routes()).merge(file::routes()).merge(issue::routes())
}

pub(super) use list::path_of;

/// A meeting as the books name it: its kind and its month.
pub(super) fn sitting_of(kind: MeetingKind, month: Month, w: Words) -> String {
    let kind = w.one_of("meeting-kind", kind.as_str());
    let month = w.month(month);
    w.with("meeting-title", &[("kind", kind.into()), ("month", month.into())])
}

/// A page below a meeting's own.
fn below(page: Page, meeting: &Meeting) -> Page {
    let w = page.w;
    page.at(Place::Meetings)
        .under(w.t("place-meetings"), format!("/meetings?of={}", meeting.cell))
        .under(sitting_of(meeting.kind, meeting.month, w), format!("/meetings/{}", meeting.id))
}
