//! What is asked of the project's own code by the fuzz targets.

pub mod properties;
