//! The sheet for people: rows with evidence sentences, the stages side by side, what changed and why.

use nennep_app::quality::{BlockView, ItemView, ScoreView, StageView};
use nennep_domain::{
    problems::Citation,
    quality::{Basis, Grade, Scorer, Stage},
    rules::Hundredths,
};

use crate::{
    components::{RuleText, Step, StepState},
    words::Words,
};

/// One block of the sheet.
pub(super) struct BlockRow {
    pub(super) number: usize,
    pub(super) title: String,
    pub(super) maximum: String,
    /// The program's points, then those of each stage.
    pub(super) points: Vec<Column>,
    pub(super) items: Vec<ItemRow>,
}

/// One item.
pub(super) struct ItemRow {
    pub(super) key: String,
    pub(super) title: String,
    pub(super) maximum: String,
    pub(super) evidence: Vec<String>,
    /// What is known now that was not when the sheet was drawn up.
    pub(super) since: Vec<String>,
    /// A person's judgement is asked for.
    pub(super) asks: bool,
    /// It does not count this month.
    pub(super) left_out: bool,
    pub(super) rules: Vec<RuleText>,
    /// Document and article, where the item rests on another than its rubric and no rule says more.
    pub(super) cited: Option<Citation>,
    pub(super) points: Vec<Column>,
}

/// The points of one column.
pub(super) struct Column {
    pub(super) head: String,
    pub(super) points: String,
    /// They differ from the column before.
    pub(super) differs: bool,
    pub(super) reason: String,
}

/// What one stage changed.
pub(super) struct Changes {
    pub(super) stage: String,
    pub(super) lines: Vec<Change>,
    /// Words said with it.
    pub(super) note: String,
    pub(super) note_label: String,
    /// The cell's vote.
    pub(super) vote: String,
}

/// One changed item.
pub(super) struct Change {
    pub(super) title: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) reason: String,
}

/// Where the score stands.
pub(super) struct Result {
    pub(super) of: String,
    pub(super) points: String,
    pub(super) maximum: String,
    pub(super) grade: &'static str,
    /// How the superior's decision and the self-score stand to each other; empty until decided.
    pub(super) beside: String,
    pub(super) otherwise: bool,
}

pub(super) fn points(w: Words, points: Hundredths) -> String {
    w.points(points.get())
}

/// The head of a stage's column.
pub(super) fn head(w: Words, stage: Stage, scorer: Option<Scorer>, two: bool) -> String {
    match scorer.filter(|_| two) {
        Some(scorer) => w.one_of("quality-scorer", scorer.as_str()),
        None => w.one_of("quality-column", stage.as_str()),
    }
}

fn two_scorers(view: &ScoreView) -> bool {
    view.rubric.as_ref().is_some_and(|rubric| rubric.scorers.len() > 1)
}

/// The heads of the columns after the program's.
pub(super) fn heads(w: Words, view: &ScoreView) -> Vec<String> {
    let two = two_scorers(view);
    view.stages.iter().map(|stage| head(w, stage.stage, stage.scorer, two)).collect()
}

pub(super) fn result(w: Words, view: &ScoreView) -> Option<Result> {
    let sheet = view.sheet.as_ref()?;
    let (of, total, grade) = match view.stages.last() {
        Some(last) => (w.one_of("quality-stage-name", last.stage.as_str()), last.total, last.grade),
        None => (w.t("quality-result-drawn"), sheet.total, sheet.grade),
    };
    let voted = view.stages.iter().find(|stage| stage.stage == Stage::Voted);
    let beside = match (view.decided_otherwise, voted) {
        (Some(true), Some(voted)) => {
            let grade = w.one_of("quality-grade", voted.grade.as_str());
            let values = [("points", points(w, voted.total).into()), ("grade", grade.into())];
            w.with("quality-result-otherwise", &values)
        }
        (Some(false), _) => w.t("quality-result-same"),
        _ => String::new(),
    };
    let maximum = view.rubric.as_ref().map_or_else(String::new, |rubric| points(w, rubric.maximum));
    let otherwise = view.decided_otherwise == Some(true);
    Some(Result { of, points: points(w, total), maximum, grade: grade.as_str(), beside, otherwise })
}

/// The four stages as a line of steps.
pub(super) fn steps(w: Words, view: &ScoreView) -> Vec<Step> {
    let step = |stage: &Stage| {
        let entered: Vec<&StageView> = view.stages.iter().filter(|one| one.stage == *stage).collect();
        let state = match () {
            () if view.next == Some(*stage) => StepState::Next,
            () if !entered.is_empty() => StepState::Done,
            () => StepState::Later,
        };
        let note = entered.iter().map(|one| said(w, one.total, one.grade)).collect::<Vec<_>>().join("; ");
        let name = w.one_of("quality-stage-name", stage.as_str());
        Step { name, state, note, path: String::new() }
    };
    Stage::ALL.iter().map(step).collect()
}

/// Points with their grade, in words: `96 điểm, Tốt`.
pub(super) fn said(w: Words, total: Hundredths, grade: Grade) -> String {
    let grade = w.one_of("quality-grade", grade.as_str());
    w.with("quality-points-and-grade", &[("points", points(w, total).into()), ("grade", grade.into())])
}

pub(super) fn blocks(w: Words, view: &ScoreView) -> Vec<BlockRow> {
    let Some(sheet) = &view.sheet else { return Vec::new() };
    let heads = heads(w, view);
    let row = |(n, block): (usize, &BlockView)| BlockRow {
        number: n + 1,
        title: w.of_both(&block.title).to_owned(),
        maximum: points(w, block.maximum),
        points: block_points(w, block, &heads),
        items: block.items.iter().map(|item| item_row(w, view, item, &heads)).collect(),
    };
    sheet.blocks.iter().enumerate().map(row).collect()
}

fn block_points(w: Words, block: &BlockView, heads: &[String]) -> Vec<Column> {
    let mut columns = vec![(w.t("quality-column-program"), block.points)];
    columns.extend(heads.iter().cloned().zip(block.stages.iter().map(|stage| stage.points)));
    let plain = |(head, of): (String, Hundredths)| Column {
        head,
        points: points(w, of),
        differs: false,
        reason: String::new(),
    };
    columns.into_iter().map(plain).collect()
}

fn item_row(w: Words, view: &ScoreView, item: &ItemView, heads: &[String]) -> ItemRow {
    let left_out = item.drawn.basis == Basis::NotApplicable;
    let shown = |of: Hundredths| if left_out { "–".to_owned() } else { points(w, of) };
    let mut columns = vec![Column {
        head: w.t("quality-column-program"),
        points: shown(item.drawn.points),
        differs: false,
        reason: String::new(),
    }];
    columns.extend(heads.iter().zip(&item.stages).map(|(head, stage)| Column {
        head: head.clone(),
        points: shown(stage.points),
        differs: stage.differs,
        reason: stage.reason.clone(),
    }));
    let rules = marks(w, view, item);
    let rubric = view.rubric.as_ref().map(|rubric| &rubric.citation);
    let cited = Some(&item.drawn.citation).filter(|cited| rules.is_empty() && rubric != Some(cited));
    ItemRow {
        key: item.key.clone(),
        title: w.of_both(&item.title).to_owned(),
        maximum: points(w, item.maximum),
        evidence: item.drawn.evidence.iter().map(|sentence| w.say(sentence)).collect(),
        since: since(w, item),
        asks: item.drawn.basis == Basis::Judgement && view.stages.is_empty(),
        left_out,
        cited: cited.cloned(),
        rules,
        points: columns,
    }
}

/// What is known of an item now that was not when its sheet was drawn up.
pub(super) fn since(w: Words, item: &ItemView) -> Vec<String> {
    let now = item.now.iter().flat_map(|now| &now.evidence);
    now.filter(|sentence| !item.drawn.evidence.contains(sentence)).map(|sentence| w.say(sentence)).collect()
}

/// The book marks of the rules an item rests on.
pub(super) fn marks(w: Words, view: &ScoreView, item: &ItemView) -> Vec<RuleText> {
    let rests_on = item.drawn.rests_on.iter();
    let rules = rests_on.filter_map(|key| view.rules.iter().find(|rule| rule.key == *key));
    rules.map(|rule| RuleText::shown(w, rule)).collect()
}

/// The points in all, with the grade they give: the program's, then those of each stage.
pub(super) fn totals(w: Words, view: &ScoreView) -> Vec<Column> {
    let Some(sheet) = &view.sheet else { return Vec::new() };
    let program = (w.t("quality-column-program"), sheet.total, sheet.grade);
    let stages =
        heads(w, view).into_iter().zip(&view.stages).map(|(head, stage)| (head, stage.total, stage.grade));
    let total = |(head, of, grade): (String, Hundredths, Grade)| Column {
        head,
        points: points(w, of),
        differs: false,
        reason: w.one_of("quality-grade", grade.as_str()),
    };
    std::iter::once(program).chain(stages).map(total).collect()
}

/// What each stage changed, and what was said with it; stages that changed and said nothing are left out.
pub(super) fn changes(w: Words, view: &ScoreView) -> Vec<Changes> {
    let two = two_scorers(view);
    let group = |stage: &StageView| {
        let vote = stage.vote.as_ref().map(|vote| {
            let values = [
                ("in_favour", vote.in_favour.into()),
                ("base", vote.base.into()),
                ("against", vote.against.into()),
            ];
            w.with("quality-vote-line", &values)
        });
        let name = match stage.scorer.filter(|_| two) {
            Some(scorer) => w.one_of("quality-scorer", scorer.as_str()),
            None => w.one_of("quality-stage-name", stage.stage.as_str()),
        };
        let who = [("stage", name.into()), ("name", (&stage.done.by_name).into())];
        Changes {
            stage: w.with("quality-changed-by", &who),
            lines: stage.differences.iter().map(|one| change(w, view, one)).collect(),
            note: stage.note.clone(),
            note_label: w.one_of("quality-note", stage.stage.as_str()),
            vote: vote.unwrap_or_default(),
        }
    };
    let groups = view.stages.iter().map(group);
    groups
        .filter(|group| !(group.lines.is_empty() && group.note.is_empty() && group.vote.is_empty()))
        .collect()
}

fn change(w: Words, view: &ScoreView, one: &nennep_app::quality::DifferenceView) -> Change {
    Change {
        title: title_of(w, view, &one.item),
        from: points(w, one.from),
        to: points(w, one.to),
        reason: one.reason.clone(),
    }
}

/// The words of an item.
pub(super) fn title_of(w: Words, view: &ScoreView, key: &str) -> String {
    let items = view.sheet.iter().flat_map(|sheet| &sheet.blocks).flat_map(|block| &block.items);
    let mut items = items.filter(|item| item.key == key);
    items.next().map_or_else(|| key.to_owned(), |item| w.of_both(&item.title).to_owned())
}
