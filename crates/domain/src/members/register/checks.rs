//! What the dates of one line must fit: none in the future, birth before admission, the least age, recognition after
//! admission. Dates known only to the month or year are refused only where no day of theirs would fit.

use super::{Field, LeastAge, line::Draft};
use crate::{problems::Sentence, sheets::Fault, time::PartialDate};

pub(super) fn check(draft: &mut Draft<'_>) {
    let profile = &draft.row.profile;
    let (born, admitted, official) = (profile.born_on, profile.admitted_on, profile.official_on);
    let departed = draft.row.departure.map(|departure| departure.on);
    let today = PartialDate::day(draft.reader.terms.today);
    for (field, date) in [(Field::BornOn, born), (Field::AdmittedOn, admitted), (Field::OfficialOn, official)]
    {
        if let Some(date) = date.filter(|date| date.certainly_after(today)) {
            let fault =
                Fault::new(Sentence::new("import-date-future"), Sentence::new("import-date-future-remedy"))
                    .with("date", date.to_string());
            refuse(draft, field, fault);
            return;
        }
    }
    if let Some((born, admitted)) = born.zip(admitted) {
        if born.certainly_after(admitted) {
            let fault = Fault::new(
                Sentence::new("import-born-after-admission"),
                Sentence::new("import-two-dates-remedy"),
            );
            refuse(draft, Field::BornOn, two(fault, "born", born, "admitted", admitted));
        } else if let Some(age) = (draft.reader.terms.least_age)(admitted.latest())
            && certainly_younger(born, admitted, age.years)
        {
            refuse(draft, Field::AdmittedOn, too_young(&age, born, admitted));
        }
    }
    if let Some((admitted, official)) =
        admitted.zip(official).filter(|(admitted, official)| admitted.certainly_after(*official))
    {
        let fault = Fault::new(
            Sentence::new("import-official-before-admission"),
            Sentence::new("import-two-dates-remedy"),
        );
        refuse(draft, Field::OfficialOn, two(fault, "admitted", admitted, "official", official));
    }
    if let Some((admitted, departed)) =
        admitted.zip(departed).filter(|(admitted, left)| admitted.certainly_after(*left))
    {
        let fault = Fault::new(
            Sentence::new("import-left-before-admission"),
            Sentence::new("import-two-dates-remedy"),
        );
        refuse(draft, Field::AdmittedOn, two(fault, "admitted", admitted, "left", departed));
    }
}

fn refuse(draft: &mut Draft<'_>, field: Field, fault: Fault) {
    let column = draft.dates.get(&field).copied().unwrap_or(field);
    draft.refuse(column, fault);
}

fn two(
    fault: Fault,
    first: &'static str,
    one: PartialDate,
    second: &'static str,
    other: PartialDate,
) -> Fault {
    fault.with(first, one.to_string()).with(second, other.to_string())
}

/// Age is counted by month: whoever becomes 18 in November may be admitted on any day of November.
fn certainly_younger(born: PartialDate, admitted: PartialDate, years: i16) -> bool {
    let months = |date: jiff::civil::Date| i32::from(date.year()) * 12 + i32::from(date.month());
    months(admitted.latest()) - months(born.date) < i32::from(years) * 12
}

fn too_young(age: &LeastAge, born: PartialDate, admitted: PartialDate) -> Fault {
    two(
        Fault::new(Sentence::new("import-admitted-too-young"), Sentence::new("import-two-dates-remedy")),
        "born",
        born,
        "admitted",
        admitted,
    )
    .with("years", age.years)
    .with("document", age.citation.document.clone())
    .with("article", age.citation.article.clone())
}
