//! The one binary, `nennep`: wiring only. Every command asks the same use cases as the pages and the API.

mod commands;
mod config;
mod hold;
mod out;
mod output;
mod wiring;

use clap::Parser as _;

fn main() -> std::process::ExitCode {
    let cli = commands::Cli::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::cannot_run(&error.into()),
    };
    match runtime.block_on(cli.run()) {
        Ok(code) => code,
        Err(failure) => failure.report(),
    }
}
