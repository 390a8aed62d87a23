//! The routes of the house as a list that can be walked: a route that is not in the list cannot be reached, so a test
//! that walks it sees every one.

use std::convert::Infallible;

use axum::{
    Router,
    handler::Handler,
    http::Method,
    middleware,
    routing::{MethodFilter, MethodRouter, on},
};

use crate::drawn;

/// One route: how it is asked for and what answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The method.
    pub method: Method,
    /// The path as axum writes it, e.g. `/meetings/{meeting}/closure`.
    pub path: String,
    /// The handler's path inside this crate, e.g. `pages::meetings::closure::create`.
    pub action: String,
}

/// Routes with their handlers, being gathered. `S` is the state the handlers take.
#[derive(Debug)]
pub struct Routes<S = ()> {
    router: Router<S>,
    list: Vec<Entry>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self::new()
    }
}

macro_rules! method {
    ($($(#[$meta:meta])* $name:ident = $method:ident),+ $(,)?) => { $(
        $(#[$meta])*
        #[must_use]
        pub fn $name<H: Handler<T, S>, T: 'static>(self, path: &'static str, handler: H) -> Self {
            self.add::<H, T>(Method::$method, MethodFilter::$method, path, handler)
        }
    )+ };
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// No routes yet.
    pub fn new() -> Self {
        Self { router: Router::new(), list: Vec::new() }
    }

    method! {
        /// Adds a route that reads.
        get = GET,
        /// Adds a route that does a deed, or makes something.
        post = POST,
        /// Adds a route that puts something as it is given.
        put = PUT,
        /// Adds a route that changes part of something.
        patch = PATCH,
        /// Adds a route that undoes a deed, or takes something away.
        delete = DELETE,
    }

    fn add<H: Handler<T, S>, T: 'static>(
        mut self,
        method: Method,
        filter: MethodFilter,
        path: &'static str,
        handler: H,
    ) -> Self {
        let full = std::any::type_name::<H>();
        let action = full.split_once("::").map_or(full, |(_, inside)| inside).to_owned();
        self.list.push(Entry { method, path: path.to_owned(), action });
        let one: MethodRouter<S, Infallible> = on(filter, handler);
        self.router = self.router.route(path, one);
        self
    }

    /// Adds a router together with what it answers.
    #[must_use]
    pub(crate) fn with_router(mut self, entries: Vec<Entry>, router: Router<S>) -> Self {
        self.list.extend(entries);
        self.router = self.router.merge(router);
        self
    }

    /// These routes and those.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.router = self.router.merge(other.router);
        self.list.extend(other.list);
        self
    }

    /// These routes, whose pages are drawn once for a state of the store: see [`drawn::once`].
    #[must_use]
    pub(crate) fn drawn_once(mut self) -> Self {
        self.router = self.router.route_layer(middleware::from_fn(drawn::once));
        self
    }

    /// Every route, in the order it was added.
    pub fn list(&self) -> &[Entry] {
        &self.list
    }

    /// The router that answers them.
    pub fn into_router(self) -> Router<S> {
        self.router
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    async fn list() {}
    async fn call() {}

    #[test]
    fn every_route_is_listed_with_the_name_of_its_handler() {
        let more = Routes::<()>::new().delete("/meetings/{meeting}/call", call);
        let routes = Routes::new().get("/meetings", list).post("/meetings/{meeting}/call", call).merge(more);
        let listed: Vec<_> =
            routes.list().iter().map(|e| format!("{} {} {}", e.method, e.path, e.action)).collect();
        assert_eq!(
            listed,
            [
                "GET /meetings routes::tests::list",
                "POST /meetings/{meeting}/call routes::tests::call",
                "DELETE /meetings/{meeting}/call routes::tests::call",
            ]
        );
        let _router: Router = routes.into_router();
    }
}
