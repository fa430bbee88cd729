import { describe, expect, test } from "vitest";
import { branches, intrinsic, readTemplateValue } from "../../src/merge/cloudformation-value.ts";
import { parseYaml } from "../../src/merge/yaml-tree.ts";

const read = (yaml: string) => readTemplateValue(parseYaml(yaml, "t.yaml"));
const exact = (text: string) => ({ text, isComputed: false });
const computed = (text: string) => ({ text, isComputed: true });

describe("functions of a template", () => {
  test.each([
    ["plain", "arn:aws:a:::x/${aws:username}", exact("arn:aws:a:::x/${aws:username}")],
    [
      "account, region and partition in !Sub",
      "!Sub arn:${AWS::Partition}:a:${AWS::Region}:${AWS::AccountId}:x",
      exact("arn:*:a:*:*:x"),
    ],
    ["the long form", 'Fn::Sub: "arn:aws:a:${AWS::Region}::x"', exact("arn:aws:a:*::x")],
    ["an escaped variable", "!Sub x/${!aws:username}", exact("x/${aws:username}")],
    ["another resource", "!Sub ${Bucket.Arn}/*", computed("*/*")],
    ["the name of the stack", "!Sub x-${AWS::StackName}", computed("x-*")],
    ["!Sub with names of its own", "!Sub ['x/${N}', {N: y}]", exact("x/y")],
    ["!Ref of a pseudo parameter", "!Ref AWS::AccountId", exact("*")],
    ["Ref of a resource", "Ref: Queue", computed("*")],
    ["!GetAtt", "!GetAtt Queue.Arn", computed("*")],
    ["Fn::GetAtt", "Fn::GetAtt: [Queue, Arn]", computed("*")],
    ["!Join", "!Join [':', [arn, !Ref AWS::Partition, a, '', '', x]]", exact("arn:*:a:::x")],
    ["!Join of what is computed", "!Join ['', [!GetAtt B.Arn, /*]]", computed("*/*")],
    ["!ImportValue", "!ImportValue shared", computed("*")],
    ["!Join of a computed list", "!Join ['', !Split [',', a]]", computed("*")],
  ])("%s", (_, yaml, value) => {
    expect(read(yaml)).toMatchObject(value);
  });

  test("a choice in a list gives all that may be chosen, but for no value", () => {
    expect(read("[a, !If [c, [x, y], !Ref AWS::NoValue]]")).toEqual([exact("a"), [computed("x"), computed("y")]]);
  });

  test("maps of one ordinary key are no functions", () => {
    expect(intrinsic(parseYaml("StringEquals: {a: b}", "t.yaml"))).toBeUndefined();
    expect(intrinsic(parseYaml("!!str a", "t.yaml"))).toBeUndefined();
  });

  test("what is no list has no branches", () => {
    expect(branches(parseYaml("a", "t.yaml"))).toEqual([]);
  });
});
