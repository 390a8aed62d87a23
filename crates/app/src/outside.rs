//! The edges of the program: the clock and the source of ids and secrets. Both come in as values, so that tests are exact.

use std::sync::Mutex;

use nennep_domain::time::Instant;
use rand::{Rng as _, SeedableRng as _, rngs::StdRng};
use uuid::Uuid;

/// What tells the time.
pub trait Clock: Send + Sync {
    /// The moment it is.
    fn now(&self) -> Instant;
}

/// The machine's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one place where time enters")]
    fn now(&self) -> Instant {
        Instant::new(jiff::Timestamp::now())
    }
}

/// A clock that stands until it is moved: for tests and for making samples.
#[derive(Debug)]
pub struct FixedClock(Mutex<Instant>);

impl FixedClock {
    /// A clock standing at `at`.
    pub const fn new(at: Instant) -> Self {
        Self(Mutex::new(at))
    }

    /// Moves it to `at`, forwards or backwards.
    pub fn set(&self, at: Instant) {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = at;
    }

    /// Moves it forward.
    pub fn advance_minutes(&self, minutes: i64) {
        let now = self.now();
        self.set(now.plus_minutes(minutes));
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }
}

/// The source of ids and secrets: the system's, or a seeded one that gives the same again.
pub enum Chance {
    /// The operating system's randomness.
    System,
    /// A seeded generator: never for secrets of a real installation.
    Seeded(Box<Mutex<StdRng>>),
}

impl Chance {
    /// A generator that gives the same row of values for the same seed.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Box::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// Fills `bytes`.
    pub fn fill(&self, bytes: &mut [u8]) {
        match self {
            Self::System => {
                rand::rng().fill_bytes(bytes);
            }
            Self::Seeded(rng) => {
                rng.lock().unwrap_or_else(std::sync::PoisonError::into_inner).fill_bytes(bytes);
            }
        }
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.fill(&mut bytes);
        bytes
    }

    /// A `UUIDv7` of the moment: ids made later sort later.
    pub fn new_id(&self, now: Instant) -> Uuid {
        let timestamp = now.timestamp();
        let milliseconds = u64::try_from(timestamp.as_millisecond()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(milliseconds, &self.bytes::<10>()).into_uuid()
    }
}
