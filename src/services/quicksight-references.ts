/** Amazon QuickSight's assets name others that they are made of: reading or handing on each of those has an action of its own. */
import type { AuthorizedAction } from "./define-service.ts";
import { whenMatches } from "./rule-condition.ts";
import { arnFrom } from "./rule-resource.ts";
import { captured, eachOf, type MemberPath, member } from "./rule-value.ts";

/** The action on each asset that the request names by ARN at one of the paths; the assets that AWS supplies need none. */
function onEach(action: string, because: string, paths: readonly MemberPath[]): AuthorizedAction {
  const arns = eachOf(...paths.map((path) => captured(member(path), /^(arn:[^:]+:quicksight:[^:]*:\d{12}:.+)$/)));
  return {
    action: `quicksight:${action}`,
    resource: arnFrom(arns),
    when: whenMatches(arns, /./),
    origin: "dependent",
    because,
  };
}

export const passesDataSets = (...paths: readonly MemberPath[]): AuthorizedAction =>
  onEach("PassDataSet", "the asset shows the data sets that the request names", paths);

export const passesDataSources = (...paths: readonly MemberPath[]): AuthorizedAction =>
  onEach("PassDataSource", "the data set takes its data from the sources that the request names", paths);

export const readsTemplate = (path: MemberPath): AuthorizedAction =>
  onEach("DescribeTemplate", "the asset is made from a template", [path]);

export const readsAnalysis = (path: MemberPath): AuthorizedAction =>
  onEach("DescribeAnalysis", "the template is made from an analysis", [path]);

export const READS_THEME: AuthorizedAction = onEach("DescribeTheme", "the asset is shown in a theme", ["ThemeArn"]);

export const JOINS_FOLDERS: AuthorizedAction = onEach("CreateFolderMembership", "the new asset is put into folders", [
  "FolderArns[]",
]);
