//! Commendations, badges and discipline: entered, corrected within a day, listed, and seen by those who may.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, members,
    recognition::{
        badges::{self, Form},
        commendations::{self, CommendationForm},
        discipline::{self, Basis, MeasureForm, Open, Settlement},
    },
    registers::Format,
    signs,
};
use nennep_domain::{
    decisions::Decision,
    ids::{BadgeProposalId, CommendationId, DisciplineId, MemberId},
    members::MemberGrade,
    recognition::{
        badges::{BadgeGround, BadgeStep, Candidate, StepForm},
        commendations::{CommendationKind, Recipient},
        discipline::{DisciplineForm, Disciplined},
    },
    signs::SignKind,
    time::PartialDate,
};
use nennep_store::{events, members as store};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const TODAY: Date = date(2026, 11, 2);

fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

fn praise(to: Recipient) -> CommendationForm {
    CommendationForm {
        to,
        kind: CommendationKind::Certificate,
        reason: "Hoàn thành xuất sắc nhiệm vụ năm 2026".to_owned(),
        number: "12-QĐ/ĐU".to_owned(),
        on: date(2026, 10, 20),
        by: "Đảng ủy phường".to_owned(),
    }
}

#[rstest]
#[tokio::test]
async fn a_commendation_is_corrected_within_a_day_and_ended_later(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.members[5];
    let (id, form) = (CommendationId(secretary.new_id()), praise(Recipient::Member(member)));
    commendations::add(&secretary, id, &form).await.unwrap();
    commendations::add(&secretary, id, &form).await.unwrap();
    let right = CommendationForm { kind: CommendationKind::Merit, ..form.clone() };
    commendations::add(&secretary, id, &right).await.unwrap();
    let other = praise(Recipient::Organisation(world.residential));
    assert_eq!(refused(commendations::add(&secretary, id, &other).await), "life-refused-id-used");
    let to_come = CommendationForm { on: date(2026, 11, 3), ..form.clone() };
    let wrong = commendations::add(&secretary, CommendationId(secretary.new_id()), &to_come).await;
    assert!(matches!(wrong, Err(Error::Invalid(_))));

    let own = world.acting_for(world.member).await;
    let seen = commendations::of_member(&own, member).await.unwrap();
    assert_eq!(seen.len(), 1);
    assert_eq!(seen[0].kept.commendation.kind, CommendationKind::Merit);
    assert!(!seen[0].can_be_corrected, "the member sees it and does not keep it");
    assert!(matches!(commendations::add(&own, id, &form).await, Err(Error::Forbidden)));
    let stranger = world.acting_for(world.stranger).await;
    assert!(matches!(commendations::of_member(&stranger, member).await, Err(Error::NotFound)));
    assert!(matches!(commendations::find(&stranger, id).await, Err(Error::NotFound)));

    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    assert_eq!(refused(commendations::take_back(&secretary, id).await), "recognition-too-old");
    assert_eq!(refused(commendations::add(&secretary, id, &form).await), "recognition-too-old");
    let end = Decision { number: "20-QĐ/ĐU".to_owned(), on: date(2026, 11, 4), by: String::new() };
    commendations::end(&secretary, id, &end).await.unwrap();
    commendations::end(&secretary, id, &end).await.unwrap();
    assert!(commendations::find(&secretary, id).await.unwrap().can_be_reopened);
    commendations::reopen(&secretary, id).await.unwrap();
    commendations::reopen(&secretary, id).await.unwrap();
    assert_eq!(commendations::find(&secretary, id).await.unwrap().kept.commendation.ended, None);
}

#[rstest]
#[tokio::test]
async fn a_year_names_the_cells_that_have_no_commendation(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let enter = async |to| {
        let id = CommendationId(office.new_id());
        commendations::add(&office, id, &praise(to)).await.unwrap();
        id
    };
    let of_member = enter(Recipient::Member(world.agency_members[3])).await;
    enter(Recipient::Organisation(world.residential)).await;
    let year = commendations::year(&office, world.ward, 2026).await.unwrap();
    assert_eq!((year.lines.len(), year.cells, year.keeps), (2, 4, true));
    let without: Vec<_> = year.without.iter().map(|one| one.id).collect();
    assert_eq!(without, [world.company, world.school], "a member's counts for the cell");
    let before = commendations::year(&office, world.ward, 2025).await.unwrap();
    assert_eq!((before.lines.len(), before.without.len()), (0, 4));
    commendations::take_back(&office, of_member).await.unwrap();
    let member = world.acting_for(world.member).await;
    let own = commendations::year(&member, world.residential, 2026).await.unwrap();
    assert_eq!((own.lines.len(), own.cells, own.keeps), (1, 1, false));
    let administrator = world.acting_for(world.administrator).await;
    assert!(matches!(commendations::year(&administrator, world.ward, 2026).await, Err(Error::NotFound)));
}

async fn admitted(world: &World, member: MemberId, on: Date) {
    let mut tx = world.test.app.store.write().await.unwrap();
    let mut profile = store::find(&mut tx, member).await.unwrap().unwrap().profile;
    profile.admitted_on = Some(PartialDate::day(on));
    "38-0000".clone_into(&mut profile.badge_number);
    store::update_profile(&mut tx, member, &profile, None, world.test.app.now()).await.unwrap();
    tx.commit().await.unwrap();
}

async fn number(world: &World, member: MemberId) -> String {
    let mut tx = world.test.app.store.read().await.unwrap();
    store::find(&mut tx, member).await.unwrap().unwrap().profile.badge_number
}

fn step(step: BadgeStep, on: Date, number: &str) -> StepForm {
    StepForm { step, on, number: number.to_owned(), by: "Tỉnh ủy".to_owned() }
}

/// The signs of badges, in the order of the list.
async fn signed(ctx: &Ctx) -> Vec<MemberId> {
    let signs = signs::list(ctx, None).await.unwrap();
    signs.iter().filter(|one| one.sign.kind == SignKind::BadgeDue).filter_map(|one| one.sign.member).collect()
}

#[rstest]
#[tokio::test]
async fn statement_34_a_badge_is_proposed_decided_awarded_and_leaves_the_signs(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let (due, early) = (world.members[3], world.members[4]);
    admitted(&world, due, date(1996, 11, 3)).await;
    admitted(&world, early, date(1997, 9, 1)).await;
    let day = date(2026, 11, 7);
    let list = badges::list(&secretary, None, None).await.unwrap();
    assert_eq!((list.day, list.due.len(), list.due[0].member), (day, 1, due));
    assert_eq!(list.early.iter().map(|line| line.member).collect::<Vec<_>>(), [early]);
    assert_eq!(signed(&secretary).await, [due]);

    let id = BadgeProposalId(secretary.new_id());
    let asked = Candidate { years: 30, ground: BadgeGround::Due, day };
    let form = Form { member: due, asked, requested_on: TODAY };
    badges::propose(&secretary, id, &form).await.unwrap();
    badges::propose(&secretary, id, &form).await.unwrap();
    let again = badges::propose(&secretary, BadgeProposalId(secretary.new_id()), &form).await;
    assert_eq!(refused(again), "badges-refused-proposed-already");
    let not_full = Form { member: early, ..form };
    let not_full = badges::propose(&secretary, BadgeProposalId(secretary.new_id()), &not_full).await;
    assert_eq!(refused(not_full), "badges-refused-not-full");

    let early_award = badges::take(&secretary, id, &step(BadgeStep::Awarded, TODAY, "38-0123")).await;
    assert_eq!(refused(early_award), "badges-refused-not-the-next");
    badges::take(&secretary, id, &step(BadgeStep::Proposed, TODAY, "")).await.unwrap();
    badges::take(&secretary, id, &step(BadgeStep::Decided, TODAY, "7-QĐ/TU")).await.unwrap();
    assert_eq!(refused(badges::withdraw(&secretary, id).await), "badges-refused-decided");
    world.test.at(day.at(8, 0, 0, 0));
    let awarded = step(BadgeStep::Awarded, day, "38-0123");
    badges::take(&secretary, id, &awarded).await.unwrap();
    badges::take(&secretary, id, &awarded).await.unwrap();
    assert_eq!(number(&world, due).await, "38-0123", "the register keeps the number");
    assert!(signed(&secretary).await.is_empty(), "it is a sign no more");
    let list = badges::list(&secretary, Some(world.residential), Some(day)).await.unwrap();
    let kept = list.due[0].proposal.as_ref().unwrap();
    assert!(kept.kept.proposal.is_awarded() && kept.can_be_undone == Some(BadgeStep::Awarded));

    badges::undo(&secretary, id, BadgeStep::Awarded).await.unwrap();
    badges::undo(&secretary, id, BadgeStep::Awarded).await.unwrap();
    assert_eq!(number(&world, due).await, "38-0000", "as it was before");
    assert_eq!(signed(&secretary).await, [due]);
    assert_eq!(refused(badges::undo(&secretary, id, BadgeStep::Decided).await), "recognition-too-old");
    let member = world.acting_for(world.member).await;
    assert!(matches!(badges::list(&member, None, None).await, Err(Error::Forbidden)));
    assert!(matches!(badges::find(&member, id).await, Err(Error::Forbidden)));
}

#[rstest]
#[tokio::test]
async fn badges_have_their_papers_and_early_ones_are_withdrawn(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.members[4];
    admitted(&world, member, date(1997, 9, 1)).await;
    let id = BadgeProposalId(secretary.new_id());
    let asked = Candidate { years: 30, ground: BadgeGround::Illness, day: date(2026, 11, 5) };
    badges::propose(&secretary, id, &Form { member, asked, requested_on: TODAY }).await.unwrap();
    let list = badges::list(&secretary, Some(world.residential), Some(date(2026, 11, 7))).await.unwrap();
    assert_eq!((list.due.len(), list.early.len()), (1, 0), "it belongs to the day of badges it comes before");
    for (format, start) in [(Format::Pdf, b"%PDF".as_slice()), (Format::Xlsx, b"PK")] {
        let paper = badges::list_paper(&secretary, world.residential, None, format).await.unwrap();
        assert!(paper.bytes.starts_with(start) && paper.file_name.starts_with("huy-hieu-38.168"));
    }
    let request = badges::request_paper(&secretary, id).await.unwrap();
    assert!(request.bytes.starts_with(b"%PDF"));
    badges::withdraw(&secretary, id).await.unwrap();
    badges::withdraw(&secretary, id).await.unwrap();
    let found = badges::of_member(&secretary, member).await.unwrap();
    assert!(found[0].next.is_none() && found[0].kept.proposal.withdrawn_on == Some(TODAY));
}

fn settlement(on: Date) -> Settlement {
    let (number, by) = ("03-QĐ/CB".to_owned(), "Chi bộ".to_owned());
    Settlement { number, on, by, announced_on: on, until_on: None }
}

fn measure(member: MemberId, form: DisciplineForm, basis: Basis) -> MeasureForm {
    let of = Disciplined::Member(member, MemberGrade::Official);
    MeasureForm { of, form, reason: "Bỏ sinh hoạt nhiều lần".to_owned(), basis }
}

#[rstest]
#[tokio::test]
async fn statement_25_a_heavier_form_is_refused_as_the_cells_decision_and_taken_as_its_proposal(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let (member, probationary) = (world.members[5], world.members[20]);
    let new = || DisciplineId(secretary.new_id());
    let expulsion = |basis| measure(member, DisciplineForm::Expulsion, basis);
    let decided = discipline::enter(&secretary, new(), &expulsion(Basis::Cell(settlement(TODAY)))).await;
    match decided {
        Err(Error::Refused(refusal)) => {
            assert_eq!(refusal.code(), "discipline-refused-heavier");
            assert_eq!(refusal.citation().unwrap().article, "Điều 10.1.1", "the rule is named");
        }
        other => panic!("{other:?}"),
    }
    let id = new();
    let proposal = expulsion(Basis::Proposal(date(2026, 10, 1)));
    discipline::enter(&secretary, id, &proposal).await.unwrap();
    discipline::enter(&secretary, id, &proposal).await.unwrap();
    let of_probationary =
        measure(probationary, DisciplineForm::Dismissal, Basis::Superior(settlement(TODAY)));
    let of_probationary = discipline::enter(&secretary, new(), &of_probationary).await;
    assert_eq!(refused(of_probationary), "discipline-refused-not-for-probationary");

    let inspector = world.acting_for(world.inspector).await;
    let listed = discipline::list(&inspector, world.ward).await.unwrap();
    assert!(listed.len() == 1 && listed[0].kept.discipline.is_proposal() && !listed[0].holds);
    discipline::settle(&inspector, id, DisciplineForm::Warning, &settlement(TODAY)).await.unwrap();
    discipline::settle(&inspector, id, DisciplineForm::Warning, &settlement(TODAY)).await.unwrap();
    let kept = discipline::find(&inspector, id).await.unwrap();
    assert!(kept.holds && kept.is_open(Open::Unsettle));
    assert_eq!(kept.kept.proposed_form, Some(DisciplineForm::Expulsion));
    discipline::unsettle(&inspector, id).await.unwrap();
    assert!(discipline::find(&inspector, id).await.unwrap().kept.discipline.is_proposal());
}

#[rstest]
#[tokio::test]
async fn discipline_is_seen_by_few_and_by_the_member_and_every_reading_is_noted(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let member = world.members[5];
    let id = DisciplineId(secretary.new_id());
    let form = measure(member, DisciplineForm::Reprimand, Basis::Cell(settlement(date(2026, 10, 30))));
    discipline::enter(&secretary, id, &form).await.unwrap();
    let own = world.acting_for(world.member).await;
    let seen = discipline::of_member(&own, member).await.unwrap();
    assert!(seen.measures[0].holds && !seen.keeps && seen.measures[0].open.is_empty());
    assert_eq!(seen.grade, Some(MemberGrade::Official));
    for account in [world.deputy, world.overseer, world.stranger, world.administrator] {
        let ctx = world.acting_for(account).await;
        assert!(matches!(discipline::of_member(&ctx, member).await, Err(Error::NotFound)));
        assert!(matches!(discipline::find(&ctx, id).await, Err(Error::NotFound)));
        assert!(discipline::list(&ctx, world.residential).await.is_err());
    }
    let file = members::show(&secretary, member).await.unwrap();
    let kinds: Vec<_> = file.readings.unwrap().into_iter().map(|one| one.kind).collect();
    assert_eq!(kinds, ["member.discipline_read"], "the member sees who read it");
    let mut tx = world.test.app.store.read().await.unwrap();
    let noted = events::list_of(&mut tx, id.0, 10).await.unwrap();
    assert_eq!((noted.len(), noted[0].kind.as_str()), (1, "discipline.entered"));
    assert_eq!(noted[0].payload, serde_json::json!({}), "nothing of it stands in the event");
    drop(tx);

    discipline::receive(&secretary, id, TODAY).await.unwrap();
    let until = discipline::find(&secretary, id).await.unwrap().appeal_until.unwrap();
    assert_eq!((until.value, until.citation.article.as_str()), (date(2026, 12, 2), "Điều 25.1"));
    discipline::end(&secretary, id, TODAY, "Hết hiệu lực").await.unwrap();
    discipline::end(&secretary, id, TODAY, "Hết hiệu lực").await.unwrap();
    assert!(!discipline::find(&secretary, id).await.unwrap().holds);
    discipline::reopen(&secretary, id).await.unwrap();
    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    assert_eq!(refused(discipline::take_back(&secretary, id).await), "recognition-too-old");
    let myself = measure(world.members[0], DisciplineForm::Reprimand, Basis::Cell(settlement(TODAY)));
    let myself = discipline::enter(&secretary, DisciplineId(secretary.new_id()), &myself).await;
    assert!(matches!(myself, Err(Error::Forbidden)), "nobody keeps their own");
}
