//! Python's own names.
use serde::Serialize;

/// Names of the form `Py…` and `_Py…` among the dynamic symbols, init functions left out. `None` in
/// [`super::Facts`] if there are none.
#[derive(Debug, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PythonNames {
    /// Undefined, sorted, without duplicates; at most [`crate::limits::PYTHON_IMPORTS`].
    pub imports: Vec<String>,
    /// Defined, sorted; at most [`crate::limits::PYTHON_EXPORTS`].
    pub exports: Vec<String>,
    /// How many defined ones there are: more than a thousand mean a Python linked in.
    pub export_count: usize,
    /// Local and hidden functions and objects of that form in `.symtab` (inlined from headers), sorted, at
    /// most [`crate::limits::PYTHON_LOCALS`]. `None` if there is no such table, if it is too large, or
    /// if the file is no extension module.
    pub locals: Option<Vec<String>>,
}
