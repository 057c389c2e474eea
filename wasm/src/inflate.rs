//! Raw inflate with checkpoints, over the C-style interface of the Rust rewrite of zlib (its safe interface cannot copy a
//! stream). All `unsafe` of the crate that is not the WebAssembly boundary is here.
use core::mem::MaybeUninit;

use libz_rs_sys as z;

use crate::error::{Error, ErrorId};

/// What one call did.
#[derive(Clone, Copy, Debug)]
pub struct Step {
    pub consumed: usize,
    pub produced: usize,
    /// The final block has been decoded.
    pub ended: bool,
}

/// A raw deflate stream being inflated. Boxed: the library keeps no pointer to it, but callers move it around.
pub struct Inflater(Box<z::z_stream>);

/// Negative window bits: raw deflate, as in zip, without a zlib or gzip wrapper. 15: the largest window.
const RAW: core::ffi::c_int = -15;

impl Inflater {
    pub fn new() -> Result<Self, Error> {
        let mut stream = Box::new(z::z_stream::default());
        // SAFETY: `stream` is a valid stream without state; version and size are the library's own.
        let code = unsafe {
            z::inflateInit2_(&raw mut *stream, RAW, z::zlibVersion(), size_of::<z::z_stream>() as core::ffi::c_int)
        };
        if code != z::Z_OK {
            return Err(out_of_memory());
        }
        let mut inflater = Self(stream);
        inflater.forget_buffers();
        Ok(inflater)
    }

    /// Back to the start of a new stream; cheaper than a new inflater.
    pub fn reset(&mut self) {
        // SAFETY: the stream was initialised by `new` or `checkpoint`.
        unsafe { z::inflateReset(&raw mut *self.0) };
    }

    /// Inflates until `output` is full, `input` is used up, or the stream ends.
    pub fn step(&mut self, input: &[u8], output: &mut [u8]) -> Result<Step, Error> {
        let stream = &mut *self.0;
        let given_in = input.len().min(u32::MAX as usize) as u32;
        let given_out = output.len().min(u32::MAX as usize) as u32;
        stream.next_in = input.as_ptr().cast_mut();
        stream.avail_in = given_in;
        stream.next_out = output.as_mut_ptr();
        stream.avail_out = given_out;
        // SAFETY: the stream is initialised; both buffers are valid for the lengths given for the time of the call.
        let code = unsafe { z::inflate(stream, z::Z_NO_FLUSH) };
        let step = Step {
            consumed: (given_in - stream.avail_in) as usize,
            produced: (given_out - stream.avail_out) as usize,
            ended: code == z::Z_STREAM_END,
        };
        self.forget_buffers();
        match code {
            // Z_BUF_ERROR: no progress was possible with these buffers; not an error of the data.
            z::Z_OK | z::Z_STREAM_END | z::Z_BUF_ERROR => Ok(step),
            z::Z_MEM_ERROR => Err(out_of_memory()),
            _ => Err(Error::new(ErrorId::ZipDamaged, "invalid deflate data")),
        }
    }

    /// Between two calls the stream points to no buffer. `inflateCopy` takes a null output for a stream never set up.
    fn forget_buffers(&mut self) {
        let stream = &mut *self.0;
        stream.next_in = core::ptr::null_mut();
        stream.avail_in = 0;
        stream.next_out = core::ptr::NonNull::dangling().as_ptr();
        stream.avail_out = 0;
    }

    /// A copy that continues from exactly here, bits of a half-read byte included.
    pub fn checkpoint(&self) -> Result<Self, Error> {
        let mut copy = Box::new(MaybeUninit::<z::z_stream>::zeroed());
        // SAFETY: the source is initialised; the library writes the whole destination when it returns Z_OK.
        let code = unsafe { z::inflateCopy(copy.as_mut_ptr(), &raw const *self.0) };
        if code != z::Z_OK {
            return Err(out_of_memory());
        }
        // SAFETY: Z_OK, see above.
        Ok(Self(unsafe { copy.assume_init() }))
    }
}

impl Drop for Inflater {
    fn drop(&mut self) {
        // SAFETY: the stream was initialised and is ended exactly once.
        unsafe { z::inflateEnd(&raw mut *self.0) };
    }
}

fn out_of_memory() -> Error {
    Error::new(ErrorId::OutOfMemory, "inflate state")
}
