//! The appendix of a resolution: every opinion of the meeting, item by item (42-HD II.3.1).

use nennep_domain::{names::tidy, papers::Resolution};

use super::{balance::balanced, statements, writer::Writer};
use crate::papers::{
    block::Annex,
    form::{Form, fill},
};

/// The appendix; none where nobody said anything.
pub(super) fn annex(form: &Form, resolution: &Resolution) -> Option<Annex> {
    let words = &form.resolution;
    let spoken = resolution.opinions.iter().filter(|of| !of.statements.is_empty() || !of.reserved.is_empty());
    let mut writer = Writer::default();
    for of in spoken {
        writer.point(&of.item);
        statements::remarks(&mut writer, form, &words.remark, &of.statements);
        statements::reserved(&mut writer, form, &words.reserved, &of.reserved);
    }
    if writer.len() == 0 {
        return None;
    }
    let about = fill(&words.opinions_summary, &[("sitting", &form.sitting(&resolution.sitting))]);
    let numbered = resolution.letterhead.number.as_ref().map(|number| {
        let (reference, cell) = (tidy(&number.reference()), tidy(&resolution.sitting.cell));
        fill(&words.opinions_numbered, &[("reference", &reference), ("cell", &cell)])
    });
    let lines = [Some(about), numbered].into_iter().flatten();
    Some(Annex {
        name: words.opinions_name.clone(),
        summary: lines.flat_map(|line| balanced(&line, form.sizes.summary, super::TITLE_MM)).collect(),
        blocks: writer.finish(),
    })
}
