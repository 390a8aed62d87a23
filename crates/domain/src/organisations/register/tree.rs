//! The tree the lines and the known organisations make together: who stands directly above whom, found by code or name,
//! whatever the order of the lines.

use std::collections::{HashMap, HashSet};

use super::{Existing, Field, Line, Parent, Row};
use crate::{
    ids::OrganisationId,
    names,
    organisations::{Organisation, OrganisationKind},
    problems::Sentence,
    sheets::Fault,
};

/// A place in the tree: a line of the file, by its place among the lines, or an organisation not in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Line(usize),
    Known(OrganisationId),
}

/// All organisations by what lines call them.
pub(super) struct Tree<'a> {
    lines: &'a [Line],
    known: HashMap<OrganisationId, &'a Organisation>,
    by_code: HashMap<String, Node>,
    by_name: HashMap<String, Node>,
    ambiguous: HashSet<String>,
    /// The known organisation a line is, by its code.
    pub(super) same: Vec<Option<&'a Organisation>>,
    /// The line that is a known organisation.
    line_of: HashMap<OrganisationId, usize>,
    into: Option<OrganisationId>,
    root: Option<Node>,
}

impl<'a> Tree<'a> {
    pub(super) fn of(lines: &'a [Line], existing: &Existing<'a>) -> Self {
        let known_by_code: HashMap<String, &Organisation> =
            existing.organisations.iter().map(|known| (code_key(&known.code), known)).collect();
        let same: Vec<_> =
            lines.iter().map(|line| known_by_code.get(&code_key(&line.row.code)).copied()).collect();
        let mut tree = Self {
            lines,
            known: existing.organisations.iter().map(|known| (known.id, known)).collect(),
            by_code: HashMap::new(),
            by_name: HashMap::new(),
            ambiguous: HashSet::new(),
            line_of: same.iter().enumerate().filter_map(|(n, known)| Some(((*known)?.id, n))).collect(),
            same,
            into: existing.into,
            root: None,
        };
        let absent = |known: &&Organisation| !tree.line_of.contains_key(&known.id);
        let absent: Vec<&Organisation> = existing.organisations.iter().filter(absent).collect();
        for known in absent {
            tree.enter(&known.code, &known.name, Node::Known(known.id));
        }
        for (n, line) in lines.iter().enumerate() {
            tree.enter(&line.row.code, &line.row.name, Node::Line(n));
        }
        tree.root = tree.find_root(existing);
        tree
    }

    fn enter(&mut self, code: &str, name: &str, node: Node) {
        if !code.is_empty() {
            self.by_code.entry(code_key(code)).or_insert(node);
        }
        let key = names::fold(name);
        if !key.is_empty() && self.by_name.insert(key.clone(), node).is_some() {
            self.ambiguous.insert(key);
        }
    }

    /// The organisation that stands above all: the known one, or the only line of the highest kind that names none above.
    fn find_root(&self, existing: &Existing<'_>) -> Option<Node> {
        if let Some(root) = existing.organisations.iter().find(|known| known.parent.is_none()) {
            return Some(self.node_of(root.id));
        }
        let tops = self.lines.iter().enumerate().filter(|(_, line)| line.row.parent.is_empty());
        let highest = tops.clone().filter_map(|(_, line)| line.row.kind).min()?;
        let mut roots = tops.filter(|(_, line)| line.row.kind == Some(highest));
        let (n, _) = roots.next()?;
        roots.next().is_none().then_some(Node::Line(n))
    }

    fn node_of(&self, id: OrganisationId) -> Node {
        self.line_of.get(&id).map_or(Node::Known(id), |n| Node::Line(*n))
    }

    fn row(&self, n: usize) -> &Row {
        &self.lines[n].row
    }

    fn kind(&self, node: Node) -> Option<OrganisationKind> {
        match node {
            Node::Line(n) => self.row(n).kind,
            Node::Known(id) => self.known.get(&id).map(|known| known.kind),
        }
    }

    /// The code of an organisation, for showing a change.
    pub(super) fn code(&self, parent: Option<Parent>) -> String {
        match parent {
            Some(Parent::Known(id)) => {
                self.known.get(&id).map(|known| known.code.clone()).unwrap_or_default()
            }
            Some(Parent::Row(number)) => {
                let line = self.lines.iter().find(|line| line.row.number == number);
                line.map(|line| line.row.code.clone()).unwrap_or_default()
            }
            None => String::new(),
        }
    }

    /// The organisation directly above a line; `None` for the one that stands above all.
    pub(super) fn parent(&self, n: usize) -> Result<Option<Node>, (Field, Fault)> {
        let row = self.row(n);
        let parent =
            if row.parent.is_empty() { self.unnamed_parent(n)? } else { Some(self.named(&row.parent)?) };
        if parent == Some(Node::Line(n)) {
            return Err((
                Field::Parent,
                Fault::new(Sentence::new("import-parent-self"), Sentence::new("import-parent-remedy")),
            ));
        }
        if let Some((above, below)) = parent.and_then(|parent| self.kind(parent)).zip(row.kind)
            && !above.may_hold(below)
        {
            return Err((
                Field::Parent,
                Fault::new(Sentence::new("import-parent-kind"), Sentence::new("import-parent-kind-remedy")),
            ));
        }
        Ok(parent)
    }

    fn named(&self, text: &str) -> Result<Node, (Field, Fault)> {
        let key = names::fold(text);
        match self.by_code.get(&code_key(text)) {
            Some(node) => Ok(*node),
            None if self.ambiguous.contains(&key) => Err((
                Field::Parent,
                Fault::new(
                    Sentence::new("import-parent-ambiguous"),
                    Sentence::new("import-parent-ambiguous-remedy"),
                )
                .with("parent", text),
            )),
            None => self.by_name.get(&key).copied().ok_or_else(|| {
                (
                    Field::Parent,
                    Fault::new(
                        Sentence::new("import-parent-unknown"),
                        Sentence::new("import-parent-unknown-remedy"),
                    )
                    .with("parent", text),
                )
            }),
        }
    }

    /// Above a line that names nothing: what is known of it, the organisation its code continues, the organisation
    /// imported into, or the one above all.
    fn unnamed_parent(&self, n: usize) -> Result<Option<Node>, (Field, Fault)> {
        if let Some(known) = self.same[n] {
            return Ok(known.parent.map(|id| self.node_of(id)));
        }
        if let Some(node) = self.by_shorter_code(n) {
            return Ok(Some(node));
        }
        match (self.into, self.root) {
            (Some(into), _) => Ok(Some(self.node_of(into))),
            (None, Some(root)) if root == Node::Line(n) => Ok(None),
            _ => Err((
                Field::Parent,
                Fault::new(
                    Sentence::new("import-parent-missing"),
                    Sentence::new("import-parent-missing-remedy"),
                ),
            )),
        }
    }

    /// Codes are built level by level, `38.168.053.000.001` below `38.168.053`, where 000 stands for a level left out.
    fn by_shorter_code(&self, n: usize) -> Option<Node> {
        let code = &self.row(n).code;
        let own = levels(code);
        (1..own.len()).rev().find_map(|count| {
            let wanted = &own[..count];
            let mut found = self.by_code.get(&code_key(&wanted.join("."))).copied();
            // The shorter code may itself be written out with zeros to its full length.
            let groups: Vec<&str> = code.split('.').collect();
            for zeros in 1..=groups.len().saturating_sub(count) {
                let written = wanted
                    .iter()
                    .copied()
                    .chain(std::iter::repeat_n("000", zeros))
                    .collect::<Vec<_>>()
                    .join(".");
                found = found.or_else(|| self.by_code.get(&code_key(&written)).copied());
            }
            found.filter(|node| *node != Node::Line(n))
        })
    }

    /// The lines that stand above themselves.
    pub(super) fn in_cycles(&self, parents: &[Option<Node>]) -> HashSet<usize> {
        let up = |node: Node| match node {
            Node::Line(n) => parents[n],
            Node::Known(id) => self.known.get(&id).and_then(|known| known.parent).map(|id| self.node_of(id)),
        };
        let mut settled = HashSet::new();
        let mut found = HashSet::new();
        for start in 0..self.lines.len() {
            let mut path = Vec::new();
            let mut on_path = HashMap::new();
            let mut next = Some(Node::Line(start));
            while let Some(node) = next.filter(|node| !settled.contains(node)) {
                if let Some(from) = on_path.insert(node, path.len()) {
                    found.extend(path[from..].iter().filter_map(|node| match node {
                        Node::Line(n) => Some(*n),
                        Node::Known(_) => None,
                    }));
                    break;
                }
                path.push(node);
                next = up(node);
            }
            settled.extend(path);
        }
        found
    }
}

pub(super) fn code_key(code: &str) -> String {
    code.split_whitespace().collect::<String>().to_uppercase()
}

/// The levels of a code without those left out at its end.
fn levels(code: &str) -> Vec<&str> {
    let mut levels: Vec<&str> = code.split('.').collect();
    while levels.last().is_some_and(|level| !level.is_empty() && level.bytes().all(|byte| byte == b'0')) {
        levels.pop();
    }
    levels
}
