//! The party's rules as dated data, and committees' own values in their place.

use axum::{Json, extract::State};
use nennep_app::{
    App,
    rules::{self as deeds, OverrideForm, OwnValue, RuleView},
};
use nennep_domain::{
    ids::{OrganisationId, OverrideId},
    rules as domain,
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

use super::{Answer, DONE, Done};
use crate::api::{
    Caller,
    body::{Asked, At, Body},
    routes::Api,
    values::{Day, words},
};

words! {
    /// The unit of a rule's value.
    Unit = domain::Unit;
    /// How sure a value is: A from the text, B from a summary, C from practice, ? not confirmed.
    Confidence = domain::Confidence;
}

pub(super) fn routes() -> Api {
    Api::new()
        .with(routes!(list_rules))
        .with(routes!(show_rule_history))
        .with(routes!(list_overrides))
        .with(routes!(set_override, withdraw_override))
        .with(routes!(end_override, let_override_hold_on))
}

/// A value of a rule: yes or no, a whole number, a text, or several of them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(untagged)]
pub enum RuleValue {
    /// Yes or no.
    Boolean(bool),
    /// A whole number.
    Integer(i64),
    /// A word, a decimal number, a majority, a date.
    Text(String),
    /// Several of them.
    #[schema(no_recursion)]
    List(Vec<RuleValue>),
}

impl From<&domain::Value> for RuleValue {
    fn from(value: &domain::Value) -> Self {
        match value {
            domain::Value::Boolean(yes) => Self::Boolean(*yes),
            domain::Value::Integer(number) => Self::Integer(*number),
            domain::Value::Text(text) => Self::Text(text.clone()),
            domain::Value::List(list) => Self::List(list.iter().map(Self::from).collect()),
        }
    }
}

impl From<RuleValue> for domain::Value {
    fn from(value: RuleValue) -> Self {
        match value {
            RuleValue::Boolean(yes) => Self::Boolean(yes),
            RuleValue::Integer(number) => Self::Integer(number),
            RuleValue::Text(text) => Self::Text(text),
            RuleValue::List(list) => Self::List(list.into_iter().map(Self::from).collect()),
        }
    }
}

/// A rule's value over the time in which it holds.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rule {
    /// The key, e.g. `meetings.routine_minimum_minutes`.
    pub key: String,
    /// The national value.
    pub value: RuleValue,
    /// The unit.
    pub unit: Unit,
    /// The document.
    pub document: String,
    /// The article.
    pub article: String,
    /// The first day it holds.
    pub from: Day,
    /// The first day it no longer holds.
    pub to: Option<Day>,
    /// How sure it is.
    pub confidence: Confidence,
    /// Whether a committee may set its own value.
    pub overridable: bool,
    /// The rule in one sentence, in Vietnamese.
    pub text_vi: String,
    /// The rule in one sentence, in English.
    pub text_en: String,
    /// The committee's own value that holds in its place.
    pub local: Option<Override>,
}

impl From<&domain::Entry> for Rule {
    fn from(entry: &domain::Entry) -> Self {
        Self {
            key: entry.key.clone(),
            value: (&entry.value).into(),
            unit: entry.unit.into(),
            document: entry.citation.document.clone(),
            article: entry.citation.article.clone(),
            from: entry.from.into(),
            to: entry.to.map(Day::from),
            confidence: entry.confidence.into(),
            overridable: entry.overridable,
            text_vi: entry.text.vi.clone(),
            text_en: entry.text.en.clone(),
            local: None,
        }
    }
}

impl From<&RuleView> for Rule {
    fn from(view: &RuleView) -> Self {
        Self {
            key: view.key.clone(),
            value: (&view.national).into(),
            unit: view.unit.into(),
            document: view.citation.document.clone(),
            article: view.citation.article.clone(),
            from: view.from.into(),
            to: view.to.map(Day::from),
            confidence: view.confidence.into(),
            overridable: view.overridable,
            text_vi: view.words.vi.clone(),
            text_en: view.words.en.clone(),
            local: view.own.as_ref().map(|own| Override::of(&view.key, own)),
        }
    }
}

/// A committee's own value of a rule, for itself and those below it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Override {
    /// Its id.
    pub id: Uuid,
    /// The organisation that set it.
    pub organisation: Uuid,
    /// The rule's key.
    pub key: String,
    /// The value.
    pub value: RuleValue,
    /// The first day.
    pub from: Day,
    /// The first day it no longer holds; its first day itself where it was withdrawn.
    pub to: Option<Day>,
    /// Why.
    pub reason: String,
    /// The account that entered it.
    pub author: Uuid,
}

impl Override {
    fn of(key: &str, own: &OwnValue) -> Self {
        Self {
            id: own.id.0,
            organisation: own.organisation.0,
            key: key.to_owned(),
            value: (&own.value).into(),
            from: own.from.into(),
            to: own.to.map(Day::from),
            reason: own.reason.clone(),
            author: own.author.0,
        }
    }
}

#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
struct OnDay {
    /// The day whose rules are asked for; today where nothing is said.
    #[param(inline)]
    on: Option<Day>,
    /// The organisation whose own values, and those of the committees above it, are shown too.
    organisation: Option<Uuid>,
}

/// Every rule in force on a day, by key.
#[utoipa::path(get, path = "/api/v1/rules", tag = "rules", params(OnDay), responses((status = 200, body = [Rule])))]
async fn list_rules(
    State(app): State<App>,
    Caller(ctx): Caller,
    Asked(asked): Asked<OnDay>,
) -> Answer<Vec<Rule>> {
    let on = asked.on.map_or_else(|| app.now().date(), |day| day.0);
    let listed = deeds::list(&ctx, asked.organisation.map(OrganisationId), on).await?;
    Ok(Json(listed.iter().map(Rule::from).collect()))
}

/// All national values of one rule over time, latest first.
#[utoipa::path(get, path = "/api/v1/rules/{key}", tag = "rules", responses((status = 200, body = [Rule])))]
async fn show_rule_history(
    State(app): State<App>,
    Caller(ctx): Caller,
    At(key): At<String>,
) -> Answer<Vec<Rule>> {
    let page = deeds::show(&ctx, &key, None, app.now().date()).await?;
    Ok(Json(page.history.iter().map(Rule::from).collect()))
}

/// The values that committees set for themselves in place of one rule's, latest first; ended ones too, at most 200.
#[utoipa::path(get, path = "/api/v1/rules/{key}/overrides", tag = "rules", responses((status = 200, body = [Override])))]
async fn list_overrides(
    State(app): State<App>,
    Caller(ctx): Caller,
    At(key): At<String>,
) -> Answer<Vec<Override>> {
    let page = deeds::show(&ctx, &key, None, app.now().date()).await?;
    Ok(Json(page.own.iter().map(|own| Override::of(&key, own)).collect()))
}

/// A committee's own value to be set.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct OverrideBody {
    /// The rule's key.
    key: String,
    /// The value, in the rule's unit.
    value: RuleValue,
    /// The first day.
    from: Day,
    /// The first day it no longer holds.
    to: Option<Day>,
    /// Why; shown beside the value.
    reason: String,
}

/// Sets a committee's own value where the rule lets it; the same id sent twice is one.
#[utoipa::path(put, path = "/api/v1/organisations/{organisation}/overrides/{override}", tag = "rules",
    request_body = OverrideBody, responses((status = 204)))]
async fn set_override(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, OverrideId)>,
    Body(typed): Body<OverrideBody>,
) -> Done {
    let OverrideBody { key, value, from, to, reason } = typed;
    let value = domain::Value::from(value).to_string();
    let to = to.map(|day| day.0);
    let form = OverrideForm { organisation, key, value, from: from.0, to, reason };
    deeds::set_override(&ctx, id, &form).await?;
    DONE
}

/// Withdraws a committee's own value: it counts as never having held. Doing it twice is safe.
///
/// It stays to be seen, with its first day as the day it ended; months that were judged by it are judged anew. To stop a
/// value that held until now, end it on a day.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/overrides/{override}", tag = "rules",
    responses((status = 204)))]
async fn withdraw_override(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, OverrideId)>,
) -> Done {
    deeds::must_be_of(&ctx, organisation, id).await?;
    deeds::withdraw_override(&ctx, id).await?;
    DONE
}

/// The end of a committee's own value.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct EndBody {
    /// The first day on which it no longer holds.
    to: Day,
}

/// Ends a committee's own value on a day, past, present or to come; sent with another day, it ends then instead.
///
/// From that day on the value of the committee above holds, at last the national one. A day before its own first day is
/// refused; its first day itself withdraws it.
#[utoipa::path(post, path = "/api/v1/organisations/{organisation}/overrides/{override}/end", tag = "rules",
    request_body = EndBody, responses((status = 204)))]
async fn end_override(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, OverrideId)>,
    Body(EndBody { to }): Body<EndBody>,
) -> Done {
    deeds::must_be_of(&ctx, organisation, id).await?;
    deeds::end_override(&ctx, id, Some(to.0)).await?;
    DONE
}

/// Takes the end back, that of a withdrawn value too: it holds on. Refused where another of the same rule holds by then.
#[utoipa::path(delete, path = "/api/v1/organisations/{organisation}/overrides/{override}/end", tag = "rules",
    responses((status = 204)))]
async fn let_override_hold_on(
    Caller(ctx): Caller,
    At((organisation, id)): At<(OrganisationId, OverrideId)>,
) -> Done {
    deeds::must_be_of(&ctx, organisation, id).await?;
    deeds::end_override(&ctx, id, None).await?;
    DONE
}
