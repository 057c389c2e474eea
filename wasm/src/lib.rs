//! The ELF reader of Wheelscope: compressed bytes of one archive entry in, facts about the library out.
//!
//! A library may be larger than the memory that is at hand, so it is *streamed*. [`session::Session`] inflates the entry
//! once, window by window, checks size and CRC-32 and keeps only the ranges that matter ([`store::Store`]). What turns
//! out to matter later is inflated a second time from the nearest checkpoint ([`checkpoints::Checkpoints`]): the session
//! then asks its host for compressed bytes from an offset on. When everything is at hand, [`elf::facts`] reads the
//! tables the way the loader does and writes one JSON document.
//!
//! Every error is a value ([`error::Error`]). A panic is a bug, whatever the input. `unsafe` is allowed in two modules:
//! [`boundary`] (the WebAssembly exports) and [`inflate`] (the C-style interface of the inflate library).
#![deny(unsafe_code)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::todo, clippy::dbg_macro)]

#[allow(unsafe_code)]
pub mod boundary;
pub mod checkpoints;
pub mod crc32;
pub mod demangle;
pub mod elf;
pub mod error;
pub mod gpu;
#[allow(unsafe_code)]
pub mod inflate;
pub mod limits;
mod named;
pub mod order;
pub mod query;
pub mod session;
pub mod store;
pub mod stream;
