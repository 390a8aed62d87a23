//! Cell meetings: how often, how long, how prepared, in what order.

use jiff::civil::Time;

use crate::{
    meetings::{ItemKind, MeetingKind},
    rules::{Ruled, Rules},
};

ruled! {
    Meetings in meetings {
        /// Routine meetings a cell holds in a month.
        routine_per_month: u32 = "meetings.routine_per_month" in Times;
        /// Meetings a cell committee holds in a month.
        committee_per_month: u32 = "meetings.committee_per_month" in Times;
        /// The fewest thematic meetings a cell holds in a calendar quarter.
        thematic_per_quarter: u32 = "meetings.thematic_per_quarter" in Times;
        /// Whether a thematic meeting stands in for the routine one.
        thematic_replaces_routine: bool = "meetings.thematic_replaces_routine" in YesNo;
        /// Whether a cell meeting may be held together with a meeting of another kind.
        merged_with_others: bool = "meetings.merged_with_others" in YesNo;
        /// The least length of a routine meeting.
        routine_minimum_minutes: u32 = "meetings.routine_minimum_minutes" in Minutes;
        /// The least length of a sitting that holds a routine and a thematic part.
        combined_minimum_minutes: u32 = "meetings.combined_minimum_minutes" in Minutes;
        /// From how many members on the length for large cells holds, where the committee set one.
        large_cell_members: u32 = "meetings.large_cell_members" in Members;
        /// The least length of a routine meeting of a large cell, where the committee set one.
        large_cell_minimum_minutes: Option<u32> = "meetings.large_cell_minimum_minutes" in Minutes;
        /// Below how many members the length for small cells holds, where the committee set one.
        small_cell_members: Option<u32> = "meetings.small_cell_members" in Members;
        /// The least length of a routine meeting of a small cell, where the committee set one.
        small_cell_minimum_minutes: Option<u32> = "meetings.small_cell_minimum_minutes" in Minutes;
        /// How many days of 24 hours before the start the papers are to be posted.
        papers_days_before: Option<u32> = "meetings.papers_days_before" in Days;
        /// How many days of 24 hours before a thematic meeting its approved draft is to be sent.
        thematic_draft_days_before: Option<u32> = "meetings.thematic_draft_days_before" in Days;
        /// Within how many days of 24 hours after the closing the finished papers are to be posted and reported.
        report_days_after: Option<u32> = "meetings.report_days_after" in Days;
        /// Whether the cell committee, or secretary and deputy, meet before each meeting of the cell.
        committee_meets_before: bool = "meetings.committee_meets_before" in YesNo;
        /// Whether time, place and content are also notified to the superior committee's member who follows the cell.
        notify_overseer: bool = "meetings.notify_overseer" in YesNo;
        /// Whether a meeting needs a chair to be opened.
        chair_required: bool = "meetings.chair_required" in YesNo;
        /// Whether a meeting needs a minute-taker to be opened.
        minute_taker_required: bool = "meetings.minute_taker_required" in YesNo;
        /// Whether a meeting needs a complete roll call to be closed.
        roll_call_required: bool = "meetings.roll_call_required" in YesNo;
        /// Whether the state of dues is reported at the opening.
        dues_stated_at_opening: bool = "meetings.dues_stated_at_opening" in YesNo;
        /// The kinds of agenda items that a routine meeting goes through.
        routine_steps: Vec<ItemKind> = "meetings.routine_steps" in Choice;
        /// The kinds of agenda items that a thematic meeting goes through.
        thematic_steps: Vec<ItemKind> = "meetings.thematic_steps" in Choice;
        /// The least planned for the study topic.
        study_minutes_from: u32 = "meetings.study_minutes_from" in Minutes;
        /// The most planned for the study topic.
        study_minutes_to: u32 = "meetings.study_minutes_to" in Minutes;
        /// The least time for judging members' ideology and for criticism.
        criticism_minutes_from: u32 = "meetings.criticism_minutes_from" in Minutes;
        /// The upper end of the time named for judging members' ideology and for criticism.
        criticism_minutes_to: u32 = "meetings.criticism_minutes_to" in Minutes;
        /// Whether the superior committee must agree to date and place before the notice goes out.
        superior_approves_date: bool = "meetings.superior_approves_date" in YesNo;
        /// The hours offered for meetings on the evening of a working day.
        evening_slots: Vec<Time> = "meetings.evening_slots" in TimesOfDay;
        /// The hours offered for meetings on a day off.
        day_off_slots: Vec<Time> = "meetings.day_off_slots" in TimesOfDay;
        /// From how many members on a cell with sub-cells may meet by sub-cell in place of the whole.
        sub_cell_from_members: u32 = "meetings.sub_cell_from_members" in Members;
        /// How many times a year meetings by sub-cell may replace those of the whole cell.
        sub_cell_per_year: u32 = "meetings.sub_cell_per_year" in Times;
    }
}

impl Rules {
    /// The least length of a sitting: the combined one, else that of large or small cells where the committee set one,
    /// else the routine one. `members` is the cell's membership count (đảng số). 42-HD/BTCTW; statement 4.
    pub fn minimum_length_minutes(&self, combined: bool, members: u32) -> Ruled<u32> {
        let plain = if combined { self.combined_minimum_minutes() } else { self.routine_minimum_minutes() };
        let small = self.small_cell_members().value.is_some_and(|below| members < below);
        if !combined
            && small
            && let Some(set) = self.small_cell_minimum_minutes().set()
        {
            return set;
        }
        let large = members >= self.large_cell_members().value;
        match self.large_cell_minimum_minutes().set().filter(|_| large) {
            Some(set) if set.value > plain.value => set,
            _ => plain,
        }
    }

    /// The kinds of agenda items a meeting goes through; both lists for a combined sitting. 42-HD/BTCTW II.2.2.
    pub fn steps(&self, kind: MeetingKind) -> Ruled<Vec<ItemKind>> {
        match kind {
            MeetingKind::Thematic => self.thematic_steps(),
            MeetingKind::Combined => {
                let theme = self.thematic_steps().value;
                self.routine_steps().map(|mut steps| {
                    let added: Vec<_> = theme.into_iter().filter(|step| !steps.contains(step)).collect();
                    steps.extend(added);
                    steps
                })
            }
            _ => self.routine_steps(),
        }
    }
}
