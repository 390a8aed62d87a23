//! Deeds that change organisations, from the command line: looked at with `--preview`, else done on their day.

use clap::{Args, Subcommand};
use jiff::civil::Date;
use nennep_app::{
    Ctx,
    members::{self, Filter},
    organisations::{
        self,
        deeds::{self, Performed, Planned},
    },
};
use nennep_domain::{
    ids::{DeedId, MemberId, OrganisationId},
    organisations::{
        CellType, OrganisationKind,
        history::{Deed, Form},
    },
};
use nennep_web::api::v1::OrganisationDeed;
use serde::Serialize;

use crate::{
    commands::decided::When,
    output::{self, Failure, words},
};

/// What a new organisation is called.
#[derive(Debug, Clone, Args)]
pub(crate) struct Called {
    /// Its code
    #[arg(long)]
    code: String,
    /// Its name as papers write it
    #[arg(long)]
    name: String,
}

/// Commands that change organisations.
#[derive(Debug, Subcommand)]
pub(crate) enum Change {
    /// Found an organisation
    Found {
        #[command(flatten)]
        called: Called,
        #[arg(long, help = "province, commune, committee, cell or sub_cell")]
        kind: OrganisationKind,
        #[arg(
            long = "type",
            value_name = "TYPE",
            help = "What a cell lives in: residential, agency, public_service, state_enterprise, private_enterprise, students, armed_forces"
        )]
        cell_type: Option<CellType>,
        /// The organisation directly above; without it, the one above all
        #[arg(long, value_name = "CODE")]
        parent: Option<String>,
        #[command(flatten)]
        when: When,
    },
    /// Give an organisation another name, or another code
    Rename {
        /// Its code
        organisation: String,
        /// The new name
        #[arg(long)]
        name: String,
        /// The new code
        #[arg(long)]
        code: Option<String>,
        #[command(flatten)]
        when: When,
    },
    /// Say that a cell lives in something else
    Retype {
        /// The cell's code
        cell: String,
        /// What it lives in from now on
        #[arg(long = "type", value_name = "TYPE")]
        cell_type: CellType,
        #[command(flatten)]
        when: When,
    },
    /// Raise a cell to a committee organisation: founds it in the cell's place and puts the cell below it
    Upgrade {
        /// The cell's code
        cell: String,
        #[command(flatten)]
        called: Called,
        #[command(flatten)]
        when: When,
    },
    /// Merge cells into one that goes on (--into), or into a new one (--code, --name, --type)
    Merge {
        /// The codes of the cells that end
        #[arg(required = true)]
        cells: Vec<String>,
        /// The cell that goes on
        #[arg(long, value_name = "CODE", conflicts_with_all = ["code", "name", "cell_type", "parent"])]
        into: Option<String>,
        /// The new cell's code
        #[arg(long, required_unless_present = "into")]
        code: Option<String>,
        /// The new cell's name
        #[arg(long, required_unless_present = "into")]
        name: Option<String>,
        /// What the new cell lives in; as the first cell named if not said
        #[arg(long = "type", value_name = "TYPE")]
        cell_type: Option<CellType>,
        /// What the new cell stands below; as the first cell named if not said
        #[arg(long, value_name = "CODE")]
        parent: Option<String>,
        #[command(flatten)]
        when: When,
    },
    /// Found a cell with some of a cell's members
    Split {
        /// The cell's code
        cell: String,
        #[command(flatten)]
        called: Called,
        /// What the new cell lives in; as the cell itself if not said
        #[arg(long = "type", value_name = "TYPE")]
        cell_type: Option<CellType>,
        /// Who goes: card numbers or ids, with commas between
        #[arg(long, value_delimiter = ',', required = true)]
        members: Vec<String>,
        #[command(flatten)]
        when: When,
    },
    /// Put organisations, with all below them, below another
    Move {
        /// Their codes
        #[arg(required = true)]
        organisations: Vec<String>,
        /// The organisation they stand below from now on
        #[arg(long, value_name = "CODE")]
        to: String,
        #[command(flatten)]
        when: When,
    },
    /// End an organisation
    Dissolve {
        /// Its code
        organisation: String,
        /// The cell its members go to, or below what those below it go
        #[arg(long, value_name = "CODE")]
        to: Option<String>,
        #[command(flatten)]
        when: When,
    },
}

#[derive(Serialize)]
struct Recorded {
    deed: DeedId,
    /// The organisation that was founded, if one was.
    founded: Option<OrganisationId>,
    waits: bool,
}

#[derive(Serialize)]
struct Previewed {
    lines: Vec<String>,
    members: u32,
    waits: bool,
}

impl Change {
    const fn when(&self) -> &When {
        match self {
            Self::Found { when, .. }
            | Self::Rename { when, .. }
            | Self::Retype { when, .. }
            | Self::Upgrade { when, .. }
            | Self::Merge { when, .. }
            | Self::Split { when, .. }
            | Self::Move { when, .. }
            | Self::Dissolve { when, .. } => when,
        }
    }

    pub(super) async fn run(self, ctx: &Ctx) -> Result<(), Failure> {
        let when = self.when().clone();
        let on = when.on(ctx);
        let decision = when.decision(on)?;
        let new = OrganisationId(ctx.new_id());
        let planned = Planned { deed: self.deed(ctx, new, on).await?, on, decision };
        let preview = deeds::preview(ctx, &planned).await?;
        let lines: Vec<String> = preview.lines.iter().map(|line| words().say(&line.sentence)).collect();
        let waits = preview.comes == Performed::Waits;
        if !when.preview {
            let deed = DeedId(ctx.new_id());
            deeds::perform(ctx, deed, &planned).await?;
            if when.json {
                let founded = planned.deed.names().contains(&new).then_some(new);
                return output::json(&Recorded { deed, founded, waits });
            }
        }
        if when.json {
            return output::json(&Previewed { lines, members: preview.members, waits });
        }
        lines.iter().try_for_each(|line| output::line(line))
    }

    async fn deed(self, ctx: &Ctx, new: OrganisationId, on: Date) -> Result<Deed, Failure> {
        let then = organisations::on_day(ctx, on).await?;
        let find = |code: &str| then.find(code);
        let form = |called: Called, cell_type| Form { code: called.code, name: called.name, cell_type };
        Ok(match self {
            Self::Found { called, kind, cell_type, parent, .. } => {
                let parent = match parent {
                    Some(code) => Some(find(&code)?.id),
                    None => None,
                };
                Deed::Found { organisation: new, of_kind: kind, form: form(called, cell_type), parent }
            }
            Self::Rename { organisation, name, code, .. } => {
                Deed::Rename { organisation: find(&organisation)?.id, name, code }
            }
            Self::Retype { cell, cell_type, .. } => Deed::Retype { cell: find(&cell)?.id, cell_type },
            Self::Upgrade { cell, called, .. } => {
                Deed::Upgrade { cell: find(&cell)?.id, committee: new, form: form(called, None) }
            }
            Self::Merge { cells, into, code, name, cell_type, parent, .. } => {
                let mut ending = Vec::new();
                for cell in &cells {
                    ending.push(find(cell)?);
                }
                let ids = ending.iter().map(|one| one.id).collect();
                if let Some(into) = into {
                    return Ok(Deed::Merge { cells: ids, into: find(&into)?.id, new: None });
                }
                let parent = match parent {
                    Some(code) => Some(find(&code)?.id),
                    None => ending.first().and_then(|one| one.parent),
                };
                let cell_type = cell_type.or(ending.first().and_then(|one| one.cell_type));
                let called = Called { code: code.unwrap_or_default(), name: name.unwrap_or_default() };
                let new_one = parent.map(|parent| (form(called, cell_type), parent));
                Deed::Merge { cells: ids, into: new, new: new_one }
            }
            Self::Split { cell, called, cell_type, members, .. } => {
                let cell = find(&cell)?.id;
                let members = members_of(ctx, cell, on, &members).await?;
                Deed::Split { cell, new, form: form(called, cell_type), members }
            }
            Self::Move { organisations, to, .. } => {
                let mut ids = Vec::new();
                for code in &organisations {
                    ids.push(find(code)?.id);
                }
                Deed::Move { organisations: ids, parent: find(&to)?.id }
            }
            Self::Dissolve { organisation, to, .. } => {
                let to = match to {
                    Some(code) => Some(find(&code)?.id),
                    None => None,
                };
                Deed::Dissolve { organisation: find(&organisation)?.id, to }
            }
        })
    }
}

/// The members of a cell with these card numbers or ids. One that is neither is refused by its words.
async fn members_of(
    ctx: &Ctx,
    cell: OrganisationId,
    on: Date,
    named: &[String],
) -> Result<Vec<MemberId>, Failure> {
    let on = Some(on.min(ctx.now().date()));
    let filter =
        Filter { within: cell, on, words: "", state: None, grade: None, after: None, limit: u32::MAX };
    let listed = members::list(ctx, filter).await?;
    let member = |text: &String| {
        if let Ok(id) = text.parse::<MemberId>() {
            return Ok(id);
        }
        let by_card = listed.iter().find(|one| one.card_number == *text).map(|one| one.member);
        by_card.ok_or_else(|| {
            Failure::Refused(words().with("command-no-such-card", &[("card", text.as_str().into())]))
        })
    };
    named.iter().map(member).collect()
}

/// Prints the deeds there were and those that wait.
pub(super) async fn list(ctx: &Ctx, json: bool) -> Result<(), Failure> {
    let views = deeds::list(ctx).await?;
    if json {
        return output::json(&views.iter().filter_map(OrganisationDeed::of).collect::<Vec<_>>());
    }
    for view in views {
        let names: Vec<&str> = view.organisations.iter().map(|one| one.name.as_str()).collect();
        let kind = words().one_of("history-kind", &view.recorded.kind);
        let decision = &view.recorded.decision.number;
        output::line(&format!(
            "{}  {kind}  {decision}  {}  {}",
            view.recorded.on,
            names.join(", "),
            view.recorded.id
        ))?;
    }
    Ok(())
}
