//! Where a deed of the room comes from and goes back to: the meeting, the item that lies open, and whether it was done
//! on the page of the minutes.

use std::{collections::HashMap, fmt::Display};

use axum::{
    RequestPartsExt as _,
    extract::{FromRequestParts, Path, Query},
    http::request::Parts,
};
use nennep_domain::ids::{ItemId, MeetingId};
use serde::Deserialize;

use crate::errors::Failure;

/// The two pages a meeting is run from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sheet {
    /// The room itself.
    Room,
    /// The minutes, being read out.
    Minutes,
}

/// The place on which a form stands; its address carries it, so that the answer leads back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Here {
    /// The meeting.
    pub(super) meeting: MeetingId,
    /// The item that lies open; the current one, if none is named.
    pub(super) item: Option<ItemId>,
    /// The page.
    pub(super) sheet: Sheet,
}

#[derive(Debug, Deserialize)]
struct Asked {
    item: Option<ItemId>,
    on: Option<String>,
}

impl Here {
    /// The address of a page of this meeting.
    pub(super) fn path(&self, what: &str) -> String {
        format!("/meetings/{}/{what}", self.meeting)
    }

    /// The address of a deed of this meeting, for a form that posts; `what` is the path below the meeting.
    pub(super) fn post(&self, what: impl Display) -> String {
        let mark = |query: String| if query.is_empty() { query } else { format!("?{query}") };
        format!("/meetings/{}/{what}{}", self.meeting, mark(self.query()))
    }

    /// The same for a form that means to put.
    pub(super) fn put(&self, what: impl Display) -> String {
        self.meant(what, "PUT")
    }

    /// The same for a form that means to delete.
    pub(super) fn delete(&self, what: impl Display) -> String {
        self.meant(what, "DELETE")
    }

    fn meant(&self, what: impl Display, method: &str) -> String {
        let path = self.post(what);
        let mark = if path.contains('?') { '&' } else { '?' };
        format!("{path}{mark}_method={method}")
    }

    fn query(&self) -> String {
        let item = self.item.map(|item| format!("item={item}"));
        let on = (self.sheet == Sheet::Minutes).then(|| "on=minutes".to_owned());
        item.into_iter().chain(on).collect::<Vec<_>>().join("&")
    }

    /// The page it leads back to, at `anchor`. The anchor is named twice, since a script does not see where a redirect
    /// points within the page.
    pub(super) fn back(&self, anchor: &str) -> String {
        let page = match self.sheet {
            Sheet::Room => "room",
            Sheet::Minutes => "minutes",
        };
        let item = self.item.filter(|_| self.sheet == Sheet::Room).map(|item| format!("item={item}"));
        let at = (!anchor.is_empty()).then(|| format!("at={anchor}"));
        let query = item.into_iter().chain(at).collect::<Vec<_>>().join("&");
        let mark = if query.is_empty() { "" } else { "?" };
        let hash = if anchor.is_empty() { String::new() } else { format!("#{anchor}") };
        format!("/meetings/{}/{page}{mark}{query}{hash}", self.meeting)
    }

    /// The room with another item lying open.
    pub(super) fn opened(&self, item: ItemId) -> String {
        format!("/meetings/{}/room?item={item}#item-{item}", self.meeting)
    }

    /// The same place on the page with this item lying open.
    pub(super) const fn at_item(mut self, item: Option<ItemId>) -> Self {
        self.item = item;
        self
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Here {
    type Rejection = Failure;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Failure> {
        let path =
            parts.extract::<Path<HashMap<String, String>>>().await.map_err(|_| Failure::not_found())?;
        let meeting = path.get("meeting").and_then(|id| id.parse().ok()).ok_or(Failure::not_found())?;
        let Query(asked) = parts.extract::<Query<Asked>>().await.map_err(|_| Failure::not_found())?;
        let on_minutes = asked.on.as_deref() == Some("minutes");
        let sheet = if on_minutes { Sheet::Minutes } else { Sheet::Room };
        Ok(Self { meeting, item: asked.item, sheet })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_deed_leads_back_to_where_it_was_done() {
        let (meeting, item) = (MeetingId(Uuid::from_u128(1)), ItemId(Uuid::from_u128(2)));
        let here = Here { meeting, item: None, sheet: Sheet::Room };
        assert_eq!(here.post("closure"), format!("/meetings/{meeting}/closure"));
        assert_eq!(here.delete("closure"), format!("/meetings/{meeting}/closure?_method=DELETE"));
        assert_eq!(here.back(""), format!("/meetings/{meeting}/room"));
        let here = here.at_item(Some(item));
        assert_eq!(here.put("dues"), format!("/meetings/{meeting}/dues?item={item}&_method=PUT"));
        assert_eq!(here.back("roll"), format!("/meetings/{meeting}/room?item={item}&at=roll#roll"));
        let read = Here { sheet: Sheet::Minutes, ..here };
        assert_eq!(read.post("motions"), format!("/meetings/{meeting}/motions?item={item}&on=minutes"));
        assert_eq!(read.back(""), format!("/meetings/{meeting}/minutes"));
    }
}
