//! What is sent with a deed: for the API something of the right form, drawn from its document; for a page an empty form, or
//! the few fields without which a page cannot know what is meant.

use nennep_web::{api, routes::Entry};
use serde_json::{Map, Value, json};

use super::{asking::Asked, samples::Ids};

const FORM: &str = "application/x-www-form-urlencoded";
const MULTIPART: &str = "multipart/form-data; boundary=b";
const PAPER: &[u8] = b"%PDF-1.4\n%%EOF\n";
const MEMBERS: &[u8] =
    "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng\nĐinh Văn Khôi;05/11/1980;00999001;2005\n".as_bytes();

/// What is asked of a route.
pub(super) fn asked(entry: &Entry, ids: &Ids, document: &Value) -> Asked {
    let is_api = entry.path.starts_with("/api/");
    let (kind, body) = match (is_api, entry.method.is_safe()) {
        (_, true) => ("text/plain", Vec::new()),
        (true, false) => of_operation(entry, ids, document),
        (false, false) => of_page(entry, ids),
    };
    Asked { method: entry.method.clone(), path: ids.address(entry), kind, body }
}

/// The document of the API as a value.
pub(super) fn document() -> Value {
    serde_json::to_value(api::operations::document()).unwrap()
}

fn of_operation(entry: &Entry, ids: &Ids, document: &Value) -> (&'static str, Vec<u8>) {
    let method = entry.method.as_str().to_ascii_lowercase();
    let content = &document["paths"][&entry.path][method]["requestBody"]["content"];
    if content.is_null() {
        return ("text/plain", Vec::new());
    }
    match content.get("application/json") {
        Some(json) => {
            ("application/json", Form { ids, document }.example(&json["schema"]).to_string().into_bytes())
        }
        None if entry.path.contains("/papers/") || entry.path.contains("/evidence/") => {
            ("application/octet-stream", PAPER.to_vec())
        }
        None => ("application/octet-stream", MEMBERS.to_vec()),
    }
}

/// What the document says of forms, with the sample's own things to fill them in.
struct Form<'a> {
    ids: &'a Ids,
    document: &'a Value,
}

impl Form<'_> {
    /// Something of this form: what must be there, as plain as can be.
    fn example(&self, schema: &Value) -> Value {
        if let Some(reference) = schema["$ref"].as_str() {
            return self.example(self.document.pointer(reference.strip_prefix('#').unwrap()).unwrap());
        }
        if let Some(forms) = schema["oneOf"].as_array().or_else(|| schema["allOf"].as_array()) {
            return self.example(forms.iter().find(|form| form["type"] != "null").unwrap());
        }
        for given in ["examples", "enum"] {
            if let Some(first) = schema[given].get(0) {
                return first.clone();
            }
        }
        let kind = schema["type"].as_str().or_else(|| schema["type"][0].as_str()).unwrap();
        match kind {
            "object" => {
                let needed = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
                let field = |name: &str| (name.to_owned(), self.field(name, &schema["properties"][name]));
                Value::Object(needed.map(field).collect::<Map<_, _>>())
            }
            "array" => json!([]),
            "boolean" => json!(false),
            "integer" | "number" => json!(1),
            _ if schema["format"] == "uuid" => json!("0190b5a0-0000-7000-8000-0000000000aa"),
            _ => json!("x"),
        }
    }

    /// A field of this form: what is said of a thing is said of one that is there.
    fn field(&self, name: &str, schema: &Value) -> Value {
        match name {
            "item" | "cell" | "member" | "committee" | "meeting" if schema["format"] == "uuid" => {
                json!(self.ids.0[name])
            }
            "login" => json!("nguyen-an"),
            _ => self.example(schema),
        }
    }
}

fn of_page(entry: &Entry, ids: &Ids) -> (&'static str, Vec<u8>) {
    let fields = ids.fields(entry);
    let is_file = matches!(
        entry.path.as_str(),
        "/imports" | "/extracts" | "/meetings/{meeting}/agenda/papers" | "/tasks/{task}/evidence"
    );
    if !is_file {
        let pairs: Vec<_> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        return (FORM, pairs.join("&").into_bytes());
    }
    let mut body = Vec::new();
    for (name, value) in fields {
        let part = format!("--b\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend_from_slice(part.as_bytes());
    }
    let (name, file) = if entry.path == "/imports" { ("a.csv", MEMBERS) } else { ("a.pdf", PAPER) };
    let head = format!("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n");
    body.extend_from_slice(head.as_bytes());
    body.extend_from_slice(file);
    body.extend_from_slice(b"\r\n--b--\r\n");
    (MULTIPART, body)
}
