//! Prints one sample of every paper and chart into a folder: `cargo run -p nennep-documents --example papers -- FOLDER`.

#[path = "../tests/papers/story/mod.rs"]
#[allow(clippy::unwrap_used, dead_code, unreachable_pub, unused_imports, reason = "the tests' own story")]
mod story;

use nennep_documents::{
    charts::{Bar, Bars, Caption, Grade, Grades, Mark, Medium, Share, Shares, Tone},
    papers,
};
use nennep_domain::papers::{self as said, Content, Number, Resolution, Urgency};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).ok_or("give a folder")?);
    std::fs::create_dir_all(&folder)?;
    let samples = [
        ("minutes", Content::Minutes(story::minutes().into())),
        ("minutes-empty", Content::Minutes(story::empty_minutes().into())),
        ("minutes-large", Content::Minutes(story::large_minutes().into())),
        ("resolution", Content::Resolution(story::resolution().into())),
        ("resolution-draft", Content::Resolution(draft().into())),
        ("invitation", Content::Invitation(story::invitation().into())),
        ("agenda", Content::Agenda(story::agenda().into())),
        ("attendance", Content::Attendance(story::attendance(22, true).into())),
        ("roll", Content::Roll(story::roll(22).into())),
    ];
    for (name, content) in samples {
        let paper = papers::compose(&content, &story::layout());
        let started = std::time::Instant::now();
        let pdf = papers::pdf(&paper, story::moment())?;
        let pdf_took = started.elapsed();
        let again = std::time::Instant::now();
        papers::pdf(&paper, story::moment())?;
        let again_took = again.elapsed();
        std::fs::write(folder.join(format!("{name}.pdf")), &pdf.bytes)?;
        std::fs::write(folder.join(format!("{name}.docx")), papers::docx(&paper, story::moment())?)?;
        eprintln!(
            "{name}: {} pages, {} bytes, {pdf_took:?}, again {again_took:?}",
            pdf.pages,
            pdf.bytes.len()
        );
    }
    for (name, svg) in charts() {
        std::fs::write(folder.join(format!("{name}.svg")), svg)?;
    }
    Ok(())
}

fn draft() -> Resolution {
    let mut draft = story::resolution();
    draft.letterhead.body = "Chi bộ Công ty Trách nhiệm hữu hạn Một thành viên Dệt may An Bình".into();
    draft.letterhead.marks = vec![said::Mark::Draft(Some(2)), said::Mark::Urgency(Urgency::Express)];
    draft.letterhead.number = draft.letterhead.number.map(|number| Number { number: None, ..number });
    draft
}

fn charts() -> [(&'static str, String); 3] {
    let months: Vec<String> = (1..=12).map(|month| format!("{month:02}/2026")).collect();
    let lengths = [95, 100, 0, 88, 120, 92, 60, 105, 98, 90, 100, 110]
        .map(|minutes: u32| (minutes, if minutes > 0 { minutes.to_string() } else { "–".to_owned() }));
    let bars: Vec<_> = months
        .iter()
        .zip(&lengths)
        .map(|(label, (minutes, shown))| Bar {
            label,
            value: (*minutes > 0).then(|| f64::from(*minutes)),
            shown,
        })
        .collect();
    let mark = Some(Mark { value: 90.0, label: "tối thiểu 90 phút" });
    let rates = [95, 90, 86, 0, 100, 91, 82, 95, 90, 95, 86, 91].map(|rate| (rate, format!("{rate}%")));
    let shares: Vec<_> = months
        .iter()
        .zip(&rates)
        .map(|(label, (rate, shown))| {
            let best = f64::from(*rate) / 100.0;
            Share { label, value: (*rate > 0).then_some([best - 0.18, best, best + 0.05]), shown }
        })
        .collect();
    let grade = |tone, count, shown, label| Grade { tone, count, shown, label };
    let grades = [
        grade(Tone::Good, 12, "12", "Tốt: 12"),
        grade(Tone::Fair, 5, "5", "Khá: 5"),
        grade(Tone::Middle, 2, "2", "Trung bình: 2"),
        grade(Tone::Poor, 1, "1", "Kém: 1"),
        grade(Tone::None, 3, "3", "Chưa xếp loại: 3"),
    ];
    let caption = |title| Caption { id: "sample", title, description: "Số liệu mẫu" };
    [
        ("bars", Bars { caption: caption("Thời lượng sinh hoạt"), bars: &bars, mark }.draw(Medium::Paper)),
        (
            "shares",
            Shares {
                caption: caption("Tỷ lệ dự sinh hoạt"), shares: &shares, scale: ["0%", "50%", "100%"]
            }
            .draw(Medium::Paper),
        ),
        ("grades", Grades { caption: caption("Xếp loại"), grades: &grades }.draw(Medium::Paper)),
    ]
}
