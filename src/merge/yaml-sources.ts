/** Values of new statements in the words of the file: what its neighbours compute already, and `!Sub` where they use it. */
import { intrinsic, readTemplateValue, type TemplateReading } from "./cloudformation-value.ts";
import { arnAtHome } from "./home-arn.ts";
import type { Home } from "./policy-file.ts";
import { isSource } from "./read-statement.ts";
import { columnOf } from "./yaml-style.ts";
import type { YamlMap, YamlNode } from "./yaml-tree.ts";
import { scalarText, type Written } from "./yaml-writer.ts";

export interface SourceFile extends TemplateReading {
  readonly text: string;
  readonly root: YamlNode;
}

export type Sources = (value: string, home: Home | undefined) => Written | undefined;

export function sourcesOf(file: SourceFile, statements: readonly YamlMap[]): Sources {
  const known = new Map<string, Written>();
  const visit = (node: YamlNode): void => {
    if (node.isShared) return;
    const isCall = intrinsic(node) !== undefined;
    if (isCall || (node.kind === "scalar" && file.readScalar(node.text).text !== node.text)) {
      const value = readTemplateValue(node, file);
      if ("text" in value && isSource(value) && !known.has(value.text)) known.set(value.text, snippet(file.text, node));
    } else if (node.kind === "list") for (const item of node.items) visit(item);
    else if (node.kind === "map") for (const { value } of node.entries) visit(value);
  };
  for (const statement of statements) visit(statement);
  return (value, home) =>
    known.get(value) ?? resource(file, value) ?? (home && reference(file, value, home)) ?? guarded(file, value);
}

/** The source of a value, its further lines counted from where it stands. */
function snippet(text: string, node: YamlNode): Written {
  const isBlock = node.kind === "map" && !node.isFlow && node.tag === undefined;
  const lineStart = text.lastIndexOf("\n", node.start - 1) + 1;
  const indent = /^[ -]*/.exec(text.slice(lineStart, node.start))?.[0].length ?? 0;
  const base = isBlock ? columnOf(text, node.start) : indent;
  const [first = "", ...rest] = text.slice(node.start, node.span.end).split(/\r?\n/);
  const shifted = rest.map((line) => line.slice(Math.min(base, line.length - line.trimStart().length)));
  return { lines: [first, ...shifted], isBlock };
}

/** What the template makes itself, or what is within it. */
function resource({ text, references }: SourceFile, value: string): Written | undefined {
  const named = references?.nameOf(value);
  if (named === undefined) return undefined;
  if (named.rest !== "") return substituted(text, `\${${named.expression}}${named.rest.replaceAll("${", "$${!")}`);
  const name = named.expression.includes(".") ? "GetAtt" : "Ref";
  const isLong = hasLongForm(text, name);
  const long = name === "Ref" ? `Ref: ${named.expression}` : `Fn::GetAtt: [${named.expression.replace(".", ", ")}]`;
  const written = isLong ? long : `!${name} ${named.expression}`;
  return { lines: [written], isBlock: isLong };
}

/** Serverless takes what begins with `${` for a variable of its own, and fails; through `Fn::Sub` it sees none. */
function guarded({ text, readScalar }: SourceFile, value: string): Written | undefined {
  const isServerless = readScalar("${aws:region}").text !== "${aws:region}";
  return isServerless && value.includes("${") ? substituted(text, value.replaceAll("${", "$${!")) : undefined;
}

/** An ARN at home in the places that the file names by reference already. */
function reference({ text, readScalar }: SourceFile, value: string, home: Home): Written | undefined {
  const isServerless =
    readScalar("${aws:region}").text !== "${aws:region}" && /\$\{aws:(?:region|accountId)\}/.test(text);
  const whole = arnAtHome(text, value, { ...home, isServerless });
  if (whole === undefined) return undefined;
  return isServerless ? { lines: [quotedSub(text, whole)], isBlock: false } : substituted(text, whole);
}

/** Through `Fn::Sub`, in the form that the file has. */
function substituted(text: string, whole: string): Written {
  const isLong = hasLongForm(text, "Sub");
  const written = quotedSub(text, whole);
  return isLong ? { lines: [`Fn::Sub: ${written}`], isBlock: true } : { lines: [`!Sub ${written}`], isBlock: false };
}

function hasLongForm(text: string, name: "GetAtt" | "Ref" | "Sub"): boolean {
  const long = name === "Ref" ? name : `Fn::${name}`;
  return !new RegExp(`!${name}\\b`).test(text) && new RegExp(`\\b${long}:`).test(text);
}

const quotedSub = (text: string, whole: string): string =>
  scalarText(whole, { quote: subQuote(text), needed: '"', isFlow: true });

/** The quotes that the file has around its first substituted text. */
function subQuote(text: string): "" | "'" | '"' {
  const quote = /(?:!Sub|Fn::Sub:)\s+(["']?)/.exec(text)?.[1];
  return quote === "'" || quote === '"' ? quote : "";
}
