//! What all papers of a meeting share: head, sitting, people, votes.

use jiff::civil::Date;
use nennep_domain::{
    accounts::Office,
    ids::MemberId,
    motions::{Motion, MotionSubject},
    papers::{Letterhead, Number, PaperType, Person, Signatory, SigningOffice, Sitting, Vote},
};

use crate::meetings::MeetingView;

/// The head of a paper of this type, with its number if one was given.
pub(super) fn letterhead(view: &MeetingView, paper: PaperType, day: Option<Date>) -> Letterhead {
    let number = paper.sign(&view.rules).map(|sign| Number {
        number: view.issues.iter().find(|(issued, ..)| *issued == sign).map(|(_, number, _)| *number),
        type_sign: sign,
        body_sign: view.rules.cell_sign().value,
        digits: usize::try_from(view.rules.number_digits().value).unwrap_or(2),
    });
    Letterhead {
        superior: view.superior.as_ref().map_or_else(String::new, |above| above.name.clone()),
        body: view.cell.name.clone(),
        number,
        place: place_of_issue(view),
        date: day,
        marks: Vec::new(),
    }
}

/// The place a paper is issued at: the name of the organisation above without its kind ("Đảng bộ phường An Bình": "An Bình").
fn place_of_issue(view: &MeetingView) -> String {
    let name = view.superior.as_ref().map_or("", |above| above.name.as_str());
    let kinds = [
        "Đảng bộ phường ",
        "Đảng bộ xã ",
        "Đảng bộ đặc khu ",
        "Đảng bộ thành phố ",
        "Đảng bộ tỉnh ",
        "Đảng bộ ",
    ];
    kinds.iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name).to_owned()
}

/// The meeting as papers name it; `opened`: as it was held, else as it is planned.
pub(super) fn sitting(view: &MeetingView, opened: bool) -> Sitting {
    let meeting = &view.meeting;
    let starts_at = if opened {
        meeting.steps.opened.map(|done| done.at).or(meeting.starts_at)
    } else {
        meeting.starts_at
    };
    Sitting {
        cell: view.cell.name.clone(),
        kind: meeting.kind,
        month: meeting.month,
        topic: meeting.topic.clone(),
        starts_at: starts_at.map(|at| at.local()),
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

const fn office_title(office: Office) -> &'static str {
    match office {
        Office::Secretary => "Bí thư Chi bộ",
        Office::Deputy => "Phó Bí thư Chi bộ",
        Office::CommitteeMember => "Chi ủy viên",
        Office::Overseer => "Cấp ủy viên phụ trách",
        _ => "",
    }
}

/// Who signs for the cell: the secretary, in their absence from the roll the deputy.
pub(super) fn signatory(view: &MeetingView) -> Option<Signatory> {
    let by = |office: Office, signs: SigningOffice| {
        let holder = view.holder(office)?;
        Some(Signatory { office: signs, name: holder.name.clone() })
    };
    by(Office::Secretary, SigningOffice::Secretary).or_else(|| by(Office::Deputy, SigningOffice::Deputy))
}

/// The vote line of a decided motion.
pub(super) fn vote(motion: &Motion) -> Option<Vote> {
    let decision = motion.decision.as_ref()?;
    Some(Vote { agreed: decision.count.in_favour, base: decision.base })
}

/// The last decided motion on a subject.
pub(super) fn vote_on(view: &MeetingView, subject: MotionSubject) -> Option<Vote> {
    view.motions.iter().rev().filter(|motion| motion.subject == subject).find_map(vote)
}
