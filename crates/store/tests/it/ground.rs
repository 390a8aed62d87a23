//! The ground the stories stand on: the testkit's small world, and a meeting in it.

use jiff::civil::date;
use nennep_domain::{
    ids::{AccountId, ItemId, MeetingId, MemberId, OrganisationId},
    meetings::{Done, Item, ItemKind, ItemSource, Meeting, MeetingKind, Part, Steps},
    time::{Instant, Month},
};
use nennep_store::{
    Store,
    meetings::{self, Draft},
};
use nennep_testkit::{Engine, World};
use uuid::Uuid;

/// The world and its store.
pub(crate) struct Ground {
    pub(crate) world: World,
    pub(crate) store: Store,
}

pub(crate) async fn ground(engine: Engine) -> Ground {
    let world = World::new(engine).await;
    Ground { store: world.test.app.store.clone(), world }
}

impl Ground {
    pub(crate) fn id(&self) -> Uuid {
        self.world.test.app.new_id()
    }

    pub(crate) fn cell(&self) -> OrganisationId {
        self.world.residential
    }

    pub(crate) fn member(&self, n: usize) -> MemberId {
        self.world.members[n]
    }

    pub(crate) fn secretary(&self) -> AccountId {
        self.world.secretary
    }

    pub(crate) fn done(&self, at: Instant) -> Done {
        Done { at, by: self.world.secretary }
    }

    /// A routine meeting of the residential cell in that month, planned and kept.
    pub(crate) async fn meeting(&self, of: Month) -> Meeting {
        let meeting = meeting(MeetingId(self.id()), self.cell(), of);
        let mut tx = self.store.write().await.unwrap();
        assert_eq!(meetings::insert_many(&mut tx, &[draft(&meeting, self.secretary())]).await.unwrap(), 1);
        tx.commit().await.unwrap();
        meeting
    }

    /// An item of a meeting, kept.
    pub(crate) async fn item(&self, meeting: MeetingId, position: u32) -> Item {
        let item = item(ItemId(self.id()), meeting, position);
        let mut tx = self.store.write().await.unwrap();
        assert_eq!(meetings::insert_items(&mut tx, std::slice::from_ref(&item)).await.unwrap(), 1);
        tx.commit().await.unwrap();
        item
    }
}

pub(crate) fn november() -> Month {
    Month::new(2026, 11).unwrap()
}

/// A moment of 5 November 2026 in Vietnam.
pub(crate) fn at(hour: i8, minute: i8) -> Instant {
    Instant::from_local(date(2026, 11, 5).at(hour, minute, 0, 0))
}

pub(crate) fn meeting(id: MeetingId, cell: OrganisationId, month: Month) -> Meeting {
    Meeting {
        id,
        cell,
        month,
        kind: MeetingKind::Routine,
        topic: String::new(),
        starts_at: Some(at(19, 30)),
        place: "Nhà văn hóa".to_owned(),
        chair: None,
        minute_taker: None,
        tracker: None,
        dues_note: String::new(),
        cancel_reason: String::new(),
        steps: Steps::default(),
    }
}

pub(crate) fn draft(meeting: &Meeting, by: AccountId) -> Draft {
    Draft { meeting: meeting.clone(), planned_at: at(8, 0), planned_by: Some(by) }
}

pub(crate) fn item(id: ItemId, meeting: MeetingId, position: u32) -> Item {
    Item {
        id,
        meeting,
        position,
        part: Part::Routine,
        kind: ItemKind::Discussion,
        title: format!("Nội dung {position}"),
        body: "Chuẩn bị".to_owned(),
        planned_minutes: 15,
        presenter: None,
        source: ItemSource::Hand,
        source_key: String::new(),
        started_at: None,
        ended_at: None,
        notes: String::new(),
        conclusion: String::new(),
        version: 1,
    }
}
