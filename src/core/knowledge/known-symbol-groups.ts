/**
 * The groups of known-symbols.ts: well-known symbols, the version that linking against a newer library binds them to, and why.
 * Sources: glibc 2.43, `*.abilist` and NEWS; GCC 16.2, `gnu.ver`; symbols of libstdc++ 6.0.36.
 */

export interface SymbolGroupEntry {
  /** What a mangled name stands for, short enough for a sentence. */
  readonly reads?: string;
  readonly version: string;
  readonly names: readonly string[];
  /** One clause that completes "`pthread_create` asks for GLIBC_2.34: …". */
  readonly cause: string;
  readonly remedy?: string;
}

export const KNOWN_SYMBOL_GROUPS: readonly SymbolGroupEntry[] = [
  {
    version: "GLIBC_2.43",
    names: [
      "sqrtf",
      "acosf",
      "asinf",
      "acoshf",
      "atanhf",
      "coshf",
      "sinhf",
      "log10f",
      "tgammaf",
      "lgammaf",
      "remainder",
    ],
    cause: "since glibc 2.43 the float functions have versions without the old error handling",
    remedy: "Compiling with -fno-math-errno lets the compiler inline sqrtf.",
  },
  {
    version: "GLIBC_2.39",
    names: ["exp10"],
    cause: "since glibc 2.39 it has a version without the old error handling",
  },
  {
    version: "GLIBC_2.39",
    names: ["pidfd_spawn", "pidfd_spawnp", "pidfd_getpid"],
    cause: "it is new in glibc 2.39",
  },
  {
    version: "GLIBC_2.38",
    names: [
      "__isoc23_strtol",
      "__isoc23_strtoul",
      "__isoc23_strtoll",
      "__isoc23_strtoull",
      "__isoc23_sscanf",
      "__isoc23_fscanf",
      "__isoc23_vsscanf",
      "__isoc23_strtoimax",
      "__isoc23_strtoumax",
    ],
    cause:
      "with C23 features on (_GNU_SOURCE, which g++ always defines, or -std=gnu23) the headers of glibc 2.38 redirect strtol, sscanf and their relatives to new names",
    remedy: "For C code, compiling with -std=gnu17 and without _GNU_SOURCE keeps the old names.",
  },
  {
    version: "GLIBC_2.38",
    names: ["fmod", "fmodf"],
    cause: "since glibc 2.38 it has a version without the old error handling",
  },
  {
    version: "GLIBC_2.38",
    names: ["strlcpy", "strlcat"],
    cause: "they are new in glibc 2.38, and configure scripts use them where they find them",
    remedy: "Tell the configure step not to look for them.",
  },
  {
    version: "GLIBC_2.36",
    names: ["arc4random", "arc4random_buf", "arc4random_uniform"],
    cause:
      "it is new in glibc 2.36; it often comes with a statically linked libstdc++, expat or a crypto library",
    remedy: "Link libstdc++ dynamically, or disable the feature when configuring.",
  },
  {
    version: "GLIBC_2.35",
    names: ["_dl_find_object"],
    cause: "a libgcc built on glibc 2.35 or newer was linked statically",
    remedy: "Link libgcc_s dynamically (drop -static-libgcc).",
  },
  { version: "GLIBC_2.35", names: ["epoll_pwait2"], cause: "it is new in glibc 2.35" },
  {
    version: "GLIBC_2.34",
    names: [
      "pthread_create",
      "pthread_join",
      "pthread_detach",
      "pthread_once",
      "pthread_key_create",
      "pthread_key_delete",
      "pthread_getspecific",
      "pthread_setspecific",
      "pthread_mutex_trylock",
      "pthread_mutexattr_init",
      "pthread_mutexattr_settype",
      "pthread_rwlock_rdlock",
      "pthread_rwlock_wrlock",
      "pthread_rwlock_unlock",
      "pthread_setname_np",
      "sem_wait",
      "sem_post",
      "sem_init",
    ],
    cause:
      "glibc 2.34 merged libpthread into libc, which gave its functions a new default version; any thread code built on glibc 2.34 or newer asks for it",
  },
  {
    version: "GLIBC_2.34",
    names: ["dlopen", "dlsym", "dlclose", "dlerror", "dladdr"],
    cause: "glibc 2.34 merged libdl into libc, which gave its functions a new default version",
  },
  {
    version: "GLIBC_2.34",
    names: ["shm_open", "shm_unlink", "aio_read", "aio_write", "timer_create", "timer_settime", "mq_open"],
    cause: "glibc 2.34 merged librt into libc, which gave its functions a new default version",
  },
  {
    version: "GLIBC_2.34",
    names: ["forkpty", "openpty", "login_tty"],
    cause: "glibc 2.34 merged libutil into libc, which gave its functions a new default version",
  },
  {
    version: "GLIBC_2.34",
    names: ["__libc_start_main"],
    cause: "every program linked on glibc 2.34 or newer asks for it in its start-up code",
  },
  {
    version: "GLIBC_2.33",
    names: ["stat", "fstat", "lstat", "fstatat", "stat64", "fstat64", "lstat64", "fstatat64", "mknod"],
    cause:
      "before glibc 2.33 these were inline wrappers around __xstat; since then they are functions of their own",
  },
  { version: "GLIBC_2.33", names: ["mallinfo2"], cause: "it is new in glibc 2.33" },
  {
    version: "GLIBC_2.32",
    names: ["__libc_single_threaded"],
    cause: "the headers of libstdc++ 11 and newer (shared_ptr) look at it where glibc has it",
  },
  {
    version: "GLIBC_2.32",
    names: ["exp10f"],
    cause: "since glibc 2.32 it has a version without the old error handling",
  },
  {
    version: "GLIBC_2.32",
    names: ["pthread_getattr_np", "pthread_sigmask", "pthread_attr_setaffinity_np"],
    cause: "glibc 2.32 moved it from libpthread to libc, which gave it a new default version",
  },
  {
    version: "GLIBC_2.30",
    names: ["pthread_cond_clockwait", "pthread_mutex_clocklock", "sem_clockwait"],
    cause:
      "it is new in glibc 2.30; std::condition_variable::wait_for of GCC 10 and newer uses it where glibc has it",
  },
  { version: "GLIBC_2.30", names: ["gettid"], cause: "it is new in glibc 2.30" },
  {
    version: "GLIBC_2.29",
    names: ["pow", "exp", "exp2", "log", "log2"],
    cause:
      "since glibc 2.29 these have versions without the old error handling, and code built there asks for the new ones",
    remedy: "Single functions can be pinned to the old version with a .symver directive.",
  },
  {
    version: "GLIBC_2.28",
    names: ["fcntl64"],
    cause: "large-file builds (_FILE_OFFSET_BITS=64) on glibc 2.28 or newer call it for fcntl",
  },
  {
    version: "GLIBC_2.28",
    names: ["thrd_create", "thrd_join", "mtx_lock", "call_once"],
    cause: "C11 threads are new in glibc 2.28",
  },
  { version: "GLIBC_2.28", names: ["statx", "renameat2"], cause: "it is new in glibc 2.28" },
  {
    version: "GLIBC_2.27",
    names: ["powf", "expf", "exp2f", "logf", "log2f"],
    cause:
      "since glibc 2.27 these have versions without the old error handling, and code built there asks for the new ones",
    remedy: "Single functions can be pinned to the old version with a .symver directive.",
  },
  {
    version: "GLIBC_2.27",
    names: ["memfd_create", "copy_file_range", "mlock2"],
    cause: "it is new in glibc 2.27",
  },
  { version: "GLIBC_2.26", names: ["reallocarray", "preadv2", "pwritev2"], cause: "it is new in glibc 2.26" },
  {
    version: "GLIBC_2.25",
    names: ["getrandom", "getentropy", "explicit_bzero"],
    cause: "it is new in glibc 2.25; random-number and crypto code uses it where it finds it",
    remedy: "Tell the configure step not to look for it; the system call remains as a fallback.",
  },
  { version: "GLIBC_2.24", names: ["quick_exit"], cause: "glibc 2.24 gave it a new default version" },
  {
    version: "GLIBC_2.23",
    names: ["lgamma", "lgammaf", "lgammal"],
    cause: "since glibc 2.23 it no longer sets signgam in ISO C mode",
  },
  {
    version: "GLIBC_2.18",
    names: ["__cxa_thread_atexit_impl"],
    cause: "C++11 thread_local objects with destructors use it where glibc has it",
  },
  {
    version: "GLIBC_2.17",
    names: ["clock_gettime", "clock_getres", "clock_nanosleep"],
    cause: "glibc 2.17 moved it from librt to libc",
  },
  { version: "GLIBC_2.17", names: ["secure_getenv"], cause: "it is new in glibc 2.17" },
  { version: "GLIBC_2.15", names: ["__fdelt_chk"], cause: "FD_SET compiled with -D_FORTIFY_SOURCE calls it" },
  {
    version: "GLIBC_2.15",
    names: ["posix_spawn", "posix_spawnp"],
    cause: "glibc 2.15 gave it a new default version",
  },
  {
    version: "GLIBC_2.14",
    names: ["memcpy"],
    cause:
      "since glibc 2.14 memcpy on x86_64 no longer tolerates overlapping areas, and has a new default version",
    remedy: "It can be pinned to memcpy@GLIBC_2.2.5 with a .symver directive, or replaced by memmove.",
  },
  { version: "GLIBC_2.6", names: ["sched_getcpu"], cause: "it is new in glibc 2.6" },
  {
    reads: "std::string::_M_construct",
    version: "GLIBCXX_3.4.34",
    names: ["_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE12_M_constructILb0EEEvPKcm"],
    cause: "code compiled by GCC 15 or newer constructs std::string through it",
  },
  {
    reads: "std::ios_base_library_init",
    version: "GLIBCXX_3.4.32",
    names: ["_ZSt21ios_base_library_initv"],
    cause: "including <iostream> with GCC 13.2 or newer calls it",
  },
  {
    reads: "std::condition_variable::wait",
    version: "GLIBCXX_3.4.30",
    names: ["_ZNSt18condition_variable4waitERSt11unique_lockISt5mutexE"],
    cause: "GCC 12 gave std::condition_variable::wait a new default version",
  },
  {
    reads: "std::__glibcxx_assert_fail",
    version: "GLIBCXX_3.4.30",
    names: ["_ZSt21__glibcxx_assert_failPKciS0_S0_"],
    cause: "code compiled by GCC 12 or newer with _GLIBCXX_ASSERTIONS calls it",
  },
  {
    reads: "std::__throw_bad_array_new_length",
    version: "GLIBCXX_3.4.29",
    names: ["_ZSt28__throw_bad_array_new_lengthv"],
    cause: "almost any container growth compiled by GCC 11 or newer calls it",
  },
  {
    reads: "std::filesystem::status",
    version: "GLIBCXX_3.4.26",
    names: ["_ZNSt10filesystem6statusERKNS_7__cxx114pathE"],
    cause: "std::filesystem is part of libstdc++.so since GCC 9",
  },
  {
    reads: "std::thread::_M_start_thread",
    version: "GLIBCXX_3.4.22",
    names: ["_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE"],
    cause: "std::thread compiled by GCC 6 or newer starts through it",
  },
  {
    reads: "std::string::_M_create",
    version: "GLIBCXX_3.4.21",
    names: ["_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm"],
    cause:
      "std::string of the ABI of GCC 5 and newer lives in the namespace __cxx11, which begins with this version",
  },
  {
    version: "CXXABI_1.3.15",
    names: ["__cxa_call_terminate"],
    cause: "noexcept functions with clean-ups compiled by GCC 14 or newer call it",
  },
  {
    version: "CXXABI_1.3.13",
    names: [
      "_ZNSt15__exception_ptr13exception_ptr10_M_releaseEv",
      "_ZNSt15__exception_ptr13exception_ptr9_M_addrefEv",
    ],
    cause: "std::exception_ptr compiled by GCC 11 or newer uses it",
  },
  {
    reads: "operator delete(void*, unsigned long)",
    version: "CXXABI_1.3.9",
    names: ["_ZdlPvm"],
    cause: "sized operator delete is the default since C++14 with GCC 5",
  },
  {
    version: "GLIBC_2.43",
    names: ["openat2", "free_sized", "free_aligned_sized", "memset_explicit"],
    cause: "it is new in glibc 2.43",
  },
  { version: "GLIBC_2.34", names: ["close_range", "execveat"], cause: "it is new in glibc 2.34" },
  {
    version: "GLIBC_2.4",
    names: ["__stack_chk_fail"],
    cause: "code compiled with -fstack-protector calls it",
  },
  {
    reads: "std::from_chars",
    version: "GLIBCXX_3.4.29",
    names: ["_ZSt10from_charsPKcS0_RdSt12chars_format"],
    cause: "std::from_chars for floating-point numbers is part of libstdc++.so since GCC 11",
  },
  {
    reads: "std::__throw_out_of_range_fmt",
    version: "GLIBCXX_3.4.20",
    names: ["_ZSt24__throw_out_of_range_fmtPKcz"],
    cause: "range checks of std::string::at, substr and the like compiled by GCC 4.9 or newer call it",
  },
  {
    reads: "std::chrono::system_clock::now",
    version: "GLIBCXX_3.4.19",
    names: ["_ZNSt6chrono3_V212system_clock3nowEv"],
    cause: "code compiled since late releases of GCC 4.8 reads the clock through it",
  },
  {
    reads: "std::__detail::_Prime_rehash_policy::_M_need_rehash",
    version: "GLIBCXX_3.4.18",
    names: ["_ZNKSt8__detail20_Prime_rehash_policy14_M_need_rehashEmmm"],
    cause: "std::unordered_map and std::unordered_set call it when they grow",
  },
  {
    reads: "std::__detail::_List_node_base::_M_hook",
    version: "GLIBCXX_3.4.15",
    names: ["_ZNSt8__detail15_List_node_base7_M_hookEPS0_"],
    cause: "inserting into a std::list calls it",
  },
  {
    reads: "std::__throw_bad_function_call",
    version: "GLIBCXX_3.4.14",
    names: ["_ZSt25__throw_bad_function_callv"],
    cause: "calling a std::function refers to it",
  },
  {
    reads: "std::condition_variable::notify_all",
    version: "GLIBCXX_3.4.11",
    names: ["_ZNSt18condition_variable10notify_allEv"],
    cause: "std::thread and its relatives begin with GCC 4.4",
  },
  {
    reads: "std::__ostream_insert",
    version: "GLIBCXX_3.4.9",
    names: ["_ZSt16__ostream_insertIcSt11char_traitsIcEERSt13basic_ostreamIT_T0_ES6_PKS3_l"],
    cause: "writing a string to a stream calls it",
  },
  {
    reads: "operator new(unsigned long, std::align_val_t)",
    version: "CXXABI_1.3.11",
    names: ["_ZnwmSt11align_val_t"],
    cause: "C++17 allocates types of unusual alignment with it",
  },
  {
    version: "CXXABI_1.3.8",
    names: ["__cxa_throw_bad_array_new_length"],
    cause: "new T[n] refers to it where n is only known at run time",
  },
  {
    version: "CXXABI_1.3.7",
    names: ["__cxa_thread_atexit"],
    cause: "C++11 thread_local objects with destructors use it",
  },
  {
    reads: "std::_Hash_bytes",
    version: "CXXABI_1.3.5",
    names: ["_ZSt11_Hash_bytesPKvmm"],
    cause: "std::hash of strings calls it",
  },
  {
    reads: "std::rethrow_exception",
    version: "CXXABI_1.3.3",
    names: ["_ZSt17rethrow_exceptionNSt15__exception_ptr13exception_ptrE"],
    cause: "std::exception_ptr begins with GCC 4.4",
  },
];
