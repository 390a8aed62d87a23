# Dates, times, numbers, and the words of the components.
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
month-name-1 = January
month-name-2 = February
month-name-3 = March
month-name-4 = April
month-name-5 = May
month-name-6 = June
month-name-7 = July
month-name-8 = August
month-name-9 = September
month-name-10 = October
month-name-11 = November
month-name-12 = December

words-date = { $day } { $month } { $year }
words-day = { $weekday } { $date }
words-day-short = { $weekday } { $day } { $month }
words-day-month = { $day } { $month }
words-month = { $month } { $year }
words-exact = { $time }, { $day }
words-when = { $day }, { $time }, { $distance }
words-when-far = { $day }, { $time }
words-today = today
words-tomorrow = tomorrow
words-yesterday = yesterday
words-now = now
words-in-days = in { $n } days
words-days-ago = { $n } days ago
words-days-over = { $n ->
    [one] { $n } day over
   *[other] { $n } days over
}
words-in-hours = { $n ->
    [one] in { $n } hour
   *[other] in { $n } hours
}
words-hours-ago = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
words-in-minutes = { $n ->
    [one] in { $n } minute
   *[other] in { $n } minutes
}
words-minutes-ago = { $n } minutes ago
words-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}

# The letter of a grade of quality in a square.
grade-letter-good = G
grade-letter-fair = F
grade-letter-average = A
grade-letter-poor = P

field-date-unreadable = This date could not be read. Please write it as 05/11/2026.
field-time-unreadable = This time could not be read. Please write it as 19:30.
field-number-unreadable = Please enter a whole number.
form-reason-missing = Please write the reason.
form-too-long = Too long: { $most } characters at most.
form-names-nothing-known = This names a person or a thing that does not exist. Load the page again and choose anew.
field-optional = optional
problems-title = { $count ->
    [one] { $count } thing to look at again
   *[other] { $count } things to look at again
}
deed-waiting = Working on it, { $seconds } s so far
deed-copy = Copy
deed-copied = Copied
deed-not-copied = The browser does not allow copying; please select the text and copy it by hand.
deed-print = Print this page
diff-old = Before:
diff-new = Now:

pager-name = Leaves of the list
pager-shown = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
pager-before = Earlier
pager-after = Later

rule-source = Document { $document }
rule-open = See the whole rule

step-state-done = done
step-state-next = the next thing to do
step-state-late = late
step-state-later = later
timer-of = { $used }/{ $planned } min
timer-used = { $used } min
grid-hint = Choose a square to see its summary; the arrow keys move between squares.

confirm-cannot-undo = Once done, this cannot be undone.
confirm-back = Go back, not yet

auto-save-saving = saving…
auto-save-saved = saved at { $time }
auto-save-held = not sent yet, kept on this machine; it will be sent when the network is back
auto-save-unheld = not sent yet, and this machine cannot keep the text; please do not close the page
auto-save-signed-out = you have been signed out; the text is kept on this machine and will be sent once you sign in again
auto-save-restored = what was not sent last time is back, and is being sent
auto-save-refused = the server has not taken it; the text is kept on this machine
auto-save-differs = Someone else has just changed this
auto-save-differs-help = Both texts are side by side. Complete yours and keep it, or take the other. Nothing has been written over.
auto-save-mine = Your text
auto-save-theirs = The text as it is
auto-save-join = Add the text as it is to the end of mine
auto-save-keep = Keep mine
auto-save-take-theirs = Take the text as it is
