/** Libraries of different CUDA majors that come into one process: each has a runtime of its own, with its own contexts and pointers. */
import type { CheckContext } from "../../check-context.ts";
import type { Evidence } from "../../evidence.ts";
import { distinct } from "../../order.ts";
import { majorsOfFiles, mixturesOf } from "../../readings/gpu/cuda-majors.ts";
import { type OtherMajor, requirementsOfOtherMajors } from "../../readings/gpu/undeclared.ts";
import { type Sentence, code, list, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const { facts, linkage, knowledge } = context;
  const files = majorsOfFiles(facts, knowledge.gpu);
  const mixtures = mixturesOf(files, facts, linkage);
  const needed = distinct(files.flatMap(({ decided }) => decided.map(({ major }) => String(major)))).map(
    Number,
  );
  const [only, another] = needed;
  // Builds for several majors side by side have requirements for one of them at most.
  const others =
    only !== undefined && another === undefined ? requirementsOfOtherMajors(context, [only]) : [];
  if (mixtures.length > 0) {
    const paths = mixtures.map(({ path }) => path);
    const majors = [...new Set(mixtures.flatMap((each) => each.majors))].sort((a, b) => a - b);
    return {
      sentence: say`${subject(paths)} ${verb(paths.length, "brings", "bring")} libraries of CUDA ${list(majors.map(String))} into one process.`,
      advice: advice(),
      libraries: paths,
      evidence: mixtures.flatMap(({ because }) =>
        because.flatMap(({ major, evidence }) =>
          evidence.slice(0, 2).map((each): Evidence => ({ ...each, note: `CUDA ${String(major)}` })),
        ),
      ),
    };
  }
  return only === undefined || others.length === 0 ? null : withRequirements(only, others, context);
};

function withRequirements(major: number, others: readonly OtherMajor[], { facts, knowledge }: CheckContext) {
  const files = majorsOfFiles(facts, knowledge.gpu).filter(({ decided }) => decided.length > 0);
  const paths = files.map(({ path }) => path);
  const names = others.map(({ requirement }) => code(requirement));
  return {
    sentence: say`${subject(paths)} ${verb(paths.length, "is", "are")} for CUDA ${major}, but the wheel asks for ${list(names)}, of CUDA ${list(distinct(others.map((each) => String(each.major))))}.`,
    advice: advice(),
    libraries: paths,
    evidence: [
      ...others.map((each): Evidence => ({
        note: `Requires-Dist: ${each.requirement}, of CUDA ${String(each.major)}`,
      })),
      ...files.flatMap(({ decided }) =>
        decided.flatMap(({ evidence }) =>
          evidence.slice(0, 1).map((each): Evidence => ({ ...each, note: `CUDA ${String(major)}` })),
        ),
      ),
    ],
  };
}

const advice = (): Sentence[] => [
  say`Build everything against one release, and ask for packages of that release: up to CUDA 12 their names end in ${code("-cu12")} or the like, since CUDA 13 most have no suffix.`,
  say`${code("cuda-toolkit")} with a version and extras, such as ${code("cuda-toolkit[cublas,cudart]==13.0.*")}, asks for parts that fit together.`,
];
