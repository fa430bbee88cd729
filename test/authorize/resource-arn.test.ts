import { expect, test } from "vitest";
import { literal } from "../../src/authorize/policy-text.ts";
import { arnTemplate, fillArn, matchArn, unfilledVariables } from "../../src/authorize/resource-arn.ts";

const BOOK = "arn:${Partition}:library:${Region}:${Account}:shelf/${ShelfName}/book/${BookName}";

const values = (arn: string) =>
  Object.fromEntries([...(matchArn(arnTemplate(BOOK), arn) ?? [])].map(([name, { text }]) => [name, text]));

test("knows a template's own variables and how specific it is", () => {
  const template = arnTemplate(BOOK);
  expect(template.variables).toEqual(["ShelfName", "BookName"]);
  expect(template.specificity).toBe("shelf//book/".length);
});

test("takes an ARN apart, slashes in the last name included", () => {
  expect(values("arn:aws:library:eu-west-1:1:shelf/a/book/b/c")).toEqual({
    Partition: "aws",
    Region: "eu-west-1",
    Account: "1",
    ShelfName: "a",
    BookName: "b/c",
  });
});

test.each(["arn:aws:library:eu-west-1:1:shelf/a", "arn:aws:other:eu-west-1:1:shelf/a/book/b", "shelf/a/book/b"])(
  "does not take %s for it",
  (arn) => {
    expect(matchArn(arnTemplate(BOOK), arn)).toBeUndefined();
  },
);

test("matches line breaks in names and no colon in the account", () => {
  expect(values("arn:aws:library:eu-west-1:1:shelf/a/book/b\nc")["BookName"]).toBe("b\nc");
  expect(matchArn(arnTemplate("arn:aws:library::${Account}:x"), "arn:aws:library::1:2:x")).toBeUndefined();
});

test("reads a star of the reference as a name that it does not give", () => {
  const template = arnTemplate("arn:${Partition}:library:${Region}:${Account}:room:*");
  expect(matchArn(template, "arn:aws:library:eu-west-1:1:room:a")).toBeDefined();
  expect(matchArn(template, "arn:aws:library:eu-west-1:1:room:")).toBeUndefined();
});

test("fills what is bound and says what is not", () => {
  const bindings = new Map([["ShelfName", literal("a*")]]);
  expect(unfilledVariables(arnTemplate(BOOK), bindings)).toEqual(["BookName"]);
  expect(fillArn(arnTemplate("arn:aws:library:::shelf/${ShelfName}"), bindings)).toEqual({
    arn: "arn:aws:library:::shelf/a${*}",
  });
});

test("a wildcard of the template itself is one", () => {
  expect(fillArn(arnTemplate("arn:aws:library:::shelf/*"), new Map())).toEqual({ arn: "arn:aws:library:::shelf/*" });
});

test("takes the account field for the account, whatever the reference calls it", () => {
  const template = arnTemplate("arn:${Partition}:library:${Region}:${AccountId}:shelf/${AccountId}");
  expect(template.variables).toEqual(["AccountId"]);
  expect(matchArn(template, "arn:aws:library:eu-west-1:1:shelf/2")?.get("Account")).toEqual(literal("1"));
});
