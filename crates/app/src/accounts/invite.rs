//! First use by a code printed on paper: for members without e-mail, and for anybody who lost the password.

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{AccountId, InvitationId, OrganisationId},
    problems::{Refusal, Sentence},
    time::Instant,
};
use nennep_store::{
    WriteTx,
    accounts::{self, Account, Invitation},
    members, organisations, sessions,
};

use super::{look::kept, password};
use crate::{
    App, Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
    keys::sha256,
};

/// An invitation to be printed. The code is given once and kept nowhere.
#[derive(Debug, Clone)]
pub struct PrintedInvitation {
    /// The code, in groups of four letters and digits that cannot be taken for each other.
    pub code: String,
    /// The account's login.
    pub login: String,
    /// The owner's name.
    pub name: String,
    /// Until when it works.
    pub expires_at: Instant,
}

/// Who an invitation is for.
#[derive(Debug, Clone)]
pub struct Invited {
    /// The account.
    pub account: Account,
}

/// How long a printed invitation works.
const DAYS: i64 = 30;
/// Letters and digits without 0/O, 1/I/L, 5/S, 2/Z, 8/B.
const ALPHABET: &[u8; 24] = b"ACDEFGHJKMNPQRTUVWXY3479";
/// 24^16 codes: about 73 bits.
const LETTERS: usize = 16;

#[derive(Debug, thiserror::Error)]
#[error("the invitation was used, has run out or never was")]
struct NotValid;

impl Refusal for NotValid {
    fn sentence(&self) -> Sentence {
        Sentence::new("invitations-not-valid")
    }
}

fn hash(code: &str) -> Vec<u8> {
    let letters: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    sha256(letters.to_ascii_uppercase().as_bytes())
}

/// Makes an invitation for an account; earlier unused ones of it stop working.
#[boxed]
pub async fn invite(ctx: &Ctx, id: AccountId) -> Result<PrintedInvitation> {
    let mut tx = ctx.store.write().await?;
    let account = kept(ctx, &mut tx, id).await?;
    let printed = print(ctx, &mut tx, &account).await?;
    tx.commit().await?;
    Ok(printed)
}

/// Draws a code for an account and keeps its hash.
async fn print(ctx: &Ctx, tx: &mut WriteTx, account: &Account) -> Result<PrintedInvitation> {
    let code = new_code(ctx);
    let expires_at = ctx.now().plus_minutes(DAYS * 24 * 60);
    let invitation = Invitation {
        id: InvitationId(ctx.new_id()),
        account: account.id,
        code_hash: hash(&code),
        created_at: ctx.now(),
        created_by: ctx.actor.account,
        expires_at,
        used_at: None,
    };
    accounts::insert_invitation(tx, &invitation).await?;
    events::record(tx, ctx, Event::new("account.invited").to(account.id.0)).await?;
    Ok(PrintedInvitation { code, login: account.login.clone(), name: account.name.clone(), expires_at })
}

/// Invitations for all who belong to a cell and never signed in, by given name: accounts are made where there is none.
/// Earlier unused invitations of the same people stop working.
#[boxed]
pub async fn invite_cell(ctx: &Ctx, cell: OrganisationId) -> Result<Vec<PrintedInvitation>> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::KeepAccounts, &Resource::at(&place), Action::SeeOrganisations)?;
    let roll = members::roll_on(&mut tx, cell, ctx.now().date()).await?;
    let mut printed = Vec::new();
    for who in roll.into_iter().filter(|who| who.state.belongs()) {
        let account = match accounts::find_by_member(&mut tx, who.member).await? {
            Some(account) => account,
            None => super::manage::add_for(ctx, &mut tx, who.member, &who.name).await?,
        };
        if account.password_hash.is_none() && account.disabled_at.is_none() {
            printed.push(print(ctx, &mut tx, &account).await?);
        }
    }
    tx.commit().await?;
    Ok(printed)
}

fn new_code(app: &App) -> String {
    let mut code = String::with_capacity(LETTERS + LETTERS / 4);
    let mut letters = 0;
    while letters < LETTERS {
        // 240 = 10 * 24: a byte below it falls on each letter equally often.
        let [byte] = app.chance.bytes::<1>();
        if byte >= 240 {
            continue;
        }
        if letters > 0 && letters % 4 == 0 {
            code.push('-');
        }
        code.push(char::from(ALPHABET[usize::from(byte) % ALPHABET.len()]));
        letters += 1;
    }
    code
}

/// Who a code is for, if it still works.
#[boxed]
pub async fn open_invitation(app: &App, code: &str) -> Result<Invited> {
    let mut tx = app.store.read().await?;
    let invitation = accounts::find_invitation(&mut tx, &hash(code)).await?;
    let invitation = usable(app, invitation)?;
    let account =
        accounts::find(&mut tx, invitation.account).await?.ok_or_else(|| Error::refused(NotValid))?;
    Ok(Invited { account })
}

fn usable(app: &App, invitation: Option<Invitation>) -> Result<Invitation> {
    invitation
        .filter(|invitation| invitation.used_at.is_none() && app.now() < invitation.expires_at)
        .ok_or_else(|| Error::refused(NotValid))
}

/// Uses an invitation: sets the password, ends every session of the account; the owner then signs in with it.
#[boxed]
pub async fn accept(app: &App, code: &str, new_password: &str) -> Result<AccountId> {
    let invited = open_invitation(app, code).await?;
    password::check(new_password, &invited.account.login)
        .map_err(|sentence| Error::invalid("password", sentence))?;
    let password_hash = password::hash(new_password).await?;
    let mut tx = app.store.write().await?;
    let invitation = usable(app, accounts::find_invitation(&mut tx, &hash(code)).await?)?;
    if !accounts::use_invitation(&mut tx, invitation.id, app.now()).await? {
        return Err(Error::refused(NotValid));
    }
    let id = invitation.account;
    accounts::set_password(&mut tx, id, &password_hash).await?;
    accounts::set_totp(&mut tx, id, None, None).await?;
    sessions::end_others(&mut tx, id, None, app.now()).await?;
    let mut ctx = app.as_system();
    ctx.actor.account = Some(id);
    events::record(&mut tx, &ctx, Event::new("account.invitation_used").to(id.0)).await?;
    tx.commit().await?;
    Ok(id)
}
