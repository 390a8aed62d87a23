//! Signs of a candidate's file: what blocks the cell's vote, what soon will, and the ceremony.

use jiff::civil::Date;

use super::{AdmissionFacts, Sign, SignKind, Weight, of_admission};
use crate::{
    problems::Sentence,
    recruiting::{File, Obstacle, ObstacleKind, Step, certificate_ends, obstacles, reminder},
    rules::Rules,
    time::written,
};

/// What a candidate's file says today: a certificate too old or soon to be (statement 30), an introducer or an age that blocks it
/// (statement 31), a ceremony to be held (statement 32). Nothing of who was dropped or admitted. The age counts once an application is in.
pub fn of_candidate(file: &File, rules: &Rules, today: Date) -> Vec<Sign> {
    let candidate = &file.candidate;
    if !candidate.is_listed() {
        return Vec::new();
    }
    if let Some(decision) = file.fact(Step::Decision) {
        let facts = AdmissionFacts {
            cell: candidate.cell,
            candidate: candidate.id,
            decided_on: decision.on,
            received_on: decision.received_on,
        };
        return vec![of_admission(facts, rules, today)];
    }
    if file.fact(Step::Vote).is_some() {
        return Vec::new();
    }
    let applied = file.fact(Step::Application).is_some();
    let blocks = obstacles(file, today, rules);
    let signs = blocks.into_iter().filter_map(|one| blocking(file, one, applied));
    signs.chain(ends(file, rules, today)).collect()
}

fn blocking(file: &File, obstacle: Obstacle, applied: bool) -> Option<Sign> {
    let kind = match obstacle.kind {
        ObstacleKind::CertificateOld => SignKind::CertificateOld,
        ObstacleKind::IntroducerUnfit | ObstacleKind::IntroducerShort => SignKind::IntroducerUnfit,
        ObstacleKind::TooYoung | ObstacleKind::TooOld if applied => SignKind::CandidateAge,
        _ => return None,
    };
    let sign = Sign::new(kind, file.candidate.cell, Weight::Blocking, obstacle.sentence);
    Some(sign.by(obstacle.citation).of_candidate(file.candidate.id))
}

fn ends(file: &File, rules: &Rules, today: Date) -> Option<Sign> {
    let issued_on = file.fact(Step::Certificate)?.on;
    let ends = certificate_ends(issued_on, rules);
    reminder(ends.value, today, rules).filter(|reminder| reminder.mark.is_some())?;
    let words = Sentence::new("signs-certificate-ends")
        .with("issued", written(issued_on))
        .with("ends", written(ends.value));
    let sign = Sign::new(SignKind::CertificateEnds, file.candidate.cell, Weight::Due, words);
    Some(sign.by(ends.citation).of_candidate(file.candidate.id).since(issued_on).due(ends.value))
}
