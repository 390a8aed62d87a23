//! The self-review of a member for the year, to be printed, read out and signed. What was not written yet stands as dotted lines to
//! be filled in by hand.

use jiff::civil::Date;
use nennep_domain::{
    members::MemberGrade,
    papers::letterhead::short_date,
    ratings::{Attendance, Level, TaskCount},
    rules::Hundredths,
    time::Instant,
};
use serde_json::json;

use super::{FORM, points};
use crate::{
    papers::{Pdf, PressError, Template, print},
    registers::filled,
};

/// A member's self-review of a year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SelfReview {
    /// The organisation above, as it was called that day.
    pub superior: String,
    /// The cell.
    pub cell: String,
    /// The year.
    pub year: i16,
    /// The day of the self-rating, where there is one.
    pub on: Option<Date>,
    /// Full name.
    pub name: String,
    /// Date of birth, as far as it is known, in words.
    pub born: String,
    /// Official or probationary.
    pub grade: MemberGrade,
    /// The tasks: as put forward, else as the program knows them.
    pub tasks: TaskCount,
    /// How the member attended.
    pub attended: Attendance,
    /// What was done well.
    pub well: String,
    /// Faults and their causes.
    pub faults: String,
    /// The commitment of the year.
    pub commitment: String,
    /// What the cell committee found of it.
    pub found: String,
    /// The level proposed by the member.
    pub level: Option<Level>,
    /// The points the member gives.
    pub points: Option<Hundredths>,
    /// What the cell proposed.
    pub proposed: Option<Level>,
    /// What was decided, and by which paper.
    pub decided: Option<(Level, String)>,
}

/// The self-review as PDF/A, A4 standing.
pub fn self_review_pdf(review: &SelfReview, at: Instant) -> Result<Pdf, PressError> {
    let form = &*FORM;
    let words = &form.review;
    let word = |key: &str| words.get(key).cloned().unwrap_or_default();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let named = |level: Option<Level>| level.and_then(|level| form.level.get(&level).cloned());
    let levels: Vec<_> = Level::ALL
        .iter()
        .map(|level| json!({ "name": form.level.get(level), "ticked": review.level == Some(*level) }))
        .collect();
    let grade = match review.grade {
        MemberGrade::Official => word("official"),
        MemberGrade::Probationary => word("probationary"),
    };
    let decided = review.decided.as_ref().map(|(level, number)| {
        filled(
            &word("decided_by"),
            &[("level", named(Some(*level)).unwrap_or_default()), ("number", number.clone())],
        )
    });
    let data = json!({
        "words": words,
        "superior": review.superior,
        "cell": review.cell,
        "title": word("title"),
        "year": filled(&word("year"), &[("year", review.year.to_string())]),
        "on": review.on.map(short_date).unwrap_or_default(),
        "name": review.name,
        "born": review.born,
        "grade": grade,
        "tasks": form.tasks(review.tasks),
        "attended": form.attended(review.attended),
        "well": lines(&review.well),
        "faults": lines(&review.faults),
        "commitment": lines(&review.commitment),
        "found": lines(&review.found),
        "levels": levels,
        "points": review.points.map(points).unwrap_or_default(),
        "proposed": named(review.proposed).unwrap_or_default(),
        "decided": decided.unwrap_or_default(),
    });
    let source = include_str!("../../templates/ratings/self-review.typ");
    print(Template { name: "self-review.typ", source }, data, at)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_self_review_is_printed_written_or_blank() {
        let blank = SelfReview {
            superior: "Đảng bộ phường An Bình".to_owned(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            year: 2026,
            on: None,
            name: "Lê Thị An".to_owned(),
            born: "19/5/1980".to_owned(),
            grade: MemberGrade::Official,
            tasks: TaskCount { due: 5, done: 5, late: 0, above: 2 },
            attended: Attendance { present: 11, excused: 1, unexcused: 0 },
            well: String::new(),
            faults: String::new(),
            commitment: String::new(),
            found: String::new(),
            level: None,
            points: None,
            proposed: None,
            decided: None,
        };
        let written = SelfReview {
            on: Some(date(2026, 12, 1)),
            well: "Hoàn thành nhiệm vụ được giao.\nGương mẫu nơi cư trú.".to_owned(),
            faults: "Phát biểu còn ít.".to_owned(),
            commitment: "Học tập thường xuyên.".to_owned(),
            found: "Đã thực hiện.".to_owned(),
            level: Some(Level::Good),
            points: Some(Hundredths::new(8550)),
            proposed: Some(Level::Good),
            decided: Some((Level::Good, "15-QĐ/ĐU".to_owned())),
            ..blank.clone()
        };
        let at = Instant::from_local(date(2026, 12, 2).at(8, 0, 0, 0));
        for review in [blank, written] {
            let pdf = self_review_pdf(&review, at).unwrap();
            assert!((1..=2).contains(&pdf.pages) && pdf.unprintable.is_empty(), "{} pages", pdf.pages);
        }
    }
}
