/** Where the files of a wheel lie when it is installed (PEP 427, "Installing a wheel"; sysconfig's scheme `venv`). */

/** A virtual environment: what wheels are laid out in where there is no real one. */
export interface Layout {
  /** The environment's own folder, without the slash at its ends. */
  readonly prefix: string;
  /** Its site-packages. */
  readonly sitePackages: string;
}

export const layoutFor = (python: string): Layout => ({
  prefix: "env",
  sitePackages: `env/lib/python${python}/site-packages`,
});

/** The place of a file of the wheel, from the root of the file system on. */
export function installedPath(path: string, { prefix, sitePackages }: Layout): string {
  const [, scheme, rest] = /^[^/]+\.data\/([^/]+)\/(.+)$/s.exec(path) ?? [];
  if (scheme === undefined || rest === undefined) return `${sitePackages}/${path}`;
  switch (scheme) {
    case "scripts":
      return `${prefix}/bin/${rest}`;
    case "headers":
      return `${prefix}/include/${rest}`;
    case "data":
      return `${prefix}/${rest}`;
    default:
      // purelib and platlib are the same place in an environment.
      return `${sitePackages}/${rest}`;
  }
}
