//! Secrets and personal data.

ruled! {
    Privacy in privacy {
        /// Whether papers marked secret may be kept only on an independent local network.
        secret_papers_need_independent_network: bool = "privacy.secret_papers_need_independent_network" in YesNo;
        /// Whether the program may call outside without being set up to.
        outside_calls_allowed: bool = "privacy.outside_calls_allowed" in YesNo;
        /// Whether each reading of a member's record is logged.
        member_reads_logged: bool = "privacy.member_reads_logged" in YesNo;
        /// The shortest run of digits masked in logs.
        masked_digits_from: u32 = "privacy.masked_digits_from" in Count;
        /// The longest run of digits masked in logs.
        masked_digits_to: u32 = "privacy.masked_digits_to" in Count;
        /// Within how many hours a breach of personal data is notified.
        breach_notice_hours: u32 = "privacy.breach_notice_hours" in Hours;
        /// Within how many days of starting the impact assessment is filed.
        impact_file_days: u32 = "privacy.impact_file_days" in Days;
        /// After how many months the file of somebody dropped from the list of outstanding persons is deleted.
        dropped_candidate_months: u32 = "privacy.dropped_candidate_months" in Months;
    }
}
