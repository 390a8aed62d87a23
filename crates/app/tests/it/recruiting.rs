//! The way to admission: recorded step by step, refused where a rule is against it, and ending with a probationary member.

use jiff::civil::{Date, date};
use nennep_app::{
    Ctx, Error, jobs,
    learning::{self, ClassForm},
    members::life,
    organisations::deeds,
    papers::Format,
    recruiting::{self, AddForm, IntroductionForm, ReviewForm, Whom},
    signs, today,
};
use nennep_domain::{
    accounts::permission::Action,
    ids::{CandidateId, ClassId, DeedId, LearnerId, MemberId, OrganisationId},
    learning::{ClassKind, Who},
    members::{MemberGrade, Sex, StandingState},
    organisations::history::Deed,
    papers::CandidatePaperType,
    recruiting::{FactDraft, Neglect, PersonDraft, Schooling, Step, StepState, next_action},
    signs::{SignKind, Weight},
    time::Month,
};
use nennep_store::{events, members as store, recruiting as kept};
use nennep_testkit::{Engine, World};
use rstest::rstest;

const TODAY: Date = date(2026, 11, 2);

fn person(name: &str) -> AddForm {
    AddForm {
        person: PersonDraft {
            name: name.to_owned(),
            sex: Some(Sex::Female),
            born_on: Some(date(1995, 2, 3)),
            workplace: "Trường THCS An Bình".to_owned(),
            residence: "Tổ dân phố số 5".to_owned(),
            youth_union: false,
            schooling: Some(Schooling::University),
            note: String::new(),
        },
        listed_on: Some(date(2026, 1, 8)),
        listed_by: "01-NQ/CB".to_owned(),
    }
}

pub(crate) fn refused<T: std::fmt::Debug>(result: nennep_app::Result<T>) -> String {
    match result {
        Err(Error::Refused(refusal)) => refusal.code().to_owned(),
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn added(ctx: &Ctx, cell: OrganisationId, name: &str) -> CandidateId {
    let id = CandidateId(ctx.new_id());
    recruiting::add(ctx, id, cell, &person(name)).await.unwrap();
    id
}

pub(crate) fn on(day: Date) -> FactDraft {
    FactDraft { on: Some(day), ..FactDraft::default() }
}

pub(crate) fn numbered(day: Date, number: &str) -> FactDraft {
    FactDraft { number: number.to_owned(), ..on(day) }
}

pub(crate) fn vote(day: Date, in_favour: u32) -> FactDraft {
    FactDraft { counted: Some(20), in_favour: Some(in_favour), ..numbered(day, "11-NQ/CB") }
}

/// Everything the cell needs for its vote; the certificate is of that day.
pub(crate) async fn prepare(world: &World, ctx: &Ctx, id: CandidateId, certificate: Date) {
    recruiting::assign_helper(ctx, id, world.members[3], date(2026, 1, 8)).await.unwrap();
    let steps = [
        (Step::Certificate, numbered(certificate, "125/GCN")),
        (Step::Application, on(date(2026, 3, 2))),
        (Step::Cv, on(date(2026, 3, 9))),
        (Step::Seal, on(date(2026, 3, 20))),
        (Step::Check, on(date(2026, 8, 3))),
        (Step::Associations, on(date(2026, 9, 1))),
        (Step::Residence, on(date(2026, 9, 8))),
        (Step::Comment, on(date(2026, 9, 28))),
    ];
    for (step, draft) in steps {
        recruiting::record(ctx, id, step, &draft).await.unwrap();
        recruiting::record(ctx, id, step, &draft).await.unwrap();
    }
    for n in [3, 4] {
        let form = IntroductionForm {
            member: world.members[n],
            introduced_on: date(2026, 9, 20),
            together_from: date(2025, 7, 1),
        };
        recruiting::introduce(ctx, id, form).await.unwrap();
        recruiting::introduce(ctx, id, form).await.unwrap();
    }
}

async fn next(ctx: &Ctx, id: CandidateId) -> Option<Step> {
    let view = recruiting::show(ctx, id).await.unwrap();
    next_action(&view.way).map(|stride| stride.step)
}

#[rstest]
#[tokio::test]
async fn from_the_list_to_probation_step_by_step(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    recruiting::add(&secretary, id, world.residential, &person("Đinh Thị Ưu Tú")).await.unwrap();
    let (other, same) = (CandidateId(secretary.new_id()), person("dinh thi uu tu"));
    let double = recruiting::add(&secretary, other, world.residential, &same).await;
    assert!(matches!(double, Err(Error::Invalid(_))), "on the list already");
    assert_eq!(next(&secretary, id).await, Some(Step::Helper));
    let early = recruiting::record(&secretary, id, Step::Cv, &on(date(2026, 3, 1))).await;
    assert_eq!(refused(early), "recruiting-refused-before");
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    assert_eq!(next(&secretary, id).await, Some(Step::Vote));

    let day = date(2026, 10, 5);
    let lost = recruiting::record(&secretary, id, Step::Vote, &vote(day, 13)).await;
    assert_eq!(refused(lost), "recruiting-refused-not-carried", "statement 22");
    let few = FactDraft { counted: Some(12), in_favour: Some(12), ..on(day) };
    let miscounted = recruiting::record(&secretary, id, Step::Vote, &few).await;
    assert_eq!(refused(miscounted), "recruiting-refused-miscounted");
    recruiting::record(&secretary, id, Step::Vote, &vote(day, 14)).await.unwrap();
    let rested_on = recruiting::undo(&secretary, id, Step::Application).await;
    assert_eq!(refused(rested_on), "recruiting-refused-rested-on");
    let withdrawn = recruiting::withdraw_introduction(&secretary, id, world.members[3]).await;
    assert_eq!(refused(withdrawn), "recruiting-refused-rested-on");

    let deed = DeedId(secretary.new_id());
    let undecided = recruiting::hold_ceremony(&secretary, id, deed, TODAY).await;
    assert_eq!(refused(undecided), "recruiting-refused-before", "statement 32");
    let decision = numbered(date(2026, 10, 15), "212-QĐ/ĐU");
    recruiting::record(&secretary, id, Step::Decision, &decision).await.unwrap();
    let member = recruiting::hold_ceremony(&secretary, id, deed, date(2026, 10, 30)).await.unwrap();
    let again = recruiting::hold_ceremony(&secretary, id, deed, date(2026, 10, 30)).await.unwrap();
    assert_eq!(member, again, "held twice it is one ceremony");
    let mut tx = world.test.app.store.read().await.unwrap();
    let standings = store::standings_of(&mut tx, member).await.unwrap();
    let stands = &standings[0];
    assert_eq!((standings.len(), stands.cell, stands.from_on), (1, world.residential, date(2026, 10, 30)));
    assert_eq!((stands.grade, stands.state), (MemberGrade::Probationary, StandingState::Active));
    let profile = store::find(&mut tx, member).await.unwrap().unwrap().profile;
    assert_eq!(profile.full_name, "Đinh Thị Ưu Tú");
    assert_eq!(profile.admitted_on.unwrap().date, date(2026, 10, 15), "party age from the decision");
    drop(tx);
    assert_eq!(next(&secretary, id).await, Some(Step::MemberCv));
    let closed = recruiting::record(&secretary, id, Step::Decision, &decision).await;
    assert!(closed.is_ok(), "the same again changes nothing");
    let changed = recruiting::change(&secretary, id, &person("Đinh Thị Khác")).await;
    assert_eq!(refused(changed), "recruiting-refused-admitted");
    let list = recruiting::of_cell(&secretary, world.residential).await.unwrap();
    assert_eq!((list.listed.len(), list.admitted.len(), list.year.admitted), (0, 1, 1));
    let on_probation = list.probationers.iter().find(|one| one.member == member).unwrap();
    assert_eq!(on_probation.candidate, Some(id));
    assert_eq!(on_probation.over_on, date(2027, 10, 30));
}

#[rstest]
#[tokio::test]
async fn an_admission_taken_back_leaves_a_candidate_with_a_decision(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 5), 20)).await.unwrap();
    let decision = numbered(date(2026, 10, 15), "212-QĐ/ĐU");
    recruiting::record(&secretary, id, Step::Decision, &decision).await.unwrap();
    let hold = |deed| recruiting::hold_ceremony(&secretary, id, deed, date(2026, 10, 30));
    let first = hold(DeedId(secretary.new_id())).await.unwrap();
    recruiting::undo(&secretary, id, Step::Ceremony).await.unwrap();
    recruiting::undo(&secretary, id, Step::Ceremony).await.unwrap();
    let mut tx = world.test.app.store.read().await.unwrap();
    assert_eq!(store::find(&mut tx, first).await.unwrap(), None, "nobody is left in the register");
    drop(tx);
    assert_eq!(next(&secretary, id).await, Some(Step::Ceremony));
    let deed = DeedId(secretary.new_id());
    let second = hold(deed).await.unwrap();
    life::take_back(&secretary, second, deed).await.unwrap();
    assert_eq!(next(&secretary, id).await, Some(Step::Ceremony), "taken back in the member's file too");
}

#[rstest]
#[tokio::test]
async fn statements_30_and_31_block_the_vote_and_tell_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2021, 10, 5)).await;
    let late = recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 6), 20)).await;
    assert_eq!(refused(late), "recruiting-certificate-old");
    let kinds = async || -> Vec<SignKind> {
        let found = signs::list(&secretary, Some(world.residential)).await.unwrap();
        found.iter().filter(|one| one.sign.candidate == Some(id)).map(|one| one.sign.kind).collect()
    };
    assert_eq!(kinds().await, [SignKind::CertificateOld]);
    recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 5), 20)).await.unwrap();
    assert!(kinds().await.is_empty(), "the vote was taken in time");
    recruiting::undo(&secretary, id, Step::Vote).await.unwrap();
    let good = numbered(date(2025, 12, 1), "126/GCN");
    recruiting::record(&secretary, id, Step::Certificate, &good).await.unwrap();

    recruiting::withdraw_introduction(&secretary, id, world.members[4]).await.unwrap();
    recruiting::withdraw_introduction(&secretary, id, world.members[4]).await.unwrap();
    let introduce = |member: MemberId, together_from| {
        let form = IntroductionForm { member, introduced_on: date(2026, 9, 20), together_from };
        recruiting::introduce(&secretary, id, form)
    };
    let probationary = introduce(world.members[20], date(2025, 7, 1)).await;
    assert_eq!(refused(probationary), "recruiting-introducer-not-official");
    introduce(world.agency_members[5], date(2025, 11, 3)).await.unwrap();
    let short = recruiting::record(&secretary, id, Step::Vote, &vote(TODAY, 20)).await;
    assert_eq!(
        refused(short),
        "recruiting-introducer-short",
        "a day too few; another cell of the ward is no hindrance"
    );
    assert_eq!(kinds().await, [SignKind::IntroducerUnfit]);
    introduce(world.agency_members[5], date(2025, 11, 2)).await.unwrap();
    recruiting::record(&secretary, id, Step::Vote, &vote(TODAY, 20)).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn statement_30_a_certificate_of_a_class_is_offered_taken_and_grows_old(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let office = world.acting_for(world.office).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    let class = ClassId(office.new_id());
    let form = ClassForm {
        organisation: world.ward,
        kind: ClassKind::Candidates,
        title: "Bồi dưỡng nhận thức về Đảng".to_owned(),
        place: String::new(),
        from_on: date(2021, 9, 27),
        to_on: date(2021, 10, 1),
    };
    learning::hold(&office, class, &form).await.unwrap();
    let given = async |name: &str, on: Date| {
        let (learner, who) = (LearnerId(office.new_id()), Who::Candidate(name.to_owned()));
        learning::add_learner(&office, class, learner, &who, Some(world.residential)).await.unwrap();
        learning::certify(&office, class, learner, Some(&("125/GCN".to_owned(), on))).await.unwrap();
        learner
    };
    let other = given("Lê Văn Bền", date(2021, 10, 5)).await;
    let learner = given("đinh thị ưu tú", date(2021, 10, 5)).await;
    let view = recruiting::show(&secretary, id).await.unwrap();
    assert_eq!(view.offers.iter().map(|one| one.learner).collect::<Vec<_>>(), [learner], "of the same name");
    let leader = world.acting_for(world.leader).await;
    assert!(recruiting::show(&leader, id).await.unwrap().offers.is_empty(), "who does not keep the list");
    let foreign = recruiting::take_certificate(&secretary, id, other).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    recruiting::take_certificate(&secretary, id, learner).await.unwrap();
    recruiting::take_certificate(&secretary, id, learner).await.unwrap();
    let file = recruiting::show(&secretary, id).await.unwrap().file;
    let fact = file.fact(Step::Certificate).unwrap();
    assert_eq!((fact.on, fact.number.as_str(), fact.learner), (date(2021, 10, 5), "125/GCN", Some(learner)));

    recruiting::assign_helper(&secretary, id, world.members[3], date(2026, 1, 8)).await.unwrap();
    let late = recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 6), 20)).await;
    assert_eq!(refused(late), "recruiting-certificate-old", "the 60 months count as of any certificate");
    recruiting::undo(&secretary, id, Step::Certificate).await.unwrap();
    recruiting::undo(&secretary, id, Step::Certificate).await.unwrap();
    let view = recruiting::show(&secretary, id).await.unwrap();
    assert_eq!((view.file.fact(Step::Certificate), view.offers.len()), (None, 1), "offered again");
    let by_hand = numbered(date(2025, 12, 1), "126/GCN");
    recruiting::record(&secretary, id, Step::Certificate, &by_hand).await.unwrap();
    assert!(recruiting::show(&secretary, id).await.unwrap().offers.is_empty());
}

#[rstest]
#[tokio::test]
async fn the_ceremony_falls_due_and_is_told_on_the_first_page(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 5), 20)).await.unwrap();
    let decision = numbered(date(2026, 10, 15), "212-QĐ/ĐU");
    recruiting::record(&secretary, id, Step::Decision, &decision).await.unwrap();
    let told = today::today(&secretary).await.unwrap();
    let due = &told.cells[0].recruiting;
    // Two members are on probation since 20 January 2026: their year is over in 79 days.
    assert_eq!(due.len(), 3, "{due:?}");
    assert_eq!((due[0].whom, due[0].step), (Whom::Candidate(id), Some(Step::Ceremony)));
    assert_eq!((due[0].due.on, due[0].reminder.mark), (date(2026, 11, 26), Some(30)));
    assert!(due[1..].iter().all(|one| one.step.is_none() && one.reminder.mark == Some(90)));
    assert!(told.cells[0].review_is_due);
    let ceremony = async |day: Date| {
        world.test.at(day.at(8, 0, 0, 0));
        let found = signs::list(&secretary, Some(world.residential)).await.unwrap();
        found
            .into_iter()
            .find(|one| one.sign.kind == SignKind::CeremonyDue)
            .map(|one| (one.sign.weight, one.name))
    };
    let name = Some("Đinh Thị Ưu Tú".to_owned());
    assert_eq!(ceremony(date(2026, 11, 26)).await, Some((Weight::Due, name.clone())));
    assert_eq!(ceremony(date(2026, 11, 27)).await, Some((Weight::Late, name)));
}

#[rstest]
#[tokio::test]
async fn a_candidates_file_is_open_to_those_who_open_members_files(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    for (account, sees, keeps) in [
        (world.deputy, true, true),
        (world.office, true, true),
        (world.leader, true, false),
        (world.inspector, true, false),
        (world.member, false, false),
        (world.overseer, false, false),
        (world.stranger, false, false),
        (world.administrator, false, false),
    ] {
        let ctx = world.acting_for(account).await;
        let seen = recruiting::show(&ctx, id).await;
        assert_eq!(seen.is_ok(), sees);
        assert!(sees || matches!(seen, Err(Error::NotFound)), "who may not see is not told");
        let recorded = recruiting::record(&ctx, id, Step::Application, &on(date(2026, 3, 2))).await;
        assert_eq!(recorded.is_ok(), keeps);
        assert!(keeps || matches!(recorded, Err(Error::Forbidden | Error::NotFound)));
        let listed = recruiting::of_cell(&ctx, world.residential).await;
        assert_eq!(listed.is_ok(), sees);
        let printed = recruiting::print(&ctx, id, CandidatePaperType::Application, None, Format::Docx).await;
        assert_eq!(printed.is_ok(), sees);
    }
    let mut tx = world.test.app.store.read().await.unwrap();
    let noted = events::list_of(&mut tx, id.0, 100).await.unwrap();
    let count = |kind: &str| noted.iter().filter(|event| event.kind == kind).count();
    assert_eq!((count("candidate.read"), count("paper.printed")), (4, 4), "every reading is noted");
    assert_eq!(count("candidate.step_recorded"), 1, "the same again is no deed");
}

#[rstest]
#[tokio::test]
async fn who_is_dropped_is_put_back_moved_or_forgotten(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    let without = recruiting::drop_from_list(&secretary, id, TODAY, " ").await;
    assert!(matches!(without, Err(Error::Invalid(_))), "a reason is said");
    recruiting::drop_from_list(&secretary, id, TODAY, "Thôi phấn đấu").await.unwrap();
    recruiting::drop_from_list(&secretary, id, TODAY, "Thôi phấn đấu").await.unwrap();
    let list = recruiting::of_cell(&secretary, world.residential).await.unwrap();
    assert_eq!((list.listed.len(), list.dropped.len()), (0, 1));
    let closed = recruiting::record(&secretary, id, Step::Vote, &vote(TODAY, 20)).await;
    assert_eq!(refused(closed), "recruiting-refused-dropped");
    recruiting::put_back(&secretary, id).await.unwrap();
    recruiting::put_back(&secretary, id).await.unwrap();
    recruiting::move_to(&secretary, id, world.school, TODAY).await.unwrap();
    assert!(matches!(recruiting::show(&secretary, id).await, Err(Error::NotFound)), "it is another cell's");
    let office = world.acting_for(world.office).await;
    let view = recruiting::show(&office, id).await.unwrap();
    assert_eq!(view.cell.id, world.school);
    assert!(view.way.iter().all(|stride| stride.state != StepState::Blocked), "the ward is one base");

    recruiting::drop_from_list(&office, id, TODAY, "Thôi phấn đấu").await.unwrap();
    let there = async || {
        while jobs::run_next(&world.test.app).await.unwrap() {}
        let mut tx = world.test.app.store.read().await.unwrap();
        kept::find(&mut tx, id).await.unwrap().is_some()
    };
    world.test.at(date(2028, 11, 1).at(8, 0, 0, 0));
    assert!(there().await, "kept for twenty-four months");
    world.test.at(date(2028, 11, 2).at(8, 0, 0, 0));
    assert!(!there().await, "and then forgotten");
}

#[rstest]
#[tokio::test]
async fn a_committee_sees_by_cell_what_is_neglected(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let leader = world.acting_for(world.leader).await;
    added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    let form = ReviewForm { note: "Thêm một người".to_owned(), ..ReviewForm::default() };
    let month = recruiting::review(&secretary, world.residential, &form).await.unwrap();
    recruiting::review(&secretary, world.residential, &form).await.unwrap();
    assert_eq!(month, Month::new(2026, 11).unwrap());
    recruiting::set_target(&leader, world.residential, 2026, Some(1)).await.unwrap();
    recruiting::set_target(&leader, world.school, 2026, Some(2)).await.unwrap();
    let own = recruiting::set_target(&secretary, world.residential, 2026, Some(0)).await;
    assert!(matches!(own, Err(Error::Forbidden)), "a target comes from above");
    let far = recruiting::set_target(&leader, world.school, 2040, Some(2)).await;
    assert!(matches!(far, Err(Error::Invalid(_))));
    for year in [i16::MIN, 2040, i16::MAX] {
        let far = recruiting::of_committee(&leader, world.ward, Some(year)).await;
        assert!(matches!(far, Err(Error::Invalid(_))), "{year}");
    }

    let year = recruiting::of_committee(&leader, world.ward, None).await.unwrap();
    let of = |cell| year.cells.iter().find(|one| one.cell.id == cell).unwrap();
    assert_eq!((year.year, year.cells.len()), (2026, 4));
    let residential = of(world.residential);
    assert_eq!((residential.year.listed, residential.year.reviews, residential.year.target), (1, 1, Some(1)));
    assert_eq!(residential.neglected, [Neglect::BehindTarget], "November, and no application is in");
    assert_eq!(of(world.school).neglected, [Neglect::NotReviewed, Neglect::NoSource]);
    assert!(year.cells.iter().all(|one| one.sets && one.opens));
    let overseer = world.acting_for(world.overseer).await;
    assert!(overseer.may(Action::SeeRules, &nennep_domain::accounts::permission::Resource::installation()));
    let seen = recruiting::of_committee(&overseer, world.ward, None).await.unwrap();
    assert!(seen.cells.iter().all(|one| !one.sets && !one.opens), "numbers, no names");
    let stranger = world.acting_for(world.member).await;
    assert!(matches!(recruiting::of_committee(&stranger, world.ward, None).await, Err(Error::Forbidden)));

    recruiting::take_review_back(&secretary, world.residential, month).await.unwrap();
    recruiting::take_review_back(&secretary, world.residential, month).await.unwrap();
    recruiting::set_target(&leader, world.school, 2026, None).await.unwrap();
    let year = recruiting::of_committee(&leader, world.ward, None).await.unwrap();
    let of = |cell| year.cells.iter().find(|one| one.cell.id == cell).unwrap();
    assert_eq!(of(world.residential).neglected[0], Neglect::NotReviewed);
    assert_eq!(of(world.school).neglected, [Neglect::NotReviewed]);
}

#[rstest]
#[tokio::test]
async fn the_papers_of_the_steps_are_printed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    for paper in CandidatePaperType::ALL {
        let printed = recruiting::print(&secretary, id, *paper, None, Format::Pdf).await.unwrap();
        assert!(printed.bytes.starts_with(b"%PDF") && printed.unprintable.is_empty(), "{paper}");
        let most = if *paper == CandidatePaperType::Cv { 3 } else { 2 };
        assert!(printed.pages.is_some_and(|pages| pages <= most), "{paper}: {:?}", printed.pages);
    }
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 5), 18)).await.unwrap();
    let introducer = Some(world.members[3]);
    let paper = CandidatePaperType::Introduction;
    let printed = recruiting::print(&secretary, id, paper, introducer, Format::Docx).await.unwrap();
    assert!(printed.file_name.starts_with("giay-gioi-thieu-nguoi-vao-dang"), "{}", printed.file_name);
    let other = recruiting::print(&secretary, id, paper, Some(world.members[9]), Format::Pdf).await;
    assert!(matches!(other, Err(Error::NotFound)), "does not introduce");
}

#[rstest]
#[tokio::test]
async fn a_list_goes_with_the_cell_to_what_it_became(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let office = world.acting_for(world.office).await;
    let id = added(&office, world.school, "Đinh Thị Ưu Tú").await;
    let planned = deeds::Planned {
        deed: Deed::Merge { cells: vec![world.school], into: world.company, new: None },
        on: TODAY,
        decision: crate::deeds::decision(TODAY),
    };
    deeds::perform(&office, DeedId(office.new_id()), &planned).await.unwrap();
    let view = recruiting::show(&office, id).await.unwrap();
    assert_eq!(view.cell.id, world.company);
}

#[rstest]
#[tokio::test]
async fn secretary_and_helper_are_written_to_once_at_each_stage(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let secretary = world.acting_for(world.secretary).await;
    let id = added(&secretary, world.residential, "Đinh Thị Ưu Tú").await;
    prepare(&world, &secretary, id, date(2025, 12, 1)).await;
    recruiting::record(&secretary, id, Step::Vote, &vote(date(2026, 10, 5), 20)).await.unwrap();
    let decision = numbered(date(2026, 10, 15), "212-QĐ/ĐU");
    recruiting::record(&secretary, id, Step::Decision, &decision).await.unwrap();
    for n in [0, 3] {
        crate::preparing::give_address(&world, n, &format!("m{n}@example.org")).await;
    }
    let app = &world.test.app;
    let written = async |day: Date| -> Vec<(String, String)> {
        let before = world.test.mail.letters().len();
        world.test.at(day.at(8, 0, 0, 0));
        for _ in 0..2 {
            jobs::begin_day(app).await.unwrap();
            while jobs::run_next(app).await.unwrap() {}
        }
        let letters = world.test.mail.letters().split_off(before);
        assert!(letters.iter().all(|one| !one.subject.contains("Ưu Tú") && !one.text.contains("Ưu Tú")));
        let of_candidate = letters.into_iter().filter(|one| one.text.contains(&format!("/candidates/{id}")));
        of_candidate.map(|one| (one.to, one.text)).collect()
    };
    // The ceremony is due on 26 November: 24 days are left, the stage of 30.
    let first = written(TODAY).await;
    let to: Vec<&str> = first.iter().map(|(to, _)| to.as_str()).collect();
    assert_eq!(to, ["m0@example.org", "m3@example.org"]);
    assert!(first[0].1.contains("26/11/2026"), "{}", first[0].1);
    assert!(written(date(2026, 11, 10)).await.is_empty(), "the same stage");
    assert_eq!(written(date(2026, 11, 11)).await.len(), 2, "fifteen days are left");
    assert_eq!(written(date(2026, 11, 20)).await.len(), 2, "a week");
    assert!(written(date(2026, 11, 27)).await.is_empty(), "what has passed stands on the first page");
}
