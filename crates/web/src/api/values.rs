//! The small values of the API: words of closed lists, months, days, half-known dates, moments. Each is the API's own
//! type over the domain's, with its schema.

use std::borrow::Cow;

use jiff::{Timestamp, civil::Date};
use nennep_domain::time::{self, Instant, PartialDate, Precision};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        KnownFormat, ObjectBuilder, RefOr, SchemaFormat,
        schema::{Schema, Type},
    },
};

/// Declares API types over closed lists of the domain: the same words, in the document as an enumeration.
macro_rules! words {
    ($($(#[doc = $doc:literal])+ $name:ident = $list:path;)+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub(crate) $list);

        impl From<$list> for $name {
            fn from(word: $list) -> Self {
                Self(word)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.0.as_str())
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                let words = <$list>::ALL.iter().map(|word| word.as_str());
                $crate::api::values::enumeration(words, concat!($($doc),+))
            }
        }

        impl utoipa::ToSchema for $name {
            fn name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
        }
    )+ };
}
pub(crate) use words;

/// The schema of one word out of a list.
pub(crate) fn enumeration<'a>(words: impl Iterator<Item = &'a str>, description: &str) -> RefOr<Schema> {
    let words: Vec<String> = words.map(str::to_owned).collect();
    ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(words))
        .description(Some(description.trim()))
        .into()
}

fn text(description: &str, pattern: &str, example: &str) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(pattern))
        .description(Some(description))
        .examples([example])
        .into()
}

/// The years a deed can speak of: what lies outside is a slip of the finger.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// A month of a year, `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Month(pub(crate) time::Month);

impl From<time::Month> for Month {
    fn from(month: time::Month) -> Self {
        Self(month)
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let month = time::Month::deserialize(d)?;
        if YEARS.contains(&month.year()) { Ok(Self(month)) } else { Err(D::Error::custom("no such year")) }
    }
}

impl PartialSchema for Month {
    fn schema() -> RefOr<Schema> {
        text("A month of a year, YYYY-MM.", "^[0-9]{4}-[0-9]{2}$", "2026-11")
    }
}
impl ToSchema for Month {
    fn name() -> Cow<'static, str> {
        "Month".into()
    }
}

/// A day of the calendar, `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Day(pub(crate) Date);

impl From<Date> for Day {
    fn from(date: Date) -> Self {
        Self(date)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

impl Day {
    fn read(text: &str) -> Result<Self, &'static str> {
        let date = text.parse().ok().filter(|date: &Date| text.len() == 10 && YEARS.contains(&date.year()));
        date.map(Self).ok_or("not a day written YYYY-MM-DD")
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Self::read(&<Cow<'_, str>>::deserialize(d)?).map_err(D::Error::custom)
    }
}

impl PartialSchema for Day {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::Date);
        ObjectBuilder::new().schema_type(Type::String).format(Some(format)).examples(["2026-11-05"]).into()
    }
}
impl ToSchema for Day {
    fn name() -> Cow<'static, str> {
        "Day".into()
    }
}

/// A moment, RFC 3339 with an offset; always given in UTC.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Moment(pub(crate) Instant);

impl From<Instant> for Moment {
    fn from(at: Instant) -> Self {
        Self(at)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let at = Instant::new(Timestamp::deserialize(d)?);
        if YEARS.contains(&at.local().year()) { Ok(Self(at)) } else { Err(D::Error::custom("no such year")) }
    }
}

impl PartialSchema for Moment {
    fn schema() -> RefOr<Schema> {
        let format = SchemaFormat::KnownFormat(KnownFormat::DateTime);
        let object = ObjectBuilder::new().schema_type(Type::String).format(Some(format));
        object.examples(["2026-11-05T19:30:00+07:00"]).into()
    }
}
impl ToSchema for Moment {
    fn name() -> Cow<'static, str> {
        "Moment".into()
    }
}

/// A date as a register gives it: `1980-05-11`, `1980-05` or `1980`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KnownDate(pub(crate) PartialDate);

impl From<PartialDate> for KnownDate {
    fn from(known: PartialDate) -> Self {
        Self(known)
    }
}

impl std::fmt::Display for KnownDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let text = self.0.date.to_string();
        f.write_str(match self.0.precision {
            Precision::Day => &text,
            Precision::Month => &text[..7],
            Precision::Year => &text[..4],
        })
    }
}

impl Serialize for KnownDate {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for KnownDate {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <Cow<'_, str>>::deserialize(d)?;
        let (precision, rest) = match text.len() {
            4 => (Precision::Year, "-01-01"),
            7 => (Precision::Month, "-01"),
            _ => (Precision::Day, ""),
        };
        let Day(date) = Day::read(&format!("{text}{rest}")).map_err(D::Error::custom)?;
        Ok(Self(PartialDate { date, precision }))
    }
}

impl PartialSchema for KnownDate {
    fn schema() -> RefOr<Schema> {
        let description = "A date as far as the register knows it: a day, a month or only a year.";
        text(description, "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$", "1980-05")
    }
}
impl ToSchema for KnownDate {
    fn name() -> Cow<'static, str> {
        "KnownDate".into()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;
    use serde_json::json;

    use super::*;

    #[rstest]
    #[case("2026-11-05", true)]
    #[case("2026-02-29", false)]
    #[case("05/11/2026", false)]
    #[case("-002026-11-05", false)]
    #[case("0001-01-01", false)]
    #[case("2026-11-05T10:00:00", false)]
    fn days_are_read_as_written(#[case] text: &str, #[case] taken: bool) {
        assert_eq!(serde_json::from_value::<Day>(json!(text)).is_ok(), taken, "{text}");
    }

    #[test]
    fn months_and_moments_lie_within_reach() {
        assert!(serde_json::from_value::<Month>(json!("2026-11")).is_ok());
        assert!(serde_json::from_value::<Month>(json!("0026-11")).is_err());
        let moment: Moment = serde_json::from_value(json!("2026-11-05T19:30:00+07:00")).unwrap();
        assert_eq!(json!(moment), json!("2026-11-05T12:30:00Z"));
        assert!(serde_json::from_value::<Moment>(json!("2026-11-05T19:30:00")).is_err(), "no offset");
        assert!(serde_json::from_value::<Moment>(json!("-009999-01-02T00:00:00Z")).is_err());
    }

    #[test]
    fn half_known_dates_say_what_is_known() {
        let known =
            |precision| KnownDate::from(PartialDate { date: date(1980, 5, 1), precision }).to_string();
        assert_eq!(known(Precision::Day), "1980-05-01");
        assert_eq!(known(Precision::Month), "1980-05");
        assert_eq!(known(Precision::Year), "1980");
    }

    #[rstest]
    #[case("1980-05-01", true)]
    #[case("1980-05", true)]
    #[case("1980", true)]
    #[case("1980-13", false)]
    #[case("1980-02-30", false)]
    #[case("980", false)]
    #[case("05/1980", false)]
    #[case("0980", false)]
    #[case("", false)]
    fn half_known_dates_are_read_as_they_are_said(#[case] text: &str, #[case] taken: bool) {
        let read = serde_json::from_value::<KnownDate>(json!(text));
        assert_eq!(read.is_ok(), taken, "{text}");
        assert!(read.map_or(true, |known| known.to_string() == text));
    }
}
