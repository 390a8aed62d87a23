//! Votes: who is counted, what majority, what is secret.

use crate::rules::{Majority, ProceduralBase};

ruled! {
    Votes in votes {
        /// The share of all official members counted that adopts a resolution.
        resolution_majority: Majority = "votes.resolution_majority" in Majority;
        /// The share that carries a procedural motion: agenda, minutes, score.
        procedural_majority: Majority = "votes.procedural_majority" in Majority;
        /// Among whom a procedural motion is counted.
        procedural_base: ProceduralBase = "votes.procedural_base" in Choice;
        /// Whether official members temporarily transferred out who do not come stay in the denominator.
        away_absent_counted: bool = "votes.away_absent_counted" in YesNo;
        /// Whether exempt official members who do not come stay in the denominator.
        exempt_absent_counted: bool = "votes.exempt_absent_counted" in YesNo;
        /// Whether official members absent on duty or with reason stay in the denominator.
        duty_absent_counted: bool = "votes.duty_absent_counted" in YesNo;
        /// Whether official members suspended from meetings stay in the denominator.
        suspended_counted: bool = "votes.suspended_counted" in YesNo;
        /// Whether official members absent with leave from the whole of a congress stay in its denominator.
        congress_absent_counted: bool = "votes.congress_absent_counted" in YesNo;
        /// Whether only official members vote, stand and elect.
        only_official_members: bool = "votes.only_official_members" in YesNo;
        /// The share of official members by which a cell proposes an admission.
        admission_majority: Majority = "votes.admission_majority" in Majority;
        /// The share of official members by which a cell proposes a recognition as official member.
        recognition_majority: Majority = "votes.recognition_majority" in Majority;
        /// The share of a base committee with delegated power that decides an admission.
        delegated_admission_majority: Majority = "votes.delegated_admission_majority" in Majority;
        /// The share that decides reprimand, warning or dismissal.
        discipline_majority: Majority = "votes.discipline_majority" in Majority;
        /// The share that proposes an expulsion.
        expulsion_proposal_majority: Majority = "votes.expulsion_proposal_majority" in Majority;
        /// The share of the deciding body that expels.
        expulsion_decision_majority: Majority = "votes.expulsion_decision_majority" in Majority;
        /// Whether discipline is voted by secret ballot.
        discipline_secret: bool = "votes.discipline_secret" in YesNo;
        /// Whether votes are added up from the heaviest form of discipline down when none reaches its majority.
        discipline_adds_from_heaviest: bool = "votes.discipline_adds_from_heaviest" in YesNo;
        /// The share of the official members summoned by which one is elected.
        election_majority: Majority = "votes.election_majority" in Majority;
        /// Whether committee, secretary, deputy and delegates are elected by secret ballot.
        election_secret: bool = "votes.election_secret" in YesNo;
        /// Whether the presidium and secretariat of a congress are elected by secret ballot.
        presidium_secret: bool = "votes.presidium_secret" in YesNo;
        /// Whether a secret ballot may keep who voted how.
        ballot_keeps_choices: bool = "votes.ballot_keeps_choices" in YesNo;
        /// The share of those summoned with which a congress is valid.
        congress_quorum: Majority = "votes.congress_quorum" in Majority;
    }
}
