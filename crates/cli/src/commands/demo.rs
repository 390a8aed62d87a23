//! `nennep demo`: fills an empty folder with a sample, serves it, and says with which accounts to try it.

use std::{net::SocketAddr, process::ExitCode};

use clap::ValueEnum;
use indicatif::{ProgressBar, ProgressStyle};
use nennep_app::{
    App,
    demo::{self, Begin, Sample},
    outside::{Chance, Clock as _, SystemClock},
};
use nennep_domain::time::Month;

use super::{Outcome, Shared, serve};
use crate::{
    config::Config,
    output::{self, Failure, words},
    wiring,
};

/// Where a sample stands if nothing else is said.
const FOLDER: &str = "var/demo";

/// Options of `demo`.
#[derive(Debug, clap::Args)]
pub(crate) struct Demo {
    /// How large the sample is
    #[arg(long, value_enum, default_value_t = Scale::Ward)]
    scale: Scale,
    /// The seed: the same seed gives the same sample
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// The last month of the sample, YYYY-MM; this month if not named
    #[arg(long, value_name = "YYYY-MM")]
    until: Option<Month>,
    /// How many months are told, the last one counted in
    #[arg(long, value_name = "N", default_value_t = 12, value_parser = clap::value_parser!(u16).range(1..=240))]
    months: u16,
    /// The address listened on
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8420")]
    listen: String,
    /// Only make the sample
    #[arg(long)]
    no_serve: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Scale {
    /// One ward: some thirty cells
    Ward,
    /// The size of a Hanoi district: 77 base organisations, 20,764 members
    District,
}

impl Scale {
    const fn in_app(self) -> demo::Scale {
        match self {
            Self::Ward => demo::Scale::Ward,
            Self::District => demo::Scale::District,
        }
    }
}

impl Demo {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let mut config = shared.load()?;
        if shared.data.is_none() && shared.config.is_none() {
            config.database.folder = FOLDER.into();
            config.database.url = None;
        }
        serve::log(&config.log)?;
        let sample = self.sample()?;
        let held = self.fill(&config, &sample).await?;
        if self.no_serve {
            say_accounts(&held, None)?;
            return Ok(ExitCode::SUCCESS);
        }
        let app = wiring::app(&config).await?;
        let listener = serve::listen(&self.listen).await?;
        say_accounts(&held, Some(listener.local_addr()?))?;
        serve::serve(app, listener, true).await?;
        Ok(ExitCode::SUCCESS)
    }

    /// The sample asked for. One of this month never tells of what is still to come.
    fn sample(&self) -> Result<Sample, Failure> {
        let months = self.months;
        let now = Sample { months, ..Sample::up_to(self.scale.in_app(), self.seed, SystemClock.now()) };
        let Some(until) = self.until else { return Ok(now) };
        let (year, month) = demo::FIRST_MONTH;
        if (until.year(), until.number()) < (year, month) {
            let text = until.to_string();
            return Err(Failure::Refused(words().with("demo-too-early", &[("until", text.as_str().into())])));
        }
        let mut sample = Sample { months, ..Sample::until(self.scale.in_app(), self.seed, until) };
        if until == now.until {
            sample.present = sample.present.min(now.present);
        }
        Ok(sample)
    }

    /// The sample the store holds in the end.
    async fn fill(&self, config: &Config, sample: &Sample) -> Result<Sample, Failure> {
        let app = open(config, sample).await?;
        let folder = config.database.folder.display().to_string();
        match demo::begin(&app, sample, self.until.is_some()).await? {
            Begin::Held(held) => {
                app.store.close().await;
                return Ok(held);
            }
            Begin::Fill => {}
            Begin::BrokenOff => demo::clear(&app).await?,
            Begin::Another(held) => return Err(another(&folder, &held)),
            Begin::Real => {
                let text = words().with("demo-holds-real", &[("folder", folder.as_str().into())]);
                return Err(Failure::Refused(text));
            }
        }
        let bar = bar()?;
        demo::fill(&app, sample, |done, all| {
            bar.set_length(u64::try_from(all).unwrap_or(0));
            bar.set_position(u64::try_from(done).unwrap_or(0));
        })
        .await?;
        bar.finish_and_clear();
        app.store.close().await;
        Ok(*sample)
    }
}

/// The program with chance that follows from the seed, so that its key does too.
async fn open(config: &Config, sample: &Sample) -> anyhow::Result<App> {
    wiring::app_with(config, Box::new(SystemClock), Chance::seeded(sample.seed)).await
}

fn another(folder: &str, held: &Sample) -> Failure {
    let (until, seed) = (held.until.to_string(), held.seed.to_string());
    let scale = match held.scale {
        demo::Scale::Ward => "ward",
        demo::Scale::District => "district",
    };
    Failure::Refused(words().with(
        "demo-holds-another",
        &[
            ("folder", folder.into()),
            ("scale", scale.into()),
            ("seed", seed.as_str().into()),
            ("until", until.as_str().into()),
        ],
    ))
}

fn bar() -> anyhow::Result<ProgressBar> {
    let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} {eta}")?;
    Ok(ProgressBar::new(0).with_style(style).with_message(words().t("demo-filling")))
}

/// Says how to try the sample: the address, and one account for each role.
fn say_accounts(sample: &Sample, address: Option<SocketAddr>) -> Result<(), Failure> {
    let w = words();
    output::line(&w.t("demo-accounts"))?;
    for account in demo::printed(sample) {
        let role = match account.role {
            "secretary" => w.t("demo-role-secretary"),
            "deputy" => w.t("demo-role-deputy"),
            "member" => w.t("demo-role-member"),
            "overseer" => w.t("demo-role-overseer"),
            "organisation_office" => w.t("demo-role-organisation-office"),
            "inspection_committee" => w.t("demo-role-inspection-committee"),
            "leader" => w.t("demo-role-leader"),
            _ => w.t("demo-role-administrator"),
        };
        output::line(&format!("  {role:<32} {:<14} {}", account.login, account.password))?;
    }
    match address {
        Some(address) => output::line(&format!("{}: http://{address}", w.t("demo-open"))),
        None => output::line(&w.t("demo-not-served")),
    }
}
