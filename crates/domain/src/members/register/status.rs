//! Words for how a member stands: official or probationary, exempt, away, suspended, gone, and in which party office.

use crate::{
    accounts::Office,
    members::{Leaving, MemberGrade, StandingState},
    names,
    problems::Sentence,
    sheets::Fault,
};

/// What a status column says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Status {
    pub(super) grade: Option<MemberGrade>,
    pub(super) state: Option<StandingState>,
    pub(super) leaving: Option<Leaving>,
}

/// The status in words; several may stand together ("Chính thức, miễn sinh hoạt").
pub(super) fn status(text: &str) -> Result<Status, Fault> {
    // "CT" is official, but in "miễn CT, SH" it is work.
    let key = names::fold(text).replace("mien ct", "mien");
    let has = |words: &str| format!(" {key} ").contains(&format!(" {words} "));
    let any = |choices: &[&str]| choices.iter().any(|words| has(words));
    let official = any(&["chinh thuc", "ct", "dvct"]) && !has("chua chinh thuc");
    let probationary = any(&["du bi", "db", "dvdb"]);
    let status = Status {
        grade: match (official, probationary) {
            (true, true) => {
                return Err(Fault::new(
                    Sentence::new("import-status-both"),
                    Sentence::new("import-status-remedy"),
                ));
            }
            (true, false) => Some(MemberGrade::Official),
            (false, true) => Some(MemberGrade::Probationary),
            (false, false) => None,
        },
        state: state(&has),
        leaving: leaving(text),
    };
    // A temporary move is a state, not a leaving.
    let status = if status.state.is_some() { Status { leaving: None, ..status } } else { status };
    if status == Status::default() {
        return Err(Fault::new(
            Sentence::new("import-status-unknown"),
            Sentence::new("import-status-remedy"),
        ));
    }
    Ok(status)
}

fn state(has: &dyn Fn(&str) -> bool) -> Option<StandingState> {
    let any = |choices: &[&str]| choices.iter().any(|words| has(words));
    Some(match () {
        () if has("mien") || has("msh") => StandingState::Exempt,
        () if any(&["tam thoi", "tam chuyen"]) && has("den") => StandingState::Visiting,
        () if any(&["tam thoi", "tam chuyen"]) => StandingState::Away,
        () if has("dinh chi") => StandingState::Suspended,
        () if any(&["213", "noi cu tru"]) => StandingState::Residence,
        () if any(&["dang sinh hoat", "dang hoat dong", "binh thuong", "sinh hoat binh thuong"]) => {
            StandingState::Active
        }
        () => return None,
    })
}

/// How a member left, in words.
pub(super) fn leaving(text: &str) -> Option<Leaving> {
    let key = names::fold(text);
    let any =
        |choices: &[&str]| choices.iter().any(|words| format!(" {key} ").contains(&format!(" {words} ")));
    Some(match () {
        () if any(&["tu tran", "qua doi", "chet", "da mat"]) || key == "mat" => Leaving::Deceased,
        () if any(&["khai tru"]) => Leaving::Expelled,
        () if any(&["xoa ten", "dua ra khoi danh sach"]) => Leaving::Removed,
        () if any(&["xin ra", "tu nguyen ra", "xin ra khoi dang"]) => Leaving::Resigned,
        () if any(&["chuyen di", "da chuyen", "chuyen sinh hoat", "chuyen chinh thuc", "chuyen shd"]) => {
            Leaving::Transferred
        }
        () => return None,
    })
}

/// The party office named first in a column of offices and posts, and the other posts named there.
pub(super) fn offices(text: &str) -> (Option<Office>, String) {
    let mut office = None;
    let mut posts = Vec::new();
    for part in text.split([',', ';', '/', '\n', '+']).map(names::tidy) {
        let key = names::fold(&part);
        match party_office(&key) {
            Some(found) => office = office.or(Some(found)),
            None if matches!(key.as_str(), "" | "dang vien" | "dv") => {}
            None => posts.push(part),
        }
    }
    (office, posts.join(", "))
}

fn party_office(key: &str) -> Option<Office> {
    let starts =
        |words: &[&str]| words.iter().any(|word| key == *word || key.starts_with(&format!("{word} ")));
    Some(match () {
        () if starts(&["pho bi thu", "pbt"]) => Office::Deputy,
        () if starts(&["bi thu", "bt"]) && !key.contains("doan") => Office::Secretary,
        () if starts(&["chi uy vien", "chi uy", "cuv", "cap uy vien", "dang uy vien", "duv"]) => {
            Office::CommitteeMember
        }
        () => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Chính thức", Some(MemberGrade::Official), None, None)]
    #[case("ĐV dự bị", Some(MemberGrade::Probationary), None, None)]
    #[case("DB", Some(MemberGrade::Probationary), None, None)]
    #[case("Miễn sinh hoạt", None, Some(StandingState::Exempt), None)]
    #[case("Chính thức, miễn CT và SH", Some(MemberGrade::Official), Some(StandingState::Exempt), None)]
    #[case("Miễn CT, SH", None, Some(StandingState::Exempt), None)]
    #[case("Chuyển tạm thời đi", None, Some(StandingState::Away), None)]
    #[case("Chuyển sinh hoạt tạm thời đến", None, Some(StandingState::Visiting), None)]
    #[case("Đình chỉ sinh hoạt", None, Some(StandingState::Suspended), None)]
    #[case("Đảng viên 213", None, Some(StandingState::Residence), None)]
    #[case("Từ trần", None, None, Some(Leaving::Deceased))]
    #[case("Xóa tên", None, None, Some(Leaving::Removed))]
    #[case("XOÁ TÊN", None, None, Some(Leaving::Removed))]
    #[case("Khai trừ", None, None, Some(Leaving::Expelled))]
    #[case("Xin ra khỏi Đảng", None, None, Some(Leaving::Resigned))]
    #[case("Chuyển đi", None, None, Some(Leaving::Transferred))]
    fn words_of_status_are_known(
        #[case] text: &str,
        #[case] grade: Option<MemberGrade>,
        #[case] state: Option<StandingState>,
        #[case] leaving: Option<Leaving>,
    ) {
        assert_eq!(status(text), Ok(Status { grade, state, leaving }));
    }

    #[rstest]
    #[case("Chính thức/Dự bị", "import-status-both")]
    #[case("Tốt", "import-status-unknown")]
    fn other_words_are_refused(#[case] text: &str, #[case] reason: &str) {
        assert_eq!(status(text).unwrap_err().reason.key, reason);
    }

    #[rstest]
    #[case("Bí thư chi bộ", Some(Office::Secretary), "")]
    #[case("Phó Bí thư, Phó Chủ tịch", Some(Office::Deputy), "Phó Chủ tịch")]
    #[case("Giám đốc\nChi ủy viên", Some(Office::CommitteeMember), "Giám đốc")]
    #[case("Bí thư Đoàn phường", None, "Bí thư Đoàn phường")]
    #[case("Đảng viên", None, "")]
    fn offices_are_known_among_posts(
        #[case] written: &str,
        #[case] office: Option<Office>,
        #[case] posts: &str,
    ) {
        assert_eq!(offices(written), (office, posts.to_owned()));
    }
}
