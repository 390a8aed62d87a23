# Signs: what wants attention, from the register and its terms. People decide; the program only reminds.

signs-too-few-official = { $official } official members are left, at least { $least } are needed; the cell cannot meet to decide. Please ask the superior committee to introduce members or to join the cell with another.
signs-consider-committee = There are { $members } members. From { $from } on, founding a base committee organisation is considered.
signs-committee-expected = There are { $official } official members and no cell committee. From { $from } on, the cell elects one.
signs-committee-not-expected = { $official } official members are left, and there is a cell committee. Below { $from } a cell elects a secretary only, with a deputy if needed; please consider it at the congress.
signs-committee-too-large = The cell committee has { $seats } members, { $most } at most are allowed. Please check the list of the committee.
signs-no-secretary = There is no secretary. Please elect one, or ask the superior committee to appoint one, then record the office.
signs-too-many-secretaries = { $held } secretaries are recorded; a cell has { $most }. Please record when the former one left office.
signs-too-many-deputies = { $held } deputy secretaries are recorded, { $most } at most. Please record when the former one left office.
signs-outside-committee = Secretary or deputy, and not in the cell committee. Please check the list of the committee.

signs-congress-due = The term ends on { $end }. With consent the congress may come as early as { $first } and as late as { $last }. Please prepare it.
signs-congress-late = The term ended on { $end }; { $last }, the latest day with consent, has passed. Please report to the superior committee and hold the congress.
signs-certificate-ends = The certificate of the class issued on { $issued } is good until { $ends }. The cell votes by then, or the class is attended again.
signs-ceremony-due = Admission was decided on { $decided }. The ceremony is held within { $days } working days, by { $due }.
signs-ceremony-late = Admission was decided on { $decided } and the ceremony not held; the { $days } working days were over on { $due }. Please hold it soon and report why.
signs-recognition-due = The probation ends on { $over }. The cell considers recognition from that day on, by { $due }.
signs-recognition-late = The probation ended on { $over } and recognition is not decided; { $due } has passed. Please decide soon; the official day stays { $over }.
signs-badge-due = { $years } years of party age are full on { $full }. Please propose the badge for { $day }.
signs-transfer-late = The transfer was decided on { $decided } and is not made after { $days } working days. Please ask the receiving cell, or withdraw the transfer.
signs-reception-late = Introduced on { $introduced } and not received after { $days } working days. Please remind the member of the papers and record the reception.
signs-temporary-over = On a temporary transfer since { $since }, past { $due }. Please record the coming back, or make it an official transfer.
signs-exemption-over = Exempt from meetings up to { $until }. Please record the return to meetings, or let the cell extend the exemption.
signs-file-overdue = The file was lent to { $borrower } on { $since }, due { $due }, and is not back. Please remind them and record its coming back.
signs-dues-behind = { $unpaid } months of { $year } without dues and without good reason. The cell asks, reminds the member, or notes the reason.
signs-removal-absent = { $absent } months of { $year } without meetings and without good reason. The cell talks with the member and considers; removal is never automatic.
signs-removal-unpaid = { $unpaid } months of { $year } without dues and without good reason. The cell talks with the member and considers; removal is never automatic.
signs-removal-absent-and-unpaid = { $absent } months of { $year } without meetings and { $unpaid } without dues, without good reason. The cell talks with the member and considers; removal is never automatic.

# The names of signs
signs-kind-too_few_official = Too few official members
signs-kind-consider_committee = Consider a committee organisation
signs-kind-committee_expected = No cell committee
signs-kind-committee_not_expected = A committee in a small cell
signs-kind-committee_too_large = Cell committee too large
signs-kind-no_secretary = No secretary
signs-kind-too_many_secretaries = More than one secretary
signs-kind-too_many_deputies = Too many deputy secretaries
signs-kind-outside_committee = Officer outside the cell committee
signs-kind-sub_cells_do_not_count = Meetings by sub-cells do not count
signs-kind-congress_due = Congress due
signs-kind-certificate_old = Certificate too old
signs-kind-certificate_ends = Certificate soon too old
signs-kind-introducer_unfit = Introducer not fit
signs-kind-candidate_age = Age of a candidate
signs-kind-ceremony_due = Admission ceremony
signs-kind-recognition_due = Recognition
signs-kind-badge_due = Party badge
signs-kind-transfer_late = Transfer late
signs-kind-reception_late = Reception late
signs-kind-temporary_over = Temporary transfer over
signs-kind-dues_behind = Behind with dues
signs-kind-removal_to_consider = Membership to be considered
signs-kind-exemption_over = Exemption over
signs-kind-file_overdue = Lent file not back

signs-weight-blocking = Nothing can be decided
signs-weight-late = Late
signs-weight-due = To be done
signs-weight-consider = To be considered

# The page of signs
signs-page-title = To be noticed
signs-page-lead = From the register, the offices and the terms. The program only reminds; people decide.
signs-page-none-title = Nothing to be noticed
signs-page-none = The register, the offices and the terms are in order.
signs-page-of-kind = Only
signs-page-more = There are { $count } more. Choose a kind to see them.
signs-page-see = To be noticed
signs-page-on = As on { $date }, by what the register says of it now; without candidates and transfers on their way.
