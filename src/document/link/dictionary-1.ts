/**
 * What deflate is primed with: text that links have in common costs next to nothing where it stands here. Part of version 1 of the form,
 * byte for byte, for ever: another text, and no older link opens. A new version may bring another one.
 *
 * From far to near, as nearer text is cheaper: names that follow from the rules (versions, system libraries, tags), then strings that the
 * pinned wheels (test/proof) of three or more projects have in common, the most frequent last, then the form itself.
 */

const names = (
  "libXrender.so.1 libICE.so.6 libSM.so.6 libgobject-2.0.so.0 libgthread-2.0.so.0 libglib-2.0.so.0 " +
  "libresolv.so.2 libnsl.so.1 libcrypt.so.1 libatomic.so.1 libgfortran.so.5 libgfortran.so.3 " +
  "libquadmath.so.0 libopenblas libssl.so.3 libcrypto.so.3 libsqlite3.so.0 liblzma.so.5 libbz2.so.1 " +
  "libzstd.so.1 libffi.so.8 libuuid.so.1 libxcb.so.1 libfreetype.so.6 libjpeg.so.62 libpng16.so.16 " +
  "libpython3.12.so.1.0 libc.musl-aarch64.so.1 ld-linux.so.2 ld-linux-riscv64-lp64d.so.1 ld64.so.1 " +
  "libamdhip64.so.7 libhsa-runtime64.so.1 libhipblas.so.3 librocblas.so.5 libcublasLt.so.12 " +
  "libcufft.so.12 libcufftw.so.12 libcurand.so.12 libcusolver.so.12 libcusolverMg.so.12 " +
  "libcusparse.so.12 libcusparseLt.so.12 libnvJitLink.so.12 libnvToolsExt.so.12 libnvrtc-builtins.so.12 " +
  "libnppc.so.12 libnpps.so.12 libnppig.so.12 libcupti.so.12 libcufile.so.12 libnccl.so.12 " +
  "libcudnn.so.12 libnvshmem_host.so.12 GLIBC_2.19 GLIBC_2.20 GLIBC_2.21 GLIBC_2.24 GLIBC_2.30 " +
  "GLIBC_2.31 GLIBC_2.35 GLIBC_2.36 GLIBC_2.37 GLIBC_2.38 GLIBC_2.39 GLIBC_2.40 GLIBC_2.41 GLIBC_2.42 " +
  "GLIBC_2.5 GLIBC_2.13 GLIBC_PRIVATE GLIBC_ABI_DT_RELR GLIBCXX_3.4.1 GLIBCXX_3.4.2 GLIBCXX_3.4.3 " +
  "GLIBCXX_3.4.4 GLIBCXX_3.4.6 GLIBCXX_3.4.7 GLIBCXX_3.4.8 GLIBCXX_3.4.10 GLIBCXX_3.4.12 GLIBCXX_3.4.16 " +
  "GLIBCXX_3.4.23 GLIBCXX_3.4.24 GLIBCXX_3.4.25 GLIBCXX_3.4.26 GLIBCXX_3.4.27 GLIBCXX_3.4.28 " +
  "GLIBCXX_3.4.30 GLIBCXX_3.4.31 GLIBCXX_3.4.32 GLIBCXX_3.4.33 GLIBCXX_3.4.34 CXXABI_1.3.4 CXXABI_1.3.6 " +
  "CXXABI_1.3.10 CXXABI_1.3.12 CXXABI_1.3.13 CXXABI_1.3.14 CXXABI_1.3.15 CXXABI_FLOAT128 CXXABI_TM_1 " +
  "GCC_4.5.0 GFORTRAN_1.0 GFORTRAN_10 LIBATOMIC_1.0 VERSION $ORIGIN/../../nvidia/cublas/lib " +
  "$ORIGIN/../../nvidia/cuda_runtime/lib $ORIGIN/../../nvidia/cudnn/lib $ORIGIN/../../nvidia/nccl/lib " +
  "$ORIGIN/../.libs $ORIGIN/.. .cpython-312-powerpc64le-linux-gnu.so .cpython-312-riscv64-linux-gnu.so " +
  ".cpython-312-arm-linux-gnueabihf.so .cpython-312-i386-linux-gnu.so " +
  ".cpython-312-aarch64-linux-musl.so .cpython-310-x86_64-linux-gnu.so .cpython-311-x86_64-linux-gnu.so " +
  ".cpython-313-x86_64-linux-gnu.so .cpython-314-x86_64-linux-gnu.so .cpython-313t-x86_64-linux-gnu.so " +
  ".cpython-314t-x86_64-linux-gnu.so cp312-cp312-musllinux_1_1_i686.whl " +
  "cp312-cp312-manylinux_2_28_riscv64.whl cp312-cp312-manylinux_2_39_riscv64.whl " +
  "cp312-cp312-musllinux_1_2_aarch64.whl cp312-cp312-musllinux_1_2_x86_64.whl " +
  "cp312-cp312-manylinux2014_ppc64le.manylinux_2_17_ppc64le.whl " +
  "cp312-cp312-manylinux2014_s390x.manylinux_2_17_s390x.whl " +
  "cp312-cp312-manylinux_2_17_i686.manylinux2014_i686.whl " +
  "cp312-cp312-manylinux1_x86_64.manylinux_2_5_x86_64.whl " +
  "cp312-cp312-manylinux2010_x86_64.manylinux_2_12_x86_64.whl cp312-cp312-manylinux_2_34_x86_64.whl " +
  "cp312-cp312-manylinux_2_27_x86_64.whl cp312-cp312-manylinux_2_24_x86_64.whl " +
  "cp312-cp312-manylinux_2_17_aarch64.manylinux2014_aarch64.whl " +
  "cp312-cp312-manylinux2014_aarch64.manylinux_2_17_aarch64.whl cp312-cp312-manylinux_2_28_aarch64.whl " +
  "cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp38-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp310-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp311-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "py3-none-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp310-cp310-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp311-cp311-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp314-cp314-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp314-cp314t-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl " +
  "cp313-cp313-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl $ORIGIN/ " +
  "$ORIGIN/../../lib -cp312-cp312-manylinux2014_x86_64.whl -cp312-cp312-musllinux_1_2_x86_64.whl " +
  "-py3-none-any.whl .cpython-312-aarch64-linux-gnu.so .cpython-312-s390x-linux-gnu.so " +
  ".cpython-312-x86_64-linux-musl.so >=3.12 GCC_3.5 GCC_4.8.0 GLIBCXX_3.4.13 GLIBCXX_3.4.29 GLIBC_2.1 " +
  "GLIBC_2.1.3 GLIBC_2.29 HighsTaskExecutor LIBTIFF_4.0 LIBTIFF_4.1 LIBTIFF_4.2 LIBTIFF_4.3 LIBTIFF_4.4 " +
  "LIBTIFF_4.5 LIBTIFF_4.6.1 XZ_5.0 XZ_5.2 ZLIB_1.2.0.8 ZLIB_1.2.12 ZLIB_1.2.2.3 ZLIB_1.2.2.4 " +
  "ZLIB_1.2.3.3 ZLIB_1.2.3.5 ZLIB_1.2.5.1 ZLIB_1.2.5.2 ZLIB_1.2.7.1 ZLIB_1.2.9 " +
  "_ZN4cuda3std3__45__cpo4cendE _ZN4cuda3std3__45__cpo6cbeginE _ZN4cuda3std3__48unexpectE " +
  "_ZNKSs4findEPKcmm _ZNKSs7compareEPKc " +
  "_ZNKSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE5rfindEPKcmm " +
  "_ZNKSt7__cxx1119basic_ostringstreamIcSt11char_traitsIcESaIcEE3strEv " +
  "_ZNSt10filesystem15hard_link_countERKNS_7__cxx114pathE " +
  "_ZNSt10filesystem6renameERKNS_7__cxx114pathES3_ " +
  "_ZNSt16invalid_argumentC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE " +
  "_ZNSt20bad_array_new_lengthD1Ev _ZNSt3_V215system_categoryEv _ZNSt3_V216generic_categoryEv " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE12_M_constructEmc " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6resizeEmc " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE7reserveEm " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEC1EOS4_ " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEED1Ev " +
  "_ZNSt7__cxx1115basic_stringbufIcSt11char_traitsIcESaIcEE8_M_pbumpEPcS5_l " +
  "_ZNSt8__detail15_List_node_base9_M_unhookEv " +
  "_ZSt16__ostream_insertIcSt11char_traitsIcEERSt13basic_ostreamIT_T0_ES6_PKS3_l " +
  "_ZSt18_Rb_tree_incrementPSt18_Rb_tree_node_base _ZSt19uncaught_exceptionsv " +
  "_ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_ " +
  "_ZTVN10__cxxabiv120__si_class_type_infoE _ZTVN10__cxxabiv121__vmi_class_type_infoE " +
  "_ZnamSt11align_val_t __cpu_model __ctype_b_loc __cxa_pure_virtual __cxa_rethrow " +
  "__deregister_frame_info __errno_location __libc_start_main __powidf2 __pthread_key_create " +
  "__register_frame_info __sched_cpualloc __sched_cpucount __stack_chk_guard __udivmodti4 __unordtf2 " +
  "cp311-abi3-manylinux_2_28_x86_64 cp312-abi3-manylinux_2_28_x86_64 cp312-cp312-manylinux2014_s390x " +
  "cp312-cp312-manylinux_2_17_s390x cp312-cp312-manylinux_2_28_aarch64 cp312-cp312-musllinux_1_2_x86_64 " +
  "getenv ld-linux-aarch64.so.1 ld64.so.2 libGL.so libGLX_nvidia.so.0 libLLVMHipSpvPasses.so libX11.so " +
  "libXext.so.6 libcublas.so.12 libcuda.so libcupti.so.13 libexpat.so.1 libfontconfig.so.1 " +
  "libgfortran-040039e1-0352e75f.so.5.0.0 libimf.so libintlc.so.5 libirng.so libmvec.so.1 libnccl.so.2 " +
  "libquadmath-96973f99-934c22de.so.0.0.0 libstdc++-5d72f927.so.6.0.33 libsvml.so libsycl.so.9 " +
  "libtbb.so.12 libtbbmalloc.so.2 libtorch_python.so libunwind.so manylinux_2_17_s390x nvidia/cu13/lib " +
  "omp_set_num_threads posix_spawnp printf psutil pthread_cond_signal pthread_key_create " +
  "pthread_mutex_lock pthread_mutex_unlock pthread_sigmask py3-none-manylinux1_x86_64 " +
  "py3-none-manylinux2010_x86_64 py3-none-manylinux_2_27_x86_64 py3-none-musllinux_1_1_x86_64 pyyaml " +
  "qt_version_tag scipy >=3.7 GCC_12.0.0 GCC_13.0.0 GCC_14.0.0 GCC_3.4.4 GLIBC_2.0 GLIBC_2.32 " +
  "GLIBC_2.33 GOACC_2.0 GOACC_2.0.1 GOMP_4.0.1 GOMP_PLUGIN_1.0 GOMP_PLUGIN_1.1 GOMP_PLUGIN_1.2 OACC_2.0 " +
  "OACC_2.0.1 OACC_2.5 QUADMATH_1.1 _ZN4cuda3std3__48in_placeE _ZNSs12_M_leak_hardEv _ZNSsC1ERKSs " +
  "_ZNSt16invalid_argumentC1EPKc " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE10_M_replaceEmmPKcm " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE4swapERS4_ " +
  "_ZNSt8__detail15_List_node_base7_M_hookEPS0_ _ZSt17__throw_bad_allocv " +
  "_ZTTNSt7__cxx1119basic_istringstreamIcSt11char_traitsIcESaIcEEE " +
  "_ZTVNSt7__cxx1118basic_stringstreamIwSt11char_traitsIwESaIwEEE ______v __cudaGetKernel " +
  "__cxa_free_exception __cxa_guard_abort __eqtf2 __getf2 __isoc99_sscanf __nv_relfatbin __signgam " +
  "_dist_code _length_code _tr_align _tr_flush_block _tr_init _tr_stored_block _tr_tally csinq dlerror " +
  "explicit_bzero inflate_fast inflate_table ld-linux-armhf.so.3 lgammaf libOpenCL.so.1 libc10.so " +
  "libc10_cuda.so libcublas.so.13 libcublasLt.so.13 libcudart.so.12 libcurand.so.10 " +
  "libgcc_s-0cd532bd.so.1 libiomp5.so libnvidia-ml.so.1 libnvrtc.so.12 libtorch.so libtorch_cpu.so " +
  "libtorch_cuda.so libutil.so.1 manylinux_2_24_x86_64 omp_get_thread_num packaging pthread_once sinhq " +
  "statx strcmp strfromf128 vsnprintf zcalloc zcfree " +
  "-py3-none-manylinux2014_x86_64.manylinux_2_17_x86_64.whl CXXABI_1.3.1 GCC_3.4.2 GCC_4.7.0 GLIBC_2.2 " +
  "GLIBC_2.22 GLIBC_2.34 GOMP_3.0 GOMP_5.0 OMP_3.1 OMP_4.0 OMP_4.5 OMP_5.0 PNG16_0 ZLIB_1.2.0.2 " +
  "ZLIB_1.2.2 _ZNKSt5ctypeIcE13_M_widen_initEv _ZNSs6appendEPKcm " +
  "_ZNSt7__cxx1118basic_stringstreamIcSt11char_traitsIcESaIcEEC1ESt13_Ios_Openmode " +
  "_ZNSt7__cxx118numpunctIcE2idE _ZTVN10__cxxabiv117__class_type_infoE _ZdaPvSt11align_val_t " +
  "__cxa_end_catch __cxa_guard_release __cxa_thread_atexit __divdc3 __letf2 _gfortran_concat_string " +
  "libOpenCL.so libnvrtc.so.13 meson musllinux_1_2_x86_64 py3-none-any " +
  "-cp312-cp312-manylinux2014_x86_64.manylinux_2_17_x86_64.whl -py2.py3-none-manylinux_2_28_x86_64.whl " +
  "GFORTRAN_8 GFORTRAN_C99_8 GFORTRAN_F2C_8 GLIBC_2.26 GOMP_2.0 GOMP_parallel OMP_2.0 OMP_3.0 " +
  "_ZN4cuda3std3__45__cpo5beginE _ZNSt15__exception_ptr13exception_ptrC1EPv " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE10_M_disposeEv " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_assignERKS4_ _ZSt11_Hash_bytesPKvmm " +
  "_ZSt19piecewise_construct _ZSt20__throw_system_errori _ZSt25__throw_bad_function_callv " +
  "_ZTISt20bad_array_new_length _ZTVNSt7__cxx1118basic_stringstreamIcSt11char_traitsIcESaIcEEE " +
  "__cxa_atexit __cxa_guard_acquire clock_getres dlopen libEGL.so.1 libc.musl-x86_64.so.1 " +
  "libcudart.so.13 libgomp.so.1 pthread_setname_np py2-none-manylinux_2_28_x86_64 " +
  "py3-none-manylinux_2_17_x86_64 sqrtf $ORIGIN/../lib >=3.9 GCC_7.0.0 GLIBCXX_3.4.5 GOMP_4.5 " +
  "QUADMATH_1.0 _ZNSt11logic_errorC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE " +
  "_ZNSt12out_of_rangeC1EPKc " +
  "_ZNSt13runtime_errorC1ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE " +
  "_ZNSt6chrono3_V212system_clock3nowEv " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6appendEPKcm " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE6insertEmPKc _ZSt24__throw_out_of_range_fmtPKcz " +
  "_ZTVNSt7__cxx1119basic_ostringstreamIcSt11char_traitsIcESaIcEEE __floatunditf __gcc_personality_v0 " +
  "__tls_get_addr __udivti3 compressBound deflate_copyright dlsym inflateReset2 inflate_copyright " +
  "lgamma libittnotify.so py3-none-manylinux2014_x86_64 py3-none-manylinux_2_28_x86_64 uncompress2 " +
  "z_errmsg -cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl GLIBC_2.18 GOMP_1.0 " +
  "_Unwind_Backtrace _ZNSt7__cxx1118basic_stringstreamIcSt11char_traitsIcESaIcEED1Ev " +
  "_ZSt7getlineIcSt11char_traitsIcESaIcEERSt13basic_istreamIT_T0_ES7_RNSt7__cxx1112basic_stringIS4_S5_T1_EES4_ " +
  "_ZTTNSt7__cxx1119basic_ostringstreamIcSt11char_traitsIcESaIcEEE " +
  "_ZTVNSt7__cxx1119basic_istringstreamIcSt11char_traitsIcESaIcEEE _ZTVSt20bad_array_new_length _ZdlPv " +
  "__cxa_allocate_exception __gttf2 aligned_alloc libGL.so.1 libX11.so.6 malloc manylinux_2_5_x86_64 " +
  "numpy -cp312-cp312-manylinux_2_28_x86_64.whl >=3.8 ZLIB_1.2.3.4 " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_appendEPKcm _ZSt20__throw_length_errorPKc " +
  "_ZTINSt8ios_base7failureB5cxx11E _ZdaPvm cp312-cp312-manylinux_2_17_x86_64 crc32_combine_gen " +
  "crc32_combine_gen64 crc32_combine_op getrandom GLIBC_2.11 GOMP_4.0 OMP_1.0 " +
  "_ZNKSt8__detail20_Prime_rehash_policy14_M_need_rehashEmmm _ZNSt13runtime_errorC1EPKc " +
  "_ZNSt13runtime_errorC2ERKNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEEE " +
  "_ZTTNSt7__cxx1119basic_ostringstreamIwSt11char_traitsIwESaIwEEE _ZdaPv _ZdlPvmSt11align_val_t _Znam " +
  "__cxa_begin_catch __cxa_init_primary_exception __cxa_throw_bad_array_new_length __stack_chk_fail " +
  "cp312-cp312-manylinux2014_x86_64 cp312-cp312-manylinux_2_27_x86_64 log2f ZLIB_1.2.0 " +
  "_ZNSt7__cxx1112basic_stringIcSt11char_traitsIcESaIcEE9_M_createERmm " +
  "_ZNSt7__cxx1119basic_ostringstreamIcSt11char_traitsIcESaIcEED1Ev " +
  "_ZZNSt19_Sp_make_shared_tag5_S_tiEvE5__tag _ZdlPvSt11align_val_t fcntl64 manylinux_2_28_x86_64 " +
  "memcmp memmove /lib64/ld-linux-x86-64.so.2 _ZNSt6chrono3_V212steady_clock3nowEv " +
  "_ZSt21ios_base_library_initv __gxx_personality_v0 getauxval getentropy memset strrchr " +
  "_ZTVNSt7__cxx1115basic_stringbufIcSt11char_traitsIcESaIcEEE _ZnwmSt11align_val_t " +
  "__cxa_thread_atexit_impl .nv_fatbin GLIBC_2.23 GLIBC_2.8 _Znwm __popcountdi2 >=3.11 GCC_3.3.1 " +
  "GCC_4.0.0 _ZTTNSt7__cxx1118basic_stringstreamIcSt11char_traitsIcESaIcEEE _ZTINSt6thread6_StateE " +
  "libcuda.so.1 GCC_4.3.0 manylinux_2_27_x86_64 GLIBC_2.15 " +
  "_ZNSt6thread15_M_start_threadESt10unique_ptrINS_6_StateESt14default_deleteIS1_EEPFvvE " +
  "_ZNSt6thread6_StateD2Ev strlen GLIBCXX_3.4.22 GLIBC_2.28 _Unwind_GetIPInfo " +
  "_ZSt28__throw_bad_array_new_lengthv .abi3.so CXXABI_1.3.2 GLIBCXX_3.4.17 " +
  "cp312-cp312-manylinux_2_28_x86_64 >=3.10 CXXABI_1.3.11 GLIBC_2.25 GLIBC_2.9 libz.so.1 GCC_3.4 " +
  "CXXABI_1.3.8 secure_getenv CXXABI_1.3.3 GLIBC_2.12 manylinux_2_17_x86_64 " +
  ".cpython-312-x86_64-linux-gnu.so CXXABI_1.3.7 GLIBC_2.10 __cxa_finalize GLIBC_2.3.3 GCC_3.3 " +
  "GCC_4.2.0 _ZdlPvm GLIBCXX_3.4.14 GLIBCXX_3.4.20 $ORIGIN CXXABI_1.3.5 GLIBCXX_3.4.15 GLIBC_2.27 " +
  "CXXABI_1.3.9 GLIBCXX_3.4.19 GLIBCXX_3.4.21 _Unwind_Resume GLIBCXX_3.4.18 GLIBC_2.16 clock_gettime " +
  "GLIBCXX_3.4.9 librt.so.1 GLIBCXX_3.4.11 GLIBC_2.7 GLIBC_2.6 CXXABI_1.3 GLIBCXX_3.4 GLIBC_2.17 " +
  "GLIBC_2.3.2 libstdc++.so.6 ld-linux-x86-64.so.2 GLIBC_2.3.4 GLIBC_2.4 libdl.so.2 GCC_3.0 " +
  "libgcc_s.so.1 memcpy libm.so.6 GLIBC_2.3 GLIBC_2.14 libpthread.so.0 GLIBC_2.2.5 libc.so.6"
).split(" ");

const phrases = [
  "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-10)",
  "GCC: (GNU) 4.1.2 20080704 (Red Hat 4.1.2-55)",
  "GCC: (GNU) 4.8.2 20140120 (Red Hat 4.8.2-15)",
  "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-20)",
  "GCC: (crosstool-NG UNKNOWN) 8.5.0",
  "Intel(R) oneAPI DPC++/C++ Compiler 2024.2.0 (2024.2.0.20240602)",
  "Linker: LLD 18.1.8",
  "scikit-build-core 1.1.1",
  "GCC: (GNU) 13.3.1 20240611 (Red Hat 13.3.1-2)",
  "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-26)",
  "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-29)",
  "bdist_wheel (0.37.1)",
  "maturin (1.15.0)",
  "scikit-build-core 1.0.3",
  "setuptools (80.9.0)",
  "setuptools (82.0.1)",
  "GCC: (Alpine 14.2.0) 14.2.0",
  "setuptools (84.2.1)",
  "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-7)",
  "setuptools (84.0.0)",
  "GCC: (GNU) 4.8.5 20150623 (Red Hat 4.8.5-44)",
  "GCC: (GNU) 8.5.0 20210514 (Red Hat 8.5.0-28)",
  "GCC: (GNU) 14.2.1 20250110 (Red Hat 14.2.1-11)",
  "GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)",
  "maturin (1.9.4)",
  "scikit-build-core 0.11.6",
  "bdist_wheel (0.45.1)",
  "poetry-core 2.1.3",
  "Linker: LLD 21.1.8",
  "clang version 20.1.8",
  "rustc version 1.90.0 (1159e78c4 2025-09-14)",
  "GCC: (Debian 12.2.0-14) 12.2.0",
  "GCC: (Ubuntu 13.3.0-6ubuntu2~24.04) 13.3.0",
  'numpy>=1.23.5; extra == \\"test\\"',
  'pytest>=7; extra == \\"dev\\"',
  '; extra == \\"docs\\"',
  '; python_version < \\"3.11\\"',
  '; platform_system == \\"Linux\\" and platform_machine == \\"x86_64\\"',
  '; sys_platform == \\"linux\\"',
];

/** The order of keys, and values that are often so. */
const form = [
  '{"k":1,"f":"example.so","z":16384,"e":1,"r":[false,0,[],0],"l":[{"p":"',
  '.so","z":1234,"r":false,"e":{"c":0,"m":183,"a":2,"t":1,"l":1,"r":2,"ld":"/lib64/","n":[0,1,2,3],"rp":["$ORIGIN/../example.libs"],"ru":["$ORIGIN"],"v":[0,[1,2,["',
  '"],true]],"d":["',
  '"],"w":[[4,false,1,2,null,null],[5,true,1,1,null,null]],"i":["',
  '"],"is":null,"x":null,"ro":2,"ro":0,"bn":true,"st":true,"tr":true,"al":65536,"al":2097152,"sd":false,"di":true,"cm":[1,2,"',
  '"],"se":[28,true,false],"sm":[3,4],"cx":{"r":{"n":[56,"_ZNSt7__cxx11',
  '"],"o":1,"s":2,"u":34},"f":{"n":12,"u":3,"c":["::"]},"o":{"n":7,"u":123,"c":["',
  '"]},"t":{"c":1234,"n":123,"o":12,"s":1,"h":[3,"',
  '"],"m":[1,"',
  '"]}},"u":[12,"',
  '"],"p":{"i":[""],"e":["","',
  '"],"n":12,"l":["","',
  '"]},"g":{"c":{"c":12,"b":12345,"p":[[".nv_fatbin",1,2]],"t":[[0,2,75,0,null,12,345678,901234,1],[1,1,90,1,"8.0",1,2,3,2]],"g":[[[0,1,2],3,4567]],"k":["12.8.93"]},"h":{"n":1,"b":2,"t":[["gfx90a",1,2]]}},"ml":["',
  '"]}},{"p":"',
  '","z":123,"x":{"i":"library-truncated","p":"","d":""}}],"im":[],"r":[true,12,[["hash-differs","',
  '"]],1],"a":[[[0,null,null]],1]},[1,null]]]}',
  '{"version":1,"names":["libc.so.6","libpthread.so.0","GLIBC_2.14","GLIBC_2.2.5"],"title":"","policies":"2026-08-30","tool":"0.1.0","dropped":[[0,12],[1,345]],"wheels":[[{"f":"example-1.0.0-cp312-cp312-manylinux_2_17_x86_64.manylinux2014_x86_64.manylinux_2_28_x86_64.whl","z":22985,"h":"',
  '","i":{"d":"example-1.0.0.dist-info","n":"example","v":"1.0.0","rp":">=3.10","rd":["numpy>=","',
  '"],"t":["cp312-cp312-manylinux_2_17_x86_64","cp312-cp312-manylinux2014_x86_64","cp312-cp312-manylinux_2_28_x86_64"],"p":true,"g":"setuptools (84.0.0)"},"e":11,"d":["example.libs"],"l":[{"p":"example/_core.cpython-312-x86_64-linux-gnu.so","z":44072,"e":{"r":1,"s":"libexample-0a1b2c3d.so.1","n":["libpthread.so.0",0],"v":[0,["GLIBC_2.2.5",1],["GLIBC_2.14",1,["memcpy"]]],"k":[1,7,4],"i":["="],"b":"',
  '","cm":["GCC: (GNU) 10.2.1 20210130 (Red Hat 10.2.1-11)"],"se":26,"p":{"i":["AAAAAAAAAAAAAAAAAAAAAAAAAABAAAAAAAAABAAAAABABCAB"],"l":[""]}}},{"p":"example/',
  '"]}}}]},[0,"manylinux_2_17_x86_64"]]]}',
];

export const dictionary: string = [...phrases, ...names].join('","') + form.join("");
