//! Deeds whose day has come.

use nennep_domain::organisations::history::Deed;
use nennep_store::deeds;

use super::{Planned, perform::write, weigh::weigh};
use crate::{
    App, boxed,
    error::{Error, Result},
    turn,
};

/// Does every deed whose day has come, in order. One that is refused meanwhile stays, with the reason, for a person to look at;
/// doing it again is safe.
#[boxed]
pub(crate) async fn perform_due(app: &App) -> Result<()> {
    let ctx = app.as_system();
    let today = app.now().date();
    let waiting = deeds::waiting(&mut app.store.read().await?, today).await?;
    let mut failed = None;
    for recorded in waiting {
        let Ok(deed) = serde_json::from_value::<Deed>(recorded.details.clone()) else { continue };
        let planned = Planned { deed, on: recorded.on, decision: recorded.decision.clone() };
        let mut tx = app.store.write().await?;
        turn::take(app, &mut tx).await?;
        let still = deeds::find(&mut tx, recorded.id).await?.is_some_and(|one| one.is_waiting());
        if !still {
            continue;
        }
        match weigh(&ctx, &mut tx, &planned).await {
            Ok(weighed) => write(&ctx, &mut tx, recorded.id, &weighed).await?,
            Err(Error::Refused(refusal)) => {
                deeds::mark_refused(&mut tx, recorded.id, refusal.code()).await?;
            }
            // Those after it are not kept waiting for it.
            Err(other) => {
                failed = Some(other);
                continue;
            }
        }
        tx.commit().await?;
    }
    failed.map_or(Ok(()), Err)
}
