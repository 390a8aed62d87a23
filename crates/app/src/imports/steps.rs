//! How far the writing of a file has come.

/// Told how many of how many lines are written.
pub type Progress<'a> = &'a mut (dyn FnMut(usize, usize) + Send);

/// How far writing has come.
pub(super) struct Steps<'a> {
    written: usize,
    all: usize,
    progress: Progress<'a>,
}

impl<'a> Steps<'a> {
    /// Nothing of so many lines is written yet.
    pub(super) const fn of(all: usize, progress: Progress<'a>) -> Self {
        Self { written: 0, all, progress }
    }

    /// So many more lines are written.
    pub(super) fn done(&mut self, lines: usize) {
        self.written += lines;
        (self.progress)(self.written, self.all);
    }
}
