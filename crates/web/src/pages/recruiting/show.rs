//! One candidate's way: a line of stretches, the one next action, and every step with what is missing in red.

use askama::Template;
use axum::response::Response;
use nennep_app::{
    App,
    recruiting::{self, CandidateView},
};
use nennep_domain::{
    ids::CandidateId,
    papers::CandidatePaperType,
    recruiting::{
        CellVote, ClassCertificate, Fact, Obstacle, Phase, Step, StepState, Stride, next_action, phases,
    },
};

use super::{
    cell_vote::{VoteLine, vote_lines},
    list::tone,
};
use crate::{
    components::{self, RuleText},
    errors::Failure,
    layout::{self, Page, Place},
    path::At,
    routes::Routes,
    session::Asker,
    words::Words,
};

struct StepLine {
    name: String,
    state: &'static str,
    on: String,
    /// What was recorded beside the day.
    said: Vec<String>,
    /// What stands against the vote.
    wrong: Vec<String>,
    /// Certificates of classes to take: what they are, and where that is done.
    offers: Vec<(String, String)>,
    /// The cell's votes in its meetings.
    votes: Vec<VoteLine>,
    due: String,
    due_tone: &'static str,
    rule: Option<RuleText>,
    /// Where it is recorded or corrected, and what that is called.
    record: Option<(String, String)>,
    undo: Option<String>,
    /// The forms to print.
    papers: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "recruiting/show.html")]
struct ShowPage {
    page: Page,
    /// Where the person is put back on the list, changed, moved, dropped.
    put_back: String,
    change: String,
    move_to: String,
    leave: String,
    phases: Vec<components::Step>,
    phases_label: String,
    /// The one next action: where it is done, what it is called, and why it is the next.
    next: Option<(String, String, Vec<String>)>,
    steps: Vec<StepLine>,
    pairs: Vec<(String, String)>,
    dropped: Option<String>,
    /// The member the candidate became, and what follows.
    admitted: Option<(String, String)>,
    keeps: bool,
    is_listed: bool,
}

/// The routes of this file.
pub(super) fn routes() -> Routes<App> {
    Routes::new().get("/candidates/{candidate}", show)
}

async fn show(Asker(ctx): Asker, page: Page, At(id): At<CandidateId>) -> Result<Response, Failure> {
    let view = recruiting::show(&ctx, id).await?;
    Ok(layout::show(&page_of(page, id, &view)))
}

fn page_of(page: Page, id: CandidateId, view: &CandidateView) -> ShowPage {
    let w = page.w;
    let (candidate, today) = (&view.file.candidate, page.now.date());
    let put = view.file.votes.iter().any(CellVote::stands);
    let waits = |stride: &&Stride| stride.step == Step::Vote && put;
    let next =
        next_action(&view.way).filter(|stride| view.keeps && candidate.dropped.is_none() && !waits(stride));
    let next = next.map(|stride| {
        let why = stride.obstacles.iter().map(|one| obstacle(w, view, one)).collect();
        let path = match stride.step {
            Step::Vote => format!("/candidates/{id}/cell-vote"),
            step => step_path(id, step),
        };
        (path, w.one_of("recruiting-next", stride.step.as_str()), why)
    });
    let dropped = candidate.dropped.as_ref().map(|gone| {
        let values = [("date", w.date(gone.on).into()), ("reason", gone.reason.as_str().into())];
        w.with("recruiting-dropped-on", &values)
    });
    let admitted = candidate.member.map(|member| {
        let due = view.recognition.as_ref().map(|due| w.date(due.on)).unwrap_or_default();
        (format!("/members/{member}"), w.with("recruiting-is-member", &[("due", due.into())]))
    });
    let phase =
        |(phase, state): (Phase, StepState)| stretch(w.one_of("recruiting-phase", phase.as_str()), state);
    let shown = |stride: &&Stride| stride.state != StepState::NotNeeded;
    let path = |deed: &str| format!("/candidates/{id}/{deed}");
    ShowPage {
        put_back: path("dropping?_method=DELETE"),
        change: path("changes"),
        move_to: path("move"),
        leave: path("dropping"),
        phases: phases(&view.way).into_iter().map(phase).collect(),
        phases_label: w.t("recruiting-way"),
        next,
        steps: view.way.iter().filter(shown).map(|stride| step(w, id, view, stride, today)).collect(),
        pairs: pairs(w, view),
        dropped,
        admitted,
        keeps: view.keeps,
        is_listed: candidate.is_listed(),
        page: page
            .at(Place::Members)
            .titled(&candidate.person.name)
            .led(&view.cell.name)
            .under(w.t("members-title"), "/members")
            .under(w.t("recruiting-title"), format!("/candidates?of={}", view.cell.id)),
    }
}

/// Where a step is recorded.
pub(super) fn step_path(id: CandidateId, step: Step) -> String {
    format!("/candidates/{id}/steps/{step}")
}

/// A stretch of a way to admission or recognition, as the line of steps shows it.
pub(super) fn stretch(name: String, state: StepState) -> components::Step {
    use components::StepState as Shown;
    components::Step {
        name,
        state: match state {
            StepState::Done | StepState::NotNeeded => Shown::Done,
            StepState::Next => Shown::Next,
            StepState::Missing | StepState::Blocked => Shown::Late,
            StepState::Later => Shown::Later,
        },
        note: String::new(),
        path: String::new(),
    }
}

/// What stands against the vote, with the name of the introducer it is about.
pub(super) fn obstacle(w: Words, view: &CandidateView, one: &Obstacle) -> String {
    let said = w.say(&one.sentence);
    match one.member.map(|member| view.name(member)).filter(|name| !name.is_empty()) {
        Some(name) => format!("{name}: {said}"),
        None => said,
    }
}

fn step(
    w: Words,
    id: CandidateId,
    view: &CandidateView,
    stride: &Stride,
    today: jiff::civil::Date,
) -> StepLine {
    let candidate = &view.file.candidate;
    let recorded = match stride.step {
        Step::Helper => view.file.helper().is_some(),
        Step::Introductions => !view.file.introducers.is_empty(),
        step => view.file.fact(step).is_some(),
    };
    let open = view.keeps && candidate.dropped.is_none();
    let voted = view.file.fact(Step::Vote).is_some();
    let closed = candidate.member.is_some() && stride.step != Step::MemberCv;
    let rested_on = (stride.step.is_before_vote() && stride.step != Step::Helper && voted)
        || (stride.step == Step::Vote && view.file.fact(Step::Decision).is_some());
    let is_vote = stride.step == Step::Vote;
    let put = is_vote && view.file.votes.iter().any(CellVote::stands);
    let records = open && !closed && !rested_on && !put;
    let to_vote = format!("/candidates/{id}/cell-vote");
    let record = records.then(|| {
        if is_vote && !recorded {
            return (to_vote.clone(), w.t("cell-vote-put-on"));
        }
        let label = if recorded && stride.step != Step::Introductions {
            w.t("recruiting-correct")
        } else {
            w.t("recruiting-record")
        };
        (step_path(id, stride.step), label)
    });
    let own_deed = matches!(stride.step, Step::Introductions | Step::Ceremony);
    let undo =
        (records && recorded && !own_deed).then(|| format!("{}?_method=DELETE", step_path(id, stride.step)));
    let due = stride.due.as_ref();
    StepLine {
        name: w.one_of("recruiting-step", stride.step.as_str()),
        state: stride.state.as_str(),
        on: stride.on.map(|on| w.date(on)).unwrap_or_default(),
        said: said(w, view, stride.step),
        wrong: stride.obstacles.iter().map(|one| obstacle(w, view, one)).collect(),
        offers: if stride.step == Step::Certificate { offers(w, id, view) } else { Vec::new() },
        votes: if is_vote {
            vote_lines(w, &view.file.votes, open.then_some(to_vote.as_str()))
        } else {
            Vec::new()
        },
        due: due
            .map(|due| w.with("recruiting-due-by", &[("date", w.date(due.on).into())]))
            .unwrap_or_default(),
        due_tone: due.map_or("", |due| tone(due.on, today, &view.rules)),
        rule: RuleText::of(w, &view.rules, stride.rule.key),
        record,
        undo,
        papers: papers(w, id, view, stride.step),
    }
}

fn offers(w: Words, id: CandidateId, view: &CandidateView) -> Vec<(String, String)> {
    let offer = |one: &ClassCertificate| {
        let values = [
            ("number", one.number.as_str().into()),
            ("date", w.date(one.on).into()),
            ("by", one.by.as_str().into()),
        ];
        (w.with("certificate-offer", &values), format!("/candidates/{id}/certificates/{}", one.learner))
    };
    view.offers.iter().map(offer).collect()
}

/// What was recorded of a step beside its day.
fn said(w: Words, view: &CandidateView, step: Step) -> Vec<String> {
    match step {
        Step::Helper => view.file.helper().map(|one| view.name(one.member).to_owned()).into_iter().collect(),
        Step::Introductions => view
            .file
            .introducers
            .iter()
            .map(|one| {
                let values =
                    [("name", view.name(one.member).into()), ("date", w.date(one.together_from).into())];
                w.with("recruiting-introduced-by", &values)
            })
            .collect(),
        step => view.file.fact(step).map(|fact| of_fact(w, fact)).unwrap_or_default(),
    }
}

fn of_fact(w: Words, fact: &Fact) -> Vec<String> {
    let mut said = Vec::new();
    if !fact.number.is_empty() {
        said.push(w.with("recruiting-numbered", &[("number", fact.number.as_str().into())]));
    }
    if !fact.by.is_empty() {
        said.push(fact.by.clone());
    }
    if let Some(tally) = fact.tally.filter(|_| fact.meeting.is_none()) {
        let values = [("in_favour", tally.in_favour.into()), ("counted", tally.counted.into())];
        said.push(w.with("recruiting-tally", &values));
    }
    if let Some(on) = fact.received_on {
        said.push(w.with("recruiting-received", &[("date", w.date(on).into())]));
    }
    if fact.waived {
        said.push(w.t("recruiting-waived"));
    }
    if fact.learner.is_some() {
        said.push(w.t("certificate-from-class"));
    }
    if !fact.note.is_empty() {
        said.push(fact.note.clone());
    }
    said
}

/// The forms of a step, each with where it is printed.
fn papers(w: Words, id: CandidateId, view: &CandidateView, step: Step) -> Vec<(String, String)> {
    let of = |paper: CandidatePaperType| {
        let path = format!("/candidates/{id}/papers/{paper}.pdf");
        (path, w.one_of("recruiting-paper", paper.as_str()))
    };
    match step {
        Step::Application => vec![of(CandidatePaperType::Application)],
        Step::Cv => vec![of(CandidatePaperType::Cv)],
        Step::Introductions => {
            let (path, label) = of(CandidatePaperType::Introduction);
            if view.file.introducers.is_empty() {
                return vec![(path, label)];
            }
            let made_out = |one: &nennep_domain::recruiting::Introducer| {
                let name = view.name(one.member);
                (format!("{path}?introducer={}", one.member), format!("{label}: {name}"))
            };
            view.file.introducers.iter().map(made_out).collect()
        }
        Step::Residence => vec![of(CandidatePaperType::Opinions)],
        Step::Vote => vec![of(CandidatePaperType::Resolution)],
        _ => Vec::new(),
    }
}

fn pairs(w: Words, view: &CandidateView) -> Vec<(String, String)> {
    let (candidate, person) = (&view.file.candidate, &view.file.candidate.person);
    let listed = if candidate.listed_by.is_empty() {
        w.date(candidate.listed_on)
    } else {
        format!("{} · {}", w.date(candidate.listed_on), candidate.listed_by)
    };
    let union = if person.youth_union { w.t("recruiting-union-yes") } else { w.t("recruiting-union-no") };
    let all = [
        (w.t("recruiting-born"), w.date(person.born_on)),
        (w.t("recruiting-sex"), w.one_of("members-sex", person.sex.as_str())),
        (w.t("recruiting-workplace"), person.workplace.clone()),
        (w.t("recruiting-residence"), person.residence.clone()),
        (w.t("recruiting-schooling"), w.one_of("recruiting-schooling", person.schooling.as_str())),
        (w.t("recruiting-union"), union),
        (w.t("recruiting-listed"), listed),
        (w.t("recruiting-note"), person.note.clone()),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).collect()
}
