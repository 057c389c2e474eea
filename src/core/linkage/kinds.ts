/** How a needed library is satisfied. */
export type Linkage =
  | { readonly needed: string; readonly kind: "in-wheel"; readonly path: string; readonly via: string }
  /** In the wheel, but no search path of this file reaches it: whether it loads depends on who loaded it first. */
  | { readonly needed: string; readonly kind: "in-wheel-unreachable"; readonly path: string }
  | { readonly needed: string; readonly kind: "allowed" }
  | { readonly needed: string; readonly kind: "loader" }
  | { readonly needed: string; readonly kind: "libpython" }
  /**
   * RPATH leaves the wheel but stays in site-packages. `via` is the directory, e.g. `nvidia/cublas/lib`. `package` is set where
   * no search path leads there, but `Requires-Dist` names a package known to bring the library: importing it first loads it.
   */
  | { readonly needed: string; readonly kind: "other-wheel"; readonly via: string; readonly package?: string }
  /** Comes with the GPU driver (libcuda.so.1, libnvidia-ml.so.1). */
  | { readonly needed: string; readonly kind: "driver" }
  | { readonly needed: string; readonly kind: "missing" };
