//! From what the scan found to the answer's fields.
use core::ops::Range;

use super::cuda::{Cuda, KIND_CUBIN, KIND_LTO_IR, KIND_PTX, Sum, Target};
use super::hip::Hip;
use super::mentions::Mention;
use super::{Found, cuda};
use crate::elf::facts::{CudaCode, CudaKind, CudaTarget, FatbinGroup, GpuCode, HipCode, HipTarget, Place};
use crate::elf::file::{File, Section};
use crate::elf::view::{Stop, View};
use crate::limits::{FATBIN_GROUPS, GPU_SECTIONS, MENTIONS};
use crate::order::sorted;

/// Beyond 2^53 a JSON number would lose digits.
const MAX: u64 = (1 << 53) - 1;

/// The GPU code, with the sections it lies in. `names`: the section name table.
pub fn gpu(found: &Found, file: &File, names: &[u8], view: &View) -> Result<Option<GpuCode>, Stop> {
    let cuda = &found.cuda;
    let cuda =
        if cuda.all.containers > 0 || cuda.damaged > 0 { Some(cuda_code(cuda, file, names, view)?) } else { None };
    let hip = (found.hip.bundles > 0 || found.hip.compressed > 0).then(|| hip_code(&found.hip));
    Ok((cuda.is_some() || hip.is_some()).then_some(GpuCode { cuda, hip }))
}

/// The names found but for these, and but for those that stand in the dynamic string table only, which lies at `strings`: what
/// patchelf replaced is still there, and a name for `dlopen` never is.
pub fn mentioned(found: &Found, except: &[&str], strings: Range<u64>) -> Vec<String> {
    let elsewhere = |mention: &&Mention| !(strings.contains(&mention.first) && strings.contains(&mention.last));
    let names = found.mentions.names.iter().filter(elsewhere).filter_map(|m| core::str::from_utf8(&m.name).ok());
    names.filter(|name| !except.contains(name)).take(MENTIONS).map(str::to_owned).collect()
}

fn cuda_code(cuda: &Cuda, file: &File, names: &[u8], view: &View) -> Result<CudaCode, Stop> {
    // A target of which no container was accepted is none.
    let mut order = sorted(cuda.targets.len(), &|a, b| cuda.targets[a].0.cmp(&cuda.targets[b].0));
    order.retain(|index| cuda.targets[*index].1.entries > 0);
    let mut position = vec![0; cuda.targets.len()];
    for (new, old) in order.iter().enumerate() {
        position[*old] = new;
    }
    let (groups, more_containers) = groups(cuda, &position);
    Ok(CudaCode {
        containers: cuda.all.containers,
        bytes: cuda.all.bytes.min(MAX),
        damaged: cuda.damaged,
        places: places(&cuda.places, file, names, view)?,
        targets: order.iter().map(|index| target(&cuda.targets[*index])).collect(),
        groups,
        more_containers,
        toolkits: cuda.toolkits.clone(),
    })
}

fn target((target, tally): &(Target, cuda::Tally)) -> CudaTarget {
    CudaTarget {
        kind: match target.kind {
            KIND_CUBIN => CudaKind::Sass,
            KIND_PTX => CudaKind::Ptx,
            KIND_LTO_IR => CudaKind::LtoIr,
            _ => CudaKind::Other,
        },
        kind_number: target.kind,
        arch: target.arch,
        suffix: target.suffix,
        ptx_isa: (target.kind == KIND_PTX).then(|| format!("{}.{}", target.isa.0, target.isa.1)),
        entries: tally.entries,
        bytes: tally.bytes.min(MAX),
        inflated_bytes: tally.inflated.min(MAX),
        compression: tally.compression,
    }
}

/// The most frequent sets, and how many containers have another one. `position`: where a target stands in the answer.
fn groups(cuda: &Cuda, position: &[usize]) -> (Vec<FatbinGroup>, usize) {
    let sets = &cuda.sets;
    let order = sorted(sets.len(), &|a, b| sets[b].1.containers.cmp(&sets[a].1.containers).then(a.cmp(&b)));
    let (first, rest) = order.split_at(order.len().min(FATBIN_GROUPS));
    let group = |index: &usize| {
        let (set, sum) = &sets[*index];
        let mut targets = vec![false; position.len()];
        for index in set {
            targets[position[usize::from(*index)]] = true;
        }
        let targets = targets.iter().enumerate().filter_map(|(target, has)| has.then_some(target)).collect();
        FatbinGroup { targets, containers: sum.containers, bytes: sum.bytes.min(MAX) }
    };
    let more = rest.iter().fold(cuda.more, |more, index| more.saturating_add(sets[*index].1.containers));
    (first.iter().map(group).collect(), more)
}

/// Containers by the name of the section they begin in, most bytes first.
fn places(places: &[(u64, Sum)], file: &File, names: &[u8], view: &View) -> Result<Vec<Place>, Stop> {
    let sections: Vec<&Section> = file.sections.iter().filter(|s| s.in_file() && s.size > 0).collect();
    let by_offset = sorted(sections.len(), &|a, b| sections[a].offset.cmp(&sections[b].offset).then(a.cmp(&b)));
    let mut sums: Vec<(Option<&[u8]>, Sum)> = Vec::new();
    for (offset, sum) in places {
        let after = by_offset.partition_point(|index| sections[*index].offset <= *offset);
        let section = after.checked_sub(1).map(|last| sections[by_offset[last]]);
        let section = section.filter(|section| offset - section.offset < section.size);
        let name = section.map(|section| File::name_of(section, names));
        match sums.iter().position(|(known, _)| *known == name) {
            Some(known) => sums[known].1.add(*sum),
            None if sums.len() < GPU_SECTIONS => sums.push((name, *sum)),
            None => {}
        }
    }
    let order = sorted(sums.len(), &|a, b| sums[b].1.bytes.cmp(&sums[a].1.bytes).then(a.cmp(&b)));
    let place = |index: usize| {
        let (name, sum) = &sums[index];
        let section = name.map(|name| view.text(name)).transpose()?;
        Ok(Place { section, containers: sum.containers, bytes: sum.bytes.min(MAX) })
    };
    order.into_iter().map(place).collect()
}

fn hip_code(hip: &Hip) -> HipCode {
    let target = |(target, tally): &(String, super::hip::Tally)| HipTarget {
        target: target.clone(),
        entries: tally.entries,
        bytes: tally.bytes.min(MAX),
    };
    HipCode {
        bundles: hip.bundles,
        compressed_bundles: hip.compressed,
        bytes: hip.bytes.min(MAX),
        targets: hip.targets.iter().map(target).collect(),
    }
}
