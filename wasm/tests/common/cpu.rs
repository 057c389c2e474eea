//! For what must not take long: processor time of this thread. A clock on the wall measures what else the machine is doing.
use std::time::{Duration, Instant};

pub struct Stopwatch {
    cpu: Option<Duration>,
    wall: Instant,
}

impl Stopwatch {
    pub fn start() -> Self {
        Self { cpu: thread_time(), wall: Instant::now() }
    }

    /// Processor time since the start; the wall's where the system does not tell (anywhere but on Linux).
    pub fn elapsed(&self) -> Duration {
        match (self.cpu, thread_time()) {
            (Some(before), Some(now)) => now.saturating_sub(before),
            _ => self.wall.elapsed(),
        }
    }
}

/// The first number of `/proc/thread-self/schedstat`: nanoseconds on a processor (kernel, Documentation/scheduler/sched-stats).
fn thread_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(Duration::from_nanos(text.split(' ').next()?.parse().ok()?))
}
