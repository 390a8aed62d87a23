//! A file put to a task, and a member's file that was lent: what is asked about of both.

use jiff::civil::date;
use nennep_app::{
    Ctx,
    members::loans,
    tasks::{self, EvidenceForm},
};
use nennep_domain::{
    ids::{EvidenceId, LoanId, TaskId},
    members::loan::LoanForm,
};
use nennep_testkit::World;

/// A picture put to a task.
pub(super) async fn evidence(secretary: &Ctx, task: TaskId) -> String {
    let id = EvidenceId(secretary.new_id());
    let form = EvidenceForm { id, name: "a.pdf", note: "", bytes: b"%PDF-1.4\n%%EOF\n" };
    tasks::attach_evidence(secretary, task, form).await.unwrap();
    id.to_string()
}

/// The file of another member than the one asked about, lent and not back.
pub(super) async fn loan(secretary: &Ctx, world: &World) -> String {
    let id = LoanId(secretary.new_id());
    let form = LoanForm {
        borrower: "Ban Tổ chức".to_owned(),
        reason: "Xét huy hiệu".to_owned(),
        lent_on: date(2026, 10, 20),
        due_on: date(2026, 10, 30),
    };
    loans::lend(secretary, id, world.members[14], &form).await.unwrap();
    id.to_string()
}
