//! Serves the patterns page and the error pages, for looking at: `cargo run -p nennep-web --example patterns -- 8099`.

use axum::{Router, extract::Request};
use nennep_domain::time::Instant;
use nennep_web::{
    front,
    layout::{Place, Reader},
    pages,
};
use tower::util::MapRequestLayer;

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let port = std::env::args().nth(1).and_then(|port| port.parse().ok()).unwrap_or(8099);
    let reader = Reader {
        id: "example".to_owned(),
        name: "Nguyễn Thị Bích Hạnh".to_owned(),
        organisation: "Chi bộ Tổ dân phố số 5".to_owned(),
        places: Place::ALL.to_vec(),
    };
    let signed_in = move |mut request: Request| {
        request.extensions_mut().insert(reader.clone());
        request
    };
    let routes: Router = pages::shared().into_router();
    let inside = front::inside(routes);
    let house = Router::new().fallback_service(tower::Layer::layer(&MapRequestLayer::new(signed_in), inside));
    #[expect(clippy::disallowed_methods, reason = "an example has no other clock")]
    let house = front::outside(house, || Instant::new(jiff::Timestamp::now()));
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, house).await
}
