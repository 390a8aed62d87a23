//! Members: admission, probation, badges, exemption, transfer, removal, residence contact.

use crate::rules::{Hundredths, TermStart};

ruled! {
    Members in members {
        /// How old the certificate of the class on the Party may be at the cell's admission vote.
        class_certificate_months: u32 = "members.class_certificate_months" in Months;
        /// The least age of a candidate on the day of the vote, counted by month.
        candidate_age_from: u32 = "members.candidate_age_from" in Years;
        /// The greatest age of a candidate without the province's consent, counted by month.
        candidate_age_to: u32 = "members.candidate_age_to" in Years;
        /// The least schooling of a candidate.
        candidate_schooling: String = "members.candidate_schooling" in Choice;
        /// How many official members introduce a candidate.
        introducers: u32 = "members.introducers" in Members;
        /// How many official members introduce a candidate whom the youth union introduces as well.
        introducers_with_youth_union: u32 = "members.introducers_with_youth_union" in Members;
        /// How long an introducer has been with the candidate in the same base organisation.
        introducer_months: u32 = "members.introducer_months" in Months;
        /// Every how many months a cell reviews its list of outstanding persons.
        candidate_review_months: u32 = "members.candidate_review_months" in Months;
        /// Whether a cell assigns an official member to help an outstanding person.
        candidate_helper: bool = "members.candidate_helper" in YesNo;
        /// Whether a candidate writes the application before the CV.
        application_before_cv: bool = "members.application_before_cv" in YesNo;
        /// Whether the base committee seals the pages of a CV before it is checked.
        cv_sealed_before_check: bool = "members.cv_sealed_before_check" in YesNo;
        /// Whether the cell committee comments on a CV only after the results of its check.
        cv_checked_before_comment: bool = "members.cv_checked_before_comment" in YesNo;
        /// Whether a file holds opinions of the mass organisations and of the cell committee of residence.
        candidate_opinions: bool = "members.candidate_opinions" in YesNo;
        /// Whether a file of recognition holds the class's certificate, self-review, helper's comment and opinions.
        recognition_papers: bool = "members.recognition_papers" in YesNo;
        /// How many days before a due day people are reminded of it.
        reminder_days: Vec<u32> = "members.reminder_days" in Days;
        /// Within how many working days after the decision the admission ceremony is held.
        ceremony_working_days: u32 = "members.ceremony_working_days" in WorkingDays;
        /// From when the term for the ceremony runs.
        ceremony_counts_from: TermStart = "members.ceremony_counts_from" in Choice;
        /// Within how many working days after the ceremony the new member's CV is made.
        cv_working_days: u32 = "members.cv_working_days" in WorkingDays;
        /// How long probation lasts, from the ceremony.
        probation_months: u32 = "members.probation_months" in Months;
        /// Within how many working days after the twelfth month the recognition is handled.
        recognition_working_days: u32 = "members.recognition_working_days" in WorkingDays;
        /// From which date party age runs.
        party_age_from: String = "members.party_age_from" in Choice;
        /// The years of party age for which a badge is given.
        badge_years: Vec<u32> = "members.badge_years" in Years;
        /// How many months early a badge may be given for serious illness, up to the senior badges.
        badge_early_months: u32 = "members.badge_early_months" in Months;
        /// How many months early a senior badge may be given for serious illness.
        badge_early_senior_months: u32 = "members.badge_early_senior_months" in Months;
        /// The badge from which the longer early award holds.
        badge_senior_from_years: u32 = "members.badge_senior_from_years" in Years;
        /// How many months short of the years a badge may be given after death.
        badge_posthumous_months: u32 = "members.badge_posthumous_months" in Months;
        /// The days of the year on which badges are given.
        badge_days: Vec<String> = "members.badge_days" in DaysOfYear;
        /// The badges for which the gift is known, in the order of the gifts.
        badge_gift_years: Vec<u32> = "members.badge_gift_years" in Years;
        /// The gifts with these badges, in multiples of the base salary.
        badge_gifts: Vec<Hundredths> = "members.badge_gifts" in BaseSalaries;
        /// Below how many months of mobile work a member may be exempt from meetings.
        exemption_mobile_work_months_below: u32 = "members.exemption_mobile_work_months_below" in Months;
        /// Within how many working days of the decision or move an official transfer is made.
        transfer_working_days: u32 = "members.transfer_working_days" in WorkingDays;
        /// Within how many working days papers are presented at the new cell.
        reception_working_days: u32 = "members.reception_working_days" in WorkingDays;
        /// The shortest temporary transfer.
        temporary_from_months: u32 = "members.temporary_from_months" in Months;
        /// Below how many months a transfer for work is temporary.
        temporary_below_months: u32 = "members.temporary_below_months" in Months;
        /// The longest temporary transfer for study.
        temporary_study_months: u32 = "members.temporary_study_months" in Months;
        /// After how many months in a year without meetings, or without dues, and without good reason the cell considers removal.
        removal_months: u32 = "members.removal_months" in Months;
        /// Whether removal happens by itself.
        removal_is_automatic: bool = "members.removal_is_automatic" in YesNo;
        /// After how many months out of the Party one may be admitted again.
        readmission_months: u32 = "members.readmission_months" in Months;
        /// How often a year the residence committee is asked for its comment on a working member.
        residence_comments_per_year: u32 = "members.residence_comments_per_year" in Times;
        /// From how many months of full-time study on no yearly residence comment is asked.
        residence_study_months: u32 = "members.residence_study_months" in Months;
        /// How many types of papers a member's digitised file has.
        document_types: u32 = "members.document_types" in Count;
    }
}
