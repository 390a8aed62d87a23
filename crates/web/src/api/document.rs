//! The API's own description (OpenAPI 3.1), made from the handlers themselves. What holds for every operation is said
//! once here: who may ask, which refusals can come, what stands in the address.

use nennep_app::imports::Kind;
use nennep_domain::papers::PaperType;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{
        ContentBuilder, InfoBuilder, KnownFormat, ObjectBuilder, OpenApi, Ref, RefOr, Required, Response,
        ResponseBuilder, SchemaFormat,
        path::{Operation, Parameter, ParameterBuilder, ParameterIn, PathItem},
        schema::{Schema, Type},
        security::{ApiKey, ApiKeyValue, Http, HttpAuthScheme, SecurityRequirement, SecurityScheme},
        tag::TagBuilder,
    },
};

use super::{
    problem::{CitationBody, Current, FieldError, ProblemBody},
    routes::{Api, operations_mut},
    values::enumeration,
};

/// What is refused and how, by status: the name of the answer and what it means.
const REFUSALS: [(&str, &str, &str); 10] = [
    ("400", "Unreadable", "The body is not JSON that can be read."),
    ("401", "SignedOut", "Nobody is signed in, or the token is not known."),
    ("403", "Forbidden", "The caller may know of it but not do this, or the token may only read."),
    ("404", "NotFound", "There is no such thing, or the caller may not know of it."),
    ("409", "Changed", "Another wrote meanwhile: `current` holds what stands now."),
    ("413", "TooLarge", "The body is bigger than is taken."),
    ("415", "NotJson", "The body is not sent as JSON."),
    ("422", "Refused", "What was sent is wrong, or a rule stands against it: see `errors` and `citation`."),
    ("429", "Waiting", "Too much in too short a time: `Retry-After` says how many seconds to wait."),
    ("503", "Busy", "The database is busy; nothing was written; try again after `Retry-After` seconds."),
];

/// The features, each with what it holds.
const TAGS: [(&str, &str); 18] = [
    ("account", "One's own account: signing in, sessions, tokens, the second factor"),
    ("accounts", "Everybody's accounts, as the office and the administrator keep them"),
    ("organisations", "The tree of organisations, and who leads them"),
    ("members", "Members; reading one's file is an event"),
    ("recognition", "Commendations and party badges; and discipline, with a permission of its own"),
    ("learning", "Classes a committee holds, who learns in them, and secretaries without training"),
    ("meetings", "Meetings from the year's plan to the report"),
    ("preparing", "What each prepares: notices, leave, self-reviews, remarks"),
    ("room", "What is recorded while a meeting runs"),
    ("search", "One search over all that the caller may see"),
    ("tasks", "Tasks of resolutions"),
    ("score", "The score of a meeting: evidence, the stages side by side, the grade"),
    ("ratings", "The yearly rating of members and cells: rounds, steps, what they rest on, commitments"),
    ("books", "The books of a cell: the papers it issued, its minutes, its terms"),
    ("dues", "What is owed, paid, closed month by month, and sent up"),
    ("imports", "Registers taken in from spreadsheets, and written out"),
    ("months", "The committee's months of its cells"),
    ("rules", "The party's rules as dated data, and committees' own values"),
];

/// The document as it is served, made when it is first asked for. Laid upon the routes, since it tells of them all.
#[derive(Debug, Clone, Copy)]
pub struct Description(pub(super) fn() -> &'static str);

impl Description {
    /// OpenAPI as JSON.
    pub(super) fn json(self) -> &'static str {
        (self.0)()
    }
}

/// The document of these operations, with everything filled in.
pub(super) fn of(operations: Api) -> OpenApi {
    let mut document = operations.document;
    document.info = InfoBuilder::new()
        .title("Nền Nếp")
        .version("1")
        .description(Some("Party-cell meetings: prepared, run, recorded, scored. See docs/API.md."))
        .build();
    let tag = |(name, what): (&str, &str)| TagBuilder::new().name(name).description(Some(what)).build();
    document.tags = Some(TAGS.into_iter().map(tag).collect());
    let components = document.components.get_or_insert_default();
    components.responses.extend(REFUSALS.map(|(_, name, what)| (name.to_owned(), refusal(what).into())));
    components.schemas.extend([
        ("Problem".to_owned(), ProblemBody::schema()),
        (FieldError::name().into_owned(), FieldError::schema()),
        (Current::name().into_owned(), Current::schema()),
        (CitationBody::name().into_owned(), CitationBody::schema()),
    ]);
    let token = Http::builder().scheme(HttpAuthScheme::Bearer).description(Some("A token, `nn_…`")).build();
    components.add_security_scheme("token", SecurityScheme::Http(token));
    let cookie = ApiKeyValue::with_description("nennep", "The session of somebody signed in by a browser");
    components.add_security_scheme("session", SecurityScheme::ApiKey(ApiKey::Cookie(cookie)));
    for (path, item) in &mut document.paths.paths {
        complete(path, item);
    }
    document
}

fn refusal(what: &str) -> Response {
    let content = ContentBuilder::new().schema(Some(Ref::from_schema_name("Problem"))).build();
    ResponseBuilder::new().description(what).content("application/problem+json", content).build()
}

/// Says of every operation of a path what holds for all.
fn complete(path: &str, item: &mut PathItem) {
    for (_, operation) in operations_mut(item) {
        let is_open = operation.security.is_some();
        if !is_open {
            let none: [&str; 0] = [];
            let ways = ["token", "session"].map(|way| SecurityRequirement::new(way, none));
            operation.security = Some(ways.to_vec());
        }
        add_refusals(operation, is_open);
        let named = path.split('{').skip(1).filter_map(|rest| rest.split('}').next());
        operation.parameters.get_or_insert_default().splice(0..0, named.map(|name| parameter(name).into()));
    }
}

fn add_refusals(operation: &mut Operation, is_open: bool) {
    let has_body = operation.request_body.is_some();
    for (status, name, _) in REFUSALS {
        let applies = match status {
            "400" | "413" | "415" => has_body,
            "401" | "403" | "404" => !is_open,
            // Only what carries a version can differ; such operations say so themselves.
            "409" => false,
            _ => true,
        };
        if applies {
            let answer = RefOr::Ref(Ref::from_response_name(name));
            operation.responses.responses.entry(status.to_owned()).or_insert(answer);
        }
    }
    if let Some(answer) = operation.responses.responses.get_mut("409") {
        *answer = RefOr::Ref(Ref::from_response_name("Changed"));
    }
}

/// What stands in the address under that name.
fn parameter(name: &str) -> Parameter {
    let (schema, what): (RefOr<Schema>, String) = match name {
        "key" => (ObjectBuilder::new().schema_type(Type::String).into(), "The rule's key.".to_owned()),
        "document" => {
            let words = PaperType::ALL.iter().map(|paper| paper.as_str());
            (enumeration(words, "A paper."), "Which paper.".to_owned())
        }
        "register" => {
            let kinds = Kind::ALL.into_iter().map(Kind::as_str);
            (enumeration(kinds, "A register."), "Which register.".to_owned())
        }
        "year" => (ObjectBuilder::new().schema_type(Type::Integer).into(), "The year.".to_owned()),
        other => {
            let format = SchemaFormat::KnownFormat(KnownFormat::Uuid);
            let schema = ObjectBuilder::new().schema_type(Type::String).format(Some(format));
            (schema.into(), format!("The id of the {}.", other.replace('_', " ")))
        }
    };
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .required(Required::True)
        .description(Some(what))
        .schema(Some(schema))
        .build()
}
