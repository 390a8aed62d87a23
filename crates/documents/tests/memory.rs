//! Printing one paper after another does not fill memory. Alone in its process, so that nothing else is counted.

#![expect(clippy::unwrap_used, reason = "a paper that cannot be printed has failed its test")]

#[path = "papers/story/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the story of the other tests")]
mod story;

use nennep_documents::papers::{compose, pdf};
use nennep_domain::papers::Content;

/// Memory this process holds, in MiB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

/// Minutes that nobody printed before.
fn print_another(n: u32) {
    let mut minutes = story::minutes();
    for item in &mut minutes.items {
        item.notes = format!("Lần thứ {n}: {}", item.notes);
        for remark in &mut item.remarks {
            remark.text = format!("Lần thứ {n}: {}", remark.text);
        }
    }
    pdf(&compose(&Content::Minutes(minutes.into()), &story::layout()), story::moment()).unwrap();
}

#[test]
fn a_hundred_different_papers_need_no_more_memory_than_the_first_thirty() {
    (0..30).for_each(print_another);
    let before = resident();
    let started = std::time::Instant::now();
    (30..130).for_each(print_another);
    let after = resident();
    println!("{before} MiB, then {after} MiB; {} ms a paper", started.elapsed().as_millis() / 100);
    assert!(after <= before + 16, "{before} MiB became {after} MiB");
}
