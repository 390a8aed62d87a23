//! Learning: the classes a committee holds, their sessions and learners, attendance, certificates; and which secretaries were never
//! trained.

mod keep;
mod learners;
mod read;
mod untrained;

pub use keep::{ClassForm, add_session, hold, take_class_away, take_session_away};
pub use learners::{add_learner, attend, certify, take_learner_away};
pub use nennep_store::learning::{Counted, Listed};
pub use read::{ClassView, LearnerView, LearningYear, OwnClass, of_member, own, show, year};
pub use untrained::{Untrained, untrained};

use nennep_domain::{
    accounts::permission::{Action, Resource},
    ids::ClassId,
    learning::Class,
};
use nennep_store::{Tx, WriteTx, learning, organisations};
use uuid::Uuid;

use crate::{
    Ctx,
    error::{Error, Result},
    events::{self, Event},
};

/// The class, for those who may do something with it.
async fn load(ctx: &Ctx, tx: &mut Tx, id: ClassId, action: Action) -> Result<Class> {
    let class = learning::find_class(tx, id).await?.ok_or(Error::NotFound)?;
    let place = organisations::place(tx, class.organisation).await?.ok_or(Error::NotFound)?;
    ctx.must(action, &Resource::at(&place), Action::SeeClasses)?;
    Ok(class)
}

async fn record(ctx: &Ctx, tx: &mut WriteTx, kind: &'static str, class: &Class, subject: Uuid) -> Result<()> {
    events::record(tx, ctx, Event::new(kind).at(class.organisation).to(subject)).await
}
