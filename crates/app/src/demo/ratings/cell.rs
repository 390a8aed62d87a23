//! The steps of one cell's ratings: as far as the cell has come.

use nennep_domain::{
    ids::{MemberId, OrganisationId, RatingStepId},
    members::MemberGrade,
    organisations::CellType,
    ratings::{Ballots, Level, OpinionSource, Round, Step, StepBody, StepKind, TaskCount},
    rules::Hundredths,
};

use super::{Meant, Told};
use crate::demo::dice::Dice;

/// The steps of one cell while they are told.
pub(super) struct CellSteps<'a, 'b> {
    pub(super) told: &'a Told<'b>,
    pub(super) dice: &'a mut Dice,
    pub(super) round: &'a Round,
    pub(super) cell: OrganisationId,
    /// Who has not rated themselves yet.
    pub(super) waits: Option<MemberId>,
    pub(super) steps: &'a mut Vec<Step>,
}

impl CellSteps<'_, '_> {
    pub(super) fn tell(&mut self, list: &[&Meant<'_>], far: usize, brief: bool) {
        let official = list.iter().filter(|one| one.rated.grade == MemberGrade::Official).count();
        let official = u32::try_from(official).unwrap_or(u32::MAX);
        let is_over = self.told.is_over;
        let works = self.works();
        for one in list {
            let waits = self.waits == Some(one.rated.member);
            let writes = is_over || (!waits && self.dice.happens(if far == 0 { 60 } else { 85 }));
            if writes && !(is_over && brief) {
                self.own(one);
            }
            if !brief && works && self.dice.happens(35) {
                self.opinion(one);
            }
            if (is_over && !brief) || far >= 2 {
                self.vote(Some(one), one.level, one.points, one.tasks, official);
            }
            if is_over || far == 3 {
                self.decision(Some(one.rated.member), one.level, one.points, one.tasks);
            }
            if is_over && !brief && self.dice.happens(5) {
                let text = self.told.texts.answer.clone();
                self.add(
                    Some(one.rated.member),
                    StepKind::Answer,
                    24,
                    StepBody { text, ..StepBody::default() },
                );
            }
        }
        self.itself(official, far);
    }

    /// Whether the cell's members work and keep contact where they live.
    fn works(&self) -> bool {
        let cells = &self.told.setting.ground.blueprint.cells;
        cells.iter().any(|one| one.organisation.id == self.cell && one.kind != CellType::Residential)
    }

    /// The organisation's own rating: its votes counted among so many.
    pub(super) fn itself(&mut self, official: u32, far: usize) {
        let is_over = self.told.is_over;
        let tasks = TaskCount { due: 40, done: 40, late: 3, above: 6 };
        if is_over || far >= 1 {
            let body = StepBody {
                level: Some(Level::Good),
                points: Some(Hundredths::whole(84)),
                tasks: Some(tasks),
                text: self.told.texts.cell_well.clone(),
                faults: self.told.texts.cell_faults.clone(),
                ..StepBody::default()
            };
            self.add(None, StepKind::SelfRating, 2, body);
        }
        if is_over || far >= 2 {
            self.vote(None, Level::Good, 84, tasks, official);
        }
        if is_over || far == 3 {
            self.decision(None, Level::Good, 84, tasks);
        }
    }

    fn add(&mut self, member: Option<MemberId>, kind: StepKind, day: i64, body: StepBody) {
        let days = if self.told.is_over { day } else { day.min(5) };
        let at = self.round.opened_at.plus_minutes(days * 24 * 60 + 11 * 60);
        self.steps.push(Step {
            id: RatingStepId(self.dice.id(at)),
            round: self.round.id,
            cell: self.cell,
            member,
            kind,
            source: (kind == StepKind::Opinion).then_some(OpinionSource::Residence),
            on: at.date(),
            body,
            at,
            by: None,
        });
    }

    fn own(&mut self, one: &Meant<'_>) {
        let modest = if one.level == Level::Failed { Level::Completed } else { one.level };
        let body = StepBody {
            level: Some(modest),
            points: Some(Hundredths::whole(one.points)),
            tasks: Some(one.tasks),
            text: self.dice.pick(&self.told.texts.well).clone(),
            faults: self.dice.pick(&self.told.texts.faults).clone(),
            ..StepBody::default()
        };
        self.add(Some(one.rated.member), StepKind::SelfRating, 1, body);
    }

    fn opinion(&mut self, one: &Meant<'_>) {
        let body = StepBody {
            text: self.dice.pick(&self.told.texts.residence).clone(),
            number: "Chi bộ nơi cư trú".to_owned(),
            ..StepBody::default()
        };
        self.add(Some(one.rated.member), StepKind::Opinion, 2, body);
    }

    fn vote(&mut self, one: Option<&Meant<'_>>, level: Level, points: i64, tasks: TaskCount, official: u32) {
        let away = u32::try_from(self.dice.between(0, 2)).unwrap_or(0);
        let issued = official.saturating_sub(away).max(1);
        let others = u32::try_from(self.dice.between(0, 2)).unwrap_or(0).min(issued / 4);
        let mut ballots = Ballots { issued, returned: issued, valid: issued, ..Ballots::default() };
        let (most, few) = (issued - others, others);
        match level {
            Level::Excellent => (ballots.excellent, ballots.good) = (most, few),
            Level::Good => (ballots.good, ballots.completed) = (most, few),
            Level::Completed => (ballots.completed, ballots.good) = (most, few),
            Level::Failed => (ballots.failed, ballots.completed) = (most, few),
        }
        let body = StepBody {
            level: Some(level),
            points: Some(Hundredths::whole(points)),
            tasks: Some(tasks),
            ballots: Some(ballots),
            ..StepBody::default()
        };
        self.add(one.map(|one| one.rated.member), StepKind::Vote, 6, body);
    }

    fn decision(&mut self, member: Option<MemberId>, level: Level, points: i64, tasks: TaskCount) {
        let body = StepBody {
            level: Some(level),
            points: Some(Hundredths::whole(points)),
            tasks: Some(tasks),
            number: format!("{}-QĐ/ĐU", 40 + i32::from(self.told.year) - 2025),
            ..StepBody::default()
        };
        self.add(member, StepKind::Decision, 20, body);
    }
}
