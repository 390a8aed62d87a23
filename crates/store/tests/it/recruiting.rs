//! Candidates, their steps, who helps and introduces them, reviews and targets.

use jiff::civil::{Date, date};
use nennep_domain::{
    decisions::Decision,
    ids::{CandidateId, DeedId, MemberId, MotionId, OrganisationId},
    members::Sex,
    motions::{Count, Decision as Counted, Motion, MotionKind, MotionSubject},
    problems::Citation,
    recruiting::{
        Candidate, CellVote, Dropped, Fact, Person, Schooling, Step, Tally, VotedOn,
        probation::{ProbationFact, ProbationStep},
    },
    time::Month,
};
use nennep_store::{
    deeds::{self, Recorded},
    meetings::{self, Step as MeetingStep},
    motions,
    recruiting::{self, Helping, Introducing, Reminded, Review},
};
use nennep_testkit::Engine;
use rstest::rstest;

use crate::ground::{Ground, at, ground, november};

const TODAY: Date = date(2026, 11, 5);

pub(crate) fn candidate(ground: &Ground, name: &str, cell: OrganisationId) -> Candidate {
    Candidate {
        id: CandidateId(ground.id()),
        cell,
        person: Person {
            name: name.to_owned(),
            sex: Sex::Female,
            born_on: date(1995, 2, 3),
            workplace: "Trường THCS An Bình".to_owned(),
            residence: "Tổ dân phố số 5".to_owned(),
            youth_union: true,
            schooling: Schooling::University,
            note: "Giáo viên dạy giỏi".to_owned(),
        },
        listed_on: date(2026, 1, 8),
        listed_by: "01-NQ/CB".to_owned(),
        dropped: None,
        member: None,
    }
}

fn admission(ground: &Ground) -> Recorded {
    Recorded {
        id: DeedId(ground.id()),
        kind: "admit".to_owned(),
        on: date(2026, 10, 20),
        until: None,
        decision: Decision { number: "12-QĐ/ĐU".to_owned(), on: date(2026, 10, 1), by: String::new() },
        details: serde_json::json!({ "kind": "admit" }),
        recorded_at: at(8, 0),
        recorded_by: None,
        done_at: Some(at(8, 0)),
        withdrawn_at: None,
        refused: None,
    }
}

#[rstest]
#[tokio::test]
async fn a_candidate_is_listed_changed_moved_taken_off_and_put_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, other, by) = (ground.cell(), ground.world.school, Some(ground.secretary()));
    let mut tx = ground.store.write().await.unwrap();
    let mut one = candidate(&ground, "Đinh Thị Ưu Tú", cell);
    let two = candidate(&ground, "Lê Văn Bền", cell);
    for new in [&one, &two] {
        assert!(recruiting::insert(&mut tx, new, at(8, 0), by).await.unwrap());
        assert!(!recruiting::insert(&mut tx, new, at(8, 0), by).await.unwrap(), "sent twice");
    }
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap(), Some(one.clone()));
    assert_eq!(recruiting::find(&mut tx, CandidateId(ground.id())).await.unwrap(), None);
    let listed = recruiting::list(&mut tx, &[cell, other]).await.unwrap();
    assert_eq!(listed, [two.clone(), one.clone()], "by given name");

    one.person.schooling = Schooling::Postgraduate;
    one.person.youth_union = false;
    (one.listed_on, one.listed_by) = (date(2026, 2, 8), String::new());
    let person = one.person.clone();
    assert!(recruiting::update(&mut tx, one.id, &person, one.listed_on, "").await.unwrap());
    assert!(!recruiting::update(&mut tx, CandidateId(ground.id()), &person, TODAY, "").await.unwrap());
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap(), Some(one.clone()));

    assert!(recruiting::take_off(&mut tx, one.id, TODAY, "Chuyển công tác").await.unwrap());
    assert!(!recruiting::take_off(&mut tx, one.id, TODAY, "Khác").await.unwrap());
    let dropped = recruiting::find(&mut tx, one.id).await.unwrap().unwrap().dropped;
    assert_eq!(dropped, Some(Dropped { on: TODAY, reason: "Chuyển công tác".to_owned() }));
    let move_now = (cell, other);
    assert!(!recruiting::move_to(&mut tx, one.id, move_now, TODAY, at(9, 0), by).await.unwrap());
    assert!(recruiting::put_back(&mut tx, one.id).await.unwrap());
    assert!(!recruiting::put_back(&mut tx, one.id).await.unwrap());
    assert!(recruiting::move_to(&mut tx, one.id, move_now, TODAY, at(9, 0), by).await.unwrap());
    assert!(!recruiting::move_to(&mut tx, one.id, move_now, TODAY, at(9, 5), by).await.unwrap());
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap().unwrap().cell, other);
    recruiting::take_off(&mut tx, two.id, TODAY, "Chuyển công tác").await.unwrap();
    let ended = (other, ground.world.company);
    recruiting::hand_over(&mut tx, ended, TODAY, at(9, 10), by).await.unwrap();
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap().unwrap().cell, ground.world.company);
    recruiting::hand_over(&mut tx, (cell, other), TODAY, at(9, 15), by).await.unwrap();
    assert_eq!(recruiting::find(&mut tx, two.id).await.unwrap().unwrap().cell, cell, "dropped, it stays");
}

#[rstest]
#[tokio::test]
async fn a_step_is_written_corrected_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let by = Some(ground.secretary());
    let mut tx = ground.store.write().await.unwrap();
    let one = candidate(&ground, "Đinh Thị Ưu Tú", ground.cell());
    recruiting::insert(&mut tx, &one, at(8, 0), by).await.unwrap();
    let mut vote = Fact {
        tally: Some(Tally { counted: 20, in_favour: 18 }),
        number: "11-NQ/CB".to_owned(),
        ..Fact::on(Step::Vote, date(2026, 10, 5))
    };
    let check =
        Fact {
            waived: true, note: "Cha là đảng viên".to_owned(), ..Fact::on(Step::Check, date(2026, 9, 1))
        };
    let decision = Fact {
        number: "12-QĐ/ĐU".to_owned(),
        by: "Đảng ủy phường An Bình".to_owned(),
        received_on: Some(date(2026, 10, 22)),
        ..Fact::on(Step::Decision, date(2026, 10, 20))
    };
    for fact in [&vote, &check, &decision] {
        recruiting::save_step(&mut tx, one.id, fact, at(8, 0), by).await.unwrap();
    }
    vote.tally = Some(Tally { counted: 19, in_favour: 17 });
    recruiting::save_step(&mut tx, one.id, &vote, at(8, 5), by).await.unwrap();
    let kept = recruiting::steps(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(kept, [(one.id, check), (one.id, vote), (one.id, decision)]);
    assert!(recruiting::delete_step(&mut tx, one.id, Step::Decision).await.unwrap());
    assert!(!recruiting::delete_step(&mut tx, one.id, Step::Decision).await.unwrap());
    assert_eq!(recruiting::steps(&mut tx, &[one.id]).await.unwrap().len(), 2);
    assert!(recruiting::steps(&mut tx, &[]).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn one_helps_at_a_time_and_introducers_are_kept_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let by = Some(ground.secretary());
    let mut tx = ground.store.write().await.unwrap();
    let one = candidate(&ground, "Đinh Thị Ưu Tú", ground.cell());
    recruiting::insert(&mut tx, &one, at(8, 0), by).await.unwrap();
    let (first, second) = (ground.member(3), ground.member(4));
    let (spring, summer) = (date(2026, 3, 1), date(2026, 7, 1));
    let helping = |member, from_on, to_on| Helping { candidate: one.id, member, from_on, to_on };
    recruiting::assign_helper(&mut tx, one.id, first, spring, at(8, 0), by).await.unwrap();
    recruiting::assign_helper(&mut tx, one.id, first, spring, at(8, 1), by).await.unwrap();
    assert_eq!(recruiting::helpers(&mut tx, &[one.id]).await.unwrap(), [helping(first, spring, None)]);
    recruiting::assign_helper(&mut tx, one.id, second, summer, at(8, 2), by).await.unwrap();
    let both = [helping(first, spring, Some(summer)), helping(second, summer, None)];
    assert_eq!(recruiting::helpers(&mut tx, &[one.id]).await.unwrap(), both);
    assert!(recruiting::remove_helper(&mut tx, one.id).await.unwrap());
    assert_eq!(recruiting::helpers(&mut tx, &[one.id]).await.unwrap(), [helping(first, spring, None)]);
    assert!(recruiting::remove_helper(&mut tx, one.id).await.unwrap());
    assert!(!recruiting::remove_helper(&mut tx, one.id).await.unwrap());

    let introducing = |member: MemberId, together_from| Introducing {
        candidate: one.id,
        member,
        introduced_on: date(2026, 9, 1),
        together_from,
    };
    for together in [spring, date(2025, 8, 1)] {
        let introducing = introducing(first, together);
        recruiting::save_introducer(&mut tx, &introducing, at(8, 0), by).await.unwrap();
    }
    let kept = recruiting::introducers(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(kept, [introducing(first, date(2025, 8, 1))]);
    assert!(recruiting::delete_introducer(&mut tx, one.id, first).await.unwrap());
    assert!(!recruiting::delete_introducer(&mut tx, one.id, first).await.unwrap());
}

#[rstest]
#[tokio::test]
async fn who_became_a_member_is_a_candidate_again_when_the_deed_is_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let one = candidate(&ground, "Đinh Thị Ưu Tú", ground.cell());
    recruiting::insert(&mut tx, &one, at(8, 0), None).await.unwrap();
    for step in [Step::Decision, Step::Ceremony, Step::MemberCv] {
        let fact = Fact::on(step, date(2026, 10, 20));
        recruiting::save_step(&mut tx, one.id, &fact, at(8, 0), None).await.unwrap();
    }
    let (deed, member) = (admission(&ground), ground.member(21));
    deeds::insert(&mut tx, &deed, &[ground.cell(), ground.cell()], &[member]).await.unwrap();
    assert!(recruiting::become_member(&mut tx, one.id, member, deed.id).await.unwrap());
    assert!(!recruiting::become_member(&mut tx, one.id, member, deed.id).await.unwrap());
    assert_eq!(recruiting::deed_of(&mut tx, one.id).await.unwrap(), Some(deed.id));
    assert_eq!(recruiting::of_member(&mut tx, member).await.unwrap(), Some(one.id));
    assert!(!recruiting::take_off(&mut tx, one.id, TODAY, "Nhầm").await.unwrap(), "admitted");
    let year = (date(2026, 1, 1), date(2026, 12, 31));
    let cells = [ground.cell(), ground.world.school];
    let counted = recruiting::admissions(&mut tx, &cells, year).await.unwrap();
    assert_eq!(counted, [(ground.cell(), 1)], "a deed counts once in a cell");
    let before = (date(2025, 1, 1), date(2026, 10, 19));
    assert!(recruiting::admissions(&mut tx, &cells, before).await.unwrap().is_empty());

    recruiting::take_back(&mut tx, deed.id).await.unwrap();
    recruiting::take_back(&mut tx, deed.id).await.unwrap();
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap(), Some(one.clone()));
    assert_eq!(recruiting::deed_of(&mut tx, one.id).await.unwrap(), None);
    let left = recruiting::steps(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(left.iter().map(|(_, fact)| fact.step).collect::<Vec<_>>(), [Step::Decision]);
}

#[rstest]
#[tokio::test]
async fn a_vote_about_a_person_is_read_from_its_motion(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let meeting = ground.meeting(november()).await;
    let item = ground.item(meeting.id, 1).await;
    let mut tx = ground.store.write().await.unwrap();
    let one = candidate(&ground, "Đinh Thị Ưu Tú", ground.cell());
    recruiting::insert(&mut tx, &one, at(8, 0), None).await.unwrap();
    let motion = |put_at| Motion {
        id: MotionId(ground.id()),
        meeting: meeting.id,
        item: item.id,
        kind: MotionKind::Admission,
        subject: MotionSubject::Other,
        body: "Đề nghị kết nạp".to_owned(),
        put_at,
        decision: None,
    };
    let (first, second) = (motion(at(8, 0)), motion(at(8, 5)));
    let member = ground.member(20);
    motions::insert_many(&mut tx, &[first.clone(), second.clone()], None).await.unwrap();
    let (of_candidate, of_member) = (VotedOn::Candidate(one.id), VotedOn::Probationer(member));
    assert!(recruiting::put_vote(&mut tx, first.id, of_candidate).await.unwrap());
    assert!(!recruiting::put_vote(&mut tx, first.id, of_candidate).await.unwrap());
    assert!(recruiting::put_vote(&mut tx, second.id, of_member).await.unwrap());
    assert_eq!(recruiting::voted_on(&mut tx, first.id).await.unwrap(), Some(of_candidate));
    assert_eq!(recruiting::voted_on(&mut tx, MotionId(ground.id())).await.unwrap(), None);
    let both = [(first.id, of_candidate), (second.id, of_member)];
    assert_eq!(recruiting::votes_in(&mut tx, meeting.id).await.unwrap(), both);
    let vote = |motion: &Motion, decision, adopted| CellVote {
        motion: motion.id,
        meeting: meeting.id,
        item: item.id,
        on: Some(TODAY),
        decision,
        adopted,
    };
    let open = recruiting::votes_of_candidates(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(open, [(one.id, vote(&first, None, false))]);
    assert!(recruiting::take_vote_off(&mut tx, second.id).await.unwrap());
    assert!(!recruiting::take_vote_off(&mut tx, second.id).await.unwrap());
    assert_eq!(motions::find(&mut tx, second.id).await.unwrap(), None);

    let decision = Counted {
        done: ground.done(at(20, 0)),
        count: Count { in_favour: 14, against: 1, other: 0 },
        official: 20,
        away: 0,
        exempt_absent: 0,
        base: 20,
        needed: 14,
        passed: true,
        citation: Citation { document: "06-HD/TW".to_owned(), article: "3.6".to_owned() },
    };
    motions::decide(&mut tx, first.id, &decision).await.unwrap();
    meetings::mark_step(&mut tx, meeting.id, MeetingStep::Adopted, ground.done(at(21, 0))).await.unwrap();
    let settled = recruiting::votes_of_candidates(&mut tx, &[one.id]).await.unwrap();
    assert_eq!(settled, [(one.id, vote(&first, Some(decision), true))]);
    assert!(!recruiting::take_vote_off(&mut tx, first.id).await.unwrap(), "hands were counted");
    assert!(recruiting::votes_of_members(&mut tx, &[member]).await.unwrap().is_empty());
    motions::withdraw(&mut tx, first.id, at(22, 0)).await.unwrap();
    assert!(recruiting::votes_of_candidates(&mut tx, &[one.id]).await.unwrap().is_empty());
    recruiting::take_off(&mut tx, one.id, TODAY, "Thôi phấn đấu").await.unwrap();
    assert!(recruiting::forget(&mut tx, one.id, TODAY).await.unwrap(), "the motion stays in its meeting");
}

#[rstest]
#[tokio::test]
async fn a_step_of_a_probation_is_written_corrected_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (by, member) = (Some(ground.secretary()), ground.member(20));
    let mut tx = ground.store.write().await.unwrap();
    let (first, second) = (date(2022, 1, 20), date(2026, 1, 20));
    let class = ProbationFact {
        number: "18/GCN".to_owned(),
        by: "Trung tâm chính trị".to_owned(),
        ..ProbationFact::on(ProbationStep::Class, date(2026, 6, 5))
    };
    let mut vote = ProbationFact {
        tally: Some(Tally { counted: 20, in_favour: 14 }),
        note: "Họp bất thường".to_owned(),
        ..ProbationFact::on(ProbationStep::Vote, date(2026, 10, 5))
    };
    for fact in [&class, &vote] {
        recruiting::save_probation_step(&mut tx, (member, second), fact, at(8, 0), by).await.unwrap();
    }
    recruiting::save_probation_step(&mut tx, (member, first), &class, at(8, 0), by).await.unwrap();
    vote.tally = Some(Tally { counted: 19, in_favour: 17 });
    recruiting::save_probation_step(&mut tx, (member, second), &vote, at(8, 5), by).await.unwrap();
    let kept = recruiting::probation_steps(&mut tx, &[member]).await.unwrap();
    assert_eq!(kept.len(), 3, "each probation has its own");
    assert_eq!(kept.last(), Some(&(member, second, vote)));
    let step = ProbationStep::Class;
    assert!(recruiting::delete_probation_step(&mut tx, (member, second), step).await.unwrap());
    assert!(!recruiting::delete_probation_step(&mut tx, (member, second), step).await.unwrap());
    assert_eq!(recruiting::probation_steps(&mut tx, &[member]).await.unwrap().len(), 2);
    assert_eq!(recruiting::of_member(&mut tx, member).await.unwrap(), None, "on no list");
}

#[rstest]
#[tokio::test]
async fn a_file_is_forgotten_only_after_it_was_dropped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let by = Some(ground.secretary());
    let mut tx = ground.store.write().await.unwrap();
    let one = candidate(&ground, "Đinh Thị Ưu Tú", ground.cell());
    recruiting::insert(&mut tx, &one, at(8, 0), by).await.unwrap();
    let member = ground.member(3);
    recruiting::assign_helper(&mut tx, one.id, member, TODAY, at(8, 0), by).await.unwrap();
    let to = (ground.cell(), ground.world.school);
    recruiting::move_to(&mut tx, one.id, to, TODAY, at(9, 0), by).await.unwrap();
    let fact = Fact::on(Step::Application, TODAY);
    recruiting::save_step(&mut tx, one.id, &fact, at(8, 0), by).await.unwrap();
    assert!(!recruiting::forget(&mut tx, one.id, TODAY).await.unwrap(), "on the list");
    recruiting::take_off(&mut tx, one.id, TODAY, "Thôi phấn đấu").await.unwrap();
    assert!(!recruiting::forget(&mut tx, one.id, date(2026, 11, 4)).await.unwrap(), "too early");
    assert!(recruiting::forget(&mut tx, one.id, TODAY).await.unwrap());
    assert!(!recruiting::forget(&mut tx, one.id, TODAY).await.unwrap());
    assert_eq!(recruiting::find(&mut tx, one.id).await.unwrap(), None);
    assert!(recruiting::steps(&mut tx, &[one.id]).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn reviews_and_targets_are_written_anew_and_taken_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let (cell, by) = (ground.cell(), Some(ground.secretary()));
    let month = |number| Month::new(2026, number).unwrap();
    let mut tx = ground.store.write().await.unwrap();
    let review = |number, note: &str| Review {
        cell,
        month: month(number),
        on: date(2026, number, 5),
        resolution: "10-NQ/CB".to_owned(),
        note: note.to_owned(),
    };
    for one in [review(9, "Giữ nguyên"), review(10, ""), review(10, "Thêm một người")] {
        recruiting::save_review(&mut tx, &one, at(8, 0), by).await.unwrap();
    }
    let year = (month(1), month(12));
    let kept = recruiting::reviews(&mut tx, &[cell], year).await.unwrap();
    assert_eq!(kept, [review(10, "Thêm một người"), review(9, "Giữ nguyên")]);
    let october = (month(10), month(10));
    assert_eq!(recruiting::reviews(&mut tx, &[cell], october).await.unwrap().len(), 1);
    assert!(recruiting::delete_review(&mut tx, cell, month(10)).await.unwrap());
    assert!(!recruiting::delete_review(&mut tx, cell, month(10)).await.unwrap());

    let cells = [cell, ground.world.school];
    for admissions in [Some(2), Some(3)] {
        recruiting::set_target(&mut tx, cell, 2026, admissions, at(8, 0), by).await.unwrap();
    }
    assert_eq!(recruiting::targets(&mut tx, &cells, 2026).await.unwrap(), [(cell, 3)]);
    assert!(recruiting::targets(&mut tx, &cells, 2027).await.unwrap().is_empty());
    recruiting::set_target(&mut tx, cell, 2026, None, at(8, 0), by).await.unwrap();
    assert!(recruiting::targets(&mut tx, &cells, 2026).await.unwrap().is_empty());
}

#[rstest]
#[tokio::test]
async fn a_reminder_is_kept_once_for_each_day_stage_and_reader(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let ground = ground(engine).await;
    let mut tx = ground.store.write().await.unwrap();
    let subject = ground.id();
    let one = Reminded { subject, step: "ceremony", due_on: TODAY, mark: 30, member: ground.member(0) };
    assert!(!recruiting::was_reminded(&mut tx, &one).await.unwrap());
    assert!(recruiting::mark_reminded(&mut tx, &one, at(8, 0)).await.unwrap());
    assert!(!recruiting::mark_reminded(&mut tx, &one, at(9, 0)).await.unwrap());
    assert!(recruiting::was_reminded(&mut tx, &one).await.unwrap());
    let later = Reminded { due_on: TODAY.tomorrow().unwrap(), ..one };
    for other in [Reminded { mark: 15, ..one }, Reminded { member: ground.member(1), ..one }, later] {
        assert!(!recruiting::was_reminded(&mut tx, &other).await.unwrap());
    }
}
