//! What stands against the cell's vote on a candidate's admission on a day (statements 30 and 31).

use jiff::civil::Date;
use serde::Serialize;

use super::{File, Fitness, Introducer, Schooling, Step, certificate_ends, rule_of};
use crate::{
    ids::MemberId,
    problems::{Citation, Sentence},
    rules::{Ruled, Rules},
    time::{plus_months, written},
};

text_enum! {
    /// What kind of thing stands against the vote.
    ObstacleKind {
        /// A step was not done.
        Missing = "missing",
        /// The certificate of the class is too old (statement 30).
        CertificateOld = "certificate_old",
        /// An introducer is not, or no longer, an official member of the base organisation (statement 31).
        IntroducerUnfit = "introducer_unfit",
        /// An introducer has not been together with the candidate for long enough (statement 31).
        IntroducerShort = "introducer_short",
        /// Younger than the rule asks for (statement 31).
        TooYoung = "too_young",
        /// Older than the rule allows without the province's consent (statement 31).
        TooOld = "too_old",
        /// Less schooling than the rule asks for.
        SchoolingLow = "schooling_low",
    }
}

impl ObstacleKind {
    /// Whether something that was recorded is against a rule, and not only missing.
    pub fn blocks(self) -> bool {
        self != Self::Missing
    }

    /// The statement of the domain reference it follows from (§13), where one speaks of it.
    pub const fn statement(self) -> Option<u8> {
        match self {
            Self::CertificateOld => Some(30),
            Self::IntroducerUnfit | Self::IntroducerShort | Self::TooYoung | Self::TooOld => Some(31),
            Self::Missing | Self::SchoolingLow => None,
        }
    }
}

/// Something that stands against the vote.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Obstacle {
    /// The step it belongs to.
    pub step: Step,
    /// What it is.
    pub kind: ObstacleKind,
    /// The member it is about, of an introducer.
    pub member: Option<MemberId>,
    /// The words; they name nobody.
    pub sentence: Sentence,
    /// The rule it rests on.
    pub citation: Citation,
}

const MONTHS_OF_A_YEAR: u32 = 12;

/// What stands against the cell's vote on the day `on`, in the order of the steps. A step that was done later than that day counts as
/// not done. Statements 30 (06-HD/TW 5.4) and 31 (294-QĐ/TW, 208-QĐ/TW); the order of the file is that of 06-HD/TW 3.4.
pub fn obstacles(file: &File, on: Date, rules: &Rules) -> Vec<Obstacle> {
    let mut found = Vec::new();
    schooling(file, rules, &mut found);
    certificate(file, on, rules, &mut found);
    for step in [Step::Application, Step::Cv] {
        missing(file, step, on, rules, &mut found);
    }
    check(file, on, rules, &mut found);
    introducers(file, on, rules, &mut found);
    if file.candidate.person.youth_union {
        missing(file, Step::YouthUnion, on, rules, &mut found);
    }
    if rules.candidate_opinions().value {
        for step in [Step::Associations, Step::Residence] {
            missing(file, step, on, rules, &mut found);
        }
    }
    age(file, on, rules, &mut found);
    missing(file, Step::Comment, on, rules, &mut found);
    found
}

fn missing(file: &File, step: Step, on: Date, rules: &Rules, found: &mut Vec<Obstacle>) {
    if file.fact_by(step, on).is_none() {
        let sentence = Sentence::new("recruiting-missing").with("step", step.as_str());
        found.push(obstacle(step, ObstacleKind::Missing, sentence, rule_of(step, rules).citation));
    }
}

const fn obstacle(step: Step, kind: ObstacleKind, sentence: Sentence, citation: Citation) -> Obstacle {
    Obstacle { step, kind, member: None, sentence, citation }
}

fn schooling(file: &File, rules: &Rules, found: &mut Vec<Obstacle>) {
    let rule = rules.candidate_schooling();
    let least: Option<Schooling> = rule.value.parse().ok();
    if least.is_some_and(|least| file.candidate.person.schooling < least) {
        let sentence = Sentence::new("recruiting-schooling-low").with("least", rule.value);
        found.push(obstacle(Step::Vote, ObstacleKind::SchoolingLow, sentence, rule.citation));
    }
}

/// Statement 30: the certificate is good to the day that many months after its issue, that day included.
fn certificate(file: &File, on: Date, rules: &Rules, found: &mut Vec<Obstacle>) {
    let Some(fact) = file.fact_by(Step::Certificate, on) else {
        return missing(file, Step::Certificate, on, rules, found);
    };
    let ends = certificate_ends(fact.on, rules);
    if on > ends.value {
        let sentence = Sentence::new("recruiting-certificate-old")
            .with("issued", written(fact.on))
            .with("ends", written(ends.value))
            .with("months", rules.class_certificate_months().value);
        found.push(obstacle(Step::Certificate, ObstacleKind::CertificateOld, sentence, ends.citation));
    }
}

/// The check of the CV, and the sealing before it, which a check that was not needed does without.
fn check(file: &File, on: Date, rules: &Rules, found: &mut Vec<Obstacle>) {
    let waived = file.fact_by(Step::Check, on).is_some_and(|check| check.waived);
    if rules.cv_sealed_before_check().value && !waived {
        missing(file, Step::Seal, on, rules, found);
    }
    missing(file, Step::Check, on, rules, found);
}

/// How many official members introduce the candidate: fewer where the youth union introduces its member as well (Điều lệ Art. 4).
pub fn introducers_needed(file: &File, on: Date, rules: &Rules) -> Ruled<u32> {
    let with_union = file.candidate.person.youth_union && file.fact_by(Step::YouthUnion, on).is_some();
    if with_union { rules.introducers_with_youth_union() } else { rules.introducers() }
}

/// Statement 31: official, of the same base organisation, and together long enough, the day of completing the months included.
fn introducers(file: &File, on: Date, rules: &Rules, found: &mut Vec<Obstacle>) {
    let (needed, together) = (introducers_needed(file, on, rules), rules.introducer_months());
    let mut fit = 0_u32;
    for introducer in file.introducers.iter().filter(|one| one.introduced_on <= on) {
        match unfit(introducer, on, together.value) {
            Some((kind, sentence)) => {
                let of = obstacle(Step::Introductions, kind, sentence, together.citation.clone());
                found.push(Obstacle { member: Some(introducer.member), ..of });
            }
            None => fit += 1,
        }
    }
    if fit < needed.value {
        let sentence =
            Sentence::new("recruiting-introducers-few").with("fit", fit).with("needed", needed.value);
        found.push(obstacle(Step::Introductions, ObstacleKind::Missing, sentence, needed.citation));
    }
}

fn unfit(introducer: &Introducer, on: Date, months: u32) -> Option<(ObstacleKind, Sentence)> {
    let first = plus_months(introducer.together_from, months);
    match introducer.fitness {
        Fitness::NotOfficial => {
            Some((ObstacleKind::IntroducerUnfit, Sentence::new("recruiting-introducer-not-official")))
        }
        Fitness::Elsewhere => {
            Some((ObstacleKind::IntroducerUnfit, Sentence::new("recruiting-introducer-elsewhere")))
        }
        Fitness::Official if on < first => {
            let sentence = Sentence::new("recruiting-introducer-short")
                .with("from", written(introducer.together_from))
                .with("first", written(first))
                .with("months", months);
            Some((ObstacleKind::IntroducerShort, sentence))
        }
        Fitness::Official => None,
    }
}

/// Statement 31: the age on the day of the vote, counted by month: who completes the years in a month has them all that month.
fn age(file: &File, on: Date, rules: &Rules, found: &mut Vec<Obstacle>) {
    let (least, most) = (rules.candidate_age_from(), rules.candidate_age_to());
    let months = age_months(file.candidate.person.born_on, on);
    if months < i64::from(least.value) * i64::from(MONTHS_OF_A_YEAR) {
        let sentence = Sentence::new("recruiting-too-young").with("years", least.value);
        found.push(obstacle(Step::Vote, ObstacleKind::TooYoung, sentence, least.citation));
    }
    let is_above = months > i64::from(most.value) * i64::from(MONTHS_OF_A_YEAR);
    if is_above && file.fact_by(Step::Consent, on).is_none() {
        let sentence = Sentence::new("recruiting-too-old").with("years", most.value);
        found.push(obstacle(Step::Consent, ObstacleKind::TooOld, sentence, most.citation));
    }
}

/// Whole months from the month of birth to that of a day.
fn age_months(born_on: Date, on: Date) -> i64 {
    let months = |day: Date| i64::from(day.year()) * i64::from(MONTHS_OF_A_YEAR) + i64::from(day.month());
    months(on) - months(born_on)
}
