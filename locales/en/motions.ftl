# Votes: the sentences read out before and after

motions-kind-procedural = Agenda, minutes, score
motions-kind-resolution = Resolution, conclusion
motions-kind-admission = Proposal to admit
motions-kind-recognition = Proposal to recognise as official member

motions-before-procedural = { $base } official members are counted; at least { $needed } must be in favour.
motions-before-resolution = { $base } official members are counted; at least { $needed } must be in favour.
motions-before-admission = { $base } official members are counted; a proposal to admit needs at least { $needed } in favour.
motions-before-recognition = { $base } official members are counted; a proposal to recognise needs at least { $needed } in favour.
motions-who-may-vote = { $eligible } comrades present may vote. Probationary members, members temporarily transferred in, residence contacts and guests do not vote.
motions-too-few-present = Only { $eligible } comrades who may vote are present, fewer than { $needed }; this cannot pass now. It is better moved to another meeting.

motions-procedural-passed = { $in_favour } of { $base } in favour, { $percent } %. It is carried.
motions-procedural-failed = { $in_favour } of { $base } in favour, { $percent } %; { $needed } are needed. It is not carried.
motions-resolution-passed = { $in_favour } of { $base } in favour, { $percent } %. The resolution is adopted.
motions-resolution-failed = { $in_favour } of { $base } in favour, { $percent } %; { $needed } are needed. The resolution is not adopted.
motions-admission-passed = { $in_favour } of { $base } in favour, { $percent } %. The cell proposes the admission.
motions-admission-failed = { $in_favour } of { $base } in favour, { $percent } %; { $needed } are needed. The cell does not propose the admission.
motions-recognition-passed = { $in_favour } of { $base } in favour, { $percent } %. The cell proposes recognition as official member.
motions-recognition-failed = { $in_favour } of { $base } in favour, { $percent } %; { $needed } are needed. The cell does not propose recognition as official member.
motions-line = In favour { $in_favour } of { $base }, { $percent } %; against { $against }; other opinion { $other }.

motions-more-hands-than-members = { $counted } hands were counted, but only { $eligible } comrades present may vote. Please count again.
