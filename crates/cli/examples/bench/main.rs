//! The measurements of docs/PERFORMANCE.md, each with one line of JSON. Everything happens on this machine and ends by
//! itself: stores are filled in a folder, served on loopback, asked, and stopped.
//!
//! `bench PROGRAM FOLDER [POSTGRES-ADDRESS]`; `bin/bench` builds and calls it.

#![expect(clippy::print_stdout, reason = "its figures are its product")]

mod history;
mod load;
mod server;
mod steps;
mod stores;

use std::path::PathBuf;

use anyhow::{Result, bail};

use self::stores::Place;

#[tokio::main]
async fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (program, folder, postgres) = match arguments.as_slice() {
        [program, folder] => (program, folder, None),
        [program, folder, postgres] => (program, folder, Some(postgres.clone())),
        _ => bail!("bench PROGRAM FOLDER [POSTGRES-ADDRESS]"),
    };
    let place = Place { program: PathBuf::from(program), folder: PathBuf::from(folder), postgres };
    std::fs::create_dir_all(&place.folder)?;
    steps::binary(&place)?;
    let district = steps::fill(&place)?;
    steps::import(&place, &district)?;
    steps::serve(&district).await?;
    history::on_a_day(&district).await?;
    history::moved(&district).await?;
    steps::check_in(&place).await?;
    steps::years(&place).await?;
    steps::floor().await
}
