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

life-refused-to-come = That day has not come. Record it when it has.
life-refused-transfer-underway-now = This member was introduced to another cell a moment ago. Open the page again to see it.
life-refused-too-old = This was recorded more than a day ago and cannot be taken back. Record another change to set it right.
life-refused-not-the-last = Another change was recorded after this one. Take the last one back first.
life-becomes-begun = From { $on }: { $grade ->
    [official] official member
   *[probationary] probationary member
}, { $state ->
    [exempt] exempt from meetings
    [away] temporarily away
    [suspended] suspended from meetings
    [visiting] temporarily here
    [residence] keeping residence contact
   *[active] taking part
}, { $cell }.
life-becomes-ended = Until { $on }: { $grade ->
    [official] official member
   *[probationary] probationary member
}, { $state ->
    [exempt] exempt from meetings
    [away] temporarily away
    [suspended] suspended from meetings
    [visiting] temporarily here
    [residence] keeping residence contact
   *[active] taking part
}, { $cell }.
life-becomes-offices = { $count } terms of office end with it.

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

# The pages that record changes
life-title = Changes recorded
life-changes = Record a change
life-take-back = Take this back
life-taken-back = It was taken back.
life-is-taken-back = Taken back
life-done = Recorded.
life-introduced = Introduced; the other cell has yet to receive.
life-look-now = It is recorded at once.
life-look-note = A mistake can be taken back for a day; later another change sets it right.
life-look-transfer = Once the other cell receives, this follows from the day of reception on. Until then the member stays here.
life-look-transfer-note = While it is not received it can be withdrawn.
life-cell-ask = Choose a cell
life-cell-missing = Choose the cell.
life-cell-transfer = Cell moved to
life-cell-send = Host cell
life-cell-readmit = Cell that admits again
life-cell-receive = Cell that receives
life-cell-introduce = Cell of residence
life-place-transfer = Or where to, if it is not in the list
life-place-send = Or where to, if it is not in the list
life-place-receive = Where from
life-place-help = As the letter of introduction writes it.
life-destination-missing = Choose the cell, or write where to.
life-until-send = Comes back on
life-until-exempt = Exempt until
life-until-suspend = Suspended until
life-until-missing = Give the day of coming back.
life-study = For study
life-reason = Reason
life-on-transfer = Introduced on
life-on-depart = Leaves on
life-on-send = Away from
life-on-recall = Back on
life-on-exempt = Exempt from
life-on-resume = Takes part again from
life-on-suspend = Suspended from
life-on-restore = No longer suspended from
life-on-introduce = Introduced from
life-on-part = Ends on
life-on-resign = Left on
life-on-remove = Removed on
life-on-expel = Expelled on
life-on-die = Died on
life-on-admit = Day of the ceremony
life-on-readmit = Day of the ceremony
life-on-receive = Received on
life-on-recognise = Day of the decision
life-on-help = Today or before.
life-help-admit = Admits somebody new.
life-help-readmit = Probationary from the ceremony on; party age runs from the day on the decision. The months since leaving are checked when it is recorded; who caused serious disunity, and other cases of the rule, are not admitted again (294-QĐ/TW, 3.5.2): the cell looks at the old file itself.
life-help-receive = The member comes from elsewhere and belongs to this cell from the day of reception on.
life-help-recognise = Counts from the end of the twelve months' probation, also where the papers are late.
life-help-transfer = Introduces the member to another cell. The member stays here until that cell receives, so that nobody is in two places or in none.
life-help-depart = Leaves this installation.
life-help-send = Takes part elsewhere for a time; still in this cell's membership count.
life-help-recall = The member takes part here again.
life-help-exempt = The cell decides on the member's request. Still a member, not among those expected at meetings.
life-help-resume = The member takes part again after an exemption.
life-help-suspend = The member attends no meetings while suspended.
life-help-restore = The member takes part again after a suspension.
life-help-introduce = The member keeps contact with the cell of residence; not in its membership count, votes or dues.
life-help-part = The member no longer keeps contact with the cell of residence.
life-help-resign = The member asked to leave the Party, and that was agreed to.
life-help-remove = Recorded only once the competent committee has decided; never by itself.
life-help-expel = Recorded only once the competent committee has decided.
life-help-die = The member has died. The file is kept.
life-underway = On the way to { $to }: introduced on { $date }, to be received by { $due }.
life-transfers-title = Transfers on their way
life-transfers-lead = Members introduced to other cells, and to this one. Until received they belong to the cell they come from.
life-transfers-none-title = Nobody is on the way
life-transfers-none = To introduce somebody, open the member's file and choose "Record a change".
life-transfer-due = To be received by
life-transfer-from = From
life-transfer-to = To
life-transfer-decision = Introduced
life-transfer-introduced = On { $date } · { $decision }
life-received-on = Received on
life-receive = Receive
life-received = Received; the member belongs to the new cell from that day on.
life-withdraw = Withdraw
life-transfer-withdrawn = Withdrawn; the member stays in the cell.
life-refused-id-used = This was sent before with another content, or was taken back. Open the file again and record it anew.
life-refused-moved-meanwhile = This member has left the cell that introduced. Ask the cell the member is in now to introduce.
life-refused-written-about = Something else was entered about this member since (an account, dues, a commendation, a roll). Take that back first, then this.
life-refused-has-another-home = This member belongs to another cell by now; this cannot be taken back.
life-grade = Grade on arrival
