//! What tests stand on: real databases of both engines, a clock that stands still, seeded ids, and one small world told as
//! a story: the party committee of the invented ward of An Bình with four cells.

#![expect(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test's ground that gives way is a failed test"
)]

mod app;
mod lived;
mod people;
mod postgres;
mod store;
mod world;

pub use app::TestApp;
pub use lived::Lived;
pub use store::{Engine, TestStore};
pub use world::World;
