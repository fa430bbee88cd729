/**
 * Terraform: a policy document as data source, the policy resource that holds it, and what attaches it. Formatted as
 * `terraform fmt` leaves it, so that a later run of it changes nothing.
 */
import { type DeployableDocument, deployableDocuments, snakeCase } from "./deployable.ts";
import { placesOf, type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer, RenderSettings } from "./renderer.ts";
import type { Template } from "./template.ts";
import { templateVariable, terraformResources } from "./terraform-resources.ts";
import { hclString, PLACE_SOURCES, sayablePolicies } from "./terraform-text.ts";

export const terraform: Renderer = {
  format: "terraform",
  references: "terraform",
  render(policySet, settings) {
    const documents = deployableDocuments(sayablePolicies(policySet), settings);
    if (documents.length === 0) return [];
    return [{ suffix: "", extension: "tf", text: `${blocksOf(documents, settings).join("\n\n")}\n` }];
  },
};

function blocksOf(documents: readonly DeployableDocument[], { attachAs }: RenderSettings): string[] {
  const statements = documents.flatMap((document) => document.statements);
  const sources = placesOf(statements).map((place) => `data "${PLACE_SOURCES[place].source}" "current" {}`);
  const resources = terraformResources(
    documents.map(({ name }) => name),
    attachAs,
  );
  return [
    ...sources,
    ...[...variablesOf(statements).map(templateVariable), ...resources.variables].map(block),
    ...documents.map(documentBlock),
    ...resources.resources.map(block),
  ];
}

/** Attributes of one line are aligned, as `terraform fmt` does. */
function block({
  head,
  attributes,
}: {
  readonly head: string;
  readonly attributes: readonly (readonly [string, string])[];
}): string {
  return [`${head} {`, ...aligned(attributes, "  "), "}"].join("\n");
}

function aligned(attributes: readonly (readonly [name: string, value: string])[], indent: string): string[] {
  const width = Math.max(...attributes.map(([name]) => name.length));
  return attributes.map(([name, value]) => `${indent}${name.padEnd(width)} = ${value}`);
}

function documentBlock({ name, statements }: DeployableDocument): string {
  const body = statements.map(statementBlock).join("\n\n");
  return `data "aws_iam_policy_document" "${snakeCase(name)}" {\n${body}\n}`;
}

function statementBlock(statement: StatementTemplate): string {
  const { sid, effect, conditions } = statement;
  const lists = [
    list("actions", statement.actions),
    list("not_actions", statement.notActions),
    list("resources", statement.resources),
    list("not_resources", statement.notResources),
  ].filter((text) => text !== "");
  const head = aligned(
    [...(sid === undefined ? [] : [["sid", hclString(sid)] as const]), ["effect", hclString(effect)]],
    "    ",
  );
  return ["  statement {", [head.join("\n"), ...lists, ...conditions.map(conditionBlock)].join("\n\n"), "  }"].join(
    "\n",
  );
}

function list(name: string, values: readonly (string | Template)[]): string {
  if (values.length === 0) return "";
  return [`    ${name} = [`, ...values.map((value) => `      ${hclString(value)},`), "    ]"].join("\n");
}

function conditionBlock({ operator, key, values }: StatementTemplate["conditions"][number]): string {
  const attributes = [
    ["test", hclString(operator)],
    ["variable", hclString(key)],
    ["values", `[${values.map(hclString).join(", ")}]`],
  ] as const;
  return ["    condition {", ...aligned(attributes, "      "), "    }"].join("\n");
}
