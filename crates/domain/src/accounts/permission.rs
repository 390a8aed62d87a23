//! One question: may this actor do this to that? The answer follows from offices held today and where they are held.
//!
//! An action lists the relations that allow it ([`Action::allowed`]). An actor stands in some relations to a resource
//! ([`relations`]). May, if the two meet. The whole matrix is printed by a test into `policy.txt` for a committee to read.

use super::Office;
use crate::{
    ids::{AccountId, MemberId, OrganisationId},
    organisations::Place,
};

/// Who asks: an account with the offices it holds today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// The account; none for the program's own jobs and the command line.
    pub account: Option<AccountId>,
    /// The member the account belongs to.
    pub member: Option<MemberId>,
    /// The cells the member stands in today.
    pub cells: Vec<OrganisationId>,
    /// The offices held today, with where.
    pub offices: Vec<(Office, OrganisationId)>,
    /// What a token was cut down to; everything for a session.
    pub scope: Scope,
}

impl Actor {
    /// The program itself and its command line, run by whoever holds the data folder: everything is allowed.
    pub const fn system() -> Self {
        Self { account: None, member: None, cells: Vec::new(), offices: Vec::new(), scope: Scope::System }
    }

    /// Whether it holds `office` anywhere.
    pub fn holds(&self, office: Office) -> bool {
        self.offices.iter().any(|(held, _)| *held == office)
    }

    /// The organisations in which it holds one of `offices`.
    pub fn places_of<'a>(&'a self, offices: &'a [Office]) -> impl Iterator<Item = OrganisationId> + 'a {
        self.offices.iter().filter(|(office, _)| offices.contains(office)).map(|(_, place)| *place)
    }
}

/// What an actor's key was cut down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The program itself.
    System,
    /// A signed-in session: all the account may.
    Session,
    /// A token: reading, or writing too.
    Token {
        /// Whether the token may change things.
        write: bool,
    },
}

text_enum! {
    /// How an actor stands to the thing asked about.
    Relation {
        /// Keeps the machine.
        Administrator = "administrator",
        /// In the organisation office of a committee above (or of this organisation).
        OrganisationOffice = "organisation office above",
        /// In the inspection committee of a committee above.
        InspectionCommittee = "inspection committee above",
        /// Secretary or deputy of a committee above.
        Leader = "secretary or deputy above",
        /// Member of a committee above.
        CommitteeAbove = "committee member above",
        /// Follows this cell for the committee.
        Overseer = "overseer of the cell",
        /// Secretary of this cell or organisation.
        Secretary = "secretary",
        /// Deputy of this cell or organisation.
        Deputy = "deputy",
        /// Member of this cell's committee.
        CellCommittee = "cell committee member",
        /// Takes the minutes of this meeting.
        MinuteTaker = "minute-taker of the meeting",
        /// Follows this meeting in order to score it.
        Tracker = "tracker of the meeting",
        /// Stands in this cell.
        Member = "member of the cell",
        /// It is the actor's own.
        Own = "oneself",
        /// Anybody signed in.
        SignedIn = "signed in",
    }
}

/// The thing asked about, as far as permission needs to know it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Resource<'a> {
    /// The organisation it belongs to, with all above; none for the installation itself.
    pub place: Option<&'a Place>,
    /// The member it is about or belongs to.
    pub member: Option<MemberId>,
    /// The account it belongs to.
    pub account: Option<AccountId>,
    /// The minute-taker, if it is a running meeting or part of one.
    pub minute_taker: Option<MemberId>,
    /// The tracker, if it is a meeting or part of one.
    pub tracker: Option<MemberId>,
}

impl<'a> Resource<'a> {
    /// The installation itself.
    pub const fn installation() -> Self {
        Self { place: None, member: None, account: None, minute_taker: None, tracker: None }
    }

    /// An organisation, or something that belongs to it.
    pub const fn at(place: &'a Place) -> Self {
        Self { place: Some(place), member: None, account: None, minute_taker: None, tracker: None }
    }

    /// The same, about or of `member`.
    #[must_use]
    pub const fn of_member(mut self, member: MemberId) -> Self {
        self.member = Some(member);
        self
    }

    /// The same, of `account`.
    #[must_use]
    pub const fn of_account(mut self, account: AccountId) -> Self {
        self.account = Some(account);
        self
    }
}

/// How `actor` stands to `resource`.
pub fn relations(actor: &Actor, resource: &Resource<'_>) -> Vec<Relation> {
    let mut found = vec![Relation::SignedIn];
    if actor.holds(Office::Administrator) {
        found.push(Relation::Administrator);
    }
    let is_me = |member: Option<MemberId>| member.is_some() && member == actor.member;
    if is_me(resource.member) || (resource.account.is_some() && resource.account == actor.account) {
        found.push(Relation::Own);
    }
    if is_me(resource.minute_taker) {
        found.push(Relation::MinuteTaker);
    }
    if is_me(resource.tracker) {
        found.push(Relation::Tracker);
    }
    let Some(place) = resource.place else { return found };
    if actor.cells.contains(&place.organisation) {
        found.push(Relation::Member);
    }
    for (office, held_at) in &actor.offices {
        let here = place.organisation == *held_at;
        let above = place.above.contains(held_at);
        match office {
            Office::Secretary if here => found.push(Relation::Secretary),
            Office::Deputy if here => found.push(Relation::Deputy),
            Office::CommitteeMember if here => found.push(Relation::CellCommittee),
            Office::Secretary | Office::Deputy if above => found.push(Relation::Leader),
            Office::CommitteeMember if above => found.push(Relation::CommitteeAbove),
            Office::Overseer if here => found.push(Relation::Overseer),
            Office::OrganisationOffice if here || above => found.push(Relation::OrganisationOffice),
            Office::InspectionCommittee if here || above => found.push(Relation::InspectionCommittee),
            _ => {}
        }
    }
    found
}

/// Declares the actions, each with its stable text form, the relations that allow it, and whether it only reads.
macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident = $text:literal, $reads:literal, [$($relation:ident),* $(,)?];)+) => {
        text_enum! {
            /// What can be done. Reading actions are those a read-only token may do.
            Action { $($(#[$meta])* $name = $text),+ }
        }

        impl Action {
            /// The relations that allow it.
            pub const fn allowed(self) -> &'static [Relation] {
                match self { $(Self::$name => &[$(Relation::$relation),*]),+ }
            }

            /// Whether it changes nothing.
            pub const fn reads(self) -> bool {
                match self { $(Self::$name => $reads),+ }
            }
        }
    };
}

actions! {
    /// See organisations: names, codes, types, who leads them.
    SeeOrganisations = "see organisations", true,
        [SignedIn];
    /// Add or change organisations, by hand or by import.
    KeepOrganisations = "keep organisations", false,
        [OrganisationOffice];
    /// See the list of members of an organisation and those below it.
    SeeMembers = "see members", true,
        [OrganisationOffice, InspectionCommittee, Leader, Overseer, Secretary, Deputy, CellCommittee, Member];
    /// Open one member's file; it is noted who did.
    SeeMemberFile = "see a member's file", true,
        [OrganisationOffice, InspectionCommittee, Leader, Secretary, Deputy, CellCommittee, Own];
    /// See who has opened a member's file.
    SeeReaders = "see who opened a member's file", true,
        [Secretary, Own];
    /// Ask that something kept about oneself be corrected.
    AskCorrection = "ask for a correction of one's own file", false,
        [Own];
    /// Show the whole identity number; it is noted who did.
    RevealIdentity = "reveal an identity number", true,
        [OrganisationOffice, Secretary, Own];
    /// Write a signed extract of a member's file, for another cell or to keep; it is noted who did.
    WriteExtract = "write an extract of a member's file", false,
        [OrganisationOffice, Secretary, Deputy, Own];
    /// Add or change members, by hand or by import.
    KeepMembers = "keep members", false,
        [OrganisationOffice, Secretary, Deputy];
    /// Give and end offices.
    KeepOffices = "keep offices", false,
        [OrganisationOffice];
    /// Make accounts, print invitations, close accounts; not see what they see.
    KeepAccounts = "keep accounts", false,
        [Administrator, OrganisationOffice];
    /// See and end one's own sessions, tokens and second factor.
    KeepOwnAccount = "keep one's own account", false,
        [Own];
    /// See jobs that failed, sizes, versions.
    SeeMachine = "see the machine", true,
        [Administrator];
    /// Take up jobs again that were given up.
    KeepMachine = "keep the machine", false,
        [Administrator];
    /// See the rules and the committee's own values.
    SeeRules = "see rules", true,
        [SignedIn];
    /// Set a committee's own value of a rule.
    OverrideRules = "override rules", false,
        [Leader, OrganisationOffice];
    /// See the year's plan and that a meeting is held: date, place, steps.
    SeeMeetings = "see meetings", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Overseer, Secretary, Deputy, CellCommittee, Member];
    /// Read agenda, papers, roll, minutes and scores of a meeting.
    ReadMeeting = "read a meeting", true,
        [OrganisationOffice, InspectionCommittee, Leader, Overseer, Secretary, Deputy, CellCommittee, Member];
    /// Plan, prepare and call meetings.
    PrepareMeeting = "prepare a meeting", false,
        [Secretary, Deputy, CellCommittee];
    /// Agree to the date and place of a meeting.
    ApproveMeeting = "approve a meeting's date", false,
        [Leader, OrganisationOffice, Overseer];
    /// Prepare remarks and self-review, ask leave.
    PrepareOneself = "prepare oneself", false,
        [Member];
    /// Answer a leave request.
    AnswerLeave = "answer a leave request", false,
        [Secretary, Deputy];
    /// Open and run a meeting: roll, remarks, motions, tasks, closing.
    RunMeeting = "run a meeting", false,
        [Secretary, Deputy, CellCommittee, MinuteTaker];
    /// Adopt the minutes and add to them afterwards.
    AdoptMinutes = "adopt minutes", false,
        [Secretary, Deputy, MinuteTaker];
    /// Report a meeting to the superior committee.
    ReportMeeting = "report a meeting", false,
        [Secretary, Deputy];
    /// Propose the points of a meeting.
    ProposeScore = "propose a score", false,
        [Tracker, Secretary, Deputy];
    /// Agree the self-score for the cell committee, and record the cell's vote on it.
    AgreeScore = "agree a score", false,
        [Secretary, Deputy, CellCommittee];
    /// Confirm a cell's self-score, or propose points, as the superior committee's member who attended.
    ConfirmScore = "confirm a score", false,
        [Overseer, Leader];
    /// Decide the grade as the direct superior.
    DecideGrade = "decide a grade", false,
        [Leader, OrganisationOffice];
    /// See tasks of a cell.
    SeeTasks = "see tasks", true,
        [OrganisationOffice, InspectionCommittee, Leader, Overseer, Secretary, Deputy, CellCommittee, Member];
    /// Set, change and accept tasks.
    KeepTasks = "keep tasks", false,
        [Secretary, Deputy, CellCommittee, MinuteTaker];
    /// Report on one's own task.
    ReportTask = "report on a task", false,
        [Own, Secretary, Deputy];
    /// See what a member said they can and would like to do; it is noted who did.
    SeeOffers = "see what members offer", true,
        [Secretary, Deputy, CellCommittee, Own];
    /// Say what oneself can and would like to do, change it, erase it.
    StateOffer = "say what one offers", false,
        [Own];
    /// Print and number a cell's papers.
    IssuePapers = "issue papers", false,
        [Secretary, Deputy, MinuteTaker];
    /// See a cell's dues member by member; one's own.
    SeeDues = "see dues", true,
        [InspectionCommittee, Leader, Secretary, Deputy, CellCommittee, Own];
    /// See what a cell collected and sent up, without names.
    SeeDuesTotals = "see what dues were collected", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Overseer, Secretary, Deputy, CellCommittee];
    /// Enter payments, close the months of the dues book, send up.
    KeepDues = "keep dues", false,
        [Secretary, Deputy, CellCommittee];
    /// State by what a member's dues are reckoned.
    StateDues = "state by what dues are reckoned", false,
        [Own, Secretary, Deputy, CellCommittee];
    /// Say what the committee received of a cell's dues.
    ReceiveDues = "receive dues", false,
        [OrganisationOffice, Leader];
    /// See the yearly ratings of a cell's members, and what they rest on.
    SeeRatings = "see ratings", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Secretary, Deputy, CellCommittee];
    /// See one member's yearly rating and commitment.
    SeeRating = "see a member's rating", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Secretary, Deputy, CellCommittee, Own];
    /// Rate oneself and write one's commitment of the year; secretary and deputy enter what was written on paper.
    RateOneself = "rate oneself", false,
        [Own, Secretary, Deputy];
    /// Enter opinions, the cell's self-rating and its votes; check commitments.
    KeepRatings = "keep ratings", false,
        [Secretary, Deputy, CellCommittee];
    /// Open and close rounds of ratings below, decide ratings.
    DecideRatings = "decide ratings", false,
        [Leader, OrganisationOffice];
    /// Answer the decision on one's own rating.
    AnswerRating = "answer a rating", false,
        [Own];
    /// See who was commended in a cell, and that the cell was.
    SeeCommendations = "see commendations", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Overseer, Secretary, Deputy, CellCommittee, Member, Own];
    /// Enter commendations, set them right, end them.
    KeepCommendations = "keep commendations", false,
        [OrganisationOffice, Secretary, Deputy];
    /// Propose party badges and enter what becomes of a proposal.
    KeepBadges = "keep badges", false,
        [OrganisationOffice, Leader, Secretary, Deputy];
    /// See measures of discipline; it is noted who did.
    SeeDiscipline = "see discipline", true,
        [OrganisationOffice, InspectionCommittee, Leader, Secretary, Own];
    /// Enter measures of discipline and their terms; nobody keeps their own.
    KeepDiscipline = "keep discipline", false,
        [OrganisationOffice, InspectionCommittee, Secretary];
    /// Set how many admissions a cell is to reach in a year.
    SetAdmissionTargets = "set admission targets", false,
        [Leader, OrganisationOffice];
    /// See the succession plan; it is noted who did.
    SeeNominees = "see the succession plan", true,
        [OrganisationOffice, Leader, Secretary, Deputy, CellCommittee];
    /// Put members forward in the succession plan, take them out, ask for a make-up.
    KeepNominees = "keep the succession plan", false,
        [OrganisationOffice, Secretary, Deputy];
    /// See the classes a committee holds: sessions, learners, certificates.
    SeeClasses = "see classes", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Secretary, Deputy, CellCommittee];
    /// Hold classes: sessions, learners, attendance, certificates.
    KeepClasses = "keep classes", false,
        [OrganisationOffice, Secretary, Deputy];
    /// See the committee's grid of cells by months.
    SeeMonths = "see the committee's months", true,
        [OrganisationOffice, InspectionCommittee, Leader, CommitteeAbove, Secretary, Deputy, CellCommittee];
}

/// Whether `actor` may do `action` to `resource`.
pub fn may(actor: &Actor, action: Action, resource: &Resource<'_>) -> bool {
    match actor.scope {
        Scope::System => return true,
        Scope::Token { write: false } if !action.reads() => return false,
        Scope::Token { .. } | Scope::Session => {}
    }
    relations(actor, resource).iter().any(|relation| action.allowed().contains(relation))
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    const fn organisation(n: u128) -> OrganisationId {
        OrganisationId(Uuid::from_u128(n))
    }

    fn actor(office: Office, at: u128) -> Actor {
        Actor {
            account: Some(AccountId(Uuid::from_u128(90))),
            member: Some(MemberId(Uuid::from_u128(91))),
            cells: Vec::new(),
            offices: vec![(office, organisation(at))],
            scope: Scope::Session,
        }
    }

    fn cell() -> Place {
        Place { organisation: organisation(3), above: vec![organisation(2), organisation(1)] }
    }

    #[test]
    fn an_administrator_sees_no_files_and_no_minutes() {
        let administrator = actor(Office::Administrator, 1);
        let cell = cell();
        for action in [
            Action::SeeMembers,
            Action::SeeMemberFile,
            Action::ReadMeeting,
            Action::SeeMonths,
            Action::SeeTasks,
        ] {
            assert!(!may(&administrator, action, &Resource::at(&cell)), "{action}");
        }
        assert!(may(&administrator, Action::KeepAccounts, &Resource::at(&cell)));
    }

    #[test]
    fn a_secretary_runs_only_the_own_cell() {
        let secretary = actor(Office::Secretary, 3);
        let (own, other) =
            (cell(), Place { organisation: organisation(4), above: vec![organisation(2), organisation(1)] });
        assert!(may(&secretary, Action::RunMeeting, &Resource::at(&own)));
        assert!(!may(&secretary, Action::RunMeeting, &Resource::at(&other)));
        assert!(!may(&secretary, Action::ReadMeeting, &Resource::at(&other)));
        assert!(!may(&secretary, Action::DecideGrade, &Resource::at(&own)), "nobody grades the own cell");
    }

    #[test]
    fn the_superior_decides_and_does_not_run() {
        let superior = actor(Office::Secretary, 1);
        let cell = cell();
        assert!(may(&superior, Action::DecideGrade, &Resource::at(&cell)));
        assert!(may(&superior, Action::ReadMeeting, &Resource::at(&cell)));
        assert!(!may(&superior, Action::RunMeeting, &Resource::at(&cell)));
    }

    #[test]
    fn a_member_reads_the_own_file_and_no_other() {
        let mut member = actor(Office::Secretary, 99);
        member.offices.clear();
        member.cells = vec![organisation(3)];
        let cell = cell();
        let own = Resource::at(&cell).of_member(MemberId(Uuid::from_u128(91)));
        let other = Resource::at(&cell).of_member(MemberId(Uuid::from_u128(92)));
        assert!(may(&member, Action::SeeMemberFile, &own));
        assert!(!may(&member, Action::SeeMemberFile, &other));
        assert!(may(&member, Action::ReadMeeting, &Resource::at(&cell)));
    }

    #[test]
    fn a_reading_token_changes_nothing() {
        let mut secretary = actor(Office::Secretary, 3);
        secretary.scope = Scope::Token { write: false };
        let cell = cell();
        assert!(may(&secretary, Action::ReadMeeting, &Resource::at(&cell)));
        assert!(!may(&secretary, Action::RunMeeting, &Resource::at(&cell)));
    }

    #[test]
    fn the_program_itself_may_everything() {
        let cell = cell();
        for action in Action::ALL {
            assert!(may(&Actor::system(), *action, &Resource::at(&cell)));
        }
    }
}
