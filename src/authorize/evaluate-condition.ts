/** Decides the conditions of a rule (`services/rule-condition.ts`) for one call. */
import type { RuleCondition } from "../services/rule-condition.ts";
import { type CallView, isPresent, textsAt } from "./call-view.ts";
import { evaluateValue } from "./evaluate-value.ts";

export function holds(condition: RuleCondition, view: CallView): boolean {
  switch (condition.kind) {
    case "present":
      return isPresent(view, condition.path);
    case "equals": {
      const wanted = condition.values.map(String);
      return textsAt(view, condition.path).some((text) => wanted.includes(text));
    }
    case "matches":
      return evaluateValue(condition.of, view).some(({ text }) => condition.pattern.test(text));
    case "signed-as":
      return view.call.signingName === condition.signingName;
    case "hostname":
      return condition.pattern.test(view.call.hostname);
    case "not":
      return !holds(condition.condition, view);
    case "all":
      return condition.of.every((part) => holds(part, view));
    case "any":
      return condition.of.some((part) => holds(part, view));
  }
}
