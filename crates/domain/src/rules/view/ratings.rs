//! Yearly review and classification of organisations and members.

use crate::rules::{CeilingBase, Hundredths};

ruled! {
    Ratings in ratings {
        /// The points from which the year is rated excellent.
        excellent_from_points: Option<Hundredths> = "ratings.excellent_from_points" in Points;
        /// The points from which the year is rated good.
        rated_good_from_points: Option<Hundredths> = "ratings.good_from_points" in Points;
        /// The points from which tasks are rated as fulfilled.
        completed_from_points: Option<Hundredths> = "ratings.completed_from_points" in Points;
        /// The share of tasks above requirement an excellent year needs.
        excellent_tasks_above_percent: Option<Hundredths> = "ratings.excellent_tasks_above_percent" in Percent;
        /// The share of tasks that must be done for any rating above "not fulfilled".
        tasks_done_percent: Hundredths = "ratings.tasks_done_percent" in Percent;
        /// The greatest share of late tasks with which tasks are rated as fulfilled.
        completed_late_percent: Option<Hundredths> = "ratings.completed_late_percent" in Percent;
        /// The greatest share of members rated excellent.
        excellent_ceiling_percent: Hundredths = "ratings.excellent_ceiling_percent" in Percent;
        /// Of whom that share is taken.
        excellent_ceiling_base: CeilingBase = "ratings.excellent_ceiling_base" in Choice;
        /// Whether exempt members are rated.
        exempt_members_rated: bool = "ratings.exempt_members_rated" in YesNo;
        /// How many points common criteria make up where the score is split.
        common_criteria_points: Hundredths = "ratings.common_criteria_points" in Points;
        /// How many points task results make up where the score is split.
        task_result_points: Hundredths = "ratings.task_result_points" in Points;
        /// The least length of a review conference.
        review_days: u32 = "ratings.review_days" in Days;
        /// The least length of the review of a provincial standing committee.
        province_review_days: u32 = "ratings.province_review_days" in Days;
        /// The periods after which reviews are held.
        review_periods: Vec<String> = "ratings.review_periods" in Choice;
    }
}
