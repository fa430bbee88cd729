import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { zshCompletion } from "../../../src/cli/completion/zsh.ts";
import { VERBS } from "../../../src/cli/verbs.ts";
import { because } from "../../support/skip-reason.ts";
import { tempRoot } from "../../support/temp-dir.ts";
import { runTool, toolMissing } from "../../support/tool.ts";

const lines = zshCompletion()
  .split("\n")
  .map((line) => line.trim());

test("begins as zsh asks of a completion file", () => {
  expect(lines[0]).toBe("#compdef iamgen");
});

test.each([
  [
    "two names of one option exclude each other",
    "'(--output -o)--output=[write the policy to FILE (-: stdout)]:FILE:_files' \\",
  ],
  [
    "only a long name takes its value behind =",
    "'(--output -o)-o[write the policy to FILE (-: stdout)]:FILE:_files' \\",
  ],
  ["an option that repeats", "'*--generalise=[grant this pattern for what lies within it]:ARN: ' \\"],
  ["choices", "'--denied=[refused calls: include (default), exclude, only]:WHICH:(include exclude only)' \\"],
  [
    "a colon in an argument's name, a quote in what it says",
    "'*--intercept=[read this host'\\''s requests too]:HOST[\\:PORT]: ' \\",
  ],
])("%s", (_, line) => {
  expect(lines).toContain(line);
});

const missing = toolMissing("zsh", ["zsh", "--version"]);

/** Writes down each match that a completion adds. */
const COMPADD = `compadd() {
  local -a hits; local hit
  if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
  builtin compadd -A hits "$@"; for hit in $hits; do print -r -- "$hit" >> matches; done
  builtin compadd "$@"
}
`;

/** Types lines and a Tab behind each into one interactive zsh: starting one takes a second. */
const TYPIST = `
zmodload zsh/zpty
local seen line
zpty z TERM=dumb zsh -f -i
zpty -w z "PROMPT=; fpath=($PWD \\$fpath); autoload -Uz compinit; compinit -u -D"
zpty -w z 'source compadd.zsh'
zpty -w z 'at-end() { print -r -- ---- >> matches; BUFFER=; print TYPED"-"OUT }; zle -N at-end'
zpty -w z 'bindkey "^X^E" at-end "^I" complete-word; print READY"-"NOW'
zpty -r z seen '*READY-NOW*'
for line in "$@"; do
  zpty -w -n z "$line"$'\t\x18\x05'
  zpty -r z seen '*TYPED-OUT*'
done
zpty -d z
`;

const VALUES = [
  ["iamgen --v", ["--version"]],
  ["iamgen run --den", ["--denied"]],
  ["iamgen run --denied ex", ["exclude"]],
  ["iamgen run --denied=ex", ["exclude"]],
  ["iamgen check --format s", ["sarif"]],
  ["iamgen run -o Rea", ["Readme.txt"]],
  ["iamgen report Rea", ["Readme.txt"]],
  ["iamgen listen --csm --no-p", ["--no-proxy"]],
] as const;

const WRAPPED = [
  "iamgen run -- iamgen rep",
  "iamgen run iamgen rep",
  "iamgen run -o x.json --strict -- iamgen rep",
  "iamgen run -- iamgen run -- iamgen rep",
];

const BEHIND = ["iamgen run -- true --st", "iamgen run true --st"];

/** What zsh itself offers at the end of each line. */
function offers(typed: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const directory = tempRoot();
  const files = {
    _iamgen: zshCompletion(),
    "typist.zsh": TYPIST,
    "compadd.zsh": COMPADD,
    "Readme.txt": "",
    matches: "",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  const { status, output } = runTool(["zsh", "-f", "typist.zsh", ...typed], directory);
  if (status !== 0) throw new Error(output);
  const matches = readFileSync(join(directory, "matches"), "utf8").split("----\n");
  return new Map(typed.map((line, index) => [line, [...new Set(matches[index]?.split("\n").filter(Boolean))].sort()]));
}

describe.skipIf(missing !== undefined)(`zsh completes${because(missing)}`, () => {
  let offered: ReadonlyMap<string, readonly string[]> = new Map();
  beforeAll(() => {
    offered = offers(["iamgen ", ...VALUES.map(([line]) => line), ...WRAPPED, ...BEHIND]);
  });

  test("commands", () => {
    expect(offered.get("iamgen ")).toEqual(VERBS.map(({ verb }) => verb).sort());
  });

  test.each(VALUES)("%s", (line, expected) => {
    expect(offered.get(line)).toEqual(expected);
  });

  test.each(WRAPPED)("the wrapped command as it would alone: %s", (line) => {
    expect(offered.get(line)).toEqual(["report"]);
  });

  test.each(BEHIND)("none of our options behind a wrapped command: %s", (line) => {
    expect(offered.get(line)).not.toContain("--strict");
  });
});
