# Members' files lent out

loans-title = Files lent
loans-lead = Enter each time a file leaves the cupboard: to whom, why, until when. Members see where their own file is.
loans-lend = Lend the file
loans-borrower = Who borrows it
loans-borrower-help = For example: the organisation office, Mr Minh.
loans-reason = Why
loans-lent-on = Lent on
loans-due-on = Due back
loans-lent = The lending was entered.
loans-return = Is back
loans-returned-on = Back on
loans-returned = The file is back.
loans-out-again = The file counts as lent again.
loans-removed = The lending was removed.
loans-out = Lent
loans-overdue = Overdue
loans-span = Lent { $lent }, due { $due }
loans-back-on = back { $day }
loans-none-title = Never lent
loans-none = When a committee borrows a file, enter it here, so that it is known where the file is.
loans-borrower-missing = Say who borrows it.
loans-to-come = That day has not come. Choose today or a day before.
loans-due-first = The day it is due is not before the day it was lent.
loans-refused-back-first = The file was lent on { $date }; it cannot be back before.
loans-refused-back = The file came back on { $date }.
loans-refused-out = The file is lent out. Enter its coming back first.
