//! Candidates' files: what was recorded, and how those who help and introduce stand on the day a file is judged.

use std::collections::HashMap;

use jiff::civil::Date;
use nennep_domain::{
    ids::{CandidateId, MemberId, OrganisationId},
    members::{MemberGrade, Standing},
    organisations::{OrganisationKind, Place},
    recruiting::{Candidate, CellVote, ClassCertificate, Fact, File, Fitness, Helper, Introducer},
};
use nennep_store::{
    Tx, learning, members, organisations,
    recruiting::{self, Helping, Introducing},
};

use crate::error::Result;

/// The files of candidates, judged as of `today`, or of the day of the cell's vote where it was taken.
pub(crate) async fn files(tx: &mut Tx, candidates: Vec<Candidate>, today: Date) -> Result<Vec<File>> {
    let ids: Vec<CandidateId> = candidates.iter().map(|one| one.id).collect();
    let mut facts: HashMap<CandidateId, Vec<Fact>> = HashMap::new();
    for (candidate, fact) in recruiting::steps(tx, &ids).await? {
        facts.entry(candidate).or_default().push(fact);
    }
    let mut votes: HashMap<CandidateId, Vec<CellVote>> = HashMap::new();
    for (candidate, vote) in recruiting::votes_of_candidates(tx, &ids).await? {
        votes.entry(candidate).or_default().push(vote);
    }
    let mut certificates: HashMap<CandidateId, Vec<ClassCertificate>> = HashMap::new();
    for (candidate, one) in learning::certificates_of_candidates(tx, &ids).await? {
        certificates.entry(candidate).or_default().push(one);
    }
    let helpers = recruiting::helpers(tx, &ids).await?;
    let introducers = recruiting::introducers(tx, &ids).await?;
    let members: Vec<MemberId> =
        helpers.iter().map(|one| one.member).chain(introducers.iter().map(|one| one.member)).collect();
    let cells: Vec<OrganisationId> = candidates.iter().map(|one| one.cell).collect();
    let bases = Bases::of(tx, &cells, members).await?;
    let file = |candidate: Candidate| {
        let given = certificates.remove(&candidate.id).unwrap_or_default();
        let mut file = File {
            facts: facts.remove(&candidate.id).unwrap_or_default(),
            votes: votes.remove(&candidate.id).unwrap_or_default(),
            helpers: Vec::new(),
            introducers: Vec::new(),
            candidate,
        }
        .with_settled_vote()
        .with_certificate(&given);
        let (id, cell, day) = (file.candidate.id, file.candidate.cell, file.judged_on(today));
        let helper = |one: &Helping| Helper {
            member: one.member,
            from_on: one.from_on,
            to_on: one.to_on,
            fitness: bases.fitness(one.member, cell, today),
        };
        let introducer = |one: &Introducing| Introducer {
            member: one.member,
            introduced_on: one.introduced_on,
            together_from: one.together_from,
            fitness: bases.fitness(one.member, cell, day),
        };
        file.helpers = helpers.iter().filter(|one| one.candidate == id).map(helper).collect();
        file.introducers = introducers.iter().filter(|one| one.candidate == id).map(introducer).collect();
        file
    };
    Ok(candidates.into_iter().map(file).collect())
}

/// Which base organisation each cell belongs to, and who stands where.
pub(super) struct Bases {
    base_of: HashMap<OrganisationId, OrganisationId>,
    standings: Vec<Standing>,
}

impl Bases {
    /// Of these cells, and of those in which the members stand.
    pub(super) async fn of(
        tx: &mut Tx,
        cells: &[OrganisationId],
        mut members: Vec<MemberId>,
    ) -> Result<Self> {
        members.sort_unstable();
        members.dedup();
        let standings = members::standings_of_many(tx, &members).await?;
        let mut all: Vec<OrganisationId> =
            cells.iter().copied().chain(standings.iter().map(|one| one.cell)).collect();
        all.sort_unstable();
        all.dedup();
        let places = organisations::places(tx, &all).await?;
        let mut above: Vec<OrganisationId> =
            places.iter().flat_map(|place| place.above.iter().copied()).collect();
        above.sort_unstable();
        above.dedup();
        let communes: Vec<OrganisationId> = organisations::find_many(tx, &above)
            .await?
            .iter()
            .filter(|one| one.kind == OrganisationKind::Commune)
            .map(|one| one.id)
            .collect();
        let base = |place: &Place| {
            let commune = place.above.iter().find(|id| communes.contains(id));
            (place.organisation, *commune.or(place.above.last()).unwrap_or(&place.organisation))
        };
        Ok(Self { base_of: places.iter().map(base).collect(), standings })
    }

    /// How a member stands on a day to a candidate of a cell: the base organisation is the commune's, else the one at the top.
    pub(super) fn fitness(&self, member: MemberId, cell: OrganisationId, on: Date) -> Fitness {
        let base = self.base_of.get(&cell);
        let here = |one: &&Standing| {
            one.member == member
                && one.holds_on(on)
                && one.state.belongs()
                && self.base_of.get(&one.cell) == base
        };
        match self.standings.iter().find(here).map(|one| one.grade) {
            Some(MemberGrade::Official) => Fitness::Official,
            Some(MemberGrade::Probationary) => Fitness::NotOfficial,
            None => Fitness::Elsewhere,
        }
    }
}
