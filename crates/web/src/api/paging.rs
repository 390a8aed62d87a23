//! Lists in pages: bounded, continued after the last line by an opaque cursor, never by counting.

use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use nennep_domain::problems::Sentence;
use serde::{Serialize, de::DeserializeOwned};
use utoipa::ToSchema;

use super::problem::Problem;

/// Lines of a page where nothing is asked.
const USUAL: u32 = 50;
/// The most lines of a page.
const MOST: u32 = 200;

/// One page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Page<T> {
    /// The lines.
    pub items: Vec<T>,
    /// Send it as `after` to go on; missing on the last page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// How many lines, if it can be so many.
pub(super) fn limit(asked: Option<u32>) -> Result<u32, Problem> {
    let limit = asked.unwrap_or(USUAL);
    if (1..=MOST).contains(&limit) {
        Ok(limit)
    } else {
        Err(Problem::field("limit", Sentence::new("api-limit").with("most", MOST)))
    }
}

/// What a cursor points after.
pub(super) fn after<T: DeserializeOwned>(cursor: Option<&str>) -> Result<Option<T>, Problem> {
    let Some(cursor) = cursor.filter(|cursor| !cursor.is_empty()) else { return Ok(None) };
    let read = || {
        let json = BASE64_URL_SAFE_NO_PAD.decode(cursor).ok()?;
        // A zero character would reach the database: written out in JSON it can only be `\u0000`.
        let hidden = json.windows(6).any(|six| six == b"\\u0000");
        if hidden { None } else { serde_json::from_slice(&json).ok() }
    };
    read().map(Some).ok_or_else(unusable)
}

/// The cursor is none that a page gave.
pub(super) fn unusable() -> Problem {
    Problem::field("after", Sentence::new("api-cursor"))
}

impl<T> Page<T> {
    /// A page of `limit` lines out of `limit + 1` that were read; `key` gives what the cursor of a line points at.
    pub(super) fn of<L, K: Serialize>(mut lines: Vec<L>, limit: u32, key: impl Fn(&L) -> K) -> Self
    where
        T: for<'a> From<&'a L>,
    {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = lines.len() > limit;
        lines.truncate(limit);
        Self::leaf(&lines, more, key)
    }

    /// A page of lines as they are, with whether there are more.
    pub(super) fn leaf<L, K: Serialize>(lines: &[L], more: bool, key: impl Fn(&L) -> K) -> Self
    where
        T: for<'a> From<&'a L>,
    {
        let cursor =
            |last: &L| serde_json::to_vec(&key(last)).map(|json| BASE64_URL_SAFE_NO_PAD.encode(json));
        let next = lines.last().filter(|_| more).and_then(|last| cursor(last).ok());
        Self { items: lines.iter().map(T::from).collect(), next }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Line(i32);

    impl From<&i32> for Line {
        fn from(number: &i32) -> Self {
            Self(*number)
        }
    }

    #[test]
    fn a_cursor_leads_on_until_the_last_page() {
        let page: Page<Line> = Page::of(vec![1, 2, 3], 2, |line| (*line, "x"));
        assert_eq!(page.items, [Line(1), Line(2)]);
        assert_eq!(after::<(i32, String)>(page.next.as_deref()).unwrap(), Some((2, "x".to_owned())));
        assert!(Page::<Line>::of(vec![1, 2], 2, |line| *line).next.is_none());
    }

    #[test]
    fn a_made_up_cursor_is_refused() {
        let hidden = BASE64_URL_SAFE_NO_PAD.encode("\"\\u0000\"");
        for cursor in ["!", "YQ", &hidden] {
            assert!(after::<String>(Some(cursor)).is_err(), "{cursor}");
        }
        assert_eq!(after::<String>(None).unwrap(), None);
        assert!(limit(Some(0)).is_err() && limit(Some(201)).is_err() && limit(None).is_ok());
    }
}
