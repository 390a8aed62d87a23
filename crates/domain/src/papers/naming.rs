//! What papers call an organisation: the head names the organisation (đảng bộ), recipients name its committee (đảng ủy),
//! the date names the place. Registers write either, so each is made from the other.

use crate::names::fold;

/// An organisation's kind in front of its name, and its committee's: `Đảng bộ phường …` and `Đảng ủy phường …`.
const KINDS: [(&str, &str); 3] =
    [("Đảng bộ tỉnh", "Tỉnh ủy"), ("Đảng bộ thành phố", "Thành ủy"), ("Đảng bộ", "Đảng ủy")];

/// What stands before a place's own name.
const PLACES: [&str; 7] = ["phường", "xã", "đặc khu", "thị trấn", "thành phố", "tỉnh", "thôn"];

/// The organisation as the head of a paper names it: `Đảng ủy phường An Bình` gives `Đảng bộ phường An Bình`. A name that
/// begins otherwise stays as it is.
pub fn organisation_name(name: &str) -> String {
    swapped(name, |(organisation, committee)| (committee, organisation))
}

/// The committee as recipients and guests name it: `Đảng bộ phường An Bình` gives `Đảng ủy phường An Bình`.
pub fn committee_name(name: &str) -> String {
    swapped(name, |(organisation, committee)| (organisation, committee))
}

/// The place a paper is dated at: `Đảng bộ phường An Bình` gives `An Bình`.
pub fn place_name(name: &str) -> String {
    let bare = KINDS.iter().flat_map(|(organisation, committee)| [organisation, committee]);
    let bare = bare.filter_map(|kind| rest_after(name, kind)).min_by_key(|rest| rest.len()).unwrap_or(name);
    PLACES.iter().find_map(|kind| rest_after(bare, kind)).unwrap_or(bare).to_owned()
}

fn swapped(
    name: &str,
    order: impl Fn((&'static str, &'static str)) -> (&'static str, &'static str),
) -> String {
    let known = |(from, to)| Some((to, rest_after(name, from).or_else(|| rest_after(name, to))?));
    let found = KINDS.into_iter().map(order).find_map(known);
    found.map_or_else(|| name.trim().to_owned(), |(to, rest)| format!("{to} {rest}").trim().to_owned())
}

/// What follows `words` at the start of a name, however marks and capitals are written.
fn rest_after<'a>(name: &'a str, words: &str) -> Option<&'a str> {
    let name = name.trim();
    let count = words.split(' ').count();
    let mut ends = name.match_indices(' ').map(|(at, _)| at).chain([name.len()]);
    let end = ends.nth(count - 1)?;
    (fold(&name[..end]) == fold(words)).then(|| name[end..].trim_start())
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("Đảng bộ phường An Bình", "Đảng bộ phường An Bình", "Đảng ủy phường An Bình", "An Bình")]
    #[case("ĐẢNG UỶ xã Bình Minh", "Đảng bộ xã Bình Minh", "Đảng ủy xã Bình Minh", "Bình Minh")]
    #[case("Đảng bộ tỉnh Bắc Hà", "Đảng bộ tỉnh Bắc Hà", "Tỉnh ủy Bắc Hà", "Bắc Hà")]
    #[case("Thành ủy Sông Lam", "Đảng bộ thành phố Sông Lam", "Thành ủy Sông Lam", "Sông Lam")]
    #[case(
        "Đảng bộ Công ty Dệt may",
        "Đảng bộ Công ty Dệt may",
        "Đảng ủy Công ty Dệt may",
        "Công ty Dệt may"
    )]
    #[case(
        "Chi bộ cơ sở Trạm Y tế",
        "Chi bộ cơ sở Trạm Y tế",
        "Chi bộ cơ sở Trạm Y tế",
        "Chi bộ cơ sở Trạm Y tế"
    )]
    #[case("", "", "", "")]
    fn organisations_committees_and_places(
        #[case] name: &str,
        #[case] organisation: &str,
        #[case] committee: &str,
        #[case] place: &str,
    ) {
        assert_eq!(organisation_name(name), organisation);
        assert_eq!(committee_name(name), committee);
        assert_eq!(place_name(name), place);
    }
}
