# The cell's vote about a person, and the way to recognition as an official member

# Voted in a meeting
cell-vote-title = Put to the cell's vote
cell-vote-help = Choose the meeting. An item and the words of the vote are put on its agenda; what is counted there comes into this file by itself once the minutes are adopted, and need not be typed. Only numbers of hands are kept, never who raised one.
cell-vote-still-missing = Still missing; it must be there before hands are counted
cell-vote-which-meeting = Meeting
cell-vote-choose-meeting = Choose the meeting.
cell-vote-put-on = Put to the vote
cell-vote-put = It is on the meeting's agenda.
cell-vote-off = It is off the agenda.
cell-vote-take-off = Take off the agenda
cell-vote-no-meeting-title = No meeting is to come
cell-vote-no-meeting = Plan a meeting of the cell, then come back here.
cell-vote-to-meetings = To the meetings
cell-vote-before-program = Did the cell vote before this program was used?
cell-vote-by-hand = Enter the result there is
cell-vote-meeting = Meeting of { $date }
cell-vote-on-agenda = On the agenda, not voted yet
cell-vote-awaits-minutes = { $in_favour } of { $counted } in favour, the minutes are not adopted yet
cell-vote-carried = { $in_favour } of { $counted } in favour, by the minutes
cell-vote-whose = Open the file
cell-vote-of-meeting = Votes about a person
recruiting-vote-lost = { $date }: { $in_favour } of { $counted } in favour is not enough; it needs { $needed }. The cell may vote again in another meeting.
recruiting-refused-on-agenda = It is put to the vote in the meeting of { $date }. The result comes from the minutes; if there is to be no vote, take it off the agenda.
recruiting-refused-on-agenda-undated = It is put to the vote in a meeting. The result comes from the minutes; if there is to be no vote, take it off the agenda.
recruiting-refused-voted = The cell has voted. Open the file again to see the result.
recruiting-refused-from-meeting = This stands in adopted minutes and is not undone here.
recruiting-refused-no-meeting = This is no coming meeting of the cell. Choose another one.

# The way to recognition
probation-way = The way to recognition
probation-papers = Papers and steps
probation-ceremony = Ceremony { $date }
probation-over = Probation ends { $date }
probation-helper = Helped by { $name }
probation-is-official = Official member since { $date }.
probation-to-member = The member's file
probation-by = Given or written by
probation-missing = Still missing: { $step ->
    [class] certificate of the class for new members
    [self_review] self-review
    [helper_comment] the helper's comment
    [associations] opinion of the mass organisations
   *[residence] opinion of the cell committee of residence
}.
probation-refused-before-ceremony = This day lies before the ceremony of { $date }. Look at the day again.
probation-refused-not-over = The { $months } months of probation are not over. The cell votes from { $date } on; choose a meeting from that day on.
probation-refused-official = Official member since { $date }; the file is closed.
probation-refused-none = The register knows of no probation of this member.
probation-refused-from-class = This certificate is read from the class. Correct it there.
probation-refused-own-deed = The decision is recorded in the member's file.
probation-step-class = Certificate of the class for new members
probation-step-self_review = Self-review
probation-step-helper_comment = The helper's comment
probation-step-associations = Opinion of the mass organisations
probation-step-residence = Opinion of the cell committee of residence
probation-step-vote = The cell's vote
probation-step-decision = Decision of recognition
probation-short-class = Class
probation-short-self_review = Self-review
probation-short-helper_comment = Comment
probation-short-associations = Associations
probation-short-residence = Residence
probation-short-vote = Cell
probation-short-decision = Recognition
probation-next-class = Record the certificate of the class
probation-next-self_review = Record the self-review
probation-next-helper_comment = Record the helper's comment
probation-next-associations = Record the opinion of the mass organisations
probation-next-residence = Record the opinion of residence
probation-next-vote = Put to the cell's vote
probation-next-decision = Record the decision of recognition
probation-help-class = The certificate of the class for new members. Enter the day it was issued.
probation-help-self_review = The member writes a self-review when the probation ends. There is a form with what is known printed in.
probation-help-helper_comment = The official member who helps writes a comment.
probation-help-associations = The opinion of the mass organisations at work or school. Enter who gave it and what it says in short.
probation-help-residence = The opinion of the cell committee where the member lives.
probation-help-vote = Enter the result of a vote of before this program. If the cell votes in a coming meeting, put it on the agenda instead.
probation-help-decision = The decision is recorded in the member's file.

# Certificates of classes
certificate-offer = In a class: no. { $number }, given { $date }, { $by }
certificate-take = Take this one
certificate-taken = The certificate is taken from the class.
certificate-from-class = Read from the class

# Forms to print
probation-paper-self_review = Self-review
probation-paper-helper_comment = Comment
probation-paper-summary = Summary of opinions
probation-paper-resolution = The cell's resolution
probation-paper-base_resolution = The committee's resolution
probation-paper-decision = Decision of recognition
recruiting-paper-cv = CV of the applicant
