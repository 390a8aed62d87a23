//! A throw-away PostgreSQL server in a temporary folder, reached over its socket only.
//!
//! The first test that needs it starts it; all tests of the machine's user share it, each in a schema of its own. A
//! watchdog stops it and removes its data once no test has asked for it for two minutes.

use std::{
    fs::{File, create_dir_all},
    os::unix::fs::MetadataExt as _,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The address of the server's database, started if need be.
///
/// # Panics
/// If PostgreSQL is not installed or does not start: a missing server is a failed test, never a skipped one.
pub(crate) fn address() -> String {
    let folder = std::env::temp_dir().join(format!("nennep-test-postgres-{}", user_id()));
    create_dir_all(&folder).expect("a temporary folder for PostgreSQL");
    let lock = File::create(folder.join("lock")).expect("a lock file");
    lock.lock().expect("the lock on starting PostgreSQL");
    std::fs::write(folder.join("wanted"), "").expect("a note for the watchdog");
    if !answers(&folder) {
        start(&folder);
    }
    let host = folder.join("socket").display().to_string().replace('/', "%2F");
    format!("postgres://postgres@localhost/postgres?host={host}")
}

/// Tests may ask the system who runs them.
fn user_id() -> u32 {
    std::fs::metadata("/proc/self").map_or(0, |own| own.uid())
}

fn programs() -> PathBuf {
    let mut versions: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .expect("PostgreSQL is not installed: run bin/setup")
        .filter_map(|entry| Some(entry.ok()?.path().join("bin")))
        .filter(|bin| bin.join("initdb").exists())
        .collect();
    versions.sort();
    versions.pop().expect("PostgreSQL's server is not installed: run bin/setup")
}

/// PostgreSQL refuses to run as root: then it runs as the user its package made.
fn command(program: &Path) -> Command {
    if user_id() == 0 {
        let mut command = Command::new("runuser");
        command.args(["-u", "postgres", "--"]).arg(program);
        command
    } else {
        Command::new(program)
    }
}

fn run(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().expect("PostgreSQL's programs can be run");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

fn answers(folder: &Path) -> bool {
    let mut ready = command(&programs().join("pg_isready"));
    ready.arg("-q").arg("-h").arg(folder.join("socket"));
    ready.current_dir("/").stderr(Stdio::null()).status().is_ok_and(|status| status.success())
}

fn start(folder: &Path) {
    let (data, socket, bin) = (folder.join("data"), folder.join("socket"), programs());
    for old in [&data, &socket] {
        let _ = std::fs::remove_dir_all(old);
        create_dir_all(old).expect("a folder for PostgreSQL");
    }
    if user_id() == 0 {
        run(Command::new("chown").arg("postgres").arg(&data).arg(&socket));
    }
    run(command(&bin.join("initdb")).current_dir("/").arg("-D").arg(&data).args([
        "-U",
        "postgres",
        "-A",
        "trust",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]));
    let options = format!(
        "-c listen_addresses='' -c unix_socket_directories='{}' -c fsync=off -c synchronous_commit=off \
         -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB",
        socket.display()
    );
    // The server must not hold the test's output open, or the test runner waits for it.
    let mut server = command(&bin.join("pg_ctl"));
    server.current_dir("/").arg("-D").arg(&data).arg("-o").arg(options).args(["-w", "-t", "60", "-l"]);
    server.arg(data.join("log")).arg("start");
    let status = server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    assert!(
        status.is_ok_and(|status| status.success()),
        "PostgreSQL did not start: see {}/log",
        data.display()
    );
    watch(folder, &data, &bin);
}

/// Stops the server once nothing wanted it for two minutes: behind the same lock under which tests start it, so that it
/// never goes while one asks for it.
fn watch(folder: &Path, data: &Path, bin: &Path) {
    let stop = command(&bin.join("pg_ctl"));
    let stop: Vec<_> = std::iter::once(stop.get_program()).chain(stop.get_args()).collect();
    let stop = stop.join(" ".as_ref());
    let script = format!(
        "cd '{folder}' || exit
         idle() {{ ! find wanted -newermt '-120 seconds' 2>/dev/null | grep -q .; }}
         while sleep 5; do
           idle || continue
           exec 9>lock; flock 9
           if idle; then {stop} -D '{data}' -m immediate stop; rm -rf data socket wanted; exit; fi
           exec 9>&-
         done",
        folder = folder.display(),
        stop = stop.display(),
        data = data.display(),
    );
    // `setsid --fork` leaves at once and the watchdog goes on without a parent.
    let watchdog = Command::new("setsid")
        .args(["--fork", "sh", "-c", &script])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    assert!(watchdog.is_ok_and(|status| status.success()), "a watchdog for PostgreSQL");
}
