/** Texts in CloudFormation, YAML and JSON: pseudo parameters through `Fn::Sub`, where `${!` begins what is not to be replaced. */
import { pascalCase } from "./deployable.ts";
import { literalOf, type Place, referenceIn, type Template, type Words, write } from "./template.ts";
import { Expression, type Tree } from "./tree.ts";
import { yamlScalar } from "./yaml-text.ts";

/** How a template in one of the two languages says its functions. */
export interface CloudFormationText {
  /** The template's own parameters stand for variables, which it must then declare. */
  readonly hasParameters: boolean;
  readonly textOf: (template: Template) => Tree;
  /** To a parameter or resource of the template. */
  readonly ref: (name: string) => Tree;
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html */
const PSEUDO_PARAMETERS: { readonly [P in Place]: string } = {
  account: "AWS::AccountId",
  partition: "AWS::Partition",
  region: "AWS::Region",
};

/** Short forms: `!Sub arn:${AWS::Partition}:…`. */
export const SHORT_FORM: CloudFormationText = {
  hasParameters: true,
  textOf: (template) => literalOf(template) ?? shortReference(template) ?? shortSub(template),
  ref: (name) => new Expression(`!Ref ${name}`),
};

/** Long forms, which JSON needs. */
export const LONG_FORM: CloudFormationText = {
  hasParameters: true,
  textOf: (template) => literalOf(template) ?? longReference(template) ?? { "Fn::Sub": substituted(template) },
  ref: (name) => ({ Ref: name }),
};

/**
 * Short forms for Serverless, which fails on `${aws:username}` as on a variable of its own that it does not know, but takes
 * no `${!` for one: `Fn::Sub` guards it (https://www.serverless.com/framework/docs/guides/variables).
 */
export const SERVERLESS_FORM: CloudFormationText = {
  ...SHORT_FORM,
  hasParameters: false,
  textOf: (template) => {
    const reference = shortReference(template);
    if (reference !== undefined) return reference;
    const text = substituted(template, serverlessVariable);
    const needsSub = template.some((part) => (typeof part === "string" ? part.includes("${") : !("variable" in part)));
    return needsSub ? new Expression(`!Sub ${yamlScalar(text)}`) : text;
  },
};

/** Serverless always knows its stage; all else is a parameter (https://www.serverless.com/framework/docs/guides/parameters). */
const serverlessVariable = (name: string): string => (name === "stage" ? "${sls:stage}" : `\${param:${name}}`);

/** A resource or its attribute, where it stands alone. */
const shortReference = (template: Template): Tree | undefined => {
  const reference = referenceIn(template);
  if (reference === undefined) return undefined;
  return new Expression(reference.includes(".") ? `!GetAtt ${reference}` : `!Ref ${reference}`);
};

const longReference = (template: Template): Tree | undefined => {
  const [id, attribute] = referenceIn(template)?.split(".") ?? [];
  if (id === undefined) return undefined;
  return attribute === undefined ? { Ref: id } : { "Fn::GetAtt": [id, attribute] };
};

const shortSub = (template: Template): Tree => new Expression(`!Sub ${yamlScalar(substituted(template))}`);

const parameter = (name: string): string => `\${${pascalCase(name)}}`;

const substituted = (template: Template, variable: Words["variable"] = parameter): string =>
  write(template, {
    literal: (text) => text.replace(/\$\{(?=[^}]*\})/g, "${!"),
    place: (place) => `\${${PSEUDO_PARAMETERS[place]}}`,
    variable,
    reference: (expression) => `\${${expression}}`,
  });
