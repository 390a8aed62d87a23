//! The papers of a meeting: which there are and how each stands, as files to print, and the issue of the resolution.

mod file;
mod issue;
mod list;

use nennep_app::App;
use nennep_domain::meetings::Meeting;

use crate::{
    layout::{Page, Place},
    routes::Routes,
};

/// The routes of this feature.
pub(super) fn routes() -> Routes<App> {
    Routes::new().merge(list::routes()).merge(file::routes()).merge(issue::routes())
}

pub(super) use file::answer as printed;
pub(super) use list::path_of;

/// A page below a meeting's own.
fn below(page: Page, meeting: &Meeting) -> Page {
    let w = page.w;
    page.at(Place::Meetings)
        .under(w.t("place-meetings"), format!("/meetings?of={}", meeting.cell))
        .under(w.meeting(meeting.kind, meeting.month), format!("/meetings/{}", meeting.id))
}
