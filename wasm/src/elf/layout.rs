//! Numbers of an ELF file: 32 or 64 bit, little or big endian.
use super::view::Stop;
use crate::error::Error;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub wide: bool,
    pub big: bool,
}

impl Layout {
    pub fn u16(self, bytes: &[u8], at: usize) -> Result<u16, Stop> {
        let raw = take(bytes, at)?;
        Ok(if self.big { u16::from_be_bytes(raw) } else { u16::from_le_bytes(raw) })
    }

    pub fn u32(self, bytes: &[u8], at: usize) -> Result<u32, Stop> {
        let raw = take(bytes, at)?;
        Ok(if self.big { u32::from_be_bytes(raw) } else { u32::from_le_bytes(raw) })
    }

    pub fn u64(self, bytes: &[u8], at: usize) -> Result<u64, Stop> {
        let raw = take(bytes, at)?;
        Ok(if self.big { u64::from_be_bytes(raw) } else { u64::from_le_bytes(raw) })
    }

    /// An address, offset or size: 8 bytes in 64-bit files, 4 in 32-bit files.
    pub fn word(self, bytes: &[u8], at: usize) -> Result<u64, Stop> {
        if self.wide { self.u64(bytes, at) } else { self.u32(bytes, at).map(u64::from) }
    }

    /// Picks a size or position by class.
    pub fn pick<T>(self, narrow: T, wide: T) -> T {
        if self.wide { wide } else { narrow }
    }
}

fn take<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], Stop> {
    let raw = at.checked_add(N).and_then(|end| bytes.get(at..end)).and_then(|raw| raw.try_into().ok());
    raw.ok_or_else(|| Error::truncated("a table ends inside an entry").into())
}
