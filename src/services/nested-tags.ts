/** Tags of things that a request makes inside of another: the tagging action is checked for those as for what stands alone. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMember } from "./rule-condition.ts";
import { newResource } from "./rule-resource.ts";
import type { MemberPath } from "./rule-value.ts";
import { TAG_ON_CREATE } from "./tag-on-create.ts";

interface Tagged {
  /** The tagging action. */
  readonly action: string;
  /** What gets the tags: a resource type of the action's own prefix. */
  readonly type: string;
  /** Where the tags stand, each of them. */
  readonly tags: MemberPath;
}

/** The tagging action on what AWS gives an id to. */
export const tagsInside = ({ action, type, tags }: Tagged): AuthorizedAction => ({
  action,
  resource: newResource(type),
  when: whenMember(tags),
  origin: "dependent",
  because: TAG_ON_CREATE.because,
});
