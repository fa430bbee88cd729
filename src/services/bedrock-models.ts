/** The model that a request to Bedrock runs: a foundation model, a profile that spreads calls over regions, a router, a prompt, or anything else with an ARN. */
import type { AuthorizedAction } from "./define-service.ts";
import { allOf, type RuleCondition, unless, whenMemberMatches } from "./rule-condition.ts";
import { arnIn, filled, template } from "./rule-resource.ts";
import { captured, joined, type MemberPath, member, ofCall, type RuleValue, unknownPart } from "./rule-value.ts";

/** Geographies whose system-defined profiles begin so: https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html */
const GEOGRAPHY = "(?:us|us-gov|eu|apac|jp|au|ca|sa|me|af|il|global)";
export const PROFILE_ID = new RegExp(`^${GEOGRAPHY}\\.(.+\\..+)$`);
const PROFILE_ARN = new RegExp(`^arn:[^:]+:bedrock:[^:]*:\\d+:inference-profile/${GEOGRAPHY}\\.(.+\\..+)$`);
const APPLICATION_PROFILE_ARN = /^arn:[^:]+:bedrock:[^:]*:\d+:application-inference-profile\//;
const ROUTER_ARN = /^arn:[^:]+:bedrock:[^:]*:\d+:(?:default-)?prompt-router\//;
const PROMPT_ARN = /^arn:[^:]+:bedrock:[^:]*:\d+:prompt\//;
const ENDPOINT_ARN = /^arn:[^:]+:sagemaker:/;
const ARN = /^arn:/;

const MODEL = "arn:${Partition}:bedrock:${AnyRegion}::foundation-model/${ModelId}";
const ANY_PROFILE = "arn:${Partition}:bedrock:${Region}:${Account}:inference-profile/${ProfileId}";
const MARKETPLACE = "arn:${Partition}:bedrock:${Region}:${Account}:marketplace/model-endpoint/all-access";

const ANY_REGION = unknownPart("*", "region-chosen-by-aws", "an inference profile chooses the region of its model");

interface ModelUse {
  /** `bedrock:InvokeModel` and the like. */
  readonly action: string;
  /** Member that holds the model's id or ARN. */
  readonly path: MemberPath;
  /** Absent: the call itself. */
  readonly origin?: "dependent" | "forward-access";
}

/** `action` on whatever the member names. A profile needs itself and its model, in each region that the profile may choose. */
export function runsModel(action: string, path: MemberPath, origin?: ModelUse["origin"]): readonly AuthorizedAction[] {
  const use = { action, path, ...(origin === undefined ? {} : { origin }) };
  return [...directly(use), ...throughProfile(use), ...throughUnknownModel(use), ...fromMarketplace(use)];
}

const common = ({ action, origin }: ModelUse) => ({ action, ...(origin === undefined ? {} : { origin }) });

function directly(use: ModelUse): readonly AuthorizedAction[] {
  const { path } = use;
  const [isArn, isProfile] = [whenMemberMatches(path, ARN), whenMemberMatches(path, PROFILE_ID)];
  const [isPrompt, isEndpoint] = [whenMemberMatches(path, PROMPT_ARN), whenMemberMatches(path, ENDPOINT_ARN)];
  return [
    { ...common(use), when: allOf(isArn, unless(isPrompt), unless(isEndpoint)), resource: arnIn(path) },
    {
      ...common(use),
      when: allOf(unless(isArn), unless(isProfile)),
      resource: filled("foundation-model", { ResourceId: member(path) }),
    },
    { ...common(use), when: isProfile, resource: filled("inference-profile", { ResourceId: member(path) }) },
  ];
}

function throughProfile(use: ModelUse): readonly AuthorizedAction[] {
  const { path } = use;
  const ofId = joined(
    ...["arn:", ofCall("partition"), ":bedrock:", ofCall("region"), ":", ofCall("account"), ":inference-profile/"],
    member(path),
  );
  const forms: readonly (readonly [RegExp, RuleValue])[] = [
    [PROFILE_ID, ofId],
    [PROFILE_ARN, member(path)],
  ];
  return forms.map(([form, profileArn]) => ({
    ...common(use),
    when: whenMemberMatches(path, form),
    resource: template(MODEL, { AnyRegion: ANY_REGION, ModelId: captured(member(path), form) }),
    conditions: { StringEquals: { "bedrock:InferenceProfileArn": profileArn } },
    because: "an inference profile runs its model in a region of its choice",
  }));
}

/** Profiles of an application, routers and prompts do not say which model they run: any, but only through them. */
function throughUnknownModel(use: ModelUse): readonly AuthorizedAction[] {
  const { path } = use;
  const untold = (what: string): RuleValue => unknownPart("*", "model-behind-arn", `${what} does not tell its model`);
  const anyModel = (what: string, when: RuleCondition): AuthorizedAction => ({
    ...common(use),
    when,
    resource: template(MODEL, { AnyRegion: untold(what), ModelId: untold(what) }),
    because: `${what} runs a model that the request does not name`,
  });
  const isRouter = whenMemberMatches(path, ROUTER_ARN);
  const throughRouter = { StringEquals: { "bedrock:PromptRouterArn": member(path) } };
  return [
    {
      ...anyModel("an application's inference profile", whenMemberMatches(path, APPLICATION_PROFILE_ARN)),
      conditions: { StringEquals: { "bedrock:InferenceProfileArn": member(path) } },
    },
    { ...anyModel("a prompt router", isRouter), conditions: throughRouter },
    {
      ...common(use),
      when: isRouter,
      resource: template(ANY_PROFILE, { ProfileId: untold("a prompt router") }),
      conditions: throughRouter,
      because: "a prompt router runs its models through inference profiles",
    },
    anyModel("a prompt", whenMemberMatches(path, PROMPT_ARN)),
    {
      action: "bedrock:RenderPrompt",
      when: whenMemberMatches(path, PROMPT_ARN),
      resource: arnIn(path),
      origin: "dependent",
      because: "a prompt of prompt management is rendered before its model runs",
    },
  ];
}

function fromMarketplace(use: ModelUse): readonly AuthorizedAction[] {
  const isEndpoint = whenMemberMatches(use.path, ENDPOINT_ARN);
  const invoked = use.action.endsWith("ResponseStream") ? "InvokeEndpointWithResponseStream" : "InvokeEndpoint";
  return [
    {
      ...common(use),
      when: isEndpoint,
      resource: template(MARKETPLACE, {}),
      because: "models of the marketplace have one resource for all endpoints",
    },
    {
      action: `sagemaker:${invoked}`,
      when: isEndpoint,
      resource: arnIn(use.path),
      origin: "forward-access",
      because: "a model of the marketplace answers at an endpoint of SageMaker",
    },
  ];
}
