//! The reorganisation of 2025-26 told whole: an urban district's committee ends, wards take its cells over, one ward's intermediate
//! committee is closed; looked at first, withdrawn once, done on its day; codes and numbers of members the same before and after.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, jobs,
    organisations::{
        self,
        deeds::{self, Performed, Planned},
    },
};
use nennep_domain::{
    ids::{DeedId, OrganisationId},
    organisations::{
        OrganisationKind,
        history::{Deed, Form, TurnKind},
    },
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::deeds::decision;

const BEFORE: Date = date(2025, 8, 1);
const DAY: Date = date(2027, 1, 1);
const LATER: Date = date(2027, 3, 31);

/// A province, a district and another ward around the small world, and a committee within its ward.
struct Around {
    province: OrganisationId,
    district: OrganisationId,
    other_ward: OrganisationId,
    middle: OrganisationId,
}

async fn done(ctx: &Ctx, deed: Deed, on: Date) -> (DeedId, Performed) {
    let id = DeedId(ctx.new_id());
    let planned = Planned { deed, on, decision: decision(on.min(date(2026, 11, 1))) };
    (id, deeds::perform(ctx, id, &planned).await.unwrap())
}

async fn found(
    ctx: &Ctx,
    (code, name): (&str, &str),
    of_kind: OrganisationKind,
    parent: Option<OrganisationId>,
) -> OrganisationId {
    let organisation = OrganisationId(ctx.new_id());
    let form = Form { code: code.to_owned(), name: name.to_owned(), cell_type: None };
    done(ctx, Deed::Found { organisation, of_kind, form, parent }, BEFORE).await;
    organisation
}

/// Before: the school's and the company's cells stand below the district, the two others below a committee of the ward.
async fn around(world: &World, system: &Ctx) -> Around {
    let commune = OrganisationKind::Commune;
    let province = found(system, ("38", "Đảng bộ tỉnh"), OrganisationKind::Province, None).await;
    let put = async |organisations, parent| {
        done(system, Deed::Move { organisations, parent }, BEFORE).await;
    };
    put(vec![world.ward], province).await;
    let district = found(system, ("38.160", "Đảng bộ quận Hồ Đông"), commune, Some(province)).await;
    let other_ward = found(system, ("38.169", "Đảng bộ phường Tân An"), commune, Some(province)).await;
    let organs = ("38.168.012", "Đảng bộ các cơ quan Đảng phường An Bình");
    let middle = found(system, organs, OrganisationKind::Committee, Some(world.ward)).await;
    put(vec![world.school, world.company], district).await;
    put(vec![world.agency, world.residential], middle).await;
    Around { province, district, other_ward, middle }
}

async fn codes(ctx: &Ctx, on: Date, cells: &[OrganisationId]) -> Vec<String> {
    let filter = organisations::Filter { on: Some(on), limit: 100, ..organisations::Filter::default() };
    let all = organisations::list(ctx, filter).await.unwrap();
    cells.iter().map(|id| all.iter().find(|one| one.id == *id).unwrap().code.clone()).collect()
}

#[rstest]
#[tokio::test]
async fn a_district_ends_and_wards_take_its_cells_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let system = world.test.app.as_system();
    let Around { province, district, other_ward, middle } = around(&world, &system).await;
    let cells = [world.residential, world.agency, world.company, world.school];
    let codes_before = codes(&system, date(2026, 11, 1), &cells).await;

    // Looked at: what comes along is said, nothing is written.
    let to_ward = Deed::Move { organisations: vec![world.school], parent: world.ward };
    let planned = Planned { deed: to_ward.clone(), on: DAY, decision: decision(date(2026, 11, 1)) };
    let preview = deeds::preview(&system, &planned).await.unwrap();
    let said: Vec<_> = preview.lines.iter().map(|line| line.sentence.key).collect();
    assert_eq!(said, ["history-becomes-moved", "history-becomes-brought"]);
    assert_eq!(preview.comes, Performed::Waits);

    // Kept for its day, withdrawn before it, kept again; then the rest of the same day, in the order in which it was decided.
    let below = async |id, on| {
        let tree = organisations::on_day(&system, on).await.unwrap().tree(id).unwrap();
        tree.below.iter().map(|one| one.organisation.id).collect::<Vec<_>>()
    };
    let (first, waits) = done(&system, to_ward.clone(), DAY).await;
    assert_eq!(waits, Performed::Waits);
    assert!(below(world.ward, DAY).await.contains(&world.school));
    deeds::withdraw(&system, first).await.unwrap();
    assert!(!below(world.ward, DAY).await.contains(&world.school), "as if it had never been planned");
    let minute = |n| date(2026, 11, 2).at(9, n, 0, 0);
    world.test.at(minute(1));
    done(&system, to_ward, DAY).await;
    world.test.at(minute(2));
    done(&system, Deed::Move { organisations: vec![world.company], parent: other_ward }, DAY).await;
    world.test.at(minute(3));
    done(&system, Deed::Dissolve { organisation: district, to: Some(province) }, DAY).await;
    world.test.at(minute(4));
    done(&system, Deed::Dissolve { organisation: middle, to: Some(world.ward) }, LATER).await;

    // The days come.
    world.test.at(date(2027, 4, 1).at(6, 0, 0, 0));
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let mut in_ward = below(world.ward, LATER).await;
    in_ward.sort();
    let mut expected = vec![world.residential, world.agency, world.school];
    expected.sort();
    assert_eq!(in_ward, expected);
    assert_eq!(below(other_ward, LATER).await, [world.company]);
    assert_eq!(codes(&system, LATER, &cells).await, codes_before, "who moves keeps the code");

    // The story, drawn and told: the same numbers before and after, each step with its decision.
    let view = organisations::lineage(&system, province, Some(date(2026, 12, 31)), None).await.unwrap();
    let ends = view.ends.unwrap();
    let count = |membership: organisations::Membership| (membership.official, membership.probationary);
    assert_eq!((ends.cells, count(ends.members.0), count(ends.members.1)), ((4, 4), (46, 2), (46, 2)));
    let mut told: Vec<_> = view
        .lineage
        .steps
        .iter()
        .map(|step| (step.on, step.organisation.organisation, step.kind()))
        .collect();
    told.sort();
    let mut expected = vec![
        (DAY, world.school, TurnKind::Moved),
        (DAY, world.company, TurnKind::Moved),
        (DAY, district, TurnKind::Became),
        (LATER, world.agency, TurnKind::Moved),
        (LATER, world.residential, TurnKind::Moved),
        (LATER, middle, TurnKind::Became),
    ];
    expected.sort();
    assert_eq!(told, expected);
    assert!(view.decisions.iter().all(Option::is_some), "{:?}", view.decisions);
    assert_eq!(view.lineage.successions.len(), 2);
    assert_eq!(view.lineage.unchanged, 1, "the other ward");
    let gone = organisations::find_ever_by_code(&system, "38.160").await.unwrap();
    assert_eq!((gone.id, gone.to_on), (district, Some(DAY)));

    // Everybody signed in may look; numbers of members are for those who may see them.
    let member = world.acting_for(world.member).await;
    let seen = organisations::lineage(&member, district, None, None).await.unwrap();
    assert!(seen.ends.is_none() && seen.lineage.strands.len() > 2);
    let school = organisations::lineage(&member, world.school, None, None).await.unwrap();
    let kinds: Vec<_> =
        school.lineage.steps.iter().map(nennep_domain::organisations::history::Step::kind).collect();
    assert_eq!(kinds, [TurnKind::Founded, TurnKind::Moved, TurnKind::Moved]);
}
