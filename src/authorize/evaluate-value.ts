/** Evaluates the values of a rule (`services/rule-value.ts`) for one call. */
import { PARTITIONS } from "../iam/partition.ts";
import type { CallFact, RuleValue } from "../services/rule-value.ts";
import { type CallView, textsAt } from "./call-view.ts";
import { joinTexts, literal, type PolicyText, product, wildcard } from "./policy-text.ts";

/** All texts that the value stands for; none where the input lacks them. */
export function evaluateValue(value: RuleValue, view: CallView): readonly PolicyText[] {
  if (typeof value === "string") return [literal(value)];
  switch (value.kind) {
    case "member":
      return textsAt(view, value.path).map(literal);
    case "excerpt":
      return textsAt(view, value.path).flatMap((text) => {
        const part = value.pattern.exec(text)?.[0];
        return part === undefined ? [] : [literal(part)];
      });
    case "of-call":
      return [factOfCall(value.fact, view)];
    case "answered-key":
      return keysNamed(view, value.name).map(literal);
    case "captured":
      return evaluateValue(value.of, view).flatMap(({ text }) => {
        const group = value.pattern.exec(text)?.[1];
        return group === undefined || group === "" ? [] : [literal(group)];
      });
    case "joined":
      return product(value.parts.map((part) => evaluateValue(part, view))).map(joinTexts);
    case "first-of":
      return firstFilled(value.values, view);
    case "each-of":
      return value.values.flatMap((part) => evaluateValue(part, view));
    case "lower-case":
      return evaluateValue(value.of, view).map((found) => ({ ...found, text: found.text.toLowerCase() }));
    case "wildcard":
      return [wildcard(value.pattern, value.reason, value.detail)];
    case "verbatim":
      return [{ text: value.pattern, isPattern: true }];
  }
}

function firstFilled(values: readonly RuleValue[], view: CallView): readonly PolicyText[] {
  for (const value of values) {
    const found = evaluateValue(value, view);
    if (found.length > 0) return found;
  }
  return [];
}

function keysNamed({ call }: CallView, name: string): readonly string[] {
  const { keys } = call.outcome;
  const key = keys !== undefined && Object.hasOwn(keys, name) ? keys[name] : undefined;
  return key === undefined ? [] : [key];
}

/** What the call itself tells; an unknown account or region becomes a wildcard that says so. */
export function factOfCall(fact: CallFact, { call, operation }: CallView): PolicyText {
  switch (fact) {
    case "http-method":
      return literal(operation?.method ?? "POST");
    case "account":
      return call.account === undefined
        ? wildcard("*", "account-unknown", "nothing in the call tells the account")
        : literal(call.account);
    case "region":
      return call.region === "" || call.region === "*"
        ? wildcard("*", "region-unknown", "the signature names no region")
        : literal(call.region);
    case "dns-suffix":
      return literal(PARTITIONS.find(({ name }) => name === call.partition)?.dnsSuffixes[0] ?? "amazonaws.com");
    case "partition":
      return literal(call.partition);
    case "operation":
      return literal(call.operation);
    case "hostname":
      return literal(call.hostname);
  }
}
