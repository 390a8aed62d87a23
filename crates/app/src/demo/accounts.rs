//! The sample's accounts: everybody who holds an office, and some members. One password opens them all; its hash is
//! computed once.

use std::collections::{BTreeMap, BTreeSet};

use nennep_domain::{
    accounts::OfficeTerm,
    ids::{AccountId, MemberId},
};
use nennep_store::accounts::{Account, login_key};
use serde::Serialize;

use super::{
    blueprint::{Blueprint, entered_at},
    census::{Known, Remembered},
    dice::Dice,
    offices::seat,
    sample::{Sample, Scale},
};
use crate::error::Result;

/// An account of the sample that is printed for whoever tries it out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// What its owner is: a key of the words of the command line.
    pub role: &'static str,
    /// The login.
    pub login: &'static str,
    /// The password.
    pub password: String,
}

/// The printed accounts: role and login.
const ROLES: [(&str, &str); 8] = [
    ("secretary", "bithu"),
    ("deputy", "phobithu"),
    ("member", "dangvien"),
    ("overseer", "theodoi"),
    ("organisation_office", "tochuc"),
    ("inspection_committee", "kiemtra"),
    ("leader", "bithuphuong"),
    ("administrator", "quantri"),
];

/// The place of the printed ordinary member in the main residential cell.
pub(super) const MEMBER: usize = 6;

/// The printed accounts of a sample, with login and password.
pub fn printed(sample: &Sample) -> Vec<Printed> {
    let password = password(sample.seed);
    ROLES.iter().map(|(role, login)| Printed { role, login, password: password.clone() }).collect()
}

/// The password of all accounts of a sample; the same for the same seed. Never for anything real.
pub(super) fn password(seed: u64) -> String {
    const FIRST: [&str; 8] = ["tre", "sen", "dua", "lua", "mai", "thong", "cau", "dau"];
    const SECOND: [&str; 8] = ["xanh", "hong", "vang", "ngot", "thom", "non", "cao", "trong"];
    let mut dice = Dice::of(seed, "password", 0);
    format!("{}-{}-{}", dice.pick(&FIRST), dice.pick(&SECOND), dice.between(1000, 9999))
}

/// The id of a member's account, by the member's number.
pub(super) fn account_of(sample: &Sample, number: usize) -> AccountId {
    AccountId(Dice::of(sample.seed, "account", number).id(entered_at()))
}

/// The administrator's account.
pub(super) fn administrator(sample: &Sample) -> AccountId {
    AccountId(Dice::of(sample.seed, "account", usize::MAX).id(entered_at()))
}

/// All accounts of a sample.
pub(super) fn accounts(
    sample: &Sample,
    blueprint: &Blueprint,
    remembered: &[Remembered],
    terms: &[OfficeTerm],
    hash: &str,
) -> Vec<Account> {
    let roles = logins_of_roles(blueprint, remembered);
    let in_office: BTreeSet<MemberId> = terms.iter().filter_map(|term| term.member).collect();
    let mut taken: BTreeMap<String, u32> = roles.values().map(|login| (login_key(login), 1)).collect();
    let mut found =
        vec![account(administrator(sample), "quantri", "Cán bộ công nghệ thông tin", "", None, hash)];
    let mut dice = Dice::of(sample.seed, "accounts", 0);
    for one in remembered {
        let others = one.reachable.iter().filter(|_| sample.scale == Scale::Ward && dice.happens(50));
        let leaders =
            one.leaders.iter().filter(|known| in_office.contains(&known.id) || roles.contains_key(&known.id));
        for known in leaders.chain(others) {
            let login = roles
                .get(&known.id)
                .map_or_else(|| free(&mut taken, &known.name), |login| (*login).to_owned());
            let id = account_of(sample, known.number);
            found.push(account(id, &login, &known.name, &known.email, Some(known.id), hash));
        }
    }
    found
}

/// A login made of a name; from the second of the same name on with a number.
fn free(taken: &mut BTreeMap<String, u32>, name: &str) -> String {
    let key = login_key(name);
    let count = taken.entry(key.clone()).or_default();
    *count += 1;
    if *count == 1 { key } else { format!("{key}{count}") }
}

fn logins_of_roles(blueprint: &Blueprint, remembered: &[Remembered]) -> BTreeMap<MemberId, &'static str> {
    let mut mains =
        blueprint.cells.iter().filter(|cell| cell.is_main).map(|cell| &remembered[cell.index].leaders);
    let (residential, agency) = (mains.next(), mains.next());
    let seats = [
        (residential, 0, "bithu"),
        (residential, 1, "phobithu"),
        (residential, MEMBER, "dangvien"),
        (agency, seat::OVERSEER, "theodoi"),
        (agency, seat::ORGANISATION_OFFICE, "tochuc"),
        (agency, seat::INSPECTOR, "kiemtra"),
        (agency, seat::SECRETARY, "bithuphuong"),
    ];
    let known = |leaders: Option<&Vec<Known>>, at: usize| Some(leaders?.get(at)?.id);
    seats.iter().filter_map(|(leaders, at, login)| Some((known(*leaders, *at)?, *login))).collect()
}

fn account(
    id: AccountId,
    login: &str,
    name: &str,
    email: &str,
    member: Option<MemberId>,
    hash: &str,
) -> Account {
    Account {
        id,
        login: login.to_owned(),
        name: name.to_owned(),
        email: email.to_owned(),
        member,
        password_hash: Some(hash.to_owned()),
        totp_secret: None,
        totp_confirmed_at: None,
        totp_last_step: None,
        created_at: entered_at(),
        disabled_at: None,
    }
}

/// The hash of the sample's password; its salt follows from the seed, so that the same sample is the same to the byte.
pub(super) async fn hash(sample: &Sample) -> Result<String> {
    let salt = Dice::of(sample.seed, "salt", 0).id(entered_at());
    crate::accounts::hash_of_sample(&password(sample.seed), salt.as_bytes()).await
}
