//! A device by the words of people: "Firefox trên Windows", read from what its browser says of itself.

use super::Words;

/// Browsers by the word in what they say, the telling ones first: most say that they are several.
const BROWSERS: [(&str, &str); 6] = [
    ("Edg", "Edge"),
    ("coc_coc", "Cốc Cốc"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Systems, the telling ones first.
const SYSTEMS: [(&str, &str); 6] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS", "macOS"),
    ("Linux", "Linux"),
];

impl Words {
    /// A device as people know it; what is not known is said as it came, or as not known.
    pub fn device(self, agent: &str) -> String {
        let known = |list: &[(&str, &'static str)]| {
            list.iter().find(|(word, _)| agent.contains(word)).map(|(_, name)| *name)
        };
        match (known(&BROWSERS), known(&SYSTEMS)) {
            (Some(browser), Some(system)) => {
                self.with("account-device", &[("browser", browser.into()), ("system", system.into())])
            }
            _ if agent.trim().is_empty() => self.t("account-device-unknown"),
            _ => agent.chars().take(60).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn devices_are_named_as_people_know_them() {
        let vi = Words::of(Locale::Vi);
        let chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Safari/537.36";
        assert_eq!(vi.device(chrome), "Chrome trên Windows");
        assert_eq!(vi.device(&format!("{chrome} Edg/138.0")), "Edge trên Windows");
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(vi.device(phone), "Safari trên iPhone");
        assert_eq!(vi.device("curl/8"), "curl/8");
        assert_eq!(vi.device(" "), "Máy không rõ");
    }
}
