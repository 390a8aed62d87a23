//! The program as a whole, and one request of it: who asks, and with what.

use std::{ops::Deref, sync::Arc};

use nennep_domain::{
    accounts::permission::{Action, Actor, Resource, Scope, may},
    ids::{AccountId, MemberId, SessionId},
    meetings::{Done, agenda::AgendaTemplate},
    quality::RubricBook,
    rules::RuleBook,
    time::Instant,
};
use nennep_store::Store;
use tokio::sync::Notify;
use uuid::Uuid;

use crate::{
    error::{Error, Result},
    keys::Keys,
    mail::Mailer,
    memory::Memory,
    outside::{Chance, Clock},
    papers::Press,
    progress::Progress,
};

/// The program: its store, clock, ids, keys and mail. Cloning gives another handle on the same one.
#[derive(Clone)]
pub struct App(Arc<Whole>);

struct Whole {
    parts: Parts,
    memory: Memory,
    press: Press,
    progress: Progress,
    bell: Notify,
}

/// What the program is made of.
pub struct Parts {
    /// The database.
    pub store: Store,
    /// What tells the time.
    pub clock: Box<dyn Clock>,
    /// The source of ids and secrets.
    pub chance: Chance,
    /// The keys under which secrets stand in the database.
    pub keys: Keys,
    /// The rules of the party as dated data.
    pub rules: RuleBook,
    /// The rubrics by which meetings are scored.
    pub rubrics: RubricBook,
    /// The agenda from which meetings start.
    pub agenda: AgendaTemplate,
    /// How mail leaves, if it does.
    pub mailer: Box<dyn Mailer>,
    /// The address under which people reach the program, for links in mail and on paper; may be empty.
    pub address: String,
}

impl App {
    /// A program made of `parts`.
    pub fn new(parts: Parts) -> Self {
        let (memory, press, progress, bell) =
            (Memory::default(), Press::default(), Progress::default(), Notify::new());
        Self(Arc::new(Whole { parts, memory, press, progress, bell }))
    }

    /// The moment it is.
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// What papers are printed with.
    pub(crate) fn press(&self) -> &Press {
        &self.0.press
    }

    /// A new id.
    pub fn new_id(&self) -> Uuid {
        self.chance.new_id(self.now())
    }

    /// What was worked out from the present state of the store.
    pub fn memory(&self) -> &Memory {
        &self.0.memory
    }

    /// How far the long deeds of this process have come.
    pub fn progress(&self) -> &Progress {
        &self.0.progress
    }

    /// Has the jobs of this process looked at now, not only at their next turn. Called once a deed that enqueued one has
    /// committed, where somebody waits for it.
    pub fn wake_jobs(&self) {
        self.0.bell.notify_one();
    }

    /// Resolves when [`App::wake_jobs`] is called, or was since the last time.
    pub(crate) async fn jobs_woken(&self) {
        self.0.bell.notified().await;
    }

    /// The program acting for itself or for whoever holds the data folder.
    pub fn as_system(&self) -> Ctx {
        Ctx { app: self.clone(), actor: Actor::system(), session: None }
    }

    /// The program acting for `actor`.
    pub fn acting_for(&self, actor: Actor, session: Option<SessionId>) -> Ctx {
        Ctx { app: self.clone(), actor, session }
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0.parts
    }
}

/// What was entered by mistake can be taken back for so long.
const TAKE_BACK_MINUTES: i64 = 24 * 60;

/// One request: the program and who asks.
#[derive(Clone)]
pub struct Ctx {
    app: App,
    /// Who asks.
    pub actor: Actor,
    /// The session in which they ask, if it is one.
    pub session: Option<SessionId>,
}

impl Deref for Ctx {
    type Target = App;
    fn deref(&self) -> &App {
        &self.app
    }
}

impl Ctx {
    /// Whether the actor may do this.
    pub fn may(&self, action: Action, resource: &Resource<'_>) -> bool {
        may(&self.actor, action, resource)
    }

    /// Nothing, if the actor may do this. Else "not found" if the actor may not even know that the thing exists
    /// (`to_know`), and "not allowed" if they may.
    pub fn must(&self, action: Action, resource: &Resource<'_>, to_know: Action) -> Result<()> {
        if self.may(action, resource) {
            Ok(())
        } else if self.may(to_know, resource) {
            Err(Error::Forbidden)
        } else {
            Err(Error::NotFound)
        }
    }

    /// The member who asks; a refusal for accounts that belong to no member.
    pub fn member(&self) -> Result<MemberId> {
        self.actor.member.ok_or(Error::Forbidden)
    }

    /// Now, by the one who asks: how a deed is noted.
    pub fn done(&self) -> Done {
        Done { at: self.now(), by: self.actor.account.unwrap_or(AccountId(Uuid::nil())) }
    }

    /// What was entered since then can still be taken back.
    pub(crate) fn can_take_back_since(&self) -> Instant {
        self.now().plus_minutes(-TAKE_BACK_MINUTES)
    }

    /// Whether the program itself asks.
    pub fn is_system(&self) -> bool {
        self.actor.scope == Scope::System
    }
}
