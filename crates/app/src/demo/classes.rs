//! Classes the sample's committee held: for secretaries, for candidates, for new members, in political theory. All invented.

use jiff::civil::{Date, date};
use nennep_domain::{
    ids::{ClassId, ClassSessionId, LearnerId, MemberId},
    learning::{Certificate, Class, ClassKind, ClassSession, Learner, Who},
};
use nennep_store::{WriteTx, learning};

use super::{
    blueprint::{Blueprint, entered_at},
    census::{Known, Remembered},
    dice::Dice,
    people::Words,
    sample::Sample,
};
use crate::error::Result;

/// What is held: what for, its name, its days, its topics.
const HELD: [(ClassKind, &str, Date, Date, &[&str]); 4] = [
    (
        ClassKind::Secretaries,
        "Bồi dưỡng nghiệp vụ bí thư, phó bí thư chi bộ",
        date(2026, 3, 16),
        date(2026, 3, 18),
        &[
            "Chuẩn bị và chủ trì sinh hoạt chi bộ",
            "Quản lý, phân công đảng viên",
            "Kiểm tra, giám sát ở chi bộ",
        ],
    ),
    (
        ClassKind::Candidates,
        "Bồi dưỡng nhận thức về Đảng, khóa 1",
        date(2026, 4, 6),
        date(2026, 4, 10),
        &["Lịch sử Đảng", "Điều lệ Đảng", "Phấn đấu vào Đảng"],
    ),
    (
        ClassKind::NewMembers,
        "Bồi dưỡng đảng viên mới, khóa 1",
        date(2026, 6, 8),
        date(2026, 6, 12),
        &["Nhiệm vụ đảng viên", "Nền nếp sinh hoạt"],
    ),
    (
        ClassKind::Theory,
        "Sơ cấp lý luận chính trị",
        date(2026, 9, 7),
        date(2026, 9, 25),
        &["Những vấn đề cơ bản", "Đường lối phát triển", "Thảo luận, viết thu hoạch"],
    ),
];

/// The classes of a sample with their learners, as far as they were held when it ends.
pub(super) async fn write(
    tx: &mut WriteTx,
    sample: &Sample,
    blueprint: &Blueprint,
    words: &Words,
    remembered: &[Remembered],
) -> Result<()> {
    let mut dice = Dice::of(sample.seed, "classes", 0);
    let today = sample.present.date();
    for (kind, title, from_on, to_on, topics) in HELD.into_iter().filter(|held| held.3 < today) {
        let class = Class {
            id: ClassId(dice.id(entered_at())),
            organisation: blueprint.top().id,
            kind,
            title: title.to_owned(),
            place: "Trung tâm chính trị".to_owned(),
            from_on,
            to_on,
        };
        learning::save_class(tx, &class, entered_at(), None).await?;
        let learners = learners(&class, blueprint, words, remembered, &mut dice);
        for (one, name) in &learners {
            learning::insert_learner(tx, one, name).await?;
        }
        for (n, topic) in topics.iter().enumerate() {
            let on = from_on.saturating_add(jiff::Span::new().days(i64::try_from(n).unwrap_or(0))).min(to_on);
            let id = ClassSessionId(dice.id(entered_at()));
            learning::save_session(tx, &ClassSession { id, class: class.id, on, topic: (*topic).to_owned() })
                .await?;
            let there: Vec<LearnerId> =
                learners.iter().filter(|_| dice.happens(92)).map(|(one, _)| one.id).collect();
            learning::save_attendance(tx, id, &there).await?;
        }
        for (n, (one, _)) in learners.iter().enumerate().filter(|_| dice.happens(90)) {
            let given = Certificate { number: format!("{:02}/GCN-TTCT", n + 1), on: to_on };
            learning::certify(tx, one.id, Some(&given), entered_at()).await?;
        }
    }
    Ok(())
}

/// Who learns in a class, with the name.
fn learners(
    class: &Class,
    blueprint: &Blueprint,
    words: &Words,
    remembered: &[Remembered],
    dice: &mut Dice,
) -> Vec<(Learner, String)> {
    let learner = |dice: &mut Dice, who: Who, cell: usize, name: &str| {
        let cell = blueprint.cells.get(cell).map(|cell| cell.organisation.id);
        let id = LearnerId(dice.id(entered_at()));
        (Learner { id, class: class.id, who, cell, certificate: None }, name.to_owned())
    };
    let mut found = Vec::new();
    for (n, one) in remembered.iter().enumerate() {
        let known: Vec<&Known> = match class.kind {
            ClassKind::Candidates => {
                if dice.happens(45) {
                    let name = words.guest(dice);
                    found.push(learner(dice, Who::Candidate(name.clone()), n, &name));
                }
                continue;
            }
            ClassKind::Secretaries => one.leaders.iter().take(2).filter(|_| dice.happens(70)).collect(),
            ClassKind::NewMembers | ClassKind::Theory => {
                one.reachable.iter().take(2).filter(|_| dice.happens(35)).collect()
            }
        };
        for one in known {
            let member: MemberId = one.id;
            found.push(learner(dice, Who::Member(member), n, &one.name));
        }
    }
    found
}
