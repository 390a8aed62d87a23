//! Signed extracts of members' files: written, checked without the store, compared, taken over.

use jiff::civil::date;
use nennep_app::{
    Error,
    members::{
        self,
        extract::{self, Looked, MOST_BYTES, TakeForm, check},
        life,
    },
    notes::Note,
    registers,
};
use nennep_domain::{
    ids::{DeedId, MemberId},
    members::{
        MemberGrade, StandingState,
        extract::{Extract, ExtractError, VERSION},
        life::LifeDeed,
    },
};
use nennep_testkit::{Engine, World};
use rstest::rstest;

use crate::deeds::decision;

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

async fn written(world: &World) -> String {
    let secretary = world.acting_for(world.secretary).await;
    extract::write(&secretary, world.members[5]).await.unwrap().text
}

#[rstest]
#[tokio::test]
async fn an_extract_holds_the_file_and_the_member_sees_who_had_it_written(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let id = world.members[5];
    let secretary = world.acting_for(world.secretary).await;
    let deputy = world.acting_for(world.deputy).await;
    let member = world.acting_for(world.member).await;
    let text = extract::write(&secretary, id).await.unwrap().text;
    let checked = check(text.as_bytes(), "").unwrap();
    assert!(!checked.is_compared, "whose key it is, nobody said");
    assert!(check(text.as_bytes(), &extract::key(&secretary).fingerprint()).unwrap().is_compared);
    let kept = checked.extract;
    assert_eq!(kept.issuer.name, "Chi bộ Tổ dân phố số 5");
    assert_eq!(kept.issuer.above, "Đảng bộ phường An Bình");
    assert_eq!((kept.issued_on, kept.particulars.identity_number.as_str()), (date(2026, 11, 2), ""));
    assert_eq!(kept.home().map(|home| home.grade), Some(MemberGrade::Official));
    assert_eq!((kept.discipline, kept.dues.is_some()), (Some(Vec::new()), true));
    // The deputy sees no discipline: the extract says that it was left out, not that there is none.
    let by_deputy = extract::write(&deputy, id).await.unwrap().extract;
    assert_eq!((by_deputy.discipline, by_deputy.dues.is_some()), (None, true));
    let own = extract::write(&member, id).await.unwrap().extract;
    assert_eq!(own.discipline, Some(Vec::new()));
    let readings = members::show(&member, id).await.unwrap().readings.unwrap();
    let kinds: Vec<&str> = readings.iter().map(|one| one.kind.as_str()).collect();
    assert_eq!(kinds.iter().filter(|kind| **kind == "member.extract_written").count(), 3);
    assert_eq!(kinds.iter().filter(|kind| **kind == "member.discipline_read").count(), 2);
    // Nobody else has one written.
    for account in [world.overseer, world.inspector, world.stranger, world.administrator] {
        let asker = world.acting_for(account).await;
        assert!(extract::write(&asker, id).await.is_err(), "{account}");
    }
    let other = extract::write(&member, world.members[6]).await;
    assert!(matches!(other, Err(Error::Forbidden)), "{other:?}");
}

#[tokio::test]
async fn every_byte_of_an_extract_counts() {
    let world = World::new(Engine::Sqlite).await;
    let text = written(&world).await;
    assert!(check(text.as_bytes(), "").is_ok());
    for at in 0..text.len() {
        for flip in [0x01, 0x20] {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= flip;
            let answer = check(&bytes, "");
            assert!(answer.is_err(), "byte {at} ^ {flip}: {:?}", bytes[at] as char);
        }
    }
    for end in [0, 1, text.len() / 3, text.len() / 2, text.len() - 100, text.len() - 2, text.len() - 1] {
        let cut: String = text.chars().take(end.min(text.chars().count() - 1)).collect();
        let wrong = check(cut.as_bytes(), "").unwrap_err();
        assert!(matches!(wrong, ExtractError::NoSignature | ExtractError::NotAnExtract), "{end}: {wrong}");
    }
    let more = format!("{text}\n");
    assert_eq!(check(more.as_bytes(), "").unwrap_err(), ExtractError::NoSignature);
    let windows = text.replace('\n', "\r\n");
    assert!(check(windows.as_bytes(), "").is_err());
}

#[tokio::test]
async fn a_wrong_key_another_form_and_rubbish_are_refused_in_their_own_words() {
    let world = World::new(Engine::Sqlite).await;
    let (text, app) = (written(&world).await, &world.test.app);
    let other = "12345 ".repeat(6);
    let wrong = check(text.as_bytes(), &other).unwrap_err();
    assert_eq!(wrong, ExtractError::OtherKey { found: extract::key(app).fingerprint() });
    assert_eq!(check(text.as_bytes(), "1234").unwrap_err(), ExtractError::NotAKey);
    // Signed rightly, in a form that is not read.
    let body = Note::read(&text).unwrap().text;
    let line = format!("\"version\": {VERSION}");
    for (version, error) in [
        (0, ExtractError::OldVersion { version: 0 }),
        (VERSION + 1, ExtractError::NewVersion { version: VERSION + 1 }),
    ] {
        let other = app.keys.signer().sign(&body.replace(&line, &format!("\"version\": {version}")));
        assert_eq!(check(other.as_bytes(), "").unwrap_err(), error);
    }
    // Somebody changed the name, and the key in the text to their own.
    let mallory = nennep_app::keys::Keys::new(&[9; 32]);
    let key = extract::key(app).to_text();
    let forged = body.replace(&key, &mallory.signer().public().to_text());
    let forged = mallory.signer().sign(&forged);
    assert!(!check(forged.as_bytes(), "").unwrap().is_compared, "whole, but by whom is not proved");
    let fingerprint = extract::key(app).fingerprint();
    assert!(matches!(check(forged.as_bytes(), &fingerprint), Err(ExtractError::OtherKey { .. })));
    let own_words = mallory.signer().sign(body);
    assert_eq!(check(own_words.as_bytes(), "").unwrap_err(), ExtractError::Altered);
    // Ten megabytes of anything.
    for byte in [b'x', b'\n', b'{', b'[', 0xff] {
        assert_eq!(check(&vec![byte; 10 * 1024 * 1024], "").unwrap_err(), ExtractError::TooLarge);
        let most = check(&vec![byte; MOST_BYTES], "").unwrap_err();
        assert_eq!(most, ExtractError::NotAnExtract);
    }
    let deep = format!("{}{}", "[".repeat(400_000), "]".repeat(400_000));
    let deep = app.keys.signer().sign(&deep);
    assert_eq!(check(deep.as_bytes(), "").unwrap_err(), ExtractError::NotAnExtract);
}

/// An extract of somebody the other installation does not know, written by this one.
fn of_stranger(text: &str, world: &World) -> String {
    let body = Note::read(text).unwrap().text;
    let mut extract: Extract = serde_json::from_str(body).unwrap();
    "Đặng Thị Mai Hương".clone_into(&mut extract.particulars.full_name);
    "079998877".clone_into(&mut extract.particulars.card_number);
    extract.particulars.phone.clear();
    "Chi bộ Khu phố 3".clone_into(&mut extract.issuer.name);
    world.test.app.keys.signer().sign(&serde_json::to_string_pretty(&extract).unwrap())
}

#[rstest]
#[tokio::test]
async fn the_receiving_cell_compares_and_takes_over(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let text = written(&world).await;
    let secretary = world.acting_for(world.secretary).await;
    let Looked { met, is_own, cells, .. } = extract::look(&secretary, text.as_bytes(), "").await.unwrap();
    assert!(is_own);
    assert_eq!((met.len(), met[0].member, cells.len()), (1, world.members[5], 1));
    assert_eq!(met[0].differs.as_deref(), Some(&[][..]), "the register says the same");
    // Another cell's secretary learns that there is one, and nothing of the file.
    let other = world.acting_for(world.stranger).await;
    let met = extract::look(&other, text.as_bytes(), "").await.unwrap().met;
    assert!(met[0].differs.is_none());
    let nobody = world.acting_for(world.member).await;
    assert!(matches!(extract::look(&nobody, text.as_bytes(), "").await, Err(Error::Forbidden)));

    let text = of_stranger(&text, &world);
    assert!(extract::look(&other, text.as_bytes(), "").await.unwrap().met.is_empty());
    let fingerprint = extract::key(&other).fingerprint();
    let (deed, member) = (DeedId(other.new_id()), MemberId(other.new_id()));
    let form = |known| TakeForm {
        deed,
        member,
        bytes: text.as_bytes(),
        known,
        cell: world.agency,
        on: date(2026, 11, 1),
        decision: decision(date(2026, 10, 20)),
    };
    assert_eq!(refused(extract::take(&other, form("")).await), "extract-refused-not-compared");
    let elsewhere = world.acting_for(world.secretary).await;
    assert!(extract::take(&elsewhere, form(&fingerprint)).await.is_err(), "only into a cell one keeps");
    extract::take(&other, form(&fingerprint)).await.unwrap();
    extract::take(&other, form(&fingerprint)).await.unwrap();
    let view = members::show(&other, member).await.unwrap();
    assert_eq!(view.member.profile.full_name, "Đặng Thị Mai Hương");
    let home = &view.standings[0];
    assert_eq!(
        (home.cell, home.grade, home.state),
        (world.agency, MemberGrade::Official, StandingState::Active)
    );
    let recorded = life::list(&other, member).await.unwrap();
    assert!(matches!(&recorded[0].deed, Some(LifeDeed::Receive { from, .. }) if from == "Chi bộ Khu phố 3"));
    let book = registers::of_cell(
        &other,
        world.agency,
        registers::Kind::Introductions,
        None,
        registers::Format::Xlsx,
    );
    assert!(!book.await.unwrap().bytes.is_empty());
    // Once there, a second extract meets the member instead.
    let met = extract::look(&other, text.as_bytes(), "").await.unwrap().met;
    assert_eq!((met[0].member, met[0].is_certain), (member, true));
    let again =
        TakeForm { deed: DeedId(other.new_id()), member: MemberId(other.new_id()), ..form(&fingerprint) };
    assert!(
        matches!(extract::take(&other, again).await, Err(Error::Invalid(_))),
        "nobody stands there twice"
    );
}
