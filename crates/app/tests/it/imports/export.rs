//! Registers written out: they come back unchanged, and make the same register where there is none.

use nennep_app::{
    Error,
    imports::{self, Format, Kind},
    members::seal_identity,
};
use nennep_domain::{
    ids::{MemberId, StandingId},
    members::{Leaving, MemberGrade, Profile, Sex, Standing, StandingState},
    time::{PartialDate, Precision},
};
use nennep_store::{events, members as store, members::NewMember};
use nennep_testkit::{Engine, TestApp, World};
use rstest::rstest;

use super::{bytes, counts, take};
use jiff::civil::date;

/// One member of whom everything is kept, in every way of standing.
async fn everything(world: &World) {
    let app = &world.test.app;
    let profile = |n: usize| Profile {
        full_name: format!("Đinh Văn {}", ["An", "Ba", "Cả", "Dần", "Em", "Gấm"][n]),
        other_names: "Ba Lê".to_owned(),
        sex: Some(Sex::Female),
        born_on: Some(PartialDate { date: date(1961, 12, 1), precision: Precision::Month }),
        card_number: format!("0099900{n}"),
        ethnicity: "Tày".to_owned(),
        religion: "Không".to_owned(),
        home_place: "Xã Đoài, tỉnh Sông Vân".to_owned(),
        residence: "Số 5, ngõ 3; tổ \"12\"".to_owned(),
        schooling: "10/10".to_owned(),
        profession: "Đại học, Sư phạm".to_owned(),
        political_theory: "Trung cấp".to_owned(),
        occupation_before: "Làm ruộng".to_owned(),
        occupation: "Giáo viên, Hiệu trưởng".to_owned(),
        admitted_on: Some(PartialDate { date: date(1990, 1, 1), precision: Precision::Year }),
        official_on: (n != 5).then(|| PartialDate::day(date(1991, 5, 19))),
        cv_number: "0012".to_owned(),
        badge_number: "0345".to_owned(),
        service: "Hưu trí".to_owned(),
        phone: "0912345678; 02438251234".to_owned(),
        email: "an@example.vn".to_owned(),
        note: "=1+1 không phải công thức".to_owned(),
        ..Profile::default()
    };
    let (mut new, mut stands) = (Vec::new(), Vec::new());
    for (n, state) in StandingState::ALL.iter().enumerate() {
        let identity = Some(seal_identity(app, &format!("00106100000{n}")));
        let member = NewMember { id: MemberId(app.new_id()), profile: profile(n), identity };
        let grade = if n == 5 { MemberGrade::Probationary } else { MemberGrade::Official };
        let profile = Profile { official_on: profile(n).official_on, ..member.profile.clone() };
        stands.push(Standing {
            id: StandingId(app.new_id()),
            member: member.id,
            cell: world.school,
            grade,
            state: *state,
            from_on: date(2026, 1, 1),
            to_on: None,
            left: None,
        });
        new.push(NewMember { profile, ..member });
    }
    // A member of the school who keeps contact in the residential cell is written out once.
    stands.push(Standing {
        id: StandingId(app.new_id()),
        cell: world.residential,
        state: StandingState::Residence,
        ..stands[0].clone()
    });
    let mut tx = app.store.write().await.unwrap();
    store::insert_many(&mut tx, &new, app.now()).await.unwrap();
    store::insert_standings(&mut tx, &stands).await.unwrap();
    let gone = store::standings_of(&mut tx, world.members[7]).await.unwrap();
    store::end_standing(&mut tx, gone[0].id, date(2026, 10, 1), Leaving::Deceased).await.unwrap();
    tx.commit().await.unwrap();
}

#[rstest]
#[tokio::test]
async fn what_is_written_out_comes_back_unchanged(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    everything(&world).await;
    let office = world.acting_for(world.office).await;
    let fresh = TestApp::new(engine).await;
    for format in [Format::Xlsx, Format::Csv] {
        let organisations = imports::export(&office, Kind::Organisations, None, format).await.unwrap();
        let organisations = bytes(Kind::Organisations, organisations);
        assert_eq!(counts(&take(&office, &organisations).await), [5, 0, 0, 5, 0]);
        let written = imports::export(&office, Kind::Members, None, format).await.unwrap();
        let members = bytes(Kind::Members, written.clone());
        let review = take(&office, &members).await;
        assert_eq!(counts(&review), [53, 0, 0, 53, 0], "{:?} {:?}", review.changed, review.problems);

        let system = fresh.app.as_system();
        let first = format == Format::Xlsx;
        let added = |all| if first { [all, all, 0, 0, 0] } else { [all, 0, 0, all, 0] };
        assert_eq!(counts(&take(&system, &organisations).await), added(5));
        let review = take(&system, &members).await;
        assert_eq!(counts(&review), added(53), "{:?} {:?}", review.changed, review.problems);
        let again = imports::export(&system, Kind::Members, None, format).await.unwrap();
        if format == Format::Csv {
            let sorted = |bytes: &[u8]| {
                let text = String::from_utf8(bytes.to_vec()).unwrap();
                let mut lines: Vec<_> =
                    text.lines().filter_map(|line| Some(line.split_once(',')?.1.to_owned())).collect();
                lines.sort();
                lines
            };
            assert_eq!(sorted(&again), sorted(&written), "a register that went round is the same");
        }
    }
}

#[rstest]
#[tokio::test]
async fn who_may_write_out_what(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    everything(&world).await;
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let cell = Some(world.residential);
    let secretary = world.acting_for(world.secretary).await;
    let own = text(imports::export(&secretary, Kind::Members, cell, Format::Csv).await.unwrap());
    assert_eq!(own.lines().count(), 3 + 21, "one has died");
    let whole = imports::export(&secretary, Kind::Members, None, Format::Csv).await;
    assert!(matches!(whole, Err(Error::NotFound)), "not even that it has members");
    let member = world.acting_for(world.member).await;
    assert!(matches!(
        imports::export(&member, Kind::Members, cell, Format::Csv).await,
        Err(Error::Forbidden)
    ));
    let (school, ward) = (Some(world.school), Some(world.ward));
    let committee = world.acting_for(world.overseer).await;
    let whole = imports::export(&committee, Kind::Members, ward, Format::Csv).await;
    assert!(matches!(whole, Err(Error::Forbidden)), "the ward's committee opens no files of its cells");
    let leader = world.acting_for(world.leader).await;
    let led = text(imports::export(&leader, Kind::Members, ward, Format::Csv).await.unwrap());
    assert!(led.lines().count() > 3 + 21 && !led.contains("001061000000"), "files, but no identity numbers");
    let office = world.acting_for(world.office).await;
    let shown = text(imports::export(&office, Kind::Members, school, Format::Csv).await.unwrap());
    assert!(shown.contains("001061000000"));
    let inspector = world.acting_for(world.inspector).await;
    let hidden = text(imports::export(&inspector, Kind::Members, school, Format::Csv).await.unwrap());
    assert!(!hidden.contains("001061000000"), "files, but no identity numbers");
    let mut tx = world.test.app.store.read().await.unwrap();
    let noted = events::list_of(&mut tx, world.school.0, 10).await.unwrap();
    assert_eq!(noted.iter().filter(|event| event.kind == "members.exported").count(), 2);
}

#[rstest]
#[tokio::test]
async fn blank_forms_are_known_when_they_come_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let test = TestApp::new(engine).await;
    for kind in Kind::ALL {
        let form = imports::template(&test.app, kind).unwrap();
        let review = imports::preview(&test.app.as_system(), &bytes(kind, form)).await.unwrap();
        assert_eq!((review.unusable.clone(), counts(&review)), (None, [0; 5]));
        let unknown: Vec<_> = review.unknown_columns().collect();
        assert!(unknown.is_empty(), "{unknown:?}");
        let mut fields: Vec<_> = review.columns.iter().map(|column| &column.field).collect();
        fields.sort();
        fields.dedup();
        assert_eq!(fields.len(), review.columns.len(), "each column holds its own field");
    }
}
