//! The score of a meeting for a terminal.

use nennep_app::quality::ScoreView;
use nennep_domain::{quality::Grade, rules::Hundredths};
use nennep_web::words::Words;

/// The sheet and its stages for a terminal: one line an item, its evidence below it.
pub(super) fn lines(w: Words, view: &ScoreView) -> Vec<String> {
    let mut lines = vec![format!("{}, {}", view.cell, w.month(view.month))];
    lines.extend(view.no_rubric.iter().map(|why| w.say(why)));
    let Some(sheet) = &view.sheet else { return lines };
    let points = |points: Hundredths| w.points(points.get());
    for block in &sheet.blocks {
        lines.push(format!(
            "{:>6} / {:<5} {}",
            points(block.points),
            points(block.maximum),
            w.of_both(&block.title)
        ));
        for item in &block.items {
            let title = w.of_both(&item.title);
            lines.push(format!("{:>10} / {:<5} {title}", points(item.drawn.points), points(item.maximum)));
            lines.extend(item.drawn.evidence.iter().map(|said| format!("{:>20}{}", "", w.say(said))));
        }
    }
    let total = |name: String, of: Hundredths, grade: Grade| {
        format!("{:>6} {:<12} {name}", points(of), w.one_of("quality-grade", grade.as_str()))
    };
    lines.push(total(w.t("quality-column-program"), sheet.total, sheet.grade));
    let stages = view.stages.iter();
    lines.extend(
        stages.map(|one| total(w.one_of("quality-stage-name", one.stage.as_str()), one.total, one.grade)),
    );
    lines
}
