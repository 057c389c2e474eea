//! Reads the facts of a library from the kept ranges of its file. Start with [`facts`]; [`tables::Tables`] finds
//! everything, the other files read one table each.
pub mod arm;
pub mod comment;
pub mod constants;
pub mod cxx;
pub mod dynamic;
pub mod facts;
pub mod file;
pub mod identity;
pub mod layout;
pub mod links;
pub mod names;
pub mod notes;
pub mod python;
pub mod relocations;
pub mod strings;
pub mod symbols;
pub mod tables;
pub mod versions;
pub mod view;
pub mod watch;

use constants as elf;
use cxx::groups::Groups;
use facts::{
    ByteOrder, CxxFacts, ElfType, Facts, LibraryRole, Relro, SectionFacts, SymbolCounts, SymbolFacts, SymbolGroup,
    VersionNeed,
};
use file::Segment;
use python::PythonSymbols;
use symbols::Symbol;
use tables::Tables;
use versions::Meaning;
use view::{Stop, View};

use crate::error::Error;
use crate::gpu::{self, Found};
use crate::limits::{INIT_SYMBOLS, NAMES_PER_STRINGS, WATCHED};
use watch::Watch;

/// All facts of one library. `path`: its path in the archive, whose file name decides what an init function is. `found`: by the scan
/// over the whole file. With its link table ([`links::Links`]), empty if there is none.
pub fn facts(view: &View, path: &str, watch: &Watch, found: &Found) -> Result<(Facts, Vec<u8>), Stop> {
    let tables = Tables::read(view)?;
    let Tables { file, dynamic, notes, section_names, .. } = &tables;
    let header = &file.header;
    let text = |offset: Option<u64>| offset.map(|at| view.text(tables.strings.text(at)?)).transpose();
    let stem = identity::stem(path);
    let symbols = read_symbols(view, &tables, stem, watch)?;

    let needed = dynamic.iter().flat_map(|d| &d.needed);
    let needed = needed.map(|at| view.text(tables.strings.name(*at, "a needed library")?));
    let needed = needed.collect::<Result<Vec<_>, _>>()?;
    let soname = text(dynamic.as_ref().and_then(|d| d.soname))?;
    let interpreter = tables.interpreter.map(|path| view.text(path)).transpose()?;
    let libc = identity::libc(&identity::LibcEvidence {
        interpreter: interpreter.as_deref(),
        needed: &needed,
        soname: soname.as_deref(),
        needs: tables.versions.needs.iter().map(|need| (need.library, need.version)).collect(),
        android: notes.android,
    });
    let flags_1 = dynamic.as_ref().map_or(0, |d| d.flags_1);
    let role = identity::role(&identity::RoleEvidence {
        file,
        stem,
        init_symbols: &symbols.init,
        interpreter: interpreter.is_some(),
        soname: soname.is_some(),
        flags_1,
    });
    let python = symbols.python.finish(view, file, role == LibraryRole::ExtensionModule)?;
    // Of several the loader takes the last.
    let last = |kind: u32| file.segments.iter().rev().find(move |segment| segment.kind == kind);
    let bind_now = dynamic.as_ref().is_some_and(dynamic::Dynamic::binds_now);
    let loads = file.segments.iter().filter(|segment| segment.kind == elf::PT_LOAD);
    let own_name = path.rsplit('/').next().unwrap_or(path);
    let known: Vec<&str> = needed.iter().chain(&soname).map(String::as_str).chain([own_name]).collect();
    let strings = dynamic.as_ref().and_then(|d| Some((file.locate(d.strings?)?.offset, d.strings_size)));
    let strings = strings.map_or(0..0, |(offset, size)| offset..offset.saturating_add(size));
    let mentioned_libraries = gpu::facts::mentioned(found, &known, strings);
    let facts = Facts {
        class: header.layout.pick(32, 64),
        byte_order: if header.layout.big { ByteOrder::Big } else { ByteOrder::Little },
        machine: header.machine,
        os_abi: header.os_abi,
        r#type: match header.e_type {
            elf::ET_REL => ElfType::Relocatable,
            elf::ET_EXEC => ElfType::Executable,
            elf::ET_DYN => ElfType::Shared,
            elf::ET_CORE => ElfType::Core,
            _ => ElfType::Other,
        },
        flags: header.flags,
        architecture: identity::architecture(header, tables.arm_arch),
        libc,
        role,
        interpreter,
        soname,
        needed,
        rpath: text(dynamic.as_ref().and_then(|d| d.rpath))?,
        runpath: text(dynamic.as_ref().and_then(|d| d.runpath))?,
        version_needs: symbols.needs,
        version_definitions: tables
            .versions
            .definitions
            .iter()
            .map(|name| view.text(name))
            .collect::<Result<_, _>>()?,
        symbol_counts: symbols.counts,
        watched_symbols: symbols.watched,
        init_symbols: symbols.init,
        build_id: notes.build_id.clone(),
        isa_needed: notes.isa_needed,
        executable_stack: last(elf::PT_GNU_STACK).map(|segment| segment.flags & elf::PF_X != 0),
        relro: match (last(elf::PT_GNU_RELRO), bind_now) {
            (None, _) => Relro::None,
            (Some(_), false) => Relro::Partial,
            (Some(_), true) => Relro::Full,
        },
        bind_now,
        text_relocations: dynamic.as_ref().is_some_and(dynamic::Dynamic::has_text_relocations),
        static_tls: dynamic.as_ref().is_some_and(|d| d.flags & elf::DF_STATIC_TLS != 0),
        load_alignment: exact(loads.clone().map(|segment| segment.align).max().unwrap_or(0)),
        stripped: !file.sections.iter().any(|section| section.kind == elf::SHT_SYMTAB),
        debug_info: section_names.debug_info,
        comment: tables.comment.clone(),
        sections: SectionFacts {
            count: file.sections.len(),
            dynamic_symbols: section_names.dynamic_symbols,
            version_needs: section_names.version_needs,
        },
        section_marks: section_names.marks(),
        cxx: symbols.cxx,
        unique_exports: symbols.unique,
        python,
        gpu: gpu::facts::gpu(found, file, file.names(view)?, view)?,
        mentioned_libraries,
        tls_size: exact(last(elf::PT_TLS).map_or(0, |segment| segment.memory_size)),
        smallest_load_alignment: exact(loads.clone().map(|segment| segment.align).min().unwrap_or(0)),
        load_congruence: exact(congruence(loads)),
    };
    Ok((facts, symbols.links))
}

/// Beyond 2^53 a JSON number would lose digits; no real size comes near.
fn exact(size: u64) -> u64 {
    size.min((1 << 53) - 1)
}

/// The lowest bit in which addresses and offsets of the segments differ, as a number.
fn congruence<'s>(loads: impl Iterator<Item = &'s Segment>) -> u64 {
    let differing = loads.fold(0, |all, segment| all | segment.address.wrapping_sub(segment.offset));
    differing & differing.wrapping_neg()
}

/// What one walk over the dynamic symbols yields.
struct SymbolSummary<'a> {
    needs: Vec<VersionNeed>,
    counts: SymbolCounts,
    watched: Vec<SymbolFacts>,
    init: Vec<String>,
    cxx: Option<CxxFacts>,
    unique: SymbolGroup,
    python: PythonSymbols<'a>,
    links: Vec<u8>,
}

fn read_symbols<'a>(
    view: &View,
    tables: &Tables<'_, 'a>,
    stem: &str,
    watch: &Watch,
) -> Result<SymbolSummary<'a>, Stop> {
    let mut cxx = Groups::default();
    let mut bytes_left = tables.strings.said().saturating_mul(NAMES_PER_STRINGS).saturating_add(1 << 20);
    let mut summary = SymbolSummary {
        needs: needs(view, tables)?,
        counts: SymbolCounts::default(),
        watched: Vec::new(),
        init: Vec::new(),
        cxx: None,
        unique: SymbolGroup::default(),
        python: PythonSymbols::default(),
        links: Vec::new(),
    };
    let mut links = links::Links::new(view, tables)?;
    for (index, symbol) in tables.symbols.iter() {
        if symbol.is_defined() {
            summary.counts.defined += 1;
        } else {
            summary.counts.undefined += 1;
            summary.counts.undefined_weak += usize::from(symbol.is_weak());
        }
        let name = tables.symbols.name(symbol);
        bytes_left = match bytes_left.checked_sub(name.len()) {
            Some(left) => left,
            None => return Err(Error::limit("too many symbols share long names").into()),
        };
        let entry = tables.symbols.version_entry(index);
        let meaning = tables.versions.meaning(entry & elf::VERSYM_VERSION);
        links.add(index, symbol, name, entry, meaning);
        let needed = match meaning {
            Meaning::Needed(need) => tables.versions.needs.get(need).map(|need| need.version),
            _ => None,
        };
        cxx.add(view, name, symbol, needed)?;
        summary.python.add(name, symbol);
        if symbol.is_defined() && symbol.is_unique() {
            summary.unique.add(view, name)?;
        }
        if let Meaning::Needed(need) = meaning
            && let Some(need) = summary.needs.get_mut(need)
        {
            need.symbol_count += 1;
            if need.symbols.len() < watch.evidence_limit {
                need.symbols.push(view.text(name)?);
            }
        }
        if symbol.is_defined() && symbol.is_function() && identity::is_init_symbol(name, stem.as_bytes()) {
            if summary.init.len() == INIT_SYMBOLS {
                return Err(Error::limit("too many init functions").into());
            }
            summary.init.push(view.text(name)?);
        }
        if watch.matches(name) {
            if summary.watched.len() == WATCHED {
                return Err(Error::limit("too many watched symbols").into());
            }
            summary.watched.push(symbol_facts(view, tables, index, symbol)?);
        }
    }
    summary.cxx = cxx.finish(view)?;
    summary.links = links.finish(&tables.versions.needs);
    Ok(summary)
}

fn needs(view: &View, tables: &Tables) -> Result<Vec<VersionNeed>, Stop> {
    let needs = tables.versions.needs.iter().map(|need| {
        Ok(VersionNeed {
            library: view.text(need.library)?,
            version: view.text(need.version)?,
            weak: need.weak,
            symbol_count: 0,
            symbols: Vec::new(),
        })
    });
    needs.collect()
}

/// One symbol as it leaves the reader. A defined symbol may carry a needed version: a copy relocation of a program.
pub fn symbol_facts(view: &View, tables: &Tables, index: usize, symbol: Symbol) -> Result<SymbolFacts, Stop> {
    let (version, provider) = match tables.versions.meaning(tables.symbols.version_index(index)) {
        Meaning::Unversioned => (None, None),
        Meaning::Defined(version) => (Some(version), None),
        Meaning::Needed(need) => {
            let need = &tables.versions.needs[need];
            (Some(need.version), (!symbol.is_defined()).then_some(need.library))
        }
    };
    Ok(SymbolFacts {
        name: view.text(tables.symbols.name(symbol))?,
        defined: symbol.is_defined(),
        binding: symbol.binding(),
        r#type: symbol.kind(),
        version: version.map(|version| view.text(version)).transpose()?,
        provider: provider.map(|provider| view.text(provider)).transpose()?,
    })
}
