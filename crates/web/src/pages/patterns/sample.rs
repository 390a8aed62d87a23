//! Invented content for the patterns page. No person, cell or meeting of it exists.

use jiff::{ToSpan, civil::Date};
use nennep_domain::{problems::Citation, time::Month};

use crate::{
    components::{Choice, OwnText, RuleText, Step, StepState, Tab},
    words::Words,
};

pub(super) const CELL: &str = "Chi bộ Tổ dân phố số 5";
pub(super) const OTHER_TEXT: &str = "Đồng chí Bích Hạnh: đề nghị sửa đèn ngõ 12 trước ngày 20/11.";

pub(super) struct Task {
    pub(super) title: &'static str,
    pub(super) owner: &'static str,
    pub(super) due: Date,
    pub(super) points: i64,
    pub(super) members: i64,
    pub(super) done: bool,
}

pub(super) struct GridRow {
    pub(super) cell: &'static str,
    pub(super) squares: Vec<Square>,
}

pub(super) struct Square {
    pub(super) grade: Option<&'static str>,
    pub(super) held: bool,
    pub(super) now: bool,
    pub(super) said: String,
}

pub(super) fn citation() -> Citation {
    Citation { document: "42-HD/BTCTW".to_owned(), article: "II.2.2".to_owned() }
}

pub(super) fn rule(w: Words) -> RuleText {
    RuleText {
        citation: citation(),
        text: w.t("patterns-rule"),
        in_force: w.t("patterns-rule-in-force"),
        path: "/patterns".to_owned(),
        own: Some(OwnText {
            value: w.t("patterns-rule-own"),
            by: w.t("patterns-rule-own-by"),
            reason: w.t("patterns-rule-own-reason"),
        }),
    }
}

pub(super) fn steps(w: Words) -> Vec<Step> {
    let step = |name: String, state, note: &str, path: &str| Step {
        name,
        state,
        note: note.to_owned(),
        path: path.to_owned(),
    };
    vec![
        step(w.t("patterns-step-plan"), StepState::Done, "02/11", "/patterns"),
        step(w.t("patterns-step-papers"), StepState::Done, "03/11", "/patterns"),
        step(w.t("patterns-step-call"), StepState::Late, "04/11", "/patterns"),
        step(w.t("patterns-step-hold"), StepState::Later, "05/11", ""),
        step(w.t("patterns-step-adopt"), StepState::Later, "", ""),
        step(w.t("patterns-step-score"), StepState::Later, "", ""),
        step(w.t("patterns-step-report"), StepState::Later, "07/11", ""),
    ]
}

pub(super) fn tabs(w: Words) -> Vec<Tab> {
    let tab = |name: String, here, count| Tab { name, path: "/patterns".to_owned(), here, count };
    vec![
        tab(w.t("patterns-tab-agenda"), true, None),
        tab(w.t("patterns-tab-roll"), false, Some(28)),
        tab(w.t("patterns-tab-tasks"), false, Some(4)),
        tab(w.t("patterns-tab-papers"), false, None),
    ]
}

pub(super) fn kinds(w: Words) -> Vec<Choice> {
    vec![
        Choice::new("routine", w.t("patterns-kind-routine"), true),
        Choice::new("thematic", w.t("patterns-kind-thematic"), false),
    ]
}

pub(super) fn attendance(w: Words) -> Vec<Choice> {
    vec![
        Choice::new("present", w.t("patterns-present"), true),
        Choice::new("excused", w.t("patterns-excused"), false).helped(w.t("patterns-excused-help")),
        Choice::new("absent", w.t("patterns-absent"), false),
    ]
}

pub(super) fn invited() -> Vec<Choice> {
    vec![
        Choice::new("1", "Đồng chí Nguyễn Thị Bích Hạnh", true),
        Choice::new("2", "Đồng chí Trần Văn Lượng", true),
        Choice::new("3", "Đồng chí Phạm Đức Thuận", false),
    ]
}

pub(super) fn tasks(today: Date) -> Vec<Task> {
    let due = |days: i32| today.saturating_add(days.days());
    let task = |title, owner, due, points, members, done| Task { title, owner, due, points, members, done };
    vec![
        task("Vận động ba hộ ngõ 12 lắp bình chữa cháy", "Trần Văn Lượng", due(-3), 2750, 28, false),
        task("Lập danh sách quần chúng ưu tú quý IV", "Nguyễn Thị Bích Hạnh", due(1), 1000, 9, false),
        task("Sửa đèn chiếu sáng ngõ 7 và ngõ 12", "Phạm Đức Thuận", due(12), 9050, 20_764, false),
        task("Báo cáo kết quả thu đảng phí quý III", "Lê Hồng Vân", due(-20), 500, 31, true),
    ]
}

/// Twelve months of three cells, the last months still to come.
pub(super) fn grid(w: Words) -> Vec<GridRow> {
    let rows = [
        ("Chi bộ Tổ dân phố số 5", "ggfgggfggg--"),
        ("Chi bộ Trường Tiểu học Hoa Sen", "ggggfaxggf--"),
        ("Chi bộ Công ty cổ phần May Bình Minh và các đơn vị phụ thuộc", "faxpafaffx--"),
    ];
    let row = |(cell, letters): (&'static str, &str)| GridRow {
        cell,
        squares: letters.chars().enumerate().map(|(n, letter)| square(w, cell, n, letter)).collect(),
    };
    rows.into_iter().map(row).collect()
}

fn square(w: Words, cell: &str, n: usize, letter: char) -> Square {
    let grade = match letter {
        'g' => Some("good"),
        'f' => Some("fair"),
        'a' => Some("average"),
        'p' => Some("poor"),
        _ => None,
    };
    let number = i8::try_from(n + 1).unwrap_or(1);
    let month = Month::new(2026, number).map(|month| w.month(month)).unwrap_or_default();
    let held = letter != 'x';
    let what = match grade {
        Some(grade) => w.one_of("quality-grade", grade),
        None if held => w.t("patterns-not-yet"),
        None => w.t("patterns-not-held"),
    };
    let said =
        w.with("patterns-square", &[("cell", cell.into()), ("month", month.into()), ("what", what.into())]);
    Square { grade, held, now: n == 10, said }
}
