//! The places of the program: at most seven of them open to one reader, on the rail of a desk, the first four in the bar of a phone.

use crate::{components::Icon, words::Words};

/// A place a reader can go to from anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What is next and what is mine to do (Hôm nay).
    Today,
    /// Meetings (Sinh hoạt).
    Meetings,
    /// Tasks (Việc).
    Tasks,
    /// Books: minutes, resolutions, registers (Sổ sách).
    Books,
    /// Organisations (Tổ chức).
    Organisations,
    /// The committee's months (Theo tháng).
    Months,
    /// Members (Đảng viên).
    Members,
    /// Accounts, rules, import and all that is set up (Thiết lập).
    Setup,
}

impl Place {
    /// Every place, in the order of the rail.
    pub const ALL: [Self; 8] = [
        Self::Today,
        Self::Months,
        Self::Meetings,
        Self::Tasks,
        Self::Books,
        Self::Organisations,
        Self::Members,
        Self::Setup,
    ];

    /// Where it is.
    pub const fn path(self) -> &'static str {
        match self {
            Self::Today => "/",
            Self::Meetings => "/meetings",
            Self::Tasks => "/tasks",
            Self::Books => "/books",
            Self::Organisations => "/organisations",
            Self::Months => "/months",
            Self::Members => "/members",
            Self::Setup => "/setup",
        }
    }

    /// Its sign.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Today => Icon("sun-low"),
            Self::Meetings => Icon("calendar-event"),
            Self::Tasks => Icon("checklist"),
            Self::Books => Icon("book-2"),
            Self::Organisations => Icon("sitemap"),
            Self::Months => Icon("calendar-stats"),
            Self::Members => Icon("users"),
            Self::Setup => Icon("settings"),
        }
    }

    /// Its name.
    pub fn name(self, w: &Words) -> String {
        match self {
            Self::Today => w.t("place-today"),
            Self::Meetings => w.t("place-meetings"),
            Self::Tasks => w.t("place-tasks"),
            Self::Books => w.t("place-books"),
            Self::Organisations => w.t("place-organisations"),
            Self::Months => w.t("place-months"),
            Self::Members => w.t("place-members"),
            Self::Setup => w.t("place-setup"),
        }
    }

    /// Whether it stands in the bar of a phone; the others are under "Thêm".
    pub const fn is_in_bar(self) -> bool {
        matches!(self, Self::Today | Self::Meetings | Self::Tasks | Self::Books)
    }
}
