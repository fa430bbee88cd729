import { expect, test } from "vitest";
import { choosePolicy } from "../../src/merge/choose-policy.ts";

const policy = (address: string, startLine: number) => ({
  address,
  statements: [],
  region: { startLine, startColumn: 1, endLine: startLine, endColumn: 2 },
});
const [READER, WRITER] = [policy("aws_iam_policy.reader", 3), policy("aws_iam_policy.writer", 12)];
const choose = (policies: readonly (typeof READER)[], select?: string) =>
  choosePolicy(policies, { fileName: "main.tf", select });

test("the only policy need not be named", () => {
  expect(choose([READER])).toBe(READER);
});

test("the one that is named is taken", () => {
  expect(choose([READER, WRITER], "aws_iam_policy.writer")).toBe(WRITER);
});

test("several policies and no name: their addresses are listed", () => {
  const hint = "choose one with `--select ADDRESS`: aws_iam_policy.reader in line 3; aws_iam_policy.writer in line 12";
  expect(() => choose([READER, WRITER])).toThrow(expect.objectContaining({ code: "several-policies", hint }));
});

test("a name that is not there is answered with those that are", () => {
  const hint = "there are: (the file itself) in line 1";
  expect(() => choose([policy("", 1)], "x")).toThrow(expect.objectContaining({ code: "no-such-policy", hint }));
});

test("a file without a policy is told how to get one", () => {
  expect(() => choose([])).toThrow(expect.objectContaining({ code: "no-policy", hint: "`--create` adds one" }));
});

test.each([
  ["main.tf", "`--create` adds one"],
  [
    "main.tf.json",
    "policy documents are read in .tf files; `iamgen policy --format terraform-json -o FILE` writes such a file anew",
  ],
])("%s without a policy: what helps", (fileName, hint) => {
  expect(() => choosePolicy([], { fileName, select: undefined })).toThrow(
    expect.objectContaining({ code: "no-policy", hint }),
  );
});
