//! Outstanding people of the sample on cells' lists, at every stage of the way: some cells look after it well, some neglect it.

use jiff::{Span, civil::Date};
use nennep_domain::{
    ids::{CandidateId, OrganisationId},
    members::Sex,
    organisations::CellType,
    recruiting::{Candidate, Fact, Person, Schooling, Step, Tally},
    time::{Instant, Month},
};
use nennep_store::{
    WriteTx,
    recruiting::{self, Helping, Introducing, Review},
};

use super::{
    blueprint::{Cell, FOUNDED, entered_at},
    census::{Ground, Remembered},
    dice::Dice,
};
use crate::error::Result;

/// Lists are told of so many cells: enough for every page, and quickly written.
const MOST_CELLS: usize = 40;

/// How far somebody of the sample has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// On the list, nobody helps yet.
    Listed,
    /// Helped, not of age for the vote yet.
    Young,
    /// The class attended.
    Class,
    /// The file is being made; the certificate will soon be too old.
    Making,
    /// Everything there, but the certificate is too old.
    TooOld,
    /// Everything there for the vote.
    Ready,
    /// The cell voted.
    Voted,
    /// Decided, the ceremony is due.
    Decided,
    /// Dropped.
    Dropped,
}

/// What is known of the main cell's list: one of each stage.
const MAIN: [Stage; 7] =
    [Stage::Decided, Stage::TooOld, Stage::Ready, Stage::Making, Stage::Young, Stage::Listed, Stage::Dropped];

/// How often the others' stages come.
const OTHERS: [(Stage, u32); 6] = [
    (Stage::Listed, 20),
    (Stage::Class, 30),
    (Stage::Making, 20),
    (Stage::Ready, 12),
    (Stage::Voted, 12),
    (Stage::Dropped, 6),
];

/// The lists of a sample.
#[derive(Debug)]
pub(super) struct Recruits {
    at: Instant,
    candidates: Vec<Candidate>,
    helping: Vec<Helping>,
    introducing: Vec<Introducing>,
    facts: Vec<(CandidateId, Fact)>,
    reviews: Vec<Review>,
    targets: Vec<(OrganisationId, i16, u32)>,
}

/// The lists of a sample's cells.
pub(super) fn of(ground: &Ground, remembered: &[Remembered]) -> Recruits {
    let mut recruits = Recruits {
        at: ground.sample.present,
        candidates: Vec::new(),
        helping: Vec::new(),
        introducing: Vec::new(),
        facts: Vec::new(),
        reviews: Vec::new(),
        targets: Vec::new(),
    };
    for cell in ground.blueprint.cells.iter().take(MOST_CELLS) {
        let mut teller = Teller {
            ground,
            cell,
            known: &remembered[cell.index],
            dice: Dice::of(ground.sample.seed, "recruits", cell.index),
            today: ground.sample.present.date(),
        };
        teller.tell(&mut recruits);
    }
    recruits
}

impl Recruits {
    /// Writes all of it.
    pub(super) async fn write(&self, tx: &mut WriteTx) -> Result<()> {
        let at = self.at;
        for one in &self.candidates {
            recruiting::insert(tx, one, at, None).await?;
            if let Some(dropped) = &one.dropped {
                recruiting::take_off(tx, one.id, dropped.on, &dropped.reason).await?;
            }
        }
        for one in &self.helping {
            recruiting::assign_helper(tx, one.candidate, one.member, one.from_on, at, None).await?;
        }
        for one in &self.introducing {
            recruiting::save_introducer(tx, one, at, None).await?;
        }
        for (candidate, fact) in &self.facts {
            recruiting::save_step(tx, *candidate, fact, at, None).await?;
        }
        for review in &self.reviews {
            recruiting::save_review(tx, review, at, None).await?;
        }
        for (cell, year, admissions) in &self.targets {
            recruiting::set_target(tx, *cell, *year, Some(*admissions), at, None).await?;
        }
        Ok(())
    }
}

/// Tells of one cell's list.
struct Teller<'a> {
    ground: &'a Ground,
    cell: &'a Cell,
    known: &'a Remembered,
    dice: Dice,
    today: Date,
}

impl Teller<'_> {
    fn tell(&mut self, into: &mut Recruits) {
        let id = self.cell.organisation.id;
        let main = self.cell.is_main && self.cell.kind == CellType::Residential;
        let careless = !main && self.dice.happens(25);
        self.reviews(into, careless);
        let target = if main { 2 } else { u32::try_from(self.dice.below(3)).unwrap_or(0) };
        if target > 0 {
            into.targets.push((id, self.today.year(), target));
        }
        let stages: Vec<Stage> = if main {
            MAIN.to_vec()
        } else if careless {
            Vec::new()
        } else {
            (0..self.dice.below(4)).map(|_| *self.dice.weighed(&OTHERS)).collect()
        };
        for stage in stages {
            self.candidate(into, stage);
        }
    }

    /// Every month up to the last, or hardly any.
    fn reviews(&mut self, into: &mut Recruits, careless: bool) {
        let present = Month::of(self.today);
        for back in (1..12).rev() {
            let month = present.plus(-back);
            let on = self.dice.between(3, 9);
            let reviewed = if careless { self.dice.happens(15) } else { self.dice.happens(94) || back == 1 };
            if !reviewed || month < Month::of(self.cell.organisation.from_on) {
                continue;
            }
            let on = month.first_day().saturating_add(Span::new().days(on));
            into.reviews.push(Review {
                cell: self.cell.organisation.id,
                month,
                on,
                resolution: String::new(),
                note: String::new(),
            });
        }
    }

    fn days_ago(&self, days: i64) -> Date {
        self.today.saturating_sub(Span::new().days(days))
    }

    fn candidate(&mut self, into: &mut Recruits, stage: Stage) {
        let id = CandidateId(self.dice.id(entered_at()));
        let listed = self.dice.between(120, 420);
        let listed_on = self.days_ago(listed);
        let person = self.person(stage);
        let youth_union = person.youth_union;
        let dropped = (stage == Stage::Dropped).then(|| nennep_domain::recruiting::Dropped {
            on: self.days_ago(45),
            reason: "Chuyển nơi công tác sang tỉnh khác".to_owned(),
        });
        into.candidates.push(Candidate {
            id,
            cell: self.cell.organisation.id,
            person,
            listed_on,
            listed_by: String::new(),
            dropped,
            member: None,
        });
        if stage != Stage::Listed
            && let Some(helper) = self.known.leaders.get(2 + self.dice.below(4))
        {
            let from_on = listed_on.max(FOUNDED);
            into.helping.push(Helping { candidate: id, member: helper.id, from_on, to_on: None });
        }
        self.steps(into, id, stage, youth_union);
    }

    fn person(&mut self, stage: Stage) -> Person {
        let sex = if self.dice.happens(55) { Sex::Female } else { Sex::Male };
        let (name, work) = self.ground.words.outsider(sex, self.cell.kind, &mut self.dice);
        let years = match (stage, self.cell.kind) {
            (Stage::Young, _) => 17,
            (_, CellType::Students) => 20,
            _ => self.dice.between(23, 41),
        };
        let days = self.dice.between(90, 300);
        let born_on = self.days_ago(years * 365 + days);
        let schooling = match self.cell.kind {
            CellType::Students => Schooling::UpperSecondary,
            CellType::Residential | CellType::PrivateEnterprise => {
                *self.dice.pick(&[Schooling::UpperSecondary, Schooling::College, Schooling::University])
            }
            _ => Schooling::University,
        };
        let unit = &self.cell.organisation.name;
        Person {
            name,
            sex,
            born_on,
            workplace: format!("{work}, {}", unit.strip_prefix("Chi bộ ").unwrap_or(unit)),
            residence: self.ground.blueprint.ward.clone(),
            youth_union: years <= 30,
            schooling,
            note: String::new(),
        }
    }

    fn steps(&mut self, into: &mut Recruits, id: CandidateId, stage: Stage, youth_union: bool) {
        if matches!(stage, Stage::Listed | Stage::Young | Stage::Dropped) {
            return;
        }
        let attended = self.dice.between(150, 700);
        let certificate = match stage {
            Stage::TooOld => self.today.saturating_sub(Span::new().months(61)),
            Stage::Making => {
                self.today.saturating_sub(Span::new().months(59)).saturating_sub(Span::new().days(4))
            }
            _ => self.days_ago(attended),
        };
        let number = format!("{}-GCN/TTCT", self.dice.between(20, 380));
        let by = "Trung tâm chính trị".to_owned();
        into.facts.push((id, Fact { number, by, ..Fact::on(Step::Certificate, certificate) }));
        if stage == Stage::Class {
            return;
        }
        let mut add = |step: Step, days: i64| {
            into.facts.push((id, Fact::on(step, self.today.saturating_sub(Span::new().days(days)))));
        };
        add(Step::Application, 140);
        add(Step::Cv, 133);
        add(Step::Seal, 126);
        if stage == Stage::Making {
            return;
        }
        add(Step::Check, 75);
        add(Step::Associations, 68);
        add(Step::Residence, 66);
        if youth_union {
            add(Step::YouthUnion, 67);
        }
        add(Step::Comment, 61);
        self.introductions(into, id);
        if matches!(stage, Stage::TooOld | Stage::Ready) {
            return;
        }
        self.decided(into, id, stage);
    }

    fn introductions(&self, into: &mut Recruits, id: CandidateId) {
        for introducer in self.known.leaders.iter().skip(2).take(2) {
            into.introducing.push(Introducing {
                candidate: id,
                member: introducer.id,
                introduced_on: self.days_ago(70),
                together_from: self.today.saturating_sub(Span::new().years(4)),
            });
        }
    }

    fn decided(&self, into: &mut Recruits, id: CandidateId, stage: Stage) {
        let counted = u32::try_from(self.known.official).unwrap_or(3).max(3);
        let vote = Fact {
            tally: Some(Tally { counted, in_favour: counted }),
            ..Fact::on(Step::Vote, self.days_ago(52))
        };
        into.facts.push((id, vote));
        if stage == Stage::Decided {
            let decision = Fact {
                number: "318-QĐ/ĐU".to_owned(),
                by: self.committee(),
                ..Fact::on(Step::Decision, self.days_ago(30))
            };
            into.facts.push((id, decision));
        }
    }

    fn committee(&self) -> String {
        nennep_domain::papers::naming::committee_name(&self.ground.blueprint.top().name)
    }
}
