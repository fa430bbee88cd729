/** Tags in the input of a call that makes something: the caller needs the tagging action as well. The record in `services/` knows its names. */
import type { ActionModel, AuthorizationModel } from "../data/authorization-index.ts";
import { holdsNewTags, TAG_ON_CREATE, taggingActionFor } from "../services/tag-on-create.ts";
import type { CallQuestion } from "./call-question.ts";
import { fillType } from "./default-resources.ts";
import { formOf } from "./input-arns.ts";
import { nounOf, stemOf } from "./member-names.ts";
import { permissionsOn } from "./permission.ts";
import type { ResolvedResource } from "./policy-text.ts";
import type { RequiredPermission } from "./required-permission.ts";

/** Operations that do nothing but tag; not all of them have the access level of tagging. */
const TAGGING = /^(?:Tag|Untag|AddTags|RemoveTags)(?=[A-Z]|$)/;

/** None where the rule of the operation names a tagging action itself. */
export function tagOnCreatePermissions(
  question: CallQuestion,
  ofOperation: readonly RequiredPermission[],
): readonly RequiredPermission[] {
  const noun = nounOf(question.view.call.operation);
  const isTagging = TAGGING.test(question.view.call.operation);
  if (isTagging || !givesTags(question, noun) || ofOperation.some(({ accessLevel }) => accessLevel === "Tagging"))
    return [];
  const made = ofOperation.find((permission) => takesTags(permission, question));
  const prefix = made?.action.split(":")[0];
  const model = prefix === undefined ? undefined : question.authorization.load(prefix);
  const action = model === undefined ? undefined : taggingAction(noun, model);
  if (made === undefined || model === undefined || action === undefined) return [];
  return permissionsOn(
    { action: `${prefix}:${action.name}`, because: TAG_ON_CREATE.because, origin: "dependent", verified: true },
    taggedResources({ question, model, action, noun, made: ofOperation }),
    question.authorization,
  );
}

/** A member whose value was not kept counts; one that is known to be empty does not. */
function givesTags({ view: { call } }: CallQuestion, noun: string): boolean {
  return call.members.some((member) => {
    const value = call.input[member];
    const isEmpty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return !isEmpty && holdsNewTags(member, noun);
  });
}

function takesTags({ action, origin, accessLevel }: RequiredPermission, { authorization }: CallQuestion): boolean {
  if (origin !== "direct" || accessLevel === "Read" || accessLevel === "List") return false;
  const [prefix = "", name = ""] = action.split(":");
  const model = authorization.load(prefix)?.actions.get(name.toLowerCase());
  const keys = [model?.conditionKeys, ...(model?.resourceTypes ?? []).map(({ conditionKeys }) => conditionKeys)];
  return keys.some((known) => known?.includes(TAG_ON_CREATE.conditionKey) === true);
}

function taggingAction(noun: string, { actions }: AuthorizationModel): ActionModel | undefined {
  const names = [...actions.values()].filter(({ accessLevel }) => accessLevel === "Tagging").map(({ name }) => name);
  return actions.get(taggingActionFor(noun, names)?.toLowerCase() ?? "");
}

interface Tagged {
  readonly question: CallQuestion;
  readonly model: AuthorizationModel;
  readonly action: ActionModel;
  readonly noun: string;
  readonly made: readonly RequiredPermission[];
}

/** The resource that the operation is named after: as its own permission names it, else with the id that AWS will choose. */
function taggedResources({ question, model, action, noun, made }: Tagged): readonly ResolvedResource[] {
  const types = action.resourceTypes.map(({ name }) => name);
  if (types.length === 0) return [{ arn: "*" }];
  const named = types.filter((type) => stemOf(type) !== "" && noun.endsWith(stemOf(type)));
  const type = named.sort((a, b) => stemOf(b).length - stemOf(a).length)[0];
  const wanted = type === undefined ? types : [type];
  const known = made
    .flatMap(({ resources, widened }) =>
      resources.map((arn) => ({ arn, ...(widened === undefined ? {} : { widened }) })),
    )
    .filter(({ arn }) => formOf(arn, model)?.types.some((form) => wanted.includes(form)) === true);
  if (known.length > 0) return known;
  const { view, rules } = question;
  const fill = type === undefined ? undefined : fillType(type, { action, model, view, ...(rules && { rules }) });
  return (
    fill?.resources ?? [{ arn: "*", widened: { reason: "id-assigned-by-aws", detail: `one of ${types.join(", ")}` } }]
  );
}
