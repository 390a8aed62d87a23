//! What is said in the sample's meetings, by type of cell: read from files, with blanks filled in.

use nennep_domain::{organisations::CellType, time::Month};
use serde::Deserialize;

use super::dice::Dice;
use crate::error::{Error, Result};

/// All texts.
#[derive(Debug)]
pub(super) struct Texts {
    /// What is said in every type of cell.
    pub(super) common: Common,
    by_type: Vec<(CellType, OfType)>,
}

/// What is said in one type of cell.
#[derive(Debug, Deserialize)]
pub(super) struct OfType {
    /// Where cells meet.
    pub(super) sites: Vec<String>,
    /// What is discussed; the topics of every type follow those of the type.
    #[serde(rename = "topic")]
    pub(super) topics: Vec<Topic>,
    /// Themes of thematic meetings.
    #[serde(rename = "theme")]
    pub(super) themes: Vec<Topic>,
}

/// A focus point or a theme.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Topic {
    /// Its title.
    pub(super) title: String,
    /// What is presented.
    pub(super) report: String,
    /// What members say to it.
    pub(super) remarks: Vec<String>,
    /// What is concluded.
    pub(super) conclusion: String,
    /// The tasks that follow.
    #[serde(default)]
    pub(super) tasks: Vec<Work>,
}

/// A task with its possible results.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Work {
    /// What is to be done.
    pub(super) title: String,
    /// What is to come of it.
    pub(super) product: String,
    /// What is reported when it is done.
    pub(super) done: String,
    /// What is reported when it is not.
    pub(super) partial: String,
}

/// A title with what is said under it.
#[derive(Debug, Deserialize)]
pub(super) struct Titled {
    /// The title.
    pub(super) title: String,
    /// What is said.
    pub(super) notes: String,
}

/// A proposal with its answer.
#[derive(Debug, Deserialize)]
pub(super) struct Proposal {
    /// What is asked.
    pub(super) ask: String,
    /// What is answered.
    pub(super) answer: String,
}

/// Why points were changed.
#[derive(Debug, Deserialize)]
pub(super) struct ScoreReasons {
    pub(super) lowered: String,
    pub(super) content: String,
    pub(super) chairing: String,
    pub(super) copied: String,
    pub(super) speaking: String,
}

/// What is said in every type of cell.
#[derive(Debug, Deserialize)]
pub(super) struct Common {
    pub(super) information: Vec<String>,
    pub(super) opinion: Vec<String>,
    pub(super) study: Vec<Titled>,
    #[serde(rename = "topic")]
    topics: Vec<Topic>,
    pub(super) standing: Vec<Work>,
    pub(super) self_criticism: Vec<String>,
    pub(super) criticism: Vec<String>,
    pub(super) praise: Vec<String>,
    pub(super) reminder: Vec<String>,
    pub(super) faults: Vec<String>,
    pub(super) brief: Vec<String>,
    pub(super) deferring: Vec<String>,
    pub(super) director: String,
    pub(super) proposal: Vec<Proposal>,
    pub(super) reserved: Vec<String>,
    pub(super) leave: Vec<String>,
    pub(super) refused: String,
    pub(super) absent: Vec<String>,
    pub(super) duty: String,
    pub(super) missed: Vec<String>,
    pub(super) guests: Vec<String>,
    pub(super) prepared: Vec<String>,
    pub(super) score_reasons: ScoreReasons,
    pub(super) decided_note: Vec<String>,
    pub(super) guidance_name: String,
    pub(super) draft_name: String,
    pub(super) theme_name: String,
    pub(super) draft_body: String,
    pub(super) guidance_body: String,
    pub(super) opening: String,
    pub(super) review: String,
    pub(super) plan: Vec<String>,
    pub(super) assignment: String,
    pub(super) closing_words: String,
    pub(super) choose_theme: String,
    pub(super) on_probation: String,
    pub(super) recognised: String,
    pub(super) admission_title: String,
    pub(super) admission: String,
    pub(super) dues: Vec<String>,
    pub(super) committee: String,
    pub(super) committee_title: String,
    pub(super) agenda_motion: String,
    pub(super) resolution_motion: String,
    pub(super) theme_motion: String,
    pub(super) score_motion: String,
    pub(super) minutes_motion: String,
    pub(super) admission_motion: String,
    pub(super) recognition_motion: String,
    pub(super) execution: String,
    pub(super) self_review: String,
    pub(super) overseer_role: String,
}

const FILES: [(CellType, &str); 7] = [
    (CellType::Residential, include_str!("texts/residential.toml")),
    (CellType::Agency, include_str!("texts/agency.toml")),
    (CellType::PublicService, include_str!("texts/public_service.toml")),
    (CellType::StateEnterprise, include_str!("texts/state_enterprise.toml")),
    (CellType::PrivateEnterprise, include_str!("texts/private_enterprise.toml")),
    (CellType::Students, include_str!("texts/students.toml")),
    (CellType::ArmedForces, include_str!("texts/armed_forces.toml")),
];

impl Texts {
    /// The texts built into the program.
    pub(super) fn built_in() -> Result<Self> {
        let common: Common = toml::from_str(include_str!("texts/common.toml")).map_err(Error::fault)?;
        let mut by_type = Vec::with_capacity(FILES.len());
        for (cell_type, text) in FILES {
            let mut of: OfType = toml::from_str(text).map_err(Error::fault)?;
            of.topics.extend(common.topics.iter().cloned());
            by_type.push((cell_type, of));
        }
        Ok(Self { common, by_type })
    }

    /// The texts of a type of cell.
    pub(super) fn of(&self, cell_type: CellType) -> &OfType {
        let found = self.by_type.iter().find(|(one, _)| *one == cell_type);
        &found.unwrap_or(&self.by_type[0]).1
    }
}

/// What stands in the blanks of a text.
#[derive(Debug, Clone)]
pub(super) struct Blanks {
    unit: String,
    month: Month,
    a: i64,
    b: i64,
}

impl Blanks {
    /// Blanks for a meeting of a month, with two small numbers.
    pub(super) fn of(unit: &str, month: Month, dice: &mut Dice) -> Self {
        Self { unit: unit.to_owned(), month, a: dice.between(2, 8), b: dice.between(4, 9) }
    }

    /// The text with its blanks filled in.
    pub(super) fn fill(&self, text: &str) -> String {
        self.fill_named(text, "")
    }

    /// The text with its blanks filled in, one of them somebody's name.
    pub(super) fn fill_named(&self, text: &str, name: &str) -> String {
        self.fill_with(text, &[("{name}", name)])
    }

    /// The text with its blanks filled in, some of them with these values.
    pub(super) fn fill_with(&self, text: &str, values: &[(&str, &str)]) -> String {
        if !text.contains('{') {
            return text.to_owned();
        }
        let text = values.iter().fold(text.to_owned(), |text, (blank, value)| text.replace(blank, value));
        if !text.contains('{') {
            return text;
        }
        let year = i32::from(self.month.year());
        let values = [
            ("{unit}", self.unit.clone()),
            ("{month}", said(self.month)),
            ("{next}", said(self.month.plus(1))),
            ("{year}", year.to_string()),
            ("{years}", (year - 1930).to_string()),
            ("{file}", format!("{:02}-{}", self.month.number(), self.month.year())),
            ("{a}", self.a.to_string()),
            ("{b}", self.b.to_string()),
        ];
        values.iter().fold(text, |text, (blank, value)| text.replace(blank, value))
    }
}

/// A month as people write it: `11/2026`.
pub(super) fn said(month: Month) -> String {
    format!("{}/{}", month.number(), month.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_of_cell_has_its_texts_and_no_blank_stays_open() {
        let texts = Texts::built_in().unwrap();
        assert_eq!(texts.common.information.len(), 12);
        let blanks = Blanks::of("Tổ dân phố số 5", Month::new(2026, 2).unwrap(), &mut Dice::of(1, "x", 0));
        assert!(blanks.fill(&texts.common.information[1]).contains("kỷ niệm 96 năm"));
        for cell_type in CellType::ALL {
            let of = texts.of(*cell_type);
            assert!(of.topics.len() >= 7 && of.themes.len() >= 2 && !of.sites.is_empty(), "{cell_type}");
            for topic in of.topics.iter().chain(&of.themes) {
                assert!(topic.remarks.len() >= 3, "{}", topic.title);
                let works = topic.tasks.iter().flat_map(|work| [&work.title, &work.done, &work.partial]);
                for text in topic.remarks.iter().chain([&topic.report, &topic.conclusion]).chain(works) {
                    assert!(!blanks.fill_named(text, "An").contains('{'), "{text}");
                }
            }
        }
    }
}
