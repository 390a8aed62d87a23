//! A deed as its form sends it.

use nennep_app::organisations::deeds::Planned;
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, MemberId, OrganisationId},
    organisations::{
        CellType, Organisation,
        history::{Deed, DeedKind, Form},
    },
    problems::{Problems, Sentence},
};

use crate::forms::Typed;

/// Reads a deed at an organisation; all that is wrong with the form, if anything is.
pub(super) fn read(at: &Organisation, kind: DeedKind, typed: &Typed) -> Result<(DeedId, Planned), Problems> {
    let mut problems = Problems::default();
    let on = typed.date("on", &mut problems);
    if on.is_none() && problems.of("on").count() == 0 {
        problems.add("on", Sentence::new("history-on-missing"));
    }
    let decided_on = typed.date("decided_on", &mut problems).or(on);
    let decision = on.zip(decided_on).and_then(|(on, decided_on)| {
        let checked = Decision::check(typed.get("decision_number"), decided_on, typed.get("decided_by"), on);
        checked.map_err(|(field, sentence)| problems.add(field, sentence)).ok()
    });
    let deed = deed(at, kind, typed, &mut problems);
    let planned = deed.zip(on).zip(decision).map(|((deed, on), decision)| Planned { deed, on, decision });
    let id: Option<DeedId> = typed.read("id");
    problems.or(id.zip(planned))
}

fn deed(at: &Organisation, kind: DeedKind, typed: &Typed, problems: &mut Problems) -> Option<Deed> {
    let new: Option<OrganisationId> = typed.read("new");
    Some(match kind {
        DeedKind::Found => {
            let of_kind = typed.read("of_kind");
            if of_kind.is_none() {
                problems.add("of_kind", Sentence::new("history-kind-missing"));
            }
            Deed::Found {
                organisation: new?,
                of_kind: of_kind?,
                form: form(typed, problems),
                parent: Some(at.id),
            }
        }
        DeedKind::Rename => {
            let Form { name, code, .. } = form(typed, problems);
            Deed::Rename { organisation: at.id, name, code: Some(code) }
        }
        DeedKind::Retype => {
            let cell_type: Option<CellType> = typed.read("cell_type");
            if cell_type.is_none() {
                problems.add("cell_type", Sentence::new("history-refused-type-missing"));
            }
            Deed::Retype { cell: at.id, cell_type: cell_type? }
        }
        DeedKind::Upgrade => Deed::Upgrade { cell: at.id, committee: new?, form: form(typed, problems) },
        DeedKind::Merge => merge(at, new?, typed, problems),
        DeedKind::Split => {
            let members: Vec<MemberId> = picked(typed);
            if members.is_empty() {
                problems.add("members", Sentence::new("history-members-missing"));
            }
            Deed::Split { cell: at.id, new: new?, form: form(typed, problems), members }
        }
        DeedKind::Move => {
            let organisations: Vec<OrganisationId> = picked(typed);
            if organisations.is_empty() {
                problems.add("picks", Sentence::new("history-refused-nothing-named"));
            }
            Deed::Move { organisations, parent: at.id }
        }
        DeedKind::Dissolve => Deed::Dissolve { organisation: at.id, to: typed.read("to") },
    })
}

/// Cells that become one: into the cell the form stands at, or with it into a new one.
fn merge(at: &Organisation, new: OrganisationId, typed: &Typed, problems: &mut Problems) -> Deed {
    let mut cells: Vec<OrganisationId> = picked(typed);
    if cells.is_empty() {
        problems.add("picks", Sentence::new("history-refused-too-few-to-merge"));
    }
    match at.parent.filter(|_| typed.get("into") == "new") {
        Some(parent) => {
            cells.push(at.id);
            Deed::Merge { cells, into: new, new: Some((form(typed, problems), parent)) }
        }
        None => Deed::Merge { cells, into: at.id, new: None },
    }
}

fn form(typed: &Typed, problems: &mut Problems) -> Form {
    let form = Form {
        code: typed.get("code").trim().to_owned(),
        name: typed.get("name").trim().to_owned(),
        cell_type: typed.read("cell_type"),
    };
    if form.name.is_empty() {
        problems.add("name", Sentence::new("history-refused-name-missing"));
    }
    if form.code.is_empty() {
        problems.add("code", Sentence::new("history-code-missing"));
    }
    form
}

/// What was ticked.
fn picked<T: std::str::FromStr>(typed: &Typed) -> Vec<T> {
    typed.fields().filter_map(|(field, _)| field.strip_prefix("pick-")?.parse().ok()).collect()
}
