//! One cell's story: month after month, each meeting told from what the one before left.

use std::collections::{BTreeMap, HashMap};

use jiff::civil::Date;
use nennep_domain::{
    accounts::Office,
    ids::{GuestId, MemberId},
    meetings::{Attendance, Done, Guest, Item, LeaveAnswer, LeaveRequest, Meeting, Resolution, RollEntry},
    members::RollMember,
    papers::PaperType,
    tasks::Task,
    time::Instant,
};
use nennep_store::{meetings::Draft, offices::Holder};
use uuid::Uuid;

use super::{
    after,
    agenda::{Asked, agenda},
    before,
    blueprint::Cell,
    dice::Dice,
    dues, honours,
    plan::{Far, Plan, plans},
    roll,
    rows::Rows,
    score::Scored,
    seen::seen,
    setting::{Setting, Told},
    talk::{self, Manner},
    terms::term,
    votes, work,
};
use crate::{error::Result, meetings::MeetingView};

/// What one month leaves to the next.
#[derive(Default)]
pub(super) struct Thread {
    /// Tasks of the cell, open or done.
    pub(super) running: Vec<work::Running>,
    /// The last number of each sign.
    numbers: BTreeMap<String, u32>,
    /// How members attended in their latest year.
    pub(super) year: HashMap<MemberId, (i16, Vec<Attendance>)>,
    themes: Vec<(i16, i8)>,
}

/// Everything that happened in one cell.
pub(super) fn tell(setting: &Setting, cell: &Cell) -> Result<Rows> {
    let told = setting.told(cell);
    let plans = plans(&told);
    let mut thread = Thread {
        themes: plans
            .iter()
            .filter(|plan| plan.theme.is_some())
            .map(|plan| (plan.month.year(), plan.month.quarter()))
            .collect(),
        ..Thread::default()
    };
    let mut rows = Rows::default();
    for plan in &plans {
        let mut dice = told.dice("month", plan.n);
        Month { told: &told, plan, thread: &mut thread, rows: &mut rows, dice: &mut dice }.tell()?;
    }
    dues::tell(&told, &mut rows.dues);
    rows.tasks.extend(thread.running.into_iter().map(|one| one.kept));
    honours::tell(&told, &mut rows);
    Ok(rows)
}

/// One month of a cell while it is told.
pub(super) struct Month<'a, 'b> {
    pub(super) told: &'a Told<'b>,
    pub(super) plan: &'a Plan<'b>,
    pub(super) thread: &'a mut Thread,
    pub(super) rows: &'a mut Rows,
    pub(super) dice: &'a mut Dice,
}

impl Month<'_, '_> {
    pub(super) fn now(&self) -> Instant {
        self.told.setting.ground.sample.present
    }

    fn tell(&mut self) -> Result<()> {
        let routine = before::planned(self.told, self.plan, self.plan.kind, self.plan.starts_at, self.dice);
        match self.plan.far {
            Far::Missed => self.missed(routine),
            Far::Held => self.held(routine)?,
            Far::Running => self.running(routine)?,
            Far::Called | Far::Planned => self.ahead(routine),
        }
        Ok(())
    }

    /// The meeting as the program shows it, with the roll of its day and nobody called yet.
    pub(super) fn view(&self, meeting: Meeting) -> MeetingView {
        let day = meeting.starts_at.unwrap_or_else(|| self.now()).date();
        let line = |who: RollMember| RollEntry {
            who,
            attendance: None,
            arrived_at: None,
            left_at: None,
            note: String::new(),
        };
        let named =
            self.told.holders.iter().filter_map(|holder| Some((holder.term.member?, holder.name.clone())));
        MeetingView {
            roll: self.told.roll(day).into_iter().map(line).collect(),
            holders: self.holders(day),
            rules: self.told.rules(day),
            cell: self.told.cell.organisation.clone(),
            votes_on: Vec::new(),
            superior: self.told.above.first().cloned(),
            above: self.told.above.clone(),
            place: self.told.cell.place.clone(),
            names: named.collect::<HashMap<_, _>>(),
            meeting,
            items: Vec::new(),
            papers: Vec::new(),
            guests: Vec::new(),
            remarks: Vec::new(),
            motions: Vec::new(),
            reserved: Vec::new(),
            tasks: Vec::new(),
            due: Vec::new(),
            notices: Vec::new(),
            leave: Vec::new(),
            preparations: Vec::new(),
            resolution: Resolution::default(),
            adopted: None,
            additions: Vec::new(),
            issues: Vec::new(),
            offers: Vec::new(),
        }
    }

    fn holders(&self, day: Date) -> Vec<Holder> {
        self.told.holders.iter().filter(|holder| holder.term.from_on <= day).cloned().collect()
    }

    pub(super) fn agenda(&mut self, view: &MeetingView) -> Vec<Item> {
        let open: Vec<&Task> =
            self.thread.running.iter().filter(|one| one.is_open()).map(|one| &one.kept.task).collect();
        let quarter = (self.plan.month.year(), self.plan.month.quarter());
        let late_in_quarter = self.plan.month.number() % 3 != 1;
        let thematic_missing = late_in_quarter && !self.thread.themes.contains(&quarter);
        let asked = Asked { open, thematic_missing };
        agenda(self.told, view, self.plan, &asked, self.dice)
    }

    /// Planned, called off, not held.
    fn missed(&mut self, mut meeting: Meeting) {
        let at = meeting.starts_at.map_or_else(|| before::planned_at(self.plan), |at| at.plus_minutes(-300));
        let reason = self.dice.pick(&self.told.setting.texts.common.missed).clone();
        meeting.cancel_reason = reason;
        meeting.steps.cancelled = Some(Done { at, by: self.told.by() });
        let view = self.view(meeting);
        self.keep(view, None, false);
    }

    /// Opened and under way: not everybody is called, the later items are ahead.
    fn running(&mut self, mut meeting: Meeting) -> Result<()> {
        let opened = meeting.starts_at.unwrap_or_else(|| self.now());
        meeting.starts_at = Some(opened);
        let manner = Manner { few: false, defers: false, short: false };
        let mut view = self.view(meeting);
        self.prepare(&mut view);
        self.open(&mut view, opened, 92)?;
        view.items = self.agenda(&view);
        let closes = opened.plus_minutes(self.length(&view, manner));
        let now = self.now();
        self.talk(&mut view, closes, now, manner);
        votes::vote(self.told, &mut view, self.plan, self.dice)?;
        work::due(&mut view, &self.thread.running);
        view.preparations = before::preparations(self.told, &view, opened, self.dice);
        self.keep(view, None, false);
        Ok(())
    }

    /// Still ahead: called with agenda and papers, or only in the plan.
    fn ahead(&mut self, meeting: Meeting) {
        let called = self.plan.far == Far::Called;
        let drafted =
            called || meeting.starts_at.is_some() && self.plan.month == self.told.setting.ground.sample.until;
        let mut view = self.view(meeting);
        if drafted {
            view.items = self.agenda(&view);
        }
        if called {
            self.prepare(&mut view);
            work::due(&mut view, &self.thread.running);
            view.preparations = before::preparations(self.told, &view, self.now(), self.dice);
        } else if drafted && self.dice.happens(60) {
            let at = self.now().plus_minutes(-self.dice.between(60, 4 * 24 * 60));
            view.meeting.steps.registered = Some(Done { at, by: self.told.by() });
        }
        self.keep(view, None, false);
    }

    /// Gives a meeting's paper the next number of its type, as the deeds do.
    pub(super) fn number(&mut self, view: &mut MeetingView, paper: PaperType, on: Instant) {
        let Some(sign) = paper.sign(&view.rules) else { return };
        let starts_at = view.rules.number_starts_at().value;
        let last = self.thread.numbers.get(&sign).copied();
        let number = last.map_or(starts_at, |last| last + 1);
        self.thread.numbers.insert(sign.clone(), number);
        view.issues.push((sign.clone(), number, on.date()));
        self.rows.issues.push(after::issue(view, self.term(), (sign, number), on, self.dice));
    }

    fn term(&self) -> Uuid {
        let organisations = &self.told.setting.ground.blueprint.organisations;
        let id = self.told.cell.organisation.id;
        let n = organisations.iter().position(|one| one.id == id).unwrap_or(0);
        term(&self.told.setting.ground.sample, n, id).id
    }

    pub(super) fn prepare(&mut self, view: &mut MeetingView) {
        let now = view.meeting.starts_at.map_or_else(|| self.now(), |at| at.min(self.now()));
        before::call(self.told, view, now, self.dice);
        if let Some(called) = view.meeting.steps.called {
            self.number(view, PaperType::Invitation, called.at);
        }
        before::papers(self.told, view, self.plan, self.rows, now, self.dice);
        let share = if self.told.cell.is_main && self.plan.far == Far::Called { 22 } else { 5 };
        view.leave = roll::leave(self.told, view, now, share, self.dice);
        if self.plan.far == Far::Called && view.leave.iter().all(|one| one.answer.is_some()) {
            Self::unanswered(view);
        }
    }

    /// One request still waits for the secretary's answer.
    fn unanswered(view: &mut MeetingView) {
        if let Some(one) = view.leave.last_mut() {
            (one.answer, one.answered_at) = (None, None);
            one.answer_note.clear();
        }
    }

    pub(super) fn open(&mut self, view: &mut MeetingView, at: Instant, called: u32) -> Result<()> {
        let granted = |one: &&LeaveRequest| one.answer == Some(LeaveAnswer::Granted);
        let away: Vec<MemberId> = view.leave.iter().filter(granted).map(|one| one.member).collect();
        let led = roll::led(self.told, view, &away, self.dice);
        roll::call(self.told, view, &led, called, self.dice)?;
        let done = Done { at, by: self.told.by() };
        view.meeting.steps.opened = Some(done);
        let dues = self.dice.pick(&self.told.setting.texts.common.dues);
        view.meeting.dues_note = self.plan.blanks.fill(dues);
        self.guests(view);
        Ok(())
    }

    fn guests(&mut self, view: &mut MeetingView) {
        let at = view.meeting.starts_at.unwrap_or_else(|| self.now());
        let follower = view.holder(Office::Overseer).cloned();
        if let Some(one) = follower.filter(|_| self.dice.happens(18)) {
            let (id, meeting) = (GuestId(self.dice.id(at)), view.meeting.id);
            let role = self.told.setting.texts.common.overseer_role.clone();
            view.guests.push(Guest {
                id,
                meeting,
                name: one.name,
                role,
                member: one.term.member,
                overseer: true,
            });
        }
        if self.dice.happens(6) {
            let role = self.dice.pick(&self.told.setting.texts.common.guests).clone();
            let (id, meeting) = (GuestId(self.dice.id(at)), view.meeting.id);
            let name = self.told.setting.ground.words.guest(self.dice);
            view.guests.push(Guest { id, meeting, name, role, member: None, overseer: false });
        }
    }

    /// Minutes the meeting lasts: what the rule asks and some more, or too little.
    pub(super) fn length(&mut self, view: &MeetingView, manner: Manner) -> i64 {
        let least = i64::from(view.minimum_minutes().value);
        if manner.short {
            (least - self.dice.between(8, 40)).max(35)
        } else {
            least + self.dice.between(1, 24)
        }
    }

    pub(super) fn talk(&mut self, view: &mut MeetingView, closed: Instant, until: Instant, manner: Manner) {
        let opened = view.meeting.steps.opened.map_or(closed, |done| done.at);
        talk::time(view, opened, closed, until, manner, self.dice);
        talk::note(self.told, view, self.plan, self.dice);
        view.remarks = talk::remarks(self.told, view, self.plan, manner, until, self.dice);
    }

    /// Writes the month's routine meeting with what the committee sees of it.
    pub(super) fn keep(&mut self, view: MeetingView, scored: Option<&Scored>, thematic: bool) {
        let counted = Some(&view).filter(|view| view.meeting.steps.cancelled.is_none());
        let month = seen(self.told.cell.organisation.id, self.plan.month, counted, scored, thematic);
        self.rows.months.push(month);
        self.put(view, scored);
    }

    pub(super) fn put(&mut self, view: MeetingView, scored: Option<&Scored>) {
        self.rows.events.extend(after::events(&view, self.dice));
        if let Some(scored) = scored {
            self.rows.sheets.push(scored.sheet.clone());
            self.rows.stages.extend(scored.stages.iter().cloned());
        }
        let by = Some(self.told.by()).filter(|by| !by.0.is_nil());
        let draft = Draft {
            meeting: view.meeting.clone(),
            planned_at: before::planned_at(self.plan),
            planned_by: by,
        };
        self.rows.take(view, draft);
    }
}
