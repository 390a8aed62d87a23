//! The cell's vote on its score: what is put to the vote, the hands counted, and the words added to adopted minutes.

use nennep_app::{
    Ctx,
    quality::{self, Entry, ScoreView, VoteForm},
};
use nennep_domain::{
    ids::MotionId, meetings::MeetingState, motions::Count, problems::Problems, quality::Stage,
};
use uuid::Uuid;

use super::{fields::Wrongs, sheet};
use crate::{errors::Failure, forms::Typed, words::Words};

/// The fields of a vote, beside those of the sheet.
pub(super) struct VoteFields {
    pub(super) motion: String,
    pub(super) body: String,
    /// What the vote needs, to be read aloud before.
    pub(super) before: Vec<String>,
    pub(super) counts: Vec<CountField>,
    /// The words added to the minutes, where these are adopted.
    pub(super) addition: Option<String>,
    pub(super) wrong_body: Option<String>,
    pub(super) wrong_addition: Option<String>,
}

/// One number of hands.
pub(super) struct CountField {
    pub(super) name: &'static str,
    pub(super) label: String,
    pub(super) value: String,
    pub(super) wrong: Option<String>,
}

impl VoteFields {
    /// The fields as they were typed; else as the vote stands, or as it would be put.
    pub(super) async fn of(
        ctx: &Ctx,
        w: Words,
        view: &ScoreView,
        typed: &Typed,
        wrongs: &Wrongs,
    ) -> Result<Self, Failure> {
        let terms = quality::terms_of_vote(ctx, view.meeting).await?;
        let stands = view.stages.iter().find_map(|stage| stage.vote);
        let late = matches!(view.state, MeetingState::Adopted | MeetingState::Reported);
        let motion = stands.filter(|_| !late).map_or_else(|| MotionId(ctx.new_id()), |vote| vote.motion);
        let fresh = *typed == Typed::default();
        let asked = |field, otherwise: String| if fresh { otherwise } else { typed.get(field).to_owned() };
        let count = |name, label, stands: Option<u32>| CountField {
            name,
            label: w.t(label),
            value: asked(name, stands.map_or_else(String::new, |n| n.to_string())),
            wrong: wrongs.of(name).map(str::to_owned),
        };
        Ok(Self {
            motion: asked("motion", motion.to_string()),
            body: asked("body", body(w, view)),
            before: terms.sentences().iter().map(|sentence| w.say(sentence)).collect(),
            counts: vec![
                count("in_favour", "quality-hands-in-favour", stands.map(|vote| vote.in_favour)),
                count("against", "quality-hands-against", stands.map(|vote| vote.against)),
                count("other", "quality-hands-other", stands.map(|vote| vote.other)),
            ],
            addition: late.then(|| asked("addition", String::new())),
            wrong_body: wrongs.of("body").map(str::to_owned),
            wrong_addition: wrongs.of("addition").map(str::to_owned),
        })
    }
}

/// What is put to the vote: the self-score as the cell committee agreed it.
fn body(w: Words, view: &ScoreView) -> String {
    let agreed = view.stages.iter().find(|stage| stage.stage == Stage::Agreed);
    agreed.map_or_else(String::new, |agreed| {
        let score = sheet::said(w, agreed.total, agreed.grade);
        w.with("quality-vote-body", &[("month", w.month(view.month).into()), ("score", score.into())])
    })
}

/// The vote as it was typed.
pub(super) fn read(typed: &Typed, entry: &Entry, problems: &mut Problems) -> VoteForm {
    VoteForm {
        motion: typed.read("motion").unwrap_or(MotionId(Uuid::nil())),
        body: typed.get("body").to_owned(),
        count: Count {
            in_favour: typed.number("in_favour", problems),
            against: typed.number("against", problems),
            other: typed.number("other", problems),
        },
        points: entry.points.clone(),
        reasons: entry.reasons.clone(),
        note: entry.note.clone(),
        addition: typed.get("addition").to_owned(),
    }
}
