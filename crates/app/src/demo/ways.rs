//! What ties the main cell's ways to its meetings and classes: a vote on the agenda of the meeting to come, a certificate of a class that waits
//! to be taken, and the papers of who is on probation.

use jiff::{Span, civil::date};
use nennep_domain::{
    ids::{ItemId, LearnerId, MotionId},
    learning::{Certificate, ClassKind, Learner, Who},
    members::MemberGrade,
    motions::{Motion, MotionKind, MotionSubject},
    organisations::CellType,
    recruiting::{
        Candidate, Step, VotedOn,
        probation::{ProbationFact, ProbationStep},
    },
};
use nennep_store::{WriteTx, learning, meetings, motions, recruiting, signs};

use super::{
    blueprint::{Cell, entered_at},
    dice::Dice,
    setting::Setting,
};
use crate::{
    App,
    error::{Error, Result},
    meetings::reordered,
    recruiting::files,
    signs::ceremony_of,
};

/// Writes what ties the main cell's ways to its meetings and classes, after both are there.
pub(super) async fn write(app: &App, setting: &Setting) -> Result<()> {
    let ground = &setting.ground;
    let main = |cell: &&Cell| cell.is_main && cell.kind == CellType::Residential;
    let Some(cell) = ground.blueprint.cells.iter().find(main) else { return Ok(()) };
    let today = ground.sample.present.date();
    let mut dice = Dice::of(ground.sample.seed, "ways", 0);
    let mut tx = app.store.write().await?;
    let candidates = recruiting::list(&mut tx, &[cell.organisation.id]).await?;
    let files = files(&mut tx, candidates, today).await?;
    let listed = files.iter().filter(|file| file.candidate.is_listed());
    let without = listed.clone().find(|file| file.fact(Step::Certificate).is_none());
    if let Some(file) = without {
        certificate(&mut tx, setting, cell, &file.candidate, &mut dice).await?;
    }
    let rules = app.rules.on(today);
    let ready = listed
        .clone()
        .find(|file| file.fact(Step::Vote).is_none() && file.may_be_counted(today, &rules).is_ok());
    if let Some(file) = ready {
        vote(app, &mut tx, setting, cell, &file.candidate, &mut dice).await?;
    }
    probation(&mut tx, setting, cell).await?;
    Ok(tx.commit().await?)
}

/// Somebody on the list learnt in a class, and the cell has not taken the certificate yet.
async fn certificate(
    tx: &mut WriteTx,
    setting: &Setting,
    cell: &Cell,
    candidate: &Candidate,
    dice: &mut Dice,
) -> Result<()> {
    let (top, present) = (setting.ground.blueprint.top().id, setting.ground.sample.present);
    let days = (date(2026, 1, 1), present.date());
    let held = learning::list_classes(tx, &[top], days).await?;
    let Some(class) = held.into_iter().map(|one| one.class).find(|one| one.kind == ClassKind::Candidates)
    else {
        return Ok(());
    };
    let name = candidate.person.name.clone();
    let learner = Learner {
        id: LearnerId(dice.id(entered_at())),
        class: class.id,
        who: Who::Candidate(name.clone()),
        cell: Some(cell.organisation.id),
        certificate: None,
    };
    learning::insert_learner(tx, &learner, &name).await?;
    let given = Certificate { number: "118/GCN-TTCT".to_owned(), on: class.to_on };
    learning::certify(tx, learner.id, Some(&given), entered_at()).await?;
    Ok(())
}

/// The vote on somebody whose file is complete stands on the agenda of the meeting to come.
async fn vote(
    app: &App,
    tx: &mut WriteTx,
    setting: &Setting,
    cell: &Cell,
    candidate: &Candidate,
    dice: &mut Dice,
) -> Result<()> {
    let present = setting.ground.sample.present;
    let coming = meetings::coming(tx, &[cell.organisation.id], present, 5).await?;
    let Some(next) = coming.iter().find(|one| one.opened_at.is_none()) else { return Ok(()) };
    let (id, name) = (candidate.id.to_string(), &candidate.person.name);
    let words = app.agenda.vote(MotionKind::Admission, &id, name).map_err(Error::fault)?;
    let Some(words) = words else { return Ok(()) };
    let there = meetings::items(tx, next.meeting).await?;
    let position = u32::try_from(there.len() + 1).unwrap_or(u32::MAX);
    let new = [words.item.placed(ItemId(dice.id(present)), next.meeting, position)];
    meetings::insert_items(tx, &new).await?;
    meetings::place_items(tx, &reordered(&there, &new)).await?;
    let motion = Motion {
        id: MotionId(dice.id(present)),
        meeting: next.meeting,
        item: new[0].id,
        kind: MotionKind::Admission,
        subject: MotionSubject::Other,
        body: words.motion,
        put_at: present,
        decision: None,
    };
    motions::insert_many(tx, std::slice::from_ref(&motion), None).await?;
    recruiting::put_vote(tx, motion.id, VotedOn::Candidate(candidate.id)).await?;
    Ok(())
}

/// Who is on probation has some of the papers.
async fn probation(tx: &mut WriteTx, setting: &Setting, cell: &Cell) -> Result<()> {
    let present = setting.ground.sample.present;
    let today = present.date();
    let belonging = signs::belonging(tx, cell.organisation.id, today).await?;
    for one in belonging.iter().filter(|one| one.grade == MemberGrade::Probationary) {
        let ceremony_on = ceremony_of(one).unwrap_or(one.since);
        let months = |months: i64| ceremony_on.saturating_add(Span::new().months(months));
        let papers = [(ProbationStep::Class, 5), (ProbationStep::HelperComment, 11)];
        for (step, after) in papers.into_iter().filter(|(_, after)| months(*after) <= today) {
            let fact = ProbationFact {
                number: if step == ProbationStep::Class { "31/GCN-TTCT".to_owned() } else { String::new() },
                ..ProbationFact::on(step, months(after))
            };
            recruiting::save_probation_step(tx, (one.member, ceremony_on), &fact, present, None).await?;
        }
    }
    Ok(())
}
