# Tasks of a resolution

tasks-state-in_progress = Under way
tasks-state-dated = With a deadline
tasks-state-standing = Standing task
tasks-state-undated = No date yet

tasks-title-missing = Write what is to be done.
tasks-owner-missing = Choose who answers for it.
tasks-deadline-missing = Write the deadline; for work without end choose "Standing task".
tasks-deadline-past = The deadline cannot lie before the day the task is set.
tasks-reporting-meeting-missing = Choose the meeting at which it is reported.
tasks-reporting-meeting-past = The reporting meeting cannot lie before the month in which the task is set.
tasks-result-missing = Write the result in words.
tasks-percent-out-of-range = The share done is 0 to 100.
tasks-closed = This task has been accepted as done and takes no further report.
tasks-not-done = The task is not done, so it cannot be accepted yet.
tasks-owner-not-in-cell = The owner must be a member of the cell.
tasks-reported-already = This task has been reported on and cannot be removed.
tasks-title-adopted = The minutes are adopted, so the task's title and product can no longer change.
