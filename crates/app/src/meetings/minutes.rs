//! The minutes of a meeting as they are read out: as they would be adopted now, or as they were frozen.

use nennep_domain::{
    accounts::permission::Action,
    ids::MeetingId,
    meetings::Addition,
    papers::{Content, Layout, Minutes},
};
use nennep_store::accounts;

use super::{load::load, view::load_view};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    meetings::MeetingView,
    papers::{self, Paper},
};

/// What was added to adopted minutes, and by whom.
#[derive(Debug, Clone)]
pub struct AddedLater {
    /// What.
    pub addition: Addition,
    /// The name of whoever added it.
    pub by: String,
}

/// The minutes to be read out.
#[derive(Debug, Clone)]
pub struct ReadOut {
    /// The meeting.
    pub view: MeetingView,
    /// The paper, composed word for word as it is printed, without what was added later.
    pub paper: Paper,
    /// Whether there is anything to read out.
    pub is_anything_written: bool,
    /// What was added later, oldest first.
    pub additions: Vec<AddedLater>,
}

/// The minutes of a meeting, for those who may read it.
#[boxed]
pub async fn read_out(ctx: &Ctx, id: MeetingId) -> Result<ReadOut> {
    let mut tx = ctx.store.read().await?;
    let loaded = load(ctx, &mut tx, id, Action::ReadMeeting).await?;
    let view = load_view(ctx, &mut tx, loaded).await?;
    let minutes = match &view.adopted {
        Some(adopted) => serde_json::from_value::<Minutes>(adopted.body.clone()).map_err(Error::fault)?,
        None => papers::minutes(&view, papers::score(ctx, &mut tx, &view).await?),
    };
    let minutes = Minutes { additions: Vec::new(), ..minutes };
    let paper = papers::compose(&Content::Minutes(Box::new(minutes)), &Layout::by(&view.rules));
    let writers: Vec<_> = view.additions.iter().filter_map(|addition| addition.by).collect();
    let names = accounts::names(&mut tx, &writers).await?;
    let added = |addition: &Addition| AddedLater {
        by: addition.by.and_then(|by| names.get(&by)).cloned().unwrap_or_default(),
        addition: addition.clone(),
    };
    let additions = view.additions.iter().map(added).collect();
    Ok(ReadOut { is_anything_written: papers::is_anything_written(&view), paper, additions, view })
}
