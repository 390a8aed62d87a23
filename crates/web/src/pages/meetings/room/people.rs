//! The people at the side: who is there and who has spoken. A name is tapped to say that its owner speaks.

use nennep_app::meetings::MeetingView;
use nennep_domain::{
    ids::RemarkId,
    meetings::{Guest, RollEntry, Speaker},
    names,
};

use super::{deed::Trouble, roll::Line};
use crate::words::Words;

/// Somebody who can speak.
#[derive(Debug)]
pub(super) struct Person {
    /// The name by which a form says who speaks.
    pub(super) speaker: String,
    pub(super) name: String,
    /// What sets them apart; may be empty.
    pub(super) standing: String,
    /// How many times they spoke.
    pub(super) spoke: usize,
    /// By what letters they are found, without diacritics.
    pub(super) key: String,
    /// The line of the roll; none for guests.
    pub(super) line: Option<Line>,
}

/// The people at the side.
#[derive(Debug)]
pub(super) struct People {
    pub(super) here: Vec<Person>,
    pub(super) absent: Vec<Person>,
    pub(super) new_id: RemarkId,
}

/// From how many people on the list can be searched.
const SEARCHED_FROM: usize = 15;

impl People {
    pub(super) fn of(view: &MeetingView, new_id: RemarkId, trouble: &Trouble, w: Words) -> Self {
        let spoke = |speaker| view.remarks.iter().filter(|remark| remark.speaker == speaker).count();
        let member = |entry: &RollEntry| {
            let line = Line::of(entry, trouble, w);
            Person {
                speaker: format!("member-{}", entry.who.member),
                name: line.name.clone(),
                standing: line.standing.clone(),
                spoke: spoke(Speaker::Member(entry.who.member)),
                key: names::fold(&line.name),
                line: Some(line),
            }
        };
        let guest = |guest: &Guest| Person {
            speaker: format!("guest-{}", guest.id),
            name: guest.name.clone(),
            standing: if guest.role.is_empty() { w.t("room-guest") } else { guest.role.clone() },
            spoke: spoke(Speaker::Guest(guest.id)),
            key: names::fold(&guest.name),
            line: None,
        };
        let is_here = |person: &Person| person.line.as_ref().is_some_and(Line::is_present);
        let (mut here, absent): (Vec<_>, Vec<_>) = view.roll.iter().map(member).partition(is_here);
        here.extend(view.guests.iter().map(guest));
        Self { here, absent, new_id }
    }

    /// Whether the list is long enough to be searched.
    pub(super) const fn is_long(&self) -> bool {
        self.here.len() + self.absent.len() >= SEARCHED_FROM
    }
}
