//! Dues: rates, regional minimum wages, shares sent up. Before 1 February 2026 by 342-QĐ/TW.

use crate::rules::{Hundredths, Ruled, Rules, TemporarySide, WageZone};

ruled! {
    Dues in dues {
        /// The share of insured pay of the previous month a member in compulsory social insurance pays.
        insured_percent: Hundredths = "dues.insured_percent" in Percent;
        /// The share of a sick or maternity benefit.
        benefit_percent: Hundredths = "dues.benefit_percent" in Percent;
        /// The share of a pension.
        pensioner_percent: Hundredths = "dues.pensioner_percent" in Percent;
        /// The share of the regional minimum wage a member without insurance under retirement age pays.
        uninsured_percent: Option<Hundredths> = "dues.uninsured_percent" in Percent;
        /// The share of the regional minimum wage a member without insurance or pension at retirement age pays.
        uninsured_retired_percent: Option<Hundredths> = "dues.uninsured_retired_percent" in Percent;
        /// The least monthly dues of a member without insurance where they are an amount.
        uninsured_dong_from: Option<u32> = "dues.uninsured_dong_from" in Dong;
        /// The greatest monthly dues of a member without insurance where they are an amount.
        uninsured_dong_to: Option<u32> = "dues.uninsured_dong_to" in Dong;
        /// The monthly dues of a pupil or student.
        student_dong: u32 = "dues.student_dong" in Dong;
        /// The monthly minimum wage of zone I.
        minimum_wage_zone_one: u32 = "dues.minimum_wage_zone_one" in Dong;
        /// The monthly minimum wage of zone II.
        minimum_wage_zone_two: u32 = "dues.minimum_wage_zone_two" in Dong;
        /// The monthly minimum wage of zone III.
        minimum_wage_zone_three: u32 = "dues.minimum_wage_zone_three" in Dong;
        /// The monthly minimum wage of zone IV.
        minimum_wage_zone_four: u32 = "dues.minimum_wage_zone_four" in Dong;
        /// The zone of the minimum wage in which the cell meets, once its committee has set it.
        wage_zone: Option<WageZone> = "dues.wage_zone" in Choice;
        /// From how many years of party age on a member is exempt from dues.
        exempt_party_years: Option<u32> = "dues.exempt_party_years" in Years;
        /// The share of its dues a cell under a base committee sends up.
        share_sent_up_percent: Hundredths = "dues.share_sent_up_percent" in Percent;
        /// The share of its dues a cell under a base committee keeps.
        share_kept_percent: Hundredths = "dues.share_kept_percent" in Percent;
        /// Whether suspended members pay dues.
        suspended_members_pay: bool = "dues.suspended_members_pay" in YesNo;
        /// Whether members exempt from meetings pay dues.
        exempt_members_pay: bool = "dues.exempt_members_pay" in YesNo;
        /// Where a member on temporary transfer pays.
        temporary_members_pay_at: TemporarySide = "dues.temporary_members_pay_at" in Choice;
        /// From how many unpaid months of a year the cell is reminded.
        warn_months: u32 = "dues.warn_months" in Months;
        /// After how many unpaid months of a year the cell considers removal.
        unpaid_months: u32 = "dues.unpaid_months" in Months;
    }
}

impl Rules {
    /// The monthly minimum wage of a zone, in đồng.
    pub fn minimum_wage(&self, zone: WageZone) -> Ruled<u32> {
        match zone {
            WageZone::One => self.minimum_wage_zone_one(),
            WageZone::Two => self.minimum_wage_zone_two(),
            WageZone::Three => self.minimum_wage_zone_three(),
            WageZone::Four => self.minimum_wage_zone_four(),
        }
    }
}
