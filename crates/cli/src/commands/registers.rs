//! `nennep registers print`: a cell's registers as files, for any day.

use std::{path::PathBuf, process::ExitCode};

use clap::{Subcommand, ValueEnum};
use jiff::civil::Date;
use nennep_app::{
    dues, organisations,
    registers::{self, Format},
};

use super::{Outcome, Shared};
use crate::out::{self, Eyes};

/// The registers there are.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Kind {
    /// Mẫu 7-HSĐV: the members of a cell
    #[value(name = "7-HSDV", alias = "7-hsdv", alias = "7-HSĐV")]
    Members,
    /// Mẫu 10-SHĐ: introductions, in and out
    #[value(name = "10-SHD", alias = "10-shd", alias = "10-SHĐ")]
    Introductions,
    /// Members who left the Party
    #[value(name = "left")]
    Left,
    /// Members who died
    #[value(name = "deceased")]
    Deceased,
    /// Members' files that were lent out
    #[value(name = "file-loans")]
    Loans,
    /// The dues book of a cell for the year of that day
    #[value(name = "dues")]
    Dues,
}

/// The form of a file.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FileFormat {
    /// PDF/A, to be printed
    Pdf,
    /// A spreadsheet
    Xlsx,
}

/// Commands about registers.
#[derive(Debug, Subcommand)]
pub(crate) enum Registers {
    /// Write a register to a file
    Print {
        /// Which
        register: Kind,
        /// The code of the cell
        #[arg(long, value_name = "CODE")]
        cell: String,
        /// Up to this day; today if not named
        #[arg(long, value_name = "YYYY-MM-DD")]
        on: Option<Date>,
        /// The form of the file
        #[arg(long, value_enum, default_value = "pdf")]
        format: FileFormat,
        /// The file to write
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
}

impl Registers {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let Self::Print { register, cell, on, format, out: file } = self;
        out::must_be_a_file(&file)?;
        let app = shared.app().await?;
        let ctx = app.as_system();
        let day = on.unwrap_or_else(|| ctx.now().date());
        let cell = organisations::on_day(&ctx, day).await?.find(&cell)?.id;
        let format = match format {
            FileFormat::Pdf => Format::Pdf,
            FileFormat::Xlsx => Format::Xlsx,
        };
        let of_people = match register {
            Kind::Members => Some(registers::Kind::Members),
            Kind::Introductions => Some(registers::Kind::Introductions),
            Kind::Left => Some(registers::Kind::Left),
            Kind::Deceased => Some(registers::Kind::Deceased),
            Kind::Loans => Some(registers::Kind::Loans),
            Kind::Dues => None,
        };
        let written = match of_people {
            Some(kind) => registers::of_cell(&ctx, cell, kind, on, format).await?,
            None => dues::year_of_cell(&ctx, cell, day.year(), format).await?,
        };
        app.store.close().await;
        out::write(&file, &written.bytes, Eyes::Owner)?;
        Ok(ExitCode::SUCCESS)
    }
}
