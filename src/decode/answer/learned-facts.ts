/** The facts that an answer rule asks for, taken from a successful answer: identities, new ids, roles, KMS keys. */
import type { ResponseHead } from "../../capture/captured-exchange.ts";
import type { AnswerFact, AnswerRule, AnswerText } from "../../services/define-answers.ts";
import { isRoleArn } from "../../services/role-arn.ts";
import type { ApiCall, JsonValue, Learned, Outcome } from "../api-call.ts";
import { isJsonArray, isJsonObject } from "../json-values.ts";
import { identityOfAccessKey } from "../sigv4/access-key.ts";
import { type AnswerBody, responseHeader } from "./answer-body.ts";

export interface Answered {
  readonly call: ApiCall;
  readonly head: ResponseHead;
  readonly body: AnswerBody | undefined;
}

/** Query answers wrap their members: `<GetCallerIdentityResponse><GetCallerIdentityResult>`. */
function membersOf({ content }: AnswerBody, operation: string): JsonValue | undefined {
  return content[`${operation}Result`] ?? content;
}

function bodyText({ body, call }: Answered, path: string): string | undefined {
  let value = body === undefined ? undefined : membersOf(body, call.operation);
  for (const name of path.split(".")) value = memberOf(value, name);
  return typeof value === "string" ? value : undefined;
}

/** A member of a structure, or the value under a key of a map, which XML writes as a list of pairs. */
function memberOf(value: JsonValue | undefined, name: string): JsonValue | undefined {
  const pairs = isJsonArray(value) ? value : value === undefined ? [] : [value];
  const pair = pairs.filter(isJsonObject).find((entry) => (entry["key"] ?? entry["Name"]) === name);
  if (pair !== undefined) return pair["value"] ?? pair["Value"];
  return isJsonObject(value) ? value[name] : undefined;
}

function read(answered: Answered, text: AnswerText): string | undefined {
  if (text.from === "body") return bodyText(answered, text.path);
  if (text.from === "header") return responseHeader(answered.head, text.name);
  if (text.from === "template") return filled(answered.call, text.text);
  const value = answered.call.input[text.member];
  return typeof value === "string" ? value : undefined;
}

/** The template with what the call has; undefined where it lacks a member. */
function filled({ partition, input }: ApiCall, template: string): string | undefined {
  let isComplete = true;
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = name === "partition" ? partition : input[name];
    if (typeof value === "string") return value;
    isComplete = false;
    return "";
  });
  return isComplete ? text : undefined;
}

const ARN_ACCOUNT = /^arn:[^:]+:[^:]+:[^:]*:(\d{12}):/;

function identity(answered: Answered, fact: Extract<AnswerFact, { kind: "identity" }>): Learned[] {
  const arn = fact.arn.map((text) => read(answered, text)).find((text) => text !== undefined && ARN_ACCOUNT.test(text));
  const account = arn === undefined ? undefined : ARN_ACCOUNT.exec(arn)?.[1];
  const key = fact.key === undefined ? undefined : read(answered, fact.key);
  if (arn === undefined || account === undefined || (fact.key !== undefined && key === undefined)) return [];
  const id = key === undefined ? answered.call.identity : identityOfAccessKey(key);
  return [{ kind: "identity", id, account, arn, from: answered.call.operation }];
}

function session(answered: Answered, { key }: Extract<AnswerFact, { kind: "session" }>): Learned[] {
  const { identity: of, account } = answered.call;
  const handedOut = read(answered, key);
  if (handedOut === undefined) return [];
  return [{ kind: "session", id: identityOfAccessKey(handedOut), of, ...(account === undefined ? {} : { account }) }];
}

/** `role` is empty where there is none inside. */
function rolesInside(answered: Answered, fact: Extract<AnswerFact, { kind: "role" }>): Learned[] {
  const of = read(answered, fact.of);
  if (of === undefined || !ARN_ACCOUNT.test(of)) return [];
  const roles = fact.roles.map((text) => read(answered, text)).filter((role) => role !== undefined);
  const found = roles.filter((role) => isRoleArn(role));
  // A role that is no ARN is named otherwise than this fact can say.
  if (found.length < roles.length) return [];
  return (found.length === 0 ? [""] : [...new Set(found)]).map((role) => ({ kind: "role", role, of }));
}

function learn(answered: Answered, fact: AnswerFact): Learned[] {
  if (fact.kind === "identity") return identity(answered, fact);
  if (fact.kind === "session") return session(answered, fact);
  if (fact.kind === "role") return rolesInside(answered, fact);
  if (fact.kind === "created") {
    const resource = read(answered, fact.resource);
    return resource === undefined ? [] : [{ kind: "created", resource, by: answered.call.operation }];
  }
  return [];
}

/** An ARN, an id or an alias; anything else would be no key's name. */
const KEY_NAME = /^(?:arn:[\w-]+:kms:[\w-]*:\d*:(?:key|alias)\/|alias\/)?[\w/-]{1,256}$/;

/** The KMS keys that the answer names, by the names of the rule; undefined where it names none. */
export function keysNamed(rule: AnswerRule, answered: Answered): Outcome["keys"] {
  const found = rule.facts.flatMap((fact): [string, string][] => {
    if (fact.kind !== "key") return [];
    const key = fact.key.map((text) => read(answered, text)).find((text) => text !== undefined && KEY_NAME.test(text));
    return key === undefined ? [] : [[fact.name, key]];
  });
  return found.length === 0 ? undefined : Object.fromEntries(found);
}

/** A denial names its caller. A principal that is no role or user (`anonymous`, an account) tells no identity. */
export function identityOfDenied({ identity, operation }: ApiCall, principal: string): readonly Learned[] {
  const account = /^arn:[^:]+:(?:sts|iam)::(\d{12}):(?:assumed-role|role|user|federated-user)\/./.exec(principal)?.[1];
  return account === undefined ? [] : [{ kind: "identity", id: identity, account, arn: principal, from: operation }];
}

export function learnedFacts(rule: AnswerRule, answered: Answered): readonly Learned[] {
  return rule.facts.flatMap((fact) => learn(answered, fact));
}
