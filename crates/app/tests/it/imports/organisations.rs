//! Organisations taken in: a tree from nothing, then changed, moved and left alone.

use jiff::civil::date;
use nennep_app::{
    Error,
    imports::{self, Kind},
};
use nennep_store::organisations as store;
use nennep_testkit::{Engine, TestApp, World};
use rstest::rstest;

use super::{counts, file, into, problems, rows, take};

const LIST: &str = "DANH SÁCH TỔ CHỨC ĐẢNG|||||\nSTT|Mã|Tên tổ chức đảng|Loại hình|Mã cấp trên|Ngày thành lập\n\
    1|38.168.000.000.001|Chi bộ Tổ dân phố số 1||38.168.000|\n\
    2|38.168.000|Đảng bộ phường Bình Minh|||01/07/2025\n\
    3|38.168.053|Đảng bộ Công ty Dệt Bình Minh||38.168.000|2026\n\
    4|38.168.053.001|Chi bộ Phân xưởng Sợi|Doanh nghiệp ngoài nhà nước|Đảng bộ Công ty Dệt Bình Minh|\n";

#[rstest]
#[tokio::test]
async fn a_tree_is_taken_from_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let test = TestApp::new(engine).await;
    let system = test.app.as_system();
    let list = file(Kind::Organisations, LIST);
    let review = take(&system, &list).await;
    assert_eq!((counts(&review), review.taken), ([4, 4, 0, 0, 0], true), "{review:?}");
    let mut tx = test.app.store.read().await.unwrap();
    let by_code =
        async |tx: &mut nennep_store::Tx, code| store::find_by_code(tx, code).await.unwrap().unwrap();
    let sewing = by_code(&mut tx, "38.168.053.001").await;
    let (company, ward) = (by_code(&mut tx, "38.168.053").await, by_code(&mut tx, "38.168.000").await);
    let place = store::place(&mut tx, sewing.id).await.unwrap().unwrap();
    assert_eq!(place.above, [company.id, ward.id]);
    assert_eq!(sewing.from_on, date(2026, 1, 1), "as long as the one above it");
    assert_eq!(by_code(&mut tx, "38.168.000.000.001").await.from_on, date(2025, 7, 1));
    drop(tx);
    assert_eq!(counts(&take(&system, &list).await), [4, 0, 0, 4, 0]);

    let changed = file(
        Kind::Organisations,
        "Mã|Tên tổ chức đảng|Mã cấp trên\n38.168.053.001|Chi bộ Phân xưởng Sợi số 1|38.168.060\n\
         38.168.060|Đảng bộ Công ty Sợi Bình Minh|38.168.000\n38.168.053|Đảng bộ Công ty Dệt Bình Minh|38.168.060\n",
    );
    let review = take(&system, &changed).await;
    assert_eq!(counts(&review), [3, 1, 2, 0, 0]);
    let shown: Vec<_> = review.changed[0].changes.iter().map(|one| (&*one.old, &*one.new)).collect();
    assert_eq!(
        shown,
        [("Chi bộ Phân xưởng Sợi", "Chi bộ Phân xưởng Sợi số 1"), ("38.168.053", "38.168.060")]
    );
    let mut tx = test.app.store.read().await.unwrap();
    let spinning = by_code(&mut tx, "38.168.060").await;
    for id in [sewing.id, company.id] {
        let place = store::place(&mut tx, id).await.unwrap().unwrap();
        assert_eq!(place.above, [spinning.id, ward.id]);
    }
    drop(tx);
    assert_eq!(counts(&take(&system, &changed).await), [3, 0, 0, 3, 0]);
}

#[rstest]
#[tokio::test]
async fn an_office_keeps_to_its_own_tree(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let new = file(Kind::Organisations, "Mã|Tên\n38.168.000.000.009|Chi bộ Trạm Y tế\n");
    let review = take(&office, &into(new, world.ward)).await;
    assert_eq!((counts(&review), review.taken), ([1, 1, 0, 0, 0], true));

    // Another committee stands beside the ward; the office has no business there.
    let system = world.test.app.as_system();
    let mut tx = world.test.app.store.write().await.unwrap();
    let ward = store::find(&mut tx, world.ward).await.unwrap().unwrap();
    let other = nennep_domain::organisations::Organisation {
        id: nennep_domain::ids::OrganisationId(system.new_id()),
        code: "38.170.000".to_owned(),
        name: "Đảng bộ phường Bình Hòa".to_owned(),
        ..ward
    };
    store::insert_many(&mut tx, std::slice::from_ref(&other)).await.unwrap();
    tx.commit().await.unwrap();
    let before = rows(&office).await;
    let list = file(
        Kind::Organisations,
        "Mã|Tên|Mã cấp trên\n38.170.000|Đảng bộ phường Bình Hòa đổi tên|\n38.170.001|Đảng bộ Chợ|38.170.000\n\
         38.170.001.001|Chi bộ Chợ|38.170.001\n38.168.000.000.009|Chi bộ Trạm Y tế|38.170.000\n",
    );
    let review = take(&office, &list).await;
    assert_eq!((counts(&review), review.taken), ([4, 0, 0, 0, 4], false));
    assert!(problems(&review).iter().all(|problem| problem.ends_with(": import-out-of-reach")), "{review:?}");
    assert_eq!(rows(&office).await, before);
    let refused = imports::preview(&office, &into(list, other.id)).await;
    assert!(matches!(refused, Err(Error::Forbidden)));
}
