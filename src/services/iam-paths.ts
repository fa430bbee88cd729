/**
 * AWS IAM: what has a name has a path too, and ARNs hold both. Only the request that makes a thing names its path; names
 * are unique in an account whatever their path, so a name below any path means that one thing.
 */
import type { OperationRules, ResourceTypeRule } from "./define-service.ts";
import { anyOf, whenMatches, whenMember } from "./rule-condition.ts";
import { filled } from "./rule-resource.ts";
import {
  captured,
  eachOf,
  type Fill,
  fillWhen,
  firstOf,
  joined,
  type MemberPath,
  member,
  ofCall,
  unknownPart,
} from "./rule-value.ts";

interface Pathed {
  readonly type: string;
  /** The variable of the type's ARN. */
  readonly variable: string;
  readonly name: MemberPath;
  /** What makes one. */
  readonly maker: string;
  /** An operation on one that is there already; absent where such operations have its ARN. */
  readonly operation?: string;
}

const PATH = captured(member("Path"), /^\/(.+)$/);

/** The name, and the name below any path. */
export const belowAnyPath = (name: MemberPath, reason = "path-unknown") =>
  eachOf(member(name), joined(unknownPart("*", reason, "a name does not tell its path"), "/", member(name)));

function fillsOf({ variable, name, maker, operation }: Pathed): readonly Fill[] {
  const isMade = whenMatches(ofCall("operation"), new RegExp(`^${maker}$`));
  return [
    fillWhen(isMade, { [variable]: joined(PATH, member(name)) }),
    fillWhen(isMade, { [variable]: member(name) }),
    ...(operation === undefined ? [] : [{ [variable]: belowAnyPath(name) }]),
  ];
}

/** Rules for types that are named so, by type. */
export function pathedTypes(...types: readonly Pathed[]): { readonly [type: string]: ResourceTypeRule } {
  return Object.fromEntries(types.map((pathed) => [pathed.type, ruleOf(pathed)]));
}

function ruleOf(pathed: Pathed): ResourceTypeRule {
  const { type, name, maker, operation } = pathed;
  const [make, use] = [`iam:${maker}`, `iam:${operation}`];
  const arn = `arn:aws:iam::123456789012:${type}`;
  return {
    filledBy: fillsOf(pathed),
    because: "an ARN holds the path of what it names, and no request but the one that makes it tells the path",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-arns",
    examples: [
      { operation: maker, input: { [name]: "web", Path: "/ops/" }, permits: [`${make} ${arn}/ops/web`] },
      { operation: maker, input: { [name]: "web", Path: "/" }, permits: [`${make} ${arn}/web`] },
      ...(operation === undefined
        ? []
        : [{ operation, input: { [name]: "web" }, permits: [`${use} ${arn}/web`, `${use} ${arn}/*/web`] }]),
    ],
  };
}

interface Renamed {
  readonly operation: string;
  readonly type: string;
  readonly variable: string;
  readonly name: MemberPath;
  readonly newName: MemberPath;
}

/** Whoever renames a thing, or moves it to another path, needs the action on what it becomes, too. */
export function renames({ operation, type, variable, name, newName }: Renamed): OperationRules {
  const action = `iam:${operation}`;
  const newPath = captured(member("NewPath"), /^\/(.+)$/);
  const later = firstOf(member(newName), member(name));
  const isMoved = whenMember("NewPath");
  const becomes: readonly Fill[] = [
    fillWhen(isMoved, { [variable]: joined(newPath, later) }),
    fillWhen(isMoved, { [variable]: later }),
    { [variable]: belowAnyPath(newName) },
  ];
  const arn = `${action} arn:aws:iam::123456789012:${type}`;
  return {
    [operation]: {
      authorizedActions: [
        { action },
        {
          action,
          resource: filled(type, ...becomes),
          when: anyOf(isMoved, whenMember(newName)),
          because: "the action is checked on what the thing becomes, too",
        },
      ],
      because: "the action is checked on what is changed",
      see: `https://docs.aws.amazon.com/IAM/latest/APIReference/API_${operation}.html`,
      examples: [
        {
          input: { [name]: "web", [newName]: "app", NewPath: "/ops/" },
          permits: [`${arn}/ops/app + arn:aws:iam::123456789012:${type}/web`, `${arn}/*/web`],
        },
        {
          input: { [name]: "web", [newName]: "app" },
          permits: [
            `${arn}/app + arn:aws:iam::123456789012:${type}/web`,
            `${arn}/*/app + arn:aws:iam::123456789012:${type}/*/web`,
          ],
        },
        { input: { [name]: "web" }, permits: [`${arn}/web`, `${arn}/*/web`] },
      ],
    },
  };
}
