/**
 * CloudFormation's resource types as AWS CDK's specification lists them, reduced to those whose ARN follows from a name that
 * a template can give. `own-cloudformation-types.json` says where the specification and CloudFormation differ.
 */
import type { CloudFormationType } from "../cloudformation-types.ts";

/** The part of a resource in `db.json` of `@aws-cdk/aws-service-spec` that is read. */
export interface SpecifiedResource {
  readonly cloudFormationType: string;
  /** `arn:${Partition}:sqs:${Region}:${Account}:${QueueName}`. */
  readonly arnTemplate?: string;
  readonly primaryIdentifier?: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** A type with its reason and source; without a value: the type is left out. */
interface OwnType {
  readonly because: string;
  readonly see: string;
  readonly value?: CloudFormationType;
}

const PLACES = new Set(["Partition", "Region", "Account"]);

/** `own`: the text of `own-cloudformation-types.json`. Sorted by type. */
export function readCloudFormationTypes(
  resources: readonly SpecifiedResource[],
  own: string,
): ReadonlyMap<string, CloudFormationType> {
  const ours = new Map(Object.entries(JSON.parse(own) as { readonly [type: string]: OwnType }));
  const specified = resources
    .filter(({ cloudFormationType }) => !ours.has(cloudFormationType))
    .flatMap((resource): [string, CloudFormationType][] => {
      const type = typeOf(resource);
      return type === undefined ? [] : [[resource.cloudFormationType, type]];
    });
  const replaced = [...ours].flatMap(([type, { value }]): [string, CloudFormationType][] =>
    value === undefined ? [] : [[type, value]],
  );
  return new Map([...specified, ...replaced].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function typeOf(resource: SpecifiedResource): CloudFormationType | undefined {
  const { arnTemplate = "", primaryIdentifier = [], properties } = resource;
  const variables = [...arnTemplate.matchAll(/\$\{(\w+)\}/g)].flatMap(([, variable = ""]) => variable);
  const [variable, more] = variables.filter((one) => !PLACES.has(one));
  if (variable === undefined || more !== undefined) return undefined;
  const name = nameProperty(variable, Object.keys(properties));
  const attribute = arnAttribute(resource);
  if (name === undefined || attribute === undefined) return undefined;
  const identifier = primaryIdentifier.join();
  const ref = identifier === name ? "name" : identifier === attribute ? "arn" : undefined;
  return {
    name,
    attribute,
    arn: arnTemplate.replace(`\${${variable}}`, "${Name}"),
    ...(ref === undefined ? {} : { ref }),
  };
}

/** That of the variable's own name, or `Name` for some `…Name`; a name with its path is not a name. */
function nameProperty(variable: string, properties: readonly string[]): string | undefined {
  const own = properties.find((property) => property.toLowerCase() === variable.toLowerCase());
  if (own !== undefined) return own;
  return /^\w*Name$/.test(variable) ? properties.find((property) => property === "Name") : undefined;
}

function arnAttribute({ cloudFormationType, attributes }: SpecifiedResource): string | undefined {
  const names = Object.keys(attributes).filter((attribute) => /^\w*Arn$/.test(attribute));
  const [only, more] = names;
  const wanted = ["Arn", `${cloudFormationType.split("::").at(-1)}Arn`];
  return wanted.find((attribute) => names.includes(attribute)) ?? (more === undefined ? only : undefined);
}
