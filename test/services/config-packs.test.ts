import { expect, test } from "vitest";
import rules from "../../src/services/config.ts";
import { permitsOf } from "./permits-of.ts";

const permits = permitsOf(rules);

test("a template that is a document is read in Systems Manager", () => {
  const TemplateSSMDocumentDetails = { DocumentName: "arn:aws:ssm:us-east-1:123456789012:document/pack" };
  expect(permits("PutConformancePack", { ConformancePackName: "p", TemplateSSMDocumentDetails })).toEqual([
    "config:PutConformancePack arn:aws:config:us-east-1:123456789012:conformance-pack/p/*",
    "ssm:GetDocument arn:aws:ssm:us-east-1:123456789012:document/pack",
  ]);
});
