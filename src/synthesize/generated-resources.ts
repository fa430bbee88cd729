/** Resources whose names look generated, without those whose ids AWS has given to what stays: keys, certificates, networks. */
import type { AuthorizationIndex } from "../data/authorization-index.ts";
import { parseAction } from "../iam/action.ts";
import { buildArn, parseArn } from "../iam/arn.ts";
import { hasWildcard } from "../iam/wildcard.ts";
import { type GeneratedText, generatedText } from "./generated-text.ts";

/** The resource with `*` for what looks generated in its last field; undefined where nothing does, or it has a wildcard. */
export type PatternOf = (action: string, resource: string) => GeneratedText | undefined;

/** Remembers what it has found out: made once for a synthesis. */
export function generatedResources(authorization: AuthorizationIndex): PatternOf {
  const forms = new Map<string, readonly RegExp[]>();
  const isLasting = (action: string, resource: string): boolean => {
    const prefix = parseAction(action)?.servicePrefix.toLowerCase() ?? "";
    const known = forms.get(prefix) ?? idForms(authorization, prefix);
    forms.set(prefix, known);
    return known.some((form) => form.test(resource));
  };
  return (action, resource) => {
    const arn = hasWildcard(resource) ? undefined : parseArn(resource);
    const generated = arn && generatedText(arn.resource);
    if (arn === undefined || generated === undefined || isLasting(action, resource)) return undefined;
    return { ...generated, pattern: buildArn({ ...arn, resource: generated.pattern }) };
  };
}

function idForms(authorization: AuthorizationIndex, prefix: string): RegExp[] {
  const arns = [...(authorization.load(prefix)?.resourceTypes.values() ?? [])].flatMap((type) => type.arns);
  return arns
    .filter((arn) => /\$\{[^}]*(?:Id|ID|Identifier|Uuid)\}$/.test(arn))
    .map((arn) => {
      const literals = arn.split(/\$\{[^}]*\}/).map((literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
      return new RegExp(`^${literals.join("[^:/]*")}$`);
    });
}
