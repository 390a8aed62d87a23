//! The first start: a store without any account is given its first committee and the account that keeps it. Only whoever
//! can read what the program says on its machine knows the code that is asked for.

use nennep_domain::{
    accounts::{Office, OfficeTerm},
    ids::{AccountId, OfficeId, OrganisationId},
    names,
    organisations::{Organisation, OrganisationKind},
    problems::{Problems, Refusal, Sentence},
};
use nennep_store::{
    WriteTx,
    accounts::{self, Account},
    offices, organisations,
};

use super::password;
use crate::{
    App, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// What the first start is told.
#[derive(Debug, Clone)]
pub struct SetupForm {
    /// The code the program said on its machine.
    pub code: String,
    /// The committee organisation's name.
    pub organisation: String,
    /// Its code.
    pub organisation_code: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// The name of whoever keeps the program.
    pub name: String,
    /// What they will type to sign in.
    pub login: String,
    /// Their password.
    pub password: String,
}

#[derive(Debug, thiserror::Error)]
#[error("the store has accounts already")]
struct SetUpAlready;

impl Refusal for SetUpAlready {
    fn sentence(&self) -> Sentence {
        Sentence::new("setup-done-already")
    }
}

/// So many letters the code has.
const LETTERS: usize = 12;
const ALPHABET: &[u8; 24] = b"ACDEFGHJKMNPQRTUVWXY3479";

/// Whether nobody can sign in yet: the store holds no account at all.
#[boxed]
pub async fn is_untouched(app: &App) -> Result<bool> {
    let (all, ..) = accounts::counts(&mut app.store.read().await?).await?;
    Ok(all == 0)
}

/// The code the first start asks for; it follows from the installation's key, and so stays the same until it is used.
pub fn setup_code(app: &App) -> String {
    let bytes = app.keys.hash("setup", b"first start");
    let letter = |byte: &u8| char::from(ALPHABET[usize::from(*byte) % ALPHABET.len()]);
    let letters: Vec<char> = bytes.iter().take(LETTERS).map(letter).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

fn same_code(typed: &str, code: &str) -> bool {
    let letters = |text: &str| -> String {
        text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
    };
    letters(typed) == letters(code)
}

fn check(app: &App, form: &SetupForm) -> Result<()> {
    let mut problems = Problems::default();
    if !same_code(&form.code, &setup_code(app)) {
        problems.add("code", Sentence::new("setup-code-wrong"));
    }
    let name = names::tidy(&form.organisation);
    if name.is_empty() || name.chars().count() > 200 {
        problems.add("organisation", Sentence::new("setup-organisation-missing"));
    }
    let code = form.organisation_code.trim();
    if code.is_empty() || code.chars().count() > 40 || code.contains(char::is_whitespace) {
        problems.add("organisation_code", Sentence::new("setup-organisation-code-missing"));
    }
    if matches!(form.kind, OrganisationKind::Cell | OrganisationKind::SubCell) {
        problems.add("kind", Sentence::new("setup-kind-cell"));
    }
    let (person, login) = (names::tidy(&form.name), form.login.trim());
    if person.is_empty() || person.chars().count() > 100 {
        problems.add("name", Sentence::new("accounts-name-length"));
    }
    let key = accounts::login_key(login);
    if !(3..=60).contains(&key.len()) {
        problems.add("login", Sentence::new("accounts-login-length"));
    }
    if let Err(sentence) = password::check(&form.password, login) {
        problems.add("password", sentence);
    }
    if problems.0.is_empty() { Ok(()) } else { Err(problems.into()) }
}

/// Makes the first committee organisation and the account that keeps program and organisations; refused as soon as there
/// is any account.
#[boxed]
pub async fn set_up(app: &App, form: &SetupForm) -> Result<AccountId> {
    if !is_untouched(app).await? {
        return Err(Error::refused(SetUpAlready));
    }
    check(app, form)?;
    let password_hash = password::hash(&form.password).await?;
    let mut tx = app.store.write().await?;
    if accounts::counts(&mut tx).await?.0 > 0 {
        return Err(Error::refused(SetUpAlready));
    }
    let organisation = first_organisation(app, &mut tx, form).await?;
    let account = first_account(app, &mut tx, form, password_hash).await?;
    let terms = [Office::Administrator, Office::OrganisationOffice].map(|office| OfficeTerm {
        id: OfficeId(app.new_id()),
        organisation,
        office,
        member: None,
        account: Some(account),
        from_on: app.now().date(),
        to_on: None,
        basis: String::new(),
    });
    offices::insert_many(&mut tx, &terms, app.now(), Some(account)).await?;
    let mut ctx = app.as_system();
    ctx.actor.account = Some(account);
    events::record(&mut tx, &ctx, Event::new("setup.done").at(organisation).to(account.0)).await?;
    tx.commit().await?;
    Ok(account)
}

/// The organisation at the top, or the one that an import from the command line made before.
async fn first_organisation(app: &App, tx: &mut WriteTx, form: &SetupForm) -> Result<OrganisationId> {
    let code = form.organisation_code.trim();
    if let Some(existing) = organisations::find_by_code(tx, code).await? {
        return Ok(existing.id);
    }
    let organisation = Organisation {
        id: OrganisationId(app.new_id()),
        code: code.to_owned(),
        name: names::tidy(&form.organisation),
        kind: form.kind,
        cell_type: None,
        parent: None,
        from_on: app.now().date(),
        to_on: None,
    };
    organisations::insert_many(tx, std::slice::from_ref(&organisation)).await?;
    Ok(organisation.id)
}

async fn first_account(
    app: &App,
    tx: &mut WriteTx,
    form: &SetupForm,
    password_hash: String,
) -> Result<AccountId> {
    let account = Account {
        id: AccountId(app.new_id()),
        login: form.login.trim().to_owned(),
        name: names::tidy(&form.name),
        email: String::new(),
        member: None,
        password_hash: Some(password_hash),
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        created_at: app.now(),
        disabled_at: None,
    };
    accounts::insert(tx, &account).await?;
    Ok(account.id)
}
