# The first page: what is next and what is mine to do.
today-title = Today
today-nothing-title = Nothing waits for you today
today-nothing = When your cell calls a meeting, sets you a task or answers you, it appears here.
today-nothing-do = See the help
today-month = Meeting of { $month }
today-month-done = Every step of this month is done.
today-step-by = by { $day }
today-step-plan = Date
today-step-papers = Papers
today-step-call = Notice
today-step-hold = Meeting
today-step-adopt = Minutes
today-step-score = Score
today-step-report = Report
today-do-plan = Set date and place
today-do-papers = Draft the agenda and post the papers
today-do-call = Call the meeting
today-do-hold = Open the meeting
today-do-adopt = Adopt the minutes
today-do-score = Score the meeting
today-do-report = Report to the superior committee
today-todo = Waiting for you
today-open-tasks = { $count ->
    [one] one open task
   *[other] { $count } open tasks
}
today-leave-asked = { $name } asks for leave: { $reason }
today-no-agenda = The next meeting has no agenda yet
today-corrections = { $count ->
    [one] One member asks for a correction of the file
   *[other] { $count } members ask for a correction of their files
}
today-close-dues = Close the dues book of { $month }
today-late-tasks = { $count ->
    [one] one task is overdue
   *[other] { $count } tasks are overdue
}
today-next = Next meeting
today-running = Meeting under way
today-later = Later meetings
today-all-meetings = All meetings
today-enter = Enter the meeting
today-prepare = Prepare
today-see = See agenda and papers
today-no-time = No date yet
today-not-called = not called yet
today-own-tasks = My tasks
today-all-tasks = All tasks
today-no-tasks = You have no open task.
today-task-done = reported done
today-task-late = overdue
today-answers = Answers to me
today-unanswered = not answered yet
today-leave-own = Leave asked for { $day }
today-leave-granted = Granted
today-leave-refused = Not granted
today-cells-met = Held this month: { $met } of { $cells } cells
today-cells-reported = reported: { $reported }
today-cells-decided = graded: { $decided }
today-see-months = See the cells by month
today-more-owed = { $count } more there
today-awaiting = { $cell }, { $month }
today-awaiting-title = Waiting for a grade
today-all-grades = All
today-approval = { $cell }, { $month }
today-approvals-title = Waiting for agreement to the date
today-all-approvals = All
today-machine = The machine
today-accounts = Accounts
today-unused-accounts = Never used
today-failed-jobs = Background jobs given up
today-see-accounts = See the accounts
