//! Registers taken in from spreadsheets: sent, looked at, their columns mapped by hand, taken as a whole or not at all; and
//! registers written out.

mod deeds;
mod lines;
mod past;
mod registers;
mod review;
mod view;

pub use past::PastImport;
pub use review::ImportReview;
pub use view::Import;

use std::borrow::Cow;

use nennep_app::imports::Kind;
use serde::{Deserialize, Serialize};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

use crate::api::{routes::Api, values::enumeration};

pub(super) fn routes() -> Api {
    [deeds::routes(), registers::routes()].into_iter().fold(past::routes(), Api::merge)
}

/// Which register: organisations or members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Register(pub(crate) Kind);

impl Serialize for Register {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.0.as_str())
    }
}

impl<'de> Deserialize<'de> for Register {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let word = <Cow<'de, str>>::deserialize(d)?;
        word.parse().map(Self).map_err(serde::de::Error::custom)
    }
}

impl PartialSchema for Register {
    fn schema() -> RefOr<Schema> {
        enumeration(Kind::ALL.into_iter().map(Kind::as_str), "Which register: organisations or members.")
    }
}
impl ToSchema for Register {
    fn name() -> Cow<'static, str> {
        "Register".into()
    }
}
