/** What was proposed or stated in the calls of 2019, and what became of it (state of November 2026). */
import type { Source } from "../../../core/explanations/explanation.ts";
import { code, library, say, symbol, tag } from "../../../core/sentence.ts";
import type { ConceptTable } from "../../concept.ts";
import {
  cudaEula,
  dualAbi,
  importOrder,
  manylinuxImages,
  mixingObjects,
  newAbiTensorFlow,
  newAbiTorch,
  pep,
  pep571,
  pep599,
  pep600,
  pep725,
  pep770,
  pep817,
  pep825,
  policies,
  repository,
  thread,
  toolsetGuide,
} from "../../sources.ts";

/** Read from the files themselves: 320 manylinux wheels for x86_64 and the CUDA packages of that time. */
const measured: Source = { title: "measured in published wheels, November 2026", address: null };

export const debateTable: ConceptTable = {
  caption: "Proposed or stated in 2019, and what became of it",
  columns: ["In 2019", "Since then"],
  rows: [
    {
      cells: [
        say`manylinux1 has glibc 2.5 and GCC 4.8: no C++11 of its own, no CUDA.`,
        say`The images of manylinux1 and manylinux2010 have ended. 2014, 2_28 and 2_34 are in use, with GCC 10 to 14.`,
      ],
      sources: [manylinuxImages],
    },
    {
      cells: [
        say`The tags only say: build on CentOS 5 or 6.`,
        say`PEPs 571 and 599 list libraries and versions; auditwheel holds them as data for each architecture.`,
      ],
      sources: [pep571, pep599, policies],
    },
    {
      cells: [
        say`A PEP for each generation, or “perennial” tags?`,
        say`Perennial: PEP 600 was accepted, ${tag("manylinux_X_Y")} names glibc’s version.`,
      ],
      sources: [
        pep600,
        thread("pypi/warehouse", 3668, "the discussion"),
        thread("pypa/manylinux", 542, "the rollout"),
      ],
    },
    {
      cells: [
        say`devtoolset-7 with its linker script as the way to new C++ on old systems.`,
        say`Done: devtoolset-8 and -10, then gcc-toolset-14 in the images, by the same mechanism.`,
      ],
      sources: [toolsetGuide, measured],
    },
    {
      cells: [
        say`devtoolset forces the old std::string; does everybody have to set the macro?`,
        say`True for RHEL 6 and 7 only. The images from 2_28 on have the new form by default; TensorFlow moved with 2.9, PyTorch with 2.7.`,
      ],
      sources: [
        {
          title: "Ceph: C++17 and libstdc++ ABI",
          address: "https://github.com/ceph/ceph/blob/main/doc/dev/cxx.rst",
        },
        newAbiTensorFlow,
        newAbiTorch,
      ],
    },
    {
      cells: [
        say`Parts of libstdc++ that have to do with locales cannot be put into a library from outside.`,
        say`Still so: they do not compile there, because the headers of the old ABI lack them.`,
      ],
      sources: [dualAbi],
    },
    {
      cells: [
        say`Is a hybrid library slower, or is the runtime there twice?`,
        say`It is somewhat larger. Parts that are there twice have been compatible since GCC 5.`,
      ],
      sources: [mixingObjects],
    },
    {
      cells: [
        say`Ship libc++, or a newer libstdc++, in a package that others require (“toolchain-base”).`,
        say`Never standardised. Single projects link libc++ in; mujoco’s wheel does.`,
      ],
      sources: [measured],
    },
    {
      cells: [
        say`A wheel with its own standard library violates the list.`,
        say`Allowed if bundled and private. The danger is in names that show, and in the order of imports.`,
      ],
      sources: [
        pep600,
        importOrder,
        thread("pytorch/pytorch", 133437, "names of a static libstdc++ that show"),
      ],
    },
    {
      cells: [
        say`pynativelib (2016): native libraries as packages that wheels depend on.`,
        say`Not adopted. Its descendants are scipy-openblas, nvidia-* and the rocm packages.`,
      ],
      sources: [
        thread("pypa/wheel-builders", 2, "the proposal"),
        thread("MacPython/openblas-libs", 86, "OpenBLAS as a wheel"),
      ],
    },
    {
      cells: [
        say`“Putting Anaconda into pip”: new compiler, glibc 2.17, all libraries as packages.`,
        say`Not in pip. conda-forge does it, with sysroots from glibc 2.17 to 2.39.`,
      ],
      sources: [repository("conda-forge/linux-sysroot-feedstock", "the sysroots")],
    },
    {
      cells: [
        say`Compile CUDA with Clang in place of nvcc.`,
        say`Supported by LLVM. The wheels of jaxlib and tensorflow_cpu show Clang and LLD, with libstdc++.`,
      ],
      sources: [measured],
    },
    {
      cells: [say`${library("libcuda.so.1")} has to come from the system, opened by name.`, say`Unchanged.`],
      sources: [cudaEula, measured],
    },
    {
      cells: [
        say`CUDA from pip would conflict with the system’s.`,
        say`Solved by RPATHs into site-packages; only the driver is shared.`,
      ],
      sources: [thread("pytorch/pytorch", 90426, "finding NVIDIA’s libraries in several places")],
    },
    {
      cells: [
        say`cuDNN may not be passed on, TensorRT cannot follow the index’s rules.`,
        say`NVIDIA publishes both as packages. cuDNN’s licence lets its files be shipped inside an application; torch pins one exact version.`,
      ],
      sources: [{ title: "licence text in nvidia-cudnn-cu13 9.24", address: null }, measured],
    },
    {
      cells: [
        say`A common package for the CUDA toolkit, as Anaconda’s cudatoolkit.`,
        say`${code("cuda-toolkit")} on the index since CUDA 13, with extras for its parts.`,
      ],
      sources: [repository("NVIDIA/cuda-python", "cuda-pathfinder, which knows the packages")],
    },
    {
      cells: [
        say`Wheels of some hundred megabytes: pip’s limit, and 30 % of the index’s storage are TensorFlow’s.`,
        say`100 MB a file by default, more on request. torch 2.14.1 has 529 MiB.`,
      ],
      sources: [repository("pypi/support", "limits on request"), measured],
    },
    {
      cells: [
        say`ppc64le and other architectures need a PEP.`,
        say`PEP 599 added five; later ones came with auditwheel’s policies alone.`,
      ],
      sources: [pep599, policies],
    },
    {
      cells: [
        say`Environment markers for GPU and CUDA.`,
        say`Never added. Wheel variants are drafted in their place.`,
      ],
      sources: [pep817, pep825],
    },
    {
      cells: [
        say`Packages should state what they need of the system.`,
        say`PEP 725 is a draft. PEP 770 (final) lets a wheel list what is inside it.`,
      ],
      sources: [pep725, pep770],
    },
    {
      cells: [
        say`The metadata should tell more than glibc: libstdc++, CUDA.`,
        say`It still does not. Only the binaries tell, which is what this program reads.`,
      ],
      sources: [pep(566, "Metadata for Python Software Packages 2.1")],
    },
    {
      cells: [
        say`C++11 objects of GCC before 5 must not be mixed with others.`,
        say`Still unsupported; the section .comment shows where it happened.`,
      ],
      sources: [mixingObjects],
    },
    {
      cells: [
        say`${code("noexcept")} in C++17 and ${code("char8_t")} in C++20 change names.`,
        say`They do, for functions with such parameters: ${symbol("_Z1fPFvvE")} becomes ${symbol("_Z1fPDoFvvE")}.`,
      ],
      sources: [{ title: "measured with GCC 12.2", address: null }],
    },
    {
      cells: [
        say`A C interface of TensorFlow, so that add-ons need not use the same image.`,
        say`Likely the same idea: torchvision 0.29.1 has a module ${code("_C_stable.so")}.`,
      ],
      sources: [measured],
    },
    {
      cells: [
        say`numpy has no C++, and is out of this.`,
        say`No longer: numpy 2 needs ${library("libstdc++.so.6")}.`,
      ],
      sources: [measured],
    },
    {
      cells: [
        say`MKL, OpenMP and CUDA may collide with the system’s copies.`,
        say`Libraries travel under changed names; several OpenMP runtimes in one process still disturb each other.`,
      ],
      sources: [repository("joblib/threadpoolctl", "finds them at run time"), measured],
    },
  ],
};
