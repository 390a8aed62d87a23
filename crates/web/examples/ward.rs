//! Serves the small world of the tests, for looking at: one ward, four cells, four months of meetings; every account has
//! the same password. `cargo run --workspace --example ward -- 8100`.

#![expect(clippy::unwrap_used, reason = "a world that cannot be made is not worth looking at")]
#![expect(clippy::print_stdout, reason = "an example says where to look")]

use std::net::SocketAddr;

use jiff::civil::date;
use nennep_app::accounts;
use nennep_testkit::{Engine, World};

const PASSWORD: &str = "nền nếp thành nếp";

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(8100);
    let world = World::new(Engine::Sqlite).await;
    for month in [8, 9, 10] {
        world.hold_meeting(date(2026, month, 5)).await;
    }
    world.call_meeting(date(2026, 11, 5)).await;
    world.test.at(date(2026, 11, 4).at(8, 0, 0, 0));
    let app = &world.test.app;
    let all = [
        ("bithu", world.secretary),
        ("phobithu", world.deputy),
        ("dangvien", world.member),
        ("theodoi", world.overseer),
        ("bithuphuong", world.leader),
        ("tochuc", world.office),
        ("kiemtra", world.inspector),
        ("quantri", world.administrator),
        ("bithu2", world.stranger),
    ];
    for (login, account) in all {
        let invitation = accounts::invite(&app.as_system(), account).await.unwrap();
        accounts::accept(app, &invitation.code, PASSWORD).await.unwrap();
        println!("{login:<14} {PASSWORD}");
    }
    println!("http://127.0.0.1:{port}");
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    let house = nennep_web::house::house(app).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(listener, house).await
}
