import { expect, test } from "vitest";
import { templateReading } from "../../src/merge/cloudformation-json.ts";
import { readJsonPolicyFile } from "../../src/merge/json-policy-file.ts";
import { parseJson } from "../../src/merge/json-tree.ts";

async function resourceRead(resource: unknown): Promise<unknown> {
  const document = { Statement: [{ Effect: "Allow", Action: "a:B", Resource: resource }] };
  const template = { Resources: { P: { Properties: { PolicyDocument: document } } } };
  const { policies } = await readJsonPolicyFile(JSON.stringify(template), "template.json");
  const [found] = policies[0]?.statements ?? [];
  return [found?.statement.Resource, found?.isComputed];
}

test("account, region and partition are read as patterns", async () => {
  const sub = { "Fn::Sub": "arn:${AWS::Partition}:a:${AWS::Region}::x" };
  expect(await resourceRead(sub)).toEqual(["arn:*:a:*::x", false]);
});

test.each([
  ["Fn::Sub", { "Fn::Sub": "arn:aws:a:${Stage}::x" }, "arn:aws:a:*::x"],
  ["Fn::Join", { "Fn::Join": ["", [{ "Fn::GetAtt": ["Bucket", "Arn"] }, "/*"]] }, "*/*"],
  ["Ref", { Ref: "Queue" }, "*"],
  ["Fn::If", { "Fn::If": ["c", "x", "y"] }, "*"],
  ["a list of them", ["x", { Ref: "Queue" }], ["x", "*"]],
])("%s is read as what it may give, and counts as computed", async (_, resource, read) => {
  expect(await resourceRead(resource)).toEqual([read, true]);
});

test("plain values are exact, and conditions are no functions", async () => {
  expect(await resourceRead("x")).toEqual(["x", false]);
  const root = parseJson('{"StringEquals": {"a": "b"}}');
  expect("says" in root ? root : templateReading("").readObject?.(root)).toBeUndefined();
});

test.each([
  ["arn:aws:a:::jobs", { "Fn::GetAtt": ["Jobs", "Arn"] }],
  ["arn:aws:a:::jobs/${x}", { "Fn::Sub": "${Jobs.Arn}/${!x}" }],
  ["topic", { Ref: "Topic" }],
  ["arn:aws:a:::other", "arn:aws:a:::other"],
])("%s is written as the template's own resource, where it is one", (text, written) => {
  const named = [
    ["arn:aws:a:::jobs", "Jobs.Arn"],
    ["topic", "Topic"],
  ] as const;
  const nameOf = (value: string) => {
    const [arn = "", expression = ""] = named.find(([arn]) => value.startsWith(arn)) ?? [];
    return expression === "" ? undefined : { expression, rest: value.slice(arn.length) };
  };
  const reading = templateReading("", { tool: "template", nameOf, textOf: () => undefined, notes: [] });
  expect(reading.writeText?.(text, undefined)).toEqual(written);
});
