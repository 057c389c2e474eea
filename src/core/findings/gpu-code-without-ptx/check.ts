/** Kernel groups with machine code only: a driver can compile nothing for GPUs that came later. */
import type { CudaTarget } from "../../../facts/code-facts.ts";
import type { Evidence } from "../../evidence.ts";
import type { GpuKnowledge } from "../../knowledge/gpu.ts";
import { type Device, capability, runs, targetName } from "../../readings/gpu/devices.ts";
import { gpuNames } from "../../readings/gpu/gpu-words.ts";
import { type JudgedGpu, type JudgedLibrary, judgedGpu } from "../../readings/gpu/judged.ts";
import { type Sentence, code, count, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const judged = judgedGpu(context);
  const lacking = (judged?.libraries ?? []).filter(({ withoutPtx }) => withoutPtx > 0);
  if (judged === null || lacking.length === 0) return null;
  const paths = lacking.map(({ path }) => path);
  const some = lacking.some(({ withoutPtx, containers }) => withoutPtx < containers);
  const newest = newestArch(judged);
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "has", "have")} ${some ? "kernel groups without PTX" : "no PTX"}: GPUs later than those of ${capability(newestServed(lacking, judged.devices, context.knowledge.gpu))} cannot run ${some ? "these" : "the code"}${unserved(judged)}.`,
    advice: [
      say`Add PTX of a recent architecture, ${code(`-gencode arch=compute_${String(newest)},code=compute_${String(newest)}`)} or ${code("+PTX")} in ${code("TORCH_CUDA_ARCH_LIST")}: the driver of a later GPU then compiles it when it is first used.`,
      say`If size matters more, nothing has to change; say in the release notes which GPUs the wheel is for.`,
    ],
    libraries: paths,
    evidence: lacking.map(({ path, withoutPtx, containers }): Evidence => ({
      in: path,
      note: `${String(withoutPtx)} of ${count(containers, "kernel group")} without PTX`,
    })),
  };
};

/** The newest GPU that the machine code of kernel groups without PTX runs on. */
function newestServed(
  lacking: readonly JudgedLibrary[],
  devices: readonly Device[],
  knowledge: GpuKnowledge,
): number {
  const archs = new Map<string, CudaTarget>();
  for (const { cuda } of lacking) {
    for (const group of cuda.groups) {
      const targets = group.targets.flatMap(
        (index): CudaTarget | readonly CudaTarget[] => cuda.targets[index] ?? [],
      );
      if (targets.some(({ kind, suffix }) => kind === "ptx" && suffix === "")) continue;
      for (const target of targets) if (target.kind === "sass") archs.set(targetName(target), target);
    }
  }
  const machine = [...archs.values()];
  const served = devices.filter((device) =>
    machine.some((target) => runs(target, device, knowledge) !== null),
  );
  return served.reduce((newest, { sm }) => Math.max(newest, sm), 0);
}

/** The newest architecture to make PTX for: that of code which is not for one GPU or family only, if there is such. */
function newestArch({ libraries }: JudgedGpu): number {
  const code = libraries.flatMap(({ cuda }) =>
    cuda.targets.filter(({ kind }) => kind === "sass" || kind === "ptx"),
  );
  const plain = code.filter(({ suffix }) => suffix === "");
  return (plain.length > 0 ? plain : code).reduce((newest, { arch }) => Math.max(newest, arch), 0);
}

/** GPUs known today that nothing in the wheel serves. */
function unserved({ devices, coverage }: JudgedGpu): Sentence {
  const names = gpuNames(devices, coverage, "none");
  return names.length === 0 ? [] : say`; of those known today it does not run on ${names}`;
}
