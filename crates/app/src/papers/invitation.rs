//! The invitation: to all members, or to one by name with what that one has to report and present.

use nennep_domain::{
    accounts::Office,
    ids::{GuestId, MemberId},
    names,
    papers::{AgendaEntry, Invitation, Letterhead, Mark, PaperType, Person, ToPrepare},
};

use super::head::{issued, letterhead, officer, person, signatory, sitting};
use crate::{
    error::{Error, Result},
    meetings::MeetingView,
};

/// To whom an invitation is made out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Invitee {
    /// To nobody by name: a line is left for it.
    #[default]
    Open,
    /// To a member on the roll, or to the overseer.
    Member(MemberId),
    /// To a guest of the meeting.
    Guest(GuestId),
    /// To somebody else, by name and office.
    Named {
        /// The name.
        name: String,
        /// Office or body; may be empty.
        role: String,
    },
}

/// The invitation for one invitee; not found if that member or guest has no part in the meeting.
pub(super) fn invitation(view: &MeetingView, to: &Invitee) -> Result<Invitation> {
    let issued_on = issued(view, PaperType::Invitation).map(|(_, on)| on);
    let called_on = view.meeting.steps.called.map(|done| done.at.date());
    let marks = if called_on.is_none() { vec![Mark::Draft(None)] } else { Vec::new() };
    let planned: u32 = view.items.iter().map(|item| item.planned_minutes).sum();
    let papers = view.papers.iter().map(|paper| paper.name.clone());
    Ok(Invitation {
        letterhead: Letterhead { marks, ..letterhead(view, PaperType::Invitation, issued_on.or(called_on)) },
        sitting: sitting(view, false),
        invited: invited(view, to)?,
        length_minutes: (planned > 0).then_some(planned),
        chair: chair(view),
        agenda: entries(view),
        prepare: prepare(view, to),
        papers: papers.collect(),
        contact: officer(view, Office::Secretary).or_else(|| officer(view, Office::Deputy)),
        recipients: Vec::new(),
        signatory: signatory(view),
    })
}

/// Who chairs: as named at the opening, before that the secretary.
pub(super) fn chair(view: &MeetingView) -> Option<Person> {
    let named = view.meeting.chair.map(|member| person(view, member));
    named.or_else(|| officer(view, Office::Secretary)).or_else(|| officer(view, Office::Deputy))
}

/// The agenda as papers list it.
pub(super) fn entries(view: &MeetingView) -> Vec<AgendaEntry> {
    let entry = |item: &nennep_domain::meetings::Item| AgendaEntry {
        part: item.part,
        title: item.title.clone(),
        planned_minutes: item.planned_minutes,
        presenter: item.presenter.map(|member| person(view, member)),
    };
    view.items.iter().map(entry).collect()
}

/// Whom an invitation can be made out to by name: the overseers, the members on the roll, the guests.
pub(super) fn invitees(view: &MeetingView) -> Vec<(Invitee, Person)> {
    let overseers = view.holders.iter().filter(|holder| holder.term.office == Office::Overseer);
    let overseers = overseers.filter_map(|holder| holder.term.member).map(Invitee::Member);
    let called = view.roll.iter().filter(|entry| entry.must_be_called());
    let members = called.map(|entry| Invitee::Member(entry.who.member));
    let guests = view.guests.iter().map(|guest| Invitee::Guest(guest.id));
    let all = overseers.chain(members).chain(guests);
    all.filter_map(|to| invited(view, &to).ok().flatten().map(|person| (to, person))).collect()
}

fn invited(view: &MeetingView, to: &Invitee) -> Result<Option<Person>> {
    Ok(match to {
        Invitee::Open => None,
        Invitee::Member(member) => {
            let on_roll = view.roll.iter().any(|entry| entry.who.member == *member);
            let called = view.notices.iter().any(|notice| notice.member == *member);
            let holds = view.holders.iter().any(|holder| holder.term.member == Some(*member));
            if !(on_roll || called || holds) {
                return Err(Error::NotFound);
            }
            let overseer = view
                .holders
                .iter()
                .find(|holder| holder.term.member == Some(*member) && holder.term.office == Office::Overseer);
            Some(match overseer {
                Some(holder) => Person { name: holder.name.clone(), ..person(view, *member) },
                None => person(view, *member),
            })
        }
        Invitee::Guest(guest) => {
            let guest = view.guests.iter().find(|one| one.id == *guest).ok_or(Error::NotFound)?;
            Some(Person::with_role(&guest.name, &guest.role))
        }
        Invitee::Named { name, role } => {
            let name = names::tidy(name);
            (!name.is_empty()).then(|| Person::with_role(name, names::tidy(role)))
        }
    })
}

/// What the invited prepares: every member the self-review, one by name also the tasks to report and items to present.
fn prepare(view: &MeetingView, to: &Invitee) -> Vec<ToPrepare> {
    let member = match to {
        Invitee::Open => return vec![ToPrepare::SelfReview],
        Invitee::Member(member) if view.roll.iter().any(|entry| entry.who.member == *member) => *member,
        _ => return Vec::new(),
    };
    let tasks = view.due.iter().filter(|due| due.task.owner == Some(member));
    let items = view.items.iter().filter(|item| item.presenter == Some(member));
    [ToPrepare::SelfReview]
        .into_iter()
        .chain(tasks.map(|due| ToPrepare::Report(due.task.title.clone())))
        .chain(items.map(|item| ToPrepare::Present(item.title.clone())))
        .collect()
}
