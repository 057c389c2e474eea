/** A library of NVIDIA's driver inside the wheel: it fits one kernel module, that of the machine it was copied from. */
import { readLibraries } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { bundledAs } from "../../readings/gpu/collect.ts";
import { code, nameList, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = ({ facts, knowledge }) => {
  const found = readLibraries(facts).flatMap(({ path, elf }) => {
    const known = bundledAs(path, elf, knowledge.gpu);
    const isDriver = known?.component.from === "driver" && known.component.vendor === "nvidia";
    // Without a version it is the link-time name, which some wheel's own library may have.
    return known !== null && isDriver && known.version !== "" ? [{ path, name: known.name }] : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  const paths = found.map(({ path }) => path);
  const names = distinct(found.map(({ name }) => name));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "is a copy", "are copies")} of ${nameList(names)} from the GPU driver; where the machine has another driver, CUDA finds no device.`,
    advice: [
      say`Leave ${verb(paths.length, "it", "them")} out: ${code(`auditwheel repair --exclude ${first.name}`)}. The driver of the machine brings its own.`,
      say`NVIDIA's licence does not allow it in a wheel either: driver libraries may be passed on only in certain container images (CUDA EULA, Attachment A).`,
    ],
    libraries: paths,
    evidence: found.map(({ path, name }): Evidence => ({ in: path, from: name })),
  };
};
