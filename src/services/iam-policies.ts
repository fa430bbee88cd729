/** AWS IAM: which managed policy is attached or detached, and which one bounds, are condition keys of the action on who has it. */
import { type OperationRule, type OperationRules, operationRules } from "./define-service.ts";
import { member } from "./rule-value.ts";

const POLICY = "arn:aws:iam::aws:policy/ReadOnlyAccess";

interface OnWhom {
  readonly type: "group" | "role" | "user";
  readonly name: string;
}

const ROLE: OnWhom = { type: "role", name: "RoleName" };
const USER: OnWhom = { type: "user", name: "UserName" };
const GROUP: OnWhom = { type: "group", name: "GroupName" };

interface Keyed extends Pick<OperationRule, "because" | "see"> {
  readonly operation: string;
  readonly whom: OnWhom;
  /** The member that holds the policy's ARN, and the condition key that AWS compares it with. */
  readonly member: string;
  readonly key: string;
}

function keyed({ operation, whom, member: path, key, because, see }: Keyed): OperationRules {
  const action = `iam:${operation}`;
  const arn = `arn:aws:iam::123456789012:${whom.type}`;
  const places = operation.startsWith("Create") ? [`${arn}/web`] : [`${arn}/web`, `${arn}/*/web`];
  return {
    [operation]: {
      authorizedActions: [{ action, conditions: { ArnEquals: { [key]: member(path) } } }],
      because,
      see,
      examples: [
        {
          input: { [whom.name]: "web", [path]: POLICY },
          permits: places.map((place) => `${action} ${place} if ${key} = ${POLICY}`),
        },
      ],
    },
  };
}

const attaching = (verb: "Attach" | "Detach", whom: OnWhom): OperationRules =>
  keyed({
    operation: `${verb}${whom.name.replace("Name", "")}Policy`,
    whom,
    member: "PolicyArn",
    key: "iam:PolicyARN",
    because: `the ${whom.type} is the resource, and the policy that may be ${verb.toLowerCase()}ed is a condition`,
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_permissions-to-other-services.html",
  });

const bounding = (operation: string, whom: OnWhom): OperationRules =>
  keyed({
    operation,
    whom,
    member: "PermissionsBoundary",
    key: "iam:PermissionsBoundary",
    because: "the policy that bounds is a condition, by which delegated administrators are held to theirs",
    see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html",
  });

export default operationRules({
  ...attaching("Attach", GROUP),
  ...attaching("Attach", ROLE),
  ...attaching("Attach", USER),
  ...attaching("Detach", GROUP),
  ...attaching("Detach", ROLE),
  ...attaching("Detach", USER),
  ...bounding("CreateRole", ROLE),
  ...bounding("CreateUser", USER),
  ...bounding("PutRolePermissionsBoundary", ROLE),
  ...bounding("PutUserPermissionsBoundary", USER),
});
