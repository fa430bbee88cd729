/** The facts that an answer rule asks for, taken from a successful answer. */
import type { ResponseHead } from "../../capture/captured-exchange.ts";
import type { AnswerFact, AnswerRule, AnswerText } from "../../services/define-answers.ts";
import type { ApiCall, JsonValue, Learned } from "../api-call.ts";
import { isJsonObject } from "../json-values.ts";
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
  for (const name of path.split(".")) value = isJsonObject(value) ? value[name] : undefined;
  return typeof value === "string" ? value : undefined;
}

function read(answered: Answered, text: AnswerText): string | undefined {
  if (text.from === "body") return bodyText(answered, text.path);
  if (text.from === "header") return responseHeader(answered.head, text.name);
  const value = answered.call.input[text.member];
  return typeof value === "string" ? value : undefined;
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

function learn(answered: Answered, fact: AnswerFact): Learned[] {
  if (fact.kind === "identity") return identity(answered, fact);
  if (fact.kind === "created") {
    const resource = read(answered, fact.resource);
    return resource === undefined ? [] : [{ kind: "created", resource, by: answered.call.operation }];
  }
  const [key, of] = [read(answered, fact.key), read(answered, fact.of)];
  return key === undefined || of === undefined ? [] : [{ kind: "key", key, of }];
}

/** A denial names its caller. A principal that is no role or user (`anonymous`, an account) tells no identity. */
export function identityOfDenied({ identity, operation }: ApiCall, principal: string): readonly Learned[] {
  const account = /^arn:[^:]+:(?:sts|iam)::(\d{12}):(?:assumed-role|role|user|federated-user)\/./.exec(principal)?.[1];
  return account === undefined ? [] : [{ kind: "identity", id: identity, account, arn: principal, from: operation }];
}

export function learnedFacts(rule: AnswerRule, answered: Answered): readonly Learned[] {
  return rule.facts.flatMap((fact) => learn(answered, fact));
}
