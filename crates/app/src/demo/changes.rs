//! How the sample's organisations changed: a committee organisation of enterprises that came and went, and one of the party's organs
//! that a decision closes soon. Done by the same deeds as everywhere.

use jiff::{Span, civil::Date};
use nennep_domain::{
    decisions::Decision,
    ids::{DeedId, OrganisationId},
    organisations::{
        CellType, Organisation, OrganisationKind,
        history::{Deed, Form},
    },
};

use super::{
    blueprint::{FOUNDED, entered_at},
    dice::Dice,
    sample::Scale,
    setting::Setting,
};
use crate::{
    App,
    error::Result,
    organisations::deeds::{self, Planned},
};

/// The number of the committee organisation of enterprises among the ward's.
const NUMBER: &str = "031";

/// Does the deeds of the past and plans the one to come.
pub(super) async fn tell(app: &App, setting: &Setting) -> Result<()> {
    if setting.ground.sample.scale != Scale::Ward {
        return Ok(());
    }
    let today = setting.ground.sample.present.date();
    let (began, ended) = (FOUNDED + Span::new().days(62), today - Span::new().days(95));
    let mut done = Vec::new();
    if began + Span::new().days(90) <= ended {
        done.extend(enterprises(setting, began, ended));
    }
    let closing = (today + Span::new().days(40)).last_of_month();
    done.extend(organs(setting, closing));
    let ctx = app.as_system();
    for (n, (on, deed)) in done.into_iter().enumerate() {
        let id = DeedId(Dice::of(setting.ground.sample.seed, "deed", n).id(entered_at()));
        let decided = (on - Span::new().days(10)).min(today);
        let by = setting.ground.blueprint.top().name.replace("Đảng bộ", "Đảng ủy");
        let decision = Decision { number: format!("{}-QĐ/ĐU", 31 + 7 * n), on: decided, by };
        deeds::perform(&ctx, id, &Planned { deed, on, decision }).await?;
    }
    Ok(())
}

/// Cells of enterprises stood below a committee of their own for some months.
fn enterprises(setting: &Setting, began: Date, ended: Date) -> Vec<(Date, Deed)> {
    let blueprint = &setting.ground.blueprint;
    let top = blueprint.top();
    let organisation =
        OrganisationId(Dice::of(setting.ground.sample.seed, "enterprises", 0).id(entered_at()));
    let code = top.code.replacen(".000.", &format!(".{NUMBER}."), 1);
    let name = format!("Đảng bộ Khối doanh nghiệp {}", blueprint.ward);
    let form = Form { code, name, cell_type: None };
    let direct = |one: &&Organisation| {
        one.parent == Some(top.id)
            && one.cell_type == Some(CellType::PrivateEnterprise)
            && one.from_on < began
    };
    let cells: Vec<OrganisationId> =
        blueprint.organisations.iter().filter(direct).map(|one| one.id).collect();
    if cells.is_empty() {
        return Vec::new();
    }
    let of_kind = OrganisationKind::Committee;
    vec![
        (began, Deed::Found { organisation, of_kind, form, parent: Some(top.id) }),
        (began, Deed::Move { organisations: cells, parent: organisation }),
        (ended, Deed::Dissolve { organisation, to: Some(top.id) }),
    ]
}

/// The committee of the party's organs is to be closed, its cells to stand directly below the ward's.
fn organs(setting: &Setting, on: Date) -> Option<(Date, Deed)> {
    let blueprint = &setting.ground.blueprint;
    let organs = blueprint.organisations.iter().find(|one| one.kind == OrganisationKind::Committee)?;
    Some((on, Deed::Dissolve { organisation: organs.id, to: Some(blueprint.top().id) }))
}
