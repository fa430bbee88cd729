/** Policies in YAML: a document by itself, CloudFormation, SAM and Serverless, with comments in every place. */
import type { Statement } from "../../../src/iam/policy-document.ts";
import { elementsOf, fileText, indentedBy, type Layout, notesOf } from "./layout.ts";

export function yamlFile(statements: readonly Statement[], layout: Layout): string {
  const note = notesOf(layout);
  const before = note();
  const list = statementLines(statements, layout, note);
  const deep = (depth: number, lines: readonly string[]) => indentedBy("  ".repeat(depth), lines);
  const document = ['Version: "2012-10-17"', ...list];
  const wrapped = [
    document,
    [
      ...deep(0, ["Resources:", "  Policy:", "    Type: AWS::IAM::ManagedPolicy", "    Properties:"]),
      ...deep(3, ["Description: x # y", "PolicyDocument:"]),
      ...deep(4, document),
      "  Queue:",
      "    Type: AWS::SQS::Queue",
    ],
    [
      "Transform: AWS::Serverless-2016-10-31",
      "Resources:",
      "  Function:",
      "    Type: AWS::Serverless::Function",
      "    Properties:",
      "      Policies:",
      "        - AWSLambdaBasicExecutionRole",
      "        - Version: '2012-10-17'",
      ...deep(5, list),
      "      Timeout: 3",
    ],
    ["service: x", "provider:", "  iam:", "    role:", ...deep(3, lower(list)), "  stage: dev", "functions: {}"],
  ][layout.variant % 4];
  const end = note();
  const head = before === undefined ? [] : [`# ${before}`];
  return fileText([...head, ...(wrapped ?? document), ...(end === undefined ? [] : [`# ${end}`])], layout);
}

/** Serverless calls them `statements`. */
const lower = (lines: readonly string[]): readonly string[] =>
  lines.map((line) => line.replace(/^Statement:/, "statements:"));

type Notes = () => string | undefined;

function statementLines(statements: readonly Statement[], layout: Layout, note: Notes): readonly string[] {
  if (statements.length === 0) return ["Statement: []"];
  const [only, more] = statements;
  if (layout.variant % 5 === 4 && only !== undefined && more === undefined) {
    return ["Statement:", ...indentedBy("  ", elementLines(only, layout, note))];
  }
  const dash = `-${" ".repeat(layout.dashWidth - 1)}`;
  const below = " ".repeat(layout.dashWidth);
  const items = statements.flatMap((statement) => {
    const [first = "", ...rest] = layout.isOneLine
      ? [flowText(Object.fromEntries(elementsOf(statement, layout)))]
      : elementLines(statement, layout, note);
    const above = note();
    return [...(above === undefined ? [] : [`# ${above}`]), dash + first, ...indentedBy(below, rest)];
  });
  const behind = note();
  return [
    `Statement:${behind === undefined ? "" : ` # ${behind}`}`,
    ...indentedBy(" ".repeat(layout.dashIndent), items),
  ];
}

function elementLines(statement: Statement, layout: Layout, note: Notes): readonly string[] {
  return elementsOf(statement, layout).flatMap(([name, value]) => valueLines(name, value, { layout, note }));
}

interface Writing {
  readonly layout: Layout;
  readonly note: Notes;
}

function valueLines(name: string, value: unknown, { layout, note }: Writing): readonly string[] {
  const key = /^[\w:/ -]+$/.test(name) ? name : JSON.stringify(name);
  const behind = note();
  const comment = behind === undefined ? "" : `   # ${behind}`;
  if (typeof value === "string") return [`${key}: ${scalar(value, layout)}${comment}`];
  if (Array.isArray(value)) {
    if (layout.isShort) return [`${key}: ${flowText(value)}${comment}`];
    const items = value.map((item) => `-${" ".repeat(layout.dashWidth - 1)}${scalar(String(item), layout)}`);
    return [`${key}:${comment}`, ...indentedBy(" ".repeat(layout.dashIndent), items)];
  }
  const inner = Object.entries(Object(value)).flatMap(([inside, item]) => valueLines(inside, item, { layout, note }));
  return [`${key}:${comment}`, ...indentedBy("  ", inner)];
}

function scalar(text: string, { quote }: Layout): string {
  if (quote === "" && /^[A-Za-z][\w:/.-]*\w$/.test(text) && !/^(?:true|yes)$/.test(text)) return text;
  return quote === "'" && !/[^\x20-\x7E]/.test(text) ? `'${text.replaceAll("'", "''")}'` : JSON.stringify(text);
}

/** JSON with blanks is YAML in flow style. */
function flowText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flowText).join(", ")}]`;
  if (typeof value === "string") return JSON.stringify(value);
  return `{ ${Object.entries(Object(value))
    .map(([name, item]) => `${/^\w+$/.test(name) ? name : JSON.stringify(name)}: ${flowText(item)}`)
    .join(", ")} }`;
}
