# A member's life: what cannot be recorded yet, and why

life-refused-later-change = This member has a change recorded from { $date }, later than this day. Please choose that day or a later one, or take that change back first.
life-refused-deceased = This member has died, so nothing more is recorded. If that was a mistake, please take the death back first.
life-refused-no-such-cell = This cell does not exist on that day: not founded yet, or dissolved. Please choose another cell or check the day.
life-refused-own-cell = The member is in that very cell. Please choose another cell.
life-refused-already-belongs = The member belongs to a cell. Please transfer the member from it.
life-refused-member-before = The member is in the register already. Please record a readmission, or a reception if the member comes from elsewhere.
life-refused-belongs-nowhere = On that day the member belongs to no cell. Please check the day, or record the reception first.
life-refused-readmission-early = The member left the Party less than { $months } months ago. Readmission is possible from { $date } on.
life-refused-decision-after-ceremony = The decision of admission is dated after the ceremony. Please check both days.
life-refused-not-admitted = The member belongs to no cell, so recognition cannot be recorded. Please record the admission or the reception first.
life-refused-official-already = This is an official member already; no recognition is needed. Please check the name.
life-refused-decision-before-ceremony = The recognition is dated before the admission ceremony ({ $date }). Please check the day of the decision.
life-refused-probation-not-over = The { $months } months of probation are not over. Please record the recognition from { $date } on.
life-refused-is-exempt = The member is exempt from meetings. Please record the return to meetings first.
life-refused-is-away = The member is on a temporary transfer. Please record the coming back first.
life-refused-is-suspended = The member is suspended from meetings. Please record the end of the suspension first.
life-refused-not-away = The member is not on a temporary transfer, so there is no coming back. Please check the name and the day.
life-refused-not-exempt = The member is not exempt from meetings. Please check the name and the day.
life-refused-not-suspended = The member is not suspended from meetings. Please check the name and the day.
life-refused-temporary-span = A temporary transfer from this day ends between { $least } and { $latest }. Please correct the day of coming back; for longer, make it an official transfer.
life-refused-until-before-start = It cannot end before it begins. Please check both days.
life-refused-contact-in-own-cell = The member stands in that cell already, so no residence contact is needed. Please choose the cell of residence.
life-refused-contact-already = The member keeps contact with a cell of residence. Please end that first.
life-refused-no-contact = The member keeps no contact with that cell. Please choose the cell of residence the member was introduced to.

life-refused-transfer-underway = The member is being transferred, introduced on { $date }. Please record the reception, or withdraw that transfer.
life-refused-transfer-before-introduction = The letter of introduction is of { $date }; the reception is on that day or later. Please check the day.
life-refused-transfer-received = The member was received on { $date }. There is no need to record it again.
life-refused-transfer-withdrawn = This transfer was withdrawn on { $date }. Please introduce the member again if the transfer is still to be made.

# The changes in a member's life
life-kind-admit = Admission
life-kind-readmit = Readmission
life-kind-receive = Reception from elsewhere
life-kind-recognise = Recognition as official member
life-kind-transfer = Official transfer
life-kind-depart = Transfer out
life-kind-send = Temporary transfer
life-kind-recall = Back from a temporary transfer
life-kind-exempt = Exemption from work and meetings
life-kind-resume = Return to meetings
life-kind-suspend = Suspension from meetings
life-kind-restore = End of a suspension
life-kind-introduce = Introduction to the cell of residence
life-kind-part = End of residence contact
life-kind-resign = Leaving the Party at own request
life-kind-remove = Removal from the list
life-kind-expel = Expulsion
life-kind-die = Death
