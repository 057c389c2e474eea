//! Python's own names: what a library takes from the interpreter, and what it brings along ([`PythonNames`]).
use super::constants as elf;
use super::facts::PythonNames;
use super::file::{File, Section};
use super::names::Names;
use super::symbols::{Symbol, SymbolTable};
use super::view::{Stop, View};
use crate::limits::{
    PYTHON_EXPORTS, PYTHON_IMPORTS, PYTHON_LOCALS, PYTHON_NAME_BYTES, PYTHON_NAMES, STATIC_TABLE_BYTES,
};

/// Takes the dynamic symbols one by one.
pub struct PythonSymbols<'a> {
    imports: Names<'a>,
    exports: Names<'a>,
}

impl Default for PythonSymbols<'_> {
    fn default() -> Self {
        Self { imports: Names::new(PYTHON_NAMES), exports: Names::new(PYTHON_NAMES) }
    }
}

impl<'a> PythonSymbols<'a> {
    pub fn add(&mut self, name: &'a [u8], symbol: Symbol) {
        if is_python(name) {
            if symbol.is_defined() { &mut self.exports } else { &mut self.imports }.add(name, 1);
        }
    }

    /// `None` if there are none. `extension`: whether the file is an extension module; only then is its static symbol table read.
    pub fn finish(self, view: &View, file: &File, extension: bool) -> Result<Option<PythonNames>, Stop> {
        if self.imports.is_empty() && self.exports.is_empty() {
            return Ok(None);
        }
        let locals = if extension { locals(view, file)? } else { None };
        Ok(Some(PythonNames {
            imports: self.imports.texts(view, PYTHON_IMPORTS)?,
            exports: self.exports.texts(view, PYTHON_EXPORTS)?,
            export_count: self.exports.len(),
            locals,
        }))
    }
}

/// `Py…` and `_Py…`, but for the functions by which Python loads a module.
fn is_python(name: &[u8]) -> bool {
    let plain = name.strip_prefix(b"_").unwrap_or(name);
    let init: [&[u8]; 4] = [b"PyInit_", b"PyInitU_", b"PyModExport_", b"PyModExportU_"];
    plain.starts_with(b"Py") && !init.iter().any(|prefix| name.starts_with(prefix))
}

/// Functions and objects of `.symtab` that cannot be seen from outside. `None` where the table is not there or too large.
fn locals(view: &View, file: &File) -> Result<Option<Vec<String>>, Stop> {
    let table = file.sections.iter().find(|section| section.kind == elf::SHT_SYMTAB);
    let strings = table.and_then(|table| file.sections.get(table.link as usize));
    let (Some(table), Some(strings)) = (table, strings) else { return Ok(None) };
    let usable = |section: &Section| {
        let end = section.offset.checked_add(section.size);
        section.in_file() && section.size <= STATIC_TABLE_BYTES && end.is_some_and(|end| end <= view.length)
    };
    if !usable(table) || !usable(strings) {
        return Ok(None);
    }
    view.want(table.offset, table.size, "the static symbol table")?;
    view.want(strings.offset, strings.size, "the static string table")?;
    view.settle()?;
    let entries = view.bytes(table.offset, table.size, "the static symbol table")?;
    let strings = view.bytes(strings.offset, strings.size, "the static string table")?;
    let symbols = SymbolTable::of(file.header.layout, entries, strings);
    let mut names = Names::new(PYTHON_NAMES);
    for symbol in symbols.everything() {
        let inside = symbol.is_local() || symbol.is_hidden();
        if symbol.is_defined() && inside && (symbol.is_function() || symbol.is_object()) {
            // `Py_DECREF.part.0`: a piece of the function.
            let name = symbols.short_name(symbol, PYTHON_NAME_BYTES);
            let name = name.split(|byte| *byte == b'.').next().unwrap_or_default();
            if is_python(name) {
                names.add(name, 1);
            }
        }
    }
    names.texts(view, PYTHON_LOCALS).map(Some)
}
