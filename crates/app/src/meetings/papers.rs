//! Papers attached to a meeting: posted a day before, opened by those called.

use nennep_domain::{
    accounts::permission::Action,
    ids::{ItemId, MeetingId, PaperId},
    meetings::Paper,
    names,
    problems::Sentence,
};
use nennep_store::meetings;

use super::{agenda::found, load::load, register::finish};
use crate::{
    Ctx, boxed,
    error::{Error, Result},
    keys::sha256,
};

/// The most bytes of one paper.
pub const MOST_BYTES: usize = 20 * 1024 * 1024;

/// What a file's first bytes say it is; only papers, pictures and plain text are taken.
const KINDS: &[(&[u8], &str, &str)] = &[
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
    (b"PK\x03\x04", "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (b"PK\x03\x04", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"PK\x03\x04", "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    (b"PK\x03\x04", "odt", "application/vnd.oasis.opendocument.text"),
    (b"PK\x03\x04", "ods", "application/vnd.oasis.opendocument.spreadsheet"),
    (b"\xd0\xcf\x11\xe0", "doc", "application/msword"),
    (b"\xd0\xcf\x11\xe0", "xls", "application/vnd.ms-excel"),
];

/// The media type of a file, from its content and its name's ending together; `None` for what is not taken.
fn media_type(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    let ending = if ending == "jpeg" { "jpg" } else { &ending };
    if ending == "txt" && std::str::from_utf8(bytes).is_ok() && !bytes.contains(&0) {
        return Some("text/plain; charset=utf-8");
    }
    KINDS
        .iter()
        .find(|(start, kind, _)| *kind == ending && bytes.starts_with(start))
        .map(|(_, _, media)| *media)
}

/// The name of a file as it is kept, with its media type; refused where it is empty, too big or of a kind that is not taken.
pub(crate) fn checked_file(name: &str, bytes: &[u8]) -> Result<(String, &'static str)> {
    let name: String =
        names::tidy(name.rsplit(['/', '\\']).next().unwrap_or_default()).chars().take(200).collect();
    if bytes.is_empty() {
        return Err(Error::invalid("file", Sentence::new("meetings-paper-empty")));
    }
    if bytes.len() > MOST_BYTES {
        return Err(Error::invalid("file", Sentence::new("meetings-paper-too-big").with("megabytes", 20)));
    }
    match media_type(&name, bytes) {
        Some(media_type) => Ok((name, media_type)),
        None => Err(Error::invalid("file", Sentence::new("meetings-paper-kind").with("name", name))),
    }
}

/// Attaches a paper to a meeting, or to one of its items; the same id posted twice is one paper.
#[boxed]
pub async fn attach(
    ctx: &Ctx,
    meeting: MeetingId,
    id: PaperId,
    item: Option<ItemId>,
    name: &str,
    bytes: &[u8],
) -> Result<()> {
    let (name, media_type) = checked_file(name, bytes)?;
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if let Some(item) = item {
        found(&mut tx, meeting, item).await?;
    }
    let paper = Paper {
        id,
        meeting,
        item,
        name,
        media_type: media_type.to_owned(),
        size: u64::try_from(bytes.len()).unwrap_or(u64::MAX),
        sha256: sha256(bytes),
        posted_at: ctx.now(),
        posted_by: ctx.actor.account,
    };
    meetings::insert_paper(&mut tx, &paper, bytes).await?;
    finish(ctx, tx, &loaded.meeting, "meeting.paper_posted", &[loaded.meeting.month]).await
}

/// Takes a paper away while the minutes can still be written; doing it twice is safe.
#[boxed]
pub async fn remove_paper(ctx: &Ctx, meeting: MeetingId, id: PaperId) -> Result<()> {
    let mut tx = ctx.store.write().await?;
    let loaded = load(ctx, &mut tx, meeting, Action::RunMeeting).await?;
    loaded.meeting.must_be_open_to_change().map_err(Error::refused)?;
    if meetings::find_paper(&mut tx, id).await?.is_some_and(|paper| paper.meeting == meeting) {
        meetings::delete_paper(&mut tx, id).await?;
    }
    finish(ctx, tx, &loaded.meeting, "meeting.paper_removed", &[loaded.meeting.month]).await
}

/// A paper with its bytes, for those who may read the meeting.
#[boxed]
pub async fn download(ctx: &Ctx, meeting: MeetingId, id: PaperId) -> Result<(Paper, Vec<u8>)> {
    let mut tx = ctx.store.read().await?;
    load(ctx, &mut tx, meeting, Action::ReadMeeting).await?;
    let paper = meetings::find_paper(&mut tx, id)
        .await?
        .filter(|paper| paper.meeting == meeting)
        .ok_or(Error::NotFound)?;
    let bytes = meetings::file_bytes(&mut tx, &paper.sha256).await?.ok_or(Error::NotFound)?;
    Ok((paper, bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_known_by_content_and_name_together() {
        assert_eq!(media_type("de-cuong.PDF", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(media_type("anh.jpeg", b"\xff\xd8\xff\xe0"), Some("image/jpeg"));
        assert_eq!(media_type("ghi chu.txt", "Ghi chú".as_bytes()), Some("text/plain; charset=utf-8"));
        for (name, bytes) in [
            ("trang.html", b"<script>".as_slice()),
            ("gia.pdf", b"MZ\x90"),
            ("a.txt", b"\0\0"),
            ("x", b"%PDF-"),
        ] {
            assert_eq!(media_type(name, bytes), None, "{name}");
        }
    }
}
