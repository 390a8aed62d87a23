//! How much may be asked of the API in a minute, so that one program gone wild does not slow the house for people.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use nennep_app::Ctx;
use nennep_domain::{ids::AccountId, time::Instant};

use super::problem::Problem;

/// Requests a minute of one account: a table of twenty thousand members read page by page fits ten times.
const EACH_ACCOUNT: u32 = 1_200;
/// Requests a minute of one address without a token that is known: guessing leads nowhere.
const EACH_ORIGIN: u32 = 120;

/// Whose requests are counted together.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum Who {
    /// An account, whatever the token.
    Account(Option<AccountId>),
    /// An address from which somebody unknown asks.
    Unknown(String),
}

impl Who {
    pub(super) const fn of(ctx: &Ctx) -> Self {
        Self::Account(ctx.actor.account)
    }

    const fn most(&self) -> u32 {
        match self {
            Self::Account(_) => EACH_ACCOUNT,
            Self::Unknown(_) => EACH_ORIGIN,
        }
    }
}

/// What was asked in the present minute. Forgotten with the minute, so it never grows.
#[derive(Debug, Clone, Default)]
pub struct Limits(Arc<Mutex<Counted>>);

#[derive(Debug, Default)]
struct Counted {
    minute: i64,
    asked: HashMap<Who, u32>,
}

impl Limits {
    /// Counts a request; a problem that says when to come again, if it is one too many.
    pub(super) fn count(&self, who: &Who, now: Instant) -> Result<(), Problem> {
        let second = now.timestamp().as_second();
        let minute = second.div_euclid(60);
        let mut counted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if counted.minute != minute {
            *counted = Counted { minute, asked: HashMap::new() };
        }
        let asked = counted.asked.entry(who.clone()).or_default();
        *asked = asked.saturating_add(1);
        if *asked > who.most() {
            let left = u32::try_from(60 - second.rem_euclid(60)).unwrap_or(60);
            return Err(Problem::waiting(left));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_minute_takes_so_many_and_the_next_begins_anew() {
        let limits = Limits::default();
        let at = Instant::from_local(date(2026, 11, 5).at(19, 30, 20, 0));
        let (one, other) = (Who::Unknown("10.0.0.1".to_owned()), Who::Unknown("10.0.0.2".to_owned()));
        for _ in 0..EACH_ORIGIN {
            assert!(limits.count(&one, at).is_ok());
        }
        assert!(limits.count(&one, at).is_err());
        assert!(limits.count(&other, at).is_ok(), "one does not use up another's");
        assert!(limits.count(&one, at.plus_seconds(40)).is_ok());
    }
}
