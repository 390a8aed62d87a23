//! What the dates of one line must fit: none in the future, birth before admission, the least age, recognition after
//! admission. Dates known only to the month or year are refused only where no day of theirs would fit.

use super::{Field, LeastAge, Terms};
use crate::{members::Profile, problems::Sentence, sheets::Fault, time::PartialDate};

/// The first date that does not fit the others, with what is wrong with it.
pub(super) fn unfit(
    profile: &Profile,
    departed: Option<PartialDate>,
    terms: &Terms<'_>,
) -> Option<(Field, Fault)> {
    let (born, admitted, official) = (profile.born_on, profile.admitted_on, profile.official_on);
    let today = PartialDate::day(terms.today);
    let dated = [(Field::BornOn, born), (Field::AdmittedOn, admitted), (Field::OfficialOn, official)];
    let future = dated.into_iter().find_map(|(field, date)| {
        let date = date.filter(|date| date.certainly_after(today))?;
        let fault =
            Fault::new(Sentence::new("import-date-future"), Sentence::new("import-date-future-remedy"));
        Some((field, fault.with("date", date.to_string())))
    });
    future
        .or_else(|| born_too_late(born?, admitted?, terms))
        .or_else(|| {
            let (admitted, official) =
                admitted.zip(official).filter(|(one, other)| one.certainly_after(*other))?;
            let fault = Fault::new(
                Sentence::new("import-official-before-admission"),
                Sentence::new("import-two-dates-remedy"),
            );
            Some((Field::OfficialOn, two(fault, "admitted", admitted, "official", official)))
        })
        .or_else(|| {
            let (admitted, departed) =
                admitted.zip(departed).filter(|(one, left)| one.certainly_after(*left))?;
            let fault = Fault::new(
                Sentence::new("import-left-before-admission"),
                Sentence::new("import-two-dates-remedy"),
            );
            Some((Field::AdmittedOn, two(fault, "admitted", admitted, "left", departed)))
        })
}

fn born_too_late(born: PartialDate, admitted: PartialDate, terms: &Terms<'_>) -> Option<(Field, Fault)> {
    if born.certainly_after(admitted) {
        let fault = Fault::new(
            Sentence::new("import-born-after-admission"),
            Sentence::new("import-two-dates-remedy"),
        );
        return Some((Field::BornOn, two(fault, "born", born, "admitted", admitted)));
    }
    let age = (terms.least_age)(admitted.latest())?;
    certainly_younger(born, admitted, age.years).then(|| (Field::AdmittedOn, too_young(&age, born, admitted)))
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
