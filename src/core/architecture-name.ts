/**
 * What an architecture is called in sentences. Those that platform tags know have their name; of others the reader gives `e_machine`,
 * for which Linux, GCC and Go have names of their own (gABI, "ELF Header"; binutils, `include/elf/common.h`).
 */
import type { Architecture } from "../facts/model.ts";

/** Machines on which Linux, or something beside it, runs; and what GPU tools put into wheels. */
const MACHINES: ReadonlyMap<number, string> = new Map([
  [2, "sparc"],
  [4, "m68k"],
  [8, "mips"],
  [15, "hppa"],
  [18, "sparc"],
  [20, "ppc"],
  [22, "s390"],
  // Without the hard-float EABI, version 5, or with the bytes the other way round: neither armv6l nor armv7l.
  [40, "arm"],
  [41, "alpha"],
  [42, "sh"],
  [43, "sparc64"],
  [50, "ia64"],
  // 64-bit machines in files of 32 bits.
  [62, "x32"],
  [83, "avr"],
  [92, "openrisc"],
  [94, "xtensa"],
  [105, "msp430"],
  [113, "nios2"],
  [164, "hexagon"],
  [189, "microblaze"],
  [190, "NVIDIA GPUs"],
  [195, "arc"],
  [224, "AMD GPUs"],
  [243, "riscv32"],
  [247, "bpf"],
  [252, "csky"],
  [0x9026, "alpha"],
]);

/** `x86_64`, `mips`; `machine 65535` for one without a name here. */
export function architectureName(architecture: Architecture): string {
  if (!architecture.startsWith("machine-")) return architecture;
  const number = architecture.slice("machine-".length);
  return MACHINES.get(Number(number)) ?? `machine ${number}`;
}
