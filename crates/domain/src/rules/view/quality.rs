//! Quality of a meeting: attendance, the national frame, grades, the year. The point tables themselves are in rules/rubrics.

use crate::{
    quality::{Decider, Grade},
    rules::{Bound, BoundarySide, Hundredths},
};

ruled! {
    Quality in quality {
        /// The share of members present that counts as good attendance.
        attendance_good: Bound = "quality.attendance_good" in PercentBound;
        /// Whether members absent with reason stay in the attendance base.
        attendance_counts_excused: bool = "quality.attendance_counts_excused" in YesNo;
        /// Whether exempt members who do not come stay in the attendance base.
        attendance_counts_exempt: bool = "quality.attendance_counts_exempt" in YesNo;
        /// Whether members of the armed forces on special duty stay in the attendance base.
        attendance_counts_special_duty: bool = "quality.attendance_counts_special_duty" in YesNo;
        /// Whether one absence without reason drops attendance to the lowest band.
        unexcused_drops_attendance: bool = "quality.unexcused_drops_attendance" in YesNo;
        /// How many absences with reason in a row within a year are still within bounds.
        excused_running_limit: u32 = "quality.excused_running_limit" in Times;
        /// What the national frame adds up to.
        frame_maximum_points: Option<Hundredths> = "quality.frame_maximum_points" in Points;
        /// What each of the seven blocks of the national frame is worth.
        frame_block_points: Option<Vec<u32>> = "quality.frame_block_points" in Points;
        /// The points from which the national frame grades a meeting Good.
        good_from_points: Option<Hundredths> = "quality.good_from_points" in Points;
        /// The points from which the national frame grades a meeting Fair.
        fair_from_points: Option<Hundredths> = "quality.fair_from_points" in Points;
        /// The points from which the national frame grades a meeting Average.
        average_from_points: Option<Hundredths> = "quality.average_from_points" in Points;
        /// Whether items that do not apply to a month are taken out of the base, so that 100 can still be reached.
        rebase_inapplicable_items: bool = "quality.rebase_inapplicable_items" in YesNo;
        /// On which side a share falls that stands exactly on a boundary the rubric leaves open.
        speaking_boundary_side: BoundarySide = "quality.speaking_boundary_side" in Choice;
        /// The grade that every routine meeting of the year must reach for a year graded Good.
        year_good_every: Grade = "quality.year_good_every" in Choice;
        /// How many routine meetings graded Good a year graded Good needs.
        year_good_meetings: u32 = "quality.year_good_meetings" in Meetings;
        /// The grade that every routine meeting of the year must reach for a year graded Fair.
        year_fair_every: Grade = "quality.year_fair_every" in Choice;
        /// The code of the rubric by which meetings are scored.
        rubric: Option<String> = "quality.rubric" in Text;
        /// Whether an attending member of the superior committee confirms the score before it is decided.
        overseer_confirms: bool = "quality.overseer_confirms" in YesNo;
        /// Who decides the grade.
        deciding_body: Decider = "quality.deciding_body" in Choice;
    }
}
