/** A policy without statements in a template that has none yet, in the template's own indents and line ends. */
import { type JsonNode, parseJson } from "./json-tree.ts";
import { isServerless } from "./serverless.ts";
import { indentAt, indentUnitOf, lineBreakOf, opensLine } from "./text-edits.ts";
import { columnOf } from "./yaml-style.ts";
import { entriesOf, parseYaml, type YamlEntry, type YamlMap, type YamlNode } from "./yaml-tree.ts";

/** The resource that holds it in a template; whom it is attached to is the team's to say. */
const POLICY_NAME = "IamgenPolicy";
const MANAGED_POLICY = {
  Type: "AWS::IAM::ManagedPolicy",
  Properties: {
    Description: "Kept true by iamgen",
    PolicyDocument: { Version: "2012-10-17", Statement: [] },
  },
};
const MANAGED_POLICY_LINES = [
  "Type: AWS::IAM::ManagedPolicy",
  "Properties:",
  "  Description: Kept true by iamgen",
  "  PolicyDocument:",
  '    Version: "2012-10-17"',
  "    Statement: []",
];

/** Behind what is there; undefined: it has no room. */
export type BeginPolicy = (text: string, fileName: string) => string | undefined;

/** A document that no resource uses yet. */
export const beginTerraform: BeginPolicy = (text) => {
  const lineBreak = lineBreakOf(text);
  const before = text.trim() === "" ? "" : text.replace(/\r?\n?$/, lineBreak) + lineBreak;
  return `${before}data "aws_iam_policy_document" "iamgen" {${lineBreak}}${lineBreak}`;
};

/** One more resource of a CloudFormation template. */
export const beginJson: BeginPolicy = (text) => {
  const root = parseJson(text.replace(/^\uFEFF/, " "));
  const resources: JsonNode | undefined = "says" in root ? undefined : root.members.get("Resources");
  const [first, last] = [[...(resources?.members.values() ?? [])][0], [...(resources?.members.values() ?? [])].at(-1)];
  if (first === undefined || last === undefined || resources?.members.has(POLICY_NAME) === true) return undefined;
  const isOneLine = !text.trim().includes("\n");
  const indent = indentAt(text, last.end - 1);
  const lineBreak = lineBreakOf(text);
  const resource = JSON.stringify(MANAGED_POLICY, undefined, isOneLine ? 0 : indentUnitOf(text));
  const gap = isOneLine ? "" : lineBreak + indent;
  const space = /":(\s*)/.exec(text)?.[1] === "" ? "" : " ";
  const member = `"${POLICY_NAME}":${space}${resource.replaceAll("\n", lineBreak + indent)}`;
  return `${text.slice(0, last.end)},${gap}${member}${text.slice(last.end)}`;
};

/** One more resource of a template, or the statements of the provider's role in a Serverless file. */
export const beginYaml: BeginPolicy = (text, fileName) => {
  const root = parseYaml(text, fileName);
  if (isServerless(root)) return withRoleStatements(text, root);
  const resources = entriesOf(root).find(({ key }) => key.text === "Resources")?.value;
  if (!hasRoom(resources) || resources.entries.some(({ key }) => key.text === POLICY_NAME)) return undefined;
  const lines = [`${POLICY_NAME}:`, ...MANAGED_POLICY_LINES.map((line) => `  ${line}`)];
  return withLines(text, resources, { lines, isApart: isApart(text, resources) });
};

const hasRoom = (node: YamlNode | undefined): node is YamlMap =>
  node?.kind === "map" && !node.isFlow && !node.isShared && node.tag === undefined && node.entries.length > 0;

const PATH = "iam.role.statements".split(".");

function withRoleStatements(text: string, root: YamlNode): string | undefined {
  let holder = entriesOf(root).find(({ key }) => key.text === "provider")?.value;
  for (const [depth, name] of PATH.entries()) {
    if (!hasRoom(holder)) return undefined;
    const found = holder.entries.find(({ key }) => key.text === name)?.value;
    if (found === undefined) {
      const missing = PATH.slice(depth);
      const lines = missing.map((key, at) => `${"  ".repeat(at)}${key}:${key === "statements" ? " []" : ""}`);
      return withLines(text, holder, { lines, isApart: false });
    }
    holder = found;
  }
  return undefined;
}

interface NewLines {
  readonly lines: readonly string[];
  /** Behind an empty line. */
  readonly isApart: boolean;
}

/** Behind the last entry of a map, in its column, every level as deep as the file's own. */
function withLines(text: string, map: YamlMap, { lines, isApart }: NewLines): string | undefined {
  const [first, last] = [map.entries[0], map.entries.at(-1)];
  if (first === undefined || last === undefined || !opensLine(text, first.key.start)) return undefined;
  const end = text.indexOf("\n", Math.max(last.value.span.end, last.key.span.end));
  const at = end < 0 ? text.length : text[end - 1] === "\r" ? end - 1 : end;
  const lineBreak = lineBreakOf(text);
  const indent = " ".repeat(columnOf(text, first.key.start));
  const unit = " ".repeat(stepOf(text, first) ?? 2);
  const deep = (line: string): string => line.replace(/^(?: {2})+/, (blanks) => unit.repeat(blanks.length / 2));
  const written = lines.map((line) => lineBreak + indent + deep(line)).join("");
  return text.slice(0, at) + (isApart ? lineBreak : "") + written + text.slice(at);
}

/** How much deeper than its key the map below it stands. */
function stepOf(text: string, { key, value }: YamlEntry): number | undefined {
  const below = value.kind === "map" && !value.isFlow ? value.entries[0] : undefined;
  return below === undefined ? undefined : columnOf(text, below.key.start) - columnOf(text, key.start);
}

function isApart(text: string, { entries }: YamlMap): boolean {
  const [first, second] = entries;
  return (
    first !== undefined && second !== undefined && /\n\s*\n/.test(text.slice(first.value.span.end, second.key.start))
  );
}
