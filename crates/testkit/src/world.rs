//! One small world: the party committee of the ward of An Bình, four cells, and one account for each office.

use jiff::civil::{Date, date};
use nennep_app::keys::sha256;
use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, MemberId, OfficeId, OrganisationId, SessionId, StandingId},
    members::{MemberGrade, Standing, StandingState},
    organisations::{CellType, Organisation, OrganisationKind},
};
use nennep_store::{
    accounts::{self, Account},
    issues::{self, Term},
    members::{self, NewMember},
    offices, organisations,
    sessions::{self, Session},
};

use crate::{Engine, TestApp, people};

/// Since when everything in the world stands.
const BEGINNING: Date = date(2025, 7, 1);

/// The small world. The residential cell has 22 members: 20 official, 2 probationary (statement 20's fixture).
pub struct World {
    /// The program.
    pub test: TestApp,
    /// The ward's committee organisation.
    pub ward: OrganisationId,
    /// A residential cell of 22 members.
    pub residential: OrganisationId,
    /// An agency's cell of 9 members.
    pub agency: OrganisationId,
    /// A company's cell of 5 members.
    pub company: OrganisationId,
    /// A school's cell of 12 members.
    pub school: OrganisationId,
    /// The members of the residential cell: 0 is its secretary, 1 its deputy, 2 on its committee, 20 and 21 probationary.
    pub members: Vec<MemberId>,
    /// The members of the agency's cell; 0 is its secretary.
    pub agency_members: Vec<MemberId>,
    /// The residential cell's secretary.
    pub secretary: AccountId,
    /// Its deputy.
    pub deputy: AccountId,
    /// An ordinary member of it (member 5).
    pub member: AccountId,
    /// The ward committee's member who follows it; a member of the agency's cell.
    pub overseer: AccountId,
    /// The ward's secretary; a member of the agency's cell.
    pub leader: AccountId,
    /// Works in the ward's organisation office; no member here.
    pub office: AccountId,
    /// In the ward's inspection committee; no member here.
    pub inspector: AccountId,
    /// Keeps the machine; no member here.
    pub administrator: AccountId,
    /// The secretary of the agency's cell: has no business in the residential one.
    pub stranger: AccountId,
}

impl World {
    /// A fresh world on this engine.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn new(engine: Engine) -> Self {
        Self::of(TestApp::new(engine).await).await
    }

    /// A fresh world in this program.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn of(test: TestApp) -> Self {
        let mut story = Story { test: &test, next_person: 0, terms: Vec::new() };
        let ward = story
            .organisation("38.168.000", "Đảng bộ phường An Bình", None, OrganisationKind::Commune, None)
            .await;
        let cell = |code: &'static str| format!("38.168.000.000.{code}");
        let residential =
            story.cell(&cell("001"), "Chi bộ Tổ dân phố số 5", ward, CellType::Residential).await;
        let agency = story.cell(&cell("002"), "Chi bộ Văn phòng Đảng ủy", ward, CellType::Agency).await;
        let company = story
            .cell(&cell("003"), "Chi bộ Công ty Cơ khí Bình Minh", ward, CellType::PrivateEnterprise)
            .await;
        let school =
            story.cell(&cell("004"), "Chi bộ Trường THCS An Bình", ward, CellType::PublicService).await;
        let people = story.people(residential, 20, 2).await;
        let agency_members = story.people(agency, 9, 0).await;
        story.people(company, 5, 0).await;
        story.people(school, 12, 0).await;
        let secretary = story.account("bithu", Some(people[0])).await;
        let deputy = story.account("phobithu", Some(people[1])).await;
        let member = story.account("dangvien", Some(people[5])).await;
        let stranger = story.account("bithu2", Some(agency_members[0])).await;
        let overseer = story.account("theodoi", Some(agency_members[1])).await;
        let leader = story.account("bithuphuong", Some(agency_members[2])).await;
        let office = story.account("tochuc", None).await;
        let inspector = story.account("kiemtra", None).await;
        let administrator = story.account("quantri", None).await;
        story.member_office(residential, Office::Secretary, people[0]);
        story.member_office(residential, Office::Deputy, people[1]);
        story.member_office(residential, Office::CommitteeMember, people[2]);
        story.member_office(residential, Office::Overseer, agency_members[1]);
        story.member_office(agency, Office::Secretary, agency_members[0]);
        story.member_office(ward, Office::Secretary, agency_members[2]);
        story.member_office(ward, Office::CommitteeMember, agency_members[1]);
        story.account_office(ward, Office::OrganisationOffice, office);
        story.account_office(ward, Office::InspectionCommittee, inspector);
        story.account_office(ward, Office::Administrator, administrator);
        story.keep_offices().await;
        Self {
            ward,
            residential,
            agency,
            company,
            school,
            members: people,
            agency_members,
            secretary,
            deputy,
            member,
            overseer,
            leader,
            office,
            inspector,
            administrator,
            stranger,
            test,
        }
    }

    /// The secret of the session of an account, as its cookie `nennep` would carry it; begun when it is first asked for.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn session_of(&self, account: AccountId) -> String {
        let app = &self.test.app;
        let (secret, now) = (format!("session-{account}"), app.now());
        let session = Session {
            id: SessionId(app.new_id()),
            account,
            token_hash: sha256(secret.as_bytes()),
            device: "Chromium".to_owned(),
            created_at: now,
            last_seen_at: now,
            expires_at: now.plus_minutes(60 * 24 * 365),
            ended_at: None,
        };
        let mut tx = app.store.write().await.unwrap();
        if sessions::find_by_token(&mut tx, &session.token_hash).await.unwrap().is_none() {
            sessions::insert(&mut tx, &session).await.unwrap();
            tx.commit().await.unwrap();
        }
        secret
    }

    /// More official members of a cell, there from the beginning.
    ///
    /// # Panics
    /// If they cannot be entered: that is a failed test.
    pub async fn add_members(&self, cell: OrganisationId, official: usize) -> Vec<MemberId> {
        let mut story = Story { test: &self.test, next_person: 100, terms: Vec::new() };
        story.people(cell, official, 0).await
    }

    /// The program acting for the owner of an account.
    pub async fn acting_for(&self, account: AccountId) -> nennep_app::Ctx {
        self.test.acting_for(account).await
    }
}

struct Story<'a> {
    test: &'a TestApp,
    next_person: usize,
    terms: Vec<OfficeTerm>,
}

impl Story<'_> {
    fn id(&self) -> uuid::Uuid {
        self.test.app.new_id()
    }

    async fn organisation(
        &self,
        code: &str,
        name: &str,
        parent: Option<OrganisationId>,
        kind: OrganisationKind,
        cell_type: Option<CellType>,
    ) -> OrganisationId {
        let id = OrganisationId(self.id());
        let (code, name) = (code.to_owned(), name.to_owned());
        let organisation =
            Organisation { id, code, name, kind, cell_type, parent, from_on: BEGINNING, to_on: None };
        let term = Term {
            id: self.id(),
            organisation: id,
            name: "2025-2030".to_owned(),
            from_on: BEGINNING,
            to_on: None,
        };
        let mut tx = self.test.app.store.write().await.unwrap();
        organisations::insert_many(&mut tx, &[organisation]).await.unwrap();
        issues::insert_terms(&mut tx, &[term]).await.unwrap();
        tx.commit().await.unwrap();
        id
    }

    async fn cell(
        &self,
        code: &str,
        name: &str,
        ward: OrganisationId,
        cell_type: CellType,
    ) -> OrganisationId {
        self.organisation(code, name, Some(ward), OrganisationKind::Cell, Some(cell_type)).await
    }

    async fn people(&mut self, cell: OrganisationId, official: usize, probationary: usize) -> Vec<MemberId> {
        let mut new = Vec::new();
        let mut standings = Vec::new();
        for n in 0..official + probationary {
            let is_official = n < official;
            let admitted = if is_official { date(2015, 5, 19) } else { date(2026, 1, 20) };
            let profile =
                people::person(self.next_person, admitted, is_official.then_some(date(2016, 5, 19)));
            self.next_person += 1;
            let id = MemberId(self.id());
            new.push(NewMember { id, profile, identity: None });
            standings.push(Standing {
                id: StandingId(self.id()),
                member: id,
                cell,
                grade: if is_official { MemberGrade::Official } else { MemberGrade::Probationary },
                state: StandingState::Active,
                from_on: if is_official { BEGINNING } else { date(2026, 1, 20) },
                to_on: None,
                left: None,
            });
        }
        let mut tx = self.test.app.store.write().await.unwrap();
        members::insert_many(&mut tx, &new, self.test.app.now()).await.unwrap();
        members::insert_standings(&mut tx, &standings).await.unwrap();
        tx.commit().await.unwrap();
        new.into_iter().map(|member| member.id).collect()
    }

    async fn account(&self, login: &str, member: Option<MemberId>) -> AccountId {
        let mut tx = self.test.app.store.write().await.unwrap();
        let name = match member {
            Some(member) => members::find(&mut tx, member).await.unwrap().unwrap().profile.full_name,
            None => login.to_owned(),
        };
        let account = Account {
            id: AccountId(self.id()),
            login: login.to_owned(),
            name,
            email: String::new(),
            member,
            password_hash: None,
            totp_secret: None,
            totp_confirmed_at: None,
            totp_last_step: None,
            created_at: self.test.app.now(),
            disabled_at: None,
        };
        assert!(accounts::insert(&mut tx, &account).await.unwrap());
        tx.commit().await.unwrap();
        account.id
    }

    fn term(
        &mut self,
        organisation: OrganisationId,
        office: Office,
        member: Option<MemberId>,
        account: Option<AccountId>,
    ) {
        let (id, basis) = (OfficeId(self.id()), "Đại hội chi bộ nhiệm kỳ 2025-2030".to_owned());
        self.terms.push(OfficeTerm {
            id,
            organisation,
            office,
            member,
            account,
            from_on: BEGINNING,
            to_on: None,
            basis,
        });
    }

    fn member_office(&mut self, organisation: OrganisationId, office: Office, member: MemberId) {
        self.term(organisation, office, Some(member), None);
    }

    fn account_office(&mut self, organisation: OrganisationId, office: Office, account: AccountId) {
        self.term(organisation, office, None, Some(account));
    }

    async fn keep_offices(&self) {
        let mut tx = self.test.app.store.write().await.unwrap();
        offices::insert_many(&mut tx, &self.terms, self.test.app.now(), None).await.unwrap();
        tx.commit().await.unwrap();
    }
}
