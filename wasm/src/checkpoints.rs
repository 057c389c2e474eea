//! Places in a deflate stream from which it can be inflated again, about every 4 MiB of output.
use crate::error::Error;
use crate::inflate::Inflater;
use crate::limits::{CHECKPOINT_EVERY, CHECKPOINTS};
use crate::stream::Stream;

pub struct Checkpoint {
    /// Offset in the compressed bytes.
    pub read: u64,
    /// Offset in the inflated bytes.
    pub written: u64,
    pub inflater: Inflater,
}

/// Sorted by offset; the first lies at the start.
pub struct Checkpoints {
    list: Vec<Checkpoint>,
    every: u64,
}

impl Default for Checkpoints {
    fn default() -> Self {
        Self::every(CHECKPOINT_EVERY)
    }
}

impl Checkpoints {
    /// With a distance to begin with, in bytes of output.
    pub fn every(every: u64) -> Self {
        Self { list: Vec::new(), every }
    }

    /// Saves where the stream stands when the last checkpoint is far enough behind. When there are too many, every second
    /// one is dropped and the distance doubled, so memory stays bounded for any file.
    pub fn consider(&mut self, stream: &Stream) -> Result<(), Error> {
        let due = self.list.last().is_none_or(|last| stream.written >= last.written + self.every);
        if !due {
            return Ok(());
        }
        if self.list.len() == CHECKPOINTS {
            let mut even = false;
            self.list.retain(|_| {
                even = !even;
                even
            });
            self.every *= 2;
        }
        if let Some(checkpoint) = stream.checkpoint()? {
            self.list.push(checkpoint);
        }
        Ok(())
    }

    /// The last checkpoint at or before an offset of the inflated bytes.
    pub fn before(&self, offset: u64) -> Option<&Checkpoint> {
        let after = self.list.partition_point(|checkpoint| checkpoint.written <= offset);
        after.checked_sub(1).and_then(|index| self.list.get(index))
    }

    pub fn len(&self) -> usize {
        self.list.len()
    }

    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
