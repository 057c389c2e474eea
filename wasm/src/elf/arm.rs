//! `.ARM.attributes` (ABI for the Arm Architecture, "Build Attributes"): only the processor a file was built for.

/// `Tag_CPU_arch` of the file-wide attributes: 6 to 9 are the versions of Armv6, 10 is Armv7.
pub fn cpu_arch(bytes: &[u8], big: bool) -> Option<u64> {
    let mut sections = bytes.strip_prefix(b"A")?;
    while let Some((section, rest)) = block(sections, 0, big) {
        let vendor_end = memchr::memchr(0, section)?;
        if &section[..vendor_end] == b"aeabi" {
            return file_attributes(&section[vendor_end + 1..], big).and_then(find_cpu_arch);
        }
        sections = rest;
    }
    None
}

/// `Tag_File`: attributes of the whole file, as against those of a section or symbol.
fn file_attributes(mut groups: &[u8], big: bool) -> Option<&[u8]> {
    loop {
        let tag = *groups.first()?;
        let (group, rest) = block(groups, 1, big)?;
        if tag == 1 {
            return Some(group);
        }
        groups = rest;
    }
}

/// A block whose 32-bit length, `before` bytes in, counts the whole block. Returns its content after the length.
fn block(bytes: &[u8], before: usize, big: bool) -> Option<(&[u8], &[u8])> {
    let raw: [u8; 4] = bytes.get(before..before + 4)?.try_into().ok()?;
    let length = if big { u32::from_be_bytes(raw) } else { u32::from_le_bytes(raw) } as usize;
    Some((bytes.get(before + 4..length)?, bytes.get(length..)?))
}

fn find_cpu_arch(mut bytes: &[u8]) -> Option<u64> {
    const CPU_RAW_NAME: u64 = 4;
    const CPU_NAME: u64 = 5;
    const CPU_ARCH: u64 = 6;
    const COMPATIBILITY: u64 = 32;
    loop {
        let tag = uleb(&mut bytes)?;
        match tag {
            CPU_ARCH => return uleb(&mut bytes),
            CPU_RAW_NAME | CPU_NAME => skip_string(&mut bytes)?,
            COMPATIBILITY => {
                uleb(&mut bytes)?;
                skip_string(&mut bytes)?;
            }
            // Above 32, odd tags carry a string and even tags a number.
            33.. if tag % 2 == 1 => skip_string(&mut bytes)?,
            _ => {
                uleb(&mut bytes)?;
            }
        }
    }
}

fn uleb(bytes: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..63).step_by(7) {
        let (byte, rest) = bytes.split_first()?;
        *bytes = rest;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

fn skip_string(bytes: &mut &[u8]) -> Option<()> {
    let end = memchr::memchr(0, bytes)?;
    *bytes = &bytes[end + 1..];
    Some(())
}
