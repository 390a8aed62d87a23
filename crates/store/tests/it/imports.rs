//! Tables on their way in.

use nennep_domain::ids::ImportId;
use nennep_store::imports::{self, Import};
use nennep_testkit::Engine;
use rstest::rstest;
use serde_json::json;

use crate::ground::{Ground, at, ground};

fn import(ground: &Ground) -> Import {
    Import {
        id: ImportId(ground.id()),
        kind: "members".to_owned(),
        file_name: "DS_DANGVIEN.xlsx".to_owned(),
        bytes: vec![1, 2, 3],
        into: Some(ground.cell()),
        mapping: json!(null),
        uploaded_at: at(8, 0),
        uploaded_by: ground.secretary(),
        taken_at: None,
    }
}

#[rstest]
#[tokio::test]
async fn a_table_is_taken_once_and_then_forgotten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (first, second) = (import(&ground), import(&ground));
    let mut tx = ground.store.write().await.unwrap();
    imports::insert(&mut tx, &first).await.unwrap();
    assert_eq!(imports::find(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    imports::insert(&mut tx, &second).await.unwrap();
    assert_eq!(imports::find(&mut tx, first.id).await.unwrap(), None, "the next one takes its place");
    imports::set_mapping(&mut tx, second.id, &json!({ "3": "born_on" })).await.unwrap();
    assert_eq!(imports::find(&mut tx, second.id).await.unwrap().unwrap().mapping, json!({ "3": "born_on" }));
    assert!(imports::mark_taken(&mut tx, second.id, at(9, 0), (3, 1, 0)).await.unwrap());
    assert!(!imports::mark_taken(&mut tx, second.id, at(9, 5), (3, 1, 0)).await.unwrap());
    let taken = imports::find(&mut tx, second.id).await.unwrap().unwrap();
    assert_eq!((taken.bytes.len(), taken.taken_at), (0, Some(at(9, 0))));
    assert!(!imports::delete(&mut tx, second.id).await.unwrap());
    let third = import(&ground);
    imports::insert(&mut tx, &third).await.unwrap();
    assert!(imports::delete(&mut tx, third.id).await.unwrap());
}
