//! What all papers of a meeting share: head, sitting, people, votes.

use jiff::civil::Date;
use nennep_domain::{
    accounts::Office,
    ids::MemberId,
    meetings::{Attendance, MeetingKind},
    motions::{Motion, MotionSubject},
    organisations::OrganisationKind,
    papers::{
        Letterhead, Number, PaperType, Person, Signatory, SigningOffice, Sitting, Vote,
        naming::{organisation_name, place_name},
    },
    rules::Rules,
    time::Instant,
};

use crate::meetings::MeetingView;

/// The head of a paper of this type, with its number if one was given.
pub(super) fn letterhead(view: &MeetingView, paper: PaperType, day: Option<Date>) -> Letterhead {
    let given = issued(view, paper).map(|(number, _)| number);
    Letterhead {
        superior: view.superior.as_ref().map_or_else(String::new, |above| organisation_name(&above.name)),
        body: view.cell.name.clone(),
        number: paper.sign(&view.rules).map(|sign| number(view, sign, given)),
        place: place_of_issue(view),
        date: day,
        marks: Vec::new(),
    }
}

/// The number a paper of the meeting was issued under, and the day.
pub(super) fn issued(view: &MeetingView, paper: PaperType) -> Option<(u32, Date)> {
    let series = series(view.meeting.kind, &view.rules, &paper.sign(&view.rules)?);
    view.issues.iter().find(|(sign, ..)| *sign == series).map(|(_, number, on)| (*number, *on))
}

/// The sign under which a meeting's papers of a type are counted. A congress counts for itself (05-HD/VPTW).
pub(crate) fn series(kind: MeetingKind, rules: &Rules, sign: &str) -> String {
    match kind {
        MeetingKind::Congress => format!("{sign}/{}", rules.congress_sign().value),
        _ => sign.to_owned(),
    }
}

/// A number as papers write it.
pub(super) fn number(view: &MeetingView, type_sign: String, number: Option<u32>) -> Number {
    let rules = &view.rules;
    Number {
        number,
        digits: usize::try_from(rules.number_digits().value).unwrap_or(2),
        type_sign,
        body_sign: match view.meeting.kind {
            MeetingKind::Congress => rules.congress_sign().value,
            _ => rules.cell_sign().value,
        },
    }
}

/// The place a paper is dated at: the commune, ward or zone the cell lies in, else whatever stands directly above.
fn place_of_issue(view: &MeetingView) -> String {
    let of = |kind| view.above.iter().find(|above| above.kind == kind);
    let seat = of(OrganisationKind::Commune).or(view.superior.as_ref());
    seat.map_or_else(String::new, |seat| place_name(&seat.name))
}

/// The day of the meeting: opened, or planned for.
pub(super) fn day_of(view: &MeetingView) -> Option<Date> {
    view.meeting.steps.opened.map(|done| done.at).or(view.meeting.starts_at).map(Instant::date)
}

/// The meeting as papers name it; `opened`: as it was held, else as it is planned.
pub(super) fn sitting(view: &MeetingView, opened: bool) -> Sitting {
    let meeting = &view.meeting;
    let held = meeting.steps.opened.filter(|_| opened).map(|done| done.at);
    Sitting {
        cell: view.cell.name.clone(),
        kind: meeting.kind,
        month: meeting.month,
        topic: meeting.topic.clone(),
        starts_at: held.or(meeting.starts_at).map(Instant::local),
        place: meeting.place.clone(),
    }
}

/// A member as papers name them, with the office held in the cell that day.
pub(super) fn person(view: &MeetingView, member: MemberId) -> Person {
    let held = view
        .holders
        .iter()
        .filter(|holder| holder.term.member == Some(member))
        .map(|holder| holder.term.office);
    let role = held.min().map_or("", office_title);
    Person::with_role(view.name(member), role)
}

/// The holder of an office as papers name them.
pub(super) fn officer(view: &MeetingView, office: Office) -> Option<Person> {
    view.holder(office).map(|holder| Person::with_role(&holder.name, office_title(office)))
}

const fn office_title(office: Office) -> &'static str {
    match office {
        Office::Secretary => "Bí thư Chi bộ",
        Office::Deputy => "Phó Bí thư Chi bộ",
        Office::CommitteeMember => "Chi ủy viên",
        Office::Overseer => "Cấp ủy viên phụ trách",
        _ => "",
    }
}

/// Who signs for the cell: the secretary; where the secretary was not at the meeting and the deputy was, the deputy.
pub(super) fn signatory(view: &MeetingView) -> Option<Signatory> {
    let by = |office: Office, signs: SigningOffice| {
        let holder = view.holder(office)?;
        Some((holder.term.member, Signatory { office: signs, name: holder.name.clone() }))
    };
    let attended = |member: Option<MemberId>| {
        let present = |entry: &&nennep_domain::meetings::RollEntry| {
            Some(entry.who.member) == member && entry.attendance == Some(Attendance::Present)
        };
        view.roll.iter().any(|entry| present(&entry))
    };
    let secretary = by(Office::Secretary, SigningOffice::Secretary);
    let deputy = by(Office::Deputy, SigningOffice::Deputy);
    let stands_in = |(member, _): &(Option<MemberId>, Signatory)| {
        view.meeting.steps.closed.is_some()
            && attended(*member)
            && !secretary.as_ref().is_some_and(|(member, _)| attended(*member))
    };
    let signs = deputy.clone().filter(stands_in).or_else(|| secretary.clone()).or(deputy);
    signs.map(|(_, signatory)| signatory)
}

/// The vote line of a decided motion.
pub(super) fn vote(motion: &Motion) -> Option<Vote> {
    let decision = motion.decision.as_ref()?;
    Some(Vote { agreed: decision.count.in_favour, base: decision.base })
}

/// The last decided motion on a subject.
pub(super) fn decided_on(view: &MeetingView, subject: MotionSubject) -> Option<&Motion> {
    view.motions.iter().rev().find(|motion| motion.subject == subject && motion.decision.is_some())
}

/// The vote line of the last decided motion on a subject.
pub(super) fn vote_on(view: &MeetingView, subject: MotionSubject) -> Option<Vote> {
    decided_on(view, subject).and_then(vote)
}
