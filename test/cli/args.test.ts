import { describe, expect, it } from "vitest";
import { parseCommand, UsageError } from "../../src/cli/args/args.ts";
import { help } from "../../src/cli/args/help.ts";
import { commandNames, commands, optionGroups, options } from "../../src/cli/args/options.ts";

const parse = (line: string) => parseCommand(line.split(" ").filter(Boolean));

describe("parseCommand", () => {
  it("gives show its defaults", () => {
    expect(parse("show a.whl")).toEqual({
      kind: "show",
      options: {
        inputs: ["a.whl"],
        format: "text",
        output: null,
        against: null,
        floor: null,
        systems: "current",
        ignore: [],
        library: null,
        evidence: 5,
        quiet: false,
        each: false,
        page: null,
        color: "auto",
      },
    });
  });

  it("reads every flag of check", () => {
    const words =
      "check a.whl dir --format auditwheel -o out.json --against manylinux_2_17 --floor ubuntu-22.04 --systems all --ignore executable-stack" +
      " --ignore library-missing:a:b* --library **/x.so --evidence all -q --each --page https://w.example/ --color never --fail-on warning --require-platform";
    expect(parse(words)).toEqual({
      kind: "check",
      options: {
        inputs: ["a.whl", "dir"],
        format: "auditwheel",
        output: "out.json",
        against: "manylinux_2_17",
        floor: "ubuntu-22.04",
        systems: "all",
        ignore: [
          { id: "executable-stack", glob: null },
          { id: "library-missing", glob: "a:b*" },
        ],
        library: "**/x.so",
        evidence: Infinity,
        quiet: true,
        each: true,
        page: "https://w.example/",
        color: "never",
        failOn: "warning",
        requirePlatform: true,
      },
    });
  });

  it("reads every flag of link", () => {
    expect(parse("link a.whl dir --page https://w.example/ --title Now --markdown")).toEqual({
      kind: "link",
      options: { inputs: ["a.whl", "dir"], page: "https://w.example/", title: "Now", markdown: true },
    });
    expect(() => parse("link")).toThrow(UsageError);
    expect(() => parse("link a.whl --json")).toThrow(UsageError);
  });

  it.each([
    ["", { kind: "help" }],
    ["help", { kind: "help" }],
    ["--help", { kind: "help" }],
    ["show --help", { kind: "help" }],
    ["check -h", { kind: "help" }],
    ["--version", { kind: "version" }],
    ["-V", { kind: "version" }],
    ["explain library-missing", { kind: "explain", text: "library-missing", wheel: null, color: "auto" }],
    [
      "explain undefined symbol: x",
      { kind: "explain", text: "undefined symbol: x", wheel: null, color: "auto" },
    ],
    ["explain --wheel a.whl -", { kind: "explain", text: "-", wheel: "a.whl", color: "auto" }],
    ["explain -", { kind: "explain", text: "-", wheel: null, color: "auto" }],
    ["explain --color never", { kind: "explain", text: null, wheel: null, color: "never" }],
    ["policies", { kind: "policies", format: "text", color: "auto" }],
    ["systems", { kind: "systems", format: "text", color: "auto" }],
    ["policies --json", { kind: "policies", format: "json", color: "auto" }],
  ])("wheelscope %s", (line, command) => {
    expect(parse(line)).toEqual(command);
  });

  it.each([
    ["show a.whl --json", "json"],
    ["show a.whl --json --format json", "json"],
    ["show --format json a.whl", "json"],
  ])("wheelscope %s is in JSON", (line, format) => {
    expect(parse(line)).toMatchObject({ options: { format } });
  });

  it.each([
    ["show", "Which file? Give one or more wheels, libraries or folders."],
    ["a.whl", "There is no command “a.whl”. To look at a file: wheelscope show a.whl"],
    ["--quiet show a.whl", "The command comes first: wheelscope show FILE, wheelscope check FILE."],
    ["show a.whl --format xml", "--format takes text, markdown, json, auditwheel, not “xml”."],
    ["show a.whl --json --format text", "--json and --format text contradict each other."],
    ["show a.whl --evidence some", "--evidence takes a number or “all”, not “some”."],
    ["show a.whl --evidence -1", "Option '--evidence' argument is ambiguous."],
    ["show a.whl --color blue", "--color takes auto, always, never, not “blue”."],
    ["show a.whl --fail-on error", "Unknown option '--fail-on'."],
    ["check a.whl --fail-on good", "--fail-on takes error, warning, info, not “good”."],
    [
      "check a.whl --ignore nonsense",
      "--ignore: there is no finding “nonsense”; wheelscope explain lists them all",
    ],
    [
      "check a.whl --ignore executable-stak",
      "--ignore: there is no finding “executable-stak”; did you mean executable-stack?",
    ],
    ["systems a.whl", "systems takes no file."],
    ["show a.whl --systems none", "--systems takes current, all, not “none”."],
    ["policies a.whl", "policies takes no file."],
    ["policies --format auditwheel", "--format takes text, json, not “auditwheel”."],
    ["show -q-1.0.whl", "“-q-1.0.whl” begins like an option; a file of that name is given as ./-q-1.0.whl"],
    ["show a.whl --no-such", "Unknown option '--no-such'."],
    ["show a.whl --evidense 3", "Unknown option '--evidense'; did you mean --evidence?"],
    ["chek a.whl", "There is no command “chek”; did you mean check?"],
  ])("wheelscope %s: %s", (line, message) => {
    expect(() => parse(line)).toThrow(new UsageError(message));
  });
});

describe("the tables of commands and options", () => {
  it("every option stands in one group of the help text, and belongs to a command", () => {
    expect(optionGroups.flatMap(([, names]) => names).sort()).toEqual(Object.keys(options).sort());
    const taken = new Set(commandNames.flatMap((name) => Object.keys(commands[name].options)));
    expect([...taken].sort()).toEqual(Object.keys(options).sort());
  });

  it("no line of the help text is wider than a hundred columns, and all of its words are filled in", () => {
    for (const line of help.split("\n")) expect(line.length).toBeLessThanOrEqual(100);
    expect(help).not.toMatch(/[{}]/);
    expect(help).toContain("  --color WHEN        auto, always, or never\n");
  });
});
