//! Everything people can type that could break a paper: it comes out as text, and nothing else happens.

use nennep_documents::papers::{Template, compose, docx, pdf, print};
use nennep_domain::{
    papers::{Content, Minutes, Person, Statement},
    time::Instant,
};
use rstest::rstest;
use serde_json::json;

use crate::{
    read::{squeeze, text_of, through_libreoffice, words_of},
    story,
};

fn with_remark(text: &str) -> Minutes {
    let mut minutes = story::minutes();
    minutes.items[0].remarks = vec![Statement { by: Person::named("Ngô Thị Lan"), text: text.into() }];
    minutes
}

#[rstest]
#[case::an_import("#import \"/layout.typ\": * #panic(\"no\")")]
#[case::code("#{ while true {} } #read(\"/etc/passwd\") #sys.inputs")]
#[case::math("$x^2$ và giá 5$, 10$")]
#[case::markup("*đậm* _nghiêng_ = Tiêu đề `mã` @nguồn <nhãn> ~ \\ // ghi chú /* ghi chú */")]
#[case::html("</script><b onclick=\"x()\">&amp;&lt;")]
#[case::braces("{name} {{vote}} {")]
#[case::quotes("\"ngoặc\" 'đơn' -- --- ...")]
#[case::xml("]]> <w:p/> <w:trHeight w:val=\"1\" w:hRule=\"atLeast\" />")]
fn what_is_typed_is_shown_as_text(#[case] typed: &str) {
    let content = Content::Minutes(with_remark(typed).into());
    let paper = compose(&content, &story::layout());
    let printed = pdf(&paper, story::moment()).unwrap();
    assert!(printed.unprintable.is_empty(), "{:?}", printed.unprintable);
    let text = text_of(&printed.bytes);
    assert!(text.replace(' ', "").contains(&squeeze(typed).replace(' ', "")), "{typed}: {text}");
}

#[test]
fn letters_that_no_font_has_are_shown_as_boxes_and_reported() {
    let content = Content::Minutes(with_remark("Tốt 👍🏽 quá, 中文, مرحبا").into());
    let printed = pdf(&compose(&content, &story::layout()), story::moment()).unwrap();
    assert!(printed.unprintable.contains(&'👍') && printed.unprintable.contains(&'中'));
    assert!(text_of(&printed.bytes).contains("Tốt □□ quá, □□, □□□□□"));
}

#[test]
fn marks_that_turn_text_around_have_no_power() {
    let content =
        Content::Minutes(with_remark("hết\u{202E}hạn\u{2066} ngày\u{200F} 15/11\u{0}\u{7}\u{FEFF}").into());
    let text = text_of(&pdf(&compose(&content, &story::layout()), story::moment()).unwrap().bytes);
    assert!(text.contains("Đồng chí Ngô Thị Lan: hếthạn ngày 15/11."), "{text}");
}

#[rstest]
#[case::words("Đề nghị rà soát ".repeat(125))]
#[case::one_endless_word("x".repeat(2000))]
fn a_title_of_two_thousand_letters_stays_within_the_margins(#[case] title: String) {
    assert!(title.chars().count() >= 2000);
    let mut minutes = story::minutes();
    minutes.items[0].title.clone_from(&title);
    minutes.sitting.topic.clone_from(&title);
    minutes.agenda[0].clone_from(&title);
    minutes.letterhead.body =
        "Chi bộ Công ty Trách nhiệm hữu hạn Một thành viên Xuất nhập khẩu Tổng hợp An Bình".into();
    let mut tasks = story::tasks();
    tasks[0].text = title;
    minutes.items[1].tasks = tasks;
    let content = Content::Minutes(minutes.into());
    let printed = pdf(&compose(&content, &story::layout()), story::moment()).unwrap();
    for word in words_of(&printed.bytes) {
        assert!(word.left > 29.5 && word.right < 195.5 && word.bottom < 277.5, "{word:?}");
    }
}

#[test]
fn word_opens_hostile_text_too() {
    let typed = "#import $x$ </w:t></w:r> & \u{0}\u{B}\u{202E} {name}";
    let content = Content::Minutes(with_remark(typed).into());
    let text = text_of(&through_libreoffice(&content));
    assert!(text.contains("#import $x$ </w:t></w:r> & {name}"), "{text}");
}

#[test]
fn a_template_that_fails_names_its_line_and_prints_nothing() {
    let source = "#import \"/layout.typ\": *\n\n#let data = json(\"/data.json\")\n#data.absent\n";
    let error =
        print(Template { name: "mau-rieng.typ", source }, json!({ "a": 1 }), story::moment()).unwrap_err();
    let fault = &error.0[0];
    assert_eq!((fault.template.as_str(), fault.line), ("mau-rieng.typ", 4), "{error}");
    assert!(fault.message.contains("absent"), "{error}");
}

#[rstest]
#[case("#read(\"/etc/passwd\")")]
#[case("#read(\"../../../Cargo.toml\")")]
#[case("#import \"@preview/cetz:0.3.0\"")]
#[case("#include \"/paper.typ\"")]
fn a_template_can_read_nothing_but_its_own(#[case] source: &str) {
    let error = print(Template { name: "mau.typ", source }, json!({}), story::moment());
    assert!(error.is_err());
}

#[test]
fn a_template_of_a_committee_gets_its_fields_as_text() {
    let source = "#set text(font: \"Tinos\", lang: \"vi\")\n#json(\"/data.json\").title\n#json(\"/data.json\").list.join()";
    let data = json!({ "title": "#panic()", "list": ["$", "👍"] });
    let printed = print(Template { name: "mau.typ", source }, data, story::moment()).unwrap();
    assert_eq!(squeeze(&text_of(&printed.bytes)), "#panic() $□");
    assert_eq!((printed.pages, printed.unprintable), (1, vec!['👍']));
}

#[test]
fn any_moment_can_stand_in_the_file() {
    let paper = compose(&Content::Agenda(story::agenda().into()), &story::layout());
    for at in [jiff::Timestamp::UNIX_EPOCH, jiff::Timestamp::MAX] {
        assert!(pdf(&paper, Instant::new(at)).is_ok());
        assert!(docx(&paper, Instant::new(at)).is_ok());
    }
}
