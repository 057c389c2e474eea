/**
 * Names of Python's C API, of all versions, by how many of the pinned wheels of test/proof name them: those that two projects or
 * more have. Part of version 1 of the form of links: its order can never change. Another version may bring another table.
 */
export const table: readonly string[] = (
  "_Py_NoneStruct PyErr_SetString PyErr_Occurred PyExc_TypeError PyLong_FromLong PyExc_ValueError " +
  "PyTuple_New PyLong_AsLong PyExc_RuntimeError PyList_New PyDict_New _Py_Dealloc PyBytes_FromStringAndSize " +
  "_Py_TrueStruct _Py_FalseStruct PyType_IsSubtype PyExc_OverflowError PyTuple_GetItem PyErr_Clear " +
  "PyImport_ImportModule PyType_Type PyEval_SaveThread PyList_Append PyEval_RestoreThread " +
  "PyObject_GetAttrString PyFloat_Type PyErr_Format PyUnicode_FromStringAndSize PyUnicode_FromString " +
  "PyExc_AttributeError PyObject_GetAttr PyBytes_AsString PyErr_SetObject PyExc_IndexError PyObject_Str " +
  "PyErr_ExceptionMatches PyExc_SystemError PyObject_SetAttr PyObject_SetAttrString PyDict_Next " +
  "PyObject_GC_UnTrack PyObject_GetIter PyGILState_Ensure PyGILState_Release PyFloat_AsDouble " +
  "PyExc_ImportError PyCapsule_GetPointer PyObject_IsTrue PyCapsule_New PyUnicode_FromFormat PyObject_Repr " +
  "PyModuleDef_Init PyLong_FromSsize_t PyObject_Call PyBool_Type PyDict_SetItem PyFloat_FromDouble " +
  "PyTuple_Type PyObject_IsInstance PyIter_Next PyLong_Type PyDict_Size PyObject_GetItem " +
  "PyErr_WriteUnraisable PyBaseObject_Type PyDict_Type PyUnicode_InternFromString PyObject_Size PyErr_Fetch " +
  "PyDict_GetItemWithError PyErr_GivenExceptionMatches PyMem_Free PyUnicode_Type PyList_Type PyTuple_Size " +
  "PyCMethod_New PyErr_Restore PyUnicode_AsUTF8AndSize PyDict_SetItemString PyObject_ClearWeakRefs " +
  "PyExc_MemoryError PyBuffer_Release _Py_NotImplementedStruct PyCallable_Check PyObject_GetBuffer " +
  "PyTuple_Pack PyObject_RichCompareBool PyByteArray_Type PyLong_AsUnsignedLong PyModule_GetDict " +
  "PyObject_GenericGetAttr PyErr_WarnEx PyObject_SetItem PyErr_NoMemory PyExc_StopIteration PyExc_KeyError " +
  "PyObject_CallObject PyLong_FromUnsignedLong PyObject_Free PyLong_FromSize_t PyDict_GetItemString " +
  "PyType_Ready PyCFunction_Type PyObject_Hash PyImport_AddModule PyDict_Contains PyExc_NotImplementedError " +
  "PyObject_CallMethodObjArgs PyMem_Malloc PyObject_CallFunctionObjArgs PyObject_GenericGetDict " +
  "PyObject_GenericSetDict PyNumber_Long PyException_SetCause PyUnicode_AsUTF8String PyBytes_Size " +
  "PyException_SetTraceback PyException_GetTraceback PyNumber_Index PyLong_FromLongLong PySequence_Check " +
  "PySlice_Type PyObject_GC_Del PyUnicode_InternInPlace PyExc_Exception PyErr_NormalizeException " +
  "PyBytes_Type PyBytes_AsStringAndSize PyUnicode_DecodeUTF8 PyObject_GC_Track PySequence_Tuple " +
  "PyTuple_SetItem PySequence_Contains PyBytes_FromString PyUnicode_AsEncodedString PySequence_Size " +
  "PyModule_GetName PyCapsule_Type PyObject_RichCompare _PyObject_GC_New PyObject_IsSubclass " +
  "PyExc_BufferError PyModule_NewObject _PyType_Lookup PyUnicode_Concat PyExc_RuntimeWarning " +
  "PyType_Modified PyObject_Malloc PySequence_GetItem _PyObject_New PyCapsule_GetName " +
  "PyExc_DeprecationWarning PyObject_Vectorcall PyTuple_GetSlice PyNumber_Add PyDict_DelItem PyErr_Print " +
  "PySet_Type _PyThreadState_UncheckedGet PyObject_VectorcallMethod PyList_GetItem PyIndex_Check " +
  "PyList_SetItem PyLong_FromUnsignedLongLong PyThreadState_Get PyErr_WarnFormat PyInterpreterState_GetID " +
  "PyMethod_Type PyLong_AsSsize_t PyErr_PrintEx PyObject_Init PySet_New PySet_Add PyLong_AsLongLong " +
  "PyOS_snprintf PyExc_ModuleNotFoundError PyObject_HasAttr PySlice_New PyDict_Copy PyType_GetFlags " +
  "PyModule_Create2 PyModule_AddObject PyList_Size PyFrozenSet_Type PyLong_AsDouble Py_IsInitialized " +
  "PyType_FromSpec PyMem_Realloc PyImport_GetModuleDict PyCapsule_IsValid Py_EnterRecursiveCall " +
  "Py_LeaveRecursiveCall PyType_FromMetaclass PyImport_GetModule PyUnicode_New PyEval_GetBuiltins " +
  "PyList_AsTuple PyNumber_Subtract PyErr_SetNone PyErr_GetRaisedException PyErr_SetRaisedException " +
  "PyByteArray_AsString PyArg_UnpackTuple PyIter_Check PyList_SetSlice PyNumber_And PyModule_Type " +
  "PyTraceBack_Here PyExc_NameError Py_Version PyDict_SetDefault PyMethod_New PyNumber_InPlaceAdd " +
  "PyDict_Update PyInterpreterState_Get PySequence_List _PyObject_CallFunction_SizeT PyLong_FromVoidPtr " +
  "PyLong_AsUnsignedLongLong PyFrame_New PyCode_NewEmpty PyImport_ImportModuleLevelObject PyObject_Format " +
  "PyBool_FromLong PyExc_ZeroDivisionError PyByteArray_Size PyMethodDescr_Type PyObject_SelfIter " +
  "_Py_BuildValue_SizeT PyMemoryView_FromObject PyNumber_Or PyNumber_Float PyObject_VectorcallDict " +
  "PyMemoryView_FromMemory _PyObject_GetDictPtr PyNumber_Multiply PyExc_AssertionError " +
  "PyUnicode_FromOrdinal PyNumber_Remainder PyObject_HasAttrString PyUnicode_Join PyNumber_Check " +
  "PyType_GetSlot PyThreadState_GetFrame PyUnicode_AsUTF8 PyObject_CallMethod PyExc_OSError " +
  "_PyDict_GetItem_KnownHash _PyObject_GenericGetAttrWithDict PyUnstable_Code_NewWithPosOnlyArgs Py_XDECREF " +
  "PyObject_CallFinalizerFromDealloc PyObject_GC_IsFinalized PyArg_ValidateKeywordArguments " +
  "PyUnicode_Substring _PyUnicode_FastCopyCharacters PyUnicode_Compare PyCapsule_GetContext " +
  "PyWeakref_NewRef PyFrozenSet_New PyDict_GetItem PyType_GenericAlloc _PyObject_ClearManagedDict " +
  "_PyObject_VisitManagedDict PyGC_Disable PyGC_Enable PyUnicode_FindChar _Py_FatalErrorFunc " +
  "PyExc_UnboundLocalError PyUnicode_Format _PyDict_SetItem_KnownHash PyTraceBack_Type PyExc_GeneratorExit " +
  "Py_BuildValue PyErr_NewException PyExc_BaseException PySlice_Unpack _PyByteArray_empty_string " +
  "PyComplex_Type PyNumber_FloorDivide PySet_Contains PyArg_ParseTuple PyGen_Type PyObject_DelItem " +
  "PyDict_Clear PyUnicode_AsASCIIString PySlice_AdjustIndices PyObject_CheckBuffer PyCapsule_SetContext " +
  "PyExc_IOError _PyDict_Pop PyRange_Type PyThread_allocate_lock PyThread_free_lock PyFloat_FromString " +
  "PyUnicode_FromKindAndData _PyObject_CallMethod_SizeT PySequence_Fast PySet_Size PyObject_CallFunction " +
  "Py_GetVersion _PyDict_NewPresized Py_GenericAlias PyNumber_Invert PyOS_string_to_double PyNumber_Lshift " +
  "PyType_GenericNew PyErr_CheckSignals _PyBytes_Join PyCapsule_SetName PyInterpreterState_GetDict " +
  "PyException_SetContext PyProperty_Type PyUnicode_Decode PyCapsule_Import PyNumber_InPlaceMultiply " +
  "PyImport_Import _Py_ascii_whitespace PyList_Sort _PyUnicode_IsWhitespace PyExc_UserWarning " +
  "PyLong_AsVoidPtr PyMem_Calloc PyUnicode_Resize _PyArg_ParseTuple_SizeT PyNumber_Negative " +
  "PyNumber_TrueDivide PyUnicode_CompareWithASCIIString PyUnicode_DecodeASCII PyWrapperDescr_Type " +
  "_Py_EllipsisObject PyNumber_Xor PyStaticMethod_New PyArg_ParseTupleAndKeywords PyMapping_Check " +
  "_PySet_NextEntry PyMapping_Items PyFrame_GetCode PyFrame_GetLineNumber PyObject_Not " +
  "PyDescr_NewClassMethod _PyArg_ParseTupleAndKeywords_SizeT PyNumber_Power PyLong_FromString " +
  "PyObject_CallNoArgs PyCapsule_SetDestructor PyExc_UnicodeDecodeError PyType_GetName " +
  "PyErr_NewExceptionWithDoc PyNumber_InPlaceOr PyFrame_GetBack PyExc_ArithmeticError PySys_GetObject " +
  "PyUnicode_Contains PyComplex_AsCComplex PyLong_AsLongLongAndOverflow PyMemoryView_Type PyExc_SyntaxError " +
  "PyGILState_Check PyVectorcall_Call PyModule_GetState PyExc_KeyboardInterrupt PyObject_GenericSetAttr " +
  "PyGILState_GetThisThreadState PyThreadState_Clear PyInstanceMethod_Type _Py_DecRef _Py_IncRef " +
  "PyClassMethod_New PyObject_LengthHint PyNumber_InPlaceSubtract _PyList_Extend PyNumber_Absolute " +
  "PyUnicode_Split _PyObject_NextNotImplemented PyCoro_Type PyRun_StringFlags PyModule_AddIntConstant " +
  "PySequence_SetItem PyExc_FutureWarning PyNumber_AsSsize_t PySequence_GetSlice PyBuffer_IsContiguous " +
  "PyBuffer_FillInfo PyErr_FormatV Py_AtExit PyOS_FSPath PyEval_AcquireThread PyInstanceMethod_New " +
  "PyThreadState_DeleteCurrent PyThreadState_New PyThread_tss_create PyThread_tss_get PyThread_tss_set " +
  "PyDict_DelItemString PyCFunction_NewEx PyLong_AsLongAndOverflow PyNumber_Rshift PyList_Insert " +
  "PyThread_acquire_lock PyThread_release_lock PyComplex_ImagAsDouble PyComplex_RealAsDouble PySet_Pop " +
  "PyErr_SetFromErrno PyUnicode_GetLength PyDict_Keys PyLong_FromDouble PyStaticMethod_Type " +
  "PyTraceBack_Print PyWeakref_GetObject PyList_Reverse PyUnicode_DecodeLatin1 PyObject_Type PySet_Discard " +
  "_PyWeakref_RefType _PyStack_AsDict PyExc_FileNotFoundError PyArray_API PyFunction_Type " +
  "PyType_GetQualName PyEval_EvalCode PyComplex_FromDoubles _PyLong_Copy PyInterpreterState_Main " +
  "PyUnicode_MAX_CHAR_VALUE PyUnicode_Tailmatch PyThreadState_GetDict PyUnicode_Replace " +
  "PyModule_GetNameObject PyObject_Realloc PyCFunction_GetFunction PyCFunction_GetSelf PyExc_SystemExit " +
  "PyMapping_Keys Py_IncRef PyUnicode_EncodeFSDefault PySequence_Repeat PyThread_tss_delete PyMem_RawFree " +
  "PyNumber_InPlaceTrueDivide PyObject_Dir PyExc_StopAsyncIteration PyException_GetCause " +
  "PyObject_CallOneArg PySequence_Concat PyDict_Items PyLong_AsUnsignedLongLongMask PyMem_RawMalloc " +
  "PyNumber_Divmod PyDict_Merge PyExc_UnicodeEncodeError PyModule_AddObjectRef _PyErr_FormatFromCause " +
  "PyGen_GetCode PyCFunction_GetFlags Py_DecRef PyByteArray_FromStringAndSize PyExc_TimeoutError " +
  "PyUnicode_DecodeFSDefault PyExc_PermissionError PyType_FromModuleAndSpec PyCapsule_SetPointer " +
  "Py_FatalError Py_CompileString PyVectorcall_NARGS PyArray_RUNTIME_VERSION PyUFunc_API " +
  "PyObject_HashNotImplemented PyUnicode_READ PyMapping_GetItemString PyExc_LookupError " +
  "PyUnicode_FromEncodedObject PyDict_Values PyNumber_InPlaceFloorDivide PyBytes_FromFormat " +
  "PyNumber_InPlaceAnd PyUnicode_FromWideChar PyBytes_FromObject PyExc_BlockingIOError PyEval_GetLocals " +
  "PyModule_GetFilenameObject Py_GenericAliasType _Py_IsFinalizing PyExc_ConnectionAbortedError " +
  "PyExc_ConnectionRefusedError PyExc_ConnectionResetError PyExc_FileExistsError PyType_FromSpecWithBases " +
  "PyCode_New PyEval_EvalCodeEx PyEval_EvalFrameEx _Py_CheckRecursionLimit _Py_CheckRecursiveCall " +
  "_PyUnicode_Ready PyBytes_AS_STRING PyObject_TypeCheck PyTuple_GET_SIZE PyTuple_SET_ITEM Py_SIZE " +
  "Py_XINCREF PyList_SET_ITEM PyBytes_GET_SIZE PyErr_GetExcInfo PyUnicode_DATA PyUnicode_GET_LENGTH " +
  "PyUnicode_IS_ASCII PyUnicode_IS_COMPACT Py_OptimizeFlag PyByteArray_AS_STRING PyByteArray_GET_SIZE " +
  "PyFrame_Type PyList_GET_SIZE PyVectorcall_Function PyComplex_FromCComplex PyExc_RecursionError " +
  "PyNumber_Positive PyObject_AsFileDescriptor PyDictProxy_New PyModule_AddStringConstant PyNumber_ToBase " +
  "_PyErr_BadInternalCall PyAsyncGen_Type PyIter_Send PySet_Clear _PyGen_SetStopIterationValue " +
  "_PyObject_LookupAttr PyExc_Warning PyMem_RawCalloc PyModule_ExecDef PyModule_FromDefAndSpec2 " +
  "PyUnicodeDecodeError_Create PyFile_AsFile PyMem_RawRealloc PyMemoryView_GetContiguous " +
  "PyStructSequence_New PySys_WriteStderr _PyWeakref_CallableProxyType _PyWeakref_ProxyType PyLong_AsSize_t " +
  "PyModule_GetDef PyUnicode_DecodeUTF32 PyUnicode_FSConverter _PyBytes_Resize _Py_HashPointer " +
  "PyCode_GetVarnames PyEval_GetFrame PyEval_GetGlobals PyModule_AddFunctions PyObject_AsReadBuffer " +
  "PyUnicode_Find PyErr_SetFromErrnoWithFilename PyExc_BrokenPipeError PyExc_InterruptedError " +
  "PyExc_IsADirectoryError PyMapping_Size PySlice_GetIndicesEx PyUnicode_ReadChar PyUnicode_AsUnicode " +
  "Py_InitModule4_64 PyType_HasFeature Py_IS_TYPE Py_TYPE PyErr_SetExcInfo PyType_Check _Py_NewRef " +
  "PyCFunction_GET_SELF _PyUnicode_COMPACT_DATA _PyUnicode_NONCOMPACT_DATA _PyLong_CompactValue " +
  "_PyLong_IsCompact PyDict_GET_SIZE PyErr_SetHandledException PyString_FromString PyMethod_GET_FUNCTION " +
  "PyMethod_GET_SELF PyInt_FromLong PyExc_ImportWarning PyString_FromFormat Py_SET_SIZE _Py_ZeroStruct " +
  "PyInt_AsSsize_t PyInt_FromSsize_t PyInt_Type PyString_FromStringAndSize PyString_InternFromString " +
  "PyString_Type PyTraceMalloc_Track PyTraceMalloc_Untrack PyString_AsString PyString_Format Py_REFCNT " +
  "_PyThreadState_Current _PyGen_Send _PyString_Eq _Py_NewReference PyClass_Type PyFloat_AS_DOUBLE " +
  "PyNumber_MatrixMultiply PyObject_Print PyUnicodeUCS2_Compare PyUnicodeUCS2_DecodeUTF8 " +
  "PyUnicodeUCS2_FromStringAndSize _Py_HashDouble PyDescr_IsData PyNumber_Int PySequence_InPlaceConcat " +
  "PySequence_InPlaceRepeat PyUnicode_AsUCS4 _PyLong_Sign PyLong_FromUnicodeObject PyNumber_InPlaceRshift " +
  "PyUnicode_AsLatin1String PyUnicode_AsUCS4Copy _PyEval_SliceIndex _PyLong_AsByteArray " +
  "_PyLong_FromByteArray _PyUnicode_IsAlpha _PyUnicode_IsDecimalDigit _PyUnicode_IsDigit " +
  "_PyUnicode_IsNumeric PyOS_double_to_string PyOS_setsig PyObject_Unicode PyUnicodeUCS2_FromObject " +
  "PyUnicode_EncodeLocale _PyObject_GC_NewVar _PyObject_NewVar PyDictValues_Type PyExc_EOFError " +
  "PyExc_ReferenceError PyFortranObject_New PyFortranObject_NewAsAttr PyFortran_Type PyNumber_Divide " +
  "PyNumber_InPlaceLshift PyString_AsStringAndSize PyUnicodeUCS2_AsUTF8String PyUnicodeUCS2_FromUnicode " +
  "PyUnicode_READ_CHAR Py_CompileStringExFlags _PyDict_GetItemStringWithError PyArrayNeighborhoodIter_Next " +
  "PyCode_Addr2Line PyCode_Type PyDateTimeAPI PyFile_WriteObject PyFile_WriteString PyFrame_GetLasti " +
  "PyInstance_Type PyModule_AddType PyObject_GetTypeData PyState_FindModule PyStructSequence_InitType " +
  "PyUnicode_FromObject PyDescr_NewGetSet PyDescr_NewMethod PyEval_SetProfile PyEval_SetProfileAllThreads " +
  "PyExc_NotADirectoryError PyExc_ResourceWarning PyImport_ImportModuleLevel PyOS_InputHook " +
  "PySlice_GetIndices PySys_WriteStdout PyThread_get_thread_ident PyUnicodeUCS2_AsASCIIString " +
  "PyUnicodeUCS2_AsEncodedString Py_AddPendingCall Py_NewRef Py_ReprEnter Py_ReprLeave"
).split(" ");
