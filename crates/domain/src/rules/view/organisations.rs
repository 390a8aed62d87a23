//! Organisations: sizes, committees, terms, codes.

ruled! {
    Organisations in organisations {
        /// The fewest official members of a cell; below it the cell cannot meet to decide.
        cell_minimum_official: u32 = "organisations.cell_minimum_official" in Members;
        /// From how many members on a base organisation is to be a committee organisation instead of a cell.
        base_committee_from_members: u32 = "organisations.base_committee_from_members" in Members;
        /// From how many official members on a cell elects a cell committee.
        committee_from_official: u32 = "organisations.committee_from_official" in Members;
        /// The most members of a cell committee.
        committee_maximum: u32 = "organisations.committee_maximum" in Members;
        /// How many secretaries a cell has.
        secretaries: u32 = "organisations.secretaries" in Members;
        /// The most deputy secretaries of a cell.
        deputies_maximum: u32 = "organisations.deputies_maximum" in Members;
        /// After how many failed rounds the superior appoints the secretary.
        secretary_election_rounds: u32 = "organisations.secretary_election_rounds" in Count;
        /// The term of a cell.
        cell_term_months: u32 = "organisations.cell_term_months" in Months;
        /// The term of a base organisation.
        base_term_months: u32 = "organisations.base_term_months" in Months;
        /// By how many months a congress may come earlier or later, with consent.
        term_tolerance_months: u32 = "organisations.term_tolerance_months" in Months;
        /// How many working days before its opening a congress is announced.
        congress_notice_working_days: u32 = "organisations.congress_notice_working_days" in WorkingDays;
        /// From how many members on an organisation holds a congress of delegates.
        delegate_congress_from_members: u32 = "organisations.delegate_congress_from_members" in Members;
        /// How many digits each part of an organisation's code has.
        code_digits: Option<Vec<u32>> = "organisations.code_digits" in Count;
        /// How many levels the Party has.
        levels: u32 = "organisations.levels" in Count;
        /// Below how many members a base cell may have sub-cells in place of cells.
        sub_cells_below_members: u32 = "organisations.sub_cells_below_members" in Members;
    }
}
