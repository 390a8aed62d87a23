//! The room: a meeting opened, run, closed and recorded through its forms alone, without scripts.

mod lived;
mod refused;
mod side_by_side;

use jiff::civil::date;
use nennep_domain::ids::MeetingId;
use nennep_testkit::Engine;

use crate::{
    asking::{Answer, Browser, House},
    forms::{Form, form, forms},
};

/// The secretary before a called meeting, on its evening.
pub(super) async fn evening(engine: Engine) -> (House, Browser, MeetingId) {
    let house = House::new(engine).await;
    let meeting = house.world.call_meeting(date(2026, 11, 5)).await;
    house.world.test.at(date(2026, 11, 5).at(19, 32, 0, 0));
    let secretary = house.signed_in(house.world.secretary).await;
    (house, secretary, meeting)
}

/// The room after the opening, through its form; the minute-taker is member 5.
pub(super) async fn opened(house: &House, secretary: &Browser, meeting: MeetingId) -> Answer {
    let page = secretary.get(&format!("/meetings/{meeting}/room")).await;
    let taker = house.world.members[5].to_string();
    let chair = house.world.members[0].to_string();
    let opening = form(page.page(), "/opening").with(&[("chair", &chair), ("minute_taker", &taker)]);
    done(secretary, &opening).await
}

/// The page a form leads to when it is sent.
pub(super) async fn done(browser: &Browser, form: &Form) -> Answer {
    let answer = form.send(browser).await;
    browser.follow(&answer).await
}

/// The form of the one next step.
pub(super) fn next_step(page: &str) -> Form {
    let bar = page.split("class=\"act room-act\"").nth(1).unwrap();
    forms(bar).into_iter().next_back().unwrap()
}

/// Where the item of this title lies open.
pub(super) fn item_path(page: &str, kind_of_title: &str) -> String {
    let line = page.split("<a class=\"room-line\" href=\"").skip(1);
    let found = line.filter_map(|rest| rest.split_once("</a>")).map(|(line, _)| line);
    let line = found.into_iter().find(|line| line.contains(kind_of_title)).unwrap();
    line.split(['"', '#']).next().unwrap().to_owned()
}
