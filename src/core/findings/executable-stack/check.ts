/**
 * `PT_GNU_STACK` with the executable flag, or no such header where that means the same. glibc 2.41 no longer makes the stack executable
 * when a library is loaded later by `dlopen`, as every extension module is, and refuses the library instead (glibc NEWS for 2.41).
 * musl never did, and loads the library all the same.
 */
import { judgedLibraries } from "../../check-context.ts";
import { wantsExecutableStack } from "../../loading/host.ts";
import { type Sentence, code, say, subject, verb } from "../../sentence.ts";
import type { Check } from "../forms.ts";

export const check: Check = (context) => {
  const musl = context.judgement.libc === "musl";
  const marked = judgedLibraries(context).filter(
    ({ elf }) => elf.role !== "relocatable-object" && wantsExecutableStack(elf, musl),
  );
  if (marked.length === 0) return null;
  const paths = marked.map(({ path }) => path);
  // A program gets its stack from the kernel, which still obeys.
  const onlyPrograms = marked.every(({ elf }) => elf.role === "executable");
  return {
    severity: onlyPrograms || musl ? "info" : "warning",
    sentence: say`${subject(paths)} ${verb(paths.length, "asks", "ask")} for an executable stack${effect(onlyPrograms, musl)}.`,
    advice: [
      say`Usually an assembler file forgot its note: add ${code('.section .note.GNU-stack,"",@progbits')} to it, or link with ${code("-Wl,-z,noexecstack")}. For a finished file: ${code("patchelf --clear-execstack FILE")}.`,
      ...(onlyPrograms || musl
        ? []
        : [
            say`Whoever has only the wheel can start Python with ${code("GLIBC_TUNABLES=glibc.rtld.execstack=2")}, from glibc 2.42 on.`,
          ]),
    ],
    libraries: paths,
    evidence: marked.map(({ path, elf }) => ({
      in: path,
      note: elf.executableStack === null ? "no PT_GNU_STACK" : "PT_GNU_STACK is executable",
    })),
  };
};

function effect(onlyPrograms: boolean, musl: boolean): Sentence | string {
  if (onlyPrograms) return "";
  return musl
    ? "; musl does not give it to libraries, and code that relies on it crashes"
    : "; on glibc 2.41 and newer the import fails with “cannot enable executable stack”";
}
