# Quality of meetings: grades, sheets, evidence, stages

quality-grade-good = Good
quality-grade-fair = Fair
quality-grade-average = Average
quality-grade-poor = Poor
quality-stage-name-proposed = Proposed by the tracker
quality-stage-name-agreed = Agreed by the cell committee
quality-stage-name-voted = Voted by the cell
quality-stage-name-decided = Decided by the superior committee
quality-scorer-tracker = The comrade who tracks the meeting
quality-scorer-cell_committee = The cell committee
quality-scorer-overseer = The superior's member who follows the cell
quality-decider-direct_superior = The direct superior committee
quality-decider-commune = The committee of the commune, ward or special zone
quality-basis-evidence = By the facts
quality-basis-judgement = Needs a person's judgement
quality-basis-not_applicable = Does not count this month
quality-origin-national = By the national frame
quality-origin-local = By a local form
quality-origin-program = Suggested by the program, a committee may replace it
quality-kind-choice = One of several answers
quality-kind-yes_no = All points or none
quality-kind-number = A number of points
quality-kind-ratio_band = By a share
quality-kind-bonus = Points on top
quality-kind-deduction = Points taken away

# Evidence of proposed points

quality-evidence-members = The cell has { $members } members.
quality-evidence-length = The meeting lasted { $minutes } minutes; at least { $least } are asked for.
quality-evidence-length-short = The meeting lasted { $minutes } minutes, { $short } short of { $least }.
quality-evidence-length-no-rule = The meeting lasted { $minutes } minutes; no least length is set for this kind.
quality-evidence-attendance = { $part } of { $whole } members in the base attended ({ $percent } %); absent with reason { $excused }, without reason { $unexcused }.
quality-evidence-unexcused = Absent without reason: { $unexcused }.
quality-evidence-excused-run = Longest run of absences with reason in the year: { $run }; up to { $limit } are within bounds.
quality-evidence-speaking = { $part } of { $whole } attendees spoke ({ $percent } %).
quality-evidence-task-results = { $part } of { $whole } tasks due of the previous resolution are done ({ $percent } %).
quality-evidence-notices = { $part } of { $whole } members were notified ({ $percent } %).
quality-evidence-overseer-notified = The superior's member who follows the cell was notified.
quality-evidence-overseer-not-notified = The superior's member who follows the cell was not notified.
quality-evidence-no-overseer = Nobody of the superior committee follows the cell.
quality-evidence-steps = { $part } of { $whole } steps were gone through ({ $percent } %).
quality-evidence-records = The minutes cover { $part } of { $whole } items ({ $percent } %).
quality-evidence-criticism = Criticism took { $minutes } minutes; { $least } or more are asked for.
quality-evidence-study = The study topic took { $minutes } minutes.
quality-evidence-papers-on-time = Papers were posted { $hours } hours before the start; at least { $days } day is asked for.
quality-evidence-papers-late = Papers were posted only { $hours } hours before the start; at least { $days } day is asked for.
quality-evidence-papers-no-rule = Papers were posted { $hours } hours before the start; no time was set then.
quality-evidence-papers-not-posted = No papers were posted.
quality-evidence-reported = Reported { $hours } hours after the closing.
quality-evidence-reported-late = Reported { $hours } hours after the closing; { $days } days are given.
quality-evidence-not-reported = Not reported within { $days } days.
quality-evidence-report-open = The { $days } days for the report have not passed yet.
quality-evidence-report-no-rule = No time was set for the report then.
quality-evidence-committee-met = The cell committee met, with minutes.
quality-evidence-committee-not-met = No meeting of the cell committee is recorded.
quality-evidence-secretary-only = The cell has a secretary only; no committee meeting is asked for.
quality-evidence-concluded = The conclusion or resolution was voted.
quality-evidence-not-concluded = No conclusion or resolution was voted.
quality-evidence-minutes-adopted = The minutes were read and adopted.
quality-evidence-minutes-not-adopted = The minutes were not adopted.
quality-evidence-tasks-assigned = { $part } of { $whole } tasks name owner, deadline and reporting meeting ({ $percent } %).
quality-evidence-draft = A draft conclusion or resolution was prepared.
quality-evidence-no-draft = No draft conclusion or resolution was prepared.
quality-evidence-thematic = A thematic meeting was held this month.
quality-evidence-no-thematic = No thematic meeting was held this month.
quality-evidence-combined = Routine and thematic part in one sitting.
quality-evidence-not-combined = Not combined with a thematic part.
quality-evidence-no-longer-worded = This evidence was written in words no longer in use and cannot be shown.
quality-unknown-until-closed = Not known before the meeting is closed; full points for now.
quality-unknown-until-roll-call = The roll was not called yet.
quality-unknown-no-task-due = No task of the previous resolution was due.
quality-unknown-not-recorded = Not recorded.

# What to flag in the regime of meetings

quality-fault-no-routine = No routine meeting this month ({ $held } of { $expected }).
quality-fault-routine-twice = { $held } routine meetings this month; { $expected } is the rule.
quality-fault-thematic-only = Only a thematic meeting this month; it does not replace the { $expected } routine one.
quality-fault-no-thematic = { $held } of { $expected } thematic meetings this quarter.
quality-fault-too-short = The meeting lasted { $minutes } minutes, less than { $least }.
quality-fault-papers-late = Papers were not posted { $days } day before the start.
quality-fault-report-late = Papers were not posted and reported within { $days } days after the meeting.
quality-fault-excused-running = A member was absent with reason { $run } times in a row in the year, more than { $limit }.

# Stages of a score

quality-stage-proposed-too-late = The cell committee has agreed; the proposal can no longer be changed.
quality-stage-agreed-out-of-order = The cell committee agrees after the proposal and before the cell votes.
quality-stage-voted-out-of-order = The cell votes after the cell committee has agreed and before the superior decides.
quality-stage-decided-out-of-order = The superior committee decides after the cell has voted.
quality-stage-wrong-scorer = The rubric does not name this scorer.
quality-stage-scorer-missing = One scorer has not proposed yet. Wait for both.
quality-stage-unknown-item = The rubric has no item "{ $item }".
quality-stage-out-of-range = The item "{ $item }" has at most { $maximum } points.
quality-stage-reason-missing = The item "{ $item }" differs from the stage before. Write down why.
quality-stage-not-confirmed = The attending member of the superior committee has not confirmed the self-score. Wait for it.

# Findings in a rubric

quality-rubric-unknown-word = There is no word "{ $word }" in the list.
quality-rubric-unknown-kind = There is no kind "{ $word }"; use choice, yes_no, number, ratio_band, bonus or deduction.
quality-rubric-unknown-fact = There is no fact "{ $fact }".
quality-rubric-fact-not-number = "{ $fact }" is neither a number nor a share; it cannot be compared or counted.
quality-rubric-fact-not-yes-no = "{ $fact }" is not yes or no; compare it, such as "{ $fact } >= 90".
quality-rubric-fact-not-ratio = "{ $fact }" is not a share.
quality-rubric-condition-malformed = The condition "{ $condition }" cannot be read; a right one: minutes_short <= 15.
quality-rubric-applies-compares = A condition of applicability uses yes-or-no facts only.
quality-rubric-band-missing = No band holds the shares from { $from } to { $to } %.
quality-rubric-bands-overlap = Two bands hold the shares from { $from } to { $to } %.
quality-rubric-boundary-undeclared = Exactly { $percent } % is in no band. Add boundary = "upper" or "lower".
quality-rubric-band-two-ends = Each end of a band is given once: at_least or more_than, below or at_most.
quality-rubric-best-not-maximum = The best answer earns { $best } points, not the item's maximum of { $maximum }.
quality-rubric-blocks-sum = The blocks add up to { $sum } points, not to the declared maximum of { $maximum }.
quality-rubric-items-sum = The items add up to { $sum } points, not to the block's maximum of { $maximum }.
quality-rubric-only-deductions = In a sheet that starts at the maximum every item must be a deduction.
quality-rubric-too-many-conditions = The items of this block depend on too many conditions.
quality-rubric-choice-without-otherwise = Give every answer but the last a condition, or none of them.
quality-rubric-start-missing = An item a person judges needs start, the points to begin with.
quality-rubric-start-out-of-range = The points to begin with are outside the item's range.
quality-rubric-grades-order = The limits of grades must fall: good, fair, average, none above the maximum.
quality-rubric-key-twice = This key was used above.
quality-rubric-scorers = There must be one or two scorers.
quality-rubric-year-without-condition = Each grade of a year needs every or meetings.
quality-rubric-versions-overlap = This rubric scores the same meetings on the same days as another of its code.
