//! Readable names of mangled symbols, for the rows that are shown.
use core::fmt::{self, Write};

use cpp_demangle::{DemangleOptions, Symbol};

use crate::limits::{DEMANGLED_BYTES, MANGLED_BYTES};

/// The C++ (Itanium ABI) or Rust name; `None` where the symbol is not mangled, cannot be read, or grows too long.
pub fn demangle(name: &[u8]) -> Option<String> {
    if !is_mangled(name) || name.len() > MANGLED_BYTES {
        return None;
    }
    let text = core::str::from_utf8(name).ok()?;
    rust(text).or_else(|| cpp(name))
}

/// Whether it is worth trying at all.
pub fn is_mangled(name: &[u8]) -> bool {
    name.starts_with(b"_Z") || name.starts_with(b"_R") || name.starts_with(b"___Z")
}

/// Rust's two schemes. The older one looks like C++ and is recognised by its hash, so Rust is tried first.
fn rust(text: &str) -> Option<String> {
    let demangled = rustc_demangle::try_demangle(text).ok()?;
    let mut output = Bounded::default();
    // The alternate form leaves out the hash.
    write!(output, "{demangled:#}").ok()?;
    Some(output.0)
}

fn cpp(name: &[u8]) -> Option<String> {
    let symbol = Symbol::new(name).ok()?;
    let mut output = Bounded::default();
    symbol.structured_demangle(&mut output, &DemangleOptions::new()).ok()?;
    Some(reword(output.0))
}

/// The demangler has its own words for tables and thunks; these are the ones that `c++filt` and linkers print.
fn reword(text: String) -> String {
    let Some(inner) = text.strip_prefix('{').and_then(|text| text.strip_suffix(")}")) else { return text };
    if let Some(class) = inner.strip_prefix("vtable(") {
        return format!("vtable for {class}");
    }
    if let Some(class) = inner.strip_prefix("vtt(") {
        return format!("VTT for {class}");
    }
    let Some(thunk) = inner.strip_prefix("virtual override thunk(") else { return text };
    // One offset, or two for a covariant return; then the function.
    let mut offsets = 0;
    let mut rest = thunk;
    let mut kind = "non-virtual thunk to";
    while let Some(offset) = rest.strip_prefix("{offset(").or_else(|| rest.strip_prefix("{virtual offset(")) {
        if rest.starts_with("{virtual") {
            kind = "virtual thunk to";
        }
        let Some((_, after)) = offset.split_once(")}, ") else { return text };
        rest = after;
        offsets += 1;
    }
    if offsets > 1 {
        kind = "covariant return thunk to";
    }
    format!("{kind} {rest}")
}

/// Text that refuses to grow beyond [`DEMANGLED_BYTES`]: substitutions can double a name with every few letters.
#[derive(Default)]
struct Bounded(String);

impl Write for Bounded {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if self.0.len() + part.len() > DEMANGLED_BYTES {
            return Err(fmt::Error);
        }
        self.0.push_str(part);
        Ok(())
    }
}
