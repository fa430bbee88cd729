import { describe, expect, test } from "vitest";
import { fullHelpText, helpText } from "../../src/cli/help.ts";
import { parseCommandLine } from "../../src/cli/program.ts";
import { VERBS } from "../../src/cli/verbs.ts";
import { UsageError } from "../../src/errors.ts";

const fullHelpOf = (verb: string) =>
  VERBS.filter((row) => row.verb === verb)
    .map(fullHelpText)
    .join("");
const parse = (line: string) => parseCommandLine(line === "" ? [] : line.split(" "));

describe("commands", () => {
  test.each([
    ["run -- npm test", ["npm", "test"]],
    ["run npm test --watch", ["npm", "test", "--watch"]],
    ["run -- npm test -- --shard 1/2", ["npm", "test", "--", "--shard", "1/2"]],
    ["run --strict -- env --strict -o x", ["env", "--strict", "-o", "x"]],
    ["run -- iamgen run -- true", ["iamgen", "run", "--", "true"]],
    ["policy a.ndjson b.ndjson", ["a.ndjson", "b.ndjson"]],
    ["explain --json PutObject", ["PutObject"]],
    ["report", []],
  ])("%s", (line, operands) => {
    expect(parse(line)).toMatchObject({ kind: "command", verb: line.split(" ")[0], operands });
  });

  test("options come by their names, texts as typed", () => {
    const line = "run -o p.json --max-body 1k --strict --no-color --intercept a --intercept b:1 -- true";
    expect(parse(line)).toMatchObject({
      options: { output: "p.json", maxBody: "1k", strict: true, color: false, intercept: ["a", "b:1"] },
    });
  });

  test("options of a command may follow its operands, except for run", () => {
    expect(parse("policy a.ndjson -o p.json")).toMatchObject({ operands: ["a.ndjson"], options: { output: "p.json" } });
  });
});

test.each([
  ["", helpText()],
  ["--help", helpText()],
  ["help", helpText()],
  ["run --help", helpText("run")],
  ["help listen", helpText("listen")],
  ["report -h", helpText("report")],
  ["run --help-all", fullHelpOf("run")],
  ["run --help-all -- npm test", fullHelpOf("run")],
])("`iamgen %s` asks for help", (line, text) => {
  expect(parse(line)).toEqual({ kind: "text", text });
});

test("the version is that of the package", () => {
  expect(parse("--version")).toEqual({ kind: "text", text: expect.stringMatching(/^\d+\.\d+\.\d+\n$/) });
});

describe("usage errors", () => {
  const HINT_RUN = "run `iamgen run --help`";
  test.each([
    ["fly", "unknown-command", "unknown command `fly`", "run `iamgen --help`"],
    ["polcy", "unknown-command", "unknown command `polcy`", "did you mean `policy`?"],
    ["run --fly -- true", "unknown-option", "unknown option `--fly`", HINT_RUN],
    ["run --stict -- true", "unknown-option", "unknown option `--stict`", "did you mean `--strict`?"],
    ["run", "missing-argument", "no command to run", "put it after `--`: `iamgen run -- npm test`"],
    ["run --strict --", "missing-argument", "no command to run", "put it after `--`: `iamgen run -- npm test`"],
    ["run -o", "option-missing-argument", "`--output` needs a value: FILE", HINT_RUN],
    [
      "policy --attach-as",
      "option-missing-argument",
      "`--attach-as` needs a value: KIND",
      "run `iamgen policy --help`",
    ],
    ["listen x", "excess-arguments", "`listen` takes no operands", "run `iamgen listen --help`"],
    ["--strict", "unknown-option", "unknown option `--strict`", "run `iamgen --help`"],
  ])("`iamgen %s`", (line, code, message, hint) => {
    try {
      parse(line);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError);
      expect(error).toMatchObject({ code, message, hint });
    }
  });
});
