# Recruiting: the list of outstanding persons, and step by step to the ceremony

# What is missing or in the way
recruiting-missing = Missing: { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
}.
recruiting-certificate-old = The certificate issued on { $issued } is good until { $ends } ({ $months } months). The person attends the class again before the cell votes.
recruiting-introducers-few = { $fit } introducers are fit, { $needed } are needed.
recruiting-introducer-not-official = An introducer must be an official member. Choose somebody else.
recruiting-introducer-elsewhere = The introducer is no longer in the same base organisation. Choose somebody else.
recruiting-introducer-short = Together since { $from }, less than { $months } months. Long enough from { $first }: wait until then, or choose somebody else.
recruiting-too-young = Not yet { $years }, counted by month, on the day of the vote. Wait for the month in which the person is.
recruiting-too-old = Above { $years }, counted by month. The province must consent before the cell votes.
recruiting-schooling-low = Has not completed { $least ->
    [upper_secondary] upper secondary school
   *[lower_secondary] lower secondary school
}.

# Why a step cannot be recorded
recruiting-refused-to-come = That day has not come. Record it when it has.
recruiting-refused-dropped = This person was dropped from the list on { $date }. Put the person back on the list first.
recruiting-refused-admitted = This person was admitted; the file is closed. A ceremony entered by mistake is taken back in the member's file.
recruiting-refused-not-in-union = This person is not in the youth union. If it is so, change what is known of the person first.
recruiting-refused-before = This comes first: { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
}. Record that step, then come back.
recruiting-refused-earlier = The day lies before { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
} of { $date }. Look at the day again.
recruiting-refused-later = The day lies after { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
} of { $date }. Look at the day again.
recruiting-refused-not-carried = { $in_favour } of { $counted } in favour is not enough; at least { $needed } are needed. The cell may consider it again later.
recruiting-refused-miscounted = It is counted among { $least } to { $most } official members: only members exempt or sent away who did not come are left out.
recruiting-refused-rested-on = { $step ->
    [helper] the helper
    [certificate] the certificate of the class
    [application] the application
    [cv] the CV
    [seal] the sealing of the CV
    [check] the results of the check
    [introductions] the introductions
    [youth_union] the youth union's resolution
    [associations] the opinion of the mass organisations
    [residence] the opinion of the cell committee of residence
    [consent] the province's consent
    [comment] the cell committee's comment
    [vote] the cell's vote
    [decision] the decision of admission
    [ceremony] the ceremony
   *[member_cv] the member's CV
} rests on this step. Undo that one first.
recruiting-refused-helper-unfit = Who helps must be an official member of the same base organisation. Choose somebody else.
recruiting-refused-together-later = They must have been together before the day of the introduction. Look at both days again.
recruiting-refused-own-deed = This step is recorded in a place of its own. Open this person's page again.

# Where what was typed is not enough
recruiting-name-missing = Write the full name.
recruiting-sex-missing = Choose male or female.
recruiting-schooling-missing = Choose the schooling.
recruiting-born-missing = Write the date of birth.
recruiting-born-to-come = The date of birth must be in the past.
recruiting-on-missing = Write the day.
recruiting-number-missing = Write the number of the paper.
recruiting-counted-missing = Write among how many official members it is counted.
recruiting-in-favour-missing = Write how many were in favour.
recruiting-in-favour-many = There cannot be more than { $counted } in favour.
recruiting-received-early = It cannot have been received before it was issued.
