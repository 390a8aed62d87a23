# What a task's result rests on

evidence-title = Evidence
evidence-none = No file yet. Pictures, minutes, lists show how far it has come.
evidence-file = File
evidence-file-help = Pictures, PDF, Word, Excel, at most 20 MB; no secret papers.
evidence-note = What it shows
evidence-add = Send the file
evidence-added = { $name } was sent.
evidence-remove = Take away
evidence-removed = The file was taken away.
evidence-return-open = Return it, not accepted
evidence-return-reason = Why
evidence-return-help = Say what is missing; whoever answers for it reads this and reports again.
evidence-return = Return
evidence-returned = Returned; the task counts as not done again.
evidence-returned-title = Returned by the cell
evidence-of-rating = Tasks reported done in the year, with evidence
evidence-done-with = Done on { $day }, { $count } files of evidence
evidence-words-long = Longer than 1000 letters. Write less.
evidence-refused-settled = The result was accepted or the task dropped: its evidence stands.
evidence-refused-too-many = There are { $most } files. Take away what is not needed.
