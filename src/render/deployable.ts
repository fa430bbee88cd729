/** The documents of a policy set as infrastructure tools take them: named, and with places where the settings allow them. */
import type { PolicySet } from "../synthesize/policy-set.ts";
import { namedDocuments } from "./file-suffix.ts";
import { homeOf, type StatementTemplate, statementTemplates } from "./policy-template.ts";
import type { RenderSettings } from "./renderer.ts";

export interface DeployableDocument {
  /** `iamgen`, or `iamgen-worker-2` where there are several: lower case, digits and single dashes. */
  readonly name: string;
  /** As `RenderedFile.suffix`, for formats with one document a file. */
  readonly suffix: string;
  readonly statements: readonly StatementTemplate[];
}

export function deployableDocuments(
  policySet: PolicySet,
  { literal, variables = [], nameOf }: Pick<RenderSettings, "literal" | "variables" | "nameOf">,
): readonly DeployableDocument[] {
  return namedDocuments(policySet).map(({ suffix, document, policy }) => ({
    name: `iamgen${suffix}`
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/-$/, ""),
    suffix,
    statements: statementTemplates(document, {
      ...(literal ? {} : homeOf(policy)),
      variables,
      ...(nameOf && { nameOf }),
    }),
  }));
}

/** `iamgen-worker-2` -> `iamgen_worker_2`. */
export const snakeCase = (name: string): string => name.replaceAll("-", "_");

/** `iamgen-worker-2` -> `IamgenWorker2`. */
export const pascalCase = (name: string): string =>
  name
    .split("-")
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join("");

/** `iamgen-worker-2` -> `iamgenWorker2`. */
export const camelCase = (name: string): string => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
