/**
 * Libraries that well-known packages bring, for wheels that rely on another package without an RPATH to it: PyTorch extensions
 * need libtorch.so, which `import torch` has loaded before them. A name counts only where `Requires-Dist` asks for the
 * package or for one that depends on it.
 */

interface Provider {
  readonly libraries: RegExp;
  /** Normalised package names (PEP 503). The first is the one that brings the file; the others depend on it. */
  readonly packages: readonly RegExp[];
  /** Where the first package puts it, relative to site-packages. */
  readonly directory: string;
}

/** Packages that bring the whole of CUDA along by their own requirements. */
const CUDA_CARRIERS = [
  /^torch$/,
  /^tensorflow$/,
  /^cuda-toolkit$/,
  /^jax-cuda\d+-plugin$/,
  /^cupy-cuda\d+x?$/,
];

/** Parts of the CUDA toolkit and the libraries that NVIDIA publishes beside it, as the nvidia-* wheels name them. */
const CUDA_LIBRARIES =
  /^lib(?:cudart|nvrtc|nvrtc-builtins|nvJitLink|nvfatbin|cublas|cublasLt|nvblas|cufft|cufftw|curand|cusolver|cusolverMg|cusparse|cusparseLt|npp\w+|nvjpeg|cufile|cupti|nvToolsExt|cudnn\w*|nccl|nvshmem_host|cudss)\.so/;

export const isCudaLibrary = (name: string): boolean => CUDA_LIBRARIES.test(name);

const PROVIDERS: readonly Provider[] = [
  {
    libraries: /^lib(?:torch(?:_\w+)?|c10(?:_\w+)?|shm|caffe2_\w+)\.so/,
    packages: [/^torch$/],
    directory: "torch/lib",
  },
  {
    libraries: /^libtensorflow_(?:framework|cc)\.so/,
    packages: [/^tensorflow(?:-cpu|-gpu|-intel)?$/],
    directory: "tensorflow",
  },
  { libraries: /^lib(?:arrow(?:_\w+)?|parquet)\.so/, packages: [/^pyarrow$/], directory: "pyarrow" },
  {
    libraries: CUDA_LIBRARIES,
    packages: CUDA_CARRIERS,
    directory: "nvidia",
  },
  { libraries: /^libnvinfer\w*\.so/, packages: [/^tensorrt.*$/], directory: "tensorrt_libs" },
  { libraries: /^libtbb(?:malloc)?\.so/, packages: [/^tbb$/], directory: "../.." },
  { libraries: /^libmkl_\w+\.so/, packages: [/^mkl$/], directory: "../.." },
  { libraries: /^libiomp5\.so/, packages: [/^intel-openmp$/, /^mkl$/], directory: "../.." },
  { libraries: /^libsycl\.so/, packages: [/^intel-sycl-rt$/, /^dpcpp-cpp-rt$/], directory: "../.." },
];

export interface KnownProvider {
  /** The package that `Requires-Dist` names, e.g. `torch`. */
  readonly package: string;
  readonly directory: string;
}

/** Who brings the library, given the `Requires-Dist` lines of the wheel; null: nobody that it asks for. */
export function knownProvider(needed: string, requiresDist: readonly string[]): KnownProvider | null {
  const provider = PROVIDERS.find(({ libraries }) => libraries.test(needed));
  if (provider === undefined) return null;
  const names = requiresDist.map(packageName);
  const part = isCudaLibrary(needed) ? names.find((name) => isCudaPart(name, needed)) : undefined;
  if (part !== undefined) return { package: part, directory: provider.directory };
  for (const pattern of provider.packages) {
    const name = names.find((each) => pattern.test(each));
    if (name !== undefined) return { package: name, directory: provider.directory };
  }
  return null;
}

/** Parts that the packages of other parts require in turn. */
const CUDA_REQUIREMENTS: Readonly<Record<string, readonly string[]>> = {
  cudnn: ["cublas", "nvrtc"],
  cusolver: ["cublas", "cusparse", "nvjitlink"],
  cusparse: ["nvjitlink"],
  cufft: ["nvjitlink"],
};

/** `nvidia-cublas-cu12` brings libcublas and libcublasLt; only the runtime is named otherwise than its library. */
function isCudaPart(name: string, needed: string): boolean {
  const [, part] = /^nvidia-(?:cuda-)?([a-z]+)/.exec(name) ?? [];
  if (part === undefined) return false;
  const library = needed.slice("lib".length).toLowerCase();
  const others = Object.hasOwn(CUDA_REQUIREMENTS, part) ? (CUDA_REQUIREMENTS[part] ?? []) : [];
  return [part === "runtime" ? "cudart" : part, ...others].some((each) => library.startsWith(each));
}

/** The normalised name (PEP 503) in a requirement: `Torch (>=2.0) ; extra == "x"` → `torch`. */
export function packageName(requirement: string): string {
  const [name = ""] = /^[A-Za-z0-9][A-Za-z0-9._-]*/.exec(requirement.trim()) ?? [];
  return name.replace(/[-_.]+/g, "-").toLowerCase();
}
