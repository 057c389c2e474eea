/** For what must not take long: time of the processor. A clock on the wall measures what else the machine is doing. */

/** Milliseconds of processor time that this process has used so far. */
export function cpuNow(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
