//! The forms of a candidate's steps, printed for those who open the cell's files; that one was printed is noted.

use nennep_documents::papers::compose_candidate;
use nennep_domain::{
    accounts::{Office, permission::Action},
    ids::{CandidateId, MemberId, OrganisationId},
    members::{MemberGrade, RollMember},
    organisations::{Organisation, OrganisationKind},
    papers::{
        CandidatePaper, CandidatePaperType, InPaper, Introduction, Layout, Letterhead, NamedCandidate,
        Number, OpinionGiven, OpinionSummary, Proposal, RollFigures, Signatory, SigningOffice, Vote,
        naming::{committee_name, organisation_name, place_name},
    },
    recruiting::{Fact, File, Person, Step},
    rules::Rules,
};
use nennep_store::{Tx, members, offices, organisations};

use super::{load::load, record::file_on};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    papers::{Format, Printed},
    rules,
};

/// Prints a paper of a candidate's way as it stands now. `introducer`: for whom an introduction is made out; a line is left for the name
/// where nobody is named.
#[boxed]
pub async fn print(
    ctx: &Ctx,
    id: CandidateId,
    paper: CandidatePaperType,
    introducer: Option<MemberId>,
    format: Format,
) -> Result<Printed> {
    let mut tx = ctx.store.read().await?;
    let (candidate, place) = load(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, &place, today).await?;
    let file = file_on(&mut tx, candidate, today).await?;
    let around = Around::of(&mut tx, file.candidate.cell, place.above, today).await?;
    let said = around.said(&mut tx, &file, paper, introducer).await?;
    drop(tx);
    let of = around.paper(&file, paper, &rules, today.year());
    let composed = compose_candidate(&of, &said, &Layout::by(&rules));
    let printed = ctx.press().print(composed, format, ctx.now()).await?;
    let mut tx = ctx.store.write().await?;
    let event = Event::new("paper.printed").at(file.candidate.cell).to(id.0);
    let event = event.with("paper", paper.as_str()).with("format", format.as_str());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(printed)
}

/// The cell, those above it, and who signs.
pub(super) struct Around {
    pub(super) cell: Organisation,
    pub(super) superior: Option<Organisation>,
    pub(super) seat: String,
    pub(super) signatory: Option<Signatory>,
}

impl Around {
    pub(super) async fn of(
        tx: &mut Tx,
        cell: OrganisationId,
        above: Vec<OrganisationId>,
        today: jiff::civil::Date,
    ) -> Result<Self> {
        let cell = organisations::find(tx, cell).await?.ok_or(Error::NotFound)?;
        let known = organisations::find_many(tx, &above).await?;
        let find = |id: &OrganisationId| known.iter().find(|one| one.id == *id).cloned();
        let superior = above.first().and_then(find);
        let commune = above.iter().filter_map(find).find(|one| one.kind == OrganisationKind::Commune);
        let seat = commune.as_ref().or(superior.as_ref()).map(|one| place_name(&one.name));
        let held = offices::holders_within(tx, cell.id, today).await?;
        let by = |office: Office, signs: SigningOffice| {
            let holder =
                held.iter().find(|one| one.term.organisation == cell.id && one.term.office == office)?;
            Some(Signatory { office: signs, name: holder.name.clone() })
        };
        let signatory = by(Office::Secretary, SigningOffice::Secretary)
            .or_else(|| by(Office::Deputy, SigningOffice::Deputy));
        Ok(Self { seat: seat.unwrap_or_default(), superior, signatory, cell })
    }

    /// The head of a paper and whom it is about. What a person writes has no body in its head.
    fn paper(&self, file: &File, paper: CandidatePaperType, rules: &Rules, year: i16) -> InPaper {
        let superior = self.superior.as_ref().map(|one| one.name.as_str()).unwrap_or_default();
        let vote = file.fact(Step::Vote);
        let (body, number, date) = match paper {
            CandidatePaperType::Application => {
                (false, None, file.fact(Step::Application).map(|fact| fact.on))
            }
            CandidatePaperType::Cv => (false, None, file.fact(Step::Cv).map(|fact| fact.on)),
            CandidatePaperType::Introduction => (false, None, None),
            CandidatePaperType::Opinions => (true, None, None),
            CandidatePaperType::Resolution => {
                let sign = rules.type_sign("resolution").map(|sign| sign.value);
                let given = vote.and_then(|vote| leading_number(&vote.number));
                (true, sign.map(|sign| number(rules, sign, given)), vote.map(|vote| vote.on))
            }
        };
        let letterhead = Letterhead {
            superior: if body { organisation_name(superior) } else { String::new() },
            body: if body { self.cell.name.clone() } else { String::new() },
            number,
            place: self.seat.clone(),
            date,
            marks: Vec::new(),
        };
        let committee = if superior.is_empty() { String::new() } else { committee_name(superior) };
        let candidate = named(&file.candidate.person);
        InPaper { letterhead, year, cell: self.cell.name.clone(), committee, candidate }
    }

    async fn said(
        &self,
        tx: &mut Tx,
        file: &File,
        paper: CandidatePaperType,
        introducer: Option<MemberId>,
    ) -> Result<CandidatePaper> {
        Ok(match paper {
            CandidatePaperType::Application => CandidatePaper::Application,
            CandidatePaperType::Cv => CandidatePaper::Cv,
            CandidatePaperType::Introduction => {
                CandidatePaper::Introduction(introduction(tx, file, introducer).await?)
            }
            CandidatePaperType::Opinions => CandidatePaper::Opinions(Box::new(OpinionSummary {
                associations: given(file.fact(Step::Associations)),
                youth_union: file.candidate.person.youth_union.then(|| given(file.fact(Step::YouthUnion))),
                residence: given(file.fact(Step::Residence)),
                signatory: self.signatory.clone(),
            })),
            CandidatePaperType::Resolution => {
                CandidatePaper::Resolution(Box::new(self.proposal(tx, file).await?))
            }
        })
    }

    async fn proposal(&self, tx: &mut Tx, file: &File) -> Result<Proposal> {
        let vote = file.fact(Step::Vote);
        let roll = match vote {
            Some(vote) => members::roll_on(tx, self.cell.id, vote.on).await?,
            None => Vec::new(),
        };
        let ids: Vec<MemberId> = file.introducers.iter().map(|one| one.member).collect();
        let known = members::find_many(tx, &ids).await?;
        let name =
            |id: &MemberId| known.iter().find(|one| one.id == *id).map(|one| one.profile.full_name.clone());
        let tally = vote.and_then(|vote| vote.tally);
        Ok(Proposal {
            held_on: vote.map(|vote| vote.on),
            members: figures(&roll),
            introducers: ids.iter().filter_map(name).collect(),
            vote: tally.map(|tally| Vote { agreed: tally.in_favour, base: tally.counted }),
            signatory: self.signatory.clone(),
        })
    }
}

async fn introduction(tx: &mut Tx, file: &File, member: Option<MemberId>) -> Result<Introduction> {
    let Some(member) = member else { return Ok(Introduction::default()) };
    let one = file.introducers.iter().find(|one| one.member == member).ok_or(Error::NotFound)?;
    let name = members::find(tx, member).await?.map(|known| known.profile.full_name).unwrap_or_default();
    Ok(Introduction { name, together_from: Some(one.together_from), introduced_on: Some(one.introduced_on) })
}

fn named(person: &Person) -> NamedCandidate {
    NamedCandidate {
        name: person.name.clone(),
        sex: person.sex,
        born_on: person.born_on,
        workplace: person.workplace.clone(),
        residence: person.residence.clone(),
        schooling: person.schooling,
        youth_union: person.youth_union,
    }
}

fn given(fact: Option<&Fact>) -> OpinionGiven {
    fact.map_or_else(OpinionGiven::default, |fact| OpinionGiven {
        by: fact.by.clone(),
        number: fact.number.clone(),
        on: Some(fact.on),
        text: fact.note.clone(),
    })
}

pub(super) fn figures(roll: &[RollMember]) -> RollFigures {
    let count = |grade: MemberGrade| {
        let of = roll.iter().filter(|one| one.grade == grade && one.state.belongs());
        u32::try_from(of.count()).unwrap_or(u32::MAX)
    };
    RollFigures {
        official: count(MemberGrade::Official),
        probationary: count(MemberGrade::Probationary),
        ..RollFigures::default()
    }
}

/// The number a reference such as `11-NQ/CB` begins with.
pub(super) fn leading_number(reference: &str) -> Option<u32> {
    reference.split(|letter: char| !letter.is_ascii_digit()).next()?.parse().ok()
}

pub(super) fn number(rules: &Rules, type_sign: String, given: Option<u32>) -> Number {
    Number {
        number: given,
        digits: usize::try_from(rules.number_digits().value).unwrap_or(2),
        type_sign,
        body_sign: rules.cell_sign().value,
    }
}
