//! The whole matrix of `may(actor, action, resource)`, written into `policy.txt` for a committee to read: what somebody may
//! do who stands to a cell, to a meeting or to a person in one way and in no other.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use std::{fmt::Write as _, fs, path::Path};

use nennep_domain::{
    accounts::{
        Office,
        permission::{Action, Actor, Relation, Resource, Scope, may, relations},
    },
    ids::{AccountId, MemberId, OrganisationId},
    organisations::Place,
};
use uuid::Uuid;

const HEAD: &str = "\
Who may do what. Each column is one way to stand to the cell, the meeting or the person a deed is about, and no other: who
stands to it in several ways may do what any of them allows. Deeds marked with * only read: a token that may only read does
no others. Above means in a committee above the cell. Written by the test policy; read it and commit it.

";

const ME: MemberId = MemberId(Uuid::from_u128(91));
const CELL: OrganisationId = OrganisationId(Uuid::from_u128(3));
const WARD: OrganisationId = OrganisationId(Uuid::from_u128(2));

/// Somebody who stands to the cell's things in this way alone.
fn actor(relation: Relation) -> Actor {
    let office = match relation {
        Relation::Administrator => Some((Office::Administrator, WARD)),
        Relation::OrganisationOffice => Some((Office::OrganisationOffice, WARD)),
        Relation::InspectionCommittee => Some((Office::InspectionCommittee, WARD)),
        Relation::Leader => Some((Office::Secretary, WARD)),
        Relation::CommitteeAbove => Some((Office::CommitteeMember, WARD)),
        Relation::Overseer => Some((Office::Overseer, CELL)),
        Relation::Secretary => Some((Office::Secretary, CELL)),
        Relation::Deputy => Some((Office::Deputy, CELL)),
        Relation::CellCommittee => Some((Office::CommitteeMember, CELL)),
        Relation::MinuteTaker | Relation::Tracker | Relation::Member | Relation::Own | Relation::SignedIn => {
            None
        }
    };
    Actor {
        account: Some(AccountId(Uuid::from_u128(90))),
        member: Some(ME),
        cells: if relation == Relation::Member { vec![CELL] } else { Vec::new() },
        offices: office.into_iter().collect(),
        scope: Scope::Session,
    }
}

/// The thing asked about, seen by who stands to it in this way.
fn resource(place: &Place, relation: Relation) -> Resource<'_> {
    let of = |stands: Relation| (relation == stands).then_some(ME);
    Resource {
        member: of(Relation::Own),
        minute_taker: of(Relation::MinuteTaker),
        tracker: of(Relation::Tracker),
        ..Resource::at(place)
    }
}

fn matrix() -> String {
    let place = Place { organisation: CELL, above: vec![WARD, OrganisationId(Uuid::from_u128(1))] };
    let mut text = HEAD.to_owned();
    let widest = Action::ALL.iter().map(|action| action.as_str().len()).max().unwrap() + 4;
    write!(text, "{:widest$}", "").unwrap();
    let row = |text: &mut String, words: Vec<&str>| {
        for (word, relation) in words.into_iter().zip(Relation::ALL) {
            write!(text, "{word:width$}", width = relation.as_str().len().max(3) + 2).unwrap();
        }
        while text.ends_with(' ') {
            text.pop();
        }
        text.push('\n');
    };
    row(&mut text, Relation::ALL.iter().map(|relation| relation.as_str()).collect());
    for action in Action::ALL {
        let name = format!("{action}{}", if action.reads() { " *" } else { "" });
        write!(text, "{name:widest$}").unwrap();
        let allowed = |relation: &Relation| {
            let (actor, resource) = (actor(*relation), resource(&place, *relation));
            if may(&actor, *action, &resource) { "yes" } else { "-" }
        };
        row(&mut text, Relation::ALL.iter().map(allowed).collect());
    }
    text
}

#[test]
fn every_column_is_one_relation_alone() {
    let place = Place { organisation: CELL, above: vec![WARD] };
    for relation in Relation::ALL {
        let mut found = relations(&actor(*relation), &resource(&place, *relation));
        found.retain(|other| *other != Relation::SignedIn);
        let alone: Vec<_> = Some(*relation).into_iter().filter(|one| *one != Relation::SignedIn).collect();
        assert_eq!(found, alone);
    }
}

#[test]
fn the_committed_matrix_is_what_permission_gives() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("policy.txt");
    let given = matrix();
    if fs::read_to_string(&file).unwrap_or_default() != given {
        fs::write(&file, &given).unwrap();
        panic!("policy.txt was written anew: look at the change and commit it");
    }
}
