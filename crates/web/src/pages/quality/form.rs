//! The sheet as a form: each item with its evidence, the points of the stage before, a field for points and one for the
//! reason of a change.

use nennep_app::quality::{BlockView, ItemView, ScoreView, StageView};
use nennep_domain::{
    problems::Citation,
    quality::{Basis, Points, Scorer, Stage},
    rules::Hundredths,
};

use super::{
    fields::{Wrongs, points_field, reason_field},
    sheet,
};
use crate::{
    components::{Choice, RuleText},
    forms::Typed,
    words::Words,
};

/// One block of the form.
pub(super) struct BlockFields {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) maximum: String,
    pub(super) items: Vec<ItemFields>,
}

/// One item of the form.
pub(super) struct ItemFields {
    pub(super) points_field: String,
    pub(super) reason_field: String,
    pub(super) title: String,
    pub(super) maximum: String,
    pub(super) deducts: bool,
    pub(super) evidence: Vec<String>,
    pub(super) since: Vec<String>,
    pub(super) rules: Vec<RuleText>,
    pub(super) cited: Option<Citation>,
    /// A person's judgement is asked for: a change needs no reason.
    pub(super) asks: bool,
    pub(super) basis: Basis,
    /// The points of the stages before, each with its name.
    pub(super) former: Vec<(String, String)>,
    /// The points from which a change is counted.
    pub(super) before: String,
    pub(super) value: String,
    /// The answers to choose from; where there are none, points are typed.
    pub(super) choices: Vec<Choice>,
    pub(super) reason: String,
    /// Whether the reason is in sight from the beginning.
    pub(super) open: bool,
    pub(super) wrong: Option<String>,
    pub(super) wrong_reason: Option<String>,
}

impl ItemFields {
    /// Whether it does not count this month, so that there is nothing to enter.
    pub(super) fn is_left_out(&self) -> bool {
        self.basis == Basis::NotApplicable
    }
}

/// From what the fields of a stage are made.
pub(super) struct Source<'a> {
    pub(super) w: Words,
    pub(super) view: &'a ScoreView,
    pub(super) stage: Stage,
    pub(super) scorer: Option<Scorer>,
    pub(super) typed: &'a Typed,
    pub(super) wrongs: &'a Wrongs,
}

impl Source<'_> {
    /// The blocks of the form.
    pub(super) fn blocks(&self) -> Vec<BlockFields> {
        let Some(sheet) = &self.view.sheet else { return Vec::new() };
        let fields = |(n, block): (usize, &BlockView)| BlockFields {
            number: n + 1,
            title: self.w.of_both(&block.title).to_owned(),
            maximum: sheet::points(self.w, block.maximum),
            items: block.items.iter().map(|item| self.item(item)).collect(),
        };
        sheet.blocks.iter().enumerate().map(fields).collect()
    }

    /// What was entered at this stage before.
    pub(super) fn entered(&self) -> Option<&StageView> {
        self.view.stages.iter().find(|one| one.stage == self.stage && one.scorer == self.scorer)
    }

    /// A field as it was typed; as it stands where nothing was sent yet.
    fn asked(&self, field: &str, stands: String) -> String {
        if *self.typed == Typed::default() { stands } else { self.typed.get(field).to_owned() }
    }

    /// The points of the stage before; of a proposal, those of the program.
    fn before(&self, item: &ItemView) -> Hundredths {
        let stage = self.stage.before();
        let points = stage.and_then(|stage| self.view.stages.iter().find(|one| one.stage == stage));
        points.and_then(|stage| of(&stage.points, item)).unwrap_or(item.drawn.points)
    }

    fn item(&self, item: &ItemView) -> ItemFields {
        let (w, before) = (self.w, self.before(item));
        let entered = self.entered().and_then(|stage| of(&stage.points, item)).unwrap_or(before);
        let (points_field, reason_field) = (points_field(&item.key), reason_field(&item.key));
        let kept_reason = item.stages.iter().zip(&self.view.stages);
        let kept_reason =
            kept_reason.filter(|(_, stage)| stage.stage == self.stage && stage.scorer == self.scorer);
        let kept_reason = kept_reason.map(|(kept, _)| kept.reason.as_str()).next().unwrap_or_default();
        let reason = self.asked(&reason_field, kept_reason.to_owned());
        let value = self.asked(&points_field, shown(w, item, entered));
        let rules = sheet::marks(w, self.view, item);
        let rubric = self.view.rubric.as_ref().map(|rubric| &rubric.citation);
        let cited = Some(&item.drawn.citation).filter(|cited| rules.is_empty() && rubric != Some(cited));
        let asks = self.stage == Stage::Proposed && item.drawn.basis == Basis::Judgement;
        let before = shown(w, item, before);
        ItemFields {
            title: w.of_both(&item.title).to_owned(),
            maximum: sheet::points(w, item.maximum),
            deducts: item.deducts(),
            evidence: item.drawn.evidence.iter().map(|sentence| w.say(sentence)).collect(),
            since: sheet::since(w, item),
            cited: cited.cloned(),
            rules,
            asks,
            basis: item.drawn.basis,
            former: self.former(item),
            open: !reason.is_empty() || (value != before && !asks) || self.wrongs.of(&reason_field).is_some(),
            choices: choices(w, item, &value),
            wrong: self.wrongs.of(&points_field).map(str::to_owned),
            wrong_reason: self.wrongs.of(&reason_field).map(str::to_owned),
            points_field,
            reason_field,
            before,
            value,
            reason,
        }
    }

    /// The program's points, and those of the stages before this one.
    fn former(&self, item: &ItemView) -> Vec<(String, String)> {
        let (w, heads) = (self.w, sheet::heads(self.w, self.view));
        let mut former = vec![(w.t("quality-column-program"), sheet::points(w, item.drawn.points))];
        let stages = self.view.stages.iter().zip(heads).filter(|(stage, _)| stage.stage < self.stage);
        former.extend(
            stages.filter_map(|(stage, head)| Some((head, sheet::points(w, of(&stage.points, item)?)))),
        );
        former
    }
}

fn of(points: &Points, item: &ItemView) -> Option<Hundredths> {
    points.get(&item.key).copied()
}

/// Points as a field shows them: what is taken away as what it takes.
fn shown(w: Words, item: &ItemView, points: Hundredths) -> String {
    sheet::points(w, if item.deducts() { -points } else { points })
}

/// The answers to choose from, best first. Answers that earn the same stand in one line; points that are no answer's own,
/// as somebody settled them, stand as they are.
fn choices(w: Words, item: &ItemView, value: &str) -> Vec<Choice> {
    let mut choices: Vec<Choice> = Vec::new();
    for choice in &item.choices {
        let points = sheet::points(w, choice.points);
        let title = choice.title.as_ref().map(|title| w.of_both(title));
        let label = match title {
            Some(title) => w.with("quality-choice", &[("points", (&points).into()), ("title", title.into())]),
            None => w.with("quality-choice-points", &[("points", (&points).into())]),
        };
        match (choices.iter_mut().find(|one| one.value == points), title) {
            (Some(same), Some(title)) => same.label = format!("{}; {title}", same.label),
            (Some(_), None) => {}
            (None, _) => choices.push(Choice::new(points.clone(), label, points == value)),
        }
    }
    if !choices.is_empty() && choices.iter().all(|one| one.value != value) {
        let label = w.with("quality-choice-points", &[("points", value.into())]);
        choices.push(Choice::new(value, label, true));
    }
    choices
}
