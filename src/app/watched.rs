//! A value that screens watch.

use std::sync::{Arc, PoisonError, RwLock};

use reactive_graph::prelude::*;
use reactive_graph::signal::ArcTrigger;

/// A value, and whoever drew from it: they draw anew when it changes. Clones share the value.
///
/// A signal of Leptos would do the same. It is code for every type of value that is watched; here
/// only the lock is, and what tells the screens is in the module once.
pub struct Watched<T>(Arc<Shared<T>>);

struct Shared<T> {
    value: RwLock<T>,
    changed: ArcTrigger,
}

impl<T> Watched<T> {
    /// Starts from `value`.
    pub fn new(value: T) -> Self {
        Watched(Arc::new(Shared { value: RwLock::new(value), changed: ArcTrigger::new() }))
    }

    /// What `read` makes of the value. Whoever draws watches it from now on.
    pub fn with<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        self.0.changed.track();
        self.with_unwatched(read)
    }

    /// What `read` makes of the value, for use outside of drawing.
    pub fn with_unwatched<R>(&self, read: impl FnOnce(&T) -> R) -> R {
        read(&self.0.value.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Puts `value` in its place.
    pub fn set(&self, value: T) {
        self.update(|held| *held = value);
    }

    /// Changes the value.
    pub fn update(&self, change: impl FnOnce(&mut T)) {
        change(&mut self.0.value.write().unwrap_or_else(PoisonError::into_inner));
        self.0.changed.notify();
    }
}

impl<T: Clone> Watched<T> {
    /// A copy of the value. Whoever draws watches it from now on.
    pub fn get(&self) -> T {
        self.with(T::clone)
    }

    /// A copy of the value, for use outside of drawing.
    pub fn get_unwatched(&self) -> T {
        self.with_unwatched(T::clone)
    }
}

impl<T> Clone for Watched<T> {
    fn clone(&self) -> Self {
        Watched(Arc::clone(&self.0))
    }
}
