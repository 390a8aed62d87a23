//! `nennep serve`: pages and the API, with the jobs in the same process.

use std::{net::SocketAddr, process::ExitCode};

use anyhow::Context as _;
use nennep_app::{App, accounts, jobs};
use nennep_web::house;
use tokio::{net::TcpListener, signal::unix::SignalKind, sync::watch};

use super::{Outcome, Shared};
use crate::{
    config::Log,
    output::{self, words},
};

/// Options of `serve`.
#[derive(Debug, clap::Args)]
pub(crate) struct Serve {
    /// The address listened on, instead of the configured one
    #[arg(long, value_name = "ADDR")]
    listen: Option<String>,
    /// Leave jobs to `nennep worker`
    #[arg(long)]
    without_jobs: bool,
}

impl Serve {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let mut config = shared.load()?;
        if let Some(listen) = self.listen {
            config.server.listen = listen;
        }
        log(&config.log)?;
        let app = crate::wiring::app(&config).await?;
        let listener = listen(&config.server.listen).await?;
        let address = format!("http://{}", listener.local_addr()?);
        output::line(&address)?;
        if accounts::is_untouched(&app).await? {
            let code = accounts::setup_code(&app);
            let values = [("address", address.as_str().into()), ("code", code.as_str().into())];
            output::line(&words().with("serve-first-start", &values))?;
        }
        serve(app, listener, !self.without_jobs).await?;
        Ok(ExitCode::SUCCESS)
    }
}

/// `nennep worker`: runs jobs until the process is asked to end.
pub(super) async fn work(shared: &Shared) -> Outcome {
    let config = shared.load()?;
    log(&config.log)?;
    let app = crate::wiring::app(&config).await?;
    jobs::run_until(&app, asked_to_end()).await;
    app.store.close().await;
    Ok(ExitCode::SUCCESS)
}

/// A listener on that address.
pub(super) async fn listen(address: &str) -> anyhow::Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| format!("{address} cannot be listened on"))
}

/// Serves until the process is asked to end; then finishes what is under way and closes the store.
pub(super) async fn serve(app: App, listener: TcpListener, with_jobs: bool) -> anyhow::Result<()> {
    let (end, ended) = watch::channel(false);
    let until = |mut ended: watch::Receiver<bool>| async move { drop(ended.wait_for(|end| *end).await) };
    let jobs = tokio::spawn({
        let (app, stop) = (app.clone(), until(ended.clone()));
        async move {
            if with_jobs {
                jobs::run_until(&app, stop).await;
            }
        }
    });
    tokio::spawn(async move {
        asked_to_end().await;
        end.send_replace(true);
    });
    let house = house::house(&app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, house).with_graceful_shutdown(until(ended)).await?;
    jobs.await?;
    app.store.close().await;
    Ok(())
}

async fn asked_to_end() {
    let terminate = tokio::signal::unix::signal(SignalKind::terminate());
    match terminate {
        Ok(mut terminate) => tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        },
        Err(_) => drop(tokio::signal::ctrl_c().await),
    }
}

/// Sends logs to standard error.
pub(super) fn log(log: &Log) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&log.filter).context("[log] filter")?;
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    if log.json {
        subscriber.json().init();
    } else {
        subscriber.init();
    }
    Ok(())
}
