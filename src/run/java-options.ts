/** System properties for Java, which reads neither proxy variables (before 2023) nor CA variables. */

/** The JDK's default leaves out the metadata addresses. Names are split by `|`; none has a colon (see `no-proxy.ts`). */
const DIRECT = "localhost|127.*|169.254.169.254|169.254.170.2|169.254.170.23";

/** Only an integrity check of a file of public certificates; `changeit` is Java's own default. */
export const TRUST_STORE_PASSWORD = "changeit";

export interface JavaProxy {
  readonly host: string;
  readonly port: number;
}

/**
 * The user's JAVA_TOOL_OPTIONS with our properties behind his: the last of two equal ones wins. A trust store of his own stays his
 * when we could not read it (`trustStore` undefined); such a program distrusts us and is tunnelled.
 */
export function javaToolOptions(user: string | undefined, proxy: JavaProxy, trustStore: string | undefined): string {
  const properties = [
    ...["http", "https"].flatMap((scheme) => [
      `${scheme}.proxyHost=${proxy.host}`,
      `${scheme}.proxyPort=${proxy.port}`,
    ]),
    // One list for both schemes: there is no https.nonProxyHosts.
    ...(/-Dhttp\.nonProxyHosts=/.test(user ?? "") ? [] : [`http.nonProxyHosts=${DIRECT}`]),
    ...(trustStore === undefined
      ? []
      : [
          `javax.net.ssl.trustStore=${trustStore}`,
          "javax.net.ssl.trustStoreType=jks",
          `javax.net.ssl.trustStorePassword=${TRUST_STORE_PASSWORD}`,
        ]),
  ];
  const own = user === undefined || user.trim() === "" ? [] : [user];
  return [...own, ...properties.map((property) => quoted(`-D${property}`))].join(" ");
}

/** The user's options for a JVM that reaches servers on this machine through us as well; a list of his own stays his. */
export function withoutDirectLoopback(user: string | undefined): string {
  const own = user ?? "";
  return /-Dhttp\.nonProxyHosts=/.test(own) ? own : `${own} -Dhttp.nonProxyHosts=169.254.*`.trim();
}

/** The store that the user's options name, if any. */
export function ownTrustStore(user: string | undefined): string | undefined {
  const match =
    /-Djavax\.net\.ssl\.trustStore=(?:"([^"]+)"|'([^']+)'|([^\s"']+))|"-Djavax\.net\.ssl\.trustStore=([^"]+)"/.exec(
      user ?? "",
    );
  return match?.slice(1).find((path) => path !== undefined);
}

/**
 * JAVA_TOOL_OPTIONS knows quotes of both kinds, within a word as well, and no escapes; a JVM that finds one without its like ends.
 * https://docs.oracle.com/en/java/javase/17/docs/specs/jvmti.html#tooloptions
 */
function quoted(option: string): string {
  return /[\s"']/.test(option) ? `"${option.replaceAll('"', `"'"'"`)}"` : option;
}
