// Few rules, each with its reason. Formatting is Prettier's business, types are the compiler's.
import { defineConfig } from "eslint/config";
import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default defineConfig(
  { ignores: ["dist/", "wasm/target/", "wasm/dist/", "node_modules/"] },
  // Part of no project: it is compiled against the installed package (test/run/package.mjs).
  { ignores: ["test/run/package/types.ts"] },
  {
    files: ["src/**/*.{ts,tsx}", "test/**/*.{ts,tsx}"],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      // Bytes and JSON enter as `unknown` and are parsed once; an `any` would travel on unseen.
      "@typescript-eslint/no-explicit-any": "error",
      "@typescript-eslint/no-unsafe-assignment": "error",
      // A new kind of finding, blocker or error must be handled everywhere before it compiles.
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A forgotten promise is a reading that cannot be cancelled.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // Types vanish from the bundle; worker files must not pull in each other's code by accident.
      "@typescript-eslint/consistent-type-imports": "error",
      // Always-true conditions hide a misunderstanding of the facts.
      "@typescript-eslint/no-unnecessary-condition": "error",
      // Every value has one owner.
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // Full numbers in CI, a tenth elsewhere; one number by itself would be either.
      "no-restricted-syntax": [
        "error",
        {
          selector: "Property[key.name='numRuns'] > Literal",
          message: "Say propertyRuns(…) (test/property-runs.ts).",
        },
      ],
    },
  },
  {
    // Scripts that no compiler reads.
    files: ["**/*.mjs"],
    rules: {
      // What is left over from an earlier version misleads.
      "no-unused-vars": ["error", { varsIgnorePattern: "^_" }],
      "prefer-const": "error",
      eqeqeq: "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      // "Cannot be null here" belongs in a type, not in a mark.
      "@typescript-eslint/no-non-null-assertion": "error",
      // The command line writes through its own streams, the page through its screens.
      "no-console": "error",
      // No dialogs that block a reading.
      "no-alert": "error",
    },
  },
  {
    files: ["src/app/**/*.tsx", "src/app/**/*.ts"],
    plugins: { "react-hooks": hooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      // Text from a wheel is hostile; it is rendered as text, never as markup.
      "no-restricted-syntax": ["error", "JSXAttribute[name.name='dangerouslySetInnerHTML']"],
    },
  },
);
