offices-refused-not-here = This office is not held in this kind of organisation.
offices-refused-ends-first = The term must end after it begins. Please look at both dates again.
offices-refused-held-already = This person holds this very office here in that time already.
offices-refused-taken = In that time the office is already held by { $most }. Enter when the former holder left, then enter the new one.
