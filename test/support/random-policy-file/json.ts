/** Policies as JSON, by themselves, inside what the AWS CLI prints, or as the text of a Vault role. */
import type { Statement } from "../../../src/iam/policy-document.ts";
import { elementsOf, fileText, type Layout } from "./layout.ts";

export function jsonFile(statements: readonly Statement[], layout: Layout): string {
  const items = statements.map((statement) => Object.fromEntries(elementsOf(statement, layout)));
  const [only, more] = items;
  const isAlone = layout.variant % 2 === 1 && only !== undefined && more === undefined;
  const document = { Version: "2012-10-17", Statement: isAlone ? only : items };
  const wrapped = [
    document,
    { Policy: { PolicyName: "p", PolicyDocument: document, Tags: [] } },
    {
      credential_type: "iam_user",
      policy_document: textOf(document, layout).join(layout.lineBreak),
      default_sts_ttl: 1,
    },
  ][layout.variant % 3];
  return fileText(layout.isTight ? [JSON.stringify(wrapped)] : textOf(wrapped, layout), layout);
}

function textOf(value: unknown, layout: Layout): readonly string[] {
  return JSON.stringify(marked(value, layout), undefined, layout.unit)
    .replace(/"@@((?:[^"\\]|\\.)*)"/g, (_, inner: string) => JSON.parse(`"${inner}"`))
    .split("\n");
}

/** What shall stand in one line becomes a marked string first. */
function marked(value: unknown, layout: Layout): unknown {
  const isStatement = typeof value === "object" && value !== null && "Effect" in value;
  const isList = Array.isArray(value) && value.every((item) => typeof item === "string") && value.length > 0;
  if ((isStatement && layout.isOneLine) || (isList && layout.isShort)) return `@@${spaced(value)}`;
  if (Array.isArray(value)) return value.map((item) => marked(item, layout));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, marked(item, layout)]));
}

function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(([name, item]) => `${JSON.stringify(name)}: ${spaced(item)}`)
    .join(", ")} }`;
}
