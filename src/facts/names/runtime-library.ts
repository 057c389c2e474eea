/** Libraries of the C library, the compilers and Python: which names they have is known, or decided by versions. */
const RUNTIME =
  /^(?:lib(?:c|m|dl|pthread|rt|util|resolv|crypt|nsl|anl|BrokenLocale|gcc_s|atomic|stdc\+\+|python[\d.]+[a-z]*)\.so(?:\.[\d.]+)?|libc\.musl-\w+\.so\.1|ld-(?:linux|musl)[\w.-]*\.so(?:\.\d+)?|ld(?:64)?\.so\.\d)$/;

/** Any other library from outside of the wheel may bring any name. */
export const isRuntimeLibrary = (needed: string): boolean => RUNTIME.test(needed);
