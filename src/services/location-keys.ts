/** What an API key of Amazon Location may allow: each action that its restrictions name, on the resources of their list. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMemberMatches } from "./rule-condition.ts";
import { arnFrom } from "./rule-resource.ts";
import { captured, member } from "./rule-value.ts";

const ALLOWABLE: { readonly [servicePrefix: string]: readonly string[] } = {
  geo: [
    "CalculateRoute",
    "CalculateRouteMatrix",
    "GetMapGlyphs",
    "GetMapSprites",
    "GetMapStyleDescriptor",
    "GetMapTile",
    "GetPlace",
    "SearchPlaceIndexForPosition",
    "SearchPlaceIndexForSuggestions",
    "SearchPlaceIndexForText",
  ],
  "geo-maps": ["GetStaticMap", "GetTile"],
  "geo-places": ["Autocomplete", "Geocode", "GetPlace", "ReverseGeocode", "SearchNearby", "SearchText", "Suggest"],
  "geo-routes": ["CalculateIsolines", "CalculateRouteMatrix", "CalculateRoutes", "OptimizeWaypoints", "SnapToRoads"],
};

/** The action itself, or a beginning of it with a star: `geo:GetMap*`. */
function naming(servicePrefix: string, name: string): RegExp {
  const beginnings = Array.from(name, (_, length) => name.slice(0, length)).join("|");
  return new RegExp(`^${servicePrefix}:(?:${name}|(?:${beginnings})\\*)$`);
}

/** Resources with a star of their own are left open. */
const resourcesOf = (servicePrefix: string) =>
  arnFrom(captured(member("Restrictions.AllowResources[]"), new RegExp(`^(arn:[^:]+:${servicePrefix}:[^*?]+)$`)));

export const KEY_ALLOWS: readonly AuthorizedAction[] = Object.entries(ALLOWABLE).flatMap(([servicePrefix, names]) =>
  names.map(
    (name): AuthorizedAction => ({
      action: `${servicePrefix}:${name}`,
      resource: resourcesOf(servicePrefix),
      when: whenMemberMatches("Restrictions.AllowActions[]", naming(servicePrefix, name)),
      origin: "dependent",
      because: "the key allows this action",
    }),
  ),
);
