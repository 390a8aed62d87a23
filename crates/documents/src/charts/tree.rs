//! A tree as paper shows it: each below and beside the one it stands below.

use super::svg::{Anchor, Caption, Ink, LETTERS, Medium, Svg};

const ROW: f64 = 24.0;
const STEP: f64 = 26.0;
const BOX: f64 = 8.0;

/// One of a tree, in the order in which it is read.
#[derive(Debug, Clone, Copy)]
pub struct Leaf<'a> {
    /// How deep it stands: 0 is the root.
    pub depth: usize,
    /// Its name.
    pub label: &'a str,
    /// What else is said of it.
    pub note: &'a str,
    /// Whether others may stand below it.
    pub holds: bool,
}

/// A tree.
#[derive(Debug, Clone, Copy)]
pub struct Tree<'a> {
    /// What the drawing is called.
    pub caption: Caption<'a>,
    /// Its leaves.
    pub leaves: &'a [Leaf<'a>],
}

impl Tree<'_> {
    /// The drawing.
    pub fn draw(&self, medium: Medium) -> String {
        let mut svg = Svg::new(self.caption, medium, as_f64(self.leaves.len()) * ROW + 6.0);
        for (row, leaf) in self.leaves.iter().enumerate() {
            let (x, y) = (4.0 + as_f64(leaf.depth) * STEP, middle(row));
            if let Some(above) = self.leaves[..row].iter().rposition(|one| one.depth < leaf.depth) {
                let stem = 4.0 + as_f64(self.leaves[above].depth) * STEP + BOX / 2.0;
                let points = [(stem, middle(above) + BOX / 2.0), (stem, y), (x, y)];
                svg.line(Ink::Quiet, 1.0, &points);
            }
            let ink = if leaf.holds { Ink::Mark } else { Ink::Bar };
            svg.rectangle(ink, x, y - BOX / 2.0, BOX, BOX);
            let text = if leaf.note.is_empty() {
                leaf.label.to_owned()
            } else {
                format!("{} · {}", leaf.label, leaf.note)
            };
            svg.label(Ink::Text, (x + BOX + 6.0, y + LETTERS / 3.0), Anchor::Start, &text);
        }
        svg.finish()
    }
}

fn middle(row: usize) -> f64 {
    as_f64(row) * ROW + ROW / 2.0
}

fn as_f64(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_leaf_hangs_on_the_one_it_stands_below() {
        let leaf = |depth, label| Leaf { depth, label, note: "", holds: depth == 0 };
        let leaves = [leaf(0, "Đảng bộ"), leaf(1, "Chi bộ 1"), leaf(1, "Chi bộ 2"), leaf(2, "Tổ đảng")];
        let caption = Caption { id: "tree", title: "Cây", description: "Bốn tổ chức" };
        let svg = Tree { caption, leaves: &leaves }.draw(Medium::Paper);
        assert_eq!((svg.matches("<rect").count(), svg.matches("<polyline").count()), (4, 3));
        assert!(svg.contains("Chi bộ 2") && svg.contains("fill=\"#"));
    }
}
