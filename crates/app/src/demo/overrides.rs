//! Values the sample's committees set for themselves, each with a reason, where the rule lets them.

use nennep_domain::{
    ids::{AccountId, OrganisationId, OverrideId},
    organisations::CellType,
    rules::{Override, RuleBook, Value},
};
use uuid::Uuid;

use super::{
    blueprint::{Blueprint, entered_at},
    dice::Dice,
    sample::Sample,
};
use crate::error::{Error, Result};

/// The overrides of a sample, checked as those of a real committee are.
pub(super) fn overrides(
    sample: &Sample,
    blueprint: &Blueprint,
    book: &RuleBook,
    author: Option<AccountId>,
) -> Result<Vec<Override>> {
    let top = blueprint.top().id;
    let company = blueprint.cells.iter().rev().find(|cell| cell.kind == CellType::PrivateEnterprise);
    let company = company.map_or(top, |cell| cell.organisation.id);
    let wanted: [(OrganisationId, &str, Value, &str); 5] = [
        (
            top,
            "meetings.large_cell_minimum_minutes",
            Value::Integer(120),
            "Chi bộ từ 30 đảng viên cần đủ thời gian để nhiều đồng chí phát biểu (Thông báo số 21-TB/ĐU của Đảng ủy)",
        ),
        (
            top,
            "meetings.small_cell_members",
            Value::Integer(9),
            "Chi bộ chưa đủ 9 đảng viên được quy định thời lượng riêng (Thông báo số 21-TB/ĐU của Đảng ủy)",
        ),
        (
            top,
            "meetings.small_cell_minimum_minutes",
            Value::Integer(60),
            "Chi bộ ít đảng viên bảo đảm đủ nội dung trong 60 phút (Thông báo số 21-TB/ĐU của Đảng ủy)",
        ),
        (
            top,
            "dues.wage_zone",
            Value::Text("zone_one".to_owned()),
            "Địa bàn phường thuộc vùng I (Thông báo số 21-TB/ĐU của Đảng ủy)",
        ),
        (
            company,
            "quality.attendance_counts_excused",
            Value::Boolean(false),
            "Đảng viên lái xe đường dài, đi công tác dài ngày; Đảng ủy đồng ý không tính vào số phải dự",
        ),
    ];
    // In force from the second month told: the first is judged by the national values.
    let from = sample.months().nth(1).unwrap_or(sample.until).first_day();
    let mut dice = Dice::of(sample.seed, "overrides", 0);
    let mut found = Vec::with_capacity(wanted.len());
    for (organisation, key, value, reason) in wanted {
        let one = Override {
            id: OverrideId(dice.id(entered_at())),
            organisation,
            key: key.to_owned(),
            value,
            from,
            to: None,
            reason: reason.to_owned(),
            author: author.unwrap_or(AccountId(Uuid::nil())),
        };
        one.check(book).map_err(Error::fault)?;
        found.push(one);
    }
    Ok(found)
}
