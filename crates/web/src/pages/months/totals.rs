//! Totals in words: below each column, and block by block.

use nennep_app::months::{Block, Grid};
use nennep_domain::{months::Totals, quality::Grade};

use super::{filter::Show, squares::whole_percent};
use crate::words::Words;

/// What stands below a column; empty where nothing is known.
pub(super) fn below_column(w: Words, show: Show, totals: &Totals) -> String {
    let of_met = |part: u32| {
        if totals.met == 0 { String::new() } else { format!("{}/{}", w.number(part), w.number(totals.met)) }
    };
    let said = |value: Option<String>| value.unwrap_or_default();
    match show {
        Show::Grade => format!("{}/{}", w.number(totals.met), w.number(totals.cells)),
        Show::Length => said(totals.length_minutes().map(|n| w.number(n))),
        Show::Attendance => said(totals.attendance().map(|share| whole_percent(w, share))),
        Show::Speaking => said(totals.speaking().map(|share| whole_percent(w, share))),
        Show::Papers => of_met(totals.papers_in_time),
        Show::Score => said(totals.score().map(|points| w.points(points))),
        Show::Report => of_met(totals.reported),
    }
}

/// One figure of a block: the last month's, and below it the year's.
pub(super) struct Figure {
    pub(super) label: String,
    pub(super) month: String,
    pub(super) year: String,
}

/// One block of cells.
pub(super) struct BlockLine {
    pub(super) name: String,
    pub(super) cells: String,
    pub(super) figures: Vec<Figure>,
}

/// The heads of a block's figures.
pub(super) fn heads(w: Words) -> Vec<String> {
    let key = |word: &&str| w.one_of("months-total", word);
    ["met", "length", "attendance", "speaking", "papers", "reported", "score", "grades"]
        .iter()
        .map(key)
        .collect()
}

fn figures(w: Words, totals: &Totals) -> Vec<String> {
    let dash = || "–".to_owned();
    let of = |part: u32, whole: u32| {
        if whole == 0 { dash() } else { format!("{}/{}", w.number(part), w.number(whole)) }
    };
    let percent = |share: Option<u32>| share.map_or_else(dash, |share| whole_percent(w, share));
    let graded = [Grade::Good, Grade::Fair, Grade::Average, Grade::Poor]
        .into_iter()
        .filter(|grade| totals.of_grade(*grade) > 0)
        .map(|grade| {
            let letter = w.one_of("grade-letter", grade.as_str());
            format!("{} {letter}", w.number(totals.of_grade(grade)))
        });
    let graded = graded.collect::<Vec<_>>().join(" · ");
    vec![
        of(totals.met, totals.cells),
        totals.length_minutes().map_or_else(dash, |n| w.number(n)),
        percent(totals.attendance()),
        percent(totals.speaking()),
        of(totals.papers_in_time, totals.met),
        of(totals.reported, totals.met),
        totals.score().map_or_else(dash, |points| w.points(points)),
        if graded.is_empty() { dash() } else { graded },
    ]
}

/// The blocks, each with its figures.
pub(super) fn blocks(w: Words, grid: &Grid) -> Vec<BlockLine> {
    let line = |block: &Block| {
        let name = block.cell_type.map_or_else(
            || w.t("months-block-untyped"),
            |cell_type| w.one_of("organisations-type", cell_type.as_str()),
        );
        let both = figures(w, &block.month).into_iter().zip(figures(w, &block.year));
        let figures =
            heads(w).into_iter().zip(both).map(|(label, (month, year))| Figure { label, month, year });
        BlockLine { name, cells: w.number(block.month.cells), figures: figures.collect() }
    };
    grid.blocks.iter().map(line).collect()
}
