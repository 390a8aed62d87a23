# The committee's month.
months-title = Cells by month
months-lead = { $name }: { $count ->
    [one] one cell
   *[other] { $count } cells
}
months-filter-of = Of
months-filter-to = 12 months to
months-filter-type = type
months-filter-any-type = all
months-filter-overseer = followed by
months-filter-any-overseer = anybody
months-filter-go = Show

months-owed-title = Due soon, and late
months-owed-none = Nothing falls due within seven days that is not done, and nothing is late.
months-owed-more = { $count } more
months-owed-late = Late since:
months-owed-soon = Due:
months-due-date = No date set for the meeting
months-due-meeting = Routine meeting not held
months-due-notice = Notice not sent
months-due-papers = Papers not posted
months-due-thematic = No thematic meeting this quarter
months-due-report = Not reported to the superior committee
months-due-grade = Grade not decided

months-grid-title = Twelve months
months-show = The squares show
months-show-grade = Grade
months-show-length = Length
months-show-attendance = Attendance
months-show-speaking = Speakers
months-show-papers = Papers
months-show-score = Score
months-show-report = Report
months-caption-grade = Grade of each cell's meeting, by month
months-caption-length = Minutes of the meeting; bold red is shorter than the rule asks
months-caption-attendance = Share of the members expected who were present
months-caption-speaking = Share of those present who spoke
months-caption-papers = Papers posted in time (✓) or late (–)
months-caption-score = Points of the meeting
months-caption-report = Reported to the superior committee (✓) or not (–)
months-foot-grade = Held
months-foot-length = Average (minutes)
months-foot-attendance = Average
months-foot-speaking = Average
months-foot-papers = In time
months-foot-score = Average
months-foot-report = Reported
months-question-grade = How many cells met each month?
months-question-length = How many minutes did a meeting last on average?
months-question-attendance = What share of members was present on average?
months-question-speaking = What share of those present spoke on average?
months-question-papers = What share of cells posted the papers in time?
months-question-score = How many points on average?
months-question-report = What share of cells has reported?
months-question-grades = How were the cells graded in { $month }?
months-part = { $name }: { $count }
months-ungraded = Not graded
months-key-ungraded = held, not graded yet
months-key-ahead = still ahead
months-key-missing = not held in the month

months-said = { $cell }, { $month }
months-said-planned = planned for { $day }, { $time }, not called yet
months-said-called = called for { $day }, { $time }
months-said-no-date = no date set
months-said-missed = no routine meeting held
months-said-held = held on { $day }
months-said-length = { $minutes } minutes (at least { $least })
months-said-short = { $minutes } minutes, shorter than the { $least } asked for
months-said-attendance = { $present } of { $expected } present
months-said-speakers = { $speakers ->
    [one] one speaker
   *[other] { $speakers } speakers
}
months-said-papers = papers posted in time
months-said-papers-late = papers late or missing
months-said-scored = { $points } points, self-graded { $grade }
months-said-decided = { $points } points, { $grade }
months-said-reported = reported
months-said-unreported = not reported

months-col-cell = Cell
months-col-held = Meeting
months-col-length = Length
months-col-attendance = Present
months-col-speakers = Speakers
months-col-papers = Papers
months-col-score = Points
months-col-grade = Grade
months-col-report = Reported
months-col-type = Type
months-col-cells = Cells
months-papers-in-time = in time
months-papers-late = late or missing
months-undecided = not decided by the superior
months-planned-on = Planned for { $day }
months-no-date = No date yet
months-missed = Not held
months-month-title = Cells, { $month }
months-other-months = Other months

months-nothing-title = No cells yet
months-nothing = Once the organisation has cells and they plan their meetings, the whole year appears here.
months-nothing-do = See the organisations
months-blocks-title = By type
months-blocks-caption = The upper figure is of { $month }; the small one below is of the twelve months
months-block-untyped = Type not known
months-total-met = Held
months-total-length = Minutes
months-total-attendance = Present
months-total-speaking = Spoke
months-total-papers = Papers in time
months-total-reported = Reported
months-total-score = Points
months-total-grades = Grades
months-said-elsewhere = { $cell }, { $month }: did not stand here.
months-ended = Ended on { $date }
months-went = Stands elsewhere now
