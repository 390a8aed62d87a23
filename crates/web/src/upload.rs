//! A form with a file: read piece by piece, so that no more than the greatest size is ever held, and told plainly when
//! there was more.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    response::{IntoResponse, Response},
};

use crate::{errors::Failure, forms::Typed};

/// The greatest size of a whole form: what lies beyond is not even read to its end.
const MOST_OF_FORM: usize = 64 * 1024 * 1024;
/// The greatest size of a field that is no file.
const MOST_OF_FIELD: usize = 64 * 1024;

/// A file that was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// The name it had on the sender's machine; empty if none was chosen.
    pub name: String,
    /// Its bytes; cut off after the greatest size, so that one byte more shows that there was more.
    pub bytes: Vec<u8>,
}

/// A form with one file of at most `MOST` bytes. What is larger comes as `MOST + 1` bytes: the check of the file refuses
/// it in its own words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload<const MOST: usize> {
    /// The fields that are no file.
    pub typed: Typed,
    /// The file, if the form had a field for one.
    pub file: Option<Sent>,
}

impl<const MOST: usize, S: Send + Sync> FromRequest<S> for Upload<MOST> {
    type Rejection = Response;
    async fn from_request(mut request: Request, state: &S) -> Result<Self, Response> {
        DefaultBodyLimit::max(MOST_OF_FORM).apply(&mut request);
        let form = Multipart::from_request(request, state).await.map_err(IntoResponse::into_response)?;
        read(form).await.map_err(|refused| refused.unwrap_or_else(|| Failure::not_readable().into_response()))
    }
}

async fn read<const MOST: usize>(mut form: Multipart) -> Result<Upload<MOST>, Option<Response>> {
    let mut upload = Upload { typed: Typed::default(), file: None };
    while let Some(mut field) = form.next_field().await.map_err(|refused| Some(refused.into_response()))? {
        let name = field.name().ok_or(None)?.to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let most = if file_name.is_some() { MOST } else { MOST_OF_FIELD };
        let mut bytes = Vec::new();
        while let Some(piece) = field.chunk().await.map_err(|refused| Some(refused.into_response()))? {
            let room = (most + 1).saturating_sub(bytes.len());
            bytes.extend_from_slice(&piece[..piece.len().min(room)]);
        }
        match file_name {
            Some(name) => upload.file = Some(Sent { name, bytes }),
            None => upload.typed.set(name, String::from_utf8(bytes).map_err(|_| None)?),
        }
    }
    Ok(upload)
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, http::header};

    use super::*;

    async fn sent(body: &[u8]) -> Result<Upload<8>, Response> {
        let request = Request::builder()
            .method("POST")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
            .body(Body::from(body.to_vec()))
            .unwrap();
        Upload::from_request(request, &()).await
    }

    fn form(name: &str, bytes: &str) -> Vec<u8> {
        format!(
            "--x\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\nmột\r\n--x\r\nContent-Disposition: form-data; \
             name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/html\r\n\r\n{bytes}\r\n--x--\r\n"
        )
        .into_bytes()
    }

    #[tokio::test]
    async fn fields_and_file_are_read() {
        let upload = sent(&form("Đề cương.pdf", "%PDF-1.7")).await.unwrap();
        assert_eq!(upload.typed.get("id"), "một");
        let file = upload.file.unwrap();
        assert_eq!((file.name.as_str(), file.bytes.as_slice()), ("Đề cương.pdf", b"%PDF-1.7".as_slice()));
    }

    #[tokio::test]
    async fn what_is_too_large_is_cut_off_just_behind_the_limit() {
        let upload = sent(&form("a.pdf", &"x".repeat(100_000))).await.unwrap();
        assert_eq!(upload.file.unwrap().bytes.len(), 9);
    }

    #[tokio::test]
    async fn what_is_no_form_is_refused() {
        assert!(sent(b"nothing of the kind").await.is_err());
        assert!(sent(&form("a.pdf", "12345678")[..60]).await.is_err(), "cut off on the way");
    }
}
