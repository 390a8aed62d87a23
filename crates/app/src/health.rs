//! Whether the store and what the program keeps in it are as they should be: what `nennep doctor` asks of it.

use nennep_domain::{problems::Sentence, time::Instant};
use nennep_store::{Location, dialect, events, jobs, settings};
use serde::Serialize;

use crate::{App, boxed, error::Result};

/// How a finding is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// As it should be.
    Good,
    /// It works, and somebody should look at it.
    Warning,
    /// It does not work.
    Broken,
}

/// One thing that was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at, as a stable word.
    pub check: &'static str,
    /// How it is.
    pub state: State,
    /// What was found.
    pub found: Sentence,
    /// What to do about it.
    pub remedy: Option<Sentence>,
}

impl Finding {
    /// As it should be.
    pub const fn good(check: &'static str, found: Sentence) -> Self {
        Self { check, state: State::Good, found, remedy: None }
    }

    /// It works, and somebody should look at it.
    pub const fn warning(check: &'static str, found: Sentence, remedy: Sentence) -> Self {
        Self { check, state: State::Warning, found, remedy: Some(remedy) }
    }

    /// It does not work.
    pub const fn broken(check: &'static str, found: Sentence, remedy: Sentence) -> Self {
        Self { check, state: State::Broken, found, remedy: Some(remedy) }
    }
}

/// The setting that keeps when the last copy was made.
const LAST_COPY: &str = "last_copy";
/// After so many days without a copy, the doctor asks for one.
const DAYS_WITHOUT_COPY: i64 = 7;
/// Minutes by which a clock may be behind what was recorded.
const CLOCK_MINUTES: i64 = 5;

/// Notes that a copy of the whole store was made.
#[boxed]
pub async fn note_copy(app: &App) -> Result<()> {
    let mut tx = app.store.write().await?;
    settings::set(&mut tx, LAST_COPY, &app.now().to_string()).await?;
    Ok(tx.commit().await?)
}

/// Looks at the store and what is kept in it.
#[boxed]
pub async fn examine(app: &App) -> Result<Vec<Finding>> {
    let mut tx = app.store.read().await?;
    let size = dialect::size_bytes(&mut tx).await?;
    let faults = dialect::faults(&mut tx).await?;
    let latest = events::latest(&mut tx).await?;
    let (waiting, failed) = jobs::counts(&mut tx).await?;
    let copied = settings::find(&mut tx, LAST_COPY).await?;
    let is_sample = crate::demo::kept(&mut tx).await?.is_some();
    let embedded = matches!(app.store.location(), Location::Sqlite(_));
    let mut found =
        vec![store(embedded, size), whole(&faults), clock(latest, app.now()), work(waiting, failed)];
    if embedded && !is_sample {
        found.push(copy(copied.and_then(|text| text.parse().ok().map(Instant::new)), app.now()));
    }
    if is_sample {
        let remedy = Sentence::new("doctor-sample-remedy");
        found.push(Finding::warning("sample", Sentence::new("doctor-sample"), remedy));
    }
    Ok(found)
}

fn store(embedded: bool, size: i64) -> Finding {
    let megabytes = size.div_euclid(1 << 20);
    let key = if embedded { "doctor-store-sqlite" } else { "doctor-store-postgres" };
    Finding::good("store", Sentence::new(key).with("megabytes", megabytes))
}

fn whole(faults: &[String]) -> Finding {
    match faults.first() {
        None => Finding::good("integrity", Sentence::new("doctor-whole")),
        Some(first) => {
            let said = Sentence::new("doctor-not-whole").with("fault", first.as_str());
            Finding::broken("integrity", said, Sentence::new("doctor-not-whole-remedy"))
        }
    }
}

/// A clock that stands before what was recorded was set back, or its machine's battery is empty.
fn clock(latest: Option<Instant>, now: Instant) -> Finding {
    let said = |key: &'static str| {
        Sentence::new(key).with("now", now.local().strftime("%d/%m/%Y %H:%M").to_string())
    };
    match latest.filter(|latest| now.plus_minutes(CLOCK_MINUTES) < *latest) {
        None => Finding::good("clock", said("doctor-clock")),
        Some(latest) => {
            let at = latest.local().strftime("%d/%m/%Y %H:%M").to_string();
            let said = said("doctor-clock-behind").with("latest", at);
            Finding::broken("clock", said, Sentence::new("doctor-clock-remedy"))
        }
    }
}

fn work(waiting: u32, failed: u32) -> Finding {
    if failed == 0 {
        return Finding::good("jobs", Sentence::new("doctor-jobs").with("waiting", waiting));
    }
    let said = Sentence::new("doctor-jobs-failed").with("failed", failed);
    Finding::warning("jobs", said, Sentence::new("doctor-jobs-remedy"))
}

fn copy(last: Option<Instant>, now: Instant) -> Finding {
    let remedy = || Sentence::new("doctor-copy-remedy");
    let Some(last) = last else {
        return Finding::warning("backup", Sentence::new("doctor-copy-none"), remedy());
    };
    let days = i64::from(now.minutes_since(last)) / (24 * 60);
    let said = Sentence::new("doctor-copy").with("days", days);
    if days >= DAYS_WITHOUT_COPY {
        Finding::warning("backup", said, remedy())
    } else {
        Finding::good("backup", said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use rstest::rstest;

    fn at(day: i8, hour: i8) -> Instant {
        Instant::from_local(date(2026, 11, day).at(hour, 0, 0, 0))
    }

    #[rstest]
    #[case(None, State::Good)]
    #[case(Some(at(22, 7)), State::Good)]
    #[case(Some(at(22, 9)), State::Broken)]
    fn a_clock_behind_what_was_recorded_is_found(#[case] latest: Option<Instant>, #[case] state: State) {
        assert_eq!(clock(latest, at(22, 8)).state, state);
    }

    #[rstest]
    #[case(None, State::Warning)]
    #[case(Some(at(21, 8)), State::Good)]
    #[case(Some(at(15, 8)), State::Warning)]
    fn a_week_without_a_copy_is_too_long(#[case] last: Option<Instant>, #[case] state: State) {
        assert_eq!(copy(last, at(22, 8)).state, state);
    }

    #[test]
    fn what_failed_or_broke_says_what_to_do() {
        assert_eq!(work(3, 0).state, State::Good);
        assert_eq!((work(0, 1).state, work(0, 1).remedy.is_some()), (State::Warning, true));
        assert_eq!(whole(&["row 3 missing from index".to_owned()]).state, State::Broken);
    }
}
