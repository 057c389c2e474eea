import { SOURCES } from "../../../core/explanations/explanation.ts";
import { code, say } from "../../../core/sentence.ts";
import type { ConceptText } from "../../concept.ts";
import { repository, thread } from "../../sources.ts";

export const wheelSize: ConceptText = {
  summary: "What the index allows, and where the megabytes of a wheel come from.",
  whatItIs: [
    say`PyPI takes files of up to 100 MB (it counts 100 MiB), and 10 GB for all files of a project together. Both limits are raised on request, for a file up to 1 GiB. Large wheels live by that: torch 2.14.1 has 529 MiB, cuDNN 527, cuBLAS 404. Other indexes have their own limits.`,
    say`A release counts several times: once for each Python, each architecture, each of glibc and musl. Ten wheels of 90 MB make nearly a gigabyte, ten such releases fill the project.`,
  ],
  whyItBreaks: [
    say`The upload ends with “File too large. Limit for project … is 100 MB”, often on the day of a release, and an exception takes time. If the project as a whole is full, no file of any size goes through: “Project size too large”.`,
    say`Where the bytes are: native code, nearly always. In wheels for GPUs it is the code for each generation of GPU; in the 479 MiB of libtorch_cuda (torch 2.14.1) sm_100 takes 68. Elsewhere it is debug information, a copy of the same library under two names, static archives that nobody needs at run time, or the C++ library linked into each of many modules.`,
    say`A container is no place to hide them: PyPI also refuses archives that inflate to more than 50 times their size (beyond 64 MiB), as protection from archives made to fill a disk.`,
  ],
  howToFix: [
    say`Strip: ${code("strip --strip-unneeded")} or ${code("-Wl,--strip-debug")} removes what debuggers need and users do not.`,
    say`Build against the stable ABI: one wheel instead of one for each Python.`,
    say`Require the large libraries as packages instead of bundling them; one project’s wheel of 1.8 GB came to 33 MB in a trial without NVIDIA’s.`,
    say`Drop GPU generations that other entries serve: code for 8.0 runs on 8.6 too, and dropping sm_86 saves 49 MiB in libtorch_cuda. Mind the users of those you drop altogether.`,
    say`Ask for a higher limit early, with reasons.`,
  ],
  seeYourself: [
    {
      command: "unzip -lv FILE.whl | sort --numeric-sort --reverse | head --lines=3",
      shows: "The sum, then the largest files: their size unpacked, and what they take in the archive.",
      output: `    5867             1312  78%                            5 files
    5256  Defl:N      820  84% 2026-01-01 00:00 76712be4  tiny_ok/_core.cpython-312-x86_64-linux-gnu.so
     376  Defl:N      268  29% 2026-01-01 00:00 5f34601a  tiny_ok-1.0.dist-info/RECORD`,
      measuredOn: "tiny_ok",
    },
    {
      command: "readelf --sections --wide FILE.so | grep -E 'debug_info|nv_fatbin|hip_fatbin'",
      shows: "Debug information or GPU code; the size in hexadecimal follows the offset.",
      output: `  [15] .debug_info       PROGBITS        0000000000000000 01006f 0000a9 00      0   0  1`,
      measuredOn: "debug_info: debug_info/_core.cpython-312-x86_64-linux-gnu.so",
    },
  ],
  sources: [
    repository("pypi/support", "requests for higher limits, and what is granted"),
    {
      title: "PyPI: limits in the code (MAX_FILESIZE, UPLOAD_LIMIT_CAP)",
      address: "https://github.com/pypi/warehouse/blob/main/warehouse/constants.py",
    },
    SOURCES.pypiArchives,
    thread("nntile/nntile", 423, "from 1.8 GB to 33 MB"),
    thread("pypi/support", 2341, "torch, 1000 MB"),
  ],
  findings: ["archive-anomaly", "gpu-code-without-ptx", "could-be-abi3", "several-openmp"],
  concepts: ["cuda-in-wheels", "libraries-across-wheels", "stable-abi"],
};
