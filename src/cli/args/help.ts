/** The help text: printed by `--help`, and held equal to the README's copy by a test. */
export const help = `Opens Python wheels and says where they will run, and which symbol in which library says so.

Usage
  wheelscope show FILE…      report on wheels, shared libraries, or folders of wheels
  wheelscope check FILE…     the same report; fails where a wheel breaks its tag's promise
  wheelscope link FILE…      a link with the report inside, to send to others; the file stays here
  wheelscope explain [ID]    what a finding, an error or a concept is, and what to do about it
  wheelscope explain TEXT    what the error message of a loader, linker or Python means (-: read it)
  wheelscope systems         the distributions and images known, and what they bring
  wheelscope policies        the platform policies known, and their date

Several files give a table first: one line a wheel, policies by architecture, what differs between
the wheels of one release. show ends there, or goes on with each report (--each); check goes on with
what fails. A saved report (FILE.json, of --json or of the page) is read like the wheel itself.

Options of show and check
  --against TAG       judge against this platform tag (manylinux_2_17) instead of the claimed one
  --floor SYSTEM      a system it has to run on (ubuntu-22.04); check fails where it does not
  --systems WHICH     in text: current, or all with those out of support (current)
  --each              of several files each report in full, below the table
  --format FORMAT     text, markdown (for issues and summaries), json, or auditwheel (what
                      “auditwheel show --json” prints); of several files JSON is one document a line
  --json              short for --format json
  --evidence N|all    pieces of evidence for each finding in text (5); all: with names in full
  --library GLOB      only these libraries, in full detail (numpy/linalg/*, libopenblas*)
  --ignore ID[:GLOB]  do not count this finding (for these libraries); may be repeated
  -o, --output FILE   write to a file instead of standard output
  -q, --quiet         one line for each file
  --color WHEN        auto, always, or never

Options of check
  --fail-on SEVERITY  error, warning, or info: the mildest finding that fails (error)
  --require-platform  fail too where there is no native code for Linux to judge

Options of link
  --title TEXT        a title, shown above the report
  --markdown          as Markdown: [✗ example 1.0: needs glibc 2.28](…)

Options of link and of --format markdown
  --page ADDRESS      where the page is, https://…; else the variable WHEELSCOPE_PAGE. Without
                      either, link prints what follows the address: #/r/…

Options of explain
  --wheel FILE        a wheel or library to explain it with: its own values, its own libraries

  -h, --help          this text
  -V, --version       the program's version and the date of its policies

Exit codes (the highest of several files' counts)
  0  fine
  1  in check: findings at or above the threshold, or it does not run on the floor
  2  wrong usage
  3  a file could not be read, or in check not judged; in link also: too long for a link
  4  a fault of Wheelscope
`;
