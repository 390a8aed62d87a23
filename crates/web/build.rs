//! Makes the folder of built assets, so that the crate compiles before `bin/setup` has filled it, and asks for a new
//! build when assets or words come or go.

use std::{fs, path::Path};

fn main() -> std::io::Result<()> {
    fs::create_dir_all(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets"))?;
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=../../locales");
    println!("cargo::rerun-if-changed=templates");
    Ok(())
}
