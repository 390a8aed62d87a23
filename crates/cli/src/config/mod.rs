//! The configuration: one TOML file, `NENNEP__SECTION__KEY` over it, the command's own options over both. Unknown keys
//! are errors.

use std::path::{Path, PathBuf};

use figment::{
    Figment,
    providers::{Env, Format as _, Serialized, Toml},
};
use nennep_app::Location;
use secrecy::{ExposeSecret as _, SecretString};
use serde::{Deserialize, Serialize};

/// Everything that can be configured.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Config {
    pub(crate) database: Database,
    pub(crate) server: Server,
    pub(crate) mail: Mail,
    pub(crate) rules: Rules,
    pub(crate) log: Log,
}

/// Where data stands.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Database {
    /// The data folder: the SQLite file `nennep.sqlite` and the key file `key`.
    pub(crate) folder: PathBuf,
    /// A PostgreSQL address instead of the SQLite file: `postgres://user@host/database`.
    #[serde(serialize_with = "hidden")]
    pub(crate) url: Option<SecretString>,
    /// The PostgreSQL schema: one per party committee.
    pub(crate) schema: String,
    /// The key file; `key` in the data folder if not named.
    pub(crate) key_file: Option<PathBuf>,
}

impl Default for Database {
    fn default() -> Self {
        Self { folder: PathBuf::from("var/nennep"), url: None, schema: "nennep".to_owned(), key_file: None }
    }
}

#[expect(clippy::ref_option, reason = "serde asks for this form")]
fn hidden<S: serde::Serializer>(secret: &Option<SecretString>, s: S) -> Result<S::Ok, S::Error> {
    match secret {
        Some(_) => s.serialize_some("…"),
        None => s.serialize_none(),
    }
}

/// How it is served.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Server {
    /// The address listened on.
    pub(crate) listen: String,
    /// The address under which people reach the program, for links in mail and on paper: `https://nennep.example`.
    pub(crate) address: String,
}

impl Default for Server {
    fn default() -> Self {
        Self { listen: "127.0.0.1:8420".to_owned(), address: String::new() }
    }
}

/// Mail; none leaves while `url` is not set.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Mail {
    /// The SMTP server: `smtps://user:password@host:465`.
    #[serde(serialize_with = "hidden")]
    pub(crate) url: Option<SecretString>,
    /// The sender's address.
    pub(crate) from: String,
}

/// Rules read at run time.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Rules {
    /// A folder with rule packs (`*.toml`), and rubrics in `rubrics/*.toml`, that take the place of those built in, or add to
    /// them.
    pub(crate) folder: Option<PathBuf>,
}

/// What is logged.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Log {
    /// A filter such as `info` or `nennep_app=debug,info`.
    pub(crate) filter: String,
    /// Whether lines are JSON.
    pub(crate) json: bool,
}

impl Default for Log {
    fn default() -> Self {
        Self { filter: "info".to_owned(), json: false }
    }
}

impl Config {
    /// The configuration of a file, the environment, and a data folder given on the command line.
    pub(crate) fn load(file: Option<&Path>, folder: Option<&Path>) -> anyhow::Result<Self> {
        let mut figment = Figment::from(Serialized::defaults(Self::default()));
        if let Some(file) = file {
            anyhow::ensure!(file.is_file(), "{}: there is no such file", file.display());
            figment = figment.merge(Toml::file_exact(file));
        }
        let mut config: Self = figment.merge(Env::prefixed("NENNEP__").split("__")).extract()?;
        if let Some(folder) = folder {
            folder.clone_into(&mut config.database.folder);
            config.database.url = None;
        }
        Ok(config)
    }

    /// Where the store is.
    pub(crate) fn location(&self) -> Location {
        match &self.database.url {
            Some(url) => Location::Postgres {
                url: url.expose_secret().to_owned(),
                schema: self.database.schema.clone(),
            },
            None => Location::Sqlite(self.database.folder.join("nennep.sqlite")),
        }
    }

    /// The key file.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.database.key_file.clone().unwrap_or_else(|| self.database.folder.join("key"))
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use serde_json::Value;

    use super::*;

    const HEAD: &str = "\
# Every key of the configuration with the environment variable that takes its place, and its default. Written by the test of
# the configuration; read it and commit it.
";

    /// Every key with its default, section by section.
    fn listed() -> String {
        let Value::Object(sections) = serde_json::to_value(Config::default()).unwrap() else {
            panic!("no table")
        };
        let mut text = HEAD.to_owned();
        for (section, keys) in sections {
            let Value::Object(keys) = keys else { panic!("{section} is no section") };
            text.push('\n');
            for (key, default) in keys {
                let variable = format!("NENNEP__{}__{}", section.to_uppercase(), key.to_uppercase());
                let default = if default.is_null() { "not set".to_owned() } else { default.to_string() };
                writeln!(text, "{:18} {variable:27} {default}", format!("{section}.{key}")).unwrap();
            }
        }
        text
    }

    #[test]
    fn the_committed_keys_and_defaults_are_those_of_the_program() {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("config.txt");
        let given = listed();
        if std::fs::read_to_string(&file).unwrap_or_default() != given {
            std::fs::write(&file, &given).unwrap();
            panic!("config.txt was written anew: look at the change and commit it");
        }
    }
}
