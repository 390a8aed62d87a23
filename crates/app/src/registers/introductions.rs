//! Who was introduced to a cell and from it, read from where members stood.

use jiff::civil::Date;
use nennep_documents::registers::{Introduction, IntroductionLine};
use nennep_domain::{
    ids::{MemberId, OrganisationId},
    members::{Leaving, Standing, StandingState, life::LifeDeed},
    organisations::Organisation,
};
use nennep_store::{Tx, deeds, members, organisations};

use crate::error::Result;

/// A cell's introductions up to a day, the earliest first.
pub(super) async fn lines(tx: &mut Tx, cell: OrganisationId, on: Date) -> Result<Vec<IntroductionLine>> {
    let people = members::ever_stood_in(tx, cell, on).await?;
    let standings = members::standings_of_many(tx, &people).await?;
    let profiles = members::find_many(tx, &people).await?;
    let mut cells: Vec<OrganisationId> = standings.iter().map(|one| one.cell).collect();
    cells.sort_unstable();
    cells.dedup();
    let cells = organisations::find_many(tx, &cells).await?;
    let outside = deeds::with_members(tx, cell, &["depart", "receive", "send"]).await?;
    let known = Known { cell, cells: &cells, standings: &standings, outside: &outside };
    let mut found: Vec<IntroductionLine> = Vec::new();
    for profile in profiles {
        let of_member = known.of(profile.id);
        found.extend(of_member.into_iter().filter(|one| one.1 <= on).map(
            |(kind, day, grade, place, until)| IntroductionLine {
                on: day,
                kind,
                profile: profile.profile.clone(),
                grade,
                place,
                until: until.filter(|until| *until <= on),
            },
        ));
    }
    found.sort_by(|a, b| (a.on, a.kind, &a.profile.full_name).cmp(&(b.on, b.kind, &b.profile.full_name)));
    Ok(found)
}

type Found = (Introduction, Date, nennep_domain::members::MemberGrade, String, Option<Date>);

struct Known<'a> {
    cell: OrganisationId,
    cells: &'a [Organisation],
    standings: &'a [Standing],
    outside: &'a [(MemberId, Date, serde_json::Value)],
}

impl Known<'_> {
    /// The introductions of one member.
    fn of(&self, id: MemberId) -> Vec<Found> {
        let all: Vec<&Standing> = self.standings.iter().filter(|one| one.member == id).collect();
        let mut found = Vec::new();
        for one in all.iter().filter(|one| one.cell == self.cell) {
            let day = one.from_on;
            let before = all.iter().find(|other| other.state.belongs() && other.to_on == Some(day));
            let began = match one.state {
                StandingState::Visiting => Some((Introduction::Visiting, self.home(&all, day))),
                StandingState::Residence => Some((Introduction::Residence, self.home(&all, day))),
                StandingState::Away if before.is_some_and(|other| other.state != StandingState::Away) => {
                    Some((Introduction::Away, self.visited(&all, id, day)))
                }
                _ => match before {
                    Some(other) if other.cell != self.cell => Some((Introduction::In, self.name(other.cell))),
                    Some(_) => None,
                    None => self.place(id, day).map(|place| (Introduction::In, place)),
                },
            };
            let until =
                if one.state.belongs() && one.state != StandingState::Away { None } else { one.to_on };
            found.extend(began.map(|(kind, place)| (kind, day, one.grade, place, until)));
            if let (Some(end), Some(Leaving::Transferred), true) = (one.to_on, one.left, one.state.belongs())
            {
                let next = all.iter().find(|other| other.state.belongs() && other.from_on == end);
                let place = next.map(|other| self.name(other.cell)).or_else(|| self.place(id, end));
                found.push((Introduction::Out, end, one.grade, place.unwrap_or_default(), None));
            }
        }
        found
    }

    fn name(&self, cell: OrganisationId) -> String {
        self.cells.iter().find(|one| one.id == cell).map_or_else(String::new, |one| one.name.clone())
    }

    /// Where a member belonged on a day.
    fn home(&self, all: &[&Standing], day: Date) -> String {
        let home = all.iter().find(|one| one.state.belongs() && one.holds_on(day));
        home.map_or_else(String::new, |one| self.name(one.cell))
    }

    /// Where a member went for a time.
    fn visited(&self, all: &[&Standing], id: MemberId, day: Date) -> String {
        let visits = |one: &&&Standing| one.state == StandingState::Visiting && one.holds_on(day);
        match all.iter().find(visits) {
            Some(one) => self.name(one.cell),
            None => self.place(id, day).unwrap_or_default(),
        }
    }

    /// Where a member came from or went to that day, if that was outside.
    fn place(&self, id: MemberId, day: Date) -> Option<String> {
        let of_day = self.outside.iter().find(|(member, on, _)| *member == id && *on == day)?;
        match serde_json::from_value(of_day.2.clone()).ok()? {
            LifeDeed::Depart { to } => Some(to),
            LifeDeed::Receive { from, .. } => Some(from),
            LifeDeed::Send { place, .. } => Some(place),
            _ => None,
        }
    }
}
