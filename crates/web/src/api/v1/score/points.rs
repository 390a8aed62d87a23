//! Points as JSON numbers with at most two places, exact on the way in and out.

use std::{borrow::Cow, collections::BTreeMap};

use nennep_domain::{quality, rules::Hundredths};
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use serde_json::Number;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ObjectBuilder, RefOr,
        schema::{Schema, Type},
    },
};

/// Points: a decimal number with at most two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Points(#[serde(serialize_with = "Hundredths::as_decimal")] pub(crate) Hundredths);

pub(super) fn by_item(points: &quality::Points) -> BTreeMap<String, Points> {
    points.iter().map(|(item, points)| (item.clone(), Points(*points))).collect()
}

pub(super) fn in_domain(points: BTreeMap<String, Points>) -> quality::Points {
    points.into_iter().map(|(item, points)| (item, points.0)).collect()
}

impl From<Hundredths> for Points {
    fn from(points: Hundredths) -> Self {
        Self(points)
    }
}

impl<'de> Deserialize<'de> for Points {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let number = Number::deserialize(d)?.to_string();
        number.parse().map(Self).map_err(D::Error::custom)
    }
}

impl PartialSchema for Points {
    fn schema() -> RefOr<Schema> {
        let object = ObjectBuilder::new().schema_type(Type::Number).examples([27.5]);
        object.description(Some("Points: a decimal number with at most two places.")).into()
    }
}
impl ToSchema for Points {
    fn name() -> Cow<'static, str> {
        "Points".into()
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;
    use serde_json::{Value, json};

    use super::*;

    #[rstest]
    #[case(json!(5), Some(500))]
    #[case(json!(27.5), Some(2750))]
    #[case(json!(89.99), Some(8999))]
    #[case(json!(-1.5), Some(-150))]
    #[case(json!(5.0), Some(500))]
    #[case(json!(1.234), None)]
    #[case(json!(1e300), None)]
    #[case(json!(u64::MAX), None)]
    #[case(json!("5"), None)]
    fn points_are_read_exactly_or_not_at_all(#[case] json: Value, #[case] hundredths: Option<i64>) {
        let read = serde_json::from_value::<Points>(json.clone()).ok();
        assert_eq!(read.map(|points| points.0.get()), hundredths, "{json}");
    }

    #[test]
    fn points_are_written_as_people_would() {
        for (hundredths, written) in [(500, "5"), (2750, "27.5"), (-150, "-1.5"), (0, "0")] {
            assert_eq!(serde_json::to_string(&Points(Hundredths::new(hundredths))).unwrap(), written);
        }
    }
}
