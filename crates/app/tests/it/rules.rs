//! Committees' own values of rules: set where the rule lets it, dated, with author and reason; ended; shown beside the
//! national value.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, jobs,
    rules::{self, OverrideForm},
};
use nennep_domain::ids::{OrganisationId, OverrideId};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const KEY: &str = "meetings.routine_minimum_minutes";

fn form(organisation: OrganisationId, key: &str, value: &str, from: Date, to: Option<Date>) -> OverrideForm {
    let (key, value) = (key.to_owned(), value.to_owned());
    OverrideForm {
        organisation, key, value, from, to, reason: "Theo Kế hoạch số 08 của Đảng ủy".to_owned()
    }
}

async fn set(ctx: &Ctx, form: OverrideForm) -> Result<OverrideId, Error> {
    let id = OverrideId(ctx.new_id());
    rules::set_override(ctx, id, &form).await.map(|()| id)
}

fn problem(error: &Error) -> (&'static str, &'static str) {
    match error {
        Error::Refused(refusal) => ("", refusal.code()),
        Error::Invalid(problems) => (problems.0[0].field, problems.0[0].sentence.key),
        other => panic!("not a refusal: {other:?}"),
    }
}

async fn value(ctx: &Ctx, at: OrganisationId, on: Date) -> String {
    rules::show(ctx, KEY, Some(at), on).await.unwrap().view.value().to_string()
}

#[rstest]
#[tokio::test]
async fn an_own_value_holds_for_all_below_and_stands_beside_the_national_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let leader = world.acting_for(world.leader).await;
    let member = world.acting_for(world.member).await;
    let (from, day) = (date(2026, 9, 19), date(2026, 11, 2));
    let id = OverrideId(leader.new_id());
    let own = form(world.ward, KEY, " 100 ", from, None);
    for _ in 0..2 {
        rules::set_override(&leader, id, &own).await.unwrap();
    }
    assert_eq!(value(&member, world.residential, day).await, "100");
    assert_eq!(value(&member, world.residential, date(2026, 9, 18)).await, "90");
    // One cell gets its own; the nearest wins.
    set(&leader, form(world.company, KEY, "60", from, None)).await.unwrap();
    assert_eq!(value(&member, world.company, day).await, "60");
    assert_eq!(value(&member, world.school, day).await, "100");

    let page = rules::show(&member, KEY, rules::standing(&member), day).await.unwrap();
    let shown = page.view.own.as_ref().unwrap();
    assert_eq!((page.view.national.to_string().as_str(), shown.value.to_string().as_str()), ("90", "100"));
    assert_eq!(shown.organisation_name, "Đảng bộ phường An Bình");
    assert_eq!((page.own.len(), page.may_set, page.may_end.len()), (2, false, 0));
    assert!(page.own.iter().all(|own| !own.author_name.is_empty() && !own.reason.is_empty()));
    let listed = rules::list(&member, rules::standing(&member), day).await.unwrap();
    assert!(listed.len() > 150);
    let found = listed.iter().find(|rule| rule.key == KEY).unwrap();
    assert_eq!(found.value().to_string(), "100");
    assert_eq!(listed.iter().filter(|rule| rule.own.is_some()).count(), 1);

    // Ended, taken up again, withdrawn.
    rules::end_override(&leader, id, Some(date(2026, 11, 1))).await.unwrap();
    assert_eq!(value(&member, world.residential, day).await, "90");
    let former = rules::end_override(&leader, id, None).await.unwrap();
    assert_eq!(former.to, Some(date(2026, 11, 1)));
    assert_eq!(value(&member, world.residential, day).await, "100");
    rules::end_override(&leader, id, Some(from)).await.unwrap();
    assert_eq!(value(&member, world.residential, from).await, "90");
    assert_eq!(rules::show(&member, KEY, None, day).await.unwrap().own.len(), 2, "it stays to be seen");
    while jobs::run_next(&world.test.app).await.unwrap() {}
}

#[rstest]
#[case(KEY, "lâu", ("value", "rules-override-wrong-value"))]
#[case(KEY, "", ("value", "rules-override-wrong-value"))]
#[case("meetings.routine_per_month", "2", ("", "rules-override-not-allowed"))]
#[case("meetings.no_such_rule", "2", ("", "rules-override-unknown-key"))]
#[case("quality.rubric", "an-phu-2", ("value", "rules-override-unknown-rubric"))]
#[case("votes.procedural_base", "guests", ("value", "rules-override-wrong-value"))]
#[tokio::test]
async fn what_a_rule_does_not_let_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] key: &str,
    #[case] value: &str,
    #[case] expected: (&str, &str),
) {
    let world = World::new(engine).await;
    let leader = world.acting_for(world.leader).await;
    let refused = set(&leader, form(world.ward, key, value, date(2026, 11, 1), None)).await.unwrap_err();
    assert_eq!(problem(&refused), expected);
}

#[rstest]
#[tokio::test]
async fn a_new_value_takes_over_and_never_cuts_another(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let first = set(&office, form(world.ward, KEY, "100", date(2026, 1, 1), None)).await.unwrap();
    let second = set(&office, form(world.ward, KEY, "110", date(2026, 10, 1), None)).await.unwrap();
    let page = rules::show(&office, KEY, Some(world.ward), date(2026, 11, 2)).await.unwrap();
    let spans: Vec<_> = page.own.iter().map(|own| (own.id, own.to)).collect();
    assert_eq!(spans, [(second, None), (first, Some(date(2026, 10, 1)))]);
    let between = form(world.ward, KEY, "95", date(2026, 3, 1), Some(date(2026, 4, 1)));
    let cut = set(&office, between).await.unwrap_err();
    assert_eq!(problem(&cut), ("from", "rules-override-held"));
    let before = form(world.ward, KEY, "95", date(2025, 12, 1), None);
    assert_eq!(problem(&set(&office, before).await.unwrap_err()).0, "from");
    let again = rules::end_override(&office, first, None).await.unwrap_err();
    assert_eq!(problem(&again), ("to", "rules-override-held-on"));
    let mut silent = form(world.ward, KEY, "95", date(2027, 1, 1), Some(date(2026, 1, 1)));
    assert_eq!(
        problem(&set(&office, silent.clone()).await.unwrap_err()),
        ("to", "rules-override-ends-before")
    );
    silent.reason = " ".to_owned();
    assert_eq!(problem(&set(&office, silent).await.unwrap_err()), ("reason", "rules-override-no-reason"));
}

#[rstest]
#[tokio::test]
async fn only_who_leads_what_is_bound_sets(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    for (account, at_ward, at_cell) in [
        (world.leader, true, true),
        (world.office, true, true),
        (world.secretary, false, false),
        (world.overseer, false, false),
        (world.inspector, false, false),
        (world.administrator, false, false),
    ] {
        let ctx = world.acting_for(account).await;
        for (organisation, may) in [(world.ward, at_ward), (world.residential, at_cell)] {
            let done = set(&ctx, form(organisation, KEY, "100", ctx.now().date(), None)).await;
            assert!(if may { done.is_ok() } else { matches!(done, Err(Error::Forbidden)) }, "{done:?}");
            if let Ok(id) = done {
                rules::end_override(&ctx, id, Some(ctx.now().date())).await.unwrap();
            }
        }
    }
}
