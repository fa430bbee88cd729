import { expect, test } from "vitest";
import { actionNames, authorizedAs, authorizedOn, httpMethod } from "../../src/services/define-service.ts";
import { everyResource, namedIn, typed } from "../../src/services/rule-resource.ts";

test("makes a rule for each renamed operation, with its own example", () => {
  const rules = authorizedAs(
    { ReadBook: "GetBook", ReadPage: "GetPage" },
    {
      servicePrefix: "library",
      resource: everyResource,
      because: "reading is getting",
      see: "https://docs.aws.amazon.com/library",
      example: { input: { Name: "a" }, on: "*", call: { region: "eu-west-1" } },
    },
  );
  expect(Object.keys(rules)).toEqual(["ReadBook", "ReadPage"]);
  expect(rules["ReadPage"]).toEqual({
    authorizedActions: [{ action: "library:GetPage", resource: { kind: "every" } }],
    because: "reading is getting",
    see: "https://docs.aws.amazon.com/library",
    examples: [{ region: "eu-west-1", input: { Name: "a" }, permits: ["library:GetPage *"] }],
  });
});

test("names the actions of a rule, one, several, or none where the HTTP method is the action", () => {
  expect(actionNames({ action: "library:GetBook" })).toEqual(["library:GetBook"]);
  expect(actionNames({ action: ["library:A", "library:B"] })).toEqual(["library:A", "library:B"]);
  expect(actionNames({ action: httpMethod("library") })).toEqual([]);
});

test("makes a rule for each operation whose resources the default does not find", () => {
  const grounds = { because: "it says so", see: "https://docs.aws.amazon.com/library" } as const;
  const input = { Title: "a", ShelfName: "s" };
  const resources = [typed("shelf"), namedIn("book", "BookName", "Title")];
  const on = ["arn:aws:library:::shelf/s", "arn:aws:library:::book/a"];
  expect(authorizedOn({ LendBook: { resources, input, on } }, { servicePrefix: "library", ...grounds })).toEqual({
    LendBook: {
      authorizedActions: [{ action: "library:LendBook", resource: { kind: "all", of: resources } }],
      ...grounds,
      examples: [
        { input, permits: ["library:LendBook arn:aws:library:::shelf/s", "library:LendBook arn:aws:library:::book/a"] },
      ],
    },
  });
});
