//! The routes of the API: each is added once and stands in both the house's list of routes and the document.

use axum::Router;
use nennep_app::App;
use utoipa::openapi::{
    OpenApi, PathItem,
    path::{HttpMethod, Operation},
};
use utoipa_axum::router::UtoipaMethodRouter;

use crate::routes::{Entry, Routes};

/// Routes with what the document says of them, being gathered.
pub(crate) struct Api {
    pub(crate) routes: Routes<App>,
    pub(crate) document: OpenApi,
}

impl Api {
    pub(crate) fn new() -> Self {
        Self { routes: Routes::new(), document: OpenApi::default() }
    }

    /// Adds the operations of one path.
    pub(crate) fn with(mut self, (schemas, paths, answers): UtoipaMethodRouter<App>) -> Self {
        for (path, item) in paths.paths {
            let entries = operations(&item).into_iter().map(|(method, operation)| Entry {
                method,
                path: path.clone(),
                action: operation.operation_id.clone().unwrap_or_default(),
            });
            let router = Router::new().route(&path, answers.clone());
            self.routes = self.routes.with_router(entries.collect(), router);
            match self.document.paths.paths.get_mut(&path) {
                Some(there) => there.merge_operations(item),
                None => drop(self.document.paths.paths.insert(path, item)),
            }
        }
        self.document.components.get_or_insert_default().schemas.extend(schemas);
        self
    }

    /// These and those.
    pub(crate) fn merge(mut self, other: Self) -> Self {
        self.routes = self.routes.merge(other.routes);
        self.document.merge(other.document);
        self
    }
}

/// The operations of a path with their methods.
pub(super) fn operations(item: &PathItem) -> Vec<(axum::http::Method, &Operation)> {
    use axum::http::Method;
    let found = [
        (Method::GET, &item.get),
        (Method::POST, &item.post),
        (Method::PUT, &item.put),
        (Method::PATCH, &item.patch),
        (Method::DELETE, &item.delete),
    ];
    found.into_iter().filter_map(|(method, operation)| Some((method, operation.as_ref()?))).collect()
}

/// The same, to be completed.
pub(super) fn operations_mut(item: &mut PathItem) -> Vec<(HttpMethod, &mut Operation)> {
    let found = [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Patch, &mut item.patch),
        (HttpMethod::Delete, &mut item.delete),
    ];
    found.into_iter().filter_map(|(method, operation)| Some((method, operation.as_mut()?))).collect()
}
