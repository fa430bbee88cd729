/** What Terraform needs around a policy document, for each way to attach it: variables for the principal, resources for the policy. */
import type { Attachment } from "../iam/attachment.ts";
import { snakeCase } from "./deployable.ts";
import { kebabCase, type TemplateVariable, variableDescription } from "./template-variable.ts";

export interface TerraformBlock {
  /** `resource "aws_iam_policy" "iamgen"`. */
  readonly head: string;
  /** Name and HCL expression. */
  readonly attributes: readonly (readonly [name: string, expression: string])[];
}

export interface TerraformResources {
  readonly variables: readonly TerraformBlock[];
  readonly resources: readonly TerraformBlock[];
}

type Principal = "role" | "user" | "group";

const INLINE: { readonly [A in Attachment]?: Principal } = {
  "role-inline": "role",
  "user-inline": "user",
  "group-inline": "group",
};

/** `names`: of the policy documents. A session policy needs none: whoever assumes the role passes the document. */
export function terraformResources(names: readonly string[], attachAs: Attachment): TerraformResources {
  if (attachAs === "session-policy") return { variables: [], resources: [] };
  if (attachAs === "permissions-boundary") return { variables: [], resources: names.map(managedPolicy) };
  const principal = INLINE[attachAs];
  return principal === undefined
    ? {
        variables: [principalVariable("role")],
        resources: names.flatMap((name) => [managedPolicy(name), attachment(name)]),
      }
    : { variables: [principalVariable(principal)], resources: names.map((name) => inlinePolicy(name, principal)) };
}

const document = (name: string): string => `data.aws_iam_policy_document.${snakeCase(name)}.json`;

const principalVariable = (principal: Principal): TerraformBlock => ({
  head: `variable "${principal}"`,
  attributes: [
    ["description", `"Name of the ${principal} that gets the policy"`],
    ["type", "string"],
  ],
});

/** Without a default: what was seen is the value of one deployment, and a silent one would be wrong in the next. */
export const templateVariable = (variable: TemplateVariable): TerraformBlock => ({
  head: `variable "${snakeCase(kebabCase(variable.name))}"`,
  attributes: [
    ["description", JSON.stringify(variableDescription(variable))],
    ["type", "string"],
  ],
});

const managedPolicy = (name: string): TerraformBlock => ({
  head: `resource "aws_iam_policy" "${snakeCase(name)}"`,
  attributes: [
    ["name", `"${name}"`],
    ["policy", document(name)],
  ],
});

const attachment = (name: string): TerraformBlock => ({
  head: `resource "aws_iam_role_policy_attachment" "${snakeCase(name)}"`,
  attributes: [
    ["role", "var.role"],
    ["policy_arn", `aws_iam_policy.${snakeCase(name)}.arn`],
  ],
});

const inlinePolicy = (name: string, principal: Principal): TerraformBlock => ({
  head: `resource "aws_iam_${principal}_policy" "${snakeCase(name)}"`,
  attributes: [
    ["name", `"${name}"`],
    [principal, `var.${principal}`],
    ["policy", document(name)],
  ],
});
