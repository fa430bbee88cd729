/** What the lint of a policy can say: its stable codes, how serious each is, and what it means. Types and words only. */
import type { Attachment } from "./attachment.ts";
import type { Statement } from "./policy-document.ts";
import type { PolicyRisk } from "./policy-risk.ts";

export interface LintRule {
  /** `error`: AWS refuses it, or it can never do what it says. `warning`: it is legal, and seldom what is meant. */
  readonly severity: "error" | "warning";
  /** A sentence for people and for code scanning, without a full stop. */
  readonly says: string;
}

export const LINT_RULES = {
  "action-malformed": { severity: "error", says: "An action is not written `prefix:Name`" },
  "action-matches-nothing": { severity: "error", says: "A wildcard in an action matches no action of AWS" },
  "action-never-applies": { severity: "warning", says: "An action applies to none of the statement's resources" },
  "action-unknown": { severity: "error", says: "AWS has no action of this name" },
  "allow-all-but": {
    severity: "warning",
    says: "NotAction or NotResource with Allow grants all that it does not name",
  },
  "arn-malformed": { severity: "error", says: "A resource is neither an ARN nor `*`" },
  "condition-key-never-present": {
    severity: "warning",
    says: "No action of the statement has this condition key, so that the condition holds always or never",
  },
  "condition-key-unknown": { severity: "error", says: "AWS has no condition key of this name" },
  "condition-operator-unknown": { severity: "error", says: "AWS has no condition operator of this name" },
  "condition-value-malformed": { severity: "error", says: "A value is none that its condition operator can compare" },
  "element-missing": { severity: "error", says: "A statement lacks an element, or has one in two forms" },
  "full-access": { severity: "warning", says: "A statement allows every action on every resource" },
  oversize: { severity: "error", says: "The policy is longer than AWS takes" },
  "privilege-escalation": { severity: "warning", says: "Whoever has this policy can gain permissions beyond it" },
  "resource-never-applies": { severity: "warning", says: "No action of the statement applies to this resource" },
  "sensitive-grant": {
    severity: "warning",
    says: "An action that opens secrets, keys or roles is allowed on more than named ones",
  },
  "sid-duplicate": { severity: "error", says: "Two statements of one policy have the same Sid" },
  "sid-malformed": { severity: "error", says: "A Sid holds more than the letters and digits that IAM takes" },
  "version-invalid": { severity: "error", says: "The Version of the policy language is none that exists" },
  "version-outdated": {
    severity: "warning",
    says: "Without Version 2012-10-17 IAM reads `${…}` as plain text and lacks newer features",
  },
} as const satisfies Record<string, LintRule>;

export type LintCode = keyof typeof LINT_RULES;

export interface LintFinding {
  readonly code: LintCode;
  readonly severity: LintRule["severity"];
  /** Index of the statement; absent: the policy as a whole. */
  readonly statement?: number;
  /** The text of the element concerned as it stands in the policy: by it a reader finds the place. */
  readonly value?: string;
  /** One line. */
  readonly message: string;
  /** What to write instead, where that is known. */
  readonly hint?: string;
}

export interface LintedStatement {
  readonly statement: Statement;
  /** The file computes a part of it: what stands there as `*` may be anything. */
  readonly isComputed: boolean;
}

export interface LintedPolicy {
  /** As the document says it; empty: it has none. Absent: the tool that deploys the policy writes it. */
  readonly version?: string;
  readonly statements: readonly LintedStatement[];
}

export interface LintedAction {
  /** As AWS spells it, without prefix. */
  readonly name: string;
  readonly resourceTypes: readonly { readonly name: string; readonly conditionKeys: readonly string[] }[];
  readonly conditionKeys: readonly string[];
}

/** As much of the Service Authorization Reference as the lint takes; the index of `data/` fits. */
export interface AuthorizationTables {
  readonly servicePrefixes: ReadonlySet<string>;
  load(servicePrefix: string):
    | {
        /** By lower-case name. */
        readonly actions: ReadonlyMap<string, LintedAction>;
        readonly resourceTypes: ReadonlyMap<
          string,
          { readonly arns: readonly string[]; readonly conditionKeys: readonly string[] }
        >;
      }
    | undefined;
}

export interface LintContext {
  readonly tables: AuthorizationTables;
  readonly risks: readonly PolicyRisk[];
  /** Condition keys of sessions, which no action lists. */
  readonly sessionKeys: readonly string[];
  /** IAM prefixes of several APIs: what the tables list of an action's resource types may be one API's alone. */
  readonly sharedPrefixes: readonly string[];
  /** Actions that an API's operation needs, where its name is no action; none where it is not known. */
  readonly actionsOfOperation: (servicePrefix: string, operation: string) => readonly string[];
  /** How the policy will be attached; absent: it is not known, and only what no managed policy takes is told, as a warning. */
  readonly attachAs?: Attachment;
}

type Details = Omit<LintFinding, "code" | "severity">;

/** A finding with the severity of its code. */
export const lintFinding = (code: LintCode, details: Details): LintFinding => ({
  code,
  severity: LINT_RULES[code].severity,
  ...details,
});

/** `hint` of a finding where a name is close to the wrong one. */
export const didYouMean = (name: string | undefined): { readonly hint?: string } =>
  name === undefined ? {} : { hint: `did you mean \`${name}\`?` };
