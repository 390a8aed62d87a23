//! People, dates, counts and points in the words of papers.

use jiff::civil::{DateTime, Weekday};
use nennep_domain::{
    meetings::MeetingKind,
    members::MemberGrade,
    names::tidy,
    papers::{
        Person, Sitting, Vote,
        letterhead::{date_parts, long_date},
    },
    quality::Grade,
    time::Month,
};

use crate::papers::form::{Form, fill};

impl Form {
    /// `Trần Văn Bình, Bí thư Chi bộ`.
    pub(super) fn person(&self, person: &Person) -> String {
        let (name, role) = (tidy(&person.name), tidy(&person.role));
        if role.is_empty() { name } else { fill(&self.common.person, &[("name", &name), ("role", &role)]) }
    }

    /// `đồng chí Trần Văn Bình, Bí thư Chi bộ`.
    pub(super) fn comrade(&self, person: &Person) -> String {
        fill(&self.common.comrade, &[("person", &self.person(person))])
    }

    /// The same at the start of a sentence.
    pub(super) fn comrade_first(&self, person: &Person) -> String {
        fill(&self.common.comrade_first, &[("person", &self.person(person))])
    }

    /// `17/20 đồng chí tán thành, đạt 85%`.
    pub(super) fn vote(&self, vote: Vote) -> String {
        let (agreed, base) = (vote.agreed.to_string(), vote.base.to_string());
        fill(&self.common.vote, &[("agreed", &agreed), ("base", &base), ("share", &share(vote))])
    }

    /// `tháng 02 năm 2026`.
    pub(super) fn month(&self, month: Month) -> String {
        month_in(&self.common.month, month)
    }

    /// `tháng 02/2026`.
    pub(super) fn month_short(&self, month: Month) -> String {
        month_in(&self.common.month_short, month)
    }

    /// `19 giờ 30`.
    pub(super) fn clock(&self, at: DateTime) -> String {
        clock_in(&self.common.clock, at)
    }

    /// `19 giờ 30, thứ Năm, ngày 05 tháng 11 năm 2026`.
    pub(super) fn moment(&self, at: DateTime) -> String {
        let day = match at.weekday() {
            Weekday::Monday => 0,
            Weekday::Tuesday => 1,
            Weekday::Wednesday => 2,
            Weekday::Thursday => 3,
            Weekday::Friday => 4,
            Weekday::Saturday => 5,
            Weekday::Sunday => 6,
        };
        let (clock, weekday, date) = (self.clock(at), &self.common.weekdays[day], long_date(at.date()));
        fill(&self.common.moment, &[("clock", &clock), ("weekday", weekday), ("date", &date)])
    }

    /// The moment, or room to write it.
    pub(super) fn moment_or_dots(&self, at: Option<DateTime>, year: i16) -> String {
        match at {
            Some(at) => self.moment(at),
            None => fill(&self.common.dotted_clock, &[("year", &year.to_string())]),
        }
    }

    /// What the meeting is called in running text, e.g. `sinh hoạt chi bộ thường kỳ tháng 11 năm 2026`.
    pub(super) fn sitting(&self, sitting: &Sitting) -> String {
        let words = &self.sitting;
        let text = match sitting.kind {
            MeetingKind::Routine => &words.routine,
            MeetingKind::Thematic => &words.thematic,
            MeetingKind::Combined => &words.combined,
            MeetingKind::Extraordinary => &words.extraordinary,
            MeetingKind::CellCommittee => &words.cell_committee,
            MeetingKind::SubCell => &words.sub_cell,
            MeetingKind::Congress => &words.congress,
            MeetingKind::Review => &words.review,
            MeetingKind::Admission => &words.admission,
            MeetingKind::Discipline => &words.discipline,
        };
        let year = sitting.month.year().to_string();
        fill(text, &[("month", &self.month(sitting.month)), ("year", &year)])
    }

    /// The line below it: the theme or the subject, if there is one.
    pub(super) fn topic(&self, sitting: &Sitting) -> Option<String> {
        let topic = tidy(&sitting.topic);
        let words = if sitting.kind.is_thematic() { &self.sitting.theme } else { &self.sitting.subject };
        (!topic.is_empty()).then(|| fill(words, &[("topic", &topic)]))
    }

    /// `Tốt`, `Khá`, `Trung bình` or `Kém`.
    pub(super) fn grade_of_meeting(&self, grade: Grade) -> String {
        let words = &self.common;
        match grade {
            Grade::Good => words.grade_good.clone(),
            Grade::Fair => words.grade_fair.clone(),
            Grade::Average => words.grade_average.clone(),
            Grade::Poor => words.grade_poor.clone(),
        }
    }

    /// `CT` or `DB`.
    pub(super) fn grade_short(&self, grade: MemberGrade) -> String {
        match grade {
            MemberGrade::Official => self.common.official_short.clone(),
            MemberGrade::Probationary => self.common.probationary_short.clone(),
        }
    }
}

/// A share of a vote: `85%`, `81,8%`.
pub(super) fn share(vote: Vote) -> String {
    let permille = vote.share_permille();
    match permille % 10 {
        0 => format!("{}%", permille / 10),
        tenths => format!("{},{tenths}%", permille / 10),
    }
}

/// Points given in hundredths: `92`, `92,5`, `92,25`.
pub(super) fn points(hundredths: u32) -> String {
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    match rest {
        0 => whole.to_string(),
        rest if rest % 10 == 0 => format!("{whole},{}", rest / 10),
        rest => format!("{whole},{rest:02}"),
    }
}

/// The text as a sentence: with a full stop, unless it ends with a mark of its own.
pub(super) fn stop(text: &str) -> String {
    let open = text.ends_with(|last: char| last.is_alphanumeric() || matches!(last, ')' | '%' | '"'));
    if open { format!("{text}.") } else { text.to_owned() }
}

/// [`fill`] with values that are owned.
pub(super) fn fill_owned(pattern: &str, values: &[(&str, String)]) -> String {
    let borrowed: Vec<_> = values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    fill(pattern, &borrowed)
}

/// The text with a small first letter made great.
pub(super) fn first_upper(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// Hour and minute in a pattern of the form.
pub(super) fn clock_in(pattern: &str, at: DateTime) -> String {
    fill(pattern, &[("hour", &format!("{:02}", at.hour())), ("minute", &format!("{:02}", at.minute()))])
}

fn month_in(pattern: &str, month: Month) -> String {
    let (_, number, year) = date_parts(month.first_day());
    fill(pattern, &[("month", &number), ("year", &year)])
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use nennep_domain::papers::Spelling;

    use super::*;
    use crate::papers::form::form;

    #[test]
    fn moments_are_written_as_offices_write_them() {
        let form = form(Spelling::OnU);
        assert_eq!(
            form.moment(date(2026, 2, 5).at(7, 5, 0, 0)),
            "07 giờ 05, thứ Năm, ngày 05 tháng 02 năm 2026"
        );
        assert_eq!(form.month(Month::new(2026, 1).unwrap()), "tháng 01 năm 2026");
        assert_eq!(form.month_short(Month::new(2026, 12).unwrap()), "tháng 12/2026");
    }

    #[test]
    fn shares_and_points_use_the_comma() {
        assert_eq!(share(Vote { agreed: 17, base: 20 }), "85%");
        assert_eq!(share(Vote { agreed: 18, base: 22 }), "81,8%");
        assert_eq!([9200, 9250, 9225, 5].map(points), ["92", "92,5", "92,25", "0,05"]);
    }

    #[test]
    fn sentences_get_one_full_stop() {
        assert_eq!(stop("Đã xong"), "Đã xong.");
        assert_eq!(stop("Đã xong."), "Đã xong.");
        assert_eq!(stop("đạt 85%"), "đạt 85%.");
        assert_eq!(stop("gồm:"), "gồm:");
        assert_eq!(stop(""), "");
        assert_eq!(first_upper("ủy quyền"), "Ủy quyền");
    }
}
