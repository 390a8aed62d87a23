//! The sample that each part of an address names.

use std::collections::BTreeMap;

use nennep_web::routes::Entry;

/// What stands for each name in an address.
pub(super) struct Ids(pub(super) BTreeMap<&'static str, String>);

/// Fields without which a page cannot know what is meant: the route, and its fields; `{name}` is a sample.
const FIELDS: &[(&str, &[(&str, &str)])] = &[
    ("POST /accounts", &[("name", "Nguyen+An")]),
    ("POST /books/{cell}/terms", &[("id", "{new}"), ("name", "2030-2035"), ("from_on", "2030-07-01")]),
    (
        "POST /cells/{cell}/dues/{month}/members/{member}/payments",
        &[("id", "{new}"), ("dong", "5000"), ("paid_on", "2026-11-02"), ("way", "cash")],
    ),
    ("POST /cells/{cell}/dues/{month}/members/{member}/excuse", &[("reason", "x")]),
    (
        "POST /cells/{cell}/dues/{month}/remittances",
        &[("id", "{new}"), ("dong", "5000"), ("sent_on", "2026-11-02")],
    ),
    ("POST /members/{member}/dues/basis", &[("category", "student"), ("from", "2026-12")]),
    (
        "POST /remittances/{remittance}/reception",
        &[("of", "{organisation}"), ("month", "2026-10"), ("dong", "5000"), ("on", "2026-11-02")],
    ),
    (
        "POST /cells/{cell}/meetings",
        &[
            ("id", "{new}"),
            ("month", "2026-12"),
            ("kind", "thematic"),
            ("date", "2026-12-10"),
            ("time", "19:30"),
        ],
    ),
    ("POST /corrections/{correction}/answer", &[("answer", "granted")]),
    ("POST /candidates", &[("id", "{new}"), ("cell", "{cell}"), ("name", "x")]),
    ("POST /extracts/taking", &[("deed", "{new}"), ("member", "{new}")]),
    ("POST /imports", &[("id", "{new}"), ("kind", "members"), ("into", "{cell}")]),
    ("POST /meetings/{meeting}/additions", &[("body", "x"), ("reason", "x")]),
    ("POST /meetings/{meeting}/agenda/items", &[("id", "{new}"), ("title", "x"), ("kind", "discussion")]),
    ("POST /meetings/{meeting}/agenda/items/{item}", &[("title", "x"), ("kind", "discussion")]),
    ("POST /meetings/{meeting}/agenda/items/{item}/move", &[("by", "1")]),
    ("POST /meetings/{meeting}/agenda/papers", &[("id", "{new}")]),
    ("PUT /meetings/{meeting}/due-tasks/{task}/report", &[("result", "x"), ("done_percent", "100")]),
    ("POST /meetings/{meeting}/guests", &[("name", "An"), ("role", "x")]),
    ("POST /meetings/{meeting}/items/{item}/remarks", &[("speaker", "member-{member}")]),
    ("POST /meetings/{meeting}/leave/{member}", &[("answer", "granted")]),
    ("POST /meetings/{meeting}/motions", &[("id", "{new}"), ("item", "{item}"), ("body", "x")]),
    (
        "PUT /meetings/{meeting}/motions/{motion}/count",
        &[("in_favour", "10"), ("against", "0"), ("abstained", "0")],
    ),
    (
        "POST /meetings/{meeting}/motions/{motion}/opinions",
        &[("member", "{reserving member}"), ("words", "x")],
    ),
    (
        "POST /meetings/{meeting}/place",
        &[("kind", "routine"), ("date", "2026-11-10"), ("time", "19:30"), ("place", "x")],
    ),
    ("POST /loans/{loan}/return", &[("on", "2026-11-02")]),
    (
        "POST /members/{member}/loans",
        &[
            ("id", "{new}"),
            ("borrower", "x"),
            ("reason", "x"),
            ("lent_on", "2026-11-02"),
            ("due_on", "2026-11-03"),
        ],
    ),
    ("POST /members/{member}/deeds", EXEMPTION),
    ("POST /members/{member}/deeds/form", EXEMPTION),
    ("POST /members/{member}/deeds/look", EXEMPTION),
    (
        "POST /nominees",
        &[
            ("of", "{cell}"),
            ("id", "{new}"),
            ("member", "{member}"),
            ("office", "deputy"),
            ("put_forward_on", "2026-10-01"),
        ],
    ),
    (
        "POST /nominees/targets",
        &[("of", "{cell}"), ("term", "2025-2030"), ("make_up", "women"), ("count", "1")],
    ),
    ("POST /organisations/{organisation}/deeds", RENAMING),
    ("POST /organisations/{organisation}/deeds/form", RENAMING),
    ("POST /organisations/{organisation}/deeds/preview", RENAMING),
    ("POST /transfers/{transfer}/reception", &[("on", "2026-11-02")]),
    ("POST /members", &[("id", "{new}"), ("cell", "{cell}"), ("full_name", "An"), ("from_on", "2026-10-01")]),
    ("POST /organisations/{organisation}/ratings", &[("id", "{new}"), ("year", "2026")]),
    ("POST /ratings/{round}/members/{member}/opinions", &[("source", "residence")]),
    ("POST /ratings/{round}/cells/{cell}/opinions", &[("source", "residence")]),
    ("POST /classes", &[("of", "{ward}"), ("id", "{new}"), ("kind", "theory")]),
    ("POST /classes/{class}/sessions", &[("on", "2026-10-06")]),
    ("POST /classes/{class}/learners", &[("member", "{member}")]),
    ("POST /classes/{class}/certificates", &[("learner", "{learner}")]),
    ("POST /commendations", &[("member", "{member}"), ("kind", "praise")]),
    ("POST /commendations/{commendation}/end", &[("decision_number", "20"), ("decided_on", "2026-11-02")]),
    ("POST /badges/{proposal}/steps/{step}", &[("on", "2026-11-02")]),
    ("POST /badges", &[("member", "{member}"), ("years", "30"), ("day", "2027-02-03")]),
    ("POST /discipline", &[("member", "{member}"), ("form", "reprimand"), ("on", "2026-11-02")]),
    ("POST /discipline/{measure}/reception", &[("on", "2026-11-02")]),
    ("POST /discipline/{measure}/end", &[("on", "2026-11-02")]),
    ("POST /rules/{key}/own/{own}/end", &[("to", "2026-12-01")]),
    ("POST /settings/language", &[("value", "vi")]),
    ("POST /tasks/{task}/evidence", &[("id", "{new}")]),
    ("POST /tasks/{task}/return", &[("reason", "x")]),
    ("POST /tasks/{task}/report", &[("result", "x"), ("done_percent", "100")]),
];

const EXEMPTION: &[(&str, &str)] =
    &[("kind", "exempt"), ("id", "{new}"), ("on", "2026-11-02"), ("decision_number", "1")];
const RENAMING: &[(&str, &str)] = &[
    ("kind", "rename"),
    ("id", "{new}"),
    ("name", "x"),
    ("code", "38.168.000.000.001"),
    ("on", "2026-11-02"),
    ("decision_number", "1"),
];

/// What is asked after the `?` where an address alone does not say enough.
const QUERIES: &[(&str, &str)] = &[
    ("GET /api/v1/members/{member}/probation/papers/{paper}", "format=docx"),
    ("PUT /api/v1/tasks/{task}/evidence/{evidence}", "name=a.pdf"),
    ("GET /api/v1/meetings/{meeting}/documents/{document}", "format=docx"),
    ("PUT /api/v1/imports/{import}", "register=members&name=a.csv&into={cell}"),
    ("PUT /api/v1/meetings/{meeting}/papers/{paper}", "name=a.pdf"),
    ("GET /api/v1/meetings/{meeting}/vote-terms", "kind=procedural"),
    ("GET /classes/new", "of={ward}"),
    ("GET /commendations/new", "member={member}"),
    ("GET /badges/new", "member={member}"),
    ("GET /discipline/new", "member={member}"),
    ("GET /members/new", "cell={cell}"),
    ("GET /nominees/new", "of={cell}"),
    ("GET /nominees/files/{file}", "of={cell}"),
    ("GET /candidates/new", "cell={cell}"),
    ("GET /api/v1/candidates/{candidate}/papers/{paper}", "format=docx"),
    ("GET /members/{member}/deeds/new", "kind=exempt"),
    ("GET /organisations/{organisation}/deeds/new", "kind=rename"),
    ("GET /api/v1/organisations/{organisation}/months", "from=2026-11&to=2026-11"),
    ("GET /api/v1/organisations/{organisation}/offices/candidates", "words=an"),
];

impl Ids {
    /// The address of a route with samples in it.
    pub(super) fn address(&self, entry: &Entry) -> String {
        let path = self.filled(&entry.path, &entry.path);
        let route = format!("{} {}", entry.method, entry.path);
        match QUERIES.iter().find(|(of, _)| *of == route) {
            Some((_, query)) => format!("{path}?{}", self.filled(query, &entry.path)),
            None => path,
        }
    }

    /// The fields a page needs.
    pub(super) fn fields(&self, entry: &Entry) -> Vec<(&'static str, String)> {
        let route = format!("{} {}", entry.method, entry.path);
        let fields = FIELDS.iter().find(|(of, _)| *of == route).map_or(&[][..], |(_, fields)| *fields);
        fields.iter().map(|(name, value)| (*name, self.filled(value, &entry.path))).collect()
    }

    /// The text with every `{name}` in it replaced by its sample.
    fn filled(&self, text: &str, path: &str) -> String {
        let mut pieces = text.split('{');
        let mut filled = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            let (name, rest) = piece.split_once('}').unwrap();
            filled += self.sample(name, path);
            filled += rest;
        }
        filled
    }

    fn sample(&self, name: &str, path: &str) -> &str {
        let own = match name {
            // What members prepare is prepared for a meeting to come.
            "meeting" if ["preparation", "release", "leave"].iter().any(|part| path.contains(part)) => {
                "coming meeting"
            }
            "item" if path.contains("preparation") => "coming item",
            "register" if path.contains("/organisations/") => "people register",
            "file" if path.contains("/registers/") => "register file",
            "file" if path.contains("/nominees/") => "nominees file",
            "step" if path.contains("/ratings/") => "rating step",
            "step" if path.contains("/badges/") => "badge step",
            "step" if path.contains("/probation/") => "probation step",
            "step" => "candidate step",
            "member" if path.contains("/probation") => "probationer",
            // One asks for oneself.
            "member" if path.contains("/corrections") || path.ends_with("/offer") => "own member",
            // Rounds of ratings are a committee's; a rating is answered by whoever it is about.
            "organisation" if path.ends_with("/ratings") => "committee",
            "member" if path.ends_with("/answer") => "answering member",
            "deed" if path.contains("/candidates/") || path.contains("/extracts/") => "new",
            "file" if path.contains("/probation/") => "probation file",
            "paper" if path.contains("/probation/") => "probation paper",
            "file" if path.contains("/candidates/") => "candidate file",
            "paper" if path.contains("/candidates/") => "candidate paper",
            "deed" if path.contains("/members/") => "member deed",
            "deed" | "class" | "nominee" if path.contains("/organisations/") => "new",
            "correction" | "transfer" | "loan" if path.contains("/members/") => "new",
            "receipt" if path.contains("/payments/") => "new",
            "session" if path.contains("/classes/") => "class session",
            "commendation" | "proposal" | "measure"
                if path.contains("/members/") || path.contains("/organisations/") =>
            {
                "new"
            }
            "member" if path.contains("opinions") => "reserving member",
            "session" if path.contains("/account/") => "own session",
            "token" if path.contains("/account/") => "own token",
            other => other,
        };
        self.0.get(own).unwrap_or_else(|| panic!("{path}: there is no sample for {{{own}}}; add one"))
    }
}
