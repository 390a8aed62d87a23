//! A committee organisation's own rating in the round of the one above it.

use jiff::civil::date;
use nennep_app::{
    Error,
    organisations::deeds::{self, Planned},
    ratings::{
        self, Decided, Decision, OpenForm, Vote, Voted, Who, cell_sheet, committee_sheet, decide, open,
        rate_self, row_problems, show, vote,
    },
};
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{DeedId, OfficeId, OrganisationId, RatingRoundId},
    organisations::{
        OrganisationKind,
        history::{Deed, Form},
    },
    ratings::{DecisionForm, Level},
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{opened, self_form, step, vote_form};

/// A committee organisation below the ward with the school's and the company's cells below it; the residential cell's secretary leads it.
async fn founded(world: &World) -> OrganisationId {
    let ctx = world.test.app.as_system();
    let committee = OrganisationId(ctx.new_id());
    let decision = crate::deeds::decision(date(2026, 10, 1));
    let form =
        Form {
            code: "38.168.000.100".to_owned(), name: "Đảng bộ Khối trường".to_owned(), cell_type: None
        };
    let parent = Some(world.ward);
    let found = Deed::Found { organisation: committee, of_kind: OrganisationKind::Committee, form, parent };
    let moved = Deed::Move { organisations: vec![world.company, world.school], parent: committee };
    for deed in [found, moved] {
        let planned = Planned { deed, on: date(2026, 10, 1), decision: decision.clone() };
        deeds::perform(&ctx, DeedId(ctx.new_id()), &planned).await.unwrap();
    }
    let sits = [(world.members[0], Office::Secretary), (world.members[1], Office::CommitteeMember)];
    let terms: Vec<OfficeTerm> = sits
        .into_iter()
        .map(|(member, office)| OfficeTerm {
            id: OfficeId(ctx.new_id()),
            organisation: committee,
            office,
            member: Some(member),
            account: None,
            from_on: date(2026, 10, 1),
            to_on: None,
            basis: "Quyết định".to_owned(),
        })
        .collect();
    let mut tx = world.test.app.store.write().await.unwrap();
    nennep_store::offices::insert_many(&mut tx, &terms, world.test.app.now(), None).await.unwrap();
    tx.commit().await.unwrap();
    committee
}

#[rstest]
#[tokio::test]
async fn a_committee_organisation_is_rated_by_the_round_above_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let committee = founded(&world).await;
    let leader = world.acting_for(world.leader).await;
    let head = world.acting_for(world.secretary).await;
    let below = RatingRoundId(leader.new_id());
    let form = OpenForm { organisation: committee, year: 2026, counted_on: None };
    open(&leader, below, &form).await.unwrap();
    let round = opened(&world).await;
    let sheet = committee_sheet(&leader, world.ward, Some(2026)).await.unwrap();
    let listed: Vec<OrganisationId> = sheet.cells.iter().map(|line| line.cell.id).collect();
    assert_eq!(
        listed,
        [world.residential, world.agency, committee],
        "the ward rates what no round below does"
    );
    assert!(sheet.itself.is_none(), "nobody above rates the ward");

    let who = Who::Cell(committee);
    rate_self(&head, round, who, step(&head), None, &self_form(Level::Good)).await.unwrap();
    let own = cell_sheet(&head, committee, Some(2026)).await.unwrap();
    assert_eq!((own.official, own.lines.len(), own.keeps, own.decides), (2, 0, true, false));
    let voted = |votes| Vote {
        on: None,
        rows: vec![Voted { who, id: step(&head), form: vote_form(Level::Good, 80, votes) }],
    };
    let too_many = vote(&head, round, committee, &voted(3)).await.unwrap_err();
    assert!(row_problems(&too_many).is_some(), "two sit in the committee: {too_many:?}");
    vote(&head, round, committee, &voted(2)).await.unwrap();
    let form =
        DecisionForm { level: Some(Level::Good), number: "15-QĐ/ĐU".to_owned(), reason: String::new() };
    let decision = Decision { on: None, rows: vec![Decided { who, id: step(&head), form }] };
    assert!(
        matches!(decide(&head, round, committee, &decision).await, Err(Error::Forbidden)),
        "not on its own"
    );
    let itself = committee_sheet(&head, committee, Some(2026)).await.unwrap().itself.unwrap();
    assert!(itself.line.own_self_rated && itself.line.own_voted && itself.is_open);
    assert_eq!((itself.line.own_level, itself.keeps, itself.decides), (None, true, false));

    decide(&leader, round, committee, &decision).await.unwrap();
    let sheet = committee_sheet(&leader, committee, Some(2026)).await.unwrap();
    assert_eq!(sheet.itself.unwrap().line.own_level, Some(Level::Good));
    assert_eq!(sheet.rounds.len(), 1, "the round above has nobody else here");
    let view = show(&leader, round, who).await.unwrap();
    let (members, organisations) = view.rests.below.unwrap();
    assert_eq!((members.open, organisations.open), (17, 2), "the members and the cells below it");
    let cell = show(&leader, round, Who::Cell(world.agency)).await.unwrap();
    assert_eq!(cell.rests.below, None);
}

#[rstest]
#[tokio::test]
async fn one_round_rates_committees_and_cells_alike(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let committee = founded(&world).await;
    let leader = world.acting_for(world.leader).await;
    let round = opened(&world).await;
    let sheet = committee_sheet(&leader, world.ward, Some(2026)).await.unwrap();
    assert_eq!(sheet.cells.len(), 5);
    assert_eq!(sheet.rounds[0].cells.open, 5);
    let view = show(&leader, round, Who::Cell(committee)).await.unwrap();
    let (members, organisations) = view.rests.below.unwrap();
    assert_eq!((members.open, organisations.open), (17, 2));
    let closing = ratings::closing(&leader, round).await.unwrap();
    assert!(closing.refused.is_some(), "it is not decided");
}
