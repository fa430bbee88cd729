/** A CloudFormation template that holds the policies, for each way to attach them; the principal is a parameter. */
import type { Attachment } from "../iam/attachment.ts";
import type { PolicySet } from "../synthesize/policy-set.ts";
import type { CloudFormationText } from "./cloudformation-text.ts";
import { type DeployableDocument, deployableDocuments, pascalCase } from "./deployable.ts";
import { variablesOf } from "./policy-template.ts";
import type { RenderSettings } from "./renderer.ts";
import { kebabCase, type TemplateVariable, variableDescription } from "./template-variable.ts";
import { documentTree, type Tree } from "./tree.ts";

type Principal = "Role" | "User" | "Group";

/** Session policies go to STS as ARNs of managed policies, boundaries to a role or user: nothing attaches them here. */
const PRINCIPALS: { readonly [A in Attachment]?: Principal } = {
  "managed-policy": "Role",
  "role-inline": "Role",
  "user-inline": "User",
  "group-inline": "Group",
};

/** The whole template; undefined where there is no policy. */
export function cloudFormationTemplate(
  policySet: PolicySet,
  { settings, language }: { readonly settings: RenderSettings; readonly language: CloudFormationText },
): Tree | undefined {
  const documents = deployableDocuments(policySet, settings);
  if (documents.length === 0) return undefined;
  return { AWSTemplateFormatVersion: "2010-09-09", ...policyResources(documents, { settings, language }) };
}

/** Its parameters and resources alone. */
export function policyResources(
  documents: readonly DeployableDocument[],
  { settings: { attachAs }, language }: { readonly settings: RenderSettings; readonly language: CloudFormationText },
): { readonly [section: string]: Tree } {
  const principal = PRINCIPALS[attachAs];
  const attached = principal === undefined ? {} : { [`${principal}s`]: [language.ref(`${principal}Name`)] };
  const isInline = attachAs.endsWith("-inline");
  const resource = ({ name, statements }: DeployableDocument): Tree => ({
    Type: `AWS::IAM::${isInline ? "Policy" : "ManagedPolicy"}`,
    Properties: {
      ...(isInline ? { PolicyName: name } : {}),
      ...attached,
      PolicyDocument: documentTree(statements, language.textOf),
    },
  });
  const statements = documents.flatMap((document) => document.statements);
  const parameters = {
    ...(language.hasParameters ? variableParameters(variablesOf(statements)) : {}),
    ...(principal === undefined ? {} : principalParameter(principal)),
  };
  return {
    ...(Object.keys(parameters).length === 0 ? {} : { Parameters: parameters }),
    Resources: Object.fromEntries(documents.map((document) => [pascalCase(document.name), resource(document)])),
  };
}

const principalParameter = (principal: Principal): { readonly [name: string]: Tree } => ({
  [`${principal}Name`]: {
    Type: "String",
    Description: `Name of the ${principal.toLowerCase()} that gets the policy`,
  },
});

/** Without a default: see `terraform-resources.ts`. */
const variableParameters = (variables: readonly TemplateVariable[]): { readonly [name: string]: Tree } =>
  Object.fromEntries(
    variables.map((variable) => [
      pascalCase(kebabCase(variable.name)),
      { Type: "String", Description: variableDescription(variable) },
    ]),
  );
