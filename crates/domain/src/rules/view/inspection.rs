//! Inspection, supervision and discipline by a cell.

ruled! {
    Inspection in inspection {
        /// The forms of discipline a cell decides itself; heavier ones it proposes.
        cell_decides_forms: Vec<String> = "inspection.cell_decides_forms" in Choice;
        /// From when a cell's decision on discipline holds.
        decision_holds_from: String = "inspection.decision_holds_from" in Choice;
        /// The forms of discipline for official members, from the lightest.
        official_member_forms: Vec<String> = "inspection.official_member_forms" in Choice;
        /// The forms of discipline for probationary members, from the lightest.
        probationary_member_forms: Vec<String> = "inspection.probationary_member_forms" in Choice;
        /// The forms of discipline for organisations, from the lightest.
        organisation_forms: Vec<String> = "inspection.organisation_forms" in Choice;
        /// Whether the member is heard before a decision on discipline.
        member_heard_first: bool = "inspection.member_heard_first" in YesNo;
        /// Within how many days of receiving a decision one may appeal.
        appeal_days: u32 = "inspection.appeal_days" in Days;
        /// Below what age of a child discipline of its parent is postponed.
        child_below_months: u32 = "inspection.child_below_months" in Months;
        /// Within how many days a state body's sanction is notified to the party body.
        sanction_notice_days: u32 = "inspection.sanction_notice_days" in Days;
        /// Above how many members a dispersed cell without a committee supervises by theme.
        thematic_supervision_above_members: u32 = "inspection.thematic_supervision_above_members" in Members;
        /// Within how many working days of signing its plan an inspection starts.
        start_working_days: u32 = "inspection.start_working_days" in WorkingDays;
        /// How many papers a dossier of inspection or of thematic supervision has.
        dossier_papers: u32 = "inspection.dossier_papers" in Count;
        /// How many members a cell inspects in a year, where the committee set a number.
        members_per_year: Option<u32> = "inspection.members_per_year" in Members;
    }
}
