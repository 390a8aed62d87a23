//! What is said to people, in their language: Fluent texts from `locales/`, and dates and numbers as people say them.
//!
//! A key that is missing shows as the key in brackets; a test keeps that from happening.

mod choice;
mod dates;
mod devices;
mod numbers;
mod values;

pub(crate) use choice::COOKIE as LANGUAGE_COOKIE;

use std::{borrow::Cow, sync::LazyLock};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use nennep_domain::problems::{Argument, Sentence};
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

#[derive(RustEmbed)]
#[folder = "../../locales/"]
#[include = "*.ftl"]
struct Files;

/// A language of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Locale {
    /// Vietnamese, the first.
    Vi,
    /// English, the full second.
    En,
}

impl Locale {
    /// Every language, in the order the switch shows them.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language's tag, as in `lang="vi"` and the folders of `locales/`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language with that tag or that beginning (`en-GB`), if it is one of the program's.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|locale| locale.as_str().eq_ignore_ascii_case(primary))
    }

    /// The language's name in itself, for the switch.
    pub fn name(self) -> String {
        Words::of(self).t("language-name")
    }

    fn id(self) -> LanguageIdentifier {
        self.as_str().parse().unwrap_or_default()
    }
}

static BUNDLES: LazyLock<[FluentBundle<FluentResource>; 2]> = LazyLock::new(|| Locale::ALL.map(bundle));

/// Reads all texts of a language. A text that does not parse is left out and logged; a test refuses it before.
fn bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![locale.id()]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::Vi => |value, _| numbers::in_text(value, Locale::Vi),
        Locale::En => |value, _| numbers::in_text(value, Locale::En),
    }));
    for name in Files::iter().filter(|name| name.starts_with(locale.as_str())) {
        let text = Files::get(&name)
            .map(|file| String::from_utf8_lossy(&file.data).into_owned())
            .unwrap_or_default();
        let resource = FluentResource::try_new(text).unwrap_or_else(|(resource, errors)| {
            tracing::error!(file = %name, ?errors, "Texts do not parse");
            resource
        });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(file = %name, ?errors, "Texts clash with others");
        }
    }
    bundle
}

/// A value inside a text: words as they are, or a whole number shown in the reader's language.
#[derive(Debug, Clone)]
pub enum Value<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number; texts may choose their words by it.
    Number(i64),
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}
impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}
impl<'a> From<&'a Argument> for Value<'a> {
    fn from(argument: &'a Argument) -> Self {
        match argument {
            Argument::Text(text) => Self::Text(Cow::Borrowed(text)),
            Argument::Number(number) => Self::Number(*number),
        }
    }
}
macro_rules! value_from_number { ($($t:ty),+) => { $(
    impl From<$t> for Value<'_> { fn from(n: $t) -> Self { Self::Number(i64::try_from(n).unwrap_or(i64::MAX)) } }
    impl From<&$t> for Value<'_> { fn from(n: &$t) -> Self { Self::from(*n) } }
    impl From<&&$t> for Value<'_> { fn from(n: &&$t) -> Self { Self::from(**n) } }
)+ } }
value_from_number!(u8, u16, u32, u64, usize, i8, i16, i32, i64);

impl<'a> From<Value<'a>> for FluentValue<'a> {
    fn from(value: Value<'a>) -> Self {
        match value {
            Value::Text(text) => Self::String(text),
            Value::Number(number) => Self::from(number),
        }
    }
}

/// The words of one language. Small, and copied freely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    locale: Locale,
}

impl Words {
    /// The words of `locale`.
    pub const fn of(locale: Locale) -> Self {
        Self { locale }
    }

    /// The language.
    pub const fn locale(self) -> Locale {
        self.locale
    }

    /// The language's tag, for `lang="…"`.
    pub const fn tag(self) -> &'static str {
        self.locale.as_str()
    }

    /// The text of `key`.
    pub fn t(self, key: &str) -> String {
        self.format(key, None)
    }

    /// The text of `key` with its values: `w.with("pager-shown", &[("count", n.into())])`, in a template without the `&`.
    pub fn with(self, key: &str, values: &[(&str, Value<'_>)]) -> String {
        let arguments =
            values.iter().map(|(name, value)| (*name, FluentValue::from(value.clone()))).collect();
        self.format(key, Some(&arguments))
    }

    /// The words of a sentence of the domain.
    pub fn say(self, sentence: &Sentence) -> String {
        let values =
            sentence.arguments.iter().map(|(name, value)| (*name, FluentValue::from(Value::from(value))));
        self.format(sentence.key, Some(&values.collect()))
    }

    /// The name of one word of a closed list: `one_of("quality-scorer", "cell_committee")` is the text of
    /// `quality-scorer-cell_committee`. The mark `?` of a list is `unconfirmed`.
    pub fn one_of(self, list: &str, word: &str) -> String {
        if word == "?" { self.t(&format!("{list}-unconfirmed")) } else { self.t(&format!("{list}-{word}")) }
    }

    fn format(self, key: &str, arguments: Option<&FluentArgs<'_>>) -> String {
        let bundle = &BUNDLES[self.locale as usize];
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, arguments, &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::warn!(key, ?errors, "A text lacks a value");
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_key_shows_itself() {
        let vi = Words::of(Locale::Vi);
        assert_eq!(vi.t("no-such-key"), "[no-such-key]");
    }

    #[test]
    fn values_are_filled_in_without_isolating_marks() {
        let vi = Words::of(Locale::Vi);
        assert_eq!(vi.with("auto-save-saved", &[("time", "19:42".into())]), "đã lưu lúc 19:42");
        let sentence = Sentence::new("auto-save-saved").with("time", "19:42");
        assert_eq!(vi.say(&sentence), "đã lưu lúc 19:42");
        assert_eq!(Words::of(Locale::En).say(&sentence), "saved at 19:42");
    }

    #[test]
    fn numbers_in_texts_choose_words_and_are_grouped() {
        let (vi, en) = (Words::of(Locale::Vi), Words::of(Locale::En));
        assert_eq!(vi.with("pager-shown", &[("count", 20_764.into())]), "20.764 dòng");
        assert_eq!(en.with("pager-shown", &[("count", 20_764.into())]), "20,764 rows");
        assert_eq!(en.with("pager-shown", &[("count", 1.into())]), "1 row");
    }
}
