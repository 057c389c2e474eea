/** Messages as people paste them, and what must be read from them and said. Data of diagnose.test.ts. */
import type { FindingId } from "../../../src/core/findings/index.ts";
import type { Mention, WantedAbi } from "../../../src/core/diagnose/diagnosis.ts";

export interface PastedText {
  readonly text: string;
  /** Every mention, without its quotation. */
  readonly mentions: readonly Record<string, unknown>[];
  /** Title of the first entry. */
  readonly title: string;
  readonly learn: FindingId | null;
  readonly wants?: WantedAbi;
}

type Kind = Mention["kind"];
const of = (kind: Kind, fields: Record<string, unknown> = {}) => ({ kind, ...fields });
const symbol = (name: string, file: string | null, version: string | null = null, when = "loading") =>
  of("symbol", { when, name, version, file });
const version = (name: string, provider: string | null, file: string | null) =>
  of("version", { bare: false, version: name, provider, file });

const TORCH = "_ZN3c1017RegisterOperators6optionsEv";
const NEW =
  "_ZN6google8protobuf8internal9WireFormat7ParseItERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE";
const OLD = "_ZN10tensorflow8internal21CheckOpMessageBuilder9NewStringEv";

export const TEXTS: readonly PastedText[] = [
  {
    text: "ImportError: /lib/x86_64-linux-gnu/libc.so.6: version `GLIBC_2.34' not found (required by /home/u/.venv/lib/python3.9/site-packages/cryptography/hazmat/bindings/_rust.abi3.so)",
    mentions: [
      version(
        "GLIBC_2.34",
        "/lib/x86_64-linux-gnu/libc.so.6",
        "/home/u/.venv/lib/python3.9/site-packages/cryptography/hazmat/bindings/_rust.abi3.so",
      ),
    ],
    title: "Needs glibc 2.34 or newer",
    learn: "symbol-version-too-new",
  },
  {
    text: "ImportError: /home/u/miniconda3/lib/libstdc++.so.6: version `GLIBCXX_3.4.30' not found (required by /usr/lib/x86_64-linux-gnu/libicuuc.so.70)",
    mentions: [
      version(
        "GLIBCXX_3.4.30",
        "/home/u/miniconda3/lib/libstdc++.so.6",
        "/usr/lib/x86_64-linux-gnu/libicuuc.so.70",
      ),
    ],
    title: "Needs the runtime of GCC 12.1 or newer",
    learn: "symbol-version-too-new",
  },
  {
    // As a chat program changes the quotes.
    text: "OSError: /lib64/libm.so.6: version ‘GLIBC_2.29’ not found (required by /opt/app/libxgboost.so)",
    mentions: [version("GLIBC_2.29", "/lib64/libm.so.6", "/opt/app/libxgboost.so")],
    title: "Needs glibc 2.29 or newer",
    learn: "symbol-version-too-new",
  },
  {
    text: "python3: /lib64/libc.so.6: version 'GLIBC_ABI_DT_RELR' not found (required by ./libfoo.so)",
    mentions: [version("GLIBC_ABI_DT_RELR", "/lib64/libc.so.6", "./libfoo.so")],
    title: "Needs glibc 2.36 or newer",
    learn: "symbol-version-too-new",
  },
  {
    text: "/lib64/libstdc++.so.6: version `CXXABI_1.3.13' not found (required by /tmp/_MEIx/libLLVM.so)",
    mentions: [version("CXXABI_1.3.13", "/lib64/libstdc++.so.6", "/tmp/_MEIx/libLLVM.so")],
    title: "Needs the runtime of GCC 11.1 or newer",
    learn: "symbol-version-too-new",
  },
  {
    text: "ImportError: /lib/x86_64-linux-gnu/libpthread.so.0: version `GLIBC_PRIVATE' not found (required by /opt/x/librt.so.1)",
    mentions: [version("GLIBC_PRIVATE", "/lib/x86_64-linux-gnu/libpthread.so.0", "/opt/x/librt.so.1")],
    title: "Private part of glibc",
    learn: "private-glibc-symbol",
  },
  {
    text: "ImportError: libcrypto.so.1.1: version `OPENSSL_1_1_1' not found (required by /usr/lib/python3/_ssl.so)",
    mentions: [version("OPENSSL_1_1_1", "libcrypto.so.1.1", "/usr/lib/python3/_ssl.so")],
    title: "Needs a newer OpenSSL",
    learn: "symbol-version-too-new",
  },
  {
    text: `Traceback (most recent call last):\n  File "<stdin>", line 1, in <module>\nImportError: /site-packages/torch_sparse/_C.so: undefined symbol: ${TORCH}`,
    mentions: [symbol(TORCH, "/site-packages/torch_sparse/_C.so")],
    title: "C++ symbol not found",
    learn: null,
    wants: "neutral",
  },
  {
    text: `tensorflow.python.framework.errors_impl.NotFoundError: ./my_op.so: undefined symbol: ${OLD}`,
    mentions: [symbol(OLD, "./my_op.so")],
    title: "C++ symbol not found",
    learn: null,
    wants: "neutral",
  },
  {
    text: `ImportError: /x/_message.so: undefined symbol: ${NEW}`,
    mentions: [symbol(NEW, "/x/_message.so")],
    title: "Symbol of the new std::string ABI not found",
    learn: "mixed-string-abi",
    wants: "new",
  },
  {
    text: "python3: symbol lookup error: /opt/lib/libfoo.so: undefined symbol: _ZN3foo3barESs",
    mentions: [symbol("_ZN3foo3barESs", "/opt/lib/libfoo.so")],
    title: "Symbol of the old std::string ABI not found",
    learn: "mixed-string-abi",
    wants: "old",
  },
  {
    text: "/usr/bin/ld: main.o: in function `main':\nmain.cpp:(.text+0x5b): undefined reference to `foo::greet(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)'",
    mentions: [
      symbol(
        "foo::greet(std::__cxx11::basic_string<char, std::char_traits<char>, std::allocator<char> > const&)",
        "main.cpp",
        null,
        "linking",
      ),
    ],
    title: "Symbol of the new std::string ABI not found",
    learn: "mixed-string-abi",
    wants: "new",
  },
  {
    text: "undefined reference to `boost::program_options::arg[abi:cxx11]'",
    mentions: [symbol("boost::program_options::arg[abi:cxx11]", null, null, "linking")],
    title: "Symbol of the new std::string ABI not found",
    learn: "mixed-string-abi",
    wants: "new",
  },
  {
    text: "ld.lld: error: undefined symbol: google::protobuf::Message::ShortDebugString(std::string const&) const",
    mentions: [
      symbol("google::protobuf::Message::ShortDebugString(std::string const&) const", null, null, "linking"),
    ],
    title: "Symbol of the old std::string ABI not found",
    learn: "mixed-string-abi",
    wants: "old",
  },
  {
    text: "/usr/bin/ld: ./libfoo.so: undefined reference to `fstat64@GLIBC_2.33'",
    mentions: [symbol("fstat64", "./libfoo.so", "GLIBC_2.33", "linking")],
    title: "Needs glibc 2.33 or newer",
    learn: "symbol-version-too-new",
    wants: "c",
  },
  {
    text: "./app: symbol lookup error: ./libfoo.so: undefined symbol: __isoc23_strtol, version GLIBC_2.38",
    mentions: [symbol("__isoc23_strtol", "./libfoo.so", "GLIBC_2.38")],
    title: "Needs glibc 2.38 or newer",
    learn: "symbol-version-too-new",
    wants: "c",
  },
  {
    text: "/usr/bin/foo: relocation error: /usr/lib/libbar.so: symbol memcpy, version GLIBC_2.14 not defined in file libc.so.6 with link time reference",
    mentions: [symbol("memcpy", "/usr/lib/libbar.so", "GLIBC_2.14")],
    title: "Needs glibc 2.14 or newer",
    learn: "symbol-version-too-new",
    wants: "c",
  },
  {
    text: "undefined symbol: omp_get_num_procs\t(./libfaiss.so)",
    mentions: [symbol("omp_get_num_procs", "./libfaiss.so")],
    title: "Symbol of an OpenMP runtime not found",
    learn: null,
    wants: "c",
  },
  {
    text: "ImportError: /x/_ext.abi3.so: undefined symbol: PyType_GetName",
    mentions: [symbol("PyType_GetName", "/x/_ext.abi3.so")],
    title: "Python’s function is not in this Python",
    learn: "abi3-floor-too-low",
    wants: "python-stable",
  },
  {
    text: "ImportError: /x/fast.cpython-312-x86_64-linux-gnu.so: undefined symbol: _PyGen_Send",
    mentions: [symbol("_PyGen_Send", "/x/fast.cpython-312-x86_64-linux-gnu.so")],
    title: "Python’s name is not in this Python",
    learn: "abi3-violated",
    wants: "python-private",
  },
  {
    text: "ImportError: numpy/core/multiarray.so: undefined symbol: PyUnicodeUCS2_AsASCIIString",
    mentions: [symbol("PyUnicodeUCS2_AsASCIIString", "numpy/core/multiarray.so")],
    title: "Built for another Unicode width of Python 2",
    learn: "ucs2-symbol",
    wants: "python-private",
  },
  {
    text: "ImportError: libcudart.so.11.0: cannot open shared object file: No such file or directory",
    mentions: [of("library-missing", { name: "libcudart.so.11.0", file: null })],
    title: "CUDA runtime not found",
    learn: "cuda-library-undeclared",
  },
  {
    text: "OSError: libcuda.so.1: cannot open shared object file: No such file or directory",
    mentions: [of("library-missing", { name: "libcuda.so.1", file: null })],
    title: "GPU driver not found",
    learn: "library-from-driver",
  },
  {
    text: "ImportError: libGL.so.1: cannot open shared object file: No such file or directory",
    mentions: [of("library-missing", { name: "libGL.so.1", file: null })],
    title: "Library of the system not installed",
    learn: "library-missing",
  },
  {
    text: "./server: error while loading shared libraries: libpython3.8.so.1.0: cannot open shared object file: No such file or directory",
    mentions: [of("library-missing", { name: "libpython3.8.so.1.0", file: "./server" })],
    title: "libpython not found",
    learn: "libpython-linked",
  },
  {
    text: "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibc10.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)",
    mentions: [of("library-missing", { name: "libc10.so", file: null })],
    title: "Library of torch not found",
    learn: "library-from-other-wheel",
  },
  {
    text: "ImportError: Error loading shared library ld-linux-x86-64.so.2: No such file or directory (needed by /usr/lib/python3.12/site-packages/x/_x.so)",
    mentions: [
      of("library-missing", {
        name: "ld-linux-x86-64.so.2",
        file: "/usr/lib/python3.12/site-packages/x/_x.so",
      }),
    ],
    title: "Built for glibc",
    learn: "libc-mixed",
  },
  {
    text: "ImportError: Error relocating /usr/lib/python3.12/site-packages/x/_x.so: __memcpy_chk: symbol not found",
    mentions: [symbol("__memcpy_chk", "/usr/lib/python3.12/site-packages/x/_x.so")],
    title: "Symbol not found",
    learn: null,
    wants: "c",
  },
  {
    text: 'ValueError: Cannot repair wheel, because required library "libfoo.so.3" could not be located',
    mentions: [of("library-missing", { name: "libfoo.so.3", file: null })],
    title: "Library not found",
    learn: "library-missing",
  },
  {
    text: "ImportError: libonnx.so: cannot enable executable stack as shared object requires: Invalid argument",
    mentions: [of("executable-stack", { file: "libonnx.so", detail: null })],
    title: "Executable stack refused",
    learn: "executable-stack",
  },
  {
    text: "ImportError: /x/scikit_learn.libs/libgomp-d22c30c5.so.1.0.0: cannot allocate memory in static TLS block",
    mentions: [of("static-tls", { file: "/x/scikit_learn.libs/libgomp-d22c30c5.so.1.0.0", detail: null })],
    title: "No room for thread-local storage",
    learn: "static-tls",
  },
  {
    text: "OSError: ./lib.so: wrong ELF class: ELFCLASS32",
    mentions: [of("wrong-elf-class", { file: "./lib.so", detail: "ELFCLASS32" })],
    title: "32 bits against 64 bits",
    learn: "wrong-architecture",
  },
  {
    text: "ImportError: /x/libopenblas-r0.so: ELF load command address/offset not page-aligned",
    mentions: [of("page-alignment", { file: "/x/libopenblas-r0.so", detail: null })],
    title: "Made for smaller memory pages",
    learn: "page-alignment",
  },
  {
    text: "ImportError: /x/_x.so: ELF load command alignment not page-aligned",
    mentions: [of("page-alignment", { file: "/x/_x.so", detail: null })],
    title: "Made for smaller memory pages",
    learn: "page-alignment",
  },
  {
    text: "/x/_x.so: cannot restore segment prot after reloc: Permission denied",
    mentions: [of("text-relocations", { file: "/x/_x.so", detail: null })],
    title: "Code that must be patched",
    learn: "text-relocations",
  },
  {
    text: "OSError: /usr/lib/libbz2.so: invalid ELF header",
    mentions: [of("not-elf", { file: "/usr/lib/libbz2.so", detail: null })],
    title: "Not a library, or cut off",
    learn: "needed-file-not-elf",
  },
  {
    text: "ImportError: /x/libarrow.so: CPU ISA level is lower than required",
    mentions: [of("isa-level", { file: "/x/libarrow.so", detail: null })],
    title: "Processor too old for the code",
    learn: "isa-above-baseline",
  },
  {
    text: "Illegal instruction (core dumped)",
    mentions: [of("isa-level", { file: null, detail: null })],
    title: "Processor too old for the code",
    learn: "isa-above-baseline",
  },
  {
    text: "ImportError: dynamic module does not define module export function (PyInit_fast)",
    mentions: [of("init-function-missing", { file: null, detail: "PyInit_fast" })],
    title: "Init function not found",
    learn: "init-function-differs",
  },
  {
    text: "ModuleNotFoundError: No module named 'numpy.core._multiarray_umath'",
    mentions: [of("module-missing", { file: null, detail: "numpy.core._multiarray_umath" })],
    title: "Compiled module not found",
    learn: "python-tag-differs",
  },
  {
    text: "ERROR: numpy-2.0.0-cp312-cp312-musllinux_1_1_x86_64.whl is not a supported wheel on this platform.",
    mentions: [
      of("wheel-not-supported", { file: "numpy-2.0.0-cp312-cp312-musllinux_1_1_x86_64.whl", detail: null }),
    ],
    title: "Wheel not for this Python or system",
    learn: "python-tag-differs",
  },
  {
    text: "A module that was compiled using NumPy 1.x cannot be run in\nNumPy 2.0.0 as it may crash.",
    mentions: [of("numpy-abi", { file: null, detail: null })],
    title: "Built against another NumPy",
    learn: "python-tag-differs",
  },
  {
    text: "RuntimeError: CUDA error: no kernel image is available for execution on the device",
    mentions: [of("gpu-no-kernel", { device: null })],
    title: "No code for this GPU",
    learn: "gpu-code-without-ptx",
  },
  {
    text: "NVIDIA GeForce RTX 5090 with CUDA capability sm_120 is not compatible with the current PyTorch installation.",
    mentions: [of("gpu-no-kernel", { device: "sm_120" })],
    title: "No code for this GPU",
    learn: "gpu-code-without-ptx",
  },
  {
    text: "cudaGetDeviceCount() failed: CUDA driver version is insufficient for CUDA runtime version",
    mentions: [of("gpu-driver-old", { device: null })],
    title: "GPU driver older than the CUDA release",
    learn: "library-from-driver",
  },
  {
    text: "RuntimeError: CUDA error: the provided PTX was compiled with an unsupported toolchain.",
    mentions: [of("gpu-ptx-too-new", { device: null })],
    title: "PTX newer than the driver",
    learn: "gpu-code-without-ptx",
  },
  {
    text: "ImportError: dlopen(/x/_x.so, 0x0002): symbol not found in flat namespace '_PyObject_Foo'",
    mentions: [of("foreign", { system: "macOS" })],
    title: "A message of macOS",
    learn: null,
  },
  {
    text: "ImportError: DLL load failed while importing _x: The specified module could not be found.",
    mentions: [of("foreign", { system: "Windows" })],
    title: "A message of Windows",
    learn: null,
  },
  {
    text: "GLIBCXX_3.4.30",
    mentions: [of("version", { bare: true, version: "GLIBCXX_3.4.30", provider: null, file: null })],
    title: "Needs the runtime of GCC 12.1 or newer",
    learn: "symbol-version-too-new",
  },
  {
    text: "  _ZN3foo3barESs  ",
    mentions: [symbol("_ZN3foo3barESs", null, null, "bare")],
    title: "C++ symbol, old std::string ABI (before GCC 5, or _GLIBCXX_USE_CXX11_ABI=0)",
    learn: "mixed-string-abi",
    wants: "old",
  },
  {
    text: "__isoc23_strtol",
    mentions: [symbol("__isoc23_strtol", null, null, "bare")],
    title: "Symbol of glibc 2.38",
    learn: "symbol-version-too-new",
    wants: "c",
  },
];
