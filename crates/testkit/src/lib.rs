//! What tests stand on: real databases of both engines, a clock that stands still, seeded ids, and one small world.

mod postgres;
mod store;

pub use store::{Engine, TestStore};
