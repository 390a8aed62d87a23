//! Every deed leaves its event, in its own transaction.

use nennep_domain::ids::{EventId, OrganisationId};
use nennep_store::{WriteTx, events};
use uuid::Uuid;

use crate::{Ctx, boxed, error::Result};

/// An event to be written: what happened, to what, where. Extra values are ids and counts, never names or texts.
#[derive(Debug, Clone)]
pub struct Event {
    kind: &'static str,
    organisation: Option<OrganisationId>,
    subject: Option<Uuid>,
    payload: serde_json::Map<String, serde_json::Value>,
}

impl Event {
    /// An event of this kind, e.g. `meeting.closed`.
    pub fn new(kind: &'static str) -> Self {
        Self { kind, organisation: None, subject: None, payload: serde_json::Map::new() }
    }

    /// In this organisation.
    #[must_use]
    pub const fn at(mut self, organisation: OrganisationId) -> Self {
        self.organisation = Some(organisation);
        self
    }

    /// To this thing.
    #[must_use]
    pub const fn to(mut self, subject: Uuid) -> Self {
        self.subject = Some(subject);
        self
    }

    /// With one more id or count.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<serde_json::Value>) -> Self {
        self.payload.insert(name.to_owned(), value.into());
        self
    }
}

/// Writes the event, with who did it and when.
#[boxed]
pub async fn record(tx: &mut WriteTx, ctx: &Ctx, event: Event) -> Result<()> {
    let row = events::Event {
        id: EventId(ctx.new_id()),
        at: ctx.now(),
        account: ctx.actor.account,
        kind: event.kind.to_owned(),
        organisation: event.organisation,
        subject: event.subject,
        payload: serde_json::Value::Object(event.payload),
    };
    events::insert(tx, &row).await?;
    Ok(())
}
