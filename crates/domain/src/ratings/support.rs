//! Which level points and tasks bear, and what stands against a higher one: a pure reading of 366-QĐ/TW, Điều 11.

use serde::Serialize;

use super::{Level, TaskCount};
use crate::{
    problems::{Citation, Refusal, Sentence},
    rules::{Hundredths, Ruled, Rules},
};

/// What a level rests on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Grounds {
    /// The points, where some were given.
    pub points: Option<Hundredths>,
    /// The tasks of the year.
    pub tasks: TaskCount,
}

/// Why a level is not borne.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// The level.
    pub level: Level,
    /// What is missing.
    pub sentence: Sentence,
    /// The rule document and article.
    pub citation: Citation,
}

impl Block {
    /// The sentence names its rule: it is also shown beside a field, where nothing else would.
    fn new(level: Level, sentence: Sentence, citation: Citation) -> Self {
        Self { level, sentence: sentence.with("rule", citation.to_string()), citation }
    }
}

/// The best level the facts bear, with all that stands against those above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// The level; `None` while the rules ask for points and none were given.
    pub level: Option<Level>,
    /// What stands against each better level, best first.
    pub blocks: Vec<Block>,
}

/// A level that the facts do not bear.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} is not borne by points and tasks", .0.level)]
pub struct NotSupported(Block);

impl Refusal for NotSupported {
    fn sentence(&self) -> Sentence {
        self.0.sentence.clone()
    }

    fn citation(&self) -> Option<Citation> {
        Some(self.0.citation.clone())
    }
}

/// The best level these points and tasks bear under the rules of a day (366-QĐ/TW Điều 11; statement 38). Where the documents set
/// no points, as 124-QĐ/TW did, none are asked for.
pub fn support(grounds: &Grounds, rules: &Rules) -> Support {
    let mut blocks = Vec::new();
    for level in [Level::Excellent, Level::Good, Level::Completed] {
        let against = against(level, grounds, rules);
        if against.is_empty() {
            return Support { level: Some(level), blocks };
        }
        blocks.extend(against);
    }
    let unknown = grounds.points.is_none() && rules.completed_from_points().set().is_some();
    Support { level: (!unknown).then_some(Level::Failed), blocks }
}

/// Refuses "excellent" without its points and its share of tasks (statement 38). Lower levels are weighed by people; what speaks
/// against them is shown.
pub fn must_bear(level: Level, grounds: &Grounds, rules: &Rules) -> Result<(), NotSupported> {
    if level != Level::Excellent {
        return Ok(());
    }
    against(level, grounds, rules).into_iter().next().map_or(Ok(()), |block| Err(NotSupported(block)))
}

fn against(level: Level, grounds: &Grounds, rules: &Rules) -> Vec<Block> {
    let mut blocks = Vec::new();
    let from = match level {
        Level::Excellent => rules.excellent_from_points(),
        Level::Good => rules.rated_good_from_points(),
        Level::Completed => rules.completed_from_points(),
        Level::Failed => return blocks,
    };
    if let Some(from) = from.set() {
        points(level, grounds.points, &from, &mut blocks);
    }
    let tasks = grounds.tasks;
    match level {
        Level::Excellent | Level::Good => in_time(level, tasks, rules, &mut blocks),
        _ => done(level, tasks, rules, &mut blocks),
    }
    if level == Level::Excellent {
        above(level, tasks, rules, &mut blocks);
    }
    blocks
}

fn points(level: Level, have: Option<Hundredths>, from: &Ruled<Hundredths>, blocks: &mut Vec<Block>) {
    let sentence = match have {
        None => Sentence::new("ratings-block-points-missing").with("need", said(from.value)),
        Some(have) if have < from.value => {
            Sentence::new("ratings-block-points").with("points", said(have)).with("need", said(from.value))
        }
        Some(_) => return,
    };
    blocks.push(Block::new(level, sentence, from.citation.clone()));
}

/// All tasks done, and in time: "100 % đúng hạn, bảo đảm chất lượng".
fn in_time(level: Level, tasks: TaskCount, rules: &Rules, blocks: &mut Vec<Block>) {
    let share = rules.tasks_done_percent();
    let in_time = tasks.due.saturating_sub(tasks.late);
    let mut against = |key: &'static str, count: u32| {
        let sentence = Sentence::new(key).with("count", count).with("due", tasks.due);
        blocks.push(Block::new(level, sentence, share.citation.clone()));
    };
    if !reaches(share.value, tasks.done, tasks.due) {
        against("ratings-block-undone", tasks.due.saturating_sub(tasks.done));
    }
    // Documents without a measure for late tasks say nothing of time.
    if rules.completed_late_percent().value.is_some() && !reaches(share.value, in_time, tasks.due) {
        against("ratings-block-late", tasks.late);
    }
}

/// All tasks done, few of them late.
fn done(level: Level, tasks: TaskCount, rules: &Rules, blocks: &mut Vec<Block>) {
    let share = rules.tasks_done_percent();
    if !reaches(share.value, tasks.done, tasks.due) {
        let sentence = Sentence::new("ratings-block-undone")
            .with("count", tasks.due.saturating_sub(tasks.done))
            .with("due", tasks.due);
        blocks.push(Block::new(level, sentence, share.citation));
    }
    let Some(most) = rules.completed_late_percent().set() else { return };
    // More than this share of the tasks are late.
    if tasks.due > 0 && most.value.is_reached_by(tasks.late.into(), tasks.due.into(), false) {
        let sentence = Sentence::new("ratings-block-late-share")
            .with("count", tasks.late)
            .with("due", tasks.due)
            .with("percent", said(most.value));
        blocks.push(Block::new(level, sentence, most.citation));
    }
}

/// A share of the tasks above requirement; a share of nothing is none.
fn above(level: Level, tasks: TaskCount, rules: &Rules, blocks: &mut Vec<Block>) {
    let Some(least) = rules.excellent_tasks_above_percent().set() else { return };
    let reached = tasks.due > 0 && least.value.is_reached_by(tasks.above.into(), tasks.due.into(), true);
    if !reached {
        let sentence = Sentence::new("ratings-block-above")
            .with("count", tasks.above)
            .with("due", tasks.due)
            .with("percent", said(least.value));
        blocks.push(Block::new(level, sentence, least.citation));
    }
}

fn reaches(percent: Hundredths, part: u32, whole: u32) -> bool {
    percent.is_reached_by(part.into(), whole.into(), true)
}

/// A number as people write it here: 89,5.
fn said(number: Hundredths) -> String {
    number.to_string().replace('.', ",")
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use rstest::rstest;

    use super::*;
    use crate::rules::tests::national;

    fn grounds(points: i64, due: u32, done: u32, late: u32, above: u32) -> Grounds {
        Grounds { points: Some(Hundredths::new(points)), tasks: TaskCount { due, done, late, above } }
    }

    fn keys(support: &Support, level: Level) -> Vec<&'static str> {
        support.blocks.iter().filter(|one| one.level == level).map(|one| one.sentence.key).collect()
    }

    #[rstest]
    #[case(grounds(9000, 10, 10, 0, 3), Level::Excellent, &[])]
    #[case(grounds(8999, 10, 10, 0, 3), Level::Good, &["ratings-block-points"])]
    #[case(grounds(9000, 10, 10, 0, 2), Level::Good, &["ratings-block-above"])]
    #[case(grounds(9500, 100, 100, 0, 29), Level::Good, &["ratings-block-above"])]
    #[case(grounds(9500, 100, 100, 0, 30), Level::Excellent, &[])]
    #[case(grounds(9500, 0, 0, 0, 0), Level::Good, &["ratings-block-above"])]
    #[case(grounds(9500, 10, 10, 1, 3), Level::Completed, &["ratings-block-late"])]
    #[case(grounds(10000, 10, 9, 1, 3), Level::Failed, &["ratings-block-undone", "ratings-block-late"])]
    fn statement_38_excellent_needs_the_points_and_the_share_above_requirement(
        #[case] grounds: Grounds,
        #[case] level: Level,
        #[case] against: &[&str],
    ) {
        let rules = national().on(date(2026, 12, 1));
        let found = support(&grounds, &rules);
        assert_eq!(found.level, Some(level));
        assert_eq!(keys(&found, Level::Excellent), against);
        assert_eq!(must_bear(Level::Excellent, &grounds, &rules).is_ok(), against.is_empty());
        assert!(found.blocks.iter().all(|one| one.citation.document == "366-QĐ/TW"));
    }

    #[rstest]
    #[case(grounds(7000, 10, 10, 0, 0), Level::Good)]
    #[case(grounds(6999, 10, 10, 0, 0), Level::Completed)]
    #[case(grounds(7000, 10, 10, 1, 0), Level::Completed)]
    #[case(grounds(7000, 10, 10, 2, 0), Level::Completed)]
    #[case(grounds(7000, 10, 10, 3, 0), Level::Failed)]
    #[case(grounds(5000, 10, 10, 2, 0), Level::Completed)]
    #[case(grounds(4999, 10, 10, 0, 0), Level::Failed)]
    #[case(grounds(7000, 10, 9, 1, 0), Level::Failed)]
    fn lower_levels_follow_article_11(#[case] grounds: Grounds, #[case] level: Level) {
        let rules = national().on(date(2026, 12, 1));
        assert_eq!(support(&grounds, &rules).level, Some(level));
        assert!(must_bear(Level::Good, &grounds, &rules).is_ok(), "people weigh what is not excellent");
    }

    #[test]
    fn without_points_nothing_is_said_and_older_rules_ask_for_none() {
        let none = Grounds { points: None, tasks: TaskCount { due: 4, done: 4, late: 0, above: 0 } };
        let found = support(&none, &national().on(date(2026, 12, 1)));
        assert_eq!(found.level, None);
        assert_eq!(keys(&found, Level::Completed), ["ratings-block-points-missing"]);
        let before = support(&none, &national().on(date(2024, 12, 1)));
        assert_eq!((before.level, before.blocks.len()), (Some(Level::Excellent), 0));
        let refusal = must_bear(Level::Excellent, &none, &national().on(date(2026, 12, 1))).unwrap_err();
        assert_eq!(refusal.citation().unwrap().to_string(), "366-QĐ/TW, Điều 11");
    }
}
