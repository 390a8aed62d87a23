//! What the form of a paper fixes: its words and letter sizes, read once from `templates/papers/form.toml`.
//!
//! A word of the form that is missing, unknown or unused fails the build or its tests, never a printing.

use std::sync::LazyLock;

use nennep_domain::papers::Spelling;
use serde::{Deserialize, Serialize};

/// Sections of the form: each field is one text of the file.
macro_rules! texts {
    ($($section:ident { $($field:ident)+ })+) => { $(
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[allow(clippy::struct_field_names, reason = "the fields are named as in the file")]
        pub(super) struct $section { $(pub(super) $field: String),+ }
    )+ };
}

texts! {
    Head { party star number dated undated rule draft draft_number urgent very_urgent express }
    Foot { secretary deputy minute_taker chair recipients archive }
    Sittings {
        routine thematic combined extraordinary cell_committee sub_cell congress review admission discipline
        theme subject
    }
    Minutes {
        name opening time opened place chair minute_taker tracker members members_figures present excused unexcused
        exempt special_duty late left_early counted overseer guests dues agenda agenda_intro agenda_vote course
        presented remarks remark conclusion motion ballot counted_motion passed failed reserved tasks score
        column_criterion column_max column_proposed column_agreed column_voted column_decided total grade score_vote
        remedies closing adopted closed_same_day closed_other_day additions addition reason
    }
    Resolution {
        name summary ground preamble preamble_undated last politics duties previous previous_unnamed column_state
        state_in_progress state_dated state_standing state_undated column_result done praise faults cause next direction
        tasks execution rating rated rated_of remedies vote nothing opinions_name opinions_summary opinions_numbered
        remark reserved
    }
    Invitation {
        name summary to invites time length place chair agenda prepare self_review report present papers please contact
        as_above
    }
    Attendance {
        name summary time place column_name column_grade column_state column_note column_signature came left guests totals
    }
    Agenda { name time place chair column_clock column_minutes column_item column_presenter span clock total }
    Candidate {
        to to_cell to_more born date birthplace home people schooling residence workplace male female primary
        lower_secondary upper_secondary vocational college university postgraduate for_committee
    }
    Application { label name i_am union_member association_member knows promises signed }
    Introduction {
        label name summary i_am born admitted office cell introduces together finds strengths faults answers signed
    }
    Opinions {
        label name about about_whom person name_of opinions associations youth_union residence by numbered paper strengths
        agreed concludes
    }
    Admission {
        label name about undated met members present absent chair minute_taker person name_of introduced concludes
        strengths faults resolves voted to_vote agreed against superior proposes
    }
    Roll {
        name summary how opening planned opened place chair minute_taker tracker guests dues roll column_name column_grade
        column_present column_excused column_unexcused column_note items due column_result column_percent remarks
        remarks_how column_item column_speaker column_remark motions column_motion column_agreed column_against column_other tasks closing
        conclusion adopted closed
    }
}

/// Words that several papers share.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Common {
    pub(super) comrade: String,
    pub(super) comrade_first: String,
    pub(super) person: String,
    pub(super) vote: String,
    pub(super) noted: String,
    pub(super) none: String,
    pub(super) clock: String,
    pub(super) moment: String,
    pub(super) dotted_clock: String,
    pub(super) weekdays: [String; 7],
    pub(super) month: String,
    pub(super) month_short: String,
    pub(super) routine_part: String,
    pub(super) thematic_part: String,
    pub(super) official: String,
    pub(super) probationary: String,
    pub(super) official_short: String,
    pub(super) probationary_short: String,
    pub(super) present: String,
    pub(super) excused: String,
    pub(super) unexcused: String,
    pub(super) exempt: String,
    pub(super) special_duty: String,
    pub(super) column_number: String,
    pub(super) column_task: String,
    pub(super) column_lead: String,
    pub(super) product: String,
    pub(super) column_due: String,
    pub(super) column_report: String,
    pub(super) grade_good: String,
    pub(super) grade_fair: String,
    pub(super) grade_average: String,
    pub(super) grade_poor: String,
}

/// Letter sizes, in points.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sizes {
    /// The party's name at the top right.
    pub party: f64,
    /// The rest of the head.
    pub head: f64,
    /// The paper's name, e.g. NGHỊ QUYẾT.
    pub name: f64,
    /// What it is about.
    pub summary: f64,
    /// The signature block.
    pub signature: f64,
    /// The word "Nơi nhận".
    pub recipients_word: f64,
    /// The recipients.
    pub recipients: f64,
    /// The page number.
    pub page_number: f64,
    /// Tables.
    pub table: f64,
    /// The gap between two paragraphs, above the line pitch.
    pub paragraph_gap: f64,
    /// How head and foot share the text's width, left and right.
    pub sides: [f64; 2],
}

/// The whole form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Form {
    pub(super) sizes: Sizes,
    pub(super) head: Head,
    pub(super) foot: Foot,
    pub(super) common: Common,
    pub(super) sitting: Sittings,
    pub(super) minutes: Minutes,
    pub(super) resolution: Resolution,
    pub(super) invitation: Invitation,
    pub(super) attendance: Attendance,
    pub(super) agenda: Agenda,
    pub(super) candidate: Candidate,
    pub(super) application: Application,
    pub(super) introduction: Introduction,
    pub(super) opinions: Opinions,
    pub(super) admission: Admission,
    pub(super) roll: Roll,
}

const FILE: &str = include_str!("../../templates/papers/form.toml");

static ON_U: LazyLock<Form> = LazyLock::new(|| read(FILE));
static ON_Y: LazyLock<Form> =
    LazyLock::new(|| read(&FILE.replace("ủy", "uỷ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ")));

/// The form with "ủy" spelt as the committee spells it.
pub(super) fn form(spelling: Spelling) -> &'static Form {
    match spelling {
        Spelling::OnU => &ON_U,
        Spelling::OnY => &ON_Y,
    }
}

/// Reads the form built into the program; a form that cannot be read fails the tests below, so it is never shipped.
#[expect(clippy::panic, reason = "the file is part of the program, and a test reads it")]
fn read(file: &str) -> Form {
    toml::from_str(file).unwrap_or_else(|error| panic!("templates/papers/form.toml: {error}"))
}

/// The text with each `{name}` replaced by its value. What the values themselves hold is never looked into.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 32);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let Some((name, tail)) = after.split_once('}') else { break };
        match values.iter().find(|(key, _)| *key == name) {
            Some((_, value)) => filled.push_str(value),
            None => filled.extend(["{", name, "}"]),
        }
        rest = tail;
    }
    filled.push_str(rest);
    filled
}
