//! The larger parts of the room's page, each a template of its own. A template becomes one function, and a function of the whole page takes the
//! compiler longer than all other pages together.

use std::ops::Deref;

use askama::{Template, filters::HtmlSafe};

use super::{criticism::Round, item::OpenItem, page::Room, start::Start};

/// Parts of the page: each sees all that the page is drawn with, and what stands in its braces. `room.part(…)` draws it.
macro_rules! parts {
    ($(#[doc = $about:literal] #[template($($template:tt)*)] $part:ident, $method:ident { $($field:ident: $of:ty),* })*) => {
        impl Room {$(
            pub(super) fn $method<'a>(&'a self, $($field: &'a $of),*) -> $part<'a> {
                $part { room: self, $($field),* }
            }
        )*}
        $(
            #[doc = $about]
            #[derive(Template)]
            #[template($($template)*)]
            pub(super) struct $part<'a> {
                room: &'a Room,
                $($field: &'a $of,)*
            }
            impl Deref for $part<'_> {
                type Target = Room;
                fn deref(&self) -> &Room {
                    self.room
                }
            }
            impl HtmlSafe for $part<'_> {}
        )*
    };
}

parts! {
    /// What opens the meeting.
    #[template(path = "meetings/room/start.html")]
    Beginning, beginning { start: Start }

    /// The tasks that are due, with what became of them.
    #[template(path = "meetings/room/due.html")]
    Due, due { item: OpenItem }

    /// The round of criticism and self-criticism.
    #[template(path = "meetings/room/criticism.html")]
    Criticism, criticism { item: OpenItem, round: Round }

    /// What was said under an item.
    #[template(path = "meetings/room/remarks.html")]
    Remarks, remarks { item: OpenItem }

    /// What was put to the vote under an item.
    #[template(path = "meetings/room/motions.html")]
    Motions, motions { item: OpenItem }

    /// The tasks set under an item.
    #[template(path = "meetings/room/tasks.html")]
    Tasks, tasks { item: OpenItem }

    /// Who is there, beside the item that lies open.
    #[template(path = "meetings/room/people.html")]
    Side, side { item: OpenItem }
}
