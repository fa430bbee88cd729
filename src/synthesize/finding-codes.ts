/** Everything that a finding can say: its stable code, how serious it is, and what it means. The README's table is made of this. */

export interface FindingKind {
  readonly severity: "info" | "warning";
  /** Plain words for the README, without a full stop. */
  readonly means: string;
  /** What to do about it, likewise. */
  readonly hint: string;
}

export const FINDING_KINDS = {
  "account-unknown": {
    severity: "warning",
    means: "nothing told the account, so `*` stands for it",
    hint: "give `--account`",
  },
  "csm-no-parameters": {
    severity: "warning",
    means:
      "client-side monitoring told the call, which carries no parameters: resources are wide, and more may be needed",
    hint: "run the program under `iamgen run` where that is possible",
  },
  "denied-call": {
    severity: "warning",
    means: "AWS refused this call; the policy grants what it needed",
    hint: "leave it out with `--denied exclude`, or grant it",
  },
  "deprecated-operation": {
    severity: "info",
    means: "the program calls an operation that AWS has deprecated",
    hint: "move to the operation that AWS names instead",
  },
  "generalise-unused": {
    severity: "warning",
    means: "no call needs anything within a pattern of `--generalise`",
    hint: "mend the pattern, or drop it",
  },
  generalised: {
    severity: "info",
    means: "AWS names the resource anew in every run, so a pattern stands for it",
    hint: "read the pattern; `--exact` grants the observed resource alone",
  },
  "key-unknown": {
    severity: "warning",
    means: "neither the request nor an answer names the KMS key",
    hint: "record a call that names the key (`DescribeKey`, the resource's configuration), or name it in the policy",
  },
  "left-out": {
    severity: "warning",
    means: "the policy lacks what some calls needed, as `--denied` asked",
    hint: "drop `--denied`",
  },
  "looks-generated": {
    severity: "info",
    means: "a resource may have another name in the next run, with the `--generalise` that would grant it",
    hint: "give the `--generalise` that the finding names",
  },
  "may-need-more": {
    severity: "info",
    means: "what the call shows leaves open whether another permission is needed",
    hint: "try the policy with `iamgen run --enforce`, or on a test account",
  },
  "name-unsayable": {
    severity: "warning",
    means:
      "Terraform's policy documents cannot say a name with `&{` in it: `?` stands for the `&`, so that the policy is wider",
    hint: "use another format, or another name",
  },
  "needs-no-permission": {
    severity: "info",
    means: "AWS asks no policy for this operation, with the reason",
    hint: "nothing to do",
  },
  "no-resource-types": { severity: "info", means: "AWS accepts only `*` for this action", hint: "nothing to do" },
  "nothing-to-grant": {
    severity: "warning",
    means: "no call needs a permission, so that there is no policy",
    hint: "`iamgen report` tells what was seen, `iamgen doctor` what could not be",
  },
  "policy-split": {
    severity: "info",
    means: "the policy is longer than one managed policy may be; a warning where one principal cannot take the parts",
    hint: "attach all documents, or shorten with `--widen`",
  },
  "privilege-escalation": {
    severity: "warning",
    means: "with what the calls need one can gain more permissions; info where all it takes is named",
    hint: "limit the role, function or policy by name, and who may use the policy",
  },
  "resource-widened": {
    severity: "warning",
    means: "a resource is less exact than the request, with the reason",
    hint: "name the resource in the policy; `iamgen explain` tells what the call left open",
  },
  "resource-wildcard": {
    severity: "warning",
    means: "a resource has a wildcard whose reason is not known",
    hint: "name the resource in the policy, and report the call",
  },
  "role-unknown": {
    severity: "warning",
    means: "neither the request nor an answer names the role that is passed",
    hint: "name the role in the policy",
  },
  "sensitive-grant": {
    severity: "warning",
    means: "an action that opens secrets, keys or roles is granted on more than named ones",
    hint: "name the resources",
  },
  "stand-in-account": {
    severity: "warning",
    means: "an account id of moto or LocalStack was seen; the caller's own stands in the policy where it is known",
    hint: "give `--account`",
  },
  "unverified-action": {
    severity: "warning",
    means: "no table or rule vouches for the action: it is the operation's own name",
    hint: "look the action up in AWS's reference, and report the call",
  },
  varies: {
    severity: "info",
    means:
      "several recordings have different names in one place, with the `--generalise` that would grant all such names",
    hint: "give the `--generalise` that the finding names",
  },
  "widened-to-fit": {
    severity: "warning",
    means:
      "a wildcard that keeps the size limit, with what it adds: `--widen` asks for it, or one name is too long for a policy",
    hint: "read what the wildcard adds; without `--widen` the policy is split",
  },
} as const satisfies Record<string, FindingKind>;

export type FindingCode = keyof typeof FINDING_KINDS;

/** Reason of a widening: see `sayable-permissions.ts`. */
export const UNSAYABLE = "ampersand-brace";

/** The code under which a widened resource is found, by the reason of its widening. */
export function codeOfWidening(reason: string): FindingCode {
  if (reason === "account-unknown" || reason === "generalised") return reason;
  if (reason === UNSAYABLE) return "name-unsayable";
  if (reason.startsWith("key-")) return "key-unknown";
  return reason.startsWith("role-") ? "role-unknown" : "resource-widened";
}

/** Markdown, one row a code. */
export function findingsTable(): string {
  const rows = Object.entries(FINDING_KINDS).map(
    ([code, { severity, means, hint }]) => `| \`${code}\` | ${severity} | ${means} | ${hint} |`,
  );
  return ["| finding | severity | means | what helps |", "|---|---|---|---|", ...rows].join("\n");
}
