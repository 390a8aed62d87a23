//! From a configuration to a program: the store opened, the keys read, mail and rules in their places.

use std::{io::Write as _, os::unix::fs::OpenOptionsExt as _, path::Path};

use anyhow::{Context as _, bail};
use nennep_app::{
    App, Store,
    context::Parts,
    keys::Keys,
    mail::{Mailer, NoMail, SmtpMailer},
    outside::{Chance, Clock, SystemClock},
};
use nennep_domain::{meetings::agenda::AgendaTemplate, quality::RubricBook, rules::RuleBook};
use secrecy::ExposeSecret as _;

use crate::{config::Config, hold::Hold, output::words};

/// The program as configured, with the system's clock and chance.
pub(crate) async fn app(config: &Config) -> anyhow::Result<App> {
    let app = app_with(config, Box::new(SystemClock), Chance::System).await?;
    let kept = nennep_app::demo::kept(&mut app.store.read().await?).await?;
    if kept.is_some_and(|kept| !kept.complete) {
        bail!(words().t("demo-incomplete"));
    }
    Ok(app)
}

/// Holds the data folder of an embedded store for as long as the process lives.
fn hold(config: &Config) -> anyhow::Result<()> {
    if config.database.url.is_some() {
        return Ok(());
    }
    match Hold::shared(&config.database.folder)? {
        Some(hold) => {
            std::mem::forget(hold);
            Ok(())
        }
        None => bail!(words().t("restore-under-way")),
    }
}

/// The program as configured, with another clock and chance: for making samples.
pub(crate) async fn app_with(config: &Config, clock: Box<dyn Clock>, chance: Chance) -> anyhow::Result<App> {
    hold(config)?;
    let store = Store::open(&config.location()).await.context("The database cannot be opened")?;
    let keys = keys(&config.key_file(), &chance)?;
    check_key(&store, &keys).await?;
    Ok(App::new(Parts {
        store,
        clock,
        chance,
        keys,
        rules: rules(config)?,
        rubrics: rubrics(config)?,
        agenda: AgendaTemplate::national()?,
        mailer: mailer(config)?,
        address: config.server.address.trim_end_matches('/').to_owned(),
    }))
}

/// The master key of a file; made, for its owner's eyes only, where there is none.
fn keys(file: &Path, chance: &Chance) -> anyhow::Result<Keys> {
    if !file.exists() {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("{}", folder.display()))?;
        }
        let text = Keys::new_master(chance);
        let mut new = std::fs::OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(file)
            .with_context(|| format!("The key file {} cannot be made", file.display()))?;
        new.write_all(text.as_bytes()).and_then(|()| new.sync_all())?;
    }
    let text = std::fs::read_to_string(file)
        .with_context(|| format!("The key file {} cannot be read", file.display()))?;
    Keys::from_text(&text).with_context(|| format!("The key file {}", file.display()))
}

/// The mark by which a key file's key is told from another.
pub(crate) fn key_mark(file: &Path) -> anyhow::Result<String> {
    Ok(keys(file, &Chance::System)?.check_value())
}

/// Refuses a key that is not the one this store was begun with: what is sealed would not open.
async fn check_key(store: &Store, keys: &Keys) -> anyhow::Result<()> {
    const NAME: &str = "key_check";
    let kept = nennep_store::settings::find(&mut store.read().await?, NAME).await?;
    match kept {
        Some(kept) if kept == keys.check_value() => Ok(()),
        Some(_) => bail!(
            "The key file is not the one this database was begun with; put the right one back (docs/OPERATIONS.md)"
        ),
        None => {
            let mut tx = store.write().await?;
            nennep_store::settings::set(&mut tx, NAME, &keys.check_value()).await?;
            Ok(tx.commit().await?)
        }
    }
}

pub(crate) fn mailer(config: &Config) -> anyhow::Result<Box<dyn Mailer>> {
    match &config.mail.url {
        None => Ok(Box::new(NoMail)),
        Some(url) => Ok(Box::new(SmtpMailer::new(url.expose_secret(), &config.mail.from).context("[mail]")?)),
    }
}

/// The rules built in, with the packs of the configured folder.
pub(crate) fn rules(config: &Config) -> anyhow::Result<RuleBook> {
    let Some(folder) = &config.rules.folder else { return Ok(RuleBook::national()?) };
    let packs = packs(folder)?;
    RuleBook::with(&named(&packs)).with_context(|| format!("Rule packs of {}", folder.display()))
}

/// The rubrics built in, with those of `rubrics` in the configured folder.
pub(crate) fn rubrics(config: &Config) -> anyhow::Result<RubricBook> {
    let folder = config.rules.folder.as_ref().map(|folder| folder.join("rubrics"));
    let Some(folder) = folder.filter(|folder| folder.is_dir()) else { return Ok(RubricBook::built_in()?) };
    let packs = packs(&folder)?;
    RubricBook::with(&named(&packs)).with_context(|| format!("Rubrics of {}", folder.display()))
}

/// The packs of a folder with their names, in the order of the names.
fn packs(folder: &Path) -> anyhow::Result<Vec<(String, String)>> {
    let mut packs = Vec::new();
    for entry in std::fs::read_dir(folder).with_context(|| format!("{}", folder.display()))? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "toml") {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let text = std::fs::read_to_string(&path).with_context(|| format!("{}", path.display()))?;
            packs.push((name, text));
        }
    }
    packs.sort();
    Ok(packs)
}

fn named(packs: &[(String, String)]) -> Vec<(&str, &str)> {
    packs.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}
