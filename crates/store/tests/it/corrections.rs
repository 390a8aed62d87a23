//! What members ask to have corrected.

use jiff::civil::date;
use nennep_domain::{
    ids::CorrectionId,
    members::{
        correction::{Correction, CorrectionAnswer, FieldChange},
        register::Field,
    },
    time::Instant,
};
use nennep_store::corrections;
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::ground;

#[rstest]
#[tokio::test]
async fn one_request_of_a_member_waits_at_a_time(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let (member, today) = (ground.member(5), date(2026, 11, 5));
    let at = Instant::from_local(today.at(8, 0, 0, 0));
    let of = |id| Correction {
        id,
        member,
        changes: vec![FieldChange {
            field: Field::BornOn,
            old: "1985".to_owned(),
            new: "05/11/1958".to_owned(),
        }],
        reason: "Giấy khai sinh ghi 1958".to_owned(),
        asked_at: at,
        answered: None,
        note: String::new(),
        withdrawn_at: None,
    };
    let (first, second) = (of(CorrectionId(ground.id())), of(CorrectionId(ground.id())));
    let mut tx = ground.store.write().await.unwrap();
    assert!(corrections::insert(&mut tx, &first, Some(ground.world.member)).await.unwrap());
    assert!(!corrections::insert(&mut tx, &first, None).await.unwrap(), "sent twice");
    assert!(!corrections::insert(&mut tx, &second, None).await.unwrap(), "another waits");
    assert_eq!(corrections::find(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    let open = corrections::open_within(&mut tx, &[ground.world.ward], today).await.unwrap();
    assert_eq!((open.len(), &open[0].0, open[0].2), (1, &first, ground.cell()));
    assert!(corrections::open_within(&mut tx, &[ground.world.agency], today).await.unwrap().is_empty());

    let by = Some(ground.secretary());
    let refused = CorrectionAnswer::Refused;
    assert!(corrections::answer(&mut tx, first.id, refused, "Thẻ ghi 1985", at, by).await.unwrap());
    assert!(!corrections::answer(&mut tx, first.id, refused, "", at, by).await.unwrap());
    assert!(!corrections::withdraw(&mut tx, first.id, at).await.unwrap(), "it was answered");
    assert!(corrections::insert(&mut tx, &second, None).await.unwrap());
    assert!(corrections::withdraw(&mut tx, second.id, at).await.unwrap());
    assert!(!corrections::withdraw(&mut tx, second.id, at).await.unwrap());
    let all = corrections::of_member(&mut tx, member, 10).await.unwrap();
    let answered = all.iter().find(|one| one.id == first.id).unwrap();
    assert_eq!((answered.answered, answered.note.as_str()), (Some((refused, at)), "Thẻ ghi 1985"));
    assert!(all.len() == 2 && all.iter().all(|one| !one.is_open()));
    assert!(corrections::open_within(&mut tx, &[ground.world.ward], today).await.unwrap().is_empty());
}
