//! Registers taken in and written out: files, exit codes, one JSON value, and death in the middle.

mod import;
mod killed;

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

const ORGANISATIONS: &str = "Mã;Tên tổ chức đảng\n38.168.000;Đảng bộ phường Bình Minh\n\
    38.168.000.001;Chi bộ Tổ dân phố số 1\n38.168.000.002;Chi bộ Trạm Y tế\n";
const HEAD: &str = "Họ và tên;Ngày sinh;Số thẻ;Ngày vào Đảng;Mã chi bộ\n";

/// A data folder with files beside it.
struct Office {
    folder: TempDir,
}

impl Office {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With three organisations taken in.
    fn with_organisations() -> Self {
        let office = Self::new();
        let list = office.file("organisations.csv", ORGANISATIONS);
        assert_eq!(office.run(&["import", "organisations", &list]).status.code(), Some(0));
        office
    }

    fn file(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        std::fs::write(self.path(name), text).unwrap();
        self.path(name).display().to_string()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = nennep(&self.path("data"));
        command.args(arguments);
        command
    }

    fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// The exit code and the one JSON value on standard output.
    fn json(&self, arguments: &[&str]) -> (Option<i32>, Value) {
        let output = self.run(&[arguments, &["--json"]].concat());
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        let errors = String::from_utf8_lossy(&output.stderr);
        let value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text} {errors}"));
        (output.status.code(), value)
    }
}

fn nennep(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nennep"));
    command.arg("--data").arg(data).env("LC_ALL", "vi_VN.UTF-8").env("NENNEP__LOG__FILTER", "warn");
    command
}
