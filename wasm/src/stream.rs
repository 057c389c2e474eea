//! One entry's bytes as they come out: inflated or stored, window by window, with both positions known.
use crate::checkpoints::Checkpoint;
use crate::error::Error;
use crate::inflate::Inflater;
use crate::limits::WINDOW;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    Stored,
    Deflate,
}

/// Positions are byte offsets in the entry: `read` of its compressed, `written` of its inflated bytes.
pub struct Stream {
    inflater: Option<Inflater>,
    window: Vec<u8>,
    pub read: u64,
    pub written: u64,
    pub ended: bool,
}

impl Stream {
    pub fn new(method: Method) -> Result<Self, Error> {
        let inflater = match method {
            Method::Stored => None,
            Method::Deflate => Some(Inflater::new()?),
        };
        Ok(Self { inflater, window: vec![0; WINDOW], read: 0, written: 0, ended: false })
    }

    /// Produces at most one window and at most `limit` bytes. Returns how much of `input` was used and what came out.
    /// Never inlined: each call enters the inflate loop again, see [`WINDOW`].
    #[inline(never)]
    pub fn next_window(&mut self, input: &[u8], limit: u64) -> Result<(usize, &[u8]), Error> {
        let room = limit.min(WINDOW as u64) as usize;
        let (consumed, produced) = match &mut self.inflater {
            None => {
                let length = input.len().min(room);
                self.window[..length].copy_from_slice(&input[..length]);
                (length, length)
            }
            Some(inflater) => {
                let step = inflater.step(input, &mut self.window[..room]).map_err(|error| error.at(self.written))?;
                self.ended = step.ended;
                (step.consumed, step.produced)
            }
        };
        self.read += consumed as u64;
        self.written += produced as u64;
        Ok((consumed, &self.window[..produced]))
    }

    /// Where the stream stands now, to come back to. `None` for stored entries: any offset will do there.
    pub fn checkpoint(&self) -> Result<Option<Checkpoint>, Error> {
        let Some(inflater) = &self.inflater else { return Ok(None) };
        Ok(Some(Checkpoint { read: self.read, written: self.written, inflater: inflater.checkpoint()? }))
    }

    /// Continues from a checkpoint, which stays usable.
    pub fn resume(&mut self, checkpoint: &Checkpoint) -> Result<(), Error> {
        self.inflater = Some(checkpoint.inflater.checkpoint()?);
        self.seek(checkpoint.read, checkpoint.written);
        Ok(())
    }

    /// Continues at an offset of a stored entry.
    pub fn resume_stored(&mut self, offset: u64) {
        self.seek(offset, offset);
    }

    fn seek(&mut self, read: u64, written: u64) {
        self.read = read;
        self.written = written;
        self.ended = false;
    }
}
