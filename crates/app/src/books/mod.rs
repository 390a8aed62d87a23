//! The books of a cell: minutes by month, papers issued by type and year, terms. Read for the cell itself and for the
//! committees above it (a committee inspects by reading the minutes book).

mod home;
mod issued;
mod minutes;

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::OrganisationId,
    organisations::Organisation,
    rules::Rules,
};
use nennep_store::{Tx, organisations};

pub use home::{Shelf, shelf};
pub(crate) use issued::issued_line;
pub use issued::{Asked, IssuedLine, PaperKind, Register, papers, terms};
pub use minutes::{MinutesLine, minutes};
pub use nennep_store::{issues::Term, minutes::BookLine};

use crate::{
    Ctx,
    error::{Error, Result},
    rules,
};

/// How many lines a leaf of a book has.
pub const LEAF: u32 = 36;

/// One leaf of a book of a cell.
#[derive(Debug, Clone)]
pub struct Book<T> {
    /// The cell.
    pub cell: Organisation,
    /// The rules of today, by which numbers are written.
    pub rules: Rules,
    /// Whether the reader takes numbers for its papers.
    pub issues: bool,
    /// Whether the reader begins its terms.
    pub keeps_terms: bool,
    /// The lines.
    pub lines: Vec<T>,
    /// Whether there are more after them.
    pub more: bool,
}

/// A book without its lines, for those who may read the cell's meetings.
async fn open<T>(ctx: &Ctx, tx: &mut Tx, cell: OrganisationId) -> Result<Book<T>> {
    let place = organisations::place(tx, cell).await?.ok_or(Error::NotFound)?;
    let resource = Resource::at(&place);
    ctx.must(Action::ReadMeeting, &resource, Action::SeeMeetings)?;
    let organisation = organisations::find(tx, cell).await?.filter(|found| found.kind.meets());
    Ok(Book {
        cell: organisation.ok_or(Error::NotFound)?,
        rules: rules::for_place(ctx, tx, &place, ctx.now().date()).await?,
        issues: ctx.may(Action::IssuePapers, &resource),
        keeps_terms: ctx.may(Action::KeepOffices, &resource),
        lines: Vec::new(),
        more: false,
    })
}

impl<T> Book<T> {
    /// The book with a leaf of lines, asked for with one more than it holds.
    fn with(mut self, mut lines: Vec<T>) -> Self {
        let most = usize::try_from(LEAF).unwrap_or(usize::MAX);
        self.more = lines.len() > most;
        lines.truncate(most);
        self.lines = lines;
        self
    }
}
