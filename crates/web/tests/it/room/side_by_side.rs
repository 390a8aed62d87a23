//! Two minute-takers in one item: nothing is lost, and whoever comes second sees both texts.

use axum::http::StatusCode;
use nennep_testkit::Engine;
use rstest::rstest;

use super::{done, evening, next_step, opened};
use crate::forms::{form, form_with};

#[rstest]
#[tokio::test]
async fn two_write_in_one_item_and_both_texts_are_shown(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (house, secretary, meeting) = evening(engine).await;
    let page = opened(&house, &secretary, meeting).await;
    let page = done(&secretary, &form(page.page(), "/roll?")).await;
    let page = done(&secretary, &next_step(page.page())).await;
    let page =
        done(&secretary, &form_with(page.page(), "/count?", "in_favour").with(&[("all", "true")])).await;
    let page = done(&secretary, &next_step(page.page())).await;
    let taker = house.signed_in(house.world.member).await;
    let also = taker.get(&format!("/meetings/{meeting}/room")).await;
    let (first, second) = (form(page.page(), "/notes"), form(also.page(), "/notes"));
    assert_eq!(first.field("version"), second.field("version"), "both begin with the same text");

    // As it is typed: the second is told of the first's text and nothing is written over.
    let mine = first.with(&[("notes", "Bí thư ghi.")]);
    let saved = secretary.save(&mine.action, &mine.pairs()).await;
    assert_eq!(saved.status, StatusCode::OK);
    let theirs = second.with(&[("notes", "Thư ký ghi.")]);
    let differs = taker.save(&theirs.action, &theirs.pairs()).await;
    assert_eq!(differs.status, StatusCode::CONFLICT);
    assert!(differs.body.contains("Bí thư ghi."), "{}", differs.body);

    // By hand: the page comes back with what was typed and, beside it, the other's text.
    let by_hand = theirs.send(&taker).await;
    assert_eq!(by_hand.status, StatusCode::CONFLICT);
    assert!(by_hand.body.contains("Người khác vừa sửa chỗ này"));
    let back = form(&by_hand.body, "/notes");
    assert_eq!(back.field("notes"), "Thư ký ghi.");
    assert!(by_hand.body.contains("readonly>Bí thư ghi.</textarea>"), "both texts are on the page");
    let joined = back.with(&[("notes", "Bí thư ghi. Thư ký ghi.")]);
    done(&taker, &joined).await.says(&["Bí thư ghi. Thư ký ghi."]);
    let saved = secretary.save(&mine.action, &mine.pairs()).await;
    assert_eq!(saved.status, StatusCode::CONFLICT, "the first is not written over either");
}
