/**
 * Terraform's JSON syntax, with the same blocks as `terraform`. Texts are templates there too, and expressions stand inside
 * `${…}` (https://developer.hashicorp.com/terraform/language/syntax/json).
 */
import { type DeployableDocument, deployableDocuments, snakeCase } from "./deployable.ts";
import { placesOf, type StatementTemplate, variablesOf } from "./policy-template.ts";
import type { Renderer, RenderSettings } from "./renderer.ts";
import { type TerraformBlock, templateVariable, terraformResources } from "./terraform-resources.ts";
import { PLACE_SOURCES, sayablePolicies, terraformTemplate } from "./terraform-text.ts";
import type { Tree } from "./tree.ts";

interface Labelled {
  /** `resource`, `aws_iam_policy`, `iamgen`. */
  readonly labels: readonly string[];
  readonly body: Tree;
}

export const terraformJson: Renderer = {
  format: "terraform-json",
  references: "terraform",
  render(policySet, settings) {
    const documents = deployableDocuments(sayablePolicies(policySet), settings);
    if (documents.length === 0) return [];
    const text = `${JSON.stringify(nested(blocksOf(documents, settings)), undefined, 2)}\n`;
    return [{ suffix: "", extension: "tf.json", text }];
  },
};

function blocksOf(documents: readonly DeployableDocument[], { attachAs }: RenderSettings): readonly Labelled[] {
  const { variables, resources } = terraformResources(
    documents.map(({ name }) => name),
    attachAs,
  );
  const statements = documents.flatMap((document) => document.statements);
  return [
    ...placesOf(statements).map((place) => ({
      labels: ["data", PLACE_SOURCES[place].source, "current"],
      body: {},
    })),
    ...[...variablesOf(statements).map(templateVariable), ...variables].map((block) =>
      labelled(block, (expression) => unquoted(expression) ?? expression),
    ),
    ...documents.map(({ name, statements }) => ({
      labels: ["data", "aws_iam_policy_document", snakeCase(name)],
      body: { statement: statements.map(statementTree) },
    })),
    ...resources.map((block) => labelled(block, (expression) => unquoted(expression) ?? `\${${expression}}`)),
  ];
}

/** The labels of `resource "aws_iam_policy" "iamgen"`; types of variables are words, all other expressions are not. */
function labelled({ head, attributes }: TerraformBlock, value: (expression: string) => string): Labelled {
  return {
    labels: head.replaceAll('"', "").split(" "),
    body: Object.fromEntries(attributes.map(([name, expression]) => [name, value(expression)])),
  };
}

const unquoted = (expression: string): string | undefined => /^"(.*)"$/.exec(expression)?.[1];

/** Blocks that share their first labels share an object. */
function nested(blocks: readonly Labelled[]): Tree {
  const firsts = [...new Set(blocks.flatMap(({ labels }) => labels.slice(0, 1)))];
  return Object.fromEntries(
    firsts.map((first) => {
      const inside = blocks.filter(({ labels }) => labels[0] === first);
      const rest = inside.map(({ labels, body }) => ({ labels: labels.slice(1), body }));
      const [only] = rest;
      return [first, only !== undefined && only.labels.length === 0 ? only.body : nested(rest)];
    }),
  );
}

function statementTree(statement: StatementTemplate): Tree {
  const { sid, effect, actions, notActions, resources, notResources, conditions } = statement;
  return {
    ...(sid === undefined ? {} : { sid }),
    effect,
    ...(actions.length === 0 ? {} : { actions }),
    ...(notActions.length === 0 ? {} : { not_actions: notActions }),
    ...(resources.length === 0 ? {} : { resources: resources.map((template) => terraformTemplate(template)) }),
    ...(notResources.length === 0
      ? {}
      : { not_resources: notResources.map((template) => terraformTemplate(template)) }),
    ...(conditions.length === 0 ? {} : { condition: conditions.map(conditionTree) }),
  };
}

const conditionTree = ({ operator, key, values }: StatementTemplate["conditions"][number]): Tree => ({
  test: operator,
  variable: terraformTemplate([key]),
  values: values.map((template) => terraformTemplate(template)),
});
