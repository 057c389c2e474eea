/**
 * `PT_GNU_STACK` with the executable flag. glibc 2.41 no longer makes the stack executable when a library is loaded later by
 * `dlopen`, as every extension module is, and refuses the library instead (glibc NEWS for 2.41).
 */
import { code, say } from "../sentence.ts";
import { finding, judgedLibraries, subject, verb, type Check } from "./check.ts";

export const executableStack: Check = (context) => {
  const marked = judgedLibraries(context).filter(
    ({ elf }) => elf.executableStack === true && elf.role !== "relocatable-object",
  );
  if (marked.length === 0) return null;
  const paths = marked.map(({ path }) => path);
  // A program gets its stack from the kernel, which still obeys.
  const onlyPrograms = marked.every(({ elf }) => elf.role === "executable");
  return finding("executable-stack", {
    severity: onlyPrograms ? "info" : "warning",
    sentence: say`${subject(paths)} ${verb(paths.length, "asks", "ask")} for an executable stack${onlyPrograms ? "" : "; on glibc 2.41 and newer the import fails with “cannot enable executable stack”"}.`,
    advice: [
      say`Usually an assembler file forgot its note: add ${code('.section .note.GNU-stack,"",@progbits')} to it, or link with ${code("-Wl,-z,noexecstack")}. For a finished file: ${code("patchelf --clear-execstack FILE")}.`,
    ],
    libraries: paths,
    evidence: marked.map(({ path }) => ({ in: path, note: "PT_GNU_STACK is executable" })),
  });
};
