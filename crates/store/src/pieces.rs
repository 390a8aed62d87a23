//! Many rows are written by statements of a few lengths only, so that an engine prepares each once.

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

#[cfg(test)]
mod tests {
    use super::*;

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
