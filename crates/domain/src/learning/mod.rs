//! Learning: classes a committee holds, their sessions, who learns in them, who was there, and the certificates given.

mod error;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::Serialize;

use crate::{
    ids::{ClassId, ClassSessionId, LearnerId, MemberId, OrganisationId},
    names,
    problems::{Problems, Sentence},
    rules::{Ruled, Rules},
    time::plus_months,
};

pub use error::LearningError;

text_enum! {
    /// What a class is for.
    ClassKind {
        /// Political theory (lý luận chính trị).
        Theory = "theory",
        /// New members (đảng viên mới).
        NewMembers = "new_members",
        /// Candidates: knowledge of the Party (bồi dưỡng nhận thức về Đảng).
        Candidates = "candidates",
        /// Secretaries and committee members (nghiệp vụ công tác đảng cho bí thư, cấp ủy viên).
        Secretaries = "secretaries",
    }
}

/// A class a committee holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Class {
    /// Its id.
    pub id: ClassId,
    /// Who holds it.
    pub organisation: OrganisationId,
    /// What it is for.
    pub kind: ClassKind,
    /// Its name.
    pub title: String,
    /// Where it is held; may be empty.
    pub place: String,
    /// The first day.
    pub from_on: Date,
    /// The last day.
    pub to_on: Date,
}

/// A session of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassSession {
    /// Its id.
    pub id: ClassSessionId,
    /// The class.
    pub class: ClassId,
    /// The day.
    pub on: Date,
    /// What is taught.
    pub topic: String,
}

/// Who learns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Who {
    /// A member.
    Member(MemberId),
    /// A candidate, who is no member yet, by name.
    Candidate(String),
}

/// A certificate given at the end of a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Certificate {
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub on: Date,
}

/// Somebody who learns in a class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Learner {
    /// The id of this learning: of one person in one class.
    pub id: LearnerId,
    /// The class.
    pub class: ClassId,
    /// Who.
    pub who: Who,
    /// The cell that sent the learner.
    pub cell: Option<OrganisationId>,
    /// The certificate, once it was given.
    pub certificate: Option<Certificate>,
}

/// The most letters of a title, a place, a topic, a name, a number.
const MOST_LETTERS: usize = 300;

fn short(text: &str) -> String {
    names::tidy(text).chars().take(MOST_LETTERS).collect()
}

impl Class {
    /// The class as typed, tidied; refused without a name, or where it ends before it begins.
    pub fn checked(self) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let (title, place) = (short(&self.title), short(&self.place));
        if title.is_empty() {
            problems.add("title", Sentence::new("learning-title-missing"));
        }
        if self.to_on < self.from_on {
            problems.add("to_on", Sentence::new("learning-ends-first"));
        }
        problems.or(Some(Self { title, place, ..self }))
    }

    /// A session as typed, tidied; refused outside the days of the class and without a topic.
    pub fn session(&self, id: ClassSessionId, on: Date, topic: &str) -> Result<ClassSession, Problems> {
        let mut problems = Problems::default();
        let topic = short(topic);
        if topic.is_empty() {
            problems.add("topic", Sentence::new("learning-topic-missing"));
        }
        if on < self.from_on || on > self.to_on {
            problems.add("on", Sentence::new("learning-session-outside"));
        }
        problems.or(Some(ClassSession { id, class: self.id, on, topic }))
    }

    /// Somebody who is to learn in it: the class of candidates takes those who are no members yet, every other class members.
    pub fn learner(
        &self,
        id: LearnerId,
        who: Who,
        cell: Option<OrganisationId>,
    ) -> Result<Learner, LearningError> {
        let who = match (who, self.kind) {
            (Who::Member(_), ClassKind::Candidates) => return Err(LearningError::ForCandidates),
            (Who::Candidate(_), kind) if kind != ClassKind::Candidates => {
                return Err(LearningError::ForMembers);
            }
            (Who::Candidate(name), _) if short(&name).is_empty() => return Err(LearningError::Nameless),
            (Who::Candidate(name), _) => Who::Candidate(short(&name)),
            (member, _) => member,
        };
        Ok(Learner { id, class: self.id, who, cell, certificate: None })
    }

    /// A certificate as typed, tidied; refused without a number, before the class has begun, and on a day that has not come.
    pub fn certificate(&self, number: &str, on: Date, today: Date) -> Result<Certificate, Problems> {
        let mut problems = Problems::default();
        let number = short(number);
        if number.is_empty() {
            problems.add("number", Sentence::new("learning-number-missing"));
        }
        if on < self.from_on || on > today {
            problems.add("on", Sentence::new("learning-certificate-day"));
        }
        problems.or(Some(Certificate { number, on }))
    }

    /// The last day on which a certificate of this class is valid, where the rule sets a term: that of the class of candidates (statement
    /// 30; 06-HD/TW 5.4). `rules` are those of the day it was given.
    pub fn valid_until(&self, certificate: &Certificate, rules: &Rules) -> Option<Ruled<Date>> {
        let months = rules.class_certificate_months();
        (self.kind == ClassKind::Candidates).then(|| months.map(|months| plus_months(certificate.on, months)))
    }
}
