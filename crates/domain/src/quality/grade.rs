//! Grades of a meeting and of a year, and who decides them.

use crate::rules::value::from_word;

text_enum! {
    /// The grade of a meeting, best first (42-HD/BTCTW).
    Grade {
        /// Good (Tốt).
        Good = "good",
        /// Fair (Khá).
        Fair = "fair",
        /// Average (Trung bình).
        Average = "average",
        /// Poor (Kém).
        Poor = "poor",
    }
}

impl Grade {
    /// Whether it is this grade or a better one.
    pub fn reaches(self, least: Self) -> bool {
        self <= least
    }
}

text_enum! {
    /// Who decides the grade.
    Decider {
        /// The direct superior committee (cấp ủy cấp trên trực tiếp).
        DirectSuperior = "direct_superior",
        /// The committee of the commune, ward or special zone (đảng ủy xã, phường, đặc khu).
        Commune = "commune",
    }
}

from_word!(Grade, Decider);
