//! Deeds in a member's life, from the command line: looked at with `--preview`, else recorded.

use std::collections::BTreeMap;

use clap::{Args, Subcommand, ValueEnum};
use jiff::civil::Date;
use nennep_app::{
    Ctx, Error,
    members::{
        self, Filter,
        life::{self, Planned},
    },
    organisations,
};
use nennep_domain::{
    ids::{DeedId, MemberId, OrganisationId},
    members::{MemberGrade, life::LifeDeed, register::Field},
};
use serde::Serialize;

use crate::{
    commands::{decided::When, places::places},
    output::{self, Failure, words},
};

/// How somebody leaves the Party.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum How {
    /// At the member's own request
    Resigned,
    /// Removed from the list by a decision
    Removed,
    /// Expelled by a decision
    Expelled,
    /// Died
    Deceased,
}

/// Who it is about, when, and by which decision.
#[derive(Debug, Clone, Args)]
pub(crate) struct Of {
    /// The member: the id, or the card number
    member: String,
    #[command(flatten)]
    when: When,
}

/// Commands that record what happens in a member's life.
#[derive(Debug, Subcommand)]
pub(crate) enum Change {
    /// Admit somebody: probationary from the ceremony (--on); party age runs from the decision
    Admit {
        /// The code of the cell
        #[arg(long, value_name = "CODE")]
        cell: String,
        /// Full name
        #[arg(long)]
        name: String,
        /// Date of birth
        #[arg(long, value_name = "YYYY-MM-DD")]
        born: Option<String>,
        /// nam or nữ
        #[arg(long)]
        sex: Option<String>,
        /// Card number, if there is one
        #[arg(long)]
        card: Option<String>,
        #[command(flatten)]
        when: When,
    },
    /// Admit somebody again who left the Party
    Readmit {
        #[command(flatten)]
        of: Of,
        /// The code of the cell
        #[arg(long, value_name = "CODE")]
        cell: String,
    },
    /// Recognise as official member; counts from the end of the probation
    Recognise {
        #[command(flatten)]
        of: Of,
    },
    /// Transfer officially, to another cell here (--to) or out (--outside)
    Transfer {
        #[command(flatten)]
        of: Of,
        /// The code of the cell entered
        #[arg(long, value_name = "CODE", required_unless_present = "outside", conflicts_with = "outside")]
        to: Option<String>,
        /// Where to, where that is outside
        #[arg(long, value_name = "PLACE")]
        outside: Option<String>,
    },
    /// Receive somebody from outside
    Receive {
        #[command(flatten)]
        of: Of,
        /// The code of the cell that receives
        #[arg(long, value_name = "CODE")]
        cell: String,
        /// official or probationary
        #[arg(long, default_value = "official")]
        grade: MemberGrade,
        /// Where from
        #[arg(long, value_name = "PLACE", default_value = "")]
        from: String,
    },
    /// Transfer temporarily
    Send {
        #[command(flatten)]
        of: Of,
        /// The code of the host cell, where it is one here
        #[arg(long, value_name = "CODE")]
        to: Option<String>,
        /// The host as papers write it
        #[arg(long, value_name = "PLACE", default_value = "")]
        place: String,
        /// The day of coming back
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Date,
        /// For study
        #[arg(long)]
        study: bool,
    },
    /// Back from a temporary transfer
    Recall {
        #[command(flatten)]
        of: Of,
    },
    /// Exempt from work and meetings
    Exempt {
        #[command(flatten)]
        of: Of,
        /// The last day
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<Date>,
        /// Why
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Taking part again after an exemption
    Resume {
        #[command(flatten)]
        of: Of,
    },
    /// Suspend from meetings
    Suspend {
        #[command(flatten)]
        of: Of,
        /// The last day
        #[arg(long, value_name = "YYYY-MM-DD")]
        until: Option<Date>,
    },
    /// Taking part again after a suspension
    Restore {
        #[command(flatten)]
        of: Of,
    },
    /// Introduce to the cell of residence (213-QĐ/TW)
    Introduce {
        #[command(flatten)]
        of: Of,
        /// The code of the cell of residence
        #[arg(long, value_name = "CODE")]
        cell: String,
    },
    /// End contact with the cell of residence
    Part {
        #[command(flatten)]
        of: Of,
        /// The code of the cell of residence
        #[arg(long, value_name = "CODE")]
        cell: String,
    },
    /// Leave the Party, or die
    Leave {
        #[command(flatten)]
        of: Of,
        /// How
        #[arg(long, value_enum)]
        how: How,
    },
}

#[derive(Serialize)]
struct Recorded {
    member: MemberId,
    deed: DeedId,
}

#[derive(Serialize)]
struct Previewed {
    lines: Vec<String>,
}

impl Change {
    pub(super) async fn run(self, ctx: &Ctx) -> Result<(), Failure> {
        match self {
            Self::Admit { cell, name, born, sex, card, when } => {
                let typed = [
                    (Field::FullName, Some(name)),
                    (Field::BornOn, born),
                    (Field::Sex, sex),
                    (Field::CardNumber, card),
                ];
                let typed = typed.into_iter().filter_map(|(field, text)| Some((field, text?))).collect();
                admit(ctx, &cell, &typed, &when).await
            }
            Self::Readmit { of, cell } => {
                let cell = cell_of(ctx, &cell).await?;
                record(ctx, of, LifeDeed::Readmit { cell }).await
            }
            Self::Recognise { of } => record(ctx, of, LifeDeed::Recognise).await,
            Self::Transfer { of, to: Some(to), .. } => {
                let to = cell_of(ctx, &to).await?;
                record(ctx, of, LifeDeed::Transfer { to }).await
            }
            Self::Transfer { of, outside, .. } => {
                record(ctx, of, LifeDeed::Depart { to: outside.unwrap_or_default() }).await
            }
            Self::Receive { of, cell, grade, from } => {
                let cell = cell_of(ctx, &cell).await?;
                record(ctx, of, LifeDeed::Receive { cell, grade, from }).await
            }
            Self::Send { of, to, place, until, study } => {
                let to = match to {
                    Some(code) => Some(cell_of(ctx, &code).await?),
                    None => None,
                };
                record(ctx, of, LifeDeed::Send { to, place, until, study }).await
            }
            Self::Recall { of } => record(ctx, of, LifeDeed::Recall).await,
            Self::Exempt { of, until, reason } => record(ctx, of, LifeDeed::Exempt { until, reason }).await,
            Self::Resume { of } => record(ctx, of, LifeDeed::Resume).await,
            Self::Suspend { of, until } => record(ctx, of, LifeDeed::Suspend { until }).await,
            Self::Restore { of } => record(ctx, of, LifeDeed::Restore).await,
            Self::Introduce { of, cell } => {
                let cell = cell_of(ctx, &cell).await?;
                record(ctx, of, LifeDeed::Introduce { cell }).await
            }
            Self::Part { of, cell } => {
                let cell = cell_of(ctx, &cell).await?;
                record(ctx, of, LifeDeed::Part { cell }).await
            }
            Self::Leave { of, how } => {
                let deed = match how {
                    How::Resigned => LifeDeed::Resign,
                    How::Removed => LifeDeed::Remove,
                    How::Expelled => LifeDeed::Expel,
                    How::Deceased => LifeDeed::Die,
                };
                record(ctx, of, deed).await
            }
        }
    }
}

async fn cell_of(ctx: &Ctx, code: &str) -> Result<OrganisationId, Failure> {
    Ok(organisations::find_by_code(ctx, code).await?.id)
}

async fn admit(ctx: &Ctx, cell: &str, typed: &BTreeMap<Field, String>, when: &When) -> Result<(), Failure> {
    let on = when.on(ctx);
    let (member, deed) = (MemberId(ctx.new_id()), DeedId(ctx.new_id()));
    let cell = cell_of(ctx, cell).await?;
    let planned = Planned { member, deed: LifeDeed::Admit { cell }, on, decision: when.decision(on)? };
    life::admit(ctx, deed, &planned, typed).await?;
    if when.json { output::json(&Recorded { member, deed }) } else { output::line(&member.to_string()) }
}

async fn record(ctx: &Ctx, of: Of, deed: LifeDeed) -> Result<(), Failure> {
    let on = of.when.on(ctx);
    let member = member_of(ctx, &of.member).await?;
    let planned = Planned { member, deed, on, decision: of.when.decision(on)? };
    let said = life::preview(ctx, &planned).await?;
    let lines: Vec<String> = said.iter().map(|sentence| words().say(sentence)).collect();
    if !of.when.preview {
        let deed = DeedId(ctx.new_id());
        life::perform(ctx, deed, &planned).await?;
        if of.when.json {
            return output::json(&Recorded { member, deed });
        }
    }
    if of.when.json {
        return output::json(&Previewed { lines });
    }
    lines.iter().try_for_each(|line| output::line(line))
}

/// The member with this id or card number, whoever stands or stood anywhere.
async fn member_of(ctx: &Ctx, named: &str) -> Result<MemberId, Failure> {
    if let Ok(id) = named.parse() {
        return Ok(id);
    }
    for place in places(ctx, None).await? {
        let filter = Filter {
            within: place,
            on: None,
            words: named,
            state: None,
            grade: None,
            after: None,
            limit: 50,
        };
        let found = members::list(ctx, filter).await?;
        if let Some(one) = found.iter().find(|one| one.card_number == named) {
            return Ok(one.member);
        }
    }
    Err(Error::NotFound.into())
}
