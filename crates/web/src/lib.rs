//! Pages and the API: what a browser or a program sees of the house, and nothing else.
//!
//! Pages are askama templates in files with words from Fluent. They work without scripts; the elements of `islands/`
//! make them better. Every page is one of [`layout::Page`] and is put together in [`front`].

pub mod api;
pub mod assets;
pub mod components;
mod download;
mod drawn;
pub mod errors;
pub mod forms;
pub mod front;
pub mod house;
pub mod layout;
pub mod pages;
pub mod path;
pub mod routes;
pub mod saving;
pub mod security;
pub mod session;
pub mod upload;
pub mod words;
