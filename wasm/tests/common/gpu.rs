//! Writes CUDA containers and HIP bundles.

/// An entry of a container: numbers as they stand in its header.
#[derive(Clone, Debug)]
pub struct Entry {
    pub kind: u16,
    pub arch: u32,
    pub version: (u16, u16),
    pub flags: u64,
    /// Header bytes after the first 64.
    pub tail: usize,
    pub payload: Vec<u8>,
    pub inflated: u64,
}

pub const LZ4: u64 = 0x2000;
pub const ZSTD: u64 = 0x8000;
pub const SPECIFIC: u64 = 0x10_0000;
pub const FAMILY: u64 = 0x20_0000;

impl Entry {
    pub fn cubin(arch: u32, payload: &[u8]) -> Self {
        Self { kind: 2, arch, version: (1, 8), flags: 0x11, tail: 0, payload: payload.to_vec(), inflated: 0 }
    }

    pub fn ptx(arch: u32, version: (u16, u16), payload: &[u8]) -> Self {
        Self { kind: 1, version, tail: 8, ..Self::cubin(arch, payload) }
    }

    pub fn flagged(self, flags: u64) -> Self {
        Self { flags: self.flags | flags, ..self }
    }

    pub fn compressed(self, flag: u64, inflated: u64) -> Self {
        Self { inflated, ..self.flagged(flag) }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let packed = if self.flags & (LZ4 | ZSTD | 0x1000) == 0 { 0 } else { self.payload.len() };
        let padded = self.payload.len().next_multiple_of(8);
        let mut out = Vec::new();
        out.extend(self.kind.to_le_bytes());
        out.extend(0x101_u16.to_le_bytes());
        out.extend((64 + self.tail as u32).to_le_bytes());
        out.extend((padded as u64).to_le_bytes());
        out.extend((packed as u32).to_le_bytes());
        out.extend((if self.tail == 0 { 0_u32 } else { 64 }).to_le_bytes());
        out.extend(self.version.1.to_le_bytes());
        out.extend(self.version.0.to_le_bytes());
        out.extend(self.arch.to_le_bytes());
        out.extend([0; 8]);
        out.extend(self.flags.to_le_bytes());
        out.extend([0; 8]);
        out.extend(self.inflated.to_le_bytes());
        out.resize(64 + self.tail, 0);
        out.extend(&self.payload);
        out.resize(64 + self.tail + padded, 0);
        out
    }
}

pub const FATBIN: [u8; 8] = [0x50, 0xed, 0x55, 0xba, 1, 0, 16, 0];

pub fn container(entries: &[Entry]) -> Vec<u8> {
    let content: Vec<u8> = entries.iter().flat_map(Entry::bytes).collect();
    [&FATBIN[..], &(content.len() as u64).to_le_bytes(), &content].concat()
}

/// Entries by id and code; the code begins at a multiple of 64.
pub fn bundle(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let table = 32 + entries.iter().map(|(id, _)| 24 + id.len()).sum::<usize>();
    let mut out = [&b"__CLANG_OFFLOAD_BUNDLE__"[..], &(entries.len() as u64).to_le_bytes()].concat();
    let mut code: Vec<u8> = Vec::new();
    let begin = table.next_multiple_of(64);
    for (id, content) in entries {
        out.extend(((begin + code.len()) as u64).to_le_bytes());
        out.extend((content.len() as u64).to_le_bytes());
        out.extend((id.len() as u64).to_le_bytes());
        out.extend(id.as_bytes());
        code.extend(*content);
    }
    out.resize(begin, 0);
    out.extend(code);
    out
}

/// A compressed bundle of one of the three versions; `data` begins with zstd's magic number.
pub fn compressed_bundle(version: u16, data: &[u8]) -> Vec<u8> {
    let data = [&[0x28, 0xb5, 0x2f, 0xfd][..], data].concat();
    let mut out = [&b"CCOB"[..], &version.to_le_bytes(), &1_u16.to_le_bytes()].concat();
    match version {
        2 => out.extend((24 + data.len() as u32).to_le_bytes()),
        3 => out.extend((32 + data.len() as u64).to_le_bytes()),
        _ => {}
    }
    if version == 3 {
        out.extend(5_000_u64.to_le_bytes());
    } else {
        out.extend(5_000_u32.to_le_bytes());
    }
    out.extend([7; 8]);
    out.extend(data);
    out
}
