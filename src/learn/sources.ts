/** Sources that several concept pages share; those of the explanations (SOURCES) are used beside them. */
import type { Source } from "../core/explanations/explanation.ts";

export const pep = (number: number, title: string): Source => ({
  title: `PEP ${String(number)}: ${title}`,
  address: `https://peps.python.org/pep-${String(number).padStart(4, "0")}/`,
});

export const pep513 = pep(513, "A Platform Tag for Portable Linux Built Distributions");
export const pep571 = pep(571, "The manylinux2010 Platform Tag");
export const pep599 = pep(599, "The manylinux2014 Platform Tag");
export const pep600 = pep(600, "Future manylinux Platform Tags");
export const pep725 = pep(725, "Specifying external dependencies in pyproject.toml");
export const pep770 = pep(770, "Improving measurability of Python packages with Software Bill-of-Materials");
export const pep817 = pep(817, "Wheel Variants: Beyond Platform Tags");
export const pep825 = pep(825, "Wheel Variants: Package Format");

/** An issue or pull request, by what it is about. */
export const thread = (repository: string, number: number, about: string): Source => ({
  title: `${repository} #${String(number)}: ${about}`,
  address: `https://github.com/${repository}/issues/${String(number)}`,
});

export const repository = (name: string, about: string): Source => ({
  title: `${name}: ${about}`,
  address: `https://github.com/${name}`,
});

export const compliance = repository(
  "mayeut/pep600_compliance",
  "what each distribution brings, measured from its packages",
);
export const manylinuxImages = repository("pypa/manylinux", "the build images and which pip knows which tag");
export const policies: Source = {
  title: "auditwheel’s policies",
  address: "https://github.com/pypa/auditwheel/tree/main/src/auditwheel/policy",
};
export const dualAbi: Source = {
  title: "libstdc++: Dual ABI",
  address: "https://gcc.gnu.org/onlinedocs/libstdc++/manual/using_dual_abi.html",
};
export const itanium: Source = {
  title: "Itanium C++ ABI: name mangling",
  address: "https://itanium-cxx-abi.github.io/cxx-abi/abi.html#mangling",
};
export const toolsetGuide: Source = {
  title: "Red Hat Developer Toolset: C++ compatibility",
  address: "https://docs.redhat.com/en/documentation/red_hat_developer_toolset/12/html/user_guide/chap-gcc",
};
export const mixingObjects: Source = {
  title: "Is it safe to link C++17, C++14, and C++11 objects (a libstdc++ maintainer)",
  address: "https://stackoverflow.com/questions/46746878",
};
export const cudaEula: Source = {
  title: "CUDA Toolkit EULA",
  address: "https://docs.nvidia.com/cuda/eula/index.html",
};
export const cudaCompatibility: Source = {
  title: "NVIDIA: CUDA Compatibility",
  address: "https://docs.nvidia.com/deploy/cuda-compatibility/",
};
export const pathfinder: Source = {
  title: "NVIDIA: cuda-pathfinder, where the packages put their libraries",
  address: "https://github.com/NVIDIA/cuda-python",
};
export const newAbiTorch = thread("pytorch/pytorch", 123649, "wheels move to manylinux_2_28");
export const newAbiTorch27 = thread("pytorch/pytorch", 143962, "the new C++ ABI from version 2.7 on");
export const newAbiTensorFlow = thread("deepmodeling/deepmd-kit", 1791, "the C++ ABI of TensorFlow’s wheels");
export const importOrder = thread(
  "apache/arrow",
  4472,
  "pyarrow and TensorFlow crash, depending on the order of imports",
);
