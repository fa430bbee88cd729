/** Texts in Terraform's languages, where `${` and `%{` begin expressions (https://developer.hashicorp.com/terraform/language/expressions/strings). */
import { sayableStatement } from "../iam/ampersand-variables.ts";
import type { PolicySet } from "../synthesize/policy-set.ts";
import { snakeCase } from "./deployable.ts";
import { type Place, referenceIn, type Template, write } from "./template.ts";

/** The data sources that know each place, and their attribute; `id` of a region holds in provider 5 and 6. */
export const PLACE_SOURCES: { readonly [P in Place]: { readonly source: string; readonly attribute: string } } = {
  account: { source: "aws_caller_identity", attribute: "account_id" },
  partition: { source: "aws_partition", attribute: "partition" },
  region: { source: "aws_region", attribute: "id" },
};

/** What `aws_iam_policy_document` can say nearest to it; the same where it was made to be said so. */
export const sayablePolicies = (policySet: PolicySet): PolicySet => ({
  ...policySet,
  policies: policySet.policies.map((policy) => ({
    ...policy,
    documents: policy.documents.map((document) => ({
      ...document,
      Statement: document.Statement.map(sayableStatement),
    })),
  })),
});

/** The template inside quotes, without its quotes; for HCL and, unquoted by `JSON.stringify`, for Terraform's JSON. */
export function terraformTemplate(template: Template, escaped = (text: string): string => text): string {
  return write(template, {
    literal: (text) => escaped(text.replace(/([$%])(?=\{)/g, "$1$1")),
    place: (place) => {
      const { source, attribute } = PLACE_SOURCES[place];
      return `\${data.${source}.current.${attribute}}`;
    },
    variable: (name) => `\${var.${snakeCase(name)}}`,
    reference: (expression) => `\${${expression}}`,
  });
}

/** A bare reference, or a quoted HCL string; quotes within `${…}` need no escape. */
export function hclString(template: Template | string): string {
  const parts = typeof template === "string" ? [template] : template;
  return referenceIn(parts) ?? `"${terraformTemplate(parts, hclEscaped)}"`;
}

/** HCL's escapes are those of JSON but for `\b`, `\f` and `\/`, which are spelled as code points. */
const hclEscaped = (text: string): string =>
  JSON.stringify(text).slice(1, -1).replaceAll("\\b", "\\u0008").replaceAll("\\f", "\\u000c");
