//! The item that lies open: what was prepared, what is said of it, what is decided and set under it.

use nennep_app::{
    Ctx,
    meetings::{MeetingView, version_of},
};
use nennep_domain::{
    ids::{ItemId, MotionId, PaperId, PreparationId, RemarkId, TaskId},
    meetings::{Item, ItemKind, RemarkKind},
    time::Instant,
};

use super::{
    aloud, criticism::Round, deed::Trouble, due_tasks, motions::Motions, remarks, resolution::Parts,
    tasks::Tasks, text::Text,
};
use crate::words::Words;

/// A remark that a member prepared and released.
#[derive(Debug)]
pub(super) struct Prepared {
    pub(super) id: PreparationId,
    pub(super) speaker: String,
    pub(super) name: String,
    pub(super) body: String,
    pub(super) new_id: RemarkId,
}

/// The open item.
#[derive(Debug)]
pub(super) struct OpenItem {
    pub(super) id: ItemId,
    pub(super) number: usize,
    pub(super) kind: ItemKind,
    pub(super) title: String,
    pub(super) presenter: String,
    pub(super) body: String,
    pub(super) is_current: bool,
    pub(super) was_done: bool,
    pub(super) said: Vec<String>,
    pub(super) papers: Vec<(PaperId, String)>,
    pub(super) notes: Text,
    pub(super) conclusion: Text,
    pub(super) prepared: Vec<Prepared>,
    pub(super) usual_kind: RemarkKind,
    pub(super) remarks: Vec<remarks::Line>,
    pub(super) round: Option<Round>,
    pub(super) motions: Motions,
    pub(super) tasks: Tasks,
    pub(super) due: Vec<due_tasks::Line>,
    pub(super) resolution: Option<Parts>,
}

impl OpenItem {
    /// Whether it is the item under which tasks are set first of all.
    pub(super) fn sets_tasks(&self) -> bool {
        matches!(self.kind, ItemKind::Assignment | ItemKind::Plan)
    }

    /// Whether the meeting is scored under it.
    pub(super) fn scores(&self) -> bool {
        self.kind == ItemKind::Scoring
    }

    /// Whether it opens the meeting.
    pub(super) fn opens(&self) -> bool {
        self.kind == ItemKind::Opening
    }

    /// The item as the page shows it; `at` is what was just done there.
    pub(super) fn of(
        ctx: &Ctx,
        view: &MeetingView,
        (number, item): (usize, &Item),
        at: &str,
        now: Instant,
        trouble: &Trouble,
        w: Words,
    ) -> Self {
        let id = item.id;
        let papers = view.papers.iter().filter(|paper| paper.item == Some(id));
        let (notes, conclusion) = (format!("notes-{id}"), format!("conclusion-{id}"));
        let is_due = due_tasks::item_of(view) == Some(id);
        let concludes = item.kind == ItemKind::Conclusion;
        Self {
            id,
            number,
            kind: item.kind,
            title: item.title.clone(),
            presenter: item.presenter.map_or_else(String::new, |member| view.name(member).to_owned()),
            body: item.body.clone(),
            is_current: item.started_at.is_some() && item.ended_at.is_none(),
            was_done: item.ended_at.is_some(),
            said: if item.kind == ItemKind::Opening {
                Vec::new()
            } else {
                aloud::item(view, number, item, w)
            },
            papers: papers.map(|paper| (paper.id, paper.name.clone())).collect(),
            notes: Text::of(trouble, &notes, "notes", &item.notes, item.version),
            conclusion: Text::of(
                trouble,
                &conclusion,
                "conclusion",
                &item.conclusion,
                version_of(&item.conclusion),
            ),
            prepared: prepared(ctx, view, item),
            usual_kind: remarks::usual_kind(item.kind),
            remarks: remarks::lines(view, id, at, trouble, w),
            round: Round::of(view, item),
            motions: Motions::of(view, id, MotionId(ctx.new_id()), now, trouble, w),
            tasks: Tasks::of(view, id, TaskId(ctx.new_id()), trouble, w),
            due: if is_due { due_tasks::lines(view, trouble) } else { Vec::new() },
            resolution: concludes.then(|| Parts::of(view, trouble, w)),
        }
    }
}

/// Remarks prepared for this item and released; those without an item stand under the discussion. One that was taken
/// over word for word is no longer offered.
fn prepared(ctx: &Ctx, view: &MeetingView, item: &Item) -> Vec<Prepared> {
    let discussion = view.items.iter().find(|one| one.kind == ItemKind::Discussion).map(|one| one.id);
    let taken = |body: &str| view.remarks.iter().any(|remark| remark.body == body);
    let here = view.preparations.iter().filter(|one| {
        one.released_at.is_some() && one.item.or(discussion) == Some(item.id) && !taken(&one.body)
    });
    here.map(|one| Prepared {
        id: one.id,
        speaker: format!("member-{}", one.member),
        name: view.name(one.member).to_owned(),
        body: one.body.clone(),
        new_id: RemarkId(ctx.new_id()),
    })
    .collect()
}
