//! The round of self-criticism and criticism: who had their turn, ticked member by member.

use nennep_app::meetings::MeetingView;
use nennep_domain::{
    ids::{MemberId, RemarkId},
    meetings::{Attendance, Item, ItemKind, RemarkKind, RollEntry, Speaker},
};

/// One member's turn.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) member: MemberId,
    pub(super) name: String,
    /// The remark in which the member reviewed themself.
    pub(super) own: Option<RemarkId>,
    /// How many times the member criticised others.
    pub(super) others: usize,
}

/// The round.
#[derive(Debug)]
pub(super) struct Round {
    pub(super) turns: Vec<Turn>,
    /// How many reviewed themselves.
    pub(super) done: usize,
}

impl Round {
    /// The round of a criticism item, among those present; `None` for other items.
    pub(super) fn of(view: &MeetingView, item: &Item) -> Option<Self> {
        if item.kind != ItemKind::Criticism {
            return None;
        }
        let of = |member: MemberId, kind: RemarkKind| {
            let speaker = Speaker::Member(member);
            view.remarks
                .iter()
                .filter(move |one| one.item == item.id && one.kind == kind && one.speaker == speaker)
        };
        let turn = |entry: &RollEntry| Turn {
            member: entry.who.member,
            name: entry.who.name.clone(),
            own: of(entry.who.member, RemarkKind::SelfCriticism).next().map(|remark| remark.id),
            others: of(entry.who.member, RemarkKind::Criticism).count(),
        };
        let present = view.roll.iter().filter(|entry| entry.attendance == Some(Attendance::Present));
        let turns: Vec<_> = present.map(turn).collect();
        let done = turns.iter().filter(|turn| turn.own.is_some()).count();
        Some(Self { turns, done })
    }
}
