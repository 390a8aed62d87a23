# Recruiting: the list of outstanding persons, and step by step to the ceremony

# What is missing or in the way
recruiting-missing = Missing: { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
}.
recruiting-certificate-old = The certificate issued on { $issued } is good until { $ends } ({ $months } months). The person attends the class again before the cell votes.
recruiting-introducers-few = { $fit } introducers are fit, { $needed } are needed.
recruiting-introducer-not-official = An introducer must be an official member. Choose somebody else.
recruiting-introducer-elsewhere = The introducer is no longer in the same base organisation. Choose somebody else.
recruiting-introducer-short = Together since { $from }, less than { $months } months. Long enough from { $first }: wait until then, or choose somebody else.
recruiting-too-young = Not yet { $years }, counted by month, on the day of the vote. Wait for the month in which the person is.
recruiting-too-old = Above { $years }, counted by month. The province must consent before the cell votes.
recruiting-schooling-low = Has not completed { $least ->
    [upper_secondary] upper secondary school
   *[lower_secondary] lower secondary school
}.

# Why a step cannot be recorded
recruiting-refused-to-come = That day has not come. Record it when it has.
recruiting-refused-dropped = This person was dropped from the list on { $date }. Put the person back on the list first.
recruiting-refused-admitted = This person was admitted; the file is closed. A ceremony entered by mistake is taken back in the member's file.
recruiting-refused-not-in-union = This person is not in the youth union. If it is so, change what is known of the person first.
recruiting-refused-before = This comes first: { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
}. Record that step, then come back.
recruiting-refused-earlier = The day lies before { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
} of { $date }. Look at the day again.
recruiting-refused-later = The day lies after { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
} of { $date }. Look at the day again.
recruiting-refused-not-carried = { $in_favour } of { $counted } in favour is not enough; at least { $needed } are needed. The cell may consider it again later.
recruiting-refused-miscounted = It is counted among { $least } to { $most } official members: only members exempt or sent away who did not come are left out.
recruiting-refused-rested-on = This step is what carries { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
}. Undo that one first.
recruiting-refused-helper-unfit = Who helps must be an official member of the same base organisation. Choose somebody else.
recruiting-refused-together-later = They must have been together before the day of the introduction. Look at both days again.
recruiting-refused-own-deed = This step is recorded in a place of its own. Open this person's page again.

# Where what was typed is not enough
recruiting-name-missing = Write the full name.
recruiting-sex-missing = Choose male or female.
recruiting-schooling-missing = Choose the schooling.
recruiting-born-missing = Write the date of birth.
recruiting-born-to-come = The date of birth must be in the past.
recruiting-on-missing = Write the day.
recruiting-number-missing = Write the number of the paper.
recruiting-counted-missing = Write among how many official members it is counted.
recruiting-in-favour-missing = Write how many were in favour.
recruiting-in-favour-many = There cannot be more than { $counted } in favour.
recruiting-received-early = It cannot have been received before it was issued.

# The list
recruiting-title = Recruiting
recruiting-today = Admission and recognition: soon due
recruiting-of = Show
recruiting-add = Put somebody on the list
recruiting-nothing-title = Nobody is on the list
recruiting-nothing = Every admission begins with the list of outstanding persons: write the name, assign a member who helps, then go step by step. Every month the cell reviews the list, adds and drops.
recruiting-listed-now = Outstanding persons on the list
recruiting-admitted-now = Admitted, with something left to do
recruiting-probationers = Probationary members
recruiting-probation-since = Admitted { $from }, probation over { $over }
recruiting-recognition-by = Recognition handled by { $date }
recruiting-year-target = Admitted in { $year }: { $admitted } of { $target } set
recruiting-year-admitted = Admitted in { $year }: { $admitted }; no target is set
recruiting-year-listed = On the list: { $count }
recruiting-year-voted = Voted for, not admitted yet: { $count }
recruiting-year-reviews = Reviewed in { $reviews } of { $months } months
recruiting-name = Full name
recruiting-since = On the list since { $date }
recruiting-col-next = To do
recruiting-col-due = Due
recruiting-col-helper = Helper
recruiting-col-done = Steps done
recruiting-no-helper = Nobody yet
recruiting-missing-count = { $count } steps missing
recruiting-blocked-count = { $count } files with something in the way
recruiting-due-on = { $what }: { $date }
recruiting-due-by = Due: { $date }
recruiting-due-recognition = Recognition as official member
recruiting-review-of = Review of the list, { $month }
recruiting-review-help = Every month the cell looks at its list: whom to add, whom to drop, who helps. Who came and went in the month follows from the list itself.
recruiting-review-on = Day of the review
recruiting-review-resolution = Resolution or minutes, number
recruiting-review-do = Record the review
recruiting-reviews = Reviews
recruiting-review-added = Added: { $names }.
recruiting-review-dropped = Dropped: { $names }.
recruiting-review-same = The list stayed as it was.
recruiting-dropped = Dropped from the list
recruiting-dropped-on = Dropped on { $date }: { $reason }
recruiting-undo = Undo
recruiting-undone = Undone.
recruiting-reviewed = The review is recorded.
recruiting-other-month = The day must lie in that month.

# The committee's page
recruiting-neglecting = { $count } cells want a reminder about recruiting; they stand first.
recruiting-neglecting-none = All cells review their lists and have people on the way.
recruiting-cell = Cell
recruiting-col-listed = Listed
recruiting-col-applied = Applied
recruiting-col-voted = Voted for
recruiting-col-admitted = Admitted
recruiting-col-reviews = Months reviewed
recruiting-col-neglected = Neglected
recruiting-target = Target
recruiting-target-change = Set the target
recruiting-target-help = How many admissions the committee above sets for this cell in a year. Admissions count by their ceremonies in the year.
recruiting-target-set = The target is set.
recruiting-year = Year
recruiting-admissions = Admissions
recruiting-admissions-help = Empty: no target is set.
recruiting-year-far = Choose a year near this one.
recruiting-target-many = That is too many for one cell. Look at it again.

# One person's page
recruiting-way = The way to admission
recruiting-steps = Step by step
recruiting-person = Who it is
recruiting-record = Record
recruiting-correct = Correct
recruiting-recorded = Recorded.
recruiting-is-member = A probationary member of the cell. The recognition is handled by { $due }.
recruiting-put-back = Put back on the list
recruiting-born = Date of birth
recruiting-sex = Sex
recruiting-workplace = Place of work, occupation
recruiting-residence = Lives at
recruiting-schooling = Schooling
recruiting-union = Youth union
recruiting-union-yes = In the youth union
recruiting-union-no = Not in the youth union
recruiting-listed = On the list since
recruiting-listed-by = By resolution number
recruiting-note = Note
recruiting-numbered = No. { $number }
recruiting-tally = { $in_favour } of { $counted } in favour
recruiting-received = Received on { $date }
recruiting-waived = No check needed
recruiting-introduced-by = { $name }, together since { $date }
recruiting-introduced = Who introduces
recruiting-stands-against = The cell cannot vote yet
recruiting-choose-member = Choose a member
recruiting-member-missing = Choose a member.
recruiting-together-from = Together since
recruiting-together-help = In the same base organisation.
recruiting-together-missing = Write since when they are together.
recruiting-waive = No check needed
recruiting-waive-help = Where a parent, brother, sister or child is a member and the CV is complete and clear.
recruiting-counted = Official members counted
recruiting-counted-help = All official members; without those exempt or sent away who did not come.
recruiting-in-favour = In favour
recruiting-number = Number of the paper
recruiting-by = Issued or given by
recruiting-received-on = Received on
recruiting-ceremony-note = A mistake is taken back within a day.
recruiting-back = Back
recruiting-save = Save
recruiting-change = Change what is known
recruiting-changed = Changed.
recruiting-added = On the list. Next: assign a member who helps.
recruiting-choose-schooling = Choose the schooling
recruiting-listed-already = Somebody of that name and date of birth is on the list. Open that one.
recruiting-drop = Drop from the list
recruiting-drop-help = The cell resolved to drop this person from the list. The file is kept for a time, then deleted; until then it can be put back.
recruiting-is-dropped = Dropped from the list.
recruiting-is-back = Back on the list.
recruiting-reason = Reason
recruiting-reason-missing = Write the reason.
recruiting-dropped-before-listed = Nobody is dropped before being listed.
recruiting-day-of = Day
recruiting-move = Move to another cell
recruiting-move-help = This person with the whole file moves to another cell's list. This cell will not see it any more.
recruiting-is-moved = Moved to another cell.
recruiting-choose-cell = Choose a cell
recruiting-cell-missing = Choose a cell.

# Lists of words
recruiting-step-helper = Helper
recruiting-step-certificate = Certificate of the class
recruiting-step-application = Application
recruiting-step-cv = CV
recruiting-step-seal = Sealing of the CV
recruiting-step-check = Results of the check
recruiting-step-introductions = Introductions
recruiting-step-youth_union = Youth union's resolution
recruiting-step-associations = Opinion of the mass organisations
recruiting-step-residence = Opinion of the cell committee of residence
recruiting-step-consent = Province's consent
recruiting-step-comment = Cell committee's comment
recruiting-step-vote = Cell's vote
recruiting-step-decision = Decision of admission
recruiting-step-ceremony = Ceremony
recruiting-step-member_cv = Member's CV
recruiting-next-helper = Assign a helper
recruiting-next-certificate = Record the certificate of the class
recruiting-next-application = Record the application
recruiting-next-cv = Record the CV
recruiting-next-seal = Record the sealing of the CV
recruiting-next-check = Record the results of the check
recruiting-next-introductions = Record the introductions
recruiting-next-youth_union = Record the youth union's resolution
recruiting-next-associations = Record the opinion of the mass organisations
recruiting-next-residence = Record the opinion of residence
recruiting-next-consent = Record the province's consent
recruiting-next-comment = Record the cell committee's comment
recruiting-next-vote = The cell votes
recruiting-next-decision = Record the decision
recruiting-next-ceremony = Hold the ceremony
recruiting-next-member_cv = Record the member's CV
recruiting-help-helper = The official member whom the cell assigns to help. Another one takes over from the day named.
recruiting-help-certificate = The certificate of the class on the Party. Write the day of issue; how long it is good for the vote is worked out.
recruiting-help-application = The candidate writes and signs the application. A form is printed with what is known.
recruiting-help-cv = The candidate writes the CV after the application, without erasing anything.
recruiting-help-seal = The base committee seals the pages of the CV before it is checked.
recruiting-help-check = Write the day all results were there. The cell committee comments only after it.
recruiting-help-introductions = Official members of the same base organisation. Write each with the day since when they are together.
recruiting-help-youth_union = The resolution that introduces a member of the union; with it fewer introducers are needed.
recruiting-help-associations = The opinion of the organisations where the candidate works or studies: who gave it, and in short what it says.
recruiting-help-residence = The opinion of the cell committee where the candidate lives.
recruiting-help-consent = The province's letter that consents to somebody above the age.
recruiting-help-comment = The cell committee writes its comment into the CV after the results of the check.
recruiting-help-vote = Write the result of the vote. Where the file is not whole or too few are in favour, it is not recorded and the reason is said.
recruiting-help-decision = The decision of the competent committee. Party age runs from its day.
recruiting-help-ceremony = Write the day the ceremony was held. From that day the person is a probationary member and stands in the register.
recruiting-help-member_cv = The new member writes the member's CV after the ceremony.
recruiting-day-helper = Helps from
recruiting-day-certificate = Day of issue
recruiting-day-application = Day of the application
recruiting-day-cv = Day of the CV
recruiting-day-seal = Day of the sealing
recruiting-day-check = Day of the results
recruiting-day-introductions = Day of the letter
recruiting-day-youth_union = Day of the resolution
recruiting-day-associations = Day of the opinion
recruiting-day-residence = Day of the opinion
recruiting-day-consent = Day of the letter
recruiting-day-comment = Day of the comment
recruiting-day-vote = Day of the vote
recruiting-day-decision = Day of the decision
recruiting-day-ceremony = Day of the ceremony
recruiting-day-member_cv = Day of the member's CV
recruiting-phase-source = List
recruiting-phase-class = Class
recruiting-phase-papers = File
recruiting-phase-opinions = Opinions
recruiting-phase-vote = Vote
recruiting-phase-decision = Decision
recruiting-phase-ceremony = Ceremony
recruiting-state-done = Done
recruiting-state-next = Next
recruiting-state-missing = Missing
recruiting-state-blocked = In the way
recruiting-state-later = Later
recruiting-state-not_needed = Not needed
recruiting-schooling-primary = Primary school
recruiting-schooling-lower_secondary = Lower secondary school
recruiting-schooling-upper_secondary = Upper secondary school
recruiting-schooling-vocational = Vocational
recruiting-schooling-college = College
recruiting-schooling-university = University
recruiting-schooling-postgraduate = Postgraduate
recruiting-neglect-not_reviewed = The list was reviewed neither last month nor this one. Put it on the agenda of the next meeting.
recruiting-neglect-no_source = Nobody is on the list, and the target is not reached.
recruiting-neglect-behind_target = The last quarter has come, and the files being made are fewer than the target asks for.
recruiting-paper-application = Application
recruiting-paper-introduction = Introduction
recruiting-paper-opinions = Summary of opinions
recruiting-paper-resolution = Resolution that proposes the admission
recruiting-due-certificate = Certificate is good until
recruiting-due-ceremony = Ceremony due
recruiting-due-member_cv = Member's CV due
recruiting-who-helper = Helper
recruiting-who-introductions = Introducer
