//! Papers of the yearly rating: the sheet of a cell, and the self-review of a member to be printed and signed (366-QĐ/TW,
//! 43-HD/BTCTW). Their words stand in `templates/ratings`.

mod review;
mod sheet;

use std::{collections::BTreeMap, sync::LazyLock};

use nennep_domain::{
    ratings::{Attendance, Level, TaskCount},
    rules::Hundredths,
};
use serde::Deserialize;

pub use review::{SelfReview, self_review_pdf};
pub use sheet::{RatingLine, RatingSheet, rating_sheet};

use crate::registers::filled;

/// The words of both papers.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    sheet: sheet::Words,
    review: BTreeMap<String, String>,
    level: BTreeMap<Level, String>,
    short: BTreeMap<Level, String>,
    tasks: String,
    attended: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/ratings/ratings.toml")).expect("the form reads")
});

impl Form {
    fn short(&self, level: Level) -> String {
        self.short.get(&level).cloned().unwrap_or_default()
    }

    fn tasks(&self, tasks: TaskCount) -> String {
        let values = [("done", tasks.done), ("due", tasks.due), ("late", tasks.late), ("above", tasks.above)];
        filled(&self.tasks, &values)
    }

    fn attended(&self, attended: Attendance) -> String {
        let values =
            [("present", attended.present), ("excused", attended.excused), ("unexcused", attended.unexcused)];
        filled(&self.attended, &values)
    }
}

/// Points as people write them: 89,5.
fn points(points: Hundredths) -> String {
    points.to_string().replace('.', ",")
}
