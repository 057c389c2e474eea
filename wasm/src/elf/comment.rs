//! `.comment`: the strings compilers and linkers leave.
use super::view::{Stop, View};
use crate::limits::COMMENTS;

/// The distinct strings in order; at most [`COMMENTS`], what follows is dropped.
pub fn strings(view: &View, bytes: &[u8]) -> Result<Vec<String>, Stop> {
    let mut seen: Vec<&[u8]> = Vec::new();
    for string in bytes.split(|byte| *byte == 0) {
        if !string.is_empty() && !seen.contains(&string) {
            seen.push(string);
            if seen.len() == COMMENTS {
                break;
            }
        }
    }
    seen.into_iter().map(|string| view.text(string)).collect()
}
