//! Codes that a telephone reads: an address or a secret as a square of dark and light, drawn as SVG.

use qrcode::{EcLevel, QrCode, render::svg};

/// The text as a QR code, in SVG; `None` if it is too long for one (more than 2,331 bytes).
pub fn qr(text: &str) -> Option<String> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(200, 200).quiet_zone(true).build();
    // The declaration before the drawing belongs to a file, not into a page.
    drawn.find("<svg").map(|start| drawn[start..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_becomes_a_square() {
        let drawn = qr("http://nennep.test/invitations?code=ACDE-FGHJ").unwrap();
        assert!(drawn.starts_with("<svg") && drawn.ends_with("</svg>"));
        assert!(!drawn.contains("style=") && !drawn.contains("nennep.test"));
        assert!(qr(&"x".repeat(3_000)).is_none());
    }
}
