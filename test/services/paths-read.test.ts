import { expect, test } from "vitest";
import type { ServiceRules } from "../../src/services/define-service.ts";
import { serviceRules } from "../../src/services/index.ts";
import { excerptsRead, pathsRead } from "../../src/services/paths-read.ts";
import { allOf, unless, whenMember, whenMemberEquals, whenMemberMatches } from "../../src/services/rule-condition.ts";
import { arnIn, bothOf, either, filled, newResource, template } from "../../src/services/rule-resource.ts";
import { captured, excerpt, fillWhen, firstOf, joined, matching, member } from "../../src/services/rule-value.ts";

const common = {
  because: "it is so",
  see: "https://docs.aws.amazon.com/library",
  examples: [{ input: {}, permits: [] }],
} as const;

const RULES: ServiceRules = {
  sdkId: "Library",
  resources: { shelf: { ...common, filledBy: [{ ShelfName: member("Shelf") }] } },
  operations: {
    Lend: {
      ...common,
      authorizedActions: [
        {
          action: "library:Lend",
          forEach: "Items[]",
          when: allOf(
            whenMember("Body"),
            whenMember("Deep.Body"),
            unless(whenMemberEquals("Mode", "x")),
            whenMemberMatches("Items[].Kind", /y/),
          ),
          resource: bothOf(
            either(
              arnIn("Arn"),
              filled("book", matching(member("Url"), /(?<BookName>.)/, { also: { A: member("Also") } })),
            ),
            template("arn:${X}", { X: joined("p", firstOf(captured(member("Items[].Name"), /./), "d")) }),
            filled("book", fillWhen(whenMemberEquals("Kind", "z"), { A: excerpt("Text", /^\w+/) })),
          ),
          conditions: { StringEquals: { key: member("Day") } },
        },
      ],
    },
  },
  otherwise: { ...common, authorizedActions: [{ action: "library:Any", resource: arnIn("Other") }] },
};

test("lists every value that a rule reads, and no member that it only looks for", () => {
  expect(pathsRead(RULES, "Lend")).toEqual(
    ["Also", "Arn", "Day", "Deep.Body", "Items[].Kind", "Items[].Name", "Kind", "Mode", "Shelf", "Url"].sort(),
  );
});

test("lists texts of which a part is read apart from the others", () => {
  expect(excerptsRead(RULES, "Lend")).toEqual([{ path: "Text", pattern: /^\w+/ }]);
});

test("falls back to the rule for all other operations", () => {
  expect(pathsRead(RULES, "Return")).toEqual(["Other", "Shelf"]);
});

test("reads what the variants of a record read", () => {
  const variants = [{ when: whenMemberEquals("Door", "back"), resources: RULES.resources ?? {} }];
  expect(pathsRead({ sdkId: "Library", variants }, "Lend")).toEqual(["Door", "Shelf"]);
});

test("asks for no value of an object's tags, and for no whole statement", () => {
  const [s3, dynamodb] = ["S3", "DynamoDB"].map((sdkId) => serviceRules(sdkId) ?? { sdkId });
  expect(s3 && pathsRead(s3, "PutObject")).not.toContain("Tagging");
  expect(dynamodb && pathsRead(dynamodb, "ExecuteStatement")).not.toContain("Statement");
});

test("reads what any operation needs besides", () => {
  const besides = [
    { ...common, authorizedActions: [{ action: "library:Tag", resource: newResource(member("Kind")) }] },
  ];
  expect(pathsRead({ sdkId: "Library", besides }, "Lend")).toEqual(["Kind"]);
});

test("reads what names the thing that an operation makes", () => {
  const makes = { Lend: newResource(member("Kind")) };
  expect(pathsRead({ sdkId: "Library", makes }, "Lend")).toEqual(["Kind"]);
  expect(pathsRead({ sdkId: "Library", makes }, "Return")).toEqual([]);
});
