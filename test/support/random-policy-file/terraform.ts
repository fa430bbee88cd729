/** Policies in Terraform: a document of blocks, an object in `jsonencode`, JSON in a heredoc. */
import type { Statement } from "../../../src/iam/policy-document.ts";
import { elementsOf, fileText, indentedBy, type Layout, notesOf } from "./layout.ts";

type Notes = () => string | undefined;

export function terraformFile(statements: readonly Statement[], layout: Layout): string {
  const note = notesOf(layout);
  const policy = [documentLines, objectLines, heredocLines][layout.variant % 3]?.(statements, layout, note) ?? [];
  const behind = note();
  return fileText(
    [
      ...commentLines(note),
      'variable "stage" {}',
      "",
      ...policy,
      "",
      `output "x" { value = "y" }${behind === undefined ? "" : ` // ${behind}`}`,
    ],
    layout,
  );
}

const commentLines = (note: Notes): readonly string[] => {
  const text = note();
  return text === undefined ? [] : text.length % 2 === 0 ? [`# ${text}`] : ["/*", ` * ${text}`, " */"];
};

type Lines = (statements: readonly Statement[], layout: Layout, note: Notes) => readonly string[];

const ATTRIBUTES: { readonly [element: string]: string } = {
  Sid: "sid",
  Effect: "effect",
  Action: "actions",
  NotAction: "not_actions",
  Resource: "resources",
};

const documentLines: Lines = (statements, layout, note) => {
  const blocks = statements.map((statement) => [
    ...commentLines(note),
    "statement {",
    ...indentedBy(layout.unit, blockLines(statement, layout, note)),
    "}",
  ]);
  const lines = blocks.flatMap((block, at) => (at === 0 || layout.isTight ? block : ["", ...block]));
  const all = [...lines, ...commentLines(note)];
  const head = 'data "aws_iam_policy_document" "app" {';
  return all.length === 0 && layout.isTight ? [`${head}}`] : [head, ...indentedBy(layout.unit, all), "}"];
};

function blockLines(statement: Statement, layout: Layout, note: Notes): readonly string[] {
  return elementsOf(statement, layout).flatMap(([name, value]) => {
    const behind = note();
    const comment = behind === undefined ? "" : ` # ${behind}`;
    if (name === "Condition") {
      return Object.entries(statement.Condition ?? {}).flatMap(([operator, keys]) =>
        Object.entries(keys).flatMap(([key, values]) => [
          `condition {${comment}`,
          ...indentedBy(layout.unit, [
            `test = "${operator}"`,
            `variable = ${hclText(key)}`,
            `values = [${[values].flat().map(ampersand).join(", ")}]`,
          ]),
          "}",
        ]),
      );
    }
    const attribute = ATTRIBUTES[name] ?? name;
    if (name === "Sid" || name === "Effect") return [`${attribute} = ${hclText(String(value))}${comment}`];
    const texts = [value].flat().map((one) => ampersand(String(one)));
    if (layout.isShort) return [`${attribute} = [${texts.join(", ")}]${comment}`];
    return [
      `${attribute} = [${comment}`,
      ...indentedBy(
        layout.unit,
        texts.map((text) => `${text},`),
      ),
      "]",
    ];
  });
}

const hclText = (text: string): string =>
  JSON.stringify(text)
    .replaceAll("\\b", "\\u0008")
    .replaceAll("\\f", "\\u000c")
    .replace(/([$%])\{/g, "$1$1{");
const ampersand = (text: string): string => hclText(text.replaceAll("${", "&{"));

const objectLines: Lines = (statements, layout, note) => {
  const head = ['resource "aws_iam_policy" "app" {', `${layout.unit}policy = jsonencode({`];
  const version = layout.variant % 2 === 0 ? "Version = " : '"Version": ';
  const isLast = (at: number): boolean => at === statements.length - 1;
  const items = statements.flatMap((statement, at) => [
    ...commentLines(note),
    ...objectText(Object.fromEntries(elementsOf(statement, layout)), layout)
      .split("\n")
      .map((line, index, all) => (index === all.length - 1 && !(isLast(at) && layout.isTight) ? `${line},` : line)),
  ]);
  const [first = "", ...rest] = items;
  const list =
    items.length === 0
      ? ["Statement = []"]
      : layout.dashIndent === 0 && first.startsWith("{")
        ? [`Statement = [${first}`, ...rest.slice(0, -1), `${rest.at(-1) ?? ""}]`]
        : ["Statement = [", ...indentedBy(layout.unit, items), "]"];
  const whole = items.length > 0 && rest.length === 0 ? [`Statement = [${first}]`] : list;
  return [
    ...head,
    ...indentedBy(layout.unit.repeat(2), [`${version}"2012-10-17"${version.includes(":") ? "," : ""}`, ...whole]),
    `${layout.unit}})`,
    "}",
  ];
};

function objectText(value: unknown, layout: Layout): string {
  const { unit, isOneLine, isShort, variant } = layout;
  if (typeof value === "string") return hclText(value);
  if (Array.isArray(value)) {
    const texts = value.map((item) => objectText(item, layout));
    if (isShort || isOneLine || texts.length === 0) return `[${texts.join(", ")}]`;
    return [
      "[",
      ...indentedBy(
        unit,
        texts.map((text) => `${text},`),
      ),
      "]",
    ].join("\n");
  }
  const isColon = variant % 2 === 1;
  const entries = Object.entries(Object(value)).map(([name, item]) => {
    const key = isColon || !/^\w+$/.test(name) ? hclText(name) : name;
    return `${key}${isColon ? ":" : " ="} ${objectText(item, layout)}`;
  });
  if (isOneLine) return `{ ${entries.join(", ")} }`;
  const lines = entries.map((entry, at) => (isColon && at + 1 < entries.length ? `${entry},` : entry));
  return ["{", ...indentedBy(unit, lines.join("\n").split("\n")), "}"].join("\n");
}

const heredocLines: Lines = (statements, layout) => {
  const items = statements.map((statement) => Object.fromEntries(elementsOf(statement, layout)));
  const json = JSON.stringify({ Version: "2012-10-17", Statement: items }, undefined, layout.unit);
  const lines = json.replace(/([$%])\{/g, "$1$1{").split("\n");
  const isIndented = layout.variant % 2 === 0;
  return [
    'resource "aws_iam_role_policy" "app" {',
    `${layout.unit}policy = <<${isIndented ? "-" : ""}EOF`,
    ...indentedBy(isIndented ? layout.unit.repeat(2) : "", lines),
    `${isIndented ? layout.unit : ""}EOF`,
    "}",
  ];
};
