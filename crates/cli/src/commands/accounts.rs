//! `nennep accounts`: the first account of a house, and a way back in for whoever lost theirs.

use std::process::ExitCode;

use clap::Subcommand;
use nennep_app::{
    App,
    accounts::{self, NewAccount},
};
use nennep_domain::ids::AccountId;
use serde::Serialize;

use super::{Outcome, Shared};
use crate::output::{self, words};

/// Commands about accounts.
#[derive(Debug, Subcommand)]
pub(crate) enum Accounts {
    /// Make an account and print the code that opens it
    Add {
        /// The owner's name
        #[arg(long)]
        name: String,
        /// What the owner types to sign in; made from the name if not given
        #[arg(long, default_value = "")]
        login: String,
        /// Whether the owner keeps the machine: sees accounts and settings, not members' files or minutes
        #[arg(long)]
        administrator: bool,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
    /// Print a new code for an account; its password and sessions end when the code is used
    Invite {
        /// The login
        login: String,
        /// Print JSON
        #[arg(long)]
        json: bool,
    },
}

#[derive(Serialize)]
struct Invited {
    login: String,
    name: String,
    code: String,
    page: String,
    until: String,
}

impl Accounts {
    pub(super) async fn run(self, shared: &Shared) -> Outcome {
        let app = shared.app().await?;
        let outcome = match self {
            Self::Add { name, login, administrator, json } => {
                let ctx = app.as_system();
                let new = NewAccount { login, name, ..NewAccount::default() };
                let id = if administrator {
                    accounts::make_administrator(&ctx, &new).await?
                } else {
                    accounts::create(&ctx, &new).await?
                };
                invite(&app, id, json).await
            }
            Self::Invite { login, json } => {
                let id = accounts::by_login(&app.as_system(), &login).await?;
                invite(&app, id, json).await
            }
        };
        app.store.close().await;
        outcome
    }
}

async fn invite(app: &App, id: AccountId, json: bool) -> Outcome {
    let invitation = accounts::invite(&app.as_system(), id).await?;
    let invited = Invited {
        page: format!("{}/invitations", app.address),
        until: invitation.expires_at.local().strftime("%d/%m/%Y").to_string(),
        login: invitation.login,
        name: invitation.name,
        code: invitation.code,
    };
    if json {
        output::json(&invited)?;
    } else {
        let values = [
            ("login", invited.login.as_str().into()),
            ("name", invited.name.as_str().into()),
            ("code", invited.code.as_str().into()),
            ("page", invited.page.as_str().into()),
            ("until", invited.until.as_str().into()),
        ];
        output::line(&words().with("accounts-invited", &values))?;
    }
    Ok(ExitCode::SUCCESS)
}
