/** Tags given while a resource is made: AWS checks the tagging action of the API beside the one that makes it. */

export const TAG_ON_CREATE = {
  /** Actions that accept tags in their request have this condition key. */
  conditionKey: "aws:RequestTag/${TagKey}",
  because: "the request tags what it makes, and AWS checks the tagging action for that too",
  see: "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_tags.html",
} as const;

/** Names of tagging actions that hold for all resource types of an API, the more usual ones first. */
const GENERAL = ["TagResource", "AddTagsToResource", "AddTags", "CreateTags", "CreateOrUpdateTags", "Tag"];

const plain = (name: string): string => name.toLowerCase().replace(/s$/, "");

/** True for `Tags`, `TagList`, `ResourceTags`, and `JobTags` where a job is made; false for tags that are copied, propagated or matched. */
export function holdsNewTags(member: string, noun: string): boolean {
  if (/^tags?(?:list|set)?$/i.test(member)) return true;
  const owner = /^(.+)Tags$/.exec(member)?.[1]?.toLowerCase();
  return owner !== undefined && (owner === "resource" || noun.endsWith(owner));
}

/** Actions that tag what is there already, and so need no further one. */
export const isTaggingName = (name: string): boolean => GENERAL.includes(name) || TAGGING_ONE_TYPE.test(name);

const TAGGING_ONE_TYPE = /^(?:Tag|AddTagsTo)([A-Z].*)$/;

/** Of the tagging actions of an API those for resources that are called `noun`: `TagResource`, then `TagRole`, `AddTagsToStream`. */
export function taggingActionsFor(noun: string, actions: readonly string[]): readonly string[] {
  const ofNoun = actions.filter((name) => {
    const tagged = TAGGING_ONE_TYPE.exec(name)?.[1];
    return tagged !== undefined && !GENERAL.includes(name) && noun.endsWith(plain(tagged));
  });
  return [...GENERAL.filter((name) => actions.includes(name)), ...ofNoun];
}
