//! What becomes of a deed: on to where it was done, or the same page again with what is wrong, by which rule, and all
//! that was typed.

use std::collections::BTreeMap;

use axum::{http::StatusCode, response::Response};
use nennep_app::{Ctx, Error, meetings};
use nennep_domain::problems::{Citation, Problems, Sentence};
use serde::Deserialize;

use super::{
    here::{Here, Sheet},
    minutes, page,
};
use crate::{
    errors::Failure,
    layout::{Flash, Page, see_other},
};

/// The fields of a form, as they were typed.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(transparent)]
pub(super) struct Typed(BTreeMap<String, String>);

impl Typed {
    /// A field; empty if the form did not send it.
    pub(super) fn get(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// A field read as a value of that type, `None` if it is empty or none.
    pub(super) fn read<T: std::str::FromStr>(&self, field: &str) -> Option<T> {
        self.get(field).trim().parse().ok()
    }

    /// A field read as a count: empty is 0, anything else that is no number is a problem.
    pub(super) fn count(&self, field: &'static str, problems: &mut Problems) -> u32 {
        let text = self.get(field).trim();
        let count = if text.is_empty() { Some(0) } else { text.parse().ok() };
        count.unwrap_or_else(|| {
            problems.add(field, Sentence::new("room-number-unreadable"));
            0
        })
    }
}

/// What went wrong with one form of the page; nothing, as a rule.
#[derive(Debug, Clone, Default)]
pub(super) struct Trouble {
    form: String,
    typed: Typed,
    problems: Problems,
    nothing: Problems,
    /// What to say, once.
    pub(super) sentence: Option<Sentence>,
    /// The rule it rests on.
    pub(super) citation: Option<Citation>,
}

impl Trouble {
    /// What is wrong with the fields of a form.
    pub(super) fn problems(&self, form: &str) -> &Problems {
        if self.form == form { &self.problems } else { &self.nothing }
    }

    /// Whether no field is wrong: then what to say takes the focus itself.
    pub(super) fn problems_are_none(&self) -> bool {
        self.problems.0.is_empty()
    }

    /// Whether it is this form that came back.
    pub(super) fn is_in(&self, form: &str) -> bool {
        self.form == form
    }

    /// A field of a form: what was typed if the form came back, else `usual`.
    pub(super) fn typed<'a>(&'a self, form: &str, field: &str, usual: &'a str) -> &'a str {
        if self.form == form { self.typed.get(field) } else { usual }
    }

    fn of(form: &str, typed: Typed, error: Error) -> Result<(StatusCode, Self), Failure> {
        let form = form.to_owned();
        let some = Self { form, typed, ..Self::default() };
        match error {
            Error::Invalid(problems) => {
                let sentence = problems.0.first().map(|problem| problem.sentence.clone());
                Ok((StatusCode::UNPROCESSABLE_ENTITY, Self { problems, sentence, ..some }))
            }
            Error::Refused(refusal) => {
                let (sentence, citation) = (Some(refusal.sentence()), refusal.citation());
                Ok((StatusCode::UNPROCESSABLE_ENTITY, Self { sentence, citation, ..some }))
            }
            Error::Conflict(_) => {
                let sentence = Some(Sentence::new("room-changed-meanwhile"));
                Ok((StatusCode::CONFLICT, Self { sentence, ..some }))
            }
            other => Err(other.into()),
        }
    }
}

/// What a deed tells when it is done.
pub(super) struct Done {
    anchor: String,
    flash: Option<Flash>,
}

impl Done {
    /// Done, on to the element with this id, which takes the focus if it can.
    pub(super) fn at(anchor: impl Into<String>) -> Self {
        Self { anchor: anchor.into(), flash: None }
    }

    /// The same, told in a sentence.
    pub(super) fn told(mut self, sentence: &Sentence) -> Self {
        self.flash = Some(Flash::done(sentence));
        self
    }

    /// The same, with the address whose `DELETE` takes it back.
    pub(super) fn undone_by(mut self, path: String) -> Self {
        self.flash = self.flash.map(|flash| flash.undone_by(path));
        self
    }
}

/// One deed on its way through a handler: who asks, on which page, with which form.
pub(super) struct Deed {
    /// Who asks.
    pub(super) ctx: Ctx,
    /// The page it was asked from.
    pub(super) page: Page,
    /// Where that was.
    pub(super) here: Here,
    /// The name of the form, for what was typed to find its way back.
    pub(super) form: String,
    /// What was typed.
    pub(super) typed: Typed,
}

impl Deed {
    /// The answer: on to where it leads if it was done, else the page again with what is wrong.
    pub(super) async fn answer(self, done: Result<Done, Error>) -> Result<Response, Failure> {
        let error = match done {
            Ok(done) => return Ok(see_other(&self.here.back(&done.anchor), done.flash.as_ref())),
            Err(error) => error,
        };
        let (status, trouble) = Trouble::of(&self.form, self.typed, error)?;
        match self.here.sheet {
            Sheet::Room => {
                let view = meetings::show(&self.ctx, self.here.meeting).await?;
                Ok(page::answer(status, &self.ctx, self.page, &view, self.here, trouble))
            }
            Sheet::Minutes => minutes::answer(status, &self.ctx, self.page, self.here, trouble).await,
        }
    }
}
