/** Whose a symbol is, by its name alone: prefixes of C libraries, outermost scopes of C++ libraries. */

export interface SymbolOwner {
  /** As people call it. */
  readonly name: string;
  /** The usual file, or the package that brings it; null if there are several. */
  readonly library: string | null;
  /** The Python package whose import loads it; null: none in particular. */
  readonly package: string | null;
}

const owner = (name: string, library: string | null = null, pkg: string | null = null): SymbolOwner => ({
  name,
  library,
  package: pkg,
});

const PROTOBUF = owner("Protocol Buffers", "libprotobuf.so", "protobuf");

/** Outermost scope → owner. */
const SCOPES: ReadonlyMap<string, SymbolOwner> = new Map([
  ...["c10", "at", "torch", "caffe2"].map(
    (scope) => [scope, owner("PyTorch", "libtorch.so", "torch")] as const,
  ),
  ...["tensorflow", "tsl", "stream_executor"].map(
    (scope) => [scope, owner("TensorFlow", "libtensorflow_framework.so.2", "tensorflow")] as const,
  ),
  ...["arrow", "parquet"].map((scope) => [scope, owner("Apache Arrow", "libarrow.so", "pyarrow")] as const),
  ["xla", owner("XLA")],
  ["google", owner("a library of Google such as glog")],
  ["absl", owner("Abseil")],
  ["grpc", owner("gRPC", "libgrpc++.so")],
  ["grpc_core", owner("gRPC", "libgrpc.so")],
  ["cv", owner("OpenCV", "libopencv_core.so", "opencv-python")],
  ["boost", owner("Boost")],
  ["fmt", owner("{fmt}", "libfmt.so")],
  ["spdlog", owner("spdlog", "libspdlog.so")],
  ["folly", owner("Folly")],
  ["llvm", owner("LLVM", "libLLVM.so")],
  ["mlir", owner("MLIR")],
  ["clang", owner("Clang", "libclang-cpp.so")],
  ["rocksdb", owner("RocksDB", "librocksdb.so")],
  ["tbb", owner("oneTBB", "libtbb.so", "tbb")],
  ["dnnl", owner("oneDNN", "libdnnl.so")],
  ["sycl", owner("SYCL runtime", "libsycl.so", "intel-sycl-rt")],
  ["onnxruntime", owner("ONNX Runtime", "libonnxruntime.so", "onnxruntime")],
  ["onnx", owner("ONNX")],
  ["nvinfer1", owner("TensorRT", "libnvinfer.so", "tensorrt")],
  ["H5", owner("HDF5", "libhdf5_cpp.so")],
  ["pybind11", owner("pybind11")],
  ["Shiboken", owner("Shiboken", "libshiboken6.abi3.so", "shiboken6")],
  ["QtPrivate", owner("Qt", "libQt6Core.so.6")],
]);

/** First match counts; longer prefixes before shorter ones. */
const PREFIXES: readonly (readonly [prefix: RegExp, owner: SymbolOwner])[] = [
  [/^_ZGV[a-z][NM]\d+/, owner("vector mathematics of glibc", "libmvec.so.1")],
  [/^(?:__cuda|cuda)[A-Z]/, owner("CUDA runtime", "libcudart.so")],
  [/^cublas/, owner("cuBLAS", "libcublas.so")],
  [/^cudnn/, owner("cuDNN", "libcudnn.so")],
  [/^cufft/, owner("cuFFT", "libcufft.so")],
  [/^cusparse/, owner("cuSPARSE", "libcusparse.so")],
  [/^cusolver/, owner("cuSOLVER", "libcusolver.so")],
  [/^curand/, owner("cuRAND", "libcurand.so")],
  [/^nvrtc/, owner("NVRTC", "libnvrtc.so")],
  [/^(?:__)?nvJitLink/, owner("nvJitLink", "libnvJitLink.so")],
  [/^nccl/, owner("NCCL", "libnccl.so.2")],
  [/^cupti/, owner("CUPTI", "libcupti.so")],
  [/^cu[A-Z][a-z]+[A-Z]/, owner("CUDA driver", "libcuda.so.1")],
  [/^(?:__hip|hip)[A-Z]/, owner("ROCm HIP runtime", "libamdhip64.so")],
  [/^_gfortran_/, owner("Fortran runtime of GCC", "libgfortran.so.5")],
  [/^GOMP_/, owner("OpenMP runtime of GCC", "libgomp.so.1")],
  [/^__kmpc_/, owner("OpenMP runtime of LLVM and Intel", "libomp.so")],
  [/^omp_/, owner("an OpenMP runtime", "libgomp.so.1")],
  [
    /^(?:cblas_|openblas_|[sdcz](?:gemm|gemv|dot|axpy|potrf|getrf|gesv|syrk)_(?:64_)?$)/,
    owner("BLAS or LAPACK", "libopenblas.so"),
  ],
  [/^(?:MKL_|mkl_)/, owner("oneMKL", "libmkl_rt.so", "mkl")],
  [/^(?:SSL|EVP|OPENSSL|CRYPTO|BIO|X509|ERR|RSA|EC)_/, owner("OpenSSL", "libssl.so or libcrypto.so")],
  [/^sqlite3_/, owner("SQLite", "libsqlite3.so.0")],
  [/^H5[A-Z]/, owner("HDF5", "libhdf5.so")],
  [/^nc_/, owner("NetCDF", "libnetcdf.so")],
  [/^GDAL|^OGR|^OSR|^VSI/, owner("GDAL", "libgdal.so")],
  [/^GEOS/, owner("GEOS", "libgeos_c.so.1")],
  [/^proj_/, owner("PROJ", "libproj.so")],
  [/^png_/, owner("libpng", "libpng16.so.16")],
  [/^jpeg_|^tj[A-Z]/, owner("libjpeg", "libjpeg.so")],
  [/^TIFF/, owner("libtiff", "libtiff.so")],
  [/^FT_/, owner("FreeType", "libfreetype.so.6")],
  [/^xml[A-Z]/, owner("libxml2", "libxml2.so")],
  [/^curl_/, owner("libcurl", "libcurl.so.4")],
  [/^ffi_/, owner("libffi", "libffi.so")],
  [/^MPI_/, owner("MPI", "libmpi.so")],
  [/^(?:deflate|inflate|crc32|adler32|gz)/, owner("zlib", "libz.so.1")],
  [/^ZSTD_/, owner("Zstandard", "libzstd.so.1")],
  [/^gl[A-Z]|^glX/, owner("OpenGL", "libGL.so.1")],
  [/^av_|^avcodec_|^avformat_|^sws_/, owner("FFmpeg")],
  [/^__cxa_|^__gxx_personality/, owner("C++ runtime of GCC", "libstdc++.so.6")],
  [
    /^_Unwind_|^__(?:div|mod|udiv|umod|mul|fix|float|extend|trunc)[a-z]*[dst][ifc]\d?$/,
    owner("runtime of GCC", "libgcc_s.so.1"),
  ],
  [/^__isoc\d+_|^__libc_|^__GI_|^pthread_|^dl[a-z]+$/, owner("glibc", "libc.so.6")],
];

/** Null if the name says nothing. */
export function ownerOfSymbol(name: string): SymbolOwner | null {
  return PREFIXES.find(([prefix]) => prefix.test(name))?.[1] ?? null;
}

/** `demangled`: the whole name, as Google's libraries share one outermost scope. */
export function ownerOfScope(scope: string, demangled: string): SymbolOwner | null {
  if (scope === "google" && demangled.includes("google::protobuf::")) return PROTOBUF;
  return SCOPES.get(scope) ?? null;
}

/** Beginnings that `nm` and demanglers put before the name itself. */
const SPECIAL =
  /^(?:vtable for|typeinfo for|typeinfo name for|VTT for|construction vtable for|guard variable for|(?:non-virtual|virtual) thunk to|reference temporary #\d+ for) /;

/**
 * The outermost scope of a demangled name: `c10` of `c10::Error::Error(…)`, also behind a return type. `::` for a function outside of
 * every scope; null if the name has neither.
 */
export function outermostScope(demangled: string): string | null {
  const bare = demangled.replace(SPECIAL, "");
  // A template's return type stands before its name; the name is what the parameters follow.
  const words = topLevelWords(bare);
  const word = words.find((each) => each.includes("(")) ?? words.at(-1) ?? "";
  const scope = /^([A-Za-z_]\w*)(?:\[abi:\w+\])?(?:<|::)/.exec(word)?.[1];
  if (scope !== undefined && word.includes("::")) return scope;
  return /^[A-Za-z_~]\w*/.test(word) ? "::" : null;
}

/** Words separated by blanks outside of brackets. */
function topLevelWords(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index];
    if (character === "<" || character === "(" || character === "[") depth += 1;
    else if (character === ">" || character === ")" || character === "]") depth = Math.max(0, depth - 1);
    else if (character === " " && depth === 0) {
      if (index > start) words.push(text.slice(start, index));
      start = index + 1;
    }
  }
  if (start < text.length) words.push(text.slice(start));
  return words;
}
