//! Certificates that classes gave, taken as a step of somebody's way: read from the class, and kept nowhere else.

use jiff::civil::Date;
use serde::Serialize;

use super::{
    Fact, File, Step,
    probation::{ProbationFact, ProbationFile, ProbationStep},
};
use crate::ids::{ClassId, LearnerId};

/// A certificate that a class gave to somebody who learnt in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassCertificate {
    /// The learning it was given for.
    pub learner: LearnerId,
    /// The class.
    pub class: ClassId,
    /// The name of the learner, as the class has it.
    pub name: String,
    /// Its number.
    pub number: String,
    /// The day it was given.
    pub on: Date,
    /// Who held the class.
    pub by: String,
}

/// The latest given.
fn latest(certificates: &[ClassCertificate]) -> Option<&ClassCertificate> {
    certificates.iter().max_by_key(|one| (one.on, one.learner))
}

impl File {
    /// The same file with the latest certificate a class gave the candidate as a step of the way, unless one was entered by hand.
    #[must_use]
    pub fn with_certificate(mut self, certificates: &[ClassCertificate]) -> Self {
        if self.fact(Step::Certificate).is_none() {
            let fact = |one: &ClassCertificate| Fact {
                number: one.number.clone(),
                by: one.by.clone(),
                learner: Some(one.learner),
                ..Fact::on(Step::Certificate, one.on)
            };
            self.facts.extend(latest(certificates).map(fact));
        }
        self
    }
}

impl ProbationFile {
    /// The same file with the latest certificate a class for new members gave as a step of the way, unless one was entered by hand.
    #[must_use]
    pub fn with_certificate(mut self, certificates: &[ClassCertificate]) -> Self {
        if self.fact(ProbationStep::Class).is_none() {
            let fact = |one: &ClassCertificate| ProbationFact {
                number: one.number.clone(),
                by: one.by.clone(),
                learner: Some(one.learner),
                ..ProbationFact::on(ProbationStep::Class, one.on)
            };
            self.facts.extend(latest(certificates).map(fact));
        }
        self
    }
}
