//! GPU code and names read plainly, with the whole file at hand: what the scan is compared with.
use std::collections::{BTreeMap, BTreeSet};

use super::gpu::FATBIN;

/// Kind, architecture, the two suffix flags, PTX version.
pub type Target = (u16, u32, u8, (u16, u16));

/// What a file holds, in a form that does not depend on the order in which targets were met.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub containers: (usize, u64),
    pub damaged: usize,
    /// Entries, stored and inflated bytes.
    pub targets: BTreeMap<Target, (usize, u64, u64)>,
    pub sets: BTreeMap<BTreeSet<Target>, (usize, u64)>,
    pub places: Vec<(u64, u64)>,
    pub bundles: (usize, usize, u64),
    pub hip: BTreeMap<String, (usize, u64)>,
    pub names: BTreeSet<Vec<u8>>,
}

fn number(file: &[u8], at: usize, length: usize) -> u64 {
    file[at..at + length].iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The file read at once, with everything at hand.
pub fn plainly(file: &[u8]) -> Summary {
    let mut summary = Summary::default();
    // Where names are searched: all that is not inside a container.
    let mut region = 0;
    let mut at = 0;
    while at + 8 <= file.len() {
        let rest = &file[at..];
        let next = if rest.starts_with(&FATBIN) && rest.len() >= 80 {
            fatbin(file, at, &mut summary)
        } else if rest.starts_with(b"__CLANG_OFFLOAD_BUNDLE__") && rest.len() >= 32 {
            hip_bundle(file, at, &mut summary)
        } else if rest.starts_with(b"CCOB") && rest.len() >= 36 {
            hip_compressed(file, at, &mut summary)
        } else {
            None
        };
        if let Some(next) = next {
            names(&file[region..at], &mut summary.names);
            region = next;
            at = next.next_multiple_of(8);
        } else {
            at += 8;
        }
    }
    names(&file[region.min(file.len())..], &mut summary.names);
    summary
}

/// Where to go on; `None`: behind the magic number.
fn fatbin(file: &[u8], start: usize, summary: &mut Summary) -> Option<usize> {
    let length = number(file, start + 8, 8);
    if length == 0 {
        return None;
    }
    if !length.is_multiple_of(8) || length > (file.len() - start - 16) as u64 {
        summary.damaged += 1;
        return None;
    }
    let end = start + 16 + length as usize;
    let mut at = start + 16;
    let mut targets = BTreeMap::new();
    while at < end {
        let Some((target, stored, inflated, next)) = (end - at >= 64).then(|| entry(file, at, end)).flatten() else {
            summary.damaged += 1;
            return (at > start + 16).then_some(at);
        };
        if next < end && end - next < 64 {
            summary.damaged += 1;
            return Some(at);
        }
        let sum: &mut (usize, u64, u64) = targets.entry(target).or_default();
        *sum = (sum.0 + 1, sum.1 + stored, sum.2.saturating_add(inflated));
        at = next;
    }
    let bytes = (end - start) as u64;
    let add = |sum: &mut (usize, u64)| *sum = (sum.0 + 1, sum.1 + bytes);
    add(&mut summary.containers);
    add(summary.sets.entry(targets.keys().copied().collect()).or_default());
    summary.places.push((start as u64, bytes));
    for (target, (entries, stored, inflated)) in targets {
        let sum = summary.targets.entry(target).or_default();
        *sum = (sum.0 + entries, sum.1 + stored, sum.2.saturating_add(inflated));
    }
    Some(end)
}

fn entry(file: &[u8], at: usize, end: usize) -> Option<(Target, u64, u64, usize)> {
    let field = |offset: usize, length: usize| number(file, at + offset, length);
    let (kind, header, size, flags) = (field(0, 2) as u16, field(4, 4), field(8, 8), field(40, 8));
    let sane = kind != 0 && (64..=65_536).contains(&header) && header % 8 == 0 && size % 8 == 0;
    let next = header.checked_add(size).filter(|length| sane && *length <= (end - at) as u64)?;
    let packed = flags & 0xb000 != 0;
    let (stored, inflated) = if packed { (field(16, 4), field(56, 8)) } else { (size, size) };
    let suffix = if flags & 0x10_0000 != 0 { 1 } else { u8::from(flags & 0x20_0000 != 0) * 2 };
    let version = if kind == 1 { (field(26, 2) as u16, field(24, 2) as u16) } else { (0, 0) };
    let target = (kind, field(28, 4) as u32, suffix, version);
    (stored <= size).then_some((target, stored, inflated, at + next as usize))
}

fn hip_bundle(file: &[u8], start: usize, summary: &mut Summary) -> Option<usize> {
    let count = number(file, start + 24, 8);
    if count == 0 || count > 1_024 {
        return None;
    }
    let mut at = start + 32;
    let (mut begin, mut end) = (usize::MAX, start);
    let mut entries = Vec::new();
    for _ in 0..count {
        let whole = at + 24 <= file.len() && {
            let length = number(file, at + 16, 8);
            (1..=256).contains(&length) && at + 24 + length as usize <= file.len()
        };
        if !whole {
            return Some(at);
        }
        let (offset, size) = (number(file, at, 8), number(file, at + 8, 8));
        let id = &file[at + 24..at + 24 + number(file, at + 16, 8) as usize];
        let fits = offset.checked_add(size).is_some_and(|length| length <= (file.len() - start) as u64);
        let kind = ["hip", "host-", "openmp", "sycl"].iter().any(|kind| id.starts_with(kind.as_bytes()));
        if !fits || !kind || !id.iter().all(u8::is_ascii_graphic) {
            return Some(at);
        }
        if size > 0 {
            begin = begin.min(start + offset as usize);
            end = end.max(start + (offset + size) as usize);
            let id = String::from_utf8(id.to_vec()).unwrap();
            let fields: Vec<&str> = id.split('-').collect();
            let target = match fields.len() {
                5.. if fields[4].starts_with("gfx") => fields[4..].join("-"),
                6.. => fields[5..].join("-"),
                _ => id.clone(),
            };
            if !target.is_empty() && !id.starts_with("host-") {
                entries.push((target.clone(), size));
            }
        }
        at += 24 + id.len();
    }
    if begin < at {
        return Some(at);
    }
    let end = end.max(at);
    summary.bundles = (summary.bundles.0 + 1, summary.bundles.1, summary.bundles.2 + (end - start) as u64);
    for (target, size) in entries {
        let sum = summary.hip.entry(target).or_default();
        *sum = (sum.0 + 1, sum.1 + size);
    }
    Some(end)
}

fn hip_compressed(file: &[u8], start: usize, summary: &mut Summary) -> Option<usize> {
    let field = |offset: usize, length: usize| number(file, start + offset, length);
    let (header, length, inflated) = match field(4, 2) {
        1 => (20, 20, field(8, 4)),
        2 => (24, field(8, 4), field(12, 4)),
        3 => (32, field(8, 8), field(16, 8)),
        _ => return None,
    };
    let data = &file[start + header..];
    let known = match field(6, 2) {
        0 => data[0] == 0x78,
        1 => data.starts_with(&[0x28, 0xb5, 0x2f, 0xfd]),
        _ => false,
    };
    if !known || inflated == 0 || length < header as u64 || length > (file.len() - start) as u64 {
        return None;
    }
    summary.bundles = (summary.bundles.0, summary.bundles.1 + 1, summary.bundles.2 + length);
    Some(start + length as usize)
}

/// Every string between bytes that cannot be in a name, with a NUL behind it.
fn names(region: &[u8], names: &mut BTreeSet<Vec<u8>>) {
    let in_name = |byte: u8| byte.is_ascii_alphanumeric() || b"_+.-".contains(&byte);
    for (end, _) in region.iter().enumerate().filter(|(_, byte)| **byte == 0) {
        let Some(before) = region[..end].iter().rposition(|byte| !in_name(*byte)) else { continue };
        let name = &region[before + 1..end];
        let mut stem = name;
        while let Some(dot) = stem.iter().rposition(|byte| *byte == b'.') {
            if stem.len() == dot + 1 || !stem[dot + 1..].iter().all(u8::is_ascii_digit) {
                break;
            }
            stem = &stem[..dot];
        }
        let stem = stem.strip_prefix(b"lib").and_then(|stem| stem.strip_suffix(b".so"));
        if name.len() <= 128 && region[before] != b'@' && stem.is_some_and(|stem| !stem.is_empty()) {
            names.insert(name.to_vec());
        }
    }
}
