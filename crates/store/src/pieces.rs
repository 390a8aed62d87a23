//! Many rows are written, and many ids asked for, by statements of a few lengths only, so that an engine prepares each once.

use sqlx::{Database, Encode, QueryBuilder, Type};

/// The most rows one statement writes.
const MOST: usize = 256;

/// The rows in order, in pieces of 256 and then of smaller powers of two: a table's statements are nine at the most.
pub(crate) fn in_pieces<T>(mut rows: &[T]) -> impl Iterator<Item = &[T]> {
    std::iter::from_fn(move || {
        let length = MOST.min(1 << rows.len().checked_ilog2()?);
        let (piece, rest) = rows.split_at(length);
        rows = rest;
        Some(piece)
    })
}

/// Pushes the values of a list, `$1, $2, …`, the last of them again up to a power of two: a list asks whether something is in it, not how
/// often. Of no values, `null`: nothing is in it.
pub(crate) fn push_list<'v, DB, T>(query: &mut QueryBuilder<DB>, values: impl Iterator<Item = T>)
where
    DB: Database,
    T: Encode<'v, DB> + Type<DB> + Copy,
{
    let mut list = query.separated(", ");
    let (mut count, mut last) = (0_usize, None);
    for value in values {
        list.push_bind(value);
        (count, last) = (count + 1, Some(value));
    }
    let Some(last) = last else {
        list.push("null");
        return;
    };
    for _ in count..count.next_power_of_two() {
        list.push_bind(last);
    }
}

#[cfg(test)]
mod tests {
    use sqlx::Sqlite;

    use super::*;

    #[test]
    fn lists_are_few_lengths() {
        for (count, said) in
            [(0, "null"), (1, "?"), (2, "?, ?"), (3, "?, ?, ?, ?"), (5, "?, ?, ?, ?, ?, ?, ?, ?")]
        {
            let mut query = QueryBuilder::<Sqlite>::new("");
            push_list(&mut query, 0..count);
            assert_eq!(query.into_string(), said);
        }
    }

    #[test]
    fn pieces_are_few_lengths_and_leave_nothing_out() {
        let rows: Vec<_> = (0..1000).collect();
        for count in [0, 1, 2, 3, 255, 256, 257, 1000] {
            let pieces: Vec<_> = in_pieces(&rows[..count]).collect();
            assert_eq!(pieces.concat(), rows[..count]);
            assert!(pieces.iter().all(|piece| piece.len().is_power_of_two() && piece.len() <= MOST));
        }
        let lengths: Vec<_> = in_pieces(&rows[..300]).map(<[_]>::len).collect();
        assert_eq!(lengths, [256, 32, 8, 4]);
    }
}
