/** Tags in the input of a call that makes something: the caller needs the tagging action as well. The record in `services/` knows its names. */
import type { ActionModel, AuthorizationModel } from "../data/authorization-index.ts";
import { ofOperation } from "../services/define-service.ts";
import { holdsNewTags, isTaggingName, TAG_ON_CREATE, taggingActionsFor } from "../services/tag-on-create.ts";
import type { CallQuestion } from "./call-question.ts";
import { CREATING, fillType } from "./default-resources.ts";
import { formOf } from "./input-arns.ts";
import { nounOf, stemOf } from "./member-names.ts";
import { permissionsOn } from "./permission.ts";
import type { ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";
import { resourcesOf } from "./rule-resources.ts";

/** Operations that do nothing but tag; not all of them have the access level of tagging. */
const TAGGING = /^(?:Tag|Untag|AddTags|RemoveTags)(?=[A-Z]|$)/;

/** None where the rule of the operation names a tagging action itself. */
export function tagOnCreatePermissions(
  question: CallQuestion,
  ofOperation: readonly RequiredPermission[],
): readonly RequiredPermission[] {
  const { operation } = question.view.call;
  const noun = nounOf(operation);
  if (TAGGING.test(operation) || !givesTags(question, noun) || isTaggedByRule(ofOperation)) return [];
  for (const made of ofOperation) {
    const [prefix = "", name = ""] = made.action.split(":");
    const model = question.authorization.load(prefix);
    const action = model === undefined ? undefined : taggingAction(noun, model);
    if (model === undefined || action === undefined || !takesTags(made, { name, noun, model, action })) continue;
    return permissionsOn(
      {
        action: `${prefix}:${action.name}`,
        because: TAG_ON_CREATE.because,
        see: TAG_ON_CREATE.see,
        origin: "dependent",
        verified: true,
      },
      taggedResources({ question, model, action, noun, made: ofOperation }),
      question.authorization,
    );
  }
  return [];
}

const isTagging = ({ action, accessLevel }: RequiredPermission): boolean =>
  accessLevel === "Tagging" || isTaggingName(action.slice(action.indexOf(":") + 1));

const prefixOf = (action: string): string => action.slice(0, action.indexOf(":"));

/** Tags that another API is asked to set (on the secret of a new cluster) are not those of the thing itself. */
function isTaggedByRule(ofOperation: readonly RequiredPermission[]): boolean {
  const own = new Set(ofOperation.filter(({ origin }) => origin === "direct").map(({ action }) => prefixOf(action)));
  return ofOperation.some((permission) => isTagging(permission) && own.has(prefixOf(permission.action)));
}

/** A member whose value was not kept counts; one that is known to be empty does not. */
function givesTags({ view: { call } }: CallQuestion, noun: string): boolean {
  return call.members.some((member) => {
    const value = call.input[member];
    const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return !isEmpty && holdsNewTags(member, noun);
  });
}

interface Made {
  readonly name: string;
  readonly noun: string;
  readonly model: AuthorizationModel;
  /** The tagging action. */
  readonly action: ActionModel;
}

/** The reference says so with a condition key or a dependent action; or both actions are on the type that a creation is named after. */
function takesTags({ origin, accessLevel }: RequiredPermission, { name, noun, model, action }: Made): boolean {
  if (origin !== "direct" || accessLevel === "Read" || accessLevel === "List") return false;
  const making = model.actions.get(name.toLowerCase());
  if (making === undefined) return false;
  const keys = [making.conditionKeys, ...making.resourceTypes.map(({ conditionKeys }) => conditionKeys)];
  if (keys.some((known) => known.includes(TAG_ON_CREATE.conditionKey))) return true;
  if (making.dependentActions.includes(`${model.servicePrefix}:${action.name}`)) return true;
  const made = making.resourceTypes.filter((type) => stemOf(type.name) === noun);
  return CREATING.test(name) && made.some((type) => action.resourceTypes.some((tagged) => tagged.name === type.name));
}

/** The first of the fitting actions that the reference lists for the type that is made. */
function taggingAction(noun: string, model: AuthorizationModel): ActionModel | undefined {
  const fitting = taggingActionsFor(noun, taggingNames(model)).flatMap((name) => {
    const action = model.actions.get(name.toLowerCase());
    return action === undefined ? [] : [action];
  });
  const ofType = fitting.find(({ resourceTypes }) =>
    resourceTypes.some(({ name }) => stemOf(name) !== "" && noun.endsWith(stemOf(name))),
  );
  return ofType ?? fitting[0];
}

const namesOfModel = new WeakMap<AuthorizationModel, readonly string[]>();

function taggingNames(model: AuthorizationModel): readonly string[] {
  const known = namesOfModel.get(model);
  if (known !== undefined) return known;
  const isWriting = ({ accessLevel }: ActionModel): boolean => accessLevel === "Tagging" || accessLevel === "Write";
  const names = [...model.actions.values()].filter((action) => isWriting(action) && isTaggingName(action.name));
  const found = names.map(({ name }) => name);
  namesOfModel.set(model, found);
  return found;
}

interface Tagged {
  readonly question: CallQuestion;
  readonly model: AuthorizationModel;
  readonly action: ActionModel;
  readonly noun: string;
  readonly made: readonly RequiredPermission[];
}

/** What a type is called in a tagging action: `SourceServerResource` is a source server. */
const calledAs = (type: string): string => stemOf(type.replace(/(?<=[a-z])Resource$/, ""));

/** A stem of two letters ends many nouns by chance. */
const isNamedAfter = (noun: string, stem: string): boolean => noun === stem || (stem.length > 2 && noun.endsWith(stem));

interface MadeType {
  readonly type?: string;
  /** By the operation, letter by letter; else all ids of what is made are those that AWS chooses. */
  readonly isNamed: boolean;
}

/** The type with the longest name that ends the noun; else the one that is called more fully (`dx-gateway`); else the only one that can be tagged. */
function typeMade(noun: string, types: readonly string[]): MadeType {
  const plain = noun.replace(/v\d+$/, "");
  const [named] = types
    .filter((type) => isNamedAfter(noun, calledAs(type)) || isNamedAfter(plain, calledAs(type)))
    .sort((a, b) => calledAs(b).length - calledAs(a).length);
  if (named !== undefined) return { type: named, isNamed: isNamedAfter(noun, stemOf(named)) };
  const fuller = types.filter((type) => plain.length > 4 && calledAs(type).endsWith(plain));
  const [only, ...others] = fuller.length > 0 ? fuller : types;
  return { ...(only !== undefined && others.length === 0 && { type: only }), isNamed: false };
}

/** As the service's record tells. */
function ruledResources({ question, model, action }: Pick<Tagged, "question" | "model" | "action">) {
  const { view, rules, authorization } = question;
  const rule = ofOperation(rules?.makes, view.call.operation);
  if (rule === undefined) return [];
  const name = `${model.servicePrefix}:${action.name}`;
  return resourcesOf(rule, { authorization, view, action: name, ...(rules && { rules }) });
}

/** What the permissions are on that is of one of these types: without what a new one is copied from, where that can be told. */
function knownOf(types: readonly string[], made: readonly RequiredPermission[], model: AuthorizationModel) {
  const known = made.flatMap(({ resources, widened, origin }) =>
    resources
      .filter((arn) => formOf(arn, model)?.types.some((form) => types.includes(form)) === true)
      .map((arn) => ({ origin, resource: { arn, ...(widened === undefined ? {} : { widened }) } })),
  );
  const unnamed = known.filter(({ resource }) => resource.widened?.reason === "id-assigned-by-aws");
  const direct = known.filter(({ origin }) => origin === "direct");
  const best = [unnamed, direct, known].find(({ length }) => length > 0) ?? [];
  return best.map(({ resource }) => resource);
}

/** The resource that the operation is named after: as its own permission names it, else with the id that AWS will choose. */
function taggedResources({ question, model, action, noun, made }: Tagged): readonly ResolvedResource[] {
  const types = action.resourceTypes.map(({ name }) => name);
  if (types.length === 0) return [{ arn: "*" }];
  const ruled = ruledResources({ question, model, action });
  if (ruled.length > 0) return ruled;
  const { type, isNamed } = typeMade(noun, types);
  const known =
    type === undefined
      ? knownOf(
          types,
          made.filter(({ origin }) => origin === "direct"),
          model,
        )
      : knownOf([type], made, model);
  if (known.length > 0) return known;
  const { view, rules } = question;
  const asked = { action, model, view, ...(rules && { rules }), ...(!isNamed && { isMade: true }) };
  const fill = type === undefined ? undefined : fillType(type, asked);
  return (
    fill?.resources ?? [{ arn: "*", widened: { reason: "id-assigned-by-aws", detail: `one of ${types.join(", ")}` } }]
  );
}
