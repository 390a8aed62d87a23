# Answers to other programs: the kind of problem, and what it is.
api-problem-unreadable = What was sent cannot be read
api-problem-signed-out = Not signed in
api-problem-forbidden = Not allowed
api-problem-read-only = The token may only read
api-problem-not-found = Not found
api-problem-method = This address is not asked in that way
api-problem-changed = Another has just changed this
api-problem-too-large = What was sent is too large
api-problem-not-json = What was sent is not JSON
api-problem-invalid = What was sent is not right
api-problem-refused = Not done
api-problem-waiting = Wait, then try again
api-problem-fault = The program has made a mistake
api-problem-busy = The program is busy

api-detail-unreadable = The body is not well-formed JSON.
api-detail-signed-out = Send a valid token as Authorization: Bearer, or sign in.
api-detail-forbidden = The offices of this account do not allow it, or the request came from another site.
api-detail-read-only = Use a token that may write.
api-detail-not-found = There is no such thing, or this account may not know of it.
api-detail-method = The Allow header of this answer says which ways there are.
api-detail-changed = Nothing was overwritten. See "current" for what stands now, and send again with its version.
api-detail-too-large = A JSON body holds at most 1 MB, a paper at most 20 MB.
api-detail-not-json = Send the body with the Content-Type application/json.
api-detail-invalid = Some fields are not right; see "errors".
api-detail-refused = The state of things does not allow it now.
api-detail-waiting = Too much was asked in too short a time. Wait as many seconds as Retry-After says.
api-detail-fault = This is the program's mistake. Nothing was written; tell the administrator the time it happened.
api-detail-busy = Nothing was written. Try again after as many seconds as Retry-After says.

api-field-unreadable = The value does not have the form of this field.
api-field-unknown = There is no such field.
api-field-missing = This field is missing.
api-query-unreadable = What follows the ? does not have the right form.
api-limit = A page holds 1 to { $most } lines.
api-cursor = This cursor cannot be used. Send the "next" of the page before as it is.
api-months-span = The span is 1 to { $most } months.
