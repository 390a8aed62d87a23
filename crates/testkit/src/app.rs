//! The whole program on a fresh store, with a clock that stands still and seeded chance.

use std::sync::Arc;

use jiff::civil::DateTime;
use nennep_app::{
    App, Ctx,
    accounts::recognise_account,
    context::Parts,
    keys::Keys,
    mail::RecordingMailer,
    outside::{Chance, Clock, FixedClock},
};
use nennep_domain::{
    ids::AccountId, meetings::agenda::AgendaTemplate, quality::RubricBook, rules::RuleBook, time::Instant,
};

use nennep_store::Store;

use crate::{Engine, TestStore};

/// A clock that several can hold.
struct Held(Arc<FixedClock>);

impl Clock for Held {
    fn now(&self) -> Instant {
        self.0.now()
    }
}

/// The program on a fresh store.
pub struct TestApp {
    /// The program.
    pub app: App,
    /// Its clock; it stands at 08:00 on Monday 2 November 2026 until it is moved.
    pub clock: Arc<FixedClock>,
    /// The letters it would have sent.
    pub mail: Arc<RecordingMailer>,
    /// Its store, gone when dropped.
    pub test_store: TestStore,
}

impl TestApp {
    /// A program on a fresh store of this engine.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn new(engine: Engine) -> Self {
        Self::with_rubrics(engine, RubricBook::built_in().unwrap()).await
    }

    /// A program on a fresh store of this engine that scores by these rubrics.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub async fn with_rubrics(engine: Engine, rubrics: RubricBook) -> Self {
        let test_store = TestStore::new(engine).await;
        let at = jiff::civil::date(2026, 11, 2).at(8, 0, 0, 0);
        let clock = Arc::new(FixedClock::new(Instant::from_local(at)));
        let mail = Arc::new(RecordingMailer::default());
        let app = program(test_store.store.clone(), &clock, &mail, 11, rubrics);
        Self { app, clock, mail, test_store }
    }

    /// The program on the same store and clock, where every deed goes as far as it would and is then undone.
    ///
    /// # Panics
    /// If it cannot be made: that is a failed test.
    pub fn rehearsal(&self) -> App {
        let store = self.app.store.rehearsal();
        program(store, &self.clock, &self.mail, 12, RubricBook::built_in().unwrap())
    }

    /// Moves the clock to a moment on the wall clock of Vietnam.
    pub fn at(&self, local: DateTime) {
        self.clock.set(Instant::from_local(local));
    }

    /// The program acting for the owner of an account, as if signed in.
    pub async fn acting_for(&self, account: AccountId) -> Ctx {
        recognise_account(&self.app, account).await.unwrap()
    }
}

fn program(
    store: Store,
    clock: &Arc<FixedClock>,
    mail: &Arc<RecordingMailer>,
    seed: u64,
    rubrics: RubricBook,
) -> App {
    App::new(Parts {
        store,
        clock: Box::new(Held(Arc::clone(clock))),
        chance: Chance::seeded(seed),
        keys: Keys::new(&[7; 32]),
        rules: RuleBook::national().unwrap(),
        rubrics,
        agenda: AgendaTemplate::national().unwrap(),
        mailer: Box::new(Arc::clone(mail)),
        address: "http://nennep.test".to_owned(),
    })
}
