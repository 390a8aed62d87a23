//! The cell a line means: by code, by name in the ways people shorten it, or the one imported into.

use std::collections::{HashMap, HashSet};

use super::{CellReference, Existing, Field, KnownCell, Row};
use crate::{ids::OrganisationId, names, problems::Sentence, sheets::Fault};

impl CellReference {
    /// The code or name as written.
    pub fn text(&self) -> &str {
        match self {
            Self::Code(text) | Self::Name(text) | Self::Section(text) | Self::Title(text) => text,
            Self::None => "",
        }
    }
}

/// The cells by what lines call them.
pub(super) struct Cells<'a> {
    by_code: HashMap<String, OrganisationId>,
    by_name: HashMap<String, OrganisationId>,
    /// Names that more than one cell bears.
    ambiguous: HashSet<String>,
    known: &'a [KnownCell],
}

impl<'a> Cells<'a> {
    pub(super) fn of(existing: &Existing<'a>) -> Self {
        let mut cells = Self {
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            ambiguous: HashSet::new(),
            known: existing.cells,
        };
        for cell in existing.cells {
            cells.by_code.insert(code_key(&cell.code), cell.id);
            let name = name_key(&cell.name);
            if cells.by_name.insert(name.clone(), cell.id).is_some() {
                cells.ambiguous.insert(name);
            }
        }
        cells
    }

    pub(super) fn find(
        &self,
        row: &Row,
        into: Option<OrganisationId>,
    ) -> Result<Option<OrganisationId>, (Field, Fault)> {
        let text = row.cell.text();
        let found = match &row.cell {
            CellReference::None => return Ok(into),
            CellReference::Code(code) => self.by_code.get(&code_key(code)).copied().ok_or_else(|| {
                Fault::new(Sentence::new("import-cell-code"), Sentence::new("import-cell-remedy"))
            }),
            CellReference::Name(_) | CellReference::Section(_) | CellReference::Title(_) => {
                self.by_name(text)
            }
        };
        // The title of a sheet may speak of a cell in any words: only what is written for the lines must be known.
        let found = match (found, &row.cell) {
            (Err(_), CellReference::Title(_)) => return Ok(into),
            (found, _) => found.map_err(|fault| (Field::CellCode, fault.with("cell", text)))?,
        };
        match into {
            Some(into) if into != found => {
                let name = self.known.iter().find(|cell| cell.id == into).map_or("", |cell| &cell.name);
                let fault = Fault::new(
                    Sentence::new("import-cell-not-into"),
                    Sentence::new("import-cell-not-into-remedy"),
                )
                .with("into", name);
                Err((Field::CellCode, fault.with("cell", text)))
            }
            _ => Ok(Some(found)),
        }
    }

    fn by_name(&self, name: &str) -> Result<OrganisationId, Fault> {
        let key = name_key(name);
        if self.ambiguous.contains(&key) {
            return Err(Fault::new(
                Sentence::new("import-cell-ambiguous"),
                Sentence::new("import-cell-ambiguous-remedy"),
            ));
        }
        self.by_name
            .get(&key)
            .copied()
            .ok_or_else(|| Fault::new(Sentence::new("import-cell-name"), Sentence::new("import-cell-remedy")))
    }
}

fn code_key(code: &str) -> String {
    code.split_whitespace().collect::<String>().to_uppercase()
}

/// "Chi bộ Tổ dân phố số 5", "CB TDP 5" and "Tổ dân phố 5" are one cell.
fn name_key(name: &str) -> String {
    let key = names::fold(name);
    let key = key.strip_prefix("chi bo ").or_else(|| key.strip_prefix("cb ")).unwrap_or(&key);
    let long = |word: &str| match word {
        "tdp" => "to dan pho".to_owned(),
        "thpt" => "trung hoc pho thong".to_owned(),
        "thcs" => "trung hoc co so".to_owned(),
        "ubnd" => "uy ban nhan dan".to_owned(),
        // "số 05" and "5" are one number.
        word if word.bytes().all(|byte| byte.is_ascii_digit()) => word.trim_start_matches('0').to_owned(),
        word => word.to_owned(),
    };
    key.split(' ').filter(|word| *word != "so").map(long).collect::<Vec<_>>().join(" ")
}
