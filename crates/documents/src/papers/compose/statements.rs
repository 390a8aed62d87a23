//! What people said, each with their name: remarks, and opinions reserved word for word.

use nennep_domain::{names::tidy, papers::Statement};

use super::writer::Writer;
use crate::papers::{
    block::Run,
    form::{Form, fill},
};

/// Remarks. Who spoke is a fact even where nobody wrote down what was said: then the name stands alone.
pub(super) fn remarks(writer: &mut Writer, form: &Form, pattern: &str, statements: &[Statement]) {
    for statement in statements {
        let lead = lead(form, pattern, statement);
        if tidy(&statement.text).is_empty() {
            writer.line(vec![Run::plain(lead.trim_end_matches([':', ' ']).to_owned() + ".")]);
        } else {
            writer.led(Run::plain(lead), &statement.text);
        }
    }
}

/// Reserved opinions, in quotation marks.
pub(super) fn reserved(writer: &mut Writer, form: &Form, pattern: &str, statements: &[Statement]) {
    for statement in statements {
        let quoted = format!("“{}”", statement.text.trim());
        writer.led(Run::plain(lead(form, pattern, statement)), &quoted);
    }
}

fn lead(form: &Form, pattern: &str, statement: &Statement) -> String {
    fill(pattern, &[("person", &form.comrade_first(&statement.by))])
}
