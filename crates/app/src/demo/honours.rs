//! What a cell of the sample is proud of, and the little that is kept apart: commendations, party badges on their way, and here and there a
//! measure of discipline. All invented.

use jiff::{
    Span,
    civil::{Date, date},
};
use nennep_domain::{
    decisions::Decision,
    ids::{BadgeProposalId, CommendationId, DisciplineId},
    members::{MemberGrade, Standing},
    recognition::{
        badges::{BadgeGround, BadgeProposal, BadgeStep, StepTaken, days_around},
        commendations::{Commendation, CommendationKind, Recipient},
        discipline::{Decided, Decider, Discipline, DisciplineForm, Disciplined},
    },
    signs::badge_at,
    time::Instant,
};

use super::{blueprint::FOUNDED, cells::Person, dice::Dice, rows::Rows, setting::Told};

/// Days on which committees commend: the end of a year, the days of badges.
const DAYS: [Date; 6] = [
    date(2025, 9, 2),
    date(2025, 12, 20),
    date(2026, 2, 3),
    date(2026, 5, 19),
    date(2026, 9, 2),
    date(2026, 12, 20),
];

/// What cells are commended for.
const OF_CELLS: [&str; 3] = [
    "Chi bộ hoàn thành xuất sắc nhiệm vụ năm 2025",
    "Đổi mới nội dung sinh hoạt chi bộ, nhiều cách làm hay được nhân rộng",
    "Dẫn đầu phong trào xây dựng ngõ phố sáng, xanh, sạch, đẹp",
];

/// What members are commended for.
const OF_MEMBERS: [&str; 4] = [
    "Hoàn thành xuất sắc nhiệm vụ năm 2025",
    "Tích cực học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
    "Có nhiều đóng góp trong công tác vận động nhân dân ở khu dân cư",
    "Có sáng kiến nâng cao chất lượng sinh hoạt chi bộ",
];

/// What a cell is proud of, and what is kept apart.
pub(super) fn tell(told: &Told<'_>, rows: &mut Rows) {
    let mut dice = told.dice("honours", 0);
    praise(told, &mut dice, rows);
    badges(told, &mut dice, rows);
    discipline(told, &mut dice, rows);
}

fn now(told: &Told<'_>) -> Instant {
    told.setting.ground.sample.present
}

/// The evening of a day, when its papers are entered.
fn evening(day: Date) -> Instant {
    Instant::from_local(day.at(17, 0, 0, 0))
}

fn stands(person: &Person, on: Date) -> Option<&Standing> {
    person.standings.iter().find(|one| one.state.belongs() && one.holds_on(on))
}

fn praise(told: &Told<'_>, dice: &mut Dice, rows: &mut Rows) {
    let ward = told.above.last().map_or_else(String::new, |top| top.name.replace("Đảng bộ", "Đảng ủy"));
    let since = FOUNDED.max(told.cell.organisation.from_on);
    let past = |day: &&Date| **day >= since && **day < now(told).date();
    let days: Vec<Date> = DAYS.iter().filter(past).copied().collect();
    if days.is_empty() || (!told.cell.is_main && dice.happens(35)) {
        return;
    }
    let cell = told.cell.organisation.id;
    if told.cell.is_main || dice.happens(40) {
        let day = *dice.pick(&days);
        let reason = dice.pick(&OF_CELLS);
        let one = given(dice, cell, Recipient::Organisation(cell), reason, day, &ward);
        rows.praises.push((one, evening(day)));
    }
    for _ in 0..dice.between(1, 3) {
        let day = *dice.pick(&days);
        let person = dice.pick(&told.people);
        if stands(person, day).is_some_and(|one| one.grade == MemberGrade::Official) {
            let reason = dice.pick(&OF_MEMBERS);
            let one = given(dice, cell, Recipient::Member(person.id), reason, day, &ward);
            rows.praises.push((one, evening(day)));
        }
    }
}

fn given(
    dice: &mut Dice,
    place: nennep_domain::ids::OrganisationId,
    to: Recipient,
    reason: &str,
    day: Date,
    ward: &str,
) -> Commendation {
    let kinds = [CommendationKind::Certificate, CommendationKind::Certificate, CommendationKind::Merit];
    let kind = *dice.pick(&kinds);
    let merit = kind == CommendationKind::Merit;
    let sign = if merit { "QĐ/TU" } else { "QĐ/ĐU" };
    Commendation {
        id: CommendationId(dice.id(evening(day))),
        to,
        place,
        kind,
        reason: reason.to_owned(),
        decision: Decision {
            number: format!("{:02}-{sign}", dice.between(3, 90)),
            on: day,
            by: if merit { "Tỉnh ủy".to_owned() } else { ward.to_owned() },
        },
        ended: None,
    }
}

/// Awarded on the day of badges past, on their way for the next: some cells are slow to make their list.
fn badges(told: &Told<'_>, dice: &mut Dice, rows: &mut Rows) {
    let today = now(told).date();
    let rules = told.rules(today);
    let days = days_around(today, &rules);
    let (past, coming): (Vec<Date>, Vec<Date>) = days.into_iter().partition(|day| *day < today);
    let next = coming.first().copied();
    for person in &told.people {
        let Some(admitted_on) = person.profile.admitted_on else { continue };
        if stands(person, today).is_none() {
            continue;
        }
        for day in past.iter().copied().chain(next) {
            let Some(badge) = badge_at(admitted_on, day, &rules) else { continue };
            let far = if day < today {
                4
            } else if told.cell.is_main || dice.happens(60) {
                1 + dice.below(2)
            } else {
                continue;
            };
            let steps = steps(day, today, far, &person.profile.badge_number, dice);
            let entered = evening(steps.last().map_or(today, |last| last.on));
            let one = BadgeProposal {
                id: BadgeProposalId(dice.id(entered)),
                member: person.id,
                cell: told.cell.organisation.id,
                years: badge.value,
                ground: BadgeGround::Due,
                day,
                steps,
                withdrawn_on: None,
            };
            rows.badges.push((one, entered.min(now(told))));
        }
    }
}

fn steps(day: Date, today: Date, far: usize, badge: &str, dice: &mut Dice) -> Vec<StepTaken> {
    let before = |days: i64| day.saturating_sub(Span::new().days(days)).min(today);
    let step = |step, on, number: &str, by: &str| StepTaken {
        step,
        on,
        number: number.to_owned(),
        by: by.to_owned(),
    };
    let (proposal, decision) = (dice.between(10, 60), dice.between(100, 900));
    let all = [
        step(BadgeStep::Requested, before(95), "", ""),
        step(BadgeStep::Proposed, before(88), &format!("{proposal}-TTr/ĐU"), "Đảng ủy"),
        step(BadgeStep::Decided, before(25), &format!("{decision}-QĐ/TU"), "Tỉnh ủy"),
        step(BadgeStep::Awarded, before(0), badge, "Đảng ủy"),
    ];
    all.into_iter().take(far).collect()
}

/// One reprimand in the cell everybody looks at, and in a few others a measure or a proposal.
fn discipline(told: &Told<'_>, dice: &mut Dice, rows: &mut Rows) {
    let today = now(told).date();
    let on = today.saturating_sub(Span::new().days(dice.between(20, 120)));
    if !(told.cell.is_main || dice.happens(8)) || on < FOUNDED {
        return;
    }
    let led: Vec<_> = told.holders.iter().filter_map(|holder| holder.term.member).collect();
    let plain = |person: &&Person| {
        !led.contains(&person.id) && stands(person, on).is_some_and(|one| one.grade == MemberGrade::Official)
    };
    let Some(person) = told.people.iter().filter(plain).nth(dice.below(3)) else { return };
    let rules = told.rules(on);
    let number = format!("{:02}-QĐ/CB", dice.between(1, 9));
    let decision = Decision { number, on, by: told.cell.organisation.name.clone() };
    let proposes = !told.cell.is_main && dice.happens(40);
    let decided = Decided::new(Decider::Cell, decision, on, None, &rules).ok().filter(|_| !proposes);
    if decided.is_none() && !proposes {
        return;
    }
    let one = Discipline {
        id: DisciplineId(dice.id(evening(on))),
        of: Disciplined::Member(person.id, MemberGrade::Official),
        place: told.cell.organisation.id,
        form: if proposes { DisciplineForm::Dismissal } else { DisciplineForm::Reprimand },
        reason: "Vắng sinh hoạt nhiều kỳ không có lý do, đã được nhắc nhở".to_owned(),
        proposed_on: proposes.then_some(on),
        received_on: decided.as_ref().map(|_| on.saturating_add(Span::new().days(3)).min(today)),
        decided,
        ended: None,
    };
    rows.measures.push((one, evening(on)));
}
