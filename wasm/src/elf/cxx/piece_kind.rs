//! What the letters of a mangled name can be.
use crate::named::named;

named! {
    /// What a piece of a mangled name is (Itanium C++ ABI, 5.1). `…-end` closes the last open part of its
    /// kind; what stands between is one level deeper.
    pub enum PieceKind {
        /// `_Z`.
        Mangled = "mangled",
        /// `TV`, `Thn16_`, `GV` …: a table, thunk or guard of what follows (5.1.4.1).
        Special = "special",
        /// `16_` in the name of a construction vtable, before the class it is part of.
        BaseOffset = "base-offset",
        /// `.cold`, `@VERSION`: no part of the name.
        Suffix = "suffix",

        /// `N`: scopes and a name (5.1.4).
        Name = "name",
        NameEnd = "name-end",
        /// `r`, `V`, `K` and `H` behind `N`: of a member function.
        MemberQualifiers = "member-qualifiers",
        /// `R` or `O` behind `N`.
        MemberReference = "member-reference",
        /// `St`.
        Std = "std",
        /// A length and so many letters.
        Identifier = "identifier",
        /// `L` before a name: seen in its own file only.
        Internal = "internal",
        /// `F` before the name of a friend that its class defines.
        Friend = "friend",
        /// `C1`, `D0` …: a constructor or destructor (5.1.4.3).
        Structor = "structor",
        /// An abi tag: `B` and an identifier.
        Tag = "tag",
        /// `DC`: the names of a structured binding.
        Binding = "binding",
        BindingEnd = "binding-end",
        /// `Ut_`: a type without a name.
        Unnamed = "unnamed",
        /// `Ul`: the parameters of a closure.
        Lambda = "lambda",
        LambdaEnd = "lambda-end",
        /// `M` in a name: the member that a closure initialises.
        ClosureMember = "closure-member",
        /// `Z`: the function that something is inside of (5.1.4.2).
        Local = "local",
        LocalEnd = "local-end",
        /// `s`: a string literal of that function.
        LocalText = "local-text",
        /// `d0_`: a default argument of that function.
        DefaultArgument = "default-argument",
        /// `_0`, `__12_`: which of several by the same name.
        Which = "which",

        /// Two letters (5.1.3.1).
        Operator = "operator",
        /// `cv`: a conversion to the type that follows.
        Conversion = "conversion",
        /// `li`: a literal with the suffix that follows.
        LiteralOperator = "literal-operator",
        /// `v1`: an operator of a vendor.
        VendorOperator = "vendor-operator",

        /// `Ss`, `Sa` …: names of `std` with an abbreviation (5.1.10).
        Abbreviation = "abbreviation",
        /// `S_`, `S0_` …: an earlier part once more (5.1.10).
        Again = "again",
        /// `T_`, `T0_` …: an argument of the template.
        TemplateParameter = "template-parameter",

        /// One or two letters, or a floating type with its width (5.1.5.2).
        Builtin = "builtin",
        /// `DB8_`, `DU8_`: an integer with its width in bits.
        BitInt = "bit-int",
        /// `u` and an identifier: a type of a vendor.
        VendorType = "vendor-type",
        /// `U` and an identifier: a qualifier of a vendor.
        VendorQualifier = "vendor-qualifier",
        /// `r`, `V`, `K` before a type.
        Qualifiers = "qualifiers",
        /// `Do`.
        Noexcept = "noexcept",
        /// `DO`: `noexcept` with a condition.
        Condition = "condition",
        ConditionEnd = "condition-end",
        /// `Dw`: the types that a function throws.
        Throws = "throws",
        ThrowsEnd = "throws-end",
        /// `Dx`.
        TransactionSafe = "transaction-safe",
        /// `P`, `R`, `O`, `C`, `G`: pointer to, reference to … the type that follows.
        Indirection = "indirection",
        /// `M`: a pointer to a member of the class that follows, of the type after it.
        Member = "member",
        /// `A4_` before the type of its elements; `A`, an expression and `size-end`.
        Array = "array",
        /// `Dv4_`, or with an expression like an array.
        Vector = "vector",
        SizeEnd = "size-end",
        /// `F`: a result and parameters.
        Function = "function",
        FunctionEnd = "function-end",
        /// `Dt`, `DT`.
        Decltype = "decltype",
        DecltypeEnd = "decltype-end",
        /// `Dp`: each of a list.
        Expansion = "expansion",
        /// `Dk`, `DK`: `auto` that fulfils the concept that follows.
        ConstrainedAuto = "constrained-auto",
        /// `Ts`, `Tu`, `Te`: `struct`, `union`, `enum` spelled out.
        Elaborated = "elaborated",

        /// `I` (5.1.7).
        Arguments = "arguments",
        ArgumentsEnd = "arguments-end",
        /// `J`: several arguments for one parameter.
        Pack = "pack",
        PackEnd = "pack-end",
        /// `Ty`, `Tn`, `Tp`, `Tk`: how a parameter of a template was declared; `Tt`, which has an end.
        Declaration = "declaration",
        DeclarationEnd = "declaration-end",
        /// `Q`: what the arguments must fulfil.
        Constraint = "constraint",

        /// `L`: a value.
        Value = "value",
        /// Its letters.
        Literal = "literal",
        /// `_Z` in a value: the function or object of that name.
        Address = "address",
        ValueEnd = "value-end",
        /// `X` (5.1.6).
        Expression = "expression",
        ExpressionEnd = "expression-end",
        /// `pl`, `cl`, `sr` …: a step of an expression. Those that take any number of operands have an end.
        Operation = "operation",
        OperationEnd = "operation-end",
        /// `fp_`, `fL0p_`: a parameter of the function.
        FunctionParameter = "function-parameter",

        /// The rest of a name, of a form that the grammar does not know.
        Unread = "unread",
        /// A name too long to be taken apart.
        Overlong = "overlong",
        /// A name of Rust's newer scheme.
        Rust = "rust",
        /// No mangled name.
        Plain = "plain",
    }
}
