# Taking in lists from spreadsheets: the file, its headings, each value, and what to do where it cannot be taken.

## The file
import-file-empty = The file holds nothing. Please check which file was chosen, or open it in a spreadsheet and save it again.
import-file-damaged = The file is broken or cut off. Please get it again from where it came, or open it in a spreadsheet and save it as a new file (.xlsx).
import-file-encrypted = The file is locked with a password. Please open it in a spreadsheet, remove the password, save it and try again.
import-file-other-format = { $format ->
    [unknown] This file is not a spreadsheet. Please choose a .xlsx, .xls, .ods or .csv file.
   *[other] This is a { $format } file, not a spreadsheet that can be read. Please open it and save it as .xlsx, .xls, .ods or .csv.
}
import-file-web-page = This file is really a web page under the name of a spreadsheet. Please open it in a spreadsheet and save it as .xlsx.
import-file-unreadable-text = The text of the file is broken, so its Vietnamese cannot be read. Please save it again as Unicode (UTF-8).
import-file-too-large = The file opens to more than { $megabytes } MB and was not read. Please remove pictures and spare sheets, or part it into several files.
import-file-too-many-rows = A sheet has more than { $most } rows. Please delete the spare rows at its end, or part it into several files.
import-file-too-many-columns = A sheet has more than { $most } columns. Please delete the spare columns at its right and try again.

## Headings
import-no-member-head = No row of headings of a member register was found. Please check that the file has a column "Họ và tên" (full name) and at least one other, such as "Ngày sinh" (date of birth) or "Số thẻ" (card number).
import-no-organisation-head = No row of headings of a list of organisations was found. Please check that the file has the columns "Mã" (code) and "Tên tổ chức đảng" (name).
import-no-name-column = No column is taken for the full name yet. Please choose the column that holds it.
import-no-organisation-name-column = No column is taken for the organisation's name yet. Please choose the column that holds it.
import-no-code-column = No column is taken for the organisation's code yet. Please choose the column that holds it, or add a column "Mã" to the file.
import-doubled-column = Column { $column } is taken for something another column holds already. Please choose something else, or leave one of the two out.

## Values
import-formula-error = The formula in the cell ended in the error { $error }.
import-formula-error-remedy = Mend the formula, or paste the right value into the cell.
import-text-long = The text is longer than { $longest } letters.
import-text-long-remedy = Shorten the text of the cell.
import-tick-unknown = What stands in the cell is not a tick.
import-tick-remedy = Write "x" for yes, and leave the cell empty for no.

## Dates
import-date-unreadable = This date cannot be read.
import-date-remedy = Write the day first, then the month: day/month/year, month/year, or only the year; for example 05/11/1980, 11/1980, 1980.
import-date-without-year = This date lacks its year.
import-date-month-first = This date seems to have the month before the day.
import-date-not-in-calendar = The calendar has no { $date }.
import-date-not-in-calendar-remedy = Look into the member's file and write the right date.
import-date-far = The year { $year } is too far away to be meant.
import-date-far-remedy = Write the year in four digits, for example 1980.
import-date-future = { $date } has not come yet.
import-date-future-remedy = Look into the member's file and write the right date.
import-two-dates-remedy = Look into the member's file and mend the date that is wrong.
import-born-after-admission = The date of birth { $born } is after the admission on { $admitted }.
import-admitted-too-young = Born { $born }, admitted { $admitted }: younger than { $years }, by { $document }, { $article }.
import-official-before-admission = The recognition on { $official } is before the admission on { $admitted }.
import-left-before-admission = The departure on { $left } is before the admission on { $admitted }.

## Names and numbers
import-name-missing = This row lacks the full name.
import-name-missing-remedy = Write the full name, or delete the row if it is no member's.
import-name-digits = The name holds digits.
import-name-signs = The name holds strange signs.
import-name-short = The name is too short.
import-name-long = The name is longer than { $longest } letters.
import-name-remedy = Write family, middle and given name in letters; other names in brackets.
import-name-old-font = The name is typed in an old font (.VnTime, TCVN3).
import-name-old-font-remedy = Turn the file into Unicode and try again.
import-card-signs = The card number holds signs that are not digits.
import-card-length = The card number has too few or too many digits.
import-card-remedy = Write the digits as on the card, with the zeros in front; format the cell as text.
import-identity-length = A citizen's number has 12 digits, an old identity number 9.
import-identity-remedy = Write all digits, with the zeros in front; format the cell as text.
import-phone = This telephone number cannot be called.
import-phone-remedy = Write 8 to 11 digits beginning with 0; part several numbers by semicolons.
import-email = This e-mail address is not well formed.
import-email-remedy = Write it as name@place.vn, or leave the cell empty.

## Sex and status
import-sex-unknown = It is not clear whether this is a man or a woman.
import-sex-remedy = Write "Nam" (man) or "Nữ" (woman).
import-sex-both = Both the column of men and that of women are filled.
import-sex-both-remedy = Fill only one of the two.
import-status-unknown = This status is not known.
import-status-both = Both official and probationary are written.
import-status-remedy = Write "Chính thức" (official) or "Dự bị" (probationary); "miễn sinh hoạt" (exempt), "chuyển tạm thời đi" (away) or "đình chỉ sinh hoạt" (suspended) may be added.
import-status-against-date = The status is probationary, but there is a date of recognition.
import-status-against-date-remedy = Change the status to "Chính thức" (official), or delete the date of recognition.
import-leaving-unknown = It is not clear how this member left the Party.
import-leaving-remedy = Write "xin ra" (resigned), "xóa tên" (removed), "khai trừ" (expelled) or "từ trần" (died), with the date.
import-leaving-without-date = The member is said to have left the cell, but no date is given.
import-leaving-without-date-remedy = Add the date of the move, the death or the leaving.
import-no-grade = It is not clear whether this member is official or probationary.
import-no-grade-remedy = Give the date of recognition, the card number, or a column "Tình trạng" (status) with "Chính thức" or "Dự bị".
import-grade-backwards = This member is official already; the list says probationary.
import-grade-backwards-remedy = Change the status in the list to "Chính thức" (official).

## Cells
import-no-cell = This row does not say which cell the member belongs to.
import-no-cell-remedy = Add a column "Chi bộ" (cell) or "Mã chi bộ" (code of the cell), or choose the cell to import into.
import-cell-code = There is no cell with the code { $cell }.
import-cell-name = There is no cell named { $cell }.
import-cell-remedy = Write the code or name as in the list of organisations, or import the cell first.
import-cell-ambiguous = Several cells are named { $cell }.
import-cell-ambiguous-remedy = Write the code of the cell instead of its name.
import-cell-not-into = This row belongs to { $cell }, not to { $into }, which is imported into.
import-cell-not-into-remedy = Take the row out of the file, or import without choosing a cell first.
import-elsewhere = This member belongs to another cell.
import-elsewhere-remedy = Record a transfer in the program; an import does not change cells.
import-guest-remedy = Record the temporary transfer or the residence contact on the member's page; take this row out of the file.
import-known-departed = This member is recorded as having left.
import-known-departed-remedy = Receive the member again on the member's page first, or take this row out of the file.

## Doubles
import-card-twice = One card number in the rows { $rows }.
import-identity-twice = One identity number in the rows { $rows }.
import-person-twice = One person (name and date of birth) in the rows { $rows }.
import-member-twice = The rows { $rows } are all one known member.
import-twice-remedy = Keep one row and take the others out; if they are different people, mend the number that is wrong.
import-person-twice-remedy = Keep one row; if they are two people, give the card number or identity number of each.
import-card-differs = A member with this name and date of birth is known with another card number.
import-card-differs-remedy = If it is one person, make the card number agree with the file; if they are two, add this one on the cell's page.
import-number-of-another = This card number or identity number belongs to another known member.
import-number-of-another-remedy = Compare the number with the card and the papers, and mend the one that is wrong.
import-numbers-of-two = The card number belongs to one member and the identity number to another.
import-numbers-of-two-remedy = Compare the card and the papers, and mend the number that is wrong.
import-namesakes = Several members have this name and date of birth.
import-namesake-elsewhere = Another cell has a member with this name and year of birth; it is not clear whether they are one.
import-namesake-remedy = Add the card number or identity number, and the full date of birth.

## Organisations
import-organisation-name-missing = This row lacks the organisation's name.
import-organisation-name-remedy = Write the name as in the decision that founded it.
import-code-missing = This row lacks the organisation's code.
import-code-signs = The code holds strange signs or is too long.
import-code-remedy = Write the code in digits and points, for example 38.168.053.000.001.
import-code-twice = One code in the rows { $rows }.
import-code-twice-remedy = Each organisation has one code: keep one row, or mend the code that is wrong.
import-kind-missing = It is not clear whether this is a committee organisation, a cell or a sub-cell.
import-kind-unknown = This kind of organisation is not known.
import-kind-remedy = Write "Đảng bộ phường" (ward), "Đảng bộ" (committee organisation), "Chi bộ" (cell) or "Tổ đảng" (sub-cell).
import-cell-type-unknown = This type of cell is not known.
import-cell-type-remedy = Write one of: khu dân cư (residential), cơ quan (agency), đơn vị sự nghiệp (public service), doanh nghiệp nhà nước (state enterprise), doanh nghiệp ngoài nhà nước (private enterprise), học sinh - sinh viên (students), lực lượng vũ trang (armed forces); or leave it empty.
import-parent-unknown = There is no organisation { $parent } above.
import-parent-unknown-remedy = Write the code or name of the organisation above, or add it to the file.
import-parent-ambiguous = Several organisations are named { $parent }.
import-parent-ambiguous-remedy = Write the code of the organisation above instead of its name.
import-parent-missing = It is not clear which organisation stands directly above.
import-parent-missing-remedy = Write the code or name of the organisation above; only the one above all may be left without.
import-parent-kind = This organisation cannot stand below the one written.
import-parent-kind-remedy = Cells stand below committee organisations, sub-cells below cells: mend the one above, or the kind.
import-parent-self = This organisation is written as standing below itself.
import-parent-cycle = These organisations stand below one another in a ring.
import-parent-remedy = Write the organisation directly above anew.

## What a column holds
import-field-ordinal = Running number (not kept)
import-field-full-name = Full name
import-field-family-name = Family and middle name
import-field-given-name = Given name
import-field-name-and-birth = Name and date of birth
import-field-other-names = Other names
import-field-sex = Sex
import-field-male = Tick for men
import-field-female = Tick for women
import-field-sex-ethnicity-religion = Sex, ethnicity, religion
import-field-born-on = Date of birth
import-field-born-day = Day of birth
import-field-born-month = Month of birth
import-field-born-year = Year of birth
import-field-born-on-male = Date of birth (column of men)
import-field-born-on-female = Date of birth (column of women)
import-field-card-number = Card number
import-field-identity-number = Identity number
import-field-ethnicity = Ethnicity
import-field-religion = Religion
import-field-home-place = Home place
import-field-residence = Residence
import-field-education = Education (joined)
import-field-schooling = Schooling
import-field-profession = Professional education
import-field-political-theory = Political theory
import-field-occupation-before = Work before joining
import-field-occupation = Work now
import-field-occupation-before-and-now = Work before and now
import-field-admitted-on = Date of admission
import-field-official-on = Date of recognition
import-field-admitted-and-official-on = Dates of admission and recognition
import-field-official-mark = Tick for official members
import-field-probationary-mark = Tick for probationary members
import-field-cv-number = CV number
import-field-badge-number = Badge number
import-field-card-cv-badge = Card, CV and badge numbers
import-field-service = Army, police, retired
import-field-status = Status
import-field-exempt-mark = Tick for exempt members
import-field-residence-mark = Tick for residence contact (213)
import-field-cell-code = Code of the cell
import-field-cell-name = Cell
import-field-position = Offices and posts
import-field-moved-out = Moved out
import-field-moved-in = Moved in
import-field-deceased = Died
import-field-left-party = Left the Party
import-field-left-on = Date of leaving the Party
import-field-phone = Telephone
import-field-email = E-mail
import-field-note = Remark
import-field-code = Code of the organisation
import-field-name = Name of the organisation
import-field-kind = Kind of organisation
import-field-cell-type = Type of cell
import-field-parent-code = Code of the organisation above
import-field-parent = Organisation above
import-field-founded-on = Founded on
import-detail-grade = Official or probationary
import-detail-state = Standing in the cell
import-detail-departure = Departure

## Reach and export
import-into-not-cell = Members are imported into cells only. Please choose a cell.
import-out-of-reach = This line belongs to an organisation that is not yours to keep.
import-out-of-reach-remedy = Take the line out of the file, or hand the file to the organisation office in charge.
import-left-before-standing = This day is before { $since }, when the member began in the cell.
import-file-missing = No file was chosen. Please choose a spreadsheet.
import-field-unknown = A column was given a meaning the program does not know. Please choose again from the list.
import-nothing-to-export = There are no organisations to export yet. Please import the organisations first.
import-into-unknown = There is no organisation with the code { $code }.

## On the command line
import-writing = Writing
import-row = Row { $row }
import-more-problems = … and { $count } more things that are wrong.
import-counted = { $rows } rows: { $added } added, { $changed } changed, { $unchanged } left alone, { $refused } refused.
import-said-taken = Taken in.
import-said-would = Nothing is written: this was only a preview.
import-said-refused = Nothing is written. Please correct the rows above and import again.

## Values as a reader sees them
import-sex-as-male = Male
import-sex-as-female = Female
import-grade-as-official = Official
import-grade-as-probationary = Probationary
import-state-as-active = Takes part
import-state-as-exempt = Exempt from work and meetings
import-state-as-away = Temporarily away
import-state-as-suspended = Suspended from meetings
import-state-as-visiting = Temporarily here
import-state-as-residence = Residence contact (213)
import-left-as-transferred = Moved away
import-left-as-resigned = Left at own request
import-left-as-removed = Removed from the list
import-left-as-expelled = Expelled
import-left-as-deceased = Died
import-left-as-changed = No longer as before
import-kind-as-province = Province or city committee
import-kind-as-commune = Commune, ward or special-zone committee
import-kind-as-committee = Committee
import-kind-as-cell = Cell
import-kind-as-sub_cell = Sub-cell
import-type-as-residential = Village or residential group
import-type-as-agency = Agency
import-type-as-public_service = Public service unit
import-type-as-state_enterprise = State-owned enterprise
import-type-as-private_enterprise = Private enterprise
import-type-as-students = Pupils and students
import-type-as-armed_forces = Armed forces
