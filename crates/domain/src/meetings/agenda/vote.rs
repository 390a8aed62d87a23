//! The item with which a vote about a person comes onto an agenda, and the words of its motion.

use super::{
    draft::DraftItem,
    template::{AgendaTemplate, TemplateError, VoteLine},
};
use crate::{
    meetings::{ItemKind, ItemSource, Part},
    motions::MotionKind,
};

/// An item with a motion about a person, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VoteItem {
    /// The item; its key brings it onto an agenda once.
    pub item: DraftItem,
    /// The words put to the vote.
    pub motion: String,
}

impl AgendaTemplate {
    /// The item for a vote of this kind about the person with this id and name, from this template, else from the national one; `None`
    /// for kinds that are about nobody.
    pub fn vote(&self, kind: MotionKind, id: &str, name: &str) -> Result<Option<VoteItem>, TemplateError> {
        let fill = |text: &str| text.replace("{id}", id).replace("{name}", name);
        let item = |line: &VoteLine| VoteItem {
            item: DraftItem {
                part: Part::Routine,
                kind: ItemKind::Membership,
                title: fill(&line.title),
                body: fill(&line.body),
                planned_minutes: line.minutes,
                source: ItemSource::Facts,
                source_key: fill(&line.key),
            },
            motion: fill(&line.motion),
        };
        match self.votes.get(&kind) {
            Some(line) => Ok(Some(item(line))),
            None => Ok(Self::national()?.votes.get(&kind).map(item)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vote_about_a_person_has_its_item_even_where_a_committees_template_has_none() {
        let own = "document = 'x'\narticle = ''\nitem = []\n[focus]\n";
        for template in [AgendaTemplate::national().unwrap(), AgendaTemplate::read(own).unwrap()] {
            let admission = template.vote(MotionKind::Admission, "7", "Đinh Thị Ưu Tú").unwrap().unwrap();
            assert_eq!(admission.item.source_key, "admission-7");
            assert!(admission.item.title.contains("Đinh Thị Ưu Tú") && admission.motion.contains("kết nạp"));
            let recognition = template.vote(MotionKind::Recognition, "7", "Lê Văn Bền").unwrap().unwrap();
            assert_eq!(
                recognition.item.source_key,
                format!("probation-{}", 7),
                "the item that facts draft for the same member"
            );
            assert!(!recognition.motion.contains('{') && recognition.item.planned_minutes > 0);
            assert_eq!(template.vote(MotionKind::Resolution, "7", "x"), Ok(None));
        }
    }
}
