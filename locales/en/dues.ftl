# Dues

dues-title = Dues
dues-dong = { $dong } đ
dues-book-title = Dues of { $month }
dues-committee-title = Dues of the cells, { $month }
dues-own-title = My dues
dues-year = { $year }
dues-other-years = Other years
dues-book-of-cell = Dues book

dues-fact-owed = Owed { $dong } đ
dues-fact-paid = Paid for this month { $dong } đ
dues-fact-collected = Received in the month { $dong } đ
dues-fact-closed = { $closed }/{ $cells } cells closed
dues-fact-to-send = To send up { $dong } đ
dues-fact-received = Received { $dong } đ

dues-col-tick = Tick
dues-col-name = Member
dues-col-why = Reckoned by
dues-col-owed = Owed
dues-col-paid = Paid
dues-col-state = State
dues-col-month = Month
dues-col-number = No.
dues-col-day = Day
dues-col-way = How
dues-col-amount = Amount
dues-col-payers = Paid/members
dues-col-collected = Received in the month
dues-col-closed = Closed
dues-col-to-send = To send up
dues-col-sent = Sent, received
dues-sum = Sum

dues-stands-paid = Paid
dues-stands-partly = Partly paid
dues-stands-open = Not paid yet
dues-stands-unpaid = Unpaid, month closed
dues-stands-excused = Good reason
dues-stands-nothing = Nothing owed
dues-stands-unknown = Not known yet

dues-beyond = { $dong } đ more, freely
dues-arrears = Unpaid: { $months }
dues-paid-of = { $paid } of { $of } have paid
dues-tick-help = Tick those who just paid in full, then press Enter as paid. Several months or another amount: open the name.
dues-paid-on = Received on
dues-by = by
dues-enter-paid = Enter as paid
dues-enter-paid-act = Each one ticked gets a receipt of just what is owed.
dues-nobody-ticked = Nobody is ticked. Tick those who just paid.
dues-entered = { $count ->
    [one] One receipt is entered.
   *[other] { $count } receipts are entered.
}
dues-unknown-title = { $count ->
    [one] The dues of one member are not known
   *[other] The dues of { $count } members are not known
}
dues-unknown-help = Open the name, then the year, and state by what dues are reckoned. A month can be closed once all dues are known.
dues-nobody-title = Nobody is in this month's book
dues-nobody = The book lists those who stand in the cell at the end of the month. Bring in the list of members first.

dues-is-closed = Closed on { $day }
dues-is-closed-help = The month's figures stand from then on. Who pays late is entered on the day of paying, for the month still open.
dues-up-title = Sent up
dues-up = { $share } % goes up: { $dong }.
dues-close = Close the month
dues-send = Enter as sent
dues-sent = Sent { $dong } đ on { $day }
dues-received = Received { $dong } đ on { $day }
dues-is-received = Received
dues-not-received = Not received yet
dues-take-back = Take back
dues-field-sent = Amount sent (đồng)
dues-field-sent-on = Sent on
dues-receipts-of-month = Receipts of the month ({ $count })
dues-year-pdf = The year's book (PDF)
dues-year-xlsx = The year's book (XLSX)

dues-line-title = Dues of this month
dues-still-open = Still open
dues-to-year = See the whole year and by what dues are reckoned
dues-pay-title = Enter a payment
dues-field-dong = Amount (đồng)
dues-field-dong-help = The oldest month is paid first; what is beyond belongs to the last month and is given freely.
dues-field-from = From month
dues-field-to = To month
dues-field-to-help = Several months can be entered at one time, 24 at most.
dues-field-paid-on = Paid on
dues-field-way = How
dues-field-way-help = What was paid in another cell does not count as received here.
dues-field-note = Note
dues-pay = Enter
dues-excuse-open = Nothing is paid this month for a good reason
dues-excuse-help = Grave illness, disaster, work where nothing can be paid: the cell notes the reason, and the month does not count as unpaid.
dues-field-reason = Reason
dues-excuse = Note the reason

dues-close-title = Close the dues book of { $month }
dues-close-early = The month is not over: once closed, money received until its end can only be entered in the next month.
dues-close-says = Received in the month { $collected }; to send up { $send }.
dues-close-all-paid = Everybody has paid, or has a good reason.
dues-close-unpaid = { $count ->
    [one] One member has not paid and no reason is noted:
   *[other] { $count } members have not paid and no reason is noted:
}
dues-close-unpaid-help = The month will count as unpaid for them, until they pay.
dues-close-day = It can be opened again within a day, while nothing was sent up.
dues-closed = The month is closed.
dues-opened-again = The month is open again.

dues-paid-entered = Entered.
dues-excused = The good reason is noted.
dues-unexcused = The reason is taken away.
dues-sent-entered = Entered as sent up.
dues-sending-withdrawn = Taken back.
dues-reception-entered = Entered as received.
dues-reception-taken-back = The reception is taken back.
dues-payment-withdrawn = The receipt is struck out; its number stays.
dues-basis-stated = Noted by what dues are reckoned.
dues-basis-taken-back = What was just stated is taken back.

dues-receipt-title = Receipt of dues no. { $number } of { $year }
dues-receipt-without-number = Dues paid
dues-is-struck = Struck out
dues-is-struck-help = This receipt was a mistake and is struck out; its number is not used again.
dues-strike = Strike this receipt out
dues-receipts = What was paid

dues-own-open = You still owe { $dong } of this year.
dues-member-open = { $dong } of this year is still open.
dues-year-none = No month of this year is in the book.
dues-basis-title = By what dues are reckoned
dues-basis-none = Nothing is stated. State it once, and again when it changes.
dues-basis-state = State by what they are reckoned
dues-basis-help = Members state it themselves, or the cell committee notes what they say. Only the member, the cell committee, leaders above and the inspection committee see it. Closed months do not change.
dues-basis-since = since { $month }
dues-basis-do = State it
dues-field-category = Which of these holds
dues-field-base = Monthly pay, benefit or pension (đồng)
dues-field-base-help = With pay: what social insurance is reckoned by. Abroad: the dues agreed on.
dues-field-since = From
dues-field-basis-note-help = An exemption needs its reason.
dues-category-missing = Nothing is chosen. Choose one line.
dues-from-missing = No first month is chosen. Choose one.
dues-amount-missing = This needs a monthly amount. Enter it.
dues-exempt-without-reason = An exemption needs its reason, as a poor household or grave illness. Enter it.
dues-note-too-long = The note is longer than 300 letters. Shorten it.
dues-reason-missing = No reason is given. Write a short sentence.

dues-category-insured = Paid, in compulsory social insurance
dues-category-benefit = On sick or maternity benefit
dues-category-pensioner = Pensioner
dues-category-uninsured = Not insured, under retirement age
dues-category-uninsured_retired = Not insured, of retirement age, no pension
dues-category-student = Pupil or student
dues-category-abroad = Abroad
dues-category-exempt = Exempt from dues
dues-category-help-insured = by the pay insured in the month before
dues-category-help-benefit = by the benefit
dues-category-help-pensioner = by the pension
dues-category-help-uninsured = by the minimum wage of the zone where the cell meets
dues-category-help-uninsured_retired = by the minimum wage of the zone where the cell meets
dues-category-help-student = one amount for all
dues-category-help-abroad = by what was agreed
dues-category-help-exempt = poor household, grave illness; with the reason

dues-way-cash = Cash
dues-way-bank = Bank transfer
dues-way-portal = National Public Service Portal
dues-way-elsewhere = Paid in another cell

dues-why-insured = { $percent } % of insured pay of { $of } đ
dues-why-benefit = { $percent } % of a benefit of { $of } đ
dues-why-pensioner = { $percent } % of a pension of { $of } đ
dues-why-uninsured = { $percent } % of the zone's minimum wage of { $of } đ
dues-why-student = One amount for pupils and students
dues-why-abroad = The amount agreed on
dues-why-exempt = Exempt
dues-why-between = An agreed amount, { $from } to { $to } đ
dues-why-party-years = Exempt from { $years } years of party age on
dues-why-exempt-from-meetings = Exempt from meetings
dues-why-suspended = Suspended from meetings
dues-why-paid-at-host = Paid at the temporary cell
dues-why-no-basis = Nothing is stated to reckon by. Open the member's page and state it.
dues-why-no-amount = The amount to reckon by is missing. Enter it.
dues-why-no-zone = The zone of the minimum wage is not set. The committee sets it under Settings, Rules, "Zone of the minimum wage".

dues-refused-not-an-amount = That is no amount. Enter đồng, as 12,420.
dues-refused-months = 1 to { $most } months can be entered at one time. Look at the first and the last month.
dues-refused-day-to-come = That day is to come. Enter the day of paying.
dues-refused-month-closed = The month of that day is closed. Enter a day in a month that is open.
dues-refused-month-to-come = That month is to come and cannot be closed yet.
dues-refused-not-reckoned = { $members ->
    [one] The dues of one member are not known. State by what they are reckoned, then close.
   *[other] The dues of { $members } members are not known. State by what they are reckoned, then close.
}
dues-refused-earlier-open = The month before is open. Close month by month.
dues-refused-later-closed = A later month is closed, so this one stays as it is.
dues-refused-sent = Something of this month was sent up. Take that back first.
dues-refused-month-open = The month is open. Close it, then enter what is sent up.
dues-refused-too-old = Entered more than a day ago; it cannot be taken back. Enter another one to set it right.
dues-refused-received = The committee has entered it as received. If that is wrong, the committee takes it back first.
dues-refused-not-on-the-list = This member is not in the cell's dues book of that month. Look at the cell and the month.
dues-refused-is-paid = The month is paid, so no reason is needed.

dues-no-cells-title = No cells yet
dues-no-cells = Once there are cells below, what each received, closed and sent up stands here.
dues-not-closed = Open
dues-short = Not all sent
dues-difference = { $dong } đ apart
dues-unpaid-of-cell = { $count } unpaid
dues-receive-dong = Received (đồng)
dues-receive-on = on
dues-receive = Enter as received
