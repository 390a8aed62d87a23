//! Brings the paper's letters into the program: Tinos, in four styles, from the npm package that `bin/setup` installs.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The package's files, by folder.
const FONTS: [&str; 4] = ["400Regular", "700Bold", "400Regular_Italic", "700Bold_Italic"];

fn main() {
    println!("cargo::rerun-if-env-changed=NENNEP_FONTS");
    let from = env::var_os("NENNEP_FONTS").map_or_else(
        || Path::new("../../islands/node_modules/@expo-google-fonts/tinos").to_owned(),
        PathBuf::from,
    );
    let into = env::var_os("OUT_DIR").map(PathBuf::from).unwrap_or_default();
    for font in FONTS {
        let file = format!("Tinos_{font}.ttf");
        let source = from.join(font).join(&file);
        println!("cargo::rerun-if-changed={}", source.display());
        if let Err(error) = std::fs::copy(&source, into.join(&file)) {
            println!(
                "cargo::error=the papers' letters are missing: {} ({error}). Run bin/setup, which installs them \
                 (npm ci in islands/), or name the folder of @expo-google-fonts/tinos in NENNEP_FONTS.",
                source.display()
            );
        }
    }
}
