//! The forms of a page as a browser without scripts sends them: the address, the fields as they stand, the button pressed.

use crate::asking::{Answer, Browser};

/// A form of a page.
#[derive(Debug, Clone)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) fields: Vec<(String, String)>,
}

/// The forms of a page, in order.
pub(crate) fn forms(page: &str) -> Vec<Form> {
    let form = |rest: &str| {
        let (tag, rest) = rest.split_once('>')?;
        let body = rest.split("</form>").next()?;
        Some(Form { action: attribute(tag, "action")?, fields: fields(body) })
    };
    page.split("<form ").skip(1).filter_map(form).collect()
}

/// The first form whose address holds `part`.
#[track_caller]
pub(crate) fn form(page: &str, part: &str) -> Form {
    let all = forms(page);
    let addresses: Vec<_> = all.iter().map(|form| form.action.clone()).collect();
    all.into_iter()
        .find(|form| form.action.contains(part))
        .unwrap_or_else(|| panic!("no form leads to {part}: {addresses:#?}"))
}

/// The first form whose address holds `part` and which has that field.
#[track_caller]
pub(crate) fn form_with(page: &str, part: &str, field: &str) -> Form {
    let has = |form: &Form| form.action.contains(part) && form.fields.iter().any(|(name, _)| name == field);
    forms(page).into_iter().find(has).unwrap_or_else(|| panic!("no form leads to {part} with {field}"))
}

impl Form {
    /// The field as it stands.
    #[track_caller]
    pub(crate) fn field(&self, name: &str) -> &str {
        let found = self.fields.iter().find(|(field, _)| field == name);
        found.map_or_else(|| panic!("no field {name} in {self:?}"), |(_, value)| value.as_str())
    }

    /// The form with these fields filled in, or these buttons pressed.
    pub(crate) fn with(mut self, typed: &[(&str, &str)]) -> Self {
        for (name, value) in typed {
            self.fields.retain(|(field, _)| field != name);
            self.fields.push(((*name).to_owned(), (*value).to_owned()));
        }
        self
    }

    /// Sends it.
    pub(crate) async fn send(&self, browser: &Browser) -> Answer {
        browser.post(&self.action, &self.pairs()).await
    }

    pub(crate) fn pairs(&self) -> Vec<(&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

fn fields(body: &str) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    for piece in body.split('<').skip(1) {
        let Some((tag, text)) = piece.split_once('>') else { continue };
        let name = attribute(tag, "name");
        match (tag.split_whitespace().next(), name) {
            (Some("input"), Some(name)) => {
                let ticks = attribute(tag, "type").is_some_and(|kind| kind == "checkbox" || kind == "radio");
                if !ticks || tag.ends_with(" checked") {
                    fields.push((name, attribute(tag, "value").unwrap_or_default()));
                }
            }
            (Some("textarea"), Some(name)) => fields.push((name, plain(text))),
            (Some("select"), Some(name)) => fields.push((name, String::new())),
            (Some("option"), _) if tag.ends_with(" selected") => {
                if let Some((_, value)) = fields.last_mut() {
                    *value = attribute(tag, "value").unwrap_or_default();
                }
            }
            _ => {}
        }
    }
    fields
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) =
        tag.split_once(&format!(" {name}=\"")).or_else(|| tag.split_once(&format!("{name}=\"")))?;
    rest.split('"').next().map(plain)
}

/// Text as it was before it was written into a page.
fn plain(text: &str) -> String {
    text.replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
        .replace("&#38;", "&")
}
