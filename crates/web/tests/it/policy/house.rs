//! The sample ward with one person of each office, asked one after the other; what one of them changed is undone before the
//! next is asked.

use std::collections::BTreeMap;

use axum::Router;
use jiff::civil::{Date, date};
use nennep_app::{
    Ctx,
    accounts::{self, NewAccount, NewToken},
    books, dues, imports, learning,
    meetings::{self, PlanLine, PreparationForm},
    members::{self, corrections, life},
    nominees,
    offices::{self, TermForm},
    organisations::deeds,
    recognition::{badges, commendations, discipline},
    recruiting::{self, AddForm},
    rules::{self, OverrideForm},
};
use nennep_domain::{
    accounts::Office,
    decisions::Decision,
    dues::{DuesCategory, PaymentWay},
    ids::{
        AccountId, BadgeProposalId, CandidateId, ClassId, ClassSessionId, CommendationId, CorrectionId,
        DeedId, DisciplineId, ImportId, LearnerId, MeetingId, MemberId, NomineeId, OfficeId, OverrideId,
        ReceiptId, RemittanceId, TransferId,
    },
    learning::{ClassKind, Who},
    meetings::{MeetingKind, PreparationKind},
    members::{
        MemberGrade, Sex, correction,
        life::{Destination, LifeDeed},
        register::{self, Field},
    },
    organisations::history::Deed,
    recognition::{
        badges::{BadgeGround, Candidate},
        commendations::{CommendationKind, Recipient},
        discipline::{DisciplineForm, Disciplined},
    },
    recruiting::{PersonDraft, Schooling},
    time::Month,
};
use nennep_testkit::{Engine, World};
use nennep_web::{house::house, routes::Entry};
use serde_json::Value;

use super::{
    asking::{Answered, ask},
    bodies, carried, rated,
    samples::Ids,
};

/// One office of those who ask.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asker {
    pub(super) name: &'static str,
}

/// Who asks, in the order of the columns.
pub(super) const OFFICES: [Asker; 12] = [
    Asker { name: "guest" },
    Asker { name: "member" },
    Asker { name: "minute-taker" },
    Asker { name: "committee member" },
    Asker { name: "deputy" },
    Asker { name: "secretary" },
    Asker { name: "overseer" },
    Asker { name: "ward secretary" },
    Asker { name: "ward organisation office" },
    Asker { name: "inspection committee" },
    Asker { name: "administrator" },
    Asker { name: "secretary of another cell" },
];

/// The ward.
pub(super) struct Sample {
    world: World,
    ids: Ids,
    sessions: BTreeMap<&'static str, String>,
    document: Value,
    /// The program on the ward.
    house: Router,
    /// Requests it has answered: a program answers only so many a minute.
    asked: u32,
}

/// Requests asked of one program; guests may ask the API 120 times a minute.
const MOST_ASKED: u32 = 1_000;

impl Sample {
    pub(super) async fn new() -> Self {
        let world = World::new(Engine::Sqlite).await;
        let (member, committee) = (account(&world, 9).await, account(&world, 11).await);
        let committee_office = join_committee(&world, world.members[11]).await;
        let ids = ids(&world, member, committee_office).await;
        let accounts = [
            ("member", member),
            ("minute-taker", world.member),
            ("committee member", committee),
            ("deputy", world.deputy),
            ("secretary", world.secretary),
            ("overseer", world.overseer),
            ("ward secretary", world.leader),
            ("ward organisation office", world.office),
            ("inspection committee", world.inspector),
            ("administrator", world.administrator),
            ("secretary of another cell", world.stranger),
        ];
        let mut sessions = BTreeMap::new();
        for (office, account) in accounts {
            let secret = match office {
                // The session that is asked about, too.
                "secretary" => format!("session-{account}"),
                _ => world.session_of(account).await,
            };
            sessions.insert(office, secret);
        }
        let document = bodies::document();
        let house = house(&world.test.rehearsal());
        Self { world, ids, sessions, document, house, asked: 0 }
    }

    /// What this route comes to for the holder of this office.
    pub(super) async fn ask(&mut self, entry: &Entry, office: Asker) -> Answered {
        if self.asked == MOST_ASKED {
            (self.house, self.asked) = (house(&self.world.test.rehearsal()), 0);
        }
        self.asked += 1;
        let asked = bodies::asked(entry, &self.ids, &self.document);
        let session = self.sessions.get(office.name).map(String::as_str);
        ask(&self.house, session, asked).await
    }
}

/// An account of a member of the residential cell.
async fn account(world: &World, n: usize) -> AccountId {
    let system = world.test.app.as_system();
    let member = Some(world.members[n]);
    let new = NewAccount { name: format!("Đảng viên {n}"), member, ..NewAccount::default() };
    accounts::create(&system, &new).await.unwrap()
}

async fn join_committee(world: &World, member: MemberId) -> OfficeId {
    let office = world.acting_for(world.office).await;
    let id = OfficeId(office.new_id());
    let form = TermForm {
        organisation: world.residential,
        office: Office::CommitteeMember,
        member: Some(member),
        account: None,
        from_on: date(2026, 1, 1),
        to_on: None,
        basis: "Bầu bổ sung".to_owned(),
    };
    offices::grant(&office, id, &form).await.unwrap();
    id
}

/// The ward's things that are asked about.
async fn ids(world: &World, member: AccountId, committee_office: OfficeId) -> Ids {
    let coming = coming_meeting(world).await;
    let lived = world.hold_meeting(date(2026, 11, 5)).await;
    let secretary = world.acting_for(world.secretary).await;
    let view = meetings::show(&secretary, lived.meeting).await.unwrap();
    let subject = account(world, 12).await;
    let asked_about = world.acting_for(subject).await;
    meetings::ask_leave(&asked_about, coming, "Đi công tác").await.unwrap();
    let preparation = prepared(&world.acting_for(member).await, coming).await;
    world.session_of(world.secretary).await;
    world.session_of(subject).await;
    let terms = books::terms(&secretary, world.residential).await.unwrap();
    let (receipt, remittance) = dues_kept(&secretary, world).await;
    let (round, step) = rated::round(world, &secretary).await;
    let named = [
        ("meeting", lived.meeting.to_string()),
        ("coming meeting", coming.to_string()),
        ("coming item", coming_item(&secretary, coming).await),
        ("reserving member", world.members[7].to_string()),
        ("item", lived.discussion.to_string()),
        ("motion", lived.resolution.to_string()),
        ("task", lived.task.to_string()),
        ("guest", lived.guest.to_string()),
        ("remark", view.remarks[0].id.to_string()),
        ("paper", view.papers[0].id.to_string()),
        ("member", world.members[12].to_string()),
        ("preparation", preparation),
        ("account", subject.to_string()),
        ("session", session(&asked_about).await),
        ("token", token(&asked_about).await),
        ("own session", session(&secretary).await),
        ("own token", token(&secretary).await),
        ("office", committee_office.to_string()),
        ("term", terms.lines[0].id.to_string()),
        ("own", own_value(world).await),
        ("import", import(world, &secretary).await),
        ("deed", waiting_deed(world).await),
        ("member deed", member_deed(&secretary, world).await),
        ("transfer", transfer(&secretary, world).await),
        ("own member", world.members[0].to_string()),
        ("correction", correction(&secretary, world).await),
        ("receipt", receipt.to_string()),
        ("remittance", remittance.to_string()),
        ("round", round),
        ("rating step", step),
        ("answering member", world.members[9].to_string()),
        ("committee", world.ward.to_string()),
        ("commendation", commendation(&secretary, world).await),
        ("proposal", proposal(&secretary, world).await),
        ("measure", measure(&secretary, world).await),
        ("candidate", candidate(&secretary, world).await),
        ("probationer", world.members[20].to_string()),
        ("evidence", carried::evidence(&secretary, lived.task).await),
        ("loan", carried::loan(&secretary, world).await),
        ("ward", world.ward.to_string()),
        ("new", world.test.app.new_id().to_string()),
    ];
    let own = named.iter().find(|(name, _)| *name == "own").unwrap().1.clone();
    let plain = [
        ("override", own),
        ("cell", world.residential.to_string()),
        ("organisation", world.residential.to_string()),
        ("key", KEY.to_owned()),
        ("stage", "proposal".to_owned()),
        ("badge step", "proposed".to_owned()),
        ("file", "attendance.docx".to_owned()),
        ("kind", "members".to_owned()),
        ("register", "members".to_owned()),
        ("document", "attendance".to_owned()),
        ("year", "2026".to_owned()),
        ("month", "2026-11".to_owned()),
        ("candidate step", "application".to_owned()),
        ("probation step", "self_review".to_owned()),
        ("probation file", "self_review.docx".to_owned()),
        ("probation paper", "self_review".to_owned()),
        ("people register", "deceased".to_owned()),
        ("register file", "10-shd.pdf".to_owned()),
        ("candidate file", "application.docx".to_owned()),
        ("candidate paper", "application".to_owned()),
        ("nominees file", "list.pdf".to_owned()),
        ("nominee", nominee(world).await),
    ];
    Ids(named.into_iter().chain(plain).chain(class(world).await).collect())
}

/// A certificate of the member asked about.
async fn commendation(secretary: &Ctx, world: &World) -> String {
    let id = CommendationId(secretary.new_id());
    let form = commendations::CommendationForm {
        to: Recipient::Member(world.members[12]),
        kind: CommendationKind::Certificate,
        reason: "Hoàn thành tốt nhiệm vụ".to_owned(),
        number: "12-QĐ/ĐU".to_owned(),
        on: date(2026, 10, 20),
        by: "Đảng ủy phường".to_owned(),
    };
    commendations::add(secretary, id, &form).await.unwrap();
    id.to_string()
}

/// A badge proposed for a member of thirty years.
async fn proposal(secretary: &Ctx, world: &World) -> String {
    let (id, member) = (BadgeProposalId(secretary.new_id()), world.members[13]);
    let system = world.test.app.as_system();
    let profile = members::load_for_change(&system, member).await.unwrap();
    let typed = register::ASKED.into_iter().map(|field| (field, register::typed(&profile, field)));
    let mut typed: members::Typed = typed.collect();
    typed.insert(register::Field::AdmittedOn, "03/11/1996".to_owned());
    members::change(&system, member, &typed).await.unwrap();
    let asked = Candidate { years: 30, ground: BadgeGround::Due, day: date(2026, 11, 7) };
    let form = badges::Form { member, asked, requested_on: date(2026, 11, 1) };
    badges::propose(secretary, id, &form).await.unwrap();
    id.to_string()
}

/// A reprimand of the member asked about.
async fn measure(secretary: &Ctx, world: &World) -> String {
    let id = DisciplineId(secretary.new_id());
    let on = date(2026, 10, 20);
    let settlement = discipline::Settlement {
        number: "3-QĐ/CB".to_owned(),
        on,
        by: "Chi bộ".to_owned(),
        announced_on: on,
        until_on: None,
    };
    let form = discipline::MeasureForm {
        of: Disciplined::Member(world.members[12], MemberGrade::Official),
        form: DisciplineForm::Reprimand,
        reason: "Bỏ sinh hoạt".to_owned(),
        basis: discipline::Basis::Cell(settlement),
    };
    discipline::enter(secretary, id, &form).await.unwrap();
    id.to_string()
}

/// A member put forward for an office of the cell.
async fn nominee(world: &World) -> String {
    let office = world.acting_for(world.office).await;
    let id = NomineeId(office.new_id());
    let form = nominees::NomineeForm {
        organisation: world.residential,
        office: Office::CommitteeMember,
        member: world.members[12],
        term: String::new(),
        manager: false,
        skilled: false,
        note: String::new(),
        put_forward_on: date(2026, 10, 1),
    };
    nominees::put_forward(&office, id, &form).await.unwrap();
    id.to_string()
}

/// A class of the ward with a session and a learner.
async fn class(world: &World) -> [(&'static str, String); 3] {
    let office = world.acting_for(world.office).await;
    let (id, session, learner) =
        (ClassId(office.new_id()), ClassSessionId(office.new_id()), LearnerId(office.new_id()));
    let day = date(2026, 10, 6);
    let form = learning::ClassForm {
        organisation: world.ward,
        kind: ClassKind::Theory,
        title: "Sơ cấp lý luận".to_owned(),
        place: String::new(),
        from_on: day,
        to_on: day,
    };
    learning::hold(&office, id, &form).await.unwrap();
    learning::add_session(&office, id, session, day, "Mở đầu").await.unwrap();
    learning::add_learner(&office, id, learner, &Who::Member(world.members[12]), None).await.unwrap();
    [("class", id.to_string()), ("class session", session.to_string()), ("learner", learner.to_string())]
}

const KEY: &str = "meetings.routine_minimum_minutes";

/// A meeting to come, for which members prepare.
async fn coming_meeting(world: &World) -> MeetingId {
    let ctx = world.acting_for(world.secretary).await;
    let line = PlanLine {
        month: Month::new(2026, 12).unwrap(),
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(date(2026, 12, 3).at(19, 30, 0, 0)),
        place: "Nhà văn hóa".to_owned(),
    };
    meetings::plan(&ctx, world.residential, MeetingId(ctx.new_id()), &line).await.unwrap()
}

/// An item of the meeting to come.
async fn coming_item(secretary: &Ctx, meeting: MeetingId) -> String {
    meetings::draft_agenda(secretary, meeting).await.unwrap();
    meetings::show(secretary, meeting).await.unwrap().items[0].id.to_string()
}

async fn prepared(ctx: &Ctx, meeting: MeetingId) -> String {
    let id = meetings::preparation_id(meeting, ctx.actor.member.unwrap(), None);
    let form = PreparationForm {
        kind: PreparationKind::Remark,
        item: None,
        task: None,
        body: "Ý kiến của tôi".to_owned(),
    };
    meetings::save_preparation(ctx, meeting, id, &form).await.unwrap();
    id.to_string()
}

async fn session(ctx: &Ctx) -> String {
    accounts::sessions(ctx).await.unwrap()[0].id.to_string()
}

async fn token(ctx: &Ctx) -> String {
    let new = NewToken { name: "Thử".to_owned(), write: false, days: 30 };
    accounts::issue_token(ctx, &new).await.unwrap().0.to_string()
}

/// The ward's own value of a rule for the cell.
async fn own_value(world: &World) -> String {
    let office = world.acting_for(world.office).await;
    let id = OverrideId(office.new_id());
    let form = OverrideForm {
        organisation: world.residential,
        key: KEY.to_owned(),
        value: "75".to_owned(),
        from: date(2026, 11, 1),
        to: None,
        reason: "Chi bộ ít đảng viên".to_owned(),
    };
    rules::set_override(&office, id, &form).await.unwrap();
    id.to_string()
}

/// Somebody on the cell's list.
async fn candidate(secretary: &Ctx, world: &World) -> String {
    let id = CandidateId(secretary.new_id());
    let person = PersonDraft {
        name: "Đinh Thị Ưu Tú".to_owned(),
        sex: Some(Sex::Female),
        born_on: Some(date(1995, 2, 3)),
        schooling: Some(Schooling::University),
        ..PersonDraft::default()
    };
    let form = AddForm { person, ..AddForm::default() };
    recruiting::add(secretary, id, world.residential, &form).await.unwrap();
    id.to_string()
}

fn decision(on: Date) -> Decision {
    Decision { number: "12-QĐ/ĐU".to_owned(), on, by: String::new() }
}

/// A deed of the cell that waits for its day.
async fn waiting_deed(world: &World) -> String {
    let office = world.acting_for(world.office).await;
    let id = DeedId(office.new_id());
    let on = date(2027, 1, 1);
    let deed = Deed::Rename { organisation: world.residential, name: "Chi bộ".to_owned(), code: None };
    deeds::perform(&office, id, &deeds::Planned { deed, on, decision: decision(on) }).await.unwrap();
    id.to_string()
}

/// A deed in the member's life, entered today.
async fn member_deed(secretary: &Ctx, world: &World) -> String {
    let (id, on) = (DeedId(secretary.new_id()), date(2026, 11, 2));
    let deed = LifeDeed::Introduce { cell: world.agency };
    let planned = life::Planned { member: world.members[12], deed, on, decision: decision(on) };
    life::perform(secretary, id, &planned).await.unwrap();
    id.to_string()
}

/// A member of the cell on the way to another.
async fn transfer(secretary: &Ctx, world: &World) -> String {
    let (id, on) = (TransferId(secretary.new_id()), date(2026, 11, 2));
    let to = Destination::Cell(world.school);
    let form =
        life::TransferForm { id, member: world.members[13], to, introduced_on: on, decision: decision(on) };
    life::introduce(secretary, &form).await.unwrap();
    id.to_string()
}

/// What the secretary asks to have corrected of the own file.
async fn correction(secretary: &Ctx, world: &World) -> String {
    let (id, own) = (CorrectionId(secretary.new_id()), world.members[0]);
    let profile = corrections::own_profile(secretary, own).await.unwrap();
    let mut typed: members::Typed =
        correction::asked().map(|field| (field, register::typed(&profile, field))).collect();
    typed.insert(Field::Phone, "0912345678".to_owned());
    corrections::ask(secretary, id, own, &typed, "Đổi số").await.unwrap();
    id.to_string()
}

/// A receipt of today, and what was sent up of October, which is closed.
async fn dues_kept(secretary: &Ctx, world: &World) -> (ReceiptId, RemittanceId) {
    let month = |text: &str| text.parse::<Month>().unwrap();
    let (october, today) = (month("2026-10"), date(2026, 11, 2));
    for member in &world.members {
        let (from, category) = (month("2026-01"), DuesCategory::Student);
        let form = dues::BasisForm { from, category, dong: None, note: String::new() };
        dues::state(secretary, *member, &form).await.unwrap();
    }
    dues::close(secretary, world.residential, october).await.unwrap();
    let (receipt, remittance) = (ReceiptId(secretary.new_id()), RemittanceId(secretary.new_id()));
    let payment = dues::Payment {
        id: receipt,
        member: world.members[14],
        from: october,
        to: october,
        dong: 5_000,
        paid_on: today,
        way: PaymentWay::Cash,
        note: String::new(),
    };
    dues::pay(secretary, world.residential, &payment).await.unwrap();
    let sent = dues::Remitting { id: remittance, dong: 3_500, sent_on: today, note: String::new() };
    dues::remit(secretary, world.residential, october, &sent).await.unwrap();
    (receipt, remittance)
}

/// A file the secretary has sent and not taken.
async fn import(world: &World, secretary: &Ctx) -> String {
    let upload = imports::Upload {
        id: ImportId(secretary.new_id()),
        kind: imports::Kind::Members,
        into: Some(world.residential),
        file_name: "a.csv".to_owned(),
        bytes: "Họ và tên;Ngày sinh\nĐinh Văn Khôi;05/11/1980\n".into(),
    };
    let id = upload.id.to_string();
    imports::upload(secretary, upload).await.unwrap();
    id
}
