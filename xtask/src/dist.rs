//! `cargo xtask dist`: the folder and the archive that a host uploads.

use crate::steps::announced;
use crate::{Outcome, archive, digest, project, site};

/// Builds `dist/` and packs that very folder into `caremail-<version>.zip`, with its checksum beside it.
pub fn dist() -> Outcome {
    let tools = site::ready()?;
    announced("release build", || site::release(&tools))?;

    let name = format!("caremail-{}", project::version()?);
    let zip = project::root().join(format!("{name}.zip"));
    announced("archive", || {
        let bytes = archive::zip(&project::dist(), &name)?;
        project::write(&zip, &bytes)?;
        let line = format!("{}  {name}.zip\n", digest::sha256_hex(&bytes));
        project::write(&zip.with_extension("zip.sha256"), line)
    })?;
    println!("\nUpload what is in dist/, or the files of {name}.zip, to any folder of a web host.");
    Ok(())
}
