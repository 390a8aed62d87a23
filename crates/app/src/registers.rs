//! The registers of a cell, for any day: its members, introductions, those who left and those who died.

mod introductions;
mod loans;

use jiff::civil::Date;
use nennep_documents::registers::{
    Gone, IntroductionRegister, LoanRegister, MemberLine, MemberRegister, Register, gone_register,
    introduction_register, loan_register, member_register, register_pdf, register_xlsx,
};
use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::{MemberId, OrganisationId},
    members::{Leaving, Standing, life::LifeDeed},
    organisations::{Organisation, OrganisationKind},
    papers::letterhead::short_date,
    problems::Sentence,
};
use nennep_store::{Tx, deeds, members, organisations};

use crate::{
    Ctx, boxed,
    error::{Error, Result},
    events::{self, Event},
};

/// In which form a register is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// PDF/A, to be printed.
    Pdf,
    /// A spreadsheet.
    Xlsx,
}

impl Format {
    /// The ending of a file's name.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }

    /// The media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        }
    }
}

impl std::str::FromStr for Format {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        match text {
            "pdf" => Ok(Self::Pdf),
            "xlsx" => Ok(Self::Xlsx),
            _ => Err(Error::invalid("format", Sentence::new("registers-format"))),
        }
    }
}

/// A register, written.
#[derive(Debug, Clone)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// A name for it in plain letters.
    pub file_name: String,
    /// Its form.
    pub format: Format,
}

/// A register of a cell's people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Mẫu 7-HSĐV: whoever belonged to the cell, those who moved, died or left too.
    Members,
    /// Mẫu 10-SHĐ: introductions, in and out, official and temporary.
    Introductions,
    /// Who left the Party.
    Left,
    /// Who died.
    Deceased,
    /// Members' files that were lent out.
    Loans,
}

impl Kind {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Members, Self::Introductions, Self::Left, Self::Deceased, Self::Loans];

    /// Its word in addresses, commands and file names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Members => "7-hsdv",
            Self::Introductions => "10-shd",
            Self::Left => "left",
            Self::Deceased => "deceased",
            Self::Loans => "file-loans",
        }
    }
}

impl std::str::FromStr for Kind {
    type Err = Error;
    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text).ok_or(Error::NotFound)
    }
}

/// A register of a cell's people up to a day. For those who open the cell's files; it is noted who wrote it out.
#[boxed]
pub async fn of_cell(
    ctx: &Ctx,
    cell: OrganisationId,
    kind: Kind,
    on: Option<Date>,
    format: Format,
) -> Result<Written> {
    let mut tx = ctx.store.write().await?;
    let place = organisations::place(&mut tx, cell).await?.ok_or(Error::NotFound)?;
    ctx.must(Action::SeeMemberFile, &Resource::at(&place), Action::SeeOrganisations)?;
    let today = ctx.now().date();
    let on = on.unwrap_or(today);
    if on > today {
        return Err(Error::invalid("on", Sentence::new("registers-to-come")));
    }
    let lineage = organisations::lineage(&mut tx, cell, on).await?;
    let here = lineage.first().ok_or(Error::NotFound)?;
    if here.kind != OrganisationKind::Cell {
        return Err(Error::invalid("cell", Sentence::new("members-not-a-cell")));
    }
    let name = |one: Option<&Organisation>| one.map_or_else(String::new, |one| one.name.clone());
    let (superior, named) = (name(lineage.get(1)), name(Some(here)));
    let register = if kind == Kind::Introductions {
        let lines = introductions::lines(&mut tx, cell, on).await?;
        introduction_register(&IntroductionRegister { superior, cell: named, on, lines })
    } else if kind == Kind::Loans {
        let lines = loans::lines(&mut tx, cell, on).await?;
        loan_register(&LoanRegister { superior, cell: named, on, lines })
    } else {
        let lines = lines(&mut tx, cell, on).await?;
        let register = MemberRegister { superior, cell: named, on, lines };
        match kind {
            Kind::Left => gone_register(&register, Gone::Left),
            Kind::Deceased => gone_register(&register, Gone::Deceased),
            Kind::Members | Kind::Introductions | Kind::Loans => member_register(&register),
        }
    };
    let event = Event::new("register.written").at(cell).to(cell.0).with("lines", register.rows.len());
    events::record(&mut tx, ctx, event.with("register", kind.as_str())).await?;
    tx.commit().await?;
    let day = short_date(on).replace('/', "-");
    let file_name = format!("{}-{}-{day}.{}", kind.as_str(), here.code, format.ending());
    let at = ctx.now();
    let write = move || written(&register, format, at);
    let bytes = tokio::task::spawn_blocking(write).await.map_err(Error::fault)??;
    Ok(Written { bytes, file_name, format })
}

/// A register in one of its forms.
pub(crate) fn written(
    register: &Register,
    format: Format,
    at: nennep_domain::time::Instant,
) -> Result<Vec<u8>> {
    match format {
        Format::Pdf => Ok(register_pdf(register, at).map_err(Error::fault)?.bytes),
        Format::Xlsx => register_xlsx(register, at).map_err(Error::fault),
    }
}

async fn lines(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<MemberLine>> {
    let ever = members::ever_in(tx, cell, on).await?;
    let standings = members::standings_of_many(tx, &ever).await?;
    let profiles = members::find_many(tx, &ever).await?;
    let mut others: Vec<OrganisationId> = standings.iter().map(|one| one.cell).collect();
    others.sort_unstable();
    others.dedup();
    let cells = organisations::find_many(tx, &others).await?;
    let outside = deeds::with_members(tx, cell, &["depart", "receive"]).await?;
    let known = Known { cell, on, cells: &cells, standings: &standings, outside: &outside };
    let line = |id: &MemberId| {
        let profile = profiles.iter().find(|one| one.id == *id)?.profile.clone();
        Some(known.line(*id, profile))
    };
    Ok(ever.iter().filter_map(line).collect())
}

/// What the lines are read from.
struct Known<'a> {
    cell: OrganisationId,
    on: Date,
    cells: &'a [Organisation],
    standings: &'a [Standing],
    outside: &'a [(MemberId, Date, serde_json::Value)],
}

impl Known<'_> {
    fn line(&self, id: MemberId, profile: nennep_domain::members::Profile) -> MemberLine {
        let belonging = |one: &&Standing| one.member == id && one.state.belongs() && one.from_on <= self.on;
        let all: Vec<&Standing> = self.standings.iter().filter(belonging).collect();
        let here: Vec<&Standing> = all.iter().copied().filter(|one| one.cell == self.cell).collect();
        let stands = here.iter().find(|one| one.holds_on(self.on)).map(|one| (one.grade, one.state));
        let came = here.first().and_then(|first| {
            let before = all.iter().find(|one| one.cell != self.cell && one.to_on == Some(first.from_on));
            let from = before.map(|one| self.name(one.cell)).or_else(|| self.place(id, first.from_on))?;
            Some((first.from_on, from))
        });
        let last = here.last().filter(|_| stands.is_none());
        let left = last.and_then(|last| {
            let (on, how) = (last.to_on?, last.left?);
            let next = all.iter().find(|one| one.cell != self.cell && one.from_on == on);
            let to = next.map(|one| self.name(one.cell)).or_else(|| self.place(id, on));
            let to = to.filter(|_| how == Leaving::Transferred).unwrap_or_default();
            Some((on, how, to))
        });
        MemberLine { profile, stands, came, left }
    }

    fn name(&self, cell: OrganisationId) -> String {
        self.cells.iter().find(|one| one.id == cell).map_or_else(String::new, |one| one.name.clone())
    }

    /// Where a member went or came from that day, if that was outside.
    fn place(&self, id: MemberId, on: Date) -> Option<String> {
        let of_day = self.outside.iter().find(|(member, day, _)| *member == id && *day == on)?;
        match serde_json::from_value(of_day.2.clone()).ok()? {
            LifeDeed::Depart { to } => Some(to),
            LifeDeed::Receive { from, .. } => Some(from),
            _ => None,
        }
    }
}
