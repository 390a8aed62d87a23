//! The document says what the routes are, and says it wholly.

use std::{collections::BTreeSet, fs, path::Path};

use nennep_web::{api, house};
use serde_json::Value;

fn document() -> Value {
    serde_json::to_value(api::operations::document()).unwrap()
}

fn operations(document: &Value) -> Vec<(String, String, &Value)> {
    let paths = document["paths"].as_object().unwrap();
    let methods = ["get", "post", "put", "patch", "delete"];
    let of = |(path, item): (&String, &'_ Value)| {
        let (path, item) = (path.clone(), item.as_object().unwrap().clone());
        methods.into_iter().filter(move |method| item.contains_key(*method)).map(move |m| (path.clone(), m))
    };
    let found: Vec<(String, &str)> = paths.iter().flat_map(of).collect();
    found
        .into_iter()
        .map(|(path, method)| (path.clone(), method.to_owned(), &document["paths"][&path][method]))
        .collect()
}

#[test]
fn the_committed_document_is_what_the_routes_give() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("openapi.json");
    let given = serde_json::to_string_pretty(&document()).unwrap() + "\n";
    let committed = fs::read_to_string(&file).unwrap_or_default();
    if committed != given {
        fs::write(&file, &given).unwrap();
        panic!("openapi.json was written anew: look at the change and commit it");
    }
}

#[test]
fn every_route_of_the_api_is_in_the_document_and_the_other_way_round() {
    let document = document();
    let documented: BTreeSet<String> = operations(&document)
        .iter()
        .map(|(path, method, _)| format!("{} {path}", method.to_uppercase()))
        .collect();
    let routed: BTreeSet<String> = house::routes()
        .list()
        .iter()
        .filter(|entry| entry.path.starts_with("/api/"))
        .map(|entry| format!("{} {}", entry.method, entry.path))
        .collect();
    assert_eq!(documented, routed);
    assert!(routed.len() > 80, "only {} routes", routed.len());
}

#[test]
fn every_operation_says_all_it_must() {
    let document = document();
    assert_eq!(document["openapi"], "3.1.0");
    let mut names = BTreeSet::new();
    for (path, method, operation) in operations(&document) {
        let place = format!("{method} {path}");
        let name = operation["operationId"].as_str().unwrap_or_else(|| panic!("{place} has no name"));
        assert!(names.insert(name.to_owned()), "{name} is there twice");
        assert!(operation["summary"].as_str().is_some_and(|text| text.ends_with('.')), "{place}");
        let tags = operation["tags"].as_array().unwrap();
        assert_eq!(tags.len(), 1, "{place}");
        let known = document["tags"].as_array().unwrap().iter().any(|tag| tag["name"] == tags[0]);
        assert!(known, "{place}: {tags:?}");
        let security = operation["security"].as_array().unwrap_or_else(|| panic!("{place} is not guarded"));
        let answers = operation["responses"].as_object().unwrap();
        assert!(answers.keys().any(|status| status.starts_with('2')), "{place}");
        let is_open = security.iter().all(|one| one.as_object().unwrap().is_empty());
        let guarded: &[&str] = if is_open { &[] } else { &["401", "403", "404"] };
        for status in guarded.iter().chain(&["422", "429", "503"]) {
            assert!(answers.contains_key(*status), "{place} does not say {status}");
        }
        let named: BTreeSet<&str> =
            path.split('{').skip(1).map(|rest| rest.split('}').next().unwrap()).collect();
        let given: BTreeSet<&str> = operation["parameters"]
            .as_array()
            .into_iter()
            .flatten()
            .filter(|one| one["in"] == "path")
            .map(|one| one["name"].as_str().unwrap())
            .collect();
        assert_eq!(named, given, "{place}");
        if let Some(body) = operation.get("requestBody") {
            for status in ["400", "413"] {
                assert!(answers.contains_key(status), "{place} does not say {status}");
            }
            assert_eq!(body["content"].as_object().unwrap().len(), 1, "{place}");
        }
    }
}

fn references<'a>(value: &'a Value, found: &mut BTreeSet<&'a str>) {
    match value {
        Value::Object(fields) => {
            found.extend(fields.get("$ref").and_then(Value::as_str));
            fields.values().for_each(|value| references(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| references(value, found)),
        _ => {}
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_schema_is_described() {
    let document = document();
    let mut found = BTreeSet::new();
    references(&document, &mut found);
    assert!(found.len() > 50);
    for reference in found {
        let pointer = reference.strip_prefix('#').unwrap();
        assert!(document.pointer(pointer).is_some(), "{reference} leads nowhere");
    }
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        let forms = ["type", "oneOf", "allOf", "enum"];
        assert!(forms.iter().any(|form| schema.get(form).is_some()), "{name}: {schema}");
        for (field, inner) in schema["properties"].as_object().into_iter().flatten() {
            // What may be missing is described beside its reference.
            let mut forms = inner["oneOf"].as_array().into_iter().flatten().chain([inner]);
            let said = forms.any(|form| form.get("description").is_some());
            assert!(said, "{name}.{field} is not described");
        }
    }
}

/// Every source file of the API.
fn sources() -> Vec<String> {
    let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src/api")];
    let mut found = Vec::new();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            open.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            found.push(fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// The names under which a source file puts types into the document.
fn declared(source: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let (mut derived, mut listed) = (false, false);
    for line in source.lines() {
        let word = |rest: &'static str| line.split_once(rest).map(|(_, name)| name);
        derived |= line.starts_with("#[derive") && line.contains("ToSchema");
        listed = (listed && line != "}") || line == "words! {";
        let name = if derived { word("struct ").or_else(|| word("enum ")) } else { None };
        derived &= name.is_none();
        let name = name.or_else(|| line.trim().split_once(" = ").map(|(name, _)| name).filter(|_| listed));
        names.extend(name.and_then(|name| name.split([' ', '<', '(', '{']).next()));
    }
    names
}

#[test]
fn no_two_types_share_a_name_in_the_document() {
    let sources = sources();
    let mut names: Vec<&str> = sources.iter().flat_map(|source| declared(source)).collect();
    assert!(names.len() > 80, "only {} names were found", names.len());
    names.sort_unstable();
    let twice: Vec<_> = names.windows(2).filter(|two| two[0] == two[1]).map(|two| two[0]).collect();
    assert!(twice.is_empty(), "one of them is not in the document: {twice:?}");
}

/// Whether an address in words, with `{…}` or `$…` where an id stands, is one of the document's.
fn leads_somewhere(address: &str, document: &Value) -> bool {
    let open = |piece: &&str| piece.starts_with('{');
    let fits = |path: &String| {
        let (said, real): (Vec<&str>, Vec<&str>) = (address.split('/').collect(), path.split('/').collect());
        said.len() == real.len() && said.iter().zip(&real).all(|(said, real)| said == real || open(real))
    };
    document["paths"].as_object().unwrap().keys().any(fits)
}

#[test]
fn what_the_page_about_the_api_asks_for_is_there() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/API.md");
    let page = fs::read_to_string(page).unwrap().replace("$M/", "$NN/meetings/$MEETING/");
    let document = document();
    let mut asked = BTreeSet::new();
    for start in ["$NN", "/api/v1"] {
        for rest in page.split(start).skip(1) {
            let end = rest.find([' ', '`', '"', '?', ')', '\n', '|', ',']).unwrap_or(rest.len());
            if rest.starts_with('/') {
                asked.insert(format!("/api/v1{}", &rest[..end]));
            }
        }
    }
    assert!(asked.len() > 20, "{asked:?}");
    let nowhere: Vec<_> = asked.iter().filter(|address| !leads_somewhere(address, &document)).collect();
    assert!(nowhere.is_empty(), "{nowhere:?}");
}
