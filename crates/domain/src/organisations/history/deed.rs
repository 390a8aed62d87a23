//! The deeds by which organisations begin, change and end.

use serde::{Deserialize, Serialize};

use super::{CellType, OrganisationKind};
use crate::ids::{MemberId, OrganisationId};

text_enum! {
    /// The kind of a deed that changes organisations.
    DeedKind {
        /// A new organisation is founded (thành lập).
        Found = "found",
        /// It gets another name, or another code (đổi tên).
        Rename = "rename",
        /// A cell comes to live in something else (chuyển loại hình).
        Retype = "retype",
        /// A cell is raised to a committee organisation (nâng cấp chi bộ lên đảng bộ).
        Upgrade = "upgrade",
        /// Cells become one (sáp nhập, hợp nhất).
        Merge = "merge",
        /// A new cell comes out of one (chia, tách).
        Split = "split",
        /// Organisations come to stand below another (chuyển trực thuộc).
        Move = "move",
        /// It is dissolved, or ends its activity (giải thể, kết thúc hoạt động).
        Dissolve = "dissolve",
    }
}

/// What a new organisation is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Its code.
    pub code: String,
    /// Its name as papers write it.
    pub name: String,
    /// What it lives in; cells only.
    pub cell_type: Option<CellType>,
}

/// A deed that changes organisations. Ids of new ones come in, so that the same deeds give the same organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Deed {
    /// Founds an organisation.
    Found {
        /// Its id.
        organisation: OrganisationId,
        /// Its kind.
        of_kind: OrganisationKind,
        /// What it is called.
        form: Form,
        /// What it stands directly below; nothing for the one above all.
        parent: Option<OrganisationId>,
    },
    /// Gives another name, and another code where one is named.
    Rename {
        /// Which.
        organisation: OrganisationId,
        /// The new name.
        name: String,
        /// The new code.
        code: Option<String>,
    },
    /// Says that a cell lives in something else.
    Retype {
        /// Which.
        cell: OrganisationId,
        /// What it lives in from now on.
        cell_type: CellType,
    },
    /// Founds a committee organisation in a cell's place and puts the cell below it; more cells are then split off.
    Upgrade {
        /// The cell.
        cell: OrganisationId,
        /// The committee organisation's id.
        committee: OrganisationId,
        /// What the committee organisation is called.
        form: Form,
    },
    /// Makes cells one: into one that exists and goes on, or into a new one.
    Merge {
        /// The cells that end.
        cells: Vec<OrganisationId>,
        /// The cell they become.
        into: OrganisationId,
        /// What it is called and stands below, where it is new.
        new: Option<(Form, OrganisationId)>,
    },
    /// Founds a cell with some of a cell's members.
    Split {
        /// The cell they come out of.
        cell: OrganisationId,
        /// The new cell's id.
        new: OrganisationId,
        /// What it is called.
        form: Form,
        /// Who goes.
        members: Vec<MemberId>,
    },
    /// Puts organisations, with all below them, below another.
    Move {
        /// Which.
        organisations: Vec<OrganisationId>,
        /// What they stand below from now on.
        parent: OrganisationId,
    },
    /// Ends an organisation. Members go to another cell, what stands below it goes below another.
    Dissolve {
        /// Which.
        organisation: OrganisationId,
        /// Where its members go, if it has any; or below what the organisations below it go.
        to: Option<OrganisationId>,
    },
}

impl Deed {
    /// Its kind.
    pub const fn kind(&self) -> DeedKind {
        match self {
            Self::Found { .. } => DeedKind::Found,
            Self::Rename { .. } => DeedKind::Rename,
            Self::Retype { .. } => DeedKind::Retype,
            Self::Upgrade { .. } => DeedKind::Upgrade,
            Self::Merge { .. } => DeedKind::Merge,
            Self::Split { .. } => DeedKind::Split,
            Self::Move { .. } => DeedKind::Move,
            Self::Dissolve { .. } => DeedKind::Dissolve,
        }
    }

    /// Every organisation it names: permission is asked at each that exists.
    pub fn names(&self) -> Vec<OrganisationId> {
        match self {
            Self::Found { organisation, parent, .. } => {
                parent.iter().copied().chain([*organisation]).collect()
            }
            Self::Rename { organisation, .. } => vec![*organisation],
            Self::Retype { cell, .. } => vec![*cell],
            Self::Upgrade { cell, committee, .. } => vec![*cell, *committee],
            Self::Merge { cells, into, new } => {
                cells.iter().chain([into]).chain(new.as_ref().map(|(_, parent)| parent)).copied().collect()
            }
            Self::Split { cell, new, .. } => vec![*cell, *new],
            Self::Move { organisations, parent } => organisations.iter().copied().chain([*parent]).collect(),
            Self::Dissolve { organisation, to } => to.iter().copied().chain([*organisation]).collect(),
        }
    }

    /// The cells whose members may move with it.
    pub fn cells_left(&self) -> Vec<OrganisationId> {
        match self {
            Self::Merge { cells, .. } => cells.clone(),
            Self::Split { cell, .. } => vec![*cell],
            Self::Dissolve { organisation, .. } => vec![*organisation],
            _ => Vec::new(),
        }
    }
}
