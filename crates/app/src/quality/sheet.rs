//! The sheet as it is shown: each item of the rubric with its evidence and its points at every stage.

use nennep_domain::{
    quality::{Criterion, Grade, Line, Points, Rubric, Score, Scoring as Kind, Sheet, Stage},
    rules::{Hundredths, Words},
};

use super::{
    load::Scoring,
    view::{
        BlockStage, BlockView, ChoiceView, CutOff, DrawnLine, ItemStage, ItemView, RubricView, SheetView,
    },
};

pub(super) fn rubric_view(rubric: &Rubric) -> RubricView {
    let cut_offs = [
        (Grade::Good, rubric.cut_offs.good),
        (Grade::Fair, rubric.cut_offs.fair),
        (Grade::Average, rubric.cut_offs.average),
    ];
    RubricView {
        code: rubric.code.clone(),
        title: rubric.title.clone(),
        note: rubric.note.clone(),
        citation: rubric.citation.clone(),
        from: rubric.from,
        maximum: rubric.maximum,
        cut_offs: cut_offs.into_iter().map(|(grade, from)| CutOff { grade, from }).collect(),
        scorers: rubric.scorers.clone(),
        decided_by: rubric.decided_by,
    }
}

/// The points a stage started from: those of the stage before, for a proposal those of the program's sheet.
pub(super) fn before(score: &Score, stage: Stage) -> Points {
    let before = stage.before().and_then(|before| score.at(before));
    before.map_or_else(|| score.sheet.points(), |before| before.points.clone())
}

/// The keys of all rules a sheet rests on.
pub(super) fn rests_on(sheet: &SheetView) -> Vec<String> {
    let items = sheet.blocks.iter().flat_map(|block| &block.items);
    let lines = items.flat_map(|item| std::iter::once(&item.drawn).chain(&item.now));
    lines.flat_map(|line| line.rests_on.clone()).collect()
}

pub(super) fn sheet(scoring: &Scoring, score: &Score) -> SheetView {
    let sheet = &score.sheet;
    let rubric = scoring.rubric.as_ref().ok();
    let mut blocks: Vec<BlockView> = Vec::new();
    for line in &sheet.lines {
        if blocks.last().is_none_or(|block| block.key != line.block) {
            blocks.push(block(rubric, score, &line.block));
        }
        let item = item(scoring, score, rubric.and_then(|rubric| rubric.criterion(&line.item)), line);
        if let Some(block) = blocks.last_mut() {
            block.items.push(item);
        }
    }
    SheetView {
        drawn_at: scoring.drawn_at,
        stands: !scoring.is_open(),
        rebased: sheet.rebased,
        total: sheet.total,
        grade: sheet.grade,
        blocks,
    }
}

/// A block without its items; with its key for a title where its rubric is no longer there.
fn block(rubric: Option<&Rubric>, score: &Score, key: &str) -> BlockView {
    let scope = score.sheet.scope();
    let total = |points: &Points| match rubric {
        Some(rubric) => rubric.block_total(key, points, &scope),
        None => of_block(&score.sheet, key, points),
    };
    let found = rubric.and_then(|rubric| rubric.blocks.iter().find(|block| block.key == key));
    let sheet_points = score.sheet.points();
    BlockView {
        key: key.to_owned(),
        title: found.map_or_else(|| plain(key), |block| block.title.clone()),
        maximum: found.map_or_else(|| most_of_block(&score.sheet, key), |block| block.maximum),
        points: total(&sheet_points),
        stages: score.stages.iter().map(|stage| BlockStage { points: total(&stage.points) }).collect(),
        items: Vec::new(),
    }
}

fn plain(key: &str) -> Words {
    Words { vi: key.to_owned(), en: key.to_owned() }
}

fn of_block(sheet: &Sheet, key: &str, points: &Points) -> Hundredths {
    let lines = sheet.lines.iter().filter(|line| line.block == key);
    lines.map(|line| points.get(&line.item).copied().unwrap_or_default()).sum()
}

fn most_of_block(sheet: &Sheet, key: &str) -> Hundredths {
    sheet.lines.iter().filter(|line| line.block == key).map(|line| line.maximum).sum()
}

fn item(scoring: &Scoring, score: &Score, criterion: Option<&Criterion>, line: &Line) -> ItemView {
    let stages = score.stages.iter().map(|stage| {
        let points = stage.points.get(&line.item).copied().unwrap_or_default();
        ItemStage {
            points,
            differs: before(score, stage.stage).get(&line.item) != Some(&points),
            reason: stage.reasons.get(&line.item).cloned().unwrap_or_default(),
        }
    });
    ItemView {
        key: line.item.clone(),
        title: criterion.map_or_else(|| plain(&line.item), |one| one.title.clone()),
        maximum: line.maximum,
        kind: criterion.map(Criterion::kind),
        origin: criterion.map(|one| one.origin),
        choices: criterion.map_or_else(Vec::new, choices),
        drawn: drawn(line),
        now: since(scoring, line).map(drawn),
        stages: stages.collect(),
    }
}

fn drawn(line: &Line) -> DrawnLine {
    DrawnLine {
        points: line.points,
        basis: line.basis,
        evidence: line.evidence.clone(),
        citation: line.citation.clone(),
        rests_on: line.rules.clone(),
    }
}

/// What the program would propose now, where that differs in points or in what they rest on from a sheet that stands.
fn since<'a>(scoring: &'a Scoring, line: &Line) -> Option<&'a Line> {
    let now = scoring.now.as_ref().filter(|_| !scoring.is_open())?.line(&line.item)?;
    ((now.points, now.basis) != (line.points, line.basis)).then_some(now)
}

/// The answers a person may choose from.
fn choices(criterion: &Criterion) -> Vec<ChoiceView> {
    let plain = |points| ChoiceView { title: None, points };
    match &criterion.scoring {
        Kind::Choice(choices) => {
            let view = |one: &nennep_domain::quality::Choice| ChoiceView {
                title: Some(one.title.clone()),
                points: one.points,
            };
            choices.iter().map(view).collect()
        }
        Kind::YesNo(_) | Kind::Bonus(_) => vec![plain(criterion.maximum), plain(Hundredths::ZERO)],
        Kind::Number(_) | Kind::RatioBand { .. } | Kind::Deduction(..) => Vec::new(),
    }
}
