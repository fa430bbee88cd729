/** The variables that every program is given, wrapped here or started elsewhere: where the proxy is, and whom to trust. */

/** `proxy` is a URL, `noProxy` a list as NO_PROXY has it. */
export const proxyVariables = ({ proxy, noProxy }: { readonly proxy: string; readonly noProxy: string }) => ({
  // All but Java, PHP streams and Node. Ruby looks up http_proxy for https too, so all four are needed.
  HTTP_PROXY: proxy,
  http_proxy: proxy,
  HTTPS_PROXY: proxy,
  https_proxy: proxy,
  NO_PROXY: noProxy,
  no_proxy: noProxy,
});

/** `bundle` is the path of a PEM file, which each of them reads in place of the certificates that it would read. */
export const bundleVariables = (bundle: string) => ({
  // OpenSSL (Ruby, Rust, CRT), Go on Linux, curl. SSL_CERT_DIR is left as it is: it may be read beside the file.
  SSL_CERT_FILE: bundle,
  // botocore (CLI, boto3), requests.
  REQUESTS_CA_BUNDLE: bundle,
  // curl, and requests when the one above is missing.
  CURL_CA_BUNDLE: bundle,
  // Perl's LWP, which reads no other where Mozilla::CA is installed.
  PERL_LWP_SSL_CA_FILE: bundle,
});
