//! How the domain's values stand in columns of both engines.

use std::str::FromStr;

use jiff::civil::Date;
use jiff_sqlx::ToSqlx as _;
use nennep_domain::time::{Instant, Month, PartialDate, Precision};
use sqlx::{Postgres, Sqlite, encode::IsNull, error::BoxDynError};

use crate::error::{Error, Result};

/// A date column.
pub(crate) type Day = jiff_sqlx::Date;

/// A date as it is bound.
pub(crate) fn day(date: Date) -> Day {
    date.to_sqlx()
}

/// An optional date as it is bound.
pub(crate) fn maybe_day(date: Option<Date>) -> Option<Day> {
    date.map(day)
}

/// An instant: `timestamptz` in PostgreSQL, fixed-width text in SQLite so that it sorts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct At(pub(crate) Instant);

/// An optional instant as it is bound.
pub(crate) fn maybe_at(at: Option<Instant>) -> Option<At> {
    at.map(At)
}

impl sqlx::Type<Sqlite> for At {
    fn type_info() -> sqlx::sqlite::SqliteTypeInfo {
        <str as sqlx::Type<Sqlite>>::type_info()
    }
}
impl sqlx::Encode<'_, Sqlite> for At {
    fn encode_by_ref(
        &self,
        buffer: &mut <Sqlite as sqlx::Database>::ArgumentBuffer,
    ) -> Result<IsNull, BoxDynError> {
        <String as sqlx::Encode<Sqlite>>::encode(self.0.to_string(), buffer)
    }
}
impl<'r> sqlx::Decode<'r, Sqlite> for At {
    fn decode(value: sqlx::sqlite::SqliteValueRef<'r>) -> Result<Self, BoxDynError> {
        let timestamp: jiff::Timestamp = <&str as sqlx::Decode<Sqlite>>::decode(value)?.parse()?;
        Ok(Self(Instant::new(timestamp)))
    }
}
impl sqlx::Type<Postgres> for At {
    fn type_info() -> sqlx::postgres::PgTypeInfo {
        <jiff_sqlx::Timestamp as sqlx::Type<Postgres>>::type_info()
    }
}
impl sqlx::Encode<'_, Postgres> for At {
    fn encode_by_ref(&self, buffer: &mut sqlx::postgres::PgArgumentBuffer) -> Result<IsNull, BoxDynError> {
        <jiff_sqlx::Timestamp as sqlx::Encode<Postgres>>::encode_by_ref(&self.0.timestamp().to_sqlx(), buffer)
    }
}
impl<'r> sqlx::Decode<'r, Postgres> for At {
    fn decode(value: sqlx::postgres::PgValueRef<'r>) -> Result<Self, BoxDynError> {
        Ok(Self(Instant::new(<jiff_sqlx::Timestamp as sqlx::Decode<Postgres>>::decode(value)?.to_jiff())))
    }
}

/// A word of one of the domain's closed lists.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word<T>(pub(crate) T);

macro_rules! word_column {
    ($engine:ty, $info:ty, $value:ty) => {
        impl<T> sqlx::Type<$engine> for Word<T> {
            fn type_info() -> $info {
                <str as sqlx::Type<$engine>>::type_info()
            }
            fn compatible(info: &$info) -> bool {
                <str as sqlx::Type<$engine>>::compatible(info)
            }
        }
        impl<'r, T: FromStr<Err: std::error::Error + Send + Sync + 'static>> sqlx::Decode<'r, $engine>
            for Word<T>
        {
            fn decode(value: $value) -> Result<Self, BoxDynError> {
                Ok(Self(<&str as sqlx::Decode<$engine>>::decode(value)?.parse()?))
            }
        }
    };
}
word_column!(Sqlite, sqlx::sqlite::SqliteTypeInfo, sqlx::sqlite::SqliteValueRef<'r>);
word_column!(Postgres, sqlx::postgres::PgTypeInfo, sqlx::postgres::PgValueRef<'r>);

/// The month of a month column.
pub(crate) fn month(index: i64) -> Result<Month> {
    i32::try_from(index)
        .ok()
        .and_then(Month::from_index)
        .ok_or_else(|| Error::Unreadable(format!("month {index}")))
}

/// A whole number that is never negative.
pub(crate) fn count(number: i64) -> Result<u32> {
    u32::try_from(number).map_err(|_| Error::Unreadable(format!("count {number}")))
}

/// A partial date of its two columns.
pub(crate) fn partial(date: Option<Day>, precision: Option<Word<Precision>>) -> Option<PartialDate> {
    Some(PartialDate { date: date?.to_jiff(), precision: precision?.0 })
}
