//! Accounts: signing in and out, passwords, the second factor, invitations, tokens.

mod actor;
mod first;
mod invite;
mod manage;
mod own;
mod password;
mod sign_in;
mod tokens;
mod totp;

pub use actor::{Known, recognise_account, recognise_session, recognise_token};
pub use first::{by_login, make_administrator};
pub use invite::{Invited, PrintedInvitation, accept, invite, open_invitation};
pub use manage::{NewAccount, close, create, list};
pub use own::own;
pub use password::change_password;
pub(crate) use password::hash_of_sample;
pub use sign_in::{Attempt, SignedIn, end_other_sessions, end_session, sessions, sign_in, sign_out};
pub use tokens::{NewToken, issue_token, revoke_token, tokens};
pub use totp::{Enrolment, begin_totp, confirm_totp, remove_totp};
