//! Sorting, once for all types.
use core::cmp::Ordering;

/// The numbers below `length` in an order in which no two are equal. A heap sort of our own: each use of the library's sort for
/// another type adds 7 kB to the module.
pub fn sorted(length: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut heap: Vec<usize> = (0..length).collect();
    let sink = |heap: &mut [usize], mut at: usize| loop {
        let mut child = 2 * at + 1;
        if child + 1 < heap.len() && compare(heap[child], heap[child + 1]).is_lt() {
            child += 1;
        }
        if child >= heap.len() || compare(heap[at], heap[child]).is_ge() {
            break;
        }
        heap.swap(at, child);
        at = child;
    };
    (0..length / 2).rev().for_each(|at| sink(&mut heap, at));
    for end in (1..length).rev() {
        heap.swap(0, end);
        sink(&mut heap[..end], 0);
    }
    heap
}
