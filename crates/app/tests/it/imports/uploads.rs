//! Files uploaded to a page: looked at, mapped by hand, taken at once or by a job, forgotten.

use std::fmt::Write as _;

use nennep_app::{
    Error,
    imports::{self, ByHand, Kind, State, Taking, Upload, View},
    jobs,
};
use nennep_domain::ids::ImportId;
use nennep_store::imports as store;
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{counts, rows};

const NEW: &str = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";

async fn upload(world: &World, ctx: &nennep_app::Ctx, text: &str) -> ImportId {
    let id = ImportId(ctx.new_id());
    let upload = Upload {
        id,
        kind: Kind::Members,
        into: Some(world.residential),
        file_name: "đảng viên.csv".to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    imports::upload(ctx, upload).await.unwrap();
    id
}

fn review(view: &View) -> &imports::Review {
    match &view.state {
        State::Looked { review, .. } => review,
        other => panic!("{other:?}"),
    }
}

#[rstest]
#[tokio::test]
async fn a_file_is_looked_at_taken_and_kept_as_history(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = upload(&world, &secretary, NEW).await;
    let kept = store::find(&mut world.test.app.store.read().await.unwrap(), id).await.unwrap().unwrap();
    let clear = kept.bytes.windows(8).any(|part| part == b"00999001");
    assert!(!clear, "the file lies encrypted");
    assert_eq!(counts(review(&imports::find(&secretary, id).await.unwrap())), [1, 1, 0, 0, 0]);
    let office = world.acting_for(world.office).await;
    assert!(matches!(imports::find(&office, id).await, Err(Error::NotFound)), "only its own person sees it");
    assert!(matches!(imports::take_uploaded(&office, id).await, Err(Error::NotFound)));
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Taken);
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Taken, "asked twice");
    let view = imports::find(&secretary, id).await.unwrap();
    assert!(matches!(view.state, State::Taken(taken) if (taken.added, taken.unchanged) == (1, 0)));
    let kept = store::find(&mut world.test.app.store.read().await.unwrap(), id).await.unwrap().unwrap();
    assert!(kept.bytes.is_empty());
    imports::forget(&secretary, id).await.unwrap();
    for ctx in [&secretary, &office] {
        let past = imports::history(ctx, 10).await.unwrap();
        assert_eq!(past.iter().map(|one| one.id).collect::<Vec<_>>(), [id]);
    }
    let stranger = world.acting_for(world.stranger).await;
    assert!(imports::history(&stranger, 10).await.unwrap().is_empty());
    let member = world.acting_for(world.member).await;
    assert!(matches!(imports::history(&member, 10).await, Err(Error::Forbidden)));
}

#[rstest]
#[tokio::test]
async fn headings_nobody_knows_are_mapped_by_hand(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let text =
        "Danh bạ;;;\nQuý danh;Khi nào chào đời;Thẻ số mấy;Vào từ\nĐinh Văn Khôi;05/11/1980;00999001;2005\n";
    let id = upload(&world, &secretary, text).await;
    let view = imports::find(&secretary, id).await.unwrap();
    assert_eq!(review(&view).unusable.as_ref().unwrap().key, "import-no-member-head");
    assert_eq!(review(&view).columns[1].heading, "Khi nào chào đời");
    assert_eq!(review(&view).columns[1].samples, ["05/11/1980"]);
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Refused);
    let by_hand = |words: [&str; 4]| (0..).zip(words.map(str::to_owned)).collect::<ByHand>();
    let nonsense = imports::set_columns(&secretary, id, &by_hand(["full_name", "born", "", ""])).await;
    assert!(matches!(nonsense, Err(Error::Invalid(_))));
    imports::set_columns(&secretary, id, &by_hand(["", "born_on", "", ""])).await.unwrap();
    let view = imports::find(&secretary, id).await.unwrap();
    assert_eq!(review(&view).unusable.as_ref().unwrap().key, "import-no-name-column");
    let words = ["full_name", "born_on", "card_number", "admitted_on"];
    imports::set_columns(&secretary, id, &by_hand(words)).await.unwrap();
    assert_eq!(counts(review(&imports::find(&secretary, id).await.unwrap())), [1, 1, 0, 0, 0]);
    imports::set_columns(&secretary, id, &by_hand(["full_name", "born_on", "born_on", ""])).await.unwrap();
    let view = imports::find(&secretary, id).await.unwrap();
    assert_eq!(review(&view).unusable.as_ref().unwrap().key, "import-doubled-column");
    imports::set_columns(&secretary, id, &by_hand(words)).await.unwrap();
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Taken);
}

#[rstest]
#[tokio::test]
async fn a_long_file_is_taken_by_a_job(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let mut text = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\n".to_owned();
    for n in 0..3_001 {
        writeln!(text, "Đinh Văn Khôi;05/11/1980;0099{n:04};2005").unwrap();
    }
    let id = upload(&world, &secretary, &text).await;
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Begun);
    assert_eq!(imports::take_uploaded(&secretary, id).await.unwrap(), Taking::Begun, "asked twice");
    let view = imports::find(&secretary, id).await.unwrap();
    assert!(matches!(view.state, State::Taking { steps: None }));
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let view = imports::find(&secretary, id).await.unwrap();
    assert!(matches!(view.state, State::Taken(taken) if taken.added == 3_001), "{view:?}");
}

#[rstest]
#[tokio::test]
async fn what_stands_against_a_file_meanwhile_gives_it_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = upload(&world, &secretary, NEW).await;
    let mut tx = world.test.app.store.write().await.unwrap();
    store::request(&mut tx, id, world.test.app.now()).await.unwrap();
    jobs::enqueue(&mut tx, &secretary, jobs::Task::TakeImport { import: id }).await.unwrap();
    tx.commit().await.unwrap();
    // Another cell takes in the same person first.
    let office = world.acting_for(world.office).await;
    assert!(
        super::take(&office, &super::into(super::members(&NEW.replace(';', "|")), world.agency)).await.taken
    );
    let before = rows(&office).await;
    while jobs::run_next(&world.test.app).await.unwrap() {}
    let view = imports::find(&secretary, id).await.unwrap();
    assert_eq!(counts(review(&view)), [1, 0, 0, 0, 1]);
    assert_eq!(review(&view).problems[0].reason.key, "import-elsewhere");
    let members = |rows: &[(&str, u64)]| rows.iter().find(|(table, _)| *table == "members").unwrap().1;
    assert_eq!(members(&rows(&office).await), members(&before));
}

#[rstest]
#[tokio::test]
async fn a_file_nobody_takes_is_forgotten(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let first = upload(&world, &secretary, NEW).await;
    let second = upload(&world, &secretary, NEW).await;
    assert!(
        matches!(imports::find(&secretary, first).await, Err(Error::NotFound)),
        "the next takes its place"
    );
    while jobs::run_next(&world.test.app).await.unwrap() {}
    assert!(imports::find(&secretary, second).await.is_ok());
    world.test.at(jiff::civil::date(2026, 11, 3).at(8, 1, 0, 0));
    while jobs::run_next(&world.test.app).await.unwrap() {}
    assert!(matches!(imports::find(&secretary, second).await, Err(Error::NotFound)));
    let third = upload(&world, &secretary, NEW).await;
    imports::forget(&secretary, third).await.unwrap();
    assert!(matches!(imports::find(&secretary, third).await, Err(Error::NotFound)));
}
