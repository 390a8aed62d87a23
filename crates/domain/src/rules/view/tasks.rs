//! Tasks of a resolution: what each must name, and when it is done.

ruled! {
    Tasks in tasks {
        /// Whether every task of a resolution names who does it.
        owner_required: bool = "tasks.owner_required" in YesNo;
        /// Whether every task of a resolution names its deadline.
        deadline_required: bool = "tasks.deadline_required" in YesNo;
        /// Whether every task of a resolution names the meeting at which it is reported.
        reporting_meeting_required: bool = "tasks.reporting_meeting_required" in YesNo;
        /// Whether the next meeting opens with the table of the tasks.
        table_opens_next_meeting: bool = "tasks.table_opens_next_meeting" in YesNo;
        /// The share of a task from which it counts as done.
        done_from_percent: u32 = "tasks.done_from_percent" in Percent;
        /// The day of the year from which members are asked what they can and would like to do.
        offer_asked_on: Vec<String> = "tasks.offer_asked_on" in DaysOfYear;
        /// For how many days from then on they are asked.
        offer_asked_days: u32 = "tasks.offer_asked_days" in Days;
    }
}
