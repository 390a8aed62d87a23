//! The forms of a probation, printed for those who open the member's file; that one was printed is noted.

use nennep_documents::papers::compose_probation;
use nennep_domain::{
    accounts::permission::Action,
    ids::MemberId,
    papers::{
        Layout, Letterhead, ProbationPaper, ProbationPaperType,
        letterhead::short_date,
        naming::{committee_name, organisation_name},
    },
    recruiting::probation::{ProbationFact, ProbationStep},
    rules::Rules,
};
use nennep_store::{Tx, members, recruiting};

use super::load::{Probation, load};
use crate::{
    Ctx, boxed,
    error::Result,
    events::{self, Event},
    papers::{Format, Printed},
    recruiting::papers::{Around, figures, leading_number, number},
    rules,
};

/// Prints a paper of a probation as it stands now.
#[boxed]
pub async fn print(ctx: &Ctx, id: MemberId, paper: ProbationPaperType, format: Format) -> Result<Printed> {
    let mut tx = ctx.store.read().await?;
    let found = load(ctx, &mut tx, id, Action::SeeMemberFile).await?;
    let today = ctx.now().date();
    let rules = rules::for_place(ctx, &mut tx, &found.place, today).await?;
    let around = Around::of(&mut tx, found.place.organisation, found.place.above.clone(), today).await?;
    let known = known(&mut tx, &found, &around, &rules).await?;
    drop(tx);
    let of = ProbationPaper {
        kind: paper,
        letterhead: letterhead(&found, &around, paper, &rules),
        year: today.year(),
        known,
        recipients: committee(&around).into_iter().collect(),
        signatory: around.signatory,
    };
    let composed = compose_probation(&of, &Layout::by(&rules));
    let printed = ctx.press().print(composed, format, ctx.now()).await?;
    let mut tx = ctx.store.write().await?;
    let event = Event::new("paper.printed").at(found.place.organisation).to(id.0);
    let event = event.with("paper", paper.as_str()).with("format", format.as_str());
    events::record(&mut tx, ctx, event).await?;
    tx.commit().await?;
    Ok(printed)
}

fn committee(around: &Around) -> Option<String> {
    around.superior.as_ref().map(|superior| committee_name(&superior.name))
}

/// What a person writes has no body in its head; what the committee issues bears its name, and numbers of its own.
fn letterhead(found: &Probation, around: &Around, paper: ProbationPaperType, rules: &Rules) -> Letterhead {
    let superior = around.superior.as_ref().map(|one| one.name.as_str()).unwrap_or_default();
    let vote = found.file.fact(ProbationStep::Vote);
    let (above, body, numbered, date) = match paper {
        ProbationPaperType::SelfReview => {
            (String::new(), String::new(), None, day_of(found, ProbationStep::SelfReview))
        }
        ProbationPaperType::HelperComment => {
            (String::new(), String::new(), None, day_of(found, ProbationStep::HelperComment))
        }
        ProbationPaperType::Summary => (organisation_name(superior), around.cell.name.clone(), None, None),
        ProbationPaperType::Resolution => {
            let sign = rules.type_sign("resolution").map(|sign| sign.value);
            let given = vote.and_then(|vote| leading_number(&vote.number));
            let numbered = sign.map(|sign| number(rules, sign, given));
            (organisation_name(superior), around.cell.name.clone(), numbered, vote.map(|vote| vote.on))
        }
        ProbationPaperType::BaseResolution | ProbationPaperType::Decision => {
            (String::new(), organisation_name(superior), None, None)
        }
    };
    Letterhead {
        superior: above,
        body,
        number: numbered,
        place: around.seat.clone(),
        date,
        marks: Vec::new(),
    }
}

fn day_of(found: &Probation, step: ProbationStep) -> Option<jiff::civil::Date> {
    found.file.fact(step).map(|fact| fact.on)
}

/// What the forms name, as far as it is known.
async fn known(
    tx: &mut Tx,
    found: &Probation,
    around: &Around,
    rules: &Rules,
) -> Result<Vec<(&'static str, String)>> {
    let (file, profile) = (&found.file, &found.member.profile);
    let vote = file.fact(ProbationStep::Vote);
    let roll = match vote {
        Some(vote) => members::roll_on(tx, around.cell.id, vote.on).await?,
        None => Vec::new(),
    };
    let figures = figures(&roll);
    let counted = [figures.members(), figures.official, figures.probationary].map(|n| n.to_string());
    let opinion = |step| file.fact(step).map(given).unwrap_or_default();
    let (associations, residence) = (opinion(ProbationStep::Associations), opinion(ProbationStep::Residence));
    Ok(vec![
        ("name", profile.full_name.clone()),
        ("born", profile.born_on.map(|day| day.to_string()).unwrap_or_default()),
        ("residence", profile.residence.clone()),
        ("workplace", profile.occupation.clone()),
        ("cell", around.cell.name.clone()),
        ("committee", committee(around).unwrap_or_default()),
        ("helper", helper(tx, found).await?),
        ("ceremony", short_date(file.ceremony_on)),
        ("over", short_date(file.over_on(rules).value)),
        ("held", vote.map(|vote| short_date(vote.on)).unwrap_or_default()),
        ("members", if roll.is_empty() { String::new() } else { counted.join("; ") }),
        (
            "vote",
            vote.and_then(|vote| vote.tally)
                .map(|tally| format!("{}/{}", tally.in_favour, tally.counted))
                .unwrap_or_default(),
        ),
        ("associations_by", associations.0),
        ("associations_paper", associations.1),
        ("associations_text", associations.2),
        ("residence_by", residence.0),
        ("residence_paper", residence.1),
        ("residence_text", residence.2),
    ])
}

/// Who gave an opinion, in which paper of which day, and what it says.
fn given(fact: &ProbationFact) -> (String, String, String) {
    let paper = [fact.number.clone(), short_date(fact.on)];
    let paper: Vec<String> = paper.into_iter().filter(|text| !text.is_empty()).collect();
    (fact.by.clone(), paper.join(", "), fact.note.clone())
}

/// Who wrote the comment, else who helped the candidate last.
async fn helper(tx: &mut Tx, found: &Probation) -> Result<String> {
    if let Some(by) = found.file.fact(ProbationStep::HelperComment).map(|fact| fact.by.clone())
        && !by.is_empty()
    {
        return Ok(by);
    }
    let Some(candidate) = recruiting::of_member(tx, found.member.id).await? else { return Ok(String::new()) };
    let helpers = recruiting::helpers(tx, &[candidate]).await?;
    let Some(last) = helpers.last() else { return Ok(String::new()) };
    Ok(members::find(tx, last.member).await?.map(|one| one.profile.full_name).unwrap_or_default())
}
