//! Accounts: the first start, signing in and out, passwords, the second factor, invitations, tokens; and the keeping of
//! others' accounts.

mod actor;
mod first;
mod invite;
mod look;
mod manage;
mod own;
mod own_account;
mod password;
mod place;
mod setup;
mod sign_in;
mod tokens;
mod totp;

pub use nennep_store::{
    accounts::Account,
    sessions::{Session, Token},
};

pub use actor::{Known, recognise_account, recognise_session, recognise_token};
pub use first::{by_login, make_administrator};
pub use invite::{Invited, PrintedInvitation, accept, invite, invite_cell, open_invitation};
pub use look::{AccountView, Search, end_sessions_of, keeps_accounts, revoke_token_of, search, show};
pub use manage::{NewAccount, close, create, list, name_for};
pub use own::own;
pub use password::change_password;
pub(crate) use password::hash_of_sample;
pub use setup::{SetupForm, is_untouched, set_up, setup_code};
pub use sign_in::{Attempt, SignedIn, end_other_sessions, end_session, sessions, sign_in, sign_out};
pub use tokens::{NewToken, issue_token, revoke_token, tokens};
pub use totp::{Enrolment, begin_totp, confirm_totp, pending_totp, remove_totp};
