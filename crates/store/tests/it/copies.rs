//! Whole copies: as of one moment, whole, and known for what they are.

use nennep_store::{
    Error,
    copies::{self, Schema},
    dialect, settings, tables,
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, ground};

async fn mark(ground: &Ground, value: &str) {
    let mut tx = ground.store.write().await.unwrap();
    settings::set(&mut tx, "mark", value).await.unwrap();
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn a_copy_is_whole_while_others_write(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let file = ground.world.test.test_store.folder.path().join("copy.sqlite");
    let mut under_way = ground.store.write().await.unwrap();
    settings::set(&mut under_way, "mark", "not yet committed").await.unwrap();
    let copied = ground.store.copy_into(&file).await;
    under_way.commit().await.unwrap();
    if engine == Engine::Postgres {
        assert!(matches!(copied, Err(Error::OtherTools)), "{copied:?}");
        return;
    }
    copied.unwrap();
    mark(&ground, "later").await;
    let found = copies::inspect(&file).await.unwrap();
    assert!(found.is_whole(), "{found:?}");
    assert_eq!((found.schema, found.key_check), (Schema::Current, None));
    let rows = |wanted: &str| found.rows.iter().find(|(table, _)| *table == wanted).unwrap().1;
    assert!(rows("members") > 20 && rows("organisations") > 4);
    assert_eq!(rows("settings"), 1, "the count of changes, and no mark that came later");
}

#[rstest]
#[tokio::test]
async fn what_is_no_whole_copy_is_known(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    if engine == Engine::Postgres {
        assert!(matches!(ground.store.copy_into("/nowhere".as_ref()).await, Err(Error::OtherTools)));
        return;
    }
    let folder = ground.world.test.test_store.folder.path();
    let file = folder.join("copy.sqlite");
    ground.store.copy_into(&file).await.unwrap();
    assert!(ground.store.copy_into(&file).await.is_err(), "a copy overwrites nothing");

    let bytes = std::fs::read(&file).unwrap();
    let cut = folder.join("cut.sqlite");
    std::fs::write(&cut, &bytes[..bytes.len() / 2]).unwrap();
    assert!(!copies::inspect(&cut).await.unwrap().is_whole());

    let text = folder.join("text.sqlite");
    std::fs::write(&text, "đây không phải bản sao, chỉ là một đoạn văn đủ dài để đọc như một tệp".repeat(40))
        .unwrap();
    let found = copies::inspect(&text).await;
    assert!(found.is_err() || !found.unwrap().is_whole());
}

#[rstest]
#[tokio::test]
async fn a_store_is_whole_counted_and_emptied(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    assert_eq!(dialect::faults(&mut tx).await.unwrap(), Vec::<String>::new());
    let counted = tables::row_counts(&mut tx).await.unwrap();
    assert_eq!(counted.len(), tables::TABLES.len());
    assert!(counted.iter().any(|(table, rows)| *table == "members" && *rows > 20));
    tables::clear(&mut tx).await.unwrap();
    let left = tables::row_counts(&mut tx).await.unwrap();
    assert!(left.iter().all(|(_, rows)| *rows == 0), "{left:?}");
}
