# The yearly rating: rounds, steps, what they rest on, the ceiling, commitments.

ratings-title = Yearly rating
ratings-lead = Your own rating of each year, and those of the places you follow.
ratings-year = Year { $year }
ratings-years = Years
ratings-own = My own
ratings-own-none = No round has rated you yet. When a committee opens one, your self-rating appears here.
ratings-places = Cells and committees I follow
ratings-nothing-title = Nothing here yet
ratings-nothing = This account belongs to no member and follows no cell.
ratings-waits-for-you = The committee has opened a round. Rate yourself before the cell meets.
ratings-rate-yourself = Rate yourself
ratings-state-decided = Decided
ratings-state-self-rated = Self-rated; the cell and the committee above come next
ratings-state-waits = Waits for your self-rating
ratings-state-closed = The round is closed
ratings-today = Rate yourself for the year { $year }

# Levels
ratings-level-excellent = Excellent
ratings-level-good = Good
ratings-level-completed = Fulfilled
ratings-level-failed = Not fulfilled
ratings-level-short-excellent = Excellent
ratings-level-short-good = Good
ratings-level-short-completed = Fulfilled
ratings-level-short-failed = Not fulfilled
ratings-level-scored = { $level } · { $points } points
ratings-left-out = Not rated

# Steps and sources of opinions
ratings-step-self = Self-rating
ratings-step-opinion = Opinion
ratings-step-vote = Vote and proposal
ratings-step-decision = Decision of the committee above
ratings-step-answer = Answer of whoever is rated
ratings-source-residence = Opinion of the place of residence (213)
ratings-source-unions = Opinion of unions
ratings-source-employer = Opinion of the employer
ratings-source-host = Opinion of the temporary host
ratings-steps = Steps taken
ratings-take-back = Take back
ratings-taken-back = The step was taken back.
ratings-number = Decision no. { $number }
ratings-of-cell = { $cell } as a whole
ratings-the-cell = The cell as a whole
ratings-the-organisation = The organisation as a whole

# What stands against a level
ratings-block-points-missing = There are no points yet; { $need } are needed ({ $rule }).
ratings-block-points = { $points } points; { $need } are needed ({ $rule }).
ratings-block-undone = { $count } of { $due } tasks are not done ({ $rule }).
ratings-block-late = { $count } of { $due } tasks are late ({ $rule }).
ratings-block-late-share = { $count } of { $due } tasks are late, more than { $percent } % ({ $rule }).
ratings-block-above = { $count } of { $due } tasks are above requirement; at least { $percent } % are needed ({ $rule }).

# What is wrong with what was typed
ratings-text-missing = Write something here.
ratings-level-missing = Choose a level.
ratings-points-out-of-range = Points lie between 0 and { $most }.
ratings-points-unreadable = Write points as a number, e.g. 89.5.
ratings-tasks-done-too-many = No more tasks are done than were due ({ $due }).
ratings-tasks-late-too-many = No more tasks are late than were due ({ $due }).
ratings-tasks-above-too-many = No more tasks are above requirement than are done ({ $done }).
ratings-issued-missing = Write how many ballots were issued.
ratings-issued-too-many = More ballots were issued than there are official members ({ $official }).
ratings-returned-too-many = More ballots came back than were issued ({ $issued }).
ratings-valid-too-many = More ballots are valid than came back ({ $returned }).
ratings-votes-unbalanced = The levels add up to { $sum } ballots, not to the valid ones ({ $valid }).
ratings-vote-short = The level proposed got { $votes } ballots of { $official } official members; more than half is { $needed }. The committee above weighs it.
ratings-left-out-reason = Say why somebody is not rated.
ratings-source-missing = Choose whose opinion it is.
ratings-year-missing = Write the year.
ratings-year-out-of-range = The year is not after { $year }.
ratings-counted-to-come = The day of the list is not to come.
ratings-counted-before = This day is before the year { $year }.
ratings-on-to-come = The day is not to come.
ratings-rows-wrong = { $rows ->
    [one] One row is wrong
   *[other] { $rows } rows are wrong
  }; nothing was written. Set it right and save again.
ratings-no-rows = No row was filled in.
ratings-not-rated-here = Not on the cell's list of this round.
ratings-not-a-committee = A round is opened by a committee organisation, not by a cell.
ratings-no-round = The cell has no round of the year { $year }.
ratings-commitment-year = Commitments are written for { $year } or a year beside it.
ratings-commitment-none = There is no commitment to check.

# What cannot be done
ratings-refused-closed = The round is closed. The committee can open it again within a day.
ratings-refused-decided = The committee above has decided. It takes its decision back first.
ratings-refused-not-decided = There is no decision to answer.
ratings-refused-no-cells = No organisation is left to rate: another round of the year has them.
ratings-refused-has-one = The organisation has a round of this year.
ratings-refused-too-old = What was entered more than a day ago is not taken back. Enter a new step.
ratings-refused-begun = Somebody has taken a step in this round, so it stays.
ratings-refused-checked = The cell committee has checked this commitment. It takes its check back first.
ratings-close-open = { $members } members and { $cells } organisations are not decided. Decide them, then close.
ratings-close-ceiling-good = { $used } members are excellent, at most { $allowed } may be: { $percent } % of { $counted } rated good. Look at { $over } of them again.
ratings-close-ceiling-all = { $used } members are excellent, at most { $allowed } may be: { $percent } % of { $counted } rated. Look at { $over } of them again.

# A committee's round
ratings-sheet-of = Rating of the year { $year }
ratings-open-title = Open a round
ratings-open-help = The round has every cell and committee organisation below that no other round of the year has. Official and probationary members are rated in their own cell, also while temporarily elsewhere; exempt members are not rated.
ratings-open = Open the round
ratings-opened = The round of { $year } is open.
ratings-withdraw-opening = Withdraw the round just opened
ratings-opening-withdrawn = The round was withdrawn.
ratings-round-open = Opened on { $opened }; list of { $counted }.
ratings-round-closed = Opened on { $opened }, closed on { $closed }; list of { $counted }.
ratings-missing-title = Still missing
ratings-missing-members = { $count ->
    [one] One member is
   *[other] { $count } members are
  } not decided
ratings-missing-cells = { $count ->
    [one] One organisation is
   *[other] { $count } organisations are
  } not decided
ratings-missing-self = { $count ->
    [one] One member has
   *[other] { $count } members have
  } not rated themselves
ratings-missing-residence = { $count ->
    [one] One member
   *[other] { $count } members
  } without the opinion of the place of residence (213)
ratings-missing-host = { $count ->
    [one] One member
   *[other] { $count } members
  } temporarily elsewhere without the host's opinion
ratings-missing-vote = { $count ->
    [one] One member
   *[other] { $count } members
  } without the cell's vote
ratings-missing-own-self = The cell has not rated itself
ratings-missing-own-vote = The cell has not voted on its own level
ratings-ceiling-good = Excellent { $used }, at most { $allowed }: no more than { $percent } % of { $counted } rated good.
ratings-ceiling-all = Excellent { $used }, at most { $allowed }: no more than { $percent } % of { $counted } rated.
ratings-ceiling-over = { $over } above the ceiling
ratings-who-is-above = Whoever is rated excellent, fewest points first
ratings-rounds = Rounds
ratings-cells = Organisations below
ratings-members = Members
ratings-total = Total
ratings-is-open = Open
ratings-is-closed = Closed
ratings-col-organisation = Organisation
ratings-col-cell = Organisation
ratings-col-members = Members
ratings-col-self = Self-rated
ratings-col-voted = Voted
ratings-col-open = Not decided
ratings-col-ceiling = Excellent/ceiling
ratings-col-state = Round
ratings-col-own = As a whole
ratings-col-facts = Facts
ratings-col-own-level = Own
ratings-col-opinions = Opinions
ratings-col-proposed = Proposed
ratings-col-decided = Decided
ratings-decide-for = Decide for { $cell }
ratings-to-closing = Look and close
ratings-count-title = Count anew who is rated
ratings-count-help = Adds who came since, takes out who left the cell without any step. Steps taken are kept.
ratings-count = Count anew
ratings-counted = Counted anew: { $came } came, { $gone } went.
ratings-no-round-title = No round yet
ratings-no-round-words = The committee above opens the round of a year; then the members appear here.
ratings-closing-title = Close the round of { $year }
ratings-closing-help = Once closed, the levels stand. It can be opened again within a day.
ratings-cannot-close = It cannot be closed yet
ratings-close = Close the round
ratings-closed = The round of { $year } is closed.
ratings-reopen = Open the round again
ratings-reopened = The round is open again.

# A committee organisation rated by the one above
ratings-itself-title = The organisation's own rating
ratings-itself-help = The round of the committee above rates it as a whole, on its own results and those of the organisations and members below.
ratings-itself-no-self = It has not rated itself yet.
ratings-itself-no-vote = Its committee has not voted yet.
ratings-itself-waits = The committee above decides next.
ratings-rate-itself = Rate the organisation

# A cell's sheet
ratings-to-vote = Enter the cell's votes
ratings-to-decision = Enter the decision
ratings-to-commitments = Commitments
ratings-sheet-pdf = Sheet (PDF)
ratings-sheet-xlsx = Sheet (XLSX)

# One rating
ratings-result = Result
ratings-decided-by = Decision no. { $number } of { $date }
ratings-rests-on = What it rests on
ratings-fact-tasks = Tasks of the year
ratings-fact-attendance = Attendance
ratings-fact-organisations-below = Organisations below
ratings-fact-members-below = Members below
ratings-fact-grades = Grades of meetings
ratings-fact-year-grade = Quality of the year's meetings
ratings-fact-points = Points
ratings-fact-put-forward = Tasks as reported
ratings-fact-commitment = Commitment
ratings-no-grades = No meeting is graded yet
ratings-months-graded = { $grade } in { $count } months
ratings-tasks-said = { $done } of { $due } done, { $late } late
ratings-tasks-said-above = { $done } of { $due } done, { $late } late, { $above } above requirement
ratings-attended-said = Present { $present }, absent with reason { $excused }, without reason { $unexcused }
ratings-tally-said = Excellent { $excellent }, good { $good }, fulfilled { $completed }, not fulfilled { $failed }, not decided { $open }
ratings-ballots-said = Issued { $issued }, returned { $returned }, valid { $valid }: excellent { $excellent }, good { $good }, fulfilled { $completed }, not fulfilled { $failed }
ratings-borne = Points and tasks bear
ratings-borne-unknown = Not known without points
ratings-against = What stands against a better level
ratings-people-decide = The program only shows what a rating rests on. The cell proposes and the committee above decides. What was said in meetings is no part of it.
ratings-past = Years before
ratings-print-form = Print the self-review (form 2)
ratings-to-sheet = Back to the sheet
ratings-self-title = Self-rating
ratings-self-again = Write the self-rating anew
ratings-self-help = Be brief, honest and concrete. The numbers of tasks come from the register; correct them if there were others.
ratings-rate = Save the self-rating
ratings-self-rated = The self-rating is saved.
ratings-field-well = What was done well
ratings-field-well-help = Tasks, example set, concrete results of the year.
ratings-field-faults = Faults and their causes
ratings-field-tasks = Tasks of the year
ratings-field-tasks-help = Above requirement is what was done beyond what was asked; no register knows it.
ratings-field-due = Due
ratings-field-done = Done
ratings-field-late = Late
ratings-field-above = Above requirement
ratings-field-points = Points
ratings-field-points-help = By the committee's table. Leave it empty where there is none.
ratings-field-level = Own level
ratings-opinion-title = Enter an opinion of others
ratings-opinion = Save the opinion
ratings-opinion-given = The opinion is saved.
ratings-field-source = Opinion of
ratings-field-source-ask = Choose whose opinion
ratings-field-from = Who gives it
ratings-field-from-help = For example the cell of residence.
ratings-field-on = Day
ratings-field-opinion = Words
ratings-field-opinion-level = Level it speaks for
ratings-field-none = Names no level
ratings-field-choose = Choose a level
ratings-answer-title = Your answer
ratings-field-answer = Words
ratings-field-answer-help = Whether you agree or not, the committee reads it.
ratings-answer = Send the answer
ratings-answered = Your answer was sent.

# The cell's votes
ratings-vote-title = The cell's votes
ratings-vote-help = Write the ballots for each level, among { $official } official members. A row left empty is not saved.
ratings-vote-help-committee = Write the ballots for each level, among { $official } members of the committee. A row left empty is not saved.
ratings-vote-secret = Only totals are kept. Nowhere stands who chose what.
ratings-vote-none-title = Nobody waits for a vote
ratings-vote-none = Everybody is decided.
ratings-vote-other-ballots = Other numbers of ballots for this row
ratings-vote-save = Save the votes
ratings-vote-save-help = All rows filled in are saved, or none while one is wrong.
ratings-voted = { $count ->
    [one] One vote is
   *[other] { $count } votes are
  } saved.
ratings-field-issued = Ballots issued
ratings-field-returned = Ballots returned
ratings-field-valid = Valid ballots
ratings-field-proposed = Level the cell proposes
ratings-see-rating = What this rating rests on

# The decision above
ratings-decision-title = Enter the decision
ratings-decision-help = The level the cell proposed is chosen already. Change it where the committee decides otherwise. Say why somebody is not rated.
ratings-field-number = Number of the decision
ratings-field-decided-on = Day of the decision
ratings-field-decided = Level decided
ratings-field-reason = Reason, note
ratings-bears-only = Points and tasks bear only: { $level }
ratings-already-decided = { $count ->
    [one] One row is
   *[other] { $count } rows are
  } decided already
ratings-decision-save = Save the decision
ratings-decision-save-help = All rows with a level are saved.
ratings-decided = { $count ->
    [one] One decision is
   *[other] { $count } decisions are
  } saved.

# Commitments
ratings-commitment-of = Commitment of { $year }
ratings-commitments-of = Commitments of { $year }
ratings-field-commitment = What I commit to
ratings-commitment-help = Write what you will work on and keep to this year. The cell committee reads and checks it.
ratings-commitment-paper = Write it as it stands on the member's paper.
ratings-commitment-write = Save the commitment
ratings-commitment-written = The commitment is saved.
ratings-commitment-written-on = Written on { $date }
ratings-commitment-none-yet = No commitment yet
ratings-commitment-none-words = The member writes the commitment of the year here.
ratings-commitment-is-written = Written
ratings-commitment-is-checked = Checked by the cell committee
ratings-commitment-check-title = The cell committee's check
ratings-commitment-check = Save the check
ratings-commitment-checked = The check is saved.
ratings-commitment-checked-on = Checked by the cell committee on { $date }
ratings-commitment-check-back = The check was taken back.
ratings-field-note = What was found
ratings-field-note-help = How it was kept, what is to go on.
ratings-commitments-missing = { $count ->
    [one] One member
   *[other] { $count } members
  } without a commitment
ratings-commitments-unchecked = { $count ->
    [one] One commitment waits
   *[other] { $count } commitments wait
  } for the cell committee
ratings-commitments-none-title = The cell has no members yet
ratings-commitments-none = Once there is a list of members, their commitments appear here.
ratings-field-year = Year rated
ratings-field-counted-on = Day of the list
ratings-field-counted-on-help = Whoever belongs to a cell on this day is rated there.
