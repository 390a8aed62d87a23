# The room: a meeting run, written down and closed.
room-name = Room
room-preparation = Preparation
room-title = { $kind }, { $month }
room-kind-routine = routine meeting
room-kind-thematic = thematic meeting
room-kind-combined = routine and thematic meeting
room-kind-extraordinary = extraordinary meeting
room-kind-cell_committee = cell committee meeting
room-kind-sub_cell = sub-cell meeting
room-kind-congress = cell congress
room-part-routine = Routine part
room-part-thematic = Thematic part
room-choose = Please choose
room-nobody = Nobody
room-save = Save
room-text-saved = Saved.
room-aloud = The chair reads

# The facts so far
room-fact-members = { $n } members on the roll
room-fact-present = { $present } of { $expected } present
room-fact-minimum = (at least { $minimum } minutes)
room-fact-speakers = { $spoke } of { $present } have spoken
room-fact-tasks = Tasks due: { $done } of { $due } done

# Opening
room-opening-title = Who runs this meeting?
room-opening-lead = Choose the chair and the minute-taker, then open. The time of opening is noted then; a wrong choice can be changed later.
room-chair = Chair
room-minute-taker = Minute-taker
room-minute-taker-help = Whoever writes the minutes; in this meeting they may write everything here.
room-tracker = Scores are followed by
room-tracker-help = Follows the meeting and proposes its points. May be left empty.
room-leaders = Who runs the meeting
room-leaders-change = Change chair, minute-taker or follower
room-people-named = Noted who runs the meeting.
room-open = Open the meeting
room-open-hint = The roll call comes next.
room-opened = Opened at { $time }.
room-opening-taken-back = Back to before the opening.
room-cancelled = This meeting was cancelled.
room-no-agenda-title = No agenda yet
room-no-agenda = A meeting needs an agenda to go through item by item.
room-no-agenda-do = Write the agenda

# Guests
room-guests = Guests and those from above
room-guests-none = No guest noted yet.
room-guest = guest
room-overseer = overseer from the committee above
room-overseer-here = { $name } is here
room-guest-add = Add a guest
room-guest-name = Full name
room-guest-role = Office, organisation
room-guest-role-help = As it will be read out.
room-guest-overseer = Is the overseer of this cell
room-guest-added = Noted { $name } as a guest.
room-guest-remove = Remove the guest
room-guest-remove-of = Remove the guest { $name }
room-guest-remove-ask = This takes { $name } off the guests of this meeting.
room-guest-removed = The guest was removed.

# Roll call
room-roll = Roll call
room-roll-left = { $n } still to be called
room-roll-done = Everybody was called
room-roll-hint = Call name by name; note why somebody is absent.
room-roll-help = Note those absent first, then tap once for all the rest.
room-present = Present
room-absent = Absent, late
room-excused = Absent with reason
room-unexcused = Absent without reason
room-exempt = Exempt
room-special-duty = Special duty
room-absence-reason = Reason, if absent
room-arrived = Came at
room-left = Left at
room-present-at = Present at these times
room-arrived-now = Just arrived
room-arrived-now-of = { $name } just arrived
room-not-called = not called
room-call-present = { $name } is present
room-attendance-of = Absent, late: { $name }
room-attendance-present = Present
room-attendance-excused = Absent with reason
room-attendance-unexcused = Absent without reason
room-attendance-exempt = Exempt
room-attendance-special_duty = Special duty
room-rest-present = All { $n } others are present
room-rest-marked = Noted { $n } as present.
room-marked = { $name }: { $how }.
room-unmarked = What was just noted is taken back.
room-present-since = since { $time }
room-present-until = until { $time }
room-probationary = probationary
room-name-probationary = { $name } (probationary)
room-standing-active = active
room-standing-exempt = exempt from meetings
room-standing-away = transferred out for a time
room-standing-suspended = suspended from meetings
room-standing-visiting = here for a time
room-standing-residence = residence contact (213)

# Dues, agenda
room-dues = State of dues
room-dues-help = For example: October dues of all 18 members collected.
room-agenda = Agenda
room-agenda-is-adopted = Adopted
room-agenda-hint = Read the agenda, then take the vote.
room-agenda-without-count = Nobody objects, no count needed
room-agenda-adopted = The agenda is adopted.
room-agenda-open = The agenda is not adopted.

# Item by item
room-line-remarks = { $n } remarks
room-line-current = now
room-take-up = Take this up
room-take-up-again = Take this up again
room-take-up-next = On to item { $n }
room-item-taken-up = Taken up.
room-item-put-down = As it was before.
room-presenter = Presented by { $name }
room-prepared = Prepared
room-score = Score this meeting
room-notes = Notes
room-conclusion = The chair's conclusion

# Remarks
room-people = Who speaks?
room-people-hint = Tap a name when they speak; the remark goes under item { $n }.
room-people-find = Find a name
room-people-absent = Not here: { $n }
room-people-close = Back to the item
room-spoke = spoke { $n } times
room-remarks = Remarks
room-remarks-none = No remark yet. Tap the name of whoever speaks; the words can follow later.
room-remarks-nobody = No remark was noted.
room-remark-remark = Remark
room-remark-self_criticism = Self-criticism
room-remark-criticism = Criticism
room-remark-proposal = Proposal
room-remark-answer = Answer
room-remark-add = Add a speaker
room-remark-added = Noted who speaks.
room-remark-words = What did they say?
room-remark-kind-of = Kind of remark by { $name }
room-remark-remove = Remove the remark by { $name }
room-remark-taken-back = The remark was removed.
room-remark-again = The remark is back.
room-speaker-missing = Choose who speaks.
room-prepared-remarks = Prepared remarks: { $n }
room-prepared-take = Take into the minutes

# Self-criticism and criticism
room-round = Self-criticism and criticism
room-round-done = { $done } of { $n } reviewed themselves
room-self-criticism = Self-criticism
room-self-criticism-of = { $name } reviews themself
room-criticism = Criticism
room-criticism-of = { $name } criticises another

# Votes
room-motions = Votes
room-motion-add = Take a vote
room-motion-body = On what
room-motion-kind = Kind of vote
room-motion-save = Start the vote
room-motion-put = Ask for the hands, then note the count.
room-motion-withdraw = Withdraw this motion
room-motion-withdrawn = The motion was withdrawn.
room-motion-again = The motion is back.
room-motion-agenda = Adopt the agenda
room-motion-resolution = Adopt the resolution of { $month }
room-motion-minutes = Adopt the minutes
room-terms-base = Counted
room-terms-eligible = Present and entitled
room-terms-needed = Needed in favour
room-count-next = Note the count
room-count-hint = Count the hands, then note three numbers.
room-count-in-favour = In favour
room-count-against = Against
room-count-other = Other opinion
room-count-save = Note the count
room-count-all = All { $n } in favour
room-count-again = Count again
room-count-missing = Note how many are in favour.
room-count-taken-back = The count was taken back; please count again.
room-number-unreadable = Please write a number.
room-passed = Passed
room-failed = Not passed
room-opinion-add = Reserve an opinion
room-opinion-member = Whose opinion
room-opinion-text = The opinion, word for word
room-opinion-help = Write exactly what was said. Whoever reserves an opinion still carries out the resolution (Charter, Article 9).
room-opinion-save = Keep this opinion
room-opinion-kept = The opinion is kept word for word.
room-opinion-kept-by = reserves the opinion:
room-opinion-remove = Remove the reserved opinion
room-opinion-remove-of = Remove the reserved opinion of { $name }
room-opinion-remove-ask = This removes the reserved opinion of { $name }: “{ $words }”
room-opinion-taken-back = The reserved opinion was removed.
room-opinion-whose = Choose whose opinion it is.
room-opinion-words = Write the opinion word for word.

# Tasks set
room-tasks = Tasks set today
room-task-add = Set another task
room-task-title = What is to be done
room-task-owner = Who is responsible
room-task-deadline = Deadline
room-task-reports-in = Reported at the meeting of
room-task-is-standing = A standing task without a deadline
room-task-product = What there must be at the end
room-task-save = Set this task
room-task-set = The task is set.
room-task-change = Change
room-task-changed = The task is changed.
room-task-remove = Remove this task
room-task-remove-ask = This removes the task: “{ $title }”
room-task-removed = The task was removed.
room-task-product-is = Product: { $product }
room-task-until = due { $date }
room-task-standing = standing
room-task-reported-in = reported in { $month }

# Tasks due from earlier resolutions
room-due = Tasks of the earlier resolution
room-due-task = Task
room-due-result = Result
room-due-result-of = Result of the task “{ $title }”
room-due-result-words = The result in words
room-due-percent-of = How much of the task “{ $title }” is done, in per cent
room-due-whole = All done
room-due-accept = The cell accepts it as done
room-due-accepted = Accepted, { $percent } %
room-due-open-again = Open again
room-due-nothing = Not reported.
room-task-reported = The result is noted.
room-task-accepted = The cell accepted it.
room-task-open-again = The task is open again.

# Resolution
room-resolution = Resolution
room-resolution-help = The table of earlier tasks, the tasks set today and the vote go into the resolution by themselves. Only the wording is written here.
room-resolution-situation = Political and ideological situation
room-resolution-results = Results of the month
room-resolution-praise = Praise, reminders
room-resolution-faults = Faults and their causes
room-resolution-direction = Direction for the next month
room-resolution-execution = Execution
room-resolution-hint = Read the draft resolution, then take the vote.

# Closing
room-closing = Before closing
room-missing = Still missing, for the chair to weigh
room-missing-length = Not yet { $minimum } minutes.
room-missing-dues = The state of dues was not told.
room-missing-items = { $n } items were not taken up.
room-missing-vote = There was no vote on the resolution.
room-missing-tasks = No task was set for the next month.
room-close = Close the meeting
room-close-hint = After the closing the minutes are read and adopted; it can be opened again if need be.
room-closed = Closed at { $time }, after { $minutes } minutes.
room-is-closed = The meeting is closed. What is written can still be corrected until the minutes are adopted.
room-is-over = The meeting is closed. This is what was written.
room-reopen = Open the meeting again
room-reopened = The meeting is open again.
room-read-minutes = Read the minutes
room-read-hint = Read the whole text, then the cell adopts it.

# What the chair reads
room-aloud-opening = Today, { $day }, { $cell } holds its { $kind } of { $month }.
room-aloud-people = { $chair } chairs. { $taker } takes the minutes.
room-aloud-guests = With us today: { $names }.
room-aloud-roll = The cell has { $members } members ({ $official } official, { $probationary } probationary). Present { $present }, absent with reason { $excused }, absent without reason { $unexcused }.
room-aloud-exempt = { $n } are exempt.
room-aloud-quorum = { $eligible } entitled to vote are here, of { $base } counted; a resolution needs at least { $needed } in favour. The cell can decide.
room-aloud-no-quorum = Only { $eligible } entitled to vote are here, of { $base } counted; a resolution needs { $needed }. The cell still meets and discusses.
room-aloud-agenda = The agenda has { $n } items and is planned for { $minutes } minutes. Are there remarks on it? If not, please vote.
room-aloud-item = Item { $n }: { $title }.
room-aloud-presenter = { $name } will present it.
room-aloud-criticism = Each of us reviews themself briefly; then the others speak frankly and kindly.
room-aloud-assignment = For each task: who does it, by when, and at which meeting it is reported.
room-aloud-discussion = The floor is open.
room-aloud-proposals = Who has a proposal to the cell or to those above, please speak.
room-aloud-hands = Who is in favour, please raise your hand. Who is against? Who has another opinion?
room-aloud-summary = We went through { $items } items, { $speakers } members spoke, { $tasks } tasks were set.
room-aloud-closing = Thank you. I declare the meeting closed.
room-aloud-reading = { $taker } will read the minutes. Then the cell remarks on them and votes.

# What could not be sent
room-changed-meanwhile = Somebody else just changed this. Your words are still here, theirs stand beside; join them, then save.
room-unreached = The server was not reached. What you typed is still on this machine; please try again.
room-signed-out = Your session has ended. What you typed is still on this machine; sign in and go on.
room-sign-in = Sign in
