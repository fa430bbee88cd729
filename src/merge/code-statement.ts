/** One statement of a generated module: a construct of CDK, or an object in IAM's own spelling that Pulumi makes JSON of. */
import type { Statement } from "../iam/policy-document.ts";
import { valuesOf } from "../iam/statement.ts";
import type { CodeNode } from "./code-tree.ts";
import { type CodeReading, type CodeStyle, type CodeValue, codeText, enclosed, readCodeValue } from "./code-value.ts";
import type { ReadValue } from "./read-statement.ts";

export type Flavour = "cdk" | "pulumi";

const ELEMENTS: { readonly [property: string]: keyof Statement } = {
  sid: "Sid",
  effect: "Effect",
  actions: "Action",
  notActions: "NotAction",
  not_actions: "NotAction",
  resources: "Resource",
  notResources: "NotResource",
  not_resources: "NotResource",
  conditions: "Condition",
};

/** The properties of `new iam.PolicyStatement({ … })` or `iam.PolicyStatement(…)`; undefined for any other value. */
export function constructValue(node: CodeNode, reading: CodeReading): ReadValue | undefined {
  if (node.kind !== "call" || !/\bPolicyStatement$/.test(node.callee)) return undefined;
  const [only] = node.entries;
  const properties = only?.key === "" && only.value.kind === "map" ? only.value.entries : node.entries;
  const entries = properties.map(({ key, value }) => {
    const effect = value.kind === "expression" ? /\bEffect\.(ALLOW|DENY)$/.exec(value.source)?.[1] : undefined;
    const read =
      key === "effect" && effect !== undefined
        ? { text: effect === "ALLOW" ? "Allow" : "Deny", isComputed: false }
        : readCodeValue(value, reading);
    return [ELEMENTS[key] ?? key, read] as const;
  });
  // CDK's own default.
  return { entries: new Map<string, ReadValue>([["Effect", { text: "Allow", isComputed: false }], ...entries]) };
}

export interface StatementWriting {
  readonly flavour: Flavour;
  readonly style: CodeStyle;
  /** The indentation of its line. */
  readonly before: string;
}

/** As it stands behind `before`. */
export function statementText(statement: Statement, { flavour, style, before }: StatementWriting): string {
  const { Sid, Effect, Action, Resource, Condition } = statement;
  if (flavour === "pulumi") {
    const elements = Object.entries(statement).map(([name, value]) => [name, treeOf(value)] as const);
    return codeText({ pairs: elements }, style, before);
  }
  const properties: readonly (readonly [string, CodeValue])[] = [
    ...(Sid === undefined ? [] : [["sid", Sid] as const]),
    ["effect", { raw: `iam.Effect.${Effect.toUpperCase()}` }],
    ["actions", valuesOf(Action)],
    ["resources", valuesOf(Resource)],
    ...(Condition === undefined ? [] : [["conditions", treeOf(Condition)] as const]),
  ];
  if (style.language === "typescript")
    return `new iam.PolicyStatement(${codeText({ pairs: properties }, style, before)})`;
  const inner = before + style.unit;
  const named = properties.map(([name, value]) => `${name}=${codeText(value, style, inner)}`);
  return `iam.PolicyStatement${enclosed("()", named, before, inner)}`;
}

function treeOf(value: unknown): CodeValue {
  if (Array.isArray(value)) return value.map(treeOf);
  if (typeof value !== "object" || value === null) return String(value);
  return { pairs: Object.entries(value).map(([name, member]) => [name, treeOf(member)]) };
}
