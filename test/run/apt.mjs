/** Debian's package manager, without questions. */
import { spawnSync } from "node:child_process";

/** Whether it did what it was asked to. */
export function apt(args) {
  const result = spawnSync("apt-get", args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
  });
  return result.status === 0;
}
