//! What some members of the sample said they can and would like to do, a year ago: this year's question still stands. All invented.

use jiff::civil::date;
use nennep_domain::{
    offers::{Offer, OfferList, Said},
    time::Instant,
};
use nennep_store::{WriteTx, offers};

use super::{
    census::{Known, Remembered},
    dice::Dice,
    sample::Sample,
};
use crate::error::Result;

/// Own words of some.
const WORDS: [&str; 6] = [
    "",
    "",
    "Rảnh buổi tối và chủ nhật.",
    "Có xe tải nhỏ, chở giúp được.",
    "Biết chụp ảnh, làm bảng tin.",
    "Đau lưng, không làm việc nặng được.",
];

/// Writes what the leaders and some others of each cell said.
pub(super) async fn write(tx: &mut WriteTx, sample: &Sample, remembered: &[Remembered]) -> Result<()> {
    let mut dice = Dice::of(sample.seed, "offers", 0);
    let list = OfferList::built_in();
    let day = date(sample.present.date().year().saturating_sub(1), 11, 20);
    for cell in remembered {
        let people: Vec<&Known> = cell.leaders.iter().chain(&cell.working).collect();
        for one in people {
            if !dice.happens(60) {
                continue;
            }
            let said = if dice.happens(12) {
                Said { nothing: true, ..Said::default() }
            } else {
                let mut skills = vec![dice.pick(&list.skills).key.clone()];
                let second = dice.pick(&list.skills).key.clone();
                if !skills.contains(&second) {
                    skills.push(second);
                }
                Said {
                    skills,
                    kinds: vec![dice.pick(&list.kinds).key.clone()],
                    words: (*dice.pick(&WORDS)).to_owned(),
                    hours_a_month: dice.happens(70).then(|| [2, 4, 6, 8, 10][dice.below(5)]),
                    nothing: false,
                }
            };
            let said_at = Instant::from_local(day.at(19, 30, 0, 0));
            offers::save(tx, &Offer { member: one.id, said, said_at }).await?;
        }
    }
    Ok(())
}
