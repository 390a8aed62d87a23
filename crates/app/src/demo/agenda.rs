//! The agenda of a meeting of the sample: drafted by the domain from the same facts as a real one, then filled in by its
//! secretary.

use jiff::{ToSpan as _, civil::Date};
use nennep_domain::{
    accounts::Office,
    ids::{ItemId, MemberId},
    meetings::{
        Attendance, Item, ItemKind, ItemSource, Meeting, Part,
        agenda::{AgendaFacts, DraftItem, DueTask, Probation, draft},
    },
    members::{MemberGrade, StandingState},
    rules::Rules,
    tasks::Task,
};

use super::{dice::Dice, plan::Plan, setting::Told};
use crate::meetings::MeetingView;

/// What the quarter and the tasks of a cell ask of an agenda.
pub(super) struct Asked<'a> {
    /// Open tasks.
    pub(super) open: Vec<&'a Task>,
    /// Whether the quarter has no theme, held or planned.
    pub(super) thematic_missing: bool,
}

/// The items of a meeting, prepared.
pub(super) fn agenda(
    told: &Told<'_>,
    view: &MeetingView,
    plan: &Plan<'_>,
    asked: &Asked<'_>,
    dice: &mut Dice,
) -> Vec<Item> {
    let meeting = &view.meeting;
    let day = view.rules.date();
    let owner = |owner: Option<MemberId>| owner.map_or("…", |owner| view.name(owner)).to_owned();
    let due = asked.open.iter().filter(|task| task.is_due(meeting.month, day));
    let facts = AgendaFacts {
        due_tasks: due
            .map(|task| DueTask {
                title: task.title.clone(),
                owner: owner(task.owner),
                deadline: task.deadline,
                done_percent: task.done_percent,
            })
            .collect(),
        probation: probation(told, meeting, day, &view.rules),
        thematic_missing: asked.thematic_missing,
        topic: meeting.topic.clone(),
    };
    let drafted = draft(&told.setting.agenda, meeting.kind, Some(told.cell.kind), meeting.month, &facts);
    let admitted: Vec<&str> = proposed(told, day).collect();
    let mut items: Vec<Item> = Vec::with_capacity(drafted.len() + admitted.len());
    for one in drafted {
        if one.kind == ItemKind::Plan {
            for name in &admitted {
                let title = plan.blanks.fill_named(&told.setting.texts.common.admission_title, name);
                items.push(by_hand(meeting, ItemKind::Membership, title, dice));
            }
        }
        items.push(prepared(told, meeting, plan, one, dice));
    }
    for (item, position) in items.iter_mut().zip(1..) {
        item.position = position;
        item.presenter = presenter(told, view, item, dice);
    }
    items
}

/// Whoever the cell proposes for admission at its meeting of a day, by name.
pub(super) fn proposed<'a>(told: &'a Told<'_>, day: Date) -> impl Iterator<Item = &'a str> {
    told.people
        .iter()
        .filter(move |one| one.proposed_on == Some(day))
        .map(|one| one.profile.full_name.as_str())
}

fn probation(told: &Told<'_>, meeting: &Meeting, day: Date, rules: &Rules) -> Vec<Probation> {
    let months = i32::try_from(rules.probation_months().value).unwrap_or(12);
    let holds = |from: Date, to: Option<Date>| from <= day && to.is_none_or(|end| day < end);
    let ends = |person: &super::cells::Person| {
        let on = person.standings.iter().find(|one| holds(one.from_on, one.to_on))?;
        let waits = on.grade == MemberGrade::Probationary && on.state == StandingState::Active;
        let ends_on = person.profile.admitted_on?.date.checked_add(months.months()).ok()?;
        let one = Probation { member: person.id, name: person.profile.full_name.clone(), ends_on };
        (waits && ends_on <= meeting.month.last_day()).then_some(one)
    };
    told.people.iter().filter_map(ends).collect()
}

/// An item of a kind with this title, not from the template.
pub(super) fn by_hand(meeting: &Meeting, kind: ItemKind, title: String, dice: &mut Dice) -> Item {
    let (part, source) = (Part::Routine, ItemSource::Hand);
    let one = DraftItem {
        part,
        kind,
        title,
        body: String::new(),
        planned_minutes: 5,
        source,
        source_key: String::new(),
    };
    item(meeting, one, dice)
}

fn item(meeting: &Meeting, one: DraftItem, dice: &mut Dice) -> Item {
    let entered = meeting.starts_at.unwrap_or_else(super::blueprint::entered_at);
    one.placed(ItemId(dice.id(entered)), meeting.id, 1)
}

/// A drafted item with what the secretary wrote into it.
fn prepared(told: &Told<'_>, meeting: &Meeting, plan: &Plan<'_>, one: DraftItem, dice: &mut Dice) -> Item {
    let mut item = item(meeting, one, dice);
    let of_template = item.source == ItemSource::Template;
    match item.kind {
        ItemKind::Discussion if of_template => {
            item.title = format!("{}: {}", item.title, plan.blanks.fill(&plan.topic.title));
            item.body = plan.blanks.fill(&plan.topic.report);
        }
        ItemKind::Study if of_template => {
            item.body.clone_from(&told.setting.texts.common.study[plan.study].title);
        }
        ItemKind::Theme => {
            let theme = plan.theme.unwrap_or(plan.topic);
            item.body = plan.blanks.fill(&theme.report);
        }
        _ => {}
    }
    item
}

fn presenter(told: &Told<'_>, view: &MeetingView, item: &Item, dice: &mut Dice) -> Option<MemberId> {
    let free = |entry: &&nennep_domain::meetings::RollEntry| {
        entry.who.state == StandingState::Active
            && entry.attendance.is_none_or(|one| one == Attendance::Present)
    };
    let there: Vec<MemberId> = view.roll.iter().filter(free).map(|entry| entry.who.member).collect();
    let present = |member: &MemberId| there.contains(member);
    let secretary = || told.holder(Office::Secretary).filter(present);
    let deputy = || told.holder(Office::Deputy).filter(present).or_else(secretary);
    match item.kind {
        ItemKind::Information | ItemKind::Discussion => deputy(),
        ItemKind::Study | ItemKind::Theme if !there.is_empty() => Some(*dice.pick(&there)),
        ItemKind::Opening | ItemKind::Proposals | ItemKind::Conclusion => {
            view.meeting.chair.or_else(secretary)
        }
        ItemKind::Review | ItemKind::Plan | ItemKind::Assignment => secretary(),
        _ => None,
    }
}
