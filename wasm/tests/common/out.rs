//! Bytes of a file being written.

/// Bytes with the file's class and byte order.
pub struct Out {
    pub bytes: Vec<u8>,
    wide: bool,
    big: bool,
}

impl Out {
    pub fn new(wide: bool, big: bool) -> Self {
        Self { bytes: Vec::new(), wide, big }
    }

    pub fn u16(&mut self, value: u16) -> &mut Self {
        self.bytes.extend(if self.big { value.to_be_bytes() } else { value.to_le_bytes() });
        self
    }

    pub fn u32(&mut self, value: u32) -> &mut Self {
        self.bytes.extend(if self.big { value.to_be_bytes() } else { value.to_le_bytes() });
        self
    }

    pub fn u64(&mut self, value: u64) -> &mut Self {
        self.bytes.extend(if self.big { value.to_be_bytes() } else { value.to_le_bytes() });
        self
    }

    pub fn word(&mut self, value: u64) -> &mut Self {
        if self.wide { self.u64(value) } else { self.u32(value as u32) }
    }
}

/// A string table.
pub struct Strings(pub Vec<u8>);

impl Strings {
    /// Returns the string's offset.
    pub fn add(&mut self, text: &str) -> u32 {
        let at = self.0.len() as u32;
        self.0.extend(text.as_bytes());
        self.0.push(0);
        at
    }
}
