# The pages that take in registers from spreadsheets.

imports-title = Import registers
imports-lead = Choose the spreadsheet you keep. You first see what would be added and changed; nothing is written before you agree.
imports-kind = Which register
imports-kind-organisations = Party organisations
imports-kind-organisations-help = Committees, cells, sub-cells: take them in first, so that members have a cell
imports-kind-members = Members
imports-kind-members-help = One member a line; also the 14-column form 7-HSĐV
imports-file = Spreadsheet
imports-file-help = An .xlsx, .xls, .ods or .csv file of at most { $megabytes } MB, without a password.
imports-file-large = The file is larger than { $megabytes } MB. Please take out pictures and spare sheets, or split it into several files.
imports-into = The cell of lines that name none
imports-into-help = Choose it when the whole file is of one cell. Leave it empty if the file has a column for the cell or its code.
imports-into-none = As each line says
imports-into-only = Imported into { $cell }.
imports-look = Preview
imports-look-act = Nothing is written yet.
imports-blank = Blank form: { $kind }
imports-help-title = What the file should be like
imports-help-head = The spreadsheet needs no change: the row of headings may stand below title lines, have joined cells, abbreviations, diacritics or none ("NS", "Ngày KN", "Họ đệm" and "Tên"). What a column holds that the program does not know, you say on the next page.
imports-help-dates = Dates have the day first, then the month: 05/11/1980, 5-11-80, 11/1980 or 1980. Card and identity numbers keep their leading zeros.
imports-help-same = A member is known by card number, by identity number, or by name and date of birth. An empty cell never erases what is known.
imports-help-cells = A cell is known by its code or name, in a column, in a line of its own ("I. Chi bộ …") or in the title.
imports-help-again = All lines are taken or none: if one is wrong, nothing is written. Taking the same file again changes nothing more.
imports-past = Past imports
imports-past-none = Nothing was imported yet.

imports-col-file = File
imports-col-kind = Register
imports-col-when = When
imports-col-by = By
imports-col-row = Row
imports-col-column = Column
imports-col-value = As written
imports-col-reason = Why, and what to do
imports-col-name = Name
imports-col-changes = Changes
imports-col-samples = First values
imports-col-field = What it holds

imports-rows = Rows
imports-added = Added
imports-changed = Changed
imports-unchanged = Left alone
imports-refused = Refused

imports-look-title = Preview
imports-take = Import { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
imports-unusable = No row can be read yet
imports-unusable-next = Please say below what each column holds, or choose another file.
imports-no-rows = There are no rows below the headings.
imports-refused-title = { $count ->
    [one] { $count } row is refused, so nothing is written
   *[other] { $count } rows are refused, so nothing is written
}
imports-refused-next = Please correct these rows in the spreadsheet, save it and choose it again. The good rows are taken along with them.
imports-again = Choose the file again
imports-nothing-new = Every row is known just like this. There is nothing to take in.
imports-clean = Every row can be taken. Please look it over, then import.
imports-problems = To be corrected
imports-changed-title = To be changed
imports-added-title = To be added
imports-more-lines = … and { $count } more rows.
imports-offices = { $count ->
    [one] { $count } row names a party office.
   *[other] { $count } rows name a party office.
} Offices open rights in the program, so they are not taken from a spreadsheet: give them on the organisation's page.
imports-passed-over = Passed over, row { $rows }: titles of groups, totals or signatures.
imports-columns = The columns of the file
imports-columns-help = Each column is read as below. Please choose again where that is wrong.
imports-column-left-out = (leave this column out)
imports-columns-keep = Read it again with these columns
imports-columns-kept = The file was read again with the columns chosen.
imports-forget = Discard this file
imports-forgotten = The file was discarded. Nothing was written from it.
imports-failed = The import { $when } did not finish because of a fault of the machine. Nothing was written; please try again.

imports-take-title = Write to the register
imports-take-do = Import
imports-take-members = { $added } new members are added; what is known of { $changed } members changes.
imports-take-organisations = { $added } new organisations are added; { $changed } known ones change.
imports-take-all = All of it is written at once. Each member and organisation can still be corrected on its own page.
imports-taken = Imported.

imports-taking-title = Importing
imports-writing = Written
imports-waiting = The file is long and is being taken in.
imports-taking-help = You may close this page; the import goes on. All of it is written at once at the end.
imports-look-again = See how far it is

imports-taken-title = Imported
imports-taken-when = Imported at { $when }. The file was deleted from the server.
imports-to-members = See the members
imports-to-organisations = See the organisations
imports-another = Import another file
