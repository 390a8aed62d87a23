# Commendations: good work of members and organisations. Having none is no reproach.

commendations-reason-missing = What the commendation is for is missing. Say it briefly.
commendations-by-missing = Who commended is missing. Name the committee or body.
commendations-to-come = That day has not come. Enter it once it was decided.
commendations-kind-missing = No kind was chosen. Choose one.
commendations-on-missing = The day is missing. Choose the day of the decision or of the praise.
commendations-refused-ends-first = This commendation was given on { $date } and cannot end before. Look at the day again.
commendations-refused-ended = This commendation ended on { $date }. Nothing more is needed.

commendations-kind = Kind
commendations-kind-ask = Choose a kind
commendations-kind-praise = Praise
commendations-kind-certificate = Certificate
commendations-kind-merit = Certificate of merit
commendations-kind-flag = Emulation flag
commendations-kind-medal = Order or medal
commendations-kind-title = Title of emulation
commendations-kind-other = Another kind

commendations-title = Commendations
commendations-year = Year
commendations-sum = { $organisations } organisations, { $members } members
commendations-none-title = No commendation entered for this year
commendations-none = When a cell or a member is commended, enter it at the member’s file or at the organisation’s page; it is listed here.
commendations-pick-member = Choose the member commended
commendations-pick-help = A member’s commendation is entered at the member’s file.
commendations-add-organisation = Commend the organisation
commendations-add-member = Enter a commendation
commendations-without-said = { $count } of { $cells } cells have none yet
commendations-without-help = This is a hint to look for good work to be made known, not for comparing or blaming.

commendations-new-title = Enter a commendation
commendations-change-title = Set a commendation right
commendations-to = Commended
commendations-reason = What for
commendations-reason-help = The achievement, year or movement, as the decision words it.
commendations-by = By whom
commendations-by-help = For example: the ward committee, the provincial committee, the cell.
commendations-on = Day of the decision
commendations-decision-number = Number of the decision
commendations-decision-number-help = Leave it empty for praise in a meeting; every other kind needs one.
commendations-save = Save
commendations-save-act = It appears in the file and in the year’s list.
commendations-added = The commendation was entered.
commendations-changed = The commendation was set right.
commendations-change = Set right
commendations-take-back = Take back, entered by mistake
commendations-taken-back = The commendation entered by mistake was taken back.
commendations-number = Decision { $number }
commendations-number-by = { $by }, decision { $number }
commendations-ended-by = Ended on { $date }: { $decision }
commendations-end-title = This commendation was withdrawn
commendations-end-help = Only where a decision withdrew it. It stays in the file, with the day it ended.
commendations-end-do = Enter the withdrawal
commendations-ended = The withdrawal was entered.
commendations-reopen = Take the withdrawal back
commendations-reopened = The commendation counts again.
