//! The sample's succession plan: some of the main cell's members put forward, some agreed to, and what the committee asked for.

use jiff::Span;
use nennep_domain::{
    accounts::Office,
    ids::NomineeId,
    nominees::{MakeUp, Nominee, Target},
};
use nennep_store::nominees;

use super::{
    blueprint::{FOUNDED, entered_at},
    dice::Dice,
    setting::Setting,
};
use crate::{App, error::Result};

/// Puts members of the main cell forward for its own offices, and says what cell and committee ask for.
pub(super) async fn tell(app: &App, setting: &Setting) -> Result<()> {
    let today = setting.ground.sample.present.date();
    let Some(cell) = setting.ground.blueprint.cells.iter().find(|cell| cell.is_main) else { return Ok(()) };
    let people = setting.ground.people(cell);
    let put_forward_on = (today - Span::new().days(120)).max(FOUNDED);
    let agreed = (today - Span::new().days(60)).max(put_forward_on);
    let mut tx = app.store.write().await?;
    let offices = [Office::Secretary, Office::Deputy, Office::CommitteeMember, Office::CommitteeMember];
    for (n, (office, person)) in offices.into_iter().zip(people.iter().skip(3)).enumerate() {
        let one = Nominee {
            id: NomineeId(Dice::of(setting.ground.sample.seed, "nominee", n).id(entered_at())),
            organisation: cell.organisation.id,
            office,
            member: person.id,
            term: "2025-2030".to_owned(),
            manager: n % 2 == 0,
            skilled: n == 3,
            note: String::new(),
            put_forward_on,
            agreed_on: (n < 2).then_some(agreed),
            withdrawn_on: None,
        };
        nominees::insert(&mut tx, &one, entered_at(), None).await?;
    }
    let asked = [(MakeUp::Women, 2, None), (MakeUp::Young, 2, Some(40)), (MakeUp::Managers, 1, None)];
    for of in [cell.organisation.id, setting.ground.blueprint.top().id] {
        for (make_up, count, under_age) in asked {
            let target = Target { of: make_up, count, under_age };
            nominees::save_target(&mut tx, of, "2025-2030", &target, (entered_at(), None)).await?;
        }
    }
    Ok(tx.commit().await?)
}
