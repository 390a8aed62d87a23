//! Members ask to have corrected what is kept about them; whoever keeps the file answers.

use nennep_app::{
    Ctx, Error,
    members::{self, Typed, corrections},
};
use nennep_domain::{
    ids::{CorrectionId, MemberId},
    members::{
        correction::{self, CorrectionAnswer},
        register::{self, Field},
    },
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

/// The own file with some fields changed.
async fn wanted(ctx: &Ctx, member: MemberId, changes: &[(Field, &str)]) -> Typed {
    let profile = corrections::own_profile(ctx, member).await.unwrap();
    let text = |field: Field| {
        let changed = changes.iter().find(|(one, _)| *one == field);
        changed.map_or_else(|| register::typed(&profile, field), |(_, text)| (*text).to_owned())
    };
    correction::asked().map(|field| (field, text(field))).collect()
}

async fn phone(ctx: &Ctx, member: MemberId) -> String {
    members::show(ctx, member).await.unwrap().member.profile.phone
}

#[rstest]
#[tokio::test]
async fn what_was_granted_stands_in_the_file(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (member, own) = (world.acting_for(world.member).await, world.members[5]);
    let secretary = world.acting_for(world.secretary).await;
    let id = CorrectionId(member.new_id());
    let typed = wanted(&member, own, &[(Field::Phone, "0912 345 678")]).await;
    let without = corrections::ask(&member, id, own, &typed, " ").await;
    assert!(matches!(without, Err(Error::Invalid(problems)) if problems.0[0].field == "reason"));
    let wrong = wanted(&member, own, &[(Field::Email, "an@localhost")]).await;
    let wrong = corrections::ask(&member, id, own, &wrong, "Sai").await;
    assert!(matches!(wrong, Err(Error::Invalid(problems)) if problems.0[0].field == "email"));
    let nothing = corrections::ask(&member, id, own, &wanted(&member, own, &[]).await, "x").await;
    assert_eq!(refused(nothing), "corrections-refused-nothing-changes");
    corrections::ask(&member, id, own, &typed, "Đổi số").await.unwrap();
    corrections::ask(&member, id, own, &typed, "Đổi số").await.unwrap();
    let other = CorrectionId(member.new_id());
    assert_eq!(
        refused(corrections::ask(&member, other, own, &typed, "x").await),
        "corrections-refused-another-waits"
    );
    // Nobody asks for another, and nobody else sees it.
    let theirs = corrections::ask(&secretary, other, own, &typed, "x").await;
    assert!(matches!(theirs, Err(Error::Forbidden)));
    let overseer = world.acting_for(world.overseer).await;
    assert!(corrections::of_member(&overseer, own).await.is_err());
    assert!(corrections::waiting(&overseer).await.unwrap().is_empty());

    let waiting = corrections::waiting(&secretary).await.unwrap();
    assert_eq!((waiting.len(), waiting[0].correction.id, waiting[0].is_own), (1, id, false));
    let granted = CorrectionAnswer::Granted;
    assert!(matches!(corrections::answer(&member, id, granted, "").await, Err(Error::Forbidden)));
    corrections::answer(&secretary, id, granted, "").await.unwrap();
    corrections::answer(&secretary, id, granted, "").await.unwrap();
    let again = corrections::answer(&secretary, id, CorrectionAnswer::Refused, "x").await;
    assert_eq!(refused(again), "corrections-refused-answered");
    assert_eq!(phone(&member, own).await, "0912345678");
    assert_eq!(refused(corrections::withdraw(&member, id).await), "corrections-refused-answered");
    assert!(corrections::waiting(&secretary).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn nobody_answers_their_own_and_a_file_changed_since_is_looked_at_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (secretary, own) = (world.acting_for(world.secretary).await, world.members[0]);
    let deputy = world.acting_for(world.deputy).await;
    let id = CorrectionId(secretary.new_id());
    let typed = wanted(&secretary, own, &[(Field::Phone, "0912345678")]).await;
    corrections::ask(&secretary, id, own, &typed, "Đổi số").await.unwrap();
    let granted = CorrectionAnswer::Granted;
    let by_oneself = corrections::answer(&secretary, id, granted, "").await;
    assert_eq!(refused(by_oneself), "corrections-refused-own-request");
    assert!(corrections::waiting(&secretary).await.unwrap()[0].is_own);

    let mut changed = typed.clone();
    changed.insert(Field::Phone, "0900000000".to_owned());
    members::change(&deputy, own, &changed).await.unwrap();
    let stale = corrections::answer(&deputy, id, granted, "").await;
    assert_eq!(refused(stale), "corrections-refused-changed-since");
    assert_eq!(phone(&secretary, own).await, "0900000000", "nothing is half written");
    let without = corrections::answer(&deputy, id, CorrectionAnswer::Refused, "").await;
    assert!(matches!(without, Err(Error::Invalid(problems)) if problems.0[0].field == "note"));
    corrections::answer(&deputy, id, CorrectionAnswer::Refused, "Số đã đổi").await.unwrap();

    let next = CorrectionId(secretary.new_id());
    corrections::ask(&secretary, next, own, &typed, "Đổi số").await.unwrap();
    corrections::withdraw(&secretary, next).await.unwrap();
    corrections::withdraw(&secretary, next).await.unwrap();
    let gone = corrections::answer(&deputy, next, granted, "").await;
    assert_eq!(refused(gone), "corrections-refused-withdrawn");
    let all = corrections::of_member(&secretary, own).await.unwrap();
    assert_eq!(all.len(), 2);
}
