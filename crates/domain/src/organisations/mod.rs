//! Party organisations in their tree: the committee, the committee organisations below it, the cells, the sub-cells.

use jiff::civil::Date;
use serde::Serialize;

use crate::ids::OrganisationId;

pub mod history;
pub mod register;

text_enum! {
    /// The kind of a party organisation (208-QĐ/TW: three levels, commune level and what stands below it).
    OrganisationKind {
        /// Province or city committee organisation (đảng bộ tỉnh, thành phố).
        Province = "province",
        /// Commune, ward or special-zone committee organisation (đảng bộ xã, phường, đặc khu).
        Commune = "commune",
        /// A committee organisation below those (đảng bộ cơ sở, đảng bộ trực thuộc cơ sở).
        Committee = "committee",
        /// A cell (chi bộ).
        Cell = "cell",
        /// A sub-cell (tổ đảng).
        SubCell = "sub_cell",
    }
}

impl OrganisationKind {
    /// Whether members belong to it and meet in it.
    pub const fn meets(self) -> bool {
        matches!(self, Self::Cell)
    }

    /// Whether an organisation of this kind can stand directly above one of that.
    pub fn may_hold(self, below: Self) -> bool {
        match (self, below) {
            (Self::Committee, Self::Committee) => true,
            (Self::Cell, below) => below == Self::SubCell,
            (_, Self::SubCell) => false,
            (above, below) => above < below,
        }
    }
}

text_enum! {
    /// What a cell lives in; it decides its agenda hints and rubric (42-HD/BTCTW part 4).
    CellType {
        /// Village or urban residential group (thôn, tổ dân phố).
        Residential = "residential",
        /// Administrative agency (cơ quan).
        Agency = "agency",
        /// Public service unit: school, clinic (đơn vị sự nghiệp).
        PublicService = "public_service",
        /// State-owned enterprise (doanh nghiệp nhà nước).
        StateEnterprise = "state_enterprise",
        /// Private or foreign-invested enterprise (doanh nghiệp ngoài nhà nước).
        PrivateEnterprise = "private_enterprise",
        /// Pupils and students (học sinh, sinh viên).
        Students = "students",
        /// Armed forces (lực lượng vũ trang).
        ArmedForces = "armed_forces",
    }
}

/// A party organisation as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Organisation {
    /// Its id.
    pub id: OrganisationId,
    /// Its code, e.g. `38.168.053.000.001`; unique among those that exist.
    pub code: String,
    /// Its name as papers write it, e.g. `Chi bộ Tổ dân phố số 5`.
    pub name: String,
    /// Its kind.
    pub kind: OrganisationKind,
    /// What it lives in; cells only.
    pub cell_type: Option<CellType>,
    /// The organisation directly above.
    pub parent: Option<OrganisationId>,
    /// The first day it existed.
    pub from_on: Date,
    /// The first day it no longer existed.
    pub to_on: Option<Date>,
}

impl Organisation {
    /// Whether it existed on `date`.
    pub fn exists_on(&self, date: Date) -> bool {
        self.from_on <= date && self.to_on.is_none_or(|end| date < end)
    }
}

/// An organisation with the ids of all above it: what permission and scoping ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The organisation.
    pub organisation: OrganisationId,
    /// All above it, nearest first.
    pub above: Vec<OrganisationId>,
}

impl Place {
    /// Whether it is `other` or stands below it.
    pub fn is_within(&self, other: OrganisationId) -> bool {
        self.organisation == other || self.above.contains(&other)
    }

    /// The organisation directly above.
    pub fn parent(&self) -> Option<OrganisationId> {
        self.above.first().copied()
    }
}
