//! From a template and facts to the items of an agenda.

use jiff::civil::Date;

use super::template::{AgendaTemplate, Line, Need};
use crate::{
    ids::{ItemId, MeetingId, MemberId},
    meetings::{Item, ItemKind, ItemSource, MeetingKind, Part},
    organisations::CellType,
    time::{Month, PartialDate},
};

/// A task that is due at the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueTask {
    /// What was to be done.
    pub title: String,
    /// Who answers for it.
    pub owner: String,
    /// By when.
    pub deadline: Option<Date>,
    /// How much is done, 0 to 100.
    pub done_percent: u8,
}

/// A member whose probation ends by the end of the meeting's month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Probation {
    /// The member.
    pub member: MemberId,
    /// Full name.
    pub name: String,
    /// The day the twelve months are over.
    pub ends_on: Date,
}

/// What an agenda is drafted from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaFacts {
    /// Tasks due.
    pub due_tasks: Vec<DueTask>,
    /// Probation that ends.
    pub probation: Vec<Probation>,
    /// Whether the quarter has no thematic meeting yet, held or planned.
    pub thematic_missing: bool,
    /// The theme of this meeting's thematic part.
    pub topic: String,
}

/// An item as drafted: to be given an id and a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftItem {
    /// The part of a combined sitting.
    pub part: Part,
    /// What it is for.
    pub kind: ItemKind,
    /// Title.
    pub title: String,
    /// Prepared text.
    pub body: String,
    /// Minutes to start from.
    pub planned_minutes: u32,
    /// Template or facts.
    pub source: ItemSource,
    /// The fact's own key; empty for the template's own items.
    pub source_key: String,
}

impl DraftItem {
    /// The item on the agenda of a meeting, at a place of it; nothing has happened to it yet.
    pub fn placed(self, id: ItemId, meeting: MeetingId, position: u32) -> Item {
        Item {
            id,
            meeting,
            position,
            part: self.part,
            kind: self.kind,
            title: self.title,
            body: self.body,
            planned_minutes: self.planned_minutes,
            presenter: None,
            source: self.source,
            source_key: self.source_key,
            started_at: None,
            ended_at: None,
            notes: String::new(),
            conclusion: String::new(),
            version: 1,
        }
    }
}

/// The items of a meeting of this kind in a cell of this type in this month, in order.
pub fn draft(
    template: &AgendaTemplate,
    kind: MeetingKind,
    cell_type: Option<CellType>,
    month: Month,
    facts: &AgendaFacts,
) -> Vec<DraftItem> {
    let wanted = |line: &&Line| match line.part {
        Part::Thematic => kind.is_thematic(),
        Part::Routine => {
            kind.is_routine()
                || !kind.is_thematic() && line.needs.is_none()
                || kind == MeetingKind::Thematic
                    && matches!(line.kind, ItemKind::Opening | ItemKind::Conclusion | ItemKind::Closing)
        }
    };
    let lines =
        template.lines.iter().filter(wanted).flat_map(|line| filled(template, line, cell_type, month, facts));
    lines.enumerate().map(|(n, item)| numbered(n, item)).collect()
}

/// The template's own items are known by their place, so that drafting again adds none of them twice.
fn numbered(n: usize, item: DraftItem) -> DraftItem {
    let source_key =
        if item.source_key.is_empty() { format!("template-{}-{n}", item.kind) } else { item.source_key };
    DraftItem { source_key, ..item }
}

fn filled(
    template: &AgendaTemplate,
    line: &Line,
    cell_type: Option<CellType>,
    month: Month,
    facts: &AgendaFacts,
) -> Vec<DraftItem> {
    let focus = cell_type.and_then(|kind| template.focus.get(kind.as_str())).map_or("", String::as_str);
    let topic = if facts.topic.is_empty() { "…" } else { &facts.topic };
    let quarter = format!("{}/{}", roman(month.quarter()), month.year());
    match line.needs {
        None => vec![item(line, &[("{focus}", focus), ("{topic}", topic)], ItemSource::Template)],
        Some(Need::DueTasks) if !facts.due_tasks.is_empty() => {
            let (count, list) = (facts.due_tasks.len().to_string(), task_list(&facts.due_tasks));
            vec![item(line, &[("{due_tasks_count}", &count), ("{due_tasks}", &list)], ItemSource::Facts)]
        }
        Some(Need::ThematicMissing) if facts.thematic_missing => {
            vec![item(line, &[("{quarter}", &quarter)], ItemSource::Facts)]
        }
        Some(Need::Probation) => facts
            .probation
            .iter()
            .map(|one| {
                let (id, on) = (one.member.to_string(), PartialDate::day(one.ends_on).to_string());
                let values = [
                    ("{probation_id}", id.as_str()),
                    ("{probation_name}", &one.name),
                    ("{probation_on}", &on),
                ];
                item(line, &values, ItemSource::Facts)
            })
            .collect(),
        Some(_) => Vec::new(),
    }
}

fn item(line: &Line, values: &[(&str, &str)], source: ItemSource) -> DraftItem {
    let fill =
        |text: &str| values.iter().fold(text.to_owned(), |text, (name, value)| text.replace(name, value));
    DraftItem {
        part: line.part,
        kind: line.kind,
        title: fill(&line.title),
        body: fill(&line.body),
        planned_minutes: line.minutes,
        source,
        source_key: fill(&line.key),
    }
}

fn task_list(tasks: &[DueTask]) -> String {
    let line = |task: &DueTask| {
        let deadline =
            task.deadline.map_or_else(String::new, |day| format!(", hạn {}", PartialDate::day(day)));
        format!("- {} ({}{deadline}): {} %", task.title, task.owner, task.done_percent)
    };
    tasks.iter().map(line).collect::<Vec<_>>().join("\n")
}

const fn roman(quarter: i8) -> &'static str {
    match quarter {
        1 => "I",
        2 => "II",
        3 => "III",
        _ => "IV",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn drafted(kind: MeetingKind, cell_type: CellType, facts: &AgendaFacts) -> Vec<DraftItem> {
        let template = AgendaTemplate::national().unwrap();
        draft(&template, kind, Some(cell_type), Month::new(2026, 11).unwrap(), facts)
    }

    fn minutes(items: &[DraftItem]) -> u32 {
        items.iter().map(|item| item.planned_minutes).sum()
    }

    #[test]
    fn a_routine_agenda_follows_the_order_and_fills_the_time() {
        let items = drafted(MeetingKind::Routine, CellType::Residential, &AgendaFacts::default());
        assert_eq!(items.first().map(|item| item.kind), Some(ItemKind::Opening));
        assert_eq!(items.last().map(|item| item.kind), Some(ItemKind::Closing));
        assert!(items.iter().all(|item| item.part == Part::Routine && item.source == ItemSource::Template));
        assert!((80..=90).contains(&minutes(&items)), "{}", minutes(&items));
        let study = items.iter().find(|item| item.kind == ItemKind::Study).unwrap();
        assert!((15..=30).contains(&study.planned_minutes));
    }

    #[test]
    fn every_type_of_cell_has_its_focus() {
        for cell_type in CellType::ALL {
            let items = drafted(MeetingKind::Routine, *cell_type, &AgendaFacts::default());
            let focus = items.iter().find(|item| item.kind == ItemKind::Discussion).unwrap();
            assert!(focus.body.len() > 40, "{cell_type}: {}", focus.body);
        }
    }

    #[test]
    fn statement_3_a_combined_sitting_holds_two_separate_parts() {
        let facts =
            AgendaFacts { topic: "Phòng cháy ở khu tập thể".to_owned(), ..AgendaFacts::default() };
        let items = drafted(MeetingKind::Combined, CellType::Agency, &facts);
        let theme: Vec<_> = items.iter().filter(|item| item.part == Part::Thematic).collect();
        assert_eq!(theme.len(), 1);
        assert!(theme[0].title.contains("Phòng cháy ở khu tập thể"));
        assert!(minutes(&items) >= 110);
        assert!(
            drafted(MeetingKind::Routine, CellType::Agency, &facts)
                .iter()
                .all(|item| item.part == Part::Routine)
        );
    }

    #[test]
    fn facts_come_onto_the_agenda_once() {
        let facts = AgendaFacts {
            due_tasks: vec![DueTask {
                title: "Rà soát hộ nghèo".to_owned(),
                owner: "Lê Thị Na".to_owned(),
                deadline: Some(date(2026, 11, 1)),
                done_percent: 40,
            }],
            probation: vec![Probation {
                member: MemberId(Uuid::from_u128(7)),
                name: "Trần Văn Tư".to_owned(),
                ends_on: date(2026, 11, 20),
            }],
            thematic_missing: true,
            topic: String::new(),
        };
        let items = drafted(MeetingKind::Routine, CellType::Residential, &facts);
        let from_facts: Vec<_> = items.iter().filter(|item| item.source == ItemSource::Facts).collect();
        assert_eq!(from_facts.len(), 3);
        assert!(from_facts[0].body.contains("Rà soát hộ nghèo (Lê Thị Na, hạn 01/11/2026): 40 %"));
        assert!(from_facts[1].title.contains("Trần Văn Tư"));
        assert!(from_facts[2].title.contains("IV/2026"));
        let mut keys: Vec<_> = items.iter().map(|item| item.source_key.as_str()).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), items.len(), "each item is known by its own key");
    }

    #[test]
    fn a_wrong_template_names_its_field() {
        let error =
            AgendaTemplate::read("document = \"x\"\narticle = \"\"\n[focus]\n[[item]]\npart = \"rutine\"")
                .unwrap_err();
        assert!(error.0.contains("part"), "{error}");
    }
}
