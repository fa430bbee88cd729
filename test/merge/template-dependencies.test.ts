import { expect, test } from "vitest";
import { dependentsOf } from "../../src/merge/template-dependencies.ts";
import { entriesOf, parseYaml } from "../../src/merge/yaml-tree.ts";

const dependents = (id: string, text: string) => [...dependentsOf(id, entriesOf(parseYaml(text, "t.yaml")))].sort();

test.each([
  ["Ref", "B: { Properties: { Role: !Ref A } }"],
  ["its long form", "B: { Properties: { Role: { Ref: A } } }"],
  ["GetAtt", "B: { Properties: { Role: !GetAtt A.Arn } }"],
  ["its long form", "B: { Properties: { Role: { Fn::GetAtt: [A, Arn] } } }"],
  ["Sub", "B: { Properties: { Role: [!Sub 'x${A.Arn}'] } }"],
  ["Sub with names of its own", "B: { Properties: { Role: !Sub ['x${Y}', { Y: !Ref A }] } }"],
  ["a choice", "B: { Properties: { Role: !If [c, !GetAtt A.Arn, x] } }"],
  ["DependsOn", "B: { DependsOn: A }"],
  ["a list of DependsOn", "B: { DependsOn: [C, A] }"],
])("%s is a need: %s", (_, line) => {
  expect(dependents("A", `A: {}\n${line}\nZ: { Properties: { Name: A } }\n`)).toEqual(["A", "B"]);
});

test("needs go on through others, and end in a circle", () => {
  expect(dependents("A", "A: { P: !Ref C }\nB: { P: !Ref A }\nC: { P: !Ref B }\nD: {}\n")).toEqual(["A", "B", "C"]);
});

test("a bucket needs the function of SAM that has it as the source of events", () => {
  const event = "{ Type: S3, Properties: { Bucket: !Ref Bucket } }";
  const text = `Bucket: {}\nFn: { Properties: { Events: { New: ${event} } } }\n`;
  expect(dependents("Fn", text)).toEqual(["Bucket", "Fn"]);
});
