//! Members taken in: added, changed, left alone, refused; all or none; by whom.

use jiff::civil::date;
use nennep_app::{
    Error,
    imports::{self, Kind},
    members::reveal_identity,
};
use nennep_domain::{
    ids::MemberId,
    members::{Leaving, MemberGrade, StandingState},
};
use nennep_store::{events, members as store};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use super::{counts, into, members, problems, rows, take};

const HEAD: &str =
    "STT|Họ và tên|Ngày sinh|Số thẻ ĐV|CCCD|Ngày vào Đảng|Ngày chính thức|Tình trạng|Mã chi bộ\n";

async fn found(world: &World, name: &str) -> store::Known {
    let mut tx = world.test.app.store.read().await.unwrap();
    let known = store::known(&mut tx, date(2026, 11, 2)).await.unwrap();
    known.into_iter().find(|one| one.profile.full_name == name).unwrap()
}

#[rstest]
#[tokio::test]
async fn a_register_is_taken_once_and_the_second_time_changes_nothing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let file = members(&format!(
        "{HEAD}1|ĐINH VĂN KHÔI|5-11-80|00999001|001080000901|03/02/2005|03/02/2006||38.168.000.000.001\n\
         2|Đinh Thị Lụa|1999||001099000902|20/10/2025|20/10/2026|Chính thức|38.168.000.000.001\n\
         3|Đinh Văn Mạnh|12/1961|00999003||1990|1991|Chính thức, miễn sinh hoạt|38.168.000.000.004\n\
         |Tổng cộng: 3 đảng viên|||||||\n"
    ));
    let before = rows(&office).await;
    let review = imports::preview(&office, &file).await.unwrap();
    assert_eq!((counts(&review), review.taken), ([3, 3, 0, 0, 0], false), "{review:?}");
    assert_eq!(review.passed_over, [5]);
    assert_eq!(review.added[0].name, "Đinh Văn Khôi");
    assert_eq!(
        (review.added[0].mark.as_str(), review.added[0].place.as_str()),
        ("05/11/1980", "Chi bộ Tổ dân phố số 5")
    );
    assert_eq!(rows(&office).await, before, "looking writes nothing");

    let mut told = Vec::new();
    let review = imports::take(&office, &file, &mut |done, all| told.push((done, all))).await.unwrap();
    assert_eq!((counts(&review), review.taken), ([3, 3, 0, 0, 0], true));
    assert_eq!(told, [(0, 3), (3, 3)]);
    let khoi = found(&world, "Đinh Văn Khôi").await;
    assert_eq!(khoi.profile.identity_number, "", "not in the clear");
    assert_eq!(reveal_identity(&office, khoi.member).await.unwrap(), "001080000901");
    let standing = khoi.standing.unwrap();
    assert_eq!(
        (standing.cell, standing.from_on),
        (world.residential, date(2025, 7, 1)),
        "as long as the cell exists"
    );

    let lua = found(&world, "Đinh Thị Lụa").await.member;
    let mut tx = world.test.app.store.read().await.unwrap();
    let stood = store::standings_of(&mut tx, lua).await.unwrap();
    let spans: Vec<_> = stood.iter().map(|one| (one.grade, one.from_on, one.to_on)).collect();
    let recognised = date(2026, 10, 20);
    assert_eq!(
        spans,
        [
            (MemberGrade::Probationary, date(2025, 10, 20), Some(recognised)),
            (MemberGrade::Official, recognised, None),
        ]
    );
    let imported = events::list_of(&mut tx, world.ward.0, 10).await.unwrap();
    drop(tx);
    assert_eq!(imported.len(), 1);
    assert_eq!(imported[0].kind, "members.imported");
    assert_eq!(imported[0].payload, serde_json::json!({ "added": 3, "changed": 0, "unchanged": 0 }));
    assert_eq!(imported[0].organisation, Some(world.ward));

    let again = take(&office, &file).await;
    assert_eq!(counts(&again), [3, 0, 0, 3, 0], "{again:?}");
}

#[rstest]
#[tokio::test]
async fn what_changes_is_shown_as_it_was_and_will_be(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let first = members(&format!(
        "{HEAD}1|Đinh Văn Khôi|1980|00999001||03/02/2005|03/02/2006||38.168.000.000.001\n\
         2|Đinh Thị Lụa|02/03/1999||001099000902|20/10/2025||Dự bị|38.168.000.000.001\n\
         3|Đinh Văn Mạnh|12/1961|00999003||1990|1991||38.168.000.000.001\n"
    ));
    assert!(take(&office, &first).await.taken);
    let second = members(&format!(
        "{HEAD}1|Đinh Văn Khôi|05/11/1980|00999001|001080000901|2005|||38.168.000.000.001\n\
         2|Đinh Thị Lụa|02/03/1999||001099000902|20/10/2025|20/10/2026|Chính thức|38.168.000.000.001\n\
         3|Đinh Văn Mạnh|12/1961|00999003||1990|1991|Chính thức, miễn sinh hoạt|38.168.000.000.001\n"
    ));
    let review = imports::preview(&office, &second).await.unwrap();
    assert_eq!(counts(&review), [3, 0, 3, 0, 0]);
    let shown: Vec<Vec<_>> = review
        .changed
        .iter()
        .map(|line| line.changes.iter().map(|one| (one.label.key, &*one.old, &*one.new)).collect())
        .collect();
    assert_eq!(
        shown,
        [
            vec![
                ("import-field-identity-number", "", "•••••••••901"),
                ("import-field-born-on", "1980", "05/11/1980")
            ],
            vec![
                ("import-field-official-on", "", "20/10/2026"),
                ("import-detail-grade", "probationary", "official")
            ],
            vec![("import-detail-state", "active", "exempt")],
        ]
    );
    assert!(take(&office, &second).await.taken);
    let khoi = found(&world, "Đinh Văn Khôi").await.profile;
    assert_eq!(khoi.admitted_on.unwrap().to_string(), "03/02/2005", "what is known better stays");
    let lua = found(&world, "Đinh Thị Lụa").await.standing.unwrap();
    assert_eq!(
        (lua.grade, lua.from_on),
        (MemberGrade::Official, date(2026, 10, 20)),
        "from the day of recognition"
    );
    let manh = found(&world, "Đinh Văn Mạnh").await.standing.unwrap();
    assert_eq!((manh.state, manh.from_on), (StandingState::Exempt, date(2026, 11, 2)), "from today");
    assert_eq!(counts(&take(&office, &second).await), [3, 0, 0, 3, 0]);
}

#[rstest]
#[tokio::test]
async fn a_telephone_grouped_otherwise_is_no_change(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let mut member = found_in(&world, world.members[3]).await;
    member.profile.phone = "0912 345 678".to_owned();
    let mut tx = world.test.app.store.write().await.unwrap();
    store::update_profile(&mut tx, member.member, &member.profile, None, office.now()).await.unwrap();
    tx.commit().await.unwrap();
    let line = |phone: &str| {
        let profile = &member.profile;
        members(&format!(
            "Họ và tên|Số thẻ|Điện thoại\n{}|{}|{phone}\n",
            profile.full_name, profile.card_number
        ))
    };
    assert_eq!(counts(&take(&office, &line("0912.345.678")).await), [1, 0, 0, 1, 0]);
    assert_eq!(counts(&take(&office, &line("0912345679")).await), [1, 0, 1, 0, 0]);
}

#[rstest]
#[tokio::test]
async fn members_who_left_are_taken_as_gone(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let head = "Họ và tên|Ngày sinh|Số thẻ|Ngày vào Đảng|Từ trần|Chuyển đi|213\n";
    let first = into(
        members(&format!(
            "{head}Đinh Văn Khôi|05/11/1950|00999001|1975|12/08/2024||\nĐinh Thị Lụa|02/03/1979|00999002|2005|||\n\
         Đinh Văn Mạnh|12/1961|00999003|1990|||x\n"
        )),
        world.residential,
    );
    assert_eq!(counts(&take(&office, &first).await), [3, 3, 0, 0, 0]);
    assert_eq!(counts(&take(&office, &first).await), [3, 0, 0, 3, 0], "also who left, and who only visits");
    let khoi = found(&world, "Đinh Văn Khôi").await.standing.unwrap();
    assert_eq!((khoi.to_on, khoi.left), (Some(date(2024, 8, 12)), Some(Leaving::Deceased)));
    let manh = found(&world, "Đinh Văn Mạnh").await.standing.unwrap();
    assert_eq!(manh.state, StandingState::Residence);

    let second = into(
        members(&format!("{head}Đinh Thị Lụa|02/03/1979|00999002|2005||10/2026 phường Bình Hòa|\n")),
        world.residential,
    );
    assert_eq!(counts(&take(&office, &second).await), [1, 0, 1, 0, 0]);
    assert_eq!(counts(&take(&office, &second).await), [1, 0, 0, 1, 0], "a month says no more than its day");
    let lua = found(&world, "Đinh Thị Lụa").await.standing.unwrap();
    assert_eq!((lua.to_on, lua.left), (Some(date(2026, 10, 1)), Some(Leaving::Transferred)));
    let corrected = into(
        members(&format!("{head}Đinh Thị Lụa|02/03/1979|00999002|2005||15/09/2026|\n")),
        world.residential,
    );
    assert_eq!(counts(&take(&office, &corrected).await), [1, 0, 1, 0, 0]);
    assert_eq!(found(&world, "Đinh Thị Lụa").await.standing.unwrap().to_on, Some(date(2026, 9, 15)));
    let too_early = into(
        members(&format!("{head}Đinh Thị Lụa|02/03/1979|00999002|2005||15/09/2006|\n")),
        world.residential,
    );
    assert_eq!(
        problems(&take(&office, &too_early).await),
        ["2  \"15/09/2006\": import-left-before-standing"]
    );
}

#[rstest]
#[tokio::test]
async fn one_bad_line_and_nothing_is_written(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let before = rows(&office).await;
    let file = members(&format!(
        "{HEAD}1|Đinh Văn Khôi|29/2/2023|00999001||2005|||38.168.000.000.001\n\
         2|Đinh Thị Lụa|02/03/1999|00999002||05/01/1998|||38.168.000.000.001\n\
         3|Đinh Văn Mạnh|12/1961|00999003||1990|1991||38.168.000.000.099\n\
         4|Đinh Thị Na|12/1962|00999004||1990|1991||38.168.000.000.001\n\
         5|Đinh Thị Oanh|12/1963|00999004||1990|1991||38.168.000.000.001\n\
         6|Đinh Văn Phúc|1964|00999006||1990|1991||38.168.000.000.001\n"
    ));
    let review = take(&office, &file).await;
    assert_eq!((counts(&review), review.taken), ([6, 1, 0, 0, 5], false));
    assert_eq!(
        problems(&review),
        [
            "2 C (Ngày sinh) \"29/2/2023\": import-date-not-in-calendar",
            "3 C (Ngày sinh) \"02/03/1999\": import-born-after-admission",
            "4 I (Mã chi bộ) \"38.168.000.000.099\": import-cell-code",
            "5 D (Số thẻ ĐV) \"00999004\": import-card-twice",
            "6 D (Số thẻ ĐV) \"00999004\": import-card-twice",
        ]
    );
    assert_eq!(rows(&office).await, before);
}

#[rstest]
#[tokio::test]
async fn each_takes_in_what_they_keep(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = "Họ và tên|Ngày sinh|Số thẻ|Ngày vào Đảng\nĐinh Văn Khôi|05/11/1980|00999001|2005\n";
    let secretary = world.acting_for(world.secretary).await;
    for account in [world.member, world.inspector, world.administrator, world.leader] {
        let ctx = world.acting_for(account).await;
        let refused = imports::preview(&ctx, &into(members(new), world.residential)).await;
        assert!(matches!(refused, Err(Error::Forbidden)), "{refused:?}");
    }
    let elsewhere = imports::take(&secretary, &into(members(new), world.agency), &mut |_, _| {}).await;
    assert!(matches!(elsewhere, Err(Error::Forbidden)));
    let ward = imports::preview(&world.acting_for(world.office).await, &into(members(new), world.ward)).await;
    assert!(matches!(ward, Err(Error::Refused(refusal)) if refusal.code() == "import-into-not-cell"));
    assert!(take(&secretary, &into(members(new), world.residential)).await.taken);
    // A member of another cell, found by number in a file that names no cell: nothing of them may change or be told.
    let other = found_in(&world, world.agency_members[3]).await;
    let theirs = members(&format!(
        "Họ và tên|Ngày sinh|Số thẻ|Điện thoại\n{}||{}|0912345678\n",
        other.profile.full_name, other.profile.card_number
    ));
    let review = take(&secretary, &theirs).await;
    assert_eq!((problems(&review), review.taken), (vec!["2  \"\": import-out-of-reach".to_owned()], false));
    assert!(take(&world.acting_for(world.office).await, &theirs).await.taken);
    let organisations = super::file(Kind::Organisations, "Mã|Tên\n9|Chi bộ Chín\n");
    assert!(matches!(imports::preview(&secretary, &organisations).await, Err(Error::Forbidden)));
}

async fn found_in(world: &World, member: MemberId) -> store::Known {
    let mut tx = world.test.app.store.read().await.unwrap();
    let known = store::known(&mut tx, date(2026, 11, 2)).await.unwrap();
    known.into_iter().find(|one| one.member == member).unwrap()
}
