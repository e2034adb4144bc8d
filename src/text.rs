//! Cleaning typed and pasted text; nowhere else.
