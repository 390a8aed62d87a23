//! The meeting itself and its agenda.

use nennep_domain::{
    ids::{ItemId, MeetingId},
    meetings::{Item, Meeting, MeetingKind},
    time::Month,
};
use nennep_store::meetings::{self, Filter, Step};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{at, draft, ground, item, meeting, november};

#[rstest]
#[tokio::test]
async fn a_month_has_one_routine_sitting(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let first = ground.meeting(november()).await;
    let id = || MeetingId(ground.id());
    let mut tx = ground.store.write().await.unwrap();
    let second = meeting(id(), ground.cell(), november());
    let thematic =
        Meeting {
            id: id(), kind: MeetingKind::Thematic, topic: "Chuyên đề".to_owned(), ..second.clone()
        };
    let drafts = [draft(&second, ground.secretary()), draft(&thematic, ground.secretary())];
    assert_eq!(
        meetings::insert_many(&mut tx, &drafts).await.unwrap(),
        1,
        "a thematic one beside it is welcome"
    );
    assert_eq!(meetings::find(&mut tx, second.id).await.unwrap(), None);
    assert_eq!(meetings::find(&mut tx, first.id).await.unwrap(), Some(first.clone()));
    let in_month = meetings::of_cell_month(&mut tx, ground.cell(), november()).await.unwrap();
    assert_eq!(in_month.iter().map(|one| one.id).collect::<Vec<_>>(), [first.id, thematic.id]);

    let december = Meeting { month: november().plus(1), place: "Trường THCS".to_owned(), ..first.clone() };
    assert!(meetings::update_plan(&mut tx, &december).await.unwrap());
    assert_eq!(meetings::insert_many(&mut tx, &[draft(&second, ground.secretary())]).await.unwrap(), 1);
    let back = Meeting { month: november(), ..december.clone() };
    assert!(!meetings::update_plan(&mut tx, &back).await.unwrap(), "the month is taken by now");
    assert_eq!(meetings::find(&mut tx, first.id).await.unwrap(), Some(december));
}

#[rstest]
#[tokio::test]
async fn steps_are_marked_once_and_taken_back(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let mut tx = ground.store.write().await.unwrap();
    let steps = [
        Step::Registered,
        Step::Approved,
        Step::Called,
        Step::Opened,
        Step::AgendaAdopted,
        Step::Closed,
        Step::Adopted,
        Step::Reported,
        Step::Cancelled,
    ];
    for (n, step) in (1..).zip(steps) {
        assert!(meetings::mark_step(&mut tx, id, step, ground.done(at(10, n))).await.unwrap());
        assert!(!meetings::mark_step(&mut tx, id, step, ground.done(at(11, 0))).await.unwrap());
    }
    let kept = meetings::find(&mut tx, id).await.unwrap().unwrap().steps;
    assert_eq!(kept.registered, Some(ground.done(at(10, 1))), "the first time stays");
    assert_eq!(kept.closed, Some(ground.done(at(10, 6))));
    for step in steps {
        assert!(meetings::clear_step(&mut tx, id, step).await.unwrap());
        assert!(!meetings::clear_step(&mut tx, id, step).await.unwrap());
    }
    let (chair, taker, tracker) = (Some(ground.member(0)), Some(ground.member(5)), Some(ground.member(2)));
    meetings::set_people(&mut tx, id, chair, taker, tracker).await.unwrap();
    meetings::set_dues_note(&mut tx, id, "Đã nộp đủ").await.unwrap();
    assert!(!meetings::save_dues_note(&mut tx, id, "chưa ghi", "Chen vào").await.unwrap());
    assert!(meetings::save_dues_note(&mut tx, id, "Đã nộp đủ", "Đã nộp đủ").await.unwrap());
    meetings::set_cancel_reason(&mut tx, id, "Bão").await.unwrap();
    let kept = meetings::find(&mut tx, id).await.unwrap().unwrap();
    assert_eq!((kept.chair, kept.minute_taker, kept.tracker), (chair, taker, tracker));
    assert_eq!((kept.dues_note.as_str(), kept.cancel_reason.as_str()), ("Đã nộp đủ", "Bão"));
    assert_eq!(kept.steps, nennep_domain::meetings::Steps::default());
}

#[rstest]
#[tokio::test]
async fn lists_of_meetings_are_paged_both_ways(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let ground = ground(engine).await;
    for n in 0..12 {
        ground.meeting(november().plus(-n)).await;
    }
    let mut tx = ground.store.read().await.unwrap();
    let months = |listed: &[meetings::Listed]| listed.iter().map(|one| one.meeting.month).collect::<Vec<_>>();
    let within = Filter { within: Some(ground.world.ward), ..Filter::default() };
    let all = meetings::list(&mut tx, within, 100).await.unwrap();
    assert_eq!((all.len(), all[0].meeting.month), (12, november().plus(-11)));
    assert_eq!(all[0].cell_name, "Chi bộ Tổ dân phố số 5");
    let latest = Filter { latest_first: true, ..within };
    let first = meetings::list(&mut tx, latest, 5).await.unwrap();
    let last = &first[4].meeting;
    let rest =
        meetings::list(&mut tx, Filter { after: Some((last.month, last.id)), ..latest }, 100).await.unwrap();
    let mut paged = months(&first);
    paged.extend(months(&rest));
    paged.reverse();
    assert_eq!(paged, months(&all));
    let one = Filter { months: Some((november(), november())), ..within };
    assert_eq!(meetings::list(&mut tx, one, 100).await.unwrap().len(), 1);
    let elsewhere = Filter { within: Some(ground.world.agency), ..Filter::default() };
    assert!(meetings::list(&mut tx, elsewhere, 100).await.unwrap().is_empty());
    let none: Option<Meeting> =
        meetings::last_routine_before(&mut tx, ground.cell(), november()).await.unwrap();
    assert_eq!(none, None, "none of them was closed");
    drop(tx);
    let october = all[10].meeting.clone();
    let mut tx = ground.store.write().await.unwrap();
    meetings::mark_step(&mut tx, october.id, Step::Closed, ground.done(at(21, 0))).await.unwrap();
    let last = meetings::last_routine_before(&mut tx, ground.cell(), november()).await.unwrap();
    assert_eq!(last.map(|one| one.id), Some(october.id));
    let before: Month = october.month;
    assert_eq!(meetings::last_routine_before(&mut tx, ground.cell(), before).await.unwrap(), None);
}

#[rstest]
#[tokio::test]
async fn an_agenda_is_written_by_several_without_loss(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let id = ground.meeting(november()).await.id;
    let (first, second) = (ground.item(id, 1).await, ground.item(id, 2).await);
    let mut tx = ground.store.write().await.unwrap();
    let fact = Item { source_key: "tasks-due".to_owned(), ..item(ItemId(ground.id()), id, 3) };
    let same_fact = Item { id: ItemId(ground.id()), ..fact.clone() };
    assert_eq!(
        meetings::insert_items(&mut tx, &[fact, same_fact]).await.unwrap(),
        1,
        "a fact is drafted once"
    );
    meetings::place_items(&mut tx, &[(second.id, 1), (first.id, 2)]).await.unwrap();
    let order: Vec<_> = meetings::items(&mut tx, id).await.unwrap().iter().map(|item| item.id).collect();
    assert_eq!(order[..2], [second.id, first.id]);
    let renamed =
        Item { title: "Nội dung mới".to_owned(), presenter: Some(ground.member(1)), ..first.clone() };
    assert!(meetings::update_item(&mut tx, &renamed).await.unwrap());
    assert!(meetings::save_notes(&mut tx, first.id, 1, "một").await.unwrap());
    assert!(!meetings::save_notes(&mut tx, first.id, 1, "hai").await.unwrap(), "version 1 is gone");
    assert!(meetings::save_conclusion(&mut tx, first.id, "", "kết luận").await.unwrap());
    assert!(!meetings::save_conclusion(&mut tx, first.id, "", "khác").await.unwrap());
    meetings::time_item(&mut tx, first.id, Some(at(19, 40)), Some(at(19, 55))).await.unwrap();
    let kept = meetings::find_item(&mut tx, first.id).await.unwrap().unwrap();
    assert_eq!((kept.notes.as_str(), kept.conclusion.as_str(), kept.version), ("một", "kết luận", 2));
    assert_eq!((kept.title.as_str(), kept.presenter), ("Nội dung mới", Some(ground.member(1))));
    assert_eq!((kept.started_at, kept.ended_at), (Some(at(19, 40)), Some(at(19, 55))));
    assert!(!meetings::remove_item(&mut tx, first.id, at(20, 0)).await.unwrap(), "the minutes speak of it");
    assert!(meetings::remove_item(&mut tx, second.id, at(20, 0)).await.unwrap());
    assert!(!meetings::remove_item(&mut tx, second.id, at(20, 1)).await.unwrap());
    assert_eq!(meetings::find_item(&mut tx, second.id).await.unwrap(), None);
    assert_eq!(meetings::items(&mut tx, id).await.unwrap().len(), 2);
    let removed = meetings::removed_items(&mut tx, id).await.unwrap();
    assert_eq!(removed.iter().map(|item| item.id).collect::<Vec<_>>(), [second.id]);
    assert!(meetings::put_item_back(&mut tx, second.id).await.unwrap());
    assert!(!meetings::put_item_back(&mut tx, second.id).await.unwrap());
    let order: Vec<_> = meetings::items(&mut tx, id).await.unwrap().iter().map(|item| item.id).collect();
    assert_eq!(order[..2], [second.id, first.id], "it stands where it stood");
}

#[rstest]
#[tokio::test]
async fn months_met_by_sub_cells_are_those_without_the_whole_cell(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let month = |n| Month::new(2026, n).unwrap();
    let mut by_sub_cells = Vec::new();
    for n in [3, 5] {
        let meeting = ground.meeting(month(n)).await;
        let mut tx = ground.store.write().await.unwrap();
        let changed = Meeting { kind: MeetingKind::SubCell, ..meeting };
        assert!(meetings::update_plan(&mut tx, &changed).await.unwrap());
        tx.commit().await.unwrap();
        by_sub_cells.push(changed);
    }
    ground.meeting(month(5)).await;
    let mut tx = ground.store.read().await.unwrap();
    let found = meetings::sub_cell_months(&mut tx, &[ground.cell()], month(1), month(12)).await.unwrap();
    assert_eq!(found, [(ground.cell(), month(3))], "in May the whole cell meets too");
    assert!(
        meetings::sub_cell_months(&mut tx, &[ground.cell()], month(4), month(12)).await.unwrap().is_empty()
    );
    assert!(meetings::sub_cell_months(&mut tx, &[], month(1), month(12)).await.unwrap().is_empty());
}
