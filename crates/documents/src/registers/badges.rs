//! Papers of party badges: the list proposed for a day of badges, as a register, and a member's request on one page.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::Date;
use nennep_domain::{
    decisions::Decision, members::Profile, papers::letterhead::short_date, recognition::badges::BadgeGround,
    time::Instant,
};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{
    Column, Register,
    words::{filled, known, lines},
};
use crate::papers::{Pdf, PressError, Template, print};

/// The list for a day of badges.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeList {
    /// Who makes it, the one above first.
    pub issuer: Vec<String>,
    /// Of what it is: the cell or the committee.
    pub name: String,
    /// The day of badges.
    pub day: Date,
    /// The members in their order.
    pub lines: Vec<BadgeLine>,
}

/// One member of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeLine {
    /// What the register keeps.
    pub profile: Profile,
    /// The cell.
    pub cell: String,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day on which the years are full.
    pub full_on: Option<Date>,
    /// The decision, once there is one.
    pub decision: Option<Decision>,
    /// The badge's number, once awarded.
    pub number: String,
}

/// A member's request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadgeRequest {
    /// The organisations above the member, the one above the cell first, then the cell.
    pub issuer: Vec<String>,
    /// The cell.
    pub cell: String,
    /// What the register keeps.
    pub profile: Profile,
    /// The badge, in years.
    pub years: u32,
    /// On what ground.
    pub ground: BadgeGround,
    /// The day on which the years are full.
    pub full_on: Option<Date>,
    /// The day of death.
    pub died_on: Option<Date>,
    /// The badges awarded before, in years.
    pub held: Vec<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    list: ListForm,
    request: RequestForm,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ListForm {
    number: String,
    title: String,
    summary: String,
    empty: String,
    total: String,
    years: String,
    born: String,
    badge: String,
    full: String,
    decided: String,
    ground: BTreeMap<BadgeGround, String>,
    column: Vec<Column>,
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct RequestForm {
    party: String,
    title: String,
    badge: String,
    early: String,
    posthumous: String,
    to: String,
    name: String,
    other_names: String,
    born: String,
    home: String,
    residence: String,
    admitted: String,
    official: String,
    card: String,
    held: String,
    number: String,
    years: String,
    died: String,
    full: String,
    admitted_at: String,
    lost: String,
    words: String,
    words_posthumous: String,
    paper: String,
    signed: String,
    signed_posthumous: String,
    cell: String,
    cell_signed: String,
    base: String,
    base_signed: String,
    date: String,
}

#[expect(clippy::expect_used, reason = "the form is part of the program, and a test reads it")]
static FORM: LazyLock<Form> = LazyLock::new(|| {
    toml::from_str(include_str!("../../templates/registers/badges.toml")).expect("the form reads")
});

/// The list, composed: ten texts a row.
pub fn badge_list(list: &BadgeList) -> Register {
    let form = &FORM.list;
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for line in &list.lines {
        *counts.entry(line.years).or_default() += 1;
    }
    let counted = |(years, count): (&u32, &usize)| {
        filled(&form.years, &[("years", years.to_string()), ("count", count.to_string())])
    };
    let years: Vec<String> = counts.iter().map(counted).collect();
    let years = if years.is_empty() { String::new() } else { format!("{}.", years.join("; ")) };
    let date = short_date(list.day);
    Register {
        title: form.title.clone(),
        summary: filled(&form.summary, &[("name", list.name.clone()), ("date", date)]),
        form: form.number.clone(),
        issuer: list.issuer.clone(),
        columns: form.column.clone(),
        rows: (1_usize..).zip(&list.lines).map(|(n, line)| row(form, n, line)).collect(),
        empty: form.empty.clone(),
        total: filled(&form.total, &[("count", list.lines.len().to_string()), ("years", years)]),
    }
}

fn row(form: &ListForm, n: usize, line: &BadgeLine) -> Vec<String> {
    let profile = &line.profile;
    let dated = |words: &str, date: Option<String>| {
        date.map(|date| filled(words, &[("date", date)])).unwrap_or_default()
    };
    let decided = line.decision.as_ref().map(|decision| {
        let values = [("number", decision.number.clone()), ("date", short_date(decision.on))];
        filled(&form.decided, &values)
    });
    vec![
        n.to_string(),
        lines([profile.full_name.clone(), dated(&form.born, profile.born_on.map(known))]),
        line.cell.clone(),
        lines([profile.home_place.clone(), profile.residence.clone()]),
        profile.card_number.clone(),
        lines([
            profile.admitted_on.map(known).unwrap_or_default(),
            profile.official_on.map(known).unwrap_or_default(),
        ]),
        lines([
            filled(&form.badge, &[("years", line.years.to_string())]),
            dated(&form.full, line.full_on.map(short_date)),
        ]),
        form.ground.get(&line.ground).cloned().unwrap_or_default(),
        decided.unwrap_or_default(),
        line.number.clone(),
    ]
}

/// A member's request as PDF/A: one page, signed by hand.
pub fn badge_request_pdf(request: &BadgeRequest, at: Instant) -> Result<Pdf, PressError> {
    let form = &FORM.request;
    let profile = &request.profile;
    let day = |date: Option<Date>| date.map(short_date).unwrap_or_default();
    let held: Vec<String> = request.held.iter().map(ToString::to_string).collect();
    // Badges of before the program are known by their number at most; the line is left to be written on where not even that is.
    let held = match (held.as_slice(), profile.badge_number.as_str()) {
        ([], "") => String::new(),
        ([], number) => filled(&form.number, &[("number", number.to_owned())]),
        (years, _) => filled(&form.years, &[("years", years.join(", "))]),
    };
    let is_posthumous = request.ground == BadgeGround::Posthumous;
    let mut pairs = vec![
        (&form.name, profile.full_name.to_uppercase()),
        (&form.other_names, profile.other_names.clone()),
        (&form.born, profile.born_on.map(known).unwrap_or_default()),
        (&form.home, profile.home_place.clone()),
        (&form.residence, profile.residence.clone()),
        (&form.admitted, profile.admitted_on.map(known).unwrap_or_default()),
        (&form.admitted_at, String::new()),
        (&form.official, profile.official_on.map(known).unwrap_or_default()),
        (&form.lost, String::new()),
        (&form.card, profile.card_number.clone()),
        (&form.held, held),
        (&form.full, day(request.full_on)),
    ];
    if is_posthumous {
        pairs.push((&form.died, day(request.died_on)));
    }
    let (ground, sentence, paper, signed) = match request.ground {
        BadgeGround::Due => ("", &form.words, "", &form.signed),
        BadgeGround::Illness => (form.early.as_str(), &form.words, form.paper.as_str(), &form.signed),
        BadgeGround::Posthumous => {
            (form.posthumous.as_str(), &form.words_posthumous, "", &form.signed_posthumous)
        }
    };
    let data = json!({
        "words": form,
        "issuer": request.issuer,
        "badge": filled(&form.badge, &[("years", request.years.to_string())]),
        "ground": ground,
        "to": filled(&form.to, &[("cell", request.cell.clone())]),
        "pairs": pairs,
        "sentence": sentence,
        "paper": paper,
        "signed": signed,
    });
    let source = include_str!("../../templates/registers/badge-request.typ");
    print(Template { name: "badge-request.typ", source }, data, at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use nennep_domain::time::PartialDate;

    fn profile() -> Profile {
        Profile {
            full_name: "Lê Thị An".to_owned(),
            card_number: "00012345".to_owned(),
            home_place: "xã Hòa Bình, tỉnh Thanh Xuân, nơi có một cái tên thật dài để xuống hàng".to_owned(),
            admitted_on: Some(PartialDate::day(date(1997, 2, 3))),
            ..Profile::default()
        }
    }

    fn line(years: u32, ground: BadgeGround) -> BadgeLine {
        BadgeLine {
            profile: profile(),
            cell: "Chi bộ Tổ dân phố số 5".to_owned(),
            years,
            ground,
            full_on: Some(date(2027, 2, 3)),
            decision: Some(Decision {
                number: "7-QĐ/TU".to_owned(),
                on: date(2027, 1, 9),
                by: String::new(),
            }),
            number: "38-0001".to_owned(),
        }
    }

    fn now() -> Instant {
        Instant::from_local(date(2026, 11, 2).at(8, 0, 0, 0))
    }

    #[test]
    fn the_list_has_ten_columns_and_counts_by_badge() {
        let list = BadgeList {
            issuer: vec!["Đảng bộ phường An Bình".to_owned()],
            name: "Đảng bộ phường An Bình".to_owned(),
            day: date(2027, 2, 3),
            lines: vec![
                line(30, BadgeGround::Due),
                line(40, BadgeGround::Illness),
                line(30, BadgeGround::Posthumous),
            ],
        };
        let composed = badge_list(&list);
        assert!(composed.columns.len() == 10 && composed.rows.iter().all(|row| row.len() == 10));
        assert_eq!(composed.summary, "Đảng bộ phường An Bình - dịp 03/02/2027");
        assert_eq!(composed.total, "Cộng: 3 đồng chí. Huy hiệu 30 năm: 2; Huy hiệu 40 năm: 1.");
        assert_eq!((composed.rows[0][7].as_str(), composed.rows[2][7].as_str()), ("", "Truy tặng"));
        assert_eq!(composed.rows[0][8], "7-QĐ/TU, 09/01/2027");
        let pdf = super::super::register_pdf(&composed, now()).unwrap();
        assert!(pdf.pages == 1 && pdf.unprintable.is_empty());
        let xlsx = super::super::register_xlsx(&composed, now()).unwrap();
        let sheets = crate::sheets::read(&xlsx, "a.xlsx").unwrap();
        assert!(sheets[0].rows.iter().any(|cells| cells.len() == 10));
    }

    #[test]
    fn a_request_is_one_page_on_every_ground() {
        for ground in BadgeGround::ALL {
            let request = BadgeRequest {
                issuer: vec!["Đảng bộ phường An Bình".to_owned(), "Chi bộ Tổ dân phố số 5".to_owned()],
                cell: "Chi bộ Tổ dân phố số 5".to_owned(),
                profile: profile(),
                years: 30,
                ground: *ground,
                full_on: Some(date(2027, 2, 3)),
                died_on: (*ground == BadgeGround::Posthumous).then_some(date(2026, 12, 1)),
                held: Vec::new(),
            };
            let pdf = badge_request_pdf(&request, now()).unwrap();
            assert!(pdf.pages == 1 && pdf.unprintable.is_empty(), "{ground}: {} pages", pdf.pages);
        }
    }
}
