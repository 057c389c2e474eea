/** The help text, from the tables of commands and options: printed by `--help`, and held equal to the README's copy by a test. */
import { hang, paragraph, render, span, wrap, type Line } from "../terminal/layout.ts";
import { plain } from "../terminal/paint.ts";
import { commandNames, commands, optionGroups, options, type Option, type OptionName } from "./options.ts";

const WIDTH = 100;
const GAP = 2;

const purpose =
  "Opens Python wheels and says where they will run, and which symbol in which library says so.";

const several =
  "Several files give a table first: one line a wheel, policies by architecture, what differs between the wheels of one release. show ends there, or goes on with each report (--each); check goes on with what fails. A saved report (FILE.json, of --json or of the page) is read like the wheel itself.";

const exitCodes: readonly string[] = [
  "fine",
  "in check: findings at or above the threshold, or it does not load, or not run on the floor; in load and doctor: something does not load; with --format auditwheel: no tag, as there",
  "wrong usage",
  "a file could not be read, or in check not judged; in link also: too long for a link",
  "a fault of Wheelscope",
];

type Row = readonly [label: string, about: string];

/** Two columns: labels, and what they mean. */
function rows(all: readonly Row[], width: number, gap: number): Line[] {
  return all.flatMap(([label, about]) => {
    const head = `  ${label.padEnd(width)}${" ".repeat(gap)}`;
    return hang([span(head)], " ".repeat(head.length), wrap([span(about)], WIDTH - head.length));
  });
}

/** `auto, always, or never` */
const oneOf = (choices: readonly string[]): string =>
  choices.map((choice, index) => (index === choices.length - 1 ? `or ${choice}` : choice)).join(", ");

function optionRow(name: OptionName): Row {
  const { short, value, choices = [], usual = "", about }: Option = options[name];
  const flag = `${short === undefined ? "" : `-${short}, `}--${name}`;
  return [
    value === undefined ? flag : `${flag} ${value}`,
    about.replace("{usual}", usual).replace("{choices}", oneOf(choices)),
  ];
}

const widest = (all: readonly Row[]): number => Math.max(...all.map(([label]) => label.length));

function helpLines(): Line[] {
  const usages = commandNames.flatMap((name) =>
    commands[name].usages.map(({ words, about }): Row => [`wheelscope ${name} ${words}`.trimEnd(), about]),
  );
  const groups = optionGroups.map(([title, names]) => ({ title, rows: names.map(optionRow) }));
  const labels = widest(groups.flatMap((group) => group.rows));
  return [
    [span(purpose)],
    [],
    [span("Usage")],
    ...rows(usages, widest(usages), 2 * GAP),
    [],
    ...paragraph([span(several)], "", WIDTH),
    ...groups.flatMap((group): Line[] => [
      [],
      ...(group.title === null ? [] : [[span(group.title)]]),
      ...rows(group.rows, labels, GAP),
    ]),
    [],
    [span("Exit codes (the highest of several files' counts)")],
    ...rows(
      exitCodes.map((about, code): Row => [String(code), about]),
      1,
      GAP,
    ),
  ];
}

export const help = render(helpLines(), plain);
